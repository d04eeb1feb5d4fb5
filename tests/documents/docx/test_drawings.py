"""Text boxes, shapes, WordArt and diagrams: read once, where they are anchored; pictures and charts: told."""

import pytest

from drafter.model import Document
from tests.documents.builders import (
    Reading,
    cell,
    deleted,
    drawn,
    entries,
    inserted,
    item,
    level,
    numbering,
    p,
    packed,
    pictured,
    relationships,
    t,
    table,
    told,
)

FRAME = "<wps:wsp><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx></wps:wsp>"


def rows(document: Document) -> list[tuple[str, str]]:
    return [(one.text, one.part) for one in document.paragraphs]


def either(content: str) -> str:
    """What Word writes: the box drawn, and once more for older programs."""
    first, second = drawn(content)[5:-6], pictured(content)[5:-6]
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{first}</mc:Choice>'
        f"<mc:Fallback>{second}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def group(*boxes: str) -> str:
    shapes = "".join(FRAME.format(one) for one in boxes)
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing><wp:anchor><a:graphic><a:graphicData uri="x">'
        f"<wpg:wgp><wpg:grpSp>{shapes}</wpg:grpSp></wpg:wgp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
        "</mc:Choice><mc:Fallback><w:pict><v:group>"
        + "".join(f"<v:shape><v:textbox><w:txbxContent>{one}</w:txbxContent></v:textbox></v:shape>" for one in boxes)
        + "</v:group></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


@pytest.mark.parametrize("make", [drawn, pictured, either])
def test_a_box_follows_its_paragraph_once(reading: Reading, make: type) -> None:
    body = p(t("前") + make(p("框一") + p("框二")) + t("后")) + p("末")
    assert rows(reading.body(body)) == [("前后", "body"), ("框一", "textbox"), ("框二", "textbox"), ("末", "body")]


def test_groups_and_canvases(reading: Reading) -> None:
    body = p(t("前") + group(p("一"), p("二")))
    assert rows(reading.body(body)) == [("前", "body"), ("一", "textbox"), ("二", "textbox")]
    canvas = f"<w:r><w:drawing><wpc:wpc>{FRAME.format(p('三'))}</wpc:wpc></w:drawing></w:r>"
    assert rows(reading.body(p(canvas))) == [("", "body"), ("三", "textbox")]


def test_boxes_in_boxes_tables_and_notes(reading: Reading) -> None:
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = p(either(p(t("外") + either(p("内")))) + note)
    body += table(cell(p(t("格") + either(p("格框")))) + cell("邻"))
    footnotes = f'<w:footnote w:id="2">{p(t("注") + either(p("注框")))}</w:footnote>'
    document = reading.body(body, footnotes=footnotes)
    assert rows(document) == [
        ("", "body"),
        ("外", "textbox"),
        ("内", "textbox"),
        ("注", "note"),
        ("注框", "note"),
        ("格", "table"),
        ("格框", "textbox"),
        ("邻", "table"),
    ]
    assert [one.cell for one in document.paragraphs[5:]] == [(0, 0, 0), None, (0, 0, 1)]


def test_tables_lists_fields_and_notes_in_a_box(reading: Reading) -> None:
    inner = table(cell("a") + cell("b")) + item("项") + p(t("注处") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
    document = reading.body(
        item("一") + p(either(inner)) + item("二"),
        numbering=numbering(level(0, "%1.")),
        footnotes=f'<w:footnote w:id="2">{p("注")}</w:footnote>',
    )
    assert rows(document) == [
        ("1. 一", "body"),
        ("", "body"),
        ("a", "textbox"),
        ("b", "textbox"),
        ("1. 项", "textbox"),
        ("注处", "textbox"),
        ("注", "note"),
        ("2. 二", "body"),
    ]
    assert document.paragraphs[2].cell == (0, 0, 0)


def test_boxes_of_deleted_and_hidden_text(reading: Reading) -> None:
    gone = p(t("a") + f"<w:del>{either(p('旧框'))}</w:del>" + inserted(either(p("新框"))))
    assert rows(reading.body(gone)) == [("a", "body"), ("新框", "textbox")]
    assert rows(reading.body(gone, "original")) == [("a", "body"), ("旧框", "textbox")]
    inside = p(either(p(t("留") + deleted("删"))))
    assert rows(reading.body(inside))[1] == ("留", "textbox")
    hidden = either(p("藏")).replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>", 1)
    document = reading.body(p(t("a") + hidden))
    assert rows(document) == [("a", "body")]
    assert "hidden text left out: 1" in told(document)


def test_a_box_between_runs_of_a_paragraph(reading: Reading) -> None:
    body = p(t("前") + either(p("框"))[5:-6] + t("后"))
    assert rows(reading.body(body)) == [("前后", "body"), ("框", "textbox")]


def test_word_art_and_shapes_of_other_programs(reading: Reading) -> None:
    art = '<w:r><w:pict><v:shape><v:textpath on="t" string="大会&#10;公报"/></v:shape></w:pict></w:r>'
    shape = (
        "<w:r><w:drawing><a:graphic><a:sp><a:txBody><a:bodyPr/><a:p><a:r><a:t>甲</a:t></a:r><a:br/>"
        "<a:r><a:t>乙</a:t></a:r></a:p><a:p/></a:txBody></a:sp></a:graphic></w:drawing></w:r>"
    )
    assert rows(reading.body(p(t("前") + art + shape))) == [
        ("前", "body"),
        ("大会", "textbox"),
        ("公报", "textbox"),
        ("甲\n乙", "textbox"),
        ("", "textbox"),
    ]


PICTURE = '<w:drawing><pic:pic><pic:blipFill><a:blip r:embed="r9"/></pic:blipFill></pic:pic></w:drawing>'
CHART = '<w:drawing><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart/></a:graphicData></w:drawing>'


def test_pictures_charts_and_objects_are_told(reading: Reading) -> None:
    old = "<w:pict><v:shape><v:imagedata/></v:shape></w:pict>"
    thing = "<w:object><v:shape><v:imagedata/></v:shape><o:OLEObject/></w:object>"
    control = "<w:pict><v:shape/><w:control/></w:pict>"
    words = told(
        reading.body(p(t("a") + "".join(f"<w:r>{one}</w:r>" for one in (PICTURE, old, CHART, thing, control))))
    )
    assert "Pictures left out: 2." in words
    assert "Charts and diagrams left out: 1." in words
    assert "Embedded objects left out: 2." in words


def diagram(*points: str, links: str = "") -> str:
    namespaces = (
        'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    )
    return f"<dgm:dataModel {namespaces}><dgm:ptLst>{''.join(points)}</dgm:ptLst><dgm:cxnLst>{links}</dgm:cxnLst></dgm:dataModel>"  # noqa: E501


def point(key: str, *texts: str, kind: str = "node") -> str:
    lines = "".join(f"<a:p><a:r><a:t>{text}</a:t></a:r></a:p>" for text in texts)
    return f'<dgm:pt modelId="{key}" type="{kind}"><dgm:t><a:bodyPr/>{lines}</dgm:t></dgm:pt>'


def link(above: str, below: str, order: int, kind: str = "parOf") -> str:
    return f'<dgm:cxn type="{kind}" srcId="{above}" destId="{below}" srcOrd="{order}"/>'


SHOWN = '<w:r><w:drawing><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/diagram"><dgm:relIds r:dm="r0"/></a:graphicData></w:drawing></w:r>'  # noqa: E501


def with_diagram(reading: Reading, data: str) -> Document:
    parts = entries(p(t("前") + SHOWN) + p("后"))
    parts["word/_rels/document.xml.rels"] = relationships({"diagramData": "diagrams/data1.xml"})
    parts["word/diagrams/data1.xml"] = data
    return reading.file(packed(parts))


def test_diagrams_are_read_from_the_top(reading: Reading) -> None:
    data = diagram(
        point("3", "二"),
        point("2", "一", "一续"),
        point("4", "一之下"),
        point("9", "过渡", kind="parTrans"),
        point("1", "", kind="doc"),
        point("5", "散"),
        links=link("1", "3", 1)
        + link("1", "2", 0)
        + link("2", "4", 0)
        + link("4", "2", 0)
        + link("1", "9", 0, "presOf"),
    )
    document = with_diagram(reading, data)
    assert rows(document) == [
        ("前", "body"),
        *((text, "textbox") for text in ("一", "一续", "一之下", "二", "散")),
        ("后", "body"),
    ]
    assert told(document) == "Text boxes and diagrams read, each after the paragraph it belongs to: 1."


def test_a_diagram_whose_part_is_lost_is_told(reading: Reading) -> None:
    assert "Charts and diagrams left out: 1." in told(reading.body(p(t("前") + SHOWN)))
