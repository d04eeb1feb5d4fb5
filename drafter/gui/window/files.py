"""Files in and out: a review is opened, kept, let go, exported."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QMessageBox

from drafter.gui.export.dialog import ExportChoice, ExportDialog
from drafter.gui.opening.dialog import OpenDialog
from drafter.gui.settings.settings import reviews_folder
from drafter.gui.toolbox.ask_where import ask_where
from drafter.gui.toolbox.errors import show_error
from drafter.gui.toolbox.worker import Tell
from drafter.i18n import _, shown
from drafter.model import N_, DrafterError
from drafter.project import SUFFIX
from drafter.resources import resource_path
from drafter.review import ReviewSession, export_review, open_and_keep

if TYPE_CHECKING:
    from drafter.gui.window.main_window import MainWindow

_LONGEST_NAME = 60


class Files(QObject):
    """Brings reviews into the window and lets them go."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._told: ReviewSession | None = None  # the review of which it was told that it can't be written
        window.view.commit_failed.connect(self._on_unwritten)

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

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open files in the background; the review that is open stays until the new one is there."""
        author, folder = self._window.settings.author, reviews_folder()

        def work(tell: Tell) -> tuple[ReviewSession, bool]:
            return open_and_keep(paths, folder, author=author, progress=tell)

        self._window.background.start(_("Reading, pairing and checking"), work, self._on_opened)

    def _on_opened(self, result: object) -> None:
        session, resumed = cast("tuple[ReviewSession, bool]", result)
        if not self.let_go():
            session.close()
            return
        self._window.show_review(session)
        tell = self._window.background.tell
        warnings = [shown(notice.message) for notice in session.notices if notice.warning]
        if warnings:
            tell(" ".join(warnings))
        elif session.path is None:
            tell(_("This review can't be kept by itself here: save it as a project."))
        elif resumed:
            tell(_("Going on where you left these files."))

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
        if not self._window.attempt(lambda: session.save_as(path)):
            return False
        self._window.background.tell(_(N_("Saved: {path}"), path=path))
        return True

    def export(self) -> None:
        """Ask what to export, and write it in the background."""
        session = self._window.session
        if session is None or not self._window.attempt(self._window.view.commit):
            return
        critical = sum(1 for finding in session.findings() if finding.severity == "critical")
        tagged = any(session.tags(clause.id) for clause in session.clauses)
        dialog = ExportDialog(Path(_stem(session)), critical, tagged=tagged, parent=self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.choice is not None:
            self.export_to(dialog.choice)

    def export_to(self, choice: ExportChoice) -> None:
        """Write an export in the background."""
        session, background = self._window.session, self._window.background
        if session is not None:
            background.start(
                _("Exporting"),
                lambda _tell: export_review(session, choice.path, choice.options),
                lambda _none: background.tell(_(N_("Written: {path}"), path=choice.path)),
            )


def _stem(session: ReviewSession) -> str:
    names = [document.name for document in session.documents.values()]
    return Path(names[0]).stem + "-bilingual" if names else "review"
