"""A project file is written beside its place and moved there whole: nobody ever finds half of one."""

import os
import secrets
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path

from drafter.model import N_
from drafter.project.beside import beside, sync_folder
from drafter.project.errors import ProjectError
from drafter.project.guard import guarded, why
from drafter.project.lock import FileLock

_JOURNALS = ("-journal", "-wal", "-shm")


@contextmanager
def replaced(path: Path) -> Iterator[tuple[Path, FileLock]]:
    """Give an empty file to write to and the lock of its place, where it goes as soon as it is complete.

    Raises:
        ProjectError: it can't be written there; nothing was changed, and the lock is released.
    """
    temporary = lock = None
    try:
        # A link is followed: the file it points to is replaced, the link stays.
        target = Path(os.path.realpath(path))
        if target.is_dir():
            raise ProjectError(N_("“{name}” is a folder, not a project file."), name=path.name)
        lock = FileLock.take(target)
        _clear_up(target)
        temporary = beside(target, f"{secrets.token_hex(6)}.tmp")
        temporary.touch(exist_ok=False)
        with guarded(path):
            yield temporary, lock
        if target.exists():
            shutil.copymode(target, temporary)
            _settle(target)
        temporary.replace(target)
        sync_folder(target.parent)
    except BaseException as error:
        if lock:
            lock.release()
        if isinstance(error, OSError | ValueError):
            raise ProjectError(
                N_("“{name}” can't be written: {why}. Choose another folder or close the file where it is open."),
                name=path.name, why=why(error),
            ) from error  # fmt: skip
        raise
    finally:
        for rest in (temporary, *_journals(temporary)) if temporary else ():
            with suppress(OSError):
                rest.unlink(missing_ok=True)


def _clear_up(target: Path) -> None:
    """Remove what a program that was killed left of a file it was writing; the lock says that nobody writes it now."""
    known = beside(target, "").name
    for rest in target.parent.glob(f"{escape(known)}*.tmp*"):
        with suppress(OSError):
            rest.unlink()


def _journals(path: Path) -> list[Path]:
    return [path.with_name(path.name + ending) for ending in _JOURNALS]


def _settle(path: Path) -> None:
    """Finish what a program that was killed left half done in a file that is about to be replaced.

    Its journal would otherwise be taken for the new file's, and destroy that.
    """
    if not any(journal.exists() for journal in _journals(path)):
        return
    with suppress(sqlite3.Error):
        connection = sqlite3.connect(path)
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        finally:
            connection.close()
    for journal in _journals(path):
        journal.unlink(missing_ok=True)
