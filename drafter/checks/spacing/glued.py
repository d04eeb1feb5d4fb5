"""Words that ran into each other."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.checks.context import ClauseContext
from drafter.checks.rule import Rule
from drafter.language.units import unit_at
from drafter.language.words import commonness, is_common_word, is_word
from drafter.model import Finding, Fix, Message, N_, Side, Span

# What a text is made of for this rule: formulas and addresses whole, figures with their sign, acronyms, words, marks.
_TOKEN = re.compile(
    r"(?P<whole>https?://\S+|www\.\S+|[\w.+-]+@[\w.-]+"
    r"|PM\s?(?:2\.5|2\.five|10)|(?:CO|NO|SO|NH)[0-9]|NOx|SOx|COx|O3(?![0-9])|VOCs?|[0-9]*CFCs|pH|kWh|kW|MWh?|GWh?|dB"
    r"|[0-9]+(?:st|nd|rd|th)(?![a-z])|(?<![A-Za-z0-9])[2-6][GDS](?![A-Za-z])|(?:[A-Z]\.){2,})"
    r"|(?P<figure>[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?[%％]?)"
    r"|(?P<acronym>[A-Z]{2,}s?(?![a-z])|[A-Z]{2,}(?=[A-Z][a-z]|[a-z]))"
    r"|(?P<word>[A-Z]?[a-z]+(?:[’'](?:s|t|re|ve|ll)(?![a-z]))?|[A-Z])"
    r"|(?P<close>[”’)\]］）])|(?P<open>[“‘(\[［（])|(?P<straight>\")|(?P<stop>[.!?;:])|(?P<comma>,)"
    r"|(?P<blank>\s+)|(?P<other>.)"
)
_MIXED_NAMES = re.compile(
    r"(?:Mc|Mac|De|La|Le|Fitz|O[’'])[A-Z][a-z]+|(?:[A-Z][a-z]+){1,3}(?:App|Net|Lab|Tech|Soft|Chat|Pay)|i[A-Z]\w+|e[A-Z]\w+"
)
_SENTENCE_END = re.compile(r"[.!?;:]\s*$")
_MONTH_OR_DAY = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|China|Chinese|Party)$"
)
_UNIT_WORD = re.compile(r"(?:[μµ]g|mg|kg|kW|MW|km|ha|mu|t|m|cm|mm|g|h|L|dB|tce|gce|yuan|kV|V|A|K|W|Hz|min|s)(?![a-z])")
_SHORTEST_PART = 3
_SHORTEST_GLUED = 9
_COMMON_PART = 4.3


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    start: int
    end: int
    text: str


def _tokens(text: str) -> list[_Token]:
    return [_Token(str(found.lastgroup), found.start(), found.end(), found[0]) for found in _TOKEN.finditer(text)]


def _cut(token: _Token, edges: Sequence[int]) -> Iterator[_Token]:
    """Cut a token where another rule's finding begins or ends inside it: `achieve|fiveHome`."""
    start = token.start
    for edge in edges[bisect_right(edges, token.start) : bisect_left(edges, token.end)]:
        yield _Token(token.kind, start, edge, token.text[start - token.start : edge - token.start])
        start = edge
    yield _Token(token.kind, start, token.end, token.text[start - token.start :])


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
        text = context.text(side)
        tokens = [part for token in _tokens(text) for part in _cut(token, context.claimed_edges(side))]
        covered: set[int] = set()  # starts of tokens that a row of this rule has already taken
        quotes = _QuoteState()
        marker = context.enumerator(side)
        marker_end = marker.span.end if marker else -1  # what is stuck to an item number is mended with it
        for left, right in zip(tokens, tokens[1:], strict=False):
            opens = quotes.see(left)
            if left.kind == "blank" or right.kind == "blank" or left.end == marker_end:
                continue
            if not self._is_seam(context, text, left, right, left_opens=opens, right_opens=quotes.would_open(right)):
                continue
            yield self._seam(context, side, left, right, covered)
        yield from self._run_together(context, side, tokens)

    def _is_seam(
        self, context: ClauseContext, text: str, left: _Token, right: _Token, *, left_opens: bool, right_opens: bool
    ) -> bool:
        if left.kind == "straight" or right.kind == "straight":
            return _straight_seam(left, right, left_opens=left_opens, right_opens=right_opens)
        seam = _SEAMS.get((left.kind, right.kind))
        return seam is not None and seam(context, text, left, right)

    def _seam(self, context: ClauseContext, side: Side, left: _Token, right: _Token, covered: set[int]) -> Finding:
        text = context.text(side)
        take_left = left.start not in covered and not context.claimed(side, left.start, left.end)
        take_right = right.start not in covered and not context.claimed(side, right.start, right.end)
        if (
            take_left
            and take_right
            and left.kind in ("acronym", "word", "whole")
            and right.kind == "open"
            and right.text != "("
        ):
            take_left = take_left and _fits(left)
        covered.update(token.start for token, taken in ((left, take_left), (right, take_right)) if taken)
        span = Span(left.start if take_left else right.start, right.end if take_right else left.end)
        if not take_left and not take_right:
            span = Span(left.end, left.end)
        after = _lowered(text, left, right) if take_right else ""
        fix = (left.text if take_left else "") + " " + after
        message = Message(
            N_("A space is missing between “{left}” and “{right}”."), {"left": left.text, "right": right.text}
        )
        return self.finding(context, side, span, message, fix=Fix(fix, "safe"))

    def _run_together(self, context: ClauseContext, side: Side, tokens: list[_Token]) -> Iterator[Finding]:
        """Two common words written as one unknown one: `emissionreduction`."""
        for token in tokens:
            if token.kind != "word" or not token.text.islower() or len(token.text) < _SHORTEST_GLUED:
                continue
            if is_word(token.text) or context.claimed(side, token.start, token.end):
                continue
            if (parts := _split(token.text)) is not None:
                message = Message(
                    N_("A space is missing between “{left}” and “{right}”."), {"left": parts[0], "right": parts[1]}
                )
                yield self.finding(
                    context, side, Span(token.start, token.end), message, fix=Fix(" ".join(parts), "suggested")
                )


def _split(word: str) -> tuple[str, str] | None:
    best: tuple[float, str, str] | None = None
    for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        left, right = word[:cut], word[cut:]
        score = min(commonness(left), commonness(right))
        if score >= _COMMON_PART and (best is None or score > best[0]):
            best = (score, left, right)
    return best[1:] if best else None


class _QuoteState:
    """Tells a straight quotation mark that opens from one that closes, by turns."""

    def __init__(self) -> None:
        self._open = False

    def see(self, token: _Token) -> bool:
        """Take a token in; tell whether it opens a quotation."""
        if token.text == "“":
            self._open = True
        elif token.text == "”":
            self._open = False
        elif token.kind == "straight":
            self._open = not self._open
            return self._open
        return False

    def would_open(self, token: _Token) -> bool:
        return token.kind == "straight" and not self._open


def _straight_seam(left: _Token, right: _Token, *, left_opens: bool, right_opens: bool) -> bool:
    if right.kind == "straight":
        return right_opens and left.kind in ("word", "acronym", "whole", "comma")
    return not left_opens and right.kind in ("word", "acronym", "whole", "figure", "open")


def _fits(left: _Token) -> bool:
    return left.kind == "acronym" or is_word(left.text)


def _lowered(text: str, left: _Token, right: _Token) -> str:
    """Take a capital away that only the seam had; names of months, sentence heads and acronyms keep theirs."""
    word = right.text
    if (
        right.kind != "word"
        or not word[0].isupper()
        or _SENTENCE_END.search(text[: left.end])
        or _MONTH_OR_DAY.match(word)
    ):
        return word
    if left.kind == "close" and left.text not in "”":
        return word
    return word[0].lower() + word[1:] if is_common_word(word) else word


def _word_word(context: ClauseContext, text: str, left: _Token, right: _Token) -> bool:
    """governance|Simple: the left part a word of its own, the right one with a capital."""
    if len(left.text) > 1 and re.match(r"[A-E](?![A-Za-z])", text[right.start : right.start + 2]):
        return is_common_word(left.text)  # to|B, a grade
    if context.claimed("en", left.start, left.end) != context.claimed("en", right.start, right.end):
        free = right if context.claimed("en", left.start, left.end) else left
        return len(free.text) > 1 and is_word(free.text)  # future|seven, seven|The
    if not right.text[0].isupper() or len(right.text) < 2 or len(left.text) < 2:
        return False
    run = re.compile(r"[A-Za-z]+").search(text, left.start)
    if run and _MIXED_NAMES.fullmatch(run[0]):
        return False
    return is_common_word(left.text) and is_word(right.text)


def _word_acronym(_context: ClauseContext, _text: str, left: _Token, right: _Token) -> bool:
    return len(left.text) > 1 and left.text[-1].islower() and is_common_word(left.text) and len(right.text) > 1


def _acronym_word(_context: ClauseContext, _text: str, left: _Token, right: _Token) -> bool:
    """VOCs|Substitution, NOx|and."""
    return len(right.text) > 1 and is_common_word(right.text) and (right.text[0].isupper() or left.kind == "whole")


def _word_figure(context: ClauseContext, text: str, left: _Token, right: _Token) -> bool:
    """for|34; not a unit with its exponent, a model or a grade."""
    if not left.text.islower() or len(left.text) < 2 or text[left.start - 1 : left.start] in ("/", "_", "-"):
        return False
    return is_common_word(left.text) and not _UNIT_WORD.fullmatch(left.text)


def _figure_word(context: ClauseContext, text: str, left: _Token, right: _Token) -> bool:
    """2|Hours, 14%|The; a unit after its figure only where the document parts them."""
    if left.text[-1] in "%％":
        return is_word(right.text)
    if unit_at(text, right.start, "en") and not right.text[0].isupper():
        return context.facts.spaced_units or context.claimed("en", right.start, right.end)
    return len(right.text) > 2 and is_word(right.text) and text[left.start - 1 : left.start] not in (*"-_/", "’")


def _figure_unit(context: ClauseContext, text: str, _left: _Token, right: _Token) -> bool:
    return right.text in "μµ" and (context.facts.spaced_units or context.claimed("en", right.start, right.end))


def _mark_word(_context: ClauseContext, text: str, left: _Token, right: _Token) -> bool:
    """internet+|Smart; governments'|residences."""
    if left.text == "+":
        return right.text[0].isupper() and len(right.text) > 1
    return (
        left.text in "'’"
        and text[left.start - 1 : left.start] == "s"
        and len(right.text) > _SHORTEST_PART
        and is_word(right.text)
    )


def _stop_next(context: ClauseContext, text: str, left: _Token, right: _Token) -> bool:
    """within.|2024, text.|Relying, duty.|[Provincial"""
    if left.text == ":" and right.kind == "figure":
        return False  # a time or a ratio
    if right.kind == "figure":
        return left.text == "." and bool(
            re.match(r"[a-z)]\.(?:19|20)[0-9]{2}(?![0-9])", text[left.start - 1 : right.start + 5])
        )
    if right.kind == "open":
        return (
            left.text in ".;!?"
            and text[left.start - 1 : left.start].isalnum()
            or text[left.start - 1 : left.start] in "%)”"
        )
    if left.text in ".!?":
        head = re.search(r"([A-Za-z]+|[0-9%)”\"])$", text[: left.start])
        if not head or not right.text[0].isupper():
            return False
        return len(head[1]) > 2 or not head[1].isalpha()
    return right.kind in ("word", "acronym")


def _comma_next(_context: ClauseContext, text: str, left: _Token, right: _Token) -> bool:
    if right.kind == "figure":
        return not text[left.start - 1 : left.start].isdigit() or len(re.sub(r"[^0-9].*", "", right.text)) not in (3,)
    return True


def _open_after_word(_context: ClauseContext, _text: str, left: _Token, right: _Token) -> bool:
    if right.text in "‘":
        return False
    if right.text in "([":
        # `person(s)`, and formulas, have no space; a grade or a noun has.
        return (
            len(left.text) > 2
            and not _text.startswith(("(s)", "(es)"), right.start)
            or left.kind == "word"
            and left.text.isupper()
            and not _text[left.start - 1 : left.start].isalnum()
        )
    return True


def _close_next(_context: ClauseContext, text: str, left: _Token, right: _Token) -> bool:
    if left.text == "’":
        return False
    if left.text in ")]":
        return (
            right.kind in ("word", "acronym", "figure", "open")
            and len(right.text) > (1 if right.kind == "word" else 0)
            and right.text != "("
        )
    return True


def _formula_next(context: ClauseContext, text: str, left: _Token, right: _Token) -> bool:
    if re.match(r"[0-9]", left.text):
        return len(right.text) > 2 and is_word(right.text)
    return left.text not in ("kW", "kWh", "MW", "MWh", "GW", "GWh", "dB", "pH") and _acronym_word(
        context, text, left, right
    )


def _word_formula(_context: ClauseContext, text: str, left: _Token, right: _Token) -> bool:
    return len(left.text) > 1 and is_common_word(left.text)


_SEAMS = {
    ("word", "word"): _word_word,
    ("word", "acronym"): _word_acronym,
    ("word", "whole"): _word_formula,
    ("acronym", "word"): _acronym_word,
    ("whole", "word"): _formula_next,
    ("whole", "whole"): lambda *_: False,
    ("word", "figure"): _word_figure,
    ("figure", "word"): _figure_word,
    ("figure", "acronym"): _figure_word,
    ("figure", "other"): _figure_unit,
    ("other", "word"): _mark_word,
    ("stop", "word"): _stop_next,
    ("stop", "acronym"): _stop_next,
    ("stop", "figure"): _stop_next,
    ("stop", "open"): _stop_next,
    ("comma", "word"): _comma_next,
    ("comma", "acronym"): _comma_next,
    ("comma", "whole"): _comma_next,
    ("comma", "figure"): _comma_next,
    ("comma", "open"): _comma_next,
    ("word", "open"): _open_after_word,
    ("acronym", "open"): _open_after_word,
    ("whole", "open"): _open_after_word,
    ("close", "word"): _close_next,
    ("close", "acronym"): _close_next,
    ("close", "whole"): _close_next,
    ("close", "figure"): _close_next,
    ("close", "open"): _close_next,
}
