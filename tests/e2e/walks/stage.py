"""What everybody does in the window: start it, press keys, drop files, wait."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from drafter.gui.settings.settings import load_settings, settings_file
from drafter.gui.toolbox.translation import Translation
from drafter.gui.window.main_window import MainWindow
from drafter.review import ReviewSession

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
_LONGEST = 20_000


def wait_until(true: Callable[[], bool]) -> None:
    """Let the window live until something holds."""
    loop = QEventLoop()
    look = QTimer()
    look.timeout.connect(lambda: loop.quit() if true() else None)
    look.start(20)
    QTimer.singleShot(_LONGEST, loop.quit)
    loop.exec()
    assert true(), "waited in vain"


def start() -> MainWindow:
    """Open an empty window as the program does."""
    window = MainWindow(load_settings(settings_file()), Translation())
    window.follow_language()
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    return window


def press(window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key in the window; without a window manager nobody gives it the focus back after a dialog."""
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    QTest.keyClick(window, key, modifiers)


def drop(window: MainWindow, *paths: Path) -> ReviewSession:
    """Drop files on the window and wait for the review."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    before = window.session
    window.dropEvent(
        QDropEvent(
            QPointF(50, 50), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
    )
    wait_until(lambda: window.session is not before and not window.background.busy)
    assert window.session is not None
    return window.session
