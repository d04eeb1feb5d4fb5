"""Units whose own letters are damaged."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from drafter.checks.context import ClauseContext
from drafter.checks.rule import Rule
from drafter.language.tokens import holds_any
from drafter.model import N_, Finding, Fix, Message, Severity, Side, Span


@dataclass(frozen=True, slots=True)
class _Damage:
    """One way in which a unit breaks.

    Attributes:
        pattern: the broken unit; a group `mass` or `base` holds its sound part.
        meant: what it should read, with `{mass}` and `{base}` for the sound part, or a function that says so.
        severity: how bad it is.
    """

    pattern: re.Pattern[str]
    meant: str | Callable[[re.Match[str]], str]
    severity: Severity = "major"

    def reading(self, found: re.Match[str]) -> str:
        """What a broken unit should read."""
        if not isinstance(self.meant, str):
            return self.meant(found)
        parts = found.groupdict()
        return self.meant.format(mass=_mass(parts.get("mass") or ""), base=parts.get("base"))


def _damage(
    pattern: str, meant: str | Callable[[re.Match[str]], str], severity: Severity = "major", *, cased: bool = True
) -> _Damage:
    return _Damage(re.compile(pattern, re.VERBOSE | (re.NOFLAG if cased else re.IGNORECASE)), meant, severity)


def _mass(words: str) -> str:
    symbol = re.sub(r"\s", "", words).replace("µ", "μ").lower()
    return {"microgram": "μg", "milligram": "mg", "ug": "μg"}.get(symbol.rstrip("s"), symbol)


def _watts(found: re.Match[str]) -> str:
    return " kWh" if "hour" in found[0].lower() else " kW"


def _bounded(found: re.Match[str]) -> str:
    return "/kWh or more" if found["bound"] in ("Above", "Over", "More") else "/kWh or less"


_BEFORE = {"Below": "below", "Within": "within", "Less": "less than", "Under": "under"} | {
    "Above": "above",
    "Over": "over",
    "More": "more than",
}
_PATTERNS = (
    # The exponent as a word: μg/mthree, mg/m three.
    _damage(r"(?P<mass>[μµu]\s?g|mg|kg|ng|g)\s?/\s?m\s?(?:three|cubic|san)(?![a-z])", "{mass}/m³"),
    # A blank inside: μ g/m3, μg / m 3.
    _damage(r"(?P<mass>[μµu]\sg|[μµm]g(?=\s/|/\s|/m\s))\s?/\s?m\s?(?:³|3)(?![0-9])", "{mass}/m³"),
    # The exponent torn off or the slash lost: μg/m 3 is above; μg/ m³, 毫克每 as ug m3.
    _damage(r"(?<=[0-9]\s)(?P<mass>[μµu]g|mg)\sm(?:³|3)(?![0-9])", "{mass}/m³"),
    # The μ lost: ?g/m3, □g/m³; or a letter that looks like it.
    _damage(r"(?<=[0-9\s])[?□\ufffd]\s?g\s?/\s?m\s?(?:³|3|three)(?![0-9])", "μg/m³"),
    # The litre as a capital I or a one: mg/I, mg/1.
    _damage(r"(?<=[0-9\s])(?P<mass>[mμµu]g|g)\s?/\s?[I1|](?![A-Za-z0-9.,%])", "{mass}/L"),
    # A word form with a slash: micrograms/cubic meters.
    _damage(r"(?P<mass>micrograms?|milligrams?)\s?/\s?cubic\s?met(?:er|re)s?", "{mass}/m³", "minor", cased=False),
    # Square and cube as words stuck to the letter: kmtwo, mthree.
    _damage(r"(?<=[0-9\s])(?P<base>km|m|cm)two(?![a-z])", "{base}²"),
    _damage(r"(?<=[0-9])\s?(?P<base>m|cm)three(?![a-z])", " {base}³"),
    # 吨/（平方公里·月）: t/(kmtwo·moon).
    _damage(r"t\s?/\s?\(?km(?:two|²|2)?\s?[·.*]?\s?moon\)?(?![a-z])", "t/(km²·month)"),
    # A bound inside the unit: 35steam tons/Below hour.
    _damage(
        r"(?<![0-9.,])(?P<base>[0-9]+)\s?(?:steam\s)?(?:tons?|tonnes?|t)\s?/\s?(?P<bound>Below|Within|Less|Under|Above|Over|More)"
        r"\s(?:hours?|h)(?![a-z])",
        lambda found: f"{_BEFORE[found['bound']]} {found['base']} t/h",
    ),
    # A rate where an amount is meant: kW/h.
    _damage(r"(?<=[0-9\s])k[wW]/h(?:our)?(?![a-z])", "kWh"),
    # A bound inside the unit: /Below kwh.
    _damage(r"/\s?(?P<bound>Below|Within|Less|Under|Above|Over|More)\s+k[wW]h?(?![a-z])", _bounded),
    # 千瓦, 千瓦时 taken apart.
    _damage(r"(?<=[0-9])\s?(?:thousand|kilo)\s(?:watts?)(?:[\s-]hours?)?(?![a-z])", _watts, cased=False),
    # 立方米 read as rice.
    _damage(r"(?<=[0-9\s])(?:vertical|cube|cubic)\s(?:square\s)?rice(?![a-z])", "m³", cased=False),
    # 平方米, 平方公里 read as rice and public affairs.
    _damage(r"(?<=[0-9\s])square\srice(?![a-z])", "m²", cased=False),
)
_ZH = re.compile(
    r"""
    [μµ]\s+g\s?/\s?m\s?[3³]
    | 微\s+克\s?[/／]\s?立\s?方\s?米
    | 微克\s?[/／]\s?立\s方\s?米
    | 微克[/／]立方来
    | 毫克/开(?!发)
    """,
    re.VERBOSE,
)


# No unit without a slash is broken but for these.
_MARKS = ("two", "three", "rice", "watt", "m³", "m3", "m 3", "Watt")


class UnitCorrupt(Rule):
    """A unit whose own letters are damaged.

    What it does: finds exponents that became words, blanks inside a symbol, a lost μ, a litre read as I or 1, a bound
    that slipped into the unit, and word forms with a slash (minor).

    Why it is bad: a limit without its unit can't be enforced.

    Example: `μg/mthree` -> `μg/m³`; `mg/I` -> `mg/L`.

    Source: the SI brochure; GB 3100-1993; UCUM for the symbols.
    """

    name = "unit.corrupt"
    severity = "major"
    mqm = "accuracy/mistranslation/unit"
    sides = ("zh", "en")
    rank = 11

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        text = context.text(side)
        if side == "zh":
            for found in _ZH.finditer(text):
                meant = "毫克/升" if found[0].startswith("毫") else "微克/立方米" if "克" in found[0] else "μg/m³"
                yield self._damaged(context, side, found, meant, "major")
            return
        if not ("/" in text or holds_any(text, _MARKS)):
            return
        for damage in _PATTERNS:
            for found in damage.pattern.finditer(text):
                yield self._damaged(context, side, found, damage.reading(found), damage.severity)

    def _damaged(
        self, context: ClauseContext, side: Side, found: re.Match[str], meant: str, severity: Severity
    ) -> Finding:
        message = Message(N_("The unit is damaged; it should read “{meant}”."), {"meant": meant.strip()})
        return self.finding(context, side, Span(*found.span()), message, fix=Fix(meant, "safe"), severity=severity)
