"""White space and line breaks of a page, as its reader sees them."""

import re
from typing import Final

from drafter.language.enumerators import read_enumerator

BREAK: Final = "\x00"
"""Stands for a `<br>` while text is gathered: no page holds this character once it is parsed."""

_BLANKS: Final = re.compile(r"[ \t\n\r\f]+")
_WIDE: Final = "\u2e80-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\U00020000-\U0003ffff"
# A line end in the source between Chinese characters is no blank.
_WRAPPED: Final = re.compile(f"(?<=[{_WIDE}])[ \t\f]*[\r\n][ \t\r\n\f]*(?=[{_WIDE}])")
_BREAKS: Final = re.compile(f" ?{BREAK} ?")
_INDENT: Final = re.compile("(?:\u3000|[\u00a0 ]{2}|\u2003)")
_TERMINAL: Final = tuple("。！？；：!?;:.…”》")
_INVISIBLE: Final = dict.fromkeys((0xAD, 0x200B, 0x2060, 0xFEFF))
_OUTER: Final = " \t\r\n\f\v\u00a0\u3000\u2002\u2003\u2009"


def collapsed(raw: str) -> str:
    """Collapse white space as a browser does; breaks stay, as `BREAK`."""
    text = _WRAPPED.sub("", raw.translate(_INVISIBLE))
    return _BREAKS.sub(BREAK, _BLANKS.sub(" ", text)).strip(" ")


def preformatted(raw: str) -> str:
    """Keep blanks and make line ends into breaks, as in a `<pre>`."""
    text = raw.translate(_INVISIBLE).replace("\r\n", "\n").replace("\r", "\n")
    return text.replace("\n", BREAK)


def paragraphs(text: str) -> list[str]:
    """Cut a text at the breaks that end a paragraph; the others stay within it as line ends.

    Pages are often typed with one `<br>` a paragraph: what follows it is indented or numbered, or a sentence ended.
    """
    found: list[list[str]] = []
    fresh = True
    for line in text.split(BREAK):
        shown = line.strip(_OUTER)
        if not shown:
            # Two breaks in a row are a gap that a reader sees.
            fresh = True
            continue
        if fresh or _begins_paragraph(line, shown) or found[-1][-1].endswith(_TERMINAL):
            found.append([shown])
        else:
            found[-1].append(shown)
        fresh = False
    return ["\n".join(lines) for lines in found]


def _begins_paragraph(line: str, shown: str) -> bool:
    return _INDENT.match(line) is not None or read_enumerator(shown) is not None
