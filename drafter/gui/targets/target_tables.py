"""The tables of targets and of coverage."""

from collections.abc import Mapping, Sequence

from drafter.exports.measures import MeasureRow
from drafter.gui.targets.records import Row, Table
from drafter.i18n import _, language, shown
from drafter.model import N_, Bound, Finding, Severity, Side, Target, Verdict
from drafter.review import VERDICT_WORDS
from drafter.review.measuring_tables import coverage
from drafter.review.measuring_targets import Path, amount, conflicts
from drafter.taxonomy import Taxonomy

BOUNDS: Mapping[Bound, str] = {"=": "", ">=": "≥ ", "<=": "≤ ", ">": "> ", "<": "< ", "~": "≈ "}
UNITS = {"count": "", "ug/m3": "µg/m³", "mg/m3": "mg/m³", "m2": "m²", "m3": "m³", "km2": "km²", "a": N_("years")}
_SEVERITY: Mapping[str, Severity] = {"differs": "critical", "missing": "critical", "extra": "major", "unsure": "minor"}
_TARGETS = (
    N_("Clause"), N_("Indicator"), N_("English"), N_("Value"), N_("Compared with"), N_("Year"), N_("Region"),
    N_("In the Chinese"), N_("In the English"), N_("Verdict"), N_("Remark"),
)  # fmt: skip
_WIDTHS = (60, 190, 190, 110, 96, 56, 90, 130, 130, 96, 240)
_VERDICT, _REMARK = 9, 10
_COVERAGE = (N_("Code"), N_("Concept"), N_("Measures"))


def figure(target: Target) -> str:
    """Say a target's figure with bound and unit."""
    unit = UNITS.get(target.unit, target.unit)
    if target.unit == "count":
        unit = target.noun
    unit = _(unit) if unit else ""
    between = "" if unit == "%" else " "
    return f"{BOUNDS[target.bound]}{amount(target)}{between}{unit}".strip()


def targets_table(targets: Sequence[Target], series: Sequence[Path], sums: Sequence[Finding]) -> Table:
    """Give the targets with what is to be said of each.

    Args:
        targets: the targets, doubles joined.
        series: how indicators go over the years.
        sums: findings of parts that do not add up.
    """
    against = {id(one): group for group in conflicts(targets) for one in group}
    gaps = {id(first): path for path in series if path.missing for first in _first(path, targets)}
    rows = [_target_row(one, against.get(id(one), ()), gaps.get(id(one))) for one in targets]
    rows += [_sum_row(one) for one in sums]
    rows.sort(key=lambda row: row.keys[0])
    return Table(tuple(_(one) for one in _TARGETS), tuple(rows), _WIDTHS)


def _first(path: Path, targets: Sequence[Target]) -> list[Target]:
    first = path.points[min(path.points)]
    return [one for one in targets if one == first][:1]


def _target_row(target: Target, group: Sequence[Target], path: Path | None) -> Row:
    remarks, kinds = [], set()
    marks: dict[int, Severity] = {}
    others = [figure(one) for one in group if one != target]
    if others:
        remarks.append(_(N_("contradicts {figures}"), figures=_(N_(", ")).join(others)))
        kinds.add("conflict")
        marks[_REMARK] = "major"
    if path is not None:
        years = _(N_(", ")).join(map(str, path.missing))
        remarks.append(_(N_("no target for {years}"), years=years))
        kinds.add("gap")
        marks.setdefault(_REMARK, "minor")
    if target.change:
        remarks.append(_("a change, not a level"))
    verdict: Verdict = target.verdict
    if verdict in _SEVERITY:
        marks[_VERDICT] = _SEVERITY[verdict]
    if kinds or verdict in _SEVERITY:
        kinds.add("look")
    side: Side = "zh" if "zh" in target.text else "en"
    cells = (
        str(target.clause), target.indicator.get("zh", ""), target.indicator.get("en", ""), figure(target),
        str(target.baseline_year or ""), str(target.year or ""), target.region or "",
        target.text.get("zh", ""), target.text.get("en", ""), _(VERDICT_WORDS.get(verdict, "")) if verdict else "",
        _(N_("; ")).join(remarks),
    )  # fmt: skip
    return Row(
        tuple(" ".join(cell.split()) for cell in cells), target.clause, side, target.text.get(side, ""), marks,
        frozenset(kinds),
        keys={0: target.clause, 3: float(target.value), 4: target.baseline_year or 0, 5: target.year or 0},
    )  # fmt: skip


def _sum_row(finding: Finding) -> Row:
    cells = [""] * len(_TARGETS)
    cells[0], cells[1], cells[_REMARK] = str(finding.clause), _("Sum"), shown(finding.message)
    return Row(
        tuple(cells), finding.clause, finding.side, "", {_REMARK: "critical"}, frozenset({"sum", "look"}),
        keys={0: finding.clause},
    )  # fmt: skip


def coverage_table(rows: Sequence[MeasureRow], taxonomy: Taxonomy) -> Table:
    """Give how many measures each concept has."""
    counted = coverage(rows, taxonomy)
    most = max((count for _concept, count in counted), default=0) or 1
    first: dict[str, int] = {}
    for row in rows:
        for one in row.concepts:
            first.setdefault(one.concept.notation, row.clause)
    made = [
        Row(
            (concept.notation, concept.label[language()], str(count)),
            first.get(concept.notation, 0) if count else 0,
            marks={} if count else {2: "minor"},
            kinds=frozenset() if count else frozenset({"none", "look"}),
            keys={2: count},
            bar=count / most if count else None,
        )
        for concept, count in counted
    ]
    return Table(tuple(_(one) for one in _COVERAGE), tuple(made), (90, 420, 300), 2)
