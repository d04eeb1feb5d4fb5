"""The review on paper: what stands on the pages, read by another program."""

import io
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTextCharFormat
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from drafter.exports import ReviewSnapshot
from drafter.gui.printing.pdf import page_layout, pdf_bytes
from drafter.gui.printing.review_pages import Sheet, set_pages
from drafter.gui.printing.typesetting import NewPage, Paragraph, Row, Setting, Stretch
from drafter.gui.window.main_window import MainWindow
from drafter.review import open_pairs
from drafter.review.handing_out import full_snapshot
from tests.gui.acting import in_dialog

PAIRS = [("一、总体要求", "I. General requirements"), ("改造12台锅炉。", "21 boilers shall be rebuilt.")]


def snapshot(times: int = 1) -> ReviewSnapshot:
    return full_snapshot(open_pairs(PAIRS * times))


def pages_of(data: bytes) -> list[str]:
    pdf = pypdfium2.PdfDocument(io.BytesIO(data))
    texts = [pdf[number].get_textpage().get_text_bounded() for number in range(len(pdf))]
    pdf.close()
    return texts


def words(text: str) -> Paragraph:
    return Paragraph((Stretch(text, QTextCharFormat()),), line=20.0)


@pytest.mark.usefixtures("qapp")
def test_pdf_holds_both_languages_and_numbers_its_pages() -> None:
    texts = ["".join(text.split()) for text in pages_of(pdf_bytes(snapshot(60)))]
    assert len(texts) > 2
    for number, text in enumerate(texts, 1):
        assert text.endswith(f"{number}/{len(texts)}")
        assert "English" in text  # the head of the table is on every page
    whole = "".join(texts)
    assert whole.count("21boilersshallberebuilt.") == 60


@pytest.mark.usefixtures("qapp")
def test_findings_are_marked_in_colour() -> None:
    pdf = pypdfium2.PdfDocument(io.BytesIO(pdf_bytes(snapshot())))
    picture = pdf[0].render(scale=2, rev_byteorder=True)
    image = QImage(
        bytes(picture.buffer), picture.width, picture.height, picture.stride,
        QImage.Format.Format_RGB888 if picture.n_channels == 3 else QImage.Format.Format_RGBX8888,
    )  # fmt: skip
    coloured = sum(
        image.pixelColor(x, y).saturation() > 40
        for x in range(0, image.width(), 2)
        for y in range(0, image.height() // 3, 2)
    )
    pdf.close()
    assert coloured > 50


@pytest.mark.usefixtures("qapp")
def test_rows_are_not_cut_where_they_fit_on_a_page() -> None:
    setting = Setting(200.0, 100.0)
    setting.add(words("above"))
    for _ in range(3):
        setting.add(Row(((words("a\u2028b\u2028c"),), (words("d"),)), (100.0, 100.0)))
    assert [len(page.lines) for page in setting.pages] == [5, 4, 4]
    assert [placed.y for placed in setting.pages[1].lines] == [0.0, 20.0, 40.0, 0.0]


@pytest.mark.usefixtures("qapp")
def test_a_row_longer_than_a_page_goes_on_under_its_head() -> None:
    setting = Setting(200.0, 100.0)
    setting.add(Row(((words("head"),),), (200.0,), head=True))
    setting.add(Row(((words("\u2028".join("abcdefg")),),), (200.0,)))
    assert [len(page.lines) for page in setting.pages] == [5, 4]
    assert [round(page.lines[0].y) for page in setting.pages] == [0, 0]


@pytest.mark.usefixtures("qapp")
def test_a_heading_stands_on_the_page_of_what_it_leads_to() -> None:
    setting = Setting(200.0, 100.0)
    for _ in range(3):
        setting.add(Row(((words("row"),),), (200.0,)))
    setting.add(Row(((words("heading"),),), (200.0,), leads=True))
    setting.add(Row(((words("two\u2028lines"),),), (200.0,)))
    setting.add(Row(((words("last heading"),),), (200.0,), leads=True))
    assert [len(page.lines) for page in setting.pages] == [3, 4]


@pytest.mark.usefixtures("qapp")
def test_pages_that_are_not_wanted_are_not_set() -> None:
    setting = Setting(200.0, 100.0, most=2)
    for _ in range(9):
        setting.add(words("x"))
        setting.add(NewPage())
    assert setting.full
    assert len(setting.pages) == 3


@pytest.mark.usefixtures("qapp")
def test_letters_beyond_the_basic_plane_keep_the_looks_after_them_in_place() -> None:
    plain, red = QTextCharFormat(), QTextCharFormat()
    red.setForeground(QColor("red"))
    setting = Setting(400.0, 100.0)
    setting.add(Paragraph((Stretch("𫚖𫚖", plain), Stretch("██", red)), line=30.0))
    image = QImage(400, 100, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.translate(QPointF(0, 0))
    setting.pages[0].draw(painter, QColor("gray"))
    painter.end()
    reds = {x for x in range(400) for y in range(40) if image.pixelColor(x, y) == QColor("red")}
    layout = setting.pages[0].lines[0].line.layout
    assert [(one.start, one.length) for one in layout.formats()] == [(0, 4), (4, 2)]
    assert reds


def test_work_on_pages_can_be_stopped() -> None:
    def stop(share: float) -> None:
        if share > 0.5:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        set_pages(snapshot(5), Sheet.of(page_layout()), stop)


def test_window_writes_a_pdf(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.show_review(open_pairs(PAIRS))
    path = tmp_path / "计划.pdf"
    window.printing.write_pdf(path)
    qtbot.waitUntil(lambda: path.exists() and not window.background.busy)
    assert "21 boilers" in pages_of(path.read_bytes())[0]
    assert window.written_bar.isVisible()
    assert str(path) in window.written_bar.words()


@pytest.mark.qt_log_ignore(".*(printer|Printer|CUPS|cups|QPrint).*")
def test_window_shows_the_pages_before_it_prints(qtbot: QtBot, window: MainWindow) -> None:
    window.show_review(open_pairs(PAIRS * 40))
    counts: list[int] = []

    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, QPrintPreviewDialog)
        from PySide6.QtPrintSupport import QPrintPreviewWidget

        preview = dialog.findChild(QPrintPreviewWidget)
        assert preview is not None
        counts.append(preview.pageCount())
        dialog.reject()

    in_dialog(QPrintPreviewDialog, look)
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(counts) and not window.background.busy)
    assert counts[0] > 1
