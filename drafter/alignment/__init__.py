"""Pairs the units of a Chinese text with those of its English one."""

from drafter.alignment.aligner import align

__all__ = ["align"]
