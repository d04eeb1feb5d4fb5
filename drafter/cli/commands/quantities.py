"""`drafter quantities`: every figure of a plan by its value, and whether both sides agree."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from drafter.cli.commands.forms import form_of
from drafter.cli.commands.sources import add_mixed, add_out, add_pair, add_project, open_sources
from drafter.cli.output import deliver, json_line, put, written
from drafter.i18n import _
from drafter.model import N_, LedgerRow, Quantity, Side
from drafter.review import QuantityLedger, ReviewSession, ledger_cells, ledger_headings, ledger_text, write_ledger

HELP = N_("list every figure of a plan by its value, unit and bound, what it is about, and whether both sides agree")
_FORMS = ("jsonl", "csv", "xlsx", "table")
_SIDES: tuple[Side, Side] = ("zh", "en")
_SHOWN = 8  # columns of a table to read: the first ones


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_pair(parser)
    add_mixed(parser)
    add_project(parser)
    parser.add_argument("--format", choices=_FORMS, help=_(N_("form of the output")))
    add_out(parser)
    parser.set_defaults(parser=parser)


def run(chosen: argparse.Namespace) -> int:
    """Carry the command out."""
    out: Path | None = chosen.out
    chosen.format = form_of(chosen, _FORMS, "jsonl")
    if chosen.format == "xlsx" and out is None:
        chosen.parser.error(_(N_("a workbook needs a file to go to: -o FILE")))
    session = open_sources(chosen.parser, chosen)
    ledger = QuantityLedger(session)
    if chosen.format == "jsonl":
        deliver(map(json_line, _records(session, ledger)), out)
    elif chosen.format == "table":
        _table(ledger, out)
    elif out is None:
        put(ledger_text(ledger.rows()))
    else:
        write_ledger(ledger.rows(), out, chosen.format)
    session.close()
    if out:
        written(out)
    return 0


# --- the contract: a line for each figure of each side ---------------------------------------------------------------


def _records(session: ReviewSession, ledger: QuantityLedger) -> Iterator[dict[str, object]]:
    for clause in session.clauses:
        rows = ledger.rows_of(clause.id, every=True)
        for side in (side for side in _SIDES if session.has_place(side)):
            own = [(quantity, row) for row in rows if (quantity := _on(row, side))]
            for quantity, row in sorted(own, key=lambda pair: pair[0].span):
                yield _record(session, row, side, quantity)


def _on(row: LedgerRow, side: Side) -> Quantity | None:
    return row.zh if side == "zh" else row.en


def _record(session: ReviewSession, row: LedgerRow, side: Side, quantity: Quantity) -> dict[str, object]:
    place = session.place_of(row.clause, side, quantity.span)
    other = _on(row, "en" if side == "zh" else "zh")
    return {
        "side": side, "line": place.line, "start": place.start, "end": place.end, "text": quantity.text,
        "kind": quantity.kind, "value": _number(quantity, upper=False), "value_max": _number(quantity, upper=True),
        "unit": quantity.unit, "bound": quantity.bound, "indicator": row.indicator, "year": row.year,
        "region": row.region, "counterpart": other.text if other else None, "verdict": row.verdict,
    }  # fmt: skip


def _number(quantity: Quantity, *, upper: bool) -> float | int | None:
    """A JSON number: whole where the value is."""
    value = quantity.value_max if upper else quantity.value
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


# --- to read ---------------------------------------------------------------------------------------------------------


def _table(ledger: QuantityLedger, out: Path | None) -> None:
    rows = ([str(cell if cell is not None else "") for cell in ledger_cells(row)[:_SHOWN]] for row in ledger.rows())
    if out or not sys.stdout.isatty():
        deliver(("  ".join(row) for row in rows), out)
        return
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in ledger_headings()[:_SHOWN]:
        table.add_column(str(heading))
    for row in rows:
        table.add_row(*map(Text, row))
    Console().print(table)
