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
