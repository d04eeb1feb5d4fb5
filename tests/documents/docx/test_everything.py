"""One of everything: read whole, and read alike in the other words in which the same document may be written."""

import re

import pytest

from drafter.model import Document
from tests.documents.builders import Reading, packed, told
from tests.documents.docx.everything import TEXTS, everything

STRICT = {
    f"http://schemas.openxmlformats.org/{room}/2006/{name}": f"http://purl.oclc.org/ooxml/{room}/{name}"
    for room, name in (
        ("wordprocessingml", "main"),
        ("officeDocument", "relationships"),
        ("officeDocument", "math"),
        ("drawingml", "main"),
        ("drawingml", "diagram"),
        ("drawingml", "chart"),
        ("drawingml", "picture"),
        ("drawingml", "wordprocessingDrawing"),
    )
}


def shown(document: Document) -> tuple[str, ...]:
    return tuple(one.text for one in document.paragraphs if one.text)


def essence(document: Document) -> object:
    return document.paragraphs, document.comments, told(document)


@pytest.fixture
def whole(reading: Reading) -> Document:
    return reading.file(packed(everything()))


def test_one_of_everything(whole: Document) -> None:
    assert shown(whole) == TEXTS
    assert [one.part for one in whole.paragraphs if one.text in ("框", "脚注", "图", "意见", "c")] == [
        "textbox", "note", "table", "textbox", "comment",
    ]  # fmt: skip
    words = told(whole)
    for sentence in (
        "Tracked changes: 5.",
        "hidden text left out: 1.",
        "hardly visible letters read as text: 1.",
        "Formulas written on one line: 1.",
        "Prompts of form fields that nobody filled in, left out: 1.",
        "Documents inside the document, read where they stand: 1.",
        "Comments read, at the end of the document: 1.",
        "Page headers and footers left out: “页眉”.",
        "protected against changes",
    ):
        assert sentence in words


def test_the_original_of_everything(reading: Reading) -> None:
    texts = shown(reading.file(packed(everything()), view="original"))
    assert texts[3:7] == ("甲旧乙", "脚注", "尾注", "续(a+b)/210⁴")
    assert texts[-1] == "意见"
    assert texts[-2] == "末"


def test_strict(reading: Reading, whole: Document) -> None:
    def strict(content: str | bytes) -> str | bytes:
        text = content
        for ours, theirs in STRICT.items():
            text = text.replace(ours, theirs) if isinstance(text, str) else text
        return text

    parts = {name: strict(content) for name, content in everything().items()}
    assert "purl.oclc.org/ooxml/wordprocessingml/main" in str(parts["word/document.xml"])
    assert "schemas.openxmlformats.org/wordprocessingml" not in str(parts["word/document.xml"])
    assert essence(reading.file(packed(parts))) == essence(whole)


def test_other_prefixes(reading: Reading, whole: Document) -> None:
    """The names of namespaces are the writer's own business."""
    parts = everything()
    for name, content in parts.items():
        if name.startswith("word/") and isinstance(content, str) and "wordprocessingml" in content:
            parts[name] = re.sub(r"\b(w|m|mc)(?=:\w)", r"x\1", content)
            parts[name] = re.sub(r"xmlns:(w|m|mc)=", r"xmlns:x\1=", str(parts[name]))
    assert "<xw:document" in str(parts["word/document.xml"])
    assert essence(reading.file(packed(parts))) == essence(whole)


def test_utf16_and_single_quotes(reading: Reading, whole: Document) -> None:
    parts = everything()
    for name, content in parts.items():
        if (
            name.endswith(".xml")
            and name.startswith("word/")
            and isinstance(content, str)
            and content.startswith("<?xml")
        ):
            parts[name] = content.replace("UTF-8", "UTF-16").replace("'", "&apos;").replace('"', "'").encode("utf-16")
    assert essence(reading.file(packed(parts))) == essence(whole)


def test_spread_over_lines(reading: Reading, whole: Document) -> None:
    """Programs indent their XML: blanks between elements are no text."""
    parts = everything()
    body = str(parts["word/document.xml"])
    parts["word/document.xml"] = re.sub(r"(<(?:w:p|w:r|w:tbl|w:tr|w:tc|w:sdt|/w:p|/w:r)[ >])", r"\n   \1", body)
    assert essence(reading.file(packed(parts))) == essence(whole)


def test_made_by_wps(reading: Reading) -> None:
    """Numeric style ids, runs cut to pieces, hints on every piece, data of its own among the properties."""
    hint = '<w:rFonts w:hint="eastAsia"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/>'
    pieces = "".join(f"<w:r><w:rPr>{hint}</w:rPr><w:t>{char}</w:t></w:r>" for char in "总体要求2025")
    paragraph = (
        f'<w:p w14:paraId="1A2B3C4D"><w:pPr><w:pStyle w:val="2"/><w:bidi w:val="0"/>{"{}"}</w:pPr>{pieces}</w:p>'
    )
    parts = everything()
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    custom = 'xmlns:wpsCustomData="http://www.wps.cn/officeDocument/2013/wpsCustomData" mc:Ignorable="wpsCustomData"'
    body = paragraph.format(numbered) + paragraph.format("")
    whole = str(parts["word/document.xml"])
    start, end = whole.index("<w:body>"), whole.index("</w:body>")
    parts["word/document.xml"] = (
        whole[:start].replace("<w:document ", f"<w:document {custom} ") + "<w:body>" + body + whole[end:]
    )
    parts["word/styles.xml"] = str(parts["word/styles.xml"]).replace(
        "</w:styles>", '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/></w:style></w:styles>'
    )
    parts["docProps/app.xml"] = "<Properties><Application>WPS Office_12.1.0.1</Application></Properties>"
    first, second = [one for one in reading.file(packed(parts)).paragraphs if one.part == "body"]
    assert (first.text, first.number, first.level, first.style) == ("一、总体要求2025", "一、", 2, "heading 2")
    assert (second.text, len(second.runs)) == ("总体要求2025", 8)
