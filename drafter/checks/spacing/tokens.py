"""What a line of English is made of for the eye that looks for missing spaces: words, figures, marks, blanks."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

# A function with its arguments: SUM(A1:B2), TODAY(). What stands behind an acronym and is no code glosses it:
# LDAR(leak detection).
_CALL = r"""
    (?<![A-Za-z0-9])[A-Z][A-Z0-9.]{1,30}
    \((?:(?=[^()]{0,200}(?:[A-Z]\$?[0-9]{1,6}[,:)*+/-]|[<>=^$|!*]))|(?![^()"]{0,200}[a-z]{3}))
    (?:[^()]|\([^()]{0,200}\)){0,200}\)
  | (?<![A-Za-z0-9_.])[a-z_][A-Za-z0-9_.]{0,60}\((?:\)|[^()]{0,200}[=_{}$][^()]{0,200}\))
"""
# Formulas, addresses and ordinals are whole: no seam is sought inside them.
_TOKEN = re.compile(
    rf"""
    (?P<whole>
        \A\s*=(?=[A-Za-z.]+[(|!]).* | {_CALL} |
        https?://\S+ | www\.\S+ | (?<![\w.+-])[\w.+-]{{1,64}}@[\w.-]{{1,64}}
      | PM\s?(?:2\.5|2\.five|10) | (?:CO|NO|SO|NH)[0-9] | (?:NO|SO|CO)x | O3(?![0-9]) | VOCs? | [0-9]{{0,3}}CFCs
      | PhDs? | [BM]Sc | pH | kWh | kW | MWh? | GWh? | dB
      | [0-9]+(?:st|nd|rd|th)(?![a-z])
      | (?<![A-Za-z0-9])[2-6][GDS](?![A-Za-z])  # 5G, 4S
      | (?:[A-Z]\.){{2,}}                         # U.S.
    )
  | (?P<figure>[0-9]+(?:,[0-9]{{3}})*(?:\.[0-9]+)?[%％]?)
  | (?P<acronym>[A-Z]{{2,}}s?(?![a-z])|[A-Z]{{2,}}(?=[A-Z][a-z]|[a-z]))
  | (?P<word>[A-Z]?[a-z]+(?:[’'](?:s|t|re|ve|ll)(?![a-z]))?|[A-Z])
  | (?P<close>[”’)\]］）])
  | (?P<open>[“‘(\[［（])
  | (?P<straight>")
  | (?P<stop>[.!?;:])
  | (?P<comma>,)
  | (?P<blank>\s+)
  | (?P<other>.)
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """One token.

    Attributes:
        kind: name of the group of the table that it matches.
        start: its first code point in the line.
        end: its end, exclusive.
        text: the characters.
    """

    kind: str
    start: int
    end: int
    text: str

    @property
    def wordlike(self) -> bool:
        """Whether it is a word, an acronym or a formula."""
        return self.kind in ("word", "acronym", "whole")


def tokenize(text: str, edges: Sequence[int] = ()) -> list[Token]:
    """Cut a line into tokens, every character of it into one.

    Args:
        text: the line.
        edges: places in order at which a token is cut in two, where another rule's finding begins or ends inside it:
            `achieve|fiveHome`.
    """
    whole = [Token(found.lastgroup or "", *found.span(), found[0]) for found in _TOKEN.finditer(text)]
    if not edges:
        return whole
    return list(chain.from_iterable(_cut(token, edges) for token in whole))


def _cut(token: Token, edges: Sequence[int]) -> Iterator[Token]:
    start = token.start
    for edge in edges[bisect_right(edges, token.start) : bisect_left(edges, token.end)]:
        yield Token(token.kind, start, edge, token.text[start - token.start : edge - token.start])
        start = edge
    yield Token(token.kind, start, token.end, token.text[start - token.start :])
