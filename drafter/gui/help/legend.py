"""The legend: what tints, underlines and signs of the clause view stand for, painted as the view paints them."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from drafter.gui.clauses.marks import Mark
from drafter.gui.clauses.painting import Drawn, paint_lines, paint_tints
from drafter.gui.findings.model import SEVERITY_WORDS
from drafter.gui.toolbox.marks import draw_mark
from drafter.gui.toolbox.overrides import guarded
from drafter.gui.toolbox.states import draw_state, state_word
from drafter.gui.toolbox.theme import theme_for
from drafter.i18n import _
from drafter.model import N_, SEVERITIES, STATES, Finding, Message, Severity, Span, State

FAMILIES: Final[tuple[tuple[str, str], ...]] = (
    ("number", N_("Figures and units of measure")),
    ("date", N_("Dates and document numbers")),
    ("structure", N_("Numbering, headings and brackets")),
    ("language", N_("Leftovers of the other language")),
    ("encoding", N_("Lost and exchanged characters")),
    ("spacing", N_("Spacing and punctuation")),
    ("term", N_("Terms")),
    ("text", N_("Wording")),
    ("pair", N_("Both sides compared: omissions, additions, duties, names")),
)
"""A family for each tint, with what shares it."""

_SEVERITIES: Final[dict[Severity, str]] = {
    "critical": N_("a full line: the text says something else, or a fact can't be trusted"),
    "major": N_("a wavy line: it reads wrong or can be misunderstood"),
    "minor": N_("a dotted line: a blemish"),
}
_STATES: Final[dict[State, str]] = {
    "initial": N_("no sign: nobody has looked at it"),
    "translated": N_("a dot: it was worked on"),
    "reviewed": N_("a tick: somebody has confirmed it"),
    "final": N_("a lock: it is finished, and can't be changed until it is reopened"),
}
_SAMPLE: Final = (96, 26)
_SIGN: Final = 14
_EDGE: Final = 6
_GAP: Final = 14
_BETWEEN: Final = 28
_WORDS: Final = 320

Paint = Callable[[QPainter, QRect, QPalette], None]


@guarded
class _Sample(QWidget):
    """A piece of text as the view paints it."""

    def __init__(self, paint: Paint, name: str) -> None:
        super().__init__()
        self._paint = paint
        self.setFixedSize(QSize(*_SAMPLE))
        self.setAccessibleName(name)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 -- Qt's own name
        """Draw it on the view's paper, whatever the dialog wears."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme_for(self.palette()).base)
        self._paint(painter, self.rect(), self.palette())
        painter.end()


class LegendDialog(QDialog):
    """Tells what colours, lines and signs stand for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Legend"))
        self.setObjectName("legend")
        tints, signs = _Lines(), _Lines()
        tints.head(_("The tint tells what a finding is about"))
        for family, words in FAMILIES:
            tints.add(partial(_paint_span, rule=f"{family}.", severity="minor", lines=False), _(words))
        tints.head(_("The line below tells how bad it is"))
        for severity in reversed(SEVERITIES):
            tints.add(
                partial(_paint_span, rule="spacing.", severity=severity, tints=False),
                f"{_(SEVERITY_WORDS[severity])}{_(N_(': '))}{_(_SEVERITIES[severity])}",
            )
        tints.add(partial(_paint_gap, severity="critical"), _("a small roof: something is missing here"))
        signs.head(_("The sign beside the number tells the worst finding of the clause"))
        for severity in reversed(SEVERITIES):
            signs.add(partial(_paint_mark, severity=severity), _(SEVERITY_WORDS[severity]))
        signs.head(_("Below it stands how far the clause has come"))
        for state in STATES:
            words = f"{state_word(state)}{_(N_(': '))}{_(_STATES[state])}"
            signs.add(partial(_paint_state, state=state), words)
        told = _wrapped(QLabel(_("The same stands in the tip of each mark: point at it.")), _SAMPLE[0] + _GAP + _WORDS)
        signs.grid.addWidget(told, signs.grid.rowCount(), 0, 1, 2)
        content = QWidget()
        both = QHBoxLayout(content)
        both.setSpacing(_BETWEEN)
        for lines in (tints, signs):
            lines.grid.setRowStretch(lines.grid.rowCount(), 1)
            both.addLayout(lines.grid, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(content)
        column.addStretch(1)
        column.addWidget(buttons)


class _Lines:
    """Lines of a legend, each a sample and what it stands for.

    Attributes:
        grid: holds them.
    """

    def __init__(self) -> None:
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(_GAP)
        self.grid.setVerticalSpacing(_EDGE)  # else it has that of the layout it stands in

    def head(self, title: str) -> None:
        """Begin a group."""
        label = QLabel(title)
        bold = label.font()
        bold.setBold(True)
        label.setFont(bold)
        _wrapped(label, _SAMPLE[0] + _GAP + _WORDS)
        row = self.grid.rowCount()
        if row > 1:
            self.grid.setRowMinimumHeight(row, label.sizeHint().height() + 3 * _EDGE)
        self.grid.addWidget(label, row, 0, 1, 2, Qt.AlignmentFlag.AlignBottom)

    def add(self, paint: Paint, words: str) -> None:
        """Add a line."""
        label = _wrapped(QLabel(words), _WORDS)
        row = self.grid.rowCount()
        self.grid.addWidget(_Sample(paint, words), row, 0)
        self.grid.addWidget(label, row, 1)


def _wrapped(label: QLabel, width: int) -> QLabel:
    """Give a label just the room that its words take in a width; Qt would keep room for a column of single words."""
    label.setWordWrap(True)
    label.setFixedSize(width, label.heightForWidth(width))
    return label


def _paint_span(
    painter: QPainter,
    rect: QRect,
    palette: QPalette,
    *,
    rule: str,
    severity: Severity,
    tints: bool = True,
    lines: bool = True,
) -> None:
    """Paint words with a finding on them."""
    words = _("Sample")
    metrics = QFontMetricsF(painter.font())
    wide = metrics.horizontalAdvance(words)
    tall = metrics.ascent() + metrics.descent()
    span = QRectF((rect.width() - wide) / 2, (rect.height() - tall) / 2, wide, tall)
    drawn = _drawn(rule, severity, span, len(words))
    theme = theme_for(palette)
    if tints:
        paint_tints(painter, drawn, theme)
    painter.setPen(theme.text)
    painter.drawText(span, Qt.AlignmentFlag.AlignCenter, words)
    if lines:
        paint_lines(painter, drawn, theme)


def _paint_gap(painter: QPainter, rect: QRect, palette: QPalette, *, severity: Severity) -> None:
    """Paint the sign for something that is missing."""
    place = QRectF(rect.width() / 2, _EDGE / 2, 0, rect.height() - 2 * _EDGE)
    drawn = _drawn("pair.", severity, place, 0)
    theme = theme_for(palette)
    paint_tints(painter, drawn, theme)
    paint_lines(painter, drawn, theme)


def _paint_mark(painter: QPainter, rect: QRect, palette: QPalette, *, severity: Severity) -> None:
    draw_mark(painter, _sign(rect), severity, palette)


def _paint_state(painter: QPainter, rect: QRect, palette: QPalette, *, state: State) -> None:
    draw_state(painter, QRectF(_sign(rect)), state, theme_for(palette).muted)


def _sign(rect: QRect) -> QRect:
    return QRect((rect.width() - _SIGN) // 2, (rect.height() - _SIGN) // 2, _SIGN, _SIGN)


def _drawn(rule: str, severity: Severity, rect: QRectF, length: int) -> Drawn:
    finding = Finding(rule, severity, "en", Span(0, length), "", Message(""))
    rects: Sequence[QRectF] = [rect]
    return [(Mark(0, length, finding), rects)]
