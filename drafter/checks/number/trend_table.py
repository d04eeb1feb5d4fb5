"""Yearly series in tables."""

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

from drafter.checks.document import GroupRule, Passage
from drafter.checks.number.at_hand import source_at_hand
from drafter.checks.number.tables import Cell, Grid, grid_of
from drafter.checks.number.trends import FEWEST_YEARS, direction_of, odd_one
from drafter.model import N_, Clause, Finding, Message

# What a plan lowers, and what it raises, wherever it sets targets for it.
_LOWERED = re.compile(
    r"浓度|排放量|排放强度|能耗|煤耗|水耗|电耗|用水量|取水量|消费量|重污染天数|重度及以上污染天数|降尘|超标|事故|泄漏率|漏损率|不合格率"
    r"|死亡率|发病率|失业率|concentration|emissions?|intensity|consumption|(?:water|energy|coal|power)\suse|dust\sfall"
    r"|polluted\sdays|leakage|mortality|unemployment|accidents",
    re.IGNORECASE,
)
_RAISED = re.compile(
    r"优良天数|达标率|(?<!不)合格率|覆盖率|绿化率|普及率|利用率|处理率|处置率|收集率|回收率|入学率|参保率|清洁运输|非化石|新能源|绿地率"
    r"|good\sair\squality|cover(?:age)?(?![a-z])|utili[sz]ation|recovery|collection\srate|treatment\srate|compliance\srate|non-fossil"
    r"|new[-\s]energy|clean\stransport|forest",
    re.IGNORECASE,
)
_TARGET = re.compile(r"目标|任务|指标|规划|计划|控制|target|goal|plan|task|indicator", re.IGNORECASE)
_HISTORY = re.compile(r"实际|现状|基数|基准|历史|完成值|actual|baseline|base\syear|achieved", re.IGNORECASE)


class TrendOfTable(GroupRule[Grid]):
    """A yearly series in a table that runs against its direction.

    What it does: follows the rows of a table whose columns are years, and the columns of one whose rows are, where
    three years or more are given and the direction is said: by the row's own words (降至, 以内), by bounds in the
    cells, or by a target for something that plans lower or raise. Exactly one figure must run against it. It may be
    meant, so this is only ever a suggestion. An English table that stands beside its Chinese is not marked.

    Why it is bad: two digits swapped in a target show in nothing else.

    Example: `≤37 | ≤53 | ≤33` under 2024, 2025 and 2026 -> `≤37 | ≤35 | ≤33`.

    Source: MQM, accuracy/mistranslation/number.
    """

    name = "number.trend"
    severity = "major"
    mqm = "accuracy/mistranslation/number"

    def gather(self, passage: Passage) -> Iterable[tuple[Hashable, Grid]]:
        """See `GroupRule.gather`."""
        grid = grid_of(passage)
        return [(passage.members[0].table, grid)] if grid else []

    def find(self, items: Sequence[Grid]) -> Iterator[Finding]:
        """See `GroupRule.find`."""
        for grid in items:
            for cells, words in [*_rows(grid), *_columns(grid)]:
                yield from self._odd(cells, words)

    def _odd(self, cells: Sequence[Cell], words: str) -> Iterator[Finding]:
        directions = {_direction(words, cell) for cell in cells} - {0}
        if len(cells) < FEWEST_YEARS or len(directions) != 1 or len({cell.unit for cell in cells}) > 1:
            return
        direction = directions.pop()
        values = [cell.value for cell in cells]
        odd = odd_one(values, direction)
        if odd is None or odd_one([*values[:odd], *values[odd + 1 :]], direction) is not None:
            return
        shown = {"figure": cells[odd].text.strip(), "series": ", ".join(cell.text.strip() for cell in cells)}
        message = Message(N_("“{figure}” runs against the direction of the series: {series}. Is it meant?"), shown)
        others = [cell.mention() for cell in cells if cell is not cells[odd]]
        yield self.finding(cells[odd].member, cells[odd].span, message, others)

    def stands(self, finding: Finding, clauses: Mapping[int, Clause]) -> bool:
        """See `DocumentRule.stands`."""
        return not source_at_hand(finding, clauses)


def _direction(words: str, cell: Cell) -> int:
    said = direction_of(words, cell.bound)
    if said or not _TARGET.search(words):
        return said
    return bool(_RAISED.search(words)) - bool(_LOWERED.search(words))


def _rows(grid: Grid) -> Iterator[tuple[list[Cell], str]]:
    """Rows over columns that are years, in the order of the years."""
    years = {column: year for column in grid.columns if (year := grid.year_of(column))}
    over: dict[tuple[str, ...], list[int]] = {}
    for column in years:
        headings = tuple(words for words in grid.headings(column) if str(years[column]) not in words)
        if not any(_HISTORY.search(words) for words in grid.headings(column)):
            over.setdefault(headings, []).append(column)
    for headings, columns in over.items():
        if len({years[column] for column in columns}) != len(columns):
            continue
        ordered = sorted(columns, key=years.__getitem__)
        lowest = " ".join(grid.heading(column) for column in ordered)
        for row in grid.rows if len(ordered) >= FEWEST_YEARS else ():
            cells = [cell for column in ordered if (cell := grid.figure(row, column))]
            yield cells, " ".join([*headings, lowest, grid.label(row), _unit_words(grid, row)])


def _unit_words(grid: Grid, row: int) -> str:
    """What stands in the columns that hold words: the unit, the direction."""
    cells = (grid.at(row, column) for column in grid.stub)
    return " ".join(cell.text for cell in cells if cell and cell.kind == "words")


def _columns(grid: Grid) -> Iterator[tuple[list[Cell], str]]:
    """Columns over rows that are years."""
    years = {row: year for row in grid.rows if (year := grid.year_of_row(row))}
    if len(set(years.values())) != len(years) or len(years) < FEWEST_YEARS:
        return
    if any(_HISTORY.search(grid.label(row)) for row in years):
        return
    ordered = sorted(years, key=years.__getitem__)
    for column in grid.columns:
        cells = [cell for row in ordered if (cell := grid.figure(row, column))]
        yield cells, " ".join(grid.headings(column))
