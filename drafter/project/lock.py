"""One writer: a small file beside the project that says who has it open.

The locks of the system are no help here: many network shares have none, or pretend. A file that is made in one step is
understood everywhere, and can say who made it. Whoever finds it looks whether its owner is alive: by the table of
processes on the same machine, else by the beat, the time of the file, which its owner renews.
"""

import getpass
import json
import os
import platform
import secrets
import sys
import threading
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from glob import escape
from pathlib import Path
from typing import ClassVar, Final

from drafter.model import N_
from drafter.project.beside import beside
from drafter.project.errors import LockedError
from drafter.project.process import birth, machine

BEAT: Final = 20.0
"""Seconds between two beats."""
STALE: Final = 120.0
"""Seconds without a beat after which the owner on another machine is taken for dead."""
_EMPTY: Final = 10.0  # s after which a lock that says nothing is one whose maker was killed
_TRIES: Final = 200
_PAUSE: Final = 0.01  # s


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a project file open.

    Attributes:
        host: the name of the computer.
        user: who is logged in there, "" where that is not known.
        process: the number of the program's process.
        since: when it was opened, UTC, ISO 8601.
        machine: a word for the machine since its start.
        birth: a word for the start of the process.
        token: what tells this lock from any other.
    """

    host: str
    user: str
    process: int
    since: str
    machine: str = ""
    birth: str = ""
    token: str = ""

    @property
    def here(self) -> bool:
        """Whether it is this very process."""
        return self.machine == machine() and self.process == os.getpid()

    def locked(self, path: Path) -> LockedError:
        """Give the error for whoever wants to change the file."""
        since = self.since
        with suppress(ValueError):
            since = f"{datetime.fromisoformat(self.since).astimezone():%Y-%m-%d %H:%M}"
        return LockedError(
            N_("“{name}” is open on {host} ({user}, process {process}) since {since}: it can be read, not changed."),
            name=path.name, host=self.host or "?", user=self.user or "?", process=self.process, since=since,
        )  # fmt: skip


def _myself() -> Holder:
    user = ""
    with suppress(Exception):  # a process without a user has no name, and every system says so in another way
        user = getpass.getuser()
    process = os.getpid()
    since = datetime.now(UTC).isoformat(timespec="seconds")
    return Holder(platform.node(), user, process, since, machine(), birth(process) or "", secrets.token_hex(8))


class FileLock:
    """A project file that is ours to write until it is released."""

    _left: ClassVar[dict[bytes, "FileLock"]] = {}  # by what they say

    def __init__(self, project: Path, written: bytes) -> None:
        self._project = project
        self._place = beside(project, "lock")
        self._written = written
        self._ended = threading.Event()
        self._heart = threading.Thread(target=self._beat, name="lock", daemon=True)
        self._heart.start()

    @classmethod
    def take(cls, project: Path) -> "FileLock":
        """Make a project file ours.

        Args:
            project: the file; it need not be there yet.

        Raises:
            LockedError: somebody else has it.
            OSError: nothing can be written beside it.
        """
        project = Path(os.path.realpath(project))
        myself = _myself()
        written = json.dumps(asdict(myself)).encode("ascii")
        place = beside(project, "lock")
        candidate = place.with_name(f"{place.name}.{myself.token}")
        try:
            candidate.write_bytes(written)
            for _ in range(_TRIES):
                if _claim(candidate, place, written):
                    _clear_up(place)
                    return cls(project, written)
                with suppress(FileNotFoundError):  # released in this moment
                    found = place.read_bytes()
                    if left := cls._left.pop(found, None):
                        left.release()
                        continue
                    if _is_held(found, place, candidate):
                        raise (_read(found) or Holder("", "", 0, "")).locked(project)
                    _take_away(place, found, candidate)
            raise Holder("", "", 0, "").locked(project)
        finally:
            with suppress(OSError):
                candidate.unlink(missing_ok=True)

    @property
    def held(self) -> bool:
        """Whether it is ours still: a machine that slept may have been taken for dead."""
        try:
            if self._place.exists():
                return self._place.read_bytes() == self._written
            return _write_new(self._place, self._written)  # somebody cleared up; nobody took it
        except OSError:
            return True  # whether anything can be written will show

    def leave(self) -> None:
        """Keep others away, but let this program take it anew: the work that goes on elsewhere may come back."""
        self._left[self._written] = self

    def release(self) -> None:
        """Let the file go."""
        self._ended.set()
        self._heart.join()
        self._left.pop(self._written, None)
        with suppress(OSError):
            if self._place.read_bytes() == self._written:
                self._place.unlink()

    def _beat(self) -> None:
        while not self._ended.wait(BEAT):
            # Written anew, not only touched: so the time is that of the machine on which the file lies.
            with suppress(OSError), self._place.open("r+b") as file:
                if file.read() == self._written:
                    file.seek(0)
                    file.write(self._written)


def holder(project: Path) -> Holder | None:
    """Tell who has a project file open, None where nobody does."""
    project = Path(os.path.realpath(project))
    place = beside(project, "lock")
    clock = place.with_name(f"{place.name}.{secrets.token_hex(8)}")
    try:
        found = place.read_bytes()
        clock.touch()
        return (_read(found) or Holder("", "", 0, "")) if _is_held(found, place, clock) else None
    except OSError:
        return None
    finally:
        with suppress(OSError):
            clock.unlink(missing_ok=True)


def _claim(candidate: Path, place: Path, written: bytes) -> bool:
    """Put the lock into its place in one step; False where there is one already."""
    try:
        if sys.platform == "win32":
            candidate.rename(place)  # fails there where the name is taken
        else:
            os.link(candidate, place)
    except FileExistsError:
        return False
    except OSError:  # a file system without links
        return _write_new(place, written)
    return True


def _write_new(place: Path, written: bytes) -> bool:
    try:
        with place.open("xb") as file:
            file.write(written)
    except FileExistsError:
        return False
    return True


def _clear_up(place: Path) -> None:
    """Remove what programs left that were killed while they were taking the lock."""
    now = place.stat().st_mtime
    for rest in place.parent.glob(f"{escape(place.name)}.*"):
        with suppress(OSError):
            if abs(now - rest.stat().st_mtime) > STALE:
                rest.unlink()


def _read(found: bytes) -> Holder | None:
    try:
        holder = Holder(**json.loads(found))
    except (ValueError, TypeError):
        return None
    texts = (holder.host, holder.user, holder.since, holder.machine, holder.birth, holder.token)
    return holder if isinstance(holder.process, int) and all(isinstance(text, str) for text in texts) else None


def _is_held(found: bytes, place: Path, clock: Path) -> bool:
    """Tell whether the owner of a lock is alive.

    Args:
        found: what the lock says.
        place: the lock.
        clock: a file beside it that was written just now: its time is that of the same clock as the lock's.
    """
    # A clock that was set back makes a time lie ahead: that far off is as dead as that long ago.
    silent = abs(clock.stat().st_mtime - place.stat().st_mtime)
    known = _read(found)
    if known is None:
        return silent <= _EMPTY
    if known.machine != machine():
        return silent <= STALE
    born = birth(known.process)
    return born is not None and (not born or not known.birth or born == known.birth)


def _take_away(place: Path, found: bytes, candidate: Path) -> None:
    """Take a dead owner's lock away.

    Of several that find it one after the other would take away what the first has put there by then; so only one at a
    time may, and looks again first.
    """
    turn = place.with_name(place.name + ".turn")
    if not _write_new(turn, b""):
        with suppress(FileNotFoundError):
            if abs(candidate.stat().st_mtime - turn.stat().st_mtime) > _EMPTY:
                turn.unlink()  # of a program that was killed meanwhile
        time.sleep(_PAUSE)
        return
    try:
        if place.read_bytes() == found:
            place.unlink()
    finally:
        turn.unlink(missing_ok=True)
