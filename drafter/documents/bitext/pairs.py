"""A pair of texts with its places in the file, for readers and for whoever puts a correction back."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from drafter.documents.bitext.flow import Flow
from drafter.documents.bitext.names import Codes, name_of
from drafter.language.marks import MARK
from drafter.model import Side

_VALUE: Final = r"\s*=\s*(?:\"[^\"]*\"|'[^']*')"


class Splice(NamedTuple):
    """Bytes of the file in UTF-8, and what shall stand in their place."""

    start: int
    end: int
    raw: bytes


@dataclass(frozen=True, slots=True)
class Pair:
    """One pair as its file has it.

    Attributes:
        id: what the file calls it; unique within it.
        source: what is translated, None where there is none.
        target: its translation, None where there is no place for one yet.
        side: the language of the target.
        notes: remarks that stand with the pair.
        opening: what makes a place for a translation that is empty or missing, and gives it its state.
        dates: where the day stands on which the target was changed last.
        locked: whether the file forbids to change it.
        codes: what the file says elsewhere about its tags.
    """

    id: str
    source: Flow | None
    target: Flow | None
    side: Side
    notes: tuple[str, ...] = ()
    opening: tuple[Splice, ...] = ()
    dates: tuple[tuple[int, int], ...] = ()
    locked: bool = False
    codes: Codes = field(default_factory=dict)

    @property
    def blank(self) -> bool:
        """Whether there is no translation."""
        return self.target is None or not self.target.text

    @property
    def empty(self) -> bool:
        """Whether there is no text on either side."""
        return self.blank and (self.source is None or not self.source.text)

    def text(self, side: Side) -> str:
        """Give the text of a language with marks, "" where there is none."""
        flow = self.target if side == self.side else self.source
        return flow.text if flow else ""

    def tags(self) -> dict[int, str]:
        """Say what the marks stand for, by number."""
        found: dict[int, str] = {}
        for flow in (self.source, self.target):
            for piece in flow.pieces if flow else ():
                if MARK.fullmatch(piece.text) and (number := int(piece.text.strip("⟦/⟧"))) not in found:
                    found[number] = name_of(piece.raw, self.codes)
        return found


def side_of(code: str) -> Side | None:
    """Tell which side a language code means: zh, zh-Hans, zh_CN and en, en-GB are known, all others are none."""
    start = code.lower().replace("_", "-").split("-")[0]
    return "zh" if start in ("zh", "chi", "zho", "cmn") else "en" if start in ("en", "eng") else None


def with_attribute(tag: bytes, name: str, value: str | None) -> bytes:
    """Give an element's first tag with another value of an attribute.

    Args:
        tag: the tag as the file has it.
        name: the attribute's name, with its prefix.
        value: its value, which needs no escaping; None takes the attribute out.
    """
    found = re.search(rf"\s+{re.escape(name)}{_VALUE}".encode(), tag)
    new = b"" if value is None else f' {name}="{value}"'.encode()
    if found:
        return tag[: found.start()] + new + tag[found.end() :]
    end = len(tag) - (2 if tag.endswith(b"/>") else 1)
    return tag[:end].rstrip() + new + (tag[end - 1 : end] if tag[end - 1 : end].isspace() else b"") + tag[end:]


def value_place(utf8: bytes, start: int, end: int, name: str) -> tuple[int, int] | None:
    """Give where the value of an attribute stands in a tag, without its quotes; None where it has none."""
    found = re.search(rf"\s{re.escape(name)}{_VALUE}".encode(), utf8[start:end])
    if found is None:
        return None
    quote = found.group()[-1:]
    first = found.group().index(quote)
    return start + found.start() + first + 1, start + found.end() - 1


def spliced(utf8: bytes, splices: Iterable[Splice]) -> bytes:
    """Put bytes in place; none of them may overlap."""
    parts, last = [], 0
    for start, end, raw in sorted(splices):
        parts += [utf8[last:start], raw]
        last = end
    return b"".join((*parts, utf8[last:]))
