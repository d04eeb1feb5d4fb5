"""GB 18030 by its 2022 edition.

Python's codec follows the first edition, which kept some characters in the private use area. As the Unicode Technical
Committee recommends and browsers do, their two-byte codes are read as the characters they became (A8BC, FE59, …); the
four-byte codes that the newest edition exchanged with them stay readable as the same characters, since every older
program wrote them so. Six more (FE51, …) have lost their glyphs to characters outside the basic plane that look alike.
Codes that no edition has filled (A2AB, A6FE, AAA1, …) remain in the private use area.
"""

import codecs
from collections.abc import Callable
from typing import Final

_CHANGED: Final[dict[int, int]] = {
    0xE5E5: 0x3000,  # A3A0, which pages use as a wide blank
    0xE78D: 0xFE10,
    0xE78E: 0xFE12,
    0xE78F: 0xFE11,
    0xE790: 0xFE13,
    0xE791: 0xFE14,
    0xE792: 0xFE15,
    0xE793: 0xFE16,
    0xE794: 0xFE17,
    0xE795: 0xFE18,
    0xE796: 0xFE19,
    0xE7C7: 0x1E3F,
    0xE816: 0x20087,
    0xE817: 0x20089,
    0xE818: 0x200CC,
    0xE81E: 0x9FB4,
    0xE826: 0x9FB5,
    0xE82B: 0x9FB6,
    0xE82C: 0x9FB7,
    0xE831: 0x215D7,
    0xE832: 0x9FB8,
    0xE83B: 0x2298F,
    0xE843: 0x9FB9,
    0xE854: 0x9FBA,
    0xE855: 0x241FE,
    0xE864: 0x9FBB,
}
_FAMILY: Final = frozenset({"gb18030", "gbk", "gb2312", "cp936"})
_EURO: Final = 0x80  # of Windows' code page 936


def decode_bytes(data: bytes, encoding: str, errors: str = "strict") -> str:
    """Decode bytes as `bytes.decode` does, but GB 18030 and what it contains by the 2022 edition.

    Args:
        data: the bytes.
        encoding: the encoding as Python names it.
        errors: "strict" or "replace".

    Raises:
        UnicodeDecodeError: they are not in that encoding, and `errors` is "strict".
        LookupError: there is no such encoding.
    """
    if codecs.lookup(encoding).name not in _FAMILY:
        return data.decode(encoding, errors)
    text = data.decode("gb18030", _EURO_OR + errors)
    return text if text.isascii() else text.translate(_CHANGED)


_EURO_OR: Final = "drafter-euro-or-"


def _handler(otherwise: str) -> Callable[[UnicodeError], tuple[str | bytes, int]]:
    usual = codecs.lookup_error(otherwise)

    def handle(error: UnicodeError) -> tuple[str | bytes, int]:
        if isinstance(error, UnicodeDecodeError) and error.object[error.start] == _EURO:
            return "€", error.start + 1
        return usual(error)

    return handle


for _errors in ("strict", "replace"):
    codecs.register_error(_EURO_OR + _errors, _handler(_errors))
