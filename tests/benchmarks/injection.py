"""What a fault put into a sound pair is."""

from dataclasses import dataclass

from drafter.model import Side
from tests.benchmarks.made_up import Pair


@dataclass(frozen=True)
class Injected:
    """A pair with one fault put in.

    Attributes:
        zh: the Chinese.
        en: the English.
        start: where the fault begins, in the text of `side`.
        end: where it ends; where something was taken out, the place.
        side: which side is to blame.
        lost: whether something was taken out, so that any place of the side will do.
    """

    zh: str
    en: str
    start: int
    end: int
    side: Side = "en"
    lost: bool = False


def put(pair: Pair, start: int, end: int, text: str, *, lost: bool = False) -> Injected:
    """Put a text in the place of a stretch of the English."""
    zh, en = pair
    return Injected(zh, en[:start] + text + en[end:], start, start + len(text), lost=lost)
