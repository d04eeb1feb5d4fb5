"""Regular expressions that can blow up are told from those that can't; none of ours can."""

import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

from drafter.checks.patterns import can_blow_up

ROOMS = ("drafter.language", "drafter.checks", "drafter.alignment")
DEEPEST = 3

BAD = [
    r"(a+)+$", r"(a*)*b", r"(?:\w+\s?)*!", r"(a|aa)+$", r"(a+)+(?=b)", r"(?:(a|aa)+)c", r"(?:\d+,?)+x",
    r"([a-z]+|[a-f]+)*=", r"(.*)*x",
    r"(?:a?b?)*(?:a?b?)*c(?:x*x*)*", r"x(?=(a+)+b)", r"(?:ab|a|b)*c", r"(?:[^,]+,?\s*)+;",
    r"(\d+(\.\d+)?)+x",
    r"(?:a{1,3})*b", r"(?:a+b?){2,}c",
    r"(a+){10}b",
]  # fmt: skip
GOOD = [
    r"a+$", r"(?:\d+,)+x", r"(ab|cd)*e", r"\b\w+\b", r"(?:[a-z]+\s)+$", r"[0-9]{1,3}(?:,[0-9]{3})+", r"(?:a|b)*c",
    r"(?:\w+-)*\w+", r"x*y*z*", r"(a+){2}b", r"(?:[^()]|\([^()]*\))*", r"(?:a{3})*b", r"一|二|三", r"",
    r"(?:第[一二三]+条)*", r"(?i)(?:ab|cd)*e", r"(a+)+", r"x(a|aa)*\s?",
]  # fmt: skip


@pytest.mark.parametrize("pattern", BAD)
def test_what_can_blow_up_is_told(pattern: str) -> None:
    assert can_blow_up(pattern)


@pytest.mark.parametrize("pattern", GOOD)
def test_what_cannot_is_not(pattern: str) -> None:
    assert not can_blow_up(pattern)


def _patterns(found: object, depth: int = 0) -> Iterator[re.Pattern[str]]:
    """Give the patterns that a module keeps under a name, by itself or in a table."""
    if isinstance(found, re.Pattern):
        if isinstance(found.pattern, str):
            yield found
    elif depth < DEEPEST:
        inner: Iterable[object] = ()
        if isinstance(found, dict):
            inner = found.values()
        elif isinstance(found, list | tuple | set | frozenset):
            inner = found
        elif isinstance(found, type) and found.__module__.startswith("drafter"):
            inner = list(vars(found).values())
        for one in inner:
            yield from _patterns(one, depth + 1)


@cache
def ours() -> dict[str, list[tuple[re.Pattern[str], bool]]]:
    """Give every pattern of the rooms that read texts, by module; and whether it is held against whole texts."""
    result: dict[str, list[tuple[re.Pattern[str], bool]]] = {}
    for room in ROOMS:
        package = importlib.import_module(room)
        for module in pkgutil.walk_packages(package.__path__, f"{room}."):
            loaded = importlib.import_module(module.name)
            source = Path(str(loaded.__file__)).read_text(encoding="utf-8")
            result[module.name] = [
                (pattern, f"{name}.fullmatch(" in source)
                for name, value in vars(loaded).items()
                for pattern in _patterns(value)
            ]
    return result


def test_none_of_ours_can() -> None:
    assert sum(map(len, ours().values())) > 500
    risky = {
        f"{module}: {pattern.pattern[:60]}"
        for module, patterns in ours().items()
        for pattern, whole in patterns
        if can_blow_up(pattern.pattern, pattern.flags, whole=whole)
    }
    assert risky == set()
