"""`drafter quantities`: every figure of a plan by its value."""

import argparse
from collections.abc import Iterator

from drafter.checks import counterparts
from drafter.cli.commands.sources import add_mixed, add_pair, open_sources
from drafter.cli.output import json_line, put
from drafter.language.about import abouts
from drafter.language.quantities import read_quantities
from drafter.model import N_, Clause, Quantity, Side
from drafter.review import ReviewSession

HELP = N_("list every figure of a plan by its value, unit and bound, a JSON line each")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_pair(parser)
    add_mixed(parser)
    parser.set_defaults(parser=parser)


def run(chosen: argparse.Namespace) -> int:
    """Carry the command out."""
    session = open_sources(chosen.parser, chosen)
    sides: tuple[Side, ...] = tuple(side for side in ("zh", "en") if side in session.documents)
    for clause in session.clauses:
        for side in sides:
            for row in _rows(session, clause, side):
                put(json_line(row) + "\n")
    return 0


def _rows(session: ReviewSession, clause: Clause, side: Side) -> Iterator[dict[str, object]]:
    text = clause.side(side).text
    if not text:
        return
    quantities = read_quantities(text, side)
    partners = counterparts(clause.zh.text, clause.en.text, side)
    for quantity, about in zip(quantities, abouts(text, side, quantities), strict=True):
        place = session.place_of(clause.id, side, quantity.span)
        yield {
            "side": side, "line": place.line, "start": place.start, "end": place.end, "text": quantity.text,
            "kind": quantity.kind, "value": _number(quantity, upper=False), "value_max": _number(quantity, upper=True),
            "unit": quantity.unit, "bound": quantity.bound, "indicator": about.indicator, "year": about.year,
            "region": about.region, "counterpart": partners.get(quantity.span),
        }  # fmt: skip


def _number(quantity: Quantity, *, upper: bool) -> float | int | None:
    """A JSON number: whole where the value is."""
    value = quantity.value_max if upper else quantity.value
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
