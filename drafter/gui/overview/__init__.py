"""The overview panel: how far the review has come, by sections and people, and what is still found where."""
