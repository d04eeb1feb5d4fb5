"""What a filter asks of a clause, and which clauses meet it."""

import operator
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Final, Literal

from drafter.model import SEVERITIES, STATES, Clause, Finding, Note
from drafter.review.searching import Searched
from drafter.review.state import ReviewState

Key = Literal["severity", "family", "rule", "state", "tag", "note", "text", "zh", "en", "changed", "clause"]
KEYS: Final[tuple[Key, ...]] = (
    "severity", "family", "rule", "state", "tag", "note", "text", "zh", "en", "changed", "clause",
)  # fmt: skip
"""What can be asked for."""

Comparison = Literal[":", "=", ">=", "<=", ">", "<"]
ORDERED: Final[frozenset[Key]] = frozenset(("severity", "state", "clause"))
"""What has an order, so that more and less mean something."""

_COMPARED: Final[Mapping[Comparison, Callable[[int, int], bool]]] = {
    ":": operator.eq, "=": operator.eq, ">=": operator.ge, "<=": operator.le, ">": operator.gt, "<": operator.lt,
}  # fmt: skip
NONE, ANY = "none", "any"


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that is asked for.

    Attributes:
        key: of what.
        comparison: how.
        value: what it shall be.
        negated: whether it must not be so.
    """

    key: Key
    comparison: Comparison
    value: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """All that is asked for; a clause has to meet every term."""

    terms: tuple[Term, ...] = ()

    def ids(self, session: ReviewState) -> frozenset[int] | None:
        """Give the clauses that meet it; None where nothing is asked for, which all do."""
        if not self.terms:
            return None
        about = [term for term in self.terms if term.key in _OF_FINDINGS and not term.negated]
        rest = [(term, _tests(term)) for term in self.terms if term not in about]
        return frozenset(_meeting(session, about, rest))


_OF_FINDINGS: Final = ("severity", "family", "rule")
_Test = Callable[[ReviewState, Clause], bool]


def _meeting(session: ReviewState, about: list[Term], rest: list[tuple[Term, _Test]]) -> Iterator[int]:
    """Give the clauses that meet all; what is asked of findings must hold of one and the same."""
    for clause in session.clauses:
        if about and not any(all(_fits(finding, term) for term in about) for finding in session.findings(clause.id)):
            continue
        if all(test(session, clause) is not term.negated for term, test in rest):
            yield clause.id


def _fits(finding: Finding, term: Term) -> bool:
    match term.key:
        case "severity":
            return _COMPARED[term.comparison](SEVERITIES.index(finding.severity), _place(SEVERITIES, term.value))
        case "family":
            return finding.family == term.value
        case _:
            return _matches(finding.rule, term.value)


def _tests(term: Term) -> _Test:
    """Give what tells whether a clause meets a term, whether or not it is negated."""
    value = term.value
    match term.key:
        case "severity" | "family" | "rule":
            return lambda session, clause: any(_fits(finding, term) for finding in session.findings(clause.id))
        case "state":
            wanted, compared = _place(STATES, value), _COMPARED[term.comparison]
            return lambda session, clause: compared(STATES.index(session.state(clause.id)), wanted)
        case "tag":
            return lambda session, clause: _among(session.tags(clause.id), value)
        case "note":
            return lambda session, clause: _noted(session.notes(clause.id), value)
        case "changed":
            return lambda _session, clause: _is_changed(clause) is (value == "yes")
        case "clause":
            first, last = _range(value)
            if term.comparison in (":", "="):
                return lambda _session, clause: first <= clause.id <= last
            compared = _COMPARED[term.comparison]
            return lambda _session, clause: compared(clause.id, first)
        case _:
            return _holds(term)


def _holds(term: Term) -> _Test:
    searched = Searched(term.value)
    sides = ("zh", "en") if term.key == "text" else (term.key,)
    return lambda _session, clause: any(
        searched.spans(clause.zh.text if side == "zh" else clause.en.text) for side in sides
    )


def _place(order: tuple[str, ...], value: str) -> int:
    return order.index(value)


def _matches(name: str, pattern: str) -> bool:
    """Tell whether a name is meant: by itself, by a pattern with stars, or by how it begins."""
    name, pattern = name.lower(), pattern.lower()
    return fnmatchcase(name, pattern) if "*" in pattern else name == pattern or name.startswith(f"{pattern}.")


def _among(tags: tuple[str, ...], value: str) -> bool:
    if value in (NONE, ANY):
        return bool(tags) is (value == ANY)
    # A code stands for those below it, which begin with it.
    return any(tag.lower().startswith(value.lower().rstrip("*")) for tag in tags)


def _noted(notes: tuple[Note, ...], value: str) -> bool:
    if value in (NONE, ANY):
        return bool(notes) is (value == ANY)
    searched = Searched(value)
    return any(searched.spans(note.text) for note in notes)


def _is_changed(clause: Clause) -> bool:
    return any(side.text != side.original for side in (clause.zh, clause.en))


def _range(value: str) -> tuple[int, int]:
    first, _, last = value.partition("-")
    return int(first), int(last or first)
