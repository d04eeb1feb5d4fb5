"""The peer of the figure rules: a script of public libraries that compares the values that both sides tell.

Microsoft's Recognizers-Text reads the numbers, ordinals, shares and dates of either side; a pair is flagged where a
firm number of one side stands nowhere on the other. Firm is what has digits, or is more than ten; words such as one and
two are left alone. A leaner form reads numbers alone: it is faster, and cries wolf at every month that has a name.

python -m tests.benchmarks.peer                  all of them on the pairs written for this program
python -m tests.benchmarks.peer --pairs FILE     on other pairs: Chinese, tab, English a line

It wants recognizers-text-suite 1.0.2a2 or later and emoji<2, for tests only.
"""

import argparse
import re
import sys
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from importlib import import_module
from pathlib import Path
from time import process_time
from typing import Any, Protocol

from drafter.model import Side
from tests.benchmarks import injected
from tests.benchmarks.faults import KINDS, MADE_UP
from tests.benchmarks.injection import Injected
from tests.benchmarks.made_up import Pair

LIBRARY = "recognizers_number"
_DATES = "recognizers_date_time"
_CULTURES: dict[Side, str] = {"zh": "zh-cn", "en": "en-us"}
_FEWEST = 10
_PLACES = Decimal("1e-6")
_WHOLE = re.compile("[0-9]+")
VALUES = ("value", "word", "scale", "missing", "extra", "range")
"""The kinds of faults that change which values are told; others the peer can't see at all."""


class _Read(Protocol):
    text: str
    resolution: dict[str, Any]


class _Model(Protocol):
    def parse(self, text: str) -> Sequence[_Read]: ...


@cache
def _models(side: Side) -> tuple[tuple[_Model, ...], _Model]:
    """Give what reads numbers, ordinals and shares, and what reads dates."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of its regular expressions
        numbers = import_module(LIBRARY).NumberRecognizer(_CULTURES[side])
        dates: _Model = import_module(_DATES).DateTimeRecognizer(_CULTURES[side]).get_datetime_model()
    return (numbers.get_number_model(), numbers.get_ordinal_model(), numbers.get_percentage_model()), dates


def told(text: str, side: Side, *, dates: bool) -> dict[Decimal, bool]:
    """Read the numbers of a text with the library: their values, and whether one is firm.

    Args:
        text: the text.
        side: its language.
        dates: whether ordinals, shares and dates are read too.
    """
    found: dict[Decimal, bool] = {}
    models, calendar = _models(side)
    for model in models if dates else models[:1]:
        for one in model.parse(text):
            try:
                value = Decimal(str(one.resolution["value"]).rstrip("%")).quantize(_PLACES).normalize()
            except (InvalidOperation, KeyError, TypeError):
                continue
            firm = any(ch.isdigit() and ch.isascii() for ch in one.text) or value > _FEWEST
            found[value] = found.get(value, False) or firm
    for one in calendar.parse(text) if dates else ():
        for reading in (one.resolution or {}).get("values", ()):
            for part in _WHOLE.findall(str(reading.get("timex", ""))):
                found.setdefault(Decimal(int(part)).normalize(), False)  # a month by its name
    return found


def _flags(zh: str, en: str, *, dates: bool) -> bool:
    mine, theirs = told(zh, "zh", dates=dates), told(en, "en", dates=dates)
    return any(firm and value not in theirs for value, firm in mine.items()) or any(
        firm and value not in mine for value, firm in theirs.items()
    )


def flags(zh: str, en: str) -> bool:
    """Whether the peer finds fault with a pair."""
    return _flags(zh, en, dates=True)


def flags_numbers(zh: str, en: str) -> bool:
    """Whether its lean form does, which reads numbers alone."""
    return _flags(zh, en, dates=False)


def ours(zh: str, en: str) -> bool:
    """Whether the figure rules find fault with a pair, at major or above."""
    return bool(injected.alarms(zh, en))


@dataclass(frozen=True)
class Result:
    """What a checker made of the same pairs.

    Attributes:
        recall: the share of the damaged pairs that it flagged.
        alarms: how many of a hundred sound pairs it flagged.
        seconds: its time for the sound pairs.
    """

    recall: float
    alarms: float
    seconds: float


def measure(checker: Callable[[str, str], bool], sound: Sequence[Pair], damaged: Sequence[Injected]) -> Result:
    """Run a checker over sound and damaged pairs."""
    checker(*sound[0])  # what is loaded once
    begun = process_time()
    flagged = sum(checker(zh, en) for zh, en in sound)
    seconds = process_time() - begun
    found = sum(checker(one.zh, one.en) for one in damaged)
    return Result(found / max(1, len(damaged)), 100 * flagged / len(sound), seconds)


def compare(
    checkers: Sequence[Callable[[str, str], bool]], sound: Sequence[Pair], kinds: Sequence[str] = VALUES, most: int = 60
) -> list[Result]:
    """Give the results of several checkers on the same pairs.

    Args:
        checkers: what tells whether a pair is at fault.
        sound: the sound pairs, whose damaged forms are made from them.
        kinds: the kinds of faults.
        most: faults of a kind.
    """
    damaged = [one for kind in kinds for one in injected.inject(kind, sound, most=most)]
    return [measure(checker, sound, damaged) for checker in checkers]


CHECKERS = (ours, flags, flags_numbers)
EVERY_KIND = tuple(kind for kind in KINDS if kind not in MADE_UP)


def main(arguments: list[str]) -> None:
    """Print all results side by side."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=Path)
    chosen = parser.parse_args(arguments)
    sound: Sequence[Pair] = injected.pairs()
    if chosen.pairs:
        rows = [line.split("\t") for line in chosen.pairs.read_text(encoding="utf-8").splitlines()]
        sound = tuple((row[0], row[1]) for row in rows if len(row) > 1)
    injected.put(f"{len(sound)} sound pairs: this program, the peer, the peer with numbers alone")
    for title, kinds in (("of value", VALUES), ("of every kind", EVERY_KIND)):
        results = compare(CHECKERS, sound, kinds)
        injected.put(f"found of faults {title:13}", *(f"{one.recall:8.3f}" for one in results))
    injected.put(f"alarms of 100 sound pairs{'':4}", *(f"{one.alarms:8.2f}" for one in results))
    injected.put(f"times as long as this one{'':4}", *(f"{one.seconds / results[0].seconds:8.1f}" for one in results))


if __name__ == "__main__":
    main(sys.argv[1:])
