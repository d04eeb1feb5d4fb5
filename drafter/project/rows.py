"""A record into the rows of a project file, and back."""

import hashlib
import json
import sqlite3
from collections.abc import Container, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from drafter import __version__
from drafter.model import (
    Clause,
    ClauseSide,
    Comment,
    Document,
    Message,
    Notice,
    Paragraph,
    Revision,
    Segment,
    Side,
)
from drafter.project.database import connect
from drafter.project.packing import packed, unpacked_data
from drafter.project.record import Record
from drafter.project.schema import APPLICATION_ID, MADE_BY, SCHEMA, TITLE, VERSION
from drafter.project.soundness import require_sound

if TYPE_CHECKING:
    from sqlite_utils import Database

_SIDES: tuple[Side, Side] = ("zh", "en")


def write_record(path: Path, record: Record) -> None:
    """Fill an empty file with a review."""
    database = connect(path)
    try:
        connection = database.conn
        connection.executescript(
            f"BEGIN; {SCHEMA} PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {VERSION}; COMMIT;"
        )
        settings = {**record.settings, TITLE: record.title, MADE_BY: __version__}
        database.table("setting").insert_all({"name": name, "value": value} for name, value in settings.items())
        for side, document in record.documents.items():
            database.table("document").insert(_document_row(side, document))
            database.table("paragraph").insert_all(_paragraph_rows(side, document))
            database.table("comment").insert_all(_comment_rows(side, document.comments))
            database.table("notice").insert_all(_notice_rows(side, document.notices))
        database.table("notice").insert_all(_notice_rows("", record.notices))
        database.table("clause").insert_all(_clause_row(i, clause) for i, clause in enumerate(record.clauses))
        database.table("segment").insert_all(row for clause in record.clauses for row in _segment_rows(clause))
        database.table("fixed").insert_all({"clause": clause.id} for clause in record.clauses if clause.fixed)
        present = {clause.id for clause in record.clauses}
        gone = {revision.clause for revision in record.revisions} - present
        database.table("clause").insert_all(_clause_row(-id_, _no_more(id_)) for id_ in sorted(gone))
        with connection:
            connection.executemany(NEW_REVISION, map(revision_row, record.revisions))
    finally:
        database.conn.close()


NEW_REVISION = """
INSERT INTO revision (number, kind, clause, side, before, after, author, time, reason, key, step, turn)
VALUES (:number, :kind, :clause, :side, :before, :after, :author, :time, :reason, :key, :step, :turn)
"""


def _document_row(side: Side, document: Document) -> dict[str, object]:
    return {
        "side": side, "name": document.name, "format": document.format, "encoding": document.encoding,
        "sha256": hashlib.sha256(document.data).hexdigest(), "data": packed(document.data),
    }  # fmt: skip


def _paragraph_rows(side: Side, document: Document) -> Iterable[dict[str, object]]:
    for position, paragraph in enumerate(document.paragraphs):
        yield {
            "side": side, "position": position, "line": paragraph.line, "part": paragraph.part,
            "number": paragraph.number, "level": paragraph.level, "style": paragraph.style,
            "cell": ",".join(map(str, paragraph.cell or ())), "text": paragraph.text,
        }  # fmt: skip


def _comment_rows(side: Side, comments: Sequence[Comment]) -> Iterable[dict[str, object]]:
    for position, comment in enumerate(comments):
        yield {
            "side": side, "position": position, "paragraph": comment.paragraph, "start": comment.start,
            "end": comment.end, "author": comment.author, "time": comment.time, "text": comment.text,
            "parent": comment.parent, "done": int(comment.done),
        }  # fmt: skip


def _notice_rows(side: Side | Literal[""], notices: Sequence[Notice]) -> Iterable[dict[str, object]]:
    for position, notice in enumerate(notices):
        message = json.dumps(_packed(notice.message), ensure_ascii=False)
        yield {"side": side, "position": position, "message": message, "warning": int(notice.warning)}


def _packed(message: Message) -> dict[str, object]:
    """Give a message as JSON has it; a value that is itself a message is an object there."""
    values = {
        name: _packed(value) if isinstance(value, Message) else value if isinstance(value, int) else str(value)
        for name, value in message.values.items()
    }
    return {"template": message.template, "values": values}


def arrange(connection: sqlite3.Connection, clauses: Sequence[Clause], made: Iterable[Clause]) -> None:
    """Set the clauses of a review anew; one that is there no more keeps its row, for the history to point to.

    Args:
        connection: the file, within a step.
        clauses: all clauses in order.
        made: those of them that are new or have other pieces.
    """
    connection.execute("UPDATE clause SET position = -id")
    for clause in made:
        connection.execute(_NEW_CLAUSE, _clause_row(-clause.id, clause))
        connection.execute("DELETE FROM segment WHERE clause = ?", [clause.id])
        connection.executemany(_NEW_SEGMENT, _segment_rows(clause))
    connection.execute("DELETE FROM fixed")
    connection.executemany("INSERT INTO fixed VALUES (?)", [(clause.id,) for clause in clauses if clause.fixed])
    connection.executemany(
        "UPDATE clause SET position = ? WHERE id = ?", [(index, clause.id) for index, clause in enumerate(clauses)]
    )


_NEW_CLAUSE = """
INSERT INTO clause (id, position, confidence, level, zh_original, zh_text, en_original, en_text)
VALUES (:id, :position, :confidence, :level, :zh_original, :zh_text, :en_original, :en_text)
ON CONFLICT (id) DO UPDATE SET
    confidence = excluded.confidence, level = excluded.level,
    zh_original = excluded.zh_original, zh_text = excluded.zh_text,
    en_original = excluded.en_original, en_text = excluded.en_text
"""
_NEW_SEGMENT = """
INSERT INTO segment (clause, side, position, paragraph, start, end)
VALUES (:clause, :side, :position, :paragraph, :start, :end)
"""


def _no_more(id_: int) -> Clause:
    """Give the row of a clause whose text stands in other clauses now; the history tells what it was."""
    return Clause(id_, ClauseSide(), ClauseSide())


def _clause_row(position: int, clause: Clause) -> dict[str, object]:
    return {
        "id": clause.id, "position": position, "confidence": clause.confidence, "level": clause.level,
        "zh_original": clause.zh.original, "zh_text": _corrected(clause.zh),
        "en_original": clause.en.original, "en_text": _corrected(clause.en),
    }  # fmt: skip


def _corrected(side: ClauseSide) -> str | None:
    return side.text if side.text != side.original else None


def _segment_rows(clause: Clause) -> Iterable[dict[str, object]]:
    for side in _SIDES:
        for position, segment in enumerate(clause.side(side).segments):
            yield {
                "clause": clause.id, "side": side, "position": position, "paragraph": segment.paragraph,
                "start": segment.start, "end": segment.end,
            }  # fmt: skip


def revision_row(revision: Revision) -> dict[str, object]:
    """Give what `NEW_REVISION` writes."""
    return {
        "number": revision.number, "kind": revision.kind, "clause": revision.clause, "side": revision.side,
        "before": revision.before, "after": revision.after, "author": revision.author, "time": revision.time,
        "reason": revision.reason, "key": revision.key, "step": revision.group, "turn": revision.turn,
    }  # fmt: skip


def read_record(database: "Database") -> Record:
    """Read a whole review.

    Raises:
        ValueError: the file contradicts itself.
    """
    if database.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise ValueError("the pages of the file don't fit together")
    settings = {row["name"]: row["value"] for row in database.table("setting").rows}
    title = settings.pop(TITLE, "")
    settings.pop(MADE_BY, None)
    fixed = {row["clause"] for row in database.table("fixed").rows}
    segments: dict[tuple[int, Side], list[Segment]] = {}
    for row in database.table("segment").rows_where(order_by="clause, side, position"):
        place = Segment(row["paragraph"], row["start"], row["end"])
        segments.setdefault((row["clause"], row["side"]), []).append(place)
    record = Record(
        title=title,
        documents={row["side"]: _document(database, row) for row in database.table("document").rows},
        clauses=tuple(
            _clause(row, segments, fixed)
            for row in database.table("clause").rows_where("position >= 0", order_by="position")
        ),
        revisions=tuple(_revision(row) for row in database.table("revision").rows_where(order_by="number")),
        settings=settings,
        notices=_notices(database, ""),
    )
    require_sound(record)
    return record


def _document(database: "Database", row: Mapping[str, Any]) -> Document:
    data = unpacked_data(row["data"])
    if hashlib.sha256(data).hexdigest() != row["sha256"]:
        raise ValueError(row["name"])
    paragraphs = tuple(
        Paragraph(
            text=found["text"], line=found["line"], part=found["part"], number=found["number"], level=found["level"],
            style=found["style"], cell=_cell(found["cell"]),
        )
        for found in database.table("paragraph").rows_where("side = ?", [row["side"]], order_by="position")
    )  # fmt: skip
    comments = tuple(
        Comment(
            found["paragraph"], found["start"], found["end"], found["author"], found["time"], found["text"],
            found["parent"], bool(found["done"]),
        )
        for found in database.table("comment").rows_where("side = ?", [row["side"]], order_by="position")
    )  # fmt: skip
    return Document(
        name=row["name"], format=row["format"], paragraphs=paragraphs, data=data,
        encoding=row["encoding"], notices=_notices(database, row["side"]), comments=comments,
    )  # fmt: skip


def _notices(database: "Database", side: Side | Literal[""]) -> tuple[Notice, ...]:
    return tuple(
        Notice(_message(json.loads(row["message"])), bool(row["warning"]))
        for row in database.table("notice").rows_where("side = ?", [side], order_by="position")
    )


def _message(packed: Mapping[str, Any]) -> Message:
    values = packed["values"].items()
    return Message(
        packed["template"], {name: _message(value) if isinstance(value, dict) else value for name, value in values}
    )


def _cell(written: str) -> tuple[int, int, int] | None:
    if not written:
        return None
    table, row, column = map(int, written.split(","))
    return table, row, column


def _clause(
    row: Mapping[str, Any], segments: Mapping[tuple[int, Side], list[Segment]], fixed: Container[int]
) -> Clause:
    zh, en = (
        _side(tuple(segments.get((row["id"], side), ())), row[f"{side}_original"], row[f"{side}_text"])
        for side in _SIDES
    )
    return Clause(row["id"], zh, en, row["confidence"], row["level"], row["id"] in fixed)


def _side(segments: tuple[Segment, ...], original: str, text: str | None) -> ClauseSide:
    return ClauseSide(segments, original, original if text is None else text)


def _revision(row: Mapping[str, Any]) -> Revision:
    return Revision(
        number=row["number"], kind=row["kind"], clause=row["clause"], side=row["side"], before=row["before"],
        after=row["after"], author=row["author"], time=row["time"], reason=row["reason"], key=row["key"],
        group=row["step"], turn=row["turn"],
    )  # fmt: skip
