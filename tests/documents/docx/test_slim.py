"""What is taken out of a part before it is parsed changes nothing that is read."""

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.documents.docx.slim import slimmed
from drafter.model import Document
from tests.documents.builders import Reading, docx, p
from tests.documents.docx.test_runs import NUMBERING, QUIET, bodies


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<w:rPr><w:b/><w:sz w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>', "<w:rPr></w:rPr>"),
        ('<w:rPr><w:sz w:val="4"/><w:vanish/><w:i/></w:rPr>', '<w:rPr><w:sz w:val="4"/><w:vanish/></w:rPr>'),
        ('<w:r w:rsidR="00A1" w:rsidRPr="00B2"><w:t>x</w:t></w:r>', "<w:r><w:t>x</w:t></w:r>"),
        ('<w:rFonts w:hint="eastAsia" w:ascii="仿宋" w:cs="x"/>', '<w:rFonts w:ascii="仿宋"/>'),
        ('<w:rFonts w:hAnsi="Symbol"/>', '<w:rFonts w:hAnsi="Symbol"/>'),
        ("<w:br/><w:tab/><w:t>a</w:t><w:bidiVisual/>", "<w:br/><w:tab/><w:t>a</w:t><w:bidiVisual/>"),
        ("<w:b>x</w:b>", "<w:b>x</w:b>"),
        ("<w:t>&lt;w:b/&gt; w:rsidR=\"1\"</w:t>", "<w:t>&lt;w:b/&gt; w:rsidR=\"1\"</w:t>"),
        ("<w:t><![CDATA[<w:b/>]]></w:t><w:b/>", "<w:t><![CDATA[<w:b/>]]></w:t><w:b/>"),
    ],
)  # fmt: skip
def test_what_is_taken_out(before: str, after: str) -> None:
    assert slimmed(before.encode()).decode() == after


def test_a_part_in_other_words_is_read_alike(reading: Reading) -> None:
    data = docx(p("<w:r><w:rPr><w:b/></w:rPr><w:t><![CDATA[<w:b/>]]></w:t></w:r>"))
    assert reading.file(data).paragraphs[0].text == "<w:b/>"


def essence(document: Document) -> object:
    return document.paragraphs, document.notices, document.comments


@QUIET
@given(bodies, st.sampled_from(['<w:lang w:val="en"/>', '<w:jc w:val="both"/><w:ind w:left="1"/>', "<w:proofErr/>"]))
def test_nothing_else_changes(reading: Reading, body: str, looks: str) -> None:
    data = docx(
        body.replace("<w:r>", looks + '<w:r w:rsidR="00A1">').replace("<w:b/>", "<w:b/>" + looks) + p("末"),
        {"numbering": NUMBERING},
    )
    with patch("drafter.documents.docx.parts.slimmed", lambda part: part):
        whole = reading.file(data)
    assert essence(reading.file(data)) == essence(whole)
