"""What stands just before a place in a text.

A rule that asks this at every figure of a long line must not read the line from its beginning each time: these
functions look back over a bounded stretch, so that any text is read in linear time.
"""

import re

_REACH = 64


def before(text: str, pos: int, reach: int = _REACH) -> str:
    """Give at most `reach` characters that stand before a place."""
    return text[max(0, pos - reach) : pos]


def letters_before(text: str, pos: int) -> str:
    """Give the run of Latin letters that ends at a place, "" where none does."""
    start = pos
    while start and pos - start < _REACH and text[start - 1].isascii() and text[start - 1].isalpha():
        start -= 1
    return text[start:pos]


def mark_before(text: str, pos: int) -> str:
    """Give the last character before a place that is no blank, "" where there is none."""
    return before(text, pos).rstrip()[-1:]


def ends_with(pattern: re.Pattern[str], text: str, pos: int, reach: int = _REACH) -> re.Match[str] | None:
    r"""Find a pattern that ends at a place, reaching back over a bounded stretch.

    Args:
        pattern: what to find; it says itself that it ends there, with `\Z` or `$`. A `^` in it is the beginning of the
            whole text, not of the stretch.
        text: the text.
        pos: the place.
        reach: how far to look back.
    """
    return pattern.search(text, max(0, pos - reach), pos)
