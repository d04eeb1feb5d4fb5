"""A table's cells as figures with their headers, ready to be added up or followed through the years."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal
from weakref import WeakKeyDictionary

from drafter.checks.document import Member, Passage
from drafter.model import Bound, Mention, Side, Span

Kind = Literal["figure", "year", "blank", "words"]
Total = Literal["", "total", "subtotal"]

_FULL_WIDTH = str.maketrans("０１２３４５６７８９％，．－", "0123456789%,.-")
_BLANK = re.compile(r"[\s\-－—–―─/／\\.…·*]*|无|n/?a|nil|none", re.IGNORECASE)
_FIGURE = re.compile(
    r"\s*(?:(?P<low>≥|>=|不低于|不少于|至少|at least|no less than|not less than)"
    r"|(?P<high>≤|<=|＜|<|不高于|不超过|低于|no more than|not more than|within|below))?\s*"
    r"(?P<sign>[-−+]?)(?P<number>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)\s*"
    r"(?P<unit>[^\s0-9,，.。;；、]{0,14}?(?:\s?/\s?(?:立方米|m[³3]|kWh|千瓦时))?)\s*"
    r"(?P<after>以内|以下|以上|及以上|or less|or more|or above|or below)?\s*"
    r"(?:[（(][^（()）]{1,12}[）)]|[①-⑳*†]|\[[0-9]\])?\s*",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?![0-9])")
_YEAR_HEAD = re.compile(
    r"\s*(?:by\s|到|截至|至)?(?:the\send\sof\s)?(?P<year>(?:19|20)[0-9]{2})\s*(?:(?P<sign>年)(?:年?度|年?底|末)?[^0-9%]{0,24}"
    r"|(?:targets?|goals?|plan(?:ned)?|tasks?|actual|baseline|indicators?|values?|year|\([a-z ]{1,24}\))?)\s*",
    re.IGNORECASE,
)
_OF_A_YEAR = re.compile(r"\s*(?:19|20)[0-9]{2}\s*年")
_TOTAL = re.compile(
    r"(?:合\s*计|总\s*计|共\s*计|总\s*数|总\s*量|总\s*额|累\s*计|(?:grand\s|overall\s)?totals?|sum|in\stotal|all)(?:\s*[（(:：].*)?",
    re.IGNORECASE,
)
_SUBTOTAL = re.compile(r"(?:小\s*计|分\s*计|sub-?\s?totals?)(?:\s*[（(:：].*)?", re.IGNORECASE)
# What may be a total, where the figures bear it out.
_LOOSE_TOTAL = re.compile(
    r"全(?:省|市|县|区|州|国|镇|乡|盟|旗)(?:合计|总计|小计)?|.{1,6}(?:合计|总计|总数|总量|总额)|合计.{1,8}|"
    r"(?:the\s)?(?:whole\s)?(?:city|county|province|country)(?:[’']s)?(?:\stotal)?"
    r"|total\s[a-z ]{2,30}|[a-z ]{2,30}\stotal",
    re.IGNORECASE,
)
_OF_WHICH = re.compile(r"其中|of\swhich|including|incl\.", re.IGNORECASE)
# Columns that nobody adds up.
_NO_SUM = re.compile(
    r"率|比例|占比|比重|百分|%|％|‰|均|浓度|指数|排名|位次|名次|序号|编号|得分|评分|分值|单价|价格|年份|时间|日期|电话|频次|倍|密度|强度|系数|水平|增速|增幅|降幅|同比|温度"
    r"|微克|毫克|分贝|rate|ratio|share|percent|proportion|average|mean|index|rank|score|price|concentration|intensity"
    r"|density|factor|year|date|\btime|no\.|phone|growth|μg|µg|mg/|dB",
    re.IGNORECASE,
)
_SERIAL = re.compile(r"序\s*号|编\s*号|no\.?|s/?n|#|item|项次", re.IGNORECASE)
_PERCENT = frozenset(("%", "％", "‰", "percent", "per cent", "个百分点", "percentage points"))
_MOST_WORDS = 48
_MOSTLY = 0.5
_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table.

    Attributes:
        member: the clause that stands there; the first where there are several.
        text: its words.
        kind: what it holds.
        value: its figure, where it holds one.
        unit: the unit written beside the figure, "" where there is none.
        bound: how the figure bounds what it counts.
        span: where the figure stands in the clause.
    """

    member: Member
    text: str
    kind: Kind
    value: Decimal = Decimal(0)
    unit: str = ""
    bound: Bound = "="
    span: Span = _NOWHERE

    @property
    def decimals(self) -> int:
        """How many places behind the point its figure has."""
        exponent = self.value.as_tuple().exponent
        return -exponent if isinstance(exponent, int) and exponent < 0 else 0

    @property
    def share(self) -> bool:
        """Whether it is a share of something."""
        return self.unit.lower() in _PERCENT

    @property
    def bare_year(self) -> bool:
        """Whether it holds four digits that may be a year, and nothing else."""
        return self.kind == "year" and self.span.end - self.span.start == len(self.text.strip())

    def mention(self) -> Mention:
        """Point at its figure."""
        return self.member.mention(self.span)


@lru_cache(maxsize=16384)
def _read(text: str) -> tuple[Kind, Decimal, str, Bound, Span]:
    """Read the words of a cell."""
    plain = text.translate(_FULL_WIDTH)
    if _BLANK.fullmatch(plain):
        return "blank", Decimal(0), "", "=", _NOWHERE
    if found := _YEAR_HEAD.fullmatch(plain):
        return "year", Decimal(found["year"]), "", "=", Span(*found.span("year"))
    found = _FIGURE.fullmatch(plain) if len(plain) <= _MOST_WORDS else None
    if not found or _OF_A_YEAR.match(plain):
        return "words", Decimal(0), "", "=", _NOWHERE
    value = Decimal(found["number"].replace(",", ""))
    after = (found["after"] or "").lower()
    bound: Bound = "="
    if found["low"] or after in ("以上", "及以上", "or more", "or above"):
        bound = ">="
    elif found["high"] or after:
        bound = "<="
    sign = -1 if found["sign"] in ("-", "−") else 1
    return "figure", value * sign, found["unit"], bound, Span(found.start("sign"), found.end("number"))


class Grid:
    """A table as rows and columns.

    Attributes:
        side: its language.
        rows: the numbers of its rows below the header, in order.
        columns: the numbers of its columns that hold figures, in order.
        stub: the numbers of the columns that say what a row is about.
    """

    def __init__(self, passage: Passage) -> None:
        """Sort the clauses of a table into rows and columns."""
        self.side: Side = passage.members[0].side
        self._cells = _cells(passage.members)
        self._numbers = sorted({row for row, _ in self._cells})
        self._every = sorted({column for _, column in self._cells})
        self._head = list(self._header_rows())
        self.rows = self._numbers[len(self._head) :]
        self.stub = list(self._stub_columns())
        self.columns = [
            column
            for column in self._every
            if column not in self.stub and any(self.figure(row, column) for row in self.rows)
        ]

    def at(self, row: int, column: int) -> Cell | None:
        """Give a cell, None where none is there."""
        return self._cells.get((row, column))

    def figure(self, row: int, column: int) -> Cell | None:
        """Give a cell that holds a figure, else None; below the header 1973 is one."""
        cell = self._cells.get((row, column))
        return cell if cell and (cell.kind == "figure" or (cell.bare_year and row not in self._head)) else None

    def unknown(self, row: int, column: int) -> bool:
        """Whether a cell holds words where others hold figures, so that nothing can be added up over it."""
        cell = self._cells.get((row, column))
        return cell is not None and cell.kind in ("words", "year") and not cell.bare_year

    def label(self, row: int) -> str:
        """Say what a row is about, in the words of its first columns."""
        words = [cell.text.strip() for column in self.stub if (cell := self.at(row, column)) and cell.kind != "figure"]
        return " ".join(word for word in words if word)

    def labels(self, row: int) -> list[str]:
        """Give the words of a row's first columns one by one, the numbers of the items left out."""
        return [cell.text.strip() for column in self.stub if (cell := self.at(row, column)) and cell.kind == "words"]

    def headings(self, column: int) -> list[str]:
        """Give what stands over a column, from the top; a heading over several columns stands over each of them."""
        found = []
        for row in self._head:
            for before in range(column, -1, -1):
                cell = self.at(row, before)
                if cell and cell.kind != "blank":
                    if before == column or row != self._head[-1]:
                        found.append(cell.text.strip())
                    break
        return found

    def heading(self, column: int) -> str:
        """Give the lowest heading of a column."""
        found = self.headings(column)
        return found[-1] if found else ""

    def year_of(self, column: int) -> int | None:
        """Give the year that a column is for, None where its headings name none or several."""
        return _one_year(self.headings(column))

    def year_of_row(self, row: int) -> int | None:
        """Give the year that a row is for."""
        return _one_year([cell.text for column in self.stub if (cell := self.at(row, column))])

    def total_of(self, row: int) -> Total:
        """Whether a row is said to be a total."""
        return next((kind for label in self.labels(row) if (kind := said_total(label))), "")

    def _header_rows(self) -> Iterator[int]:
        """The rows before the first one that holds a figure behind its first column."""
        for row in self._numbers[:-1]:
            cells = (self.at(row, column) for column in self._every[1:])
            if any(cell.kind == "figure" for cell in cells if cell):
                return
            yield row

    def _stub_columns(self) -> Iterator[int]:
        """The first columns, up to the first that mostly holds figures and is no list of numbers."""
        for column in self._every[:-1]:
            kinds = Counter(cell.kind for row in self.rows if (cell := self.at(row, column)))
            if kinds["figure"] > _MOSTLY * (kinds.total() - kinds["blank"]) and not self._is_serial(column):
                return
            yield column

    def _is_serial(self, column: int) -> bool:
        if any(_SERIAL.fullmatch(words) for words in self.headings(column)):
            return True
        values = [cell.value for row in self.rows if (cell := self.figure(row, column))]
        return column == self._every[0] and len(values) > 1 and values == [Decimal(n + 1) for n in range(len(values))]


def _cells(members: Sequence[Member]) -> dict[tuple[int, int], Cell]:
    texts: dict[tuple[int, int], list[Member]] = {}
    for member in members:
        if member.cell is not None:
            texts.setdefault(member.cell[1:], []).append(member)
    cells = {}
    for place, there in texts.items():
        if len(there) == 1:
            text = there[0].text
            cells[place] = Cell(there[0], text, *_read(text))
        else:
            cells[place] = Cell(there[0], " ".join(member.text for member in there), "words")
    return cells


def _one_year(words: Sequence[str]) -> int | None:
    years = {int(found[0]) for text in words for found in _YEAR.finditer(text)}
    return years.pop() if len(years) == 1 else None


def said_total(label: str) -> Total:
    """Whether a label says that its row or column is a total."""
    if _SUBTOTAL.fullmatch(label):
        return "subtotal"
    return "total" if _TOTAL.fullmatch(label) else ""


def may_be_total(label: str) -> bool:
    """Whether a label may mean a total, where the figures bear it out."""
    return bool(said_total(label)) or _LOOSE_TOTAL.fullmatch(label) is not None


def is_part_of_parts(label: str) -> bool:
    """Whether a row tells a part of the row above it: 其中."""
    return _OF_WHICH.match(label) is not None


def is_added_up(headings: Sequence[str]) -> bool:
    """Whether what stands over a column may be added up: no rate, mean or rank."""
    return not any(_NO_SUM.search(words) for words in headings)


_GRIDS: WeakKeyDictionary[Passage, Grid | None] = WeakKeyDictionary()
_MOST_CELLS = 20_000


def grid_of(passage: Passage) -> Grid | None:
    """Read a table, once for all rules; None where it can't be read as one.

    A clause that covers several cells at once hides what stands where.
    """
    if passage not in _GRIDS:
        readable = passage.table and all(member.cell is not None for member in passage.members)
        _GRIDS[passage] = Grid(passage) if readable and len(passage.members) <= _MOST_CELLS else None
    return _GRIDS[passage]
