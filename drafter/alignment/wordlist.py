"""The shipped lexicon: a Chinese word beside the English stems it is rendered by, and the simplified characters."""

from collections.abc import Mapping
from functools import cache

from drafter.alignment.stems import stems
from drafter.language.lists import renderings_listed, simplified_by_traditional


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
    return WordList(renderings_listed())


def simplified(text: str) -> str:
    """Give a text with simplified characters for the traditional ones, as the lexicon is written; of the same length.

    Characters that stand in simplified texts too, as 著 and 乾 do, stay.
    """
    return text if text.isascii() else text.translate(simplified_by_traditional())
