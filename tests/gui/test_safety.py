"""Nothing is lost: another window on the file, typing when it is killed, a disk that fails, work that was kept."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from drafter.gui.window.main_window import MainWindow
from drafter.gui.window.standing import StandingBar
from drafter.project import ProjectStore
from drafter.project.drafts import draft_file, read_drafts
from drafter.review import ReviewSession, open_pairs, open_project
from drafter.review.drafting import Drafting, drafts_folder
from drafter.review.recovering import is_kept_work, kept_work, recovery_folder

PAIRS = [("全镇改造锅炉。", "The town refits boilers."), ("各村禁烧秸秆。", "Every village bans burning straw.")]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "计划.drafter"
    session = open_pairs(PAIRS)
    session.save_as(path)
    session.close()
    return path


def opened(qtbot: QtBot, window: MainWindow, path: Path) -> ReviewSession:
    with qtbot.waitSignal(window.opened, timeout=30_000):
        window.files.open_paths([path])
    qtbot.waitUntil(lambda: not window.background.busy)
    assert window.session is not None
    return window.session


def bar(window: MainWindow) -> StandingBar:
    return window.files.safety.bar


def test_a_project_that_is_open_elsewhere(
    qtbot: QtBot, window: MainWindow, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = open_project(project)
    other.edit(1, "en", "By the other")
    session = opened(qtbot, window, project)
    assert bar(window).isVisible()
    assert "is open on" in bar(window).said.text()
    assert "(read only)" in window.windowTitle()
    for side in ("zh", "en"):
        assert window.view._editors.editor(side).isReadOnly()
    assert not window._actions["apply_safe"].isEnabled()
    assert not window._actions["undo"].isEnabled()
    assert window._actions["save_copy"].isEnabled()
    copy = tmp_path / "copy.drafter"
    monkeypatch.setattr("drafter.gui.window.files.ask_where", lambda *_arguments: copy)
    bar(window).save.click()
    assert open_project(copy).clause(1).en.text == "By the other"
    bar(window).retry.click()  # still open there
    qtbot.waitUntil(lambda: window.session is not session and not window.background.busy, timeout=30_000)
    assert bar(window).isVisible()
    other.close()
    with qtbot.waitSignal(window.opened, timeout=30_000):
        bar(window).retry.click()
    assert window.session is not None
    assert window.session.read_only is None
    assert not bar(window).isVisible()
    assert "(read only)" not in window.windowTitle()
    assert not window.view._editors.editor("en").isReadOnly()


def test_the_same_project_twice_in_one_window(qtbot: QtBot, window: MainWindow, project: Path) -> None:
    session = opened(qtbot, window, project)
    assert opened(qtbot, window, project) is session
    assert session.edit(1, "en", "Still ours")


def test_typing_is_on_disk_before_it_is_a_change(qtbot: QtBot, window: MainWindow, project: Path) -> None:
    session = opened(qtbot, window, project)
    window.view.go_to(2, "en", focus=True)
    editor = window.view._editors.editor("en")
    place = draft_file(drafts_folder(), project)
    window.view._editors._quiet.setInterval(10_000)  # as if no pause came
    editor.insertPlainText("Half a w")
    assert not session.revisions
    qtbot.waitUntil(lambda: bool(read_drafts(place)))
    (draft,) = read_drafts(place)
    assert (draft.clause, draft.side, draft.text) == (2, "en", editor.text())
    window.view.commit()
    qtbot.waitUntil(lambda: not place.exists())
    assert session.clause(2).en.text == draft.text


def test_what_was_typed_when_it_was_killed_is_here_again(qtbot: QtBot, window: MainWindow, project: Path) -> None:
    session = open_project(project)
    drafting = Drafting(session, drafts_folder())
    drafting.note({(2, "en"): "Every village bans bur"})
    drafting.close()
    session.close()
    session = opened(qtbot, window, project)
    assert session.clause(2).en.text == "Every village bans bur"
    assert window.view.current_clause() == 2
    assert "when Drafter ended" in window.statusBar().currentMessage()
    window.reviewing.undo()
    assert session.clause(2).en.text == PAIRS[1][1]


def test_work_goes_on_when_the_disk_is_full(
    qtbot: QtBot, window: MainWindow, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = opened(qtbot, window, project)
    assert isinstance(session.store, ProjectStore)
    session.store._database.execute("PRAGMA max_page_count = 1")
    window.view.go_to(2, "en", focus=True)
    window.view._editors.editor("en").insertPlainText("x" * 100_000)
    window.view.commit()
    qtbot.waitUntil(bar(window).isVisible)
    assert "The disk is full" in bar(window).said.text()
    assert "kept on this computer" in bar(window).said.text()
    assert is_kept_work(session.path, recovery_folder())
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox) and one.isVisible()]
    there = tmp_path / "there.drafter"
    monkeypatch.setattr("drafter.gui.window.files.ask_where", lambda *_arguments: there)
    bar(window).save.click()
    assert session.path == there
    assert not bar(window).isVisible()
    assert list(recovery_folder().iterdir()) == []


def asked(window: MainWindow) -> QMessageBox:
    box = window.findChild(QMessageBox, "kept-work")
    assert isinstance(box, QMessageBox)
    return box


def button(box: QMessageBox, words: str) -> QPushButton:
    (found,) = [one for one in box.findChildren(QPushButton) if one.text() == words]
    return found


@pytest.fixture
def kept(project: Path) -> Path:
    """Work that could not be written into its project."""
    recovery_folder().mkdir(parents=True)
    session = open_project(project)
    session.save_as(recovery_folder() / "计划-0123abcd.drafter")
    session.edit(1, "en", "Kept")
    session.close()
    return recovery_folder() / "计划-0123abcd.drafter"


def test_kept_work_is_offered_and_opened(qtbot: QtBot, window: MainWindow, kept: Path) -> None:
    window.files.safety.offer()
    assert "“计划”" in asked(window).text()
    with qtbot.waitSignal(window.opened, timeout=30_000):
        button(asked(window), "Open it").click()
    assert window.session is not None
    assert window.session.path == kept
    assert window.session.clause(1).en.text == "Kept"
    assert "kept on this computer" in bar(window).said.text()


def test_kept_work_is_discarded_or_left(qtbot: QtBot, window: MainWindow, kept: Path) -> None:
    window.files.safety.offer()
    button(asked(window), "Later").click()
    assert kept.exists()
    qtbot.waitUntil(lambda: window.findChild(QMessageBox, "kept-work") is None)
    window.files.safety.offer()
    button(asked(window), "Discard it").click()
    assert kept_work(recovery_folder()) == []
    qtbot.waitUntil(lambda: window.findChild(QMessageBox, "kept-work") is None)
    window.files.safety.offer()
    assert window.findChild(QMessageBox, "kept-work") is None


def test_a_window_that_goes_takes_its_question_along(window: MainWindow, kept: Path) -> None:
    window.files.safety.offer()
    window.close()
    assert kept.exists()
