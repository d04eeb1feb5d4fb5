"""What one paragraph shows, gathered piece by piece."""

from dataclasses import dataclass, field
from typing import Literal

from drafter.documents.docx.comments import Mark
from drafter.documents.xml import Element
from drafter.model import Run

NoteKind = Literal["footnote", "endnote"]


@dataclass(slots=True)
class Content:
    """What one paragraph shows.

    Attributes:
        pieces: the text in pieces.
        length: their length together.
        runs: the source's own cuts, none inside another.
        shapes: what holds the text of text boxes, shapes and diagrams anchored in it.
        notes: notes it refers to, with their ids.
        marks: where comments begin, end and are referred to.
        breaks: whether a page or column ends here, should text follow.
    """

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    runs: list[Run] = field(default_factory=list)
    shapes: list[Element] = field(default_factory=list)
    notes: list[tuple[NoteKind, str]] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    breaks: bool = False
    _computed: list[tuple[int, int]] = field(default_factory=list)

    @property
    def amount(self) -> int:
        """How much it shows: characters, and what hangs on it; 0 for nothing at all."""
        return self.length + len(self.shapes) + len(self.notes)

    def add(self, text: str) -> None:
        """Append a piece of text."""
        if not text:
            return
        if self.breaks:
            self.breaks = False
            if self.length:
                self.compute("\n")
        self.pieces.append(text)
        self.length += len(text)

    def compute(self, text: str) -> None:
        """Append text that no run of the file holds: what Word would show for a field, a formula, or between pages."""
        start = self.length
        self.add(text)
        if text:
            self._computed.append((start, self.length))

    def end_run(self, start: int, first: int, source: str) -> None:
        """Note the own text of a run that shows something: what neither stands in a run inside it nor was computed.

        Args:
            start: length before the run.
            first: number of runs before it.
            source: where it stands in the file.
        """
        if len(self.runs) == first and not (self._computed and self._computed[-1][1] > start):
            self.runs.append(Run(start, self.length, source))
            return
        taken = [(run.start, run.end) for run in self.runs[first:]]
        taken += [stretch for stretch in self._computed if stretch[1] > start]
        place = start
        for begin, end in [*sorted(taken), (self.length, self.length)]:
            if begin > place:
                self.runs.append(Run(place, begin, source))
            place = max(place, end)
        self.runs[first:] = sorted(self.runs[first:], key=lambda run: run.start)
