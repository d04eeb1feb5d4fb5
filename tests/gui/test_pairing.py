"""Pairing by hand in the window, by keys, and taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from drafter.gui.settings.settings import Settings
from drafter.gui.toolbox.translation import Translation
from drafter.gui.window.main_window import MainWindow
from drafter.model import Span

ZH = "一、目标\n到2026年，浓度下降12%。改造锅炉90台。\n二、保障\n各村每月通报进展。\n"
EN = "I. Goals\nBy 2026, it shall fall by 12%. 90 boilers are refitted.\nII. Safeguards\nVillages report each month.\n"
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    for name, text in (("zh.txt", ZH), ("en.txt", EN)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    made = MainWindow(Settings(language="en"), Translation())
    made.follow_language()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    with qtbot.waitSignal(made.opened, timeout=10_000):
        made.files.open_paths((tmp_path / "zh.txt", tmp_path / "en.txt"))
    qtbot.waitUntil(lambda: not made.background.busy)
    yield made
    made.close()


def pairs(window: MainWindow) -> list[tuple[str, str]]:
    return [(one.zh.text, one.en.text) for one in window.session.clauses] if window.session else []


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, modifiers)


def test_a_clause_is_cut_at_the_caret_and_joined_again(window: MainWindow) -> None:
    place = EN.split("\n")[1].index("90")
    window.view.go_to(2, "en", Span(place, place), focus=True)
    press(Qt.Key.Key_X, CONTROL | SHIFT)
    assert pairs(window)[1:3] == [
        ("到2026年，浓度下降12%。", "By 2026, it shall fall by 12%."),
        ("改造锅炉90台。", "90 boilers are refitted."),
    ]
    assert window.view.current_clause() == 2
    window.view.setFocus()
    press(Qt.Key.Key_J, CONTROL)
    assert pairs(window)[1] == (ZH.split("\n")[1], EN.split("\n")[1])
    press(Qt.Key.Key_Z, CONTROL)
    assert len(pairs(window)) == 5


def test_text_moves_down_and_up_by_keys_while_it_is_edited(window: MainWindow) -> None:
    window.view.go_to(3, "en", Span(0, 0), focus=True)
    press(Qt.Key.Key_Down, CONTROL | SHIFT)
    assert pairs(window)[2:] == [
        ("二、保障", ""),
        ("各村每月通报进展。", "II. Safeguards\nVillages report each month."),
    ]
    window.view.go_to(4, "en", Span(0, 0), focus=True)
    press(Qt.Key.Key_Up, CONTROL | SHIFT)
    assert pairs(window)[2:] == [("二、保障", "II. Safeguards"), ("各村每月通报进展。", "Villages report each month.")]


def test_sides_are_parted_and_paired(window: MainWindow) -> None:
    window.view.go_to(3, focus=True)
    press(Qt.Key.Key_B, CONTROL | SHIFT)
    assert pairs(window)[2:4] == [("二、保障", ""), ("", "II. Safeguards")]
    press(Qt.Key.Key_G, CONTROL | SHIFT)
    assert "ask again" in window.statusBar().currentMessage()
    assert window.session is not None
    window.view.go_to(window.session.clauses[3].id, focus=True)
    press(Qt.Key.Key_G, CONTROL | SHIFT)
    assert pairs(window)[2] == ("二、保障", "II. Safeguards")


def test_what_changes_nothing_is_said(window: MainWindow) -> None:
    window.view.go_to(1, focus=True)
    press(Qt.Key.Key_X, CONTROL | SHIFT)
    assert "caret" in window.statusBar().currentMessage()
    window.view.go_to(4, focus=True)
    press(Qt.Key.Key_J, CONTROL)
    assert "no clause below" in window.statusBar().currentMessage()
    assert len(pairs(window)) == 4


def test_the_rest_is_paired_anew(qtbot: QtBot, window: MainWindow) -> None:
    assert window.session is not None
    window.session.pairing.merge(1, 2)
    before = pairs(window)
    window.pairing.pair_anew()
    qtbot.waitUntil(lambda: not window.background.busy)
    assert pairs(window) == before
    assert window.session.clauses[0].fixed
