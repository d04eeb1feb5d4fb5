"""Target paths drawn: a small chart for each indicator, a line for each region, every figure written at its point."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from drafter.gui.targets.target_tables import BOUNDS, figure
from drafter.gui.toolbox.keys import ENTER
from drafter.gui.toolbox.overrides import guarded
from drafter.gui.toolbox.theme import Theme, theme_for
from drafter.i18n import _
from drafter.model import N_, Target
from drafter.review.measuring_targets import Path, amount

_LEAST_WIDTH, _HEIGHT, _GAP = 320, 166, 8  # px
_LEFT, _RIGHT, _BOTTOM = 34, 40, 26
_POINT, _HIT = 4.5, 14
_LINES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DashDotLine, Qt.PenStyle.DotLine)
# Told apart by those who see few colours too (after Okabe and Ito), 3 to 1 at least on their paper.
_LIGHT: Final = tuple(map(QColor, ("#0072b2", "#b04a00", "#007a5e", "#8a4a7c")))
_DARK: Final = tuple(map(QColor, ("#56b4e9", "#e69f00", "#3fc79a", "#e29ac9")))


@dataclass(frozen=True)
class _Card:
    indicator: str
    unit: str
    lines: tuple[Path, ...]

    @property
    def years(self) -> tuple[int, int]:
        every = [year for line in self.lines for year in line.points]
        return min(every), max(every)

    @property
    def values(self) -> tuple[float, float]:
        every = [float(one.value) for line in self.lines for one in line.points.values()]
        return min(every), max(every)


@dataclass(frozen=True)
class _Dot:
    place: QPointF
    year: int
    target: Target
    line: Path


@guarded
class PathsChart(QWidget):
    """The charts; the arrows go from point to point, Enter and a click lead to the clause, Esc back to the text.

    Signals:
        chosen: id of a clause, the side, and the words there.
        left: Esc was pressed.
        moved: where the current point stands, to be brought into sight.
    """

    chosen = Signal(int, str, str)
    left = Signal()
    moved = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("paths")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.setMouseTracking(True)
        self._cards: list[_Card] = []
        self._current = -1

    def set_paths(self, paths: Sequence[Path]) -> None:
        """Show other paths; those of one indicator and unit share a chart."""
        cards: dict[tuple[str, str, bool], list[Path]] = {}
        for path in paths:
            change = next(iter(path.points.values())).change
            cards.setdefault((path.indicator, path.unit, change), []).append(path)
        self._cards = [_Card(name, unit, tuple(lines)) for (name, unit, _change), lines in cards.items()]
        self._current = -1
        self._fit()
        self.retranslate()
        self.update()

    def retranslate(self) -> None:
        """Say everything again in the language that is set."""
        self.setAccessibleName(_("Target paths by year and region"))
        self.setAccessibleDescription("\n".join(self.sentences()))

    def sentences(self) -> list[str]:
        """Say each line in words, for those who don't see it."""
        return [
            _(
                N_("{indicator} ({region}): {points}"),
                indicator=line.indicator,
                region=line.region or "–",
                points=_(N_("; ")).join(f"{year} {figure(one)}" for year, one in line.points.items()),
            )
            for card in self._cards
            for line in card.lines
        ]

    # --- places ----------------------------------------------------------------------------------------------------

    def _columns(self) -> int:
        return max(1, (self.width() + _GAP) // (_LEAST_WIDTH + _GAP))

    def _fit(self) -> None:
        rows = -(-len(self._cards) // self._columns())
        self.setMinimumHeight(max(1, rows) * (_HEIGHT + _GAP))

    def resizeEvent(self, _event: object) -> None:  # noqa: N802 -- Qt's own name
        """Flow into the new width."""
        self._fit()

    def sizeHint(self) -> QSize:  # noqa: N802 -- Qt's own name
        """Ask for two charts beside each other."""
        return QSize(2 * _LEAST_WIDTH, _HEIGHT)

    def _card_rect(self, place: int) -> QRectF:
        columns = self._columns()
        width = (self.width() - _GAP * (columns + 1)) / columns
        row, column = divmod(place, columns)
        return QRectF(_GAP + column * (width + _GAP), row * (_HEIGHT + _GAP) + _GAP / 2, width, _HEIGHT)

    def _plot(self, card: _Card, rect: QRectF) -> QRectF:
        line = self.fontMetrics().height()
        top = rect.top() + 8 + line * (2 if self._needs_names(card) else 1) + line + 10
        return QRectF(rect.left() + _LEFT, top, rect.width() - _LEFT - _RIGHT, rect.bottom() - _BOTTOM - top)

    def _needs_names(self, card: _Card) -> bool:
        return any(line.region for line in card.lines)

    def dots(self) -> list[_Dot]:
        """Give every point in the order of the charts."""
        return [
            dot
            for place, card in enumerate(self._cards)
            for line in card.lines
            for dot in self._dots_of(card, line, self._plot(card, self._card_rect(place)))
        ]

    def _dots_of(self, card: _Card, line: Path, plot: QRectF) -> list[_Dot]:
        return [
            _Dot(QPointF(_x(card, plot, year), _y(card, plot, float(one.value))), year, one, line)
            for year, one in line.points.items()
        ]

    # --- drawing ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 -- Qt's own name
        """Draw."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = theme_for(self.palette())
        painter.fillRect(event.rect(), theme.base)
        if not self._cards:
            painter.setPen(theme.muted)
            said = _("No indicator has targets for two years or more.")
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, said)
        for place, card in enumerate(self._cards):
            rect = self._card_rect(place)
            if rect.intersects(QRectF(event.rect())):
                self._draw_card(painter, card, rect, theme)
        dots = self.dots()
        if self.hasFocus() and 0 <= self._current < len(dots):
            painter.setPen(QPen(theme.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(dots[self._current].place, _POINT + 5, _POINT + 5)
        painter.end()

    def _draw_card(self, painter: QPainter, card: _Card, rect: QRectF, theme: Theme) -> None:
        metrics, line = self.fontMetrics(), self.fontMetrics().height()
        painter.setPen(QPen(theme.separator, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, 4, 4)
        bold = painter.font()
        bold.setBold(True)
        plain = painter.font()
        painter.setFont(bold)
        painter.setPen(theme.text)
        unit = figure(next(iter(card.lines[0].points.values()))).split(" ")[-1]
        title = card.indicator if card.unit in ("count", "", "%") else f"{card.indicator} ({unit})"
        room = rect.width() - 20
        elide = QFontMetrics(bold).elidedText(title, Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(QPointF(rect.left() + 10, rect.top() + 8 + metrics.ascent()), elide)
        painter.setFont(plain)
        plot = self._plot(card, rect)
        self._draw_axis(painter, card, plot, theme)
        colours = _DARK if theme.dark else _LIGHT
        left = rect.left() + 10
        for place, path in enumerate(card.lines):
            colour, style = colours[place % len(colours)], _LINES[place % len(_LINES)]
            if self._needs_names(card):
                middle = rect.top() + 8 + line * 1.5
                painter.setPen(QPen(colour, 2, style))
                painter.drawLine(QPointF(left, middle), QPointF(left + 24, middle))
                _draw_point(painter, QPointF(left + 12, middle), place, colour)
                painter.setPen(theme.muted)
                name = path.region or "–"
                painter.drawText(QPointF(left + 30, middle + metrics.ascent() / 2 - 1), name)
                left += 44 + metrics.horizontalAdvance(name)
            self._draw_path(painter, card, path, plot, place, theme)

    def _draw_axis(self, painter: QPainter, card: _Card, plot: QRectF, theme: Theme) -> None:
        metrics = self.fontMetrics()
        first, last = card.years
        painter.setPen(QPen(theme.resting, 1))
        painter.drawLine(plot.bottomLeft() + QPointF(-14, 4), plot.bottomRight() + QPointF(14, 4))
        told = {year for line in card.lines for year in line.points}
        right = float("-inf")
        for year in range(first, last + 1):
            x = _x(card, plot, year)
            painter.setPen(QPen(theme.resting, 1))
            painter.drawLine(QPointF(x, plot.bottom() + 4), QPointF(x, plot.bottom() + 8))
            words = str(year) if year in told else f"{year} ?"
            width = metrics.horizontalAdvance(words)
            if x - width / 2 > right + 2:
                painter.setPen(theme.text if year in told else theme.muted)
                painter.drawText(QPointF(x - width / 2, plot.bottom() + 10 + metrics.ascent()), words)
                right = x + width / 2

    def _draw_path(self, painter: QPainter, card: _Card, path: Path, plot: QRectF, place: int, theme: Theme) -> None:
        colours = _DARK if theme.dark else _LIGHT
        colour, style = colours[place % len(colours)], _LINES[place % len(_LINES)]
        dots = self._dots_of(card, path, plot)
        for one, other in pairwise(dots):
            gap = other.year - one.year > 1
            painter.setPen(QPen(colour, 1.2 if gap else 2, Qt.PenStyle.DotLine if gap else style))
            painter.drawLine(one.place, other.place)
        metrics = self.fontMetrics()
        for dot in dots:
            _draw_point(painter, dot.place, place, colour)
            words = f"{BOUNDS[dot.target.bound].strip()}{amount(dot.target)}" + ("%" if card.unit == "%" else "")
            width = metrics.horizontalAdvance(words)
            below = place % 2 == 1
            y = dot.place.y() + (_POINT + 3 + metrics.ascent() if below else -_POINT - 4)
            x = min(max(dot.place.x() - width / 2, plot.left() - _LEFT + 4), plot.right() + _RIGHT - width - 4)
            halo = QRectF(x - 2, y - metrics.ascent(), width + 4, metrics.height() - 2)
            painter.fillRect(halo, theme.base)
            painter.setPen(theme.text)
            painter.drawText(QPointF(x, y), words)

    # --- what the user does ----------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 -- Qt's own name
        """Go to the point that was clicked."""
        near = self._near(event.position())
        if near >= 0:
            self._current = near
            self._go()
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 -- Qt's own name
        """Say what a point is."""
        near = self._near(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if near >= 0 else Qt.CursorShape.ArrowCursor)
        if near >= 0:
            dot = self.dots()[near]
            self.setToolTip(f"{dot.line.indicator} {dot.line.region}\n{dot.year}: {figure(dot.target)}")
        else:
            self.setToolTip("")

    def _near(self, place: QPointF) -> int:
        ways = [(place - dot.place).manhattanLength() for dot in self.dots()]
        best = min(range(len(ways)), key=ways.__getitem__, default=-1)
        return best if best >= 0 and ways[best] <= _HIT else -1

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's own name
        """Go from point to point, or to the clause."""
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        dots = self.dots()
        if event.key() in ENTER:
            self._go()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in steps and dots:
            self._current = max(0, min(len(dots) - 1, self._current + steps[Qt.Key(event.key())]))
            place = dots[self._current].place.toPoint()
            self.moved.emit(place.x(), place.y())
            self.update()
        else:
            super().keyPressEvent(event)

    def _go(self) -> None:
        dots = self.dots()
        if 0 <= self._current < len(dots):
            target = dots[self._current].target
            side = "zh" if "zh" in target.text else "en"
            self.chosen.emit(target.clause, side, target.text.get(side, ""))  # type: ignore[call-overload]


def _x(card: _Card, plot: QRectF, year: int) -> float:
    first, last = card.years
    return plot.left() + plot.width() * (year - first) / max(1, last - first)


def _y(card: _Card, plot: QRectF, value: float) -> float:
    least, most = card.values
    return plot.center().y() if most == least else plot.bottom() - plot.height() * (value - least) / (most - least)


def _draw_point(painter: QPainter, place: QPointF, line: int, colour: QColor) -> None:
    """Draw a point: a form for each line, so that colour never tells it alone."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    x, y, size = place.x(), place.y(), _POINT
    forms = (
        (),
        ((x - size, y - size), (x + size, y - size), (x + size, y + size), (x - size, y + size)),
        ((x, y - size), (x + size, y + size), (x - size, y + size)),
        ((x, y - size), (x + size, y), (x, y + size), (x - size, y)),
    )
    corners = forms[line % len(forms)]
    if corners:
        painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
    else:
        painter.drawEllipse(place, size, size)
