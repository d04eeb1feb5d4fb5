"""Chinese names in English letters: 汪 and 许阿塗 beside Wang and Hsu A-tu.

A capitalised English word that can be cut into Chinese syllables is taken for a name, unless the text holds it in small
letters too. It is then looked for among the readings of the Chinese characters, in pinyin and in the spelling of Wade
and Giles, which Taiwan uses.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from drafter.language.lists import characters_by_syllable

_LONGEST = 3
_NAME = re.compile(r"[A-ZÀ-Ý][a-zà-ÿ]+(?:[-'’][A-Za-zà-ÿ][a-zà-ÿ]*)*")
_SMALL = re.compile(r"(?<![A-Za-z])[a-z]{2,12}(?![A-Za-z])")
# English words that are syllables too, and open sentences.
_ENGLISH_WORDS = (
    "a an so no to ho he she we me men man women can china song sun ten pan pen pin fan ban bang gang long lung hung "
    "hang hen den bin tin sang sung tang ran run ting ping pang ding ming sue lie die pie tie"
)
_ENGLISH = frozenset(_ENGLISH_WORDS.split())
_MARKS = re.compile("[^a-z]")
# Whole syllables first, then beginnings, then endings, as Wade and Giles write them, without apostrophes.
_WHOLE = {
    "zi": "tzu", "ci": "tzu", "si": "ssu", "zhi": "chih", "chi": "chih", "shi": "shih", "ri": "jih", "yi": "i",
    "you": "yu", "yan": "yen", "ye": "yeh", "yue": "yueh", "er": "erh", "ke": "ko", "ge": "ko", "he": "ho", "e": "o",
}  # fmt: skip
_BEGIN = (
    ("zh", "ch"), ("ch", "ch"), ("sh", "sh"), ("j", "ch"), ("q", "ch"), ("x", "hs"), ("z", "ts"), ("c", "ts"),
    ("d", "t"), ("b", "p"), ("g", "k"), ("r", "j"),
)  # fmt: skip
_END = (("ong", "ung"), ("ian", "ien"), ("ie", "ieh"), ("ue", "ueh"), ("uo", "o"), ("iong", "iung"), ("v", "u"))


def _wade(syllable: str) -> str:
    if syllable in _WHOLE:
        return _WHOLE[syllable]
    start, rest = next(((new, syllable[len(old) :]) for old, new in _BEGIN if syllable.startswith(old)), ("", syllable))
    # guo and kuo keep their u.
    for old, new in _END:
        if rest.endswith(old) and not (old == "uo" and start == "k"):
            return start + rest[: -len(old)] + new
    return start + rest


@cache
def _readings() -> Mapping[str, tuple[str, ...]]:
    """Give each character's readings in all spellings; none where the list is not installed."""
    found: dict[str, set[str]] = {}
    for pinyin, characters in characters_by_syllable().items():
        spellings = {pinyin.replace("v", "u"), pinyin.replace("v", "yu"), _wade(pinyin)}
        for ch in characters:
            found.setdefault(ch, set()).update(spellings)
    return MappingProxyType({ch: tuple(sorted(spellings)) for ch, spellings in found.items()})


@cache
def _syllables() -> re.Pattern[str]:
    every = sorted({one for spellings in _readings().values() for one in spellings}, key=lambda one: (-len(one), one))
    return re.compile(f"(?:{'|'.join(every)}){{1,{_LONGEST}}}" if every else "(?!)")


def _plain(name: str) -> str:
    return _MARKS.sub("", unicodedata.normalize("NFD", name).lower())


class Names:
    """The Chinese names of an English text, and where either side holds them."""

    def __init__(self, english: Sequence[str]) -> None:
        small = {word for text in english for word in _SMALL.findall(text)}
        capital = {name for text in english for name in _NAME.findall(text)}
        syllables = _syllables()
        self._plain = {name: _plain(name) for name in capital}
        self._found = {
            name for name in self._plain.values() if name not in small | _ENGLISH and syllables.fullmatch(name)
        }
        self._beginnings = {name[:end] for name in self._found for end in range(1, len(name) + 1)}

    def in_english(self, text: str) -> set[str]:
        """Give the names that an English unit of the text holds."""
        if not self._found:
            return set()
        return {self._plain.get(name, "") for name in _NAME.findall(text)} & self._found

    def in_chinese(self, text: str) -> set[str]:
        """Give the names that the characters of a Chinese unit may be read as."""
        found: set[str] = set()
        if not self._found:
            return found
        readings = _readings()
        for start in range(len(text)):
            heads = {""}
            for ch in text[start : start + _LONGEST]:
                heads = {head + one for head in heads for one in readings.get(ch, ())} & self._beginnings
                if not heads:
                    break
                found |= heads & self._found
        return found
