"""A translation tool's file with corrected targets.

What is changed is the content of targets that were corrected, and nothing else, save that

- a target that was missing comes where the version of the format has it, cut into segments like its source and with
  the source's inline tags; the state of such a unit says that it is translated, never that anybody has reviewed it;
- in a memory the day of the last change is set where the file tells one. Who made it stays as it was: a name may not
  be one that the tool knows.

States of units that had a translation stay: what a correction means for them is for whoever runs the project to say.
Sources are never changed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Final

from drafter.documents import UnreadableError
from drafter.documents.bitext import pairs_of
from drafter.documents.bitext.flow import BLANKS
from drafter.documents.bitext.pairs import Pair, Splice, spliced
from drafter.documents.bitext.source import source_of
from drafter.exports.atomic import write_atomically
from drafter.exports.bitext.content import corrected, cut, written
from drafter.language.marks import MARK
from drafter.model import N_, Document, DrafterError, Side

_TIME_LENGTH: Final = len("YYYY-MM-DDTHH:MM:SS")


@dataclass(frozen=True, slots=True)
class Correction:
    """A corrected text.

    Attributes:
        before: the text as it was read.
        text: the text as corrected, marks in it.
        time: when it was corrected last, UTC, ISO 8601; "" where nobody knows.
    """

    before: str
    text: str
    time: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """What was written.

    Attributes:
        data: the bytes of the file.
        changed: how many targets were changed.
        locked: how many were not because the file forbids it.
        sources: how many corrections were made in a source, which stays as it is.
    """

    data: bytes
    changed: int = 0
    locked: int = 0
    sources: int = 0


def write_bitext(document: Document, corrections: Mapping[tuple[int, Side], Correction], path: Path) -> Written:
    """Write a translation tool's file with corrected targets, whole or not at all.

    Args:
        document: either side of the review, which holds the bytes of the file.
        corrections: corrected texts by the number of their pair, from 0, and their language.
        path: where to.

    Raises:
        DrafterError: the corrections don't fit the file, or it can't be written.
    """
    result = corrected_bitext(document, corrections)
    write_atomically(path, result.data)
    return result


def corrected_bitext(document: Document, corrections: Mapping[tuple[int, Side], Correction]) -> Written:
    """Give the bytes of a translation tool's file with corrected targets; see `write_bitext`.

    Raises:
        DrafterError: the corrections don't fit the file.
    """
    old = list(_pairs(document, document.data))
    _require_fit(document, old, corrections)
    wanted = [(index, pair) for index, pair in enumerate(old) if (index, pair.side) in corrections]
    changes = {index: corrections[index, pair.side] for index, pair in wanted if not pair.locked}
    data = _with_texts(document, old, changes)
    _require_sound(document, old, data, changes)
    return Written(data, len(changes), len(wanted) - len(changes), len(corrections) - len(wanted))


def _pairs(document: Document, data: bytes) -> Iterator[Pair]:
    """Give the pairs of the file, in other bytes perhaps."""
    return pairs_of(data, document.name, document.format)


def _require_fit(document: Document, pairs: Sequence[Pair], corrections: Mapping[tuple[int, Side], Correction]) -> None:
    for (index, side), correction in corrections.items():
        if index >= len(pairs) or pairs[index].text(side) != correction.before:
            raise DrafterError(
                N_("The texts of this review are not those of “{name}”: open that file anew and correct it there."),
                name=document.name,
            )


def _with_texts(document: Document, old: Sequence[Pair], changes: Mapping[int, Correction]) -> bytes:
    """Put texts into their places, where there are none yet into places made for them."""
    if not changes:
        return document.data
    data, pairs = document.data, {index: old[index] for index in changes}
    if openings := {splice for pair in pairs.values() for splice in pair.opening}:
        data = _spliced(document, data, openings)
        pairs = {index: pair for index, pair in enumerate(_pairs(document, data)) if index in changes}
    line_end = b"\r\n" if b"\r\n" in source_of(data, document.name).utf8 else b"\n"
    splices = {splice for index, pair in pairs.items() for splice in _changes(pair, changes[index], line_end)}
    return _spliced(document, data, splices)


def _spliced(document: Document, data: bytes, splices: Iterable[Splice]) -> bytes:
    source = source_of(data, document.name)
    return source.written(spliced(source.utf8, splices))


def _changes(pair: Pair, correction: Correction, line_end: bytes) -> Iterator[Splice]:
    """Give what a correction changes."""
    if pair.target is None:
        return
    source = pair.source.text if pair.source else ""
    text = corrected(pair.target.text, source, correction.text)
    node = pair.target.node
    yield Splice(node.inside, node.outside, written(pair.target, pair.source, text, line_end))
    day = _day(correction.time)
    for start, end in pair.dates if day else ():
        yield Splice(start, end, day)


def _day(time: str) -> bytes:
    """Give a time as memories write it: 20260102T030405Z."""
    return (time[:_TIME_LENGTH].replace("-", "").replace(":", "") + "Z").encode("ascii") if time else b""


def _require_sound(document: Document, old: Sequence[Pair], data: bytes, changes: Mapping[int, Correction]) -> None:
    """Read the new bytes as anybody would, and make sure that they say what they shall.

    Raises:
        DrafterError: they don't, and must not be written.
    """
    try:
        pairs = enumerate(zip_longest(old, _pairs(document, data)))
        sound = all(one and new and _as_meant(one, new, changes.get(index)) for index, (one, new) in pairs)
    except UnreadableError:
        sound = False
    if not sound:
        raise DrafterError(
            N_("“{name}” is made in a way that can't be corrected in place: export another kind of file."),
            name=document.name,
        )


def _as_meant(old: Pair, new: Pair, correction: Correction | None) -> bool:
    """Whether a pair says what it shall, and no tag is gone."""
    other: Side = "zh" if new.side == "en" else "en"
    before, source = old.text(old.side), old.text(other)
    if source != new.text(other):
        return False
    if correction is None:
        return before == new.text(new.side)
    # As words and tags stand, for the numbers of tags may change with their order.
    was = old.target if before else old.source
    tags = {piece.text: piece.raw for piece in (was.pieces if was else ())}
    meant = (
        tags[one] if MARK.fullmatch(one) else one.encode() for one in cut(corrected(before, source, correction.text))
    )
    told = (
        piece.raw if MARK.fullmatch(piece.text) else piece.text.encode()
        for piece in (new.target.pieces if new.target else ())
    )
    return b"".join(meant) == b"".join(told).strip(BLANKS.encode())
