"""Writing and reading the project file."""

import hashlib
import os
import secrets
import shutil
import sqlite3
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafter.model import N_, Clause, ClauseSide, Document, Paragraph, Revision, Segment, Side
from drafter.project.errors import ProjectError
from drafter.project.record import Record
from drafter.project.schema import APPLICATION_ID, SCHEMA, VERSION
from drafter.project.soundness import require_sound

if TYPE_CHECKING:
    from sqlite_utils import Database

SUFFIX = ".drafter"
_SIDES: tuple[Side, Side] = ("zh", "en")
_HEADER = b"SQLite format 3\x00"
_TITLE = "drafter:title"  # no name that somebody may `remember` something under
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
            with _guarded(path):
                _write(temporary, record)
            if target.exists():
                shutil.copymode(target, temporary)
                _settle(target)
            temporary.replace(target)
        except (OSError, ValueError) as error:
            raise ProjectError(
                N_("“{name}” can't be written: {why}. Choose another folder or close the file where it is open."),
                name=path.name, why=_why(error),
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
        with _guarded(path):
            return cls(path, _open(path))

    def load(self) -> Record:
        """Read the whole review.

        Raises:
            ProjectError: the file is damaged.
        """
        with _guarded(self.path):
            return _read(self._database)

    def append(self, revisions: Iterable[Revision], clauses: Iterable[Clause]) -> None:
        """Add changes to the history and set the texts that they lead to, in one step.

        Args:
            revisions: the new revisions, numbered on from the last.
            clauses: the clauses they change, as they are now.

        Raises:
            ProjectError: nothing was written.
        """
        with _guarded(self.path), self._transaction() as connection:
            try:
                connection.executemany(_NEW_REVISION, map(_revision_row, revisions))
            except sqlite3.IntegrityError as error:
                raise ProjectError(
                    N_("“{name}” was changed by another window or program since it was opened: open it again."),
                    name=self.path.name,
                ) from error
            connection.executemany(
                "UPDATE clause SET zh_text = ?, en_text = ? WHERE id = ?",
                [(clause.zh.text, clause.en.text, clause.id) for clause in clauses],
            )

    def remember(self, name: str, value: str) -> None:
        """Keep a setting of the review.

        Raises:
            ProjectError: nothing was written.
        """
        with _guarded(self.path), self._transaction() as connection:
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


def _why(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)


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
        raise ProjectError(N_("“{name}” can't be read: {why}."), name=path.name, why=_why(error)) from error
    if head != _HEADER:
        raise ProjectError(N_("“{name}” is not a Drafter project."), name=path.name)


_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_OUTSIDE = (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH)


@contextmanager
def _guarded(path: Path) -> Iterator[None]:
    """Turn what a database engine says into a sentence."""
    try:
        yield
    except (ProjectError, ImportError):
        raise
    except MemoryError:
        raise _damaged(path) from None  # a damaged length asks for more than any machine has
    except Exception as error:
        # A damaged file makes the engine, and whoever reads its rows, fail in any way there is.
        raise _sentence(path, error) from error


def _sentence(path: Path, error: Exception) -> ProjectError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_FULL:
        return ProjectError(
            N_("The disk is full: “{name}” was not saved. Free some space and try again."), name=path.name
        )
    if code == sqlite3.SQLITE_READONLY:
        return ProjectError(
            N_("“{name}” may not be written, or was moved while it was open: save the project under another name."),
            name=path.name,
        )
    if code in _BUSY:
        return ProjectError(
            N_("Another program is writing to “{name}”: try again in a moment. Nothing was changed."), name=path.name
        )
    if code in _OUTSIDE:
        return ProjectError(
            N_("The project “{name}” can't be read or written just now: {why}. Nothing was changed."),
            name=path.name, why=str(error),
        )  # fmt: skip
    return _damaged(path)


def _damaged(path: Path) -> ProjectError:
    return ProjectError(
        N_("The project “{name}” is damaged. Open a copy of it, or make the project anew from its two files."),
        name=path.name,
    )


def _connect(path: Path) -> "Database":
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


def _open(path: Path) -> "Database":
    database = _connect(path)
    try:
        _require_project(path, database)
    except BaseException:
        database.conn.close()
        raise
    return database


def _require_project(path: Path, database: "Database") -> None:
    if database.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise ProjectError(N_("“{name}” is not a Drafter project."), name=path.name)
    version = database.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        raise ProjectError(
            N_("“{name}” was made by a newer Drafter (format {version}, this one reads {known}): update Drafter."),
            name=path.name, version=version, known=VERSION,
        )  # fmt: skip
    foreign = database.execute("SELECT count(*) FROM sqlite_master WHERE type IN ('trigger', 'view')").fetchone()[0]
    if foreign:
        raise ProjectError(N_("“{name}” holds commands of its own and was not opened."), name=path.name)
    if version != VERSION or _tables(database.conn) != _known_tables():
        raise _damaged(path)


def _tables(connection: sqlite3.Connection) -> frozenset[tuple[str, ...]]:
    """Give the tables and indexes of a database with the words that made them."""
    return frozenset(connection.execute("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master"))


@cache
def _known_tables() -> frozenset[tuple[str, ...]]:
    connection = sqlite3.connect(":memory:")
    try:
        connection.executescript(SCHEMA)
        return _tables(connection)
    finally:
        connection.close()


def _write(path: Path, record: Record) -> None:
    database = _connect(path)
    try:
        connection = database.conn
        connection.executescript(
            f"BEGIN; {SCHEMA} PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {VERSION}; COMMIT;"
        )
        settings = {**record.settings, _TITLE: record.title}
        database.table("setting").insert_all({"name": name, "value": value} for name, value in settings.items())
        for side, document in record.documents.items():
            database.table("document").insert(_document_row(side, document))
            database.table("paragraph").insert_all(_paragraph_rows(side, document))
        database.table("clause").insert_all(_clause_row(i, clause) for i, clause in enumerate(record.clauses))
        database.table("segment").insert_all(row for clause in record.clauses for row in _segment_rows(clause))
        with connection:
            connection.executemany(_NEW_REVISION, map(_revision_row, record.revisions))
    finally:
        database.conn.close()


_NEW_REVISION = """
INSERT INTO revision (number, kind, clause, side, before, after, author, time, reason, key, step, turn)
VALUES (:number, :kind, :clause, :side, :before, :after, :author, :time, :reason, :key, :step, :turn)
"""


def _document_row(side: Side, document: Document) -> dict[str, object]:
    return {
        "side": side, "name": document.name, "format": document.format, "encoding": document.encoding,
        "sha256": hashlib.sha256(document.data).hexdigest(), "data": document.data,
    }  # fmt: skip


def _paragraph_rows(side: Side, document: Document) -> Iterable[dict[str, object]]:
    for position, paragraph in enumerate(document.paragraphs):
        yield {
            "side": side, "position": position, "line": paragraph.line, "part": paragraph.part,
            "number": paragraph.number, "level": paragraph.level, "style": paragraph.style,
            "cell": ",".join(map(str, paragraph.cell or ())), "text": paragraph.text,
        }  # fmt: skip


def _clause_row(position: int, clause: Clause) -> dict[str, object]:
    return {
        "id": clause.id, "position": position, "confidence": clause.confidence, "level": clause.level,
        "zh_original": clause.zh.original, "zh_text": clause.zh.text,
        "en_original": clause.en.original, "en_text": clause.en.text,
    }  # fmt: skip


def _segment_rows(clause: Clause) -> Iterable[dict[str, object]]:
    for side in _SIDES:
        for position, segment in enumerate(clause.side(side).segments):
            yield {
                "clause": clause.id, "side": side, "position": position, "paragraph": segment.paragraph,
                "start": segment.start, "end": segment.end,
            }  # fmt: skip


def _revision_row(revision: Revision) -> dict[str, object]:
    return {
        "number": revision.number, "kind": revision.kind, "clause": revision.clause, "side": revision.side,
        "before": revision.before, "after": revision.after, "author": revision.author, "time": revision.time,
        "reason": revision.reason, "key": revision.key, "step": revision.group, "turn": revision.turn,
    }  # fmt: skip


def _read(database: "Database") -> Record:
    if database.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise ValueError("the pages of the file don't fit together")
    settings = {row["name"]: row["value"] for row in database.table("setting").rows}
    title = settings.pop(_TITLE, "")
    segments: dict[tuple[int, Side], list[Segment]] = {}
    for row in database.table("segment").rows_where(order_by="clause, side, position"):
        place = Segment(row["paragraph"], row["start"], row["end"])
        segments.setdefault((row["clause"], row["side"]), []).append(place)
    record = Record(
        title=title,
        documents={row["side"]: _document(database, row) for row in database.table("document").rows},
        clauses=tuple(_clause(row, segments) for row in database.table("clause").rows_where(order_by="position")),
        revisions=tuple(_revision(row) for row in database.table("revision").rows_where(order_by="number")),
        settings=settings,
    )
    require_sound(record)
    return record


def _document(database: "Database", row: Mapping[str, Any]) -> Document:
    if hashlib.sha256(row["data"]).hexdigest() != row["sha256"]:
        raise ValueError(row["name"])
    paragraphs = tuple(
        Paragraph(
            text=found["text"], line=found["line"], part=found["part"], number=found["number"], level=found["level"],
            style=found["style"], cell=_cell(found["cell"]),
        )
        for found in database.table("paragraph").rows_where("side = ?", [row["side"]], order_by="position")
    )  # fmt: skip
    return Document(row["name"], row["format"], paragraphs, bytes(row["data"]), row["encoding"])


def _cell(written: str) -> tuple[int, int, int] | None:
    if not written:
        return None
    table, row, column = map(int, written.split(","))
    return table, row, column


def _clause(row: Mapping[str, Any], segments: Mapping[tuple[int, Side], list[Segment]]) -> Clause:
    zh, en = (
        ClauseSide(tuple(segments.get((row["id"], side), ())), row[f"{side}_original"], row[f"{side}_text"])
        for side in _SIDES
    )
    return Clause(row["id"], zh, en, row["confidence"], row["level"])


def _revision(row: Mapping[str, Any]) -> Revision:
    return Revision(
        number=row["number"], kind=row["kind"], clause=row["clause"], side=row["side"], before=row["before"],
        after=row["after"], author=row["author"], time=row["time"], reason=row["reason"], key=row["key"],
        group=row["step"], turn=row["turn"],
    )  # fmt: skip
