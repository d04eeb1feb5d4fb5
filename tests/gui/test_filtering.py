"""The filter bar: lines typed, completed and chosen by buttons; what is shown, and how one gets back to all."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from drafter.gui.window.main_window import MainWindow
from drafter.review import ReviewSession

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing)", extend=True)  # a list of completions

ZH = "方案\n改造锅炉12台。\n浓度控制在32微克/立方米。\n各村禁烧秸秆。\n"
EN = "Plan\nRenovate 21 boilers.\nIt is 32μg/mthree.\nEvery village bans burning straw.\n"


def opened(qtbot: QtBot, window: MainWindow, *paths: Path) -> ReviewSession:
    with qtbot.waitSignal(window.opened, timeout=10_000):
        window.files.open_paths(paths)
    qtbot.waitUntil(lambda: not window.background.busy)
    window.activateWindow()
    assert window.session is not None
    return window.session


@pytest.fixture
def review(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> ReviewSession:
    zh, en = tmp_path / "zh.txt", tmp_path / "en.txt"
    zh.write_text(ZH, encoding="utf-8")
    en.write_text(EN, encoding="utf-8")
    return opened(qtbot, window, zh, en)


def popup(window: MainWindow) -> QAbstractItemView:
    completer = window.filter_bar.line.completer()
    assert completer is not None
    found = completer.popup()
    assert found is not None
    return found


def ask(qtbot: QtBot, window: MainWindow, line: str) -> tuple[int, ...]:
    qtbot.keyClick(window.view, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert window.filter_bar.isVisible()
    qtbot.waitUntil(window.filter_bar.line.hasFocus)
    qtbot.keyClicks(window.filter_bar.line, line)
    popup(window).hide()
    qtbot.keyClick(window.filter_bar.line, Qt.Key.Key_Return)
    return window.view.shown_clauses()


def test_a_line_says_which_clauses_are_shown(qtbot: QtBot, window: MainWindow, review: ReviewSession) -> None:
    assert ask(qtbot, window, "severity>=major") == (2, 3)
    assert window.filter_bar.told.text() == "2 of 4"
    assert ask(qtbot, window, "straw") == (4,)


def test_it_filters_when_typing_rests(qtbot: QtBot, window: MainWindow, review: ReviewSession) -> None:
    window.filtering.filter_clauses()
    qtbot.keyClicks(window.filter_bar.line, "straw")
    qtbot.waitUntil(lambda: window.view.shown_clauses() == (4,))


def test_what_can_t_be_read_is_told_and_changes_nothing(
    qtbot: QtBot, window: MainWindow, review: ReviewSession
) -> None:
    assert ask(qtbot, window, "severity:terrible") == (1, 2, 3, 4)
    assert window.filter_bar.told.text() == "can't be read"
    assert "none of minor, major, critical" in window.filter_bar.line.toolTip()


def test_buttons_put_terms_into_the_line(qtbot: QtBot, window: MainWindow, review: ReviewSession) -> None:
    window.filtering.filter_clauses()
    major, reviewed = window.filter_bar.common[1], window.filter_bar.common[2]
    qtbot.mouseClick(major, Qt.MouseButton.LeftButton)
    assert window.filter_bar.line.text() == "severity>=major"
    assert window.view.shown_clauses() == (2, 3)
    review.set_state([2], "reviewed")
    qtbot.mouseClick(reviewed, Qt.MouseButton.LeftButton)
    assert window.filter_bar.line.text() == "severity>=major state<reviewed"
    assert window.view.shown_clauses() == (3,)
    assert major.isChecked()
    qtbot.mouseClick(major, Qt.MouseButton.LeftButton)
    assert window.filter_bar.line.text() == "state<reviewed"


def test_completion_offers_what_the_review_has(qtbot: QtBot, window: MainWindow, review: ReviewSession) -> None:
    window.filtering.filter_clauses()
    qtbot.keyClicks(window.filter_bar.line, "rule:num")
    offers = popup(window)
    qtbot.waitUntil(offers.isVisible)
    model = offers.model()
    offered = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert offered[:2] == ["rule:number.* ", "rule:number.value "]
    qtbot.keyClick(offers, Qt.Key.Key_Down)
    qtbot.keyClick(offers, Qt.Key.Key_Down)
    qtbot.keyClick(offers, Qt.Key.Key_Return)
    assert window.filter_bar.line.text() == "rule:number.value "
    qtbot.waitUntil(lambda: window.view.shown_clauses() == (2,))


def test_closing_shows_all_again(qtbot: QtBot, window: MainWindow, review: ReviewSession) -> None:
    ask(qtbot, window, "straw")
    qtbot.mouseClick(window.filter_bar._close, Qt.MouseButton.LeftButton)
    assert window.view.shown_clauses() == (1, 2, 3, 4)
    assert not window.filter_bar.isVisible()
    ask(qtbot, window, "straw")
    qtbot.keyClick(window.filter_bar.line, Qt.Key.Key_Escape)
    assert window.view.hasFocus()
    assert window.view.shown_clauses() == (4,)
    window.filtering.show_all()
    assert window.view.shown_clauses() == (1, 2, 3, 4)


def test_a_finding_that_is_not_shown_is_reached(qtbot: QtBot, window: MainWindow, review: ReviewSession) -> None:
    ask(qtbot, window, "straw")
    finding = review.findings(2)[0]
    window.reviewing._on_chosen(finding)
    assert window.view.current_clause() == 2
    assert window.view.shown_clauses() == (1, 2, 3, 4)


def test_an_edit_keeps_the_row_in_sight(qtbot: QtBot, window: MainWindow, review: ReviewSession) -> None:
    assert ask(qtbot, window, "severity>=major") == (2, 3)
    review.edit(2, "en", "Renovate 12 boilers.")
    qtbot.wait(50)
    assert window.view.shown_clauses() == (2, 3)
    qtbot.keyClick(window.filter_bar.line, Qt.Key.Key_Return)
    assert window.view.shown_clauses() == (3,)


def test_another_review_is_shown_whole(qtbot: QtBot, window: MainWindow, review: ReviewSession, tmp_path: Path) -> None:
    ask(qtbot, window, "straw")
    other = tmp_path / "other.txt"
    other.write_text("One.\nTwo.\n", encoding="utf-8")
    opened(qtbot, window, other)
    assert not window.filter_bar.isVisible()
    assert len(window.view.shown_clauses()) == 2
