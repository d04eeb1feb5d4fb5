"""The findings of a review as rows, those that were set aside too."""

from collections.abc import Iterator
from typing import Final

from drafter.exports.characters import legal
from drafter.exports.data_options import DataOptions
from drafter.exports.html.facts import SEVERITY_NAMES
from drafter.exports.ledger.columns import Cell
from drafter.exports.quality.types import nearest
from drafter.exports.snapshot import ReviewSnapshot
from drafter.i18n import _, shown
from drafter.model import N_, Confidence, Finding, Side

_SIDES: Final[dict[Side, str]] = {"zh": N_("Chinese"), "en": N_("English")}
_FIXES: Final[dict[Confidence, str]] = {"safe": N_("safe"), "suggested": N_("needs an eye")}
_HEADINGS: Final = (
    N_("Clause"), N_("Severity"), N_("Rule"), N_("MQM error type"), N_("Language"), N_("Start"), N_("End"),
    N_("Words"), N_("What is wrong"), N_("Should read"), N_("Fix"), N_("Set aside"),
)  # fmt: skip


def finding_rows(snapshot: ReviewSnapshot, _options: DataOptions) -> Iterator[list[Cell]]:
    """Give the heading and a row for each finding, in the order of the text."""
    yield [_(heading) for heading in _HEADINGS]
    order = {clause.id: place for place, clause in enumerate(snapshot.clauses)}
    told = [*((one, False) for one in snapshot.findings), *((one, True) for one in snapshot.ignored)]
    for finding, aside in sorted(told, key=lambda one: (order.get(one[0].clause, 0), one[0].span)):
        yield _row(finding, snapshot, aside=aside)


def _row(finding: Finding, snapshot: ReviewSnapshot, *, aside: bool) -> list[Cell]:
    type_ = snapshot.types.get(finding.rule, "")
    return [
        finding.clause, _(SEVERITY_NAMES[finding.severity]), finding.rule, str(nearest(type_)) if type_ else None,
        _(_SIDES[finding.side]), finding.span.start, finding.span.end, legal(finding.text), shown(finding.message),
        legal(finding.fix.text) if finding.fix else None, _(_FIXES[finding.fix.confidence]) if finding.fix else None,
        _("yes") if aside else None,
    ]  # fmt: skip
