"""English words cut down to what their forms share, and the words that say nothing about the subject."""

import re
from functools import lru_cache

# A capital inside a word is a seam ("focusAnd"): damaged text glues words, sound text hardly ever has one.
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]{2,}(?![a-z])|[A-Z]")
_MIN_WORD = 3
_MIN_STEM = 3
_SUFFIXES = (
    *("isations", "izations", "isation", "ization", "ations", "ements", "ingly", "ation", "ement", "ments", "ities"),
    *("ising", "izing", "ating", "ances", "ences", "ively", "ions", "ment", "ance", "ence", "ings", "ised", "ized"),
    *("ated", "ates", "ally", "ical", "able", "ible", "ness", "ises", "izes", "ives", "ion", "ing", "ity", "ied"),
    *("ies", "ate", "ise", "ize", "ive", "ers", "ors", "ous", "ful", "ed", "es", "er", "or", "ly", "al", "ic", "y"),
    *("s", "e"),
)
_STOP_WORDS = (
    "the and for with that this from are was were will shall has have had been being not its their they them which "
    "who whom whose what when where while into onto upon such any all each every other others more most than then "
    "also only very our your his her she him you can may must should would could about over under out off between "
    "within without through during before after above below both some these those there here how why but nor yet "
    "per via etc said does did done one two three four five six seven eight nine ten"
)
_STOP = frozenset(_STOP_WORDS.split())


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Give what a word shares with its inflected and derived forms, in small letters."""
    word = word.lower()
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _MIN_STEM:
            word = word[: -len(suffix)]
            break
    # planned, planning beside plan
    if len(word) > _MIN_STEM and word[-1] == word[-2] and word[-1] not in "sl":
        word = word[:-1]
    return word


def stems(text: str) -> list[str]:
    """Give the stems of a text's words in order, without the words that any sentence may hold."""
    return [stem(word) for word in _WORD.findall(text) if len(word) >= _MIN_WORD and word.lower() not in _STOP]
