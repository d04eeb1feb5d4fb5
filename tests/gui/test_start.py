"""The start page: recent reviews with how far they came, and every way to open something."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from drafter.gui.settings.settings import load_settings, settings_file
from drafter.gui.start.model import MISSING_ROLE
from drafter.gui.window.main_window import MainWindow
from drafter.review import open_pairs
from tests.gui.acting import in_dialog

PAIRS = [
    ("到2025年，全市PM2.5浓度下降18%。", "By 2025, the city's PM2.5 concentration shall fall by 28%."),
    ("各村禁烧秸秆。", "Every village bans burning straw."),
]
NO_KEYS = Qt.KeyboardModifier.NoModifier


def project(path: Path, title: str = "石桥镇计划") -> Path:
    session = open_pairs(PAIRS)
    session.title = title
    session.save_as(path)
    session.close()
    return path


def open_(qtbot: QtBot, window: MainWindow, act: Callable[[], object]) -> None:
    with qtbot.waitSignal(window.opened, timeout=30_000):
        act()
    qtbot.waitUntil(lambda: not window.background.busy)


def on_start(window: MainWindow) -> bool:
    return window.starting.page.isVisible() and window.session is None


def told(window: MainWindow) -> list[str]:
    model = window.starting.page.list.recent
    return [str(model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(model.rowCount())]


def test_a_review_is_closed_and_taken_up_again(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = project(tmp_path / "one.drafter")
    open_(qtbot, window, lambda: window.files.open_paths([path]))
    assert window.session is not None
    window.session.set_state(2, "reviewed")
    qtbot.keyClick(window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert on_start(window)
    assert not any(dock.isVisible() for dock in window.findChildren(QDockWidget))
    assert window.windowTitle() == "Drafter"
    assert not window._actions["export"].isEnabled()
    assert len(told(window)) == 1
    assert "石桥镇计划" in told(window)[0]
    assert "1 of 2 reviewed, 1 critical finding" in told(window)[0]
    assert load_settings(settings_file()).recent[str(path)].clauses == 2
    assert window.starting.page.list.hasFocus()
    open_(qtbot, window, lambda: qtbot.keyClick(window.starting.page.list, Qt.Key.Key_Return))
    assert window.session is not None
    assert window.session.state(2) == "reviewed"
    assert window.view.isVisible()
    assert any(dock.isVisible() for dock in window.findChildren(QDockWidget))


def test_delete_takes_a_review_off_the_list(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    for name in ("one", "two", "three"):
        path = project(tmp_path / f"{name}.drafter", name)
        open_(qtbot, window, partial(window.files.open_paths, [path]))
    qtbot.keyClick(window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    shown = window.starting.page.list
    assert [path.rsplit("/")[-1] for path in shown.recent.paths()] == ["three.drafter", "two.drafter", "one.drafter"]
    qtbot.keyClick(shown, Qt.Key.Key_Down)
    qtbot.keyClick(shown, Qt.Key.Key_Delete)
    assert [line.partition(",")[0] for line in told(window)] == ["three", "one"]
    assert (shown.chosen() or "").endswith("one.drafter")
    assert (tmp_path / "two.drafter").exists()
    place = shown.visualRect(shown.recent.index(0)).center()
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
    open_(qtbot, window, lambda: qtbot.mouseDClick(shown.viewport(), Qt.MouseButton.LeftButton, NO_KEYS, place))
    assert window.session is not None
    assert window.session.title == "three"


@pytest.mark.parametrize("removed", [True, False])
def test_a_missing_file_is_told(qtbot: QtBot, window: MainWindow, tmp_path: Path, removed: bool) -> None:
    path = project(tmp_path / "gone.drafter")
    open_(qtbot, window, lambda: window.files.open_paths([path]))
    window._actions["close_review"].trigger()
    path.unlink()
    window.starting.follow()
    shown = window.starting.page.list
    qtbot.waitUntil(lambda: bool(shown.recent.index(0).data(MISSING_ROLE)))
    assert told(window)[0].endswith("The file is no longer there")

    answered = []

    def answer(box: object) -> None:
        answered.append(box)
        assert isinstance(box, QMessageBox)
        assert str(path) in box.informativeText()
        buttons = {button.text(): button for button in box.findChildren(QPushButton)}
        buttons["Remove from the list" if removed else "Leave it"].click()

    in_dialog(QMessageBox, answer)
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert answered
    assert (len(told(window)) == 0) == removed


def test_the_ways_are_open_to_the_keys(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = window.starting.page
    assert QApplication.focusWidget() is page.ways["open_files"]
    assert page.ways["open_files"].accessibleDescription() == "A pair, or one text alone"
    qtbot.keyClick(window, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.ways["open_project"]
    path = project(tmp_path / "mine.drafter")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_arguments: (str(path), ""))
    open_(qtbot, window, lambda: qtbot.keyClick(page.ways["open_project"], Qt.Key.Key_Space))
    assert window.session is not None
    assert window.session.path == path


def test_the_sample_is_a_click_away(qtbot: QtBot, window: MainWindow) -> None:
    way = window.starting.page.ways["open_sample"]
    open_(qtbot, window, lambda: qtbot.mouseClick(way, Qt.MouseButton.LeftButton))
    assert window.session is not None
    assert window.session.title.startswith("云溪市")


def test_the_program_begins_with_the_sample_until_something_else_was_open(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    for _start in range(2):
        open_(qtbot, window, window.starting.begin)
        window.starting.close_review()
        assert on_start(window)
    open_(qtbot, window, lambda: window.files.open_paths([project(tmp_path / "one.drafter")]))
    window.starting.close_review()
    window.starting.begin()
    assert on_start(window)
    assert not window.background.busy


def test_the_place_to_drop_files_answers(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    zone, data = window.starting.page.zone, QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(project(tmp_path / "dropped.drafter")))])
    calm = zone.grab().toImage()
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    window.dragEnterEvent(QDragEnterEvent(zone.pos(), copy, data, left, NO_KEYS))
    assert zone.grab().toImage() != calm
    window.dragLeaveEvent(QDragLeaveEvent())
    assert zone.grab().toImage() == calm
    open_(qtbot, window, lambda: window.dropEvent(QDropEvent(QPointF(), copy, data, left, NO_KEYS)))
    assert window.session is not None


def test_no_key_opens_anything_from_an_empty_list(qtbot: QtBot, window: MainWindow) -> None:
    shown = window.starting.page.list
    shown.setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Delete):
        qtbot.keyClick(shown, key)
    assert on_start(window)
    assert not window.background.busy
