"""Clauses sent out, and what came back of them."""
