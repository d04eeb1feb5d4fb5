"""Looking for words in the window: typed into the bar, marked in the texts, walked through by keys."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from drafter.gui.searching.preview import ReplacePreview
from drafter.gui.settings.settings import Settings
from drafter.gui.toolbox.translation import Translation
from drafter.gui.window.main_window import MainWindow
from drafter.i18n import shown
from drafter.review import open_project
from tests.gui.acting import in_dialog

ZH = "一、锅炉\n1.改造锅炉12台，关停锅炉3台。\n2.水质达标。\n"
EN = "I. Boilers\n1. Refit 12 boilers and close 3 boilers.\n2. The water is clean.\n"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    zh, en = tmp_path / "zh.txt", tmp_path / "en.txt"
    zh.write_text(ZH, encoding="utf-8")
    en.write_text(EN, encoding="utf-8")
    made = MainWindow(Settings(language="en"), Translation())
    made.follow_language()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    with qtbot.waitSignal(made.opened, timeout=10_000):
        made.files.open_paths([zh, en])
    qtbot.waitUntil(lambda: not made.background.busy)
    made.activateWindow()
    yield made
    made.close()


def looked_for(qtbot: QtBot, window: MainWindow, words: str) -> str:
    """Type words into the bar and give what it says."""
    window.searching.find_words()
    bar = window.search_bar
    bar.words.clear()
    bar.words.insert(words)
    qtbot.waitUntil(lambda: not bar._rest.isActive())
    return bar.count.text()


def chosen(window: MainWindow) -> tuple[int | None, str]:
    view = window.view
    side = next((side for side in ("zh", "en") if view._editors.editor(side).textCursor().hasSelection()), "")
    words = view._editors.editor("en" if side == "en" else "zh").textCursor().selectedText()
    return view.current_clause(), words


def test_words_are_counted_and_walked_through(qtbot: QtBot, window: MainWindow) -> None:
    assert looked_for(qtbot, window, "BOILERS") == "found 3 times"
    seen = []
    for _ in range(4):
        QTest.keyClick(window.search_bar.words, Qt.Key.Key_Return)
        seen.append((*chosen(window), window.search_bar.count.text()))
    assert seen == [
        (1, "Boilers", "1 of 3"), (2, "boilers", "2 of 3"), (2, "boilers", "3 of 3"), (1, "Boilers", "1 of 3"),
    ]  # fmt: skip
    QTest.keyClick(window.search_bar.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert window.search_bar.count.text() == "3 of 3"


def test_the_keyboard_stays_in_the_field(qtbot: QtBot, window: MainWindow) -> None:
    looked_for(qtbot, window, "锅炉")
    assert window.focusWidget() is window.search_bar.words
    QTest.keyClick(window.search_bar.words, Qt.Key.Key_Return)
    assert window.focusWidget() is window.search_bar.words
    QTest.keyClick(window.search_bar.words, Qt.Key.Key_Escape)
    assert window.focusWidget() is window.view
    assert window.search_bar.isHidden()


def found_pixels(window: MainWindow) -> int:
    image = window.view.viewport().grab().toImage()
    colour = QColor(window.view._theme.found).rgb()
    return sum(image.pixel(x, y) == colour for x in range(0, image.width(), 2) for y in range(0, image.height(), 2))


def test_places_are_marked_as_long_as_the_bar_stands(qtbot: QtBot, window: MainWindow) -> None:
    window.view.go_to(3)
    assert found_pixels(window) == 0
    looked_for(qtbot, window, "boilers")
    marked = found_pixels(window)
    assert marked > 50
    window.view.go_to(2)
    assert found_pixels(window) > marked / 2
    window.search_bar.dismiss()
    assert found_pixels(window) == 0


def test_sides_case_and_words(qtbot: QtBot, window: MainWindow) -> None:
    bar = window.search_bar
    assert looked_for(qtbot, window, "12") == "found 2 times"
    bar.sides.setCurrentIndex(1)
    assert bar.count.text() == "found 1 time"
    bar.sides.setCurrentIndex(0)
    assert looked_for(qtbot, window, "boiler") == "found 3 times"
    bar.whole.setChecked(True)
    assert bar.count.text() == "not found"
    assert not bar.next.isEnabled()
    bar.whole.setChecked(False)
    bar.case.setChecked(True)
    assert bar.count.text() == "found 2 times"


def test_edits_are_followed(qtbot: QtBot, window: MainWindow) -> None:
    assert looked_for(qtbot, window, "clean") == "found 1 time"
    assert window.session is not None
    window.session.edit(3, "en", "2. The water is clean and stays clean.")
    qtbot.waitUntil(lambda: window.search_bar.count.text() == "found 2 times")


def test_what_is_selected_is_offered(qtbot: QtBot, window: MainWindow) -> None:
    window.view.go_to(2, "en", None, focus=True)
    editor = window.view._editors.editor("en")
    editor.select_units(EN.split("\n")[1].index("Refit"), EN.split("\n")[1].index("Refit") + 5)
    window.searching.find_words()
    assert window.search_bar.words.text() == "Refit"


def test_f3_asks_where_nothing_is_looked_for(window: MainWindow) -> None:
    assert window.search_bar.isHidden()
    window.searching.find_next()
    assert not window.search_bar.isHidden()


def replacing(qtbot: QtBot, window: MainWindow, words: str, by: str) -> None:
    looked_for(qtbot, window, words)
    window.searching.replace_words()
    assert window.search_bar.by.isVisible()
    window.search_bar.by.setText(by)


def test_one_place_after_the_other_is_replaced(qtbot: QtBot, window: MainWindow) -> None:
    session = window.session
    assert session is not None
    replacing(qtbot, window, "boilers", "boilers and more boilers")
    window.search_bar.one.click()
    assert session.clause(1).en.text == "I. Boilers"
    window.search_bar.one.click()
    assert session.clause(1).en.text == "I. boilers and more boilers"
    assert (window.view.current_clause(), window.search_bar.count.text()) == (2, "3 of 4")
    QTest.keyClick(window.search_bar.by, Qt.Key.Key_Return)
    assert session.clause(2).en.text == "1. Refit 12 boilers and more boilers and close 3 boilers."


def test_all_places_are_replaced_in_one_step(qtbot: QtBot, window: MainWindow) -> None:
    session = window.session
    assert session is not None
    replacing(qtbot, window, "boilers", "kilns")
    seen: list[str] = []

    def agree(dialog: QWidget) -> None:
        assert isinstance(dialog, ReplacePreview)
        seen.append(dialog.text.toPlainText())
        qtbot.mouseClick(dialog.replace_button, Qt.MouseButton.LeftButton)

    in_dialog(ReplacePreview, agree)
    window.search_bar.all.click()
    assert "Refit 12 boilers kilns and close 3 boilers" in seen[0]
    qtbot.waitUntil(lambda: not window.background.busy)
    assert [session.clause(number).en.text for number in (1, 2)] == [
        "I. kilns", "1. Refit 12 kilns and close 3 kilns.",
    ]  # fmt: skip
    assert "Replaced in 3 places" in window.statusBar().currentMessage()
    window.reviewing.undo()
    qtbot.waitUntil(lambda: session.clause(1).en.text == "I. Boilers")
    assert "Refit 12 boilers" in session.clause(2).en.text


def test_the_locked_chinese_is_left_alone(qtbot: QtBot, window: MainWindow) -> None:
    session = window.session
    assert session is not None
    replacing(qtbot, window, "锅炉", "窑炉")
    window.search_bar.sides.setCurrentIndex(1)
    window.search_bar.all.click()
    qtbot.waitUntil(lambda: not window.background.busy)
    assert session.clause(1).zh.text == "一、锅炉"
    window._actions["unlock_chinese"].setChecked(True)
    in_dialog(ReplacePreview, lambda dialog: cast(ReplacePreview, dialog).accept())
    window.search_bar.all.click()
    qtbot.waitUntil(lambda: not window.background.busy)
    assert session.clause(1).zh.text == "一、窑炉"


def test_a_preview_that_is_left_changes_nothing(qtbot: QtBot, window: MainWindow) -> None:
    session = window.session
    assert session is not None
    replacing(qtbot, window, "boilers", "kilns")
    in_dialog(ReplacePreview, lambda dialog: cast(ReplacePreview, dialog).reject())
    window.search_bar.all.click()
    assert session.clause(1).en.text == "I. Boilers"


def test_a_regular_expression_is_looked_for_and_replaced(qtbot: QtBot, window: MainWindow) -> None:
    session = window.session
    assert session is not None
    replacing(qtbot, window, r"(\d+) boilers", r"\1 kilns")
    window.search_bar.expression.setChecked(True)
    qtbot.waitUntil(lambda: window.search_bar.count.text() == "found 2 times")
    in_dialog(ReplacePreview, lambda dialog: cast(ReplacePreview, dialog).accept())
    window.search_bar.all.click()
    qtbot.waitUntil(lambda: not window.background.busy)
    assert session.clause(2).en.text == "1. Refit 12 kilns and close 3 kilns."
    looked_for(qtbot, window, "(")
    assert window.search_bar.count.text() == "no expression"
    assert "no regular expression" in window.search_bar.count.toolTip()


def test_one_place_is_replaced_with_what_the_bracket_held(qtbot: QtBot, window: MainWindow) -> None:
    session = window.session
    assert session is not None
    window.search_bar.expression.setChecked(True)
    replacing(qtbot, window, r"(\d+) boilers", r"\1 kilns")
    window.search_bar.one.click()
    window.search_bar.one.click()
    assert session.clause(2).en.text == "1. Refit 12 kilns and close 3 boilers."


def test_the_bar_fits_into_a_narrow_window(qtbot: QtBot, window: MainWindow) -> None:
    window.searching.replace_words()
    assert window.search_bar.minimumSizeHint().width() <= 520


def test_the_words_of_the_sides_fit_in_another_language_too(qtbot: QtBot, window: MainWindow) -> None:
    window.settings.language = "zh"
    window.follow_language()
    window.searching.find_words()
    qtbot.wait(10)
    window.settings.language = "en"
    window.follow_language()
    qtbot.wait(10)
    sides = window.search_bar.sides
    fresh = QComboBox()
    qtbot.addWidget(fresh)
    fresh.addItems([sides.itemText(index) for index in range(sides.count())])
    assert sides.width() >= fresh.sizeHint().width()


# --- what a replacement of all places really does -------------------------------------------------------------------


def previewed(window: MainWindow) -> tuple[str, str]:
    """Ask for all places to be replaced; give what the preview says and lists, and leave it."""
    seen: list[tuple[str, str]] = []

    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, ReplacePreview)
        seen.append((dialog.told.text(), dialog.text.toPlainText()))
        dialog.reject()

    in_dialog(ReplacePreview, look)
    window.search_bar.all.click()
    return seen[0]


def test_the_preview_leaves_finished_clauses_out(qtbot: QtBot, window: MainWindow) -> None:
    session = window.session
    assert session is not None
    session.set_state(1, "final")
    replacing(qtbot, window, "boilers", "kilns")
    told, listed = previewed(window)
    assert told == "2 places will change, in one step:\n1 finished clause stays as it is."
    assert "I. Boilers" not in listed
    in_dialog(ReplacePreview, lambda dialog: cast(ReplacePreview, dialog).accept())
    window.search_bar.all.click()
    qtbot.waitUntil(lambda: not window.background.busy)
    assert window.statusBar().currentMessage() == "Replaced in 2 places. 1 finished clause was left alone."
    assert session.clause(1).en.text == "I. Boilers"


def test_places_that_read_so_already_are_not_counted(qtbot: QtBot, window: MainWindow) -> None:
    replacing(qtbot, window, "boilers", "Boilers")
    told, listed = previewed(window)
    assert told == "2 places will change, in one step:"
    assert "I." not in listed


def test_the_preview_counts_what_the_filter_hides(qtbot: QtBot, window: MainWindow) -> None:
    session = window.session
    assert session is not None
    window.filtering.filter_clauses()
    window.filter_bar.line.setText("text:refit")
    qtbot.waitUntil(lambda: list(window.view.shown_clauses()) == [2])
    replacing(qtbot, window, "boilers", "kilns")
    assert previewed(window)[0] == "3 places will change, in one step:\nThe filter hides 1 of them."


def test_blanks_and_line_ends_can_be_seen_before_they_are_put_in(qtbot: QtBot, window: MainWindow) -> None:
    window.search_bar.expression.setChecked(True)
    replacing(qtbot, window, "12 boilers", r"12\n  boilers")
    assert "12 boilers 12↵\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}boilers" in previewed(window)[1].replace(
        "  ", "\N{NO-BREAK SPACE}" * 2
    )


def test_what_is_typed_last_is_replaced_too(qtbot: QtBot, window: MainWindow) -> None:
    session = window.session
    assert session is not None
    replacing(qtbot, window, "kilns", "ovens")
    assert window.view.go_to(2, "en", focus=True)
    editor = window.view.focused_editor()
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(editor, " And kilns.")
    in_dialog(ReplacePreview, lambda dialog: cast(ReplacePreview, dialog).accept())
    window.searching._replace_all()  # the button can't be pressed before the texts were searched again
    qtbot.waitUntil(lambda: not window.background.busy)
    assert session.clause(2).en.text.endswith(" And ovens.")
    assert editor.text().endswith(" And ovens.")
    window.reviewing.undo()
    qtbot.waitUntil(lambda: session.clause(2).en.text.endswith(" And kilns."))


def test_nothing_is_replaced_while_other_work_is_under_way(qtbot: QtBot, window: MainWindow) -> None:
    session = window.session
    assert session is not None
    replacing(qtbot, window, "boilers", "kilns")
    window.search_bar.one.click()
    gate = Event()
    window.background.start("Work", lambda _tell: gate.wait(60), lambda _done: None)
    try:
        window.search_bar.one.click()
        assert "Wait until the present work is done" in window.statusBar().currentMessage()
        window.search_bar.all.click()
        assert session.revisions == ()
    finally:
        gate.set()
    qtbot.waitUntil(lambda: not window.background.busy)


def test_nothing_is_replaced_in_a_review_that_can_only_be_read(qtbot: QtBot, window: MainWindow) -> None:
    session = window.session
    assert session is not None
    assert session.path is not None
    path = session.path
    other = open_project(path)  # read only: it is open in the window
    assert other.read_only is not None
    window.files.let_go()
    window.show_review(other)
    replacing(qtbot, window, "boilers", "kilns")
    window.search_bar.one.click()
    window.search_bar.all.click()
    assert window.statusBar().currentMessage() == shown(other.read_only)
    assert other.clause(2).en.text == "1. Refit 12 boilers and close 3 boilers."


def test_the_keys_stay_in_the_field_where_a_filter_has_to_go(qtbot: QtBot, window: MainWindow) -> None:
    window.filtering.filter_clauses()
    window.filter_bar.line.setText("text:refit")
    qtbot.waitUntil(lambda: list(window.view.shown_clauses()) == [2])
    looked_for(qtbot, window, "water")
    QTest.keyClick(window.search_bar.words, Qt.Key.Key_Return)
    assert window.view.current_clause() == 3
    assert window.search_bar.words.hasFocus()
