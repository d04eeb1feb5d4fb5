"""Is this a word of English? From a frequency list, loaded when the first question is asked."""

from functools import cache, lru_cache

_KNOWN = 1.5
_COMMON = 3.0


@cache
def _frequency_list() -> dict[str, float]:
    from wordfreq import get_frequency_dict

    return dict(get_frequency_dict("en", wordlist="best"))


@cache
def words_as_common_as(least: float) -> tuple[str, ...]:
    """Give every word of the list, in small letters, that is at least so common; frequent misspellings are among them.

    Args:
        least: on the Zipf scale, see `commonness`.
    """
    frequency = 10 ** (least - 9)
    return tuple(word for word, often in _frequency_list().items() if often >= frequency)


@lru_cache(maxsize=20_000)
def commonness(word: str) -> float:
    """Give how common an English word is, on the Zipf scale: 7 is "the", 3 once in a million words, 0 unknown.

    Args:
        word: one word in any case.
    """
    from math import log10

    frequency = _frequency_list().get(word.lower(), 0.0)
    return max(0.0, log10(frequency) + 9) if frequency else 0.0


def is_word(word: str) -> bool:
    """Tell whether a string is found in English text at all; a single letter only where it is a word."""
    if len(word) == 1:
        return word in ("a", "A", "I")
    return commonness(word) >= _KNOWN


def is_common_word(word: str) -> bool:
    """Tell whether a word is found at least about once in a million words."""
    return (len(word) > 1 or word in ("a", "I")) and commonness(word) >= _COMMON
