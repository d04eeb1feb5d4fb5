"""Chinese words left in pinyin where their meaning belongs: “Wuhua” for 五化, `zhengban` for 政办.

Names of places and people stay in pinyin. A name has a capital, and stands in the Chinese without quotation marks.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from drafter.language.lists import characters_by_syllable
from drafter.language.scripts import HAN
from drafter.language.words import is_word
from drafter.model import Span

_WORD = re.compile(r"(?<![A-Za-z@./’'-])[A-Za-z][a-z]{4,24}(?![A-Za-z@’'-]|[./][A-Za-z])")
# Words that English has taken over.
_ADOPTED = frozenset(
    (  # noqa: SIM905
        "renminbi putonghua baijiu huangjiu qigong taijiquan hukou guanxi hutong pinyin danwei zongzi jiaozi baozi"
        " mantou "
        "hanfu qipao wushu weiqi xiangqi gaokao erhu guzheng siheyuan chengyu dibao moutai tangyuan laoshi shifu taiji"
    ).split()
)
_KIND = re.compile(
    r"[”\"’]?\s(?:City|County|District|Province|Prefecture|Municipality|Town|Township|Village|River|Lake|Mountain"
    r"|Port|Bay"
    r"|Road|Street|Bridge|Station|Reservoir|Airport|Island|Group|Company|University|Plain|Basin|Pass|Park|Temple"
    r"|New)(?![a-z])"
)
_CHARACTERS = re.compile(f"[{HAN}]+")
# What stands before a word that is named beside its meaning.
_GLOSSED = ("(", "（", "“", '"', "‘", "'", "*")
_NUMERALS = "一二三四五六七八九十两双多"
_FEWEST = 2  # syllables
_LONGEST = 6  # letters of a syllable


@cache
def _pattern() -> re.Pattern[str]:
    syllables = sorted(
        (one for one in characters_by_syllable() if one.isascii() and one.isalpha()), key=len, reverse=True
    )
    return re.compile(rf"(?:{'|'.join(syllables)}){{{_FEWEST},6}}") if syllables else re.compile(r"(?!)")


@lru_cache(maxsize=20_000)
def is_pinyin(word: str) -> bool:
    """Tell whether a word can be read as two syllables of Chinese or more, and is no word of English."""
    word = word.lower()
    return word not in _ADOPTED and _pattern().fullmatch(word) is not None and not is_word(word)


def left_in_pinyin(text: str, source: str) -> Iterator[Span]:
    """Give the words of an English text that are pinyin and no names.

    Args:
        text: the English, part of a plan.
        source: its Chinese, "" where that is not known; without it a capital is a name's.
    """
    for found in _WORD.finditer(text):
        if not is_pinyin(found[0]) or _KIND.match(text, found.end()):
            continue
        glossed = text[found.start() - 1 : found.start()] in _GLOSSED or text.startswith((" (", " （"), found.end())
        if (found[0].islower() and not glossed) or (source and _is_no_name(found[0].lower(), source)):
            yield Span(*found.span())


def _is_no_name(word: str, source: str) -> bool:
    """Whether the Chinese has the word in quotation marks, or counts with it: “五化”, 空天地一体化."""
    first = "".join(characters_by_syllable().get(word[:size], "") for size in range(1, _LONGEST + 1))
    for run in _CHARACTERS.finditer(source):
        for start in range(run.start(), run.end()):
            end = _read(word, source, start, run.end()) if source[start] in first else None
            if end is None:
                continue
            quoted = source[start - 1 : start] == "“" and source[end : end + 1] == "”"
            counted, turned = source[start] in _NUMERALS, source[end - 1] == "化"
            if quoted + counted + turned > 1 or source.startswith("一体化", end):
                return True
    return False


def _read(word: str, source: str, start: int, limit: int) -> int | None:
    """Read a word character by character from a place; give where it ends, None where it is not read so."""
    known = characters_by_syllable()
    place, at = start, 0
    while at < len(word):
        if place >= limit:
            return None
        ch = source[place]
        step = next((size for size in range(_LONGEST, 0, -1) if ch in known.get(word[at : at + size], "")), 0)
        if not step:
            return None
        at, place = at + step, place + 1
    return place
