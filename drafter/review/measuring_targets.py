"""The targets of a plan: figures of both sides with what they are about, joined, and checked."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from drafter.language.indicators import same_name
from drafter.language.regions import area_of
from drafter.language.targets import Promise, read_promises
from drafter.model import Finding, LedgerRow, Side, Span, Target
from drafter.review.marked import unmarked
from drafter.review.measuring_parts import there
from drafter.review.quantities import QuantityLedger
from drafter.review.state import ReviewState

_OPENING = 12  # clauses in which a document says what area it is about
_FEWEST = 2
_ZH: Side = "zh"
_EN: Side = "en"


class PlacedTarget(NamedTuple):
    """A target and where its figure stands.

    Attributes:
        target: the target.
        spans: the figure's place in its clause's text as it reads, on each side that has it.
    """

    target: Target
    spans: Mapping[Side, Span]


@dataclass(frozen=True, slots=True)
class Path:
    """How one indicator is to go over the years in one place.

    Attributes:
        indicator: its name, in the first words that the text has for it.
        region: the place, "" where none is known.
        unit: the unit of its figures.
        points: the targets by year, doubles joined.
        missing: years between the first and the last that no target stands for.
    """

    indicator: str
    region: str
    unit: str
    points: Mapping[int, Target]
    missing: tuple[int, ...]


def targets_of_review(session: ReviewState) -> dict[int, list[PlacedTarget]]:
    """Give the figures of a review that measure something, by clause."""
    ledger = QuantityLedger(session)
    opening = [unmarked(clause) for clause in session.clauses[:_OPENING]]
    area = {side: area_of((clause.side(side).original for clause in opening), side) for side in (_ZH, _EN)}
    found: dict[int, list[PlacedTarget]] = {}
    for clause in session.clauses:
        read = unmarked(clause)
        promises = {
            side: {there(clause, side, one.quantity.span): one for one in read_promises(read.side(side).text, side)}
            for side in (_ZH, _EN)
        }
        # Where there is Chinese, a figure that the English alone has is a fault of the English, and no target.
        rows = [row for row in ledger.rows_of(clause.id) if row.zh or not read.zh.text.strip()]
        made = (_placed(row, promises, area) for row in rows)
        found[clause.id] = [one for one in made if one is not None]
    return found


def _placed(
    row: LedgerRow, promises: Mapping[Side, Mapping[Span, Promise]], area: Mapping[Side, str | None]
) -> PlacedTarget | None:
    own: dict[Side, Promise] = {}
    for side, quantity in ((_ZH, row.zh), (_EN, row.en)):
        if quantity is not None and (promise := promises[side].get(quantity.span)):
            own[side] = promise
    leading: Side = "zh" if _ZH in own else "en"
    if leading not in own:
        return None
    promise = own[leading]
    quantity = promise.quantity
    target = Target(
        clause=row.clause,
        indicator={side: one.indicator for side, one in own.items() if one.indicator},
        value=quantity.value,
        value_max=quantity.value_max,
        unit=quantity.unit,
        bound=quantity.bound,
        year=promise.year,
        baseline_year=promise.baseline_year,
        region=promise.region or area[leading],
        change=promise.change,
        verdict=row.verdict,
        text={side: one.quantity.text for side, one in own.items()},
        noun=quantity.noun,
        threshold=promise.threshold,
    )
    return PlacedTarget(target, {side: one.quantity.span for side, one in own.items()})


def joined(targets: Iterable[Target]) -> list[Target]:
    """Give targets with doubles joined: the same indicator, figure, year and place told twice; thresholds left out."""
    known: dict[tuple[object, ...], Target] = {}
    for one in targets:
        if one.threshold:
            continue
        key = (*_series(one), one.year, one.value, one.value_max, one.bound)
        if key in known and known[key].baseline_year is None:
            known[key] = replace(known[key], baseline_year=one.baseline_year)
        known.setdefault(key, one)
    return list(known.values())


def paths(targets: Iterable[Target]) -> list[Path]:
    """Give the indicators that have targets for two years or more, with the years between that lack one."""
    series: dict[tuple[str, str, str, bool], list[Target]] = defaultdict(list)
    for one in joined(targets):
        if one.year is not None and _name(one):
            series[_series(one)].append(one)
    made = []
    for (_, region, unit, _), own in series.items():
        points: dict[int, Target] = {}
        for one in sorted(own, key=lambda target: target.year or 0):
            points.setdefault(one.year or 0, one)
        if len(points) >= _FEWEST:
            years = sorted(points)
            missing = tuple(year for year in range(years[0], years[-1]) if year not in points)
            made.append(Path(_name(own[0]), region, unit, points, missing))
    return made


def wrong_sums(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Give the findings that tell of parts which do not add up to their whole."""
    return tuple(one for one in findings if one.rule == "number.sum")


def conflicts(targets: Sequence[Target]) -> list[tuple[Target, ...]]:
    """Give targets that say different things of one indicator, year and place."""
    by_key: dict[tuple[object, ...], list[Target]] = defaultdict(list)
    for one in joined(targets):
        if one.year is not None and _name(one) and one.unit not in ("count", ""):
            by_key[(*_series(one), one.year, one.baseline_year)].append(one)
    return [tuple(own) for own in by_key.values() if len(own) > 1]


def amount(target: Target) -> str:
    """Give a figure with its upper end, as a number."""
    return _figure(target.value) if target.value_max is None else f"{_figure(target.value)}-{_figure(target.value_max)}"


def _figure(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _name(target: Target) -> str:
    return target.indicator.get("zh") or target.indicator.get("en", "")


def _series(target: Target) -> tuple[str, str, str, bool]:
    side: Side = "zh" if target.indicator.get("zh") else "en"
    return same_name(_name(target), side), target.region or "", target.unit, target.change
