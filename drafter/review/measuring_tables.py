"""What the measures of a plan come to: coverage of the taxonomy, bodies by measure, deadlines; and plans compared."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from drafter.exports.measures import MeasureRow, PlanTables
from drafter.model import Concept, Role, Side
from drafter.taxonomy import Taxonomy

_STRONGEST: tuple[Role, ...] = ("lead", "share", "cooperate", "implement")
_FIRST, _FURTHER = 0.3, 0.5
"""Confidence from which a suggestion counts as what a plan has: the first of a measure, and further ones."""

_COUNTED = 3
"""Suggestions of a measure that count."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A measure that a body has to have done by a year.

    Attributes:
        body: the body.
        year: the year.
        clause: id of the measure's clause.
        role: what the body has to do.
    """

    body: str
    year: int
    clause: int
    role: Role


@dataclass(frozen=True, slots=True)
class Compared:
    """A concept in several plans.

    Attributes:
        concept: the concept.
        counts: how many measures of each plan bear it, in the order of the plans.
    """

    concept: Concept
    counts: tuple[int, ...]

    @property
    def missing(self) -> tuple[int, ...]:
        """The plans that lack it, counted from 0."""
        return tuple(index for index, count in enumerate(self.counts) if not count)

    @property
    def only(self) -> int | None:
        """The one plan that has it, None where more have."""
        having = [index for index, count in enumerate(self.counts) if count]
        return having[0] if len(having) == 1 else None


def plan_tables(title: str, rows: Sequence[MeasureRow], taxonomy: Taxonomy) -> PlanTables:
    """Put together what is written of a plan."""
    return PlanTables(title, rows, coverage(rows, taxonomy), matrix(rows))


def coverage(rows: Iterable[MeasureRow], taxonomy: Taxonomy, facet: str = "measure") -> list[tuple[Concept, int]]:
    """Say of every leaf of a facet how many measures are about it."""
    counts = _counts(rows)
    return [
        (concept, counts[concept.notation])
        for concept in taxonomy.concepts()
        if concept.facet == facet and taxonomy.is_leaf(concept.notation) and not concept.deprecated
    ]


def uncovered(rows: Iterable[MeasureRow], taxonomy: Taxonomy) -> list[Concept]:
    """Give the measures of the taxonomy that no clause is about."""
    return [concept for concept, count in coverage(rows, taxonomy) if not count]


def matrix(rows: Iterable[MeasureRow], side: Side | None = None) -> dict[str, dict[int, Role]]:
    """Say which body has which role in which clause; where it has several, the strongest.

    Args:
        rows: the measures.
        side: whose names; None for the Chinese where it has some.
    """
    made: dict[str, dict[int, Role]] = {}
    for row in rows:
        own = side or ("zh" if "zh" in row.duties else "en")
        for role in _STRONGEST:
            for body in row.bodies(own, role):
                made.setdefault(body, {}).setdefault(row.clause, role)
    return dict(sorted(made.items(), key=lambda item: (-len(item[1]), item[0])))


def bodies_without_lead(rows: Iterable[MeasureRow]) -> list[str]:
    """Give the bodies that lead nothing and share nothing: they only cooperate or implement."""
    return [body for body, roles in matrix(rows).items() if not {"lead", "share"} & set(roles.values())]


def clauses_without_body(rows: Sequence[MeasureRow]) -> list[int]:
    """Give the clauses with a measure that nobody is to do, among the sections whose other clauses name somebody."""
    named = {row.clause for row in rows if row.duties}
    sections = {_section(row) for row in rows if row.clause in named}
    told = dict.fromkeys(
        row.clause
        for row in rows
        if not row.heading and row.concepts and row.clause not in named and _section(row) in sections
    )
    return list(told)


def clauses_without_lead(rows: Iterable[MeasureRow]) -> list[int]:
    """Give the clauses that name bodies and none that leads or shares the work."""
    roles: dict[int, set[Role]] = defaultdict(set)
    for row in rows:
        for duties in row.duties.values():
            roles[row.clause] |= {duty.role for duty in duties}
    return [clause for clause, own in roles.items() if not own & {"lead", "share"}]


def deadlines(rows: Iterable[MeasureRow]) -> list[Deadline]:
    """Give what each body has to have done by when, by body and year."""
    latest: dict[int, int] = {}
    held = list(rows)
    for row in held:
        if row.year:
            latest[row.clause] = max(row.year, latest.get(row.clause, 0))
    return sorted(
        (
            Deadline(body, latest[clause], clause, role)
            for body, roles in matrix(held).items()
            for clause, role in roles.items()
            if clause in latest
        ),
        key=lambda one: (one.body, one.year, one.clause),
    )


def compare_plans(plans: Sequence[Sequence[MeasureRow]], taxonomy: Taxonomy) -> list[Compared]:
    """Compare plans: for each measure of the taxonomy that one of them has, how many clauses of each are about it."""
    counts = [_counts(rows) for rows in plans]
    return [
        Compared(concept, numbers)
        for concept in taxonomy.concepts()
        if concept.facet == "measure"
        and taxonomy.is_leaf(concept.notation)
        and any(numbers := tuple(own[concept.notation] for own in counts))
    ]


def comparison_table(compared: Sequence[Compared], names: Sequence[str]) -> list[Sequence[str | int]]:
    """Give a comparison as rows: code, both labels, a count for each plan, and the plans that lack it."""
    made: list[Sequence[str | int]] = [("code", "zh", "en", *names, "missing")]
    for one in compared:
        lacking = ", ".join(names[index] for index in one.missing)
        made.append((one.concept.notation, one.concept.label["zh"], one.concept.label["en"], *one.counts, lacking))
    return made


def _counts(rows: Iterable[MeasureRow]) -> Mapping[str, int]:
    counts: Counter[str] = Counter()
    for row in rows:
        accepted = [one for one in row.concepts if one.accepted]
        sure = [
            one
            for index, one in enumerate(row.concepts[:_COUNTED])
            if one.confidence >= (_FURTHER if index else _FIRST)
        ]
        counts.update(one.concept.notation for one in accepted or sure)
    return counts


def _section(row: MeasureRow) -> str:
    return row.section.get("zh") or row.section.get("en", "")
