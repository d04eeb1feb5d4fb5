"""Help while writing, by real keys: the next figure, terms, the source, case, brackets, like clauses."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from drafter.gui.clauses.editor import ClauseEditor
from drafter.gui.window.main_window import MainWindow
from drafter.review import ReviewSession, open_pairs

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing)", extend=True)  # a menu
ZH = "方案\n推进公转铁，投资3.2亿元，完成12台。\n各单位按职责分工负责。\n各单位按职责分工负责。\n"
EN = "Plan\nPromote it.\nEach does its part.\nEach has its share.\n"
_CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def review(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> ReviewSession:
    zh, en = tmp_path / "zh.txt", tmp_path / "en.txt"
    zh.write_text(ZH, encoding="utf-8")
    en.write_text(EN, encoding="utf-8")
    with qtbot.waitSignal(window.opened, timeout=10_000):
        window.files.open_paths([zh, en])
    qtbot.waitUntil(lambda: not window.background.busy)
    window.activateWindow()
    assert window.session is not None
    return window.session


def writing(qtbot: QtBot, window: MainWindow, clause: int) -> ClauseEditor:
    """Stand at the end of a clause's English."""
    window.view.go_to(clause, "en", focus=True)
    editor = window.view.focused_editor()
    assert editor is not None
    qtbot.keyClick(editor, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    return editor


def test_the_next_figure_is_put_in_until_none_is_missing(
    qtbot: QtBot, window: MainWindow, review: ReviewSession
) -> None:
    editor = writing(qtbot, window, 2)
    qtbot.keyClicks(editor, " ")
    qtbot.keyClick(editor, Qt.Key.Key_F4)
    assert editor.text() == "Promote it. 320 million yuan"
    qtbot.keyClicks(editor, ", ")
    qtbot.keyClick(editor, Qt.Key.Key_F4)
    assert editor.text() == "Promote it. 320 million yuan, 12"
    qtbot.keyClick(editor, Qt.Key.Key_F4)
    assert "Every figure" in window.statusBar().currentMessage()
    window.view.commit()
    assert review.clause(2).en.text.endswith("320 million yuan, 12")


def test_a_figure_enters_the_english_from_the_row(qtbot: QtBot, window: MainWindow, review: ReviewSession) -> None:
    window.view.go_to(2, focus=True)
    window.view.setFocus()
    window.assisting.insert_figure()
    editor = window.view.focused_editor()
    assert editor is not None
    assert "320 million yuan" in editor.text()


def test_a_word_is_completed_to_a_term_of_the_clause(qtbot: QtBot, window: MainWindow, review: ReviewSession) -> None:
    editor = writing(qtbot, window, 2)
    qtbot.keyClicks(editor, " A shif")
    qtbot.keyClick(editor, Qt.Key.Key_Slash, Qt.KeyboardModifier.AltModifier)
    menu = next(one for one in editor.findChildren(QMenu, "completions") if one.isVisible())
    assert menu.actions()[0].text() == "shift from road to rail\t公转铁"
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert editor.text() == "Promote it. A shift from road to rail"
    qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.text() == "Promote it. A shif"
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)


def test_nothing_to_complete_is_told(qtbot: QtBot, window: MainWindow, review: ReviewSession) -> None:
    editor = writing(qtbot, window, 2)
    qtbot.keyClicks(editor, " zzz")
    window.assisting.complete_word()
    assert "no term of this clause" in window.statusBar().currentMessage()


def test_the_source_case_brackets_and_quotes(qtbot: QtBot, window: MainWindow, review: ReviewSession) -> None:
    editor = writing(qtbot, window, 1)
    qtbot.keyClicks(editor, " ")
    qtbot.keyClick(editor, Qt.Key.Key_I, _CONTROL_SHIFT)
    assert editor.text() == "Plan 方案"
    qtbot.keyClick(editor, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    for wanted in ("PLAN 方案", "plan 方案", "Plan 方案"):
        qtbot.keyClick(editor, Qt.Key.Key_K, _CONTROL_SHIFT)
        assert editor.text() == wanted
    window.assisting.in_brackets()
    assert editor.text() == "(Plan) 方案"
    qtbot.keyClick(editor, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    window.assisting.in_quotes()
    qtbot.keyClicks(editor, "x")
    assert editor.text() == "(Plan) 方案“x”"


def test_like_clauses_are_offered_and_follow(qtbot: QtBot, window: MainWindow, review: ReviewSession) -> None:
    editor = writing(qtbot, window, 3)
    qtbot.keyClicks(editor, " Always.")
    window.view.go_to(1, focus=True)
    assert "1 other clause has the same Chinese: Ctrl+Shift+E" in window.statusBar().currentMessage()
    window.assisting.apply_identical()
    assert review.clause(4).en.text == "Each does its part. Always."
    assert "1 like clause follows now." in window.statusBar().currentMessage()
    review.undo()
    assert review.clause(4).en.text == "Each has its share."


def test_many_like_clauses_follow_in_the_background(qtbot: QtBot, window: MainWindow) -> None:
    review = open_pairs([("各负其责。", f"Each does part {number}.") for number in "abcdefghijkl"])
    window.show_review(review)
    assert review.set_state([3], "final", overrule="as agreed").changed == (3,)
    editor = writing(qtbot, window, 1)
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    qtbot.keyClicks(editor, " Always.")
    window.assisting.apply_identical()
    assert window.background.busy
    qtbot.waitUntil(lambda: not window.background.busy)
    qtbot.waitUntil(lambda: "10 like clauses follow now." in window.statusBar().currentMessage())
    texts = [clause.en.text for clause in review.clauses]
    assert texts.count("Each does part a. Always.") == 11
    assert texts[2] == "Each does part c."
    window.reviewing.undo()
    qtbot.waitUntil(lambda: review.clause(12).en.text == "Each does part l.")
    assert review.clause(1).en.text == "Each does part a. Always."


def test_a_locked_text_is_not_written(qtbot: QtBot, window: MainWindow, review: ReviewSession) -> None:
    assert review.set_state([2], "final", overrule="as agreed").changed == (2,)
    qtbot.wait(50)
    editor = writing(qtbot, window, 2)
    before = editor.text()
    for command in ("insert_figure", "insert_source", "complete_word", "change_case", "in_brackets", "in_quotes"):
        getattr(window.assisting, command)()
    assert editor.text() == before
