"""A Word document with one of everything, for other programs to convert."""
# ruff: noqa: E501 -- markup is shown as it stands

from typing import Final

from tests.documents.builders import cell, entries, item, level, numbering, p, packed, t, table

_BOX: Final = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" '
    'simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
    '<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>'
    '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
    '<wp:extent cx="1800000" cy="600000"/><wp:wrapSquare wrapText="bothSides"/><wp:docPr id="1" name="b"/><a:graphic>'
    '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
    '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="600000"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>'
    + p("框中文字")
    + "</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    "</mc:Choice></mc:AlternateContent></w:r>"
)
_WHO: Final = 'w:author="a" w:date="2024-01-01T00:00:00Z"'

BODY: Final = (
    p("总则", "<w:pStyle w:val='H1'/>")
    + item("总体要求")
    + item("指导思想", 1)
    + item("基本原则", 1)
    + item("重点任务")
    + item("结构调整", 1)
    + item("压减", 2)
    + item("淘汰", 2)
    + p(
        t("到2025年，PM")
        + t("2.5", '<w:vertAlign w:val="subscript"/>')
        + t("浓度不高于35μg/m")
        + t("3", '<w:vertAlign w:val="superscript"/>')
        + t("；𫚖鱼、朱镕基 “引号” ‘单’——…")
    )
    + p(t("脚注处") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + t("之后"))
    + p(t("可见") + t("隐藏", "<w:vanish/>") + t("再可见"))
    + p(
        t("甲")
        + f'<w:ins w:id="11" {_WHO}>{t("增")}</w:ins><w:del w:id="12" {_WHO}><w:r><w:delText>删</w:delText></w:r></w:del>'
        + t("乙")
    )
    + p(
        '<w:r><w:t>a</w:t><w:tab/><w:t xml:space="preserve">b  c</w:t><w:br/><w:t>d</w:t><w:noBreakHyphen/>'
        "<w:t>e</w:t></w:r>"
    )
    + table(cell("城市") + cell("目标"), cell("甲市") + cell("35"), cell("乙市") + cell(p("40") + p("二段")))
    + p("隔开")
    + table(cell(p("单格") + p("框")))
    + p(
        t("批注") + '<w:commentRangeStart w:id="0"/>' + t("对象") + '<w:commentRangeEnd w:id="0"/>'
        '<w:r><w:commentReference w:id="0"/></w:r>'
    )
    + p(_BOX + t("框所在段"))
    + p("结尾。")
)  # fmt: skip
_PARTS: Final = {
    "numbering": numbering(level(0, "%1、", "chineseCounting"), level(1, "（%2）", "chineseCounting"), level(2, "%3.")),
    "styles": '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>',
    "footnotes": f'<w:footnote w:id="0" w:type="separator">{p("")}</w:footnote>'
    f'<w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>" + t("注文"))}</w:footnote>',
    "comments": f'<w:comment w:id="0" {_WHO}>{p("意见")}</w:comment>',
}


def rich(body: str = BODY) -> bytes:
    """The document, its parts declared so that every program finds them."""
    found = entries(body, _PARTS)
    types = "".join(
        f'<Override PartName="/word/{kind}.xml" '
        f'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"/>'
        for kind in _PARTS
    )
    default = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    name = "[Content_Types].xml"
    found[name] = found[name].replace("<Override", default + types + "<Override", 1)
    return packed(found)


_PLAN: Final = [
    "一、总体要求",
    "到2025年，全市细颗粒物（PM2.5）平均浓度不高于42微克/立方米，重度及以上污染天数控制在1.4%以内，氮氧化物和挥发性有机物排放总量"
    "分别下降10%以上。严格执行产能置换政策，加快淘汰落后产能；推动钢铁、水泥行业超低排放改造。" * 2,
    "（一）推进产业结构优化。严格执行产能置换政策，加快淘汰落后产能；推动钢铁、水泥行业超低排放改造。"
    "（市发展改革委牵头，市工业和信息化局配合）",
    "The city shall strengthen its environmental protection responsibilities, with interdepartmental cooperation on "
    "the coal-fired boilers, well-known enterprises, and internationally recognised standards of measurement.",
]
PLAN: Final = ["淮河市人民政府关于印发空气质量持续改善行动计划的通知", *_PLAN * 5]


def plan() -> bytes:
    """A plan of several pages: a centred title, indented paragraphs, a header and page numbers."""
    indent = '<w:ind w:firstLine="640"/>'
    size = '<w:rFonts w:eastAsia="Noto Serif CJK SC"/><w:sz w:val="{}"/>'
    body = p(t(PLAN[0], size.format(44)), '<w:jc w:val="center"/>')
    body += "".join(p(t(one, size.format(32)), indent) for one in PLAN[1:])
    body += (
        '<w:sectPr><w:headerReference w:type="default" r:id="rh"/><w:footerReference w:type="default" r:id="rf"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" '
        'w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>'
    )
    field = "".join(
        "<w:r><w:instrText>PAGE</w:instrText></w:r>"
        if kind == "PAGE"
        else f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
        for kind in ("begin", "PAGE", "end")
    )
    found = entries(body, {"header": p("空气质量行动计划"), "footer": p(t("— ") + field + t(" —"))})
    for kind, short in (("header", "hdr"), ("footer", "ftr")):
        part = f"word/{kind}.xml"
        found[part] = found[part].replace(f"<w:{kind} ", f"<w:{short} ").replace(f"</w:{kind}>", f"</w:{short}>")
    relations = "word/_rels/document.xml.rels"
    found[relations] = found[relations].replace('Id="r0"', 'Id="rh"').replace('Id="r1"', 'Id="rf"')
    types = "".join(
        f'<Override PartName="/word/{kind}.xml" '
        f'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"/>'
        for kind in ("header", "footer")
    )
    default = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    name = "[Content_Types].xml"
    found[name] = found[name].replace("<Override", default + types + "<Override", 1)
    return packed(found)
