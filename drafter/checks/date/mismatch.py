"""Dates that differ from their source."""

from collections.abc import Iterator

from drafter.checks.context import ClauseContext
from drafter.checks.date.periods import unlike_periods
from drafter.checks.number.compare import compare
from drafter.checks.number.compared import Compared
from drafter.checks.number.figures import Figure
from drafter.language.dates import HOUR_WORDS, MONTH_NAMES
from drafter.model import Finding, Fix, Message, Side, Span

_SHORT = 3
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_HOUR, _NOON = 60, 12
_EVENING = 18
_SPOKEN_ENDS = (*HOUR_WORDS, "clock")
_WHOLE_DATE = 24  # characters from the day of a date to its year


class DateMismatch(Compared):
    """A date that differs from its source.

    What it does: compares years, months, days, days of the week and clock times of both sides, and what is said of
    halves and quarters of a year, of the beginning and end of a month, and of how often something is due; a date that
    differs in several parts is one finding.

    Why it is bad: the deadline is another one.

    Example: 9月底前 -> `by the end of October` (meant `September`).

    Source: MQM, accuracy/mistranslation/date.
    """

    name = "date.mismatch"
    mqm = "accuracy/mistranslation/date"

    def compared(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Compared.compared`."""
        text = context.text(side)
        pairs = [pair for pair in compare(context.text("zh"), text).differing if pair[0].dated]
        pairs.sort(key=lambda pair: pair[1].quantity.span)
        group: list[tuple[Figure, Figure]] = []
        for pair in pairs:
            if group and (
                pair[1].quantity.span.end - group[0][1].quantity.span.start > _WHOLE_DATE
                or any(pair[1].unit == other.unit for _, other in group)
            ):
                yield self._unlike(context, side, group)
                group = []
            group.append(pair)
        if group:
            yield self._unlike(context, side, group)
        zh = context.text("zh")
        for period in unlike_periods(zh, text):
            source, target, meant = period
            said = text[target.start : target.end]
            values = {"source": zh[source.start : source.end], "target": said, "meant": meant}
            yield self.finding(
                context, side, target, Message(self.said, values), fix=Fix(meant, "suggested"), counterpart=source
            )

    def _unlike(self, context: ClauseContext, side: Side, group: list[tuple[Figure, Figure]]) -> Finding:
        text = context.text(side)
        span = Span(group[0][1].quantity.span.start, group[-1][1].quantity.span.end)
        meant, pos = "", span.start
        for source, target in group:
            place = target.quantity.span
            meant += text[pos : place.start] + _written(source, text[place.start : place.end])
            pos = place.end
        values = {
            "source": "".join(source.quantity.text for source, _ in sorted(group, key=_in_source)),
            "target": text[span.start : span.end], "meant": meant,
        }  # fmt: skip
        return self.finding(
            context, side, span, Message(self.said, values),
            fix=Fix(meant, "suggested"), counterpart=group[0][0].quantity.span,
        )  # fmt: skip


def _in_source(pair: tuple[Figure, Figure]) -> int:
    return pair[0].quantity.span.start


def _written(source: Figure, shape: str) -> str:
    """A part of a date in the shape that the English has: `Oct`, `October`, `1990s`, `18th`, `3 p.m.`."""
    value = int(source.value)
    if source.unit == "weekday":
        return _WEEKDAYS[value - 1]
    if source.unit == "clock":
        return _clock(value, shape)
    if source.unit == "month":
        return _month(value, shape)
    if source.unit == "decade":
        return f"{value}s"
    if source.unit == "century":
        ending = "th" if value // 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
        return f"{value}{ending}"
    return str(value)


def _spoken(hour: int, minute: int, shape: str) -> str:
    """A time of day in words: half past five, a quarter to six, five o'clock."""
    name, following = (HOUR_WORDS[(one - 1) % _NOON] for one in (hour, hour + 1))
    ways = {0: f"{name} o’clock", 15: f"quarter past {name}", 30: f"half past {name}", 45: f"quarter to {following}"}
    said = ways.get(minute, f"{hour}:{minute:02}")
    return said[0].upper() + said[1:] if shape[0].isupper() else said


def _month(number: int, shape: str) -> str:
    """A month in full, or short with its stop where the one that stands there is short: Oct, Sept."""
    name, plain = MONTH_NAMES[number - 1], shape.rstrip(".")
    if plain in MONTH_NAMES:
        return name[:_SHORT] if plain == "May" and len(name) == _SHORT else name
    short = "Sept" if name == "September" and len(plain) != _SHORT else name[:_SHORT]
    return short + shape[len(plain) :]


def _clock(minutes: int, shape: str) -> str:
    hour, minute = divmod(minutes, _HOUR)
    if shape.lower().endswith(_SPOKEN_ENDS):
        return _spoken(hour, minute, shape)
    if " in the " in shape.lower():
        part = "morning" if hour % 24 < _NOON else "afternoon" if hour < _EVENING else "evening"
        return f"{hour % _NOON or _NOON}{f':{minute:02}' if minute else ''} in the {part}"
    if "m" not in shape.lower():
        return f"{hour:02}:{minute:02}" if ":" in shape else str(hour)
    half = "pm" if hour % 24 >= _NOON else "am"
    if "." in shape.rstrip(".") or shape.endswith("m."):
        half = f"{half[0]}.m."
    told = f"{hour % _NOON or _NOON}" + (f":{minute:02}" if minute else "")
    return f"{told}{' ' if ' ' in shape else ''}{half}"
