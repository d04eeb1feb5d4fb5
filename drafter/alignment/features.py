"""What a unit of text shows an aligner: its length and its keys.

A key is a short string, its kind before the colon. Keys of these kinds are equal on both sides where the texts say
the same: f: figure, d: small figure, l: Latin token, e: item number, b: item number in brackets, p: mark, z: closing
mark, h: pair of Chinese characters, n: Chinese name. A Chinese word w:, a word of one character c:, a string of
characters k: and an English stem s: are tied to each other by a lexicon, k: by the one learnt from the texts.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from drafter.alignment.figures import chinese_figures, english_figures
from drafter.alignment.furniture import is_furniture
from drafter.alignment.names import Names
from drafter.alignment.stems import stems
from drafter.alignment.wordlist import WordList
from drafter.language.enumerators import Enumerator, read_enumerator
from drafter.language.scripts import HAN, han_count, has_han

_LATIN_LETTERS = re.compile("[A-Za-z0-9\u00c0-\u024f\u0370-\u03ff]")
_LATIN_TOKEN = re.compile(r"[A-Za-z]{2,}[0-9]*|[A-Z][0-9]+|[a-z]+[A-Z][A-Za-z]*")
_HAN_PAIR = re.compile(f"(?=([{HAN}]{{2}}))")
_INNER = re.compile(r"[.。;；:：）)〕\]”\"!！?？]\s*(?=[0-9(（一二三四五六七八九十IVXa-zA-Z①-⑳第])")
_INNER_REACH = 24
_INNER_MOST = 40
_SHORT_ZH = 30
_SHORT_EN = 110
# The same mark in both languages, written as one.
_MARKS = {
    "?": "?？", "!": "!！", ":": ":：", ";": ";；", "(": "(（[〔【", "“": "“\"「『", "—": "—–", "…": "…", "/": "/／"
}  # fmt: skip
_MARK_OF = {ch: name for name, group in _MARKS.items() for ch in group}
_CLOSING = re.compile(r"""[\s"”’'）)〕\]】》」』]+\Z""")
_ENDS = {".": ".。．", "?": "?？", "!": "!！", ":": ":：", ";": ";；", ",": ",，、"}
_END_OF = {ch: name for name, group in _ENDS.items() for ch in group}
_MOST_SEAMED = 200


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit's features.

    Attributes:
        han: number of Chinese characters.
        latin: number of Latin letters and digits.
        keys: its keys, each once, sorted.
        item: the keys of the item number it opens with, the most telling first.
        heading: whether it is a short line that opens with an item number.
        furniture: whether it belongs to the page and not to the text.
    """

    han: int
    latin: int
    keys: tuple[str, ...]
    item: tuple[str, ...] = ()
    heading: bool = False
    furniture: bool = False


def _end(text: str) -> str:
    core = _CLOSING.sub("", text[-12:])
    return "z:" + _END_OF.get(core[-1:], "")


def _marks(text: str) -> set[str]:
    keys = {"p:" + _MARK_OF[ch] for ch in set(text) if ch in _MARK_OF}
    keys.add(_end(text))
    return keys


def _item(marker: Enumerator) -> tuple[str, ...]:
    """Give an item number's keys: brackets usually stay brackets, and tell （二） from 2."""
    key = f"e:{marker.ordinal}"
    return (f"b:{marker.ordinal}", key) if "paren" in marker.style else (key,)


def _items(text: str) -> tuple[tuple[str, ...], set[str]]:
    """Give the keys of the opening item number, and the keys of all, those inside too: lines may have been joined."""
    first = read_enumerator(text)
    opening = _item(first) if first else ()
    keys = set(opening)
    for count, match in enumerate(_INNER.finditer(text)):
        if count >= _INNER_MOST:
            break
        inner = read_enumerator(text[match.end() : match.end() + _INNER_REACH])
        if inner:
            keys.update(_item(inner))
    return opening, keys


def chinese_words(text: str, lexicon: WordList) -> set[str]:
    """Give the longest entries found, and entries of one character that stand in none of them.

    An entry that lies inside another found is left out.
    """
    known, longest = lexicon.words, lexicon.longest
    found: set[str] = set()
    reached = 0
    for start, first in enumerate(text):
        # What would end no later than the last entry found lies inside it.
        for end in range(min(start + longest.get(first, 0), len(text)), max(reached, start), -1):
            word = text[start:end]
            if word in known:
                found.add(word)
                reached = end
                break
    return found


def han_pairs(text: str) -> set[str]:
    """Give the pairs of neighbouring Chinese characters."""
    return set(_HAN_PAIR.findall(text))


def latin_tokens(text: str) -> set[str]:
    """Give the Latin words and formulas that stand in a Chinese text."""
    return set(_LATIN_TOKEN.findall(text))


def chinese_unit(text: str, english_han: Collection[str], names: Names) -> Unit:
    """Read a Chinese unit, all but its words, which are found by the lexicons of each pass.

    Args:
        text: the unit.
        english_han: the pairs of Chinese characters that stand in the English text.
        names: the Chinese names of the English text.
    """
    item, keys = _items(text)
    keys |= chinese_figures(text) | _marks(text)
    keys |= {"l:" + token.lower() for token in latin_tokens(text)}
    keys |= {"n:" + name for name in names.in_chinese(text)}
    if english_han:
        keys |= {"h:" + pair for pair in han_pairs(text) if pair in english_han}
    han, latin = han_count(text), len(_LATIN_LETTERS.findall(text))
    return Unit(han, latin, tuple(sorted(keys)), item, bool(item) and han + latin / 4 <= _SHORT_ZH, is_furniture(text))


def with_words(
    units: Sequence[Unit], texts: Sequence[str], shipped: WordList, learnt: WordList | None = None
) -> list[Unit]:
    """Give Chinese units with the keys of their words; those learnt from the texts stand beside those shipped."""

    def keys(text: str) -> set[str]:
        found = {("w:" if len(word) > 1 else "c:") + word for word in chinese_words(text, shipped)}
        return found | {"k:" + word for word in chinese_words(text, learnt)} if learnt else found

    return [
        replace(unit, keys=tuple(sorted({*unit.keys, *keys(text)}))) for unit, text in zip(units, texts, strict=True)
    ]


def english_unit(text: str, chinese_latin: Callable[[str], set[str]], names: Names) -> Unit:
    """Read an English unit.

    Args:
        text: the unit.
        chinese_latin: finds the Latin tokens of the Chinese text.
        names: the Chinese names of the English text.
    """
    item, keys = _items(text)
    keys |= english_figures(text) | _marks(text)
    keys |= {"s:" + word for word in stems(text)}
    keys |= {"l:" + token for token in chinese_latin(text)}
    keys |= {"n:" + name for name in names.in_english(text)}
    if has_han(text):
        keys |= {"h:" + pair for pair in han_pairs(text)}
    han, latin = han_count(text), len(_LATIN_LETTERS.findall(text))
    return Unit(han, latin, tuple(sorted(keys)), item, bool(item) and han * 4 + latin <= _SHORT_EN, is_furniture(text))


def latin_finder(chinese: Sequence[str]) -> Callable[[str], set[str]]:
    """Make what finds the Chinese text's Latin tokens in English, those with inner capitals glued to neighbours too."""
    counts = Counter(token for text in chinese for token in latin_tokens(text))
    seamed = [token for token, _ in counts.most_common() if any(ch.isupper() for ch in token[1:])][:_MOST_SEAMED]
    plain = {token.lower() for token in counts}
    longest_first = sorted(map(re.escape, seamed), key=lambda token: (-len(token), token))
    glued = re.compile(f"(?<![A-Z])(?:{'|'.join(longest_first)})(?![A-Z](?![a-z]))") if seamed else None

    def find(text: str) -> set[str]:
        found = {token.lower() for token in _LATIN_TOKEN.findall(text)} & plain
        return found | {token.lower() for token in glued.findall(text)} if glued else found

    return find
