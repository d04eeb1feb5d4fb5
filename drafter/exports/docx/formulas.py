"""Figures of formulas and units below and above the line: PM2.5, CO2, m3. The text itself stays as it is."""

import re
from collections.abc import Iterator
from typing import Final, Literal

from drafter.exports.docx.splitting import split_text, text_of
from drafter.exports.docx.xml import Element, W, value

_FORMULA: Final = re.compile(
    r"(?<![A-Za-z0-9])(?:PM(?:2\.5|10)|SO[234x]|NO[23x]|N2O[45]?|COD?2|O3|NH[34]|H2S(?:O4)?|HNO3|CH4|SF6|NF3|CS2)"
    r"(?![A-Za-z0-9])"
)
_UNIT: Final = re.compile(r"(?<![A-Za-z])(?:[A-Za-zμµ]{1,3}/)?[Nkcdm]?m(?P<power>[23])(?![A-Za-z0-9.])")
_FIGURE: Final = re.compile(r"[A-Za-z][0-9x]")
"""What every such place holds; most runs don't."""

_LOW: Final = re.compile(r"\d+(?:\.\d+)?|x")

Where = Literal["subscript", "superscript"]


def set_scripts(body: Element) -> None:
    """Put the figures of formulas below the line, and the powers of units above it.

    Args:
        body: what holds the runs; a run is cut where its look changes.
    """
    for run in list(body.iter(f"{W}r")):
        text = text_of(run)
        places = list(_places(text)) if _FIGURE.search(text) else ()
        if not places:
            continue
        edges = sorted({edge for start, end, _ in places for edge in (start, end)})
        offset = 0
        raised = {start: where for start, _, where in places}
        for piece in split_text(run, edges):
            if (where := raised.get(offset)) is not None:
                properties = piece.find(f"{W}rPr")
                if properties is not None:
                    properties.append(value("vertAlign", where))
            offset += len(text_of(piece))


def _places(text: str) -> Iterator[tuple[int, int, Where]]:
    for formula in _FORMULA.finditer(text):
        for low in _LOW.finditer(text, *formula.span()):
            yield *low.span(), "subscript"
    for unit in _UNIT.finditer(text):
        yield *unit.span("power"), "superscript"
