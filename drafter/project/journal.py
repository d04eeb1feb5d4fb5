"""The log beside a project file that is open, and one plain file when it is closed."""

import sqlite3
from contextlib import suppress


def share_memory(connection: sqlite3.Connection) -> bool:
    """Have changes written to a log beside the file (WAL), which is fast, and tell whether they are.

    It asks for memory that programs share: never do this on a network.
    """
    with suppress(sqlite3.Error):  # what can't be written at all says so when it is
        return bool(connection.execute("PRAGMA journal_mode = WAL").fetchone()[0] == "wal")
    return False


def make_plain(connection: sqlite3.Connection) -> None:
    """Make one plain file of a database and its log; where somebody still reads there, the log stays."""
    with suppress(sqlite3.Error):
        if connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.execute("PRAGMA journal_mode = DELETE")
