"""Findings as places in the text that Qt draws, in UTF-16 units."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from drafter.gui.toolbox.utf16 import Utf16Map
from drafter.model import SEVERITIES, Finding, Severity, Side
from drafter.review import Searched


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding where it is drawn.

    Attributes:
        start: first UTF-16 unit.
        end: end, exclusive; equal to `start` where something is missing.
        finding: the finding.
    """

    start: int
    end: int
    finding: Finding

    def holds(self, unit: int) -> bool:
        """Tell whether a caret before `unit` touches this mark."""
        return self.start <= unit <= self.end


def marks_of(text: str, side: Side, findings: Iterable[Finding]) -> tuple[Mark, ...]:
    """Give the marks of one side, the mildest and longest first, so that the worst and shortest is drawn on top."""
    own = [finding for finding in findings if finding.side == side]
    if not own:
        return ()
    places = Utf16Map(text)
    marks = [Mark(places.to_units(one.span.start), places.to_units(one.span.end), one) for one in own]
    return tuple(sorted(marks, key=_depth))


def found_units(text: str, searched: Searched) -> list[tuple[int, int]]:
    """Give where words that are looked for stand in a text, in UTF-16 units."""
    spans = searched.spans(text)
    if not spans:
        return []
    places = Utf16Map(text)
    return [(places.to_units(span.start), places.to_units(span.end)) for span in spans]


def _depth(mark: Mark) -> tuple[int, int]:
    return SEVERITIES.index(mark.finding.severity), mark.start - mark.end


def worst_of(findings: Iterable[Finding]) -> Severity | None:
    """Give the worst severity among findings, None where there are none."""
    return max((finding.severity for finding in findings), key=SEVERITIES.index, default=None)


def mark_at(marks: Sequence[Mark], unit: int) -> Mark | None:
    """Give the mark at a caret's place: the shortest that it touches, for the longer ones can be reached elsewhere."""
    touched = [mark for mark in marks if mark.holds(unit)]
    return min(touched, key=lambda mark: mark.end - mark.start, default=None)


def moved(marks: Sequence[Mark], place: int, removed: int, added: int) -> tuple[Mark, ...]:
    """Give the marks after typing, until the text is checked again; one whose own words changed is gone."""
    kept = []
    end = place + removed
    for mark in marks:
        if mark.start >= end and (mark.start > place or removed or added):
            kept.append(replace(mark, start=mark.start - removed + added, end=mark.end - removed + added))
        elif mark.end <= place:
            kept.append(mark)
    return tuple(kept)
