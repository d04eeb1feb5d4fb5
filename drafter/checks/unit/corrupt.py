"""Units whose own letters are damaged."""

import re
from collections.abc import Callable, Iterator

from drafter.checks.context import ClauseContext
from drafter.checks.rule import Rule
from drafter.model import Finding, Fix, Message, N_, Severity, Side, Span


def _mass(found: re.Match[str]) -> str:
    mass = re.sub(r"\s", "", found["mass"]).replace("µ", "μ").replace("?", "μ")
    return "μg" if mass.lower().startswith("micro") else "mg" if mass.lower().startswith("milli") else mass


_PATTERNS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str], Severity], ...] = (
    # The exponent as a word or a letter: μg/mthree, mg/m three.
    (re.compile(r"(?P<mass>[μµu]\s?g|mg|kg|ng|g)\s?/\s?m\s?(?:three|cubic|san)(?![a-z])"), lambda f: f"{_mass(f)}/m³", "major"),
    # A blank inside: μ g/m3, μg / m 3.
    (re.compile(r"(?P<mass>[μµu]\sg|[μµ]g(?=\s/|/\s|/m\s)|mg(?=\s/|/\s|/m\s))\s?/\s?m\s?(?:³|3)(?![0-9])"), lambda f: f"{_mass(f)}/m³", "major"),
    # The μ lost: ?g/m3, □g/m³.
    (re.compile(r"(?<=[0-9\s])(?P<mass>[?□\ufffd]\s?g)\s?/\s?m\s?(?:³|3|three)(?![0-9])"), lambda _: "μg/m³", "major"),
    # The litre as a capital I or a one: mg/I, mg/1.
    (re.compile(r"(?<=[0-9\s])(?P<mass>mg|[μµ]g|g)/[I1|](?![A-Za-z0-9])"), lambda f: f"{_mass(f)}/L", "major"),
    # A word form with a slash: micrograms/cubic meters.
    (
        re.compile(r"(?P<mass>micrograms?|milligrams?)\s?/\s?cubic\s?met(?:er|re)s?", re.IGNORECASE),
        lambda f: f"{_mass(f)}/m³", "minor",
    ),
    # Square and cube as words stuck to the letter: kmtwo, mthree.
    (re.compile(r"(?<=[0-9\s])(?P<base>km|m|cm)two(?![a-z])"), lambda f: f"{f['base']}²", "major"),
    (re.compile(r"(?<=[0-9])\s?(?P<base>m|cm)three(?![a-z])"), lambda f: f" {f['base']}³", "major"),
    (re.compile(r"(?<=[0-9\s])k[wW]/h(?:our)?(?![a-z])"), lambda _: "kWh", "major"),
    # A bound inside the unit: /Below kwh.
    (re.compile(r"/\s?(?:Below|Within|Less)\s+k[wW]h?(?![a-z])"), lambda _: "/kWh or less", "major"),
    (re.compile(r"/\s?(?:Above|Over|More)\s+k[wW]h?(?![a-z])"), lambda _: "/kWh or more", "major"),
    # 千瓦时, 立方米 taken apart.
    (re.compile(r"(?<=[0-9])\s?(?:thousand watt(?:s|[\s-]hours?)|kilo watt(?:s|[\s-]hours?)?)(?![a-z])", re.IGNORECASE), lambda f: " kWh" if "hour" in f[0].lower() else " kW", "major"),
    (re.compile(r"(?<=[0-9\s])(?:vertical|cube|cubic) (?:square )?rice(?![a-z])", re.IGNORECASE), lambda _: "m³", "major"),
)  # fmt: skip
_ZH = re.compile(
    r"[μµ]\s+g\s?/\s?m\s?[3³]|微\s+克\s?[/／]\s?立\s?方\s?米|微克\s?[/／]\s?立\s方\s?米|微克／立方来|毫克/开(?!发)"
)


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
        for pattern, reading, severity in _PATTERNS:
            for found in pattern.finditer(text):
                yield self._damaged(context, side, found, reading(found), severity)

    def _damaged(
        self, context: ClauseContext, side: Side, found: re.Match[str], meant: str, severity: Severity
    ) -> Finding:
        message = Message(N_("The unit is damaged; it should read “{meant}”."), {"meant": meant.strip()})
        return self.finding(context, side, Span(*found.span()), message, fix=Fix(meant, "safe"), severity=severity)
