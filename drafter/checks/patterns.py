r"""Tells regular expressions that can blow up: those that can read one text in ever more ways.

A loop that can go round over the same characters in two ways, as `(a+)+`, `(\w+\s?)*` or `(a|aa)*`, is tried in all of
them before it fails, and each further character doubles the work. The pattern is read into an automaton of its
characters' places (Glushkov's), and two walkers are sent through it side by side on the same characters: if they can
part and meet again in the place where they parted, the loop is such a one. A loop behind which nothing can fail is
left at its first way, and does no harm.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import import_module
from typing import Any, Final

_sre: Any = import_module("re._parser")  # what `re` itself reads patterns with

_UNROLLED: Final = 6
"""A repeat of at most so many turns is no loop, but written out."""
_FEW_TURNS: Final = 10
"""So many turns of a loop can be tried in all ways; only past them does it find no end."""
_MOST_STEPS: Final = 200_000
"""Steps of the two walkers after which a pattern counts as too large to be judged."""
_SAMPLES: Final = "5aZ _-\n.,，。中\u3000é"
_CATEGORIES: Final = {
    "CATEGORY_DIGIT": re.compile(r"\d"), "CATEGORY_NOT_DIGIT": re.compile(r"\D"), "CATEGORY_SPACE": re.compile(r"\s"),
    "CATEGORY_NOT_SPACE": re.compile(r"\S"), "CATEGORY_WORD": re.compile(r"\w"), "CATEGORY_NOT_WORD": re.compile(r"\W"),
}  # fmt: skip
_LOOPS: Final = ("MAX_REPEAT", "MIN_REPEAT")
_Place = int
_Argument = Any  # what stands behind the name of a part: a character, a pattern, a tuple of both


def can_blow_up(pattern: str, flags: int = 0, *, whole: bool = False) -> bool:
    """Tell whether a regular expression can take time that doubles with each character of a text.

    Args:
        pattern: a sound pattern, as `re` writes it.
        flags: the flags it is compiled with.
        whole: whether it is to match a text up to its end.
    """
    tree = _sre.parse(pattern, flags)
    alphabet = frozenset(_sample_characters(tree))
    ignore_case = bool(tree.state.flags & re.IGNORECASE)
    return any(_is_ambiguous(loop, alphabet, ignore_case) for loop in _outer_loops(tree, whole))


def _children(op: str, argument: _Argument) -> Iterator[Any]:
    """Give the patterns within a part of a pattern."""
    if op == "BRANCH":
        yield from argument[1]
    elif op == "SUBPATTERN":
        yield argument[3]
    elif op in (*_LOOPS, "POSSESSIVE_REPEAT"):
        yield argument[2]
    elif op in ("ASSERT", "ASSERT_NOT"):
        yield argument[1]
    elif op == "ATOMIC_GROUP":
        yield argument
    elif op == "GROUPREF_EXISTS":
        yield from (one for one in argument[1:] if one is not None)


def _is_loop(op: str, argument: _Argument) -> bool:
    return op in _LOOPS and (argument[1] is _sre.MAXREPEAT or argument[1] > _UNROLLED)


def _can_fail(op: str, argument: _Argument) -> bool:
    """Tell whether a part of a pattern can fail to match where it stands."""
    if op in (*_LOOPS, "POSSESSIVE_REPEAT"):
        return bool(argument[0])
    if op == "BRANCH":
        return all(any(_can_fail(str(kind), what) for kind, what in way) for way in argument[1])
    if op in ("SUBPATTERN", "ATOMIC_GROUP"):
        return any(_can_fail(str(kind), what) for child in _children(op, argument) for kind, what in child)
    return True


def _outer_loops(tree: Sequence[Any], fails: bool) -> Iterator[Any]:
    """Give what the loops repeat that lie in no other one, and that may have to be gone through in all ways.

    Args:
        tree: a pattern.
        fails: whether something behind it can fail.
    """
    for index in range(len(tree) - 1, -1, -1):
        op, argument = str(tree[index][0]), tree[index][1]
        if _is_loop(op, argument):
            if fails or argument[0] > _FEW_TURNS:
                yield argument[2]
            yield from _asserted(argument[2])
        else:
            looked_at = op in ("ASSERT", "ASSERT_NOT")
            again = op in _LOOPS and argument[1] > 1  # what is written twice has itself behind it
            for child in _children(op, argument):
                yield from _outer_loops(child, (fails or again) and not looked_at)
        fails = fails or _can_fail(op, argument)


def _asserted(tree: Iterable[Any]) -> Iterator[Any]:
    """Give the loops of what is only looked at from within a loop; it is no part of that loop's own way."""
    for op, argument in tree:
        for child in _children(str(op), argument):
            yield from _outer_loops(child, False) if str(op) in ("ASSERT", "ASSERT_NOT") else _asserted(child)


def _sample_characters(tree: Iterable[Any]) -> Iterator[str]:
    """Give enough characters to tell by them whether two sets of the pattern share one."""
    yield from _SAMPLES
    for op, argument in tree:
        points: tuple[int, ...] = ()
        if str(op) in ("LITERAL", "NOT_LITERAL"):
            points = (argument,)
        elif str(op) == "RANGE":
            points = argument
        elif str(op) == "IN":
            yield from _sample_characters(argument)
        for point in points:
            for near in (point - 1, point, point + 1):
                if 0 <= near < 0x110000:
                    yield from {chr(near), chr(near).swapcase()[:1]}
        for child in _children(str(op), argument):
            yield from _sample_characters(child)


@lru_cache(maxsize=4096)
def _in_category(name: str, character: str) -> bool:
    return bool(_CATEGORIES[name].match(character)) if name in _CATEGORIES else True


def _holds(op: str, argument: _Argument, character: str) -> bool:
    """Tell whether one part of a pattern that stands for a character may be this one."""
    if op == "LITERAL":
        return bool(argument == ord(character))
    if op == "NOT_LITERAL":
        return bool(argument != ord(character))
    if op == "RANGE":
        return bool(argument[0] <= ord(character) <= argument[1])
    if op == "CATEGORY":
        return _in_category(str(argument), character)
    if op == "IN":
        negated = bool(argument) and str(argument[0][0]) == "NEGATE"
        return negated != any(_holds(str(kind), what, character) for kind, what in argument if str(kind) != "NEGATE")
    return op == "ANY"


@dataclass
class _Piece:
    """What a part of a pattern is to its neighbours.

    Attributes:
        first: the places that may read its first character, as often as there are ways to them.
        last: those that may read its last one.
        empty: whether it may read nothing.
    """

    first: list[_Place] = field(default_factory=list)
    last: list[_Place] = field(default_factory=list)
    empty: bool = True


class _Automaton:
    """The places of a loop's characters, and what may follow what.

    Attributes:
        reads: which characters each place may read.
        follow: how many ways lead from one place to another without reading anything.
    """

    def __init__(self, alphabet: frozenset[str], *, ignore_case: bool) -> None:
        self._alphabet = alphabet
        self._ignore_case = ignore_case
        self.reads: list[frozenset[str]] = []
        self.follow: defaultdict[_Place, defaultdict[_Place, int]] = defaultdict(lambda: defaultdict(int))

    def loop(self, body: Sequence[Any]) -> _Piece:
        """Read what is repeated without end."""
        piece = self._sequence(body)
        self._join(piece.last, piece.first)
        return piece

    def _join(self, before: Iterable[_Place], after: Sequence[_Place]) -> None:
        for one in before:
            for other in after:
                self.follow[one][other] += 1

    def _sequence(self, parts: Iterable[Any]) -> _Piece:
        whole = _Piece()
        for op, argument in parts:
            whole = self._then(whole, self._part(str(op), argument))
        return whole

    def _then(self, one: _Piece, other: _Piece) -> _Piece:
        self._join(one.last, other.first)
        return _Piece(
            one.first + (other.first if one.empty else []),
            other.last + (one.last if other.empty else []),
            one.empty and other.empty,
        )

    def _part(self, op: str, argument: _Argument) -> _Piece:
        if op in ("LITERAL", "NOT_LITERAL", "IN", "ANY"):
            return self._character(op, argument)
        if op == "BRANCH":
            ways = [self._sequence(way) for way in argument[1]]
            return _Piece(
                [place for way in ways for place in way.first],
                [place for way in ways for place in way.last],
                any(way.empty for way in ways),
            )
        if op in (*_LOOPS, "POSSESSIVE_REPEAT"):
            return self._repeat(argument)
        if op in ("SUBPATTERN", "ATOMIC_GROUP"):
            return self._sequence(argument[3] if op == "SUBPATTERN" else argument)
        return _Piece()  # an edge, something looked at, an earlier group again

    def _repeat(self, argument: _Argument) -> _Piece:
        fewest, most, body = argument
        if most is _sre.MAXREPEAT or most > _UNROLLED:
            piece = self.loop(body)
            return _Piece(piece.first, piece.last, piece.empty or fewest == 0)
        tail = _Piece()
        for turn in range(most, 0, -1):  # x{1,3} is x(x(x)?)?
            tail = self._then(self._sequence(body), tail)
            tail.empty = tail.empty or turn > fewest
        return tail

    def _character(self, op: str, argument: _Argument) -> _Piece:
        def holds(character: str) -> bool:
            forms = {character, character.swapcase()} if self._ignore_case else {character}
            return any(len(form) == 1 and _holds(op, argument, form) for form in forms)

        self.reads.append(frozenset(filter(holds, self._alphabet)))
        return _Piece([len(self.reads) - 1], [len(self.reads) - 1], empty=False)


def _is_ambiguous(body: Sequence[Any], alphabet: frozenset[str], ignore_case: bool) -> bool:
    """Tell whether a loop can be gone round over the same characters in two ways."""
    automaton = _Automaton(alphabet, ignore_case=ignore_case)
    automaton.loop(body)
    # All places of a loop can be reached from one another, so two ways between two neighbours are two ways round.
    if any(ways > 1 for following in automaton.follow.values() for ways in following.values()):
        return True
    return any(_part_and_meet(automaton, start) for start in range(len(automaton.reads)))


def _part_and_meet(automaton: _Automaton, start: _Place) -> bool:
    """Tell whether two walkers who stand in a place can part there, reading the same, and be together there again."""
    seen: set[tuple[_Place, _Place]] = set()
    ahead = [(one, other) for one, other in _steps(automaton, start, start) if one != other]
    steps = 0
    while ahead:
        pair = ahead.pop()
        if pair in seen:
            continue
        seen.add(pair)
        for following in _steps(automaton, *pair):
            steps += 1
            if following == (start, start):
                return True
            if steps > _MOST_STEPS:
                return False
            if following[0] != following[1]:
                ahead.append(following)
            elif following not in seen and _reaches(automaton, following[0], start):
                return True
    return False


def _steps(automaton: _Automaton, one: _Place, other: _Place) -> Iterator[tuple[_Place, _Place]]:
    reads = automaton.reads
    for left in automaton.follow[one]:
        for right in automaton.follow[other]:
            if not reads[left].isdisjoint(reads[right]):
                yield left, right


def _reaches(automaton: _Automaton, one: _Place, other: _Place) -> bool:
    """Tell whether a way leads from one place to another; within one loop it nearly always does."""
    seen, ahead = set[_Place](), [one]
    while ahead:
        place = ahead.pop()
        for following in automaton.follow[place]:
            if following == other:
                return True
            if following not in seen:
                seen.add(following)
                ahead.append(following)
    return False
