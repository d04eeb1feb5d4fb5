"""Pairs the units of a Chinese text with those of its English one."""

from drafter.alignment.aligner import align
from drafter.alignment.stretch import realign
from drafter.alignment.tables import align_paragraphs

__all__ = ["align", "align_paragraphs", "realign"]
