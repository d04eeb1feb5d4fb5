"""A scan that is opened: the window says so, and has its text recognised where a program here can."""

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from drafter.gui.window.main_window import MainWindow
from tests.documents.pages import pdf
from tests.documents.test_scans import table, tesseract
from tests.gui.acting import in_dialog

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for Tesseract is a shell's program")


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "scan.pdf"
    path.write_bytes(pdf([[]]))
    return path


def test_a_scan_is_recognised_when_asked_for(
    qtbot: QtBot, window: MainWindow, scan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tesseract(tmp_path, monkeypatch, f"print({table()!r})")
    said: list[str] = []

    def agree(dialog: QWidget) -> None:
        assert isinstance(dialog, QMessageBox)
        said.append(dialog.text())
        next(one for one in dialog.buttons() if one.text() == "Recognise the text").click()

    in_dialog(QMessageBox, agree)
    window.files.open_paths([scan])
    qtbot.waitUntil(lambda: bool(window.session or window.files._asking), timeout=20_000)
    assert "is a scan" in said[0]
    qtbot.waitUntil(lambda: not window.background.busy)
    session = window.session or (window.files._asking.session if window.files._asking else None)
    assert session is not None
    words = [one.side(side).text for one in session.clauses for side in ("zh", "en")]
    assert "淮河市空气质量" in "".join(words)


def test_a_scan_is_left_alone_when_refused(
    qtbot: QtBot, window: MainWindow, scan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tesseract(tmp_path, monkeypatch, "sys.exit('never asked for')")
    asked: list[str] = []

    def refuse(dialog: QWidget) -> None:
        assert isinstance(dialog, QMessageBox)
        asked.append(dialog.objectName())
        dialog.reject()

    in_dialog(QMessageBox, refuse)
    window.files.open_paths([scan])
    qtbot.waitUntil(lambda: bool(asked) and not window.background.busy, timeout=20_000)
    assert asked == ["scan"]
    assert window.session is None


def test_without_a_program_it_is_only_told(
    qtbot: QtBot, window: MainWindow, scan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    told: list[str] = []

    def read(dialog: QWidget) -> None:
        assert isinstance(dialog, QMessageBox)
        told.append(dialog.objectName())
        dialog.accept()

    in_dialog(QMessageBox, read)
    window.files.open_paths([scan])
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert told == ["error"]
