"""The columns of the ledger: what they are called, and what a row has in them."""

from decimal import Decimal
from typing import Final

from drafter.exports.characters import legal
from drafter.i18n import _
from drafter.model import N_, Bound, Kind, LedgerRow, Quantity, Verdict

Cell = str | int | Decimal | None

VERDICT_WORDS: Final[dict[Verdict, str]] = {
    "same": N_("same"), "differs": N_("differs"), "missing": N_("missing"), "extra": N_("extra"),
    "unsure": N_("unsure"), "": "",
}  # fmt: skip
KIND_WORDS: Final[dict[Kind, str]] = {
    "measure": N_("measure"), "date": N_("date"), "ordinal": N_("ordinal"), "reference": N_("reference"),
    "list": N_("item number"),
}  # fmt: skip
_BOUND_SIGNS: Final[dict[Bound, str]] = {"=": "", ">=": "≥", "<=": "≤", ">": ">", "<": "<", "~": "≈"}
_HEADINGS: Final = (
    N_("Clause"), N_("Indicator"), N_("Year"), N_("Region"), N_("Chinese"), N_("English"), N_("Verdict"), N_("Kind"),
    N_("Value"), N_("Upper end"), N_("Unit"), N_("Bound"), N_("English value"), N_("English upper end"),
    N_("English unit"), N_("English bound"), N_("Chinese line"), N_("English line"),
)  # fmt: skip


def headings() -> list[Cell]:
    """Name the columns, in the language that is set."""
    return [_(heading) for heading in _HEADINGS]


def row_cells(row: LedgerRow) -> list[Cell]:
    """Give what a row has in each column."""
    return [
        row.clause, _words(row.indicator), row.year, _words(row.region), _text(row.zh), _text(row.en),
        _(VERDICT_WORDS[row.verdict]), _(KIND_WORDS[row.leading.kind]), *_figure(row.leading),
        *(_figure(row.en) if row.zh and row.en else (None, None, None, None)), row.zh_line or None, row.en_line or None,
    ]  # fmt: skip


def _words(text: str | None) -> str | None:
    return " ".join(legal(text).split()) if text else None


def _text(quantity: Quantity | None) -> str | None:
    return _words(quantity.text) if quantity else None


def _figure(quantity: Quantity) -> tuple[Cell, Cell, Cell, Cell]:
    return quantity.value, quantity.value_max, quantity.unit, _BOUND_SIGNS[quantity.bound]
