"""Whole copies of a project file, beside it."""

import secrets
import sqlite3
from contextlib import closing
from itertools import count
from pathlib import Path

from drafter.project.beside import beside
from drafter.project.guard import guarded
from drafter.project.journal import make_plain


def copied(connection: sqlite3.Connection, path: Path, mark: str) -> Path:
    """Copy a project file that is open.

    Args:
        connection: its database.
        path: the file.
        mark: a word for the copy's name, which says what it is a copy from.

    Returns:
        The copy, under a name that nothing had yet and that no list of projects shows.

    Raises:
        sqlite3.Error, OSError: it can't be written; nothing is left of it.
    """
    names = (f"{path.name}.{mark}{'' if number == 1 else f'-{number}'}.bak" for number in count(1))
    backup = next(known for known in map(path.with_name, names) if not known.exists())
    temporary = beside(path, f"{secrets.token_hex(6)}.tmp")
    try:
        copy_into(connection, temporary)
        temporary.replace(backup)  # whole, or not there
    finally:
        temporary.unlink(missing_ok=True)
    return backup


def copy_into(connection: sqlite3.Connection, path: Path) -> None:
    """Copy a project file that is open into an empty file, whole as it stands at one moment."""
    with closing(sqlite3.connect(path)) as copy:
        connection.backup(copy)
        make_plain(copy)


def spare_copy(path: Path) -> Path:
    """Copy a project file that is not open, before something takes its place.

    Raises:
        ProjectError: it can't be read, or the copy can't be written.
    """
    with guarded(path), closing(sqlite3.connect(path)) as connection:
        return copied(connection, path, "before")
