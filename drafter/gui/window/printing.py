"""The review on paper, as it is shown: printed after a look at the pages, or kept as a PDF."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from drafter.exports import ReviewSnapshot
from drafter.gui.toolbox.ask_where import ask_where
from drafter.i18n import _
from drafter.review.handing_out import full_snapshot

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from drafter.gui.printing.typesetting import SetPage
    from drafter.gui.window.main_window import MainWindow

_LONGEST_NAME = 60


class Printing(QObject):
    """Prints the review that is open."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def print_review(self) -> None:
        """Show the review on pages as they will be printed."""
        session = self._window.session
        if session is None or not self._window.attempt(self._window.view.commit):
            return
        self._preview(full_snapshot(session))

    def _preview(self, snapshot: ReviewSnapshot) -> None:
        from PySide6.QtPrintSupport import QPrintPreviewDialog  # few print, and all would wait for it

        from drafter.gui.printing.pdf import page_layout
        from drafter.gui.printing.review_pages import Sheet, paint, set_pages

        dialog = QPrintPreviewDialog(self._window)
        printer = dialog.printer()  # its own, which lives as long as it does
        printer.setPageLayout(page_layout())
        printer.setDocName(snapshot.title)
        dialog.setWindowTitle(_("Print"))
        ready: dict[Sheet, list[SetPage]] = {}

        def on_paint(target: "QPrinter") -> None:
            here = Sheet.of(target.pageLayout())
            if here not in ready:  # first shown, other paper, or paper turned
                ready[here] = set_pages(snapshot, here)
            paint(target, ready[here], snapshot.title)

        dialog.paintRequested.connect(on_paint)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_pdf(self) -> None:
        """Ask for a file, and write the review there as a PDF in the background."""
        session = self._window.session
        if session is None or not self._window.attempt(self._window.view.commit):
            return
        path = ask_where(self._window, _("Save as PDF"), session.title[:_LONGEST_NAME] + ".pdf", _("PDF files"), ".pdf")
        if path is not None:
            self.write_pdf(path)

    def write_pdf(self, path: Path) -> None:
        """Write the review as a PDF in the background."""
        from drafter.gui.printing.pdf import write_pdf

        session = self._window.session
        if session is not None:
            self._window.background.start(
                _("Writing the PDF"),
                lambda tell: write_pdf(full_snapshot(session), path, tell),
                lambda _none: self._window.written_bar.tell([path]),
            )
