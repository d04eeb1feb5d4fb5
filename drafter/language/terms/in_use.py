"""The glossary in use: ours, and a reader's own over it."""

from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import replace
from typing import TypeVar

from drafter.language.terms.glossary import shipped_glossary
from drafter.model import Term

Made = TypeVar("Made")
_own: tuple[Term, ...] = ()
_in_use: tuple[Term, ...] | None = None


def choose_glossary(own: Iterable[Term]) -> None:
    """Have a glossary stand over ours from now on; an empty one leaves ours alone."""
    global _own, _in_use
    _own, _in_use = tuple(own), None


def glossary() -> tuple[Term, ...]:
    """Give the glossary in use; it is the same object until another one is chosen."""
    global _in_use
    if _in_use is None:
        _in_use = over(shipped_glossary(), _own) if _own else shipped_glossary()
    return _in_use


def per_glossary(make: Callable[[Sequence[Term]], Made]) -> Callable[[], Made]:
    """Keep what is made of the glossary until another one is chosen."""
    kept: list[tuple[Sequence[Term], Made]] = []

    def get() -> Made:
        terms = glossary()
        if not kept or kept[0][0] is not terms:
            kept[:] = [(terms, make(terms))]
        return kept[0][1]

    return get


def over(ours: Iterable[Term], own: Iterable[Term]) -> tuple[Term, ...]:
    """Lay one glossary over another: where both have a Chinese term, the upper row says how it is rendered.

    What the lower row forbids stays forbidden, unless the upper one says that it is right.
    """
    upper: dict[str, Term] = {}
    for term in own:
        upper[term.zh] = _joined(term, upper[term.zh]) if term.zh in upper else term
    lower = tuple(ours)
    laid = (_joined(upper[term.zh], term) if term.zh and term.zh in upper else term for term in lower)
    known = {term.zh for term in lower if term.zh}
    return (*laid, *(term for zh, term in upper.items() if zh not in known))


def _joined(upper: Term, lower: Term) -> Term:
    english = upper.en or lower.en
    right = {word.lower() for word in (english, *upper.accepted)}
    forbidden = _once((*upper.forbidden, *lower.forbidden), right)
    return replace(
        upper,
        en=english,
        forbidden=forbidden,
        beside=_once((*upper.beside, *lower.beside), {*right, *(word.lower() for word in forbidden)}),
        zh_forbidden=tuple(dict.fromkeys((*upper.zh_forbidden, *lower.zh_forbidden))),
        note=upper.note or lower.note,
    )


def _once(words: Sequence[str], left_out: Set[str]) -> tuple[str, ...]:
    """Give words once, however they are capitalised, without those that are left out."""
    found = {word.lower(): word for word in reversed(words)}
    wanted = dict.fromkeys(word.lower() for word in words)
    return tuple(found[word] for word in wanted if word not in left_out)
