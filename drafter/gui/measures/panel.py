"""The measures panel: what this clause is likely about, a search field, the tree."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QTreeView, QVBoxLayout, QWidget

from drafter.gui.measures.delegate import ConceptDelegate
from drafter.gui.measures.entries import Entry, entries_of, misses_of
from drafter.gui.measures.model import CONCEPT_ROLE, ConceptsModel
from drafter.gui.measures.suggested import SuggestedList
from drafter.gui.toolbox.search_field import SearchField
from drafter.gui.toolbox.seen import SeenPanel
from drafter.i18n import _
from drafter.model import N_, Concept
from drafter.taxonomy import Taxonomy
from drafter.taxonomy.suggesting import Suggestion


class MeasuresPanel(SeenPanel):
    """Tags the current clause.

    Signals:
        tagged: notation of a concept, and whether it is to be put on or taken off.
        rejected: notation of a concept, and whether it is to be rejected on this clause or allowed again.
        pointed: a suggestion was chosen, a row of the list.
        wanted: the suggestions of the clause that is shown are to be reckoned.
        all_asked: everything that is sure enough is to be accepted.
        left: the user wants back to the text.
    """

    tagged = Signal(str, bool)
    rejected = Signal(str, bool)
    pointed = Signal(object)
    wanted = Signal()
    all_asked = Signal()
    left = Signal()

    def __init__(self, taxonomy: Taxonomy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._taxonomy = taxonomy
        self._clause: int | None = None
        self._tags: tuple[str, ...] = ()
        self._suggestions: tuple[Suggestion, ...] | None = None
        self.model = ConceptsModel(taxonomy)
        self._shown = QLabel()
        self._shown.setWordWrap(True)
        self.suggested = SuggestedList()
        self.accept, self.reject, self.misses, self.all = QPushButton(), QPushButton(), QPushButton(), QPushButton()
        self.misses.setCheckable(True)
        self.search = SearchField()
        self._tree = QTreeView()
        self._lay_out()
        self._connect()
        self._unfold()
        self.retranslate()

    def _lay_out(self) -> None:
        self._tree.setObjectName("concepts")
        self._tree.setHeaderHidden(True)
        self._tree.setUniformRowHeights(True)
        self._tree.setItemDelegate(ConceptDelegate(self._tree))
        self._tree.setModel(self.model)
        buttons = QHBoxLayout()
        for button in (self.accept, self.reject):
            buttons.addWidget(button)
        buttons.addStretch(1)
        further = QHBoxLayout()
        for button in (self.misses, self.all):
            further.addWidget(button)
        further.addStretch(1)
        above, below = QWidget(), QWidget()
        upper, lower = QVBoxLayout(above), QVBoxLayout(below)
        for column in (upper, lower):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(6)
        upper.addWidget(self._shown)
        upper.addWidget(self.suggested, 1)
        upper.addLayout(buttons)
        upper.addLayout(further)
        lower.addWidget(self.search)
        lower.addWidget(self._tree, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(above)
        split.addWidget(below)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(8, 8, 8, 8)
        whole.addWidget(split)

    def _connect(self) -> None:
        self.model.ticked.connect(self.tagged)
        self.search.textChanged.connect(self._on_typed)
        self.search.returnPressed.connect(self._take_first)
        self._tree.activated.connect(self._toggle)
        self.suggested.accepted.connect(self._on_accepted)
        self.suggested.dropped.connect(self._on_dropped)
        self.suggested.left.connect(self.left)
        self.suggested.clicked.connect(lambda _index: self.pointed.emit(self.suggested.current()))
        self.suggested.selectionModel().currentChanged.connect(lambda: self._allow())
        self.suggested.model_.modelReset.connect(self._allow)
        self.accept.clicked.connect(self._on_accept_clicked)
        self.reject.clicked.connect(self.suggested.drop)
        self.misses.toggled.connect(lambda _on: self._fill())
        self.all.clicked.connect(self.all_asked)
        self.seen_changed.connect(lambda seen: self.wanted.emit() if seen else None)

    def retranslate(self) -> None:
        """Say everything again in the language that is set."""
        self.search.setPlaceholderText(_("Type a measure or a code, Enter tags the first"))
        self.search.setAccessibleName(_("Search measures"))
        self.suggested.setAccessibleName(_("Tags and suggestions of this clause"))
        self._tree.setAccessibleName(_("Measures"))
        self.all.setText(_("Accept all above…"))
        self.all.setToolTip(_("Accept every suggestion of the whole document that is sure enough"))
        self.misses.setToolTip(_("Show what nearly was suggested, and why it was not"))
        self.model.layoutChanged.emit()
        self._fill()
        self._describe()

    # --- what is shown ---------------------------------------------------------------------------------------------

    @property
    def clause(self) -> int | None:
        """The clause whose tags are shown, None for none."""
        return self._clause

    def set_taxonomy(self, taxonomy: Taxonomy) -> None:
        """Offer the concepts of another taxonomy."""
        self._taxonomy = taxonomy
        self.model.set_taxonomy(taxonomy)
        self._on_typed(self.search.text())
        self._fill()

    def set_clause(self, clause: int | None, tags: tuple[str, ...]) -> None:
        """Show the tags of a clause, None where none is current."""
        if clause != self._clause:
            self._suggestions = None
        self._clause, self._tags = clause, tags
        self.model.set_tags(tags, enabled=clause is not None)
        self._fill()
        self._describe()
        self.wanted.emit()

    def set_suggestions(self, clause: int, suggestions: tuple[Suggestion, ...]) -> None:
        """Show what a clause is likely about; nothing happens where another is shown meanwhile."""
        if clause == self._clause:
            self._suggestions = suggestions
            self._fill()
            self._describe()

    def _fill(self) -> None:
        chosen, row = self.suggested.current(), self.suggested.currentIndex().row()
        told = self._suggestions or ()
        here = [] if self._clause is None else entries_of(
            self._tags, told, self._taxonomy, misses=self.misses.isChecked()
        )  # fmt: skip
        self.suggested.model_.set_entries(here)
        if here:
            same = next((i for i, one in enumerate(here) if chosen and one.notation == chosen.notation), -1)
            first = next((i for i, one in enumerate(here) if one.kind != "tag"), 0)
            # What was acted upon goes to the tags; the next one takes its place under the hand.
            kept = same >= 0 and chosen is not None and here[same].kind == chosen.kind
            place = same if kept else min(max(row, first), len(here) - 1) if chosen else first
            self.suggested.setCurrentIndex(self.suggested.model_.index(place))
        count = misses_of(self._tags, told)
        self.misses.setText(_(N_("Near misses ({n})"), n=count))
        self.misses.setEnabled(bool(count))
        self._allow()

    def _describe(self) -> None:
        if self._clause is None:
            self._shown.setText(_("Choose a clause to tag it."))
        elif self._suggestions is None and not self._tags:
            self._shown.setText(_(N_("Clause {clause}: looking for measures…"), clause=self._clause))
        elif not self.suggested.model_.rowCount():
            self._shown.setText(_(N_("Clause {clause}: nothing suggests itself."), clause=self._clause))
        else:
            self._shown.setText(_(N_("Clause {clause}: tags and suggestions"), clause=self._clause))

    def _allow(self) -> None:
        """Offer what can be done with the chosen row."""
        entry = self.suggested.current()
        rejected = entry is not None and entry.rejected
        self.accept.setText(_("Allow again") if rejected else _("Accept"))
        self.accept.setEnabled(entry is not None and entry.kind != "tag")
        self.reject.setText(_("Take off") if entry is not None and entry.kind == "tag" else _("Reject"))
        self.reject.setEnabled(entry is not None and not rejected)
        self.accept.setToolTip(_("Enter"))
        self.reject.setToolTip(_("Delete"))

    # --- what the user does ----------------------------------------------------------------------------------------

    def _on_accept_clicked(self) -> None:
        entry = self.suggested.current()
        if entry is not None and entry.rejected:
            self.rejected.emit(entry.notation, False)
        else:
            self.suggested.accept()

    def _on_accepted(self, notation: str) -> None:
        if self._clause is not None:
            self.tagged.emit(notation, True)

    def _on_dropped(self, notation: str) -> None:
        entry = self.suggested.current()
        if entry is None or self._clause is None or entry.rejected:
            return
        if entry.kind == "tag":
            self.tagged.emit(notation, False)
        else:
            self.rejected.emit(notation, True)

    def entry(self) -> Entry | None:
        """Give the chosen row of the list."""
        return self.suggested.current()

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

    def focus_suggestions(self) -> None:
        """Let somebody choose among the suggestions."""
        self.suggested.setFocus(Qt.FocusReason.ShortcutFocusReason)
