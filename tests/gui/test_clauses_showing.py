"""Both texts, one alone, or what was corrected: switched by keys, with nothing moved under the reader's eyes."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from drafter.gui.clauses import ClauseView
from drafter.gui.clauses.corrected import Corrected
from drafter.gui.clauses.editor import ClauseEditor
from drafter.gui.clauses.model import COLUMNS
from drafter.gui.settings.settings import Settings, load_settings, save_settings, settings_file
from drafter.gui.toolbox.theme import DARK, LIGHT
from drafter.gui.window.main_window import MainWindow
from drafter.model import Side, Span
from drafter.review import open_pairs

from .conftest import Shown

_K, _M = Qt.Key, Qt.KeyboardModifier
_ZH, _EN = "加强扬尘综合治理，推进绿色施工。", "Strengthen the comprehensive control of dust and build in a clean way. "
PAIRS = [(_ZH * (1 + i % 4) + f"第{i}条", _EN * (1 + i % 5) + f"Item {i}") for i in range(60)]


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def editor(view: ClauseView, side: Side = "en") -> ClauseEditor:
    return view._editors.editor(side)


def top_of(view: ClauseView, clause: int) -> int:
    return view.rowViewportPosition(clause - 1)


def cell_text(view: ClauseView, row: int, side: Side) -> str:
    cell = view._rows.cell(view._model.facts(row), side, view.columnWidth(COLUMNS[side]))
    return cell.layout.text()


def veiled(view: ClauseView) -> tuple[Side, ...]:
    return tuple(view._rows.veiled)


def image(view: ClauseView) -> QImage:
    return view.viewport().grab().toImage()


def test_one_text_takes_the_whole_width(shown: Shown) -> None:
    view, _ = shown(PAIRS)
    width = view.columnWidth(COLUMNS["zh"]) + view.columnWidth(COLUMNS["en"])
    for showing, there, gone in (("en", "en", "zh"), ("zh", "zh", "en")):
        view.set_showing(showing)  # type: ignore[arg-type]
        settle()
        assert view.columnWidth(COLUMNS[there]) == width  # type: ignore[index]
        assert view.isColumnHidden(COLUMNS[gone])  # type: ignore[index]
        assert editor(view, there).isVisible()  # type: ignore[arg-type]
        assert not editor(view, gone).isVisible()  # type: ignore[arg-type]
    view.set_showing("both")
    settle()
    assert abs(view.columnWidth(COLUMNS["zh"]) - view.columnWidth(COLUMNS["en"])) <= 1


def test_rows_are_as_tall_as_what_is_shown_of_them(shown: Shown) -> None:
    view, _ = shown(PAIRS)
    for showing in ("en", "zh", "changes", "both"):
        view.set_showing(showing)
        settle()
        widths = view._column_widths()
        first, last = view.rowAt(0), view.rowAt(view.viewport().height() - 1)
        for row in range(first, last + 1):
            if row != view._rows.current_row:
                assert view._rows.row_height(view._model.facts(row), widths) == view.rowHeight(row)


def test_row_and_caret_stay_where_they_are(shown: Shown, qtbot: QtBot) -> None:
    view, _ = shown(PAIRS)
    view.go_to(40, "en", focus=True)
    settle()
    writer = editor(view)
    cursor = writer.textCursor()
    cursor.setPosition(7)
    writer.setTextCursor(cursor)
    before = top_of(view, 40)
    for showing in ("en", "changes", "both"):
        view.set_showing(showing)
        settle()
        assert abs(top_of(view, 40) - before) <= 1, showing
        assert view.current_clause() == 40
        assert writer.hasFocus()
        assert writer.textCursor().position() == 7
    view.set_showing("zh")
    settle()
    assert view.hasFocus(), "the English is not there to be written"
    assert view.current_clause() == 40
    assert writer.textCursor().position() == 7


def test_a_top_row_far_from_the_current_one_stays(shown: Shown) -> None:
    view, _ = shown(PAIRS)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    settle()
    row = view.rowAt(0)
    view.set_showing("en")
    settle()
    assert view.rowAt(0) == row


def test_keys_go_into_the_text_that_is_shown(shown: Shown, qtbot: QtBot) -> None:
    view, session = shown(PAIRS)
    view.set_chinese_locked(False)
    view.set_showing("zh")
    view.setFocus()
    qtbot.keyClick(view, _K.Key_F2)
    assert editor(view, "zh").hasFocus()
    qtbot.keyClick(editor(view, "zh"), _K.Key_Tab)
    assert editor(view, "zh").hasFocus(), "there is no other side"
    assert view.go_to(3, "en", Span(0, 3), focus=True)
    assert view.hasFocus(), "what is not shown can't be gone into"
    view.set_showing("en")
    qtbot.keyClicks(view, "!")
    view.commit()
    assert session.clause(3).en.text.endswith("!")


def test_corrections_are_struck_and_underlined(shown: Shown) -> None:
    view, session = shown([("一。", "Dust is to fall."), ("二。", "Build clean."), ("三。", "Done.")])
    session.edit(2, "en", "Build in a clean way.")
    view.set_showing("changes")
    settle()
    assert cell_text(view, 1, "en") == "Build cleanin a clean way."
    session.edit(3, "en", "Finished.")
    view.go_to(1)
    settle()
    assert cell_text(view, 2, "en") in ("DoneFinished.", "FinishedDone.")
    before = image(view)
    view.set_showing("both")
    settle()
    assert cell_text(view, 2, "en") == "Finished."
    assert image(view) != before


def test_what_is_taken_out_is_told_without_colour() -> None:
    for theme in (LIGHT, DARK):
        both = Corrected("One old word.", "One new word.", theme)
        assert both.text == "One oldnew word."
        looks = {both.text[one.start : one.start + one.length]: one.format for one in both.formats}
        assert looks["old"].fontStrikeOut()
        assert not looks["old"].fontUnderline()
        assert looks["new"].fontUnderline()
        assert not looks["new"].fontStrikeOut()


def test_places_go_there_and_back() -> None:
    before, after = "𫚖 old and long words stay.\nSo.", "𫚖 new words stay here. So."
    both = Corrected(before, after, LIGHT)
    wide, whole = after.encode("utf-16-le"), both.text.encode("utf-16-le")
    for unit in range(len(wide) // 2):
        there = both.there(unit)
        assert whole[2 * there : 2 * there + 2] == wide[2 * unit : 2 * unit + 2]
        assert both.here(there) == unit
    assert both.here(both.there(len(wide) // 2)) == len(wide) // 2
    assert "↵" in both.text, "a line end that was taken out can be seen"


@pytest.mark.parametrize("words", ["dust is to fall here ", "扬尘下降"])
def test_a_text_written_anew_is_told_as_a_whole(words: str) -> None:
    before, after = words * 200, words[::-1] * 200
    both = Corrected(before, after, LIGHT)
    assert both.text == before + after
    assert len(both.formats) == 2
    changed = before.replace(words, "New. ", 1)
    few = Corrected(before, changed, LIGHT)
    assert len(few.text) < len(before) + len("New. ") + 5, "a few words in a long text are told one by one"


def test_a_row_shows_its_corrections_until_it_is_written_in(shown: Shown, qtbot: QtBot) -> None:
    view, session = shown([("一。", "Dust is to fall."), ("二。", "Build clean.")])
    session.edit(1, "en", "Dust must fall.")
    view.set_showing("changes")
    view.setFocus()
    settle()
    assert veiled(view) == ("en",)
    qtbot.keyClick(view, _K.Key_F2)
    assert veiled(view) == ()
    writer = editor(view)
    assert writer.text() == "Dust must fall."
    qtbot.keyClick(writer, _K.Key_A, _M.ControlModifier)
    qtbot.keyClicks(writer, "Dust is to fall.")
    qtbot.keyClick(writer, _K.Key_Down, _M.ControlModifier)
    assert session.clause(1).en.text == "Dust is to fall."
    assert cell_text(view, 0, "en") == "Dust is to fall.", "it is as it was loaded"
    qtbot.keyClicks(editor(view), "Now ")
    view.setFocus()
    assert veiled(view) == ("en",), "what was just written is shown as a change"
    view.go_to(2, "en", Span(0, 2))
    assert veiled(view) == (), "what is pointed at can be seen"


def test_a_click_goes_to_the_word_under_it(shown: Shown) -> None:
    view, session = shown([("一。", "Dust from building sites is to fall."), ("二。", "Build clean.")])
    session.edit(1, "en", "Dust is to fall.")
    view.set_showing("changes")
    view.setFocus()
    settle()
    facts = view._model.facts(0)
    cell = view._rows.cell(facts, "en", view.columnWidth(COLUMNS["en"]))
    rect = next(cell.rects(8, 9))
    place = view._rows.text_rect(view.visualRect(view.model().index(0, COLUMNS["en"])), 0).topLeft()
    target = place + QPoint(round(rect.center().x()), round(rect.center().y()))
    assert view.viewport().childAt(target) is None, "the mouse meets the row"
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=target)
    assert editor(view).hasFocus()
    assert editor(view).textCursor().position() == 8


def test_the_menu_switches_by_keys_and_remembers(window: MainWindow, qtbot: QtBot) -> None:
    window.show_review(open_pairs(PAIRS))
    settle()
    window.view.go_to(5, "en", focus=True)
    writer = editor(window.view)
    writer.moveCursor(QTextCursor.MoveOperation.End)
    for key, showing in ((_K.Key_2, "en"), (_K.Key_4, "changes"), (_K.Key_1, "both")):
        qtbot.keyClick(writer, key, _M.AltModifier)
        assert window.view.showing == showing
        assert writer.hasFocus()
        assert writer.textCursor().atEnd()
    checked = [one for one in ("show_both", "show_english", "show_chinese", "show_changes") if
               window._actions[one].isChecked()]  # fmt: skip
    assert checked == ["show_both"]
    qtbot.keyClick(writer, _K.Key_3, _M.AltModifier)
    assert window.settings.showing == "zh"
    save_settings(window.settings, settings_file())
    assert load_settings(settings_file()).showing == "zh"
    settings_file().write_text('{"showing": "upside down"}', encoding="utf-8")
    assert load_settings(settings_file()).showing == Settings().showing == "both"


def test_what_is_asked_about_is_shown_as_it_is(shown: Shown) -> None:
    view, session = shown([("PM2.5下降10%。", "PM2.five fell by 10%."), ("二。", "Two.")])
    session.edit(1, "en", "PM2.five has fallen by 10%.")
    view.set_showing("changes")
    view.setFocus()
    assert veiled(view) == ("en",)
    view.place_of(view.findings_here()[0])
    assert veiled(view) == ()
    view.go_to(2)
    view.go_to(1)
    assert veiled(view) == ("en",)


def test_what_is_shown_is_copied(shown: Shown, qtbot: QtBot) -> None:
    view, _ = shown([("一。", "One."), ("二。", "Two.")])
    view.setFocus()
    qtbot.keyClick(view, _K.Key_A, _M.ControlModifier)
    for showing, copied in (("en", "One.\nTwo."), ("zh", "一。\n二。"), ("both", "一。\tOne.\n二。\tTwo.")):
        view.set_showing(showing)  # type: ignore[arg-type]
        view.setFocus()
        qtbot.keyClick(view, _K.Key_C, _M.ControlModifier)
        assert QApplication.clipboard().text() == copied
    QApplication.clipboard().clear()
