"""Every colour of the clause view, named once, for light and for dark.

A finding is told apart by the form of its underline (severity) and by its tooltip (family, rule); colour only helps the
eye to find it. Text keeps a contrast of 4.5 to 1 on everything it can stand on, lines and marks 3 to 1, by WCAG AA.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtGui import QColor, QPalette

from drafter.model import Severity

# Families that are damaged in kin ways share a tint: eight hues are as many as an eye keeps apart.
_HUE_OF: Final[Mapping[str, str]] = {
    "number": "figure",
    "unit": "figure",
    "date": "date",
    "reference": "date",
    "structure": "structure",
    "language": "language",
    "encoding": "encoding",
    "spacing": "form",
    "punctuation": "form",
    "term": "term",
    "text": "sense",
    "pair": "pair",
}


@dataclass(frozen=True)
class Theme:
    """The colours of one appearance.

    Attributes:
        dark: whether it is the dark one.
        base: paper.
        text: body text.
        muted: numbers, placeholders, headers.
        gutter: the narrow column's paper.
        separator: the line between rows.
        current: paper of the current row.
        chosen: paper of rows that are selected.
        accent: bar of the current row, frame of what has the focus.
        resting: the bar while the focus is elsewhere.
        selection: behind selected text.
        flash: outline of what was just gone to.
        tag: the dot of a tagged clause.
        found: behind words that are looked for.
        spelling: the wave below a misspelt word.
        headings: text colour of heading levels 1 to 4.
        tints: background by hue, see `tint`.
        underlines: line colour by severity.
    """

    dark: bool
    base: QColor
    text: QColor
    muted: QColor
    gutter: QColor
    separator: QColor
    current: QColor
    chosen: QColor
    accent: QColor
    resting: QColor
    selection: QColor
    flash: QColor
    tag: QColor
    found: QColor
    spelling: QColor
    headings: tuple[QColor, QColor, QColor, QColor]
    tints: Mapping[str, QColor] = field(hash=False)
    underlines: Mapping[Severity, QColor] = field(hash=False)

    def tint(self, family: str) -> QColor:
        """Give the background of a damaged span by the family of its rule; unknown families take a plain one."""
        return self.tints[_HUE_OF.get(family, "form")]

    def heading(self, level: int) -> QColor:
        """Give the text colour of a heading level, 0 for body text."""
        return self.headings[min(level, len(self.headings)) - 1] if level > 0 else self.text


def _colours(**values: str) -> dict[str, QColor]:
    return {name: QColor(value) for name, value in values.items()}


def _headings(*values: str) -> tuple[QColor, QColor, QColor, QColor]:
    first, second, third, fourth = (QColor(value) for value in values)
    return first, second, third, fourth


LIGHT: Final = Theme(
    dark=False,
    **_colours(
        base="#ffffff",
        text="#1f2328",
        muted="#646b75",
        gutter="#f7f8fa",
        separator="#e6e8ec",
        current="#f1f6fd",
        chosen="#e2edfc",
        accent="#1a66c9",
        resting="#76808e",
        selection="#b9d6fb",
        flash="#1a66c9",
        tag="#1b7f5c",
        found="#ffe066",
        spelling="#7a2fc2",
    ),
    headings=_headings("#0f2f57", "#123a6b", "#1f2328", "#1f2328"),
    tints=_colours(
        figure="#ffe3cc",
        date="#fff0b3",
        structure="#e3e0fb",
        language="#d3ebff",
        encoding="#ffd9de",
        form="#e9ecef",
        term="#d5f2e3",
        sense="#f9dcf2",
        pair="#d2f1f3",
    ),
    underlines={"critical": QColor("#b3160e"), "major": QColor("#b34700"), "minor": QColor("#5f6873")},
)

DARK: Final = Theme(
    dark=True,
    **_colours(
        base="#1d2025",
        text="#e4e7eb",
        muted="#9aa3ae",
        gutter="#22262c",
        separator="#31363e",
        current="#252d3a",
        chosen="#273850",
        accent="#6cacff",
        resting="#7f8a98",
        selection="#2f5688",
        flash="#8cc0ff",
        tag="#4fc797",
        found="#7a5d00",
        spelling="#cfa1ff",
    ),
    headings=_headings("#a9ccff", "#bcd7ff", "#eef1f4", "#e4e7eb"),
    tints=_colours(
        figure="#54341b",
        date="#4a4214",
        structure="#3b3763",
        language="#1c4261",
        encoding="#5c2831",
        form="#3b424b",
        term="#1d4a36",
        sense="#54294a",
        pair="#14484c",
    ),
    underlines={"critical": QColor("#ff8f87"), "major": QColor("#ffab5e"), "minor": QColor("#a9b2bd")},
)


def theme_for(palette: QPalette) -> Theme:
    """Give the theme that goes with a palette: dark where its paper is darker than its words."""
    return DARK if palette.base().color().lightness() < palette.text().color().lightness() else LIGHT
