"""The clause view: Chinese and English side by side, clause by clause, marked, and edited in place."""

from drafter.gui.clauses.view import ClauseView

__all__ = ["ClauseView"]
