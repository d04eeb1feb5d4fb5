"""The start page."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from drafter.gui.settings.remembered import Remembered
from drafter.gui.start.delegate import TEXT_INSET
from drafter.gui.start.recent_list import RecentList
from drafter.gui.start.ways import DropZone, Way
from drafter.gui.toolbox.latest import Latest
from drafter.gui.toolbox.overrides import guarded
from drafter.i18n import _
from drafter.model import N_

_LARGER = 1.9
_LEFT, _WIDEST = 360, 1180
_MARGIN = 32
_WAYS: Mapping[str, tuple[str, str]] = {
    "open_files": (N_("Open files…"), N_("A pair, or one text alone")),
    "open_project": (N_("Open a project…"), N_("A review that you or a colleague saved")),
    "new_from_clipboard": (N_("Paste texts…"), N_("From the clipboard, in place of files")),
    "open_sample": (N_("Try the sample"), N_("An invented plan with faults to find")),
}
"""What the page offers, by command: the words, and what it opens."""


@guarded
class StartPage(QWidget):
    """Offers recent reviews, and every way to open something.

    Signals:
        asked: the name of a command.
        review_asked, forget_asked: the path of a recent review.

    Attributes:
        ways: the buttons, by command.
        list: the recent reviews.
        zone: where files can be dropped.
    """

    asked = Signal(str)
    review_asked = Signal(str)
    forget_asked = Signal(str)

    def __init__(self, is_there: Callable[[str], bool], parent: QWidget | None = None) -> None:
        """Make the page.

        Args:
            is_there: tells whether a file is there; asked in another thread, for a disk far away takes its time.
            parent: the window.
        """
        super().__init__(parent)
        self.setObjectName("start")
        self._is_there = is_there
        self._looking = Latest(self)
        self._looking.answered.connect(self._on_looked)
        self._title, self._about = QLabel("Drafter"), QLabel()
        font = self._title.font()
        font.setPointSizeF(font.pointSizeF() * _LARGER)
        font.setBold(True)
        self._title.setFont(font)
        self._about.setWordWrap(True)
        self._about.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.ways = {name: Way(first=not number) for number, name in enumerate(_WAYS)}
        for name, way in self.ways.items():
            way.clicked.connect(lambda _checked=False, name=name: self.asked.emit(name))
        self.zone = DropZone()
        self._heading = QLabel()
        bold = self._heading.font()
        bold.setPointSizeF(bold.pointSizeF() * 1.2)
        bold.setBold(True)
        self._heading.setFont(bold)
        self.list = RecentList()
        self._heading.setBuddy(self.list)
        self.list.open_asked.connect(self.review_asked)
        self.list.forget_asked.connect(self.forget_asked)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out()

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(self._title)
        left.addWidget(self._about)
        left.addSpacing(12)
        for way in self.ways.values():
            left.addWidget(way)
        left.addSpacing(8)
        left.addWidget(self.zone, 1)
        left.addStretch(0)
        right.setSpacing(8)
        right.addSpacing(8)
        self._heading.setContentsMargins(TEXT_INSET, 0, 0, 0)
        right.addWidget(self._heading)
        right.addWidget(self.list, 1)
        inner = QWidget()
        inner.setMaximumWidth(_WIDEST)
        both = QHBoxLayout(inner)
        both.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        both.setSpacing(_MARGIN + 8)
        column = QWidget()
        column.setFixedWidth(_LEFT)
        left.setContentsMargins(0, 0, 0, 0)
        column.setLayout(left)
        both.addWidget(column)
        both.addLayout(right, 1)
        around = QHBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addStretch(1)
        around.addWidget(inner, 1000)
        around.addStretch(1)

    def retranslate(self, keys: Callable[[str], str]) -> None:
        """Say everything again in the language that is set.

        Args:
            keys: gives the keys of a command, "" where it has none.
        """
        self._about.setText(_("Review a Chinese plan beside its English text. Files never leave this computer."))
        for name, (words, more) in _WAYS.items():
            self.ways[name].say(_(words), _(more), keys(name))
        self.zone.say(_("Drop files here: a Chinese plan and its English text, one of them alone, or a project"))
        self._heading.setText(_("Recent reviews"))
        self.list.setAccessibleName(_("Recent reviews"))
        self.list.viewport().update()

    def set_recent(self, recent: Mapping[str, Remembered]) -> None:
        """Show other reviews, and look in the background whether their files are still there."""
        self.list.show_recent(recent)
        paths, is_there = self.list.recent.paths(), self._is_there
        if self.isVisible() and paths:
            self._looking.ask(lambda: [path for path in paths if not is_there(path)])

    def allow(self, *, idle: bool) -> None:
        """Offer to open something, or not while something else is being done."""
        for way in self.ways.values():
            way.setEnabled(idle)
        self.list.setEnabled(idle)

    def take_focus(self) -> None:
        """Lead the keys to what is wanted most."""
        (self.list if self.list.recent.rowCount() else self.ways["open_files"]).setFocus()

    def finish(self) -> None:
        """Wait until nothing is being looked for: the window closes."""
        self._looking.finish()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 -- Qt's own name
        """Look for the files as soon as somebody sees them."""
        super().showEvent(event)
        paths, is_there = self.list.recent.paths(), self._is_there
        if paths:
            self._looking.ask(lambda: [path for path in paths if not is_there(path)])
        self.take_focus()

    def _on_looked(self, missing: list[str]) -> None:
        self.list.recent.set_missing(missing)
