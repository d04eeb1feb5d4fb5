"""What a file is, by its first bytes: its ending may lie."""

import codecs
import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from drafter.documents.errors import UnreadableError
from drafter.model import N_


class Kind(Enum):
    """What the bytes are. `TEXT` means only that they are none of the others."""

    ZIP = auto()
    TEXT = auto()
    HTML = auto()
    XML = auto()
    MIME = auto()
    PDF = auto()
    RTF = auto()
    ENCRYPTED = auto()
    DOC = auto()
    XLS = auto()
    PPT = auto()
    OLE = auto()
    ARCHIVE = auto()
    PICTURE = auto()


_LEGACY_ENDINGS: Final = frozenset({".doc", ".dot", ".wps", ".wpt"})
PAGE_ENDINGS: Final = frozenset({".html", ".htm", ".xhtml", ".shtml"})
TEXT_ENDINGS: Final = frozenset({".txt", ".md", ".markdown", ".text", ""})

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

# Longest signatures are not needed to come first: none begins another.
_SIGNATURES: Final[tuple[tuple[bytes, Kind], ...]] = (
    (b"PK\x03\x04", Kind.ZIP),
    (b"PK\x05\x06", Kind.ZIP),
    (b"PK\x07\x08", Kind.ZIP),
    (b"Rar!\x1a\x07", Kind.ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", Kind.ARCHIVE),
    (b"\x1f\x8b\x08", Kind.ARCHIVE),
    (b"BZh91AY&SY", Kind.ARCHIVE),
    (b"\xfd7zXZ\x00", Kind.ARCHIVE),
    (b"\x89PNG\r\n\x1a\n", Kind.PICTURE),
    (b"\xff\xd8\xff", Kind.PICTURE),
    (b"GIF87a", Kind.PICTURE),
    (b"GIF89a", Kind.PICTURE),
    (b"II*\x00", Kind.PICTURE),
    (b"MM\x00*", Kind.PICTURE),
)

# Formats that are themselves text: blanks or a byte order mark may stand before them.
_TEXT_SIGNATURES: Final[tuple[tuple[str, Kind], ...]] = (
    ("%pdf-", Kind.PDF),
    ("{\\rtf", Kind.RTF),
    ("<!doctype html", Kind.HTML),
    ("<html", Kind.HTML),
    ("<?xml", Kind.XML),
    ("mime-version:", Kind.MIME),
)

# Pages that begin with a comment, or without their outermost element.
_PAGE_HEAD: Final = re.compile(r"(?:<!--(?:[^-]|-(?!->))*-->\s*)*<(?:!doctype html|html|head|meta|title|body)[\s>]")
_TAG: Final = re.compile(rb"<\x00?(?:[a-zA-Z]|!--)")
_MIME_HEAD: Final = re.compile(r"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?mime-version:")

# Names of streams stand in UTF-16 in the directory of a compound file.
_STREAMS: Final[tuple[tuple[str, Kind], ...]] = (
    ("EncryptedPackage", Kind.ENCRYPTED),
    ("WordDocument", Kind.DOC),
    ("Workbook", Kind.XLS),
    ("PowerPoint Document", Kind.PPT),
)


def sniff(data: bytes, ending: str = "") -> Kind:
    """Tell what a file is by its bytes, and by its ending only where the bytes leave it open.

    Args:
        data: the whole file; only of compound files is more than the beginning looked at.
        ending: its ending in lower case, with the dot; "" for none.
    """
    kind = _kind(data)
    if kind in (Kind.HTML, Kind.MIME) and ending in TEXT_ENDINGS - {""}:
        # Somebody called it text, and text it is: tags in a .md file are usual.
        return Kind.TEXT
    if kind is Kind.OLE and ending in _LEGACY_ENDINGS:
        return Kind.DOC
    if kind in (Kind.TEXT, Kind.XML) and ending in PAGE_ENDINGS and _TAG.search(data, 0, 65_536):
        return Kind.HTML
    return kind


def _kind(data: bytes) -> Kind:
    if data.startswith(_OLE[:4]):
        return _compound_kind(data)
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return kind
    head = _head(data)
    for opening, kind in _TEXT_SIGNATURES:
        if head.startswith(opening):
            return Kind.HTML if kind is Kind.XML and "<html" in head else kind
    if _MIME_HEAD.match(head):
        return Kind.MIME
    return Kind.HTML if _PAGE_HEAD.match(head) else Kind.TEXT


def _head(data: bytes) -> str:
    """Give the beginning of a file that may be text, in lower case, behind what may stand before it."""
    beginning = data[:4096]
    if beginning.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return beginning.decode("utf-16", errors="replace").lstrip().lower()
    return beginning.removeprefix(codecs.BOM_UTF8).decode("latin-1").lstrip().lower()


def _compound_kind(data: bytes) -> Kind:
    for stream, kind in _STREAMS:
        if stream.encode("utf-16-le") in data:
            return kind
    return Kind.OLE


@dataclass(frozen=True, slots=True)
class _Refusal:
    """What to say of a kind of file that is not read.

    Attributes:
        endings: the endings under which such a file is no surprise.
        plain: the sentence for a file under one of its own endings.
        renamed: the sentence for any other ending; None where the plain one serves.
    """

    endings: frozenset[str]
    plain: str
    renamed: str | None = None


_REFUSALS: Final[dict[Kind, _Refusal]] = {
    Kind.XML: _Refusal(
        frozenset(), N_("“{name}” is an XML file: open it in the program that made it and save it as .docx or .txt.")
    ),
    Kind.XLS: _Refusal(
        frozenset(), N_("“{name}” is an old Excel workbook: copy the text into a Word document and save it as .docx.")
    ),
    Kind.PPT: _Refusal(
        frozenset(),
        N_("“{name}” is an old PowerPoint presentation: copy the text into a Word document and save it as .docx."),
    ),
    Kind.OLE: _Refusal(
        frozenset(),
        N_("“{name}” is an old Office file: open it in the program that made it and save it as .docx."),
    ),
    Kind.ENCRYPTED: _Refusal(
        frozenset(),
        N_("“{name}” is locked with a password: open it in Word, remove the password, save it, and choose it again."),
    ),
    Kind.ARCHIVE: _Refusal(
        frozenset(), N_("“{name}” is a compressed archive: unpack it and choose the document inside.")
    ),
    Kind.PICTURE: _Refusal(
        frozenset(), N_("“{name}” is a picture: it holds no text to read; choose the .docx or .txt it was made from.")
    ),
}


def refusal(kind: Kind, name: str, ending: str) -> UnreadableError | None:
    """Give the error for a kind of file that is not read.

    Args:
        kind: what the bytes are.
        name: the file's name.
        ending: its ending in lower case, with the dot; "" for none.

    Returns:
        The error to raise; None where a reader shall try.
    """
    if kind is Kind.XML and ending in TEXT_ENDINGS - {""}:
        return None  # called text, and text it is
    rule = _REFUSALS.get(kind)
    if rule is None:
        return None
    if rule.renamed is None or ending in rule.endings or not ending:
        return UnreadableError(rule.plain, name=name)
    return UnreadableError(rule.renamed, name=name, ending=ending)
