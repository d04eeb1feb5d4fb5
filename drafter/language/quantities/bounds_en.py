"""The words of a bound before or behind an English figure: `no more than`, `or so`, `Within` left behind its figure."""

import re

from drafter.language.around import before, ends_with
from drafter.model import Bound

_BOUND_BEFORE: tuple[tuple[str, Bound], ...] = (
    (
        r"(?:not?|never)\s+(?:be\s+)?(?:less|fewer|lower|under|smaller|shorter|younger)\s+than|not?\s+(?:be\s+)?below"
        r"|at\s+(?:the\s+very\s+)?least|at\s+a\s+minimum|(?:a\s+)?minimum\s+of"
        r"|(?:not|never)\s+(?:be\s+set|be\s+kept|fall|drop|go|get|sink)\s+(?:to\s+)?(?:below|under|lower\s+than|less\s+than)",
        ">=",
    ),
    (
        r"(?:not?|never)\s+(?:be\s+)?(?:more|greater|higher|larger|longer|later|older)\s+than|(?:not|never|cannot|[a-z]{2,6}n[’']t)\s+(?:to\s+)?exceed(?:ing)?"
        r"|not?\s+above|at\s+(?:the\s+)?most|up\s+to|within|(?:a\s+)?maximum\s+of|capped\s+at|limited\s+to"
        r"|(?:not|never)\s+(?:be\s+set|be\s+kept|rise|go|get|grow|climb)\s+(?:to\s+)?(?:above|over|higher\s+than|more\s+than)",
        "<=",
    ),
    (
        r"(?:more|greater|higher|larger|longer|older|better|bigger)\s+than|over|above|beyond|exceed(?:s|ed|ing)?"
        r"|surpass(?:es|ed|ing)?|top(?:s|ped|ping)|upwards?\s+of|in\s+excess\s+of|well\s+over",
        ">",
    ),
    (r"(?:less|fewer|lower|smaller|shorter|younger)\s+than|below|under", "<"),
    (r"about|around|approximately|roughly|some|nearly|almost|close\s+to|circa|an\s+estimated|estimated", "~"),
)
_BOUND_AFTER: tuple[tuple[str, Bound], ...] = (
    (
        r"or\s+(?:more|above|over|higher|greater|older|longer|better|upwards?)"
        r"|and\s+(?:above|over|more|older|upwards?|longer)|above|upwards?|at\s+(?:the\s+very\s+)?least|plus",
        ">=",
    ),
    (
        r"or\s+(?:less|fewer|below|under|lower|younger|shorter)|and\s+(?:below|under|younger)|within|below"
        r"|at\s+(?:the\s+)?most|at\s+the\s+latest",
        "<=",
    ),
    (r"or\s+so|or\s+thereabouts|around|about", "~"),
)
_BEFORE = tuple(
    (re.compile(rf"(?<![A-Za-z])(?:{words})\s{{0,3}}\Z", re.IGNORECASE), bound) for words, bound in _BOUND_BEFORE
)
# A word before the next figure is that figure's: `fell 5%, about 3 …`.
_AFTER = tuple(
    (re.compile(rf"[\s.,]{{0,3}}(?:{words})(?![A-Za-z])(?!\s{{0,2}}[0-9$¥])", re.IGNORECASE), bound)
    for words, bound in _BOUND_AFTER
)
# What the words of any bound end or begin with; a cheap look before the dear ones.
_BEFORE_ENDS = (
    "than", "w", "least", "minimum", "of", "to", "exceed", "exceeds", "exceeded", "ing", "above", "most", "in", "at",
    "over", "yond", "surpass", "surpasses", "surpassed", "top", "tops", "topped", "under", "about", "around", "ly",
    "some", "circa", "estimated",
)  # fmt: skip
_AFTER_LIKELY = re.compile(r"[\s.,]{0,3}(?:or|a|up|plus|within|below)", re.IGNORECASE)
_BOUND_REACH = 40
_LONGEST_END = 14


def english_bound(text: str, start: int, end: int) -> tuple[Bound, int, int]:
    """Read the bound of a figure; give it, and where the figure begins and ends with the words for it.

    Args:
        text: any text.
        start: where the figure begins.
        end: where it ends, its unit included.
    """
    head = before(text, start, _LONGEST_END).rstrip().lower()
    for pattern, bound in _BEFORE if head.endswith(_BEFORE_ENDS) else ():
        if found := ends_with(pattern, text, start, _BOUND_REACH):
            return bound, found.start(), end
    for pattern, bound in _AFTER if _AFTER_LIKELY.match(text, end) else ():
        if after := pattern.match(text, end):
            return bound, start, after.end()
    return "=", start, end
