"""A bilingual Word table that came back: its rows, whatever Word, WPS or LibreOffice made of them.

A row is known by the bookmark round its English, else by the number in its first column; its texts are those that
stand when all tracked changes are accepted, and whoever made the changes is their author.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from drafter.documents import UnreadableError, read_data
from drafter.documents.docx.names import INSERTED, R, w
from drafter.documents.docx.parts import Parts
from drafter.documents.files import read_bytes, shown_name
from drafter.documents.package import Package
from drafter.documents.xml import Element
from drafter.exports.docx.manifest import checks_of
from drafter.exports.pack import Check
from drafter.model import N_, Document, Side
from drafter.review.returned import Returned

_BOOKMARK: Final = re.compile(r"seg_0*([0-9]{1,9})")
_NUMBER: Final = re.compile(r"\s*([0-9]{1,9})\s*")
_HAN: Final = re.compile("[\u3400-\u9fff]")
_ITEM: Final = re.compile(r"customxml/item[0-9]+\.xml", re.IGNORECASE)
_CHANGES: Final = (*INSERTED, w("del"), w("moveFrom"))


@dataclass(slots=True)
class _Row:
    """A row of a table.

    Attributes:
        place: which row of the file it is, from 1.
        cells: its texts by column.
        marked: the clauses whose bookmarks begin in it.
        column: the column of the first of them, -1 for none.
        author: who changed it, "" for nobody or several.
    """

    place: int
    cells: dict[int, list[str]] = field(default_factory=dict)
    marked: list[int] = field(default_factory=list)
    column: int = -1
    author: str = ""

    def text(self, column: int) -> str:
        """Give the text of a cell; "" where there is none."""
        return "\n".join(self.cells.get(column, ()))


def read_returned_word(path: Path, target: Side) -> list[Returned]:
    """Read a bilingual Word table that came back.

    Args:
        path: the file.
        target: the side that is the translation.

    Raises:
        UnreadableError: it can't be read, or holds no such table.
    """
    data, name = read_bytes(path), shown_name(path)
    document = read_data(data, name)
    if document.format != "docx":
        raise UnreadableError(N_("“{name}” is no Word file (.docx)."), name=name)
    package = Package(data, name)
    rows = _rows(document, Parts(package))
    columns = _columns(rows)
    if columns is None:
        raise UnreadableError(
            N_("“{name}” holds no table with a row for each clause: send out the layout “table” and take that back."),
            name=name,
        )
    checks = checks_of(package.tree(part) for part in package.names() if _ITEM.fullmatch(part))
    return list(_returned(rows, columns, checks, target))


def _rows(document: Document, parts: Parts) -> list[_Row]:
    """Give the rows of all tables in order, as they read."""
    root = parts.package.tree(parts.main)
    order = {row: place for place, row in enumerate(root.iter(w("tr")), 1)}
    runs = list(root.iter(R))
    found: dict[Element, _Row] = {}
    for paragraph in document.paragraphs:
        sources = [
            int(run.source.rpartition("#")[2]) for run in paragraph.runs if run.source.startswith(f"{parts.main}#")
        ]
        row = _holder(runs[sources[0]], w("tr")) if sources and paragraph.cell else None
        if row is not None and paragraph.cell is not None:
            here = found.setdefault(row, _Row(order[row]))
            here.cells.setdefault(paragraph.cell[2], []).append(paragraph.text)
    for row, here in found.items():
        _know(here, row)
    return sorted(found.values(), key=lambda one: one.place)


def _know(here: _Row, row: Element) -> None:
    """Enter what a row is known by."""
    cells = list(row.iter(w("tc")))
    for start in row.iter(w("bookmarkStart")):
        if named := _BOOKMARK.fullmatch(start.get(w("name"), "")):
            here.marked.append(int(named[1]))
            cell = _holder(start, w("tc"))
            if here.column < 0 and cell is not None:
                here.column = cells.index(cell)
    authors = {change.get(w("author"), "") for change in row.iter(*_CHANGES)} - {""}
    here.author = authors.pop() if len(authors) == 1 else ""


def _holder(element: Element, tag: str) -> Element | None:
    return next(element.iterancestors(tag), None)


def _columns(rows: Sequence[_Row]) -> tuple[int, int] | None:
    """Give the columns of the Chinese and the English: where the bookmarks stand, else where the scripts do."""
    marked = Counter(row.column for row in rows if row.column >= 0)
    chinese: Counter[int] = Counter()
    latin: Counter[int] = Counter()
    for row in rows:
        for column in row.cells:
            text = row.text(column)
            han = len(_HAN.findall(text))
            chinese[column] += han
            latin[column] += sum(ch.isascii() and ch.isalpha() for ch in text) if not han else 0
    if not (chinese.total() and latin.total()):
        return None
    zh = max(chinese, key=lambda column: chinese[column])
    en = marked.most_common(1)[0][0] if marked else max(latin, key=lambda column: latin[column])
    return (zh, en) if zh != en else None


def _returned(
    rows: Sequence[_Row], columns: tuple[int, int], checks: Mapping[int, Check] | None, target: Side
) -> Iterator[Returned]:
    numbers = {clause: number for number, clause in enumerate(checks or (), 1)}
    for row in rows:
        texts: dict[Side, str] = {"zh": row.text(columns[0]), "en": row.text(columns[1])}
        written = _NUMBER.fullmatch(row.text(0))
        clauses: Sequence[int | None] = row.marked or ([int(written[1])] if written else [None])
        if clauses == [None] and not _could_be_row(row, rows):
            continue  # the head
        for clause in clauses:
            check = None if checks is None or clause is None else checks.get(clause)
            yield Returned(
                row.place, clause, check, texts["zh" if target == "en" else "en"], texts[target],
                numbers.get(clause or 0, 0), len(numbers), loose=checks is None, author=row.author,
            )  # fmt: skip


def _could_be_row(row: _Row, rows: Sequence[_Row]) -> bool:
    return row is not rows[0] and any(any(texts) for texts in row.cells.values())
