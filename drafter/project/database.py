"""Opening the database of a project file: only what is ours, in a form that this program knows."""

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

_VERSION_NAME = re.compile(r"[0-9][0-9A-Za-z.+-]{0,30}")


def connect(path: Path) -> "Database":
    """Open a database file whatever it holds."""
    from sqlite_utils import Database

    # The worker that opens a review hands it on to the window's thread; only one uses it at a time.
    connection = sqlite3.connect(path, check_same_thread=False)
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        return Database(connection, execute_plugins=False)
    except BaseException:
        connection.close()
        raise


def open_database(path: Path) -> "Database":
    """Open a project file, brought up to the present format where it is older.

    Raises:
        ProjectError: it is no project, was made by a newer program, or holds what ours doesn't.
    """
    database = connect(path)
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
