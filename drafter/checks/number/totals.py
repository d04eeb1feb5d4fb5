"""The sums that a table states, by its rows and columns that are called totals."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from drafter.checks.number.tables import Cell, Grid, is_added_up, is_part_of_parts, may_be_total, said_total
from drafter.language.enumerators import read_enumerator

_HALF = Decimal("0.5")
_FEWEST_PARTS = 2
_FEWEST_ALONE = 3  # parts of a total that nothing else in the table bears out
_MOST_FAILING = 2  # totals that are wrong to one that is right
_SMALL = 10
_AS_A_MEAN = Decimal("0.25")
_FEWEST_LINES = 2
_NEAR, _FAR = Decimal("0.5"), Decimal(10)
_LARGE = ("万", "亿", "million", "billion", "thousand")


@dataclass(frozen=True, slots=True)
class Equation:
    """A stated total and its parts.

    Attributes:
        whole: the cell that states the total.
        parts: the cells that should make it.
        rounded: whether its figures are rounded, whole as they look.
    """

    whole: Cell
    parts: tuple[Cell, ...]
    rounded: bool = False

    @property
    def made(self) -> Decimal:
        """What the parts add up to."""
        return sum((part.value for part in self.parts), Decimal(0))

    @property
    def off(self) -> Decimal:
        """What the total is too large by; 0 where rounding explains it."""
        difference = self.whole.value - self.made
        places = max(self.whole.decimals, *(part.decimals for part in self.parts))
        slack = (len(self.parts) + 1) * _HALF.scaleb(-places) if places or self.rounded else Decimal(0)
        return difference if abs(difference) > slack else Decimal(0)

    @property
    def plausible(self) -> bool:
        """Whether the whole looks like a total: no mean of its parts, and not of another size altogether."""
        mean = self.made / len(self.parts)
        if abs(self.whole.value - mean) <= _AS_A_MEAN * abs(mean):
            return False
        return bool(self.made) and self.made / _FAR <= self.whole.value <= self.made * _FAR


def equations(grid: Grid) -> list[Equation]:
    """Give the sums of a table: those that hold, and those that don't where others show how they are meant."""
    if len(grid.rows) < _FEWEST_PARTS:
        return []
    columns = [
        column for column in grid.columns if is_added_up(grid.headings(column)) and not _shares(grid, grid.rows, column)
    ]
    return [*_by_rows(grid, columns), *_by_columns(grid, columns)]


def _shares(grid: Grid, rows: Sequence[int], column: int) -> bool:
    """Whether a column holds percentages, or figures in units of several kinds."""
    units = {cell.unit for row in rows if (cell := grid.figure(row, column))}
    return any(cell.share for row in rows if (cell := grid.figure(row, column))) or len(units - {""}) > 1


# --- rows that are totals --------------------------------------------------------------------------------------------


def _by_rows(grid: Grid, columns: Sequence[int]) -> Iterator[Equation]:
    for index, row in enumerate(grid.rows):
        label = grid.label(row)
        firm = grid.total_of(row)
        if not firm and not may_be_total(label):
            continue
        tries = [
            {column: made for column in columns if (made := _column_sum(grid, row, rows, column))}
            for rows in _parts_of_row(grid, index)
        ]
        yield from _chosen(tries, alone=bool(firm) and _plain(grid))


def _parts_of_row(grid: Grid, index: int) -> Iterator[list[int]]:
    """The rows that a total may be meant to add up, the likeliest first."""
    rows = grid.rows
    here = rows[index]
    totals = [place for place, row in enumerate(rows) if grid.total_of(row)]
    before = [place for place in totals if place < index]
    after = [place for place in totals if place > index]
    above = rows[(before[-1] + 1 if before else 0) : index]
    below = rows[index + 1 : after[0] if after else len(rows)]
    details = [row for row in rows if row != here and not grid.total_of(row)]
    if grid.total_of(here) == "subtotal":
        choices = [above, below]
    else:
        subtotals = [rows[place] for place in totals if grid.total_of(rows[place]) == "subtotal"]
        choices = [details, subtotals, above, below, *_by_marks(grid, details)]
    seen: list[list[int]] = []
    for choice in choices:
        kept = [row for row in choice if not is_part_of_parts(grid.label(row))]
        if len(kept) >= _FEWEST_PARTS and kept not in seen:
            seen.append(kept)
            yield kept


def _by_marks(grid: Grid, rows: Sequence[int]) -> Iterator[list[int]]:
    """Rows numbered in one style: 一、二、 where 1. and 2. tell their parts."""
    styles: dict[str, list[int]] = {}
    for row in rows:
        words = [cell.text.strip() for column in grid.stub if (cell := grid.at(row, column))]
        marks = (read_enumerator(f"{word}、" if len(word) <= 2 else word) for word in words)
        mark = next((found for found in marks if found), None)
        styles.setdefault(mark.style if mark else "", []).append(row)
    if len(styles) > 1:
        yield from styles.values()


def _plain(grid: Grid) -> bool:
    """Whether a table has no layers that could be added up in several ways."""
    totals = [row for row in grid.rows if grid.total_of(row)]
    details = [row for row in grid.rows if row not in totals]
    return (
        len(totals) == 1
        and not any(is_part_of_parts(grid.label(row)) or may_be_total(grid.label(row)) for row in details)
        and not list(_by_marks(grid, details))
    )


def _column_sum(grid: Grid, total: int, rows: Sequence[int], column: int) -> Equation | None:
    whole = grid.figure(total, column)
    if whole is None or any(grid.unknown(row, column) for row in rows):
        return None
    parts = tuple(cell for row in rows if (cell := grid.figure(row, column)))
    if len(parts) < _FEWEST_PARTS or any(cell.bound != "=" for cell in (whole, *parts)):
        return None
    return Equation(whole, parts, rounded=_is_large(grid, column, whole))


def _is_large(grid: Grid, column: int, whole: Cell) -> bool:
    words = " ".join([*grid.headings(column), whole.unit]).lower()
    return any(size in words for size in _LARGE)


# --- columns that are totals -----------------------------------------------------------------------------------------


def _by_columns(grid: Grid, columns: Sequence[int]) -> Iterator[Equation]:
    totals = [column for column in columns if may_be_total(grid.heading(column))]
    for total in totals:
        tries = [
            {row: made for row in grid.rows if (made := _row_sum(grid, row, total, parts))}
            for parts in _parts_of_column(grid, columns, totals, total)
        ]
        yield from _chosen([each for each in tries if _mostly_holds(each)], alone=False)


def _parts_of_column(grid: Grid, columns: Sequence[int], totals: Sequence[int], total: int) -> Iterator[list[int]]:
    """The columns that a total may be meant to add up, the likeliest first."""
    over = grid.headings(total)[:-1]
    before = [column for column in totals if column < total]
    after = [column for column in totals if column > total]
    kin = [column for column in columns if column not in totals and grid.headings(column)[:-1] == over]
    right = [column for column in columns if total < column < (after[0] if after else max(columns) + 1)]
    left = [column for column in columns if (before[-1] if before else -1) < column < total]
    subtotals = [column for column in totals if column != total and said_total(grid.heading(column)) == "subtotal"]
    seen: list[list[int]] = []
    for choice in (kin, [column for column in columns if column not in totals], right, left, subtotals,
                   [column for column in totals if column != total]):  # fmt: skip
        kept = [column for column in choice if not is_part_of_parts(grid.heading(column))]
        if len(kept) >= _FEWEST_PARTS and kept not in seen:
            seen.append(kept)
            yield kept


def _row_sum(grid: Grid, row: int, total: int, columns: Sequence[int]) -> Equation | None:
    whole = grid.figure(row, total)
    if whole is None or any(grid.unknown(row, column) for column in columns):
        return None
    parts = tuple(cell for column in columns if (cell := grid.figure(row, column)))
    if len(parts) < _FEWEST_PARTS or any(part.unit != whole.unit or part.bound != "=" for part in parts):
        return None
    return Equation(whole, parts, rounded=_is_large(grid, total, whole))


def _mostly_holds(tried: dict[int, Equation]) -> bool:
    return _how_many_hold(tried) >= max(_FEWEST_LINES, len(tried) / 2)


# --- which way it is meant -------------------------------------------------------------------------------------------


def _chosen(tries: Sequence[dict[int, Equation]], *, alone: bool) -> Iterator[Equation]:
    """Give the sums of the way of adding up that holds for most; where none holds, of the likeliest, if it is plain.

    Args:
        tries: for each way of adding up, its sums.
        alone: whether a total may be doubted that nothing else in the table bears out.
    """
    best: dict[int, Equation] = max(tries, key=_how_many_hold, default={})
    holding = [one for one in best.values() if not one.off]
    failing = [one for one in best.values() if one.off]
    if any(one.whole.value >= _SMALL or len(one.parts) >= _FEWEST_ALONE for one in holding):
        yield from holding
        if len(failing) <= _MOST_FAILING * len(holding):
            yield from failing
    elif alone and tries and len(tries[0]) == 1:
        (only,) = tries[0].values()
        near = _NEAR * only.made <= only.whole.value <= only.made / _NEAR
        if len(only.parts) >= _FEWEST_ALONE and near:
            yield only


def _how_many_hold(tried: dict[int, Equation]) -> int:
    return sum(not one.off for one in tried.values())


@dataclass(frozen=True, slots=True)
class Wrong:
    """A cell that a total does not fit.

    Attributes:
        cell: the cell to look at: the total, or the one that all sums it stands in point to.
        said: the sum that does not hold.
        meant: what the cell should be, where several sums agree on it.
    """

    cell: Cell
    said: Equation
    meant: Decimal | None = None


def wrong_cells(sums: Sequence[Equation]) -> Iterator[Wrong]:
    """Tell which cells are wrong, from the sums they stand in.

    A cell is wrong by itself where its row and its column miss their totals by the same amount; otherwise it is the
    total that is pointed at, since nothing tells which of its parts is wrong.
    """
    failing = [one for one in sums if one.off]
    sound = {id(cell) for one in sums if not one.off for cell in (one.whole, *one.parts)}
    needs: dict[int, list[tuple[Equation, Cell, Decimal]]] = {}
    for one in failing:
        for cell, needed in ((one.whole, -one.off), *((part, one.off) for part in one.parts)):
            if id(cell) not in sound:
                needs.setdefault(id(cell), []).append((one, cell, needed))
    settled: set[int] = set()
    for agreeing in sorted(needs.values(), key=len, reverse=True):
        open_ones = [entry for entry in agreeing if id(entry[0]) not in settled]
        if len(open_ones) >= _FEWEST_LINES and len({needed for _, _, needed in open_ones}) == 1:
            said, cell, needed = open_ones[0]
            settled.update(id(entry[0]) for entry in open_ones)
            yield Wrong(cell, said, cell.value + needed)
    yield from (Wrong(one.whole, one) for one in failing if id(one) not in settled and one.plausible)
