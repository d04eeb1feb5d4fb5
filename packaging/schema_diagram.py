"""The tables of a project file as a diagram in CONTRIBUTING.md, made from the schema itself.

`python packaging/schema_diagram.py` brings the diagram up to date; with `--check` it only tells whether it is.
"""

import re
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from drafter.project.schema import SCHEMA, VERSION

PAGE = Path(__file__).resolve().parent.parent / "CONTRIBUTING.md"
_BEGIN, _END = "<!-- schema_diagram -->", "<!-- /schema_diagram -->"
_REMARK = re.compile(r"^    (\w+) .*?-- (.+)$")
_TABLE = re.compile(r"^CREATE TABLE (\w+) \((?: *-- (.+))?")


def diagram() -> str:
    """Give the tables, their columns and what points to what, as Mermaid has it."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.executescript(SCHEMA)
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        lines = ["erDiagram"]
        for name in names:
            lines += _table(connection, name)
        for name in names:
            lines += _links(connection, name)
    finally:
        connection.close()
    return "\n".join(lines)


def _table(connection: sqlite3.Connection, name: str) -> Iterator[str]:
    remarks = _remarks()
    links = {row[3] for row in connection.execute(f"PRAGMA foreign_key_list({name})")}
    yield f"    {name} {{"
    for _number, column, kind, _not_null, _default, key in connection.execute(f"PRAGMA table_info({name})"):
        marks = ", ".join(mark for mark, is_set in (("PK", key), ("FK", column in links)) if is_set)
        remark = remarks.get((name, column), "").replace('"', "'")
        yield "        " + " ".join(filter(None, (kind, column, marks, f'"{remark}"' if remark else "")))
    yield "    }"


def _links(connection: sqlite3.Connection, name: str) -> Iterator[str]:
    keys = {column for _n, column, *_rest, key in connection.execute(f"PRAGMA table_info({name})") if key}
    for _id, _number, other, column, *_rest in connection.execute(f"PRAGMA foreign_key_list({name})"):
        many = "o|" if keys == {column} else "o{"
        yield f"    {other} ||--{many} {name} : {column}"


def _remarks() -> dict[tuple[str, str], str]:
    """Give what the schema says beside its columns."""
    found, table = {}, ""
    for line in SCHEMA.splitlines():
        if made := _TABLE.match(line):
            table = made[1]
        elif remark := _REMARK.match(line):
            found[table, remark[1]] = remark[2]
    return found


def with_diagram(page: str) -> str:
    """Give a page with the diagram between its marks brought up to date.

    Raises:
        ValueError: the page has no such marks.
    """
    before, begin, rest = page.partition(_BEGIN)
    _old, end, after = rest.partition(_END)
    if not begin or not end:
        raise ValueError(f"no {_BEGIN} … {_END}")
    words = f"Format {VERSION}; by `python packaging/schema_diagram.py`:"
    return f"{before}{_BEGIN}\n{words}\n\n```mermaid\n{diagram()}\n```\n{_END}{after}"


def main() -> int:
    """Carry the command out."""
    page = PAGE.read_text(encoding="utf-8")
    new = with_diagram(page)
    if "--check" in sys.argv[1:]:
        if new != page:
            print("the diagram in CONTRIBUTING.md is out of date: run python packaging/schema_diagram.py")
        return int(new != page)
    PAGE.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
