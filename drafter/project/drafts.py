"""What is being typed and is no change of the review yet: on disk as it goes, written by a thread of its own.

A file of the user's own folder holds it, replaced whole each time: it is written far more often than the project, and
that may lie on a slow share.
"""

import hashlib
import json
import os
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import get_args

from drafter.model import Side

_LARGEST = 50_000_000  # bytes; nobody types more


@dataclass(frozen=True, slots=True)
class Draft:
    """A text of a clause that is being typed.

    Attributes:
        clause: id of the clause.
        side: the side.
        base: the text as the review has it.
        text: the text as typed so far.
        revisions: how many changes the review had by then.
    """

    clause: int
    side: Side
    base: str
    text: str
    revisions: int


def draft_file(folder: Path, project: Path) -> Path:
    """Give the place where the typing in a project is kept.

    Args:
        folder: where all of it is kept.
        project: the project file.
    """
    name = hashlib.sha256(os.fsencode(os.path.realpath(project))).hexdigest()[:24]
    return folder / f"{name}.json"


def read_drafts(place: Path) -> tuple[Draft, ...]:
    """Give what was being typed when the program ended; nothing where that can't be read."""
    try:
        if place.stat().st_size > _LARGEST:
            return ()
        drafts = tuple(Draft(**row) for row in json.loads(place.read_bytes()))
    except (OSError, ValueError, TypeError):
        return ()
    return tuple(filter(_is_sound, drafts))


def _is_sound(draft: Draft) -> bool:
    numbers, texts = (draft.clause, draft.revisions), (draft.base, draft.text)
    return (
        all(isinstance(number, int) for number in numbers)
        and all(isinstance(text, str) for text in texts)
        and draft.side in get_args(Side)
    )


class DraftWriter:
    """Writes what is being typed; asking it to takes no time, however slow the disk."""

    def __init__(self, place: Path) -> None:
        """Take a place, and touch nothing there yet.

        Args:
            place: where it is kept, see `draft_file`.
        """
        self._place = place
        self._changed = threading.Condition()
        self._wanted: Sequence[Draft] = ()
        self._written: Sequence[Draft] = ()
        self._ended = False
        self._thread: threading.Thread | None = None

    def put(self, drafts: Sequence[Draft]) -> None:
        """Have this kept in place of what was kept before."""
        with self._changed:
            self._wanted = tuple(drafts)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="drafts", daemon=True)
                self._thread.start()
            self._changed.notify_all()

    def close(self) -> None:
        """Write what is still to be written, and end."""
        with self._changed:
            self._ended = True
            self._changed.notify_all()
        if self._thread:
            self._thread.join()

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._ended or self._wanted != self._written)
                drafts, done = self._wanted, self._wanted == self._written
            if done:
                return
            with suppress(OSError):  # the typing itself goes on, and the commit that follows says what is wrong
                _write(self._place, drafts)
            self._written = drafts


def _write(place: Path, drafts: Sequence[Draft]) -> None:
    if not drafts:
        place.unlink(missing_ok=True)
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = place.with_suffix(".tmp")  # always the same: whoever may write to the project is the only one here
    with beside.open("wb") as file:
        file.write(json.dumps([asdict(draft) for draft in drafts]).encode("ascii"))
        file.flush()
        os.fsync(file.fileno())
    beside.replace(place)
