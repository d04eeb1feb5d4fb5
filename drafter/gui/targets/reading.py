"""Reading a plan for the panel; takes seconds on a long one, and is done in a thread of its own."""

from collections.abc import Mapping
from dataclasses import dataclass

from drafter.exports.measures import MeasureRow
from drafter.gui.targets.duty_tables import deadlines_table, duties_table, matrix_table
from drafter.gui.targets.records import Table
from drafter.gui.targets.target_tables import coverage_table, targets_table
from drafter.model import Target
from drafter.review import ReviewSession
from drafter.review.measuring import Measures
from drafter.review.measuring_targets import Path, joined, paths, wrong_sums
from drafter.taxonomy import Taxonomy


@dataclass(frozen=True)
class PlanRead:
    """A plan as it was read.

    Attributes:
        rows: its measures.
        taxonomy: the concepts they were read with.
        paths: how its indicators go over the years.
        doubles: how many targets say again what another says.
        tables: its tables in the language that was set, by name.
    """

    rows: tuple[MeasureRow, ...]
    taxonomy: Taxonomy
    paths: tuple[Path, ...]
    doubles: int
    tables: Mapping[str, Table]


def read_plan(session: ReviewSession) -> PlanRead:
    """Read the plan that a review holds."""
    measures = Measures(session)
    rows = tuple(measures.rows())
    every = [target for row in rows for target in row.targets]
    named = [one for one in every if _named(one)]
    single = joined(named)
    series = tuple(paths(named))
    tables = {
        "targets": targets_table(single, series, wrong_sums(session.findings())),
        "duties": duties_table(rows),
        "matrix": matrix_table(rows),
        "deadlines": deadlines_table(rows),
        "coverage": coverage_table(rows, measures.taxonomy),
    }
    return PlanRead(rows, measures.taxonomy, series, len(named) - len(single), tables)


def _named(target: Target) -> bool:
    """Tell whether it is known what a figure measures: one that promises nothing nameable is no target."""
    return any(target.indicator.values()) and not target.threshold
