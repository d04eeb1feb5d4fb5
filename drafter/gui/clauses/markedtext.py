# ruff: noqa: N802 -- Qt's own method names
"""A text widget that draws findings as the rows around it do: tints under the words, lines over them."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip, QWidget

from drafter.gui.clauses.chips import DrawnChips, paint_chips
from drafter.gui.clauses.marks import Mark, found_units
from drafter.gui.clauses.metrics import Metrics, Style
from drafter.gui.clauses.painting import (
    Drawn,
    paint_flash,
    paint_found,
    paint_lines,
    paint_placeholder,
    paint_pointed,
    paint_tints,
    under,
)
from drafter.gui.clauses.textlayout import span_rects, text_option
from drafter.gui.clauses.words import finding_tip, placeholder
from drafter.gui.toolbox.overrides import guarded
from drafter.gui.toolbox.theme import Theme
from drafter.model import Side
from drafter.review import Searched

MARGIN: Final = 4
"""Room around the text inside the widget, so that nothing drawn at its edge is cut."""

FLASH_MS: Final = 1200
_GAP: Final = 6
"""Between words and what is shown below them, in pixels: their underline can be seen."""


@guarded
class MarkedTextEdit(QTextEdit):
    """A text in one of the two languages with its findings marked.

    Attributes:
        side: the language.

    Signals:
        hovered: the pointer is over a UTF-16 unit of the text, or over none, which is -1.
    """

    hovered = Signal(int)

    def __init__(self, side: Side, metrics: Metrics, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.side: Side = side
        self._level = 0
        self._marks: tuple[Mark, ...] = ()
        self._flash: tuple[int, int] | None = None
        self._metrics, self._theme = metrics, theme
        self._pointed: tuple[int, int] | None = None
        self._searched: Searched | None = None
        self._flash_end = QTimer(self, singleShot=True, interval=FLASH_MS)
        self._flash_end.timeout.connect(self._end_flash)
        self._set_up()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursorWidth(2)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setMouseTracking(True)
        self.document().setDocumentMargin(MARGIN)
        self.document().setDefaultTextOption(text_option())
        self.setInputMethodHints(Qt.InputMethodHint.ImhMultiLine)

    @property
    def style_(self) -> Style:
        """How the text is set."""
        return self._metrics.style(self.side, self._level)

    def dress(self, metrics: Metrics, theme: Theme) -> None:
        """Take other sizes and colours."""
        self._metrics, self._theme = metrics, theme
        self._apply_dress()

    def _apply_dress(self) -> None:
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        palette.setColor(QPalette.ColorRole.Text, self._theme.heading(self._level))
        palette.setColor(QPalette.ColorRole.Highlight, self._theme.selection)
        palette.setColor(QPalette.ColorRole.HighlightedText, self._theme.text)
        self.setPalette(palette)
        self.document().setDefaultFont(self.style_.font)
        self._set_line_height()
        self.viewport().update()

    def _set_line_height(self) -> None:
        form = QTextBlockFormat()
        form.setLineHeight(self.style_.line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(form)
        self.document().clearUndoRedoStacks()

    def lines(self, width: int) -> int:
        """Count the lines that the text takes in a width."""
        document = self.document()
        if document.textWidth() != width + 2 * MARGIN:
            document.setTextWidth(width + 2 * MARGIN)
        return max(1, round((document.size().height() - 2 * MARGIN) / self.style_.line))

    # --- marks -----------------------------------------------------------------------------------------------------

    def marks(self) -> tuple[Mark, ...]:
        """Give what is marked now."""
        return self._marks

    def marks_at_caret(self) -> list[Mark]:
        """Give the marks that the caret touches, the shortest first: a longer one can be reached elsewhere."""
        touched = [mark for mark in self._marks if mark.holds(self.textCursor().position())]
        return sorted(touched, key=lambda mark: mark.end - mark.start)

    def below(self, mark: Mark | None) -> QPoint:
        """Give the place on the screen below a mark, below the caret for none."""
        rect = next((one.toAlignedRect() for one in self._rects(mark.start, mark.end)), None) if mark else None
        return self.viewport().mapToGlobal((rect or self.cursorRect()).bottomLeft() + QPoint(0, _GAP))

    def mark_under(self, point: QPointF) -> list[Mark]:
        """Give the marks under a point, the worst first."""
        return under(self._drawn(), point)

    def chips(self) -> DrawnChips:
        """Give what is painted over the words."""
        return ()

    def tip(self, point: QPointF) -> str:
        """Say what stands under a point."""
        return finding_tip(mark.finding for mark in self.mark_under(point))

    def select_units(self, start: int, end: int) -> None:
        """Select a stretch of the text, in UTF-16 units."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def outline(self, start: int, end: int) -> None:
        """Outline a stretch of the text for a moment."""
        self._flash = (start, end)
        self._flash_end.start()
        self.viewport().update()

    def set_pointed(self, units: tuple[int, int] | None) -> None:
        """Outline a stretch of the text as long as it is pointed at, in UTF-16 units; None for nothing."""
        if units != self._pointed:
            self._pointed = units
            self.viewport().update()

    def set_searched(self, searched: Searched | None) -> None:
        """Mark words that are looked for; None for none."""
        self._searched = searched
        self.viewport().update()

    def flashing(self) -> bool:
        """Tell whether something is outlined."""
        return self._flash is not None

    def span_rect(self) -> QRectF:
        """Give where the selection's first line stands, in the widget's own places."""
        cursor = self.textCursor()
        rects = list(self._rects(cursor.selectionStart(), cursor.selectionEnd()))
        return rects[0] if rects else QRectF(self.cursorRect())

    def _end_flash(self) -> None:
        self._flash = None
        self.viewport().update()

    def _rects(self, start: int, end: int) -> Iterator[QRectF]:
        """Give the stretches of a span on the screen; what is being composed shifts what follows it."""
        document = self.document()
        offset = QPointF(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        block = document.findBlock(start)
        while block.isValid() and block.position() <= end:
            first, last = block.position(), block.position() + block.length() - 1
            inner = (max(start, first) - first, min(end, last) - first)
            if start == end or inner[0] < inner[1]:
                origin = document.documentLayout().blockBoundingRect(block).topLeft() + offset
                for rect in span_rects(block.layout(), *_composed(block, *inner), self.style_):
                    yield rect.translated(origin)
            block = block.next()

    def _drawn(self) -> Drawn:
        return [(mark, list(self._rects(mark.start, mark.end))) for mark in self._marks]

    # --- events ----------------------------------------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave scrolling to the view."""
        event.ignore()

    def viewportEvent(self, event: QEvent) -> bool:
        """Show what the pointer rests on."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip(QPointF(event.pos())), self.viewport())
            return True
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent) and not event.buttons():
            layout = self.document().documentLayout()
            self.hovered.emit(layout.hitTest(event.position(), Qt.HitTestAccuracy.ExactHit))
        elif event.type() == QEvent.Type.Leave:
            self.hovered.emit(-1)
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint tints under the words and lines over them."""
        drawn = self._drawn()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_tints(painter, drawn, self._theme)
        if self._searched:
            for start, end in found_units(self.toPlainText(), self._searched):
                paint_found(painter, self._rects(start, end), self._theme)
        if self.document().isEmpty() and not self.document().firstBlock().layout().preeditAreaText():
            place, line = QPointF(MARGIN, MARGIN), self.style_.line
            paint_placeholder(painter, place, line, self._metrics.gutter, self._theme, placeholder(self.side))
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = (self.textCursor().selectionStart(), self.textCursor().selectionEnd())
        paint_chips(painter, self.chips(), self.style_, self._theme, selected)
        paint_lines(painter, drawn, self._theme)
        if self._pointed and self._pointed[1] < self.document().characterCount():
            paint_pointed(painter, self._rects(*self._pointed), self._theme)
        if self._flash:
            paint_flash(painter, self._rects(*self._flash), self._theme)
        painter.end()


def _composed(block: QTextBlock, start: int, end: int) -> tuple[int, int]:
    """Give places of a block as its layout counts them while an input method composes text in it."""
    layout = block.layout()
    length = len(layout.preeditAreaText())
    if not length:
        return start, end
    at = layout.preeditAreaPosition()
    return start + (length if start >= at else 0), end + (length if end > at else 0)
