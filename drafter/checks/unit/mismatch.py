"""Units of another size or kind than the source's."""

import re
from collections.abc import Iterator

from drafter.checks.context import ClauseContext
from drafter.checks.number.compare import compare
from drafter.checks.number.compare_same import misnamed
from drafter.checks.number.compared import Compared, with_unit
from drafter.checks.number.figures import Figure
from drafter.checks.unit.denominators import unlike_denominators
from drafter.language.house_style import HouseStyle
from drafter.language.quantities.reshape import unit_in_shape_of
from drafter.language.units import unit_by_code
from drafter.model import N_, Finding, Fix, Message, Side, Span

# A bare 元 may be another country's, where that country is named and no other currency is.
_FOREIGN = re.compile(r"美国|香港|港股|台湾|台北|加拿大|澳大利亚|新加坡|新西兰|日本|韩国|欧洲|英国|伦敦|纽约|外汇")
_CURRENCIES = re.compile(r"人民币|美元|美金|港元|港币|澳元|加元|欧元|英镑|日元|韩元|新元|新台币")


class UnitMismatch(Compared):
    """A unit of another size or kind than the source's.

    What it does: reports the same figure in a unit of another size, such as 亩 rendered as hectares, or of a kind that
    is taken for it: kilowatt-hours for kilowatts, months for days, dollars for yuan; and a figure told per another
    unit than in the Chinese, or per none: per hectare for 每亩.

    Why it is bad: the amount is wrong though the digits are right.

    Example: 5万亩 -> `50,000 hectares` (meant `50,000 mu`).

    Source: the SI brochure; 15 亩 are 1 hectare.
    """

    name = "unit.mismatch"
    mqm = "accuracy/mistranslation/unit"

    def compared(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Compared.compared`."""
        zh, text = context.text("zh"), context.text(side)
        comparison = compare(zh, text)
        odd = [(source, target, unit_by_code(source.unit)) for source, target in comparison.unlike]
        odd += [(source, target, misnamed(source, target)) for source, target in comparison.differing]
        for source, target, unit in odd:
            if unit is None or {source.unit, target.unit} == {"%", "pp"} or _other_money(source, target, zh):
                continue
            words = text[target.quantity.figure.end : with_unit(target, text).end]
            shown = unit_in_shape_of(words, target.unit, unit, context.facts.style, single=target.value == 1)
            span, meant = _place(source, target, text, shown, context.facts.style)
            message = Message(
                N_("The Chinese says “{source}”; the unit should be “{meant}”."),
                {"source": source.quantity.text, "meant": shown},
            )
            yield self.finding(
                context, side, span, message, fix=Fix(meant, "suggested"), counterpart=source.quantity.span
            )
        for rate in unlike_denominators(comparison.matched, zh, text):
            message = Message(
                N_("The Chinese says “{source}”; the unit should be “{meant}”."),
                {"source": rate.source.text, "meant": rate.meant},
            )
            yield self.finding(
                context, side, rate.target, message, fix=Fix(rate.meant, "suggested"), counterpart=rate.source.span
            )


def _other_money(source: Figure, target: Figure, zh: str) -> bool:
    if source.unit != "CNY" or target.unit == "CNY":
        return False
    return bool(_FOREIGN.search(zh)) and not _CURRENCIES.search(zh)


def _place(source: Figure, target: Figure, text: str, shown: str, style: HouseStyle) -> tuple[Span, str]:
    """Where the wrong unit stands, and what shall stand there: behind the figure, or the sign before it."""
    whole = with_unit(target, text)
    start = target.quantity.figure.end
    if whole.end > start:
        return Span(start + (text[start : start + 1] in " -"), whole.end), shown
    figure = target.quantity.figure
    sign = re.compile(r"(?:[A-Z]{0,3}[$€£¥]|[A-Z]{3}\s)\Z").search(text, max(0, figure.start - 5), figure.start)
    first = sign.start() if sign else figure.start
    number = text[figure.start : figure.end]
    return Span(first, figure.end), _money(number, style) if source.unit == "CNY" else f"{number} {shown}"


def _money(number: str, style: HouseStyle) -> str:
    """An amount of yuan; the code before it where its unit was a sign before it, unless the house writes yuan."""
    return f"{'CNY' if style.money == 'yuan' else style.money} {number}"
