"""Digits that are no figures: formulas, names of networks and hotlines, document and standard numbers."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from drafter.language.tokens import holds_any
from drafter.model import Span

FORMULA = re.compile(
    r"""
    (?i:PM)\s?(?:2\s?[.．]\s?(?:5|five)|10(?![0-9])|ten|1(?![0-9.]))
    | (?<![A-Za-z])(?:
        (?:(?:SO|NO|CO|CH|NH|O|SF)\s?_?\s?|[NCH])[2-6₂₃₄](?![0-9A-Za-z%]|[.,][0-9])
      | H2S | N2O | [NS]O[23] | CO2 | NH3 | O3(?![0-9]) | CaCO3 | SF6 | H2O
      )
    """,
    re.VERBOSE,
)
PHONE = (
    r"[+0-9](?=[0-9]{1,3}[- ])(?<![0-9][+0-9])(?:(?<=0)[1-9][0-9]{1,2}[- ][0-9]{3,4}[- ]?[0-9]{4}"
    r"|(?:(?<=\+)8|(?<=8))6[- ]0?[1-9][0-9]{1,2}[- ][0-9]{3,4}[- ]?[0-9]{4}|(?<=[0-9])[0-9]{2}-[0-9]{3,4}-[0-9]{4})"
    r"(?![0-9])"
)
"""Telephone lines, with or without the code of the country."""

# Names of other kinds: “2+26” cities and “1+N” policies; 9/11 and 24/7; 5G, 3D, 4S shops; hotlines of citizens; H1N1,
# A320, T3, B12; diseases, aeroplanes, rockets and shares; telephone lines; addresses on the web; and the powers of what
# a measure is divided by (g/m2).
_NAMES = (
    re.compile(r"(?<![0-9])[0-9]{1,4}\+(?:[0-9N]{1,4}\+?){1,8}"),
    re.compile(r"(?<![0-9])(?:9/11(?![0-9/])|24/7(?![0-9])|7\s?[×xX*]\s?24(?![0-9]))"),
    re.compile(r"[2-6](?<![0-9][2-6])[GDS](?![A-Za-z])|123(?<![0-9]123)(?:45|69|50)(?![0-9])"),
    re.compile(r"[A-Z](?=[A-Z]?[0-9])(?<![A-Za-z0-9][A-Z])(?<!O)[A-Z]?[0-9]{1,4}[A-Z]?[0-9]{0,2}(?![0-9A-Za-z.,%])"),
    re.compile(
        r"(?<![A-Za-z])(?:COVID|Covid|covid|SARS-CoV|Boeing|Airbus|Long March|FTSE|CAC|CSI|S&P|Stoxx|Nasdaq)[- ]?[0-9]+"
        r"(?:-[0-9]+)?(?![0-9]|,[0-9])"
    ),
    re.compile(PHONE),
    re.compile(r"(?i:round\sof\s(?:the\slast\s)?)(?:16|32|64|128|sixteen|thirty-two|sixty-four)(?![0-9A-Za-z])"),
    re.compile(
        r"https?://\S+|www\.\S+|(?<![\w.])[\w.]{1,64}@[\w.]{1,64}"
        r"|(?<![\w.-])[A-Za-z0-9-]{1,63}\.(?:com|cn|org|net|gov|edu|info)(?![A-Za-z])",
        re.ASCII,
    ),
    re.compile(r"[/·⋅(]\s?N?[kcd]?m[23](?![0-9])"),
)
# A cheap look before the dear ones: the last letter of a name, and its number.
_DOMAIN = re.compile(r"\.(?:com|cn|org|net|gov|edu|info)(?![A-Za-z])")
_MARKS = ("123", "G", "D", "S")
_POWERS = ("m2", "m3")
_DAILY = ("9/11", "24/7", "24")
_NUMBERED = re.compile("[0-9](?:(?<=[DdVgshECIPxq][- ][0-9])|(?<=[DdVgshECIPxq][0-9]))")


def _likely(text: str) -> tuple[bool, ...]:
    """Which kinds of names a text may hold, in order."""
    return (
        "+" in text, holds_any(text, _DAILY), holds_any(text, _MARKS), True, _NUMBERED.search(text) is not None, True,
        "ound of" in text, "@" in text or "://" in text or "www" in text or _DOMAIN.search(text) is not None,
        holds_any(text, _POWERS),
    )  # fmt: skip


class Mask:
    """Stretches of a text in which no figure is sought."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []  # the furthest end so far, so that stretches may overlap
        for span in sorted(spans):
            self._starts.append(span.start)
            self._ends.append(max(span.end, self._ends[-1]) if self._ends else span.end)

    def covers(self, pos: int) -> bool:
        """Tell whether a code point lies in a masked stretch."""
        index = bisect_right(self._starts, pos) - 1
        return index >= 0 and pos < self._ends[index]

    def meets(self, span: Span) -> bool:
        """Tell whether a stretch shares a code point with a masked one."""
        index = bisect_left(self._starts, span.end) - 1
        return index >= 0 and span.start < self._ends[index]


_FORMULA_LIKELY = re.compile(r"[A-Zm](?:(?<=[Pp][Mm])\s?[0-9t]|(?<![a-z])\s?_?\s?[0-9₂₃₄])")


def name_mask(text: str, others: Iterable[Span] = ()) -> Mask:
    """Mask the formulas and set names of a text.

    Args:
        text: the text.
        others: further stretches that hold no figure.
    """
    spans = list(others)
    if _FORMULA_LIKELY.search(text):
        spans.extend(Span(*found.span()) for found in FORMULA.finditer(text))
    for names, likely in zip(_NAMES, _likely(text), strict=True):
        if likely:
            spans += [Span(*found.span()) for found in names.finditer(text)]
    return Mask(spans)
