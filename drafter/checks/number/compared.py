"""What the rules over both sides' figures have in common."""

import re
from abc import abstractmethod
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from drafter.checks.context import ClauseContext
from drafter.checks.number.compare import compare
from drafter.checks.number.compare_multiples import is_halved
from drafter.checks.number.compare_same import misnamed
from drafter.checks.number.figures import Figure, is_ratio
from drafter.checks.number.ranges import collapsed
from drafter.checks.number.shapes import in_shape_of
from drafter.checks.rule import Rule
from drafter.language.house_style import HouseStyle
from drafter.language.quantities import write_amount
from drafter.language.quantities.multiples import multiple_in_shape_of
from drafter.language.units import unit_at, unit_by_code
from drafter.model import N_, Finding, Fix, Message, Side, Span

SURE_PAIRING = 0.5
"""Below this confidence the two sides of a clause are not compared."""

_DIGIT = re.compile("[0-9]")
_END_IN_DIGITS = re.compile(r"[0-9][0-9,.]*[0-9]|[0-9]")
_END_IN_WORDS = re.compile(r"(?<![A-Za-z])(?!(?:to|or|and)(?![a-z]))[A-Za-z]+(?:-[A-Za-z]+)?")
_SCALE_WORDS = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SCALED, _NEXT_SCALE = 10**6, 1000


def is_power_of_ten(source: Figure, target: Figure) -> bool:
    """Tell whether two figures differ by ten, a hundred, … and by nothing else."""
    ratio = target.base / source.base if source.base else Fraction(0)
    if ratio <= 0 or ratio == 1:
        return False
    big = ratio if ratio > 1 else 1 / ratio
    return big.denominator == 1 and str(big.numerator).strip("0") == "1"


def own_span(figure: Figure, text: str) -> Span:
    """Give where one end of a range stands, else the whole figure."""
    span = figure.quantity.figure
    if figure.quantity.value_max is None:
        return span
    written = text[span.start : span.end]
    parts = list(_END_IN_DIGITS.finditer(written)) or list(_END_IN_WORDS.finditer(written))
    if len(parts) < 2:
        return span
    part = parts[0] if figure.value == figure.quantity.value else parts[-1]
    return Span(span.start + part.start(), span.start + part.end())


def with_unit(figure: Figure, text: str) -> Span:
    """Give the figure with its unit, without its bounds."""
    span = figure.quantity.figure
    for pos in (span.end, span.end + 1):
        if found := unit_at(text, pos, "en"):
            return Span(span.start, found[1])
    return span


def meant(source: Figure, target: Figure, shape: str, style: HouseStyle) -> str:
    """Give the source's value in the target's unit and shape; what the shape doesn't show follows the house."""
    unit = unit_by_code(target.unit)
    in_unit = source.base / unit.factor if unit and source.dimension == target.dimension else Fraction(source.value)
    found = re.search(r"[A-Za-z]+$", shape)
    factor = _SCALE_WORDS.get(found[0].lower().rstrip("s"), 1) if found else 1
    value = Decimal(in_unit.numerator) / Decimal(in_unit.denominator)
    if found and factor >= _NEXT_SCALE and not 1 <= abs(value) / factor < _NEXT_SCALE:
        word, factor = _scale_of(abs(value))
        shape = f"{shape[: found.start()]}{word}".rstrip()
    return in_shape_of(value, shape, factor, style)


def _scale_of(value: Decimal) -> tuple[str, int]:
    """Give the word and the size in which a number reads best: 6,500 billion is 6.5 trillion, 0.3 million has none."""
    sizes = ((word, size) for word, size in reversed(_SCALE_WORDS.items()) if _SCALED <= size <= value)
    return next(sizes, ("", 1))


class Compared(Rule):
    """A rule over the two sides' figures."""

    mqm = "accuracy/mistranslation/number"
    severity = "critical"
    rank = 5
    independent = True

    said = N_("The Chinese says “{source}”, the English “{target}”; expected “{meant}”.")

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        if context.paired and context.clause.confidence >= SURE_PAIRING:
            yield from self.compared(context, side)

    @abstractmethod
    def compared(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """Give the findings of a clause that has both sides and is surely paired."""

    def differing(self, context: ClauseContext, side: Side, *, scale: bool) -> Iterator[Finding]:
        """Give the figures that differ: those by a power of ten, or the others."""
        text = context.text(side)
        comparison = compare(context.text("zh"), text)
        for source, target in comparison.differing:
            if source.dated or misnamed(source, target) or is_power_of_ten(source, target) != scale:
                continue
            if collapsed(source.quantity, comparison, text):
                continue
            span = own_span(target, text)
            shape = text[span.start : span.end]
            if _DIGIT.search(shape) is None and _is_multiple(source) and _is_multiple(target):
                reading, fix = _multiple(source, shape)
            elif _DIGIT.search(shape) is None and (is_ratio(target.quantity) or "cent" in shape):  # a third, for 50%
                reading = write_amount(source.quantity, context.facts.style)
                fix = Fix(reading, "suggested")
            else:
                reading = meant(source, target, shape, context.facts.style)
                fix = Fix(reading, "suggested")
            values = {"source": source.quantity.text, "target": target.quantity.text, "meant": reading}
            yield self.finding(
                context, side, span, Message(self.said, values), fix=fix, counterpart=source.quantity.span
            )


def _multiple(source: Figure, shape: str) -> tuple[str, Fix | None]:
    """What a multiple in words should read, and the repair where one word for another will do."""
    value = Decimal("0.5") if is_halved(source) else source.value
    word = multiple_in_shape_of(value, shape)
    return (word, Fix(word, "suggested")) if word else (f"{value.normalize():f} times", None)


def _is_multiple(figure: Figure) -> bool:
    return figure.unit == "x" or is_halved(figure)
