"""Suggestions: which concepts a clause is likely about, and why.

What is learned of accepted tags stands in `learned`, which takes its time to load.
"""

from drafter.taxonomy.suggesting.examples import Example
from drafter.taxonomy.suggesting.passages import Passage
from drafter.taxonomy.suggesting.suggester import Reason, Suggester, Suggestion, accepted_above

__all__ = ["Example", "Passage", "Reason", "Suggester", "Suggestion", "accepted_above"]
