"""The history panel: what became of a clause, and what changed since some moment."""
