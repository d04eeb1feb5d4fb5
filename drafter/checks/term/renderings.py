"""The renderings that the glossary knows, looked for in one pass; what the rules over terms have in common."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import combinations, groupby

from drafter.language.terms import Phrases, without_aside
from drafter.language.terms.in_use import per_glossary
from drafter.language.terms.phrases import words_of
from drafter.model import Span, Term

LEVELS = ("Provincial", "Municipal", "National", "County", "District", "City")
"""Words of a name that say only at which level an office stands."""
_PLAIN = "plain words"
_OFFICE = re.compile(r"(?P<kind>Department|Bureau|Office|Administration) of (?P<remit>[A-Z].*)")


@dataclass(frozen=True, slots=True)
class Rendering:
    """What is known of some English words.

    Attributes:
        term: the term they render.
        right: whether they are as the glossary has them; what is part of a right rendering is no wrong one.
        beside: whether they are wrong only beside the Chinese term.
    """

    term: Term
    right: bool = False
    beside: bool = False


@per_glossary
def _phrases(terms: Sequence[Term]) -> Phrases[Rendering]:
    """Give the renderings of all terms."""
    wrong = {tuple(words_of(phrase)) for term in terms for phrase in (*term.forbidden, *term.beside)}
    found = []
    for term in terms:
        # Of plain words only those count that hold wrong ones: others would hide what is wrong with them.
        known = [phrase for phrase in (term.en, *term.accepted) if not is_plain(term) or _holds(phrase, wrong)]
        right = [form for phrase in known for form in _with_and_without_level(phrase)]
        found += [(phrase, Rendering(term, right=True)) for phrase in dict.fromkeys(right)]
        found += [(phrase, Rendering(term)) for phrase in term.forbidden]
        found += [(phrase, Rendering(term, beside=True)) for phrase in term.beside]
    return Phrases(found)


def is_plain(term: Term) -> bool:
    """Tell whether a term is said in plain words: any sound ones will do, and need not be the same everywhere."""
    return term.note.startswith(_PLAIN)


def _holds(phrase: str, wrong: Set[tuple[str, ...]]) -> bool:
    words = words_of(phrase)
    return any(tuple(words[first:last]) in wrong for first, last in combinations(range(len(words) + 1), 2))


def _with_and_without_level(phrase: str) -> tuple[str, ...]:
    """Give a name without what explains it in brackets, and without the level of its office as well.

    Of the Department of Finance also the Finance Department, which is right where a text has it throughout.
    """
    plain = without_aside(phrase)
    first, _, rest = plain.partition(" ")
    levelled = first in LEVELS and rest
    names = (plain, rest) if levelled else (plain,)
    office = _OFFICE.fullmatch(names[-1])
    return (*names, f"{office['remit']} {office['kind']}") if office else names


def renderings(text: str) -> Iterator[tuple[Span, list[Rendering]]]:
    """Give the renderings that stand in an English text, from left to right, with all that is known of each."""
    for span, group in groupby(_phrases().spot(text), key=lambda spotted: spotted.span):
        yield span, [spotted.meaning for spotted in group]
