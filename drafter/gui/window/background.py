"""Work in the background, shown in the status bar with what is being done and a way to stop it."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStatusBar

from drafter.gui.toolbox.worker import Tell, Worker
from drafter.i18n import _

_BAR_WIDTH = 200
_MESSAGE = 8000  # ms a message stands in the status bar
Steps = Iterator[None]
"""What is to be done with a result, in steps that each take little time."""

_BREATH = 1  # ms: with none, Qt goes on to the next step before other timers have their turn
_LAST = object()


class Background(QObject):
    """At most one piece of work at a time.

    Signals:
        started, ended: work began, or is over in whatever way.
        failed: the exception that ended the work, told once its thread has gone.
    """

    started = Signal()
    ended = Signal()
    failed = Signal(object)

    def __init__(self, bar: QStatusBar) -> None:
        super().__init__(bar)
        self._status = bar
        self._worker: Worker | None = None
        self._steps: Steps | None = None
        self._stepping = False
        self._thread_gone = False
        self._what = QLabel()
        self._bar = QProgressBar()
        self._bar.setRange(0, 100)
        self._bar.setMaximumWidth(_BAR_WIDTH)
        self._stop = QPushButton()
        self._stop.setObjectName("cancel")
        self._stop.clicked.connect(self.cancel)
        for widget in (self._what, self._bar, self._stop):
            bar.addPermanentWidget(widget)
            widget.hide()

    def retranslate(self) -> None:
        """Say everything again in the language that is set."""
        self._stop.setText(_("Cancel"))

    @property
    def busy(self) -> bool:
        """Whether something is being done."""
        return self._worker is not None

    def hinders(self) -> bool:
        """Tell whether something is being done; where it is, say that one has to wait."""
        if self.busy:
            self.tell(_("Wait until the present work is done, or cancel it."))
        return self.busy

    def start(self, what: str, work: Callable[[Tell], object], done: Callable[[object], Steps | None]) -> bool:
        """Begin, or say that something else is still being done.

        Args:
            what: what is being done, in words.
            work: the work, told how to report its progress; runs in a thread of its own.
            done: called with the result in the window's thread; the steps that it gives are part of the work, and
                the window does what else it has to do between one and the next.

        Returns:
            Whether it began.
        """
        if self.hinders():
            return False
        worker = Worker(work, self)
        self._worker, self._thread_gone = worker, False
        self._what.setText(what)
        self._bar.setValue(0)
        for widget in (self._what, self._bar, self._stop):
            widget.show()
        worker.progressed.connect(lambda share: self._bar.setValue(round(100 * share)))
        worker.succeeded.connect(lambda result: self._on_succeeded(done(result)))
        worker.failed.connect(self._on_failed)
        worker.cancelled.connect(lambda: self.tell(_("Cancelled.")))
        worker.ended.connect(self._on_thread_gone)
        self.started.emit()
        worker.start()
        return True

    def cancel(self) -> None:
        """Ask the work to stop."""
        if self._worker:
            self._worker.cancel()

    def finish(self) -> bool:
        """Stop the work and wait until it is over; what came of it all the same is taken as ever, to the last step.

        Returns:
            Whether it is over: a step that has asked something waits for its answer.
        """
        if self._stepping:
            return False
        if self._worker:
            self._worker.cancel()
            self._worker.wait()
            # What the thread told last would else arrive in a window that has let everything go.
            QCoreApplication.sendPostedEvents(self._worker, QEvent.Type.MetaCall.value)
        while (steps := self._steps) is not None:
            try:
                self._step(steps)
            except Exception as error:  # noqa: BLE001 -- the window goes all the same, or shows it
                self._on_failed(error)
        return True

    def tell(self, sentence: str) -> None:
        """Show a sentence for a while."""
        self._status.showMessage(sentence, _MESSAGE)

    def _on_failed(self, error: BaseException) -> None:
        # A dialog now would hold up the end of the thread.
        QTimer.singleShot(0, self, lambda: self._tell_failure(error))

    def _tell_failure(self, error: BaseException) -> None:
        if self._status.window().isVisible():  # else it was closed meanwhile, and the work was given up with it
            self.failed.emit(error)

    def _on_succeeded(self, steps: Steps | None) -> None:
        self._steps = steps
        if steps is not None:
            self._go_on(steps)

    def _go_on(self, steps: Steps) -> None:
        """Do a step, and leave the next to another turn of the event loop."""
        if steps is self._steps:  # else they were done to the last meanwhile
            self._step(steps)
            QTimer.singleShot(_BREATH, self, lambda: self._go_on(steps))

    def _step(self, steps: Steps) -> None:
        goes_on = False
        self._stepping = True
        try:
            goes_on = next(steps, _LAST) is not _LAST
        finally:
            self._stepping = False
            if not goes_on:
                self._steps = None
                self._end()

    def _on_thread_gone(self) -> None:
        self._thread_gone = True
        self._end()

    def _end(self) -> None:
        """Be idle again, unless the thread or a step is still to be waited for."""
        if self._steps is not None or not self._thread_gone:
            return
        worker, self._worker = self._worker, None
        if worker:
            worker.deleteLater()
        for widget in (self._what, self._bar, self._stop):
            widget.hide()
        self.ended.emit()
