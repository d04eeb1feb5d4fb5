"""The measures of a plan written to a file: csv, a workbook, JSON, or the annex for print."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from drafter.exports.atomic import write_atomically
from drafter.exports.ledger.columns import Cell
from drafter.exports.ledger.csv_file import csv_lines, write_csv
from drafter.exports.ledger.xlsx_file import write_sheets
from drafter.exports.measures.columns import ROLE_WORDS, said, table, target_cells, target_headings
from drafter.exports.measures.entries import json_text
from drafter.exports.measures.record import MeasureRow
from drafter.i18n import _, language
from drafter.model import N_, Concept, DrafterError, Role

ANNEX_ENDINGS: Final = (".docx",)
MEASURE_ENDINGS: Final = (".xlsx", ".csv", ".json", *ANNEX_ENDINGS)


@dataclass(frozen=True)
class PlanTables:
    """What is written of a plan.

    Attributes:
        title: what the plan is called.
        rows: its measures, in order.
        coverage: the concepts it could have, with how many measures bear each.
        matrix: by body the roles it has in each clause that has duties.
    """

    title: str
    rows: Sequence[MeasureRow]
    coverage: Sequence[tuple[Concept, int]] = ()
    matrix: Mapping[str, Mapping[int, Role]] = field(default_factory=dict)


def measures_text(plan: PlanTables) -> str:
    """Give the measures as the text of a CSV file."""
    return csv_lines(table(plan.rows))


def write_measures(plan: PlanTables, path: Path, kind: str = "") -> None:
    """Write the measures to a file.

    Args:
        plan: the measures.
        path: where to; an old file there is replaced whole or not at all.
        kind: "csv", "xlsx", "json" or "docx"; "" where the ending of the name says which.

    Raises:
        DrafterError: the ending is not known, or the file can't be written.
    """
    ending = f".{kind}" if kind else path.suffix.lower()
    if ending == ".csv":
        write_csv(table(plan.rows), path)
    elif ending == ".xlsx":
        write_sheets(_sheets(plan), path)
    elif ending == ".json":
        write_atomically(path, json_text(plan.rows).encode())
    elif ending in ANNEX_ENDINGS:
        from drafter.exports.measures.annex import build

        write_atomically(path, build(plan))
    else:
        raise DrafterError(
            N_("“{name}” can't be written: the measures go into {endings}. Choose one of these endings."),
            name=path.name, endings=", ".join(MEASURE_ENDINGS),
        )  # fmt: skip


def _sheets(plan: PlanTables) -> dict[str, list[Sequence[Cell]]]:
    targets: list[Sequence[Cell]] = [target_headings()]
    targets += [target_cells(row, target) for row in plan.rows for target in row.targets if not target.threshold]
    return {
        "Measures": table(plan.rows),
        "Targets": targets,
        "Bodies": _matrix(plan),
        "Coverage": _coverage(plan),
    }


def _matrix(plan: PlanTables) -> list[Sequence[Cell]]:
    """Bodies down, measures across: the role that each has."""
    clauses = sorted({clause for roles in plan.matrix.values() for clause in roles})
    lines = {row.clause: (row.places.get("zh") or row.places.get("en")) for row in reversed(plan.rows)}
    head: list[Cell] = [_(N_("Body")), _(N_("Measures"))]
    for clause in clauses:
        place = lines.get(clause)
        head.append(_(N_("Line {line}"), line=place.line) if place else str(clause))
    made: list[Sequence[Cell]] = [head]
    for body, roles in plan.matrix.items():
        cells: list[Cell] = [said(body), len(roles)]
        cells += [_(ROLE_WORDS[roles[clause]]) if clause in roles else None for clause in clauses]
        made.append(cells)
    return made


def _coverage(plan: PlanTables) -> list[Sequence[Cell]]:
    head: list[Cell] = [_(N_("Code")), _(N_("Concept")), _(N_("Measures"))]
    rows: list[Sequence[Cell]] = [
        [concept.notation, said(concept.label[language()]), count] for concept, count in plan.coverage
    ]
    return [head, *rows]
