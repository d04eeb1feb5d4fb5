"""What the import report says of the package, and of what stands around the text."""

import pytest

from tests.documents.builders import (
    BEGIN,
    END,
    SEPARATE,
    Reading,
    code,
    content_types,
    docx,
    drawn,
    entries,
    field,
    item,
    level,
    numbering,
    p,
    packed,
    relationships,
    root,
    t,
    table,
    told,
)

PAGE = field(" PAGE ", t("1"))


@pytest.mark.parametrize(
    "content",
    [
        p(PAGE),
        p(t("— ") + PAGE + t(" —")),
        p(t("第") + PAGE + t("页 共") + field("NUMPAGES", t("12")) + t("页")),
        p(t("Page ") + PAGE + t(" of ") + field("NUMPAGES", t("12"))),
        p(t("- ") + BEGIN + code("PAGE") + SEPARATE + t("iv") + END + t(" -")),
        p(drawn(p(t("·") + PAGE + t("·")))),
        p(t("－２－")),
        p(t("")) + p(""),
        p(field("PAGE")),
    ],
)
@pytest.mark.parametrize("kind", ["header", "footer"])
def test_page_numbers_alone_need_no_word(reading: Reading, kind: str, content: str) -> None:
    assert told(reading.file(docx(p("a"), {kind: content}))) == ""


def test_headers_and_footers_are_told_and_not_read(reading: Reading) -> None:
    parts = {
        "header": p("淮河市人民政府文件") + p(drawn(p("内部资料"))),
        "footer": table("<w:tc>" + p(t("第") + PAGE + t("页")) + "</w:tc><w:tc>" + p("长" * 100) + "</w:tc>"),
    }
    document = reading.file(docx(p("正文"), parts))
    assert [one.text for one in document.paragraphs] == ["正文"]
    assert told(document) == f"Page headers and footers left out: “淮河市人民政府文件” / “内部资料” / “{'长' * 60}…”."
    assert not document.notices[0].warning


def test_every_header_once_and_without_counting_in_the_text(reading: Reading) -> None:
    parts = entries(
        item("一") + p('<w:r><w:footnoteReference w:id="2"/></w:r>') + item("二"),
        {"numbering": numbering(level(0, "%1.")), "footnotes": f'<w:footnote w:id="2">{p("注")}</w:footnote>'},
    )
    inner = "".join(f'<Relationship Id="h{i}" Type="x/header" Target="header{i}.xml"/>' for i in range(3))
    name = "word/_rels/document.xml.rels"
    parts[name] = parts[name].replace("</Relationships>", f"{inner}</Relationships>")
    head = item("文件头") + p(t("见注") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
    for i in range(3):
        parts[f"word/header{i}.xml"] = root("hdr", head if i else p("首页"))
    document = reading.file(packed(parts))
    assert [one.text for one in document.paragraphs] == ["1. 一", "", "注", "2. 二"]
    assert told(document).count("文件头") == 1
    assert "“首页” / “文件头” / “见注”" in told(document)


def test_labels(reading: Reading) -> None:
    parts = entries(p("a"))
    parts["_rels/.rels"] = relationships(
        {"officeDocument": "word/document.xml", "custom-properties": "docProps/custom.xml"}
    )
    names = ("MSIP_Label_1a2b_Enabled", "MSIP_Label_1a2b_Name", "KSOProductBuildVer")
    parts["docProps/custom.xml"] = (
        "<Properties>" + "".join(f'<property name="{name}"><v>{name[-4:]}</v></property>' for name in names)
        + "</Properties>"
    )  # fmt: skip
    assert told(reading.file(packed(parts))) == "The document carries the sensitivity label “Name”; a copy will not."


def test_words_in_marks_that_nobody_knows_are_told(reading: Reading) -> None:
    body = p(t("a") + f"<w:strange>{t('失')}</w:strange><w:bookmarkStart/><w:perm><w:r/></w:perm>")
    body += f"<w:odd>{p('落')}</w:odd><w:sectPr><w:pgSz/></w:sectPr>" + t("游")
    document = reading.body(body)
    assert [one.text for one in document.paragraphs] == ["a"]
    assert "it isn't known what the marks around them mean: 3." in told(document)


def test_a_template_and_a_macro_template(reading: Reading) -> None:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
    assert told(reading.file(docx(p("a"), main_type=kind), "a.dotx")) == ""
    parts = entries(p("a"))
    parts["[Content_Types].xml"] = content_types("application/vnd.ms-word.template.macroEnabledTemplate.main+xml")
    assert "macros" in told(reading.file(packed(parts), "a.dotm"))


def test_what_was_read_and_where_to_look(reading: Reading) -> None:
    hidden = t("藏", "<w:vanish/>")
    symbol = '<w:r><w:sym w:font="Secret" w:char="F0FC"/></w:r>'
    note = '<w:r><w:footnoteReference w:id="9"/></w:r>'
    body = item("一") + p(drawn(p("框") + p(hidden + t("内")))) + p(t("二") + hidden) + p("三") + p(symbol + note)
    body += table("<w:tc>" + p(hidden + t("格")) + "</w:tc><w:tc><w:p/></w:tc>") + p("四") + '<w:altChunk r:id="r9"/>'
    body += p(t("注") + note.replace("9", "2"))
    document = reading.body(
        body, numbering=numbering(level(0, "%1.")), footnotes=f'<w:footnote w:id="2">{p(symbol)}</w:footnote>'
    )
    texts = [one.text for one in document.paragraphs]
    assert texts == ["1. 一", "", "框", "内", "二", "三", "\ufffd", "格", "", "四", "注", "\ufffd"]
    words = told(document)
    assert "List numbers that Word computes, written before their paragraphs: 1." in words
    assert "Text boxes and diagrams read, each after the paragraph it belongs to: 1." in words
    assert "Footnotes and endnotes read, each after the paragraph that refers to it: 1." in words
    assert words.endswith("Paragraphs in which something was left out or guessed: 4, 5, 7, 8, 11, 12.")


def test_not_every_place_is_told(reading: Reading) -> None:
    words = told(reading.body(p(t("藏", "<w:vanish/>") + t("a")) * 30))
    assert words.endswith("left out or guessed: " + ", ".join(str(n) for n in range(1, 21)) + ", ….")


def test_long_headers_are_told_in_part(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("drafter.documents.docx.bounds.AROUND_BYTES", 3000)
    words = told(reading.file(docx(p("a"), {"header": p("页眉"), "footer": p("页脚" * 1000)})))
    assert words == "Page headers and footers left out: “页眉” / …."


@pytest.mark.parametrize("kind", ["header", "commentsExtended", "diagramData", "custom-properties"])
def test_damaged_parts_that_the_text_can_do_without(reading: Reading, kind: str) -> None:
    parts = entries(
        p(t("文") + '<w:r><w:drawing><dgm:relIds r:dm="r0"/></w:drawing></w:r>'),
        {kind: "", "comments": f'<w:comment w:id="0">{p("见")}</w:comment>'},
    )
    parts[f"word/{kind}.xml"] = "<broken"
    parts["_rels/.rels"] = relationships({"officeDocument": "word/document.xml", kind: f"word/{kind}.xml"})
    document = reading.file(packed(parts))
    assert [one.text for one in document.paragraphs] == ["文", "见"]
    assert "Charts and diagrams left out: 1." in told(document)
