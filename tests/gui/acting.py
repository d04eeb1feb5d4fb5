"""What the tests of the window do as a user would."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


def in_dialog(kind: type[QWidget], act: Callable[[QWidget], None]) -> None:
    """Have something done in the next dialog of a kind, once it stands; one that it fails in is closed."""

    def look() -> None:
        found = [one for one in QApplication.topLevelWidgets() if isValid(one) and isinstance(one, kind)]
        standing = next((one for one in found if one.isVisible()), None)
        if standing is None:
            QTimer.singleShot(20, look)
            return
        try:
            act(standing)
        except BaseException:
            standing.close()  # else its event loop would wait for ever
            raise

    QTimer.singleShot(20, look)
