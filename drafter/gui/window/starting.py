"""The start page in the window: what it offers is carried out, and a review that is closed leads back to it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDockWidget, QFileDialog

from drafter.gui.settings.remembered import Remembered
from drafter.gui.start.page import StartPage
from drafter.gui.window.recent import is_there
from drafter.i18n import _
from drafter.project import SUFFIX
from drafter.resources import resource_path

if TYPE_CHECKING:
    from drafter.gui.window.main_window import MainWindow

SAMPLE: Final = (resource_path("samples", "yunxi", "zh.txt"), resource_path("samples", "yunxi", "en.txt"))


class Starting(QObject):
    """Looks after the start page.

    Attributes:
        page: the page.
    """

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.page = StartPage(is_there)
        ways: dict[str, Callable[[], object]] = {
            "open_files": window.files.open_files,
            "open_project": self.open_project,
            "new_from_clipboard": window.files.new_from_clipboard,
            "open_sample": window.files.open_sample,
        }
        self.page.asked.connect(lambda way: ways[way]())
        self.page.review_asked.connect(lambda path: window.recent.ask_for(path, window))
        self.page.forget_asked.connect(lambda path: window.recent.forget(path))

    def begin(self) -> None:
        """Show what there is to begin with: the sample as long as nothing else was ever open, else the start page."""
        if all(map(_is_sample, self._window.settings.recent.values())):
            self._window.files.open_sample()

    def follow(self) -> None:
        """Show the recent reviews as they are remembered now."""
        self.page.set_recent(self._window.settings.recent)

    def open_project(self) -> None:
        """Ask for a project, and open it."""
        kinds = f"{_('Drafter projects')} (*{SUFFIX})"
        name, _kind = QFileDialog.getOpenFileName(self._window, _("Open a project"), "", kinds)
        if name:
            self._window.files.open_paths([Path(name)])

    def close_review(self) -> None:
        """Let the review go, which is kept as it stands, and go back to the start page."""
        window = self._window
        if window.session is None:
            return
        window.settings.layout = window.panels.layout()
        if not window.files.let_go():
            return
        for dock in window.findChildren(QDockWidget):
            dock.hide()
        window.show_start()


def _is_sample(review: Remembered) -> bool:
    """Tell the plan that comes with the program, as long as nobody gave its review a name of their own."""
    with SAMPLE[0].open(encoding="utf-8") as text:
        title = text.readline().strip()
    return review.files == [path.name for path in SAMPLE] and review.title == title
