"""The verdict on one page: a key away, printed on one sheet, kept as a PDF, read out."""

import io
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from drafter.exports import ReviewSnapshot
from drafter.gui.verdict.dialog import VerdictDialog
from drafter.gui.verdict.sheet import verdict_pdf, verdict_words
from drafter.gui.window.main_window import MainWindow
from drafter.review import Pasted, open_files, open_pairs
from drafter.review.handing_out import full_snapshot

ENGLISH = "Plan of Reed Village\n\nThe village rebuilds 35Ten thousand stoves by month 14, 2026.\n"
GOOD = ("各村禁烧秸秆。", "Every village bans burning straw.")


def bad(number: int) -> tuple[str, str]:
    return f"改造{number}台锅炉。", f"{number + 7} boilers shall be rebuilt."


def pages(data: bytes) -> list[str]:
    pdf = pypdfium2.PdfDocument(io.BytesIO(data))
    texts = ["".join(pdf[number].get_textpage().get_text_bounded().split()) for number in range(len(pdf))]
    pdf.close()
    return texts


def snapshot(*pairs: tuple[str, str]) -> ReviewSnapshot:
    return full_snapshot(open_pairs(pairs))


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("count", [0, 1, 5, 20, 90, 700])
def test_it_is_one_page_however_much_is_wrong(count: int) -> None:
    texts = pages(verdict_pdf(snapshot(GOOD, *(bad(number) for number in range(100, 100 + count)))))
    assert len(texts) == 1
    headline = {0: "Nothingwasfoundthatneedsmending.", 1: "Thisfactcan’tbetrusted"}
    assert headline.get(count, f"These{count}factscan’tbetrusted") in texts[0]
    assert texts[0].endswith("1/1")
    if count:
        assert "Together" in texts[0]
        assert "Clause2" in texts[0]
        assert "Shouldread:100" in texts[0]
    if count > 1:
        assert "Clause5" in texts[0]  # the worst are told in full


@pytest.mark.usefixtures("qapp")
def test_what_finds_no_room_is_counted() -> None:
    text = pages(verdict_pdf(snapshot(*(bad(number) for number in range(100, 800)))))[0]
    assert "morefactsarecountedbelow." in text
    assert "700" in text


def test_the_english_alone_is_a_key_away(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "plan.txt"
    file.write_text(ENGLISH, encoding="utf-8")
    with qtbot.waitSignal(window.opened, timeout=30_000):
        window.files.open_paths([file])
    qtbot.waitUntil(lambda: not window.background.busy)
    qtbot.keyClick(window, Qt.Key.Key_F9)
    dialog = window.findChild(VerdictDialog)
    assert dialog is not None
    assert dialog.isVisible()
    assert "can’t be trusted" in dialog.paper.accessibleDescription()
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert "month 14, 2026" in QGuiApplication.clipboard().text()
    place = tmp_path / "verdict.pdf"
    monkeypatch.setattr("drafter.gui.verdict.dialog.ask_where", lambda *_arguments: place)
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert len(pages(place.read_bytes())) == 1
    printed = tmp_path / "printed.pdf"

    def to_file(self: QPrintDialog) -> int:
        self.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.printer().setOutputFileName(str(printed))
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(QPrintDialog, "exec", to_file)
    qtbot.mouseClick(dialog.print_, Qt.MouseButton.LeftButton)
    assert len(pages(printed.read_bytes())) == 1
    dialog.reject()


@pytest.mark.usefixtures("qapp")
def test_what_the_paper_says_can_be_heard() -> None:
    review = open_files([Pasted("plan", ENGLISH)])
    words = verdict_words(full_snapshot(review))
    assert words.splitlines()[0] == review.title
    assert "Clause" in words.splitlines()[2]


@pytest.mark.usefixtures("qtbot")
def test_without_a_review_there_is_no_verdict(window: MainWindow) -> None:
    assert not window._actions["show_verdict"].isEnabled()
    window.helping.show_verdict()
    assert window.findChild(VerdictDialog) is None
