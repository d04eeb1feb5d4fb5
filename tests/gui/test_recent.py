"""Recent reviews are offered again as long as they are there, and forgotten when asked; a copy for hand-over."""

import json
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from drafter.gui.settings.remembered import Remembered
from drafter.gui.settings.settings import load_settings, settings_file
from drafter.gui.window.main_window import MainWindow
from drafter.gui.window.recent import MOST
from drafter.review import ReviewSession, open_pairs, open_project

PAIRS = [("全镇改造锅炉。", "The town refits boilers."), ("各村禁烧秸秆。", "Every village bans burning straw.")]


def project(path: Path, title: str = "石桥镇 & 邻镇计划") -> Path:
    session = open_pairs(PAIRS)
    session.title = title
    session.save_as(path)
    session.close()
    return path


def opened(qtbot: QtBot, window: MainWindow, path: Path) -> ReviewSession:
    with qtbot.waitSignal(window.opened, timeout=30_000):
        window.files.open_paths([path])
    qtbot.waitUntil(lambda: not window.background.busy)
    assert window.session is not None
    return window.session


def offered(window: MainWindow) -> list[QAction]:
    window.recent.menu.aboutToShow.emit()
    return [one for one in window.recent.menu.actions() if not one.isSeparator()]


def test_the_submenu(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    assert [(one.text(), one.isEnabled()) for one in offered(window)] == [
        ("None yet", False),
        ("&Clear the list", False),
    ]
    one, other = project(tmp_path / "one.drafter"), project(tmp_path / "other.drafter", "")
    opened(qtbot, window, one)
    opened(qtbot, window, other)
    assert [action.text() for action in offered(window)] == [
        "other",
        "石桥镇 && 邻镇计划 — one.drafter",
        "&Clear the list",
    ]
    assert list(load_settings(settings_file()).recent) == [str(one), str(other)]
    with qtbot.waitSignal(window.opened, timeout=30_000):
        offered(window)[1].trigger()
    assert window.session is not None
    assert window.session.path == one
    assert [action.toolTip() for action in offered(window)[:2]] == [str(one), str(other)]
    other.unlink()
    assert [action.toolTip() for action in offered(window)[:-1]] == [str(one)]
    offered(window)[-1].trigger()
    assert [one.text() for one in offered(window)] == ["None yet", "&Clear the list"]
    assert str(tmp_path) not in settings_file().read_text(encoding="utf-8")
    assert one.exists()


def test_a_new_name_is_remembered_too(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(qtbot, window, project(tmp_path / "one.drafter"))
    monkeypatch.setattr("drafter.gui.window.files.ask_where", lambda *_arguments: tmp_path / "two.drafter")
    window._actions["save_as"].trigger()
    assert [Path(action.toolTip()).name for action in offered(window)[:-1]] == ["two.drafter", "one.drafter"]


def test_only_some_are_kept(window: MainWindow, tmp_path: Path) -> None:
    for number in range(MOST + 3):
        session = open_project(project(tmp_path / f"{number}.drafter"))
        window.recent.note(session)
        session.close()
    assert [Path(path).stem for path in window.settings.recent] == [str(number) for number in range(3, MOST + 3)]


def test_a_strange_list_is_no_list(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    told = {"/a": 1, "/b": "B", "/c": {"title": "C", "clauses": "many", "reviewed": 3, "files": [1], "colour": "red"}}
    path.write_text(json.dumps({"recent": told, "author": "Li"}), encoding="utf-8")
    assert load_settings(path).recent == {"/b": Remembered("B"), "/c": Remembered("C", reviewed=3)}
    path.write_text('{"recent": ["/a"], "author": "Li"}', encoding="utf-8")
    assert (load_settings(path).recent, load_settings(path).author) == ({}, "Li")


def test_a_copy_for_hand_over(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = opened(qtbot, window, project(tmp_path / "one.drafter"))
    session.author = "柳如烟"
    session.edit(1, "en", "The town converts boilers.")
    copy = tmp_path / "copy.drafter"
    monkeypatch.setattr("drafter.gui.window.files.ask_where", lambda *_arguments: copy)
    with qtbot.waitSignal(window.background.ended, timeout=30_000):
        window._actions["hand_over"].trigger()
    assert window.session is session
    assert "柳如烟".encode() not in copy.read_bytes()
    made = open_project(copy)
    assert (made.clause(1).en.text, made.revisions) == ("The town converts boilers.", ())
    made.close()
