"""An item that the English has lost from a list: its neighbours stand side by side there, without a word of it."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from drafter.language.abreast import abreast
from drafter.language.lexicon import keys, words
from drafter.model import Span

_ITEM: Final = "[\u4e00-\u9fffA-Za-z0-9“”《》·]{1,14}"
_LIST: Final = re.compile(f"{_ITEM}(?:、{_ITEM}){{2,}}")
_EN_WORD: Final = re.compile(r"[A-Za-z]{2,}")
_PARTED: Final = re.compile(r"[,;]|\b(?:and|or|as well as)\b")
_REACH: Final = 70
"""English characters between the items on either side of the lost one, at most."""
_LONGEST_TEXT: Final = 6_000


class _Item(NamedTuple):
    span: Span
    telling: bool  # whether it has a word of two characters and more with any English
    first: tuple[Span, ...]  # where the English has its first word that it has at all
    last: tuple[Span, ...]  # and its last


class Lost(NamedTuple):
    """An item of a list that has no English.

    Attributes:
        source: where it stands.
        place: where it belongs in the English.
    """

    source: Span
    place: int


def lost_items(zh: str, en: str) -> Iterator[Lost]:
    """Give the items that the English has surely lost from lists, at most one a list.

    Args:
        zh: the Chinese text.
        en: its English.
    """
    if zh.count("、") < 2 or len(zh) > _LONGEST_TEXT:
        return
    for ours, theirs in abreast(zh, en):
        there: dict[str, list[Span]] | None = None
        for found in _LIST.finditer(zh, *ours):
            there = _words(en, theirs) if there is None else there
            yield from _lost(_items(found, there), en)


def _words(en: str, within: Span) -> dict[str, list[Span]]:
    """Give where the words of an English stretch stand, by what they are known by."""
    there: dict[str, list[Span]] = {}
    for found in _EN_WORD.finditer(en, *within):
        for key in keys(found[0]):
            there.setdefault(key, []).append(Span(*found.span()))
    return there


def _items(found: re.Match[str], there: dict[str, list[Span]]) -> list[_Item]:
    items, at = [], found.start()
    for text in found[0].split("、"):
        known = list(words(text))
        places = [
            tuple(sorted(place for key in shared for place in there[key]))
            for _, english in known
            if (shared := english & there.keys())
        ]
        telling = any(len(word) > 1 and english for word, english in known)
        span = Span(at, at + len(text))
        items.append(_Item(span, telling, places[0], places[-1]) if places else _Item(span, telling, (), ()))
        at += len(text) + 1
    return items


def _lost(items: Sequence[_Item], en: str) -> Iterator[Lost]:
    """Give the one inner item without any English, where all others have some and its neighbours stand together."""
    gone = [number for number, item in enumerate(items) if not item.first]
    if len(gone) != 1 or not 0 < gone[0] < len(items) - 1 or not items[gone[0]].telling:
        return
    before, behind = items[gone[0] - 1].last, items[gone[0] + 1].first
    gaps = [
        (one.end, other.start)
        for one in before
        for other in behind
        if 0 < other.start - one.end <= _REACH and len(_PARTED.findall(en, one.end, other.start)) == 1
    ]
    if gaps:
        yield Lost(items[gone[0]].span, min(gaps, key=lambda gap: gap[1] - gap[0])[0])
