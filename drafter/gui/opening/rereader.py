"""A review read as the user says, in the background, always from the one that there was at first."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from drafter.gui.toolbox.worker import Tell, Worker
from drafter.model import Side
from drafter.review import Manner, Reread, ReviewSession
from drafter.review.rereading import in_encoding, read_as, swapped

_OTHER: Mapping[Side, Side] = {"zh": "en", "en": "zh"}


@dataclass(frozen=True, slots=True)
class Choice:
    """What the user says about the files.

    Attributes:
        encodings: encoding by side, the sides being those of the review that there was at first.
        swapped: whether the sides are the other way round.
        manner: how one file is read, None as it was.
    """

    encodings: Mapping[Side, str] = field(default_factory=dict)
    swapped: bool = False
    manner: Manner | None = None

    def with_encoding(self, side: Side, encoding: str) -> "Choice":
        """Say what the file is in that is on a side now."""
        first = _OTHER[side] if self.swapped else side
        return replace(self, encodings={**self.encodings, first: encoding})


class Rereader(QObject):
    """Reads again at each choice.

    Signals:
        progressed: the share done, 0 to 1.
        done: a review stands as chosen.
        failed: the exception, the choice before it holds.
        idle: nothing is being read any more.
    """

    progressed = Signal(float)
    done = Signal()
    failed = Signal(object)
    idle = Signal()

    def __init__(self, session: ReviewSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._first = session
        self._worker: Worker | None = None
        self.choice = Choice()
        self.session = session
        self.lost = 0

    @property
    def changed(self) -> bool:
        """Whether the review is another than at first."""
        return self.session is not self._first

    @property
    def busy(self) -> bool:
        """Whether something is being read."""
        return self._worker is not None

    def choose(self, choice: Choice) -> None:
        """Read as chosen; while something is being read nothing else can be."""
        self._start(partial(_read, self._first, choice))

    def tell(self, clauses: Sequence[int], side: Side) -> None:
        """Say in which language some clauses are; it holds until the next choice."""
        self._start(partial(_told, _Read(self.choice, self.session, self.lost), clauses, side))

    def _start(self, work: Callable[[Tell], object]) -> None:
        if self._worker is not None:
            return
        worker = Worker(work, self)
        self._worker = worker
        worker.progressed.connect(self.progressed)
        worker.succeeded.connect(self._on_read)
        worker.failed.connect(self.failed)
        worker.ended.connect(self._on_ended)
        worker.start()

    def cancel(self) -> None:
        """Stop reading; `idle` tells when."""
        if self._worker is not None:
            self._worker.cancel()

    def _on_read(self, read: object) -> None:
        if isinstance(read, _Read):
            self.choice, self.session, self.lost = read.choice, read.session, read.lost
            self.done.emit()

    def _on_ended(self) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.deleteLater()
        self.idle.emit()


@dataclass(frozen=True, slots=True)
class _Read:
    choice: Choice
    session: ReviewSession
    lost: int


def _read(first: ReviewSession, choice: Choice, tell: Tell) -> _Read:
    """Carry a choice out, one step after the other."""
    steps: list[Callable[..., Reread]] = [
        partial(in_encoding, side=side, encoding=name) for side, name in choice.encodings.items()
    ]
    if choice.swapped:
        steps.append(swapped)
    if choice.manner:
        steps.append(partial(read_as, manner=choice.manner))
    session, lost = first, 0
    for step in steps:
        reread = step(session, progress=tell)
        session, lost = reread.session, lost + len(reread.lost)
    return _Read(choice, session, lost)


def _told(read: _Read, clauses: Sequence[int], side: Side, tell: Tell) -> _Read:
    read.session.pairing.tell(clauses, side, tell)
    return read
