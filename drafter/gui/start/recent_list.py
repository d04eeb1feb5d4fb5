"""The list of recent reviews on the start page."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QMenu, QWidget

from drafter.gui.settings.remembered import Remembered
from drafter.gui.start.delegate import TEXT_INSET, RecentDelegate
from drafter.gui.start.model import PATH_ROLE, RecentModel
from drafter.gui.toolbox.keys import ENTER
from drafter.gui.toolbox.overrides import guarded
from drafter.i18n import _

_REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


@guarded
class RecentList(QListView):
    """Recent reviews: Enter or a double click opens one, Delete takes it off the list.

    Signals:
        open_asked, forget_asked: the path of the review.
    """

    open_asked = Signal(str)
    forget_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.recent = RecentModel()
        self.setModel(self.recent)
        self.setItemDelegate(RecentDelegate(self))
        self.setObjectName("recent")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._offer)
        self.doubleClicked.connect(lambda index: self.open_asked.emit(index.data(PATH_ROLE)))

    def show_recent(self, recent: Mapping[str, Remembered]) -> None:
        """Show other reviews; the chosen one stays chosen, or else the one that takes its place."""
        path, row = self.chosen(), self.currentIndex().row()
        self.recent.set_recent(recent)
        paths = self.recent.paths()
        if path is not None and paths:
            place = paths.index(path) if path in paths else min(row, len(paths) - 1)
            self.setCurrentIndex(self.recent.index(place))

    def chosen(self) -> str | None:
        """Give the path of the chosen review."""
        path = self.currentIndex().data(PATH_ROLE)
        return path if isinstance(path, str) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's own name
        """Open by Enter, take off by Delete."""
        path = self.chosen()
        if path is not None and event.key() in ENTER:
            self.open_asked.emit(path)
        elif path is not None and event.key() in _REMOVING:
            self.forget_asked.emit(path)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 -- Qt's own name
        """Have something chosen as soon as the keys come here."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.recent.rowCount():
            self.setCurrentIndex(self.recent.index(0))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 -- Qt's own name
        """Say in an empty list what will stand there."""
        super().paintEvent(event)
        if not self.recent.rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().placeholderText().color())
            words = _("What you review appears here, with how far you have come.")
            room = self.viewport().rect().adjusted(TEXT_INSET, 8, -TEXT_INSET, -8)
            painter.drawText(room, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, words)

    def _offer(self, place: QPoint) -> None:
        index: QModelIndex = self.indexAt(place)
        path = index.data(PATH_ROLE)
        if not isinstance(path, str):
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Open"), partial(self.open_asked.emit, path))
        menu.addAction(_("Open its folder"), partial(_open_folder, path))
        menu.addSeparator()
        menu.addAction(_("Remove from the list"), partial(self.forget_asked.emit, path))
        menu.popup(self.viewport().mapToGlobal(place))


def _open_folder(path: str) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(path).parent)))
