"""A figure read by its value, the same from either language."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from drafter.model.text import Span

Bound = Literal["=", ">=", "<=", ">", "<", "~"]
"""How the value bounds the thing counted; `~` is about."""

Kind = Literal["measure", "date", "ordinal", "reference", "list"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with its meaning.

    Attributes:
        value: the exact value, scale words (万, million) worked in; of a range, its lower end.
        value_max: the upper end of a range, else None.
        unit: UCUM-like unit of the value ("ug/m3", "%", "t", "[mu_cn]"), "count" for things counted, "" for none.
        bound: how the value bounds the thing counted.
        kind: what sort of figure it is.
        span: where the figure with its scale, unit and bound stands.
        figure: where the digits or number words alone stand.
        text: the words of `span`.
        noun: the measure word or thing counted, where `unit` is "count".
    """

    value: Decimal
    value_max: Decimal | None
    unit: str
    bound: Bound
    kind: Kind
    span: Span
    figure: Span
    text: str
    noun: str = ""
