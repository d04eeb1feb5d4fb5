"""A Word document's bytes to a `Document`."""

from drafter.documents.docx import bounds
from drafter.documents.docx.chunks import Chunks
from drafter.documents.docx.comments import Threads
from drafter.documents.docx.content import NoteKind
from drafter.documents.docx.names import w
from drafter.documents.docx.notes import Notes
from drafter.documents.docx.numbering import Numbering
from drafter.documents.docx.parts import Parts
from drafter.documents.docx.revisions import Revisions
from drafter.documents.docx.styles import Styles
from drafter.documents.docx.telling import package_notices
from drafter.documents.docx.walk import Context, Walker
from drafter.documents.errors import UnreadableError
from drafter.documents.package import Package
from drafter.documents.report import Tally, notices
from drafter.documents.view import View
from drafter.documents.xml import Element
from drafter.model import N_, Comment, Document


def read_docx(data: bytes, name: str, ending: str, view: View, *, inside: bool = False) -> Document:
    """Read a Word document.

    The source of a `Run` is "part#n": the n-th `w:r` of that part in document order, counted from 0. Its text is that
    of the `w:r` without soft hyphens and characters without width. What Word computes (list numbers, fields without a
    result, formulas) stands in no run.

    Args:
        data: the file's bytes.
        name: its name, for messages.
        ending: its ending in lower case, with the dot; "" for none.
        view: tracked changes accepted ("final") or rejected ("original").
        inside: whether it stands inside another document; documents inside it are then not read.

    Raises:
        UnreadableError: it is no Word document, damaged, or made to exhaust or mislead its reader.
    """
    parts = Parts(Package(data, name))
    tally = Tally()
    context = _context(parts, tally, view, chunks=0 if inside else bounds.CHUNKS)
    walker = Walker(context)
    walker.story(_body(parts), "body", parts.main)
    comments = _read_comments(parts, walker, tally)
    if not any(paragraph.text.strip() for paragraph in walker.paragraphs):
        raise UnreadableError(
            N_("“{name}” shows no text: if its pages are pictures, choose the document they were made from."), name=name
        )
    if inside:
        tally.places.clear()  # they are counted in a document that nobody sees
    tally.outside = sum(one.external and one.kind != "hyperlink" for one in parts.relationships)
    found = [*package_notices(context, ending), *notices(tally, view), *context.chunks.notices]
    return Document(
        name=name,
        format="docx",
        paragraphs=tuple(walker.paragraphs),
        data=data,
        notices=tuple(found),
        comments=comments,
    )


def _context(parts: Parts, tally: Tally, view: View, *, chunks: int) -> Context:
    notes: dict[NoteKind, tuple[str, Element]] = {}
    if (footnotes := parts.story("footnotes")) is not None:
        notes["footnote"] = footnotes
    if (endnotes := parts.story("endnotes")) is not None:
        notes["endnote"] = endnotes
    revisions = Revisions(view)
    styles = Styles(parts.root("styles"))
    return Context(
        name=parts.package.name,
        parts=parts,
        revisions=revisions,
        styles=styles,
        numbering=Numbering(parts.root("numbering"), styles, revisions),
        notes=Notes(notes),
        chunks=Chunks(parts, view, tally, allowed=chunks),
        tally=tally,
    )


def _body(parts: Parts) -> Element:
    body = parts.numbered(parts.main).find(w("body"))
    if body is None:
        raise UnreadableError(
            N_("“{name}” has no text where a Word document keeps it: open it in Word and save it as a new .docx."),
            name=parts.package.name,
        )
    return body


def _read_comments(parts: Parts, walker: Walker, tally: Tally) -> tuple[Comment, ...]:
    """Append the comments' paragraphs to those of the document, and tie the comments to their places."""
    story = parts.story("comments")
    if story is None:
        return ()
    source, root = story
    elements = list(root.iterchildren(w("comment")))
    texts = []
    for element in elements:
        tally.comments += 1
        first = len(walker.paragraphs)
        walker.story(element, "comment", source)
        texts.append("\n".join(paragraph.text for paragraph in walker.paragraphs[first:]).strip())
    return Threads(parts.optional(parts.find("commentsExtended"))).tied(elements, texts, walker.anchors)
