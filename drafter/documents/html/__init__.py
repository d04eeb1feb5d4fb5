"""Saved web pages: the plan's own text, without the site around it; nothing is ever fetched."""

from drafter.documents.html.reader import read_html

__all__ = ["read_html"]
