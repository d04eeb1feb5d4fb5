"""The plan in the window: read beside it, shown, compared with others, and written to files."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QObject

from drafter.gui.targets.comparing import CompareDialog
from drafter.gui.targets.reading import PlanRead, read_plan
from drafter.gui.toolbox.ask_where import ask_where_of
from drafter.gui.toolbox.latest import Latest
from drafter.i18n import _
from drafter.model import N_, Side, Span
from drafter.review import Change, ReviewSession, unmarked
from drafter.review.measuring import Measures
from drafter.review.measuring_output import write_measures
from drafter.review.measuring_parts import there
from drafter.review.measuring_tables import plan_tables

if TYPE_CHECKING:
    from drafter.gui.window.main_window import MainWindow

_QUIET: Final = 700  # ms without a change before the plan is read anew
_KINDS: Final = {
    ".xlsx": N_("Excel workbook"), ".docx": N_("Word annex: table of tasks"), ".csv": N_("CSV table"),
    ".json": N_("JSON for other programs"),
}  # fmt: skip


class Planning(QObject):
    """Carries out what is asked of the panel of targets and duties, and keeps it in step with the review."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._session: ReviewSession | None = None
        self._latest = Latest(self, _QUIET)
        self._is_stale = False
        self._held = False
        panel = window.plan
        panel.wanted.connect(lambda: self._ask(now=True))
        panel.chosen.connect(self._go)
        panel.left.connect(window.view.setFocus)
        panel.export_asked.connect(self.export_measures)
        panel.compare_asked.connect(self.compare_plans)
        self._latest.answered.connect(self._on_read)
        window.session_changed.connect(self._follow)
        # What is done in another thread may change the review under the hands of this one.
        window.background.started.connect(lambda: self._hold(held=True))
        window.background.ended.connect(lambda: self._hold(held=False))

    def begin(self, session: ReviewSession | None) -> None:
        """Show the plan of another review, None for none."""
        self._session = session
        self._window.plan.set_plan(None)
        self.forget()

    def forget(self) -> None:
        """Read the plan anew: texts, tags or taxonomy are others now."""
        self._latest.drop()  # what is being read of it holds no longer
        self._is_stale = True
        self._ask()

    def wait(self) -> None:
        """Wait until nothing is being read any more: the window closes."""
        self._session = None
        self._latest.finish()

    def retranslate(self) -> None:
        """Say everything again in the language that is set."""
        self._window.plan.retranslate()
        self._is_stale = True  # the tables are made where the plan is read
        self._ask(now=True)

    def _follow(self, change: Change) -> None:
        if change.regrouped or any(one.kind in ("text", "tag") for one in change.revisions):
            self.forget()

    def _hold(self, *, held: bool) -> None:
        self._held = held
        self._latest.hold(held=held)
        self._ask()

    def _ask(self, *, now: bool = False) -> None:
        """Read the plan as soon as somebody sees it."""
        session, panel = self._session, self._window.plan
        if session is not None and self._is_stale and panel.seen and not self._held:
            self._is_stale = False
            panel.tell_reading()
            self._latest.ask(partial(read_plan, session), now=now)

    def _on_read(self, plan: object) -> None:
        if self._session is not None and self._session is self._window.session:
            self._window.plan.set_plan(cast("PlanRead", plan))

    def _go(self, clause: int, side: Side, words: str) -> None:
        """Go to words in a clause, or to the clause where they don't stand there as such."""
        session = self._window.session
        if session is None or clause not in {one.id for one in session.clauses}:
            return
        self._window.filtering.reach(clause)
        here = session.clause(clause)
        start = unmarked(here).side(side).text.find(words) if words else -1
        if start < 0:
            self._window.view.go_to(clause)
        else:
            self._window.view.go_to(clause, side, there(here, side, Span(start, start + len(words))))

    # --- commands --------------------------------------------------------------------------------------------------

    def show_plan(self) -> None:
        """Show targets and duties."""
        self._window.panels.bring("plan")
        self._window.plan.table.setFocus()

    def export_measures(self) -> None:
        """Ask where the measures shall go, and write them in the background."""
        session = self._window.session
        if session is None or not self._window.attempt(self._window.view.commit):
            return
        names = [document.name for document in session.documents.values()]
        stem = Path(names[0]).stem if names else "review"
        path = ask_where_of(self._window, _("Export measures"), f"{stem}-{_('measures')}", _KINDS)
        if path is not None:
            self.export_to(path)

    def export_to(self, path: Path) -> None:
        """Write the measures in the form that the file's ending asks for."""
        session, background = self._window.session, self._window.background
        if session is None:
            return

        def work(_tell: object) -> None:
            measures = Measures(session)
            write_measures(plan_tables(session.title, measures.rows(), measures.taxonomy), path)

        background.start(_("Exporting"), work, lambda _none: background.tell(_(N_("Written: {path}"), path=path)))

    def compare_plans(self) -> None:
        """Compare the plan with others."""
        if self._window.session is None or self._window.attempt(self._window.view.commit):
            dialog = CompareDialog(self._window.session, self._window)
            dialog.exec()
            dialog.deleteLater()
