"""How deep each marker stands: by the document's own use of its markers, by who counts on whom.

A list counts on: what goes on with a number stands where that number stands, however it is written. What begins with
one stands below what is open. Only where neither tells does the usual rank of a style decide.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import NamedTuple

from drafter.language.outline.markers import Found
from drafter.language.outline.order import ANY_RANK, UNKNOWN, Order, Use, learned, rank_of

# Any of these stands for 一、 in a damaged translation, but only where it has its line to itself as they have.
_TOPMOST = frozenset(("roman-dot", "word-comma", "arabic-dot", "arabic-comma", "letter-comma"))
# Where a document turns from Chinese into English, English numbers count on.
_RENDERED = {
    "zh-comma": _TOPMOST,
    "zh-paren": frozenset(("arabic-paren", "roman-paren", "letter-paren", "word-paren")),
}
_WIDEST_GAP = 4
_FAR = 40
# So much must speak for it where a number stands in the middle of a line.
_SURE = 3.5


@dataclass(slots=True)
class _Run:
    """A list that is open: items that count on."""

    level: int
    styles: set[str]
    last: int
    members: int = 1
    short: int = 0

    def is_short(self) -> bool:
        return 2 * self.short >= self.members


@dataclass(frozen=True, slots=True)
class Placed:
    """A marker with its level.

    Attributes:
        found: the marker, in the reading that fits.
        level: its level from 1.
        run: number of the list it belongs to.
    """

    found: Found
    level: int
    run: int


class _Fit(NamedTuple):
    """How well a marker goes on with a list, and whether it is the next number in a like form."""

    score: float
    counts_on: bool = False


@dataclass(slots=True)
class _Stack:
    """The lists open at a place, the outermost first."""

    order: Order
    fixed: Mapping[str, int]
    open: list[tuple[int, _Run]] = field(default_factory=list)
    numbers: dict[str, tuple[int, bool]] = field(default_factory=dict)
    runs: int = 0

    def place(self, found: Found) -> Placed | None:
        """Find the place of the next marker; None where it is joined to text and no list goes on with it."""
        best, depth, reading = _Fit(0.0), -1, found
        for candidate in _readings(found):
            own = any(candidate.style in run.styles and candidate.ordinal == run.last + 1 for _, run in self.open)
            for index in range(len(self.open) - 1, -1, -1):
                fit = self._fit(candidate, self.open[index][1], own_is_open=own)
                if candidate is not found and not fit.counts_on:
                    continue
                if fit.score > best.score:
                    best, depth, reading = fit, index, candidate
        if found.place == "joined" and best.score < _SURE:
            return None
        if depth >= 0 and (best.counts_on or best.score >= self._as_new(found)):
            return self._join(reading, depth)
        return self._begin(found)

    def _fit(self, found: Found, run: _Run, *, own_is_open: bool) -> _Fit:
        own = found.style in run.styles
        alike = own or (not own_is_open and self.order.class_of(found.style) in map(self.order.class_of, run.styles))
        same_shape = found.short == run.is_short()
        if not alike and not (same_shape and self._may_render(found, run)):
            return _Fit(0.0)
        score = (2.0 if own else 1.5 if alike else 1.0) + (1.5 if same_shape else 0.0)
        step = found.ordinal - run.last
        if step == 1:
            return _Fit(score + 2.0, alike)
        if not own:
            return _Fit(0.0)
        if 1 < step <= _WIDEST_GAP:
            return _Fit(score + 0.5)
        # A list that begins again, or a number said twice.
        return _Fit(score + 0.25 if found.ordinal == 1 or step == 0 else 0.0)

    def _may_render(self, found: Found, run: _Run) -> bool:
        """Tell whether a marker may render the level of a list in another style."""
        if not self._is_open(found.style) and any(self.order.is_above(style, found.style) for style in run.styles):
            return False
        if found.style in _TOPMOST and run.styles & _TOPMOST:
            return True
        return not found.zh and any(found.style in _RENDERED[style] for style in run.styles if style in _RENDERED)

    def _is_open(self, style: str) -> bool:
        name = self.order.class_of(style)
        return any(name in map(self.order.class_of, run.styles) for _, run in self.open)

    def _as_new(self, found: Found) -> float:
        """How well a marker does as the beginning of another list."""
        if found.ordinal == 1:
            return 3.0
        if self._runs_on(found):
            return 4.0 + (1.5 if self.numbers[self.order.class_of(found.style)][1] == found.short else 0.0)
        return 0.5

    def _runs_on(self, found: Found) -> bool:
        """Tell whether numbers run on through the sections: 3. below （二） behind 2. below （一）."""
        last = self.numbers.get(self.order.class_of(found.style))
        return last is not None and last[0] + 1 == found.ordinal and not self._is_open(found.style)

    def _join(self, found: Found, depth: int) -> Placed:
        del self.open[depth + 1 :]
        number, run = self.open[depth]
        run.styles.add(found.style)
        run.last = found.ordinal
        run.members += 1
        run.short += found.short
        self.numbers[self.order.class_of(found.style)] = (found.ordinal, found.short)
        return Placed(found, run.level, number)

    def _begin(self, found: Found) -> Placed:
        reused = any(found.style in run.styles for _, run in self.open)
        while self.open and self._is_closed_by(found, self.open[-1][1], reused=reused):
            self.open.pop()
        above = self.open[-1][1].level if self.open else 0
        # 1.1 tells itself that it stands on the second level.
        own = int(found.style[-1]) if found.style.startswith("arabic-multi") else 1
        known = self.fixed.get(found.style) or self.order.level_of(found.style)
        run = _Run(max(above + 1, known, own), {found.style}, found.ordinal, 1, int(found.short))
        self.runs += 1
        self.open.append((self.runs, run))
        self.numbers[self.order.class_of(found.style)] = (found.ordinal, found.short)
        return Placed(found, run.level, self.runs)

    def _is_closed_by(self, found: Found, run: _Run, *, reused: bool) -> bool:
        """Tell whether a list is over when a marker begins another one.

        Args:
            found: the marker.
            run: the innermost list.
            reused: whether a list in the marker's style is open further out.
        """
        own, rank = rank_of(found.style), max(map(rank_of, run.styles))
        if rank[0] > own[1] or run.level >= self.fixed.get(found.style, run.level + 1):
            return True
        if not reused and any(self.order.is_above(found.style, style) for style in run.styles):
            return True
        if found.ordinal == 1 or self._runs_on(found):
            return False
        # What neither begins a list nor goes on with one: those before it are lost.
        if self.order.is_placed(found.style):
            return not any(self.order.is_above(style, found.style) for style in run.styles)
        if rank != ANY_RANK:
            return own != ANY_RANK and rank[0] >= own[0]
        return found.short or not run.is_short()

    def restart(self) -> None:
        """Close all lists: another document begins."""
        self.open.clear()
        self.numbers.clear()


def _readings(found: Found) -> Iterable[Found]:
    yield found
    if found.other:
        style, ordinal = found.other
        yield replace(found, style=style, ordinal=ordinal)


def _pass(markers: Sequence[Found], breaks: frozenset[int], order: Order, fixed: Mapping[str, int]) -> list[Placed]:
    stack = _Stack(order, fixed)
    placed: list[Placed] = []
    ends = sorted(breaks, reverse=True)
    for found in markers:
        if ends and ends[-1] <= found.line:
            while ends and ends[-1] <= found.line:
                ends.pop()
            stack.restart()
        one = stack.place(found)
        if one is not None:
            placed.append(one)
    return placed


def _borne_out(placed: Sequence[Placed]) -> list[Found]:
    """Leave out what only looks like a marker: it has no like beside it."""
    runs: defaultdict[int, list[Placed]] = defaultdict(list)
    for one in placed:
        runs[one.run].append(one)
    lists = {number: _is_list([one.found for one in run]) for number, run in runs.items()}
    usual = {one.found.style for one in placed if lists[one.run]}
    kept: list[Found] = []
    for one in placed:
        found = one.found
        if lists[one.run]:
            stands = True
        elif found.likely:
            stands = (found.short or found.ordinal == 1) and found.style in usual
            stands = stands or (found.short and found.style == "roman-dot")
        else:
            stands = found.ordinal == 1 or found.short or bool(usual)
        if stands:
            kept.append(found)
    return kept


def _is_list(run: Sequence[Found]) -> bool:
    """Tell whether markers bear each other out: two neighbours that count on, near enough unless they are headings."""
    return any(
        after.ordinal != before.ordinal
        and ((before.short and after.short) or after.line - before.line <= _FAR)
        and (after.ordinal - before.ordinal == 1 or (before.short and after.short))
        for before, after in pairwise(run)
    )


def place(markers: Sequence[Found], breaks: Iterable[int] = (), fixed: Mapping[str, int] | None = None) -> list[Placed]:
    """Find the level of each marker.

    Args:
        markers: the markers in reading order.
        breaks: indexes of lines at which another document begins.
        fixed: levels of styles that the word processor knows.

    Returns:
        The markers that number something, in order, with their levels.
    """
    fixed = fixed or {}
    begins = frozenset(breaks)
    first = _pass(markers, begins, UNKNOWN, fixed)
    borne_out = _borne_out(first)
    second = _pass(borne_out, begins, UNKNOWN, fixed)
    order = learned([Use(one.found.style, one.found.ordinal, one.run, one.level) for one in second])
    return _pass(borne_out, begins, order, fixed)
