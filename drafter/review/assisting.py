"""Help while a translation is being written: figures and terms of the Chinese in English, clauses that are alike."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from drafter.checks import answers
from drafter.language.house_style import HouseStyle
from drafter.language.quantities import quantities_of
from drafter.language.quantities.write import write_english
from drafter.language.quantities.write_dates import ENDS, Date, write_date
from drafter.language.terms import without_aside
from drafter.language.terms.in_use import glossary
from drafter.model import Clause, Quantity, Side, Span
from drafter.review.marked import unmarked
from drafter.review.session import Fixed, ReviewSession
from drafter.review.state import ReviewState

_WORD: Final = re.compile(r"[A-Za-z][A-Za-z’'-]*(?: [A-Za-z’'-]+)*$")
_FIGURE: Final = re.compile(r"[0-9][0-9,.]*$")
_DATE: Final = re.compile(
    rf"(?:(?P<year>[12][0-9]{{3}})年)?(?:(?P<month>1[0-2]|0?[1-9])月)?(?:(?P<day>[0-3]?[0-9])[日号])?"
    rf"(?P<part>{'|'.join(sorted(ENDS, key=len, reverse=True))})?"
)
_LEAST: Final = 3
"""Letters from which on a word is worth completing."""

_MOST: Final = 12


@dataclass(frozen=True, slots=True)
class Completion:
    """What a text that is being typed may go on with.

    Attributes:
        text: the whole words.
        start: where those that they complete begin, in code points.
        zh: the Chinese that they render.
    """

    text: str
    start: int
    zh: str


def missing_figures(session: ReviewState, clause: int, english: str) -> list[tuple[str, str]]:
    """Give the figures of a clause's Chinese that its English does not have yet, written in English.

    Args:
        session: the review; figures are written as it writes them.
        clause: id of the clause.
        english: its English as typed so far.

    Returns:
        Each in English and as the Chinese has it, in the order of the Chinese.

    Raises:
        KeyError: there is no such clause.
    """
    here = unmarked(session.clause(clause))
    if english.strip():
        left = [
            one.zh for one in answers(here.with_text("en", english)) if one.zh and not one.en and not one.in_passing
        ]
    else:
        left = [one for one in quantities_of(here.zh.text, "zh") if one.kind != "list"]
    style = _style(session)
    written = ((_written(one, here.zh.text, style), one.text) for one in _whole_dates(left))
    return [(text, zh) for text, zh in written if text]


def _whole_dates(quantities: Iterable[Quantity]) -> list[Quantity]:
    """Put year and month together where they stand side by side: 2025年 and 9月底 are one date."""
    made: list[Quantity] = []
    for one in quantities:
        last = made[-1] if made else None
        if last and last.kind == one.kind == "date" and last.span.end == one.span.start:
            made[-1] = replace(last, span=Span(last.span.start, one.span.end), text=last.text + one.text)
        else:
            made.append(one)
    return made


def completions(session: ReviewState, clause: int, english: str, caret: int) -> list[Completion]:
    """Give what the words before the caret may be completed to: terms of the clause as the glossary has them, figures.

    Args:
        session: the review.
        clause: id of the clause.
        english: its English as typed so far.
        caret: where the caret stands in it, in code points.

    Raises:
        KeyError: there is no such clause.
    """
    typed = english[:caret]
    found: list[Completion] = []
    if (figure := _FIGURE.search(typed)) is not None:
        for text, zh in missing_figures(session, clause, english[: figure.start()] + english[caret:]):
            if text.startswith(figure[0]) and text != figure[0]:
                found.append(Completion(text, figure.start(), zh))
    if (words := _WORD.search(typed)) is not None:
        found += _of_terms(session.clause(clause), words)
    return found[:_MOST]


def _of_terms(clause: Clause, words: re.Match[str]) -> Iterable[Completion]:
    """Complete the last words with renderings of terms that stand in the Chinese; the longest beginning counts."""
    renderings = terms_of_clause(clause.zh.text)
    starts = [words.start(), *(words.start() + found.end() for found in re.finditer(r"[ ]", words[0]))]
    told: set[str] = set()
    for start in starts:
        typed = words.string[start : words.end()]
        if len(typed) < _LEAST:
            continue
        for zh, english in renderings:
            if english.lower().startswith(typed.lower()) and english.lower() != typed.lower() and english not in told:
                told.add(english)
                text = english[0].upper() + english[1:] if typed[0].isupper() else english
                yield Completion(text, start, zh)


@lru_cache(maxsize=64)
def _in_text(text: str, _glossary: int) -> tuple[tuple[str, str], ...]:
    found = sorted(
        ((text.find(term.zh), -len(term.zh), term) for term in glossary() if term.zh and term.zh in text),
        key=lambda one: one[:2],
    )
    told: list[tuple[str, str]] = []
    for _place, _length, term in found:
        told += ((term.zh, without_aside(english)) for english in (term.en, *term.accepted) if english)
    return tuple(dict.fromkeys(told))


def terms_of_clause(chinese: str) -> tuple[tuple[str, str], ...]:
    """Give the terms of the glossary that stand in a Chinese text, each with each of its right renderings, in order."""
    return _in_text(chinese, id(glossary()))


def identical(session: ReviewState, clause: int, side: Side = "en") -> tuple[int, ...]:
    """Give the other clauses whose source reads the same and whose translation does not read as this one's.

    Args:
        session: the review.
        clause: id of the clause that was corrected.
        side: the side that is the translation.

    Raises:
        KeyError: there is no such clause.
    """
    here = session.clause(clause)
    other: Side = "zh" if side == "en" else "en"
    source = here.side(other).text.strip()
    if not source or not here.side(side).text.strip():
        return ()
    return tuple(
        one.id
        for one in session.clauses
        if one.id != clause
        and one.side(other).text.strip() == source
        and one.side(side).text != here.side(side).text
        and not session.is_locked(one.id)
    )


def apply_to_identical(session: ReviewSession, clause: int, side: Side = "en") -> Fixed:
    """Have all clauses with the same source read as this one, as one step; finished ones are left alone.

    Raises:
        KeyError: there is no such clause.
        ProjectError: the project file can't be written; nothing was changed.
    """
    text = session.clause(clause).side(side).text
    return session.edit_all({id_: {side: text} for id_ in identical(session, clause, side)})


def _style(session: ReviewState) -> HouseStyle:
    return HouseStyle.of((one.en.original for one in session.clauses), session.house_style)


def _written(quantity: Quantity, text: str, style: HouseStyle) -> str:
    if quantity.kind == "date":
        found = _DATE.match(text, quantity.span.start)  # 底 and 末 stand behind what is the date
        if found is None or not (found["year"] or found["month"]):
            return ""
        year, month, day = (int(one) if one else None for one in found.group("year", "month", "day"))
        return write_date(Date(year, month, day, ENDS.get(found["part"] or "", "")), style)
    return write_english(quantity, style) if quantity.kind == "measure" else ""
