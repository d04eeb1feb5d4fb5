"""Writing and reading the project file."""

import sqlite3
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.model import N_, Clause, Revision
from drafter.project.backup import copy_into
from drafter.project.database import open_database
from drafter.project.disk import is_local
from drafter.project.errors import LockedError, ProjectError, UnwritableError
from drafter.project.guard import guarded, why
from drafter.project.journal import make_plain, share_memory
from drafter.project.lock import FileLock
from drafter.project.record import Record
from drafter.project.replacing import replaced
from drafter.project.rows import NEW_REVISION, arrange, read_record, revision_row, write_record

if TYPE_CHECKING:
    from sqlite_utils import Database

SUFFIX = ".drafter"
_HEADER = b"SQLite format 3\x00"
_LOST = N_("“{name}” was opened by somebody else while this computer slept: save the project under another name.")
_MOVED = N_("“{name}” was moved or deleted while it was open: save the project under another name.")


class ProjectStore:
    """A project file that is open for writing: nobody else can write to it until it is closed.

    Every method leaves the file whole: a change is on disk when the method returns, or not at all.

    Attributes:
        path: the file.
        refuge: gives another store that holds the review as it was before a write that failed, for the work to go on
            there; None where a failure is to be told instead.
    """

    def __init__(self, path: Path, database: "Database", lock: FileLock | None) -> None:
        self.path = path
        self.refuge: Callable[[UnwritableError], ProjectStore] | None = None
        self._database = database
        self._locks = [lock] if lock else []
        self._identity = _identity(path)
        self._logged: bool | None = None  # whether changes go to a log beside the file; None before the first one

    @classmethod
    def create(cls, path: Path, record: Record) -> "ProjectStore":
        """Write a new project file, in place of an old one only when it is complete.

        Args:
            path: where it shall lie.
            record: the review.

        Raises:
            ProjectError: it can't be written there.
        """
        with replaced(path) as (temporary, lock):
            write_record(temporary, record)
        return cls._opened(path, lock)

    @classmethod
    def open(cls, path: Path) -> "ProjectStore":
        """Open a project file.

        Raises:
            LockedError: somebody else has it open.
            ProjectError: it isn't there, isn't a project, is damaged, or was made by a newer version.
        """
        try:
            lock = FileLock.take(path)
        except (OSError, ValueError):
            lock = None  # where no lock can be written no change can; to look is not forbidden
        return cls._opened(path, lock)

    @classmethod
    def _opened(cls, path: Path, lock: FileLock | None) -> "ProjectStore":
        try:
            _look(path)
            with guarded(path):
                return cls(path, open_database(path, ours=lock is not None, reading=lock is None), lock)
        except BaseException:
            if lock:
                lock.release()
            raise

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
        with guarded(self.path):
            changed, made = tuple(clauses), tuple(map(revision_row, revisions))

        def write(connection: sqlite3.Connection) -> None:
            if order is not None:
                arrange(connection, order, changed)
            try:
                connection.executemany(NEW_REVISION, made)
            except sqlite3.IntegrityError as error:
                raise ProjectError(
                    N_("“{name}” was changed by another window or program since it was opened: open it again."),
                    name=self.path.name,
                ) from error
            connection.executemany(
                "UPDATE clause SET zh_text = nullif(?, zh_original), en_text = nullif(?, en_original) WHERE id = ?",
                [(clause.zh.text, clause.en.text, clause.id) for clause in changed],
            )

        self._write(write)

    def remember(self, name: str, value: str) -> None:
        """Keep a setting of the review.

        Raises:
            ProjectError: nothing was written.
        """

        def write(connection: sqlite3.Connection) -> None:
            connection.execute(
                "INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (name, value),
            )

        self._write(write)

    def copy_to(self, path: Path) -> None:
        """Write a whole copy of the file as it stands, in place of an old one only when it is complete.

        Raises:
            ProjectError: it can't be written there.
        """
        with replaced(path) as (temporary, lock):
            copy_into(self._database.conn, temporary)
        lock.release()

    def _write(self, write: Callable[[sqlite3.Connection], None]) -> None:
        """Write something in one step; where the file can't be written, to the refuge if there is one."""
        try:
            with guarded(self.path), self._transaction() as connection:
                write(connection)
        except UnwritableError as error:
            if self.refuge is None:
                raise
            self._flee(error, self.refuge)
            with guarded(self.path), self._transaction() as connection:
                write(connection)

    def _flee(self, error: UnwritableError, refuge: "Callable[[UnwritableError], ProjectStore]") -> None:
        """Go on in another file. The lock of this one stays: what it will be asked to take back must find it so."""
        try:
            other = refuge(error)
        except ProjectError:
            raise error from None  # there is no room for it anywhere: what was wrong first is the thing to tell
        self._database.conn.close()
        for lock in self._locks:
            lock.leave()
        self.path, self.refuge = other.path, None
        self._database, self._identity, self._logged = other._database, other._identity, None  # noqa: SLF001
        self._locks += other._locks  # noqa: SLF001 -- another one of our own kind

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        """Make what is done inside one step. The table methods of sqlite-utils would each commit on their own."""
        if self._locks and not self._locks[-1].held:
            raise UnwritableError(_LOST, name=self.path.name)
        connection: sqlite3.Connection = self._database.conn
        if self._logged is None:
            self._logged = bool(self._locks) and is_local(self.path) and share_memory(connection)
        if self._logged and _identity(self.path) != self._identity:
            raise UnwritableError(_MOVED, name=self.path.name)  # to a log one can write whatever became of the file
        connection.execute("BEGIN IMMEDIATE")
        with connection:
            yield connection

    def close(self) -> None:
        """Close the file: one plain file is left."""
        if self._locks and self._locks[-1].held:
            make_plain(self._database.conn)
        self._database.conn.close()
        for lock in self._locks:
            lock.release()
        self._locks = []


class LockedStore(ProjectStore):
    """A project file that somebody else has open: it can be read, and not be changed.

    Attributes:
        error: says who has it.
    """

    def __init__(self, path: Path, error: LockedError) -> None:
        self.path = path
        self.refuge = None
        self.error = error

    def load(self) -> Record:
        """Read the whole review as it is just now.

        Raises:
            ProjectError: the file can't be read.
        """
        return _read(self.path)

    def _write(self, write: Callable[[sqlite3.Connection], None]) -> None:  # noqa: ARG002 -- nothing is written
        raise self.error

    def copy_to(self, path: Path) -> None:
        """Write what the file holds just now to another one.

        Raises:
            ProjectError: it can't be written there.
        """
        ProjectStore.create(path, self.load()).close()

    def close(self) -> None:
        """Do nothing: the file is not kept open."""


def read_project(path: Path) -> Record:
    """Read a project file without being its writer, whether or not somebody has it open.

    Raises:
        ProjectError: it isn't there, isn't a project, is damaged, or was made by a newer version.
    """
    _look(path)
    return _read(path)


def _read(path: Path) -> Record:
    with guarded(path):
        database = open_database(path, reading=True)
        try:
            return read_record(database)
        finally:
            database.conn.close()


def _identity(path: Path) -> tuple[int, int] | None:
    """Tell a file from any other that has its name later, None where there is none."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino


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
