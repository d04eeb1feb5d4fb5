"""Misspelt words in the English that is being written: marked, mended from the popup, learnt, or left alone."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from drafter.gui.clauses.editor import ClauseEditor
from drafter.gui.settings.dialog import SettingsDialog
from drafter.gui.settings.settings import own_words_file
from drafter.gui.window.main_window import MainWindow
from drafter.review import ReviewSession, open_pairs

from .acting import in_dialog

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing)", extend=True)  # a menu

_K, _M = Qt.Key, Qt.KeyboardModifier
PAIRS = [("加强领导。", "Strengthen leadership."), ("澄湖站。", "The Chenghu station.")]


@pytest.fixture
def session(window: MainWindow, qtbot: QtBot) -> ReviewSession:
    """Give a review in a window that has its dictionaries."""
    made = open_pairs(PAIRS)
    window.show_review(made)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: window.spelling.speller is not None, timeout=30_000)
    return made


@pytest.fixture(autouse=True)
def _none_left() -> Iterator[None]:
    yield
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()


def write(window: MainWindow, words: str, clause: int = 1) -> ClauseEditor:
    window.view.go_to(clause, "en", focus=True)
    writer = window.view.focused_editor()
    assert writer is not None
    writer.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(writer, words)
    return writer


def marked(writer: ClauseEditor) -> list[str]:
    return [writer.text()[span.start : span.end] for span in writer.misspelt()]


def ask(window: MainWindow, writer: ClauseEditor, word: str, qtbot: QtBot) -> QMenu:
    """Put the caret into a word and press Ctrl+."""
    cursor = QTextCursor(writer.document())
    cursor.setPosition(writer.text().index(word) + 2)
    writer.setTextCursor(cursor)
    QTest.keyClick(writer, _K.Key_Period, _M.ControlModifier)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_a_misspelt_word_is_marked_once_it_is_left(window: MainWindow, session: ReviewSession) -> None:
    writer = write(window, " Protect the enviroment")
    assert marked(writer) == [], "it is still being typed"
    QTest.keyClicks(writer, " now.")
    assert marked(writer) == ["enviroment"]
    window.view.commit()
    assert session.clause(1).en.text.endswith("enviroment now.")


def test_enter_in_the_popup_writes_what_was_meant(window: MainWindow, session: ReviewSession, qtbot: QtBot) -> None:
    writer = write(window, " Protect the enviroment now.")
    menu = ask(window, writer, "enviroment", qtbot)
    assert menu.activeAction().text() == "environment"
    QTest.keyPress(menu, _K.Key_Return)
    assert writer.text() == "Strengthen leadership. Protect the environment now."
    assert marked(writer) == []
    assert writer.hasFocus()


def test_a_word_is_learnt_and_forgotten(window: MainWindow, session: ReviewSession, qtbot: QtBot) -> None:
    writer = write(window, " Use haitangites now.")
    assert marked(writer) == ["haitangites"]
    menu = ask(window, writer, "haitangites", qtbot)
    add = next(one for one in menu.actions() if one.objectName() == "add-word")
    while menu.activeAction() is not add:
        QTest.keyClick(menu, _K.Key_Down)
    QTest.keyPress(menu, _K.Key_Return)
    assert marked(writer) == []
    assert own_words_file().read_text(encoding="utf-8") == "haitangites\n"
    menu = ask(window, writer, "haitangites", qtbot)
    assert menu.activeAction().objectName() == "take-word"
    QTest.keyPress(menu, _K.Key_Return)
    assert marked(writer) == ["haitangites"]
    assert own_words_file().read_text(encoding="utf-8") == ""


def test_a_misspelt_word_that_was_also_found_has_both(window: MainWindow, session: ReviewSession, qtbot: QtBot) -> None:
    writer = write(window, " It is,polutted now.")
    window.view.commit()
    menu = ask(window, writer, "polutted", qtbot)
    assert "suggestion" in {one.objectName() for one in menu.actions()}


def test_names_of_the_chinese_are_right(window: MainWindow, session: ReviewSession, qtbot: QtBot) -> None:
    writer = write(window, " See Chenghu there.", 2)
    assert marked(writer) == []
    writer = write(window, " See Qujiapng there.", 2)
    assert marked(writer) == ["Qujiapng"]


def test_switched_off_in_the_settings_nothing_is_marked(
    window: MainWindow, session: ReviewSession, qtbot: QtBot
) -> None:
    writer = write(window, " Protect the enviroment now.")
    assert marked(writer)

    def switch(dialog: object) -> None:
        assert isinstance(dialog, SettingsDialog)
        box = dialog.spelling_form.marked
        box.setFocus()
        QTest.keyClick(box, _K.Key_Space)
        dialog.accept()

    in_dialog(SettingsDialog, switch)
    window.show_settings()
    assert not window.settings.spelling
    assert marked(writer) == []
    QTest.keyClicks(writer, " Polutted.")
    assert marked(writer) == []
    in_dialog(SettingsDialog, switch)
    window.show_settings()
    qtbot.waitUntil(lambda: marked(writer) == ["enviroment", "Polutted"], timeout=30_000)
