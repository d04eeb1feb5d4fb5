"""A copy of a review for somebody who shall see the result, and not how it came about.

What stays: the clauses as corrected and how they are paired, their states and tags, and the choice of the house style.
What goes: the history, the notes, the findings of the reviewers' own, what was decided about findings and why, every
name and time, the import report, and the files themselves, whose bytes hold their authors, comments and old wordings.
In their place stands a plain text of the corrected paragraphs under a name of ours. The corrected text is the text as
loaded there, so that no old wording is left to go back to. Such a copy can't be joined to the review it was made from.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from drafter.language.marks import plain
from drafter.model import (
    N_,
    STATES,
    Clause,
    ClauseSide,
    Document,
    DrafterError,
    Paragraph,
    Revision,
    Segment,
    Side,
)
from drafter.project import ProjectStore, Record, read_project
from drafter.review.changes import Edit, now, storable
from drafter.review.history import Standing
from drafter.review.marked import holds_marks
from drafter.review.opening import title_of
from drafter.review.own_rules import OWN_RULES
from drafter.review.places import parts_of
from drafter.review.session import ReviewSession
from drafter.review.state import BOTH, HOUSE_STYLE, cells_of, is_mixed
from drafter.review.tagging import ON, Tagging

Owner = tuple[int, Side, int]
"""Whose words a stretch of a paragraph is: clause, side, and which of the side's segments."""


def hand_over(session: ReviewSession, path: Path) -> None:
    """Write a copy of a review for somebody who shall only see the result; the review itself goes on as it was.

    Args:
        session: the review.
        path: the project file to write.

    Raises:
        ProjectError: it can't be written there.
        DrafterError: it is the file in which the review is kept.
    """
    _require_other(session.path, path)
    ProjectStore.create(path, stripped(session.record())).close()


def hand_over_file(source: Path, path: Path) -> None:
    """Write such a copy of a project file; that stays as it is.

    Raises:
        ProjectError: one can't be read, the other can't be written.
        DrafterError: both are the same file.
    """
    record = read_project(source)
    _require_other(source, path)
    ProjectStore.create(path, stripped(record)).close()


def _require_other(source: Path | None, path: Path) -> None:
    try:
        same = source is not None and source.samefile(path)
    except (OSError, ValueError):
        same = False
    if same:
        raise DrafterError(
            N_("“{name}” is the review itself: give the copy for hand-over another name."), name=path.name
        )


def stripped(record: Record) -> Record:
    """Give a review without anything that tells how it came about; see the module for what stays."""
    mixed, marked = is_mixed(record.documents, record.clauses), holds_marks(record.documents)
    clauses = [_bare(clause) for clause in record.clauses] if marked else list(record.clauses)
    documents: dict[Side, Document] = {}
    placed: dict[tuple[int, Side], tuple[Segment, ...]] = {}
    for side, document in record.documents.items():
        if mixed and documents:
            documents[side] = next(iter(documents.values()))  # one file in both languages stays one
            continue
        sides = BOTH if mixed else (side,)
        page = _Page.of(document, clauses, sides)
        documents[side] = page.document("text.txt" if mixed else f"{side}.txt")
        placed |= page.segments()
    title = title_of(next(iter(documents.values()))) if documents else ""
    if cells_of(record.documents) is None:
        documents, placed = {}, {}  # sentences that have nothing to do with each other must not become a document
    return Record(
        title=title,
        documents=documents,
        clauses=tuple(_as_loaded(clause, index, placed if documents else None) for index, clause in enumerate(clauses)),
        revisions=tuple(_revisions(record)),
        settings={name: value for name, value in record.settings.items() if name in (HOUSE_STYLE, OWN_RULES)},
    )


def _bare(clause: Clause) -> Clause:
    """Give a clause of a translation tool's file without the marks that stand for the file's tags."""
    return clause.with_text("zh", plain(clause.zh.text)).with_text("en", plain(clause.en.text))


def _as_loaded(clause: Clause, index: int, placed: Mapping[tuple[int, Side], tuple[Segment, ...]] | None) -> Clause:
    """Give a clause whose corrected text is the one as loaded.

    Args:
        clause: the clause.
        index: its place among the clauses.
        placed: where its words stand; None where there is no document.
    """

    def side(name: Side) -> ClauseSide:
        text = storable(clause.side(name).text)
        alone = (Segment(index, 0, len(text)),) if text else ()
        return ClauseSide(alone if placed is None else placed.get((clause.id, name), ()), text, text)

    return replace(clause, zh=side("zh"), en=side("en"))


def _revisions(record: Record) -> Iterator[Revision]:
    """Tell the states and tags anew, in nobody's name."""
    standing, tagging, time = Standing(), Tagging(), now()
    for one in record.revisions:
        standing.note(one)
        if one.kind == "tag":
            tagging.note(one)
    edits: list[Edit] = []
    for clause in record.clauses:
        edits += [Edit(clause.id, "zh", "", ON, "tag", notation) for notation in tagging.tags(clause.id)]
        made = standing.last(("state", clause.id, ""))
        if made is not None and made.after != STATES[0]:
            edits.append(Edit(clause.id, "zh", STATES[0], made.after, "state"))
    yield from (edit.revision(number, "", time, number) for number, edit in enumerate(edits, 1))


class _Page:
    """A plain text in the making: its lines, and which clause's words stand where."""

    def __init__(self) -> None:
        self._paragraphs: list[Paragraph] = []
        self._line = ""
        self._found: dict[tuple[int, Side], list[tuple[int, Segment]]] = defaultdict(list)

    @classmethod
    def of(cls, document: Document, clauses: Sequence[Clause], sides: Sequence[Side]) -> "_Page":
        """Write a document anew, with every correction put in; comments are left out.

        Args:
            document: the document as loaded.
            clauses: all clauses in order.
            sides: the sides that came from it.
        """
        pieces: dict[int, list[tuple[int, int, str, Owner | None]]] = defaultdict(list)
        added: dict[int, list[tuple[str, Owner]]] = defaultdict(list)
        last = -1
        for clause in clauses:
            for side in sides:
                here = clause.side(side)
                if here.segments:
                    last = here.segments[-1].paragraph
                    for number, (place, part, is_used) in enumerate(_parts(here)):
                        owner = (clause.id, side, number) if is_used else None
                        pieces[place.paragraph].append((place.start, place.end, part, owner))
                elif here.text:
                    added[last].append((here.text, (clause.id, side, 0)))
        page = cls()
        for text, owner in added[-1]:
            page.write(text, Paragraph("", 0), owner)
            page.end(Paragraph("", 0))
        for index, paragraph in enumerate(document.paragraphs):
            if paragraph.part != "comment" or index in pieces:
                page._copy(paragraph, sorted(pieces[index], key=lambda piece: piece[:2]), added[index])
        return page

    def _copy(
        self,
        paragraph: Paragraph,
        pieces: Sequence[tuple[int, int, str, Owner | None]],
        added: Sequence[tuple[str, Owner]],
    ) -> None:
        """Write a paragraph with other words in some places and more after it."""
        at = 0
        for start, end, text, owner in pieces:
            self.write(plain(paragraph.text[at:start]), paragraph)
            self.write(text, paragraph, owner)
            at = max(at, end)
        self.write(plain(paragraph.text[at:]), paragraph)
        self.end(paragraph)
        for text, owner in added:
            self.write(text, replace(paragraph, level=0), owner)
            self.end(replace(paragraph, level=0))

    def write(self, text: str, like: Paragraph, owner: Owner | None = None) -> None:
        """Go on with some words; a line feed ends the line.

        Args:
            text: the words.
            like: a paragraph of whose kind the lines are.
            owner: whose words they are.
        """
        for number, words in enumerate(storable(text).split("\n")):
            if number:
                self.end(like)
            start = len(self._line)
            self._line += words
            if owner is not None:
                place = Segment(len(self._paragraphs), start, len(self._line))
                self._found[owner[:2]].append((owner[2], place))

    def end(self, like: Paragraph) -> None:
        """End the line."""
        number = len(self._paragraphs) + 1
        self._paragraphs.append(Paragraph(self._line, number, like.part, level=like.level, cell=like.cell))
        self._line = ""

    def document(self, name: str) -> Document:
        """Give what was written as a text file."""
        data = "".join(paragraph.text + "\n" for paragraph in self._paragraphs).encode()
        return Document(name, "txt", tuple(self._paragraphs), data, "utf-8")

    def segments(self) -> Mapping[tuple[int, Side], tuple[Segment, ...]]:
        """Tell where the words of each clause stand, in their order there."""
        return {
            home: tuple(place for _number, place in sorted(found, key=lambda one: one[0]))
            for home, found in self._found.items()
        }


def _parts(here: ClauseSide) -> Iterator[tuple[Segment, str, bool]]:
    """Give each segment with what stands there as corrected, and whether any of the text does."""
    parts = parts_of(here)
    used = len(parts) if here.text else 0
    while used > 1 and "\n".join(parts[:used]) != here.text:
        used -= 1  # a correction took the lines away that stood there
    for number, (place, part) in enumerate(zip(here.segments, parts, strict=True)):
        yield place, part, number < used
