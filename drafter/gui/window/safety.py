"""Nothing is lost: typing is kept as it goes, and work goes on where its project can't be written."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox

from drafter.gui.window.standing import StandingBar
from drafter.i18n import _, shown
from drafter.model import N_, Message, Side
from drafter.project import UnwritableError
from drafter.review.drafting import Drafting, drafts_folder, restore_typing
from drafter.review.recovering import KeptWork, discard, is_kept_work, kept_work, protect, recovery_folder

if TYPE_CHECKING:
    from drafter.gui.window.main_window import MainWindow
    from drafter.review import ReviewSession


class Safety(QObject):
    """Looks after the review in the window.

    Signals:
        fled: why the work goes on elsewhere, perhaps from the thread of a worker.

    Attributes:
        bar: says where the review stands with its file.
    """

    fled = Signal(object)

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._drafting: Drafting | None = None
        self._why: Message | None = None
        self._asking: QMessageBox | None = None
        self.bar = StandingBar()
        # Queued: when it is told the review has not arrived there yet, and perhaps another thread tells it.
        self.fled.connect(self._on_fled, Qt.ConnectionType.QueuedConnection)
        window.view.typing.connect(self._on_typing)
        window.background.ended.connect(self.follow)

    # --- the review in the window ----------------------------------------------------------------------------------

    def restore(self, session: "ReviewSession") -> tuple[int, ...]:
        """Bring back what was being typed in a review when the program was killed; give the clauses."""
        protect(session, recovery_folder(), self.fled.emit)
        return restore_typing(session, drafts_folder())

    def begin(self, session: "ReviewSession") -> None:
        """Look after another review."""
        self.end()
        if session.read_only is None:
            self._drafting = Drafting(session, drafts_folder())
        self.follow()

    def follow(self) -> None:
        """Look after a review that is kept elsewhere now, and say how it stands."""
        session = self._window.session
        if session is None:
            self.bar.tell("", locked=False)
            return
        protect(session, recovery_folder(), self.fled.emit)
        if session.read_only is not None:
            self.bar.tell(shown(session.read_only), locked=True)
        elif is_kept_work(session.path, recovery_folder()):
            goes_on = _("Your work goes on and is kept on this computer: save it as a project where it shall stay.")
            self.bar.tell(f"{shown(self._why)} {goes_on}" if self._why else goes_on, locked=False)
        else:
            self._why = None
            self.bar.tell("", locked=False)

    def retranslate(self) -> None:
        """Say everything again in the language that is set."""
        self.follow()

    def end(self) -> None:
        """Let the review go; everything typed in it is a change by now, or kept."""
        self._why = None
        if self._drafting is not None:
            self._drafting.close()
            self._drafting = None

    def _on_typing(self, typed: Mapping[tuple[int, Side], str]) -> None:
        if self._drafting is not None:
            self._drafting.note(typed)

    def _on_fled(self, error: UnwritableError) -> None:
        self._why = error.message
        self.follow()

    # --- work that was kept ----------------------------------------------------------------------------------------

    def saved(self, before: Path | None) -> None:
        """Throw kept work away that has found a place."""
        session = self._window.session
        if session is not None and before is not None and session.path != before:
            if is_kept_work(before, recovery_folder()):
                discard(before)
            self.follow()

    def offer(self) -> None:
        """Offer the work that was kept when a project could not be written."""
        found = kept_work(recovery_folder())
        if found:
            self._ask(found[0])

    def _ask(self, work: KeptWork) -> None:
        box = QMessageBox(QMessageBox.Icon.Question, _("Drafter"), "", parent=self._window)
        box.setObjectName("kept-work")
        moment = QDateTime.fromSecsSinceEpoch(int(work.time.timestamp()))
        time = QLocale().toString(moment, QLocale.FormatType.ShortFormat)
        box.setText(_(N_("Work of {time} on “{name}” was kept: its project could not be written."), time=time,
                      name=work.name))  # fmt: skip
        to_open = box.addButton(_("Open it"), QMessageBox.ButtonRole.AcceptRole)
        to_discard = box.addButton(_("Discard it"), QMessageBox.ButtonRole.DestructiveRole)
        later = box.addButton(_("Later"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(to_open)
        box.setEscapeButton(later)

        def done() -> None:
            clicked, self._asking = box.clickedButton(), None
            box.deleteLater()
            if clicked is to_open:
                self._window.files.open_paths([work.path])
            elif clicked is to_discard:
                discard(work.path)

        box.finished.connect(done)
        self._asking = box
        box.open()

    def dismiss(self) -> None:
        """Take a question back: the window goes."""
        if self._asking is not None:
            self._asking.reject()
