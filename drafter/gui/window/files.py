"""Files in and out: a review is opened, kept, let go, exported."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QMessageBox

from drafter.gui.opening.dialog import OpenDialog
from drafter.gui.opening.pasting import PastingDialog
from drafter.gui.opening.reading import ReadingDialog
from drafter.gui.opening.words import is_doubtful
from drafter.gui.settings.settings import reviews_folder
from drafter.gui.toolbox.ask_where import ask_where
from drafter.gui.toolbox.errors import show_error
from drafter.gui.toolbox.latest import Latest
from drafter.gui.toolbox.worker import Tell
from drafter.gui.window.background import Steps
from drafter.gui.window.safety import Safety
from drafter.i18n import _, ngettext, shown
from drafter.model import N_, DrafterError, Message
from drafter.project import SUFFIX
from drafter.resources import resource_path
from drafter.review import (
    Opened,
    Pasted,
    ReviewSession,
    ScanError,
    export_review,
    hand_over,
    keep,
    open_or_resume,
    written_choices,
)

if TYPE_CHECKING:
    from drafter.gui.export.choices import ExportFile
    from drafter.gui.window.main_window import MainWindow

_LONGEST_NAME = 60
_OFFICE_QUIET = 1500  # ms without another choice before LibreOffice is asked for a preview


class Files(QObject):
    """Brings reviews into the window and lets them go.

    Attributes:
        safety: looks after the one that is there.
    """

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._told: ReviewSession | None = None  # the review of which it was told that it can't be written
        self._asking: ReadingDialog | None = None
        self._doubtful: Opened | None = None
        self.safety = Safety(window)
        self.safety.bar.retry_asked.connect(self._open_again)
        self.safety.bar.save_asked.connect(self._save_elsewhere)
        self._reading: Sequence[Path | Pasted] = ()
        self._pages = Latest(self, _OFFICE_QUIET)
        window.background.started.connect(self._read_nothing)
        window.background.ended.connect(self._on_idle)
        window.view.commit_failed.connect(self._on_unwritten)
        window.view.refused.connect(window.background.tell)

    # --- opening ---------------------------------------------------------------------------------------------------

    def open_files(self) -> None:
        """Ask which files to open, and open them."""
        dialog = OpenDialog(self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.open_paths(dialog.paths())

    def open_sample(self) -> None:
        """Open the plan that comes with the program."""
        folder = resource_path("samples", "yunxi")
        self.open_paths([folder / "zh.txt", folder / "en.txt"])

    def new_from_clipboard(self) -> None:
        """Ask for texts in place of files, and open them."""
        dialog = PastingDialog(self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.open_paths(dialog.texts())

    def open_paths(self, sources: Sequence[Path | Pasted], *, recognise: bool = False) -> None:
        """Open files or texts in the background; the review that is open stays until the new one is there.

        Args:
            sources: files or pasted texts.
            recognise: whether the text of scans shall be recognised.
        """
        author, folder = self._window.settings.author, reviews_folder()
        style = dict(self._window.settings.house_style)

        def work(tell: Tell) -> Opened:
            opened = open_or_resume(sources, folder, author=author, recognise=recognise, progress=tell)
            if style and not opened.resumed and not opened.session.house_style:
                opened.session.choose_style(written_choices(style))
            if opened.resumed or opened.session.path is not None or is_doubtful(opened.session):
                return opened
            keep(opened.session, opened.place)
            return replace(opened, place=None)

        what = _("Recognising the text of the scan") if recognise else _("Reading, pairing and checking")
        if self._window.background.start(what, work, self._on_opened):
            self._reading = sources

    def _read_nothing(self) -> None:
        self._reading = ()

    def on_failed(self, error: BaseException) -> None:
        """Tell why something failed; where a scan could be recognised here, ask whether it shall be."""
        if isinstance(error, ScanError) and error.recognisable and self._reading:
            if self._may_recognise(error):
                self.open_paths(self._reading, recognise=True)
        else:
            show_error(self._window, error)

    def _may_recognise(self, error: ScanError) -> bool:
        box = QMessageBox(QMessageBox.Icon.Question, _("Drafter"), shown(error.message), parent=self._window)
        box.setObjectName("scan")
        box.setInformativeText(_("A page takes some seconds. Nothing leaves this computer."))
        yes = box.addButton(_("Recognise the text"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        return box.clickedButton() is yes

    def _on_opened(self, result: object) -> Steps | None:
        opened = cast("Opened", result)
        if opened.resumed or not is_doubtful(opened.session) or opened.session.path is not None:
            return self._show(opened)
        self._doubtful = opened  # asked about when its thread has gone: the answer needs another one
        return None

    def _on_idle(self) -> None:
        """Ask about what was just read with a doubt."""
        opened, self._doubtful = self._doubtful, None
        if opened is not None:
            place, dialog = opened.place, self._ask(opened.session, new=True)
            dialog.accepted.connect(lambda: self._keep_and_show(dialog.session, place))

    def _keep_and_show(self, session: ReviewSession, place: Path | None) -> None:
        """Open a review that was looked at before."""
        session.author = self._window.settings.author
        self._window.background.start(
            _("Keeping the review"),
            lambda _tell: keep(session, place),
            lambda _none: self._show(Opened(session), looked_at=True),
        )

    def _show(self, opened: Opened, *, looked_at: bool = False) -> Steps:
        session, before = opened.session, self._window.session
        if before is not None and before.path == session.path and session.read_only and not before.read_only:
            self._window.background.tell(_("Going on where you left these files."))
            self._window.opened.emit()  # it is open here already
            return
        if not self.let_go():
            session.close()
            return
        typed = self.safety.restore(session)
        yield
        yield from self._window.showing_review(session)
        if typed:
            self._window.view.go_to(typed[0])
            self._window.background.tell(_("What was being typed when Drafter ended is here again."))
        elif session.read_only is not None:
            return  # the bar says so
        elif session.path is None:
            self._window.background.tell(_("This review can't be kept by itself here: save it as a project."))
        elif opened.resumed:
            self._window.background.tell(_("Going on where you left these files."))
        elif not looked_at and session.documents and not session.revisions:
            self._window.read_bar.tell(session)

    # --- what was read ---------------------------------------------------------------------------------------------

    def show_reading(self) -> None:
        """Show what was read for the review that is open, and let it be read otherwise."""
        session = self._window.session
        if session is None or not self._window.attempt(self._window.view.commit):
            return
        dialog = self._ask(session, new=False)
        dialog.accepted.connect(lambda: self._read_anew(session, dialog.session, dialog.lost))

    def _ask(self, session: ReviewSession, *, new: bool) -> ReadingDialog:
        dialog = ReadingDialog(session, new=new, parent=self._window)
        dialog.finished.connect(self._on_asked)
        self._asking = dialog
        dialog.open()
        return dialog

    def _on_asked(self) -> None:
        dialog, self._asking = self._asking, None
        if dialog is not None:
            dialog.deleteLater()

    def dismiss(self) -> None:
        """Take a question back: the window goes."""
        self.safety.dismiss()
        self._pages.finish()
        if self._asking is not None:
            self._asking.reject()

    def _read_anew(self, old: ReviewSession, new: ReviewSession, lost: int) -> None:
        """Put a review read anew in the place of the one that is open."""
        if old is not self._window.session or (lost and not self._may_lose(lost)):
            return

        def done(copy: object) -> Steps:
            yield from self._window.showing_review(new)
            if isinstance(copy, Path):
                self._window.background.tell(_(N_("Read anew. The project as it was: {path}"), path=copy))

        self._window.background.start(
            _("Keeping the review"), lambda _tell: new.take_over(old, spare=bool(old.revisions)), done
        )

    def _may_lose(self, lost: int) -> bool:
        box = QMessageBox(QMessageBox.Icon.Warning, _("Read anew"), "", parent=self._window)
        box.setText(
            ngettext(
                "What was done in {n} clause finds no place in the text as it is read now.",
                "What was done in {n} clauses finds no place in the text as it is read now.",
                lost,
            )
        )
        box.setInformativeText(
            _("Corrections, notes and tags there would be lost; a copy of the project stays beside it.")
        )
        anew = box.addButton(_("Read anew"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        return box.clickedButton() is anew

    # --- letting go ------------------------------------------------------------------------------------------------

    def let_go(self) -> bool:
        """Close the review; False where something is typed that can't be written and the user would rather stay."""
        session = self._window.session
        if session is None:
            return True
        try:
            self._window.view.commit()
        except DrafterError as error:
            if not self._leave_unwritten(error):
                return False
        else:
            self._window.reviewing.remember_place()
        self._window.view.set_session(None)
        self.safety.end()
        self._window.measuring.end()
        self._window.recent.leave(session)
        session.close()
        self._window.session = None
        return True

    def _leave_unwritten(self, error: DrafterError) -> bool:
        """Ask what is to become of words that can't be written; tell whether the review may be left."""
        self._told = self._window.session  # the box takes the focus from the text, which tries to write again
        box = QMessageBox(QMessageBox.Icon.Warning, _("Drafter"), shown(error.message), parent=self._window)
        box.setInformativeText(_("Your last words are not saved yet."))
        save = box.addButton(_("Save project as…"), QMessageBox.ButtonRole.AcceptRole)
        leave = box.addButton(_("Leave without them"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        if box.clickedButton() is save:
            return self.save_as()
        return box.clickedButton() is leave

    def _on_unwritten(self, error: DrafterError) -> None:
        """Tell once in a dialog that typing can't be written, then quietly: it fails at every pause."""
        if self._told is self._window.session:
            self._window.background.tell(shown(error.message))
        else:
            self._told = self._window.session
            show_error(self._window, error)

    # --- keeping and exporting -------------------------------------------------------------------------------------

    def save_as(self) -> bool:
        """Keep the review under another name; tell whether it is kept there."""
        session, view = self._window.session, self._window.view
        if session is None:
            return False
        start = session.path.name if session.path else session.title[:_LONGEST_NAME] + SUFFIX
        path = ask_where(self._window, _("Save project as"), start, _("Drafter projects"), SUFFIX)
        if path is None:
            return False
        try:
            view.commit()
        except DrafterError:
            # The file it was kept in can't be written any more: what was typed goes into the new one.
            session.close()
            view.commit()
        before = session.path
        if not self._window.attempt(lambda: session.save_as(path)):
            return False
        self.safety.saved(before)
        self._window.recent.note(session)
        self._window.background.tell(_(N_("Saved: {path}"), path=path))
        return True

    def save_copy(self) -> None:
        """Write the review as it stands to another file; changes go on where they went before."""
        session = self._window.session
        if session is None or not self._window.attempt(self._window.view.commit):
            return
        start = session.path.name if session.path else session.title[:_LONGEST_NAME] + SUFFIX
        path = ask_where(self._window, _("Save a copy"), start, _("Drafter projects"), SUFFIX)
        if path is not None and self._window.attempt(lambda: session.save_copy(path)):
            self._window.background.tell(_(N_("Saved: {path}"), path=path))

    def hand_over(self) -> None:
        """Write a copy that tells the result, and nothing of how it came about."""
        session = self._window.session
        if session is None or not self._window.attempt(self._window.view.commit):
            return
        start = session.title[:_LONGEST_NAME] + SUFFIX
        path = ask_where(self._window, _("Save a copy for hand-over"), start, _("Drafter projects"), SUFFIX)
        if path is not None:
            self._window.background.start(
                _("Writing the copy"),
                lambda _tell: hand_over(session, path),
                lambda _none: self._window.background.tell(_(N_("Written: {path}"), path=path)),
            )

    def _open_again(self) -> None:
        """Open the project once more: perhaps it can be written now."""
        session = self._window.session
        if session is not None and session.path is not None:
            self.open_paths([session.path])

    def _save_elsewhere(self) -> None:
        session = self._window.session
        if session is not None and session.read_only is not None:
            self.save_copy()
        else:
            self.save_as()

    def export(self) -> None:
        """Ask what to export, and write it in the background."""
        session = self._window.session
        if session is None or not self._window.attempt(self._window.view.commit):
            return
        from drafter.gui.export.dialog import ExportDialog  # with its preview it is no small thing to load

        dialog = ExportDialog(session, self._window.settings, self._window, self._pages)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.files:
            self.export_to(dialog.files)
        dialog.deleteLater()

    def export_to(self, files: "Sequence[ExportFile]") -> None:
        """Write files one after the other in the background; those that were written before it is cancelled stay."""
        session = self._window.session
        if session is None:
            return

        def work(tell: Tell) -> tuple[Message, ...]:
            said: list[Message] = []
            for count, file in enumerate(files):
                tell(count / len(files))

                def tell_share(share: float, done: int = count) -> None:
                    tell((done + share) / len(files))

                said += export_review(session, file.path, file.options, tell_share)
            return tuple(said)

        paths = [file.path for file in files]
        self._window.background.start(_("Exporting"), work, lambda told: self._on_exported(paths, told))

    def _on_exported(self, paths: Sequence[Path], told: object) -> None:
        said = [shown(message) for message in told if isinstance(message, Message)] if isinstance(told, tuple) else []
        self._window.written_bar.tell(paths, list(dict.fromkeys(said)))
        self._window.background.tell(self._window.written_bar.words())
