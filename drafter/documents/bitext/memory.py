"""Translation memories in TMX, 1.1 to 1.4b, as pairs with their places."""

from collections.abc import Iterator
from typing import Final

from drafter.documents.bitext.flow import Tags
from drafter.documents.bitext.nodes import XML_LANG, Node, blank_before, nodes, words_of
from drafter.documents.bitext.pairs import Pair, Splice, side_of, value_place
from drafter.model import Side

_WANTED: Final = frozenset({"tu"})
_CHANGED: Final = "changedate"


def tmx_pairs(utf8: bytes, name: str) -> Iterator[Pair]:
    """Give the pairs of a translation memory; those without any text too. What is corrected is the English.

    Args:
        utf8: the file in UTF-8.
        name: its name, for messages.

    Raises:
        UnreadableError: it is no sound XML.
    """
    english = "en"
    for number, node in enumerate(nodes(utf8, name, _WANTED), 1):
        variants: dict[Side, tuple[Node, Node]] = {}
        for variant in node.all("tuv"):
            code = variant.get(XML_LANG) or variant.get("lang")
            side, segment = side_of(code), variant.child("seg")
            if side is not None and segment is not None and side not in variants:
                variants[side] = variant, segment
                english = code if side == "en" else english
        tags = Tags()
        source, target = (tags.flow(utf8, variants[side][1]) if side in variants else None for side in ("zh", "en"))
        opening: tuple[Splice, ...] = ()
        changed = [node]
        if "en" in variants:
            variant, segment = variants["en"]
            changed.append(variant)
            if utf8[segment.start : segment.inside].endswith(b"/>"):
                opening = (Splice(segment.start, segment.end, b"<seg></seg>"),)
        elif "zh" in variants:
            opening = (_new_variant(utf8, node.all("tuv")[-1], variants["zh"][0], english),)
        places = (value_place(utf8, one.start, one.inside, _CHANGED) for one in changed)
        yield Pair(
            node.get("tuid") or str(number),
            source,
            target,
            "en",
            tuple(filter(None, (words_of(utf8, note) for note in node.all("note")))),
            opening,
            tuple(place for place in places if place),
        )


def _new_variant(utf8: bytes, last: Node, other: Node, language: str) -> Splice:
    """Make a place for an English text behind the last one, in the manner of the Chinese one."""
    attribute = b"xml:lang" if other.get(XML_LANG) else b"lang"
    made = b"<tuv " + attribute + b'="' + language.encode() + b'"><seg></seg></tuv>'
    return Splice(last.end, last.end, blank_before(utf8, last) + made)
