"""The import report: a marking of secrecy before all, then warnings, then the rest, in plain words."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from drafter.gui.opening.words import is_marking, worst_first
from drafter.gui.toolbox.marks import draw_mark
from drafter.gui.toolbox.overrides import guarded
from drafter.gui.toolbox.theme import theme_for
from drafter.i18n import _, shown
from drafter.model import Notice, Severity
from drafter.review import ReviewSession

_MARK = 12
_TALLEST = 132
_WIDE = 100_000  # enough for any words to stand on one line


@guarded
class _Mark(QWidget):
    """The form that a kind of notice has, beside its first line."""

    def __init__(self, severity: Severity, line: int) -> None:
        """Make it.

        Args:
            severity: which form.
            line: how high a line is.
        """
        super().__init__()
        self._severity = severity
        self._line = line

    def sizeHint(self) -> QSize:  # noqa: N802 -- Qt's own name
        """Take as much room as a line is high."""
        return QSize(_MARK, self._line)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 -- Qt's own name
        """Draw it."""
        painter = QPainter(self)
        square = self.rect()
        square.setSize(QSize(_MARK, _MARK))
        square.moveTop((self._line - _MARK) // 2)
        draw_mark(painter, square, self._severity, self.palette())
        painter.end()


@guarded
class Report(QWidget):
    """Says what was left out, guessed, or looks wrong."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setAccessibleName(_("What was read"))
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setBackgroundRole(QPalette.ColorRole.Window)
        self._banner = QVBoxLayout()
        self._banner.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._banner)
        column.addWidget(self._area)

    def set_session(self, session: ReviewSession) -> None:
        """Show the report of a review."""
        while (item := self._banner.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        notices = worst_first(session)
        for notice in filter(is_marking, notices):
            self._banner.addWidget(self._marking(notice))
        rest = [notice for notice in notices if not is_marking(notice)]
        content = QWidget()
        rows = QVBoxLayout(content)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        for notice in rest:
            rows.addLayout(_row(notice))
        if not notices:
            rows.addWidget(QLabel(_("Nothing was left out, and nothing had to be guessed.")))
        rows.addStretch(1)
        self._area.setWidget(content)
        self._area.setVisible(bool(rest) or not notices)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's own name
        """Wrap the words anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Take the room that the words need, up to a bound."""
        content = self._area.widget()
        if content is None:
            return
        width = max(1, self.width())
        layout = content.layout()
        height = layout.heightForWidth(width) if layout is not None else 0
        self._area.setFixedHeight(min(_TALLEST, max(height, self.fontMetrics().height()) + 2))

    def _marking(self, notice: Notice) -> QLabel:
        label = QLabel(shown(notice.message))
        label.setObjectName("marking")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setContentsMargins(12, 8, 12, 8)
        theme = theme_for(self.palette())
        label.setStyleSheet(
            f"#marking {{ background: {theme.tint('encoding').name()}; color: {theme.text.name()}; font-weight: bold;"
            f" border: 1px solid {theme.underlines['critical'].name()}; border-radius: 4px; }}"
        )
        return label


def _row(notice: Notice) -> QHBoxLayout:
    said = QLabel(shown(notice.message))
    said.setTextFormat(Qt.TextFormat.PlainText)
    said.setWordWrap(True)
    said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if notice.warning:
        said.setAccessibleName(_("Warning: {what}", what=shown(notice.message)))
    row = QHBoxLayout()
    row.setSpacing(8)
    mark = _Mark("major" if notice.warning else "minor", said.heightForWidth(_WIDE))
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(said, 1)
    return row
