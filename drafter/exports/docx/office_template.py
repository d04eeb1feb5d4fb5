"""An office's own Word file that a text is put into: red head, record, header and footer stay as they are."""

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import docx
from docx.document import Document
from lxml import etree

from drafter.documents import UnreadableError
from drafter.documents.docx.kinds import main_part
from drafter.documents.files import read_bytes, shown_name
from drafter.documents.package import Package
from drafter.documents.sniff import Kind, refusal, sniff
from drafter.exports.docx.named_styles import supply
from drafter.exports.docx.package import stories
from drafter.exports.docx.page import UPRIGHT, Page
from drafter.exports.docx.template_places import Places
from drafter.exports.docx.xml import Element, W
from drafter.exports.snapshot import ReviewSnapshot
from drafter.model import N_, DrafterError, Message, Side

_KIND: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MACROS: Final = "vbaproject.bin"
_LEFT_OUT: Final = frozenset(
    {"attachedTemplate", "custom-properties", "thumbnail", "customXml", "origin", "commentsExtended", "commentsIds",
     "people", "extended-properties", "stylesWithEffects"}
)  # fmt: skip
"""Relationships that no file of ours needs: they lead outside, or tell where the template was made."""

_FOREIGN: Final = frozenset({"aFChunk", "oleObject", "package", "control", "subDocument", "frame", "mailMergeSource"})
_FETCHING: Final = ("DDE", "INCLUDE", "LINK", "MACROBUTTON", "DATABASE", "IMPORT")
_REMARKS: Final = tuple(W + name for name in ("ins", "del", "moveFrom", "moveTo", "commentReference"))
_TIMES: Final = ("created", "modified", "lastPrinted", "revision", "contentStatus")
_SETTINGS: Final = tuple(W + name for name in ("attachedTemplate", "mailMerge", "rsids", "documentProtection"))


class OfficeTemplate:
    """A template that is open.

    Attributes:
        document: the Word file in the making.
        page: the page on which the text will stand.
    """

    def __init__(self, path: Path) -> None:
        """Open a template.

        Raises:
            DrafterError: it is no sound Word file, or holds what must not go into another file.
        """
        name = shown_name(path)
        self.document = _opened(read_bytes(path), name)
        _clean(self.document)
        self._places = Places(self.document)
        self.page = _page(self._places.section)

    def fill(
        self, snapshot: ReviewSnapshot, body: Sequence[Element], notes: Sequence[Element], *, alone: Side | None
    ) -> tuple[Message, ...]:
        """Put a text in.

        Args:
            snapshot: the review, from which title, number and so on are taken.
            body: the paragraphs and tables of the text.
            notes: its foot- and endnotes, which use the template's styles too.
            alone: the language of a text in one language, None for both.

        Returns:
            What the template lacks.
        """
        missing = supply(self.document, [*body, *notes])
        said = self._places.fill(snapshot, body, alone=alone)
        if missing:
            said = (
                Message(
                    N_("The template has no styles of these names, so Drafter's own are used: {names}."),
                    {"names": ", ".join(missing)},
                ),
                *said,
            )
        return said


def _opened(data: bytes, name: str) -> Document:
    kind = sniff(data)
    if kind is Kind.ENCRYPTED and (locked := refusal(kind, name, "")):
        raise locked
    if kind is not Kind.ZIP:
        raise UnreadableError(
            N_("“{name}” is no Word file (.docx): open it in Word and save it as .docx before you use it as a "
               "template."),
            name=name,
        )  # fmt: skip
    package = Package(data, name)
    main_part(package)  # which says what it is where it is no Word file
    if any(part.endswith(_MACROS) for part in package.names()):
        raise DrafterError(
            N_("“{name}” holds macros, which Drafter never writes: save it in Word as .docx first."), name=name
        )
    trees = {part: package.tree(part) for part in package.names() if part.endswith((".xml", ".rels"))}
    if any(_is_foreign(tree) for tree in trees.values()):
        raise DrafterError(
            N_("“{name}” holds embedded objects, or fetches parts of itself from other files: take them out in Word "
               "before you use it as a template."),
            name=name,
        )  # fmt: skip
    if any(next(tree.iter(*_REMARKS), None) is not None for tree in trees.values()):
        raise DrafterError(
            N_("“{name}” holds tracked changes or comments: accept or remove them in Word before you use it as a "
               "template."),
            name=name,
        )  # fmt: skip
    try:
        return docx.Document(io.BytesIO(_repacked(data)))
    except Exception as error:  # whatever the library makes of a package that hangs together badly
        raise UnreadableError(
            N_("“{name}” is damaged or was not copied to its end: copy it again, or let Word repair it."), name=name
        ) from error


def _is_foreign(tree: Element) -> bool:
    """Tell whether a part points to what must not be carried into another file, or holds a field that fetches."""
    for relationship in tree.iter("{*}Relationship"):
        kind = relationship.get("Type", "").rpartition("/")[2]
        outside = relationship.get("TargetMode") == "External"
        if kind in _FOREIGN or (outside and kind not in ("hyperlink", "attachedTemplate")):
            return True
    codes = [*(one.text or "" for one in tree.iter(f"{W}instrText")),
             *(one.get(f"{W}instr", "") for one in tree.iter(f"{W}fldSimple"))]  # fmt: skip
    return any(code.strip().upper().startswith(_FETCHING) for code in codes)


def _repacked(data: bytes) -> bytes:
    """Give the package without the relationships that are left out; a template's main part becomes a document's."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as target:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename.lower().endswith(".rels"):
                content = _without(content)
            elif entry.filename.lower() == "[content_types].xml":
                content = content.replace(f"{_KIND}.template.main+xml".encode(), f"{_KIND}.document.main+xml".encode())
            target.writestr(entry.filename, content)
    return out.getvalue()


def _without(data: bytes) -> bytes:
    root = etree.fromstring(data)
    for relationship in list(root):
        if relationship.get("Type", "").rpartition("/")[2] in _LEFT_OUT:
            root.remove(relationship)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _clean(document: Document) -> None:
    """Take out what tells who made the template, and when."""
    properties = document.core_properties
    properties.author = properties.last_modified_by = properties.comments = properties.keywords = ""
    properties.category = properties.subject = properties.title = properties.version = ""
    for element in list(properties._element):  # noqa: SLF001 -- the library can't take a time away
        if not element.text or etree.QName(element).localname in _TIMES:
            properties._element.remove(element)  # noqa: SLF001
    settings = document.settings.element
    for element in list(settings.iter(*_SETTINGS)):
        settings.remove(element)
    for root in stories(document):
        _free_bookmarks(root)
        for element in root.iter():
            for key in [key for key in element.attrib if str(key).startswith(f"{W}rsid")]:
                del element.attrib[key]


def _free_bookmarks(root: Element) -> None:
    """Number the template's bookmarks beyond those of the text; those of an earlier export of ours go."""
    starts = list(root.iter(f"{W}bookmarkStart"))
    ours = {one.get(f"{W}id") for one in starts if one.get(f"{W}name", "").startswith("seg_")}
    for element in [*starts, *root.iter(f"{W}bookmarkEnd")]:
        number, parent = element.get(f"{W}id", ""), element.getparent()
        if number in ours and parent is not None:
            parent.remove(element)
        elif number.isdecimal():
            element.set(f"{W}id", str(_FIRST_BOOKMARK + int(number) % _FIRST_BOOKMARK))


_FIRST_BOOKMARK: Final = 1_000_000_000


def _page(section: Element) -> Page:
    """Give the page of a section; what it doesn't say is as on an ordinary page."""
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")

    def read(element: Element | None, name: str, usual: int) -> int:
        value = "" if element is None else element.get(f"{W}{name}", "")
        return int(value) if value.isdecimal() and int(value) < _WIDEST else usual

    return Page(
        read(size, "w", UPRIGHT.width), read(size, "h", UPRIGHT.height),
        read(margins, "top", UPRIGHT.top), read(margins, "right", UPRIGHT.right),
        read(margins, "bottom", UPRIGHT.bottom), read(margins, "left", UPRIGHT.left),
        read(margins, "header", UPRIGHT.header), read(margins, "footer", UPRIGHT.footer),
    )  # fmt: skip


_WIDEST: Final = 32_000
