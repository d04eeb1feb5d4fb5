"""Many reviews in one go: which files of a folder belong together, what is found in each, and a summary over all."""

from drafter.review.batch.items import Item, items_in
from drafter.review.batch.running import Result, run_batch
from drafter.review.batch.summary import write_summary

__all__ = ["Item", "Result", "items_in", "run_batch", "write_summary"]
