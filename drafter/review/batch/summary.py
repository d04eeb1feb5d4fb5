"""The summary over a batch: a table, the worst first."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from drafter.exports.ledger.columns import Cell
from drafter.exports.ledger.csv_file import write_csv
from drafter.exports.ledger.xlsx_file import write_xlsx
from drafter.i18n import _
from drafter.model import N_
from drafter.review.batch.running import Result

SUMMARIES: Final = ("summary.csv", "summary.xlsx")
_HEADINGS: Final = (
    N_("Review"), N_("Files"), N_("Clauses"), N_("critical"), N_("major"), N_("minor"),
    N_("Facts that can't be trusted"), N_("Penalty per 1,000 words"), N_("Not done because"),
)  # fmt: skip


def write_summary(results: Iterable[Result], out: Path) -> tuple[Path, ...]:
    """Write the summary of a batch into its folder.

    Returns:
        The files.

    Raises:
        DrafterError: they can't be written.
    """
    order = sorted(results, key=lambda one: (bool(one.error), -one.facts, -(one.penalty or 0), one.name))
    table: list[list[Cell]] = [[_(heading) for heading in _HEADINGS], *map(_row, order)]
    paths = tuple(out / name for name in SUMMARIES)
    write_csv(table, paths[0])
    write_xlsx(table, paths[1], "Summary")
    return paths


def _row(result: Result) -> list[Cell]:
    counts: list[Cell] = [None] * 5
    if not result.error:
        penalty = None if result.penalty is None else f"{result.penalty:.1f}"
        counts = [result.clauses, *(result.counts.get(one, 0) for one in ("critical", "major", "minor")), result.facts]
        counts.append(penalty)
    else:
        counts.append(None)
    return [result.name, " · ".join(result.files), *counts, result.error or None]
