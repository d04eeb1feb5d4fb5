"""Which English words may render a Chinese word: how much of one side's words the other side has.

From the word lists that pairing uses as well, and the glossary. Words count as one where they begin alike, which is
crude; so nothing should be made of one word, only of many.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from drafter.language.lists import renderings_listed
from drafter.language.terms import shipped_glossary

_WORD = re.compile(r"[A-Za-z]{2,}")
_LETTERS = 5  # by which a word is known
_PLURAL_FROM = 4
_SAYS_LITTLE = """
the of to in on and for at by with from that this its their has have had was were are been being will would shall should
must can may not but also more than into over under which who what when where while during about after before all any
some such other only most very one two new per etc has his her our your they them there then these those each both
out off down up been between through make made take taken set well year years use used
"""
_LITTLE = frozenset(word[:_LETTERS] for word in _SAYS_LITTLE.split())
_LONGEST = 8


@lru_cache(maxsize=50_000)
def _key(word: str) -> str:
    lower = word.lower()
    if len(lower) >= _PLURAL_FROM and lower.endswith("s") and not lower.endswith("ss"):
        lower = lower[:-1]
    return lower[:_LETTERS]


def keys(text: str) -> list[str]:
    """Give what the words of an English text are known by, in order, without those that any text may hold."""
    return [key for word in _WORD.findall(text) if (key := _key(word)) not in _LITTLE]


@cache
def _entries() -> Mapping[str, str]:
    """Read the lists; an installation without them knows the glossary alone."""
    entries = {zh: english for zh, english in renderings_listed().items() if len(zh) <= _LONGEST}
    for term in shipped_glossary():
        if len(term.zh) <= _LONGEST:
            entries[term.zh] = " ".join((entries.get(term.zh, ""), term.en, *term.accepted))
    return entries


@cache
def _longest() -> Mapping[str, int]:
    """Give the length of the longest word by its first two characters."""
    found: dict[str, int] = {}
    for word in _entries():
        if len(word) > 1:
            found[word[:2]] = max(found.get(word[:2], 0), len(word))
    return found


@lru_cache(maxsize=50_000)
def _renderings(word: str) -> frozenset[str]:
    return frozenset(keys(_entries()[word]))


def words(zh: str) -> Iterable[tuple[str, frozenset[str]]]:
    """Cut a Chinese text into words, the longest first, and give what their English is known by.

    Args:
        zh: any text.

    Yields:
        Each known word, with the keys of its English; what stands between them is left out.
    """
    entries, longest = _entries(), _longest()
    at, end = 0, len(zh)
    while at < end:
        for size in range(min(longest.get(zh[at : at + 2], 0), end - at), 1, -1):
            word = zh[at : at + size]
            if word in entries:
                yield word, _renderings(word)
                at += size
                break
        else:
            if zh[at] in entries:
                yield zh[at], _renderings(zh[at])
            at += 1
