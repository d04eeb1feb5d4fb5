"""What may be done about what was found at a place, as a menu: the first entry mends it, as in an editor of code."""

from collections.abc import Sequence
from html import escape
from typing import Final, NamedTuple

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QAction, QFont, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QWidget, QWidgetAction

from drafter.gui.clauses.words import fix_words, severity_word
from drafter.gui.toolbox.marks import draw_mark
from drafter.i18n import _, ngettext, shown
from drafter.model import Finding, Scope, Severity

_LONGEST: Final = 48
"""Characters of a fix that its entry shows."""
_WIDEST: Final = 420  # px
_BLANK: Final = "␣"
_MENDING: Final = ("apply", "suggestion", "take-word")
_ALONE: Final = 1
"""Findings whose every entry stands in the menu itself; of more, what does not mend stands in menus of their own."""


class Offered(NamedTuple):
    """A finding that something may be done about.

    Attributes:
        finding: the finding.
        alike: how many open findings of its rule have a fix, this one among them.
    """

    finding: Finding
    alike: int


class FixMenu(QMenu):
    """Asks what shall be done.

    Signals:
        applied: the finding whose fix shall be put in.
        alike_asked: the finding whose like shall be mended with it.
        ignore_asked: the finding that shall be set aside, and how far.
        explain_asked: the finding whose rule shall be explained.
        pointed: the finding that the entry under the pointer or the keys is about.
    """

    applied = Signal(object)
    alike_asked = Signal(object)
    ignore_asked = Signal(object, str)
    explain_asked = Signal(object)
    pointed = Signal(object)

    def __init__(self, offered: Sequence[Offered], parent: QWidget, *, writable: bool) -> None:
        """Make the entries.

        Args:
            offered: what was found, the nearest first.
            parent: what it is shown over.
            writable: whether the review can be changed.
        """
        super().__init__(parent)
        self.setObjectName("fixes")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(_("What may be done here"))
        for one in offered:
            self._add(one, writable=writable, alone=len(offered) <= _ALONE)

    def begin(self) -> None:
        """Have Enter carry out the first entry that mends; where none does, one that changes nothing."""
        entries = [one for one in self.actions() if one.isEnabled() and not one.isSeparator()]
        mending = [one for one in entries if one.objectName() in _MENDING]
        harmless = [one for one in entries if one.objectName() == "explain" or one.menu() is not None]
        for first in (mending or harmless or entries)[:1]:
            self.setActiveAction(first)

    def _add(self, offered: Offered, *, writable: bool, alone: bool) -> None:
        finding = offered.finding
        if self.actions():
            self.addSeparator()
        self.addAction(self._words(finding))
        if writable and finding.fix is not None:
            apply = self._entry(self, _("Apply: {words}", words=_mended(finding)), finding, "apply")
            font = QFont(self.font())
            font.setBold(True)
            apply.setFont(font)
            apply.triggered.connect(lambda: self.applied.emit(finding))
        menu = self if alone else self._more(finding)
        if writable and finding.fix is not None and offered.alike > 1:
            words = ngettext("Apply the fix of this kind", "Apply all {n} fixes of this kind", offered.alike)
            self._entry(menu, words, finding, "alike").triggered.connect(lambda: self.alike_asked.emit(finding))
        if writable:
            self._entry(menu, _("Ignore here"), finding, "place").triggered.connect(
                lambda: self.ignore_asked.emit(finding, "place")
            )
            self._wider(menu, _("Ignore these words everywhere…"), finding, "text")
            self._wider(menu, _("Always ignore this kind…"), finding, "always")
        self._entry(menu, _("Explain"), finding, "explain").triggered.connect(lambda: self.explain_asked.emit(finding))

    def _wider(self, menu: QMenu, words: str, finding: Finding, scope: Scope) -> None:
        self._entry(menu, words, finding, scope).triggered.connect(lambda: self.ignore_asked.emit(finding, scope))

    def _entry(self, menu: QMenu, words: str, finding: Finding, name: str) -> QAction:
        action = menu.addAction(words.replace("&", "&&"))
        action.setObjectName(name)
        action.hovered.connect(lambda: self.pointed.emit(finding))
        return action

    def _more(self, finding: Finding) -> QMenu:
        menu = self.addMenu(_("More"))
        menu.menuAction().hovered.connect(lambda: self.pointed.emit(finding))
        return menu

    def _words(self, finding: Finding) -> QWidgetAction:
        """Give what was found, to be read: it can't be chosen."""
        said = f"{severity_word(finding.severity)}: {shown(finding.message)}"
        label = QLabel(f"<b>{escape(severity_word(finding.severity))}</b> · {escape(shown(finding.message))}")
        label.setTextFormat(Qt.TextFormat.RichText)
        mark = QLabel()
        mark.setPixmap(_mark(finding.severity, self))
        heading = QWidget()
        row = QHBoxLayout(heading)
        row.setContentsMargins(10, 5, 10, 3)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label)
        row.addStretch(1)
        if label.sizeHint().width() > _WIDEST:
            label.setWordWrap(True)
            label.setFixedWidth(_WIDEST)
        action = QWidgetAction(self)
        action.setDefaultWidget(heading)
        action.setText(said)
        action.setEnabled(False)
        heading.setEnabled(True)  # it is to be read all the same
        return action


def _mended(finding: Finding) -> str:
    """Say what a fix puts in, so that a blank at its ends can be seen."""
    text = finding.fix.text if finding.fix is not None else ""
    if not text:
        return _("delete “{text}”", text=_short(finding.text))
    if not text.strip():
        return fix_words(finding)
    inner = text.strip(" ")
    begin = text.index(inner)
    return _short(f"{_BLANK * begin}{inner}{_BLANK * (len(text) - begin - len(inner))}")


def _short(words: str) -> str:
    line = words.replace("\n", "↵").replace("\t", " ")
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def _mark(severity: Severity, menu: QMenu) -> QPixmap:
    size = menu.fontMetrics().height()
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw_mark(painter, QRect(2, 2, size - 4, size - 4), severity, menu.palette())
    painter.end()
    return pixmap
