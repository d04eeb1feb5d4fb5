"""Writing and reading the project file."""

import os
import secrets
import shutil
import sqlite3
import stat
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.model import N_, Clause, Revision
from drafter.project.database import open_database
from drafter.project.errors import ProjectError
from drafter.project.guard import guarded, why
from drafter.project.record import Record
from drafter.project.rows import NEW_REVISION, arrange, read_record, revision_row, write_record

if TYPE_CHECKING:
    from sqlite_utils import Database

SUFFIX = ".drafter"
_HEADER = b"SQLite format 3\x00"
_JOURNALS = ("-journal", "-wal", "-shm")


class ProjectStore:
    """A project file that is open for writing.

    Every method leaves the file whole: a change is on disk when the method returns, or not at all.
    """

    def __init__(self, path: Path, database: "Database") -> None:
        self.path = path
        self._database = database

    @classmethod
    def create(cls, path: Path, record: Record) -> "ProjectStore":
        """Write a new project file, in place of an old one only when it is complete.

        Args:
            path: where it shall lie.
            record: the review.

        Raises:
            ProjectError: it can't be written there.
        """
        temporary: Path | None = None
        try:
            # A link is followed: the file it points to is replaced, the link stays.
            target = Path(os.path.realpath(path))
            temporary = target.with_name(f".{secrets.token_hex(6)}{SUFFIX}")
            if target.is_dir():
                raise ProjectError(N_("“{name}” is a folder, not a project file."), name=path.name)
            temporary.touch(exist_ok=False)
            with guarded(path):
                write_record(temporary, record)
            if target.exists():
                shutil.copymode(target, temporary)
                _settle(target)
            temporary.replace(target)
        except (OSError, ValueError) as error:
            raise ProjectError(
                N_("“{name}” can't be written: {why}. Choose another folder or close the file where it is open."),
                name=path.name, why=why(error),
            ) from error  # fmt: skip
        finally:
            for rest in (temporary, *_journals(temporary)) if temporary else ():
                with suppress(OSError):
                    rest.unlink(missing_ok=True)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path) -> "ProjectStore":
        """Open a project file.

        Raises:
            ProjectError: it isn't there, isn't a project, is damaged, or was made by a newer version.
        """
        _look(path)
        with guarded(path):
            return cls(path, open_database(path))

    def load(self) -> Record:
        """Read the whole review.

        Raises:
            ProjectError: the file is damaged.
        """
        with guarded(self.path):
            return read_record(self._database)

    def append(
        self, revisions: Iterable[Revision], clauses: Iterable[Clause], order: Sequence[Clause] | None = None
    ) -> None:
        """Add changes to the history and set the texts that they lead to, in one step.

        Args:
            revisions: the new revisions, numbered on from the last.
            clauses: the clauses they change, as they are now.
            order: all clauses in order, where the changes pair them otherwise.

        Raises:
            ProjectError: nothing was written.
        """
        with guarded(self.path), self._transaction() as connection:
            changed = tuple(clauses)
            if order is not None:
                arrange(connection, order, changed)
            try:
                connection.executemany(NEW_REVISION, map(revision_row, revisions))
            except sqlite3.IntegrityError as error:
                raise ProjectError(
                    N_("“{name}” was changed by another window or program since it was opened: open it again."),
                    name=self.path.name,
                ) from error
            connection.executemany(
                "UPDATE clause SET zh_text = ?, en_text = ? WHERE id = ?",
                [(clause.zh.text, clause.en.text, clause.id) for clause in changed],
            )

    def remember(self, name: str, value: str) -> None:
        """Keep a setting of the review.

        Raises:
            ProjectError: nothing was written.
        """
        with guarded(self.path), self._transaction() as connection:
            connection.execute(
                "INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (name, value),
            )

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        """Make what is done inside one step. The table methods of sqlite-utils would each commit on their own."""
        connection: sqlite3.Connection = self._database.conn
        connection.execute("BEGIN IMMEDIATE")
        with connection:
            yield connection

    def close(self) -> None:
        """Close the file."""
        self._database.conn.close()


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


def _look(path: Path) -> None:
    """Refuse what is no project file before a database engine sees it."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise ProjectError(N_("“{name}” is a folder, not a project file."), name=path.name)
        head = b""
        if stat.S_ISREG(mode):  # a pipe or a device could block for ever
            with path.open("rb") as file:
                head = file.read(len(_HEADER))
    except FileNotFoundError:
        raise ProjectError(N_("There is no file “{name}”."), name=path.name) from None
    except (OSError, ValueError) as error:
        raise ProjectError(N_("“{name}” can't be read: {why}."), name=path.name, why=why(error)) from error
    if head != _HEADER:
        raise ProjectError(N_("“{name}” is not a Drafter project."), name=path.name)
