"""The measures of a plan for other programs: an entry for each, in plain names."""

import json
from collections.abc import Iterable, Iterator, Sequence

from drafter.exports.measures.record import MeasureRow
from drafter.model import ROLES, Duty, Side, Target


def measure_entries(rows: Iterable[MeasureRow]) -> Iterator[dict[str, object]]:
    """Give each measure with its place, words, concepts, duties, targets and deadline; those of headings too."""
    for row in rows:
        leading: Side = "zh" if "zh" in row.text else "en"
        entry: dict[str, object] = {**_place(row, leading, ""), "text": row.text[leading]}
        entry["concepts"] = [
            {"code": one.concept.notation, "confidence": round(one.confidence, 3)} for one in row.concepts
        ]
        entry["duties"] = _duties(row.duties.get(leading, ()))
        entry["targets"] = [_target(target) for target in row.targets]
        entry["deadline"] = row.deadline.get(leading)
        if leading == "zh" and "en" in row.text:
            entry |= {**_place(row, "en", "en_"), "en_text": row.text["en"]}
            entry["en_duties"] = _duties(row.duties.get("en", ()))
            entry["en_deadline"] = row.deadline.get("en")
        yield entry


def json_text(rows: Iterable[MeasureRow]) -> str:
    """Give the measures as the text of a JSON file."""
    return json.dumps(list(measure_entries(rows)), ensure_ascii=False, indent=1) + "\n"


def _place(row: MeasureRow, side: Side, prefix: str) -> dict[str, object]:
    place = row.places.get(side)
    return {
        f"{prefix}line": place.line if place else None,
        f"{prefix}start": place.start if place else None,
        f"{prefix}end": place.end if place else None,
    }


def _duties(duties: Sequence[Duty]) -> dict[str, list[str]]:
    by_role = {duty.role: list(duty.bodies) for duty in duties}
    return {role: by_role.get(role, []) for role in ROLES}


def _target(target: Target) -> dict[str, object]:
    return {
        "indicator": target.indicator.get("zh") or target.indicator.get("en"),
        "en_indicator": target.indicator.get("en") if "zh" in target.indicator else None,
        "value": _number(target.value), "value_max": _number(target.value_max), "unit": target.unit,
        "bound": target.bound, "baseline_year": target.baseline_year, "year": target.year, "region": target.region,
        "change": target.change, "threshold": target.threshold, "verdict": target.verdict or None,
        "text": target.text.get("zh") or target.text.get("en"),
        "en_text": target.text.get("en") if "zh" in target.text else None,
    }  # fmt: skip


def _number(value: object) -> float | int | None:
    """A JSON number: whole where the value is."""
    if value is None:
        return None
    number = float(str(value))
    return int(number) if number.is_integer() else number
