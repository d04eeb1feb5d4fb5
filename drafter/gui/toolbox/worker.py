"""Work in the background, with progress and cancel, told back in the window's own thread."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, Signal

from drafter.gui.toolbox.overrides import guarded

_SWITCH_INTERVAL = 0.0005  # s
Tell = Callable[[float], None]


class Cancelled(Exception):  # noqa: N818 -- not an error: the user asked for it
    """Raised inside the work when it is to stop."""


@guarded
class _Thread(QThread):
    def __init__(self, body: Callable[[], None], parent: QObject | None) -> None:
        super().__init__(parent)
        self._body = body

    def run(self) -> None:
        self._body()


class Worker(QObject):
    """One piece of work in a thread of its own.

    Signals:
        progressed: the share done, 0 to 1.
        succeeded: the result.
        failed: the exception that ended the work.
        cancelled: the work stopped because it was asked to.
        ended: after any of these, once the thread is gone.
    """

    progressed = Signal(float)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    ended = Signal()

    def __init__(self, work: Callable[[Tell], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._stop = False
        self._thread = _Thread(self._run, self)
        self._thread.finished.connect(self.ended)

    def start(self) -> None:
        """Begin."""
        # Python lets the window's thread in every 5 ms by itself: ten such waits in one paint are a stall to be seen.
        sys.setswitchinterval(_SWITCH_INTERVAL)
        self._thread.start()

    def cancel(self) -> None:
        """Ask the work to stop; it does at the next report of its progress."""
        self._stop = True

    def wait(self) -> None:
        """Wait until the thread is gone."""
        self._thread.wait()

    def _tell(self, share: float) -> None:
        if self._stop:
            raise Cancelled
        self.progressed.emit(share)

    def _run(self) -> None:
        try:
            result = self._work(self._tell)
        except Cancelled:
            self.cancelled.emit()
        except Exception as error:  # noqa: BLE001 -- handed on to the window, which shows it
            self.failed.emit(error)
        else:
            self.succeeded.emit(result)
