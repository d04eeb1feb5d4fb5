"""A note as it is drawn: who and when, the words it is about, what it says; a reply stands in a little."""

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from drafter.gui.notes.model import NOTE_ROLE, Index, NotesModel, heading
from drafter.gui.toolbox.overrides import guarded
from drafter.gui.toolbox.theme import theme_for
from drafter.model import Note

_PAD: Final = 8
_GAP: Final = 2
_INDENT: Final = 18
_SMALLER: Final = 0.9
_BAR: Final = 3
_FAINT: Final = 0.72
_WRAP: Final = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)


@guarded
class NoteDelegate(QStyledItemDelegate):
    """Draws the rows of the notes."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 -- Qt's own name
        """Give the height that the words need in the width there is."""
        note = index.data(NOTE_ROLE)
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
        if not isinstance(note, Note):
            return QSize(width, 0)
        inner = QRect(0, 0, _inner_width(note, width), 10_000)
        height = sum(
            QFontMetrics(font).boundingRect(inner, _WRAP, words).height() + _GAP
            for font, words, _is_faint in _parts(note, option.font, self._with_clauses(index))
        )
        return QSize(width, height - _GAP + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        note = index.data(NOTE_ROLE)
        if not isinstance(note, Note):
            return
        painter.save()
        palette = option.palette
        theme = theme_for(palette)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(option.rect, palette.highlight())
        ink = palette.highlightedText().color() if selected else palette.text().color()
        indent = _INDENT if note.parent else 0
        if not note.parent and not note.done and not selected:
            painter.fillRect(
                QRect(option.rect.left(), option.rect.top() + 4, _BAR, option.rect.height() - 8), theme.tag
            )
        left, top = option.rect.left() + _PAD + indent, option.rect.top() + _PAD
        width = _inner_width(note, option.rect.width())
        for font, words, is_faint in _parts(note, option.font, self._with_clauses(index)):
            painter.setFont(font)
            painter.setPen(_faint(ink) if is_faint else ink)
            height = QFontMetrics(font).boundingRect(QRect(0, 0, width, 10_000), _WRAP, words).height()
            painter.drawText(QRect(left, top, width, height), _WRAP, words)
            top += height + _GAP
        painter.restore()

    def _with_clauses(self, index: Index) -> bool:
        model = index.model()
        return isinstance(model, NotesModel) and model.with_clauses


def _inner_width(note: Note, width: int) -> int:
    return max(40, width - 2 * _PAD - (_INDENT if note.parent else 0))


def _parts(note: Note, font: QFont, with_clause: bool) -> list[tuple[QFont, str, bool]]:
    """Give what is written of a note, each with its font, and whether it stands back."""
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * _SMALLER)
    parts = [(small, heading(note, with_clause=with_clause), True)]
    if note.about and not note.parent:
        parts.append((small, f"“{note.about}”", True))
    parts.append((font, note.text, note.done))
    return parts


def _faint(ink: QColor) -> QColor:
    faint = QColor(ink)
    faint.setAlphaF(_FAINT)
    return faint
