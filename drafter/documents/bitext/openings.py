"""Places for translations that are missing, where each version of XLIFF has them, and the states they bring."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from drafter.documents.bitext.flow import opened
from drafter.documents.bitext.nodes import MEMOQ, XML_LANG, XML_SPACE, Node, blank_before
from drafter.documents.bitext.pairs import Splice, with_attribute

# States that say there is no translation yet, and what the standards call one that is there and was not reviewed.
_UNTRANSLATED: Final = ("new", "needs-translation")
_TRANSLATED: Final = "translated"


@dataclass(frozen=True, slots=True)
class Openings:
    """Makes places in one unit.

    Attributes:
        utf8: the file in UTF-8.
        unit: the unit.
        language: the code of the target language.
        spaced: whether sentences of that language stand apart.
    """

    utf8: bytes
    unit: Node
    language: str
    spaced: bool

    def target_1(self, beside: Node, target: Node | None, segments: Sequence[Node] = ()) -> tuple[Splice, ...]:
        """Make a place in version 1.2.

        Args:
            beside: the source, as cut into segments where it is; the target comes behind it.
            target: the target, empty, where there is one.
            segments: the segments of the source; the target is cut likewise.
        """
        shape = self._shape(beside, segments) if segments else b""
        if target is None:
            made = self._beside(beside, shape)
        else:
            first, last = self._tags(target)
            if target.get("state") in _UNTRANSLATED:
                first = with_attribute(first, "state", _TRANSLATED)
            made = Splice(target.start, target.end, first + shape + last)
        if self.unit.get(MEMOQ + "status") != "NotStarted":
            return (made,)
        tag = with_attribute(self._tag(self.unit), self._prefix(b"status") + "status", "PartiallyEdited")
        return Splice(self.unit.start, self.unit.inside, tag), made

    def segments_1(self, missing: Sequence[Node], last: Node) -> tuple[Splice, ...]:
        """Make places for segments that a target lacks: all at once, in their order, behind those that are there."""
        gap = b" " if self.spaced else b""
        return (Splice(last.end, last.end, b"".join(gap + self._emptied(segment) for segment in missing)),)

    def segment_1(self, segment: Node) -> tuple[Splice, ...]:
        """Make a place in a segment of the target that is empty."""
        return (Splice(segment.start, segment.end, self._emptied(segment)),)

    def draft(self, definition: Node) -> tuple[Splice, ...]:
        """Give a segment of Trados the state of one that somebody has begun, where it has none."""
        if definition.get("conf"):
            return ()
        return (Splice(definition.start, definition.inside, with_attribute(self._tag(definition), "conf", "Draft")),)

    def target_2(self, segment: Node, source: Node, target: Node | None) -> tuple[Splice, ...]:
        """Make a place in version 2."""
        made = self._beside(source, b"") if target is None else Splice(target.start, target.end, self._emptied(target))
        if segment.get("state") not in ("", "initial"):
            return (made,)
        # Whoever changes the state takes its refinement out, says the standard.
        tag = with_attribute(with_attribute(self._tag(segment), "state", _TRANSLATED), "subState", None)
        return Splice(segment.start, segment.inside, tag), made

    def _beside(self, source: Node, shape: bytes) -> Splice:
        """Give a target that stands behind its source, in its manner."""
        prefix = self._tag(source)[1:].split(None, 1)[0].rpartition(b":")
        name = prefix[0] + prefix[1] + b"target"
        first = b"<" + name + b">"
        if (space := source.get(XML_SPACE)) in ("preserve", "default"):
            first = with_attribute(first, "xml:space", space)
        if source.get(XML_LANG):
            first = with_attribute(first, "xml:lang", self.language)
        made = first + shape + b"</" + name + b">"
        return Splice(source.end, source.end, blank_before(self.utf8, source) + made)

    def _shape(self, cut: Node, segments: Sequence[Node]) -> bytes:
        """Give what stands in a segmented source with its segments emptied: the shape of the target."""
        parts: list[bytes] = []
        last = cut.inside
        for segment in segments:
            between = self.utf8[last : segment.start]
            parts += [between or (b" " if parts and self.spaced else b""), self._emptied(segment)]
            last = segment.end
        return b"".join((*parts, self.utf8[last : cut.outside]))

    def _emptied(self, node: Node) -> bytes:
        return b"".join(self._tags(node))

    def _tag(self, node: Node) -> bytes:
        return self.utf8[node.start : node.inside]

    def _tags(self, node: Node) -> tuple[bytes, bytes]:
        """Give the first and the last tag of an element, as of one that is not empty."""
        tag = self._tag(node)
        return opened(tag) if tag.endswith(b"/>") else (tag, self.utf8[node.outside : node.end])

    def _prefix(self, name: bytes) -> str:
        """Give the prefix, with its colon, that an attribute of the unit bears."""
        return self._tag(self.unit).split(b":" + name, 1)[0].split()[-1].decode() + ":"
