"""When Python looks through all its objects for rubbish: only while nobody looks at the window.

With a large review open such a look takes hundreds of milliseconds, whichever thread it falls into, and the window
stands still as long. What falls out of use right away is gathered as ever.
"""

import gc

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

_NEVER = 1_000_000_000  # sweeps of the younger objects before all are looked through
_AWAY = 2_000  # ms after which somebody who turned to another program is taken to be away


class Sweeper(QObject):
    """Looks through all objects whenever the user has turned to another program."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        young, middle, _old = gc.get_threshold()
        gc.set_threshold(young, middle, _NEVER)
        self._away = QTimer(self)
        self._away.setSingleShot(True)
        self._away.setInterval(_AWAY)
        self._away.timeout.connect(gc.collect)
        application.applicationStateChanged.connect(self.follow)

    def follow(self, state: Qt.ApplicationState) -> None:
        """Wait for the moment, or let it pass."""
        if state == Qt.ApplicationState.ApplicationActive:
            self._away.stop()
        else:
            self._away.start()
