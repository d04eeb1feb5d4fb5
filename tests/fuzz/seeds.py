"""Sound files of every format, to be damaged."""
# ruff: noqa: E501 -- markup is shown as it stands

from collections.abc import Callable
from functools import cache
from typing import Final

from tests.documents.builders import docx, item, level, numbering, packed
from tests.documents.docx.everything import everything
from tests.documents.html.pages import WAYS, site
from tests.documents.html.sites import SITES
from tests.documents.pages import drawn_lines, grid_lines, ofd, path_objects, pdf, text_object
from tests.documents.rich import plan, rich
from tests.documents.test_bitext import TMX, XLIFF_1, XLIFF_2
from tests.documents.test_odt import CHANGES, items, parts
from tests.documents.test_odt import p as odt_p

_TEXT: Final = (
    "淮河市空气质量改善方案\n\n一、总体要求\n到2025年，全市细颗粒物（PM2.5）平均浓度不高于42微克/立方米；𫚖。\r\n"
    "（一）调整产业结构\r1．The city shall retire 35 coal boilers by 2025.\n\t附件：任务表\u2028二、保障措施\n"
)
_TRADITIONAL: Final = (
    "到2025年，全國細顆粒物濃度比2020年下降。堅持精準治污、科學治污、依法治污，推動產業結構優化升級。\n" * 3
)

RTF: Final = (
    r"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fcharset134 SimSun;}{\f1\fcharset0 Arial;}{\f2\fcharset2 Symbol;}}"
    r"{\stylesheet{\s1\outlinelevel0 heading 1;}{\s2 Normal;}}{\info{\title x}}{\*\generator a;}"
    r"\pard\s1\f0{\listtext\f0 \'d2\'bb\'a1\'a2\tab}\'d7\'dc\'cc\'e5\'d2\'aa\'c7\'f3\par\pard\plain\f0 \u21040?\u27700?PM{\sub 2.5}"
    r"{\v hidden}{\deleted old}{\revised new}\f2 \'6d\f0\line{\footnote\pard\plain note\par}{\*\annotation\pard comment\par}"
    r"{\field{\*\fldinst HYPERLINK x}{\fldrslt link}}\tab \bullet\emdash\rquote\par\trowd\cellx1000\clvmrg\cellx2000\intbl a\cell b\cell\row"
    r"\trowd\cellx1000\cellx2000\intbl{\itap2 n\nestcell{\*\nesttableprops\trowd\cellx9\nestrow}}c\cell d\cell\row\pard"
    r"{\object{\*\objdata 0102}{\result r}}{\pict\pngblip 89504e}{\shp{\*\shpinst{\shptxt box\par}}}\uc2\u-10179?x\'81\u-8704??\par}"
)


def _odt() -> bytes:
    body = (
        CHANGES
        + '<text:h text:outline-level="1">总体要求</text:h>'
        + odt_p('甲<text:change text:change-id="d"/><text:s text:c="3"/><text:span text:style-name="T1">藏</text:span>乙')
        + items(odt_p("一项") + items(odt_p("二项"), more=""), odt_p("三项"))
        + "<table:table><table:table-row><table:table-cell table:number-columns-spanned='2'>" + odt_p("表")
        + "</table:table-cell><table:covered-table-cell/></table:table-row></table:table>"
        + odt_p("a<text:note><text:note-body>" + odt_p("注") + "</text:note-body></text:note><office:annotation>" + odt_p("批") + "</office:annotation>b")
        + odt_p("<draw:frame><draw:text-box>" + odt_p("框") + "</draw:text-box></draw:frame>")
    )  # fmt: skip
    return packed(parts(body))


def _ofd() -> bytes:
    lines = grid_lines([30, 60, 120, 180], [60, 72, 96])
    cells = [(32, 62, "城市"), (62, 62, "任务"), (122, 62, "年份"), (32, 74, "开封"), (62, 74, "淘汰全市所有燃煤锅炉")]
    page = (
        text_object(30, 30, "任务分工表", size=8) + path_objects(lines) + "".join(text_object(*cell) for cell in cells)
    )
    return ofd([page, page], templates=[text_object(60, 150, "内部")], uses=["0", "0"])


def _pdf() -> bytes:
    drawn = drawn_lines(
        [(x0, min(y0, y1), x1, max(y0, y1)) for x0, y0, x1, y1 in grid_lines([70, 170, 400], [700, 670, 620])]
    )
    cells = [(75, 680, 12, "City"), (175, 680, 12, "Task"), (75, 650, 12, "Kaifeng"), (175, 650, 12, "Retire boilers")]
    text = [
        (70, 500 - 16 * line, 12, f"All counties shall finish the tasks of this plan, line {line}") for line in range(9)
    ]
    return pdf([[*cells, *text], text], drawn=[drawn])


def _numbered() -> bytes:
    levels = numbering(
        level(0, "%1、", "chineseCounting"), level(1, "（%2）", "chineseCounting"), level(2, "%3.", "decimal")
    )
    return docx("".join(item("项", index % 3) for index in range(9)), {"numbering": levels})


def _archive() -> bytes:
    page = SITES["trs"].encode()
    return (
        b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\nContent-Type: text/html; charset=utf-8\n\n'
        + page
        + b"\n--x--\n"
    )


_SEEDS: Final[dict[str, list[Callable[[], bytes]]]] = {
    "docx": [rich, plan, _numbered, lambda: packed(everything())],
    "html": [*((lambda one=one: one.encode()) for one in SITES.values()), lambda: site(WAYS["breaks"][1], around=("<div>", "</div>")).encode("gb18030")],
    "mht": [_archive],
    "txt": [lambda one=one: _TEXT.encode(one, "replace") for one in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030")] + [lambda: _TRADITIONAL.encode("big5")],
    "md": [lambda: ("# 题\n\n- **项**\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\nx\n```\n" + _TEXT).encode()],
    "rtf": [RTF.encode],
    "odt": [_odt],
    "ofd": [_ofd],
    "pdf": [_pdf],
    "tmx": [TMX.encode],
    "xlf": [XLIFF_1.encode, XLIFF_2.encode],
}  # fmt: skip

FORMATS: Final = tuple(_SEEDS)


@cache
def seeds(kind: str) -> list[bytes]:
    """Give the sound files of a format."""
    return [make() for make in _SEEDS[kind]]
