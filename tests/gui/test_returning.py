"""Packs sent out of the window, and what came back taken in."""

import csv
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from drafter.gui.returning.sending import SendDialog
from drafter.gui.returning.taking import TakeBackDialog
from drafter.gui.window.main_window import MainWindow
from drafter.review import ReviewSession, open_pairs
from tests.gui.acting import in_dialog

PAIRS = [
    ("一、总体要求", "I. General requirements"),
    ("改造12台锅炉。", "12 boilers shall be rebuilt."),
    ("严格控制新增产能。", "New capacity shall be controlled."),
]


@pytest.fixture
def session(window: MainWindow) -> ReviewSession:
    made = open_pairs(PAIRS, author="Li")
    window.show_review(made)
    return made


def sent(qtbot: QtBot, window: MainWindow, path: Path) -> Path:
    window.returning.send_to(path, ("all",))
    qtbot.waitUntil(lambda: path.exists() and not window.background.busy)
    return path


def changed_table(path: Path, old: str, new: str, again: str = "") -> Path:
    """Change a text, and let the row of another come twice."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    rows = [[new if cell == old else cell for cell in row] for row in rows]
    if again:
        rows += [[("And so on." if cell == again else cell) for cell in row] for row in rows if again in row]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def test_send_dialog_asks_which_clauses_and_as_what(
    qtbot: QtBot, window: MainWindow, session: ReviewSession, tmp_path: Path
) -> None:
    path = tmp_path / "pack.csv"
    session.edit(2, "en", "12 boilers shall be replaced.")

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, SendDialog)
        save = dialog.buttons.button(QDialogButtonBox.StandardButton.Save)
        for name in ("changed", "failed", "open"):
            assert dialog.boxes[name].isChecked()
            qtbot.mouseClick(dialog.boxes[name], Qt.MouseButton.LeftButton)
        assert not save.isEnabled()
        qtbot.mouseClick(dialog.boxes["changed"], Qt.MouseButton.LeftButton)
        assert save.isEnabled()
        dialog.format.setCurrentIndex(1)
        assert dialog.ending == ".csv"
        dialog.choose(path)

    in_dialog(SendDialog, answer)
    window.returning.send_pack()
    qtbot.waitUntil(lambda: path.exists() and not window.background.busy)
    assert "12 boilers shall be replaced." in path.read_text(encoding="utf-8-sig")
    assert "New capacity" not in path.read_text(encoding="utf-8-sig")
    assert "1 clause sent out." in window.written_bar.words()


def test_only_what_is_chosen_is_taken_over(
    qtbot: QtBot, window: MainWindow, session: ReviewSession, tmp_path: Path
) -> None:
    path = sent(qtbot, window, tmp_path / "pack.csv")
    changed_table(path, PAIRS[0][1], "I. Overall requirements")
    changed_table(path, PAIRS[1][1], "Twelve <boilers> shall be rebuilt.")
    seen: list[str] = []

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, TakeBackDialog)
        assert dialog.list.count() == 2
        assert [one.en.text for one in session.clauses] == [en for _zh, en in PAIRS]
        dialog.list.setFocus()
        qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
        seen.append(dialog.detail.toPlainText())
        qtbot.keyClick(dialog.list, Qt.Key.Key_Up)
        qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
        qtbot.keyClicks(dialog.author, "Vendor")
        button = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
        assert button.text() == "Take over 1 text"
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    in_dialog(TakeBackDialog, answer)
    window.returning.take_from(path)
    qtbot.waitUntil(lambda: session.clause(2).en.text != PAIRS[1][1] and not window.background.busy)
    assert session.clause(1).en.text == PAIRS[0][1]
    assert session.clause(2).en.text == "Twelve <boilers> shall be rebuilt."
    assert [one.author for one in session.revisions if one.kind == "text"] == ["Vendor"]
    assert "改造12台锅炉。" in seen[0]
    assert "Twelve <boilers>" in seen[0]


def test_nothing_is_changed_without_a_word(
    qtbot: QtBot, window: MainWindow, session: ReviewSession, tmp_path: Path
) -> None:
    path = changed_table(sent(qtbot, window, tmp_path / "pack.csv"), PAIRS[1][1], "Other", again=PAIRS[2][1])
    told: list[str] = []

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, TakeBackDialog)
        told.append(dialog.unfit.toPlainText())
        assert dialog.unfit.isVisible()
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    in_dialog(TakeBackDialog, answer)
    window.returning.take_from(path)
    qtbot.waitUntil(lambda: bool(told) and not window.background.busy)
    assert "Clause 3 came back 2 times" in told[0]
    assert not session.revisions


def test_a_word_table_goes_out_and_comes_back(
    qtbot: QtBot, window: MainWindow, session: ReviewSession, tmp_path: Path
) -> None:
    path = sent(qtbot, window, tmp_path / "pack.docx")
    document = docx.Document(str(path))
    document.tables[0].rows[3].cells[2].paragraphs[0].runs[0].text = "New capacity shall be strictly controlled."
    document.save(str(path))

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, TakeBackDialog)
        dialog.accept()

    in_dialog(TakeBackDialog, answer)
    window.returning.take_from(path)
    qtbot.waitUntil(lambda: "strictly" in session.clause(3).en.text and not window.background.busy)


def test_a_file_that_is_no_pack_is_a_sentence(
    qtbot: QtBot, window: MainWindow, session: ReviewSession, tmp_path: Path
) -> None:
    path = tmp_path / "other.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    said: list[str] = []

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, QMessageBox)
        said.append(dialog.text())
        dialog.accept()

    in_dialog(QMessageBox, answer)
    window.returning.take_from(path)
    qtbot.waitUntil(lambda: bool(said))
    assert "no pack" in said[0]
    assert not session.revisions
