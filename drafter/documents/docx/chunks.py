"""Documents inside a document (`w:altChunk`): Word takes their text in when it opens the file, and so do we."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from drafter.documents.docx import bounds, names
from drafter.documents.docx.parts import Parts
from drafter.documents.errors import UnreadableError
from drafter.documents.report import Tally
from drafter.documents.sniff import TEXT_ENDINGS, Kind, sniff
from drafter.documents.view import View
from drafter.documents.xml import Element
from drafter.model import Notice, Paragraph


class Chunks:
    """Reads the documents inside a document, none inside those.

    Attributes:
        notices: what their own import reports warn of.
    """

    def __init__(self, parts: Parts, view: View, tally: Tally, *, allowed: int = bounds.CHUNKS) -> None:
        """Prepare.

        Args:
            parts: the parts of the document.
            view: which tracked changes are shown.
            tally: where to count those that are read and those that are not.
            allowed: how many may be read.
        """
        self.notices: list[Notice] = []
        self._parts = parts
        self._view = view
        self._tally = tally
        self._left = allowed
        self._read: dict[str, list[Paragraph] | None] = {}

    def read(self, element: Element, source: str) -> list[Paragraph]:
        """Read one; without comments, whose places are lost.

        Args:
            element: the `w:altChunk`.
            source: the part of the package in which it stands.
        """
        part = self._parts.target(source, element.get(names.RELATIONSHIP, ""))
        found = None
        if part is not None and self._left > 0:
            self._left -= 1
            if part not in self._read:
                self._read[part] = self._tried(part)
            found = self._read[part]
        if found is None:
            self._tally.foreign += 1
            return []
        self._tally.chunks += 1
        return [paragraph for paragraph in found if paragraph.part != "comment"]

    def _tried(self, part: str) -> list[Paragraph] | None:
        try:
            return self._paragraphs(self._parts.package.read(part), PurePosixPath(part))
        except UnreadableError:
            return None

    def _paragraphs(self, data: bytes, part: PurePosixPath) -> list[Paragraph] | None:
        """Give the paragraphs; None for a format that is not read here."""
        kind, ending = sniff(data, part.suffix.lower()), part.suffix.lower()
        if kind in (Kind.HTML, Kind.MIME):
            return list(_page(data, part.name, self._view, self._tally, archive=kind is Kind.MIME))
        if kind is Kind.ZIP:
            from drafter.documents.docx.reader import read_docx

            document = read_docx(data, part.name, ending, self._view, inside=True)
        elif kind is Kind.RTF:
            from drafter.documents.rtf import read_rtf

            document = read_rtf(data, part.name, ending, self._view)
        elif kind is Kind.TEXT and ending in TEXT_ENDINGS:
            from drafter.documents.text import read_text

            document = read_text(data, part.name, ending)
        else:
            return None
        self.notices += [one for one in document.notices if one.warning and one not in self.notices]
        return list(document.paragraphs)


def _page(data: bytes, name: str, view: View, tally: Tally, *, archive: bool) -> Iterator[Paragraph]:
    """Read a page with everything on it: nobody's menus stand around a page inside a document."""
    from drafter.documents.collect import with_number
    from drafter.documents.html import lines
    from drafter.documents.html.blocks import BlockReader
    from drafter.documents.html.encoding import decode_page
    from drafter.documents.html.mhtml import page_inside
    from drafter.documents.html.tree import parse_page

    page, declared = page_inside(data, name) if archive else (data, "")
    reader = BlockReader(view, tally)
    reader.read(parse_page(decode_page(page, declared).text, name))
    for block in reader.blocks:
        number = block.number
        for text in lines.paragraphs(block.text):
            yield Paragraph(with_number(number, text), 0, block.part, number, block.level, "", block.cell)
            number = ""
