"""Characters of the symbol fonts, which sit in the private use area, as the Unicode characters they show."""

from typing import Final

from drafter.documents.docx.symbolfonts import WEBDINGS, WINGDINGS, WINGDINGS_2, WINGDINGS_3

REPLACEMENT: Final = "\ufffd"

# Adobe's Symbol encoding from 0x20 and from 0xA1; "\ufffd" where it has pieces of large brackets and the like.
_SYMBOL_LOW: Final = (
    " !∀#∃%&∍()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_\ufffdαβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
)
_SYMBOL_HIGH: Final = (
    "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…\ufffd\ufffd↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊⟨®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\ufffd⟩∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"
)

_SYMBOL: Final = {0x20 + place: char for place, char in enumerate(_SYMBOL_LOW)} | {
    0xA1 + place: char for place, char in enumerate(_SYMBOL_HIGH)
}
_SYMBOL[0xA0] = "€"
_FONTS: Final = {
    "symbol": _SYMBOL,
    "wingdings": dict(enumerate(WINGDINGS, 0x20)),
    "wingdings 2": dict(enumerate(WINGDINGS_2, 0x20)),
    "wingdings 3": dict(enumerate(WINGDINGS_3, 0x20)),
    "webdings": dict(enumerate(WEBDINGS, 0x20)),
}
_LAST_CODE: Final = 0xFF
_MOVED: Final = 0xF000  # where Word moves the codes of symbol fonts to


def is_symbol_font(font: str) -> bool:
    """Tell whether a font shows signs in the place of letters."""
    return font.lower() in _FONTS


def symbol(font: str, code: int) -> str:
    """Give the character that a symbol font shows for a code.

    Args:
        font: the font's name.
        code: the code, in the font's own range or moved to U+F000.

    Returns:
        The character; U+FFFD where it is not known.
    """
    table = _FONTS.get(font.lower())
    low = code - _MOVED if _MOVED <= code <= _MOVED + _LAST_CODE else code
    if table is not None:
        return table.get(low, REPLACEMENT)
    if low != code or not 0x20 <= code <= 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return REPLACEMENT
    return chr(code)


def with_symbols(text: str, font: str) -> str:
    """Give a text as a symbol font shows it; characters that no such font holds stay.

    Args:
        text: any text.
        font: a symbol font.
    """
    return "".join(symbol(font, ord(char)) if _is_code(ord(char)) else char for char in text)


def _is_code(code: int) -> bool:
    return (0x20 < code <= _LAST_CODE and code != 0xA0) or _MOVED + 0x20 <= code <= _MOVED + _LAST_CODE
