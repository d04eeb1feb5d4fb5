"""How the bound of an English figure is told, and what says the opposite."""

import re

from drafter.language.quantities import quantities_of
from drafter.model import Quantity, Span

# Bounds that say the opposite of each other, so that one for the other can't be a matter of style.
_PAIRS = (
    ("no less than", "no more than"), ("not less than", "not more than"), ("no fewer than", "no more than"),
    ("not fewer than", "not more than"), ("no lower than", "no higher than"), ("not lower than", "not higher than"),
    ("no smaller than", "no larger than"), ("no shorter than", "no longer than"), ("at least", "at most"),
    ("at the least", "at the most"), ("a minimum of", "a maximum of"), ("minimum of", "maximum of"),
    ("not be less than", "not be more than"), ("not be lower than", "not be higher than"),
    ("not be fewer than", "not be more than"), ("not be below", "not exceed"), ("not less than", "not exceeding"),
    ("no below", "no above"), ("not below", "not above"), ("not be set below", "not be set above"),
    ("not fall below", "not rise above"), ("not drop below", "not rise above"), ("less than", "more than"),
    ("fewer than", "more than"), ("lower than", "higher than"), ("smaller than", "greater than"),
    ("smaller than", "larger than"), ("shorter than", "longer than"), ("younger than", "older than"), ("under", "over"),
    ("below", "above"), ("at least", "up to"), ("at least", "within"), ("below", "beyond"), ("below", "exceeding"),
    ("be below", "exceed"), ("is below", "exceeds"), ("was below", "exceeded"), ("below", "surpassing"),
    ("below", "topping"), ("less than", "in excess of"), ("less than", "upwards of"), ("nearly", "more than"),
)  # fmt: skip
OPPOSITE = dict(reversed(_PAIRS)) | {high: low for low, high in reversed(_PAIRS)}
"""What says the opposite; of several that do, the first above."""
_BEHIND = {
    f"{joint} {word}": f"{joint} {other}"
    for joint in ("or", "and")
    for one, two in (("more", "less"), ("above", "below"), ("over", "under"), ("higher", "lower"), ("greater", "less"),
                     ("older", "younger"), ("longer", "shorter"))
    for word, other in ((one, two), (two, one))
} | {"or fewer": "or more", "or less": "or more", "at least": "at most", "at most": "at least"}  # fmt: skip
_STRICT = frozenset(
    ("fewer than", "greater than", "higher than", "lower than", "below", "under", "less than", "above", "over",
     "more than", "up to", "within", "exceed", "exceeds", "exceeded", "exceeding", *_BEHIND)
)  # fmt: skip
_SAID = re.compile(rf"(?:{'|'.join(sorted(OPPOSITE, key=len, reverse=True))})(?=[\s$£€¥]|[A-Z]+\$)", re.IGNORECASE)
_SAID_BEHIND = re.compile(rf"(?:{'|'.join(sorted(_BEHIND, key=len, reverse=True))})(?![A-Za-z])", re.IGNORECASE)
# Anything that may tell a bound, in whatever words and at whatever distance.
_ANY_BOUND = re.compile(
    r"(?<![A-Za-z])(?:least|most|minim\w+|maxim\w+|min|max|more|less|fewer|above(?!\sdesignated)|exceed\w*|surpass\w*|beyond|up\sto|below"
    # Not under the new rule, nor under trees and shrubs.
    r"|(?:over|under)(?!\s(?:the(?!\s(?:age|limit|threshold|legal))|a|an|this|that|these|those|its|their|way|[a-z]+\sand)(?![a-z]))|within|limit\w*|cap|caps|capped|ceiling|floor|threshold|plus|older|younger|higher|lower|longer|shorter|larger"
    r"|smaller|better|upwards?|top|tops|topped|topping|pass|passes|passed|excess|between|until|start\w*|onwards?)(?![A-Za-z])"
    r"|\+|[≥≤<>]",
    re.IGNORECASE,
)
_PART_ENDS = re.compile(r"[.;:!?](?=\s|$)|,(?![0-9])")
_REACH = 60
_FAR = 160
# A bound that word-by-word translation leaves far behind its figure.
_TORN = re.compile(r"(?<![A-Za-z])(?:and|or)\s(?:above|below|over|under|more|less)(?![A-Za-z])", re.IGNORECASE)


def said_bound(quantity: Quantity, en: str) -> re.Match[str] | None:
    """Find the words of a bound, before the figure or behind it.

    Args:
        quantity: the English figure.
        en: the English text.
    """
    lead = _SAID.match(en, quantity.span.start, quantity.figure.start)
    return lead or _SAID_BEHIND.search(en, quantity.figure.end, quantity.span.end)


def opposite(words: str) -> str:
    """Give what says the opposite of a bound, in the same case."""
    small = words.lower()
    meant = OPPOSITE.get(small) or _BEHIND[small]
    return meant[0].upper() + meant[1:] if words[0].isupper() else meant


def may_be_turned(words: str) -> bool:
    """Tell whether a ban may turn a bound round: only above, for not below."""
    return words.lower() in _STRICT


def tells_no_bound(quantity: Quantity, en: str) -> bool:
    """Tell whether no word near a figure, in its part of the sentence, could tell a bound.

    Args:
        quantity: the English figure.
        en: the English text.
    """
    if en[quantity.figure.end : quantity.figure.end + 1].isalpha():
        return False  # torn from its unit, and perhaps from its bound
    for torn in _TORN.finditer(en, quantity.span.end, quantity.span.end + _FAR):
        if not any(one.span.start <= torn.start() < one.span.end for one in quantities_of(en, "en")):
            return False
    for other in quantities_of(en, "en"):  # one before may share its bound with this
        if other.span.start > quantity.span.end and other.bound != "=":
            en = f"{en[: other.span.start]}{'_' * len(other.text)}{en[other.span.end :]}"
    before = _PART_ENDS.split(en[max(0, quantity.span.start - _REACH) : quantity.span.start])[-1]
    after = _PART_ENDS.split(en[quantity.span.end : quantity.span.end + _REACH])[0]
    return not (_ANY_BOUND.search(before) or _ANY_BOUND.search(after))


def place_of(quantity: Quantity) -> Span:
    """Give where a figure stands with the sign of its currency, without its bound."""
    return Span(quantity.span.start if quantity.bound == "=" else quantity.figure.start, quantity.figure.end)
