"""What a document shows of its own ways of numbering: which styles are one, and which stands below which.

Between two neighbours of one list (2. and 3.) stands what is below them. Where lists run on through the sections, each
stands between neighbours of the other; the one above is then the one that mostly holds some of the other.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

# Styles that damage turns into each other; chapters and circles keep their own.
_KINDS: Mapping[str, str] = {
    "roman-paren": "arabic-paren",
    "letter-paren": "arabic-paren",
    "word-paren": "arabic-paren",
    "arabic-comma": "arabic-dot",
    "word-glued": "arabic-dot",
    "digit-glued": "arabic-dot",
}
# The highest and the lowest rank at which a style is used; what may stand at many ranks isn't listed.
_RANKS: Mapping[str, tuple[int, int]] = {
    "zh-part": (0, 0),
    "chapter-word": (1, 1),
    "zh-chapter": (1, 1),
    "section-word": (2, 2),
    "zh-section": (2, 2),
    "zh-article": (3, 3),
    "article-word": (3, 3),
    "zh-comma": (4, 4),
    "roman-dot": (4, 4),
    "zh-paren": (5, 5),
    "arabic-multi-2": (6, 6),
    "arabic-multi-3": (7, 7),
    "arabic-multi-4": (8, 8),
    "zh-is": (9, 9),
    "circled": (9, 9),
}
ANY_RANK = (5, 9)
_CLEARLY, _HALF, _GOOD_SHARE = 1.5, 0.5, 0.25


class Use(NamedTuple):
    """A marker as it was used: its style, its number, the list it belongs to and that list's level."""

    style: str
    ordinal: int
    run: int
    level: int


@dataclass(frozen=True)
class Order:
    """What is known of a document's ways of numbering.

    Attributes:
        classes: the class of each style that isn't its own.
        levels: the level of each class, where it could be told.
        pairs: which class stands somewhere below which: the one above first.
    """

    classes: Mapping[str, str]
    levels: Mapping[str, int]
    pairs: frozenset[tuple[str, str]] = frozenset()

    def class_of(self, style: str) -> str:
        """Give the class of a style."""
        return self.classes.get(style, style)

    def level_of(self, style: str) -> int:
        """Give the level of a style, 0 where it isn't known."""
        return self.levels.get(self.class_of(style), 0)

    def is_above(self, style: str, other: str) -> bool:
        """Tell whether a style stands above another."""
        return (self.class_of(style), self.class_of(other)) in self.pairs

    def is_placed(self, style: str) -> bool:
        """Tell whether it is known what a style stands below."""
        name = self.class_of(style)
        return any(other == name for _, other in self.pairs)


UNKNOWN = Order(_KINDS, {})


def rank_of(style: str) -> tuple[int, int]:
    """Give the highest and the lowest rank at which a style is used anywhere."""
    return _RANKS.get(style, ANY_RANK)


def learned(uses: Sequence[Use]) -> Order:
    """Learn the order of a document from its markers.

    Args:
        uses: the markers in reading order, with lists found without any knowledge of the order.
    """
    runs: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for use in uses:
        runs[use.run][use.style] += 1
    classes = _classes(list(runs.values()))
    of_run = {number: classes.get(style := styles.most_common(1)[0][0], style) for number, styles in runs.items()}
    below = _held([(of_run[use.run], use.ordinal) for use in uses])
    return Order(classes, _usual(uses, of_run) | _depths(below), _pairs(below))


def _usual(uses: Sequence[Use], of_run: Mapping[int, str]) -> dict[str, int]:
    """Give the deepest level at which a good share of a class's markers stand."""
    counts: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for use in uses:
        counts[of_run[use.run]][use.level] += 1
    return {
        name: max(level for level, number in levels.items() if number >= _GOOD_SHARE * levels.total())
        for name, levels in counts.items()
    }


def _classes(runs: Sequence[Counter[str]]) -> dict[str, str]:
    """Join the styles that mostly stand in the same lists."""
    alone: Counter[str] = Counter()
    shared: Counter[tuple[str, str]] = Counter()
    sizes: Counter[str] = Counter()
    for styles in runs:
        sizes += styles
        alone.update(styles.keys())
        shared.update((one, other) for one in styles for other in styles if one != other)
    classes: dict[str, str] = {}
    for style, _ in sizes.most_common():
        for other in list(dict.fromkeys(classes.values())):
            number = shared[style, other]
            akin = _KINDS.get(style, style) == _KINDS.get(other, other)
            if number and 2 * number >= (min if akin else max)(alone[style], alone[other]):
                classes[style] = other
                break
        else:
            classes[style] = style
    return classes


def _held(uses: Sequence[tuple[str, int]]) -> dict[str, list[str]]:
    """Give the classes below each class."""
    names = list(dict.fromkeys(name for name, _ in uses))
    between, opened = _between(uses), _opened(uses)

    def holds(above: str, below: str) -> bool:
        if not _may_hold(above, below):
            return False
        one, other = between.get((above, below), 0.0), between.get((below, above), 0.0)
        if one > _CLEARLY * other or (one and rank_of(above)[1] < rank_of(below)[0]):
            return True
        return other == 0.0 and opened.get((above, below), 0.0) >= _GOOD_SHARE > opened.get((below, above), 0.0)

    return {name: [other for other in names if other != name and holds(name, other)] for name in names}


def _between(uses: Sequence[tuple[str, int]]) -> dict[tuple[str, str], float]:
    """Give the share of one class's steps, from each number to the next, that have some of another between them."""
    steps: Counter[str] = Counter()
    holding: Counter[tuple[str, str]] = Counter()
    last: dict[str, int] = {}
    since: defaultdict[str, set[str]] = defaultdict(set)
    for name, ordinal in uses:
        if ordinal == last.get(name, -1) + 1:
            steps[name] += 1
            holding.update((name, other) for other in since[name])
        since[name].clear()
        last[name] = ordinal
        for other in last:
            if other != name:
                since[other].add(name)
    shares = {pair: number / steps[pair[0]] for pair, number in holding.items()}
    return {pair: share for pair, share in shares.items() if holding[pair] > 1 or share >= _HALF}


def _opened(uses: Sequence[tuple[str, int]]) -> dict[tuple[str, str], float]:
    """Give the share of the lists of one class that begin right behind a marker of another."""
    begun: Counter[str] = Counter()
    behind: Counter[tuple[str, str]] = Counter()
    for (before, _), (name, ordinal) in pairwise(uses):
        if ordinal == 1 and before != name:
            begun[name] += 1
            behind[before, name] += 1
    return {(above, name): number / begun[name] for (above, name), number in behind.items()}


def _may_hold(above: str, below: str) -> bool:
    """Tell whether the usual ranks allow one class to stand above another."""
    return rank_of(above)[0] <= rank_of(below)[1]


def _depths(below: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Give the longest way down to each class that has a place; none where the votes go round in a circle."""
    above: Counter[str] = Counter(other for held in below.values() for other in held)
    depths = {name: 1 for name, held in below.items() if held and not above[name]}
    ready = list(depths)
    while ready:
        name = ready.pop()
        for other in below[name]:
            depths[other] = max(depths.get(other, 0), depths[name] + 1)
            above[other] -= 1
            if not above[other]:
                ready.append(other)
    return {name: depth for name, depth in depths.items() if not above[name]}


def _pairs(below: Mapping[str, Sequence[str]]) -> frozenset[tuple[str, str]]:
    """Give all pairs of which one stands somewhere below the other, and not the other way round too."""
    pairs: set[tuple[str, str]] = set()
    for name in below:
        ready = list(below[name])
        while ready:
            other = ready.pop()
            if (name, other) not in pairs:
                pairs.add((name, other))
                ready += below[other]
    return frozenset((one, other) for one, other in pairs if (other, one) not in pairs)
