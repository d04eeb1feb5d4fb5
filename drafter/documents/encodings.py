"""Which encoding a text file is in, and its text."""

import codecs
import re
from dataclasses import dataclass, replace
from typing import Final

from drafter.documents.gb18030 import decode_bytes
from drafter.documents.plausible import WESTERN, beyond_ascii, frequency, plausibility, simplified, traditional

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
    "utf-32-le": "UTF-32",
    "utf-32-be": "UTF-32",
    "gb18030": "GB18030",
    "cp950": "Big5",
    "big5hkscs": "Big5",
    "cp1252": "Windows-1252",
}
"""What users call the encodings."""

CHOICES: Final = ("utf-8", "gb18030", "cp950", "utf-16-le", "utf-16-be", "cp1252")
"""The encodings that a text file may be said to be in."""

_PLAUSIBLE: Final = 0.75
_SURELY: Final = 0.9
_ENOUGH: Final = 10
_MARGIN: Final = 0.1
_FREQUENT: Final = 0.2
_HOME: Final = 0.1
_PLENTY: Final = 500
_FEW_SEQUENCES: Final = 8
_STRAY_NULS: Final = 100
_SAMPLE: Final = 20_000
_LATIN_SHARE: Final = 0.6
_GUESS_BYTES: Final = 262_144

_CONTROLS: Final = re.compile(r"[\x01-\x08\x0e-\x1f\x7f]")
_LONE_HIGH_BYTE: Final = re.compile(rb"(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])")
_ASCII_BYTES: Final = bytes(range(128))
_LATIN: Final = b" abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with the encoding it was found in.

    Attributes:
        text: the text, nothing normalised.
        encoding: the encoding as Python names it.
        guessed: whether another encoding would have been possible too.
        nuls: how many zero bytes were in it: those at its end are left out, others become U+FFFD.
    """

    text: str
    encoding: str
    guessed: bool = False
    nuls: int = 0


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
    if b"\x00" in data and (wide := _wide(data, _SURELY) or _wide(data, _PLAUSIBLE, guessed=True)) is not None:
        return _finished(wide)
    text = _strict(data, "utf-8")
    if text is not None and _CONTROLS.search(text) is None:
        return _finished(_rather_gb18030(data, text) or Decoded(text, "utf-8"))
    found = _wide(data, _SURELY) or _chinese_or_western(data) or _wide(data, _PLAUSIBLE, guessed=True)
    if found is None and text is not None:
        found = Decoded(text, "utf-8")  # a stray control character is no reason to refuse a text
    if found is not None:
        return _finished(found)
    if b"\x00" in data:
        return Damage(binary=True)
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
        before = decode_bytes(data, encoding, "replace").partition("\ufffd")[0]
        return Damage(encoding, _count_lines(before) + 1)
    return _finished(Decoded(text.removeprefix("\ufeff"), encoding))


def _decode_marked(data: bytes, encoding: str) -> Decoded | Damage:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        # The codec may have cut the mark off: `start` counts in the bytes it names itself.
        before = error.object[: error.start].decode(error.encoding, errors="ignore")
        return Damage(encoding, _count_lines(before) + 1)
    return _finished(Decoded(text, encoding))


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return decode_bytes(data, encoding)
    except UnicodeDecodeError:
        return None


def _finished(found: Decoded) -> Decoded | Damage:
    """Give a text without its zero bytes; a program's data is no text."""
    text = found.text
    nuls = text.count("\x00")
    if nuls:
        text = text.rstrip("\x00")
        inside = text.count("\x00")
        if not text or inside * _STRAY_NULS > len(text):
            return Damage(binary=True)
        text = text.replace("\x00", "\ufffd")
    if len(_CONTROLS.findall(text)) * 20 > len(text):
        return Damage(binary=True)
    return replace(found, text=text, nuls=nuls) if nuls else found


def _count_lines(text: str) -> int:
    return text.replace("\r\n", "\n").replace("\r", "\n").count("\n")


def _common() -> frozenset[str]:
    return simplified() | traditional()


def is_plausible(text: str) -> bool:
    """Tell whether the characters beyond ASCII look like Chinese, or like the marks of Western text."""
    return plausibility(text, _common()) >= _SURELY


def _wide(data: bytes, needed: float, *, guessed: bool = False) -> Decoded | None:
    """Read UTF-16 or UTF-32 without its mark, where it is plainly so.

    Args:
        data: the bytes.
        needed: how plausible the text must be.
        guessed: whether that is not plain enough to be sure.
    """
    best, best_score = None, needed
    if b"\x00" not in data and len(data.translate(None, _LATIN)) < len(data) * (1 - _LATIN_SHARE):
        return None  # pairs of Latin letters would make Han characters
    for encoding, unit in (("utf-32-le", 4), ("utf-32-be", 4), ("utf-16-le", 2), ("utf-16-be", 2)):
        if len(data) % unit:
            continue
        # Half a character may stand at the end of the sample.
        sample = _strict(data[: unit * _SAMPLE], encoding) or _strict(data[: unit * (_SAMPLE - 1)], encoding)
        if not sample or _CONTROLS.search(sample[:200]) is not None:
            continue
        wide = len(beyond_ascii(sample)) / len(sample)
        # Zero bytes belong to the text only as the other half of its ASCII characters.
        score = 1 - wide - sample.count("\x00") / len(sample) + wide * plausibility(sample, _common())
        if score >= best_score and (text := _strict(data, encoding)) is not None:
            best, best_score = Decoded(text, encoding, guessed=guessed or len(text) < _ENOUGH), score
    return best


def _rather_gb18030(data: bytes, text: str) -> Decoded | None:
    """Give a text in GB 18030 of so few characters that it happens to be UTF-8 too, and strange there."""
    beyond = beyond_ascii(text)
    if not 0 < len(beyond) <= _FEW_SEQUENCES or plausibility(text, _common()) >= _SURELY:
        return None
    other = _strict(data, "gb18030")
    plausible = other is not None and plausibility(other, simplified()) >= _SURELY
    return Decoded(other, "gb18030", guessed=True) if other is not None and plausible else None


def _chinese_or_western(data: bytes) -> Decoded | None:
    """Choose between the encodings of Chinese and English Windows by what the result looks like."""
    scores: list[tuple[float, Decoded]] = []
    for encoding, commons in _CANDIDATES.items():
        text = _strict(data, encoding)
        if text is None:
            continue
        rare = 0.0 if encoding in _BIG5 else 1.0
        score = max(plausibility(text, common(), rare) for common in commons) + _FREQUENT * frequency(text)
        if encoding == "gb18030":
            score += _HOME  # most files here are
        scores.append((score, Decoded(text, encoding)))
        if score >= 1 + _HOME / 2 and len(beyond_ascii(text[: _PLENTY * 10])) >= _PLENTY:
            break  # nothing else can be meant
    if max((score for score, _found in scores), default=0.0) < _SURELY and (score := _western_score(data)) > 0:
        scores.append((score, Decoded(data.decode("cp1252"), "cp1252", guessed=True)))
    if not scores:
        return None
    best, found = max(scores, key=lambda one: one[0])
    # Both kinds of Big5 are one answer: they differ in rare signs only.
    others = [score for score, other in scores if other is not found and not {other.encoding, found.encoding} <= _BIG5]
    sure = (
        len(beyond_ascii(found.text[:_SAMPLE])) >= _ENOUGH
        and best >= _SURELY
        and best - max(others, default=0.0) >= _MARGIN
    )
    return replace(found, guessed=found.guessed or not sure) if best >= _PLAUSIBLE else None


_BIG5: Final = {"cp950", "big5hkscs"}
_CANDIDATES: Final = {"gb18030": (simplified, traditional), "cp950": (traditional,), "big5hkscs": (traditional,)}


def _western_score(data: bytes) -> float:
    high = data.translate(None, _ASCII_BYTES)
    if len(high) * 5 > len(data) or len(_LONE_HIGH_BYTE.findall(data)) * 4 < len(high) * 3:
        return 0.0
    text = _strict(high, "cp1252")
    return 0.0 if text is None else sum(char in WESTERN for char in text) / len(text)


def _damage(data: bytes, encoding: str) -> Damage | None:
    """Tell where a file that is nearly all in one encoding is not."""
    text = decode_bytes(data, encoding, "replace")
    beyond = beyond_ascii(text)
    lost = beyond.count("\ufffd")
    if lost * 20 > len(beyond) or plausibility(text, _common() | {"\ufffd"}) < _SURELY:
        return None
    return Damage(encoding, _count_lines(text[: text.index("\ufffd")]) + 1)


def _guess(data: bytes) -> Decoded | Damage | None:
    """Ask a statistical detector; its answer counts only where the whole file decodes to plausible text."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_GUESS_BYTES], threshold=0.1, enable_fallback=False).best()
    if best is None or (text := _strict(data, best.encoding)) is None or not is_plausible(text):
        return None
    return _finished(Decoded(text, best.encoding, guessed=True))
