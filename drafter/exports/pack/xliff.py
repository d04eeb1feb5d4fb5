"""A pack as XLIFF 2.1 (OASIS, 2018): a unit for each clause, the rest of what is known in its notes.

Tools keep a unit's id, so that it holds all by which the clause is known when it comes back.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple
from xml.sax.saxutils import escape

from drafter.exports.atomic import write_atomically
from drafter.exports.characters import legal
from drafter.exports.pack.rows import Check, PackRow
from drafter.model import STATES, Side

_NAMESPACE: Final = "urn:oasis:names:tc:xliff:document:2.0"
_CODES: Final[dict[Side, str]] = {"zh": "zh-CN", "en": "en"}
_ID: Final = re.compile("c([0-9]{1,9})_([0-9]{1,9})_([0-9]{1,9})_([0-9a-f]{12})_([0-9a-f]{12})(.*)")


class UnitId(NamedTuple):
    """What a unit's id says.

    Attributes:
        clause: the clause.
        row: which unit of the pack it is, from 1.
        total: how many the pack has.
        check: what the clause is known by.
        rest: what a tool or a reader put behind it, "" for nothing.
    """

    clause: int
    row: int
    total: int
    check: Check
    rest: str = ""

    @classmethod
    def read(cls, written: str) -> "UnitId | None":
        """Read an id; None where it is none of ours."""
        found = _ID.fullmatch(written)
        return cls(int(found[1]), int(found[2]), int(found[3]), Check(found[4], found[5]), found[6]) if found else None

    def __str__(self) -> str:
        return f"c{self.clause}_{self.row}_{self.total}_{self.check.source}_{self.check.target}"


def write_xliff(rows: Sequence[PackRow], target: Side, path: Path) -> None:
    """Write a pack as XLIFF.

    Args:
        rows: the clauses.
        target: the language of the translation.
        path: where to.

    Raises:
        DrafterError: the file can't be written.
    """
    source: Side = "zh" if target == "en" else "en"
    units = "".join(_unit(row, number, len(rows)) for number, row in enumerate(rows, 1))
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<xliff xmlns="{_NAMESPACE}" version="2.1" srcLang="{_CODES[source]}" trgLang="{_CODES[target]}">\n'
        f'<file id="pack" xml:space="preserve">\n{units}</file>\n</xliff>\n'
    )
    write_atomically(path, text.encode())


def _unit(row: PackRow, number: int, total: int) -> str:
    id_ = UnitId(row.clause, number, total, row.check)
    notes = "".join(f'<note category="{kind}">{_escaped(words)}</note>' for kind, words in _notes(row))
    state = row.state if row.target.strip() else STATES[0]
    return (
        f'<unit id="{id_}">{f"<notes>{notes}</notes>" if notes else ""}<segment state="{state}">'
        f"<source>{_escaped(row.source)}</source><target>{_escaped(row.target)}</target></segment></unit>\n"
    )


def _notes(row: PackRow) -> Iterator[tuple[str, str]]:
    for error in row.errors:
        yield "finding", f"{error.kind()} {error.sentence()}"
    if row.loaded != row.target:
        yield "loaded", row.loaded


def _escaped(text: str) -> str:
    return escape(legal(text))
