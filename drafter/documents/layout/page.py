"""The page: paper, margins, type area (GB/T 9704-2012, 5)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from drafter.documents.docx.names import w
from drafter.documents.layout.fault import Fault
from drafter.documents.xml import Element, integer
from drafter.model import N_, Message

_TWIPS: Final = 56.693  # in a millimetre
_PAPER: Final = (210, 297)
_TOP, _LEFT = 37, 28
_AREA: Final = (156, 225)
_TOLERANCE: Final = 1
_FORGIVEN: Final = 0.02
"""Beyond the tolerance, for word processors round to whole twips."""


def page_faults(sections: Sequence[Element]) -> Iterator[Fault]:
    """Tell what of the page is not as asked for; beside upright ones, sections on their side may hold wide tables."""
    told: set[str] = set()
    measured = [_measures(section) for section in sections]
    upright = [one for one in measured if one["width"] <= one["height"]]
    for measures in upright or measured:
        for fault in _faults(measures):
            if fault.message.template not in told:
                told.add(fault.message.template)
                yield fault


def _measures(section: Element) -> Mapping[str, float]:
    """Give a section's measures in millimetres; what is not said is none."""
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    told = {name: _of(size, key) for name, key in (("width", "w"), ("height", "h"))}
    return told | {name: abs(_of(margins, name)) for name in ("top", "bottom", "left", "right", "gutter")}


def _of(element: Element | None, name: str) -> float:
    return (0 if element is None else integer(element.get(w(name))) or 0) / _TWIPS


def _faults(measures: Mapping[str, float]) -> Iterator[Fault]:
    width, height = measures["width"], measures["height"]
    if not (_near(width, _PAPER[0]) and _near(height, _PAPER[1])):
        yield _fault(
            N_("The paper measures {width} by {height} mm; A4 is asked for, 210 by 297 mm."), width=width, height=height
        )
        return
    left = measures["left"] + measures["gutter"]
    if not _near(measures["top"], _TOP):
        yield _fault(N_("The top margin measures {is_} mm; 37 mm are asked for."), is_=measures["top"])
    if not _near(left, _LEFT):
        yield _fault(N_("The left margin measures {is_} mm; 28 mm are asked for."), is_=left)
    area = width - left - measures["right"], height - measures["top"] - measures["bottom"]
    if not all(_near(one, other) for one, other in zip(area, _AREA, strict=True)):
        yield _fault(
            N_("The type area measures {width} by {height} mm; 156 by 225 mm are asked for."),
            width=area[0], height=area[1],
        )  # fmt: skip


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= _TOLERANCE + _FORGIVEN


def _fault(template: str, **measures: float) -> Fault:
    values = {name: f"{measure:.1f}".removesuffix(".0") for name, measure in measures.items()}
    return Fault("page", 0, "", Message(template, values))
