"""The overview panel: the whole in one bar, then sections, people or findings."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QListView, QStackedWidget, QVBoxLayout, QWidget

from drafter.gui.overview.counting import Counting
from drafter.gui.overview.delegate import RowDelegate
from drafter.gui.overview.findings import FindingsModel, FindingsTable
from drafter.gui.overview.rows import RowsModel, person_rows, section_rows
from drafter.gui.overview.summary import Summary
from drafter.gui.toolbox.keys import ENTER
from drafter.gui.toolbox.latest import Latest
from drafter.gui.toolbox.overrides import guarded
from drafter.gui.toolbox.seen import SeenPanel
from drafter.gui.toolbox.switch import Switch
from drafter.i18n import _, language
from drafter.model import Clause, Progress
from drafter.review import Change, ReviewSession, unmarked

_SECTIONS, _PEOPLE, _FINDINGS = "sections", "people", "findings"
_QUIET: Final = 200  # ms without another change
_BEGINNING: Final = 90  # characters of a heading


@guarded
class OverviewPanel(SeenPanel):
    """Shows how far the review has come, and what is found in it.

    Everything is counted while nobody waits, and only once the panel is seen.

    Signals:
        chosen: id of the clause that a section begins in, or that a finding stands in.
        left: the user wants back to the text.
        settled: what is shown of the progress is that of the review as it stands.
        counted: likewise of the findings.
    """

    chosen = Signal(int)
    left = Signal()
    settled = Signal()
    counted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: ReviewSession | None = None
        self._clause: int | None = None
        self._progress: Progress | None = None
        self._is_stale = True
        self._held = False
        self.summary = Summary()
        self.which = Switch((_SECTIONS, _PEOPLE, _FINDINGS))
        self.section_model, self.person_model, self.findings_model = RowsModel(), RowsModel(), FindingsModel()
        self.sections = _list("sections", self.section_model)
        self.people = _list("people", self.person_model)
        self.findings = FindingsTable(self.findings_model)
        self._pages = QStackedWidget()
        for page in (self.sections, self.people, self.findings):
            self._pages.addWidget(page)
        self._hint = QLabel()
        self._hint.setWordWrap(True)
        self._latest = Latest(self, _QUIET)
        self._counting = Counting(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self.summary)
        column.addSpacing(4)
        column.addWidget(self.which)
        column.addWidget(self._pages, 1)
        column.addWidget(self._hint)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.which.changed.connect(self._on_which)
        self.sections.clicked.connect(self._go_to_section)
        self.findings.clicked.connect(self._go_to_finding)
        self.seen_changed.connect(self._wake)
        self._latest.answered.connect(self._on_progress)
        self._latest.settled.connect(self._on_settled)
        self._counting.counted.connect(self._on_counted)

    def retranslate(self) -> None:
        """Say everything again in the language that is set."""
        self.which.name({_SECTIONS: _("Sections"), _PEOPLE: _("People"), _FINDINGS: _("Findings")})
        self.which.setAccessibleName(_("What is counted"))
        self.sections.setAccessibleName(_("Progress by section"))
        self.people.setAccessibleName(_("Progress by person"))
        self.findings.setAccessibleName(_("Findings by kind and severity"))
        self.summary.retranslate()
        self.findings_model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.findings_model.columnCount() - 1)
        self.findings.viewport().update()
        self._refill()

    # --- following the review --------------------------------------------------------------------------------------

    def set_session(self, session: ReviewSession | None) -> None:
        """Show another review, None for none."""
        self._session = session
        self._clause = None
        self._latest.drop()
        self._progress = None
        self._counting.begin(session)
        self.findings_model.show(self._counting.tally)
        self._refill()
        self._ask(now=True)

    def set_clause(self, clause: int | None) -> None:
        """Know where the user is: the way to the next finding begins there."""
        self._clause = clause

    def follow(self, change: Change) -> None:
        """Show what a change of the review led to."""
        self._counting.follow(change)
        if change.revisions:
            self._ask()

    def hold(self, *, held: bool) -> None:
        """Count nothing for a while, or go on."""
        self._held = held
        self._latest.hold(held=held)
        self._wake()

    def finish(self) -> None:
        """Wait until nothing is being counted any more: the window closes."""
        self._session = None
        self._counting.begin(None)
        self._latest.finish()

    def _wake(self) -> None:
        self._counting.stay_awake(awake=self.seen and not self._held)
        if self._is_stale:
            self._ask(now=True)

    def _ask(self, *, now: bool = False) -> None:
        """Have the progress counted, as soon as somebody sees it."""
        self._is_stale = True
        session = self._session
        if session is not None and self.seen and not self._held:
            self._is_stale = False
            self._latest.ask(session.progress, now=now)

    def _on_progress(self, progress: Progress) -> None:
        self._progress = progress
        self._refill()

    def _on_settled(self) -> None:
        if not self._is_stale:
            self.settled.emit()

    def _on_counted(self) -> None:
        self.findings_model.show(self._counting.tally)
        self._explain()
        self.counted.emit()

    def _refill(self) -> None:
        progress, session = self._progress, self._session
        self.summary.set_progress(progress)
        if progress is None or session is None:
            self.section_model.set_rows(())
            self.person_model.set_rows(())
        else:
            first = next((clause.id for clause in session.clauses), 0)
            self.section_model.set_rows(section_rows(progress, _headings(session, progress), first))
            self.person_model.set_rows(person_rows(progress))
        self._explain()

    def _explain(self) -> None:
        """Say why a page is empty."""
        words = ""
        if self.which.current() == _PEOPLE and self._progress is not None and not self._progress.people:
            words = _("Nobody has changed or reviewed anything yet.")
        elif self.which.current() == _FINDINGS and self._session is not None and not self.findings_model.rowCount():
            words = _("No findings.") if self._counting.is_done else _("Counting…")
        self._hint.setText(words)
        self._hint.setVisible(bool(words))

    # --- what the user does ----------------------------------------------------------------------------------------

    def hint(self) -> str:
        """Give what is said of an empty page, "" for nothing."""
        return self._hint.text()

    def _on_which(self) -> None:
        pages = {_SECTIONS: self.sections, _PEOPLE: self.people, _FINDINGS: self.findings}
        self._pages.setCurrentWidget(pages[self.which.current()])
        self._explain()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's own name
        """Lead to the section or the next such finding by Enter, and back to the text by Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in ENTER and self.focusWidget() is self.sections:
            self._go_to_section(self.sections.currentIndex())
        elif event.key() in ENTER and self.focusWidget() is self.findings:
            self._go_to_finding(self.findings.currentIndex())
        else:
            super().keyPressEvent(event)

    def _go_to_section(self, index: QModelIndex) -> None:
        row = self.section_model.row(index)
        if row is not None and row.clause:
            self.chosen.emit(row.clause)

    def _go_to_finding(self, index: QModelIndex) -> None:
        session = self._session
        if session is None or not index.isValid():
            return
        clauses = [clause.id for clause in session.clauses]
        found = self._counting.tally.next_clause(clauses, self._clause, *self.findings_model.kind(index))
        if found is not None:
            self.chosen.emit(found)


def _list(name: str, model: RowsModel) -> QListView:
    made = QListView()
    made.setObjectName(name)
    made.setModel(model)
    made.setItemDelegate(RowDelegate(made))
    made.setUniformItemSizes(True)
    made.setMouseTracking(True)
    made.setResizeMode(QListView.ResizeMode.Adjust)
    made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made


def _headings(session: ReviewSession, progress: Progress) -> Mapping[int, str]:
    """Give the headings of the sections, those that are still there, in the user's language where they have that."""
    wanted = {section.clause for section in progress.sections}
    return {clause.id: _heading(clause) for clause in session.clauses if clause.id in wanted}


def _heading(clause: Clause) -> str:
    here = unmarked(clause)
    first, second = (here.zh, here.en) if language() == "zh" else (here.en, here.zh)
    return " ".join((first.text.strip() or second.text).split())[:_BEGINNING]
