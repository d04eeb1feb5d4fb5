"""How Chinese characters read in pinyin: is 澄湖 what “Chenghu” stands for?"""

from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import product
from types import MappingProxyType

from drafter.language.lists import characters_by_syllable

_LONGEST = 4
_MOST_READINGS = 24


@lru_cache(maxsize=4096)
def bare(name: str) -> str:
    """Give the letters of a romanised name alone: Xi’an and Xian, Lüliang and Luliang are one."""
    return "".join(ch for ch in name.lower().replace("ü", "u") if ch.isalpha())


@cache
def _readings() -> Mapping[str, tuple[str, ...]]:
    """Give each character's readings; none where the list is not installed."""
    found: dict[str, list[str]] = {}
    for pinyin, characters in characters_by_syllable().items():
        for ch in characters:
            found.setdefault(ch, []).append(pinyin.replace("v", "u"))
    return MappingProxyType({ch: tuple(dict.fromkeys(spellings)) for ch, spellings in found.items()})


@cache
def _syllables() -> frozenset[str]:
    return frozenset(one for spellings in _readings().values() for one in spellings)


def readings(characters: str) -> tuple[str, ...]:
    """Give all ways in which a few characters may read; none where one of them is unknown."""
    parts = [_readings().get(ch, ()) for ch in characters]
    found = tuple("".join(one) for one in product(*parts)) if all(parts) else ()
    return found[:_MOST_READINGS]


def is_pinyin(name: str) -> bool:
    """Tell whether the letters of a name can be cut into Chinese syllables, two to four of them."""
    ways = {0: 0}  # how far the name is cut, and into how many syllables at the least
    letters = bare(name)
    for start in range(len(letters)):
        if start in ways:
            for end in range(start + 1, min(len(letters), start + 6) + 1):
                if letters[start:end] in _syllables():
                    ways[end] = min(ways.get(end, _LONGEST + 1), ways[start] + 1)
    return 1 < ways.get(len(letters), 0) <= _LONGEST


def read_in(name: str, zh: str) -> bool:
    """Tell whether some characters of a Chinese text read as a romanised name.

    Args:
        name: the name, in any spelling of pinyin.
        zh: the text.
    """
    letters = bare(name)
    known = _readings()
    heads: set[int] = set()  # how much of the name has been read where the last character ends
    for ch in zh:
        spellings = known.get(ch, ())
        ahead = {at + len(one) for at in (*heads, 0) for one in spellings if letters.startswith(one, at)}
        if len(letters) in ahead:
            return True
        heads = ahead
    return False
