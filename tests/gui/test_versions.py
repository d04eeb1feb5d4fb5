"""A new version of a file, and another reviewer's copy, brought in from the window."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from drafter.gui.joining.dialog import ConflictsDialog
from drafter.gui.settings.settings import Settings
from drafter.gui.toolbox.translation import Translation
from drafter.gui.window.main_window import MainWindow
from drafter.review import open_project

ZH = "一、目标\n到2026年，浓度下降12%。\n二、保障\n各村每月通报进展。\n"
EN = "I. Goals\nBy 2026, it shall fall by 12%.\nII. Safeguards\nVillages report each month.\n"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    for name, text in (("zh.txt", ZH), ("en.txt", EN)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    made = MainWindow(Settings(language="en"), Translation())
    made.follow_language()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    with qtbot.waitSignal(made.opened, timeout=10_000):
        made.files.open_paths((tmp_path / "zh.txt", tmp_path / "en.txt"))
    qtbot.waitUntil(lambda: not made.background.busy)
    assert made.session is not None
    made.session.save_as(tmp_path / "plan.drafter")
    yield made
    made.close()


def told(qtbot: QtBot, window: MainWindow) -> str:
    """Wait for what is said when the work is done, and answer it."""
    qtbot.waitUntil(lambda: not window.background.busy)
    qtbot.waitUntil(
        lambda: any(isinstance(one, QMessageBox) for one in QApplication.topLevelWidgets() if one.isVisible())
    )
    box = next(one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox) and one.isVisible())
    text = box.text()
    box.accept()
    return text


def test_a_new_version_takes_the_place_of_the_old_file(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    assert window.session is not None
    window.session.edit(4, "en", "Every village reports each month.")
    (tmp_path / "later.txt").write_text(ZH.replace("12%", "15%"), encoding="utf-8")
    window.versions.bring_version(tmp_path / "later.txt")
    assert "1 clause changed" in told(qtbot, window)
    session = window.session
    assert session is not None
    assert session.path == tmp_path / "plan.drafter"
    assert session.clause(2).zh.text == "到2026年，浓度下降15%。"
    assert session.clause(4).en.text == "Every village reports each month."
    assert ["12%" in note.text for note in session.notes(2)] == [True]
    assert len(list(tmp_path.glob("*.drafter*"))) > 1  # the project as it was


def test_bringing_a_version_is_cancelled(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    session = window.session
    (tmp_path / "later.txt").write_text(ZH.replace("12%", "15%"), encoding="utf-8")
    window.versions.bring_version(tmp_path / "later.txt")
    window.background.cancel()
    qtbot.waitUntil(lambda: not window.background.busy)
    assert window.statusBar().currentMessage() == "Cancelled."
    assert window.session is session
    assert session is not None
    assert session.clause(2).zh.text == "到2026年，浓度下降12%。"
    session.edit(4, "en", "Every village reports each month.")  # it is kept as before


def conflicts(qtbot: QtBot, window: MainWindow) -> ConflictsDialog:
    """Wait for the question about what both changed."""
    qtbot.waitUntil(lambda: not window.background.busy)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(ConflictsDialog)))
    return next(one for one in window.findChildren(ConflictsDialog) if one.isVisible())


@pytest.fixture
def joined(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> ConflictsDialog:
    shutil.copy(tmp_path / "plan.drafter", tmp_path / "copy.drafter")
    other = open_project(tmp_path / "copy.drafter", author="Wang")
    other.edit(1, "en", "I. Targets")
    other.edit(2, "en", "By 2026, it is to fall by 12%.")
    other.edit(4, "en", "Each village reports monthly.")
    other.close()
    assert window.session is not None
    window.session.edit(1, "en", "I. Aims")
    window.session.edit(4, "en", "All villages report each month.")
    window.versions.bring_copy(tmp_path / "copy.drafter")
    return conflicts(qtbot, window)


def test_what_both_changed_is_shown_side_by_side(window: MainWindow, joined: ConflictsDialog) -> None:
    session = window.session
    assert session is not None
    assert session.clause(2).en.text == "By 2026, it is to fall by 12%."
    assert [(card.conflict.mine, card.conflict.theirs) for card in joined.cards] == [
        ("I. Aims", "I. Targets"), ("All villages report each month.", "Each village reports monthly."),
    ]  # fmt: skip
    assert joined.cards[0].buttons["theirs"].text() == "From Wang"
    joined.cards[0].buttons["theirs"].setChecked(True)
    joined.accept()
    assert session.clause(1).en.text == "I. Targets"
    assert session.notes(1) == ()
    assert session.clause(4).en.text == "All villages report each month."
    assert ["Each village" in note.text for note in session.notes(4)] == [True]


def test_what_is_left_for_later_stays_as_a_note(window: MainWindow, joined: ConflictsDialog) -> None:
    session = window.session
    assert session is not None
    joined.reject()
    assert session.clause(1).en.text == "I. Aims"
    assert ["I. Targets" in note.text for note in session.notes(1)] == [True]
