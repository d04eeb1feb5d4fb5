"""A Word document with every feature that is read, for tests that change it or write it in other words."""

from typing import Final

from tests.documents.builders import (
    BEGIN,
    END,
    SEPARATE,
    cell,
    code,
    control,
    deleted,
    docx,
    drawn,
    end_is,
    entries,
    field,
    inserted,
    item,
    level,
    numbering,
    p,
    pictured,
    t,
    table,
)

NOTES: Final = '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="2"/></w:r>'
FORMULA: Final = (
    "<m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
    "<m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>4</m:t></m:r></m:sup></m:sSup></m:oMath>"
)
EITHER: Final = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps">{}</mc:Choice><mc:Fallback>{}</mc:Fallback>'
    "</mc:AlternateContent></w:r>"
)
DIAGRAM: Final = '<w:r><w:drawing><dgm:relIds r:dm="d0"/></w:drawing></w:r>'
BROKEN: Final = '<w:r><w:br w:type="page"/><w:t>页</w:t></w:r>'
REMARK: Final = '<w:r><w:commentReference w:id="0"/></w:r>'
BODY: Final = (
    p("总则", '<w:pStyle w:val="77"/>')
    + item("一项")
    + item("二项", 1)
    + p(t("甲") + NOTES + inserted(t("新") + deleted("中")) + deleted("旧") + t("乙"), end_is("del"))
    + p(t("续") + EITHER.format(drawn(p("框"))[5:-6], pictured(p("框"))[5:-6]) + FORMULA)
    + p('<w:r><w:sym w:font="Symbol" w:char="F06D"/><w:t>g</w:t><w:tab/><w:br/></w:r>' + BROKEN)
    + p(field(" PAGE ", t("7")) + field("eq \\o\\ac(○,1)") + BEGIN + code(" IF ") + SEPARATE + t("果") + END)
    + p(t("藏", "<w:vanish/>") + t("显", '<w:rFonts w:ascii="Wingdings"/><w:color w:val="FFFFFF"/>'))
    + control(p("块") + p(control(t("串")))) + control(p("提示"), "<w:showingPlcHdr/>")
    + table(
        cell("宽", '<w:gridSpan w:val="2"/>') + cell("c"),
        cell("高", '<w:vMerge w:val="restart"/>') + cell(table(cell("内") + cell("格")) + p("外")) + cell("d"),
        cell("", "<w:vMerge/>") + cell(item("项")) + cell("e", '<w:cellIns w:id="1" w:author="a"/>'),
    )
    + p('<w:commentRangeStart w:id="0"/>' + t("批") + '<w:commentRangeEnd w:id="0"/>' + REMARK)
    + p(f"<w:r><w:ruby><w:rt>{t('yin')}</w:rt><w:rubyBase>{t('音')}</w:rubyBase></w:ruby></w:r>" + DIAGRAM)
    + p("大", '<w:framePr w:dropCap="drop"/>') + p("写") + '<w:altChunk r:id="c0"/>'
    + p("末", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:pPrChange><w:pPr/></w:pPrChange>')
)  # fmt: skip
PARTS: Final = {
    "numbering": numbering(level(0, "%1、", "chineseCounting"), level(1, "（%2）", "japaneseCounting")),
    "styles": '<w:style w:type="paragraph" w:default="1" w:styleId="1"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="77"><w:name w:val="heading 1"/><w:basedOn w:val="1"/></w:style>',
    "footnotes": '<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>'
    f'<w:footnote w:id="2">{p("脚注")}</w:footnote>',
    "endnotes": f'<w:endnote w:id="2">{p("尾注")}</w:endnote>',
    "comments": f'<w:comment w:id="0" w:author="a" w:date="2025-01-01T00:00:00Z">{p("意见")}</w:comment>',
    "header": p("页眉"),
    "settings": "<w:documentProtection/>",
}  # fmt: skip
DATA: Final = (
    '<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:ptLst><dgm:pt modelId="1" type="doc"/>'
    '<dgm:pt modelId="2"><dgm:t><a:p><a:r><a:t>图</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst>'
    '<dgm:cxnLst><dgm:cxn srcId="1" destId="2" srcOrd="0"/></dgm:cxnLst></dgm:dataModel>'
)


def everything() -> dict[str, str | bytes]:
    """The parts of the document, by name."""
    found: dict[str, str | bytes] = dict(entries(BODY, PARTS))
    more = '<Relationship Id="d0" Type="x/diagramData" Target="data.xml"/>'
    more += '<Relationship Id="c0" Type="x/aFChunk" Target="c.docx"/>'
    name = "word/_rels/document.xml.rels"
    found[name] = str(found[name]).replace("</Relationships>", f"{more}</Relationships>")
    found["word/data.xml"] = DATA
    found["word/c.docx"] = docx(p("块内"))
    return found


TEXTS: Final = (
    "总则", "一、一项", "（一）二项", "甲新乙续(a+b)/210⁴", "框", "脚注", "尾注", "μg\t\n\n页", "7①果", "显", "块",
    "串", "宽", "c", "高", "内", "格", "外", "d", "二、项", "e", "批", "音", "图", "大写", "块内", "三、末", "意见",
)  # fmt: skip
