"""Filters over the clauses of a review, written as one line: `severity>=major rule:number.* -state:final`."""

from drafter.review.filtering.completing import completions
from drafter.review.filtering.filters import KEYS, Filter
from drafter.review.filtering.reading import read_filter

__all__ = ["KEYS", "Filter", "completions", "read_filter"]
