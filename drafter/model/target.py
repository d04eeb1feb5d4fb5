"""What a plan promises with a figure, and by when."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from drafter.model.quantity import Bound
from drafter.model.text import Side

TargetVerdict = Literal["same", "differs", "missing", "extra", "unsure", ""]
"""How the two sides of a target stand to each other; "" where only one side was read."""


@dataclass(frozen=True, slots=True)
class Target:
    """An indicator with the figure it is to reach.

    Attributes:
        clause: id of the clause it stands in.
        indicator: what is measured, in the words of each side that names it.
        value: the figure, scale words worked in; of a range, its lower end.
        value_max: the upper end of a range, else None.
        unit: its unit, "count" for things counted, "" for none.
        bound: how the figure bounds the thing measured.
        year: the year by which it is to be reached; None where the text names none.
        baseline_year: the year it is compared with, None where there is none.
        region: where it holds; None where the text does not say.
        change: whether the figure says by how much the indicator changes, not what it becomes.
        verdict: how the two sides stand to each other.
        text: the words of the figure on each side that has it.
        noun: what is counted, where the unit is "count".
        threshold: whether the figure only says which things are meant (5000吨级以上的码头), and promises nothing.
    """

    clause: int
    indicator: Mapping[Side, str]
    value: Decimal
    value_max: Decimal | None
    unit: str
    bound: Bound
    year: int | None = None
    baseline_year: int | None = None
    region: str | None = None
    change: bool = False
    verdict: TargetVerdict = ""
    text: Mapping[Side, str] = field(default_factory=dict)
    noun: str = ""
    threshold: bool = False
