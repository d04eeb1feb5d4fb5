"""The ledger of figures in the window: the way to each figure, and into a spreadsheet."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from drafter.gui.quantities.asking import ask_for_table
from drafter.i18n import _
from drafter.model import N_, LedgerRow
from drafter.review import QuantityLedger, write_ledger

if TYPE_CHECKING:
    from drafter.gui.window.main_window import MainWindow


class Figures(QObject):
    """Carries out what is asked of the panel of figures."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        window.quantities.chosen.connect(window.view.go_to)
        window.quantities.left.connect(window.view.setFocus)
        window.quantities.export_asked.connect(self.export)
        # What is done in another thread may change the review under the panel's hands.
        window.background.started.connect(lambda: window.quantities.hold(held=True))
        window.background.ended.connect(lambda: window.quantities.hold(held=False))

    def export(self) -> None:
        """Ask where the figures shall go, and write those that are shown in the background."""
        session = self._window.session
        if session is None or not self._window.attempt(self._window.view.commit):
            return
        names = [document.name for document in session.documents.values()]
        stem = Path(names[0]).stem if names else "review"
        path = ask_for_table(self._window, f"{stem}-{_('figures')}")
        if path is not None:
            self.export_to(path)

    def export_to(self, path: Path) -> None:
        """Write the figures that are shown, all of them where not all are read yet."""
        session, background = self._window.session, self._window.background
        if session is None:
            return
        shown = self._window.quantities.rows()
        # A ledger of its own: the panel's belongs to the window's thread.
        rows: Iterable[LedgerRow] = QuantityLedger(session).rows() if shown is None else shown
        background.start(
            _("Exporting"),
            lambda _tell: write_ledger(rows, path),
            lambda _none: background.tell(_(N_("Written: {path}"), path=path)),
        )
