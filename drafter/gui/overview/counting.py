"""Counting what is found while nobody waits: a little at a time, and only while somebody looks."""

from collections.abc import Iterator

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from drafter.gui.overview.tally import Tally
from drafter.review import Change, ReviewSession

_AT_ONCE = 8  # ms of counting before the window has its turn again


class Counting(QObject):
    """Keeps a tally in step with a review.

    Signals:
        counted: the tally is that of the review as it stands.

    Attributes:
        tally: the counts.
    """

    counted = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.tally = Tally()
        self._session: ReviewSession | None = None
        self._waiting: Iterator[int] = iter(())
        self._stale: set[int] = set()
        self._is_done = True
        self._awake = False
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._count_on)

    @property
    def is_done(self) -> bool:
        """Whether everything is counted."""
        return self._is_done and not self._stale

    def begin(self, session: ReviewSession | None) -> None:
        """Count another review from the beginning, None for none."""
        self._session = session
        self.tally.clear()
        self._stale.clear()
        self._waiting = iter([clause.id for clause in session.clauses] if session else ())
        self._is_done = session is None
        self._wake()

    def follow(self, change: Change) -> None:
        """Count anew what a change of the review touched."""
        if change.regrouped:
            self.begin(self._session)
        else:
            self._stale.update(change.clauses)
            self._wake()

    def stay_awake(self, *, awake: bool) -> None:
        """Count, or leave it for a while."""
        self._awake = awake
        self._wake()

    def _wake(self) -> None:
        if self._awake and self._session is not None and not self.is_done:
            self._timer.start()
        else:
            self._timer.stop()

    def _count_on(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        while clock.elapsed() <= _AT_ONCE:
            clause = next(self._waiting, None)
            if clause is None:
                self._is_done = True
                clause = self._stale.pop() if self._stale else None
            if clause is None:
                break
            self._enter(clause)
        if self.is_done:
            self._timer.stop()
            self.counted.emit()

    def _enter(self, clause: int) -> None:
        if self._session is None:
            return
        try:
            self.tally.enter(clause, self._session.findings(clause))
        except KeyError:  # paired otherwise meanwhile: everything is counted anew at once
            self.tally.enter(clause, ())
        self._stale.discard(clause)
