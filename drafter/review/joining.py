"""Two texts made of one, joined: what either changed is taken, and where both changed the same words nothing is."""

import re
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from drafter.language.marks import MARK

_WORD = re.compile(rf"{MARK.pattern}|[A-Za-z0-9]+|.", re.DOTALL)
_LONGEST = 4000  # characters compared one by one; beyond that line by line


class _Hunk(NamedTuple):
    """A stretch of the common text and what became of it."""

    start: int
    end: int
    text: str


def joined_text(base: str, one: str, other: str) -> str | None:
    """Join two versions of a text.

    It does not matter which is named first.

    Args:
        base: the text that both were made of.
        one: the first version.
        other: the second one.

    Returns:
        The text with the changes of both; None where both changed the same words otherwise.
    """
    if one == other or other == base:
        return one
    if one == base:
        return other
    hunks = sorted({*_hunks(base, one), *_hunks(base, other)})
    for first, second in pairwise(hunks):
        if second.start < first.end or second.start == first.start:
            return None
        if second.start == first.end and not (first.start < first.end and second.start < second.end):
            return None  # words put in right beside words that the other changed: which come first?
    result = base
    for hunk in reversed(hunks):
        result = result[: hunk.start] + hunk.text + result[hunk.end :]
    return result


def _hunks(base: str, changed: str) -> list[_Hunk]:
    """Give what was changed, in whole words: half a word of one and half of another make none."""
    cuts_a, cuts_b = _words(base), _words(changed)
    matcher = SequenceMatcher(None, cuts_a, cuts_b, autojunk=False)
    starts = [0]
    for word in cuts_a:
        starts.append(starts[-1] + len(word))
    return [
        _Hunk(starts[a], starts[b], "".join(cuts_b[c:d]))
        for kind, a, b, c, d in matcher.get_opcodes()
        if kind != "equal"
    ]


def _words(text: str) -> list[str]:
    """Cut a text into words, single Chinese characters, single marks and blanks, and marks of a translation tool."""
    return _WORD.findall(text) if len(text) <= _LONGEST else text.splitlines(keepends=True)
