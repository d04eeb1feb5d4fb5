"""Small PDF and OFD files, written by hand: a test places every line it is about."""
# ruff: noqa: E501 -- texts and markup are shown as they stand

from collections.abc import Collection, Sequence
from itertools import pairwise

from tests.documents.builders import packed

Placed = tuple[float, float, float, str]
"""Left edge and height above the page's foot, size of the letters, text."""

_OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def pdf(
    pages: Sequence[Sequence[Placed]],
    *,
    trailer: str = "",
    content: bytes | None = None,
    drawn: Sequence[str] = (),
    more: str = "",
) -> bytes:
    """A PDF of Latin text in Helvetica; `drawn` are the drawings of each page, `more` stands in each page's entry."""
    objects: list[bytes] = [b"<</Type/Catalog/Pages 2 0 R>>", b"", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    kids = []
    for number, lines in enumerate(pages):
        shown = "".join(
            f"BT /F1 {size} Tf {x} {y} Td ({text.replace('(', '').replace(')', '')}) Tj ET\n"
            for x, y, size, text in lines
        )
        shown = (drawn[number] if number < len(drawn) else "") + shown
        stream = content if content is not None else shown.encode("latin-1")
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
        page = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents {len(objects)} 0 R"
            f"{more}>>"
        )
        objects.append(page.encode())
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>".encode()
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(data)
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    return data + f"trailer<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()


Line = tuple[float, float, float, float]
"""From the one point to the other."""


def grid_lines(xs: Sequence[float], ys: Sequence[float], *, without: Collection[Line] = ()) -> list[Line]:
    """The sides of all fields between some edges, each field's own, but for some."""
    across = [(x0, y, x1, y) for y in ys for x0, x1 in pairwise(xs)]
    down = [(x, y0, x, y1) for x in xs for y0, y1 in pairwise(ys)]
    return [line for line in (*across, *down) if line not in without]


def drawn_lines(lines: Sequence[Line], *, boxes: bool = False) -> str:
    """The same in a PDF: as lines, or as Word draws them, as thin boxes."""
    if boxes:
        return "".join(f"{x0} {y0} {max(x1 - x0, 0.48)} {max(y1 - y0, 0.48)} re f\n" for x0, y0, x1, y1 in lines)
    return "".join(f"{x0} {y0} m {x1} {y1} l S\n" for x0, y0, x1, y1 in lines)


def path_objects(lines: Sequence[Line]) -> str:
    """The same in an OFD page."""
    return "".join(
        f'<ofd:PathObject ID="8" Boundary="{x0} {y0} {x1 - x0 + 1} {y1 - y0 + 1}" LineWidth="0.3"><ofd:AbbreviatedData>'
        f"M 0 0 L {x1 - x0} {y1 - y0}</ofd:AbbreviatedData></ofd:PathObject>"
        for x0, y0, x1, y1 in lines
    )


def text_object(x: float, y: float, text: str, *, size: float = 5.0, more: str = "") -> str:
    """A text object of an OFD page, its characters one size apart."""
    delta = f'DeltaX="g {len(text) - 1} {size}"' if len(text) > 1 else ""
    return (
        f'<ofd:TextObject ID="9" Boundary="{x} {y} 200 {size + 2}" Font="1" Size="{size}" {more}>'
        f'<ofd:TextCode X="0" Y="{size}" {delta}>{text}</ofd:TextCode></ofd:TextObject>'
    )


def ofd_parts(
    pages: Sequence[str], *, templates: Sequence[str] = (), uses: Sequence[str] = ()
) -> dict[str, str | bytes]:
    """The parts of an OFD package; `uses` are the templates of each page, by their ids from 0."""
    entries = "".join(f'<ofd:Page ID="{10 + n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(pages)))
    backs = "".join(f'<ofd:TemplatePage ID="{n}" BaseLoc="Tpls/{n}.xml"/>' for n in range(len(templates)))
    parts: dict[str, str | bytes] = {
        "OFD.xml": f'<ofd:OFD {_OFD} DocType="OFD" Version="1.0"><ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>Doc_0/Document.xml'
        "</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {_OFD}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297"
        f"</ofd:PhysicalBox></ofd:PageArea>{backs}</ofd:CommonData><ofd:Pages>{entries}</ofd:Pages></ofd:Document>",
    }
    for number, content in enumerate(templates):
        parts[f"Doc_0/Tpls/{number}.xml"] = _page(content, "")
    for number, content in enumerate(pages):
        used = uses[number] if number < len(uses) else ""
        template = f'<ofd:Template TemplateID="{used}"/>' if used else ""
        parts[f"Doc_0/Pages/Page_{number}/Content.xml"] = _page(content, template)
    return parts


def _page(content: str, template: str) -> str:
    return f"<ofd:Page {_OFD}>{template}<ofd:Content><ofd:Layer>{content}</ofd:Layer></ofd:Content></ofd:Page>"


def ofd(pages: Sequence[str], *, templates: Sequence[str] = (), uses: Sequence[str] = ()) -> bytes:
    """An OFD file."""
    return packed(ofd_parts(pages, templates=templates, uses=uses))
