"""What helps: the verdict at a glance."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from drafter.gui.window.main_window import MainWindow


class Helping(QObject):
    """Shows what explains the review and the program."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def show_verdict(self) -> None:
        """Show on one page what can't be trusted."""
        session = self._window.session
        if session is None or not self._window.attempt(self._window.view.commit):
            return
        from drafter.gui.verdict.dialog import VerdictDialog  # printing is no small thing to load
        from drafter.review.handing_out import full_snapshot

        dialog = VerdictDialog(full_snapshot(session), self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
