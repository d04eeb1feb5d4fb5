"""What a quality report says of a review, in figures: worked out once, written as a page, a Word file or a record."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from drafter.exports.html.facts import family_order
from drafter.exports.quality.scoring import Score, Weights, once, score
from drafter.exports.quality.sections import Section, sections_of
from drafter.exports.quality.types import OTHER, type_order
from drafter.exports.snapshot import ReviewSnapshot
from drafter.language.wordcount import count_words
from drafter.model import Clause, Finding, Side

_WORST: Final = 10
"""Clauses that are told one by one."""


@dataclass(frozen=True, slots=True)
class QualityOptions:
    """What the user chooses about a report.

    Attributes:
        weights: what an error of each severity costs.
        confirmed: whether only findings count that a reviewer confirmed.
        repeats: whether a repeated fault counts as often as it stands, and not once.
    """

    weights: Weights = field(default_factory=Weights)
    confirmed: bool = False
    repeats: bool = False


@dataclass(frozen=True, slots=True)
class Assessment:
    """What a report is made of.

    Attributes:
        snapshot: the review as it stands, with its open findings.
        loaded: what is found in its texts as loaded, in order; without what reviewers set aside.
        confirmed: those of both that a reviewer confirmed.
        sides: the sides whose errors and words count: the translation, not what it was made from.
        types: the MQM error type of each rule, by name; a finding of another rule has its own name for a type where
            that is one.
    """

    snapshot: ReviewSnapshot
    loaded: tuple[Finding, ...]
    confirmed: frozenset[Finding] = frozenset()
    sides: tuple[Side, ...] = ("en",)
    types: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Compared:
    """One thing before correction and after it.

    Attributes:
        before: the texts as loaded.
        after: the texts as corrected; measured against as many words, so that the two can be compared.
    """

    before: Score
    after: Score


@dataclass(frozen=True, slots=True)
class WorstClause:
    """A clause with the findings that count in it.

    Attributes:
        clause: the clause.
        findings: its findings, repeats too.
        penalty: what they cost.
    """

    clause: Clause
    findings: tuple[Finding, ...]
    penalty: float


@dataclass(frozen=True, slots=True)
class Uncounted:
    """Open findings that are in no figure, by the reason.

    Attributes:
        source: they stand in the text that was translated.
        unconfirmed: nobody confirmed them, and only confirmed ones count.
        repeats: the same fault was counted before.
    """

    source: int
    unconfirmed: int
    repeats: int


@dataclass(frozen=True, slots=True)
class QualityReport:
    """What a report says.

    Attributes:
        snapshot: the review.
        options: how it was counted.
        sides: the sides that count.
        whole: the whole review.
        types: the same by MQM error type, in the names of the rules.
        families: the same by family of rules.
        sections: the same by section, each by itself: what is repeated in another is counted here too; empty where
            the review has none.
        worst: the worst clauses as they stand, the worst first.
        uncounted: what is left out of the figures after correction.
        confirmed: the open findings that a reviewer confirmed.
        changed: whether any text was corrected.
    """

    snapshot: ReviewSnapshot
    options: QualityOptions
    sides: tuple[Side, ...]
    whole: Compared
    types: tuple[tuple[str, Compared], ...]
    families: tuple[tuple[str, Compared], ...]
    sections: tuple[tuple[Section, Compared], ...]
    worst: tuple[WorstClause, ...]
    uncounted: Uncounted
    confirmed: frozenset[Finding]
    changed: bool


def assess(given: Assessment, options: QualityOptions | None = None) -> QualityReport:
    """Work out what a report says."""
    chosen = options or QualityOptions()
    snapshot, weights = given.snapshot, chosen.weights
    target = [finding for finding in snapshot.findings if finding.side in given.sides]
    counted = list if chosen.repeats else once
    wanted = _wanted(target, given, chosen)
    after = counted(wanted)
    loaded = _wanted((finding for finding in given.loaded if finding.side in given.sides), given, chosen)
    before = counted(loaded)
    lengths = {
        clause.id: sum(count_words(clause.side(side).original) for side in given.sides) for clause in snapshot.clauses
    }
    words = sum(lengths.values())
    types = given.types or {}

    def compared(of: Callable[[Finding], bool], length: int) -> Compared:
        return Compared(score(filter(of, before), length, weights), score(filter(of, after), length, weights))

    def within(clauses: Collection[int]) -> Compared:
        inside, length = frozenset(clauses), sum(lengths[id_] for id_ in clauses)
        then, now = ([one for one in found if one.clause in inside] for found in (loaded, wanted))
        return Compared(score(counted(then), length, weights), score(counted(now), length, weights))

    def grouped(name: Callable[[Finding], str]) -> Mapping[str, Compared]:
        return {
            one: compared(lambda finding: name(finding) == one, words)  # noqa: B023 -- used at once
            for one in {name(finding) for finding in (*before, *after)}
        }

    by_type = grouped(lambda finding: type_of(finding, types))
    by_family = grouped(lambda finding: finding.family)
    return QualityReport(
        snapshot=snapshot,
        options=chosen,
        sides=given.sides,
        whole=compared(lambda _finding: True, words),
        types=tuple(sorted(by_type.items(), key=lambda item: type_order(item[0]))),
        families=tuple(sorted(by_family.items(), key=lambda item: family_order(item[0]))),
        sections=tuple((section, within(section.clauses)) for section in sections_of(snapshot.clauses)),
        worst=_worst(snapshot.clauses, wanted, weights),
        uncounted=Uncounted(len(snapshot.findings) - len(target), len(target) - len(wanted), len(wanted) - len(after)),
        confirmed=given.confirmed,
        changed=any(
            clause.side(side).text != clause.side(side).original for clause in snapshot.clauses for side in given.sides
        ),
    )


def type_of(finding: Finding, types: Mapping[str, str]) -> str:
    """Give the MQM error type of a finding, in the names of the rules; a reviewer's own may have one for its rule."""
    return types.get(finding.rule) or (finding.rule if "/" in finding.rule else OTHER)


def _wanted(findings: Iterable[Finding], given: Assessment, options: QualityOptions) -> list[Finding]:
    return [finding for finding in findings if not options.confirmed or finding in given.confirmed]


def _worst(clauses: Sequence[Clause], findings: Iterable[Finding], weights: Weights) -> tuple[WorstClause, ...]:
    found: dict[int, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.clause, []).append(finding)
    costs = {id_: sum(weights.of(one.severity) for one in those) for id_, those in found.items()}
    known = {clause.id: clause for clause in clauses}
    order = sorted((id_ for id_ in costs if costs[id_] and id_ in known), key=lambda id_: (-costs[id_], id_))
    return tuple(WorstClause(known[id_], tuple(found[id_]), costs[id_]) for id_ in order[:_WORST])
