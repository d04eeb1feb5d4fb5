"""Who is to do each measure: the brackets of a plan, what they govern, and whom they name for all that follows."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from drafter.language.duties import Body, match_bodies, read_duties
from drafter.language.duties.alone import bodies_alone
from drafter.language.duties.running import running_lead
from drafter.language.duties.whole_names import whole_duties
from drafter.language.enumerators import read_enumerator
from drafter.language.outline.duties import duties_of
from drafter.model import ROLES, Duty, Role, Side, Span
from drafter.review.measuring_parts import Part, without_duties

_FOR_ALL: dict[Side, re.Pattern[str]] = {
    "zh": re.compile("(?:以下|下列)(?:各项|任务|措施|均|都|各条|内容)*(?:需|由|须|应)?|下同"),
    "en": re.compile(r"\bthe following\b|\bthe same (?:below|applies)|\bsame below\b|\bhereinafter\b", re.IGNORECASE),
}
_STOPS = re.compile("[；;。]")
_ITEMS = (1, 2, 3)
"""Levels of markers that open an item of its own; what stands below them belongs to it."""


@dataclass(frozen=True, slots=True)
class _Bracket:
    """A bracket at `end`: its duties, those of them that it says of its own measure, and those of all that follows."""

    end: int
    duties: tuple[Duty, ...]
    own: tuple[Duty, ...]
    for_all: tuple[Duty, ...] = ()


@dataclass(frozen=True, slots=True)
class DutyDifference:
    """What the two sides say differently of one role in a measure.

    Attributes:
        role: the role.
        missing: bodies of the Chinese that the English has not in this role.
        extra: bodies of the English that the Chinese has not in this role.
    """

    role: Role
    missing: tuple[str, ...]
    extra: tuple[str, ...]


def bracketed(texts: Mapping[int, str], side: Side) -> set[int]:
    """Give the clauses that say themselves who is responsible.

    Args:
        texts: the whole text of each clause on that side, by id.
        side: the side.
    """
    return {clause for clause, text in texts.items() if _brackets(text, side)}


def duties_of_parts(
    parts: Sequence[Part], texts: Mapping[int, str], side: Side, settled: Collection[int] = ()
) -> list[tuple[Duty, ...]]:
    """Give who is to do each part.

    A bracket governs the sentences of its paragraph before it, back to the bracket before; and the paragraphs before
    its own that belong to the same item. What it says of all that follows goes with every later bracket, and with no
    paragraph before it. Where a bracket does not say who leads, the sentence itself may: 省水利厅要牵头推进….

    Args:
        parts: the parts of a review, in order.
        texts: the whole text of each clause on that side, by id.
        side: the side.
        settled: clauses that have a bracket of their own on the other side: where this side's can't be read, they are
            better without than with that of another paragraph.
    """
    brackets = {clause: _brackets(text, side) for clause, text in texts.items()}
    _complete(brackets, _order(parts))
    found: list[tuple[Duty, ...]] = []
    lent = {clause: duties for clause, duties in _borrowed(parts, brackets, texts).items() if clause not in settled}
    for part in parts:
        own = brackets.get(part.clause, [])
        start = part.spans[side].start if side in part.spans else 0
        bracket = next((one for one in own if one.end > start), None)
        said = running_lead(without_duties(part.text.get(side, "")), side)
        # A sentence's own words come behind those of its bracket, and before the bracket of another paragraph.
        first, rest = (bracket.duties, said) if bracket else (said, lent.get(part.clause, ()))
        named = _with(first, rest) or rest
        found.append(() if part.heading else named)
    return found


def differences(zh: Iterable[Duty], en: Iterable[Duty]) -> tuple[DutyDifference, ...]:
    """Tell where the two sides of a measure name different bodies for a role."""
    ours, theirs = {one.role: one.bodies for one in zh}, {one.role: one.bodies for one in en}
    if not ours or not theirs:
        return ()
    told = []
    for role in ROLES:
        left, right = _bodies(ours.get(role, ())), _bodies(theirs.get(role, ()))
        matched = match_bodies(left, right)
        lost = [*matched.lost, *(i for i, _ in matched.swapped)]
        extra = [*matched.extra, *(j for _, j in matched.swapped)]
        if lost or extra:
            told.append(
                DutyDifference(
                    role, tuple(left[i].name for i in sorted(lost)), tuple(right[j].name for j in sorted(extra))
                )
            )
    return tuple(told)


def _bodies(names: Iterable[str]) -> list[Body]:
    return [Body(name, Span(0, len(name))) for name in names]


def _order(parts: Sequence[Part]) -> list[int]:
    return list(dict.fromkeys(part.clause for part in parts))


def _brackets(text: str, side: Side) -> list[_Bracket]:
    made = []
    for stretch in duties_of(text):
        within = Span(stretch.start, stretch.end)
        duties = own = whole_duties(text, read_duties(text, side, within), side)
        for_all: tuple[Duty, ...] = ()
        if said := _FOR_ALL[side].search(text, *within):
            stops = [one.end() for one in _STOPS.finditer(text, within.start, said.start())]
            part = Span(stops[-1] if stops else within.start, within.end)
            read = read_duties(text, side, part)
            same = "同" in said[0] or "same" in said[0].lower()
            for_all = whole_duties(text, read[-1:] if same else read, side)
            if not same:  # what is said of the following is not said of what stands before
                own = whole_duties(text, read_duties(text, side, Span(within.start, part.start)), side)
        made.append(_Bracket(stretch.end, duties, own, for_all))
    if not made and (alone := bodies_alone(text, side)):
        span, duties = alone
        made = [_Bracket(span.end, duties, duties)]
    return made


def _complete(brackets: dict[int, list[_Bracket]], order: Sequence[int]) -> None:
    """Give every later bracket the bodies that an earlier one names for all that follows."""
    standing: tuple[Duty, ...] = ()
    for clause in order:
        for index, bracket in enumerate(brackets.get(clause, [])):
            whole, own = (_with(duties, standing) for duties in (bracket.duties, bracket.own))
            brackets[clause][index] = _Bracket(bracket.end, whole, own, bracket.for_all)
            standing = bracket.for_all or standing


def _with(duties: tuple[Duty, ...], others: Sequence[Duty]) -> tuple[Duty, ...]:
    """Give duties with those of others whose role they do not name; none where there are none to complete."""
    named = {duty.role for duty in duties}
    missing = [duty for duty in others if duty.role not in named]
    if not duties or not missing:
        return duties
    return tuple(sorted((*duties, *missing), key=lambda duty: ROLES.index(duty.role)))


def _borrowed(
    parts: Sequence[Part], brackets: dict[int, list[_Bracket]], texts: Mapping[int, str]
) -> dict[int, tuple[Duty, ...]]:
    """Give clauses without a bracket that of a later paragraph of their item."""
    firsts = {part.clause: part for part in parts if part.first}
    found: dict[int, tuple[Duty, ...]] = {}
    order = _order(parts)
    for place, clause in enumerate(order):
        own = brackets.get(clause, [])
        if not own or _level(texts.get(clause, "")) in _ITEMS:
            continue
        for before in reversed(order[:place]):
            if firsts[before].heading or brackets.get(before):
                break
            found[before] = own[0].own
            if _level(texts.get(before, "")) in _ITEMS:
                break
    return found


def _level(text: str) -> int:
    """The usual level of the marker that a clause opens with, 0 without one."""
    marker = read_enumerator(text)
    return marker.level if marker else 0
