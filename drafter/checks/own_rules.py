"""Somebody's own rules: regular expressions, and terms that must or must not stand; read from files.

`resources/rules/example.yaml` shows and explains the form.
"""

import re
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Final, get_args

from drafter.checks.context import ClauseContext
from drafter.checks.own_file import OwnRulesError, Value, bytes_of, read_rules
from drafter.checks.patterns import can_blow_up
from drafter.checks.rule import Rule
from drafter.i18n import language
from drafter.language.terms import Phrases
from drafter.model import N_, SEVERITIES, Finding, Fix, Message, Severity, Side, Span

_Pattern = Any  # of the regex library, which can be given up after a while; it says nothing of its types
_Match = Any
FAMILY: Final = "own"
ENDINGS: Final = (".yaml", ".yml")
_SIDES: Final[dict[str, tuple[Side, ...]]] = {"zh": ("zh",), "en": ("en",), "both": ("zh", "en")}
_PATTERN_KEYS: Final = (
    "name", "pattern", "side", "message", "severity", "replacement", "safe", "only-if", "unless", "ignore-case",
)  # fmt: skip
_TERM_KEYS: Final = ("name", "zh", "required", "forbidden", "message", "severity")
_NAME: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_LONGEST_PATTERN: Final = 2000
_PATIENCE: Final = 0.2
"""Seconds that one pattern may take on one side of a clause."""
_MOST_FOUND: Final = 200
"""Findings of one rule on one side of a clause: a pattern that finds every character shall not bury the rest."""


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence of a rule's maker in one language or both.

    Where a message shows it (`{said:shown}`) it reads in the language that is set; elsewhere it is always the same, so
    that what was decided about a finding holds in both.
    """

    zh: str
    en: str

    def __format__(self, form: str) -> str:
        if form != "shown":
            return f"{self.zh} / {self.en}"
        return (self.zh if language() == "zh" else self.en) or self.zh or self.en


class OwnRule(Rule):
    """A rule that somebody made; see the modules of the families for those of the catalogue."""

    mqm = "other"
    independent = True  # it stands beside what our rules find, and neither hides the other

    def __init__(self, name: str, severity: Severity, sides: tuple[Side, ...], said: Words | None) -> None:
        # One class serves all of them, so that what a class of ours says of itself, an instance says here.
        self.name = f"{FAMILY}.{name}"  # type: ignore[misc] # said by an instance, see above
        self.severity = severity  # type: ignore[misc] # said by an instance, see above
        self.sides = sides  # type: ignore[misc] # said by an instance, see above
        self._said = said

    def _message(self, otherwise: Message) -> Message:
        return Message("{said:shown}", {"said": self._said}) if self._said else otherwise


class OwnPattern(OwnRule):
    """A regular expression: what it matches is found."""

    def __init__(
        self,
        name: str,
        severity: Severity,
        sides: tuple[Side, ...],
        said: Words | None,
        pattern: _Pattern,
        *,
        replacement: str | None = None,
        safe: bool = False,
        only_if: _Pattern | None = None,
        unless: _Pattern | None = None,
    ) -> None:
        super().__init__(name, severity, sides, said)
        self._pattern = pattern
        self._replacement = replacement
        self._safe = safe
        self._only_if = only_if
        self._unless = unless

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        try:
            yield from self._found(context, side)
        except TimeoutError:
            message = Message(N_("Your rule “{name}” takes too long here and was given up: simplify its pattern."),
                              {"name": self.name})  # fmt: skip
            yield self.finding(context, side, Span(0, 0), message, severity="minor")

    def _found(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        other = context.text("en" if side == "zh" else "zh")
        if self._only_if and not self._only_if.search(other, timeout=_PATIENCE):
            return
        if self._unless and self._unless.search(other, timeout=_PATIENCE):
            return
        otherwise = Message(N_("Your rule “{name}” finds this."), {"name": self.name})
        for count, match in enumerate(self._pattern.finditer(context.text(side), timeout=_PATIENCE)):
            if count == _MOST_FOUND:
                return
            yield self.finding(context, side, Span(*match.span()), self._message(otherwise), fix=self._fix(match))

    def _fix(self, match: _Match) -> Fix | None:
        if self._replacement is None:
            return None
        new = match.expand(self._replacement)
        # What would be found again, or changes nothing, mends nothing.
        if new == match[0] or self._pattern.search(new, timeout=_PATIENCE):
            return None
        return Fix(new, "safe" if self._safe else "suggested")


class OwnTerm(OwnRule):
    """A term: English words that must stand where the Chinese has it, and others that must not."""

    def __init__(
        self,
        name: str,
        severity: Severity,
        said: Words | None,
        zh: str,
        required: Sequence[str],
        forbidden: Sequence[str],
    ) -> None:
        super().__init__(name, severity, ("en",), said)
        self._zh = zh
        self._right = required
        self._required = Phrases((word, word) for word in required)
        self._forbidden = Phrases((word, word) for word in forbidden)

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        if self._zh and self._zh not in context.text("zh"):
            return
        text = context.text(side)
        wrong = [spotted.span for spotted in self._forbidden.spot(text)]
        meant = self._right[0] if self._right else ""
        for span in wrong:
            values = {"text": text[slice(*span)], "meant": meant}
            otherwise = Message(N_("“{text}” is not to be used; your rule asks for “{meant}”."), values)
            if not meant:
                otherwise = Message(N_("“{text}” is not to be used."), values)
            yield self.finding(
                context, side, span, self._message(otherwise), fix=Fix(meant, "suggested") if meant else None
            )
        if not wrong and self._right and context.paired and not any(True for _ in self._required.spot(text)):
            start = context.text("zh").find(self._zh)
            otherwise = Message(N_("“{zh}” is to be rendered as “{meant}”."), {"zh": self._zh, "meant": meant})
            yield self.finding(
                context, side, Span(len(text), len(text)), self._message(otherwise),
                counterpart=Span(start, start + len(self._zh)),
            )  # fmt: skip


def load_own_rules(*paths: Path) -> tuple[OwnRule, ...]:
    """Read own rules.

    Args:
        *paths: files, or folders whose files (.yaml, .yml) are all read.

    Raises:
        OwnRulesError: a file can't be used; it says where and why.
    """
    files = (
        file
        for path in paths
        for file in (
            sorted(file for ending in ENDINGS for file in path.glob(f"*{ending}")) if path.is_dir() else [path]
        )
    )
    return own_rules_of((file, bytes_of(file)) for file in files)


def own_rules_of(files: Iterable[tuple[Path, bytes]]) -> tuple[OwnRule, ...]:
    """Make the rules that some files hold.

    Args:
        files: each file, or a name that stands for it, with what it holds.

    Raises:
        OwnRulesError: a file can't be used; it says where and why.
    """
    made: dict[str, OwnRule] = {}
    for path, data in files:
        root = read_rules(path, data)
        for line, rule in _rules(root) if root else ():
            if rule.name in made:
                line.refuse(N_("there is a rule “{name}” already; choose another name."), name=rule.name)
            made[rule.name] = rule
    return tuple(made.values())


def own_rules_folder() -> Path:
    """Give the folder in which somebody's own rules lie that hold for all of their reviews."""
    from platformdirs import user_config_path

    return user_config_path("drafter", appauthor=False) / "rules"


def _rules(root: Value) -> Iterator[tuple[Value, OwnRule]]:
    parts = root.table(("rules", "terms"))
    if "rules" in parts:
        for entry in parts["rules"].items():
            yield entry, _pattern_rule(entry)
    if "terms" in parts:
        for number, entry in enumerate(parts["terms"].items(), 1):
            yield entry, _term_rule(entry, number)


def _pattern_rule(entry: Value) -> OwnRule:
    table = entry.table(_PATTERN_KEYS)
    for key in ("name", "pattern"):
        if key not in table:
            entry.refuse(N_("a rule needs “{key}”."), key=key)
    ignore_case = "ignore-case" in table and table["ignore-case"].flag()
    pattern = _compiled(table["pattern"], ignore_case=ignore_case)
    replacement = table["replacement"].text() if "replacement" in table else None
    if replacement is not None:
        _try_replacement(table["replacement"], pattern, replacement)
    return OwnPattern(
        _name(table["name"]),
        _severity(table.get("severity")),
        _SIDES[table["side"].choice(tuple(_SIDES)) if "side" in table else "both"],
        _words(table.get("message")),
        pattern,
        replacement=replacement,
        safe="safe" in table and table["safe"].flag(),
        only_if=_compiled(table["only-if"], ignore_case=ignore_case) if "only-if" in table else None,
        unless=_compiled(table["unless"], ignore_case=ignore_case) if "unless" in table else None,
    )


def _term_rule(entry: Value, number: int) -> OwnRule:
    table = entry.table(_TERM_KEYS)
    required = table["required"].texts() if "required" in table else ()
    forbidden = table["forbidden"].texts() if "forbidden" in table else ()
    zh = table["zh"].text().strip() if "zh" in table else ""
    if not required and not forbidden:
        entry.refuse(N_("a term needs “required” or “forbidden”."))
    if required and not zh and not forbidden:
        entry.refuse(N_("a required term needs “zh”, the Chinese that it renders."))
    name = _name(table["name"]) if "name" in table else f"term-{number}"
    return OwnTerm(name, _severity(table.get("severity")), _words(table.get("message")), zh, required, forbidden)


def _name(value: Value) -> str:
    name = value.text()
    if not _NAME.match(name):
        value.refuse(N_("“{word}” is no name: small letters and digits, parted by hyphens."), word=name)
    return name


def _severity(value: Value | None) -> Severity:
    chosen = value.choice(SEVERITIES) if value else "major"
    return next(known for known in get_args(Severity) if known == chosen)


def _words(value: Value | None) -> Words | None:
    if value is None:
        return None
    if not value.is_table():
        return Words(value.text(), value.text())
    table = value.table(("zh", "en"))
    return Words(*(table[key].text() if key in table else "" for key in ("zh", "en")))


def _compiled(value: Value, *, ignore_case: bool) -> _Pattern:
    """Compile a pattern, unless it is wrong or can take for ever."""
    regex: Any = import_module("regex")  # loaded where somebody has rules of their own
    pattern = value.text()
    if not pattern or len(pattern) > _LONGEST_PATTERN:
        value.refuse(N_("a pattern has 1 to {most} characters."), most=_LONGEST_PATTERN)
    try:
        flags = re.IGNORECASE if ignore_case else re.NOFLAG
        with warnings.catch_warnings(action="ignore"):  # what may mean another thing some day
            re.compile(pattern, flags)
            slow = can_blow_up(pattern, flags)
            made = regex.compile(pattern, regex.IGNORECASE if ignore_case else 0)
    except (re.error, regex.error, RecursionError, OverflowError) as error:
        value.refuse(N_("the pattern is wrong: {why}."), why=error)
    if slow:
        value.refuse(N_("the pattern can take for ever: it repeats what is itself repeated. Write one repeat only."))
    return made


def _try_replacement(value: Value, pattern: _Pattern, replacement: str) -> None:
    """See that a replacement names no group that the pattern has not."""
    regex: Any = import_module("regex")  # loaded where somebody has rules of their own
    try:
        # One match is needed to try it on: nothing, found by a pattern with the same groups.
        match = regex.compile(f"(?:{pattern.pattern})|").search("")
        if match is not None:
            match.expand(replacement)
    except (regex.error, IndexError, KeyError, ValueError) as error:
        value.refuse(N_("the replacement is wrong: {why}."), why=error)


__all__ = ["FAMILY", "OwnRule", "OwnRulesError", "load_own_rules", "own_rules_folder", "own_rules_of"]
