"""A finding in two lines: what is wrong, and where; a group in one."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from drafter.gui.findings.model import CONFIRMED_ROLE, FINDING_ROLE, GROUP_ROLE, SEVERITY_WORDS, Group, Index
from drafter.gui.toolbox.marks import draw_mark
from drafter.gui.toolbox.overrides import guarded
from drafter.i18n import _, shown
from drafter.model import N_, Finding
from drafter.review import rule_title

_PAD = 8
_MARK = 14
_GAP = 3
_SMALLER = 0.9
# Words of another language may be taller than those of the window's own.
_PLACED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip


@guarded
class FindingDelegate(QStyledItemDelegate):
    """Draws the rows of the findings list."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 -- Qt's own signature
        """Give two lines' height."""
        line = option.fontMetrics.height()
        return QSize(200, 2 * _PAD + 2 * line + _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        finding = index.data(FINDING_ROLE)
        if not isinstance(finding, Finding):
            group = index.data(GROUP_ROLE)
            if isinstance(group, Group):
                _paint_group(painter, option, group)
            return
        painter.save()
        palette = option.palette
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(option.rect, palette.highlight())
        ink = palette.highlightedText().color() if selected else palette.text().color()
        line = option.fontMetrics.height()
        rect = option.rect.adjusted(_PAD, _PAD, -_PAD, -_PAD)
        square = QRect(rect.left(), rect.top() + (line - _MARK) // 2, _MARK, _MARK)
        draw_mark(painter, square, finding.severity, palette)
        text = QRect(rect.left() + _MARK + _PAD, rect.top(), rect.width() - _MARK - _PAD, line)
        painter.setPen(ink)
        painter.setFont(option.font)
        message = option.fontMetrics.elidedText(shown(finding.message), Qt.TextElideMode.ElideRight, text.width())
        painter.drawText(text, _PLACED, message)
        small = QFont(option.font)
        small.setPointSizeF(option.font.pointSizeF() * _SMALLER)
        painter.setFont(small)
        faint = ink
        faint.setAlphaF(0.72)
        painter.setPen(faint)
        below = text.translated(0, line + _GAP)
        where = _(
            N_("{severity} · clause {clause} · {rule}"),
            severity=_(SEVERITY_WORDS[finding.severity]), clause=finding.clause, rule=rule_title(finding.rule),
        )  # fmt: skip
        if index.data(CONFIRMED_ROLE):
            where = f"{where} · {_('confirmed')}"
        where = QFontMetrics(small).elidedText(where, Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, _PLACED, where)
        painter.restore()


def _paint_group(painter: QPainter, option: QStyleOptionViewItem, group: Group) -> None:
    painter.save()
    painter.fillRect(option.rect, option.palette.alternateBase())
    bold = QFont(option.font)
    bold.setBold(True)
    painter.setFont(bold)
    # A group can't be chosen, and is no fainter for that.
    painter.setPen(option.palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Text))
    rect = option.rect.adjusted(_PAD, _PAD, -_PAD, -_PAD)
    count = str(group.count)
    wide = QFontMetrics(bold).horizontalAdvance(count) + _PAD
    title = QFontMetrics(bold).elidedText(group.title, Qt.TextElideMode.ElideRight, rect.width() - wide)
    painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
    painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
    painter.restore()
