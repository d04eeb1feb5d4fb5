"""The clause view as a reader meets it: rows, marks, tooltips, going somewhere, scrolling."""

import sys
import time
from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from drafter.gui.clauses import ClauseView
from drafter.gui.clauses.model import COLUMNS, GUTTER
from drafter.gui.clauses.textlayout import CAPACITY, span_rects
from drafter.i18n import set_language
from drafter.model import Side, Span
from drafter.review import ReviewSession, open_pairs
from tests.yardstick import allowed

from .conftest import Shown

DAMAGED = ("PM2.5浓度下降10%。", "The concentration ofPM2.five decreased by 10%.")
SOUND = ("加强领导。", "Strengthen leadership.")


def made_up(count: int) -> list[tuple[str, str]]:
    """Give pairs of very different lengths, the same every time."""
    zh, en = (
        "加强扬尘综合治理，推进绿色施工。",
        "Strengthen the comprehensive control of dust and promote green construction. ",
    )
    return [(zh * (1 + i * 7 % 9) + f"第{i}条", en * (1 + i * 5 % 9) + f"Item {i}") for i in range(count)]


def settle(qtbot: QtBot) -> None:
    """Let what the view does after painting happen."""
    for _ in range(3):
        QApplication.processEvents()
        qtbot.wait(1)


def hover(view: ClauseView, place: QPoint) -> str:
    """Rest the pointer on a place of the viewport and give the tooltip."""
    target = view.viewport().childAt(place) or view.viewport()
    inner = target.mapFrom(view.viewport(), place)
    QToolTip.hideText()
    while QToolTip.isVisible():
        QTest.qWait(10)
    QApplication.sendEvent(target, QHelpEvent(QEvent.Type.ToolTip, inner, target.mapToGlobal(inner)))
    return QToolTip.text() if QToolTip.isVisible() else ""


@pytest.fixture(autouse=True)
def _no_tooltip_left() -> Iterator[None]:
    yield
    QToolTip.hideText()
    QApplication.processEvents()


def place_of(view: ClauseView, row: int, side: Side, unit: int) -> QPoint:
    """Give where a character of a row that is not current stands."""
    model, rows = view._model, view._rows
    facts = model.facts(row)
    cell = rows.cell(facts, side, view.columnWidth(COLUMNS[side]))
    rect = next(iter(span_rects(cell.layout, unit, unit + 1, cell.style)))
    origin = rows.text_rect(view.visualRect(model.index(row, COLUMNS[side])), facts.clause.level).topLeft()
    return (rect.center() + QPointF(origin)).toPoint()


def test_rows_columns_and_headings(shown: Shown) -> None:
    view, _ = shown([DAMAGED, SOUND])
    model = view.model()
    assert (model.rowCount(), model.columnCount()) == (2, 3)
    assert model.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole) == "Chinese"
    assert model.index(1, 2).data() == "Strengthen leadership."
    assert view.current_clause() == 1
    assert not view.horizontalScrollBar().isVisible()
    assert abs(view.columnWidth(1) - view.columnWidth(2)) <= 1


def test_other_language_at_once(shown: Shown) -> None:
    view, _ = shown([DAMAGED])
    before = view.accessibleName()
    set_language("zh")
    view.retranslate()
    assert before == "Clauses, Chinese and English side by side"
    assert view._editors.editor("en").accessibleName()


def test_screen_readers_hear_text_and_findings(shown: Shown) -> None:
    view, session = shown([DAMAGED, ("你好。", "")])
    session.tag(1, "dust")
    said = view.model().index(0, COLUMNS["en"]).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("The concentration ofPM2.five decreased by 10%.\n2 findings\n")
    assert "PM2.5" in said
    assert view.model().index(1, COLUMNS["en"]).data(Qt.ItemDataRole.AccessibleTextRole) == "no English"
    assert view.model().index(0, GUTTER).data(Qt.ItemDataRole.AccessibleTextRole).startswith("Clause 1, ")


def test_marks_count_as_qt_does(shown: Shown) -> None:
    view, session = shown([SOUND, ("保护𫚖鱼，PM2.5下降。", "The 𫚖 of 𫚖 andPM2.five fell.")])
    text = session.clause(2).en.text
    for mark in view._model.facts(1).en:
        start, end = mark.finding.span
        units = text.encode("utf-16-le")
        assert units[2 * mark.start : 2 * mark.end].decode("utf-16-le") == text[start:end] == mark.finding.text
    assert max(mark.start - mark.finding.span.start for mark in view._model.facts(1).en) == 2
    view.go_to(2)
    assert [mark.start for mark in view._editors.editor("en").marks()] == [
        mark.start for mark in view._model.facts(1).en
    ]


@pytest.mark.qt_log_ignore("does not support raise")  # of the offscreen screen, for every tooltip
def test_tooltip_says_what_and_why(shown: Shown, qtbot: QtBot) -> None:
    view, session = shown([SOUND, DAMAGED])
    settle(qtbot)
    span = next(one.span for one in session.findings(2) if one.rule == "number.digit-word")
    tip = hover(view, place_of(view, 1, "en", span.end - 1))
    assert "number.digit-word" in tip
    assert "major" in tip
    assert "→" in tip
    assert hover(view, place_of(view, 1, "en", 0)) == ""
    assert "major" in hover(view, view.visualRect(view.model().index(1, GUTTER)).center())
    place = place_of(view, 1, "en", span.end - 1)
    view.go_to(2)
    settle(qtbot)
    assert "number.digit-word" in hover(view, place), "the editor stands where the text stood, and says the same"


def test_ignored_findings_are_not_marked(shown: Shown) -> None:
    view, session = shown([DAMAGED])
    assert len(view._editors.editor("en").marks()) == 2
    for finding in session.findings(1):
        session.ignore(finding, "meant so")
    assert view._model.facts(0).en == ()
    assert view._editors.editor("en").marks() == ()


def test_go_to_selects_and_outlines(shown: Shown, qtbot: QtBot) -> None:
    view, _ = shown([*made_up(400), ("保护𫚖鱼。", "Protect the 𫚖 andPM2.five now.")])
    with qtbot.waitSignal(view.current_changed) as told:
        assert view.go_to(401, "en", Span(12, 13))
    settle(qtbot)
    assert told.args == [401]
    assert view.current_clause() == 401
    editor = view._editors.editor("en")
    assert editor.textCursor().selectedText() == "𫚖"
    assert editor.selection() == Span(12, 13)
    assert editor.flashing()
    assert view.viewport().rect().contains(view._walk.row_rect(400))
    assert not view.go_to(999)
    assert view.go_to(200, focus=True)
    assert view.hasFocus()


def test_filter_shows_some_and_keeps_the_current(shown: Shown) -> None:
    view, _ = shown(made_up(50))
    view.go_to(20)
    view.set_filter({3, 20, 21})
    assert view._model.ids == [3, 20, 21]
    assert view.current_clause() == 20
    assert not view.go_to(4)
    view.set_filter(set())
    assert view.current_clause() is None
    view.set_filter(None)
    assert view._model.rowCount() == 50


def wheel(view: ClauseView, notches: int) -> int:
    """Turn the wheel, positive is up, and give how far the text should move."""
    place, turn = QPointF(300, 200), QPoint(0, 120 * notches)
    event = QWheelEvent(
        place, view.viewport().mapToGlobal(place), QPoint(), turn,
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)
    return notches * 3 * view.verticalScrollBar().singleStep()


def true_heights(view: ClauseView) -> bool:
    """Tell whether every row in sight is exactly as tall as its texts."""
    first, last = view.rowAt(0), view.rowAt(view.viewport().height() - 1)
    return all(view.rowHeight(row) == view._true_height(row) for row in range(first, last + 1))


def test_nothing_slips_while_scrolling_up_over_unseen_rows(shown: Shown, qtbot: QtBot) -> None:
    view, _ = shown(made_up(2000))
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() * 3 // 5)
    settle(qtbot)
    slips = []
    for _ in range(60):
        row = view.rowAt(200)
        before = view.rowViewportPosition(row)
        wanted = before + wheel(view, 1)
        view.viewport().repaint()
        slips.append(view.rowViewportPosition(row) - wanted)
        settle(qtbot)
        slips.append(view.rowViewportPosition(row) - wanted)
        assert true_heights(view)
    assert set(slips) == {0}


def test_every_row_can_be_reached_and_is_whole(shown: Shown, qtbot: QtBot) -> None:
    view, _ = shown(made_up(300))
    bar = view.verticalScrollBar()
    for share in (0.1, 0.9, 0.5, 1.0):
        bar.setValue(round(bar.maximum() * share))
        settle(qtbot)
        assert true_heights(view)
    assert view._walk.row_rect(299).bottom() == view.viewport().height() - 1


def test_width_and_zoom_keep_the_top_row(shown: Shown, qtbot: QtBot) -> None:
    view, _ = shown(made_up(300))
    view.verticalScrollBar().setValue(5000)
    settle(qtbot)
    top = view.rowAt(0)
    view.resize(700, 600)
    settle(qtbot)
    qtbot.wait(80)
    assert view.rowAt(0) == top
    assert true_heights(view)
    view.set_zoom(1.5)
    settle(qtbot)
    assert view.rowAt(0) == top
    assert true_heights(view)
    view._header.resizeSection(COLUMNS["zh"], 150)
    settle(qtbot)
    qtbot.wait(80)
    assert view.columnWidth(COLUMNS["zh"]) < view.columnWidth(COLUMNS["en"])
    assert true_heights(view)


def test_editors_break_lines_like_the_rows(shown: Shown, qtbot: QtBot) -> None:
    view, _ = shown([*made_up(9), ("一\n二\n三。", "One\ntwo words\nthree."), ("", "Alone.")])
    for zoom in (1.0, 1.3):
        view.set_zoom(zoom)
        widths = view._column_widths()
        for row in range(view._model.rowCount()):
            view.go_to(row + 1)
            settle(qtbot)
            height = view._rows.row_height(view._model.facts(row), widths)
            qtbot.waitUntil(lambda row=row, height=height: view.rowHeight(row) == height)  # type: ignore[misc]


def test_words_stay_in_place_when_a_row_becomes_current(shown: Shown, qtbot: QtBot) -> None:
    pairs = [SOUND, ("（一）总体要求，PM2.5。", "(1) General requirements with a 𫚖 and theory."), SOUND]
    view, _ = shown(pairs)
    settle(qtbot)

    def ink() -> list[tuple[int, int]]:
        image = view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        rect = view._walk.row_rect(1).adjusted(view.columnWidth(0) + 4, 2, -4, -4)
        dark = []
        for y in range(rect.top(), rect.bottom()):
            line = cast(memoryview, image.constScanLine(y))
            dark += [(x, y) for x in range(rect.left(), rect.right()) if line[x] < 90]
        return dark

    apart = ink()
    view.go_to(2)
    view.setFocus()
    settle(qtbot)
    current = ink()
    assert len(apart) > 200
    both = len(set(apart) & set(current))
    assert both > 0.9 * max(len(apart), len(current))


def test_store_stays_bounded(shown: Shown, qtbot: QtBot) -> None:
    view, _ = shown(made_up(900))
    bar = view.verticalScrollBar()
    for step in range(120):
        bar.setValue(bar.maximum() * step // 120)
        view.viewport().repaint()
        view._settle()
    assert len(view._rows.store) == CAPACITY
    assert len(view._model._facts) <= 1200


def test_ten_thousand_rows_open_and_scroll_in_time(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    view, session = shown([SOUND])
    # Checking them would take longer than all else here.
    monkeypatch.setattr("drafter.review.ledger.check_clauses", lambda *_: [])
    many = open_pairs(made_up(10_000))
    started = time.thread_time()
    view.set_session(many)
    view.viewport().repaint()
    assert time.thread_time() - started < allowed(0.5)
    times = []
    for _ in range(80):
        started = time.thread_time()
        wheel(view, -1)
        view.viewport().repaint()
        QApplication.processEvents()
        times.append(time.thread_time() - started)
    assert sorted(times)[76] < allowed(0.016)
    assert session.clauses


def test_none_keeps_its_references() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("x")
    assert before - sys.getrefcount(None) < 500


def test_no_session_shows_words(shown: Shown, qtbot: QtBot) -> None:
    view, session = shown([SOUND])
    view.set_session(None)
    settle(qtbot)
    assert view.current_clause() is None
    assert isinstance(session, ReviewSession)
    view.refresh([1])
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert view.findings_here() == []


def test_a_view_without_a_review_is_shown(qtbot: QtBot) -> None:
    view = ClauseView()
    qtbot.addWidget(view)
    view.show()
    qtbot.waitExposed(view)
    assert view.current_clause() is None
    view.close()
