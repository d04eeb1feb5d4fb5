"""How something was rendered before: in this review, and in translation memories."""

from drafter.review.concordance.looking import MOST, Place, look_up
from drafter.review.concordance.matching import FuzzyMatch, fuzzy_matches
from drafter.review.concordance.memories import Memory, load_memory

__all__ = ["MOST", "FuzzyMatch", "Memory", "Place", "fuzzy_matches", "load_memory", "look_up"]
