"""A PDF's bytes to a `Document`."""

from typing import Final

from drafter.documents.collect import Collector
from drafter.documents.errors import UnreadableError
from drafter.documents.pdf.bombs import has_bomb
from drafter.documents.pdf.extract import Extract
from drafter.documents.pdf.process import extract_apart
from drafter.documents.pdf.recognition import recognised
from drafter.documents.pdf.scans import scan_error
from drafter.documents.view import Progress
from drafter.model import N_, Document, Message, Notice

_SHOWN_PAGES: Final = 8


def read_pdf(data: bytes, name: str, ending: str, recognise: Progress | None = None) -> Document:
    """Read a PDF.

    Args:
        data: the file's bytes.
        name: its name, for messages.
        ending: its ending in lower case, with the dot; "" for none.
        recognise: told of the progress where the text of a scan shall be recognised; None where it shall not.

    Raises:
        UnreadableError: it is a scan, locked, damaged, or made to exhaust its reader.
    """
    if has_bomb(data):
        raise UnreadableError(
            N_("“{name}” unpacks to far more than a document holds: don't trust it, or save it as a new .docx."),
            name=name,
        )
    found = extract_apart(data, name)
    doubtful = -1
    if not found.paragraphs and found.empty:
        if recognise is None:
            raise scan_error(name)
        found.paragraphs, doubtful = recognised(data, name, found.empty, recognise)
        found.empty = []
    collector = Collector(name)
    collector.add_joined(found.paragraphs)
    return Document(
        name=name,
        format="pdf",
        paragraphs=collector.finished(),
        data=data,
        notices=tuple(_notices(found, name, ending) + _doubts(doubtful)),
    )


def _doubts(doubtful: int) -> list[Notice]:
    if doubtful < 0:
        return []
    template = N_("The text was recognised from pictures by Tesseract: compare figures, dates and names with them.")
    told = [Notice(Message(template), warning=True)]
    if doubtful:
        told.append(Notice(Message(N_("Words that were hard to recognise: {n}."), {"n": doubtful}), warning=True))
    return told


def _notices(found: Extract, name: str, ending: str) -> list[Notice]:
    told = []
    if ending != ".pdf":
        template = N_("“{name}” is a PDF whatever its ending says, and was read as such.")
        told.append(Notice(Message(template, {"name": name}), warning=True))
    template = N_("A PDF keeps lines, not paragraphs: they were joined by their looks.")
    told.append(Notice(Message(template)))
    if found.running:
        template = N_("Headers, footers and page numbers left out: {n} lines.")
        told.append(Notice(Message(template, {"n": found.running})))
    for pages, template in (
        (found.empty, N_("Pages without text, perhaps scanned: {pages}.")),
        (found.broken, N_("Pages that are damaged and could not be read: {pages}.")),
    ):
        if pages:
            shown = ", ".join(map(str, pages[:_SHOWN_PAGES])) + (", …" if len(pages) > _SHOWN_PAGES else "")
            told.append(Notice(Message(template, {"pages": shown}), warning=True))
    if found.lost:
        template = N_("Characters whose meaning the file does not say: {n}, shown as “\ufffd”.")
        told.append(Notice(Message(template, {"n": found.lost}), warning=True))
    return told
