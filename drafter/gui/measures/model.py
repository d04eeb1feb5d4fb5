"""The taxonomy as a tree with check boxes, or as a flat list while somebody types."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from drafter.gui.toolbox.overrides import guarded
from drafter.i18n import _, language
from drafter.model import N_, Concept
from drafter.taxonomy import Taxonomy

Index = QModelIndex | QPersistentModelIndex
CONCEPT_ROLE = Qt.ItemDataRole.UserRole
FACET_NAMES = {
    "measure": N_("Measures"), "instrument": N_("Instruments"), "pollutant": N_("Pollutants"), "scope": N_("Scope"),
    "role": N_("Roles in duties"), "time": N_("Time"),
}  # fmt: skip


class _Node:
    """A row: a facet, or a concept."""

    def __init__(self, concept: Concept | None, facet: str, parent: "_Node | None") -> None:
        self.concept = concept
        self.facet = facet
        self.parent = parent
        self.children: list[_Node] = []
        self.row = 0

    def add(self, child: "_Node") -> "_Node":
        child.row = len(self.children)
        self.children.append(child)
        return child


@guarded
class ConceptsModel(QAbstractItemModel):
    """Concepts to tick.

    Signals:
        ticked: notation, and whether it was switched on.
    """

    ticked = Signal(str, bool)

    def __init__(self, taxonomy: Taxonomy) -> None:
        super().__init__()
        self._taxonomy = taxonomy
        self._tags: tuple[str, ...] = ()
        self._enabled = False
        self._root = self._tree()

    def set_taxonomy(self, taxonomy: Taxonomy) -> None:
        """Offer the concepts of another taxonomy, as a tree."""
        self.beginResetModel()
        self._taxonomy = taxonomy
        self._root = self._tree()
        self.endResetModel()

    def set_tags(self, tags: tuple[str, ...], *, enabled: bool) -> None:
        """Show which concepts the clause bears."""
        self._tags, self._enabled = tags, enabled
        self.layoutChanged.emit()

    def search(self, words: str) -> None:
        """Show only what matches, the best first; everything as a tree again when nothing is typed."""
        self.beginResetModel()
        if words.strip():
            self._root = _Node(None, "", None)
            for concept in self._taxonomy.search(words, language()):
                if concept.deprecated:
                    continue
                self._root.add(_Node(concept, concept.facet, self._root))
        else:
            self._root = self._tree()
        self.endResetModel()

    def _tree(self) -> _Node:
        root = _Node(None, "", None)
        for facet in self._taxonomy.facets():
            top = root.add(_Node(None, facet, root))
            for concept in self._taxonomy.tops(facet):
                self._grow(top, concept)
        return root

    def _grow(self, parent: _Node, concept: Concept) -> None:
        if concept.deprecated and not self._taxonomy.narrower(concept.notation):
            return  # nothing new is tagged with it
        node = parent.add(_Node(concept, concept.facet, parent))
        for narrower in self._taxonomy.narrower(concept.notation):
            self._grow(node, narrower)

    def _node(self, index: Index) -> _Node:
        node = index.internalPointer() if index.isValid() else None
        return node if isinstance(node, _Node) else self._root

    # --- Qt's own names and signatures from here on ----------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """Give the index of a row."""
        children = self._node(parent).children
        there = column == 0 and 0 <= row < len(children)
        return self.createIndex(row, column, children[row]) if there else QModelIndex()

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        """Give the index of a row's parent."""
        # PySide6's stub also knows a `parent()` without arguments, QObject's, which this model never needs.
        above = self._node(index).parent
        return QModelIndex() if above is None or above is self._root else self.createIndex(above.row, 0, above)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Count a row's children."""
        return len(self._node(parent).children)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """There is one column."""
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Concepts can be ticked while a clause is chosen; facets only hold them."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self._node(index).concept and self._enabled:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a row shows."""
        node = self._node(index)
        concept = node.concept
        if concept is None:
            return _(FACET_NAMES.get(node.facet, node.facet)) if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{concept.notation}  {concept.label[language()]}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return concept.note.get(language()) or None
        if role == CONCEPT_ROLE:
            return concept
        if role == Qt.ItemDataRole.CheckStateRole and self._enabled:
            return Qt.CheckState.Checked if concept.notation in self._tags else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        """Tick or untick a concept."""
        concept = self._node(index).concept
        if role != Qt.ItemDataRole.CheckStateRole or concept is None:
            return False
        self.ticked.emit(concept.notation, Qt.CheckState(value) == Qt.CheckState.Checked)
        return True
