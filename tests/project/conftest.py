"""A record with one of everything that a project file keeps."""

from pathlib import Path

import pytest

from drafter.model import Clause, ClauseSide, Comment, Document, Message, Notice, Paragraph, Revision, Segment
from drafter.project import ProjectStore, Record

TIME = "2025-11-21T10:00:00.000Z"


def text_document(name: str, *lines: str) -> Document:
    data = "\r\n".join(lines).encode()
    return Document(name, "txt", tuple(Paragraph(line, at) for at, line in enumerate(lines, 1)), data, "utf-8")


def whole(document: Document, *indexes: int) -> ClauseSide:
    segments = tuple(Segment(index, 0, len(document.paragraphs[index].text)) for index in indexes)
    text = "\n".join(document.paragraphs[index].text for index in indexes)
    return ClauseSide(segments, text, text)


@pytest.fixture
def record() -> Record:
    zh = text_document("计划.txt", "石桥镇计划", "", "𫚖𫚖改造锅炉120台。")
    paragraphs = (
        Paragraph("1. Plan", 1, "body", "1.", 2, "Heading 2"),
        Paragraph("Refit 120", 2, "table", cell=(0, 1, 2)),
        Paragraph("boilers.", 3, "note"),
        Paragraph('A remark\n’"\\ \x00 of\ttwo lines', 4, "comment"),
    )
    notices = (
        Notice(Message("Pictures left out: {n}.", {"n": 3})),
        Notice(Message("Why: {what}", {"what": Message("“{name}” is odd {{so}}", {"name": "图"})}), warning=True),
    )
    comments = (
        Comment(1, 0, 5, "王", "2025-11-20T09:00:00Z", "Which?\nAll?"),
        Comment(None, 0, 0, "", "", "see above", parent=0, done=True),
    )
    en = Document("plan.docx", "docx", paragraphs, bytes(range(256)), notices=notices, comments=comments)
    clauses = (
        Clause(1, whole(zh, 0), ClauseSide(whole(en, 0).segments, "1. Plan", "Plan of Shiqiao"), 0.75, 2),
        Clause(2, whole(zh, 2), whole(en, 1, 2), 0.5),
        Clause(7, ClauseSide(), whole(en, 3)),
    )
    revisions = (
        Revision(1, "text", 1, "en", "1. Plan", "Plan of Shiqiao", "柳如烟", TIME, "why", "", 1),
        Revision(2, "decision", 2, "en", "open", "ignored", "", TIME, "as printed", "key|1", 2),
        Revision(3, "tag", 7, "zh", "", "on", "王", TIME, "", "m.1", 3),
        Revision(4, "tag", 7, "zh", "on", "", "王", TIME, "", "m.1", 4, "undo"),
        Revision(5, "tag", 7, "zh", "", "on", "王", TIME, "", "m.1", 5, "redo"),
        Revision(6, "note", 2, "en", "", "Which boilers?", "王", TIME, "", "a1<en:0", 6),
        Revision(7, "done", 2, "en", "", "done", "王", TIME, "", "a1", 7),
    )
    settings = {"place": "2", "": "nameless", "title": "x"}
    together = (Notice(Message("They hardly say the same."), warning=True),)
    return Record("石桥镇计划", {"zh": zh, "en": en}, clauses, revisions, settings, together)


@pytest.fixture
def project(record: Record, tmp_path: Path) -> Path:
    path = tmp_path / "计划 一.drafter"
    ProjectStore.create(path, record).close()
    return path
