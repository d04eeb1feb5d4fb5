"""A Word document's bytes to a `Document`."""

from typing import Final

from drafter.documents.docx import names
from drafter.documents.docx.comments import Threads
from drafter.documents.docx.inline import NoteKind
from drafter.documents.docx.kinds import main_part
from drafter.documents.docx.names import w
from drafter.documents.docx.notes import Notes
from drafter.documents.docx.numbering import Numbering
from drafter.documents.docx.styles import Styles
from drafter.documents.docx.walk import Context, Walker
from drafter.documents.errors import UnreadableError
from drafter.documents.package import Package, Relationship
from drafter.documents.report import Tally, notices
from drafter.documents.view import View
from drafter.documents.xml import Element
from drafter.model import N_, Comment, Document, Message, Notice, Paragraph

_ENDINGS: Final = frozenset({".docx", ".docm", ".dotx", ".dotm"})


class _Parts:
    """The parts of one document, by what they are for."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self.main = main_part(package)
        self.relationships = package.relationships(self.main)
        # A document whose pointers are lost still keeps its parts where every program puts them.
        self._guess = not self.relationships

    def find(self, kind: str) -> str | None:
        """Give the name of the part of this kind; None where the document has none."""
        for relationship in self.relationships:
            if relationship.kind == kind and not relationship.external:
                return relationship.target
        usual = f"word/{kind}.xml"
        return usual if self._guess and usual in self._package else None

    def root(self, kind: str) -> Element | None:
        """Give the tree of the part of this kind; None where the document has none."""
        part = self.find(kind)
        return None if part is None else self._package.tree(part)

    def story(self, kind: str) -> tuple[str, Element] | None:
        """Give a part that holds text, with its name and its runs numbered."""
        part = self.find(kind)
        if part is None:
            return None
        root = self._package.tree(part)
        _mark_runs(root)
        return part, root


def read_docx(data: bytes, name: str, ending: str, view: View) -> Document:
    """Read a Word document.

    The source of a `Run` is "part#n": the n-th `w:r` of that part in document order, counted from 0.

    Args:
        data: the file's bytes.
        name: its name, for messages.
        ending: its ending in lower case, with the dot; "" for none.
        view: tracked changes accepted ("final") or rejected ("original").

    Raises:
        UnreadableError: it is no Word document, damaged, or made to exhaust or mislead its reader.
    """
    package = Package(data, name)
    parts = _Parts(package)
    tally = Tally()
    paragraphs, comments = _read_paragraphs(package, parts, tally, view)
    if not any(paragraph.text.strip() for paragraph in paragraphs):
        raise UnreadableError(
            N_("“{name}” shows no text: if its pages are pictures, choose the document they were made from."), name=name
        )
    tally.outside = sum(one.external and one.kind != "hyperlink" for one in parts.relationships)
    found = _package_notices(package, parts, ending) + notices(tally, view)
    return Document(
        name=name, format="docx", paragraphs=tuple(paragraphs), data=data, notices=tuple(found), comments=comments
    )


def _read_paragraphs(
    package: Package, parts: _Parts, tally: Tally, view: View
) -> tuple[list[Paragraph], tuple[Comment, ...]]:
    root = package.tree(parts.main)
    body = root.find(w("body"))
    if body is None:
        raise UnreadableError(
            N_("“{name}” has no text where a Word document keeps it: open it in Word and save it as a new .docx."),
            name=package.name,
        )
    _mark_runs(root)
    notes: dict[NoteKind, tuple[str, Element]] = {}
    if (footnotes := parts.story("footnotes")) is not None:
        notes["footnote"] = footnotes
    if (endnotes := parts.story("endnotes")) is not None:
        notes["endnote"] = endnotes
    styles = Styles(parts.root("styles"))
    numbering = Numbering(parts.root("numbering"), styles)
    walker = Walker(Context(package.name, view, styles, numbering, Notes(notes), tally))
    walker.story(body, "body", parts.main)
    return walker.paragraphs, _read_comments(parts, walker, tally)


def _read_comments(parts: _Parts, walker: Walker, tally: Tally) -> tuple[Comment, ...]:
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
    return Threads(parts.root("commentsExtended")).tied(elements, texts, walker.anchors)


def _mark_runs(root: Element) -> None:
    for index, run in enumerate(root.iter(names.R)):
        run.set(names.RUN_INDEX, str(index))


def _package_notices(package: Package, parts: _Parts, ending: str) -> list[Notice]:
    found = []
    if ending not in _ENDINGS:
        template = N_("“{name}” is a Word document whatever its ending says, and was read as such.")
        found.append(Notice(Message(template, {"name": package.name}), warning=True))
    if _has_macros(package, parts.relationships) or "macroEnabled" in package.content_type(parts.main):
        found.append(
            Notice(Message(N_("The document holds macros; they were not run and will not be kept.")), warning=True)
        )
    if package.missing:
        template = N_("Parts that the document points to are missing: {parts}. The rest was read.")
        shown = ", ".join(sorted(set(package.missing))[:5])
        found.append(Notice(Message(template, {"parts": shown}), warning=True))
    if any(part.startswith("_xmlsignatures/") for part in package.names()):
        found.append(Notice(Message(N_("The document is digitally signed; a copy will not be.")), warning=True))
    settings = parts.root("settings")
    if settings is not None and settings.find(w("documentProtection")) is not None:
        found.append(Notice(Message(N_("The document is protected against changes; a copy will not be."))))
    return found


def _has_macros(package: Package, relationships: list[Relationship]) -> bool:
    return "word/vbaproject.bin" in package or any(one.kind == "vbaProject" for one in relationships)
