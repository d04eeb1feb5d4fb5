"""What was read is shown where there is a doubt, can be corrected, and can be looked at any time."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QMessageBox,
    QPushButton,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from drafter.documents import read_document
from drafter.gui.opening.pasting import PastingDialog
from drafter.gui.opening.reading import ReadingDialog
from drafter.gui.settings.settings import Settings, reviews_folder
from drafter.gui.toolbox.elided import ElidedLabel
from drafter.gui.toolbox.translation import Translation
from drafter.gui.window.main_window import MainWindow
from drafter.model import Message, Notice
from drafter.review import ReviewSession, open_mixed, open_pair, open_project
from drafter.review.opening import review_pair
from tests.gui.acting import in_dialog

ZH = (
    "石桥镇清洁空气行动计划\n一、总体目标\n到2025年，全镇完成锅炉改造120台。\n二、保障措施\n"
    "各村落实秸秆禁烧责任制度。\n"
)
EN = (
    "Shiqiao Town Clean Air Action Plan\nI. Overall goals\nBy 2025, the town will refit 120 boilers.\n"
    "II. Safeguards\nEvery village keeps the ban on burning straw.\n"
)
STRANGER = "The quick brown fox jumps over the lazy dog.\nNobody came to the market that morning.\n"


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(Settings(language="en", author="Liu"), Translation())
    made.follow_language()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    zh, en = tmp_path / "计划.txt", tmp_path / "plan.txt"
    zh.write_text(ZH, encoding="utf-8")
    en.write_text(EN, encoding="utf-8")
    return zh, en


def dialog_of(qtbot: QtBot) -> ReadingDialog:
    """Wait for the dialog."""
    found: list[ReadingDialog] = []

    def look() -> bool:
        found[:] = [one for one in QApplication.topLevelWidgets() if isinstance(one, ReadingDialog) and one.isVisible()]
        return bool(found)

    qtbot.waitUntil(look, timeout=10_000)
    return found[0]


def opened(qtbot: QtBot, window: MainWindow, *paths: Path) -> ReviewSession:
    with qtbot.waitSignal(window.opened, timeout=10_000):
        window.files.open_paths(paths)
    qtbot.waitUntil(lambda: not window.background.busy)
    assert window.session is not None
    return window.session


def said(dialog: QWidget) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]


def button_of(dialog: QWidget, which: QDialogButtonBox.StandardButton) -> QPushButton:
    box = dialog.findChild(QDialogButtonBox)
    assert box is not None
    return box.button(which)


def chosen(qtbot: QtBot, dialog: ReadingDialog, choose: Callable[[], None]) -> None:
    """Choose something, and wait until it is read."""
    choose()
    qtbot.waitUntil(lambda: not dialog.busy, timeout=10_000)


# --- before it is opened ---------------------------------------------------------------------------------------------


def test_a_clean_pair_opens_at_once_under_a_slim_bar(qtbot: QtBot, window: MainWindow, pair: tuple[Path, Path]) -> None:
    session = opened(qtbot, window, *pair)
    bar = window.read_bar
    assert bar.isVisible()
    (line,) = [label.text() for label in bar.findChildren(ElidedLabel)]
    assert line == "Read: 计划.txt, 5 paragraphs · plan.txt, 5 paragraphs · nothing left out, nothing guessed"
    session.edit(1, "en", "Plan")
    qtbot.waitUntil(lambda: not bar.isVisible())
    again = opened(qtbot, window, *pair)
    assert again.clause(1).en.text == "Plan"
    assert not bar.isVisible()


def test_a_doubt_is_shown_before_the_review_is_opened(
    qtbot: QtBot, window: MainWindow, pair: tuple[Path, Path]
) -> None:
    pair[1].write_text(STRANGER, encoding="utf-8")
    window.files.open_paths(pair)
    dialog = dialog_of(qtbot)
    assert any("hardly say the same" in line for line in said(dialog))
    assert dialog.take.isEnabled()
    assert not window.read_bar.isVisibleTo(window)
    assert list(reviews_folder().glob("*")) == []
    qtbot.waitUntil(lambda: not window.background.busy)
    with qtbot.waitSignal(window.opened, timeout=10_000):
        qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    assert window.session is not None
    assert window.session.path is not None
    assert window.session.author == "Liu"
    assert not window.read_bar.isVisible()


def test_a_doubtful_pair_that_is_not_wanted_leaves_everything_as_it_was(
    qtbot: QtBot, window: MainWindow, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    session = opened(qtbot, window, *pair)
    stranger = tmp_path / "stranger.txt"
    stranger.write_text(STRANGER, encoding="utf-8")
    window.files.open_paths([pair[0], stranger])
    dialog = dialog_of(qtbot)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.files._asking is None)
    assert window.session is session
    assert len(list(reviews_folder().glob("*.drafter"))) == 1


def test_what_was_looked_at_is_not_shown_again(qtbot: QtBot, window: MainWindow, pair: tuple[Path, Path]) -> None:
    pair[1].write_text(STRANGER, encoding="utf-8")
    window.files.open_paths(pair)
    dialog = dialog_of(qtbot)
    with qtbot.waitSignal(window.opened, timeout=10_000):
        dialog.accept()
    qtbot.waitUntil(lambda: not window.background.busy)
    assert opened(qtbot, window, *pair).notices


def test_a_marking_of_secrecy_stands_before_everything(
    qtbot: QtBot, window: MainWindow, pair: tuple[Path, Path]
) -> None:
    pair[0].write_text("秘密★一年\n" + ZH, encoding="utf-8")
    window.files.open_paths(pair)
    dialog = dialog_of(qtbot)
    (banner,) = [label for label in dialog.findChildren(QLabel) if label.objectName() == "marking"]
    assert "秘密★一年" in banner.text()
    assert banner.isVisible()
    dialog.reject()


def test_the_window_can_be_closed_over_the_question(qtbot: QtBot, window: MainWindow, pair: tuple[Path, Path]) -> None:
    pair[1].write_text(STRANGER, encoding="utf-8")
    window.files.open_paths(pair)
    dialog_of(qtbot)
    assert window.close()


# --- the report ------------------------------------------------------------------------------------------------------


def test_warnings_come_first(qtbot: QtBot, pair: tuple[Path, Path]) -> None:
    notices = (
        Notice(Message("Pictures left out: {n}.", {"n": 3})),
        Notice(Message("Passages of hidden text left out: {n}.", {"n": 2}), warning=True),
    )
    zh, en = read_document(pair[0]), read_document(pair[1])
    session = review_pair(replace(zh, format="docx", encoding="", notices=notices), en)
    dialog = ReadingDialog(session, new=True)
    qtbot.addWidget(dialog)
    dialog.show()
    lines = said(dialog)
    assert lines.index("Passages of hidden text left out: 2.") < lines.index("Pictures left out: 3.")
    assert "Word document · 5 paragraphs" in lines
    assert [card.encoding.isVisible() for card in dialog.cards.values()] == [False, True]


def test_a_report_without_remarks_says_so(qtbot: QtBot, pair: tuple[Path, Path]) -> None:
    dialog = ReadingDialog(open_pair(*pair), new=True)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "Nothing was left out, and nothing had to be guessed." in said(dialog)


# --- the guess is corrected ------------------------------------------------------------------------------------------


def test_another_encoding(qtbot: QtBot, pair: tuple[Path, Path]) -> None:
    pair[0].write_bytes(ZH.encode("gb18030"))
    session = open_pair(*pair)
    dialog = ReadingDialog(session, new=True)
    qtbot.addWidget(dialog)
    dialog.show()
    combo = dialog.cards["zh"].encoding
    assert combo.currentText() == "GB18030 / GBK"

    def choose(name: str) -> None:
        combo.setCurrentIndex(combo.findData(name))
        combo.activated.emit(combo.currentIndex())

    chosen(qtbot, dialog, lambda: choose("cp1252"))
    assert dialog.session is not session
    assert dialog.session.documents["zh"].encoding == "cp1252"
    chosen(qtbot, dialog, lambda: choose("utf-8"))
    assert any("not in UTF-8" in line for line in said(dialog))
    assert combo.currentData() == "cp1252"
    assert dialog.session.documents["zh"].encoding == "cp1252"
    chosen(qtbot, dialog, lambda: choose("gb18030"))
    assert dialog.session.clauses[0].zh.text == "石桥镇清洁空气行动计划"


def test_swapped_sides(qtbot: QtBot, pair: tuple[Path, Path]) -> None:
    dialog = ReadingDialog(open_pair(*pair), new=True)
    qtbot.addWidget(dialog)
    dialog.show()
    chosen(qtbot, dialog, dialog.swap.click)
    assert dialog.session.documents["zh"].name == "plan.txt"
    # The encoding is chosen for the file that stands there now.
    combo = dialog.cards["zh"].encoding
    combo.setCurrentIndex(combo.findData("cp1252"))
    chosen(qtbot, dialog, lambda: combo.activated.emit(combo.currentIndex()))
    assert {side: one.encoding for side, one in dialog.session.documents.items()} == {"zh": "cp1252", "en": "utf-8"}
    chosen(qtbot, dialog, dialog.swap.click)
    assert dialog.session.documents["zh"].name == "计划.txt"


@pytest.fixture
def both(tmp_path: Path) -> Path:
    path = tmp_path / "both.txt"
    rows = zip(ZH.splitlines(), EN.splitlines(), strict=True)
    path.write_text("".join(f"{zh}\n{en}\n" for zh, en in rows), encoding="utf-8")
    return path


def test_one_file_in_another_manner(qtbot: QtBot, window: MainWindow, both: Path) -> None:
    session = opened(qtbot, window, both)
    assert session.manner == "both"
    path = session.path
    assert path is not None
    session.edit(3, "en", "By 2025, 120 boilers will be refitted.")
    window.files.show_reading()
    dialog = dialog_of(qtbot)
    assert not dialog.take.isEnabled()
    dialog.manner.setCurrentIndex(dialog.manner.findData("zh"))
    chosen(qtbot, dialog, lambda: dialog.manner.activated.emit(1))
    assert dialog.take.isEnabled()
    with qtbot.waitSignal(window.opened, timeout=10_000):
        dialog.take.click()
    now = window.session
    assert now is not None
    assert now.manner == "zh"
    assert now.path == path
    assert "By 2025, 120 boilers will be refitted." in [clause.zh.text for clause in now.clauses]
    window.close()
    kept = open_project(path)
    assert kept.manner == "zh"
    kept.close()


def test_work_that_would_be_lost_is_asked_about(qtbot: QtBot, window: MainWindow, pair: tuple[Path, Path]) -> None:
    pair[0].write_bytes(ZH.encode("gb18030"))
    session = opened(qtbot, window, *pair)
    session.edit(1, "zh", "石桥镇计划")
    asked: list[str] = []

    def answer(words: str) -> Callable[[QWidget], None]:
        def act(box: QWidget) -> None:
            assert isinstance(box, QMessageBox)
            asked.append(box.text())
            next(button for button in box.buttons() if words in button.text()).click()

        return act

    for words in ("Cancel", "Read anew"):
        window.files.show_reading()
        dialog = dialog_of(qtbot)
        combo = dialog.cards["zh"].encoding
        combo.setCurrentIndex(combo.findData("cp1252"))
        chosen(qtbot, dialog, lambda combo=combo: combo.activated.emit(combo.currentIndex()))  # type: ignore[misc]
        assert dialog.lost == 1
        in_dialog(QMessageBox, answer(words))
        dialog.take.click()
        if words == "Cancel":
            qtbot.waitUntil(lambda: len(asked) == 1)
            assert window.session is session
    qtbot.waitUntil(lambda: window.session is not session)
    assert asked == ["What was done in 1 clause finds no place in the text as it is read now."] * 2
    assert len(list(reviews_folder().glob("*.bak"))) == 1


def test_rows_are_told_before_the_review_is_opened(qtbot: QtBot, both: Path) -> None:
    both.write_text(both.read_text(encoding="utf-8") + "PM2.5 VOCs NOx\n", encoding="utf-8")
    dialog = ReadingDialog(open_mixed(both), new=True)
    qtbot.addWidget(dialog)
    dialog.show()
    row = next(row for row, clause in enumerate(dialog.session.clauses) if "VOCs" in clause.en.text)
    assert not dialog.tell_buttons["zh"].isEnabled()
    lines = dialog.findChild(QTableView, "lines")
    assert lines is not None
    lines.selectRow(row)
    chosen(qtbot, dialog, dialog.tell_buttons["zh"].click)
    assert any("VOCs" in clause.zh.text for clause in dialog.session.clauses)
    shown = [lines.model().index(row, 0).data() for row in range(lines.model().rowCount())]
    assert any("VOCs" in text for text in shown)
    # What is told of rows holds for the pairs; read in another manner there are none.
    dialog.manner.setCurrentIndex(1)
    chosen(qtbot, dialog, lambda: dialog.manner.activated.emit(1))
    assert dialog.session.manner == "zh"
    assert not dialog.tell_buttons["zh"].isVisible()


def test_the_text_of_a_clause_is_told_in_the_window(qtbot: QtBot, window: MainWindow, both: Path) -> None:
    session = opened(qtbot, window, both)
    before = session.clauses
    window.view.go_to(2)
    window.reviewing.is_chinese()
    qtbot.waitUntil(lambda: not window.background.busy)
    qtbot.waitUntil(lambda: window.view.model().rowCount() == len(session.clauses))
    assert all(clause.en.text != "I. Overall goals" for clause in session.clauses)
    window.reviewing.undo()
    assert session.clauses == before


# --- any time later --------------------------------------------------------------------------------------------------


def test_the_report_is_there_in_a_project_opened_again(
    qtbot: QtBot, window: MainWindow, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    pair[0].write_text("秘密★一年\n" + ZH, encoding="utf-8")
    session = open_pair(*pair)
    session.save_as(tmp_path / "a.drafter")
    session.close()
    opened(qtbot, window, tmp_path / "a.drafter")
    window.files.show_reading()
    dialog = dialog_of(qtbot)
    assert any("秘密★一年" in line for line in said(dialog))
    button_of(dialog, QDialogButtonBox.StandardButton.Close).click()
    qtbot.waitUntil(lambda: window.files._asking is None)


# --- the clipboard ---------------------------------------------------------------------------------------------------


def test_texts_are_pasted_in_place_of_files(qtbot: QtBot, window: MainWindow) -> None:
    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, PastingDialog)
        button = button_of(dialog, QDialogButtonBox.StandardButton.Open)
        assert not button.isEnabled()
        dialog.zh.edit.setPlainText(ZH)
        dialog.en.edit.setPlainText(EN.replace("120 boilers", "120\u00a0boilers"))
        button.click()

    QApplication.clipboard().clear()
    in_dialog(PastingDialog, answer)
    with qtbot.waitSignal(window.opened, timeout=10_000):
        window.files.new_from_clipboard()
    session = window.session
    assert session is not None
    assert session.manner == "pair"
    assert "120\u00a0boilers" in session.corrected_text("en")
    assert session.path is not None
    assert {document.format for document in session.documents.values()} == {"txt"}


@pytest.mark.parametrize(("text", "tab", "where"), [(ZH, 0, "zh"), (EN, 0, "en"), (ZH + EN, 1, "both"), ("", 0, "")])
def test_the_clipboard_stands_where_it_belongs(qtbot: QtBot, text: str, tab: int, where: str) -> None:
    QApplication.clipboard().setText(text)
    dialog = PastingDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.tabs.currentIndex() == tab
    filled = [name for name in ("zh", "en", "both") if getattr(dialog, name).text()]
    assert filled == [name for name in [where] if name]
    assert [one.text for one in dialog.texts()] == [one for one in [text] if one]
    assert button_of(dialog, QDialogButtonBox.StandardButton.Open).isEnabled() == bool(text)
