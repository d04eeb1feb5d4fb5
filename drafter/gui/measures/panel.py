"""The measures panel: the tags of this clause, a search field, the tree."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QLabel, QTreeView, QVBoxLayout, QWidget

from drafter.gui.measures.delegate import ConceptDelegate
from drafter.gui.measures.model import CONCEPT_ROLE, ConceptsModel
from drafter.gui.toolbox.search_field import SearchField
from drafter.i18n import _, language
from drafter.model import N_, Concept
from drafter.taxonomy import Taxonomy


class MeasuresPanel(QWidget):
    """Tags the current clause.

    Signals:
        tagged: notation of a concept, and whether it is to be put on or taken off.
    """

    tagged = Signal(str, bool)

    def __init__(self, taxonomy: Taxonomy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._taxonomy = taxonomy
        self._clause: int | None = None
        self._tags: tuple[str, ...] = ()
        self.model = ConceptsModel(taxonomy)
        self.model.ticked.connect(self.tagged)
        self._shown = QLabel()
        self._shown.setWordWrap(True)
        self.search = SearchField()
        self.search.textChanged.connect(self._on_typed)
        self.search.returnPressed.connect(self._take_first)
        self._tree = QTreeView()
        self._tree.setObjectName("concepts")
        self._tree.setHeaderHidden(True)
        self._tree.setUniformRowHeights(True)
        self._tree.setItemDelegate(ConceptDelegate(self._tree))
        self._tree.setModel(self.model)
        self._tree.activated.connect(self._toggle)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self._shown)
        column.addWidget(self.search)
        column.addWidget(self._tree, 1)
        self._unfold()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the language that is set."""
        self.search.setPlaceholderText(_("Type a measure or a code, Enter tags the first"))
        self.search.setAccessibleName(_("Search measures"))
        self._tree.setAccessibleName(_("Measures"))
        self.model.layoutChanged.emit()
        self._describe()

    def set_clause(self, clause: int | None, tags: tuple[str, ...]) -> None:
        """Show the tags of a clause, None where none is current."""
        self._clause, self._tags = clause, tags
        self.model.set_tags(tags, enabled=clause is not None)
        self._describe()

    def _describe(self) -> None:
        if self._clause is None:
            self._shown.setText(_("Choose a clause to tag it."))
        elif not self._tags:
            self._shown.setText(_(N_("Clause {clause} has no tags yet."), clause=self._clause))
        else:
            labels = [f"{tag} {self._taxonomy.known(tag).label[language()]}" for tag in self._tags]
            self._shown.setText(_(N_("Clause {clause}: {tags}"), clause=self._clause, tags=_(N_("; ")).join(labels)))

    def _on_typed(self, words: str) -> None:
        self.model.search(words)
        if words.strip():
            self._tree.setCurrentIndex(self.model.index(0, 0))
        else:
            self._unfold()

    def _unfold(self) -> None:
        """Open the first facet, so that the measures themselves are seen at once."""
        self._tree.expand(self.model.index(0, 0))

    def _take_first(self) -> None:
        if self.search.text().strip():
            self._toggle(self._tree.currentIndex())
            self.search.setText("")  # and not clear(), which could be undone: undo is to take the tag back

    def _toggle(self, index: QModelIndex) -> None:
        concept = index.data(CONCEPT_ROLE)
        if isinstance(concept, Concept) and self._clause is not None:
            self.tagged.emit(concept.notation, concept.notation not in self._tags)

    def focus_search(self) -> None:
        """Let somebody type."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
