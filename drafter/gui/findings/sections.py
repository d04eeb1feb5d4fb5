"""Which section of the text a finding stands in."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from drafter.i18n import Language
from drafter.language.marks import plain
from drafter.model import Clause

_LONGEST: Final = 80


@dataclass(frozen=True, slots=True)
class Place:
    """A section.

    Attributes:
        heading: id of the clause that is its heading, 0 for what stands before the first one.
        title: how that reads, "" where there is none.
    """

    heading: int = 0
    title: str = ""


def sections_of(clauses: Iterable[Clause], language: Language) -> dict[int, Place]:
    """Give the section of every clause: that of the nearest heading above it; a heading is in its own.

    Args:
        clauses: all clauses in order.
        language: in which headings are told, where they are in both.
    """
    here, places = Place(), {}
    for clause in clauses:
        if clause.level:
            text = clause.side(language).text.strip() or clause.zh.text.strip() or clause.en.text.strip()
            here = Place(clause.id, " ".join(plain(text).split())[:_LONGEST])
        places[clause.id] = here
    return places
