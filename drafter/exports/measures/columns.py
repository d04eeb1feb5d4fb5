"""The columns of the table of measures, and what stands in them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from drafter.exports.characters import legal
from drafter.exports.ledger.columns import Cell
from drafter.exports.measures.record import MeasureRow
from drafter.i18n import _, language
from drafter.model import N_, ROLES, Bound, Role, Side, Target

ROLE_WORDS: Final[dict[Role, str]] = {
    "lead": N_("lead"), "cooperate": N_("cooperate"), "implement": N_("implement"), "share": N_("share the work"),
}  # fmt: skip
_SIDES: Final[tuple[Side, Side]] = ("zh", "en")
_BOUNDS: Final[dict[Bound, str]] = {"=": "", ">=": "≥ ", "<=": "≤ ", ">": "> ", "<": "< ", "~": "≈ "}
_HEADINGS: Final = (
    N_("Line"), N_("Section"), N_("Measure"), N_("English"), N_("Code"), N_("Concept"), N_("Confidence"),
    N_("Further codes"), N_("Deadline"), N_("Lead"), N_("Cooperate"), N_("Implement"), N_("Share the work"),
    N_("Targets"),
)  # fmt: skip
_TARGET_HEADINGS: Final = (
    N_("Line"), N_("Indicator"), N_("English"), N_("Bound"), N_("Value"), N_("Upper end"), N_("Unit"),
    N_("Baseline year"), N_("Year"), N_("Region"), N_("Verdict"),
)  # fmt: skip
_BETWEEN: Final = "; "


def headings() -> list[Cell]:
    """Name the columns of the measures, in the language that is set."""
    return [_(heading) for heading in _HEADINGS]


def row_cells(row: MeasureRow) -> list[Cell]:
    """Give what a measure has in each column; what only the rendering says is told to be its alone."""
    first = row.concepts[0] if row.concepts else None
    place = row.places.get("zh") or row.places.get("en")
    deadline = _first(row.deadline)
    leading = _first(row.duties) or "zh"
    targets = [target for target in row.targets if not target.threshold]
    return [
        place.line if place else None,
        said(row.section.get("zh") or row.section.get("en")),
        said(row.text.get("zh")), said(row.text.get("en")),
        first.concept.notation if first else None,
        said(first.concept.label[language()]) if first else None,
        f"{first.confidence:.2f}" if first else None,
        said(", ".join(one.concept.notation for one in row.concepts[1:])),
        _told(row, deadline, row.deadline[deadline]) if deadline else None,
        *(_told(row, leading, ("、" if leading == "zh" else _BETWEEN).join(row.bodies(leading, role)))
          for role in ROLES),
        said(_BETWEEN.join(_told(row, _first(target.text), target_words(target)) or "" for target in targets)),
    ]  # fmt: skip


def _first(words: Mapping[Side, object]) -> Side | None:
    """Give the side whose words are shown: the Chinese where it has some."""
    return next((side for side in _SIDES if words.get(side)), None)


def _told(row: MeasureRow, side: Side | None, words: str) -> str | None:
    """Give words of one side; of the English beside a Chinese text that lacks them, nobody may take them for both's."""
    told = said(words)
    return _("{words} (in the English only)", words=told) if told and side == "en" and "zh" in row.text else told


def target_headings() -> list[Cell]:
    """Name the columns of the targets."""
    return [_(heading) for heading in _TARGET_HEADINGS]


def target_cells(row: MeasureRow, target: Target) -> list[Cell]:
    """Give what a target has in each column."""
    place = row.places.get("zh") or row.places.get("en")
    return [
        place.line if place else None, said(target.indicator.get("zh")), said(target.indicator.get("en")),
        _BOUNDS[target.bound].strip(), target.value, target.value_max, said(target.unit), target.baseline_year,
        target.year, said(target.region), _(_VERDICTS[target.verdict]),
    ]  # fmt: skip


_VERDICTS: Final = {
    "same": N_("same"), "differs": N_("differs"), "missing": N_("missing"), "extra": N_("extra"),
    "unsure": N_("unsure"), "": "",
}  # fmt: skip


def target_words(target: Target, side: Side | None = None) -> str:
    """Say a target in few words.

    Args:
        target: the target.
        side: whose words; None for the Chinese where there are some.
    """
    for own in (side,) if side else _SIDES:
        if own and (text := target.text.get(own)):
            name = target.indicator.get(own, "")
            when = f"{target.year}: " if target.year else ""
            return legal(f"{when}{name} {text}".replace("  ", " ").strip())
    return ""


def said(text: str | None) -> str | None:
    """Give words fit for a cell, None where there are none."""
    return " ".join(legal(text).split()) if text and text.strip() else None


def table(rows: Iterable[MeasureRow]) -> list[Sequence[Cell]]:
    """Give the measures as a table; headings are no measures."""
    return [headings(), *(row_cells(row) for row in rows if not row.heading)]
