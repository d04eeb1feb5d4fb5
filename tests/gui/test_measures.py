"""The measures panel: suggestions are reckoned, accepted, rejected, allowed again, and accepted throughout."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from drafter.gui.measures.accepting import AcceptDialog
from drafter.gui.measures.entries import Entry
from drafter.gui.measures.suggested import SuggestedList
from drafter.gui.window.main_window import MainWindow
from drafter.review import ReviewSession, open_pairs
from drafter.review.tagging_suggestions import kept_examples, rejected_tags
from tests.gui.acting import in_dialog

PAIRS = [
    ("一、优化交通运输结构", "I. Improve the transport structure"),
    ("加快推进大宗货物铁路运输，新建铁路专用线3条。", "Move bulk goods by rail; build 3 railway sidings."),
    ("推广新能源公交车。", "Promote new-energy buses."),
    ("开展秸秆禁烧巡查。", "Patrol against the open burning of straw."),
    ("（略）", "(omitted)"),
]


def opened(qtbot: QtBot, window: MainWindow, clause: int = 2) -> ReviewSession:
    session = open_pairs(PAIRS)
    window.show_review(session)
    window.panels.bring("measures")
    window.view.go_to(clause)
    qtbot.waitUntil(lambda: bool(suggested(window)), timeout=20_000)
    return session


def entries(window: MainWindow) -> list[Entry]:
    return window.measures.suggested.model_.entries()


def suggested(window: MainWindow) -> list[str]:
    return [one.notation for one in entries(window) if one.kind == "suggestion"]


def choose(window: MainWindow, notation: str) -> SuggestedList:
    listed = window.measures.suggested
    row = [one.notation for one in entries(window)].index(notation)
    listed.setCurrentIndex(listed.model_.index(row))
    listed.setFocus()
    return listed


def test_clause_has_suggestions_with_confidence_and_words(qtbot: QtBot, window: MainWindow) -> None:
    opened(qtbot, window)
    first = entries(window)[0]
    assert first.kind == "suggestion"
    assert first.confidence is not None
    assert 0 < first.confidence <= 1
    assert any(one.words in PAIRS[1][0] for one in first.reasons if one.side == "zh" and one.start >= 0)
    assert "“" in first.why
    listed = window.measures.suggested
    read = listed.model_.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert first.label in read
    assert "%" in read
    assert listed.accessibleName()
    QAbstractItemModelTester(listed.model_, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_enter_accepts_and_undo_takes_back(qtbot: QtBot, window: MainWindow) -> None:
    session = opened(qtbot, window)
    wanted = suggested(window)[0]
    qtbot.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert window.focusWidget() is window.measures.suggested
    qtbot.keyClick(window.measures.suggested, Qt.Key.Key_Return)
    assert session.tags(2) == (wanted,)
    assert entries(window)[0].kind == "tag"
    assert wanted not in suggested(window)
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.tags(2) == ()
    qtbot.waitUntil(lambda: wanted in suggested(window), timeout=20_000)


def test_double_click_and_button_accept_and_delete_takes_off(qtbot: QtBot, window: MainWindow) -> None:
    session = opened(qtbot, window)
    listed = window.measures.suggested
    wanted = suggested(window)[0]
    place = listed.visualRect(listed.model_.index(0)).center()
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert session.tags(2) == (wanted,)
    choose(window, wanted)
    qtbot.keyClick(listed, Qt.Key.Key_Delete)
    assert session.tags(2) == ()
    assert rejected_tags(session) == {}
    qtbot.waitUntil(lambda: wanted in suggested(window), timeout=20_000)
    choose(window, wanted)
    qtbot.mouseClick(window.measures.accept, Qt.MouseButton.LeftButton)
    assert session.tags(2) == (wanted,)


def test_rejected_is_remembered_and_can_be_allowed_again(qtbot: QtBot, window: MainWindow) -> None:
    session = opened(qtbot, window)
    wanted = suggested(window)[0]
    qtbot.keyClick(choose(window, wanted), Qt.Key.Key_Delete)
    assert rejected_tags(session) == {2: frozenset({wanted})}
    qtbot.waitUntil(lambda: wanted not in suggested(window), timeout=20_000)
    qtbot.waitUntil(window.measures.misses.isEnabled, timeout=20_000)
    qtbot.mouseClick(window.measures.misses, Qt.MouseButton.LeftButton)
    miss = next(one for one in entries(window) if one.notation == wanted)
    assert miss.rejected
    assert "rejected it here" in miss.why
    choose(window, wanted)
    qtbot.mouseClick(window.measures.accept, Qt.MouseButton.LeftButton)
    assert rejected_tags(session) == {}
    qtbot.waitUntil(lambda: wanted in suggested(window), timeout=20_000)


def test_click_shows_the_words_in_the_text(qtbot: QtBot, window: MainWindow) -> None:
    opened(qtbot, window, 4)
    told: list[tuple[object, ...]] = []
    window.view.go_to = lambda *place, **_more: bool(told.append(place))  # type: ignore[method-assign, func-returns-value]
    listed = window.measures.suggested
    qtbot.mouseClick(
        listed.viewport(), Qt.MouseButton.LeftButton, pos=listed.visualRect(listed.model_.index(0)).center()
    )
    clause, side, span = cast("tuple[int, str, tuple[int, int]]", told[0])
    text = PAIRS[clause - 1][0 if side == "zh" else 1]
    assert text[slice(*span)] in {one.words for one in entries(window)[0].reasons}


@pytest.mark.parametrize("least", [60, 100])
def test_all_above_is_one_step(qtbot: QtBot, window: MainWindow, least: int) -> None:
    session = opened(qtbot, window)
    said: list[str] = []

    def answer(widget: QWidget) -> None:
        dialog = cast("AcceptDialog", widget)
        dialog.least.setValue(least)
        said.append(dialog.count.text())
        if dialog.accept_button.isEnabled():
            qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
        else:
            qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    in_dialog(AcceptDialog, answer)
    qtbot.mouseClick(window.measures.all, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(said) and not window.background.busy, timeout=20_000)
    tags = {clause.id: session.tags(clause.id) for clause in session.clauses if session.tags(clause.id)}
    if least == 100:
        assert said == ["Nothing is that sure."]
        assert tags == {}
        return
    count = sum(map(len, tags.values()))
    assert count > 1
    assert said[0].startswith(f"{count} tags on {len(tags)} clause")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not any(session.tags(clause.id) for clause in session.clauses), timeout=20_000)


def test_what_was_decided_teaches_later_reviews(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    opened(qtbot, window)
    wanted = suggested(window)[0]
    qtbot.keyClick(choose(window, wanted), Qt.Key.Key_Return)
    assert window.files.let_go()
    assert (PAIRS[1][0], wanted) in [(one.text, one.notation) for one in kept_examples()]


def test_where_nothing_suggests_itself_it_says_so(qtbot: QtBot, window: MainWindow) -> None:
    assert window.measures._shown.text() == "Choose a clause to tag it."
    opened(qtbot, window)
    window.view.go_to(5)
    qtbot.waitUntil(lambda: "nothing suggests itself" in window.measures._shown.text(), timeout=20_000)
    assert not window.measures.accept.isEnabled()
