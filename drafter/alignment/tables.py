"""Pairing paragraphs where some stand in tables: table beside table, row beside row, cell beside cell.

A table is one unit when the documents are paired, so that its many short cells cannot draw other text to them; then its
rows are paired, and the cells of a row by their column. A table that lost its lines in the other language is text
there, and its cells are paired as text.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from drafter.alignment.aligner import align
from drafter.model import Pairing, Paragraph

Progress = Callable[[float], None]
_ROW, _COLUMN = 1, 2  # of a paragraph's place: table, row, column


@dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph of running text, or a whole table.

    Attributes:
        units: indexes of its paragraphs.
        text: all its words.
        table: whether it is a table.
    """

    units: tuple[int, ...]
    text: str
    table: bool


def align_paragraphs(
    zh: Sequence[Paragraph], en: Sequence[Paragraph], *, moves: bool = False, progress: Progress | None = None
) -> list[Pairing]:
    """Pair the paragraphs of two documents, those of tables by row and column.

    Args:
        zh: the Chinese paragraphs, none blank.
        en: the English ones.
        moves: whether to look for passages, or tables, that stand elsewhere in the English.
        progress: told now and then how much is done, 0 to 1; what it raises stops the work.

    Returns:
        Pairings in the order of the Chinese that hold every index of either side once; those of moved passages are
        marked.
    """
    zh_blocks, en_blocks = _blocks(zh), _blocks(en)
    if not any(block.table for block in zh_blocks) or not any(block.table for block in en_blocks):
        return align(_texts(zh, range(len(zh))), _texts(en, range(len(en))), moves=moves, progress=progress)
    found: list[Pairing] = []
    pairings = align(
        [block.text for block in zh_blocks], [block.text for block in en_blocks], moves=moves, progress=progress
    )
    for loose, group in groupby(pairings, lambda pairing: _is_loose(pairing, zh_blocks, en_blocks)):
        members = list(group)
        if loose:
            zh_units = [unit for member in members for index in member.zh for unit in zh_blocks[index].units]
            en_units = [unit for member in members for index in member.en for unit in en_blocks[index].units]
            found.extend(_as_text(zh, zh_units, en, en_units))
            continue
        for member in members:
            zh_own, en_own = [zh_blocks[index] for index in member.zh], [en_blocks[index] for index in member.en]
            if zh_own and zh_own[0].table:
                rows = _rows(zh, zh_own[0].units, en, en_own[0].units, member.confidence)
                found.extend(replace(row, moved=member.moved and bool(row.zh and row.en)) for row in rows)
            else:
                zh_units, en_units = [block.units[0] for block in zh_own], [block.units[0] for block in en_own]
                found.append(replace(member, zh=tuple(zh_units), en=tuple(en_units)))
    return found


def _blocks(paragraphs: Sequence[Paragraph]) -> list[_Block]:
    """Cut a document into running text, paragraph by paragraph, and whole tables."""
    blocks: list[_Block] = []
    for table, group in groupby(range(len(paragraphs)), lambda index: _table_of(paragraphs[index])):
        units = tuple(group)
        if table is None:
            blocks.extend(_Block((unit,), paragraphs[unit].text, table=False) for unit in units)
        else:
            blocks.append(_Block(units, " ".join(paragraphs[unit].text for unit in units), table=True))
    return blocks


def _table_of(paragraph: Paragraph) -> int | None:
    return None if paragraph.cell is None else paragraph.cell[0]


def _is_loose(pairing: Pairing, zh: Sequence[_Block], en: Sequence[_Block]) -> bool:
    """Whether a pairing has a table that does not stand beside just one other table."""
    tables = [block.table for block in (*(zh[i] for i in pairing.zh), *(en[i] for i in pairing.en))]
    if len(pairing.zh) == len(pairing.en) == 1:
        return tables[0] != tables[1]
    # Lines without a partner beside such a table may be its cells.
    return any(tables) or not (pairing.zh and pairing.en)


def _texts(paragraphs: Sequence[Paragraph], units: Sequence[int]) -> list[str]:
    return [paragraphs[unit].text for unit in units]


def _as_text(
    zh: Sequence[Paragraph], zh_units: Sequence[int], en: Sequence[Paragraph], en_units: Sequence[int]
) -> Iterator[Pairing]:
    for pairing in align(_texts(zh, zh_units), _texts(en, en_units)):
        zh_own, en_own = [zh_units[index] for index in pairing.zh], [en_units[index] for index in pairing.en]
        yield Pairing(tuple(zh_own), tuple(en_own), pairing.confidence)


def _rows(
    zh: Sequence[Paragraph], zh_units: Sequence[int], en: Sequence[Paragraph], en_units: Sequence[int], sure: float
) -> Iterator[Pairing]:
    """Pair the rows of two tables: by their places where the tables are of one shape, else by what they say."""
    zh_rows, en_rows = _cut(zh, zh_units, _ROW), _cut(en, en_units, _ROW)
    columns = _columns(zh, zh_units, en, en_units)
    if columns is None and len(zh_rows) == len(en_rows):
        pairings = [Pairing((index,), (index,), sure) for index in range(len(zh_rows))]
    else:
        pairings = align(_joined(zh, zh_rows.values()), _joined(en, en_rows.values()), level="row")
    zh_own, en_own = list(zh_rows.values()), list(en_rows.values())
    for pairing in pairings:
        zh_row, en_row = (
            [i for index in pairing.zh for i in zh_own[index]],
            [j for index in pairing.en for j in en_own[index]],
        )
        if len(pairing.zh) == len(pairing.en) == 1:
            yield from _cells(zh, zh_row, en, en_row, columns, min(sure, pairing.confidence))
        else:
            yield from _as_text(zh, zh_row, en, en_row)


def _columns(
    zh: Sequence[Paragraph], zh_units: Sequence[int], en: Sequence[Paragraph], en_units: Sequence[int]
) -> dict[int, int] | None:
    """Tell which English column stands beside which Chinese one; None where both have the same ones."""
    zh_columns, en_columns = _cut(zh, zh_units, _COLUMN), _cut(en, en_units, _COLUMN)
    if zh_columns.keys() == en_columns.keys():
        return None
    zh_keys, en_keys = sorted(zh_columns), sorted(en_columns)
    pairings = align(
        _joined(zh, (zh_columns[key] for key in zh_keys)),
        _joined(en, (en_columns[key] for key in en_keys)),
        level="row",
    )
    return {zh_keys[one.zh[0]]: en_keys[one.en[0]] for one in pairings if len(one.zh) == len(one.en) == 1}


def _cells(
    zh: Sequence[Paragraph],
    zh_units: Sequence[int],
    en: Sequence[Paragraph],
    en_units: Sequence[int],
    columns: dict[int, int] | None,
    sure: float,
) -> Iterator[Pairing]:
    """Pair the cells of two rows by their columns."""
    zh_cells, en_cells = _cut(zh, zh_units, _COLUMN), _cut(en, en_units, _COLUMN)
    if columns is None and len(zh_cells) == len(en_cells):  # where cells are merged a column may be counted otherwise
        columns = dict(zip(sorted(zh_cells), sorted(en_cells), strict=True))
    for column in sorted(zh_cells):
        beside = column if columns is None else columns.get(column, -1)
        zh_own, en_own = zh_cells[column], en_cells.pop(beside, [])
        if len(zh_own) > 1 and len(en_own) > 1:
            yield from _as_text(zh, zh_own, en, en_own)
        else:
            yield Pairing(tuple(zh_own), tuple(en_own), sure)
    for column in sorted(en_cells):
        yield Pairing((), tuple(en_cells[column]), sure)


def _place(paragraph: Paragraph) -> tuple[int, int, int]:
    return paragraph.cell or (0, 0, 0)


def _cut(paragraphs: Sequence[Paragraph], units: Sequence[int], part: int) -> dict[int, list[int]]:
    """Sort paragraphs of a table by row or by column."""
    parts: dict[int, list[int]] = {}
    for unit in units:
        parts.setdefault(_place(paragraphs[unit])[part], []).append(unit)
    return parts


def _joined(paragraphs: Sequence[Paragraph], groups: Iterable[Sequence[int]]) -> list[str]:
    return [" ".join(_texts(paragraphs, group)) for group in groups]
