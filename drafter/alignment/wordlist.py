"""The shipped lexicon: a Chinese word beside the English stems it is rendered by, and the simplified characters.

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
        words: its Chinese words.
        longest: the length of the longest entry by its first character.
    """

    def __init__(self, words: Mapping[str, str], known: Mapping[str, frozenset[str]] | None = None) -> None:
        """Take words with their renderings, or with the stems of these where they are known."""
        self._renderings = words
        self.words = words.keys()
        self._stems = dict(known or {})
        self.longest: dict[str, int] = {}
        for word in words:
            self.longest[word[0]] = max(self.longest.get(word[0], 0), len(word))

    def stems(self, word: str) -> frozenset[str]:
        """Give the stems that may stand for a word; none for a word that isn't in it."""
        found = self._stems.get(word)
        if found is None:
            found = self._stems[word] = frozenset(stems(self._renderings.get(word, "")))
        return found


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


@cache
def _simplifications() -> Mapping[int, str]:
    path = resource_path("lexicon", "simplified.tsv")
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return {ord(line[0]): line[2] for line in lines if not line.startswith("#")}


def simplified(text: str) -> str:
    """Give a text with simplified characters for the traditional ones, as the lexicon is written; of the same length.

    Characters that stand in simplified texts too, as 著 and 乾 do, stay.
    """
    return text if text.isascii() else text.translate(_simplifications())
