"""Who is to do each measure: the brackets of a plan, what they govern, and whom they name for all that follows."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from drafter.language.duties import Body, match_bodies, read_duties
from drafter.language.duties.whole_names import bare_brackets, whole_duties
from drafter.language.enumerators import read_enumerator
from drafter.language.outline.duties import duties_of
from drafter.model import ROLES, Duty, Role, Side, Span
from drafter.review.measuring_parts import Part

_FOR_ALL: dict[Side, re.Pattern[str]] = {
    "zh": re.compile("(?:以下|下列)(?:各项|任务|措施|均|都|各条|内容)*(?:需|由|须|应)?|下同"),
    "en": re.compile(r"\bthe following\b|\bthe same (?:below|applies)|\bsame below\b|\bhereinafter\b", re.IGNORECASE),
}
_STOPS = re.compile("[；;。]")
_ITEMS = (1, 2, 3)
"""Levels of markers that open an item of its own; what stands below them belongs to it."""


@dataclass(frozen=True, slots=True)
class _Bracket:
    end: int
    duties: tuple[Duty, ...]
    for_all: tuple[Duty, ...]


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


def duties_of_parts(parts: Sequence[Part], texts: dict[int, str], side: Side) -> list[tuple[Duty, ...]]:
    """Give who is to do each part.

    A bracket governs the sentences of its paragraph before it, back to the bracket before; and the paragraphs before
    its own that belong to the same item. What it says of all that follows goes with every later bracket.

    Args:
        parts: the parts of a review, in order.
        texts: the whole text of each clause on that side, by id.
        side: the side.
    """
    brackets = {clause: _brackets(text, side) for clause, text in texts.items()}
    _complete(brackets, _order(parts))
    found: list[tuple[Duty, ...]] = []
    borrowed = _borrowed(parts, brackets, texts)
    for part in parts:
        own = brackets.get(part.clause, [])
        start = part.spans[side].start if side in part.spans else 0
        bracket = next((one for one in own if one.end > start), None)
        found.append(() if part.heading else bracket.duties if bracket else borrowed.get(part.clause, ()))
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
        for_all: tuple[Duty, ...] = ()
        if said := _FOR_ALL[side].search(text, *within):
            stops = [one.end() for one in _STOPS.finditer(text, within.start, said.start())]
            part = Span(stops[-1] if stops else within.start, within.end)
            read = read_duties(text, side, part)
            for_all = whole_duties(text, read[-1:] if "同" in said[0] or "same" in said[0].lower() else read, side)
        made.append(_Bracket(stretch.end, whole_duties(text, read_duties(text, side, within), side), for_all))
    if not made and side == "zh":
        made = [_Bracket(one.end, _named_alone(text, one), ()) for one in bare_brackets(text)]
    return made


def _named_alone(text: str, bracket: Span) -> tuple[Duty, ...]:
    """Bodies that stand in a bracket without a word on what they do share the work."""
    words = text[bracket.start + 1 : bracket.end - 1] + "按职责分工负责"
    return whole_duties(words, read_duties(words, "zh"), "zh")


def _complete(brackets: dict[int, list[_Bracket]], order: Sequence[int]) -> None:
    """Give every later bracket the bodies that an earlier one names for all that follows."""
    standing: tuple[Duty, ...] = ()
    for clause in order:
        for index, bracket in enumerate(brackets.get(clause, [])):
            named = {duty.role for duty in bracket.duties}
            missing = tuple(duty for duty in standing if duty.role not in named)
            if missing and bracket.duties:
                whole = sorted((*bracket.duties, *missing), key=lambda duty: ROLES.index(duty.role))
                brackets[clause][index] = _Bracket(bracket.end, tuple(whole), bracket.for_all)
            standing = bracket.for_all or standing


def _borrowed(
    parts: Sequence[Part], brackets: dict[int, list[_Bracket]], texts: dict[int, str]
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
            found[before] = own[0].duties
            if _level(texts.get(before, "")) in _ITEMS:
                break
    return found


def _level(text: str) -> int:
    """The usual level of the marker that a clause opens with, 0 without one."""
    marker = read_enumerator(text)
    return marker.level if marker else 0
