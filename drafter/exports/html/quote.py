"""A stretch of text with the damaged words marked, cut to what the eye needs."""

from html import escape
from typing import Final

from drafter.exports.characters import legal
from drafter.exports.excerpt import excerpt
from drafter.i18n import _
from drafter.model import Side, Span

LANGUAGES: Final[dict[Side, str]] = {"zh": "zh-CN", "en": "en"}


def safe(text: str) -> str:
    """Give a text as it may stand in a page: nothing in it is taken for markup."""
    return escape(legal(text).replace("\n", " ").replace("\t", " "))


def quote(text: str, span: Span, side: Side, *, narrow: bool = False) -> str:
    """Give the words of a span, marked, with what stands round them.

    The mark is bold and underlined besides its colour; where something is missing, a word in a box says so.
    """
    found = excerpt(text, span, side, narrow=narrow)
    marked = f"<mark>{safe(found.words)}</mark>" if found.words else _gap()
    return f'<q lang="{LANGUAGES[side]}">{safe(found.before)}{marked}{safe(found.after)}</q>'


def _gap() -> str:
    return f'<mark class="gap">{safe(_("missing"))}</mark>'
