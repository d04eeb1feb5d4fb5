"""An error nobody expected: told in a sentence, logged without a word of the document, and the work goes on."""

import logging
import threading
from collections.abc import Iterator
from logging.handlers import RotatingFileHandler
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from drafter.gui.toolbox.catching import Catcher
from drafter.gui.toolbox.logs import log_folder, log_to_file, report
from drafter.gui.window.main_window import MainWindow
from drafter.review import open_pairs
from tests.gui.acting import in_dialog

SECRET = "改造未公布的锅炉。"
PAIRS = [(SECRET, "Boilers shall be rebuilt."), ("各村禁烧秸秆。", "Every village bans burning straw.")]


@pytest.fixture
def log() -> Iterator[Path]:
    logger = logging.getLogger("drafter")
    before = list(logger.handlers)
    log_to_file()
    yield log_folder() / "drafter.log"
    for handler in logger.handlers[:]:
        if handler not in before:
            logger.removeHandler(handler)
            handler.close()


def raised(text: str) -> Exception:
    nothing: dict[str, str] = {}
    try:
        try:
            nothing[text]
        except KeyError as missing:
            raise ValueError(text) from missing
    except ValueError as error:
        return error
    raise AssertionError


def dismissed(seen: list[QMessageBox]) -> None:
    def answer(box: QWidget) -> None:
        assert isinstance(box, QMessageBox)
        seen.append(box)
        box.accept()

    in_dialog(QMessageBox, answer)


@pytest.mark.logs("ValueError")
def test_a_command_that_fails_ends_nothing(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "计划.drafter"
    session = open_pairs(PAIRS)
    session.save_as(path)
    session.close()
    with qtbot.waitSignal(window.opened, timeout=30_000):
        window.files.open_paths([path])
    qtbot.waitUntil(lambda: not window.background.busy)
    monkeypatch.setattr(window.view, "zoom_asked", None, raising=False)

    def fail(_zoom: float) -> None:
        raise ValueError(SECRET)

    monkeypatch.setattr(window.view, "set_zoom", fail)
    catcher, told = Catcher(), []

    def answer(box: QWidget) -> None:
        assert isinstance(box, QMessageBox)
        told.append(f"{box.text()} {box.informativeText()}")
        buttons = {button.text(): button for button in box.findChildren(QPushButton)}
        qtbot.mouseClick(buttons["Copy the details"], Qt.MouseButton.LeftButton)
        assert box.isVisible()
        assert "ValueError" in box.detailedText()
        qtbot.keyClick(box, Qt.Key.Key_Escape)

    with qtbot.captureExceptions() as caught:
        qtbot.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert len(caught) == 1
    in_dialog(QMessageBox, answer)
    catcher.hook(*caught[0])
    assert "Your corrections are kept" in told[0]
    assert "close the review and open it again" in told[0]
    copied = QGuiApplication.clipboard().text()
    assert "ValueError" in copied
    assert "drafter/gui/window/main_window.py" in copied.replace("\\", "/")
    monkeypatch.undo()
    assert window.session is not None
    assert window.session.edit(2, "en", "Straw is not burnt.")  # the work goes on
    kept = log.read_text(encoding="utf-8")
    assert "ValueError" in kept
    for text in (kept, copied):
        assert SECRET not in text
        assert str(Path.home()) not in text


def test_a_report_has_the_whole_chain_and_no_words() -> None:
    told = report(raised(SECRET))
    assert told.index("ValueError") < told.index("\nafter\n") < told.index("KeyError")
    assert "test_errors.py" in told
    assert SECRET not in told
    assert "OSError (28)" in report(OSError(28, f"No room for {SECRET}"))


@pytest.mark.logs("no preview", "too large")
def test_no_logger_of_ours_writes_what_an_error_says(log: Path) -> None:
    for _time in range(2):  # a handler before may have put the words into the record already
        try:
            raise raised(SECRET)
        except ValueError:
            logging.getLogger("drafter").exception("no preview")
    assert "no preview\nDrafter " in log.read_text(encoding="utf-8")
    assert SECRET not in log.read_text(encoding="utf-8")


@pytest.mark.logs("filling")
def test_the_log_does_not_grow_for_ever(log: Path) -> None:
    handler = next(one for one in logging.getLogger("drafter").handlers if isinstance(one, RotatingFileHandler))
    handler.maxBytes = 2000
    for _line in range(400):
        logging.getLogger("drafter").warning("filling the log")
    files = sorted(log.parent.glob("drafter.log*"))
    assert 1 < len(files) <= 4
    assert all(file.stat().st_size <= 2000 for file in files)


@pytest.mark.logs("ValueError", "OSError")
def test_the_same_error_is_told_once(qtbot: QtBot) -> None:
    seen: list[QMessageBox] = []
    catcher, error = Catcher(), raised("x")
    dismissed(seen)
    catcher.hook(type(error), error, None)
    assert len(seen) == 1
    catcher.hook(type(error), error, None)  # would wait for an answer
    assert len(seen) == 1
    another = OSError(5, "x")
    dismissed(seen)
    catcher.hook(type(another), another, None)
    assert len(seen) == 2


@pytest.mark.logs("ZeroDivisionError")
def test_an_error_in_a_thread_is_told_in_the_window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[QMessageBox] = []
    catcher = Catcher()
    monkeypatch.setattr(threading, "excepthook", catcher.hook_of_thread)
    dismissed(seen)
    thread = threading.Thread(target=lambda: 1 // 0)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(seen) == 1)


def test_a_place_that_can_not_be_written_keeps_no_log(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setattr("drafter.gui.toolbox.logs.log_folder", lambda: tmp_path / "file" / "log")
    before = list(logging.getLogger("drafter").handlers)
    log_to_file()
    assert logging.getLogger("drafter").handlers == before
