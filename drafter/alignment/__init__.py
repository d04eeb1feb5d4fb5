"""Pairs the units of a Chinese text with those of its English one."""

from drafter.alignment.aligner import align
from drafter.alignment.stretch import realign
from drafter.alignment.tables import align_paragraphs
from drafter.alignment.within import align_within

__all__ = ["align", "align_paragraphs", "align_within", "realign"]
