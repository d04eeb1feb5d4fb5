"""Charts of horizontal bars, drawn as SVG: names at the left, figures behind the bars."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from drafter.exports.html.quote import safe

_WIDTH: Final = 720
_NAMES: Final = 250
_INDENT: Final = 12
_ROOM_FOR_FIGURES: Final = 64
_GAP: Final = 6
"""Between a name and its bar, and between a bar and its figure."""

_BAR: Final = {1: 13, 2: 9}
"""How high a bar is, by how many a row has."""

_BETWEEN: Final = 9
_FIRST_WIDE: Final = "\u2e80"
_WIDE, _NARROW = 12.0, 6.0
"""How wide a Chinese and another character is; rather too wide, for no two machines have the same fonts."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a bar.

    Attributes:
        value: how long it is, from 0 on.
        kind: what it stands for, a class of the style sheet: `critical`, `plain` …
    """

    value: float
    kind: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar.

    Attributes:
        pieces: its pieces, from the left.
        figure: what is written behind it.
        faint: whether it stands back behind the others: it shows what was.
    """

    pieces: tuple[Piece, ...]
    figure: str
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A thing with one bar, or with two that are compared.

    Attributes:
        name: what it is called.
        bars: its bars, from above.
        level: how deep it stands under the rows above.
    """

    name: str
    bars: tuple[Bar, ...]
    level: int = 0


def bar_chart(title: str, rows: Sequence[Row]) -> str:
    """Draw a chart.

    Args:
        title: what it shows, for those who can't see it.
        rows: its rows; all bars are to one scale.
    """
    longest = max((sum(piece.value for piece in bar.pieces) for row in rows for bar in row.bars), default=0)
    scale = (_WIDTH - _NAMES - _ROOM_FOR_FIGURES) / longest if longest else 0
    drawn, top = [], 0
    for row in rows:
        height = len(row.bars) * _BAR[len(row.bars)] + len(row.bars) - 1
        drawn += [_name(row, top + height / 2), *_bars(row.bars, top, scale)]
        top += height + _BETWEEN
    return "\n".join(
        (
            f'<svg class="chart" viewBox="0 0 {_WIDTH} {max(top, 1)}" role="img" aria-label="{safe(title)}">',
            *drawn,
            f'<line class="axis" x1="{_NAMES}" y1="0" x2="{_NAMES}" y2="{max(top - _BETWEEN, 0)}"/>',
            "</svg>",
        )
    )


def key(kinds: Iterable[tuple[str, str, bool]]) -> str:
    """Explain colours: class, name, and whether the bar is faint."""
    told = (
        f'<span><svg class="key" viewBox="0 0 10 10" aria-hidden="true"><rect{_look(kind, faint=faint)} '
        f'width="10" height="10"/></svg>{safe(name)}</span>'
        for kind, name, faint in kinds
    )
    return f'<p class="keys">{" ".join(told)}</p>'


def _name(row: Row, middle: float) -> str:
    start = row.level * _INDENT
    shown = _fitting(row.name, _NAMES - _GAP - start)
    return f'<text x="{start}" y="{middle:g}" dy="0.35em"><title>{safe(row.name)}</title>{safe(shown)}</text>'


def _bars(bars: Sequence[Bar], top: float, scale: float) -> Iterable[str]:
    height = _BAR[len(bars)]
    for index, bar in enumerate(bars):
        x, y = float(_NAMES), top + index * (height + 1)
        for piece in bar.pieces:
            width = piece.value * scale
            if width:
                look = _look(piece.kind, faint=bar.faint)
                yield f'<rect{look} x="{x:.2f}" y="{y:g}" width="{width:.2f}" height="{height}"/>'
            x += width
        yield (f'<text class="figure" x="{x + _GAP:.2f}" y="{y + height / 2:g}" dy="0.35em">{safe(bar.figure)}</text>')


def _look(kind: str, *, faint: bool) -> str:
    return f' class="bar-{kind}{" faint" if faint else ""}"'


def _fitting(text: str, room: float) -> str:
    """Cut a name that is too long for its place."""
    width = 0.0
    for index, character in enumerate(text):
        width += _WIDE if character >= _FIRST_WIDE else _NARROW
        if width > room:
            return text[: max(1, index - 1)].rstrip() + "…"
    return text
