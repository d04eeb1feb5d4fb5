"""Findings as localization quality issues (W3C ITS 2.0, 8.17; XLIFF 2.1, ITS module).

Marked stretches of XLIFF are nested, never crossed; findings that overlap share one stretch, which then refers to a
list of its issues.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import quoteattr

from drafter.exports.characters import legal
from drafter.exports.quality.types import nearest
from drafter.i18n import shown
from drafter.model import Finding, Severity, Span

PROFILE: Final = "urn:drafter:rules"
"""What our rule list is known by."""

_SEVERITIES: Final[dict[Severity, int]] = {"minor": 20, "major": 60, "critical": 100}

_BY_FAMILY: Final[dict[str, str]] = {
    "number": "numbers", "unit": "numbers", "date": "numbers", "reference": "inconsistent-entities",
    "spacing": "whitespace", "encoding": "characters", "punctuation": "typographical",
}  # fmt: skip
"""Issue types for families whose MQM type says less."""

_BY_TYPE: Final[Mapping[str, str]] = {
    "accuracy/mistranslation/number": "numbers",
    "accuracy/mistranslation/unit": "numbers",
    "accuracy/mistranslation/entity": "inconsistent-entities",
    "accuracy/mistranslation": "mistranslation",
    "accuracy/omission": "omission",
    "accuracy/addition": "addition",
    "accuracy/untranslated": "untranslated",
    "terminology/inconsistent": "inconsistency",
    "terminology": "terminology",
    "fluency/grammar": "grammar",
    "fluency/spelling": "misspelling",
    "fluency/punctuation": "typographical",
    "fluency/duplication": "duplication",
    "fluency/character-encoding": "characters",
    "fluency/inconsistency": "inconsistency",
    "fluency/structure": "formatting",
    "style": "style",
    "locale-convention": "locale-violation",
}
"""ITS's closed list of issue types, by our MQM types."""


def issue_type(rule: str, type_: str) -> str:
    """Give the ITS type of a rule's findings.

    Args:
        rule: the rule's name.
        type_: its MQM type, "" where it is not known.
    """
    parts = type_.split("/")
    for length in range(len(parts), 0, -1):
        if (known := _BY_TYPE.get("/".join(parts[:length]))) is not None:
            return known
    return _BY_FAMILY.get(rule.partition(".")[0], "uncategorized")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a text with what is wrong there.

    Attributes:
        span: code points in the text; empty where something is missing.
        findings: one or more.
    """

    span: Span
    findings: tuple[Finding, ...]


def stretches(findings: Iterable[Finding], length: int) -> list[Stretch]:
    """Put findings that overlap together, in order, so that no two stretches cross.

    Args:
        findings: of one text.
        length: how long the text is; what reaches beyond it is cut.
    """
    found: list[Stretch] = []
    for finding in sorted(findings, key=lambda one: one.span):
        start, end = min(finding.span.start, length), min(finding.span.end, length)
        last = found[-1] if found else None
        if last and (start < last.span.end or (start, end) == last.span):
            found[-1] = Stretch(Span(last.span.start, max(end, last.span.end)), (*last.findings, finding))
        else:
            found.append(Stretch(Span(start, max(start, end)), (finding,)))
    return found


def attributes(finding: Finding, types: Mapping[str, str], prefix: str = "") -> str:
    """Give an issue as attributes.

    Args:
        finding: the finding.
        types: MQM types by rule.
        prefix: what stands before their names: "its:" on an element of XLIFF.
    """
    type_ = types.get(finding.rule, "")
    told: Sequence[tuple[str, str]] = (
        ("locQualityIssueType", issue_type(finding.rule, type_)),
        ("locQualityIssueComment", _comment(finding, type_)),
        ("locQualityIssueSeverity", str(_SEVERITIES[finding.severity])),
        ("locQualityIssueProfileRef", f"{PROFILE}#{finding.rule}"),
        ("locQualityIssueEnabled", "yes"),
    )
    return "".join(f" {prefix}{name}={quoteattr(legal(value))}" for name, value in told)


def _comment(finding: Finding, type_: str) -> str:
    """The rule's name first, since types are few; then what is wrong and what it should read."""
    said = f"{finding.rule}: {shown(finding.message)}"
    if type_:
        said += f" ({nearest(type_)})"
    return f"{said} → {finding.fix.text}" if finding.fix and finding.fix.text else said
