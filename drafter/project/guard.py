"""Whatever goes wrong with a project file, told in one sentence."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from drafter.model import N_
from drafter.project.errors import ProjectError, UnwritableError

_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_OUTSIDE = (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH)


def why(error: Exception) -> str:
    """Give what the system says, without the number it puts before it."""
    return getattr(error, "strerror", None) or str(error)


@contextmanager
def guarded(path: Path) -> Iterator[None]:
    """Turn what a database engine says into a sentence."""
    try:
        yield
    except (ProjectError, ImportError):
        raise
    except MemoryError:
        raise damaged(path) from None  # a damaged length asks for more than any machine has
    except Exception as error:
        # A damaged file makes the engine, and whoever reads its rows, fail in any way there is.
        raise _sentence(path, error) from error


def _sentence(path: Path, error: Exception) -> ProjectError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_FULL:
        return UnwritableError(
            N_("The disk is full: “{name}” was not saved. Free some space and try again."), name=path.name
        )
    if code == sqlite3.SQLITE_READONLY:
        return UnwritableError(
            N_("“{name}” may not be written, or was moved while it was open: save the project under another name."),
            name=path.name,
        )
    if code in _BUSY:
        return UnwritableError(
            N_("Another program is writing to “{name}”: try again in a moment. Nothing was changed."), name=path.name
        )
    if code in _OUTSIDE:
        return UnwritableError(
            N_("The project “{name}” can't be read or written just now: {why}. Nothing was changed."),
            name=path.name, why=str(error),
        )  # fmt: skip
    return damaged(path)


def damaged(path: Path) -> ProjectError:
    """Give the error for a file that holds what no review could have written."""
    return ProjectError(
        N_("The project “{name}” is damaged. Open a copy of it, or make the project anew from its two files."),
        name=path.name,
    )
