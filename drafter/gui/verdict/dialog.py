"""The verdict shown as the page that will be printed."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from drafter.exports import ReviewSnapshot
from drafter.exports.atomic import write_atomically
from drafter.gui.printing.pdf import page_layout
from drafter.gui.printing.review_pages import Sheet, paint
from drafter.gui.toolbox.ask_where import ask_where
from drafter.gui.toolbox.errors import show_error
from drafter.gui.toolbox.overrides import guarded
from drafter.gui.verdict.sheet import verdict_page, verdict_pdf, verdict_words
from drafter.i18n import _
from drafter.model import DrafterError

_LONGEST_NAME: Final = 60
_SIZE: Final = (860, 900)
_SHARE_OF_SCREEN: Final = 0.9
_PAPER: Final = (595.0, 842.0)
"""A4 in points."""

_RULE: Final = QColor("#bfbfbf")
_EDGE: Final = 16


@guarded
class _Paper(QWidget):
    """The page, as wide as there is room."""

    def __init__(self, snapshot: ReviewSnapshot) -> None:
        super().__init__()
        self._page, self._room = verdict_page(snapshot), Sheet.of(page_layout())
        self.setAccessibleName(_("Verdict"))
        self.setAccessibleDescription(verdict_words(snapshot))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(round(_PAPER[0] * 0.8))

    def heightForWidth(self, width: int) -> int:  # noqa: N802 -- Qt's own name
        """Give the height that paper of a width has."""
        return round((width - 2 * _EDGE) * _PAPER[1] / _PAPER[0]) + 2 * _EDGE

    def sizeHint(self) -> QSize:  # noqa: N802 -- Qt's own name
        """Be as large as the paper is."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 -- Qt's own name
        """Draw white paper, whatever the window wears: that is what comes out of the printer."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = (self.width() - 2 * _EDGE) / _PAPER[0]
        painter.translate(_EDGE, _EDGE)
        painter.scale(scale, scale)
        painter.fillRect(0, 0, round(_PAPER[0]), round(_PAPER[1]), Qt.GlobalColor.white)
        painter.translate(self._room.left, self._room.top)
        self._page.draw(painter, _RULE)


class VerdictDialog(QDialog):
    """Shows the verdict, prints it, or keeps it as a PDF file."""

    def __init__(self, snapshot: ReviewSnapshot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Verdict"))
        self.setObjectName("verdict")
        self._snapshot = snapshot
        self.paper = _Paper(snapshot)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.paper)
        self.print_, self.save, self.copy = (
            QPushButton(_("Print…")), QPushButton(_("Save as PDF…")), QPushButton(_("Copy the text")),
        )  # fmt: skip
        self.print_.setDefault(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        for button, act in ((self.print_, self._print), (self.save, self._save), (self.copy, self._copy)):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
            button.clicked.connect(act)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(area, 1)
        column.addWidget(buttons)
        screen = (parent or self).screen().availableGeometry().size() * _SHARE_OF_SCREEN
        self.resize(QSize(*_SIZE).boundedTo(screen))

    def write_pdf(self, path: Path) -> None:
        """Write the verdict to a PDF file.

        Raises:
            DrafterError: it can't be written; a file that was there stays as it was.
        """
        write_atomically(path, verdict_pdf(self._snapshot))

    def _save(self) -> None:
        name = f"{self._snapshot.title[:_LONGEST_NAME]} — {_('Verdict')}.pdf"
        path = ask_where(self, _("Save as PDF"), name, _("PDF files"), ".pdf")
        if path is not None:
            try:
                self.write_pdf(path)
            except DrafterError as error:
                show_error(self, error)

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # few print, and all would wait for it

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(page_layout())
        printer.setDocName(self._snapshot.title)
        dialog = QPrintDialog(printer, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            paint(printer, [verdict_page(self._snapshot, printer.pageLayout())], self._snapshot.title)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(verdict_words(self._snapshot))
