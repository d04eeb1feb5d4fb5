"""Working through the clauses: confirmed by a key, finished, locked, and reopened."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QWidget
from pytestqt.qtbot import QtBot

from drafter.gui.clauses.model import GUTTER
from drafter.gui.settings.settings import Settings
from drafter.gui.toolbox.translation import Translation
from drafter.gui.window.main_window import MainWindow
from tests.gui.acting import in_dialog

ZH = "一、锅炉\n1.改造锅炉12台，关停锅炉3台。\n2.水质达标。\n"
EN = "I. Boilers\n1. Refit 21 boilers and close 3 boilers.\n2. The water is clean.\n"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    zh, en = tmp_path / "zh.txt", tmp_path / "en.txt"
    zh.write_text(ZH, encoding="utf-8")
    en.write_text(EN, encoding="utf-8")
    made = MainWindow(Settings(language="en", author="Li"), Translation())
    made.follow_language()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    with qtbot.waitSignal(made.opened, timeout=10_000):
        made.files.open_paths([zh, en])
    qtbot.waitUntil(lambda: not made.background.busy)
    made.activateWindow()
    made.view.setFocus()
    yield made
    made.close()


def states(window: MainWindow) -> list[str]:
    assert window.session is not None
    return [window.session.state(clause.id) for clause in window.session.clauses]


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    """Press keys where the focus is."""
    QTest.keyClick(window.focusWidget() or window, key, modifier)


def test_ctrl_enter_goes_through_the_clauses(qtbot: QtBot, window: MainWindow) -> None:
    window.view.go_to(1)
    seen = []
    for _ in range(3):
        press(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        seen.append((window.view.current_clause(), states(window)))
    assert seen == [
        (2, ["reviewed", "initial", "initial"]),
        (3, ["reviewed", "reviewed", "initial"]),
        (3, ["reviewed", "reviewed", "reviewed"]),
    ]
    press(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "Every clause shown is reviewed" in window.statusBar().currentMessage()


def test_what_was_typed_is_confirmed_with_it(window: MainWindow) -> None:
    window.view.go_to(3, "en", None, focus=True)
    QTest.keyClicks(window.view._editors.editor("en"), "Now ")
    press(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.session is not None
    assert "Now" in window.session.clause(3).en.text
    assert states(window)[2] == "reviewed"


def test_an_edit_takes_the_tick_away(window: MainWindow) -> None:
    assert window.session is not None
    window.view.go_to(3)
    window.progressing.confirm()
    window.session.edit(3, "en", "2. The water is now clean.")
    assert states(window)[2] == "translated"


def test_a_finished_clause_is_locked(window: MainWindow) -> None:
    window.view.go_to(3)
    window.progressing.finish()
    assert states(window)[2] == "final"
    editor = window.view._editors.editor("en")
    assert editor.isReadOnly()
    before = editor.toPlainText()
    editor.setFocus()
    QTest.keyClicks(editor, "x")
    assert editor.toPlainText() == before
    window.view.go_to(1)
    assert not editor.isReadOnly()
    window.view.go_to(3)
    window.progressing.reopen()
    assert states(window)[2] == "translated"
    assert not editor.isReadOnly()


def test_critical_findings_want_a_reason(window: MainWindow) -> None:
    window.view.go_to(2)

    def refuse(dialog: QWidget) -> None:
        assert isinstance(dialog, QInputDialog)
        dialog.reject()

    in_dialog(QInputDialog, refuse)
    window.progressing.finish()
    assert states(window)[1] == "initial"

    def agree(dialog: QWidget) -> None:
        assert isinstance(dialog, QInputDialog)
        dialog.setTextValue("agreed by telephone")
        dialog.accept()

    in_dialog(QInputDialog, agree)
    window.progressing.finish()
    assert states(window)[1] == "final"
    assert window.session is not None
    assert [one.reason for one in window.session.revisions if one.kind == "state"] == ["agreed by telephone"]


def test_all_reviewed_clauses_are_finished_at_once(qtbot: QtBot, window: MainWindow) -> None:
    assert window.session is not None
    window.session.set_state([1, 2], "reviewed")
    window.progressing.finish_reviewed()
    qtbot.waitUntil(lambda: not window.background.busy)
    assert states(window) == ["final", "reviewed", "initial"]
    assert "1 clause finished. 1 has critical findings." in window.statusBar().currentMessage()
    window.reviewing.undo()
    qtbot.waitUntil(lambda: states(window) == ["reviewed", "reviewed", "initial"])


def test_the_state_is_seen_and_read_out(window: MainWindow) -> None:
    index = window.view._model.index(2, GUTTER)
    before = window.view.viewport().grab(window.view.visualRect(index)).toImage()
    assert window.session is not None
    window.session.set_state(3, "reviewed")
    after = window.view.viewport().grab(window.view.visualRect(index)).toImage()
    assert before != after
    assert "reviewed" in str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert "State: reviewed" in str(index.data(Qt.ItemDataRole.ToolTipRole))


def test_fixes_leave_finished_clauses_alone_and_say_so(qtbot: QtBot, window: MainWindow) -> None:
    session = window.session
    assert session is not None
    session.edit(3, "en", "2. The water is clean ,now.")
    session.set_state(3, "final")
    before = session.clause(3).en.text
    window.reviewing.apply_all("suggested")
    qtbot.waitUntil(lambda: not window.background.busy)
    assert session.clause(3).en.text == before
    assert "1 finished clause was left alone." in window.statusBar().currentMessage()


def test_the_selected_rows_are_confirmed_finished_and_reopened_together(qtbot: QtBot, window: MainWindow) -> None:
    assert window.session is not None
    window.view.go_to(2, focus=True)
    QTest.keyClick(window.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert states(window) == ["initial", "reviewed", "reviewed"]
    assert "2 clauses" in window.statusBar().currentMessage()
    assert window.view.current_clause() == 1
    QTest.keyClick(window.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert states(window) == ["final", "reviewed", "final"], "a critical finding is open in the second"
    window.progressing.reopen()
    assert states(window) == ["translated"] * 3
    window.session.undo()
    assert states(window) == ["final", "reviewed", "final"], "one step"
