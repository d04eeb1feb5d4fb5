"""The shipped lexicon: a Chinese word beside the English stems it is rendered by.

Two lists make it: our own, of frequent plain words as plans and news render them, and the greater part of CC-CEDICT,
made by packaging/build_lexicon.py.
"""

from collections.abc import Mapping
from functools import cache

from drafter.alignment.stems import stems
from drafter.resources import resource_path

_FILES = ("zh-en.tsv", "cedict.tsv")


class WordList:
    """A lexicon: Chinese words, or strings of characters, with the English words that may stand for them.

    The renderings are cut down to stems only when a word is asked for: most never are.

    Attributes:
        longest: the length of the longest entry by its first character.
    """

    def __init__(self, words: Mapping[str, str], known: Mapping[str, frozenset[str]] | None = None) -> None:
        """Take words with their renderings, or with the stems of these where they are known."""
        self._words = words
        self._stems = dict(known or {})
        self.longest: dict[str, int] = {}
        for word in words:
            self.longest[word[0]] = max(self.longest.get(word[0], 0), len(word))

    def stems(self, word: str) -> frozenset[str]:
        """Give the stems that may stand for a word; none for a word that isn't in it."""
        found = self._stems.get(word)
        if found is None:
            found = self._stems[word] = frozenset(stems(self._words.get(word, "")))
        return found

    def __contains__(self, word: str) -> bool:
        return word in self._words

    def __len__(self) -> int:
        return len(self._words)


@cache
def shipped_words() -> WordList:
    """Read the shipped lists; an installation without them aligns by everything else."""
    entries: dict[str, str] = {}
    for name in _FILES:
        path = resource_path("lexicon", name)
        for line in path.read_text(encoding="utf-8").splitlines() if path.is_file() else ():
            chinese, _, english = line.partition("\t")
            if english and not line.startswith("#"):
                entries[chinese] = f"{entries[chinese]} {english}" if chinese in entries else english
    return WordList(entries)
