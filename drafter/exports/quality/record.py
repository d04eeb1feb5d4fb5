"""The figures of a quality report as a record for other programs (JSON)."""

from typing import Any

from drafter.exports.quality.report import Compared, QualityReport
from drafter.exports.quality.scoring import Score
from drafter.exports.quality.types import nearest
from drafter.model import Finding


def record(report: QualityReport) -> dict[str, Any]:
    """Give the figures of a report; names are in English, and numbers are not rounded."""
    weights, left = report.options.weights, report.uncounted
    return {
        "title": report.snapshot.title,
        "zh": report.snapshot.zh_name,
        "en": report.snapshot.en_name,
        "counted": {
            "sides": list(report.sides),
            "weights": {"minor": weights.minor, "major": weights.major, "critical": weights.critical},
            "confirmed": report.options.confirmed,
            "repeats": report.options.repeats,
            "open": len(report.snapshot.findings),
            "left_out": {"source": left.source, "unconfirmed": left.unconfirmed, "repeats": left.repeats},
        },
        **_compared(report.whole),
        "types": [
            {"type": type_, "mqm": str(nearest(type_)), **_compared(compared)} for type_, compared in report.types
        ],
        "families": [{"family": family, **_compared(compared)} for family, compared in report.families],
        "sections": [
            {
                "clause": section.heading.id if section.heading else 0,
                "level": section.level,
                "zh": section.heading.zh.text if section.heading else "",
                "en": section.heading.en.text if section.heading else "",
                **_compared(compared),
            }
            for section, compared in report.sections
        ],
        "worst": [
            {"clause": one.clause.id, "penalty": one.penalty, "findings": [_finding(found) for found in one.findings]}
            for one in report.worst
        ],
    }


def _compared(compared: Compared) -> dict[str, Any]:
    return {"before": _score(compared.before), "after": _score(compared.after)}


def _score(score: Score) -> dict[str, Any]:
    return {
        **dict(score.counts.items()),
        "errors": score.errors,
        "words": score.words,
        "penalty": score.penalty,
        "per_thousand": score.per_thousand,
        "quality": score.quality,
        "fails": score.fails,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {"rule": finding.rule, "severity": finding.severity, "side": finding.side, "text": finding.text}
