"""Beads fixed by hand: they are kept as they are, and only what stands between them is aligned.

The units of fixed beads are taken out. Where a fixed bead stood, a wall is left: what comes before it in Chinese pairs
with what comes before it in English. A wall is a Chinese unit without text that stands alone at a given place of the
English. Beads that cross others, as those of moved passages do, leave no wall.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from drafter.model import Pairing

WALL = -1
FixedBead = tuple[Sequence[int], Sequence[int]]
_Bead = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Fixed:
    """What is fixed, and what is left to align.

    Attributes:
        beads: the fixed beads, each side in order.
        zh: indexes of the Chinese units left, `WALL` for a wall.
        en: indexes of the English units left.
        walls: places of the walls in `zh`, with the number of English units left before each; going up on both sides.
    """

    beads: tuple[_Bead, ...]
    zh: tuple[int, ...]
    en: tuple[int, ...]
    walls: tuple[tuple[int, int], ...]

    def zh_indexes(self, places: Iterable[int]) -> tuple[int, ...]:
        """Give the indexes of the Chinese units at places of `zh`, without walls."""
        return tuple(self.zh[place] for place in places if self.zh[place] != WALL)


def fix(
    beads: Iterable[FixedBead | Pairing], zh_count: int, en_count: int, bounds: Sequence[tuple[int, int]] = ()
) -> Fixed:
    """Take fixed beads out.

    Args:
        beads: the beads.
        zh_count: how many Chinese units there are.
        en_count: how many English ones.
        bounds: numbers of Chinese and of English units before further walls, going up on both sides.

    Raises:
        ValueError: a bead names a unit that isn't there, or one that another bead names.
    """
    kept: list[_Bead] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for bead in beads:
        sides = (bead.zh, bead.en) if isinstance(bead, Pairing) else bead
        for units, count, seen in zip(sides, (zh_count, en_count), taken, strict=True):
            if len(set(units)) != len(units) or not seen.isdisjoint(units):
                raise ValueError("a unit stands in two fixed beads")
            if any(not 0 <= unit < count for unit in units):
                raise ValueError("a fixed bead names a unit that isn't there")
            seen.update(units)
        kept.append((tuple(sorted(sides[0])), tuple(sorted(sides[1]))))
    zh = tuple(index for index in range(zh_count) if index not in taken[0])
    en = tuple(index for index in range(en_count) if index not in taken[1])
    walls = [(bisect_left(zh, x), bisect_left(en, y)) for x, y in bounds] or _walls(kept, zh, en)
    places = [x + number for number, (x, _) in enumerate(walls)]
    left = list(zh)
    for place in places:
        left.insert(place, WALL)
    return Fixed(tuple(kept), tuple(left), en, tuple(zip(places, (y for _, y in walls), strict=True)))


def _walls(beads: Sequence[_Bead], zh: Sequence[int], en: Sequence[int]) -> list[tuple[int, int]]:
    """Give the numbers of Chinese and of English units left before each wall."""
    found: list[tuple[int, int]] = []
    for zh_units, en_units in _going_up(beads):
        # Where a bead's units stand apart, what stands between them stays between.
        for x, y in ((zh_units[0], en_units[0]), (zh_units[-1], en_units[-1])):
            wall = (bisect_left(zh, x), bisect_left(en, y))
            if not found or (wall != found[-1] and wall[0] >= found[-1][0] and wall[1] >= found[-1][1]):
                found.append(wall)
    return found


def _going_up(beads: Sequence[_Bead]) -> list[_Bead]:
    """Give the beads with two sides that lie on the way of the most of them, in order.

    That is the longest chain that goes up on both sides, but for what of it crosses others that cross no more than it.
    """
    both = sorted(bead for bead in beads if all(bead))
    ends: list[int] = []
    last: list[int] = []
    before = [-1] * len(both)
    for place, (_x, y) in enumerate(both):
        at = bisect_left(ends, y[0])
        before[place] = last[at - 1] if at else -1
        ends[at : at + 1], last[at : at + 1] = [y[0]], [place]
    chain: list[int] = []
    place = last[-1] if last else -1
    while place >= 0:
        chain.append(place)
        place = before[place]
    off = sorted(set(range(len(both))) - set(chain))
    crossings = {place: sum(_cross(both[place], other) for other in both) for place in off}
    doubtful = {
        place
        for place in chain
        if any(
            _cross(both[place], both[one]) and crossings[one] <= sum(_cross(both[place], both[two]) for two in off)
            for one in off
        )
    }
    return [both[place] for place in reversed(chain) if place not in doubtful]


def _cross(one: _Bead, other: _Bead) -> bool:
    return (one[0][0] < other[0][0]) == (one[1][0] > other[1][0]) and one is not other
