"""The content of one element with a corrected text: tags as they were, words that stayed as they were written."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from drafter.documents.bitext.flow import BLANKS, Flow, Piece
from drafter.documents.bitext.nodes import atoms, escaped
from drafter.exports.characters import legal
from drafter.language.marks import MARK, adopted, kept, marks_in


def corrected(before: str, source: str, text: str) -> str:
    """Give a corrected text as a file can hold it: with exactly the marks of the old one, and no illegal character.

    Args:
        before: the text as the file has it.
        source: what it renders; its marks are taken where there was no text.
        text: the text as corrected.
    """
    told = legal(text).strip(BLANKS)
    return kept(before, told).strip(BLANKS) if before else adopted(source, told)


def written(flow: Flow, source: Flow | None, text: str, line_end: bytes) -> bytes:
    """Give the content of an element with another text.

    Args:
        flow: what stands in the element.
        source: what it renders; tags that the element lacks are taken from it.
        text: the text, as `corrected` gives it.
        line_end: what ends a line in the file.
    """
    old = list(_units(flow.pieces))
    head, tail = _blanks(old), _blanks(old[::-1])
    if head == len(old):
        head = tail = 0
    before, core, after = old[:head], old[head : len(old) - tail], old[len(old) - tail :]
    new = list(cut(text))
    start = _shared(core, new)
    end = _shared(core[start:][::-1], new[start:][::-1])
    tags = _tags(core[start : len(core) - end], _units(source.pieces) if source else ())
    middle = (
        tags[one].pop(0) if MARK.fullmatch(one) else line_end if one == "\n" else escaped(one)
        for one in new[start : len(new) - end]
    )
    parts = (*_raws(before), *_raws(core[:start]), *middle, *_raws(core[len(core) - end :]), *_raws(after))
    return b"".join(parts)


def cut(text: str) -> Iterable[str]:
    """Give the characters and marks of a text."""
    last = 0
    for mark in marks_in(text):
        yield from text[last : mark.start]
        yield mark.text
        last = mark.end
    yield from text[last:]


def _units(pieces: Iterable[Piece]) -> Iterable[tuple[str, bytes]]:
    """Give characters and marks, each with its bytes."""
    for piece in pieces:
        if MARK.fullmatch(piece.text):
            yield piece.text, piece.raw
        else:
            yield from atoms(piece.raw)


def _blanks(units: Sequence[tuple[str, bytes]]) -> int:
    """Count the blanks that a segment begins with."""
    return next((index for index, (one, _raw) in enumerate(units) if one not in BLANKS), len(units))


def _shared(old: Sequence[tuple[str, bytes]], new: Sequence[str]) -> int:
    pairs = enumerate(zip(old, new, strict=False))
    return next((index for index, ((mine, _raw), its) in pairs if mine != its), min(len(old), len(new)))


def _tags(own: Iterable[tuple[str, bytes]], others: Iterable[tuple[str, bytes]]) -> dict[str, list[bytes]]:
    """Give the bytes of every mark, the element's own first."""
    found: dict[str, list[bytes]] = defaultdict(list)
    for one, raw in (*own, *others):
        if MARK.fullmatch(one):
            found[one].append(raw)
    return found


def _raws(units: Iterable[tuple[str, bytes]]) -> Iterable[bytes]:
    return (raw for _one, raw in units)
