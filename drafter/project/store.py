"""Writing and reading the project file."""

import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from drafter.model import N_, Clause, ClauseSide, Document, Paragraph, Revision, Segment, Side
from drafter.project.errors import ProjectError
from drafter.project.record import Record
from drafter.project.schema import APPLICATION_ID, SCHEMA, VERSION

if TYPE_CHECKING:
    from sqlite_utils import Database

SUFFIX = ".drafter"
_SIDES: tuple[Side, Side] = ("zh", "en")
_HEADER = b"SQLite format 3\x00"
_TITLE = "title"
_T = TypeVar("_T")


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
            handle, name = tempfile.mkstemp(prefix=".", suffix=SUFFIX, dir=path.parent)
            os.close(handle)
            temporary = Path(name)
            _guarded(path, lambda: _write(temporary, record))
            temporary.replace(path)
        except OSError as error:
            raise ProjectError(
                N_("“{name}” can't be written: {why}. Choose another folder or close the file where it is open."),
                name=path.name, why=error.strerror or str(error),
            ) from error  # fmt: skip
        finally:
            if temporary is not None:
                with suppress(OSError):
                    temporary.unlink(missing_ok=True)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path) -> "ProjectStore":
        """Open a project file.

        Raises:
            ProjectError: it isn't there, isn't a project, is damaged, or was made by a newer version.
        """
        _look(path)
        return _guarded(path, lambda: cls(path, _open(path)))

    def load(self) -> Record:
        """Read the whole review.

        Raises:
            ProjectError: the file is damaged.
        """
        return _guarded(self.path, lambda: _read(self._database))

    def append(self, revisions: Iterable[Revision], clauses: Iterable[Clause]) -> None:
        """Add changes to the history and set the texts that they lead to, in one step.

        Args:
            revisions: the new revisions, numbered on from the last.
            clauses: the clauses they change, as they are now.

        Raises:
            ProjectError: nothing was written.
        """

        def write() -> None:
            with self._database.conn:
                self._database.table("revision").insert_all(map(_revision_row, revisions))
                for clause in clauses:
                    self._database.table("clause").update(
                        clause.id, {"zh_text": clause.zh.text, "en_text": clause.en.text}
                    )

        _guarded(self.path, write)

    def remember(self, name: str, value: str) -> None:
        """Keep a setting of the review."""

        def write() -> None:
            with self._database.conn:
                self._database.table("setting").upsert({"name": name, "value": value}, pk="name")

        _guarded(self.path, write)

    def close(self) -> None:
        """Close the file."""
        self._database.conn.close()


def _look(path: Path) -> None:
    """Refuse what is no project file before a database engine sees it."""
    try:
        with path.open("rb") as file:
            head = file.read(len(_HEADER))
    except FileNotFoundError:
        raise ProjectError(N_("There is no file “{name}”."), name=path.name) from None
    except IsADirectoryError:
        raise ProjectError(N_("“{name}” is a folder, not a project file."), name=path.name) from None
    except OSError as error:
        raise ProjectError(
            N_("“{name}” can't be read: {why}."), name=path.name, why=error.strerror or str(error)
        ) from error
    if head != _HEADER:
        raise ProjectError(N_("“{name}” is not a Drafter project."), name=path.name)


def _guarded(path: Path, work: Callable[[], _T]) -> _T:
    """Turn what a database engine says into a sentence."""
    try:
        return work()
    except sqlite3.OperationalError as error:
        raise ProjectError(
            N_("The project “{name}” can't be read or written just now: {why}. Nothing was changed."),
            name=path.name, why=str(error),
        ) from error  # fmt: skip
    except (sqlite3.Error, ValueError, KeyError, TypeError, IndexError) as error:
        raise ProjectError(
            N_("The project “{name}” is damaged. Open a copy of it, or make the project anew from its two files."),
            name=path.name,
        ) from error


def _connect(path: Path) -> "Database":
    from sqlite_utils import Database

    # The worker that opens a review hands it on to the window's thread; only one uses it at a time.
    connection = sqlite3.connect(path, check_same_thread=False)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    return Database(connection, execute_plugins=False)


def _open(path: Path) -> "Database":
    database = _connect(path)
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
    return database


def _write(path: Path, record: Record) -> None:
    database = _connect(path)
    try:
        connection = database.conn
        connection.executescript(SCHEMA)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        with connection:
            settings = {**record.settings, _TITLE: record.title}
            database.table("setting").insert_all({"name": name, "value": value} for name, value in settings.items())
            for side, document in record.documents.items():
                database.table("document").insert(_document_row(side, document))
                database.table("paragraph").insert_all(_paragraph_rows(side, document))
            database.table("clause").insert_all(_clause_row(i, clause) for i, clause in enumerate(record.clauses))
            database.table("segment").insert_all(row for clause in record.clauses for row in _segment_rows(clause))
            database.table("revision").insert_all(map(_revision_row, record.revisions))
    finally:
        database.conn.close()


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
    settings = {row["name"]: row["value"] for row in database.table("setting").rows}
    title = settings.pop(_TITLE, "")
    segments: dict[tuple[int, Side], list[Segment]] = {}
    for row in database.table("segment").rows_where(order_by="clause, side, position"):
        place = Segment(row["paragraph"], row["start"], row["end"])
        segments.setdefault((row["clause"], row["side"]), []).append(place)
    return Record(
        title=title,
        documents={row["side"]: _document(database, row) for row in database.table("document").rows},
        clauses=tuple(_clause(row, segments) for row in database.table("clause").rows_where(order_by="position")),
        revisions=tuple(_revision(row) for row in database.table("revision").rows_where(order_by="number")),
        settings=settings,
    )


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
