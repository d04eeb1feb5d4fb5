"""What counts as text inside a paragraph."""

import pytest

from tests.documents.builders import Reading, p, root, t, told

BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
SEPARATE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def code(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


INS = '<w:ins w:id="1" w:author="a">{}</w:ins>'
DEL = '<w:del w:id="2" w:author="a"><w:r><w:delText xml:space="preserve">{}</w:delText></w:r></w:del>'


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (f"<w:hyperlink>{t('链接')}</w:hyperlink>", "链接"),
        (f"<w:smartTag>{t('北京')}</w:smartTag>", "北京"),
        (f"<w:customXml>{t('x')}</w:customXml>", "x"),
        (f"<w:bdo>{t('x')}</w:bdo>", "x"),
        (f'<w:fldSimple w:instr="PAGE">{t("7")}</w:fldSimple>', "7"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{t('控件')}</w:sdtContent></w:sdt>", "控件"),
        (f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{t('点击')}</w:sdtContent></w:sdt>{t('a')}", "a"),
        (f"{BEGIN}{code('PAGE')}{SEPARATE}{t('7')}{END}{t('页')}", "7页"),
        (f"{BEGIN}{code('IF ')}{BEGIN}{code('X')}{SEPARATE}{t('no')}{END}{SEPARATE}{t('yes')}{END}", "yes"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:ptab/></w:r>", "a\tb\nc\n\t"),
        ('<w:r><w:t>a</w:t><w:br w:type="page"/><w:br w:type="column"/><w:lastRenderedPageBreak/></w:r>', "a"),
        ("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t></w:r>", "a\u2011bc"),
        ('<w:r><w:sym w:font="Symbol" w:char="F06D"/><w:t>g</w:t></w:r>', "μg"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:sym w:font="Symbol" w:char="F0A3"/></w:r>', "≥≤"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>', "✓◻"),
        (
            '<w:r><w:sym w:font="Secret" w:char="F0FC"/><w:sym/><w:sym w:font="Arial" w:char="00B5"/></w:r>',
            "\ufffd\ufffdµ",
        ),
        ("<w:r><w:sym w:font='Arial' w:char='D800'/></w:r>", "\ufffd"),
        (t("\uf06d", '<w:rFonts w:ascii="Symbol"/>'), "μ"),
        (t("\uf06d", '<w:rFonts w:ascii="Arial"/>'), "\uf06d"),
        (f"<w:r><w:ruby><w:rt>{t('hàn')}</w:rt><w:rubyBase>{t('汉')}</w:rubyBase></w:ruby></w:r>", "汉"),
        ("<w:r><w:t> a </w:t></w:r><w:r><w:t>b\n</w:t></w:r>", "ab"),
        (t(" a\nb "), " a b "),
        (t("P\u200bM2\u00ad.5\u200d、\ufeff十\u2060四五\u200e"), "PM2.5、十四五"),
        (t("\u3000\u3000缩进\u00a0后\u2028行"), "\u3000\u3000缩进\u00a0后\u2028行"),
        (t("\ue000\uf8ff"), "\ue000\uf8ff"),
        (t("甲" * 200_000), "甲" * 200_000),
        ("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", "x=1"),
        (f"{t('a')}<w:proofErr/><w:bookmarkStart/><w:commentRangeStart/>{t('b')}", "ab"),
        (f"{INS.format(t('新'))}{DEL.format('旧')}", "新"),
        (f"<w:moveFrom>{t('旧')}</w:moveFrom><w:moveTo>{t('新')}</w:moveTo>", "新"),
        (INS.format(DEL.format("x")) + t("y"), "y"),
        (
            f"<mc:AlternateContent><mc:Choice Requires='x'>{t('a')}</mc:Choice>"
            f"<mc:Fallback>{t('b')}</mc:Fallback></mc:AlternateContent>",
            "a",
        ),
        (
            "<w:r><mc:AlternateContent><mc:Choice Requires='x'/>"
            "<mc:Fallback><w:t>b</w:t></mc:Fallback></mc:AlternateContent></w:r>",
            "b",
        ),
        ("<mc:AlternateContent/>" + t("a"), "a"),
        (t("x", "<w:vanish/>") + t("a", '<w:vanish w:val="0"/>'), "a"),
        (t("x", "<w:webHidden/>") + t("a"), "a"),
    ],
)
def test_visible_text(reading: Reading, content: str, text: str) -> None:
    assert reading.texts(p(content) + p("end")) == [text, "end"]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (f"{INS.format(t('新'))}{DEL.format('旧')}", "旧"),
        (f"<w:moveFrom>{t('旧')}</w:moveFrom><w:moveTo>{t('新')}</w:moveTo>", "旧"),
        (INS.format(DEL.format("x")) + t("y"), "y"),
        (t("x", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>") + t("y"), "y"),
    ],
)
def test_original_view(reading: Reading, content: str, text: str) -> None:
    assert reading.texts(p(content), "original") == [text]


def gone(kind: str) -> str:
    return f'<w:rPr><w:{kind} w:id="1" w:author="a"/></w:rPr>'


def test_deleted_paragraph_marks_join(reading: Reading) -> None:
    body = p("一", gone("del")) + p("二", gone("moveFrom")) + p("三") + p("四", gone("ins")) + p("五")
    assert reading.texts(body) == ["一二三", "四", "五"]
    assert reading.texts(body, "original") == ["一", "二", "三", "四五"]


def test_a_wholly_deleted_paragraph_leaves_nothing(reading: Reading) -> None:
    body = p("一") + p(DEL.format("二"), gone("del")) + "<w:tbl><w:tr><w:tc>" + p("三") + "</w:tc></w:tr></w:tbl>"
    assert reading.texts(body) == ["一", "三"]
    assert reading.texts(p("一") + p("二", gone("del"))) == ["一", "二"]


def test_a_field_may_span_paragraphs(reading: Reading) -> None:
    body = p(f"{BEGIN}{code('TOC')}{SEPARATE}{t('一')}") + p(t("二") + BEGIN + code("PAGEREF")) + p(f"{t('三')}{END}")
    assert reading.texts(body) == ["一", "二", "三"]


def test_a_field_never_closed_does_not_swallow_the_document(reading: Reading) -> None:
    assert reading.texts(p(BEGIN + code("PAGE")) + p("text")) == ["", "text"]
    assert reading.texts(p(END + SEPARATE + t("a"))) == ["a"]


STYLES = (
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="secret"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="2"><w:basedOn w:val="1"/></w:style>'
    '<w:style w:type="character" w:styleId="3"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="4"><w:basedOn w:val="4"/></w:style>'
)


def test_hidden_text_is_left_out_and_counted(reading: Reading) -> None:
    body = (
        p("x", '<w:pStyle w:val="1"/>')
        + p("y", '<w:pStyle w:val="2"/>')
        + p(t("z", '<w:rStyle w:val="3"/>') + t("a", '<w:color w:val="FFFFFF"/>'))
        + p(t("q", "<w:vanish/>"), "<w:rPr><w:vanish/></w:rPr>")
        + p("b", '<w:pStyle w:val="4"/>')
    )
    document = reading.body(body, styles=STYLES)
    assert [one.text for one in document.paragraphs] == ["a", "b"]
    assert "hidden text left out: 4" in told(document)
    assert "hardly visible letters read as text: 1" in told(document)


def test_text_hidden_by_default(reading: Reading) -> None:
    styles = "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>"
    assert reading.texts(p("x") + p(t("a", '<w:vanish w:val="false"/>')), styles=styles) == ["a"]


def test_runs_point_into_the_text_and_back_to_the_source(reading: Reading) -> None:
    body = p(t("一二") + DEL.format("x") + t("", "<w:b/>") + t("三", "<w:b/>"))
    (paragraph,) = reading.body(body).paragraphs
    assert [(paragraph.text[run.start : run.end], run.source) for run in paragraph.runs] == [
        ("一二", "word/document.xml#0"),
        ("三", "word/document.xml#3"),
    ]


BOX = f"<w:txbxContent>{p('框')}{p('二')}</w:txbxContent>"
DRAWN = f"<w:drawing><wps:wsp><wps:txbx>{BOX}</wps:txbx></wps:wsp></w:drawing>"
PICT = f"<w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict>"


@pytest.mark.parametrize(
    "content",
    [
        f"<w:r>{DRAWN}</w:r>",
        f"<w:r>{PICT}</w:r>",
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{DRAWN}</mc:Choice><mc:Fallback>{PICT}</mc:Fallback>"
        "</mc:AlternateContent></w:r>",
        f"<w:r><w:pict><mc:AlternateContent><mc:Choice Requires='x'/><mc:Fallback>{BOX}</mc:Fallback>"
        "</mc:AlternateContent></w:pict></w:r>",
    ],
)
def test_text_boxes_follow_their_paragraph_once(reading: Reading, content: str) -> None:
    document = reading.body(p(t("前") + content + t("后")) + p("end"))
    assert [(one.text, one.part, one.line) for one in document.paragraphs] == [
        ("前后", "body", 1),
        ("框", "textbox", 2),
        ("二", "textbox", 3),
        ("end", "body", 4),
    ]


def test_what_is_left_out_is_counted(reading: Reading) -> None:
    chart = '<w:drawing><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/></w:drawing>'
    body = p(f"<w:r><w:object/>{chart}</w:r>" + t("a")) + "<w:altChunk/>"
    body += p(f"{BEGIN}{code(' DDEAUTO cmd')}{SEPARATE}{t('b')}{END}<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>")
    body += p('<w:r><w:sym w:font="Secret" w:char="F0FC"/></w:r>' + INS.format(t("c")))
    words = told(reading.body(body))
    for sentence in (
        "Embedded objects left out: 1",
        "Charts and diagrams left out: 1",
        "Embedded documents not read: 1",
        "other programs: 1",
        "Formulas written on one line: 1",
        "symbol font that could not be read: 1",
        "Tracked changes: 1. The text is read as if all were accepted.",
    ):
        assert sentence in words
    assert "rejected" in told(reading.body(body, "original"))


NOTE = '<w:footnote w:id="2">{}</w:footnote>'


def test_notes_follow_their_paragraph_and_comments_come_last(reading: Reading) -> None:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="2"/></w:r>'
    document = reading.body(
        p(t("一") + reference + t("二")) + p(reference + '<w:r><w:footnoteReference w:id="9"/></w:r>') + p("三"),
        footnotes='<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>' + NOTE.format(p("脚注")),
        endnotes=f'<w:endnote w:id="2">{p("尾注")}</w:endnote>',
        comments=f'<w:comment w:id="0" w:author="a">{p("批注")}</w:comment>',
    )
    assert [(one.text, one.part) for one in document.paragraphs] == [
        ("一二", "body"),
        ("脚注", "note"),
        ("尾注", "note"),
        ("", "body"),
        ("三", "body"),
        ("批注", "comment"),
    ]
    assert document.paragraphs[1].runs[0].source == "word/footnotes.xml#0"
    assert "does not hold: 1" in told(document)
    assert "Comments read, at the end of the document: 1" in told(document)


def test_notes_of_deleted_text_are_left_out(reading: Reading) -> None:
    body = p(t("a") + '<w:del><w:r><w:footnoteReference w:id="2"/></w:r></w:del>')
    assert reading.texts(body, footnotes=NOTE.format(p("脚注"))) == ["a"]


def test_strict_documents_read_alike(reading: Reading) -> None:
    from tests.documents.builders import entries, packed

    parts = entries(
        p("文本"), {"styles": '<w:style w:type="paragraph" w:default="1"><w:name w:val="Normal"/></w:style>'}
    )
    strict = {
        name: content.replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        ).replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for name, content in parts.items()
    }
    assert strict != parts
    (paragraph,) = reading.file(packed(strict)).paragraphs
    assert (paragraph.text, paragraph.style) == ("文本", "Normal")


def test_parts_in_utf16(reading: Reading) -> None:
    from tests.documents.builders import entries, packed

    parts: dict[str, str | bytes] = dict(entries(p("x")))
    text = root("document", f"<w:body>{p('文本')}</w:body>").replace("UTF-8", "UTF-16")
    parts["word/document.xml"] = text.encode("utf-16")
    assert reading.file(packed(parts)).paragraphs[0].text == "文本"
