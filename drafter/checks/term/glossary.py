"""Terms of art rendered word for word, or not as the glossary has them."""

from collections.abc import Iterator, Sequence

from drafter.checks.context import ClauseContext
from drafter.checks.rule import Rule
from drafter.checks.term.renderings import renderings
from drafter.language.terms import in_shape_of
from drafter.language.terms.in_use import per_glossary
from drafter.model import N_, Finding, Fix, Message, Side, Span, Term

SURE_PAIRING = 0.5
"""Below this confidence the Chinese of a clause says nothing about its English."""


@per_glossary
def _chinese(terms: Sequence[Term]) -> tuple[tuple[str, Term], ...]:
    wrong = [(phrase, term) for term in terms for phrase in term.zh_forbidden]
    return tuple(sorted(wrong, key=lambda entry: -len(entry[0])))


class TermGlossary(Rule):
    """A term of art rendered word for word, or not as the glossary has it.

    What it does: looks for renderings that the glossary forbids, in any number and tense; some are wrong wherever they
    stand, others only beside the Chinese term; on the Chinese side for terms that went wrong on the way back.

    Why it is bad: the reader takes a set phrase for plain words, or plain words for something else.

    Example: 公转铁 as `Revolving iron` -> `shift from road to rail`; 散煤 as `bulk coal` -> `dispersed coal`.

    Source: the glossary, from the official English of laws, plans and departments; MQM, terminology.
    """

    name = "term.glossary"
    mqm = "terminology"
    severity = "major"
    sides = ("zh", "en")
    rank = 70

    said = N_("“{text}” is not how “{zh}” is rendered; the glossary has “{en}”.")

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        return self._in_english(context) if side == "en" else self._in_chinese(context)

    def _in_english(self, context: ClauseContext) -> Iterator[Finding]:
        text = context.text("en")
        source = context.text("zh") if context.paired and context.clause.confidence >= SURE_PAIRING else ""
        for span, found in renderings(text):
            wrong = [one.term for one in found if not one.right and (not one.beside or one.term.zh in source)]
            if not wrong or any(one.right for one in found):
                continue
            term = next((one for one in wrong if one.zh in source), wrong[0])
            meant = in_shape_of(term.en, text, *span)
            values = {"text": text[slice(*span)], "zh": term.zh, "en": term.en}
            place = source.find(term.zh)
            yield self.finding(
                context, "en", span, Message(self.said, values), severity=term.severity,
                fix=Fix(meant, "suggested") if "…" not in meant else None,
                counterpart=Span(place, place + len(term.zh)) if place >= 0 else None,
            )  # fmt: skip

    def _in_chinese(self, context: ClauseContext) -> Iterator[Finding]:
        text = context.text("zh")
        taken = [False] * len(text)
        for phrase, term in _chinese():
            start = text.find(phrase)
            while start >= 0:
                end = start + len(phrase)
                # A right term may hold the wrong words: 中国石油天然气集团公司 stands in no right name, 混装 might.
                if not any(taken[start:end]) and not _within(text, start, end, term.zh):
                    taken[start:end] = [True] * (end - start)
                    message = Message(N_("“{text}” looks like “{zh}” gone wrong."), {"text": phrase, "zh": term.zh})
                    yield self.finding(
                        context, "zh", Span(start, end), message, severity=term.severity, fix=Fix(term.zh, "suggested")
                    )
                start = text.find(phrase, end)


def _within(text: str, start: int, end: int, right: str) -> bool:
    """Whether the words stand inside the right term."""
    first = max(0, end - len(right))
    found = text.find(right, first, start + len(right))
    return found >= 0 and found <= start and end <= found + len(right)
