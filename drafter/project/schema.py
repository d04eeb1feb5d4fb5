"""The tables of a project file, in one place.

`application_id` marks the file as ours, `user_version` its format. The stored text of a clause is always what the
replay of its revisions gives; it is kept beside them so that a file opens without one. A clause whose text stands in
other clauses by now keeps its row, for the history to point to, with a position below 0.
"""

APPLICATION_ID = 0x44524654  # "DRFT"
VERSION = 5
TITLE = "drafter:title"  # settings of our own, under names that nobody may `remember` something under
MADE_BY = "drafter:version"

SCHEMA = """
CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE document (
    side TEXT PRIMARY KEY CHECK (side IN ('zh', 'en')),
    name TEXT NOT NULL,
    format TEXT NOT NULL,
    encoding TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    data BLOB NOT NULL               -- the file's bytes, exactly, as zlib packs them
) STRICT;

CREATE TABLE paragraph (
    side TEXT NOT NULL REFERENCES document (side),
    position INTEGER NOT NULL,       -- from 0
    line INTEGER NOT NULL,           -- place in the source, from 1
    part TEXT NOT NULL,
    number TEXT NOT NULL,
    level INTEGER NOT NULL,
    style TEXT NOT NULL,
    cell TEXT NOT NULL,              -- "table,row,column" or ""
    text TEXT NOT NULL,
    PRIMARY KEY (side, position)
) STRICT;

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
    message TEXT NOT NULL,           -- JSON: {"template": …, "values": {…}}
    warning INTEGER NOT NULL,
    PRIMARY KEY (side, position)
) STRICT;

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

CREATE TABLE fixed (                 -- clauses that were paired by hand
    clause INTEGER PRIMARY KEY REFERENCES clause (id)
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

CREATE TABLE revision (              -- append-only
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    clause INTEGER NOT NULL REFERENCES clause (id),
    side TEXT NOT NULL CHECK (side IN ('zh', 'en')),
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    author TEXT NOT NULL,
    time TEXT NOT NULL,              -- UTC, ISO 8601
    reason TEXT NOT NULL,
    key TEXT NOT NULL,
    step INTEGER NOT NULL,           -- number of the first revision of its step
    turn TEXT NOT NULL               -- undo or redo of an earlier one, else ""
) STRICT;
"""
