"""Markup left in the text."""

import re
from collections.abc import Iterator
from html import unescape

from drafter.checks.context import ClauseContext
from drafter.checks.rule import Rule
from drafter.model import N_, Finding, Fix, Message, Side, Span

_MARKUP = re.compile(
    r"""
    (?P<entity>&(?:
        nbsp|ensp|emsp|thinsp|amp|lt|gt|quot|apos|ldquo|rdquo|lsquo|rsquo|mdash|ndash|hellip|middot|bull|times|deg
      | micro|mu|sup2|sup3|le|ge|permil|copy|reg|trade|para|sect|\#[0-9]{1,7}|\#x[0-9A-Fa-f]{1,6}
    );)
  | (?P<tag></?(?:
        br|p|div|span|strong|em|b|i|u|a|font|sub|sup|img|table|thead|tbody|tr|td|th|ul|ol|li|h[1-6]|hr|center|o:p
    )(?:\s[^<>]{0,300})?\s?/?>)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_INLINE = re.compile(r"</?(?:span|strong|em|b|i|u|a|font|sub|sup|o:p)[\s/>]", re.IGNORECASE)


class EncodingEntity(Rule):
    """Markup of a web page left in the text.

    What it does: finds character entities and tags, and gives the character, a space or nothing for them.

    Why it is bad: a reader sees the machinery, and a search does not find the words.

    Example: `&nbsp;` -> a space; `<br>` -> a space.

    Source: HTML Living Standard, 13.5 (named character references).
    """

    name = "encoding.entity"
    severity = "minor"
    mqm = "fluency/character-encoding"
    sides = ("zh", "en")
    rank = 8

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        text = context.text(side)
        if "&" not in text and "<" not in text:
            return
        for found in _MARKUP.finditer(text):
            meant = unescape(found[0]) if found["entity"] else "" if _INLINE.match(found[0]) else " "
            if meant.isspace():
                before, after = text[max(0, found.start() - 1) : found.start()], text[found.end() : found.end() + 1]
                alone = not before or not after or before.isspace() or after.isspace() or side == "zh"
                meant = "" if alone else " "
            message = Message(N_("“{markup}” is markup of a web page."), {"markup": found[0]})
            yield self.finding(context, side, Span(*found.span()), message, fix=Fix(meant, "safe"))
