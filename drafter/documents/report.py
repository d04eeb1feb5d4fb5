"""The import report of a document: what was skipped or guessed, counted while reading."""

from dataclasses import dataclass, field
from typing import Final

from drafter.model import N_, Message, Notice


@dataclass(slots=True)
class Tally:
    """Counts of what the reader met; each is told in one notice.

    Attributes:
        hidden: runs of hidden text, left out.
        web_hidden: runs hidden in web pages only (page numbers in a table of contents), left out.
        faint: runs in white or hardly visible letters, read.
        revisions: tracked insertions, deletions and moves.
        equations: formulas, read as their letters only.
        objects: embedded objects, left out.
        drawings: charts and diagrams, left out.
        foreign: whole documents embedded, left out.
        symbols: signs of symbol fonts that are not known.
        risky_fields: fields that would fetch or run something.
        outside: links to files outside the document.
        comments: comments, read at the end.
        missing_notes: notes referred to that are not there.
        pictures: pictures in the text, left out.
        formulas: formulas, written on one line.
        fields: fields whose result the file does not hold.
        prompts: prompts of form fields that nobody filled in, left out.
        unknown: passages inside elements that are not known, left out.
        chunks: documents inside the document, read where they stand.
        numbers: list numbers that the file does not hold, written before their paragraphs.
        boxes: text boxes and diagrams, read after their paragraphs.
        notes: foot- and endnotes, read after their paragraphs.
        places: numbers of the paragraphs in which, or before which, something was left out or guessed.
    """

    hidden: int = 0
    web_hidden: int = 0
    faint: int = 0
    revisions: int = 0
    equations: int = 0
    objects: int = 0
    drawings: int = 0
    foreign: int = 0
    symbols: int = 0
    risky_fields: int = 0
    outside: int = 0
    comments: int = 0
    missing_notes: int = 0
    pictures: int = 0
    formulas: int = 0
    fields: int = 0
    prompts: int = 0
    unknown: int = 0
    chunks: int = 0
    numbers: int = 0
    boxes: int = 0
    notes: int = 0
    places: list[int] = field(default_factory=list)

    @property
    def worrying(self) -> int:
        """How much was met that the user should look at."""
        return sum(getattr(self, name) for name in _WORRYING)


# Which count, its sentence, whether the user should look.
_SENTENCES: Final = (
    ("hidden", N_("Passages of hidden text left out: {n}."), True),
    ("web_hidden", N_("Page numbers of tables of contents left out: {n}."), False),
    ("faint", N_("Passages in white or hardly visible letters read as text: {n}."), True),
    ("equations", N_("Formulas read as their letters and figures only: {n}."), True),
    ("objects", N_("Embedded objects left out: {n}."), True),
    ("drawings", N_("Charts and diagrams left out: {n}."), True),
    ("foreign", N_("Embedded documents not read: {n}. Open them in Word and paste their text."), True),
    ("symbols", N_("Signs of a symbol font that could not be read: {n}, shown as “\ufffd”."), True),
    ("risky_fields", N_("Fields that fetch from or start other programs: {n}. Only their shown text was read."), True),
    ("outside", N_("Links to pictures, templates or files outside the document, not followed: {n}."), False),
    ("comments", N_("Comments read, at the end of the document: {n}."), False),
    ("missing_notes", N_("Notes that the text refers to but the file does not hold: {n}."), True),
    ("pictures", N_("Pictures left out: {n}. Text that stands in them was not read."), False),
    ("formulas", N_("Formulas written on one line: {n}. Compare them with the document."), True),
    ("fields", N_("Fields left out because the file holds no result of theirs: {n}. Press F9 in Word and save."), True),
    ("prompts", N_("Prompts of form fields that nobody filled in, left out: {n}."), False),
    ("unknown", N_("Passages left out because it isn't known what the marks around them mean: {n}."), True),
    ("chunks", N_("Documents inside the document, read where they stand: {n}."), False),
    ("numbers", N_("List numbers that Word computes, written before their paragraphs: {n}."), False),
    ("boxes", N_("Text boxes and diagrams read, each after the paragraph it belongs to: {n}."), False),
    ("notes", N_("Footnotes and endnotes read, each after the paragraph that refers to it: {n}."), False),
)
_WORRYING: Final = tuple(name for name, _sentence, warning in _SENTENCES if warning)
_WHERE: Final = N_("Paragraphs in which something was left out or guessed: {places}.")
_PLACES: Final = 20
_FINAL: Final = N_("Tracked changes: {n}. The text is read as if all were accepted.")
_ORIGINAL: Final = N_("Tracked changes: {n}. The text is read as if all were rejected.")


def notices(tally: Tally, view: str) -> list[Notice]:
    """Tell the counts in sentences, leaving out what was not met.

    Args:
        tally: the counts.
        view: "final" or "original".
    """
    told = []
    if tally.revisions:
        told.append(Notice(Message(_FINAL if view == "final" else _ORIGINAL, {"n": tally.revisions}), warning=True))
    for name, template, warning in _SENTENCES:
        count = getattr(tally, name)
        if count:
            told.append(Notice(Message(template, {"n": count}), warning=warning))
    if tally.places:
        places = [str(place) for place in dict.fromkeys(tally.places)]
        shown = ", ".join(places[:_PLACES]) + (", …" if len(places) > _PLACES else "")
        told.append(Notice(Message(_WHERE, {"places": shown}), warning=True))
    return told
