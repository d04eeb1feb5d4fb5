"""A review as a PDF file."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter

from drafter.exports import ReviewSnapshot
from drafter.exports.atomic import write_atomically
from drafter.gui.printing.review_pages import Sheet, paint, set_pages

_DPI: Final = 600
_MARGIN: Final = 15.0
"""Millimetres."""


def page_layout() -> QPageLayout:
    """Give A4, upright, with even margins."""
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    size = QPageSize(QPageSize.PageSizeId.A4)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)


def pdf_bytes(snapshot: ReviewSnapshot, progress: Callable[[float], None] | None = None) -> bytes:
    """Give a review as a PDF, in any thread.

    Args:
        snapshot: the review.
        progress: told the share done, 0 to 1; what it raises ends the work.
    """
    layout = page_layout()
    pages = set_pages(snapshot, Sheet.of(layout), progress)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(layout)
    writer.setResolution(_DPI)
    writer.setTitle(snapshot.title)
    writer.setCreator("")
    paint(writer, pages, snapshot.title)
    return bytes(buffer.data().data())


def write_pdf(snapshot: ReviewSnapshot, path: Path, progress: Callable[[float], None] | None = None) -> None:
    """Write a review as a PDF file, whole or not at all.

    Raises:
        DrafterError: it can't be written.
    """
    write_atomically(path, pdf_bytes(snapshot, progress))
