"""Pointing at a figure outlines what answers it, by the pointer and by the caret."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from drafter.gui.clauses import ClauseView
from drafter.gui.clauses.model import COLUMNS
from drafter.gui.clauses.textlayout import span_rects
from drafter.model import Side

from .conftest import Shown

PAIRS = [
    ("第一条。", "Article one."),
    ("𫚖鱼池新建泵站12座，投资3.2亿元。", "Invest 320 million yuan and build 12 stations for the fish."),
    ("水质达标。", "The water is clean."),
]


def place_of(view: ClauseView, row: int, side: Side, words: str) -> QPoint:
    """Give the middle of some words of a row that is not current, on the viewport."""
    rows, index = view._rows, view.model().index(row, COLUMNS[side])
    facts = view._model.facts(row)
    cell_rect = view.visualRect(index)
    cell = rows.cell(facts, side, cell_rect.width())
    text = facts.clause.side(side).text
    start = len(text[: text.index(words)].encode("utf-16-le")) // 2
    rect = next(span_rects(cell.layout, start, start + len(words), cell.style))
    room = rows.text_rect(cell_rect, facts.clause.level)
    return (rect.center() + QPointF(room.topLeft())).toPoint()


def point(widget: QWidget, place: QPoint) -> None:
    """Move the pointer to a place, with no button pressed, whatever an earlier test has left pressed."""
    at, none = QPointF(place), Qt.MouseButton.NoButton
    event = QMouseEvent(
        QEvent.Type.MouseMove, at, QPointF(widget.mapToGlobal(at)), none, none, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(widget, event)


def outlined(view: ClauseView) -> tuple[str, str] | None:
    """Give the Chinese and English words that are outlined."""
    pointed = view._rows.pointed
    if pointed is None:
        return None
    clause = view._model.facts(pointed.row).clause
    zh, en = clause.zh.text.encode("utf-16-le"), clause.en.text.encode("utf-16-le")
    return (
        zh[2 * pointed.zh[0] : 2 * pointed.zh[1]].decode("utf-16-le"),
        en[2 * pointed.en[0] : 2 * pointed.en[1]].decode("utf-16-le"),
    )


def picture(view: ClauseView, about: QPoint) -> QImage:
    return view.viewport().grab(QRect(about - QPoint(30, 12), about + QPoint(30, 12))).toImage()


def test_the_pointer_outlines_both_sides(shown: Shown, qtbot: QtBot) -> None:
    view, _ = shown(PAIRS)
    there, here = place_of(view, 1, "zh", "3.2亿元"), place_of(view, 1, "en", "320 million yuan")
    before = picture(view, there)
    point(view.viewport(), here)
    qtbot.waitUntil(lambda: outlined(view) == ("3.2亿元", "320 million yuan"))
    assert picture(view, there) != before
    point(view.viewport(), place_of(view, 1, "en", "build"))
    qtbot.waitUntil(lambda: outlined(view) is None)
    assert picture(view, there) == before


def test_the_caret_outlines_both_sides(shown: Shown) -> None:
    view, session = shown(PAIRS)
    view.go_to(2)
    editor = view._editors.editor("en")
    editor.setFocus()
    cursor = editor.textCursor()
    cursor.setPosition(PAIRS[1][1].index("12") + 1)
    editor.setTextCursor(cursor)
    assert outlined(view) == ("12座", "12")
    assert view._editors.editor("zh")._pointed is not None
    QTest.keyClicks(editor, "0")
    assert outlined(view) is None
    view.commit()
    assert session.clause(2).en.text.count("102") == 1
    QTest.keyClick(editor, Qt.Key.Key_Left)
    assert outlined(view) == ("12座", "102")


def test_the_pointer_over_the_row_that_is_edited(shown: Shown, qtbot: QtBot) -> None:
    view, _ = shown(PAIRS)
    view.go_to(2)
    editor = view._editors.editor("zh")
    start = editor.toPlainText().encode("utf-16-le").index("12座".encode("utf-16-le")) // 2
    place = next(editor._rects(start, start + 3)).center().toPoint()
    point(editor.viewport(), place)
    qtbot.waitUntil(lambda: outlined(view) == ("12座", "12"))
    point(editor.viewport(), QPoint(place.x(), editor.height() + 40))
    qtbot.waitUntil(lambda: outlined(view) is None)


def test_other_rows_outline_nothing(shown: Shown) -> None:
    view, session = shown(PAIRS)
    point(view.viewport(), place_of(view, 1, "en", "320"))
    session.edit(2, "en", "Nothing is said.")
    assert outlined(view) is None
