r"""Which script a character or a text is written in.

Never use the regular expression ``\b`` beside Chinese: a Han character is a word character, so there is no boundary
between 到 and 2025. Ask these functions instead.
"""

import re
from functools import lru_cache

from drafter.model import Side

_ZH_SHARE = 0.3
_EN_SHARE = 0.05

HAN = "〇々\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""The Han characters, for use inside the square brackets of a regular expression."""

_HAN = re.compile(f"[{HAN}]")
_HAN_RUN = re.compile(f"[{HAN}]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_LATIN_WORD = re.compile("[A-Za-z\u00c0-\u024f]+")


def is_han(ch: str) -> bool:
    """Tell whether one character is a Chinese character (〇 and 々 too, punctuation not)."""
    return _HAN.fullmatch(ch) is not None


def has_han(text: str) -> bool:
    """Tell whether a text holds any Chinese character."""
    return _HAN.search(text) is not None


@lru_cache(maxsize=256)
def han_count(text: str) -> int:
    """Count the Chinese characters of a text."""
    return sum(len(run) for run in _HAN_RUN.findall(text))


@lru_cache(maxsize=256)
def latin_words(text: str) -> int:
    """Count the runs of Latin letters in a text."""
    return len(_LATIN_WORD.findall(text))


@lru_cache(maxsize=256)
def han_share(text: str) -> float:
    """Give the share of Chinese characters among the letters of a text, 0 where it has no letters."""
    han = han_count(text)
    if not han:
        return 0.0
    return han / max(han, sum(map(len, _LETTERS.findall(text))))


def dominant_side(text: str) -> Side | None:
    """Tell which language a text is in, by its script.

    Returns:
        "zh" or "en"; None where the text has no letters at all.
    """
    share = han_share(text)
    if share > _ZH_SHARE:
        return "zh"
    if share < _EN_SHARE:
        return "en" if any(ch.isalpha() for ch in text) else None
    # Letters would always vote for English: a Chinese character weighs as much as a word.
    return "zh" if han_count(text) > latin_words(text) else "en"
