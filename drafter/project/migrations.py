"""Older project files brought up to the present format, a copy of each left beside it.

What a step does never changes, however the schema goes on: a file of any age takes all of them in turn.
"""

import json
import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from drafter import __version__
from drafter.model import N_
from drafter.project.backup import copied
from drafter.project.guard import damaged
from drafter.project.packing import packed
from drafter.project.schema import MADE_BY, VERSION

_NO_REPORT: Final = N_("An earlier version made this project, which kept no report of what it left out or guessed.")
_STEPS: Final[Mapping[int, str]] = {
    # Comments of the files and the import report are kept.
    1: f"""
CREATE TABLE comment (               -- of the file's authors
    side TEXT NOT NULL REFERENCES document (side),
    position INTEGER NOT NULL,       -- from 0
    paragraph INTEGER,               -- position of the paragraph it is about, NULL where none is known
    start INTEGER NOT NULL,          -- code points in that paragraph
    end INTEGER NOT NULL,            -- exclusive
    author TEXT NOT NULL,
    time TEXT NOT NULL,              -- as the file has it
    text TEXT NOT NULL,
    parent INTEGER,                  -- position of the comment it replies to
    done INTEGER NOT NULL,
    PRIMARY KEY (side, position)
) STRICT;

CREATE TABLE notice (                -- the import report
    side TEXT NOT NULL CHECK (side IN ('', 'zh', 'en')),  -- "" of the review as a whole
    position INTEGER NOT NULL,
    message TEXT NOT NULL,           -- JSON: {{"template": …, "values": {{…}}}}
    warning INTEGER NOT NULL,
    PRIMARY KEY (side, position)
) STRICT;
INSERT INTO notice VALUES ('', 0, '{json.dumps({"template": _NO_REPORT, "values": {}})}', 0);
""",  # noqa: S608 -- what is put in is our own
    # Clauses can be paired by hand.
    2: """
CREATE TABLE fixed (                 -- clauses that were paired by hand
    clause INTEGER PRIMARY KEY REFERENCES clause (id)
) STRICT;
""",
    # The history tells of states, of what is ignored throughout, and of the reviewers' own findings. The tables are the
    # same; an earlier program would take such a history for a damaged one.
    3: "",
    # A text as loaded is kept once, the files' bytes are packed, and the places of clauses need no second index.
    4: """
PRAGMA defer_foreign_keys = ON;
CREATE TEMP TABLE clause_4 (id, position, confidence, level, zh_original, zh_text, en_original, en_text);
INSERT INTO clause_4 SELECT * FROM main.clause;
CREATE TEMP TABLE segment_4 AS SELECT * FROM main.segment;
DROP TABLE main.segment;
DROP TABLE main.clause;
CREATE TABLE clause (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL UNIQUE,
    confidence REAL NOT NULL,
    level INTEGER NOT NULL,
    zh_original TEXT NOT NULL,
    zh_text TEXT,                    -- NULL where it is as loaded
    en_original TEXT NOT NULL,
    en_text TEXT
) STRICT;
CREATE TABLE segment (
    clause INTEGER NOT NULL REFERENCES clause (id),
    side TEXT NOT NULL CHECK (side IN ('zh', 'en')),
    position INTEGER NOT NULL,
    paragraph INTEGER NOT NULL,
    start INTEGER NOT NULL,          -- code points in the paragraph
    end INTEGER NOT NULL,            -- exclusive
    PRIMARY KEY (clause, side, position)
) STRICT, WITHOUT ROWID;
INSERT INTO main.clause SELECT id, position, confidence, level, zh_original, nullif(zh_text, zh_original), en_original,
    nullif(en_text, en_original) FROM clause_4;
INSERT INTO main.segment SELECT * FROM segment_4;
DROP TABLE clause_4;
DROP TABLE segment_4;
CREATE TEMP TABLE document_4 (side, name, format, encoding, sha256, data);
INSERT INTO document_4 SELECT * FROM main.document;
DROP TABLE main.document;
CREATE TABLE document (
    side TEXT PRIMARY KEY CHECK (side IN ('zh', 'en')),
    name TEXT NOT NULL,
    format TEXT NOT NULL,
    encoding TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    data BLOB NOT NULL               -- the file's bytes, exactly, as zlib packs them
) STRICT;
INSERT INTO main.document SELECT side, name, format, encoding, sha256, packed(data) FROM document_4;
DROP TABLE document_4;
""",
}
"""What leads from each format to the next."""
_MADE: Final = "INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"


def migrate(path: Path, connection: sqlite3.Connection, version: int, is_sound: Callable[[], bool]) -> None:
    """Bring a project file up to the present format, in one step; its old self is kept beside it.

    Args:
        path: the file.
        connection: its database, open for writing.
        version: the format it has.
        is_sound: whether the tables are as this program knows them; asked before the step is made final.

    Raises:
        ProjectError: no such format was ever written, or its tables are not those it should have; nothing was changed.
        sqlite3.Error: the file or its folder can't be written; nothing was changed.
    """
    if version not in _STEPS:
        raise damaged(path)
    steps = "".join(_STEPS[number] for number in range(version, VERSION))
    backup = copied(connection, path, f"v{version}")
    connection.create_function("packed", 1, packed)
    try:
        connection.executescript(f"BEGIN IMMEDIATE; {steps} PRAGMA user_version = {VERSION};")
        connection.execute(_MADE, [MADE_BY, __version__])
        if not is_sound():
            raise damaged(path)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        backup.unlink(missing_ok=True)
        raise
