"""What was inserted and deleted between the text as loaded and the text as it stands."""

import re
from dataclasses import dataclass
from typing import Final, Literal

from diff_match_patch import diff_match_patch

Kind = Literal["equal", "insert", "delete"]
"""Whether a piece stands in both texts, in the corrected one only, or in the text as loaded only."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who made a change, and when.

    Attributes:
        author: the reviewer's name; never empty.
        time: UTC with a closing Z, "" where it is not known.
    """

    author: str
    time: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of text that is written in one run.

    Attributes:
        kind: which of the two texts it belongs to.
        text: the words.
        stamp: who put it in or took it out, None where that is not known, or nobody did.
    """

    kind: Kind
    text: str
    stamp: Stamp | None = None


_HAN: Final = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_LETTER: Final = rf"(?![{_HAN}])[^\W_]"
_TOKEN: Final = re.compile(
    rf"(?:{_LETTER})*\d(?:[.,]?\d)*(?:{_LETTER})*"  # a figure with what sticks to it is one thing: 30,000 or PM2.5
    rf"|(?:{_LETTER})+(?:['’-](?:{_LETTER})+)*"  # a word
    r"|.",  # a Chinese character, a mark, a space
    re.DOTALL,
)

_FIRST_CODE: Final = 0xE000
_PATIENCE: Final = 20_000
"""Tokens up to which the best difference is worth waiting for."""

_KINDS: Final[dict[int, Kind]] = {-1: "delete", 0: "equal", 1: "insert"}


def changes(before: str, after: str) -> list[Words]:
    """Give the way from one text to the other, word by word, in Chinese character by character."""
    if before == after:
        return [Words("equal", after)]
    codes: dict[str, str] = {}
    coded_before, coded_after = _coded(before, codes), _coded(after, codes)
    tokens = {code: token for token, code in codes.items()}
    differ = diff_match_patch()
    # A time limit makes the outcome depend on the machine; only very long texts have one.
    differ.Diff_Timeout = 0 if len(coded_before) + len(coded_after) <= _PATIENCE else 1.0
    found = differ.diff_main(coded_before, coded_after, checklines=False)
    differ.diff_cleanupSemantic(found)
    return [Words(_KINDS[kind], "".join(tokens[code] for code in coded)) for kind, coded in found]


def _coded(text: str, codes: dict[str, str]) -> str:
    """Write each word as one character, so that a comparison of characters compares words."""
    return "".join(codes.setdefault(token, _code(len(codes))) for token in _TOKEN.findall(text))


def _code(number: int) -> str:
    """Give the character for a word: private ones first, which count neither as letters nor as blanks."""
    return chr((_FIRST_CODE + number) if number < 0x1900 else (0xF0000 - 0x1900 + number))
