"""The map beside the scroll bar: what is marked where, what a click leads to, what it says."""

import time

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from drafter.gui.clauses import ClauseView
from drafter.gui.clauses.survey import SLICE
from drafter.model import Severity
from drafter.review import Searched, open_pairs
from tests.yardstick import allowed

from .conftest import Shown

SOUND = ("加强领导。", "Strengthen leadership.")
MAJOR = ("PM2.5浓度下降。", "The concentration ofPM2.five decreased.")
CRITICAL = ("下降10%。", "Fell by 20%.")
MINOR = ("加强领导。", "Strengthen  leadership.")


def settle(qtbot: QtBot, view: ClauseView) -> None:
    """Wait until all rows are looked through and summed up."""
    qtbot.waitUntil(lambda: view.map._looking is None and not view.map._resting.isActive())
    QApplication.processEvents()


def marked(view: ClauseView) -> dict[int, Severity]:
    """Give the rows that stand on the map with the worst that was found in them."""
    return {spot.row: spot.worst for spot in view.map.spots() if spot.worst}


def many() -> list[tuple[str, str]]:
    """Give pairs of which three are damaged, far from each other."""
    pairs = [SOUND] * 600
    pairs[100], pairs[300], pairs[500] = CRITICAL, MAJOR, MINOR
    return pairs


def click(view: ClauseView, y: int) -> None:
    QTest.mouseClick(view.map, Qt.MouseButton.LeftButton, pos=QPoint(view.map.width() - 3, y))


def test_the_map_shows_where_and_how_bad(shown: Shown, qtbot: QtBot) -> None:
    view, _ = shown(many())
    settle(qtbot, view)
    assert marked(view) == {100: "critical", 300: "major", 500: "minor"}
    whole = view.map.height()
    for spot in view.map.spots():
        assert abs(spot.y / whole - spot.row / 600) < 0.02
    image = view.map.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    wide = {}
    for spot in view.map.spots():
        assert spot.worst
        colour = view._theme.underlines[spot.worst]
        wide[spot.worst] = sum(QColor(image.pixel(x, spot.y)) == colour for x in range(image.width()))
    assert wide["critical"] > wide["major"] > wide["minor"] > 0, "width tells, not colour alone"


def test_a_click_leads_there(shown: Shown, qtbot: QtBot) -> None:
    view, _ = shown(many())
    settle(qtbot, view)
    spot = next(one for one in view.map.spots() if one.row == 300)
    with qtbot.waitSignal(view.current_changed) as told:
        click(view, spot.y + 3)
    assert told.args == [301]
    assert view.viewport().rect().contains(view._walk.row_rect(300))
    click(view, view.map.height() - 1)
    assert (view.current_clause() or 0) > 590, "where nothing is marked, to the row that stands there"


def test_the_bar_beside_the_map_still_scrolls(shown: Shown, qtbot: QtBot) -> None:
    view, _ = shown(many())
    settle(qtbot, view)
    bar = view.verticalScrollBar()
    assert bar.width() > view.map.width() + 6
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(5, bar.height() // 2))
    assert bar.value() > 0


@pytest.mark.qt_log_ignore("does not support raise")  # of the offscreen screen, for every tooltip
def test_the_tooltip_says_what(shown: Shown, qtbot: QtBot) -> None:
    view, session = shown(many())
    settle(qtbot, view)
    spot = next(one for one in view.map.spots() if one.row == 100)
    place = QPoint(5, spot.y)
    QApplication.sendEvent(view.map, QHelpEvent(QEvent.Type.ToolTip, place, view.map.mapToGlobal(place)))
    assert "critical" in QToolTip.text()
    assert "101" in QToolTip.text()
    QToolTip.hideText()
    assert "Clause" in view.map.tip(view.map.height() // 3)
    view.set_session(None)
    assert view.map.tip(10) == ""
    assert session.clauses


def test_it_follows_fixes_filters_and_edits(shown: Shown, qtbot: QtBot) -> None:
    view, session = shown(many())
    settle(qtbot, view)
    session.edit(101, "en", "Fell by 10%.")
    settle(qtbot, view)
    assert marked(view) == {300: "major", 500: "minor"}
    view.set_filter({5, 301})
    settle(qtbot, view)
    assert marked(view) == {1: "major"}
    view.set_filter(None)
    session.undo()
    settle(qtbot, view)
    assert marked(view) == {100: "critical", 300: "major", 500: "minor"}


def test_what_is_looked_for_stands_beside_the_findings(shown: Shown, qtbot: QtBot) -> None:
    view, _ = shown(many())
    settle(qtbot, view)
    view.set_searched(Searched("Fell"), ("en",), {101})
    assert [spot.row for spot in view.map.spots() if spot.found >= 0] == [100]
    assert "looked for" in view.map.tip(next(one.y for one in view.map.spots() if one.found >= 0))
    view.set_filter({1, 2, 101})
    settle(qtbot, view)
    assert [spot.found for spot in view.map.spots() if spot.found >= 0] == [2]
    view.set_searched(None, ("en",))
    assert not [spot for spot in view.map.spots() if spot.found >= 0]


def test_the_current_clause_is_marked_by_its_form(shown: Shown, qtbot: QtBot) -> None:
    view, _ = shown([SOUND] * 400)
    settle(qtbot, view)
    view.go_to(200)
    settle(qtbot, view)
    image = view.map.grab().toImage()
    y = view.map._places.line_of(199, view.map.height()) + 1
    line = [image.pixel(x, y) for x in range(2, image.width() - 1)]
    elsewhere = [image.pixel(x, y + 60) for x in range(2, image.width() - 1)]
    assert len(set(elsewhere)) == 1
    assert sum(one != elsewhere[0] for one in line) > 0.8 * len(line)


def test_a_hundred_thousand_rows_are_looked_through_in_slices(
    shown: Shown, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    view, _ = shown([SOUND])
    monkeypatch.setattr("drafter.review.ledger.check_clauses", lambda *_: [])
    view.set_session(open_pairs([SOUND] * (10 * SLICE)))
    settle(qtbot, view)
    started = time.thread_time()
    view.map._sum_up()
    assert time.thread_time() - started < allowed(0.2)
    started = time.thread_time()
    for _ in range(20):
        view.map.repaint()
    assert time.thread_time() - started < allowed(0.4)
