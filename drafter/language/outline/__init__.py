"""The outline of a document: its titles, headings, items, annexes and the parts of an official letter, as a tree."""

from drafter.language.outline.build import heading_levels, outline_of
from drafter.language.outline.nodes import SECTIONS, Node, NodeKind, Outline
from drafter.language.outline.pairs import PairOutline, Section, outline_of_pair

__all__ = [
    "SECTIONS",
    "Node",
    "NodeKind",
    "Outline",
    "PairOutline",
    "Section",
    "heading_levels",
    "outline_of",
    "outline_of_pair",
]
