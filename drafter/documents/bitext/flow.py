"""What stands in a segment: its words, and its inline tags as marks, each with the bytes of the file."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from drafter.documents.bitext.nodes import CDATA, COMMENT, INSTRUCTION, Node, atoms, text_of

BLANKS: Final = " \t\r\n"
"""White space at the ends of a segment is the file's own and no part of the text."""

# Tags that hold markup of another program, or nothing; of the first four the other half follows.
_HALVES: Final = {"bpt": "ept", "bx": "ex", "sc": "ec", "sm": "em"}
_ALONE: Final = frozenset({*_HALVES, *_HALVES.values(), "it", "ph", "x", "ut", "cp", COMMENT, INSTRUCTION})
_DELETED: Final = "x-sdl-deleted"
_REFERENCES: Final = ("rid", "startRef", "i", "id")
_NUMBERS: Final = ("x", "rid", "startRef", "id", "i", "mid", "mtype", "type", "dataRef")


class Piece(NamedTuple):
    """A stretch of a segment.

    Attributes:
        text: what the review shows: words, or one mark.
        raw: the bytes that stand for it.
    """

    text: str
    raw: bytes


@dataclass(frozen=True, slots=True)
class Flow:
    """What stands in one element.

    Attributes:
        node: the element.
        pieces: its stretches in order.
        text: its text with marks, without white space at its ends.
    """

    node: Node
    pieces: tuple[Piece, ...]
    text: str


@dataclass(slots=True)
class Tags:
    """Numbers the inline tags of one pair, the same tag the same number on both sides."""

    _numbers: dict[tuple[str, int], int] = field(default_factory=dict)

    def flow(self, utf8: bytes, node: Node) -> Flow:
        """Read what stands in an element."""
        pieces = tuple(_Reading(utf8, self).pieces(node))
        return Flow(node, pieces, "".join(piece.text for piece in pieces).strip(BLANKS))

    def number(self, key: str, occurrence: int) -> int:
        """Give a tag's number."""
        return self._numbers.setdefault((key, occurrence), len(self._numbers) + 1)


class _Reading:
    """Reads one element; a tag that stands there twice gets two numbers, so that no mark is there twice."""

    def __init__(self, utf8: bytes, tags: Tags) -> None:
        self._utf8 = utf8
        self._tags = tags
        self._seen: Counter[str] = Counter()

    def pieces(self, node: Node) -> list[Piece]:
        """Give the stretches of an element."""
        found: list[Piece] = []
        partners = _partners(node.children)
        numbers: dict[int, int] = {}
        words, last = b"", node.inside
        for index, child in enumerate(node.children):
            words += self._utf8[last : child.start]
            last = child.end
            if child.name == CDATA:
                words += self._raw(child)
                continue
            found += self._words(words)
            words = b""
            if index in partners:
                opening = partners[index]
                if opening == index:
                    numbers[index] = self._number(child)
                mark = f"⟦{numbers[opening]}⟧" if opening == index else f"⟦/{numbers[opening]}⟧"
                found.append(Piece(mark, self._raw(child)))
            elif child.name in _ALONE or child.get("mtype") == _DELETED:
                found.append(Piece(f"⟦{self._number(child)}/⟧", self._raw(child)))
            else:
                found += self._around(child)
        found += self._words(words + self._utf8[last : node.outside])
        return found

    def _around(self, node: Node) -> list[Piece]:
        """Read a tag that stands round words."""
        number = self._number(node)
        first, last = self._utf8[node.start : node.inside], self._utf8[node.outside : node.end]
        if not last:  # words may come to stand in it
            first, last = opened(first)
        return [Piece(f"⟦{number}⟧", first), *self.pieces(node), Piece(f"⟦/{number}⟧", last)]

    def _raw(self, node: Node) -> bytes:
        return self._utf8[node.start : node.end]

    def _words(self, raw: bytes) -> Iterable[Piece]:
        """Give words as they stand; a ⟦ of the text itself is a mark, or it could be taken for the start of one."""
        text = text_of(raw)
        if not text:
            return
        if "⟦" not in text:
            yield Piece(text, raw)
            return
        for character, written in atoms(raw):
            if character == "⟦":
                yield Piece(f"⟦{self._numbered('⟦')}/⟧", written)
            else:
                yield Piece(character, written)

    def _number(self, node: Node) -> int:
        own = next((node.get(name) for name in _NUMBERS if node.get(name)), "")
        return self._numbered(f"{node.name}:{own}")

    def _numbered(self, key: str) -> int:
        self._seen[key] += 1
        return self._tags.number(key, self._seen[key])


def _partners(children: Sequence[Node]) -> dict[int, int]:
    """Find tags that open and close together, none across another.

    Returns:
        For either of them the index of the one that opens.
    """
    found: dict[int, int] = {}
    waiting: list[int] = []
    for index, child in enumerate(children):
        if child.name in _HALVES:
            waiting.append(index)
        elif child.name in _HALVES.values():
            fitting = (one for one in reversed(waiting) if _belong(children[one], child))
            if (opening := next(fitting, None)) is not None:
                del waiting[waiting.index(opening) :]
                found[opening] = found[index] = opening
    return found


def _belong(opening: Node, closing: Node) -> bool:
    return _HALVES[opening.name] == closing.name and _reference(opening) == _reference(closing) != ""


def _reference(half: Node) -> str:
    return next((half.get(name) for name in _REFERENCES if half.get(name)), "")


def opened(tag: bytes) -> tuple[bytes, bytes]:
    """Give the two tags that say the same as one of an empty element."""
    name = re.split(rb"[\s/>]", tag[1:], maxsplit=1)[0]
    return tag.rstrip()[:-2].rstrip() + b">", b"</" + name + b">"
