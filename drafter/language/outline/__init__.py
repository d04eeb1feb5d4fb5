"""The outline of a document: its titles, headings, items, annexes and the parts of an official letter, as a tree."""

from drafter.language.outline.build import outline_of
from drafter.language.outline.nodes import SECTIONS, Node, NodeKind, Outline

__all__ = ["SECTIONS", "Node", "NodeKind", "Outline", "outline_of"]
