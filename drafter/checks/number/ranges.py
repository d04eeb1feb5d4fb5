"""Ranges of the source that became one figure."""

from decimal import Decimal

from drafter.checks.number.compare import Comparison
from drafter.checks.number.figures import figures_of
from drafter.model import Quantity, Span


def collapsed(source: Quantity, comparison: Comparison, en: str) -> Span | None:
    """Where a range of the Chinese has become one figure of the English: one end of it, or both run together."""
    if source.value_max is None:
        return None
    lost = [one for one in comparison.missing if one.quantity is source]
    changed = [one for one, _ in comparison.differing if one.quantity is source]
    if not (lost or changed):
        return None
    run = f"{_plain(source.value)}{_plain(source.value_max or source.value)}"
    for figure in figures_of(en, "en"):
        if _plain(figure.value) == run and figure.digits and figure.quantity.value_max is None:
            return figure.quantity.figure
    # Where the other end stands with another value, that is a wrong figure of its own.
    kept = [target for one, target in comparison.matched if one.quantity is source]
    if len(kept) == len(lost) == 1 and kept[0].digits and kept[0].quantity.value_max is None:
        return kept[0].quantity.figure
    return None


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"
