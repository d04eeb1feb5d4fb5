"""A Word table with a column for each language, the form in which bilingual texts are mostly sent."""

import re
from collections.abc import Iterable

from drafter.language.scripts import dominant_side
from drafter.model import N_, Bitext, BitextUnit, Document, Message, Notice, Side

_FEWEST_ROWS = 3
_SHARE = 0.8  # of a column's rows that must be in its language
_OF_TEXT = 0.6  # of the document's letters that the table must hold
_HEADS = re.compile(
    r"(?:原文|中文|源文|译文|英文|序号|编号|备注|source|target|chinese|english|translation|original|no\.?|id|notes?|#)"
    r"(?:\s*(?:原文|译文|文本|text|segment|\(.*\)|（.*）))?",
    re.IGNORECASE,
)
_Row = dict[int, str]


def bitext_of_table(document: Document) -> Bitext | None:
    """Give the pairs of a document that is one bilingual table.

    Args:
        document: a document as read.

    Returns:
        A pair a row, or None where no table has two columns of differing languages, or the table is but a part.
    """
    tables: dict[int, dict[int, _Row]] = {}
    letters = 0
    for paragraph in document.paragraphs:
        letters += len(paragraph.text.strip())
        if paragraph.cell is not None and paragraph.text.strip():
            table, row, column = paragraph.cell
            cells = tables.setdefault(table, {}).setdefault(row, {})
            cells[column] = f"{cells[column]}\n{paragraph.text}" if column in cells else paragraph.text
    for rows in tables.values():
        columns = _columns(rows)
        if columns is None or _size(rows, columns.values()) < _OF_TEXT * letters:
            continue
        units = tuple(_units(rows, columns))
        if len(units) >= _FEWEST_ROWS:
            said = Message(
                N_("A table of {count} pairs was found; text outside it was left out."), {"count": len(units)}
            )
            notice = Notice(said)
            return Bitext(document.name, document.format, units, document.data, (*document.notices, notice))
    return None


def _columns(rows: dict[int, _Row]) -> dict[Side, int] | None:
    """Find the column of each language, the longest where there are several."""
    languages: tuple[Side, Side] = ("zh", "en")
    found: dict[Side, tuple[int, int]] = {}
    for column in sorted({column for row in rows.values() for column in row}):
        texts = [row[column] for row in rows.values() if column in row and not _HEADS.fullmatch(row[column].strip())]
        sides = [side for text in texts if (side := dominant_side(text))]
        for language in languages:
            if len(sides) >= _FEWEST_ROWS and sides.count(language) >= _SHARE * len(sides):
                size = sum(map(len, texts))
                if language not in found or size > found[language][1]:
                    found[language] = (column, size)
    return {side: column for side, (column, _size_) in found.items()} if len(found) == 2 else None


def _size(rows: dict[int, _Row], columns: Iterable[int]) -> int:
    chosen = set(columns)
    return sum(len(text) for row in rows.values() for column, text in row.items() if column in chosen)


def _units(rows: dict[int, _Row], columns: dict[Side, int]) -> Iterable[BitextUnit]:
    for number, row in sorted(rows.items()):
        zh, en = row.get(columns["zh"], "").strip(), row.get(columns["en"], "").strip()
        if (zh or en) and not all(_HEADS.fullmatch(text) for text in (zh, en) if text):
            yield BitextUnit(str(number + 1), zh, en)
