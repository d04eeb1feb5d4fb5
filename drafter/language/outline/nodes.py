"""What an outline is: the nodes of a document's structure in order, each knowing its parent and its children."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from drafter.model import Segment, Span

NodeKind = Literal[
    "title",
    "heading",
    "item",
    "annex",
    "number",
    "addressee",
    "signature",
    "date",
    "note",
    "imprint",
    "duty",
]
"""What a node is. A heading has its line to itself, an item goes on with text; from "number" on all are leaves."""

SECTIONS: frozenset[NodeKind] = frozenset(("title", "heading", "item", "annex"))
"""The kinds that text can stand under."""


@dataclass(frozen=True, slots=True)
class Node:
    """One place of the structure.

    Attributes:
        kind: what it is.
        level: 0 for the title of a document or an annex, from 1 for what stands below.
        ordinal: the number it has among its siblings, 0 where it has none.
        style: how its marker is written ("zh-comma", …; see `enumerators`), "" without a marker.
        marker: the marker with its bracket, comma or dot, in the first paragraph; empty where the node begins if it
            has none.
        title: the stretches of text that name it, one for each line; none where it is plain text.
        paragraph: index of the paragraph it begins in, counted from 0.
        damaged: whether no drafter would write its marker or form so.
        parent: index of the node above in its outline, None at the top.
        children: indexes of the nodes one step below, in order.
        inside: whether it belongs to a list inside its paragraph.
    """

    kind: NodeKind
    level: int
    ordinal: int
    style: str
    marker: Span
    title: tuple[Segment, ...]
    paragraph: int
    damaged: bool = False
    parent: int | None = None
    children: tuple[int, ...] = ()
    inside: bool = False

    @property
    def start(self) -> int:
        """Where the node begins in its paragraph."""
        return self.marker.start


@dataclass(frozen=True)
class Outline:
    """The structure of one document.

    Attributes:
        nodes: its nodes in reading order; a node's children follow it, before its next sibling.
    """

    nodes: tuple[Node, ...] = ()

    @cached_property
    def roots(self) -> tuple[int, ...]:
        """The indexes of the nodes that stand under no other."""
        return tuple(index for index, node in enumerate(self.nodes) if node.parent is None)

    @cached_property
    def _sections(self) -> tuple[list[tuple[int, int]], list[int]]:
        found = [
            (node.paragraph, node.start, index)
            for index, node in enumerate(self.nodes)
            if node.kind in SECTIONS and not node.inside
        ]
        return [(paragraph, start) for paragraph, start, _ in found], [index for _, _, index in found]

    def section_at(self, paragraph: int, offset: int = 0) -> int | None:
        """Give the title, heading, item or annex that a place stands under, or is part of.

        Args:
            paragraph: index of the paragraph, counted from 0.
            offset: the place in its text.

        Returns:
            The index of the node, None before the first.
        """
        places, indexes = self._sections
        found = bisect_right(places, (paragraph, offset)) - 1
        return indexes[found] if found >= 0 else None

    def above(self, index: int) -> Iterator[int]:
        """Give the indexes of the nodes above one, the nearest first."""
        parent = self.nodes[index].parent
        while parent is not None:
            yield parent
            parent = self.nodes[parent].parent


def linked(nodes: Sequence[Node], parents: Sequence[int | None]) -> Outline:
    """Join nodes to an outline.

    Args:
        nodes: the nodes in reading order.
        parents: the index of the node above each, None at the top.
    """
    children: list[list[int]] = [[] for _ in nodes]
    for index, parent in enumerate(parents):
        if parent is not None:
            children[parent].append(index)
    return Outline(
        tuple(
            replace(node, parent=parent, children=tuple(below))
            for node, parent, below in zip(nodes, parents, children, strict=True)
        )
    )
