"""What the official layout asks for beyond its styles: fonts by rank, the title's shape, the issuer's place."""

import math
import re
from typing import Final

from drafter.exports.docx.page import OFFICIAL
from drafter.exports.docx.roles import Role
from drafter.exports.docx.splitting import looks_of, visible
from drafter.exports.docx.xml import Element, W, element

FANGSONG: Final = "仿宋_GB2312"
_FONTS: Final[dict[Role, str]] = {
    "Title": "方正小标宋简体", "AttachTitle": "方正小标宋简体", "H1": "黑体", "H2": "楷体_GB2312", "Mark": "黑体",
    "AttachNo": "黑体",
}  # fmt: skip

_COUNT: Final = "[一二三四五六七八九十百]+"
_RUN_IN: Final = (
    (re.compile(rf"\s*{_COUNT}、"), _FONTS["H1"]),
    (re.compile(rf"\s*[（(]{_COUNT}[）)]"), _FONTS["H2"]),
)
_LONGEST_RUN_IN: Final = 60
"""Characters up to which the first sentence behind a marker is a heading."""

_BODY: Final = 320
_TITLE: Final = 440
"""The width of one Chinese character in twips, in body and title."""

_FIRST_WIDE: Final = 0x2000
"""Characters from here on are as wide as a Chinese one, for the purposes of a Chinese title."""

_TITLE_CHARACTERS: Final = OFFICIAL.measure // _TITLE
_SEAL_INDENT: Final = 4
"""How many characters the date stands in from the right, to leave room for the seal."""

_WHOLE: Final = re.compile(
    r"[0-9A-Za-z.,%-]+|[^\W\d_]{2,4}(?=[省市县区州盟旗])|人民政府|办公厅|办公室|委员会|三年|五年|行动|计划|实施|方案|规划|工作|意见|办法"
    r"|通知|决定|关于|印发|治理|防治|污染|大气|生态|环境|保护|发展|建设|改造|提升|攻坚|条例|规定|管理|“[^”]*”|〔[^〕]*〕"
)
"""Words of titles that must not be cut by the end of a line."""

_NEVER_FIRST: Final = "，。、；：！？）》〉】〕”’的"
_NEVER_LAST: Final = "（《〈【〔“‘"


def font(role: Role) -> str:
    """Give the Chinese font of a role."""
    return _FONTS.get(role, FANGSONG)


def title_indents(text: str) -> list[Element]:
    """Narrow a title that doesn't fit one line, so that its lines break between words and none holds a lone character.

    The text itself stays as it is: a break written into it would come back as a correction.
    """
    length = _width(text)
    if length <= _TITLE_CHARACTERS:
        return []
    count = -(-length // _TITLE_CHARACTERS)
    widths = range(-(-length // count), _TITLE_CHARACTERS + 1)
    best = min(widths, key=lambda width: _badness(text, width))
    # Half a character of slack, for no two word processors reckon a line to the same twip.
    side = max(0, (OFFICIAL.measure - best * _TITLE - _TITLE // 2) // 2)
    return [element("ind", left=side, right=side)]


def table_title(text: str) -> list[Element]:
    """Give what the title above a table needs: the blank line below it is for an addressee."""
    return [element("spacing", after=OFFICIAL.pitch // 2), *title_indents(text)]


def _width(text: str) -> int:
    """Give a text's width in characters; Latin letters and figures take half of one."""
    return math.ceil(sum(1 if ord(character) >= _FIRST_WIDE else 0.5 for character in text))


def _badness(text: str, width: int) -> float:
    """Tell how ill a title looks when broken at a width: words cut, marks out of place, lines uneven."""
    whole = [found.span() for found in _WHOLE.finditer(text)]
    breaks = range(width, len(text), width)
    cut = sum(any(start < place < end for start, end in whole) for place in breaks)
    marks = sum(text[place] in _NEVER_FIRST or text[place - 1] in _NEVER_LAST for place in breaks)
    last = len(text) % width or width
    return cut * 10 + marks * 20 + (width - last) / width * 4


def set_run_in(paragraph: Element) -> None:
    """Set a heading that the text goes on behind, in one paragraph, in the font of its rank: up to its full stop."""
    text = visible(paragraph)
    for marker, font_ in _RUN_IN:
        if marker.match(text):
            end = text.find("。") + 1
            if 0 < end <= _LONGEST_RUN_IN and end < len(text.rstrip()):
                for properties in looks_of(paragraph, end):
                    fonts = properties.find(f"{W}rFonts")
                    if fonts is not None:
                        fonts.set(f"{W}eastAsia", font_)
            return


def title_line() -> list[Element]:
    """Keep a line of a title close to the next one."""
    return [element("spacing", after=0)]


def new_page() -> list[Element]:
    """Begin a new page, as every attachment does."""
    return [element("pageBreakBefore")]


def record_rules(*, first: bool, last: bool) -> list[Element]:
    """Rule the record at the foot: thick lines round it, thin ones between its entries."""
    edges = (("top", _THICK if first else _THIN), ("bottom", _THICK if last else 0))
    lines = [element(edge, val="single", sz=size, space=1, color="auto") for edge, size in edges if size]
    return [element("pBdr", *lines)]


_THICK: Final = 8
_THIN: Final = 6
"""Eighths of a point: 0.35 and 0.25 mm."""


def issuer_indent(issuer: str, date: str) -> list[Element]:
    """Centre the issuer over the date, which stands four characters in from the right."""
    characters = max(0.0, _SEAL_INDENT - (len(issuer.strip()) - _width(date.strip())) / 2)
    return [element("ind", rightChars=round(characters * 100), right=round(characters * _BODY))]
