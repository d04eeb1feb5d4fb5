"""How many words a text has, in either language and in a text that mixes them."""

import re
from typing import Final

from drafter.language.scripts import HAN

_LETTERS: Final = rf"(?:(?![{HAN}])[^\W_])+"
_WORD: Final = re.compile(rf"[{HAN}]|{_LETTERS}(?:[.,'’/·-]{_LETTERS})*")


def count_words(text: str) -> int:
    """Count the words of a text: every Chinese character, and every run of letters and digits.

    A mark inside a run doesn't part it: `PM2.5`, `3,200`, `μg/m³`, `year-on-year` and `don't` are a word each. Marks
    and blanks count for nothing, in Chinese too. Words that stand glued together are one.

    Example:
        >>> count_words("By 2025, PM2.5 shall fall to 32 μg/m³."), count_words("完成VOCs治理。")
        (8, 5)
    """
    return len(_WORD.findall(text))
