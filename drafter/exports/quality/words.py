"""What the page and the Word file of a report say in the same words."""

from collections.abc import Iterator
from typing import Final

from drafter.exports.html.facts import SEVERITY_NAMES
from drafter.exports.quality.report import Compared, QualityReport
from drafter.exports.quality.scoring import Score
from drafter.exports.quality.types import nearest
from drafter.i18n import _, ngettext, shown
from drafter.model import N_, SEVERITIES, Finding, Side

WORST_FIRST: Final = tuple(reversed(SEVERITIES))
_NONE: Final = "–"
_LEAST: Final = 0.1
_BEST: Final = 100
_LANGUAGES: Final[dict[Side, str]] = {"zh": N_("Chinese"), "en": N_("English")}


def figure(value: float | None) -> str:
    """Write a figure with one decimal at most; a dash where there is none, and never 0 for what is more."""
    if value is None:
        return _NONE
    if 0 < value < _LEAST:
        return f"<{_LEAST}"
    return f"{value:.1f}".removesuffix(".0").replace("-", "−")


def grade(score: Score) -> str:
    """Write a quality score, never 100 where an error costs anything."""
    quality = score.quality
    return figure(quality if quality is None or quality == _BEST else min(quality, _BEST - _LEAST))


def points(penalty: float) -> str:
    """Write a penalty."""
    return _("{n} points", n=figure(penalty))


def type_name(type_: str) -> str:
    """Name the MQM error type that one of ours comes nearest to."""
    return nearest(type_).shown()


def turned(before: str, after: str) -> str:
    """Write two figures, before and after correction; equal ones once."""
    return after if before == after else f"{before} → {after}"


def changes(compared: Compared) -> list[str]:
    """Write how many errors of each severity there were and are, the worst first, then all, then what they cost."""
    before, after = compared.before, compared.after
    counts = [_counts(before.counts[one], after.counts[one]) for one in WORST_FIRST]
    return [
        *counts,
        turned(str(before.errors), str(after.errors)),
        turned(figure(before.penalty), figure(after.penalty)),
    ]


def _counts(before: int, after: int) -> str:
    return turned(str(before), str(after)) if before or after else _NONE


def rates(compared: Compared) -> list[str]:
    """Write errors, points, and points per 1,000 words, before and after."""
    before, after = compared.before, compared.after
    return [
        turned(str(before.errors), str(after.errors)),
        turned(figure(before.penalty), figure(after.penalty)),
        turned(figure(before.per_thousand), figure(after.per_thousand)),
    ]


def totals(report: QualityReport) -> Iterator[list[str]]:
    """Give the rows of the table of the whole text, its head first: name, weight, before and after.

    Where nothing was corrected, before and after are one column.
    """
    when = [_("As loaded"), _("As corrected")] if report.changed else [_("As it stands")]
    scores = (report.whole.before, report.whole.after)[-len(when) :]
    yield ["", _("Weight"), *when]
    for severity in WORST_FIRST:
        counts = [str(one.counts[severity]) for one in scores]
        yield [_(SEVERITY_NAMES[severity]), figure(report.options.weights.of(severity)), *counts]
    yield [_("together"), "", *(str(one.errors) for one in scores)]
    yield [_("Penalty in points"), "", *(figure(one.penalty) for one in scores)]
    yield [_("Words counted"), "", *(str(one.words) for one in scores)]
    yield [_("Penalty per 1,000 words"), "", *(figure(one.per_thousand) for one in scores)]
    yield [_("Quality score"), "", *(grade(one) for one in scores)]


def repair(finding: Finding) -> str:
    """Say what the words should read; "" where nobody knows, or the message says it."""
    if finding.fix is None or (finding.fix.text and finding.fix.text in shown(finding.message)):
        return ""
    return _("Should read: {text}", text=finding.fix.text) if finding.fix.text else _("Should be deleted.")


def failing(whole: Compared) -> Iterator[str]:
    """Say that a text with a critical error fails."""
    if whole.after.fails:
        n = whole.after.counts["critical"]
        yield ngettext(
            "{n} critical error is still there: one is enough to fail a text, whatever its score.",
            "{n} critical errors are still there: one is enough to fail a text, whatever its score.",
            n,
        )


def standing(report: QualityReport) -> Iterator[str]:
    """Say what the figures are made of, and what is left out of them."""
    if not report.changed:
        yield _("No text was corrected yet.")
    if report.options.confirmed:
        yield _(
            "Only findings that a reviewer confirmed are counted here; the pages before and after tell all open ones."
        )
    left, parts = report.uncounted, []
    if left.source:
        parts.append(
            ngettext(
                "{n} stands in the text that was translated", "{n} stand in the text that was translated", left.source
            )
        )
    if left.unconfirmed:
        parts.append(ngettext("{n} was confirmed by nobody", "{n} were confirmed by nobody", left.unconfirmed))
    if left.repeats:
        parts.append(
            ngettext("{n} repeats a fault that is counted", "{n} repeat a fault that is counted", left.repeats)
        )
    if parts:
        yield _(
            "Of {open} open findings {counted} are counted: {rest}.",
            open=len(report.snapshot.findings), counted=report.whole.after.errors, rest=_(", ").join(parts),
        )  # fmt: skip


def method(report: QualityReport) -> Iterator[str]:
    """Say how the figures come about."""
    sides = _(", ").join(_(_LANGUAGES[side]) for side in report.sides)
    yield _(
        "Penalty: every error costs points by its severity. Quality score = (1 − penalty ÷ words) × 100, as in MQM’s "
        "linear scoring model without calibration; a text without errors has 100, one with more points than words "
        "less than 0."
    )
    yield _(
        "Words are those of the text as loaded ({sides}), before correction and after it: every Chinese character, and "
        "every run of letters and digits. Sections include those below them.", sides=sides,
    )  # fmt: skip
    if report.options.repeats:
        yield _("A repeated fault counts as often as it stands.")
    else:
        yield _(
            "A repeated fault (the same rule, the same words, the same said of them) counts once in the whole text and "
            "once in each section."
        )
    yield _(
        "What reviewers set aside is not counted. The figures rest on what rules find: they prepare the judgement of a "
        "person, and never replace it."
    )
