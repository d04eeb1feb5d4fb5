"""Traditional characters turned into simplified ones, which most of the checks know, where opencc is installed.

Each character becomes exactly one, so that every place in a paragraph remains the place in the file. opencc's longer
patterns (乾 in 乾淨, but not in 乾坤) are used wherever they keep that count; else it is asked character by character.
What was read is what is shown, checked and written; the file and its bytes in `Document.data` stay as they are.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from itertools import islice
from typing import Final

from drafter.documents.plausible import simplified, traditional
from drafter.model import N_, Document, Message, Notice, Paragraph

_LOOKED_AT: Final = 200_000
_FEWEST: Final = 10
_TIMES: Final = 4
_PART: Final = 0.25
_FEWEST_OF_PART: Final = 30

_TURNED: Final = N_(
    "The Chinese is in traditional characters. It was turned into simplified ones, character by character, and is "
    "shown, checked and written so; the file itself stays as it is."
)
_LEFT: Final = N_(
    "The Chinese is in traditional characters and was left so: many checks know simplified ones only. With the "
    "optional part “traditional” (opencc) they are turned."
)
_PARTLY: Final = N_("Part of the Chinese is in traditional characters, which were left as they are.")

Convert = Callable[[str], str]


def with_simplified(document: Document) -> Document:
    """Turn the traditional characters of a document into simplified ones, and say so.

    Args:
        document: a document as read; one in simplified characters, or in none, is given back as it is.
    """
    old, new = _counts(paragraph.text for paragraph in document.paragraphs)
    if old < _FEWEST or old < new * _TIMES:
        partly = old >= _FEWEST_OF_PART and old >= (old + new) * _PART
        return _told(document, _PARTLY) if partly else document
    convert = _converter()
    if convert is None:
        return _told(document, _LEFT)
    paragraphs = tuple(_turned(paragraph, convert) for paragraph in document.paragraphs)
    return _told(replace(document, paragraphs=paragraphs), _TURNED)


def _counts(texts: Iterable[str]) -> tuple[int, int]:
    """Count the characters that only traditional, and that only simplified text has."""
    chars = islice((char for text in texts if not text.isascii() for char in text if char >= "\u3400"), _LOOKED_AT)
    only_old, only_new = _only_traditional(), _only_simplified()
    old = new = 0
    for char in chars:
        old += char in only_old
        new += char in only_new
    return old, new


@cache
def _only_traditional() -> frozenset[str]:
    return traditional() - simplified()


@cache
def _only_simplified() -> frozenset[str]:
    return frozenset(char for char in simplified() if not char.encode("cp950", "ignore"))


def _converter() -> Convert | None:
    """Give what turns a text; None where opencc is not there or does not work."""
    try:
        from opencc import OpenCC

        converter = OpenCC("t2s")
        if converter.convert("國") != "国":
            return None
    except Exception:  # noqa: BLE001 -- a library that may be missing, half installed, or another of the same name
        return None
    return _keeping_length(converter.convert)


def _keeping_length(convert: Convert) -> Convert:
    @cache
    def one(char: str) -> str:
        turned = convert(char)
        return turned if len(turned) == 1 else char

    def turn(text: str) -> str:
        if text.isascii():
            return text
        turned = convert(text)
        return turned if len(turned) == len(text) else "".join(map(one, text))

    return turn


def _turned(paragraph: Paragraph, convert: Convert) -> Paragraph:
    text = convert(paragraph.text)
    # A list number stands before the text, and must go on doing so.
    return replace(paragraph, text=text, number=text[: len(paragraph.number)] if paragraph.number else "")


def _told(document: Document, template: str) -> Document:
    return replace(document, notices=(*document.notices, Notice(Message(template), warning=True)))
