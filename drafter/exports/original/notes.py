"""Where the foot- and endnotes of a document hang, which its reader gives as paragraphs among the others."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from drafter.documents import UnreadableError
from drafter.documents.docx.names import DELETED, ID, P, R, w
from drafter.documents.docx.parts import Parts
from drafter.documents.package import Package
from drafter.documents.xml import Element
from drafter.exports.original.runs import atoms
from drafter.exports.snapshot import NoteKind, NotePlace
from drafter.model import Document, Paragraph

_KINDS: Final[tuple[NoteKind, ...]] = ("footnote", "endnote")
_BEHIND: Final = frozenset({"docx", "odt", "rtf"})
"""Formats whose notes are read right behind the paragraph with their mark; those of pages stand where they stand."""

_HANGING: Final = ("note", "textbox", "comment")


def note_places(document: Document) -> Mapping[int, NotePlace]:
    """Find where the notes of a document hang.

    Of a Word file whose paragraphs have their runs that is the very place of the mark; otherwise it is the end of the
    paragraph that the note was read behind. Notes of formats that tell neither are left out.

    Args:
        document: the document as it was read.

    Returns:
        For each paragraph that is a note, or part of one, where its mark stands.
    """
    if document.format not in _BEHIND or all(one.part != "note" for one in document.paragraphs):
        return {}
    marks = _Marks(document) if document.format == "docx" else None
    found: dict[int, NotePlace] = {}
    host = -1
    notes = 0
    last: tuple[str, str] | None = None
    for index, paragraph in enumerate(document.paragraphs):
        if paragraph.part not in _HANGING:
            host = index
        if paragraph.part != "note" or host < 0 or not paragraph.text.strip():
            continue
        own = marks.note_of(paragraph) if marks else None
        if own is None or own != last:  # where the file does not tell, each paragraph is a note of its own
            notes += 1
        last = own
        kind: NoteKind = "endnote" if own and own[0] == "endnote" else "footnote"
        anchor = marks.places.get(own) if marks and own else None
        found[index] = NotePlace(notes, kind, *(anchor or (host, len(document.paragraphs[host].text.rstrip()))))
    return found


@dataclass(frozen=True, slots=True)
class _Shown:
    """What a run of the body shows: which stretch of which paragraph."""

    paragraph: int
    start: int
    end: int


_Key = tuple[str, str]
"""A note's kind and its number in the file."""


class _Marks:
    """The marks of the notes of a Word file.

    Attributes:
        places: by note, paragraph and offset of the first mark that stands in the text.
    """

    def __init__(self, document: Document) -> None:
        self._notes: dict[str, _Key] = {}
        self.places: dict[_Key, tuple[int, int]] = {}
        try:
            parts = Parts(Package(document.data, document.name))
            for kind in _KINDS:
                self._notes.update(_runs_of_notes(parts, kind))
            self.places.update(_places(parts.tree(parts.main), parts.main, document.paragraphs))
        except UnreadableError:  # a file that could be read once, and is kept in a project
            return

    def note_of(self, paragraph: Paragraph) -> _Key | None:
        """Give the note that a paragraph belongs to, None where its runs don't tell."""
        return next((self._notes[run.source] for run in paragraph.runs if run.source in self._notes), None)


def _runs_of_notes(parts: Parts, kind: NoteKind) -> Iterator[tuple[str, _Key]]:
    part = parts.find(f"{kind}s")
    tree = parts.optional(part)
    for number, run in enumerate(() if tree is None else tree.iter(R)):
        if (note := next(run.iterancestors(w(kind)), None)) is not None:
            yield f"{part}#{number}", (kind, note.get(ID, ""))


def _places(tree: Element, part: str, paragraphs: Sequence[Paragraph]) -> Mapping[_Key, tuple[int, int]]:
    """Find the marks: behind what the runs before them in their paragraph show."""
    shown = {
        run.source: _Shown(index, run.start, run.end)
        for index, paragraph in enumerate(paragraphs)
        for run in paragraph.runs
    }
    numbers = {run: f"{part}#{number}" for number, run in enumerate(tree.iter(R))}
    found: dict[_Key, tuple[int, int]] = {}
    for mark in tree.iter(*(w(f"{kind}Reference") for kind in _KINDS)):
        key = ("footnote" if mark.tag == w("footnoteReference") else "endnote", mark.get(ID, ""))
        if key in found or next(mark.iterancestors(*DELETED), None) is not None:
            continue
        holder, home = next(mark.iterancestors(R), None), next(mark.iterancestors(P), None)
        if holder is not None and home is not None and (place := _place(mark, holder, home, numbers, shown)):
            found[key] = place
    return found


def _place(
    mark: Element, holder: Element, home: Element, numbers: Mapping[Element, str], shown: Mapping[str, _Shown]
) -> tuple[int, int] | None:
    """Give paragraph and offset of a mark; None where nothing that its paragraph shows is known."""
    before: tuple[int, int] | None = None
    passed = False
    for run in home.iter(R):
        here = shown.get(numbers[run]) if next(run.iterancestors(P)) is home else None
        if run is holder:
            passed = True
            if here is not None:
                children = list(run)
                ahead = sum(children.index(atom.child) < children.index(mark) for atom in atoms(run))
                return here.paragraph, min(here.start + ahead, here.end)
        elif here is not None and passed:
            return before or (here.paragraph, here.start)
        elif here is not None:
            before = (here.paragraph, here.end)
    return before
