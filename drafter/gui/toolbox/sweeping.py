"""When Python looks through its objects for rubbish: in the window's own thread, and never for long.

Left to itself it does so in whichever thread makes objects. From a worker's thread it would destroy widgets that only
the window's may touch, and with a large review open one look at everything takes hundreds of milliseconds. So it is
done here: what is new is looked through little by little, and everything only while the user is in another program.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

_TICK: Final = 250  # ms
_FEWEST: Final = 700
"""New objects that are worth a look; Python's own measure."""
_MOST: Final = 20_000
"""New objects that can be looked through in a few milliseconds; more are left for when the user is away."""
_AWAY: Final = 2_000  # ms after which somebody who turned to another program is taken to be away


class Sweeper(QObject):
    """Looks through Python's objects in the window's thread."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        gc.disable()
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK)
        self._tick.timeout.connect(self.look)
        self._tick.start()
        self._away = QTimer(self)
        self._away.setSingleShot(True)
        self._away.setInterval(_AWAY)
        self._away.timeout.connect(self.sweep)
        application.applicationStateChanged.connect(self.follow)

    def look(self) -> None:
        """Look through what is new; what is still in use is not looked at again before the user is away."""
        new = gc.get_count()[0]
        if new >= _FEWEST:
            if new <= _MOST:
                gc.collect(0)
            gc.freeze()

    def sweep(self) -> None:
        """Look through everything."""
        gc.unfreeze()
        gc.collect()
        gc.freeze()

    def follow(self, state: Qt.ApplicationState) -> None:
        """Wait for the moment, or let it pass."""
        if state == Qt.ApplicationState.ApplicationActive:
            self._away.stop()
        else:
            self._away.start()

    def rest(self) -> None:
        """Leave it to Python again."""
        self._tick.stop()
        self._away.stop()
        gc.unfreeze()
        gc.enable()
