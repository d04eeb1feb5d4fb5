"""The notes panel: read, write, answer and settle remarks, with keys and the mouse."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from drafter.documents import read_pasted
from drafter.gui.notes.model import heading
from drafter.gui.notes.panel import NotesPanel
from drafter.gui.settings.settings import Settings
from drafter.gui.toolbox.translation import Translation
from drafter.gui.window.main_window import MainWindow
from drafter.model import Comment, Note
from drafter.project import ProjectError, ProjectStore
from drafter.review import ReviewSession
from drafter.review.opening import review_pair
from tests.gui.acting import in_dialog

_CONTROL = Qt.KeyboardModifier.ControlModifier
ZH = "石桥镇清洁空气行动计划\n一、总体目标\n到2025年，全镇完成锅炉改造120台。\n"
EN = "Shiqiao Town Clean Air Action Plan\nI. Overall goals\nBy 2025, the town will refit 120 boilers.\n"
COMMENTS = (
    Comment(2, 10, 12, "许主任", "2025-10-01T08:30:00", "Which boilers?"),
    Comment(2, 10, 12, "林", "", "Coal-fired ones.", parent=0),
    Comment(None, 0, 0, "", "", "In the page header."),
)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    made = MainWindow(Settings(language="en", author="Liu"), Translation())
    made.follow_language()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    zh = replace(read_pasted(ZH, "计划.docx"), comments=COMMENTS)
    session = review_pair(zh, read_pasted(EN, "plan.docx"), author="Liu")
    session.save_as(tmp_path / "a.drafter")
    made.show_review(session)
    yield made
    made.close()


def session_of(window: MainWindow) -> ReviewSession:
    assert window.session is not None
    return window.session


def rows(panel: NotesPanel) -> list[str]:
    found = [panel.model.note(row) for row in range(panel.model.rowCount())]
    return [note.text for note in found if note]


def write(qtbot: QtBot, window: MainWindow, text: str) -> None:
    qtbot.keyClicks(window.notes.field, text)
    qtbot.keyClick(window.notes.field, Qt.Key.Key_Return, _CONTROL)


def test_the_comments_of_a_clause_are_shown_with_it(qtbot: QtBot, window: MainWindow) -> None:
    assert rows(window.notes) == []
    window.view.go_to(3)
    assert rows(window.notes) == ["Which boilers?", "Coal-fired ones."]
    window.notes.which.setCurrentIndex(1)
    assert rows(window.notes) == ["Which boilers?", "Coal-fired ones.", "In the page header."]
    window.view.go_to(1)
    window.notes.list.setCurrentIndex(window.notes.model.index(0))
    window.panels.bring("notes")
    where = window.notes.list.visualRect(window.notes.model.index(0)).center()
    qtbot.mouseClick(window.notes.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert window.view.current_clause() == 3


def test_a_note_is_written_by_keys_and_undone(qtbot: QtBot, window: MainWindow) -> None:
    window.view.go_to(2)
    qtbot.keyClick(window, Qt.Key.Key_N, _CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert window.notes.field.hasFocus()
    assert not window.notes.add.isEnabled()
    write(qtbot, window, "Ask the bureau.")
    (note,) = session_of(window).notes(2)
    assert (note.text, note.author, note.side) == ("Ask the bureau.", "Liu", "en")
    qtbot.waitUntil(lambda: rows(window.notes) == ["Ask the bureau."])
    assert window.notes.field.toPlainText() == ""
    qtbot.keyClick(window.notes.field, Qt.Key.Key_Z, _CONTROL)
    assert session_of(window).notes(2) == ()
    qtbot.waitUntil(lambda: rows(window.notes) == [])
    qtbot.keyClick(window.notes.field, Qt.Key.Key_Escape)
    assert not window.notes.field.hasFocus()


def test_a_comment_is_answered_and_settled(qtbot: QtBot, window: MainWindow) -> None:
    window.panels.bring("notes")
    window.view.go_to(3)
    panel = window.notes
    assert not panel.reply.isEnabled()
    panel.list.setCurrentIndex(panel.model.index(0))
    assert not panel.change.isEnabled()
    assert not panel.delete.isEnabled()
    qtbot.mouseClick(panel.reply, Qt.MouseButton.LeftButton)
    assert panel.add.text() == "Reply"
    write(qtbot, window, "All 120.")
    qtbot.waitUntil(lambda: rows(panel) == ["Which boilers?", "Coal-fired ones.", "All 120."])
    assert session_of(window).notes(3)[2].parent == "zh:0"
    qtbot.mouseClick(panel.done, Qt.MouseButton.LeftButton)
    assert session_of(window).notes(3)[0].done
    qtbot.waitUntil(lambda: panel.done.text() == "Open again")
    qtbot.mouseClick(panel.done, Qt.MouseButton.LeftButton)
    assert not session_of(window).notes(3)[0].done


def test_an_own_note_is_changed_and_deleted(qtbot: QtBot, window: MainWindow) -> None:
    window.view.go_to(1)
    session_of(window).add_note(1, "One.")
    panel = window.notes
    window.panels.bring("notes")
    qtbot.waitUntil(lambda: rows(panel) == ["One."])
    panel.list.setCurrentIndex(panel.model.index(0))
    qtbot.mouseClick(panel.change, Qt.MouseButton.LeftButton)
    assert panel.field.toPlainText() == "One."
    qtbot.keyClick(panel.field, Qt.Key.Key_Escape)
    assert (panel.field.toPlainText(), rows(panel)) == ("", ["One."])
    qtbot.mouseClick(panel.change, Qt.MouseButton.LeftButton)
    panel.field.selectAll()
    write(qtbot, window, "Two.")
    qtbot.waitUntil(lambda: rows(panel) == ["Two."])
    panel.list.setCurrentIndex(panel.model.index(0))
    qtbot.mouseClick(panel.delete, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: rows(panel) == [])
    assert session_of(window).notes(1) == ()


def test_what_is_being_written_waits_at_its_clause(qtbot: QtBot, window: MainWindow) -> None:
    window.view.go_to(1)
    window.add_note()
    qtbot.keyClicks(window.notes.field, "half a th")
    window.view.go_to(2)
    assert window.notes.field.toPlainText() == ""
    window.view.go_to(1)
    assert window.notes.field.toPlainText() == "half a th"
    assert not session_of(window).revisions


def test_a_note_that_can_t_be_kept_stays_in_the_field(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise ProjectError("The disk is full.")

    window.view.go_to(1)
    window.add_note()
    monkeypatch.setattr(ProjectStore, "append", full)
    told: list[str] = []

    def answer(box: QWidget) -> None:
        assert isinstance(box, QMessageBox)
        told.append(box.text())
        box.accept()

    in_dialog(QMessageBox, answer)
    write(qtbot, window, "Ask.")
    assert told == ["The disk is full."]
    assert window.notes.field.toPlainText() == "Ask."


@pytest.mark.parametrize(
    ("time", "shown"),
    [("", ""), ("yesterday", ""), ("2025-10-01T08:30:00", "01/10/2025 08:30"), ("99999-01-01", "")],
)
def test_any_time_of_a_file_can_be_shown(time: str, shown: str, window: MainWindow) -> None:
    note = Note("1", 4, "en", "", time, "x", imported=True)
    assert heading(note, with_clause=True) == " · ".join(filter(None, ["Somebody", shown, "clause 4", "from the file"]))
    assert window.isVisible()
