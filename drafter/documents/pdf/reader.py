"""A PDF's bytes to a `Document`."""

import threading
import time
from dataclasses import dataclass, field
from typing import Any, Final

from drafter.documents import limits
from drafter.documents.collect import Collector
from drafter.documents.errors import UnreadableError
from drafter.documents.flow import Page, join_lines, lines_of_page, without_running_lines
from drafter.documents.pdf.bombs import has_bomb
from drafter.documents.pdf.glyphs import page_glyphs
from drafter.documents.pdf.scans import scan_error
from drafter.model import N_, Document, Message, Notice

_PASSWORD: Final = 4
_SECURITY: Final = 5
_SHOWN_PAGES: Final = 8
# The library under it is not made for several threads.
_LOCK: Final = threading.Lock()


@dataclass(slots=True)
class _Read:
    """What was found on the pages.

    Attributes:
        pages: the lines of each page.
        empty: numbers of pages without text, from 1.
        broken: numbers of pages that could not be opened, from 1.
        lost: characters whose meaning the file does not say.
    """

    pages: list[Page] = field(default_factory=list)
    empty: list[int] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)
    lost: int = 0


def read_pdf(data: bytes, name: str, ending: str) -> Document:
    """Read a PDF.

    Args:
        data: the file's bytes.
        name: its name, for messages.
        ending: its ending in lower case, with the dot; "" for none.

    Raises:
        UnreadableError: it is a scan, locked, damaged, or made to exhaust its reader.
    """
    if has_bomb(data):
        raise UnreadableError(
            N_("“{name}” unpacks to far more than a document holds: don't trust it, or save it as a new .docx."),
            name=name,
        )
    with _LOCK:
        found = _read_pages(data, name)
    if not any(page.lines for page in found.pages):
        raise scan_error(name)
    kept, running = without_running_lines(found.pages)
    collector = Collector(name)
    for text, part in join_lines(kept):
        collector.add(text, part=part)
    return Document(
        name=name,
        format="pdf",
        paragraphs=collector.finished(),
        data=data,
        notices=tuple(_notices(found, running, name, ending)),
    )


def _read_pages(data: bytes, name: str) -> _Read:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _open_error(error, name) from None
    try:
        if len(document) > limits.PAGES:
            raise UnreadableError(
                N_("“{name}” has more than {limit} pages: split it and choose one part."),
                name=name,
                limit=limits.PAGES,
            )
        found = _Read()
        deadline = time.monotonic() + limits.SECONDS
        for index in range(len(document)):
            if time.monotonic() > deadline:
                raise UnreadableError(
                    N_("“{name}” takes too long to read: split it, or choose the document it was made from."), name=name
                )
            try:
                _read_page(document, index, found)
            except pypdfium2.PdfiumError:
                found.broken.append(index + 1)
        return found
    finally:
        document.close()


def _read_page(document: Any, index: int, found: _Read) -> None:  # noqa: ANN401 -- the library has no types
    import pypdfium2.raw

    page = document[index]
    try:
        width, height = page.get_size()
        text_page = page.get_textpage()
        try:
            glyphs = list(page_glyphs(text_page, height, pypdfium2.raw))
        finally:
            text_page.close()
    finally:
        page.close()
    found.lost += sum(glyph.char == "\ufffd" for glyph in glyphs)
    lines = lines_of_page(glyphs, index, width)
    if not lines:
        found.empty.append(index + 1)
    found.pages.append(Page(lines, height))


def _open_error(error: Exception, name: str) -> UnreadableError:
    code = getattr(error, "err_code", None)
    if code in (_PASSWORD, _SECURITY) or "password" in str(error).lower():
        return UnreadableError(
            N_("“{name}” is locked with a password: open it, save a copy without the password, and choose that."),
            name=name,
        )
    return UnreadableError(
        N_("“{name}” is damaged or was not copied to its end: copy it again, or choose another copy."), name=name
    )


def _notices(found: _Read, running: int, name: str, ending: str) -> list[Notice]:
    told = []
    if ending != ".pdf":
        template = N_("“{name}” is a PDF whatever its ending says, and was read as such.")
        told.append(Notice(Message(template, {"name": name}), warning=True))
    template = N_("A PDF keeps lines, not paragraphs: they were joined by their looks.")
    told.append(Notice(Message(template)))
    if running:
        template = N_("Headers, footers and page numbers left out: {n} lines.")
        told.append(Notice(Message(template, {"n": running})))
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
