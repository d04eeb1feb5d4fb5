"""Starting the window: what must stand before the first widget, and what catches errors after it."""

import logging
import sys
from collections.abc import Sequence
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from platformdirs import user_log_path
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from drafter.gui.settings.settings import load_settings, settings_file
from drafter.gui.toolbox.errors import show_error
from drafter.gui.toolbox.input_method import cure_input_method
from drafter.gui.toolbox.sweeping import Sweeper
from drafter.gui.toolbox.translation import Translation
from drafter.gui.window.main_window import MainWindow

_LOG_BYTES, _LOG_FILES = 500_000, 3


class _Catcher(QObject):
    """Takes exceptions nobody caught to a dialog, in the window's own thread."""

    caught = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.caught.connect(lambda error: show_error(QApplication.activeWindow(), error))

    def hook(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        """Stand in for `sys.excepthook`."""
        if isinstance(error, KeyboardInterrupt):
            QApplication.quit()
            return
        self.caught.emit(error)


def run(paths: Sequence[Path] = ()) -> int:
    """Open the window.

    Args:
        paths: files to open at once.

    Returns:
        The exit status.
    """
    cure_input_method()
    _log_to_file()
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Drafter")
    application.setDesktopFileName("drafter")
    application.setStyle("Fusion")
    Sweeper(application)
    catcher = _Catcher()
    sys.excepthook = catcher.hook
    window = MainWindow(load_settings(settings_file()), Translation())
    window.follow_language()
    window.show()
    window.choosing.begin()
    if paths:
        window.files.open_paths(paths)
    else:
        window.starting.begin()
    window.files.safety.offer()
    return application.exec()


def _log_to_file() -> None:
    try:
        folder = user_log_path("drafter", appauthor=False, ensure_exists=True)
        log = folder / "drafter.log"
        handler = RotatingFileHandler(log, maxBytes=_LOG_BYTES, backupCount=_LOG_FILES, encoding="utf-8")
    except OSError:
        return  # a place without a log is no reason not to start
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logging.getLogger("drafter").addHandler(handler)
