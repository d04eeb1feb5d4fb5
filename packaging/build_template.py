"""Make `resources/templates/base.docx`, the empty Word file that every Word export starts from.

Word processors and libraries put a theme, a thumbnail, names and dates into an empty document. This one is written
part by part instead, so that it holds what the exports need and nothing besides: the styles, their fonts, a page.
The archive is stored without compression and with a fixed date, so that the same script gives the same bytes anywhere.

Run it from anywhere: `python packaging/build_template.py`.
"""

import io
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

TARGET: Final = Path(__file__).parent.parent / "resources" / "templates" / "base.docx"

_DATE: Final = (1980, 1, 1, 0, 0, 0)
"""The oldest date an archive can carry: no trace of when the file was built."""

_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_CONTENT: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"

LATIN: Final = "Times New Roman"
SONG: Final = "宋体"
FANGSONG: Final = "仿宋_GB2312"
KAITI: Final = "楷体_GB2312"
HEITI: Final = "黑体"
XIAOBIAOSONG: Final = "方正小标宋简体"


_LINE: Final = 579
"""The height of a line of the official layout in twips: 22 of them fill the type area."""


@dataclass(frozen=True, slots=True)
class Style:
    """One paragraph style.

    Attributes:
        id: the identifier paragraphs refer to.
        size: type size in half-points.
        east: font of the Chinese characters.
        latin: font of Latin letters and figures.
        base: identifier of the style it is based on.
        next: identifier of the style that follows it when somebody types on.
        bold: whether its type is bold.
        align: left, center, right or both.
        first: first-line indent in characters.
        left: left indent in characters.
        right: right indent in characters.
        hanging: hanging indent in characters.
        before: space above in twips.
        after: space below in twips.
        line: line spacing in 240ths of a line.
        exact: line height in twips whatever the type's own, 0 to go by `line`.
        grid: whether the lines follow the page's grid.
        outline: outline level from 0, -1 for body text.
        tight: character spacing in twips.
        colour: RGB in hexadecimal, "" for the reader's own.
    """

    id: str
    size: int
    east: str = SONG
    latin: str = LATIN
    base: str = "Normal"
    next: str = ""
    bold: bool = False
    align: Literal["left", "center", "right", "both"] = "both"
    first: int = 0
    left: int = 0
    right: int = 0
    hanging: int = 0
    before: int = 0
    after: int = 0
    line: int = 240
    exact: int = 0
    grid: bool = True
    outline: int = -1
    tight: int = 0
    colour: str = ""


def _official() -> Iterator[Style]:
    """Give the styles of the official Chinese layout: 16 pt, 0.25 pt tighter, so that 28 characters fill a line."""
    # On the grid a 22 pt line takes two lines' height, and a title of several lines falls apart.
    yield Style("GW-Title", 44, XIAOBIAOSONG, next="GW-To", align="center", exact=695, after=_LINE, grid=False)
    yield Style(
        "GW-AttachTitle",
        44,
        XIAOBIAOSONG,
        next="GW-Body",
        align="center",
        exact=695,
        before=_LINE,
        after=_LINE,
        grid=False,
    )
    yield Style("GW-AttachNo", 32, HEITI, next="GW-AttachTitle", align="left", tight=-5)
    yield Style("GW-Mark", 32, HEITI, next="GW-DocNo", align="left", tight=-5)
    yield Style("GW-DocNo", 32, FANGSONG, next="GW-Title", align="center", tight=-5)
    yield Style("GW-To", 32, FANGSONG, next="GW-Body", tight=-5)
    yield Style("GW-Body", 32, FANGSONG, first=2, tight=-5)
    for level, font in enumerate((HEITI, KAITI, FANGSONG, FANGSONG)):
        yield Style(f"GW-H{level + 1}", 32, font, next="GW-Body", first=2, outline=level, tight=-5)
    yield Style("GW-Attach", 32, FANGSONG, left=5, hanging=3, tight=-5, before=_LINE)
    yield Style("GW-Sign", 32, FANGSONG, next="GW-Date", align="right", right=4, tight=-5, before=2 * _LINE)
    yield Style("GW-Date", 32, FANGSONG, next="GW-Body", align="right", right=4, tight=-5)
    yield Style("GW-Record", 28, FANGSONG, left=1, right=1)
    yield Style("GW-PageNo", 28, SONG, SONG, base="Footer")


def _english(prefix: str, body: int) -> Iterator[Style]:
    """Give the styles of running English text, off the grid that is made for Chinese characters.

    Args:
        prefix: how their identifiers begin.
        body: size of the text in half-points; the headings follow from it.
    """
    text = f"{prefix}-Body"
    yield Style(
        f"{prefix}-Title", body + 8, next=text, bold=True, align="center", before=120, after=240, line=264, grid=False
    )
    for level, (larger, before) in enumerate(((2, 240), (1, 200), (0, 120), (0, 120))):
        yield Style(
            f"{prefix}-H{level + 1}",
            body + larger,
            next=text,
            bold=True,
            align="left",
            before=before,
            after=80,
            line=264,
            grid=False,
            outline=level,
        )
    yield Style(text, body, align="left", after=body * 5, line=288, grid=False)


def _chinese() -> Iterator[Style]:
    """Give the styles of running Chinese text on an ordinary page."""
    yield Style("ZH-Title", 36, next="ZH-Body", bold=True, align="center", before=120, after=240, grid=False)
    for level, (size, before) in enumerate(((28, 240), (26, 160), (24, 80), (24, 80))):
        yield Style(
            f"ZH-H{level + 1}",
            size,
            next="ZH-Body",
            bold=True,
            before=before,
            after=60,
            line=320,
            grid=False,
            outline=level,
        )
    yield Style("ZH-Body", 24, first=2, after=60, line=320, grid=False)


def _review() -> Iterator[Style]:
    """Give the styles of the review table."""
    yield Style("RV-Title", 32, next="RV-Note", bold=True, align="center", after=200, grid=False)
    yield Style("RV-Note", 18, align="center", after=120, grid=False, colour="595959")
    yield Style("RV-Cover", 28, align="center", before=120, after=120, grid=False)
    yield Style("RV-Beside", 18, align="left", before=50, after=20, grid=False)
    yield Style("RV-Table", 20, bold=True, align="left", before=60, after=60, grid=False)
    # One exact height for all three, so that the lines of a row stand level across its cells.
    yield Style("RV-Source", 21, align="left", before=50, after=50, exact=330, grid=False)
    yield Style("RV-Target", 21, align="left", before=50, after=50, exact=330, grid=False)
    yield Style("RV-Id", 17, align="center", before=50, after=50, exact=330, grid=False, colour="595959")
    yield Style("RV-PageNo", 18, base="Footer", align="center", grid=False)


STYLES: Final = (*_official(), *_english("EN", 24), *_english("GW-EN", 28), *_chinese(), *_review())


def _fonts(east: str, latin: str = LATIN) -> str:
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{east}" w:cs="{latin}"/>'


def _indent(style: Style) -> str:
    """Write an indent twice, in characters for Word and in twips for those who don't count characters."""
    character = style.size * 10
    sides = (("left", style.left), ("right", style.right), ("firstLine", style.first), ("hanging", style.hanging))
    attributes = "".join(
        f' w:{name}Chars="{count * 100}" w:{name}="{count * character}"' for name, count in sides if count
    )
    return f"<w:ind{attributes}/>" if attributes else ""


def _line(style: Style) -> str:
    height, rule = (style.exact, "exact") if style.exact else (style.line, "auto")
    return f' w:line="{height}" w:lineRule="{rule}"'


def _paragraph_properties(style: Style) -> str:
    heading = style.outline >= 0 or style.id.endswith("-Title")
    return "".join(
        (
            "<w:pPr>",
            "<w:keepNext/><w:keepLines/>" if heading else "",
            "" if style.grid else '<w:snapToGrid w:val="0"/>',
            f'<w:spacing w:before="{style.before}" w:after="{style.after}"{_line(style)}/>',
            _indent(style),
            f'<w:jc w:val="{style.align}"/>',
            f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline >= 0 else "",
            "</w:pPr>",
        )
    )


def _run_properties(style: Style) -> str:
    return "".join(
        (
            "<w:rPr>",
            _fonts(style.east, style.latin),
            "<w:b/><w:bCs/>" if style.bold else "",
            f'<w:color w:val="{style.colour}"/>' if style.colour else "",
            f'<w:spacing w:val="{style.tight}"/>' if style.tight else "",
            f'<w:sz w:val="{style.size}"/><w:szCs w:val="{style.size}"/>',
            "</w:rPr>",
        )
    )


def _style(style: Style) -> str:
    return "".join(
        (
            f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style.id}"><w:name w:val="{style.id}"/>',
            f'<w:basedOn w:val="{style.base}"/>',
            f'<w:next w:val="{style.next}"/>' if style.next else "",
            "<w:qFormat/>",
            _paragraph_properties(style),
            _run_properties(style),
            "</w:style>\n",
        )
    )


_BUILT_IN: Final = """\
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>\
<w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>\
<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>\
<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>\
</w:tblPr></w:style>
<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/>\
<w:semiHidden/><w:unhideWhenUsed/></w:style>
<w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/><w:basedOn w:val="Normal"/>\
<w:uiPriority w:val="99"/><w:unhideWhenUsed/></w:style>
<w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Normal"/>\
<w:uiPriority w:val="99"/><w:unhideWhenUsed/></w:style>
<w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/>\
<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/>\
<w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="CommentText"><w:name w:val="annotation text"/><w:basedOn w:val="Normal"/>\
<w:uiPriority w:val="99"/><w:unhideWhenUsed/><w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:style>
<w:style w:type="table" w:customStyle="1" w:styleId="RV-Grid"><w:name w:val="RV-Grid"/><w:basedOn w:val="TableNormal"/>\
<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="404040"/>\
<w:bottom w:val="single" w:sz="8" w:space="0" w:color="404040"/>\
<w:insideH w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/>\
<w:insideV w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/></w:tblBorders></w:tblPr></w:style>
"""


def _notes() -> Iterator[str]:
    """Give the styles of foot- and endnotes under their built-in names, off the grid as word processors have them."""
    for kind, title in (("Footnote", "footnote"), ("Endnote", "endnote")):
        usual = '<w:uiPriority w:val="99"/><w:unhideWhenUsed/>'
        yield (
            f'<w:style w:type="paragraph" w:styleId="{kind}Text"><w:name w:val="{title} text"/>'
            f'<w:basedOn w:val="Normal"/>{usual}<w:pPr><w:snapToGrid w:val="0"/><w:jc w:val="left"/></w:pPr>'
            '<w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style>\n'
            f'<w:style w:type="character" w:styleId="{kind}Reference"><w:name w:val="{title} reference"/>'
            f'<w:basedOn w:val="DefaultParagraphFont"/>{usual}<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
            "</w:style>\n"
        )


def _styles() -> str:
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(SONG)}"
        '<w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>\n"
    )
    own = "".join(_style(style) for style in STYLES)
    return f'<w:styles xmlns:w="{_WORD}">\n{defaults}{_BUILT_IN}{"".join(_notes())}{own}</w:styles>'


def _font(name: str, substitute: str, charset: str, family: str) -> str:
    """Describe a font; the substitute is what a machine without it should take."""
    return (
        f'<w:font w:name="{name}">'
        + (f'<w:altName w:val="{substitute}"/>' if substitute else "")
        + f'<w:charset w:val="{charset}"/><w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>\n'
    )


def _font_table() -> str:
    chinese = (
        (SONG, "SimSun", "auto"),
        (HEITI, "SimHei", "modern"),
        (FANGSONG, "仿宋", "modern"),
        (KAITI, "楷体", "modern"),
        (XIAOBIAOSONG, "宋体", "auto"),
    )
    fonts = _font(LATIN, "", "00", "roman") + "".join(_font(name, alt, "86", kin) for name, alt, kin in chinese)
    return f'<w:fonts xmlns:w="{_WORD}">\n{fonts}</w:fonts>'


def _settings() -> str:
    compatibility = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
        )
    )
    return (
        f'<w:settings xmlns:w="{_WORD}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/>'
        f"<w:compat><w:useFELayout/>{compatibility}</w:compat>"
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def _theme() -> str:
    """Write the least theme that a Word file must have; no style refers to it."""
    colours = {
        "dk1": "000000",
        "lt1": "FFFFFF",
        "dk2": "404040",
        "lt2": "F2F2F2",
        **{f"accent{number}": "595959" for number in range(1, 7)},
        "hlink": "0563C1",
        "folHlink": "954F72",
    }
    scheme = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in colours.items())
    face = f'<a:latin typeface="{LATIN}"/><a:ea typeface="{SONG}"/><a:cs typeface="{LATIN}"/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'<a:theme xmlns:a="{_DRAWING}" name="Plain"><a:themeElements><a:clrScheme name="Plain">{scheme}</a:clrScheme>'
        f'<a:fontScheme name="Plain"><a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="Plain"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{f'<a:ln>{fill}</a:ln>' * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )


def _relationships(*targets: tuple[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _content_types() -> str:
    parts = (
        ("/word/document.xml", f"{_CONTENT}.document.main+xml"),
        ("/word/styles.xml", f"{_CONTENT}.styles+xml"),
        ("/word/settings.xml", f"{_CONTENT}.settings+xml"),
        ("/word/fontTable.xml", f"{_CONTENT}.fontTable+xml"),
        ("/word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
        ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    )
    rows = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts)
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>'
    )


def parts() -> dict[str, str]:
    """Give every part of the template by its name in the archive."""
    body = (
        f'<w:document xmlns:w="{_WORD}" xmlns:r="{_RELATIONS}"><w:body><w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720"'
        ' w:gutter="0"/><w:cols w:space="720"/></w:sectPr></w:body></w:document>'
    )
    core = (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
    )
    written = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            (f"{_RELATIONS}/officeDocument", "word/document.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": core,
        "word/document.xml": body,
        "word/_rels/document.xml.rels": _relationships(
            (f"{_RELATIONS}/styles", "styles.xml"),
            (f"{_RELATIONS}/settings", "settings.xml"),
            (f"{_RELATIONS}/fontTable", "fontTable.xml"),
            (f"{_RELATIONS}/theme", "theme/theme1.xml"),
        ),
        "word/styles.xml": _styles(),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _font_table(),
        "word/theme/theme1.xml": _theme(),
    }
    return {name: _DECLARATION + text for name, text in written.items()}


def build() -> bytes:
    """Give the template as the bytes of a .docx file, the same on every machine."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, text in parts().items():
            entry = zipfile.ZipInfo(name, _DATE)
            entry.create_system = 0  # the default tells which system built it
            archive.writestr(entry, text.encode())
    return buffer.getvalue()


def main() -> None:
    """Write the template to its place."""
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_bytes(build())
    sys.stdout.write(f"{TARGET.name}: {TARGET.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
