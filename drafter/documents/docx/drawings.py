"""What a drawing shows: text boxes, shapes, WordArt and diagrams are read; pictures and charts are counted."""

from collections.abc import Iterator
from typing import Final

from drafter.documents.docx import names
from drafter.documents.docx.names import a, dgm, w
from drafter.documents.docx.xml import chosen
from drafter.documents.report import Tally
from drafter.documents.xml import Element, integer

_CHARTS: Final = frozenset({"chart", "chartex"})
_SHAPES: Final = frozenset({names.TEXT_BOX, names.SHAPE_TEXT, names.WORD_ART, names.DIAGRAM})


def shapes(anchor: Element, tally: Tally) -> Iterator[Element]:
    """Give the elements of a drawing that hold text, in document order, and count what else it shows.

    Args:
        anchor: a `w:drawing`, `w:pict` or `w:object`.
        tally: where to count pictures, charts and objects.
    """
    tally.objects += anchor.tag == w("object")
    for element in _reachable(anchor):
        if element.tag in _SHAPES:
            yield element
        elif element.tag in names.IMAGES:
            # The picture of an object is the object.
            tally.pictures += anchor.tag != w("object")
        elif element.tag == w("control"):
            tally.objects += anchor.tag != w("object")
        elif element.get("uri", "").rpartition("/")[2] in _CHARTS:
            tally.drawings += 1


def _reachable(anchor: Element) -> Iterator[Element]:
    """Walk a drawing in document order, taking one branch of alternatives and staying out of the shapes' insides."""
    waiting = [anchor]
    while waiting:
        element = waiting.pop()
        if element.tag == names.ALTERNATE:
            branch = chosen(element)
            waiting.extend(() if branch is None else (branch,))
            continue
        yield element
        if element.tag not in _SHAPES:
            waiting.extend(reversed(element))


def lines(body: Element) -> list[str]:
    """Give the paragraphs of a text of DrawingML (`a:txBody`, `dgm:t`)."""
    return ["".join(_pieces(paragraph)) for paragraph in body.iterchildren(a("p"))]


def _pieces(paragraph: Element) -> Iterator[str]:
    for element in paragraph.iter(a("t"), a("br")):
        yield "\n" if element.tag == a("br") else element.text or ""


def diagram_lines(data: Element) -> list[str]:
    """Give the texts of a diagram (SmartArt), each node followed by those below it.

    Args:
        data: the root of its data part, `dgm:dataModel`.
    """
    points = {point.get("modelId", ""): point for point in data.iter(dgm("pt"))}
    below: dict[str, list[tuple[int, str]]] = {}
    for link in data.iter(dgm("cxn")):
        if link.get("type", "parOf") == "parOf":
            order = integer(link.get("srcOrd")) or 0
            below.setdefault(link.get("srcId", ""), []).append((order, link.get("destId", "")))
    waiting = list(reversed(points))
    waiting += [key for key, point in points.items() if point.get("type") == "doc"]
    found: list[str] = []
    seen: set[str] = set()
    while waiting:
        key = waiting.pop()
        if key in seen or key not in points:
            continue
        seen.add(key)
        if points[key].get("type", "node") in ("node", "asst"):
            found.extend(text for body in points[key].iterchildren(dgm("t")) for text in lines(body))
        waiting.extend(child for _order, child in sorted(below.get(key, ()), reverse=True))
    return [text for text in found if text]
