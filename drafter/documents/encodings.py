"""Which encoding a text file is in, and its text."""

import codecs
import re
from dataclasses import dataclass
from functools import cache
from typing import Final

# Characters that GB 18030-2022 (and its 2005 edition) gave real code points, while Python's codec still puts them where
# the first edition kept them, in the private use area. Bytes A6D9-A6DF, A6EC-A6ED, A6F3, A8BC, FE51-FEA0.
_GB18030_2022: Final[dict[int, int]] = {
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

_BOMS: Final[tuple[tuple[bytes, str], ...]] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with the other's
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

ENCODING_NAMES: Final = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32": "UTF-32",
    "gb18030": "GB18030",
    "cp950": "Big5",
    "big5hkscs": "Big5",
    "cp1252": "Windows-1252",
}
"""What users call the encodings."""

CHOICES: Final = ("utf-8", "gb18030", "cp950", "utf-16-le", "utf-16-be", "cp1252")
"""The encodings that a text file may be said to be in."""

_PLAUSIBLE: Final = 0.75
_PLAUSIBLE_UTF16: Final = 0.9
_SAMPLE: Final = 20_000
_GUESS_BYTES: Final = 262_144

_ASCII: Final = re.compile(r"[\x00-\x7f]+")
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_LONE_HIGH_BYTE: Final = re.compile(rb"(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])")
_ASCII_BYTES: Final = bytes(range(128))

# What English text in a Western Windows encoding holds beside ASCII.
_WESTERN: Final = frozenset("‘’“”–—…•€™\u00a0£§©®°±²³µ·¼½¾×÷àáâäçèéêëíîïñóôöùúûüÉ")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with the encoding it was found in.

    Attributes:
        text: the text, nothing normalised.
        encoding: the encoding as Python names it.
        guessed: whether another encoding would have been possible too.
    """

    text: str
    encoding: str
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class Damage:
    """Why bytes are not a text.

    Attributes:
        encoding: the encoding they mostly are in; "" where none is known.
        line: the first line that is not, counted from 1; 0 where none is known.
        binary: whether they are a program's data and no text at all.
    """

    encoding: str = ""
    line: int = 0
    binary: bool = False


def decode(data: bytes) -> Decoded | Damage:
    """Find the encoding of a text file and decode it.

    Args:
        data: the whole file.

    Returns:
        The text, or why there is none.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decode_marked(data, encoding)
    if b"\x00" not in data and (text := _strict(data, "utf-8")) is not None:
        return Damage(binary=True) if _is_binary(text) else Decoded(text, "utf-8")
    found = _decode_utf16(data)
    if found is None and b"\x00" in data:
        return Damage(binary=True)
    found = found or _decode_chinese_or_western(data)
    if found is not None:
        return Damage(binary=True) if _is_binary(found.text) else found
    return _damage(data, "utf-8") or _damage(data, "gb18030") or _guess(data) or Damage()


def decode_as(data: bytes, encoding: str) -> Decoded | Damage:
    """Decode a text file by the encoding that somebody says it is in.

    Args:
        data: the whole file.
        encoding: the encoding as Python names it.

    Returns:
        The text, a byte order mark left out; or where it is not in that encoding.
    """
    mark = next((mark for mark, known in _BOMS if known == encoding + "-sig" and data.startswith(mark)), b"")
    if mark or encoding in dict(_BOMS).values():
        return _decode_marked(data, encoding + "-sig" if mark else encoding)
    try:
        text = _strict(data, encoding)
    except LookupError:
        return Damage()
    if text is None:
        before = data.decode(encoding, errors="replace").partition("\ufffd")[0]
        return Damage(encoding, _count_lines(before) + 1)
    return Damage(binary=True) if _is_binary(text) else Decoded(text.removeprefix("\ufeff"), encoding)


def _decode_marked(data: bytes, encoding: str) -> Decoded | Damage:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        # The codec may have cut the mark off: `start` counts in the bytes it names itself.
        before = error.object[: error.start].decode(error.encoding, errors="ignore")
        return Damage(encoding, _count_lines(before) + 1)
    return Damage(binary=True) if _is_binary(text) else Decoded(text, encoding)


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return text.translate(_GB18030_2022) if encoding == "gb18030" and _ASCII.fullmatch(text) is None else text


def _is_binary(text: str) -> bool:
    return "\x00" in text or len(_CONTROLS.findall(text)) * 20 > len(text)


def _count_lines(text: str) -> int:
    return text.replace("\r\n", "\n").replace("\r", "\n").count("\n")


@cache
def _han(codec: str, leads: range, trails: tuple[range, ...]) -> frozenset[str]:
    pairs = (bytes((lead, trail)) for lead in leads for part in trails for trail in part)
    return frozenset("".join(pair.decode(codec, errors="ignore") for pair in pairs))


def _simplified() -> frozenset[str]:
    return _han("gb2312", range(0xB0, 0xF8), (range(0xA1, 0xFF),))


def _traditional() -> frozenset[str]:
    # The first level of Big5: the frequent characters.
    return _han("big5", range(0xA4, 0xC7), (range(0x40, 0x7F), range(0xA1, 0xFF)))


def _is_mark(char: str) -> bool:
    """Tell whether a character that is no Han character is usual in Chinese text."""
    code = ord(char)
    return (
        0x2010 <= code <= 0x2642
        or 0x3000 <= code <= 0x301F
        or 0x3220 <= code <= 0x33FF
        or 0xFE10 <= code <= 0xFE6B
        or 0xFF01 <= code <= 0xFF5E
        or 0xFFE0 <= code <= 0xFFE6
        or 0x0391 <= code <= 0x03C9
        or char in _WESTERN
    )


def _weight(char: str, common: frozenset[str]) -> float:
    if char in common or char >= "\U00020000" or "\u9fa6" <= char <= "\u9fff" or _is_mark(char):
        # The rare planes are hard to reach by chance: four bytes must fit.
        return 1.0
    return 0.5 if "\u4e00" <= char <= "\u9fa5" else 0.0


def _plausibility(text: str, common: frozenset[str]) -> float:
    """Say how much a text looks like Chinese: 0 to 1, over its characters beyond ASCII."""
    beyond = _ASCII.sub("", text)
    sample = beyond[:: max(1, len(beyond) // _SAMPLE)]
    if not sample:
        return 1.0
    return sum(_weight(char, common) for char in sample) / len(sample)


def is_plausible(text: str) -> bool:
    """Tell whether the characters beyond ASCII look like Chinese, or like the marks of Western text."""
    return _plausibility(text, _simplified() | _traditional()) >= _PLAUSIBLE_UTF16


def _decode_utf16(data: bytes) -> Decoded | None:
    """Read UTF-16 without its mark, where it is plainly so."""
    if len(data) % 2:
        return None
    best, best_score = None, _PLAUSIBLE_UTF16
    for encoding in ("utf-16-le", "utf-16-be"):
        sample = _strict(data[: 2 * _SAMPLE], encoding) or _strict(data[: 2 * _SAMPLE - 2], encoding)
        if not sample:
            continue
        ascii_share = 1 - len(_ASCII.sub("", sample)) / len(sample)
        score = ascii_share + (1 - ascii_share) * _plausibility(sample, _simplified() | _traditional())
        if score >= best_score and not _is_binary(sample) and (text := _strict(data, encoding)) is not None:
            best, best_score = Decoded(text, encoding), score
    return best


def _decode_chinese_or_western(data: bytes) -> Decoded | None:
    """Choose between the encodings of Chinese and English Windows by what the result looks like."""
    best: Decoded | None = None
    best_score = 0.0
    if (text := _strict(data, "gb18030")) is not None:
        best_score = max(_plausibility(text, _simplified()), _plausibility(text, _traditional()))
        best = Decoded(text, "gb18030")
    for encoding in ("cp950", "big5hkscs"):
        if best_score < _PLAUSIBLE_UTF16 and (text := _strict(data, encoding)) is not None:
            score = _plausibility(text, _traditional())
            if score > best_score:
                best, best_score = Decoded(text, encoding, guessed=True), score
    if best_score < _PLAUSIBLE_UTF16 and (score := _western_score(data)) > best_score:
        best, best_score = Decoded(data.decode("cp1252"), "cp1252", guessed=True), score
    return best if best_score >= _PLAUSIBLE else None


def _western_score(data: bytes) -> float:
    high = data.translate(None, _ASCII_BYTES)
    if len(high) * 5 > len(data) or len(_LONE_HIGH_BYTE.findall(data)) * 4 < len(high) * 3:
        return 0.0
    text = _strict(high, "cp1252")
    return 0.0 if text is None else sum(char in _WESTERN for char in text) / len(text)


def _damage(data: bytes, encoding: str) -> Damage | None:
    """Tell where a file that is nearly all in one encoding is not."""
    text = data.decode(encoding, errors="replace")
    beyond = _ASCII.sub("", text)
    lost = beyond.count("\ufffd")
    if lost * 20 > len(beyond) or _plausibility(text, _simplified() | _traditional() | {"\ufffd"}) < _PLAUSIBLE_UTF16:
        return None
    return Damage(encoding, _count_lines(text[: text.index("\ufffd")]) + 1)


def _guess(data: bytes) -> Decoded | None:
    """Ask a statistical detector; its answer counts only where the whole file decodes to plausible text."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_GUESS_BYTES], threshold=0.1, enable_fallback=False).best()
    if best is None or (text := _strict(data, best.encoding)) is None or _is_binary(text):
        return None
    if _plausibility(text, _simplified() | _traditional()) < _PLAUSIBLE_UTF16:
        return None
    return Decoded(text, best.encoding, guessed=True)
