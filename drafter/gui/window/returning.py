"""Packs sent out, and files taken back in."""

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QFileDialog

from drafter.exports import DocxOptions
from drafter.gui.returning.sending import SendDialog
from drafter.gui.returning.taking import TakeBackDialog
from drafter.gui.toolbox.worker import Tell
from drafter.i18n import _, ngettext
from drafter.model import N_
from drafter.review import ReviewSession, TakenBack, export_review, send_out, take_back, take_over
from drafter.review.packing import Wanted
from drafter.review.returned import RETURNED_ENDINGS

if TYPE_CHECKING:
    from drafter.gui.window.main_window import MainWindow

_LONGEST_NAME = 60


class Returning(QObject):
    """Sends clauses out to whoever translates, and takes back what comes of it."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def send_pack(self) -> None:
        """Ask which clauses are sent out and as what, and write them."""
        session = self._window.session
        if session is None or not self._window.attempt(self._window.view.commit):
            return
        dialog = SendDialog(session.title[:_LONGEST_NAME] + "-pack", self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.path is not None:
            self.send_to(dialog.path, dialog.wanted())
        dialog.deleteLater()

    def send_to(self, path: Path, wanted: tuple[Wanted, ...]) -> None:
        """Write clauses to a file in the background."""
        session = self._window.session
        if session is None:
            return

        def work(tell: Tell) -> int:
            if path.suffix.lower() != ".docx":
                return send_out(session, path, wanted)
            export_review(session, path, DocxOptions(returnable=True), tell)
            return len(session.clauses)

        def done(count: object) -> None:
            told = ngettext("{n} clause sent out.", "{n} clauses sent out.", cast("int", count))
            self._window.written_bar.tell([path], [told])
            self._window.background.tell(told)

        self._window.background.start(_("Sending out"), work, done)

    def take_back(self) -> None:
        """Ask for a file that came back, and show what it brings."""
        endings = " ".join(f"*{ending}" for ending in RETURNED_ENDINGS)
        kinds = f"{_(N_('Packs and Word tables'))} ({endings})"
        name, _kind = QFileDialog.getOpenFileName(self._window, _("Take back a file"), "", kinds)
        if name:
            self.take_from(Path(name))

    def take_from(self, path: Path) -> None:
        """Hold a file that came back against the review in the background, and show what it brings."""
        session = self._window.session
        if session is not None and self._window.attempt(self._window.view.commit):
            self._window.background.start(
                _("Reading what came back"),
                lambda _tell: take_back(session, path),
                lambda back: self._show(session, cast("TakenBack", back), path),
            )

    def _show(self, session: ReviewSession, back: TakenBack, path: Path) -> None:
        dialog = TakeBackDialog(session, back, path.name, self._window)
        dialog.accepted.connect(lambda: self._take_over(session, dialog, path))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take_over(self, session: ReviewSession, dialog: TakeBackDialog, path: Path) -> None:
        chosen, author = dialog.chosen(), dialog.author.text().strip()
        if session is not self._window.session:
            return

        def done(changed: object) -> None:
            ids = cast("tuple[int, ...]", changed)
            if ids:
                self._window.view.go_to(ids[0])
            self._window.background.tell(ngettext("{n} text taken over.", "{n} texts taken over.", len(ids)))

        self._window.background.start(
            _("Taking over"), lambda _tell: take_over(session, chosen, author, path.name), done
        )
