"""A PDF's pages to paragraphs and tables, within one process."""

import threading
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Any, Final

from drafter.documents import limits
from drafter.documents.collect import Joined
from drafter.documents.errors import UnreadableError
from drafter.documents.flow import Page, items_of_page, join_lines, without_running_lines
from drafter.documents.patience import Patience
from drafter.documents.pdf.geometry import frame_of
from drafter.documents.pdf.glyphs import page_glyphs
from drafter.documents.pdf.strokes import Drawings
from drafter.model import N_

_PASSWORD: Final = 4
_SECURITY: Final = 5
# The library under it is not made for several threads.
_LOCK: Final = threading.Lock()


@dataclass(slots=True)
class Extract:
    """What was found on the pages.

    Attributes:
        paragraphs: the paragraphs and the cells of tables.
        running: how many headers, footers and page numbers were left out.
        empty: numbers of pages without text, from 1.
        broken: numbers of pages that could not be read, from 1.
        lost: characters whose meaning the file does not say.
    """

    paragraphs: list[Joined] = field(default_factory=list)
    running: int = 0
    empty: list[int] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)
    lost: int = 0


def _nobody(_page: int) -> None:
    """Tell nobody which page is read."""


def extract(data: bytes, name: str, *, skip: Collection[int] = (), begin: Callable[[int], None] = _nobody) -> Extract:
    """Read the pages of a PDF.

    Args:
        data: the file's bytes.
        name: its name, for messages.
        skip: numbers of pages to pass over as broken, from 1.
        begin: told the number of each page before it is read, and 0 when all are.

    Raises:
        UnreadableError: it is locked, damaged, or made to exhaust its reader.
    """
    import pypdfium2

    found = Extract()
    pages: list[Page] = []
    with _LOCK:
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
            patience, drawn = Patience(name, len(data)), Drawings()
            for index in range(len(document)):
                begin(index + 1)
                if index + 1 in skip:
                    found.broken.append(index + 1)
                    continue
                try:
                    pages.append(_page(document, index, found, patience, drawn))
                except pypdfium2.PdfiumError:
                    found.broken.append(index + 1)
        finally:
            document.close()
    begin(0)
    kept, found.running = without_running_lines(pages)
    found.paragraphs = list(join_lines(kept))
    return found


def _page(
    document: Any,  # noqa: ANN401 -- the library has no types
    index: int,
    found: Extract,
    patience: Patience,
    drawn: Drawings,
) -> Page:
    import pypdfium2.raw

    page = document[index]
    try:
        frame = frame_of(page)
        text_page = page.get_textpage()
        try:
            glyphs = list(page_glyphs(text_page, frame, pypdfium2.raw))
            strokes = drawn.strokes(page, frame) if glyphs else []
        finally:
            text_page.close()
    finally:
        page.close()
    patience.spend(sum(len(glyph.chars) for glyph in glyphs))
    found.lost += sum(glyph.chars.count("\ufffd") for glyph in glyphs)
    items = items_of_page(glyphs, index, frame.width, strokes)
    if not items:
        found.empty.append(index + 1)
    return Page(items, frame.height)


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
