"""Opening the database of a project file: only what is ours, in a form that this program knows."""

import os
import re
import sqlite3
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.model import N_
from drafter.project.errors import ProjectError
from drafter.project.guard import damaged
from drafter.project.migrations import migrate
from drafter.project.schema import APPLICATION_ID, MADE_BY, SCHEMA, VERSION

if TYPE_CHECKING:
    from sqlite_utils import Database

_PATIENCE = 2000
"""Milliseconds that another program is waited for: ours keep away by a lock, so that is a virus scanner."""
_LOCKS_FAIL = (
    sqlite3.SQLITE_IOERR_LOCK,
    sqlite3.SQLITE_IOERR_RDLOCK,
    sqlite3.SQLITE_IOERR_UNLOCK,
    sqlite3.SQLITE_IOERR_CHECKRESERVEDLOCK,
    sqlite3.SQLITE_PROTOCOL,
    sqlite3.SQLITE_NOLFS,
)
_VERSION_NAME = re.compile(r"[0-9][0-9A-Za-z.+-]{0,30}")


def connect(path: Path, options: str = "") -> "Database":
    """Open a database file whatever it holds.

    Args:
        path: the file.
        options: what SQLite's way of writing addresses has to say of it, such as "mode=ro".
    """
    from sqlite_utils import Database

    # The worker that opens a review hands it on to the window's thread; only one uses it at a time.
    if options:
        address = f"{Path(os.path.abspath(path)).as_uri()}?{options}"  # noqa: PTH100 -- links are left to the engine
        connection = sqlite3.connect(address, uri=True, check_same_thread=False)
    else:
        connection = sqlite3.connect(path, check_same_thread=False)
    try:
        connection.execute(f"PRAGMA busy_timeout = {_PATIENCE}")
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA foreign_keys = ON")
        # With a rollback journal a change counts once the journal's name is gone: EXTRA waits for that too.
        connection.execute("PRAGMA synchronous = EXTRA")
        connection.execute("PRAGMA fullfsync = ON")  # macOS: to the disk itself, not only to its cache
        return Database(connection, execute_plugins=False)
    except BaseException:
        connection.close()
        raise


def open_database(path: Path, *, ours: bool = False, reading: bool = False) -> "Database":
    """Open a project file, brought up to the present format where it is older.

    Args:
        path: the file.
        ours: whether our own lock keeps other writers away.
        reading: whether it is only looked at.

    Raises:
        ProjectError: it is no project, was made by a newer program, or holds what ours doesn't.
    """
    try:
        return _opened(path, "mode=ro" if reading else "")
    except sqlite3.OperationalError as error:
        # A share whose own locks don't work. Ours keeps other writers away, so those can be left out.
        if not ours or error.sqlite_errorcode not in _LOCKS_FAIL:
            raise
        return _opened(path, "nolock=1")


def _opened(path: Path, options: str) -> "Database":
    database = connect(path, options)
    try:
        _require_project(path, database.conn)
    except BaseException:
        database.conn.close()
        raise
    return database


def _require_project(path: Path, connection: sqlite3.Connection) -> None:
    if _number(connection, "application_id") != APPLICATION_ID:
        raise ProjectError(N_("“{name}” is not a Drafter project."), name=path.name)
    version = _number(connection, "user_version")
    if version > VERSION:
        raise _newer(path, connection, version)
    foreign = connection.execute("SELECT count(*) FROM sqlite_master WHERE type IN ('trigger', 'view')").fetchone()[0]
    if foreign:
        raise ProjectError(N_("“{name}” holds commands of its own and was not opened."), name=path.name)
    if version < VERSION:
        migrate(path, connection, version, lambda: tables(connection) == known_tables())
    elif tables(connection) != known_tables():
        raise damaged(path)


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def _newer(path: Path, connection: sqlite3.Connection, version: int) -> ProjectError:
    made = ""
    with suppress(sqlite3.Error):  # who knows what the tables of a later format are
        row = connection.execute("SELECT value FROM setting WHERE name = ?", [MADE_BY]).fetchone()
        made = str(row[0]) if row else ""
    if _VERSION_NAME.fullmatch(made):
        return ProjectError(
            N_(
                "“{name}” was made by Drafter {made}, which is newer than this one "
                "(its format is {version}, this one reads {known}): update Drafter."
            ),
            name=path.name, made=made, version=version, known=VERSION,
        )  # fmt: skip
    return ProjectError(
        N_("“{name}” was made by a newer Drafter (format {version}, this one reads {known}): update Drafter."),
        name=path.name, version=version, known=VERSION,
    )  # fmt: skip


def tables(connection: sqlite3.Connection) -> frozenset[tuple[str, ...]]:
    """Give the tables and indexes of a database with the words that made them."""
    return frozenset(connection.execute("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master"))


@cache
def known_tables() -> frozenset[tuple[str, ...]]:
    """Give the same of a database as this program makes it."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.executescript(SCHEMA)
        return tables(connection)
    finally:
        connection.close()
