"""A stretch of text with the damaged words marked, cut to what the eye needs."""

from html import escape
from typing import Final

from drafter.exports.characters import legal
from drafter.i18n import _
from drafter.model import Side, Span

_AROUND: Final[dict[Side, int]] = {"zh": 22, "en": 56}
"""Characters kept on either side of the damaged words: about one line of print together."""

_LONGEST: Final = 160
"""Characters of the damaged words themselves that are shown."""

LANGUAGES: Final[dict[Side, str]] = {"zh": "zh-CN", "en": "en"}


def safe(text: str) -> str:
    """Give a text as it may stand in a page: nothing in it is taken for markup."""
    return escape(legal(text).replace("\n", " ").replace("\t", " "))


def quote(text: str, span: Span, side: Side) -> str:
    """Give the words of a span, marked, with what stands round them.

    The mark is bold and underlined besides its colour; where something is missing, a word in a box says so.
    """
    start = min(max(span.start, 0), len(text))
    end = min(max(span.end, start), len(text))
    before, after = _lead(text[:start], _AROUND[side]), _trail(text[end:], _AROUND[side])
    marked = f"<mark>{safe(_trail(text[start:end], _LONGEST))}</mark>" if start < end else _gap()
    return f'<q lang="{LANGUAGES[side]}">{safe(before)}{marked}{safe(after)}</q>'


def _gap() -> str:
    return f'<mark class="gap">{safe(_("missing"))}</mark>'


def _lead(text: str, length: int) -> str:
    """Give the end of what stands before, from the beginning of a word on."""
    if len(text) <= length:
        return text
    kept = text[-length:]
    return "…" + (kept.partition(" ")[2] or kept)


def _trail(text: str, length: int) -> str:
    """Give the beginning of what stands behind, up to the end of a word."""
    if len(text) <= length:
        return text
    kept = text[:length]
    return (kept.rpartition(" ")[0] or kept) + "…"
