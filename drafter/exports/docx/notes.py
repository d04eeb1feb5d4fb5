"""Foot- and endnotes as Word has them: a mark in the text, the note itself in a part of its own."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Final

from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from drafter.documents.xml import integer
from drafter.exports.difference import changes
from drafter.exports.docx.flow import Mark
from drafter.exports.docx.xml import XML_SPACE, Element, W, add, element, value
from drafter.exports.snapshot import NoteKind, NotePlace, ReviewSnapshot
from drafter.model import Clause, Side

REFERENCE: Final[Mapping[NoteKind, str]] = {"footnote": "FootnoteReference", "endnote": "EndnoteReference"}
TEXT: Final[Mapping[NoteKind, str]] = {"footnote": "FootnoteText", "endnote": "EndnoteText"}
STYLES: Final = (*REFERENCE.values(), *TEXT.values())

_SIDES: Final[tuple[Side, Side]] = ("zh", "en")
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CONTENT: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_LINES: Final = ("separator", "continuationSeparator")
"""What is drawn above the notes of a page; by custom the first two entries of the part."""

_BEHIND_SETTINGS: Final = tuple(
    W + name for name in ("compat", "docVars", "rsids", "attachedSchema", "themeFontLang", "clrSchemeMapping",
                          "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade", "captions",
                          "readModeInkLockDown", "smartTagType", "shapeDefaults", "doNotEmbedSmartTags",
                          "decimalSymbol", "listSeparator")
)  # fmt: skip
"""What the schema wants behind what is said of notes."""

NoteId = tuple[Side, int]
"""A note of one side's document."""


class Notes:
    """The notes of one file, known by their places before the text is written, and collected while it is."""

    def __init__(self, snapshot: ReviewSnapshot, is_there: Callable[[Clause, Side], bool]) -> None:
        """Find out which clauses are notes, and to which text they belong.

        A note whose paragraph is in none of the clauses that are there stays a paragraph of the text.

        Args:
            snapshot: the review.
            is_there: whether a side of a clause has any text in this file.
        """
        self._clauses: dict[NoteId, list[Clause]] = defaultdict(list)
        self._noted: set[tuple[int, Side]] = set()
        self._marks: dict[tuple[int, Side], list[Mark]] = defaultdict(list)
        self._kinds: dict[NoteId, NoteKind] = {}
        self._made: dict[NoteKind, list[tuple[Element, Element]]] = {"footnote": [], "endnote": []}
        for side in _SIDES:
            if found := snapshot.footnotes.get(side):
                self._index([one for one in snapshot.clauses if is_there(one, side)], side, found)

    def _index(self, clauses: Sequence[Clause], side: Side, found: Mapping[int, NotePlace]) -> None:
        own: dict[int, list[Clause]] = defaultdict(list)
        text: dict[int, list[tuple[int, int, int, Clause]]] = defaultdict(list)
        places = {place.note: place for place in found.values()}
        for clause in clauses:
            here = clause.side(side)
            notes = {place.note if (place := found.get(one.paragraph)) else 0 for one in here.segments}
            if len(notes) == 1 and 0 not in notes:
                own[notes.pop()].append(clause)
                continue
            offset = 0
            for one in here.segments:
                text[one.paragraph].append((one.start, one.end, offset, clause))
                offset += one.end - one.start + 1
        for note in sorted(own):
            place = places[note]
            if held := text.get(place.paragraph):
                start, end, offset, clause = _segment_at(sorted(held, key=lambda one: one[:3]), place.at)
                at = offset + min(max(place.at, start), end) - start
                here = clause.side(side)
                self._marks[clause.id, side].append(Mark((side, note), _carried(here.original, here.text, at)))
                self._clauses[side, note] = own[note]
                self._kinds[side, note] = place.kind
                self._noted.update((one.id, side) for one in own[note])

    def holds(self, clause: Clause, side: Side) -> bool:
        """Tell whether one side of a clause is a note, and no paragraph of the text."""
        return (clause.id, side) in self._noted

    def marks(self, clause: Clause, side: Side) -> Sequence[Mark]:
        """Give the marks in one side of a clause, in code points of the corrected text."""
        return self._marks.get((clause.id, side), ())

    def clauses(self, note: NoteId) -> Sequence[Clause]:
        """Give the clauses that make a note."""
        return self._clauses[note]

    def style(self, note: NoteId) -> str:
        """Give the paragraph style of a note."""
        return TEXT[self._kinds[note]]

    def add(self, note: NoteId, paragraphs: Sequence[Element]) -> Element:
        """Take a note's paragraphs; give the run with its mark."""
        kind = self._kinds[note]
        mark = element("r", element("rPr", value("rStyle", REFERENCE[kind])), element(f"{kind}Ref"))
        first = next(paragraphs[0].iter(f"{W}t", f"{W}delText"), None)
        if first is None or not (first.text or "").startswith(
            (" ", "\u3000")
        ):  # many a file has it as part of the note
            blank = element("r")
            add(blank, "t").text = " "
            blank[0].set(XML_SPACE, "preserve")
            paragraphs[0][0].addnext(blank)
        paragraphs[0][0].addnext(mark)
        reference = element("r", deepcopy(mark[0]), element(f"{kind}Reference", id=0))
        self._made[kind].append((reference, element(kind, *paragraphs, id=0)))
        return reference

    def paragraphs(self) -> list[Element]:
        """Give the notes made so far, for whoever goes over all text."""
        return [note for made in self._made.values() for _reference, note in made]

    def attach(self, document: Document) -> None:
        """Put the notes into the file; without any, it gets no part for them."""
        for kind, made in self._made.items():
            if made:
                _attach(document, kind, made)


def _segment_at(held: Sequence[tuple[int, int, int, Clause]], at: int) -> tuple[int, int, int, Clause]:
    """Give the last segment that begins before a place, since a mark stands behind what it is about."""
    return next((one for one in reversed(held) if one[0] < at), held[0])


def _carried(before: str, after: str, at: int) -> int:
    """Give the place of the corrected text that one of the loaded text is now: behind what replaced its words."""
    old = new = 0
    behind = False
    for piece in changes(before, after):
        if old >= at and not (behind and piece.kind == "insert"):
            break
        size = len(piece.text)
        if piece.kind == "insert":
            new += size
            behind = False
            continue
        old += size
        behind = piece.kind == "delete"
        if piece.kind == "equal":
            new += size
            if old >= at:
                return new - (old - at)
    return new


def _attach(document: Document, kind: NoteKind, made: Sequence[tuple[Element, Element]]) -> None:
    kin = f"{_OFFICE}/{kind}s"
    part = next((one.target_part for one in document.part.rels.values() if one.reltype == kin), None)
    if part is None:
        root = element(f"{kind}s", *_lines(kind))
        part = Part(PackURI(f"/word/{kind}s.xml"), f"{_CONTENT}.{kind}s+xml", b"", document.part.package)
        document.part.relate_to(part, kin)
        _tell_settings(document, kind)
    else:
        root = etree.fromstring(part.blob)
    first = 1 + max((integer(one.get(f"{W}id")) or 0 for one in root), default=0)
    for number, (reference, note) in enumerate(made, first):
        reference[-1].set(f"{W}id", str(number))
        note.set(f"{W}id", str(number))
        root.append(note)
    part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)  # noqa: SLF001 -- known only as a general part


def _lines(kind: NoteKind) -> Iterator[Element]:
    for number, name in enumerate(_LINES, -1):
        properties = element("pPr", element("spacing", before=0, after=0, line=240, lineRule="auto"))
        yield element(kind, element("p", properties, element("r", element(name))), type=name, id=number)


def _tell_settings(document: Document, kind: NoteKind) -> None:
    """Name the lines above the notes where word processors look for them."""
    settings = document.settings.element
    told = element(f"{kind}Pr", *(element(kind, id=number) for number in range(-1, len(_LINES) - 1)))
    if (there := settings.find(f"{W}{kind}Pr")) is not None:
        settings.remove(there)
    behind = (f"{W}endnotePr", *_BEHIND_SETTINGS) if kind == "footnote" else _BEHIND_SETTINGS
    following = next((one for one in settings if one.tag in behind or not str(one.tag).startswith(W)), None)
    if following is None:
        settings.append(told)
    else:
        following.addprevious(told)
