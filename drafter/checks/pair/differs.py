"""What a comparison of names gives: the words of one side that are not what the other side has."""

from typing import NamedTuple

from drafter.model import Span


class Differs(NamedTuple):
    """A name that is another one in the English, or is missing there.

    Attributes:
        span: the English words; an empty span where the name belongs.
        source: the Chinese name.
        fix: what the English should say, "" where that can't be told.
    """

    span: Span
    source: Span
    fix: str = ""
