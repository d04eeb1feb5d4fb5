"""The ways to open something: large buttons, and a place to drop files."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from drafter.gui.toolbox.overrides import guarded
from drafter.gui.toolbox.theme import theme_for

_PAD, _GAP = 14, 4
_SMALLER = 0.92
_SHADE = 6
"""How much lighter or darker, in hundredths, a button is while it is pointed at or held."""


@guarded
class Way(QAbstractButton):
    """A button that says in a second line what it opens."""

    def __init__(self, *, first: bool = False, parent: QWidget | None = None) -> None:
        """Make the button.

        Args:
            first: whether it is the usual way, which stands out.
            parent: the page.
        """
        super().__init__(parent)
        self._first = first
        self._more, self._keys = "", ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def say(self, words: str, more: str, keys: str) -> None:
        """Say what it does.

        Args:
            words: the command.
            more: what it opens.
            keys: the keys that do the same, "" for none.
        """
        self.setText(words)
        self._more, self._keys = more, keys
        self.setAccessibleName(words)
        self.setAccessibleDescription(more)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 -- Qt's own name
        """Give room for two lines."""
        line = self.fontMetrics().height()
        wide = max(map(self.fontMetrics().horizontalAdvance, (self.text() + self._keys, self._more)))
        return QSize(wide + 4 * _PAD, 2 * line + 2 * _PAD + _GAP)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 -- Qt's own name
        """Follow another font or palette."""
        super().changeEvent(event)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 -- Qt's own name
        """Draw the button."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = theme_for(self.palette())
        ground, ink, faint, edge = theme.base, theme.text, theme.muted, theme.resting
        if self._first:
            ground, ink, faint, edge = theme.accent, theme.base, theme.base, theme.accent
        if self.isDown():
            ground = ground.darker(100 + 2 * _SHADE)
        elif self.underMouse() and self.isEnabled():
            ground = ground.darker(100 + _SHADE) if self._first or not theme.dark else ground.lighter(100 + 5 * _SHADE)
        painter.setOpacity(1.0 if self.isEnabled() else 0.45)
        room = QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(room, 6, 6)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.flash, 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)
        self._write(painter, ink, faint)

    def _write(self, painter: QPainter, ink: QColor, faint: QColor) -> None:
        line = self.fontMetrics().height()
        text = self.rect().adjusted(_PAD + 2, _PAD, -_PAD - 2, -_PAD)
        bold, small = QFont(self.font()), QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        small.setPointSizeF(self.font().pointSizeF() * _SMALLER)
        painter.setPen(ink)
        painter.setFont(bold)
        painter.drawText(text, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, self.text())
        painter.setPen(faint)
        painter.setFont(small)
        painter.drawText(text, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, self._keys)
        more = QFontMetrics(small).elidedText(self._more, Qt.TextElideMode.ElideRight, text.width())
        below = text.adjusted(0, line + _GAP, 0, 0)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, more)


@guarded
class DropZone(QWidget):
    """Shows where files can be dropped; the window takes them wherever they fall."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self._hot = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        line = self.fontMetrics().height()
        self.setMinimumHeight(5 * line)
        self.setMaximumHeight(12 * line)

    def say(self, words: str) -> None:
        """Say what can be dropped."""
        self._words = words
        self.setAccessibleName(words)
        self.update()

    def glow(self, *, hot: bool) -> None:
        """Stand out while files are carried over the window."""
        self._hot = hot
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 -- Qt's own name
        """Draw a dashed frame with the words in it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = theme_for(self.palette())
        edge, wide = (theme.accent, 2.0) if self._hot else (theme.resting, 1.2)
        painter.setPen(QPen(edge, wide, Qt.PenStyle.DashLine))
        painter.setBrush(theme.current if self._hot else theme.gutter)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 3, -3, -3), 8, 8)
        painter.setPen(theme.text if self._hot else theme.muted)
        room = self.rect().adjusted(_PAD + 6, _PAD, -_PAD - 6, -_PAD)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._words)
