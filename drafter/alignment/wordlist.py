"""The shipped lexicon: a Chinese word beside the English stems it is rendered by.

Two lists make it: our own, of frequent plain words as plans and news render them, and the greater part of CC-CEDICT,
made by packaging/build_lexicon.py.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from drafter.alignment.stems import stems
from drafter.resources import resource_path

Lexicon = Mapping[str, frozenset[str]]
"""A Chinese word or string of characters, and the English stems that may stand for it."""

_FILES = ("zh-en.tsv", "cedict.tsv")


class WordList(Lexicon):
    """A lexicon whose renderings are cut down to stems only when a word is asked for: most never are."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self._words = words
        self._stems: dict[str, frozenset[str]] = {}

    def __getitem__(self, word: str) -> frozenset[str]:
        found = self._stems.get(word)
        if found is None:
            found = self._stems[word] = frozenset(stems(self._words[word]))
        return found

    def __contains__(self, word: object) -> bool:
        return word in self._words

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._words)


@cache
def shipped_words() -> Lexicon:
    """Read the shipped lists; an installation without them aligns by everything else."""
    entries: dict[str, str] = {}
    for name in _FILES:
        path = resource_path("lexicon", name)
        for line in path.read_text(encoding="utf-8").splitlines() if path.is_file() else ():
            chinese, _, english = line.partition("\t")
            if english and not line.startswith("#"):
                entries[chinese] = f"{entries[chinese]} {english}" if chinese in entries else english
    return WordList(entries)
