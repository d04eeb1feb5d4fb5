"""Which zip is a Word document, and what the others are."""

from typing import Final

from drafter.documents.errors import UnreadableError
from drafter.documents.package import Package
from drafter.model import N_

MAIN_PART: Final = "word/document.xml"

_EXCEL: Final = N_("“{name}” is an Excel workbook: copy the text into a Word document and save it as .docx.")
_POWERPOINT: Final = N_(
    "“{name}” is a PowerPoint presentation: copy the text into a Word document and save it as .docx."
)
_ODS: Final = N_("“{name}” is an OpenDocument spreadsheet: copy the text into a Word document and save it as .docx.")
_ODP: Final = N_("“{name}” is an OpenDocument presentation: copy the text into a Word document and save it as .docx.")
_EPUB: Final = N_("“{name}” is an e-book (EPUB): copy the text into a Word document and save it as .docx.")
_PAGES: Final = N_("“{name}” is an Apple iWork document: export it as Word (.docx) and choose that file.")
_OTHER: Final = N_("“{name}” is an Office file, but not a Word document: save its text as .docx.")
_ZIP: Final = N_("“{name}” is a zip archive, not a Word document: unpack it and choose the document inside.")

# Looked for in the declared type of the main part.
_OFFICE_TYPES: Final = (
    ("spreadsheetml", _EXCEL),
    ("ms-excel", _EXCEL),
    ("presentationml", _POWERPOINT),
    ("ms-powerpoint", _POWERPOINT),
)
# Looked for in the entry "mimetype" of formats that have one.
_MIME_TYPES: Final = (
    ("opendocument.spreadsheet", _ODS),
    ("opendocument.presentation", _ODP),
    ("epub", _EPUB),
)
# Parts that give other formats away.
_PARTS: Final = (
    ("index/document.iwa", _PAGES),
    ("xl/workbook.xml", _EXCEL),
    ("ppt/presentation.xml", _POWERPOINT),
)


def main_part(package: Package) -> str:
    """Give the name of the part that holds the document's body.

    Args:
        package: any zip.

    Raises:
        UnreadableError: it is no Word document; the message says what it is.
    """
    for relationship in package.relationships(""):
        if relationship.kind == "officeDocument" and not relationship.external:
            declared = package.content_type(relationship.target)
            for word, template in _OFFICE_TYPES:
                if word in declared:
                    raise UnreadableError(template, name=package.name)
            if "wordprocessingml" in declared or "ms-word" in declared or relationship.target.lower() == MAIN_PART:
                return relationship.target
            raise UnreadableError(_OTHER, name=package.name)
    if MAIN_PART in package:
        # The pointer is lost, the document is where every program puts it.
        return MAIN_PART
    raise UnreadableError(_what_else(package), name=package.name)


def _what_else(package: Package) -> str:
    if "mimetype" in package:
        declared = package.read("mimetype")[:200].decode("ascii", errors="replace")
        for word, template in _MIME_TYPES:
            if word in declared:
                return template
    for part, template in _PARTS:
        if part in package:
            return template
    return _ZIP
