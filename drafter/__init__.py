"""Drafter: a review desk for Chinese government plans and their English texts."""

__version__ = "0.1.0"
