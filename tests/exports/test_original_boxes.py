"""Corrections in text boxes, whose words a Word file holds twice: for newer programs and for older ones."""

from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from drafter.documents import read_data
from drafter.documents.docx.names import ALTERNATE, CHOICE, FALLBACK, P
from drafter.exports.docx.xml import W
from drafter.model import Document
from tests.documents.builders import entries, p, packed, t
from tests.exports.test_original import body, put_in, texts

_SHAPE = (
    '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="1800000" cy="600000"/>'
    '<wp:docPr id="1" name="b"/><a:graphic><a:graphicData '
    'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>'
    '<wps:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>{}</w:txbxContent>'
    "</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
)
_OLD = (
    '<w:pict><v:shape id="b" style="width:140pt;height:47pt"><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox>'
    "</v:shape></w:pict>"
)
NEW_WORDS = p(t("Cut coal ") + t("by 10%.", "<w:b/>")) + p("Plant trees.")


def document(fallback: str = NEW_WORDS) -> Document:
    new, old = _SHAPE.format(NEW_WORDS), _OLD.format(fallback)
    branches = f'<mc:Choice Requires="wps">{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
    box = f"<w:r><mc:AlternateContent>{branches}</mc:AlternateContent></w:r>"
    return read_data(packed(entries(p(t("A box stands here.") + box) + p("End."))), "plan.docx")


def branch(data: bytes, name: str, *, gone: bool = False) -> list[str]:
    words = (f"{W}t", f"{W}delText") if gone else (f"{W}t",)
    return [
        "".join(one.text or "" for one in paragraph.iter(*words))
        for element in body(data).iter(name)
        for paragraph in element.iter(P)
    ]


@pytest.mark.parametrize("tracked", [False, True], ids=["clean", "tracked"])
def test_both_branches_say_what_was_corrected(tracked: bool, tmp_path: Path) -> None:
    here = document()
    wanted = [text.replace("10%", "12%").replace("Plant", "Plant more") for text in texts(here)]
    result = put_in(here, wanted, tracked=tracked)
    assert (result.changed, result.left) == (2, ())
    assert texts(read_data(result.data, "plan.docx")) == wanted
    assert branch(result.data, CHOICE) == branch(result.data, FALLBACK) == ["Cut coal by 12%.", "Plant more trees."]
    numbers = [one.get(f"{W}id") for one in body(result.data).iter(f"{W}ins", f"{W}del")]
    assert len(numbers) == len(set(numbers)) == (6 if tracked else 0)
    counts = []
    for name, data in (("old", here.data), ("new", result.data)):
        path = tmp_path / f"{name}.docx"
        path.write_bytes(data)
        counts.append(len(OpenXmlValidator().validate(str(path)).errors))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("fallback", [p("Cut coal by 11%.") + p("Plant trees."), p("Cut coal by 10%.")])
def test_a_branch_that_read_otherwise_is_taken_out(fallback: str) -> None:
    here = document(fallback)
    result = put_in(here, [text.replace("10%", "12%") for text in texts(here)])
    assert branch(result.data, CHOICE) == ["Cut coal by 12%.", "Plant trees."]
    assert branch(result.data, FALLBACK) == []
    assert len(list(body(result.data).iter(ALTERNATE))) == 1


def test_a_box_beside_a_change_stays_as_it_is() -> None:
    here = document(p("Something else."))
    result = put_in(here, [text.replace("stands", "is") for text in texts(here)])
    assert branch(result.data, FALLBACK) == ["Something else."]
