"""The score of a text: its errors weighed by their severity, against its length.

The penalty is the sum of the weights of all errors. Two figures are made of it, as in MQM's linear scoring model
without calibration (themqm.org, The MQM Scoring Models; EWC = words, APT = penalty):

    penalty per 1,000 words = penalty ÷ words × 1,000
    quality score           = (1 − penalty ÷ words) × 100

The score of a text without errors is 100; a text with more penalty than words has one below 0, and it is told as it is,
for otherwise nobody would see that it was improved. One critical error fails a text, whatever its score.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Final

from drafter.model import N_, SEVERITIES, DrafterError, Finding, Message, Severity

_THOUSAND: Final = 1000
_MOST: Final = 1_000_000.0


@dataclass(frozen=True, slots=True)
class Weights:
    """What one error of each severity costs, in points.

    Attributes:
        minor: a minor one.
        major: a major one.
        critical: a critical one.
    """

    minor: float = 1
    major: float = 5
    critical: float = 25

    def of(self, severity: Severity) -> float:
        """Give the weight of a severity."""
        return {"minor": self.minor, "major": self.major, "critical": self.critical}[severity]


def read_weights(text: str) -> Weights:
    """Read weights as a user writes them: `minor=1,major=5,critical=25`; what is not named keeps its usual weight.

    Raises:
        DrafterError: there is no such severity, or a weight is no number from 0 on.
    """
    names = [field.name for field in fields(Weights)]
    found: dict[str, float] = {}
    for part in filter(None, (part.strip() for part in text.split(","))):
        name, equals, number = (piece.strip() for piece in part.partition("="))
        if name not in names or not equals:
            raise DrafterError(
                N_("“{part}” is no weight: write severity and number, such as {example}."),
                part=part, example="minor=1,major=5,critical=25",
            )  # fmt: skip
        try:
            weight = float(number)
        except ValueError:
            weight = math.nan
        if not 0 <= weight <= _MOST:
            raise DrafterError(
                N_("The weight of “{name}” can't be “{number}”: give a number from 0 on."), name=name, number=number
            )
        found[name] = weight
    return Weights(**found)


@dataclass(frozen=True, slots=True)
class Score:
    """What the errors of a text come to.

    Attributes:
        counts: how many errors of each severity; all severities are there.
        words: how many words the text has.
        weights: what an error costs.
    """

    counts: Mapping[Severity, int]
    words: int
    weights: Weights

    @property
    def errors(self) -> int:
        """How many errors there are."""
        return sum(self.counts.values())

    @property
    def penalty(self) -> float:
        """The points that all errors cost together."""
        return sum(self.weights.of(severity) * count for severity, count in self.counts.items())

    @property
    def per_thousand(self) -> float | None:
        """The penalty per 1,000 words; None where there is no word."""
        return self.penalty / self.words * _THOUSAND if self.words else None

    @property
    def quality(self) -> float | None:
        """The quality score, 100 at best; None where there is no word."""
        return (1 - self.penalty / self.words) * 100 if self.words else None

    @property
    def fails(self) -> bool:
        """Whether an error is critical: one is enough to fail a text."""
        return self.counts["critical"] > 0


def score(findings: Iterable[Finding], words: int, weights: Weights) -> Score:
    """Weigh findings against a number of words."""
    counts = Counter(finding.severity for finding in findings)
    return Score({severity: counts[severity] for severity in SEVERITIES}, words, weights)


def once(findings: Iterable[Finding]) -> list[Finding]:
    """Leave repeats out: of findings of one rule, on one side, of the same words and with the same said of them.

    The worst of them stays, the first among equals. Where something is missing there are no words to be
    the same: ten sentences left out are ten errors.
    """
    kept: dict[object, Finding] = {}
    for index, finding in enumerate(findings):
        key = (finding.rule, finding.side, finding.text, _said(finding.message)) if finding.text else index
        first = kept.setdefault(key, finding)
        if SEVERITIES.index(finding.severity) > SEVERITIES.index(first.severity):
            kept[key] = finding
    return list(kept.values())


def _said(message: Message) -> tuple[object, ...]:
    """Give what a message says in a form whose equals are found fast, however many messages share a template."""
    values = sorted(message.values.items())
    return message.template, *((name, _said(one) if isinstance(one, Message) else str(one)) for name, one in values)
