"""Documents inside a document, as Word takes them in when it opens the file."""

import pytest

from drafter.documents.docx import bounds
from drafter.model import Document
from tests.documents.builders import (
    Reading,
    cell,
    deleted,
    docx,
    entries,
    inserted,
    item,
    level,
    numbering,
    p,
    packed,
    relationships,
    t,
    table,
    told,
)

CHUNK = '<w:altChunk r:id="r{}"/>'


def holding(reading: Reading, body: str, *inner: tuple[str, str | bytes], view: str = "final") -> Document:
    parts: dict[str, str | bytes] = dict(entries(body))
    targets = "".join(
        f'<Relationship Id="r{i}" Type="x/aFChunk" Target="{name}"/>' for i, (name, _) in enumerate(inner)
    )
    empty = relationships({})
    parts["word/_rels/document.xml.rels"] = empty.replace("></Relationships>", f">{targets}</Relationships>")
    for name, content in inner:
        parts[f"word/{name}"] = content
    return reading.file(packed(parts), view="original" if view == "original" else "final")


HTML = (
    "<html><body><ul><li><a href='x'>导航</a></li></ul><h1>标题</h1><p>一段<b>文字</b>。</p>"
    "<table><tr><td>甲</td><td>乙</td></tr></table></body></html>"
)
INNER = docx(
    item("内一") + table(cell("格一") + cell("格二")) + p(inserted(t("新")) + deleted("旧")),
    {"numbering": numbering(level(0, "%1.")), "comments": f'<w:comment w:id="1" w:author="a">{p("批注")}</w:comment>'},
)


@pytest.mark.parametrize(
    ("name", "content", "texts"),
    [
        ("a.docx", INNER, ["1. 内一", "格一", "格二", "新"]),
        ("a.html", HTML.encode(), ["导航", "标题", "一段文字。", "甲", "乙"]),
        ("a.xhtml", HTML.encode("gb18030"), ["导航", "标题", "一段文字。", "甲", "乙"]),
        ("a.txt", "第一行\r\n第二行\n".encode("gb18030"), ["第一行", "第二行"]),
        ("a.txt", "\ufeff第一行".encode(), ["第一行"]),
        ("a.rtf", rb"{\rtf1\ansi\ansicpg936 abc\par def}", ["abc", "def"]),
        (
            "a.mht",
            b"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n" + HTML.encode(),
            ["导航", "标题", "一段文字。", "甲", "乙"],
        ),
    ],
)
def test_read_where_they_stand(reading: Reading, name: str, content: bytes, texts: list[str]) -> None:
    document = holding(reading, p("前") + CHUNK.format(0) + p("后"), (name, content))
    assert [one.text for one in document.paragraphs if one.text] == ["前", *texts, "后"]
    assert [one.line for one in document.paragraphs] == list(range(1, len(document.paragraphs) + 1))
    assert all(one.part in ("body", "table") for one in document.paragraphs)
    assert "Documents inside the document, read where they stand: 1." in told(document)


def test_their_tables_and_changes(reading: Reading) -> None:
    body = table(cell("外") + cell("表")) + CHUNK.format(0) + table(cell("末") + cell("表"))
    document = holding(reading, body, ("a.docx", INNER))
    assert [(one.text, one.cell) for one in document.paragraphs if one.cell] == [
        ("外", (0, 0, 0)),
        ("表", (0, 0, 1)),
        ("格一", (1, 0, 0)),
        ("格二", (1, 0, 1)),
        ("末", (2, 0, 0)),
        ("表", (2, 0, 1)),
    ]
    assert "Tracked changes: 2." in told(document)
    assert "旧" in [one.text for one in holding(reading, body, ("a.docx", INNER), view="original").paragraphs]


def test_in_a_cell_and_before_a_paragraph_that_waits(reading: Reading) -> None:
    body = table(cell(CHUNK.format(0) + p("尾")) + cell("邻"))
    document = holding(reading, body, ("a.txt", "块".encode()))
    assert [(one.text, one.cell) for one in document.paragraphs] == [
        ("块", (0, 0, 0)),
        ("尾", (0, 0, 0)),
        ("邻", (0, 0, 1)),
    ]
    waits = p("前", "<w:rPr><w:del/></w:rPr>") + CHUNK.format(0) + p("后")
    assert [one.text for one in holding(reading, waits, ("a.txt", "块".encode())).paragraphs] == ["前", "块", "后"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", b"PK\x03\x04 broken"),
        ("a.docx", docx("")),
        ("a.xml", b"<a/>"),
        ("a.pdf", b"%PDF-1.7\n"),
        ("a.doc", bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 600),
        ("a.txt", b"\0\1\2"),
    ],
)
def test_what_can_t_be_read_is_told(reading: Reading, name: str, content: bytes) -> None:
    document = holding(reading, p("前") + CHUNK.format(0) + CHUNK.format(7), (name, content))
    assert [one.text for one in document.paragraphs] == ["前"]
    assert "Embedded documents not read: 2." in told(document)


def test_documents_in_documents_in_documents_are_told(reading: Reading) -> None:
    parts: dict[str, str | bytes] = dict(entries(p("内") + CHUNK.format(0)))
    parts["word/_rels/document.xml.rels"] = relationships({"aFChunk": "a.txt"})
    parts["word/a.txt"] = "更内"
    document = holding(reading, p("外") + CHUNK.format(0), ("a.docx", packed(parts)))
    assert [one.text for one in document.paragraphs] == ["外", "内"]
    assert "Embedded documents not read: 1." in told(document)


def test_a_document_that_holds_itself_ends(reading: Reading) -> None:
    parts = entries(p("x") + CHUNK.format(0) * 5)
    parts["word/_rels/document.xml.rels"] = relationships({"aFChunk": "document.xml"})
    words = told(reading.file(packed(parts)))
    assert "Embedded documents not read: 5." in words


def test_no_more_than_a_hundred(reading: Reading) -> None:
    document = holding(reading, p("x") + CHUNK.format(0) * 120, ("a.txt", b"y"))
    assert sum(one.text == "y" for one in document.paragraphs) == bounds.CHUNKS == 100
    assert "Embedded documents not read: 20." in told(document)


def test_subdocuments_are_told(reading: Reading) -> None:
    data = docx(p('<w:subDoc r:id="x0"/>') + p("a"), external={"subDocument": "part.docx"})
    words = told(reading.file(data))
    assert "Embedded documents not read: 1." in words
    assert "outside the document, not followed: 1." in words
