"""The first pages of a Word export in the dialog: drawn at once, and set by LibreOffice where it is on the machine."""

import logging
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from lxml.etree import XMLSyntaxError
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from drafter.documents.converters import convert, converters
from drafter.exports import DocxOptions, ReviewSnapshot
from drafter.gui.toolbox.latest import Latest
from drafter.gui.toolbox.overrides import guarded
from drafter.i18n import _, shown
from drafter.model import N_, DrafterError

_log = logging.getLogger("drafter")
_PAGES: Final = 3
_CHARACTERS: Final = 7000
"""Characters that fill the first pages in any layout."""

_QUIET: Final = 60
"""Milliseconds without another choice before anything is drawn."""

_SCALE: Final = 2.0


@dataclass(frozen=True, slots=True)
class Pages:
    """Pages to be shown.

    Attributes:
        images: the pages.
        office: whether LibreOffice set them.
        bare: whether a template's pictures, headers and footers are left out.
        problem: why there are none, in words.
    """

    images: tuple[QImage, ...] = ()
    office: bool = False
    bare: bool = False
    problem: str = ""


def first_pages(snapshot: ReviewSnapshot, options: DocxOptions) -> bytes:
    """Give a Word file of what fills the first pages; a long review is cut off behind them."""
    from drafter.exports.docx import docx_bytes

    clauses, length = [], 0
    for clause in snapshot.clauses:
        clauses.append(clause)
        length += len(clause.zh.text) + len(clause.en.text) // 2
        if length > _CHARACTERS:
            break
    known = {clause.id for clause in clauses}
    here = replace(
        snapshot,
        clauses=tuple(clauses),
        findings=tuple(one for one in snapshot.findings if one.clause in known),
        notes=tuple(one for one in snapshot.notes if one.clause in known),
        revisions=tuple(one for one in snapshot.revisions if one.clause in known),
    )
    return docx_bytes(here, options)


def drawn(data: bytes, options: DocxOptions) -> Pages:
    """Draw the first pages."""
    from drafter.gui.export.worddrawing import draw

    numbered = "" if options.template else "dashes" if options.style == "gbt9704" else "plain"
    return Pages(tuple(draw(data, most=_PAGES, numbered=numbered)), bare=options.template is not None)


def set_by_office(data: bytes) -> Pages | None:
    """Let LibreOffice set the first pages; None where it isn't there, or doesn't."""
    import pypdfium2

    office = next((one for one in converters() if one.name == "LibreOffice"), None)
    if office is None:
        return None
    to_pdf = replace(office, arguments=(*office.arguments[:-1], "pdf"), ending=".pdf")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        source = Path(folder) / "preview.docx"
        source.write_bytes(data)
        made = convert(to_pdf, source, Path(folder))
    if made is None:
        return None
    images = []
    pdf = pypdfium2.PdfDocument(made)
    try:
        for index in range(min(_PAGES, len(pdf))):
            bitmap = pdf[index].render(scale=_SCALE, rev_byteorder=True)
            kind = QImage.Format.Format_RGB888 if bitmap.n_channels == _RGB else QImage.Format.Format_RGBX8888
            picture = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, kind)
            images.append(picture.copy())  # which owns its bytes
    finally:
        pdf.close()
    return Pages(tuple(images), office=True)


_RGB: Final = 3
_MARGIN: Final = 24


@guarded
class _Paper(QWidget):
    """One page, as large as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._scaled = QImage()
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(QSize(260, 300))

    def show_page(self, image: QImage, words: str = "") -> None:
        """Show another page; words where it is empty."""
        self._image, self._scaled, self._words = image, QImage(), words
        self.setAccessibleDescription(words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 -- Qt's own name
        """Paint the page with its edge, or say why there is none."""
        if self._image.isNull():
            painter = QPainter(self)
            painter.setPen(self.palette().placeholderText().color())
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(_MARGIN, 0, -_MARGIN, 0), flags, self._words)
            return
        ratio = self.devicePixelRatioF()
        room = self.size() * ratio
        if self._scaled.isNull() or (self._scaled.width() != room.width() and self._scaled.height() != room.height()):
            self._scaled = self._image.scaled(
                room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            self._scaled.setDevicePixelRatio(ratio)
        size = self._scaled.deviceIndependentSize()
        left, top = round((self.width() - size.width()) / 2), 0
        painter = QPainter(self)
        painter.drawImage(left, top, self._scaled)
        painter.setPen(self.palette().mid().color())
        painter.drawRect(left, top, round(size.width()) - 1, round(size.height()) - 1)


class Preview(QWidget):
    """Shows the first pages of what would be written."""

    def __init__(self, snapshot: Callable[[], ReviewSnapshot], office: Latest | None = None) -> None:
        """Show nothing yet.

        Args:
            snapshot: gives the review; called once, in another thread.
            office: asks LibreOffice; lives longer than the dialog does. None asks it nothing.
        """
        super().__init__()
        self._snapshot = snapshot
        self._known: ReviewSnapshot | None = None
        self._pages = Pages()
        self._page = 0
        self._drawing = Latest(self, _QUIET)
        self._drawing.answered.connect(self._on_drawn)
        self._office = office
        if office is not None:
            office.answered.connect(self._on_office)
        self.paper = _Paper()
        self.paper.setAccessibleName(_("Preview of the first pages"))
        self.back, self.forth = QToolButton(), QToolButton()
        self.back.setArrowType(Qt.ArrowType.LeftArrow)
        self.forth.setArrowType(Qt.ArrowType.RightArrow)
        self.back.setAccessibleName(_("Page before"))
        self.forth.setAccessibleName(_("Next page"))
        self.back.clicked.connect(lambda: self._turn(-1))
        self.forth.clicked.connect(lambda: self._turn(1))
        self.number = QLabel()
        self.caption = QLabel()
        self.caption.setWordWrap(True)
        self.caption.setObjectName("hint")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.number)
        row.addWidget(self.forth)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.paper, 1)
        column.addLayout(row)
        column.addWidget(self.caption)
        self._show(Pages())

    @property
    def pages(self) -> Pages:
        """What is shown."""
        return self._pages

    def ask(self, options: DocxOptions | None) -> None:
        """Show the first pages of a Word file with these options, as soon as they are drawn; None for no such file."""
        if self._office is not None:
            self._office.drop()
        if options is None:
            self._drawing.drop()
            self._show(Pages(problem=_("There is no preview of this kind of file.")))
            return
        self._drawing.ask(lambda: self._draw(options))
        if self._office is not None:
            self._office.ask(lambda: self._set(options))

    def finish(self) -> None:
        """Wait until nothing is drawn any more: the dialog closes."""
        self._drawing.finish()
        if self._office is not None:
            self._office.drop()
            self._office.answered.disconnect(self._on_office)
            self._office = None

    def _review(self) -> ReviewSnapshot:
        if self._known is None:
            self._known = self._snapshot()
        return self._known

    def _draw(self, options: DocxOptions) -> Pages:
        try:
            return drawn(first_pages(self._review(), options), options)
        except DrafterError as error:
            return Pages(problem=shown(error.message))
        except (ValueError, TypeError, LookupError, AttributeError, XMLSyntaxError):
            _log.exception("no preview")  # of a template that is odd; the export itself says what is wrong with it
            return Pages(problem=_("The first pages can't be drawn."))

    def _set(self, options: DocxOptions) -> Pages | None:
        try:
            return set_by_office(first_pages(self._review(), options))
        except DrafterError:
            return None

    def _on_drawn(self, pages: object) -> None:
        if isinstance(pages, Pages):
            self._show(pages)

    def _on_office(self, pages: object) -> None:
        if isinstance(pages, Pages):
            self._show(pages)

    def _show(self, pages: Pages) -> None:
        self._pages = pages
        self._page = min(self._page, max(0, len(pages.images) - 1))
        self._turn(0)
        if pages.office:
            self.caption.setText(_("Preview, as LibreOffice sets the first pages; Word may break lines otherwise."))
        elif pages.bare:
            self.caption.setText(_("Preview, drawn by Drafter without pictures, headers and footers of the template."))
        elif pages.images:
            self.caption.setText(_("Preview, drawn by Drafter: lines and pages may break otherwise in Word and WPS."))
        else:
            self.caption.setText("")

    def _turn(self, by: int) -> None:
        count = len(self._pages.images)
        self._page = min(max(self._page + by, 0), max(count - 1, 0))
        self.paper.show_page(self._pages.images[self._page] if count else QImage(), self._pages.problem)
        for widget in (self.back, self.number, self.forth):
            widget.setVisible(count > 0)
        self.number.setText(_(N_("Page {n}"), n=self._page + 1))
        self.back.setEnabled(self._page > 0)
        self.forth.setEnabled(self._page + 1 < count)
