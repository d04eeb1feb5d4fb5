"""The sections of a review, by its headings: as many as a table can show."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from drafter.i18n import _
from drafter.model import Clause, Side

_MOST: Final = 30
"""Headings beyond which those of a deeper level are left out."""

_OTHER: Final[dict[Side, Side]] = {"zh": "en", "en": "zh"}


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with all that stands under it, the sections below it too.

    Attributes:
        level: how deep it stands, counted from 0.
        heading: the clause that is its heading; None for what stands before the first one.
        clauses: ids of its clauses.
    """

    level: int
    heading: Clause | None
    clauses: tuple[int, ...]

    def name(self, language: Side) -> str:
        """Give its heading in a language, in the other one where it has none in this."""
        if self.heading is None:
            return _("Before the first heading")
        text = self.heading.side(language).text.strip() or self.heading.side(_OTHER[language]).text
        return " ".join(text.split())


def sections_of(clauses: Sequence[Clause]) -> tuple[Section, ...]:
    """Cut a review at its headings; those of the first level and what stands before them are the whole of it.

    Returns:
        The sections in order, each before those below it; empty where there are no two headings.
    """
    depth = _depth(clauses)
    starts = [index for index, clause in enumerate(clauses) if 0 < clause.level <= depth]
    if len(starts) < 2:
        return ()
    made = [Section(0, None, tuple(clause.id for clause in clauses[: starts[0]]))] if starts[0] else []
    levels = sorted({clauses[index].level for index in starts})
    for place, start in enumerate(starts):
        level = clauses[start].level
        later = (starts[after] for after in range(place + 1, len(starts)))
        end = next((index for index in later if clauses[index].level <= level), len(clauses))
        inside = tuple(clause.id for clause in clauses[start:end])
        made.append(Section(levels.index(level), clauses[start], inside))
    return tuple(made)


def _depth(clauses: Sequence[Clause]) -> int:
    """Give the deepest level whose headings, with all above them, are still few enough."""
    counts = Counter(clause.level for clause in clauses if clause.level)
    depth = total = 0
    for level in sorted(counts):
        total += counts[level]
        if depth and total > _MOST:
            break
        depth = level
    return depth
