"""Which rules speak, how loud, and how sure they must be: what the reader of findings chooses."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal, get_args

from drafter.model import Finding, Severity

if TYPE_CHECKING:
    from drafter.checks.rule import Rule

Sensitivity = Literal["strict", "normal", "quiet"]
SENSITIVITIES: Final[tuple[Sensitivity, ...]] = get_args(Sensitivity)
"""From the one that tells every suspicion to the one that tells only what is sure."""


@dataclass(frozen=True, slots=True)
class RuleChoice:
    """What somebody has chosen of the rules.

    A rule that is off, or too unsure for the sensitivity, still explains the text it stands on: that the damage is not
    told must not make another rule tell it under another name. Only a rule's faint suspicions explain nothing, unless
    they are asked for.

    Attributes:
        off: rules that are not told, by their names, or all of a family by its name (`spacing`).
        severities: severities that a rule's findings take instead of their own, by the name of the rule or family;
            the rule's own name counts before its family's.
        sensitivity: `strict` tells faint suspicions too; `quiet` leaves out what a rule doubts, and slips of form that
            can't be mended unasked.
        own: the reader's own rules, run before the others.
    """

    off: frozenset[str] = frozenset()
    severities: Mapping[str, Severity] = field(default_factory=lambda: MappingProxyType({}))
    sensitivity: Sensitivity = "normal"
    own: tuple["Rule", ...] = ()

    def with_own(self, rules: Sequence["Rule"]) -> "RuleChoice":
        """Give the same choice with further own rules, which replace those of the same name."""
        if not rules:
            return self
        names = {rule.name for rule in rules}
        return replace(self, own=(*rules, *(rule for rule in self.own if rule.name not in names)))

    def admits(self, finding: Finding) -> bool:
        """Tell whether a finding is more than a faint suspicion, or whether those are asked for."""
        return finding.certainty != "faint" or self.sensitivity == "strict"

    def told(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Give the findings that are told, as severe as they are told to be."""
        for finding in findings:
            if finding.rule in self.off or finding.family in self.off or not self.admits(finding):
                continue
            severity = self.severities.get(finding.rule) or self.severities.get(finding.family)
            told = finding if severity in (None, finding.severity) else replace(finding, severity=severity)
            if self.sensitivity != "quiet" or _is_sure(told):
                yield told


def _is_sure(finding: Finding) -> bool:
    if finding.certainty != "sure":
        return False
    return finding.severity != "minor" or (finding.fix is not None and finding.fix.confidence == "safe")


_in_use = RuleChoice()


def choose_rules(choice: RuleChoice) -> None:
    """Have a choice hold for every review that is checked from now on and brings none of its own."""
    global _in_use
    _in_use = choice


def chosen_rules() -> RuleChoice:
    """Give the choice that holds."""
    return _in_use
