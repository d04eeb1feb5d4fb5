"""`drafter measures`: what a plan says is to be done: concepts, who is to do it, by when, and with which figures."""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from drafter.cli.commands.forms import form_of
from drafter.cli.commands.sources import add_out, add_pair, add_project, keep_sources, open_sources
from drafter.cli.output import deliver, json_line, put, written
from drafter.i18n import _
from drafter.model import N_
from drafter.review.measuring import Measures
from drafter.review.measuring_output import (
    MeasureRow,
    measure_entries,
    measures_text,
    open_plan,
    write_comparison,
    write_measures,
)
from drafter.review.measuring_tables import Compared, compare_plans, comparison_table, coverage, plan_tables
from drafter.review.taxonomies import Taxonomy, office_taxonomy

HELP = N_("list the measures of a plan: their concepts, who is to do them, by when, and the figures they promise")
_FORMS = ("jsonl", "csv", "xlsx", "docx")
_COUNTS = ("jsonl", "csv", "xlsx")
_FILES_ONLY = ("xlsx", "docx")
_FEWEST = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_pair(parser)
    add_project(parser)
    parser.add_argument("--format", choices=_FORMS, help=_(N_("form of the output")))
    parser.add_argument(
        "--taxonomy",
        type=Path,
        metavar=_(N_("FILE")),
        help=_(N_("an office's own taxonomy: YAML, SKOS (.ttl) or .xlsx")),
    )
    parser.add_argument(
        "--coverage", action="store_true", help=_(N_("tell how many clauses each concept has instead of the measures"))
    )
    parser.add_argument(
        "--compare",
        type=Path,
        nargs="+",
        metavar=_(N_("FILE")),
        help=_(N_("compare plans instead: what one has that another lacks")),
    )
    add_out(parser)
    parser.set_defaults(parser=parser)


def run(chosen: argparse.Namespace) -> int:
    """Carry the command out."""
    out: Path | None = chosen.out
    chosen.format = form_of(chosen, ("json", *_FORMS), "jsonl")
    if chosen.coverage and chosen.compare:
        chosen.parser.error(_(N_("--coverage tells of one plan, --compare of several: choose one of them")))
    if (chosen.coverage or chosen.compare) and chosen.format not in _COUNTS:
        chosen.parser.error(_(N_("what --coverage and --compare count goes into {forms}"), forms=", ".join(_COUNTS)))
    if chosen.format in _FILES_ONLY and out is None:
        chosen.parser.error(_(N_("this format needs a file to go to: -o FILE")))
    taxonomy = office_taxonomy(chosen.taxonomy) if chosen.taxonomy else None
    if chosen.compare:
        _compare(chosen, taxonomy)
    else:
        _list(chosen, taxonomy)
    if out:
        written(out)
    return 0


# --- one plan --------------------------------------------------------------------------------------------------------


def _list(chosen: argparse.Namespace, taxonomy: Taxonomy | None) -> None:
    out: Path | None = chosen.out
    session = open_sources(chosen.parser, chosen)
    measures = Measures(session, taxonomy)
    rows = measures.rows()
    if chosen.coverage:
        _deliver_coverage(rows, measures.taxonomy, chosen)
    elif chosen.format == "jsonl":
        deliver(map(json_line, measure_entries(rows)), out)
    else:
        plan = plan_tables(session.title, rows, measures.taxonomy)
        if out is None:
            put(measures_text(plan))
        else:
            write_measures(plan, out, chosen.format)
    session.close()


def _deliver_coverage(rows: Sequence[MeasureRow], taxonomy: Taxonomy, chosen: argparse.Namespace) -> None:
    """Tell how many clauses each concept has."""
    out: Path | None = chosen.out
    told = [Compared(concept, (count,)) for concept, count in coverage(rows, taxonomy)]
    _deliver_compared(told, ["clauses"], chosen, out)


# --- several plans ---------------------------------------------------------------------------------------------------


def _compare(chosen: argparse.Namespace, taxonomy: Taxonomy | None) -> None:
    files: list[Path] = chosen.compare
    if len(files) < _FEWEST or chosen.zh or chosen.en or chosen.project:
        chosen.parser.error(_(N_("give the plans to compare, two at least, behind --compare and nowhere else")))
    keep_sources(chosen.parser, chosen)
    plans, names = [], []
    known: Taxonomy | None = taxonomy
    for file in files:
        session = open_plan(file)
        measures = Measures(session, taxonomy)
        known = known or measures.taxonomy
        plans.append(measures.rows())
        names.append(file.name if [one.name for one in files].count(file.name) == 1 else str(file))
        session.close()
    if known is not None:
        _deliver_compared(compare_plans(plans, known), names, chosen, chosen.out)


def _deliver_compared(
    compared: Sequence[Compared], names: Sequence[str], chosen: argparse.Namespace, out: Path | None
) -> None:
    if chosen.format == "jsonl":
        deliver(map(json_line, _compared_records(compared, names)), out)
    else:
        text = write_comparison(comparison_table(compared, names), out, chosen.format)
        if out is None:
            put(text)


def _compared_records(compared: Sequence[Compared], names: Sequence[str]) -> Iterator[dict[str, object]]:
    for one in compared:
        yield {
            "code": one.concept.notation,
            "zh": one.concept.label["zh"],
            "en": one.concept.label["en"],
            "clauses": dict(zip(names, one.counts, strict=True)),
            "missing": [names[index] for index in one.missing],
        }
