"""Work goes on where a project can't be written any more: in the user's own folder, and is offered at the next start.

The disk is full, the folder may only be read, the stick was pulled out, the share fails: none of it stops the reviewer.
"""

import re
import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from platformdirs import user_data_path

from drafter.project import SUFFIX, ProjectError, ProjectStore, UnwritableError
from drafter.project.lock import holder
from drafter.review.session import ReviewSession

_LONGEST_NAME = 60
_NAME = re.compile(r"(?P<name>.+)-[0-9a-f]{8}" + re.escape(SUFFIX), re.DOTALL)


@dataclass(frozen=True, slots=True)
class KeptWork:
    """Work that goes on from a project which could not be written.

    Attributes:
        path: the file it is kept in, a project like any other.
        name: what the project is called.
        time: when it was changed last, UTC.
    """

    path: Path
    name: str
    time: datetime


def recovery_folder() -> Path:
    """Give the folder in which such work is kept."""
    return user_data_path("drafter", appauthor=False) / "recovered"


def protect(session: ReviewSession, folder: Path, told: Callable[[UnwritableError], None]) -> None:
    """Have the work go on in a file of its own as soon as the project can't be written.

    Args:
        session: the review; nothing is done where it is kept nowhere, or can only be looked at.
        folder: where such work is kept.
        told: told why, when that happened; in the thread that made the change.
    """
    if session.store is None or session.read_only is not None or is_kept_work(session.path, folder):
        return

    def refuge(error: UnwritableError) -> ProjectStore:
        stem = session.path.stem if session.path else session.title
        place = folder / f"{stem[:_LONGEST_NAME]}-{secrets.token_hex(4)}{SUFFIX}"
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as reason:
            raise ProjectError(str(reason).replace("{", "{{").replace("}", "}}")) from reason
        store = ProjectStore.create(place, session.record())
        told(error)
        return store

    session.store.refuge = refuge


def is_kept_work(path: Path | None, folder: Path) -> bool:
    """Tell whether a project file is such work."""
    return path is not None and path.parent == folder


def kept_work(folder: Path) -> list[KeptWork]:
    """Give what is kept, the latest first; work that is open somewhere is left out."""
    found = []
    with suppress(OSError):
        for path in folder.iterdir():
            name = _NAME.fullmatch(path.name)
            if name and path.is_file() and holder(path) is None:
                found.append(KeptWork(path, name["name"], datetime.fromtimestamp(path.stat().st_mtime, UTC)))
    return sorted(found, key=lambda one: one.time, reverse=True)


def discard(path: Path) -> None:
    """Throw such work away, with whatever a killed program left beside it."""
    for rest in (path, *(path.with_name(path.name + ending) for ending in ("-journal", "-wal", "-shm"))):
        with suppress(OSError):
            rest.unlink(missing_ok=True)
