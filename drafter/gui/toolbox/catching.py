"""What nobody caught: told once in the window, always in the log, and the work goes on."""

import logging
import sys
import threading
import time
from types import TracebackType
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from drafter.gui.toolbox.errors import show_error
from drafter.gui.toolbox.logs import report

_log = logging.getLogger("drafter")
_AGAIN: Final = 60.0
"""Seconds in which the same error is told once: one that comes with every repaint would leave no way to go on."""


class Catcher(QObject):
    """Takes exceptions that nobody caught to a dialog, in the window's own thread."""

    caught = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._told: dict[str, float] = {}
        self._standing = False
        self.caught.connect(self._on_caught)

    def begin(self) -> None:
        """Catch from now on what Python finds nobody for, in any thread."""
        sys.excepthook = self.hook
        threading.excepthook = self.hook_of_thread

    def hook(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        """Stand in for `sys.excepthook`."""
        if isinstance(error, KeyboardInterrupt):
            QApplication.quit()
            return
        self.caught.emit(error)

    def hook_of_thread(self, caught: threading.ExceptHookArgs) -> None:
        """Stand in for `threading.excepthook`."""
        if caught.exc_value is not None and not isinstance(caught.exc_value, SystemExit):
            self.caught.emit(caught.exc_value)

    def _on_caught(self, error: BaseException) -> None:
        what, now = report(error), time.monotonic()
        known = self._told.get(what)
        self._told[what] = now
        if self._standing or (known is not None and now - known < _AGAIN):
            _log.error("again, or while another one was told: %s", what)
            return
        self._standing = True
        try:
            show_error(QApplication.activeWindow(), error)
        finally:
            self._standing = False
            self._told[what] = time.monotonic()
