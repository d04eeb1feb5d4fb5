"""What was inserted and deleted between the text as loaded and the text as it stands."""

import re
from collections.abc import Iterable, Sequence
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
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    codes: dict[str, str] = {}
    coded_old, coded_new = (_coded(one[head : len(one) - tail], codes) for one in (old, new))
    tokens = {code: token for token, code in codes.items()}
    differ = diff_match_patch()
    # A time limit makes the outcome depend on the machine; only very long texts have one.
    differ.Diff_Timeout = 0 if len(coded_old) + len(coded_new) <= _PATIENCE else 1.0
    found = differ.diff_main(coded_old, coded_new, checklines=False)
    differ.diff_cleanupSemantic(found)
    middle = [(_KINDS[kind], "".join(tokens[code] for code in coded)) for kind, coded in found]
    return _joined([("equal", "".join(old[:head])), *middle, ("equal", "".join(old[len(old) - tail :]))])


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """Count what two rows of words begin with in common."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (mine, its) in pairs if mine != its), min(len(one), len(other)))


def _coded(tokens: Iterable[str], codes: dict[str, str]) -> str:
    """Write each word as one character, so that a comparison of characters compares words."""
    return "".join(codes.setdefault(token, _code(len(codes))) for token in tokens)


def _code(number: int) -> str:
    """Give the character for a word: private ones first, which count neither as letters nor as blanks."""
    return chr((_FIRST_CODE + number) if number < 0x1900 else (0xF0000 - 0x1900 + number))


def _joined(pieces: Iterable[tuple[Kind, str]]) -> list[Words]:
    made: list[Words] = []
    for kind, text in pieces:
        if made and made[-1].kind == kind:
            made[-1] = Words(kind, made[-1].text + text)
        elif text:
            made.append(Words(kind, text))
    return made
