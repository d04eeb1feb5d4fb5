"""Words that ran into each other."""

import re
from collections.abc import Iterator

from drafter.checks.context import ClauseContext
from drafter.checks.rule import Rule
from drafter.checks.spacing.parting import parted
from drafter.checks.spacing.seams import Seam, seams
from drafter.checks.spacing.tokens import Token
from drafter.language.around import ends_with, letters_before
from drafter.language.words import is_common_word, is_word
from drafter.model import N_, Finding, Fix, Message, Side, Span

_SENTENCE_END = re.compile(r"[.!?;:]\s*\Z")
# These keep their capital inside a sentence.
_PROPER = frozenset(
    (
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December", "China", "Chinese", "Party",
    )
)  # fmt: skip
_LOWER_WORD = re.compile(r"(?<![A-Za-z’'])[a-z]{5,40}(?![A-Za-z’'])")


class SpacingGlued(Rule):
    """A space missing between words, or between a figure and a word.

    What it does: finds seams inside a run of characters: lower case against capitals, letters against digits, a stop or
    a bracket without its space, a quotation mark stuck to a word, and two common words run together.

    Why it is bad: the text looks careless, searches miss the words, and figures are misread.

    Example: `involvementVOCs` -> `involvement VOCs`; `strives for34` -> `strives for 34`.

    Source: English spelling; the house style for figures and units (number, space, unit).
    """

    name = "spacing.glued"
    severity = "minor"
    mqm = "fluency/spelling"
    rank = 80

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        marker = context.enumerator(side)
        marker_end = marker.span.end if marker else -1  # what is stuck to an item number is mended with it
        covered = -1  # start of the token that the row before has taken
        for seam in seams(context, side):
            if seam.left.end == marker_end:
                continue
            take_left = seam.left.start != covered and not seam.claimed(seam.left) and _explains(seam)
            take_right = not seam.claimed(seam.right)
            covered = seam.right.start if take_right else covered
            yield self._seam(seam, take_left=take_left, take_right=take_right)
        yield from self._run_together(context, side)

    def _seam(self, seam: Seam, *, take_left: bool, take_right: bool) -> Finding:
        """The tokens on both sides, without one that another row explains; the bare seam where both are."""
        left, right = _with_word(seam), seam.right
        span = Span(left.start if take_left else left.end, right.end if take_right else left.end)
        meant = (left.text if take_left else "") + " " + (_lowered(seam) if take_right else "")
        message = Message(
            N_("A space is missing between “{left}” and “{right}”."), {"left": left.text, "right": right.text}
        )
        return self.finding(seam.context, seam.side, span, message, fix=Fix(meant, "safe"))

    def _run_together(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """Two common words written as one that is rare or unknown: `emissionreduction`, `ofthe`."""
        for found in _LOWER_WORD.finditer(context.text(side)):
            if (parts := parted(found[0])) is None or context.claimed(side, *found.span()):
                continue
            message = Message(
                N_("A space is missing between “{left}” and “{right}”."), {"left": parts[0], "right": parts[1]}
            )
            yield self.finding(context, side, Span(*found.span()), message, fix=Fix(" ".join(parts), "suggested"))


def _with_word(seam: Seam) -> Token:
    """The left token; an apostrophe behind a plural together with its word: governments'."""
    left = seam.left
    if left.text not in ("'", "’"):
        return left
    word = letters_before(seam.text, left.start)
    return left._replace(start=left.start - len(word), text=word + left.text)


def _explains(seam: Seam) -> bool:
    """Whether the left token belongs to the row: what stands before an opening mark only where it is a word."""
    if seam.right.kind != "open" or seam.right.text == "(" or not seam.left.wordlike:
        return True
    return seam.left.kind == "acronym" or is_word(seam.left.text)


def _lowered(seam: Seam) -> str:
    """Take a capital away that only the seam had; names, sentence heads and acronyms keep theirs."""
    word = seam.right.text
    kept = (
        seam.right.kind != "word"
        or word in _PROPER
        or not is_common_word(word)
        or (seam.left.kind == "close" and seam.left.text != "”")
        or ends_with(_SENTENCE_END, seam.text, seam.left.end)
    )
    return word if kept else word[0].lower() + word[1:]
