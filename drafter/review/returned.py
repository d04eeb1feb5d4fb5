"""A pack that came back: its rows, whatever a spreadsheet or a translation tool made of the file."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from drafter.documents import UnreadableError
from drafter.documents.bitext import pairs_of
from drafter.documents.encodings import Decoded, decode
from drafter.documents.files import read_bytes, shown_name
from drafter.exports.pack import COLUMNS, PACK_ENDINGS, Check, UnitId, bared
from drafter.model import N_, Side

_NUMBER: Final = re.compile(r"\s*([0-9]{1,9})(?:\.0*)?\s*")
_ROW: Final = re.compile(r"\s*([0-9]{1,9})\s*of\s*([0-9]{1,9})\s*")
_NEEDED: Final = ("clause", "check", "source", "target")


@dataclass(frozen=True, slots=True)
class Returned:
    """A row that came back.

    Attributes:
        place: which row of the file it is, the heading counted; which unit of an XLIFF file.
        clause: the clause it says it is about, None where it says nothing.
        check: what the clause was known by, None where that is lost.
        source: what was translated, as the row has it now.
        target: the translation as it came back.
        row: which row of the pack it was, from 1; 0 where that is lost.
        total: how many the pack had, likewise.
        whole: whether it is one piece: a tool may have cut it.
        loose: whether the file bears no checks at all, so that only the source tells whether a row is about the clause.
        author: who changed it, "" where the file doesn't tell.
    """

    place: int
    clause: int | None
    check: Check | None
    source: str
    target: str
    row: int = 0
    total: int = 0
    whole: bool = True
    loose: bool = False
    author: str = ""


RETURNED_ENDINGS: Final = (*PACK_ENDINGS, ".docx")
"""What can be taken back: the kinds of packs, and the bilingual table of a Word file."""


def read_returned(path: Path, target: Side) -> list[Returned]:
    """Read a pack that came back, or a bilingual Word table.

    Args:
        path: the file.
        target: the side that is the translation.

    Raises:
        DrafterError: it can't be read, or is none.
    """
    ending, name = path.suffix.lower(), shown_name(path)
    if ending == ".docx":
        from drafter.review.returned_word import read_returned_word

        return read_returned_word(path, target)
    if ending not in PACK_ENDINGS:
        raise UnreadableError(
            N_("“{name}” is no pack: its name must end in one of {endings}."),
            name=name, endings=", ".join(RETURNED_ENDINGS),
        )  # fmt: skip
    data = read_bytes(path)
    if ending == ".xlf":
        return list(_of_xliff(data, name))
    if ending == ".csv":
        return list(_of_table(_rows_of_csv(data, name), name))
    from drafter.language.workbook import read_rows

    return list(_of_table(read_rows(data, name), name))


def _of_xliff(data: bytes, name: str) -> Iterator[Returned]:
    for place, pair in enumerate(pairs_of(data, name, "xliff"), 1):
        known = UnitId.read(pair.id)
        source, target = pair.text("zh" if pair.side == "en" else "en"), pair.text(pair.side)
        if known is None:
            yield Returned(place, None, None, source, target)
        else:
            whole = not known.rest.startswith(".")  # "-2" behind the id of a unit that came twice is no piece
            yield Returned(place, known.clause, known.check, source, target, known.row, known.total, whole)


def _rows_of_csv(data: bytes, name: str) -> Iterator[list[str]]:
    found = decode(data)
    if not isinstance(found, Decoded):
        raise UnreadableError(N_("“{name}” is no table: save it as CSV in UTF-8."), name=name)
    text = found.text.removeprefix("\ufeff")
    heading = text.partition("\n")[0]
    # Spreadsheets part columns as the country's custom is.
    delimiter = max(",;\t", key=heading.count)
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            yield [bared(cell) for cell in row]
    except csv.Error:
        raise UnreadableError(N_("“{name}” is no table: save it as CSV in UTF-8."), name=name) from None


def _of_table(rows: Iterable[Sequence[str]], name: str) -> Iterator[Returned]:
    lines = iter(rows)
    heading = [cell.strip().lower() for cell in next(lines, ())]
    lost = [column for column in _NEEDED if heading.count(column) != 1]
    if lost:
        raise UnreadableError(
            N_("“{name}” is no pack of Drafter: its first row lacks “{column}”. The columns must keep their names."),
            name=name, column=lost[0],
        )  # fmt: skip
    for place, row in enumerate(lines, 2):
        cells = {column: cell for column, cell in zip(heading, row, strict=False) if column in COLUMNS}
        if not any(cell.strip() for cell in cells.values()):
            continue
        number, of = _NUMBER.fullmatch(cells.get("clause", "")), _ROW.fullmatch(cells.get("row", ""))
        yield Returned(
            place, int(number[1]) if number else None, Check.read(cells.get("check", "")), cells.get("source", ""),
            cells.get("target", ""), int(of[1]) if of else 0, int(of[2]) if of else 0,
        )  # fmt: skip
