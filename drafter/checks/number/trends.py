"""Which way a yearly series runs, and which of its figures runs against it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from drafter.checks.number.partsums import sentences
from drafter.model import Bound, Quantity, Side

FEWEST_YEARS = 3
_ENDS = re.compile(r"[。；;！？\n]|[.!?](?=\s|$)")
_DOWN = re.compile(
    r"下降|降至|降到|降低|减少|削减|压减|控制在|以内|以下|fall|reduc|decreas|drop|lower|cut|within|below|no\smore\sthan",
    re.IGNORECASE,
)
_UP = re.compile(
    r"提高到|提高至|提升|增长|增加|上升|升至|不低于|以上|ris(?:e|ing)|increas|grow|raise|no\sless\sthan|at\sleast",
    re.IGNORECASE,
)
_BOUNDS: dict[Bound, int] = {"<=": -1, "<": -1, ">=": 1, ">": 1}


@dataclass(frozen=True, slots=True)
class Break:
    """A yearly series that runs against its direction.

    Attributes:
        values: the series.
        at: the figure that breaks it.
    """

    values: tuple[Quantity, ...]
    at: Quantity


def direction_of(words: str, bound: Bound = "=") -> int:
    """Tell which way a series is said to run: 1 up, -1 down, 0 where nothing or both is said.

    Args:
        words: what stands around its figures.
        bound: how the figures bound what they count.
    """
    down = _DOWN.search(words) is not None or _BOUNDS.get(bound) == -1
    up = _UP.search(words) is not None or _BOUNDS.get(bound) == 1
    return up - down


def odd_one(values: Sequence[Decimal], direction: int) -> int | None:
    """Find the value of a series that runs against its direction.

    Args:
        values: the series in the order of its years.
        direction: 1 where it is to rise, -1 where it is to fall.

    Returns:
        Its index; None where none runs against it.
    """
    for index in range(1, len(values)):
        if (values[index] - values[index - 1]) * direction < 0:
            last = index == len(values) - 1
            before = index == 1 or last or (values[index + 1] - values[index - 2]) * direction >= 0
            fits = not last and (values[index + 1] - values[index - 1]) * direction >= 0
            return index if fits or last or not before else index - 1
    return None


@lru_cache(maxsize=1024)
def breaks(text: str, side: Side) -> tuple[Break, ...]:
    """Find yearly series that run against their stated direction, within one sentence.

    Args:
        text: the text.
        side: its language.
    """
    if "分别" not in text and "respectively" not in text:
        return ()
    found: list[Break] = []
    for sentence in sentences(text, side, _ENDS):
        years = [one for one in sentence if one.kind == "date" and one.unit == "year"]
        if len(years) < FEWEST_YEARS or [one.value for one in years] != sorted({one.value for one in years}):
            continue
        runs = _runs(text, [one for one in sentence if one.kind == "measure"])
        found.extend(broken for run in runs if len(run) == len(years) and (broken := _broken(text, run)))
    return tuple(found)


def _runs(text: str, measures: list[Quantity]) -> Iterator[list[Quantity]]:
    run: list[Quantity] = []
    for one in measures:
        joint = text[run[-1].span.end : one.span.start].strip(" ，,、") if run else ""
        if run and (one.unit != run[-1].unit or joint not in ("", "和", "and", "以及")):
            yield run
            run = []
        run.append(one)
    yield run


def _broken(text: str, run: list[Quantity]) -> Break | None:
    """The figure that runs against the direction of its series, where one is stated and not two."""
    start = max(text.rfind("。", 0, run[0].span.start), text.rfind(". ", 0, run[0].span.start)) + 1
    direction = direction_of(text[start : min(run[-1].span.end + 12, len(text))])
    odd = odd_one([one.value for one in run], direction) if direction else None
    return Break(tuple(run), run[odd]) if odd is not None else None
