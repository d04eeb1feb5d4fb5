"""A text is carried to another row by its grip."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from drafter.gui.clauses import ClauseView
from drafter.gui.clauses.model import COLUMNS
from drafter.gui.window.main_window import MainWindow
from drafter.model import Side
from drafter.review import ReviewSession, open_pairs

_LEFT, _K = Qt.MouseButton.LeftButton, Qt.Key
PAIRS = [
    ("一、目标", "I. Goals"),
    ("浓度下降12%。", "It shall fall by 12%."),
    ("二、保障", "II. Safeguards"),
    ("各村通报进展。", "Villages report."),
]


@pytest.fixture
def session(window: MainWindow, qtbot: QtBot) -> ReviewSession:
    made = open_pairs(PAIRS)
    window.show_review(made)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for _ in range(3):
        QApplication.processEvents()
    return made


@pytest.fixture(autouse=True)
def _no_button_left(window: MainWindow) -> Iterator[None]:
    yield
    QTest.mouseRelease(window.view.viewport(), _LEFT)


def texts(session: ReviewSession) -> list[tuple[str, str]]:
    return [(one.zh.text, one.en.text) for one in session.clauses]


def grip(view: ClauseView, row: int, side: Side) -> QPoint:
    rect = view.visualRect(view.model().index(row, COLUMNS[side]))
    return QPoint(rect.left() + 4, rect.center().y())


def viewport(view: ClauseView) -> QWidget:
    return view.viewport()


def carry(view: ClauseView, row: int, side: Side, to: int) -> None:
    """Take hold of a text and bring it over another row, the button still down."""
    start, end = grip(view, row, side), grip(view, to, side)
    assert view.viewport().childAt(start) is None, "the grip is the row's, not an editor's"
    QTest.mouseMove(viewport(view), start)
    QTest.mousePress(viewport(view), _LEFT, pos=start)
    for share in (0.3, 0.7, 1.0):
        QTest.mouseMove(viewport(view), start + (end - start) * share + QPoint(30, 0))
        QApplication.processEvents()


def let_go(view: ClauseView, to: int, side: Side) -> None:
    QTest.mouseRelease(viewport(view), _LEFT, pos=grip(view, to, side) + QPoint(30, 0))
    QApplication.processEvents()


def test_a_text_goes_to_the_row_below_and_above(window: MainWindow, session: ReviewSession) -> None:
    view = window.view
    carry(view, 2, "en", 3)
    let_go(view, 3, "en")
    assert texts(session)[2:] == [("二、保障", ""), ("各村通报进展。", "II. Safeguards\nVillages report.")]
    carry(view, 3, "en", 2)
    let_go(view, 2, "en")
    assert texts(session) == PAIRS
    assert session.undo()
    assert session.undo()


def test_a_text_alone_goes_far_to_where_its_other_side_waits(window: MainWindow, session: ReviewSession) -> None:
    session.pairing.move(1, "en", "down")  # the Chinese of the first row is alone
    session.pairing.unpair(4)
    rows = texts(session)
    alone = next(row for row, (zh, en) in enumerate(rows) if en and not zh)
    view = window.view
    carry(view, alone, "en", 0)
    let_go(view, 0, "en")
    assert texts(session)[0] == ("一、目标", "Villages report.")


def test_what_cant_be_told_apart_stays_and_is_said(window: MainWindow, session: ReviewSession) -> None:
    carry(window.view, 0, "en", 3)
    let_go(window.view, 3, "en")
    assert texts(session) == PAIRS
    assert "above or below" in window.statusBar().currentMessage()


def test_where_it_would_go_is_framed_and_escape_lets_go(window: MainWindow, session: ReviewSession) -> None:
    view = window.view
    carry(view, 1, "zh", 2)
    assert view._carrying.target_rect() is not None
    framed = view.viewport().grab().toImage()
    QTest.keyClick(view, _K.Key_Escape)
    assert not view._carrying.active
    QApplication.processEvents()
    assert view.viewport().grab().toImage() != framed
    let_go(view, 2, "zh")
    assert texts(session) == PAIRS
    assert len(session.revisions) == 0


def test_the_hand_is_shown_over_a_grip_alone(window: MainWindow, session: ReviewSession) -> None:
    view = window.view
    QTest.mouseMove(viewport(view), grip(view, 2, "en"))
    assert view.viewport().cursor().shape() == Qt.CursorShape.OpenHandCursor
    assert view._rows.grip == (2, "en")
    QTest.mouseMove(viewport(view), grip(view, 2, "en") + QPoint(60, 0))
    assert view.viewport().cursor().shape() != Qt.CursorShape.OpenHandCursor
    assert view._rows.grip is None


def test_a_press_beside_the_grip_still_edits(window: MainWindow, session: ReviewSession) -> None:
    view = window.view
    place = grip(view, 2, "en") + QPoint(60, 0)
    QTest.mouseClick(viewport(view), _LEFT, pos=place)
    assert view.focused_editor() is not None
    assert view.current_clause() == 3
