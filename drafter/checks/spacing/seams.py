"""Is a space missing between two neighbouring tokens? One small answer for each pair of kinds."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from drafter.checks.context import ClauseContext
from drafter.checks.spacing.tokens import Token, tokenize
from drafter.language.around import letters_before
from drafter.language.units import unit_at
from drafter.language.words import is_common_word, is_word
from drafter.model import Side

_MIXED_NAMES = re.compile(
    r"""
    (?:Mc|Mac|De|La|Le|Fitz|O[’'])[A-Z][a-z]+
    | (?:[A-Z][a-z]+){1,3}(?:App|Net|Lab|Tech|Soft|Chat|Pay)
    | [ie][A-Z]\w+
    """,
    re.VERBOSE,
)
_LETTERS = re.compile(r"[A-Za-z]{1,64}")
_UNIT_WORD = re.compile(r"[μµ]g|mg|kg|kW|MW|km|ha|mu|t|m|cm|mm|g|h|L|dB|tce|gce|yuan|kV|V|A|K|W|Hz|min|s")
_POWER_UNITS = ("kW", "kWh", "MW", "MWh", "GW", "GWh", "dB", "pH")
# Symbols of units hold capitals: kPa, mmHg, kWh, MeV.
_SYMBOL = re.compile(
    r"(?:da|[YZEPTGMkhdcmnpfuμµ])?(?:Pa|Hz|Wh|VA|VAr|Bq|Sv|Gy|Wb|eV|Hg|mHg|mH|Da|Np|dB|dBm|pH|Torr|Wp|We|Ah|mol)a?[a-z]?"
)
_EVENT = re.compile(
    r"k?m\s(?:platform|springboard|air|rifle|pistol|butterfly|freestyle|backstroke|breaststroke|medley|hurdles|relay|race"
    r"|sprint|dash|steeplechase|individual|synchroni[sz]ed|final|semi-?finals?|heats?|walk|mixed)(?![a-z])"
)
_METRES = re.compile("[米mM]")
_GRADE = re.compile(r"[A-E](?![A-Za-z])")
_YEAR_BEHIND_STOP = re.compile(r"[a-z)]\.(?:19|20)[0-9]{2}(?![0-9])")
_SHORTEST_HEAD = 3
# Two characters that may stand on both sides of a seam: most lines have none, and needn't be read token by token.
_CANDIDATE = re.compile(
    r"[a-z][A-Z0-9“‘(\[（［]|[A-Z][0-9“‘(\[（［]|[A-Z][A-Z][a-z]|[0-9%％][A-Za-zμµ“‘(\[（［]|[.!?;:][A-Za-z0-9“‘(\[（［]"
    r"|,[^\s0-9]"
    r"|[^0-9],[0-9]|,[0-9]{1,2}(?![0-9])|,[0-9]{4}|[”)\]］）][A-Za-z0-9“‘(\[（［]|s[’'][A-Za-z]|\+[A-Z]|\""
)


@dataclass(frozen=True, slots=True)
class Seam:
    """Two tokens with nothing between them.

    Attributes:
        context: the clause they stand in.
        side: the side they stand on.
        text: the line.
        left: the token before the seam.
        right: the token behind it.
        left_opens: whether the left one is a straight quotation mark that opens.
        right_opens: whether the right one is.
    """

    context: ClauseContext
    side: Side
    text: str
    left: Token
    right: Token
    left_opens: bool = False
    right_opens: bool = False

    @property
    def before(self) -> str:
        """The character before the left token, "" at the beginning."""
        return self.text[max(0, self.left.start - 1) : self.left.start]

    def claimed(self, token: Token) -> bool:
        """Whether another rule has explained some of a token."""
        return self.context.claimed(self.side, token.start, token.end)

    @property
    def lacks_space(self) -> bool:
        """Whether a space is missing here."""
        if "straight" in (self.left.kind, self.right.kind):
            return _beside_straight(self)
        if self.left.kind == "comma" and self.right.kind != "figure":
            return self.right.wordlike or self.right.kind == "open"
        test = _SEAMS.get((self.left.kind, self.right.kind))
        return test is not None and test(self) and not self.in_symbol

    @property
    def in_symbol(self) -> bool:
        """Whether both tokens are parts of the symbol of a unit."""
        if not (self.left.wordlike and self.right.wordlike):
            return False
        return _SYMBOL.fullmatch(self.text, self.left.start, self.right.end) is not None


def seams(context: ClauseContext, side: Side) -> Iterator[Seam]:
    """Give the places of a line where a space is missing, in order."""
    text = context.text(side)
    edges = context.claimed_edges(side)
    if not edges and _CANDIDATE.search(text) is None:
        return
    quoting = False
    for left, right in pairwise(tokenize(text, edges)):
        opens = False
        if left.text in ("“", "”"):
            quoting = left.text == "“"
        elif left.kind == "straight":
            quoting = opens = not quoting
        if left.kind == "blank" or right.kind == "blank":
            continue
        seam = Seam(context, side, text, left, right, opens, right.kind == "straight" and not quoting)
        if seam.lacks_space:
            yield seam


def _beside_straight(seam: Seam) -> bool:
    if seam.right.kind == "straight":
        return seam.right_opens and (seam.left.wordlike or seam.left.kind == "comma")
    if seam.right.kind == "open" and seam.claimed(seam.left):
        return False  # the mark itself is the fault, and its fix is a space
    return not seam.left_opens and (seam.right.wordlike or seam.right.kind in ("figure", "open"))


def _word_word(seam: Seam) -> bool:
    """governance|Simple: the left part a word of its own, the right one with a capital."""
    left, right = seam.left, seam.right
    if len(left.text) > 1 and _GRADE.match(seam.text, right.start):
        return is_common_word(left.text)  # to|B
    if seam.claimed(left) != seam.claimed(right):
        free = right if seam.claimed(left) else left
        return len(free.text) > 1 and is_word(free.text)  # future|seven, seven|The
    if not right.text[0].isupper() or len(right.text) == 1 or len(left.text) == 1:
        return False
    run = _LETTERS.search(seam.text, left.start)
    if run and (_MIXED_NAMES.fullmatch(run[0]) or (left.text[0].isupper() and is_word(run[0]))):
        return False  # McDonald, WeChat, YouTube
    return is_common_word(left.text) and is_word(right.text)


def _word_acronym(seam: Seam) -> bool:
    """involvement|VOCs."""
    left = seam.left.text
    return len(left) > 1 and left[-1].islower() and is_common_word(left) and len(seam.right.text) > 1


def _acronym_word(seam: Seam) -> bool:
    """LDAR|Substitution."""
    right = seam.right.text
    return len(right) > 1 and is_common_word(right) and right[0].isupper()


def _whole_word(seam: Seam) -> bool:
    """VOCs|Substitution, NOx|and, 5th|Meeting."""
    left, right = seam.left.text, seam.right.text
    if left[0].isdigit():
        return len(right) > len("of") and is_word(right)
    return left not in _POWER_UNITS and len(right) > 1 and is_common_word(right)


def _word_whole(seam: Seam) -> bool:
    """of|CO2, but not CaCO3."""
    left = seam.left.text
    return len(left) > 1 and (left.islower() or len(left) >= _SHORTEST_HEAD) and is_common_word(left)


def _word_figure(seam: Seam) -> bool:
    """for|34; not a unit with its exponent, a model or a grade."""
    left = seam.left.text
    if not left.islower() or len(left) == 1 or seam.before in ("/", "_", "-"):
        return False
    return is_common_word(left) and not _UNIT_WORD.fullmatch(left)


def _figure_word(seam: Seam) -> bool:
    """2|Hours, 14%|The; a unit after its figure only where the document parts them."""
    right = seam.right
    if seam.left.text[-1] in "%％":
        return is_word(right.text)
    if seam.before.isupper() or (seam.before and seam.before in "$€£¥￥x×*"):
        return False  # A320neo, $3.5m, 4x100m
    if seam.text[right.end : right.end + 1].isdigit() or _EVENT.match(seam.text, right.start):
        return False  # 14min32s, the 10m platform
    if right.text == "m" and seam.context.paired and not _METRES.search(seam.context.text("zh")):
        return False  # 707m visitors: a million
    if unit_at(seam.text, right.start, "en") and not right.text[0].isupper():
        return seam.context.facts.spaced_units or seam.claimed(right)
    return len(right.text) > len("of") and is_word(right.text) and seam.before not in (*"-_/", "’")


def _figure_unit(seam: Seam) -> bool:
    """34|μg."""
    return seam.right.text in "μµ" and (seam.context.facts.spaced_units or seam.claimed(seam.right))


def _mark_word(seam: Seam) -> bool:
    """internet+|Smart; governments'|residences."""
    mark, right = seam.left.text, seam.right.text
    if mark == "+":
        return right[0].isupper() and len(right) > 1
    return mark in ("'", "’") and seam.before == "s" and len(right) >= _SHORTEST_HEAD and is_word(right)


def _stop_next(seam: Seam) -> bool:
    """text.|Relying, duty.|[Provincial."""
    stop, right = seam.left.text, seam.right
    if seam.claimed(seam.left):
        return False  # the stop itself is the fault, and its fix is a space
    if right.kind == "open":
        return (stop in ".;!?" and seam.before.isalnum()) or seam.before in ("%", ")", "”")
    if stop not in ".!?":
        return True
    head = letters_before(seam.text, seam.left.start)
    closed = head or seam.before.isdigit() or seam.before in ("%", ")", "”", '"')
    return bool(closed) and right.text[0].isupper() and (not head or len(head) >= _SHORTEST_HEAD)


def _stop_figure(seam: Seam) -> bool:
    """within.|2024; a colon may stand in a time or a ratio."""
    return seam.left.text == "." and bool(_YEAR_BEHIND_STOP.match(seam.text, seam.left.start - 1))


def _comma_figure(seam: Seam) -> bool:
    """2021,|all, but not 3,500."""
    figure = re.match(r"[0-9]*", seam.right.text)
    return not seam.before.isdigit() or figure is None or len(figure[0]) != len("000")


def _word_open(seam: Seam) -> bool:
    """plan|“Green; `person(s)` and formulas have no space before a round bracket, a grade or a noun has."""
    left, right = seam.left, seam.right
    if right.text not in ("(", "["):
        return right.text != "‘"
    if len(left.text) >= _SHORTEST_HEAD:
        return not seam.text.startswith(("(s)", "(es)"), right.start)
    return left.kind == "word" and left.text.isupper() and not (seam.before.isupper() or seam.before.isdigit())


def _close_next(seam: Seam) -> bool:
    """sky”|campaign, (CO)|and."""
    left, right = seam.left.text, seam.right
    if left in (")", "]"):
        return right.text != "(" and not (right.kind == "word" and len(right.text) == 1)
    return left != "’"


_SEAMS: dict[tuple[str, str], Callable[[Seam], bool]] = {
    ("word", "word"): _word_word,
    ("word", "acronym"): _word_acronym,
    ("word", "whole"): _word_whole,
    ("acronym", "word"): _acronym_word,
    ("whole", "word"): _whole_word,
    ("word", "figure"): _word_figure,
    ("figure", "word"): _figure_word,
    ("figure", "acronym"): _figure_word,
    ("figure", "other"): _figure_unit,
    ("other", "word"): _mark_word,
    ("stop", "word"): _stop_next,
    ("stop", "acronym"): _stop_next,
    ("stop", "figure"): _stop_figure,
    ("stop", "open"): _stop_next,
    ("comma", "figure"): _comma_figure,
    ("word", "open"): _word_open,
    ("acronym", "open"): _word_open,
    ("whole", "open"): _word_open,
    ("close", "word"): _close_next,
    ("close", "acronym"): _close_next,
    ("close", "whole"): _close_next,
    ("close", "figure"): _close_next,
    ("close", "open"): _close_next,
}
