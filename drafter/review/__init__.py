"""The review session: the only door through which anything changes a review; knows no screen."""

from drafter.review.opening import open_mixed, open_pair, open_pairs, open_project, open_side
from drafter.review.places import Place
from drafter.review.session import Change, ReviewSession

__all__ = [
    "Change",
    "Place",
    "ReviewSession",
    "open_mixed",
    "open_pair",
    "open_pairs",
    "open_project",
    "open_side",
]
