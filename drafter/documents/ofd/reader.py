"""An OFD package to a `Document`."""

import posixpath
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from drafter.documents import limits
from drafter.documents.collect import Collector
from drafter.documents.errors import UnreadableError
from drafter.documents.flow import Item, Page, items_of_page, join_lines, without_running_lines
from drafter.documents.ofd.glyphs import page_glyphs
from drafter.documents.ofd.places import POINTS, box
from drafter.documents.ofd.strokes import page_strokes
from drafter.documents.package import Package
from drafter.documents.xml import Element
from drafter.model import N_, Document, Message, Notice

_A4: Final = (0.0, 0.0, 210.0, 297.0)


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
    pages, templates, missing = _read_pages(package)
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


def _read_pages(package: Package) -> tuple[list[Page], int, list[int]]:
    """Give the pages, how many lines of backgrounds were left out, and the numbers of pages that are missing."""
    pages: list[Page] = []
    missing: list[int] = []
    left_out = 0
    deadline = time.monotonic() + limits.SECONDS
    for body in _bodies(package):
        area = _area(body.root.find(".//{*}CommonData/{*}PageArea"), _A4)
        roots = _page_roots(package, body, missing, len(pages))
        used = Counter(_template_ids(roots))
        backgrounds = _templates(package, body)
        left_out += sum(len(_items([root], 0, area[2])) for key, root in backgrounds.items() if used[key] > 1)
        for root in roots:
            if time.monotonic() > deadline:
                raise UnreadableError(
                    N_("“{name}” takes too long to read: split it, or choose the document it was made from."),
                    name=package.name,
                )
            # A background of one page alone is part of that page: the red head of a document is often kept so.
            own = [backgrounds[key] for key in _template_ids([root]) if used[key] == 1 and key in backgrounds]
            _left, _top, width, height = _area(root.find("{*}Area"), area)
            pages.append(Page(_items([*own, root], len(pages), width), height * POINTS))
    return pages, left_out, missing


def _page_roots(package: Package, body: _Body, missing: list[int], before: int) -> list[Element]:
    elements = list(body.root.iterfind("{*}Pages/{*}Page"))
    if len(elements) > limits.PAGES:
        raise UnreadableError(
            N_("“{name}” has more than {limit} pages: split it and choose one part."),
            name=package.name,
            limit=limits.PAGES,
        )
    roots = []
    for number, element in enumerate(elements, before + 1):
        part = _beside(body.part, element.get("BaseLoc", ""))
        if part in package:
            roots.append(package.tree(part))
        else:
            missing.append(number)
    return roots


def _template_ids(roots: list[Element]) -> list[str]:
    return [one.get("TemplateID", "") for root in roots for one in root.iterfind("{*}Template")]


def _templates(package: Package, body: _Body) -> dict[str, Element]:
    found = {}
    for template in body.root.iterfind(".//{*}CommonData/{*}TemplatePage"):
        part = _beside(body.part, template.get("BaseLoc", ""))
        if part in package:
            found[template.get("ID", "")] = package.tree(part)
    return found


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


def _area(element: Element | None, default: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    physical = None if element is None else element.find("{*}PhysicalBox")
    found = box(physical.text) if physical is not None else None
    return found if found is not None and found[2] > 0 and found[3] > 0 else default


def _items(roots: list[Element], index: int, width: float) -> list[Item]:
    glyphs = (glyph for root in roots for glyph in page_glyphs(root))
    strokes = (stroke for root in roots for stroke in page_strokes(root))
    return items_of_page(glyphs, index, width * POINTS, strokes)
