"""The outline panel: a filter, the choice of languages, the tree of sections."""

from collections import defaultdict
from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHBoxLayout, QLabel, QTreeView, QVBoxLayout, QWidget

from drafter.gui.outline.delegate import SectionDelegate
from drafter.gui.outline.model import Count, Languages, OutlineModel
from drafter.gui.outline.sections import Section, may_head, sections_of
from drafter.gui.toolbox.search_field import SearchField
from drafter.gui.toolbox.worker import Worker
from drafter.i18n import _
from drafter.model import N_, Finding
from drafter.review import Change, ReviewSession

_LANGUAGES: dict[Languages, str] = {"both": N_("Both languages"), "zh": N_("Chinese"), "en": N_("English")}
_AFTER_EDIT = 600  # ms without another edit
_UNFOLDED = 1  # the steps of the tree that are open at first
_FEW = 500  # sections that were open and are opened again one by one


class OutlinePanel(QWidget):
    """Shows the sections of the review, and leads to them.

    Signals:
        chosen: id of the clause that a section begins in: it was clicked, or reached and entered by the keys.
        settled: the sections that are shown are those of the review as it stands.
    """

    chosen = Signal(int)
    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: ReviewSession | None = None
        self._clause = 0
        self._worker: Worker | None = None
        self._is_stale = False
        self.model = OutlineModel()
        self.search = SearchField()
        self.languages = QComboBox()
        for key in _LANGUAGES:
            self.languages.addItem("", key)
        self.tree = QTreeView()
        self.tree.setObjectName("outline-tree")
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setMouseTracking(True)
        self.tree.setExpandsOnDoubleClick(False)
        self.tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.tree.setItemDelegate(SectionDelegate(self.tree))
        self.tree.setModel(self.model)
        self._nothing = QLabel()
        self._nothing.setWordWrap(True)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_AFTER_EDIT)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.search, 1)
        head.addWidget(self.languages)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._nothing)
        column.addWidget(self.tree, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_typed)
        self.search.returnPressed.connect(self._take_first)
        self.languages.currentIndexChanged.connect(self._on_languages)
        self.tree.clicked.connect(self._go)
        self.tree.activated.connect(self._go)
        self._later.timeout.connect(self._read)

    def retranslate(self) -> None:
        """Say everything again in the language that is set."""
        for row, words in enumerate(_LANGUAGES.values()):
            self.languages.setItemText(row, _(words))
        self.languages.setAccessibleName(_("Language of the outline"))
        self.search.setPlaceholderText(_("Search sections"))
        self.search.setAccessibleName(_("Search sections"))
        self.tree.setAccessibleName(_("Outline"))
        self._nothing.setText(_("No headings and no numbered items were found."))
        self.model.layoutChanged.emit()

    # --- following the review --------------------------------------------------------------------------------------

    def set_session(self, session: ReviewSession | None) -> None:
        """Show another review, None for none."""
        self._session = session
        self._is_stale = self._worker is not None  # what is being read is the review before
        self._clause = 0
        self.search.setText("")
        self.model.set_sections((), (), {})
        self._nothing.hide()
        if session is not None:
            both = any(clause.zh.text and clause.en.text for clause in session.clauses)
            self.languages.setVisible(both)
            self._read()

    def follow(self, change: Change) -> None:
        """Show what a change of the review led to: other counts at once, other sections a little later."""
        session = self._session
        if session is None:
            return
        if change.regrouped:
            self._later.start()
            return
        here = {clause: Count.of(session.findings(clause)) for clause in change.clauses}
        self.model.set_counts(here)
        edited = {revision.clause for revision in change.revisions if revision.kind == "text"}
        if any(self._may_change(session, clause) for clause in edited):
            self._later.start()

    def set_clause(self, clause: int | None) -> None:
        """Mark the section of a clause as the current one; where it is folded away, the one above that is seen."""
        self._clause = clause or 0
        section = self.model.section_of(self._clause)
        index = self.model.index_of(section) if section is not None else QModelIndex()
        above = index.parent()
        while above.isValid():
            if not self.tree.isExpanded(above):
                index = above
            above = above.parent()
        if index != self.tree.currentIndex():
            self.tree.setCurrentIndex(index)

    def finish(self) -> None:
        """Wait until nothing is being read any more: the window closes."""
        self._session = None
        self._later.stop()
        if self._worker is not None:
            self._worker.wait()

    def _may_change(self, session: ReviewSession, clause: int) -> bool:
        """Tell whether an edited clause heads something, or might do so now."""
        section = self.model.section_of(clause)
        heads = section is not None and any(one.clause == clause for one in self.model.sections[section : section + 1])
        return heads or may_head(session.clause(clause))

    def _read(self) -> None:
        """Find the sections in a thread of its own; at most one at a time."""
        session = self._session
        if session is None:
            return
        if self._worker is not None:
            self._is_stale = True
            return
        self._is_stale = False
        clauses, documents = session.clauses, dict(session.documents)
        worker = Worker(lambda _tell: sections_of(clauses, documents), self)
        self._worker = worker
        worker.succeeded.connect(self._on_read)
        worker.ended.connect(self._on_ended)
        worker.start()

    def _on_read(self, found: tuple[Section, ...]) -> None:
        session = self._session
        if session is None or self._is_stale:
            return
        ids = [clause.id for clause in session.clauses]
        same = self.model.same_tree(found)
        kept = [] if same else self._unfolded()
        first = not self.model.sections
        self.model.set_sections(found, ids, _counted(session.findings()), keep=same)
        self._nothing.setVisible(not found)
        if not same:
            self._unfold(None if first else kept)
            self.set_clause(self._clause)

    def _on_ended(self) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.deleteLater()
        if self._is_stale:
            self._read()
        else:
            self.settled.emit()

    # --- folding ---------------------------------------------------------------------------------------------------

    def _unfolded(self) -> list[int]:
        """Give the clauses whose sections are open."""
        sections = self.model.sections
        return [
            one.clause
            for number, one in enumerate(sections)
            if one.children and self.tree.isExpanded(self.model.index_of(number))
        ]

    def _unfold(self, clauses: list[int] | None) -> None:
        """Open the sections that begin in some clauses, as it is usual where None or too many are given."""
        if clauses is None or len(clauses) > _FEW:
            self.tree.expandToDepth(_UNFOLDED)
            return
        wanted = set(clauses)
        for number, one in enumerate(self.model.sections):
            if one.clause in wanted and one.children:
                self.tree.expand(self.model.index_of(number))

    # --- what the user does ----------------------------------------------------------------------------------------

    def _on_typed(self, words: str) -> None:
        self.model.set_words(words)
        if words.strip():
            self.tree.expandAll()
            self.tree.setCurrentIndex(self.model.first_match())
        else:
            self._unfold(None)
            self.set_clause(self._clause)

    def _take_first(self) -> None:
        self._go(self.tree.currentIndex())

    def _on_languages(self) -> None:
        self.model.set_languages(self.languages.currentData())
        self.tree.doItemsLayout()

    def _go(self, index: QModelIndex) -> None:
        section = self.model.section(index)
        if section is not None:
            self.chosen.emit(section.clause)

    def focus_search(self) -> None:
        """Let somebody type."""
        self.search.setFocus()
        self.search.selectAll()


def _counted(findings: Iterable[Finding]) -> dict[int, Count]:
    """Count findings by their clauses."""
    by_clause: defaultdict[int, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_clause[finding.clause].append(finding)
    return {clause: Count.of(found) for clause, found in by_clause.items()}
