"""Looking for words in a review: whatever their case, and whatever the width of their letters and marks.

The texts are read through each time. Ten thousand clauses take some hundredths of a second, nothing has to be kept in
step with edits, and a single Chinese character is found as well as a sentence.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from drafter.model import Clause, Side, Span

_BOTH: Final[tuple[Side, Side]] = ("zh", "en")
_FULL = 0xFEE0  # from ! to its full-width form
_IDEOGRAPHIC_SPACE = "\N{IDEOGRAPHIC SPACE}"


class Match(NamedTuple):
    """Where words were found.

    Attributes:
        clause: id of the clause.
        side: the side of it.
        span: the place in its text as corrected, in code points.
    """

    clause: int
    side: Side
    span: Span


class Searched:
    """Words that are looked for.

    Example:
        >>> Searched("pm2.5").spans("ＰＭ２．５ and PM2.5")
        [Span(start=0, end=5), Span(start=10, end=15)]
    """

    def __init__(self, words: str, *, case: bool = False, whole: bool = False) -> None:
        """Take the words as somebody typed them.

        Args:
            words: the words; white space in them stands for any white space, that around them counts for nothing.
            case: whether upper and lower case are two things.
            whole: whether an English word must not go on on either side.
        """
        parts = ["".join(_letter(one, case=case) for one in part) for part in words.split()]
        pattern = r"\s+".join(parts)
        if whole and pattern:
            before, after = _edge(words.strip()[0], "(?<!{})"), _edge(words.strip()[-1], "(?!{})")
            pattern = f"{before}{pattern}{after}"
        self._pattern = re.compile(pattern) if pattern else None

    def spans(self, text: str) -> list[Span]:
        """Give all places in a text, in order; none where nothing is looked for."""
        return [Span(*found.span()) for found in self._pattern.finditer(text)] if self._pattern else []

    def replaced(self, text: str, by: str) -> str:
        """Give a text with other words in all those places."""
        return self._pattern.sub(lambda _found: by, text) if self._pattern else text

    def filled(self, _text: str, _span: Span, by: str) -> str:
        """Give what stands in one of those places after it is replaced.

        Args:
            _text: the text.
            _span: the place in it.
            by: what was written to stand there.
        """
        return by


def search(clauses: Iterable[Clause], words: Searched, sides: Iterable[Side] = _BOTH) -> Iterator[Match]:
    """Look for words in the texts of clauses.

    Args:
        clauses: the clauses.
        words: the words.
        sides: the sides to look at.

    Yields:
        The places, clause by clause, the Chinese before the English.
    """
    read = [side for side in _BOTH if side in set(sides)]
    for clause in clauses:
        for side in read:
            for span in words.spans(clause.side(side).text):
                yield Match(clause.id, side, span)


def _letter(one: str, *, case: bool) -> str:
    """Give the pattern of one character in either width, in either case where that is one thing."""
    forms = {_narrow(one)}
    if not case:
        forms |= {form for it in forms for form in (it.lower(), it.upper()) if len(form) == 1}
    forms |= {_wide(form) for form in forms}
    return re.escape(one) if forms == {one} else "[" + "".join(map(re.escape, sorted(forms))) + "]"


def _narrow(one: str) -> str:
    return chr(ord(one) - _FULL) if "！" <= one <= "～" else one


def _wide(one: str) -> str:
    return chr(ord(one) + _FULL) if "!" <= one <= "~" else _IDEOGRAPHIC_SPACE if one == " " else one


def _edge(one: str, form: str) -> str:
    """Give what keeps a word from going on; Chinese has no such edges."""
    return form.format("[A-Za-z0-9]") if one.isascii() and one.isalnum() else ""
