"""Correcting a clause in place, with the keys and the mouse that people use."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QInputMethodEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from drafter.gui.clauses import ClauseView
from drafter.gui.clauses.editor import ClauseEditor
from drafter.gui.clauses.keys import line_of
from drafter.gui.clauses.model import COLUMNS
from drafter.gui.clauses.rowediting import QUIET_MS
from drafter.model import DrafterError, Finding, Side, Span
from drafter.review import ReviewSession

from .conftest import Shown

K = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PAIRS = [
    ("加强领导。", "Strengthen leadership."),
    ("PM2.5浓度下降10%。", "The concentration ofPM2.five decreased by 10%."),
    ("推进绿色施工。", "Promote green construction."),
]


@pytest.fixture(autouse=True)
def _clipboard() -> Iterator[None]:
    yield
    QApplication.clipboard().clear()


def editor(view: ClauseView, side: Side = "en") -> ClauseEditor:
    return view._editors.editor(side)


def edit(view: ClauseView, clause: int, side: Side = "en") -> ClauseEditor:
    """Put the keyboard into a clause's text, the caret at its end."""
    view.go_to(clause, side, focus=True)
    made = editor(view, side)
    made.moveCursor(QTextCursor.MoveOperation.End)
    assert made.hasFocus()
    return made


def text(session: ReviewSession, clause: int, side: Side = "en") -> str:
    return session.clause(clause).side(side).text


def test_typing_is_committed_after_a_moment_of_quiet(shown: Shown, qtbot: QtBot) -> None:
    view, session = shown(PAIRS)
    writer = edit(view, 1)
    qtbot.keyClicks(writer, " Now")
    assert view.pending()
    assert text(session, 1) == "Strengthen leadership."
    qtbot.waitUntil(lambda: not view.pending(), timeout=QUIET_MS * 4)
    assert text(session, 1) == "Strengthen leadership. Now"
    assert len(session.revisions) == 1


def test_findings_vanish_with_their_fault(shown: Shown, qtbot: QtBot) -> None:
    view, session = shown(PAIRS)
    writer = edit(view, 2)
    assert len(writer.marks()) == 2
    cursor = writer.textCursor()
    start = text(session, 2).index("five")
    cursor.setPosition(start)
    cursor.setPosition(start + 4, QTextCursor.MoveMode.KeepAnchor)
    writer.setTextCursor(cursor)
    qtbot.keyClicks(writer, "5")
    assert [mark.finding.rule for mark in writer.marks()] == ["spacing.glued"] or writer.marks() == ()
    view.commit()
    assert text(session, 2) == "The concentration ofPM2.5 decreased by 10%."
    assert {mark.finding.rule for mark in writer.marks()} == {one.rule for one in session.findings(2)}
    assert "number.digit-word" not in {one.rule for one in session.findings(2)}
    assert writer.textCursor().position() == start + 1, "the caret stays behind what was typed"


def test_escape_restores_even_what_was_committed(shown: Shown, qtbot: QtBot) -> None:
    view, session = shown(PAIRS)
    writer = edit(view, 1)
    qtbot.keyClicks(writer, " One")
    view.commit()
    qtbot.keyClicks(writer, " two")
    qtbot.keyClick(writer, K.Key_Escape)
    assert writer.text() == text(session, 1) == "Strengthen leadership."
    assert not view.pending()
    assert writer.hasFocus()
    qtbot.keyClick(writer, K.Key_Escape)
    assert view.hasFocus()
    assert view.current_clause() == 1


def test_undo_acts_on_typing_first_and_then_is_the_windows(shown: Shown, qtbot: QtBot) -> None:
    view, session = shown(PAIRS)
    writer = edit(view, 1)
    qtbot.keyClicks(writer, " One")
    view.commit()
    qtbot.keyClicks(writer, " two")
    qtbot.keyClick(writer, K.Key_Z, CONTROL)
    assert writer.text() == text(session, 1) == "Strengthen leadership. One"
    assert not writer.document().isUndoAvailable()
    qtbot.keyClick(writer, K.Key_Y, CONTROL)
    assert writer.text() == "Strengthen leadership. One two"
    qtbot.keyClick(writer, K.Key_Z, CONTROL)
    qtbot.keyClick(writer, K.Key_Z, CONTROL)
    assert writer.text() == "Strengthen leadership. One", "what is committed is not the editor's to undo"
    assert session.undo()
    assert writer.text() == "Strengthen leadership."
    assert writer.hasFocus()


def test_leaving_the_row_commits(shown: Shown, qtbot: QtBot) -> None:
    view, session = shown(PAIRS)
    writer = edit(view, 1)
    qtbot.keyClicks(writer, "!")
    qtbot.keyClick(writer, K.Key_Down, CONTROL)
    assert text(session, 1) == "Strengthen leadership.!"
    assert view.current_clause() == 2
    assert writer.hasFocus()
    assert writer.text() == text(session, 2)
    qtbot.keyClicks(writer, "?")
    view.setFocus()
    assert "?" in text(session, 2)


def test_composed_chinese_is_committed(shown: Shown, qtbot: QtBot) -> None:
    view, session = shown(PAIRS)
    view.set_chinese_locked(False)
    for side, end in (("zh", "加强领导。大气污染"), ("en", "Strengthen leadership.大气污染")):
        writer = edit(view, 1, side)  # type: ignore[arg-type]
        QApplication.sendEvent(writer, QInputMethodEvent("da'qi", []))
        assert not view.pending(), "what is being composed is no text yet"
        writer.viewport().repaint()
        done = QInputMethodEvent("", [])
        done.setCommitString("大气污染")
        QApplication.sendEvent(writer, done)
        assert view.pending()
        view.commit()
        assert text(session, 1, side) == end  # type: ignore[arg-type]


def composed(words: str) -> QInputMethodEvent:
    """Give what an input method sends when somebody has chosen words."""
    done = QInputMethodEvent("", [])
    done.setCommitString(words)
    return done


@pytest.mark.parametrize("hindered", ["locked", "finished", "read only"])
def test_nothing_is_composed_where_nothing_can_be_typed(shown: Shown, qtbot: QtBot, hindered: str) -> None:
    view, session = shown(PAIRS)
    if hindered == "finished":
        session.set_state(1, "final")
    elif hindered == "read only":
        view._editors.set_read_only(True)
    for side in COLUMNS if hindered != "locked" else ("zh",):
        writer = edit(view, 1, side)  # type: ignore[arg-type]
        assert not writer.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        QApplication.sendEvent(writer, QInputMethodEvent("da'qi", []))
        QApplication.sendEvent(writer, composed("大气"))
        assert not view.pending()
        assert text(session, 1, side) == writer.text() == PAIRS[0][side == "en"]  # type: ignore[arg-type]
    assert session.revisions == () or session.revisions[-1].kind != "text"


def test_what_is_composed_stays_in_its_clause(shown: Shown, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    view, session = shown(PAIRS)
    writer = edit(view, 1)

    class InputMethod:
        """Stands for the desktop's: it gives what is composed when it is asked to."""

        @staticmethod
        def commit() -> None:
            if writer.textCursor().block().layout().preeditAreaText():
                QApplication.sendEvent(writer, composed("大气"))

    monkeypatch.setattr(QGuiApplication, "inputMethod", lambda: InputMethod)
    QApplication.sendEvent(writer, QInputMethodEvent("da'qi", []))
    view.go_to(2, "en", focus=True)
    assert text(session, 1) == "Strengthen leadership.大气"
    assert text(session, 2) == PAIRS[1][1]
    assert writer.text() == PAIRS[1][1]


def test_marks_stand_right_while_text_is_composed_before_them(shown: Shown, qtbot: QtBot) -> None:
    view, _ = shown(PAIRS)
    writer = edit(view, 2)
    writer.moveCursor(QTextCursor.MoveOperation.Start)
    before = [rect for _, rects in writer._drawn() for rect in rects]
    QApplication.sendEvent(writer, QInputMethodEvent("daqi", []))
    writer.viewport().repaint()
    after = [rect for _, rects in writer._drawn() for rect in rects]
    assert all(new.left() > old.left() + 10 for old, new in zip(before, after, strict=True))
    QApplication.sendEvent(writer, QInputMethodEvent("", []))


def test_chinese_is_locked_but_can_be_selected(shown: Shown, qtbot: QtBot) -> None:
    view, session = shown(PAIRS)
    writer = edit(view, 1, "zh")
    qtbot.keyClicks(writer, "x")
    assert writer.text() == "加强领导。"
    qtbot.keyClick(writer, K.Key_A, CONTROL)
    assert writer.textCursor().selectedText() == "加强领导。"
    qtbot.keyClick(writer, K.Key_Tab)
    assert editor(view, "en").hasFocus()
    view.set_chinese_locked(False)
    edit(view, 1, "zh")
    qtbot.keyClicks(writer, "x")
    view.commit()
    assert text(session, 1, "zh") == "加强领导。x"


def test_a_refresh_never_takes_what_is_being_typed(shown: Shown, qtbot: QtBot) -> None:
    view, session = shown(PAIRS)
    writer = edit(view, 2)
    qtbot.keyClicks(writer, " More")
    view.refresh([2])
    assert writer.text().endswith("10%. More")
    session.apply_fixes("safe")
    assert writer.text() == "The concentration of PM2.5 decreased by 10%. More"
    assert writer.textCursor().atEnd()
    assert view.pending()
    view.commit()
    assert text(session, 2) == "The concentration of PM2.5 decreased by 10%. More"


def test_typing_over_what_changed_elsewhere_wins(shown: Shown, qtbot: QtBot) -> None:
    view, session = shown(PAIRS)
    writer = edit(view, 1)
    qtbot.keyClick(writer, K.Key_A, CONTROL)
    qtbot.keyClicks(writer, "Mine")
    session.edit(1, "en", "Theirs")
    assert writer.text() == "Mine"
    view.commit()
    assert text(session, 1) == "Mine"


def test_line_feeds_are_kept_and_made(shown: Shown, qtbot: QtBot) -> None:
    view, session = shown([("一。\n二。", "One.\nTwo."), *PAIRS])
    height = view.rowHeight(0)
    writer = edit(view, 1)
    assert writer.text() == "One.\nTwo."
    qtbot.keyClick(writer, K.Key_Return, SHIFT)
    qtbot.keyClicks(writer, "Three.")
    assert view.rowHeight(0) > height
    view.commit()
    assert text(session, 1) == "One.\nTwo.\nThree."
    qtbot.keyClick(writer, K.Key_Return)
    assert view.current_clause() == 2
    assert text(session, 1) == "One.\nTwo.\nThree."


@pytest.mark.parametrize(
    "odd", ["a\u00a0b", "tab\there", "x\u2028y", "z\u200bw", "\u3000全角", "𫚖𫚖", "a\ufffcb", " "]
)
def test_odd_characters_survive_an_edit(shown: Shown, qtbot: QtBot, odd: str) -> None:
    view, session = shown([("一。", odd), *PAIRS])
    writer = edit(view, 1)
    assert not view.pending()
    qtbot.keyClicks(writer, "q")
    view.commit()
    assert text(session, 1) == odd + "q"


@pytest.mark.parametrize("odd", ["half \ud83d pair", "a\rb", "a\r\nb", "\ufdd0"])
def test_what_qt_cant_hold_is_left_alone_until_edited(shown: Shown, qtbot: QtBot, odd: str) -> None:
    view, session = shown([("一。", odd), *PAIRS])
    edit(view, 1)
    assert not view.pending()
    view.go_to(2)
    assert text(session, 1) == odd
    assert len(session.revisions) == 0


def test_keys_go_through_rows_and_lines(shown: Shown, qtbot: QtBot) -> None:
    long = "Strengthen the control of dust and promote green construction. " * 4
    view, _ = shown([*PAIRS, ("推进。", long), ("末。", "Last.")])
    writer = edit(view, 3)
    qtbot.keyClick(writer, K.Key_Down)
    assert view.current_clause() == 4
    lines = 1
    while view.current_clause() == 4:
        qtbot.keyClick(writer, K.Key_Down)
        lines += view.current_clause() == 4
    assert lines == writer_lines(view, 3)
    assert view.current_clause() == 5
    qtbot.keyClick(writer, K.Key_Up)
    assert view.current_clause() == 4
    assert line_of(writer.textCursor())[1] == lines - 1
    qtbot.keyClick(writer, K.Key_Tab)
    assert editor(view, "zh").hasFocus()
    qtbot.keyClick(editor(view, "zh"), K.Key_Backtab)
    assert writer.hasFocus()
    qtbot.keyClick(writer, K.Key_Up, CONTROL)
    assert view.current_clause() == 3


def writer_lines(view: ClauseView, row: int) -> int:
    return view._rows.cell(view._model.facts(row), "en", view.columnWidth(COLUMNS["en"])).lines


def test_rows_by_key_without_a_mouse(shown: Shown, qtbot: QtBot) -> None:
    view, session = shown([*PAIRS, *(("推进。", f"Item {i}.") for i in range(60))])
    view.setFocus()
    qtbot.keyClick(view, K.Key_Down)
    assert view.current_clause() == 2
    qtbot.keyClick(view, K.Key_End)
    assert view.current_clause() == 63
    assert view.viewport().rect().contains(view._walk.row_rect(62))
    qtbot.keyClick(view, K.Key_PageUp)
    after_page = view.current_clause()
    assert after_page is not None
    assert 40 < after_page < 63
    qtbot.keyClick(view, K.Key_Home)
    qtbot.keyClick(view, K.Key_PageDown)
    assert view.current_clause() != 1
    qtbot.keyClick(view, K.Key_Home)
    qtbot.keyClick(view, K.Key_F2)
    assert editor(view).hasFocus()
    qtbot.keyClick(editor(view), K.Key_Escape)
    qtbot.keyClicks(view, "!")
    assert editor(view).hasFocus()
    view.commit()
    assert text(session, 1) == "Strengthen leadership.!"


def test_a_click_puts_the_caret_where_it_points(shown: Shown, qtbot: QtBot) -> None:
    view, _ = shown(PAIRS)
    cell = view.visualRect(view.model().index(2, COLUMNS["en"]))
    place = view._rows.text_rect(cell, 0).topLeft() + QPoint(60, 10)
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.current_clause() == 3
    assert editor(view).hasFocus()
    position = editor(view).textCursor().position()
    assert 3 < position < 15
    qtbot.mouseMove(view.viewport(), place + QPoint(60, 0))
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=place + QPoint(60, 0))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(10, place.y() - cell.height() * 2))
    assert view.current_clause() == 1
    assert view.hasFocus()


def test_findings_are_asked_for(shown: Shown, qtbot: QtBot) -> None:
    view, session = shown(PAIRS)
    asked: list[Finding] = []
    view.finding_requested.connect(asked.append)
    span = next(one.span for one in session.findings(2) if one.rule == "number.digit-word")
    view.go_to(2, "en", span, focus=True)
    writer = editor(view)
    place = writer.span_rect().center().toPoint()
    qtbot.mouseDClick(writer.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [one.rule for one in asked] == ["number.digit-word"]


def test_paste_is_plain_and_files_are_not_typed(shown: Shown, qtbot: QtBot) -> None:
    view, session = shown(PAIRS)
    writer = edit(view, 1)
    rich = QMimeData()
    rich.setHtml("<b>bold</b>")
    rich.setText("bold\r\n")
    QApplication.clipboard().setMimeData(rich)
    qtbot.keyClick(writer, K.Key_V, CONTROL)
    view.commit()
    assert text(session, 1) == "Strengthen leadership.bold"
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile("plan.docx")])
    assert not writer.canInsertFromMimeData(files)


@pytest.mark.parametrize(
    ("copied", "there"),
    [
        ("a\0b\x1b[1mc\x7f", "ab[1mc"),
        ("one\vtwo\fthree\u2028four\u2029five", "one\ntwo\nthree\nfour\nfive"),
        ("right\u202eto\u200fleft", "right\u202eto\u200fleft"),
        ("\r\n𠮷\r\n", "𠮷"),
    ],
)
def test_what_no_file_can_hold_is_not_pasted(shown: Shown, qtbot: QtBot, copied: str, there: str) -> None:
    view, session = shown(PAIRS)
    writer = edit(view, 1)
    writer.selectAll()
    QApplication.clipboard().setText(copied)
    qtbot.keyClick(writer, K.Key_V, CONTROL)
    assert writer.text() == there
    view.commit()
    assert text(session, 1) == there


def test_a_picture_takes_no_selected_words_away(shown: Shown, qtbot: QtBot) -> None:
    view, session = shown(PAIRS)
    writer = edit(view, 1)
    writer.selectAll()
    picture = QMimeData()
    picture.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    QApplication.clipboard().setMimeData(picture)
    qtbot.keyClick(writer, K.Key_V, CONTROL)
    view.commit()
    assert text(session, 1) == PAIRS[0][1]
    page = QMimeData()
    page.setHtml("<p><b>Bold</b> words</p><script>none of it</script>")
    QApplication.clipboard().setMimeData(page)
    qtbot.keyClick(writer, K.Key_V, CONTROL)
    view.commit()
    assert text(session, 1) == "Bold words"


def test_a_book_is_not_pasted_into_a_clause(shown: Shown, qtbot: QtBot) -> None:
    view, session = shown(PAIRS)
    writer = edit(view, 1)
    QApplication.clipboard().setText("word " * 200_000)
    with qtbot.waitSignal(view.refused) as refused:
        qtbot.keyClick(writer, K.Key_V, CONTROL)
    assert refused.args is not None
    assert refused.args[0].startswith("1000000 characters are too many for one clause")
    assert not view.pending()
    assert text(session, 1) == PAIRS[0][1]


def test_words_are_dragged_to_the_other_side_only_where_it_can_be_written(shown: Shown, qtbot: QtBot) -> None:
    view, session = shown(PAIRS)
    edit(view, 1)
    carried = QMimeData()
    carried.setText("领导 ")

    def drop() -> bool:
        plain = Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        over = editor(view, "zh").viewport()
        entered = QDragEnterEvent(QPoint(4, 4), *plain)
        QApplication.sendEvent(over, entered)
        moved = QDragMoveEvent(QPoint(4, 4), *plain)
        QApplication.sendEvent(over, moved)
        let_go = QDropEvent(QPointF(4, 4), *plain)
        QApplication.sendEvent(over, let_go)
        view.commit()
        return text(session, 1, "zh") != PAIRS[0][0]

    assert not drop()
    view.set_chinese_locked(False)
    assert drop()
    assert text(session, 1, "zh") == "领导 加强领导。"


def test_what_cant_be_written_is_kept(shown: Shown, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    view, session = shown(PAIRS)
    failures: list[DrafterError] = []
    view.commit_failed.connect(failures.append)

    def full(*_: object) -> bool:
        raise DrafterError("The disk is full.")

    writer = edit(view, 1)
    with monkeypatch.context() as broken:
        broken.setattr(session, "edit", full)
        qtbot.keyClicks(writer, "!")
        with pytest.raises(DrafterError):
            view.commit()
        view.go_to(2)
        assert len(failures) == 1
        view.go_to(1)
        assert writer.text() == "Strengthen leadership.!"
        assert view.pending()
    view.commit()
    assert text(session, 1) == "Strengthen leadership.!"


def test_a_growing_row_pushes_the_ones_below(shown: Shown, qtbot: QtBot) -> None:
    view, _ = shown(PAIRS)
    writer = edit(view, 1)
    before = view.rowViewportPosition(1)
    qtbot.keyClicks(writer, " and promote green construction everywhere in the city and its counties, now")
    assert view.rowViewportPosition(1) > before
    assert writer.verticalScrollBar().value() == 0
    assert writer.height() >= writer.document().size().height()


def test_an_empty_side_can_be_written(shown: Shown, qtbot: QtBot) -> None:
    view, session = shown([("一。", ""), *PAIRS])
    writer = edit(view, 1)
    writer.viewport().repaint()
    qtbot.keyClicks(writer, "I.")
    view.commit()
    assert text(session, 1) == "I."


def test_a_filter_leaves_the_caret_where_it_is(shown: Shown, qtbot: QtBot) -> None:
    view, session = shown(PAIRS)
    writer = edit(view, 3)
    writer.select(Span(3, 5))
    qtbot.keyClicks(writer, "X")
    view.set_filter({1, 3})
    assert text(session, 3) == "ProXte green construction."
    assert writer.hasFocus()
    assert writer.textCursor().position() == 4
    view.set_filter({1})
    assert view.current_clause() == 1


def test_the_focus_can_be_seen(shown: Shown, qtbot: QtBot) -> None:
    view, _ = shown(PAIRS)
    edit(view, 2)
    assert (view._rows.editing, view._rows.locked, view._rows.active, view._rows.row_focus) == (
        "en",
        False,
        True,
        False,
    )
    qtbot.keyClick(editor(view), K.Key_Tab)
    assert (view._rows.editing, view._rows.locked) == ("zh", True)
    qtbot.keyClick(editor(view, "zh"), K.Key_Escape)
    assert (view._rows.editing, view._rows.active, view._rows.row_focus) == (None, True, True)
    view.clearFocus()
    assert not view._rows.active
