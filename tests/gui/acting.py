"""What the tests of the window do as a user would."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget


def in_dialog(kind: type[QWidget], act: Callable[[QWidget], None]) -> None:
    """Have something done in the next dialog of a kind, once it stands."""

    def look() -> None:
        found = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()]
        if found:
            act(found[0])
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(20, look)
