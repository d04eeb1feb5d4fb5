"""Work in the background at its edges: closing at any moment of it, steps that ask, steps that fail."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QStatusBar, QWidget
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from drafter.gui.window.background import Background
from drafter.gui.window.main_window import MainWindow
from drafter.review import ScanError, open_project
from tests.gui.acting import in_dialog

ZH = "一、总体要求\n1.到2026年，细颗粒物浓度控制在32微克/立方米以内。\n2.严格控制新增产能。\n"
EN = (
    "I. General requirements\n"
    "1. By 2026, the PM2.5 concentration shall be kept within 32 μg/m3.\n"
    "2. Strictly control new capacity.\n"
)
Steps = Callable[[object], Iterator[None]]


@pytest.fixture
def pair(tmp_path: Path) -> list[Path]:
    zh, en = tmp_path / "zh.txt", tmp_path / "en.txt"
    zh.write_text(ZH, encoding="utf-8")
    en.write_text(EN, encoding="utf-8")
    return [zh, en]


@pytest.fixture
def background(qtbot: QtBot) -> Background:
    bar = QStatusBar()
    qtbot.addWidget(bar)
    bar.show()
    return Background(bar)


def done_but_not_told(background: Background) -> None:
    """Wait until the work's thread has gone, and let the window hear nothing of it yet."""
    assert background._worker is not None
    background._worker.wait()
    assert background.busy


def counting(told: list[int], count: int) -> Steps:
    def steps(_result: object) -> Iterator[None]:
        for number in range(count):
            told.append(number)
            yield

    return steps


# --- steps -----------------------------------------------------------------------------------------------------------


def test_steps_are_done_once_each_before_it_is_idle(qtbot: QtBot, background: Background) -> None:
    told: list[int] = []
    assert background.start("Work", lambda _tell: None, counting(told, 4))
    assert not background.start("More work", lambda _tell: None, lambda _none: None)
    with qtbot.waitSignal(background.ended):
        pass
    assert told == [0, 1, 2, 3]
    assert not background.busy


def test_what_was_finished_leaves_the_next_work_alone(qtbot: QtBot, background: Background) -> None:
    first: list[int] = []
    second: list[int] = []
    background.start("Work", lambda _tell: None, counting(first, 4))
    qtbot.waitUntil(lambda: bool(first))
    assert background.finish()  # the timer of its next step runs on
    assert first == [0, 1, 2, 3]
    assert not background.busy
    background.start("Work", lambda _tell: None, counting(second, 9))
    with qtbot.waitSignal(background.ended):
        pass
    assert second == list(range(9))


def test_a_result_that_is_on_its_way_is_taken_before_the_end(background: Background) -> None:
    told: list[int] = []
    background.start("Work", lambda _tell: None, counting(told, 3))
    done_but_not_told(background)
    assert background.finish()
    assert told == [0, 1, 2]
    assert not background.busy


def test_a_step_that_fails_ends_the_work(qtbot: QtBot, background: Background) -> None:
    def steps(_result: object) -> Iterator[None]:
        yield
        raise ValueError

    with capture_exceptions() as caught, qtbot.waitSignal(background.ended):
        background.start("Work", lambda _tell: None, steps)
    assert [kind for kind, _error, _trace in caught] == [ValueError]
    assert not background.busy
    assert background.start("Work", lambda _tell: None, lambda _none: None)
    qtbot.waitUntil(lambda: not background.busy)


def test_a_step_that_fails_keeps_nobody_from_closing(qtbot: QtBot, background: Background) -> None:
    def steps(_result: object) -> Iterator[None]:
        yield
        raise ValueError

    background.start("Work", lambda _tell: None, steps)
    done_but_not_told(background)
    with qtbot.waitSignal(background.failed) as failed:
        assert background.finish()
    assert isinstance(failed.args[0] if failed.args else None, ValueError)
    assert not background.busy


def test_a_step_that_asks_is_answered_before_the_window_closes(qtbot: QtBot, window: MainWindow) -> None:
    closed: list[bool] = []

    def steps(_result: object) -> Iterator[None]:
        yield
        QMessageBox(QMessageBox.Icon.Question, "", "Really?", parent=window).exec()
        yield

    def close(dialog: QWidget) -> None:
        closed.append(window.close())
        dialog.close()

    in_dialog(QMessageBox, close)
    window.background.start("Work", lambda _tell: None, steps)
    qtbot.waitUntil(lambda: bool(closed) and not window.background.busy)
    assert closed == [False]
    assert window.isVisible()
    assert window.close()


# --- closing ---------------------------------------------------------------------------------------------------------


def test_a_review_that_was_just_read_is_let_go_with_the_window(
    qtbot: QtBot, window: MainWindow, pair: list[Path]
) -> None:
    window.files.open_paths(pair)
    done_but_not_told(window.background)
    assert window.close()
    qtbot.wait(50)
    assert window.session is None
    (path,) = window.settings.recent
    again = open_project(Path(path))
    assert again.read_only is None
    again.close()


def test_a_question_about_what_was_just_read_goes_with_the_window(
    qtbot: QtBot, window: MainWindow, pair: list[Path]
) -> None:
    pair[1].write_text("A speech about something else entirely.\n", encoding="utf-8")
    window.files.open_paths(pair)
    done_but_not_told(window.background)
    assert window.close()
    qtbot.wait(50)
    assert window.files._asking is None
    assert not [one for one in QApplication.topLevelWidgets() if one.isVisible()]


def test_a_failure_is_not_told_by_a_window_that_is_gone(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 and no more")
    window.files.open_paths([broken])
    done_but_not_told(window.background)
    assert window.close()
    told: list[str] = []

    def look() -> None:
        for one in QApplication.topLevelWidgets():
            if isinstance(one, QMessageBox) and one.isVisible():
                told.append(one.text())
                one.close()

    looking = QTimer(window, interval=10)
    looking.timeout.connect(look)
    looking.start()
    qtbot.wait(60)
    looking.stop()
    assert told == []


# --- a second file meanwhile -----------------------------------------------------------------------------------------


def drop(window: MainWindow, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, mime, *plain))


def scans_instead(monkeypatch: pytest.MonkeyPatch) -> list[list[Path]]:
    """Have whatever is opened be a scan; give what was asked to be recognised."""
    asked: list[list[Path]] = []

    def read(sources: list[Path], *_rest: object, recognise: bool = False, **_others: object) -> None:
        if recognise:
            asked.append(list(sources))
        raise ScanError("“{name}” is a scan.", name="it", recognisable=True)

    monkeypatch.setattr("drafter.gui.window.files.open_or_resume", read)
    monkeypatch.setattr("drafter.gui.window.versions.open_new_version", lambda *_some, **_others: read([]))
    return asked


def say_yes(dialog: QWidget) -> None:
    assert isinstance(dialog, QMessageBox)
    if yes := [one for one in dialog.buttons() if one.text() == "Recognise the text"]:
        yes[0].click()
    else:
        dialog.close()


def test_a_file_dropped_meanwhile_is_not_taken_for_the_first(
    qtbot: QtBot, window: MainWindow, pair: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = scans_instead(monkeypatch)

    def say_yes_once(dialog: QWidget) -> None:
        in_dialog(
            QMessageBox, lambda again: again.reject() if isinstance(again, QMessageBox) else None
        )  # it is a scan still, and asked about again
        say_yes(dialog)

    in_dialog(QMessageBox, say_yes_once)
    window.files.open_paths(pair[:1])
    drop(window, pair[1])
    assert "Wait until the present work is done" in window.statusBar().currentMessage()
    qtbot.waitUntil(lambda: bool(asked) and not window.background.busy)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert asked == [pair[:1]]


def test_a_new_version_that_is_a_scan_opens_nothing_else(
    qtbot: QtBot, window: MainWindow, pair: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    with qtbot.waitSignal(window.opened, timeout=10_000):
        window.files.open_paths(pair)
    qtbot.waitUntil(lambda: not window.background.busy)
    asked = scans_instead(monkeypatch)
    said: list[str] = []

    def answer(dialog: QWidget) -> None:
        said.append(dialog.objectName())
        say_yes(dialog)

    in_dialog(QMessageBox, answer)
    window.versions.bring_version(pair[1])
    qtbot.waitUntil(lambda: bool(said) and not window.background.busy)
    qtbot.wait(50)
    assert said == ["error"]
    assert asked == []


def test_a_fix_waits_for_the_work_under_way(qtbot: QtBot, window: MainWindow, pair: list[Path]) -> None:
    pair[1].write_text(EN.replace("32 μg/m3", "32 μg/mthree"), encoding="utf-8")
    with qtbot.waitSignal(window.opened, timeout=10_000):
        window.files.open_paths(pair)
    qtbot.waitUntil(lambda: not window.background.busy)
    session = window.session
    assert session is not None
    fixable = next(one for one in session.findings() if one.fix is not None)
    window.findings.choose(fixable)
    gate = Event()
    window.background.start("Work", lambda _tell: gate.wait(60), lambda _done: None)
    try:
        window.findings.fix_asked.emit()  # the panel is no part of what is disabled meanwhile
        assert "Wait until the present work is done" in window.statusBar().currentMessage()
        assert session.revisions == ()
    finally:
        gate.set()
    qtbot.waitUntil(lambda: not window.background.busy)
    window.findings.fix_asked.emit()
    assert len(session.revisions) == 1
