"""Characters of the symbol fonts, which sit in the private use area, as the Unicode characters they show."""

from typing import Final

REPLACEMENT: Final = "\ufffd"

# Adobe's Symbol encoding from 0x20 and from 0xA1; "\ufffd" where it has pieces of large brackets and the like.
_SYMBOL_LOW: Final = (
    " !∀#∃%&∍()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_\ufffdαβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
)
_SYMBOL_HIGH: Final = (
    "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…\ufffd\ufffd↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊⟨®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\ufffd⟩∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"
)

_WINGDINGS: Final = {
    0x20: " ",
    0x22: "✂",
    0x28: "☎",
    0x29: "✆",
    0x2A: "✉",
    0x3F: "✍",
    0x46: "☞",
    0x4A: "☺",
    0x4C: "☹",
    0x6C: "●",
    0x6D: "❍",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x72: "❒",
    0x73: "⬧",
    0x74: "⧫",
    0x75: "◆",
    0x76: "❖",
    0x77: "⬥",
    0x78: "⌧",
    0x80: "⓪",
    0x8B: "⓿",
    0x9E: "·",
    0x9F: "•",
    0xA1: "○",
    0xA7: "▪",
    0xA8: "◻",
    0xAA: "✦",
    0xAB: "★",
    0xAC: "✶",
    0xAF: "✹",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE1: "↑",
    0xE2: "↓",
    0xE8: "➔",
    0xEF: "⇦",
    0xF0: "⇨",
    0xF1: "⇧",
    0xF2: "⇩",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_WINGDINGS_2: Final = {
    0x4F: "✗",
    0x50: "✓",
    0x51: "☒",
    0x52: "☑",
    0x54: "☒",
    0xA3: "□",
    0x96: "•",
    0x97: "●",
    0x98: "●",
    0xA2: "■",
}


def _numbered(table: dict[int, str], first: int, char: str, count: int) -> None:
    table.update({first + step: chr(ord(char) + step) for step in range(count)})


_numbered(_WINGDINGS, 0x81, "①", 10)
_numbered(_WINGDINGS, 0x8C, "❶", 10)

_SYMBOL: Final = {0x20 + place: char for place, char in enumerate(_SYMBOL_LOW)} | {
    0xA1 + place: char for place, char in enumerate(_SYMBOL_HIGH)
}
_FONTS: Final = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}


def symbol(font: str, code: int) -> str:
    """Give the character that a symbol font shows for a code.

    Args:
        font: the font's name.
        code: the code, in the font's own range or moved to U+F000.

    Returns:
        The character; U+FFFD where it is not known.
    """
    table = _FONTS.get(font.lower())
    low = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    if table is not None:
        return table.get(low, REPLACEMENT)
    if low != code or not 0x20 <= code <= 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return REPLACEMENT
    return chr(code)


def with_symbols(text: str, font: str) -> str:
    """Give a text whose private use characters are replaced by what a symbol font shows for them.

    Args:
        text: any text.
        font: the font it is shown in; a font that is no symbol font leaves the text as it is.
    """
    if font.lower() not in _FONTS:
        return text
    return "".join(symbol(font, ord(char)) if "\uf020" <= char <= "\uf0ff" else char for char in text)
