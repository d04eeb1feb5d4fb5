"""The Word file as an archive: opened from the template, saved without a trace of when and where."""

import io
import zipfile
from collections.abc import Iterator
from typing import Final

import docx
from docx.document import Document

from drafter.exports.docx.xml import Element
from drafter.resources import resource_path

_DATE: Final = (1980, 1, 1, 0, 0, 0)


def open_template() -> Document:
    """Give a new empty document with all styles."""
    return docx.Document(str(resource_path("templates", "base.docx")))


def stories(document: Document) -> Iterator[Element]:
    """Give the roots of all parts that hold text: the body, and the headers and footers that there are."""
    yield document.element
    for section in document.sections:
        for story in (
            section.header, section.footer, section.even_page_header, section.even_page_footer,
            section.first_page_header, section.first_page_footer,
        ):  # fmt: skip
            if not story.is_linked_to_previous:
                yield story.part.element


def saved(document: Document) -> bytes:
    """Give the file's bytes; each entry has the same fixed date, so equal documents are equal files."""
    written = io.BytesIO()
    document.save(written)
    fixed = io.BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the default tells which system wrote it
            target.writestr(entry, source.read(name))
    return fixed.getvalue()
