"""The line at the foot of the window: which clause this is, how far the review has come, what is still open."""

from collections import Counter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLabel

from drafter.gui.findings.model import counted
from drafter.i18n import _, ngettext
from drafter.model import DONE

if TYPE_CHECKING:
    from drafter.gui.window.main_window import MainWindow

_REST: Final = 120
"""Milliseconds without a change before everything is counted again: typing and walking come first."""


class Whereabouts(QObject):
    """Keeps the line in step with the review.

    Attributes:
        place: which clause is worked on.
        progress: how many clauses are done.
        open: how many findings are open, by severity.
        zoom: how large the text is.
    """

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.place, self.progress, self.open, self.zoom = (QLabel() for _label in range(4))
        for label in (self.place, self.progress, self.open):
            label.setContentsMargins(8, 0, 8, 0)
            window.statusBar().addWidget(label)
        window.statusBar().addPermanentWidget(self.zoom)
        self._timer = QTimer(self, singleShot=True, interval=_REST)
        self._timer.timeout.connect(self.tell)
        window.view.current_changed.connect(self._timer.start)
        window.session_changed.connect(lambda _change: self._timer.start())
        window.opened.connect(self._timer.start)

    def tell(self) -> None:
        """Count, and say it all in the language that is set."""
        session = self._window.session
        if session is None:
            for label in (self.place, self.progress, self.open, self.zoom):
                label.clear()
            return
        clauses = session.clauses
        place = self._window.view.current_clause()
        self.place.setText(_("Clause {n} of {all}", n=place, all=len(clauses)) if place else "")
        done = sum(session.state(clause.id) in DONE for clause in clauses)
        self.progress.setText(
            ngettext(
                "{done} of {n} clause reviewed or finished",
                "{done} of {n} clauses reviewed or finished",
                len(clauses),
                done=done,
            )
        )
        counts = Counter(finding.severity for finding in session.findings())
        self.open.setText(counted(counts) or _("No findings."))
        self.zoom.setText(f"{round(100 * self._window.settings.zoom)}%")
