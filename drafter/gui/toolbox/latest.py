"""A question asked again and again, answered in a thread of its own: only the newest answer counts."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from drafter.gui.toolbox.worker import Worker


class Latest(QObject):
    """Asks one thing at a time; what is asked meanwhile waits, and of what waits only the last is asked.

    Signals:
        answered: the answer; not told where another question has been asked since.
        settled: nothing is being asked any more.
    """

    answered = Signal(object)
    settled = Signal()

    def __init__(self, parent: QObject, quiet: int = 0) -> None:
        """Begin with nothing to ask.

        Args:
            parent: who asks.
            quiet: ms without another question before one is asked.
        """
        super().__init__(parent)
        self._worker: Worker | None = None
        self._waiting: Callable[[], object] | None = None
        self._asked: Callable[[], object] | None = None
        self._wanted = False
        self._held = False
        self._quiet = quiet
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._begin)

    def ask(self, question: Callable[[], object], *, now: bool = False) -> None:
        """Ask something, in place of whatever was asked before.

        Args:
            question: gives the answer; is called in another thread.
            now: whether to wait for no quiet.
        """
        self._waiting = question
        self._later.start(0 if now else self._quiet)

    def drop(self) -> None:
        """Want no answer any more."""
        self._waiting, self._wanted = None, False
        self._later.stop()

    def hold(self, *, held: bool) -> None:
        """Ask nothing for a while, or go on: what is being asked about changes under the hands of whoever answers.

        Args:
            held: whether to wait; what is being asked just now is asked again afterwards.
        """
        self._held = held
        if held and self._wanted and self._waiting is None:
            self._waiting = self._asked
        elif not held and self._waiting is not None:
            self._later.start(self._quiet)

    def finish(self) -> None:
        """Drop everything, and wait until nothing is being asked: the window closes."""
        self.drop()
        if self._worker is not None:
            self._worker.wait()

    def _begin(self) -> None:
        if self._worker is not None or self._waiting is None or self._held:
            return  # asked as soon as the present answer is there
        question, self._waiting, self._wanted = self._waiting, None, True
        self._asked = question
        worker = Worker(lambda _tell: question(), self)
        self._worker = worker
        worker.succeeded.connect(self._on_answer)
        worker.failed.connect(self._on_failed)
        worker.ended.connect(self._on_ended)
        worker.start()

    def _on_answer(self, answer: object) -> None:
        if self._is_newest():
            self._wanted = False
            self.answered.emit(answer)

    def _on_failed(self, error: BaseException) -> None:
        if self._is_newest():  # else what was asked about may have gone meanwhile: a clause that was joined
            self._wanted = False
            raise error  # in the window's thread, where every error is shown

    def _is_newest(self) -> bool:
        return self._wanted and self._waiting is None

    def _on_ended(self) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.deleteLater()
        if self._waiting is not None:
            self._later.start(self._quiet)  # begins nothing while it is held
        else:
            self.settled.emit()
