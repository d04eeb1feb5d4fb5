"""Fonts of an RTF document: each says in which encoding text set in it is written."""

import codecs
import re
from dataclasses import dataclass, field
from typing import Final

from drafter.documents.docx.symbols import symbol
from drafter.documents.gb18030 import decode_bytes

_CHARSETS: Final = {
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    134: "gb18030",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    255: "cp437",
}
_CODE_PAGES: Final = {936: "gb18030", 54936: "gb18030", 65001: "utf-8", 10000: "mac_roman", 10008: "gb18030"}
_SYMBOL: Final = 2
_PAIRS: Final = re.compile(rb"(?:[\x00-\x7f]|[\x81-\xfe][\x80-\xfe])*")


@dataclass(slots=True)
class Font:
    """A font.

    Attributes:
        name: its name.
        charset: its character set by Windows' number; None where it is not given.
        page: the code page given instead; None for none.
    """

    name: str = ""
    charset: int | None = None
    page: int | None = None


@dataclass(slots=True)
class Fonts:
    """The font table.

    Attributes:
        ansi: the encoding of the whole document.
        default: number of the font that text is in at first.
        fonts: the fonts by their numbers.
    """

    ansi: str = "cp1252"
    default: int = 0
    fonts: dict[int, Font] = field(default_factory=dict)

    def set_page(self, number: int | None) -> None:
        """Take the document's code page."""
        self.ansi = code_page(number) or self.ansi

    def decode(self, data: bytes, number: int) -> str:
        """Decode bytes set in a font.

        Args:
            data: the bytes.
            number: the font's number.
        """
        if data.isascii():
            font = self.fonts.get(number)
            if font is None or font.charset != _SYMBOL:
                return data.decode("ascii")
        font = self.fonts.get(number, Font())
        if font.charset == _SYMBOL:
            return "".join(symbol(font.name, byte) if byte > 0x20 else chr(byte) for byte in data)
        encoding = code_page(font.page) or _CHARSETS.get(font.charset or 0, "")
        if encoding:
            return decode_bytes(data, encoding, "replace")
        # Many programs set Chinese in a font that they declare as Western: pairs of high bytes give it away.
        western = font.charset == 0 and _PAIRS.fullmatch(data) is None
        for candidate in ("cp1252",) if western else (self.ansi, "cp1252"):
            try:
                return decode_bytes(data, candidate)
            except UnicodeDecodeError:
                continue
        return decode_bytes(data, "cp1252" if western else self.ansi, "replace")


def code_page(number: int | None) -> str:
    """Give Python's name of a code page; "" where there is none."""
    if number is None or number <= 0:
        return ""
    name = _CODE_PAGES.get(number, f"cp{number}")
    try:
        codecs.lookup(name)
    except LookupError:
        return ""
    return name
