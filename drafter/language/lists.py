"""The lists of `resources/lexicon`, read once for all who look something up; an installation may lack them.

Our own list of frequent plain words as plans and news render them, the greater part of CC-CEDICT, and the readings of
characters; the latter two are made by packaging/build_lexicon.py.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from drafter.resources import resource_path

_RENDERINGS = ("zh-en.tsv", "cedict.tsv")


@cache
def renderings_listed() -> Mapping[str, str]:
    """Give the English words that may render a Chinese one, with blanks between them, by the Chinese."""
    entries: dict[str, str] = {}
    for name in _RENDERINGS:
        for chinese, english in _rows(name):
            entries[chinese] = f"{entries[chinese]} {english}" if chinese in entries else english
    return entries


@cache
def plain_renderings_listed() -> Mapping[str, str]:
    """Give the English words of our own list alone: frequent plain words, by the Chinese."""
    return dict(_rows(_RENDERINGS[0]))


@cache
def characters_listed() -> Mapping[str, str]:
    """Give the English words that a single character may be taken for, with blanks between them."""
    return {one: f"{renderings_listed().get(one, '')} {english}" for one, english in _rows("characters.tsv")}


@cache
def characters_by_syllable() -> Mapping[str, str]:
    """Give the characters that read as each syllable of pinyin, ü written v."""
    return dict(_rows("pinyin.tsv"))


@cache
def technical_words() -> frozenset[str]:
    """Give English words in small letters that plans use and general dictionaries lack."""
    path = resource_path("lexicon", "technical.txt")
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else ()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@cache
def simplified_by_traditional() -> Mapping[int, str]:
    """Give the simplified characters by the code points of traditional ones that no simplified text holds."""
    return {ord(traditional): plain for traditional, plain in _rows("simplified.tsv")}


def _rows(name: str) -> Iterator[tuple[str, str]]:
    path = resource_path("lexicon", name)
    for line in path.read_text(encoding="utf-8").splitlines() if path.is_file() else ():
        first, _, second = line.partition("\t")
        if second and not line.startswith("#"):
            yield first, second
