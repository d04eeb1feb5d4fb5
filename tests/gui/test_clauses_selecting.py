"""Rows selected by keys and mouse, and what they are to other programs."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from drafter.gui.clauses import ClauseView
from drafter.gui.clauses.model import COLUMNS, GUTTER

from .conftest import Shown

_K, _M = Qt.Key, Qt.KeyboardModifier
PAIRS = [(f"第{i}条，加强领导。", f"Item {i}: strengthen leadership.") for i in range(1, 31)]


def ready(view: ClauseView, clause: int = 1) -> None:
    view.go_to(clause, focus=True)
    QApplication.processEvents()


def middle(view: ClauseView, row: int, column: int = COLUMNS["en"]) -> QPoint:
    return view.visualRect(view.model().index(row, column)).center()


def at(view: ClauseView, place: QPoint) -> tuple[QPoint, QWidget]:
    """Give what lies at a place of the viewport: an editor's viewport or the view's own, with the place in it."""
    target = view.viewport().childAt(place) or view.viewport()
    return target.mapFrom(view.viewport(), place), target


def test_shift_and_arrows_select_rows(shown: Shown, qtbot: QtBot) -> None:
    view, _ = shown(PAIRS)
    ready(view, 3)
    assert view.selected_clauses() == ()
    for _ in range(2):
        qtbot.keyClick(view, _K.Key_Down, _M.ShiftModifier)
    assert view.selected_clauses() == (3, 4, 5)
    assert view.current_clause() == 5
    for _ in range(3):
        qtbot.keyClick(view, _K.Key_Up, _M.ShiftModifier)
    assert view.selected_clauses() == (2, 3)
    qtbot.keyClick(view, _K.Key_End, _M.ShiftModifier)
    assert view.selected_clauses() == tuple(range(3, 31))
    qtbot.keyClick(view, _K.Key_Down)
    assert view.selected_clauses() == tuple(range(3, 31)), "there is no row to go to"
    qtbot.keyClick(view, _K.Key_Up)
    assert view.selected_clauses() == ()


def test_all_rows_and_none(shown: Shown, qtbot: QtBot) -> None:
    view, _ = shown(PAIRS)
    ready(view)
    qtbot.keyClick(view, _K.Key_A, _M.ControlModifier)
    assert view.selected_clauses() == tuple(range(1, 31))
    assert view.current_clause() == 1
    assert view.selectionModel().isRowSelected(29)
    qtbot.keyClick(view, _K.Key_Escape)
    assert view.selected_clauses() == ()
    assert not view.selectionModel().hasSelection()
    qtbot.keyClick(view, _K.Key_A, _M.ControlModifier)
    qtbot.keyClick(view, _K.Key_F2)
    assert view.selected_clauses() == (), "the keys act in a text now"


def test_shift_and_click_select_rows(shown: Shown, qtbot: QtBot) -> None:
    view, _ = shown(PAIRS)
    ready(view, 2)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, _M.ShiftModifier, middle(view, 4))
    assert view.selected_clauses() == (2, 3, 4, 5)
    assert view.hasFocus()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, _M.ShiftModifier, middle(view, 0))
    assert view.selected_clauses() == (1, 2)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, _M.NoModifier, middle(view, 2))
    assert view.selected_clauses() == ()
    qtbot.waitUntil(lambda: view.focused_editor() is not None)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, _M.ShiftModifier, middle(view, 3))
    assert view.selected_clauses() == (3, 4), "from the row whose text was edited"


def drag(view: ClauseView, start: QPoint, *places: QPoint) -> None:
    """Press, move over places of the viewport and let go, as the window system tells it: to where the press was."""
    inner, target = at(view, start)
    QTest.mousePress(target, Qt.MouseButton.LeftButton, pos=inner)
    for place in places:
        QTest.mouseMove(target, target.mapFrom(view.viewport(), place))
        QApplication.processEvents()
    QTest.mouseRelease(target, Qt.MouseButton.LeftButton, pos=target.mapFrom(view.viewport(), places[-1]))
    QApplication.processEvents()


def test_dragging_over_rows_selects_them(shown: Shown, qtbot: QtBot) -> None:
    view, _ = shown(PAIRS)
    ready(view, 10)
    view.verticalScrollBar().setValue(0)
    QApplication.processEvents()
    drag(view, middle(view, 1), middle(view, 2), middle(view, 3))
    assert view.selected_clauses() == (2, 3, 4)
    assert view.hasFocus()
    assert not view._editors.editor("en").textCursor().hasSelection()
    start = middle(view, 3)  # over its editor
    view.go_to(4, "en", focus=True)
    drag(view, start, middle(view, 2), middle(view, 1))
    assert view.selected_clauses() == (2, 3, 4)
    drag(view, middle(view, 0, GUTTER), middle(view, 1, GUTTER))
    assert view.selected_clauses() == (1, 2)


def test_dragging_within_a_row_selects_words(shown: Shown, qtbot: QtBot) -> None:
    view, _ = shown(PAIRS)
    ready(view, 3)
    rect = view.visualRect(view.model().index(3, COLUMNS["en"]))
    left, right = QPoint(rect.left() + 20, rect.center().y()), QPoint(rect.left() + 120, rect.center().y())
    drag(view, left, right)
    assert view.selected_clauses() == ()
    assert view.selected_words()


def test_dragging_over_the_edge_scrolls(shown: Shown, qtbot: QtBot) -> None:
    view, _ = shown(PAIRS)
    ready(view, 1)
    inner, target = at(view, middle(view, 1))
    QTest.mousePress(target, Qt.MouseButton.LeftButton, pos=inner)
    QTest.mouseMove(target, target.mapFrom(view.viewport(), QPoint(300, view.viewport().height() + 60)))
    qtbot.waitUntil(lambda: view.selected_clauses()[-1:] == (30,), timeout=20_000)
    QTest.mouseRelease(target, Qt.MouseButton.LeftButton)
    assert view.selected_clauses() == tuple(range(2, 31))


def test_rows_are_copied_as_columns_and_as_a_table(shown: Shown, qtbot: QtBot) -> None:
    view, _ = shown([("一。\n二。", "One & two.\nTwo\tand three."), *PAIRS])
    ready(view)
    qtbot.keyClick(view, _K.Key_Down, _M.ShiftModifier)
    qtbot.keyClick(view, _K.Key_C, _M.ControlModifier)
    data = QGuiApplication.clipboard().mimeData()
    first, second = PAIRS[0]
    assert data.text() == f"一。 二。\tOne & two. Two and three.\n{first}\t{second}"
    assert '<td lang="zh-Hans">一。<br>二。</td><td lang="en">One &amp; two.<br>' in data.html()
    assert data.html().count("<tr>") == 2
    qtbot.keyClick(view, _K.Key_Up)
    qtbot.keyClick(view, _K.Key_C, _M.ControlModifier)
    assert QGuiApplication.clipboard().mimeData().html().count("<tr>") == 1, "the current row where none is selected"


def test_words_are_copied_as_ever(shown: Shown, qtbot: QtBot) -> None:
    view, _ = shown(PAIRS)
    view.go_to(1, "en", focus=True)
    editor = view._editors.editor("en")
    qtbot.keyClick(editor, _K.Key_A, _M.ControlModifier)
    qtbot.keyClick(editor, _K.Key_C, _M.ControlModifier)
    assert QGuiApplication.clipboard().text() == PAIRS[0][1]
    assert view.selected_clauses() == ()


def test_selected_rows_are_framed(shown: Shown, qtbot: QtBot) -> None:
    view, _ = shown(PAIRS)
    ready(view, 2)
    qtbot.keyClick(view, _K.Key_Down, _M.ShiftModifier)
    image = view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    top, bottom = view._walk.row_rect(1).top(), view._walk.row_rect(2).bottom()
    frame = [QColor(image.pixel(image.width() - 2, y)) for y in range(top + 2, bottom - 2)]
    assert frame.count(view._theme.accent) > 0.95 * len(frame)


def test_another_review_has_nothing_selected(shown: Shown, qtbot: QtBot) -> None:
    view, _ = shown(PAIRS)
    ready(view)
    qtbot.keyClick(view, _K.Key_A, _M.ControlModifier)
    view.set_filter({1, 2})
    assert view.selected_clauses() == ()
