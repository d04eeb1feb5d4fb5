"""Terms of art rendered word for word, or not as the glossary has them."""

import re
from collections.abc import Iterator, Sequence

from drafter.checks.context import ClauseContext
from drafter.checks.rule import Rule
from drafter.checks.term.renderings import is_plain, renderings
from drafter.checks.term.word_for_word import unquoted, word_for_word
from drafter.language.terms import Written, fitted, without_aside
from drafter.language.terms.by_character import by_character
from drafter.language.terms.in_use import per_glossary
from drafter.language.terms.nearest import nearest
from drafter.language.terms.phrases import any_of, as_written
from drafter.model import N_, Finding, Fix, Message, Side, Span, Term

# 全流程 that has come off its term and gone behind it: transformation of emissions in the whole process of coking.
_TORN_OFF = re.compile(
    r" in the (?:whole|entire|full) process"
    r"(?: of (?:the )?(?P<where>[a-z][a-z-]*(?:,? [a-z][a-z-]*){0,9} (?:industr(?:y|ies)|sectors?)))?(?![A-Za-z-])"
)
_BODY_OF_PARTY = re.compile(r"((?:central|national)\s(?:committee|congress))\sof\sthe\scpc")
_TELLING = 4
"""Characters of a term from which on its rendering is worth a suspicion."""
SURE_PAIRING, SURELY_PAIRED = 0.5, 0.8
"""Below this confidence the Chinese of a clause says nothing about its English."""


@per_glossary
def _chinese(terms: Sequence[Term]) -> tuple[re.Pattern[str], dict[str, Term]]:
    """Give what finds the Chinese words that are a term gone wrong, and the terms by these."""
    wrong = {phrase: term for term in terms for phrase in term.zh_forbidden}
    return any_of(wrong), wrong


@per_glossary
def _known(terms: Sequence[Term]) -> tuple[re.Pattern[str], dict[str, Term]]:
    """Give what finds the longer terms, and these by their Chinese."""
    known = {
        term.zh: term
        for term in terms
        if len(term.zh) >= _TELLING and term.en and not term.locked and not is_plain(term)
    }
    return any_of(known), known


@per_glossary
def _locked(terms: Sequence[Term]) -> tuple[re.Pattern[str], dict[str, Term]]:
    """Give what finds the terms with one set rendering, and these by their Chinese."""
    locked = {term.zh: term for term in terms if term.locked and term.zh and term.en}
    return any_of(locked), locked


class TermGlossary(Rule):
    """A term of art rendered word for word, or not as the glossary has it.

    What it does: looks for renderings that the glossary forbids, in any number and tense; some are wrong wherever they
    stand, others only beside the Chinese term; for set formulas that are said in other words than the set ones; on the
    Chinese side for terms that went wrong on the way back.

    Why it is bad: the reader takes a set phrase for plain words, or plain words for something else.

    Example: 公转铁 as `Revolving iron` -> `shift from road to rail`; 散煤 as `bulk coal` -> `dispersed coal`.

    Source: the glossary, from the official English of laws, plans and departments; MQM, terminology.
    """

    name = "term.glossary"
    mqm = "terminology"
    severity = "major"
    sides = ("zh", "en")
    rank = 70

    set_so = N_("“{text}” should read “{en}”: “{zh}” has one set rendering.")
    otherwise = N_("“{text}” may not be how “{zh}” is rendered; the glossary has “{en}”.")
    literal = N_("“{text}” says “{zh}” character by character: say what it means.")
    said = N_("“{text}” is not how “{zh}” is rendered; the glossary has “{en}”.")

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        return self._in_english(context) if side == "en" else self._in_chinese(context)

    def _in_english(self, context: ClauseContext) -> Iterator[Finding]:
        text = context.text("en")
        source = context.text("zh") if context.paired and context.clause.confidence >= SURE_PAIRING else ""
        plain = unquoted(source)
        alone = context.suspects and not context.has("zh")
        for span, found in renderings(text):
            wrong = [
                one.term
                for one in found
                if not one.right and (not one.beside or one.term.zh in source or one.term.zh in plain)
            ]
            doubted = not wrong and alone and " " in text[slice(*span)]  # wrong beside the Chinese, if that were there
            wrong = [one.term for one in found] if doubted else wrong
            if not wrong or any(one.right for one in found):
                continue
            term = next((one for one in wrong if one.zh in source), wrong[0])
            meant = fitted(term.en, text, span) if "…" not in without_aside(term.en) else None
            if torn := _TORN_OFF.match(text, span.end):
                span, meant = _put_back(text, span, torn, meant)
            values = {"text": text[slice(*span)], "zh": term.zh, "en": term.en}
            place = source.find(term.zh)
            yield self.finding(
                context, "en", meant.span if meant else span, Message(self.said, values), severity=term.severity,
                fix=Fix(meant.text, "suggested") if meant else None,
                counterpart=Span(place, place + len(term.zh)) if place >= 0 else None,
                certainty="faint" if doubted else "sure",
            )  # fmt: skip

        yield from self._formulas(context, source, text)
        yield from self._word_for_word(context, source, text)
        if source and context.clause.confidence >= SURELY_PAIRED:
            yield from self._by_character(context, source, text)
        if context.suspects:
            yield from self._otherwise(context, source, text)

    def _word_for_word(self, context: ClauseContext, source: str, text: str) -> Iterator[Finding]:
        """Look for terms rendered character by character in words that nobody wrote down as wrong."""
        for one in word_for_word(source, text):
            if context.claimed("en", *one.span):
                continue
            values = {"text": text[slice(*one.span)], "zh": one.term.zh, "en": one.term.en}
            template = self.said if one.sure else self.otherwise
            meant = fitted(one.term.en, text, one.span) if "…" not in without_aside(one.term.en) else None
            yield self.finding(
                context, "en", meant.span if meant else one.span, Message(template, values),
                severity=one.term.severity if one.sure else "minor",
                fix=Fix(meant.text, "suggested") if meant and one.sure else None, counterpart=one.place,
                certainty="sure" if one.sure else "likely",
            )  # fmt: skip

    def _by_character(self, context: ClauseContext, source: str, text: str) -> Iterator[Finding]:
        """Look for phrases that no glossary knows, rendered character by character."""
        right = [span for span, meant in renderings(text) if any(one.right and one.term.zh in source for one in meant)]
        for zh, en, sure in by_character(source, text):
            if context.claimed("en", *en) or any(en.overlaps(one) for one in right):
                continue
            values = {"text": text[slice(*en)], "zh": source[slice(*zh)]}
            yield self.finding(
                context, "en", en, Message(self.literal, values), severity="major" if sure else "minor",
                counterpart=zh, certainty="likely",
            )  # fmt: skip

    def _otherwise(self, context: ClauseContext, source: str, text: str) -> Iterator[Finding]:
        """Look for terms that the English says in other words than any that the glossary knows."""
        pattern, known = _known()
        there = as_written(text)
        right = [span for span, meant in renderings(text) if any(one.right for one in meant)]
        for found in pattern.finditer(source):
            term = known[found[0]]
            if any(as_written(without_aside(right)) in there for right in (term.en, *term.accepted)):
                continue
            span = nearest(text, term.en)
            if span is None or context.claimed("en", *span) or any(span.overlaps(one) for one in right):
                continue
            values = {"text": text[slice(*span)], "zh": term.zh, "en": term.en}
            yield self.finding(
                context, "en", span, Message(self.otherwise, values), severity="minor",
                counterpart=Span(*found.span()), certainty="faint",
            )  # fmt: skip

    def _formulas(self, context: ClauseContext, source: str, text: str) -> Iterator[Finding]:
        """Look for set formulas that the English tries to say, and does not say as they are set."""
        pattern, locked = _locked()
        for found in pattern.finditer(source):
            term = locked.get(found[0].removeprefix("构建"), locked[found[0]])  # the verb may be rendered anyhow
            known = (without_aside(term.en), *term.accepted)
            if any(_party_cut_short(right) in _party_cut_short(text) for right in known):
                continue
            span = nearest(text, term.en)
            if span is None or context.claimed("en", *span):
                continue
            values = {"text": text[slice(*span)], "zh": term.zh, "en": term.en}
            meant = fitted(term.en, text, span)
            yield self.finding(
                context, "en", meant.span, Message(self.set_so, values), severity=term.severity,
                fix=Fix(meant.text, "suggested"), counterpart=Span(*found.span()),
            )  # fmt: skip

    def _in_chinese(self, context: ClauseContext) -> Iterator[Finding]:
        text = context.text("zh")
        pattern, terms = _chinese()
        # A right term may hold the wrong words: 中国石油天然气集团公司 stands in no right name, 混装 might.
        wrong = [one for one in pattern.finditer(text) if not _within(text, *one.span(), terms[one[0]].zh)]
        for row in _in_rows(text, wrong):
            span = Span(row[0].start(), row[-1].end())
            meant = "、".join(dict.fromkeys(terms[one[0]].zh for one in row))
            message = Message(N_("“{text}” looks like “{zh}” gone wrong."), {"text": text[slice(*span)], "zh": meant})
            yield self.finding(
                context, "zh", span, message, severity=terms[row[0][0]].severity, fix=Fix(meant, "suggested")
            )


def _put_back(text: str, span: Span, torn: re.Match[str], meant: Written | None) -> tuple[Span, Written | None]:
    """Widen a term to what was torn off it, and say that before it: whole-process … in the coking industry."""
    start = meant.span.start if meant else span.start
    if text[:start].endswith(("the ", "The ")):
        start -= len("the ")
    span = Span(start, torn.end())
    if meant is None:
        return span, None
    whole = "whole-process " + meant.text[0].lower() + meant.text[1:]
    where = f" in the {torn['where']}" if torn["where"] else ""
    return span, Written(span, (whole[0].upper() if text[start].isupper() else whole[0]) + whole[1:] + where)


def _party_cut_short(words: str) -> str:
    """Give words as they compare, with the Party and its bodies named in one way: the 20th CPC Central Committee."""
    return _BODY_OF_PARTY.sub(r"cpc \1", as_written(words).replace("communist party of china", "cpc"))


def _in_rows(text: str, found: Sequence[re.Match[str]]) -> list[list[re.Match[str]]]:
    """Put what stands in one list together: 以气定改、以供定需 is one set phrase."""
    rows: list[list[re.Match[str]]] = []
    for one in found:
        if rows and text[rows[-1][-1].end() : one.start()] == "、":
            rows[-1].append(one)
        else:
            rows.append([one])
    return rows


def _within(text: str, start: int, end: int, right: str) -> bool:
    """Whether the words stand inside the right term."""
    first = max(0, end - len(right))
    found = text.find(right, first, start + len(right))
    return found >= 0 and found <= start and end <= found + len(right)
