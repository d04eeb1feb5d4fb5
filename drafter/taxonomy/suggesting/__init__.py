"""Suggestions: which concepts a clause is likely about, and why."""

from drafter.taxonomy.suggesting.learned import Example, Learned
from drafter.taxonomy.suggesting.passages import Passage
from drafter.taxonomy.suggesting.suggester import Reason, Suggester, Suggestion, accepted_above

__all__ = ["Example", "Learned", "Passage", "Reason", "Suggester", "Suggestion", "accepted_above"]
