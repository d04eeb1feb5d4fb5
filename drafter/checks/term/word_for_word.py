"""Terms of the Chinese that the English renders character by character, however it does."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from drafter.checks.term.renderings import renderings
from drafter.language.scripts import HAN
from drafter.language.terms import without_aside
from drafter.language.terms.in_use import per_glossary
from drafter.language.terms.literal import LONGEST, SHORTEST, EnglishWords, english_words, literal
from drafter.language.terms.phrases import any_of, words_of
from drafter.model import Span, Term

_QUOTES = str.maketrans("", "", '“”‘’"')
_HAN = re.compile(f"[{HAN}]")


class WordForWord(NamedTuple):
    """A term rendered character by character.

    Attributes:
        term: the term.
        place: where the Chinese has it, None where quotes stand in it.
        span: the English words.
        sure: whether so many of them are alien to the term that no writer would have chosen them.
    """

    term: Term
    place: Span | None
    span: Span
    sure: bool


class _Known(NamedTuple):
    term: Term
    right: tuple[str, ...]
    trapped: bool  # whether wrong renderings of it are known: it is said in pictures


@per_glossary
def _terms(terms: Sequence[Term]) -> tuple[re.Pattern[str], dict[str, _Known]]:
    rows: dict[str, list[Term]] = {}
    for term in terms:
        if term.en and SHORTEST <= len(_HAN.findall(term.zh)) <= LONGEST:
            rows.setdefault(term.zh, []).append(term)
    known = {
        zh: _Known(
            same[0],
            tuple(dict.fromkeys(without_aside(right) for term in same for right in (term.en, *term.accepted))),
            any(term.forbidden or term.beside for term in same),
        )
        for zh, same in rows.items()
    }
    return any_of(known), known


def word_for_word(source: str, text: str) -> Iterator[WordForWord]:
    """Give the terms of a Chinese text that its English renders character by character.

    Args:
        source: the Chinese.
        text: its English.
    """
    pattern, known = _terms()
    plain = unquoted(source)
    english = _English(plain, text)
    for found in pattern.finditer(plain):
        term, right, trapped = known[found[0]]
        if term.locked:
            continue
        seen = literal(term.zh, right, english.words, found.start() / len(plain))
        if seen is None or (seen.alien == 1 and not trapped):
            continue
        if english.says(term.zh, right) or english.is_right(seen.span):
            continue
        start = source.find(term.zh)
        place = Span(start, start + len(term.zh)) if start >= 0 else None
        yield WordForWord(term, place, seen.span, seen.alien > 1)


class _English:
    """An English text, and what of it is known to render its Chinese right."""

    def __init__(self, source: str, text: str) -> None:
        self._source = source
        self._text = text
        self._said: dict[str, bool] = {}

    @cached_property
    def words(self) -> EnglishWords:
        return english_words(self._text)

    @cached_property
    def _forms(self) -> str:
        return f" {' '.join(words_of(self._text))} "

    @cached_property
    def _right(self) -> tuple[list[Span], frozenset[str]]:
        meant = [(span, one.term.zh) for span, found in renderings(self._text) for one in found if one.right]
        said = frozenset(zh for _, zh in meant if zh in self._source)
        return [span for span, zh in meant if zh in said], said

    def says(self, zh: str, right: Sequence[str]) -> bool:
        """Whether it has a right rendering of a term anywhere."""
        if zh not in self._said:
            said = any(f" {' '.join(words_of(one))} " in self._forms for one in right)
            self._said[zh] = said or zh in self._right[1]
        return self._said[zh]

    def is_right(self, span: Span) -> bool:
        """Whether some of these words render something of the Chinese as they should."""
        spans = self._right[0]
        following = bisect_left(spans, span.end, key=lambda one: one.start)
        return following > 0 and spans[following - 1].end > span.start


def unquoted(source: str) -> str:
    """Give a Chinese text without its quotation marks, in which the glossary's terms may be set or not."""
    return source.translate(_QUOTES)
