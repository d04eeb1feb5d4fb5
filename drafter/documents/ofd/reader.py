"""An OFD package to a `Document`."""

import posixpath
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from drafter.documents import limits
from drafter.documents.collect import Collector
from drafter.documents.errors import UnreadableError
from drafter.documents.flow import Glyph, Page, Stroke, items_of_page, join_lines, without_running_lines
from drafter.documents.ofd.glyphs import page_glyphs
from drafter.documents.ofd.places import POINTS, box
from drafter.documents.ofd.strokes import page_strokes
from drafter.documents.package import Package
from drafter.documents.patience import Patience
from drafter.documents.xml import Element
from drafter.model import N_, Document, Message, Notice

_Box = tuple[float, float, float, float]
_A4: Final[_Box] = (0.0, 0.0, 210.0, 297.0)


@dataclass(frozen=True, slots=True)
class _Body:
    """One document of the package.

    Attributes:
        part: its main part.
        root: the tree of its main part.
    """

    part: str
    root: Element


def read_ofd(package: Package, data: bytes, ending: str) -> Document:
    """Read an OFD document.

    Args:
        package: its package.
        data: the file's bytes.
        ending: its ending in lower case, with the dot; "" for none.

    Raises:
        UnreadableError: it is a scan, locked or damaged, or made to exhaust or mislead its reader.
    """
    name = package.name
    if "encryptions.xml" in package:
        raise UnreadableError(
            N_("“{name}” is locked with a password: open it, save a copy without the password, and choose that."),
            name=name,
        )
    pages, templates, missing = _read_pages(package, len(data))
    if not any(page.items for page in pages):
        from drafter.documents.pdf.scans import scan_error

        raise scan_error(name)
    kept, running = without_running_lines(pages)
    collector = Collector(name)
    collector.add_joined(join_lines(kept))
    found = []
    if ending != ".ofd":
        template = N_("“{name}” is an OFD document whatever its ending says, and was read as such.")
        found.append(Notice(Message(template, {"name": name}), warning=True))
    found.append(Notice(Message(N_("An OFD file keeps lines, not paragraphs: they were joined by their looks."))))
    if running + templates:
        template = N_("Headers, footers and page numbers left out: {n} lines.")
        found.append(Notice(Message(template, {"n": running + templates})))
    if missing:
        template = N_("Pages that are damaged and could not be read: {pages}.")
        found.append(Notice(Message(template, {"pages": ", ".join(map(str, missing[:8]))}), warning=True))
    return Document(name=name, format="ofd", paragraphs=collector.finished(), data=data, notices=tuple(found))


def _read_pages(package: Package, size: int) -> tuple[list[Page], int, list[int]]:
    """Give the pages, how many lines of backgrounds were left out, and the numbers of pages that are missing."""
    pages: list[Page] = []
    missing: list[int] = []
    left_out = 0
    reader = _Reader(package, size)
    for body in _bodies(package):
        area = _area(body.root.find(".//{*}CommonData/{*}PageArea"), _A4)
        drawn = reader.pages(body, area, missing, len(pages))
        used = Counter(key for page in drawn for key in page.templates)
        backgrounds = reader.backgrounds(body, area)
        left_out += sum(len(_page([back], 0).items) for key, back in backgrounds.items() if used[key] > 1)
        for page in drawn:
            # A background of one page alone is part of that page: the red head of a document is often kept so.
            own = [backgrounds[key] for key in page.templates if used[key] == 1 and key in backgrounds]
            pages.append(_page([*own, page], len(pages)))
    return pages, left_out, missing


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What a page or background shows; its tree, which takes far more room, is gone.

    Attributes:
        glyphs: the characters.
        strokes: the straight lines.
        templates: the ids of the backgrounds it stands on.
        width: its width in points.
        height: its height in points.
    """

    glyphs: list[Glyph]
    strokes: list[Stroke]
    templates: list[str]
    width: float
    height: float


class _Reader:
    """Reads the pages of a package, within the limits for all of them together."""

    def __init__(self, package: Package, size: int) -> None:
        self._package = package
        self._patience = Patience(package.name, size)
        self._drawings = limits.DRAWN_OBJECTS

    def pages(self, body: _Body, area: _Box, missing: list[int], before: int) -> list[_Drawn]:
        elements = list(body.root.iterfind("{*}Pages/{*}Page"))
        if len(elements) > limits.PAGES:
            raise UnreadableError(
                N_("“{name}” has more than {limit} pages: split it and choose one part."),
                name=self._package.name,
                limit=limits.PAGES,
            )
        drawn = []
        for number, element in enumerate(elements, before + 1):
            part = _beside(body.part, element.get("BaseLoc", ""))
            if part in self._package:
                drawn.append(self._drawn(part, area))
            else:
                missing.append(number)
        return drawn

    def backgrounds(self, body: _Body, area: _Box) -> dict[str, _Drawn]:
        found = {}
        for template in body.root.iterfind(".//{*}CommonData/{*}TemplatePage"):
            part = _beside(body.part, template.get("BaseLoc", ""))
            if part in self._package:
                found[template.get("ID", "")] = self._drawn(part, area)
        return found

    def _drawn(self, part: str, area: _Box) -> _Drawn:
        root = self._package.tree(part)
        glyphs = list(page_glyphs(root))
        self._patience.spend(sum(len(glyph.chars) for glyph in glyphs))
        strokes = list(page_strokes(root)) if self._drawings > 0 else []
        self._drawings -= len(strokes)
        _left, _top, width, height = _area(root.find("{*}Area"), area)
        templates = [one.get("TemplateID", "") for one in root.iterfind("{*}Template")]
        return _Drawn(glyphs, strokes, templates, width * POINTS, height * POINTS)


def _page(drawn: list[_Drawn], index: int) -> Page:
    glyphs = (glyph for one in drawn for glyph in one.glyphs)
    strokes = (stroke for one in drawn for stroke in one.strokes)
    return Page(items_of_page(glyphs, index, drawn[-1].width, strokes), drawn[-1].height)


def _bodies(package: Package) -> Iterator[_Body]:
    # A package may hold several documents; what each is about stands in its own folder.
    for element in package.tree("ofd.xml").iterfind("{*}DocBody/{*}DocRoot"):
        part = _beside("OFD.xml", element.text or "")
        if part in package:
            yield _Body(part, package.tree(part))


def _beside(part: str, location: str) -> str:
    location = location.strip()
    folder = "" if location.startswith("/") else posixpath.dirname(part)
    return posixpath.normpath(posixpath.join("/", folder, location.lstrip("/"))).lstrip("/")


def _area(element: Element | None, default: _Box) -> _Box:
    physical = None if element is None else element.find("{*}PhysicalBox")
    found = box(physical.text) if physical is not None else None
    return found if found is not None and found[2] > 0 and found[3] > 0 else default
