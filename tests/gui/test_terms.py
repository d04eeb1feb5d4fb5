"""The terms of a clause: listed, put in, and one's own added, which hold at once."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from drafter.gui.settings.settings import load_settings, settings_file
from drafter.gui.window.main_window import MainWindow
from drafter.language.terms.exchange import read_glossary
from drafter.language.terms.in_use import choose_glossary
from drafter.model import DrafterError, Term
from drafter.review import ReviewSession
from drafter.review.own_terms import add_term

ZH = "方案\n推进公转铁和云溪蓝工程。\n"
EN = "Plan\nPromote the shift from road to rail and Yunxi project.\n"


@pytest.fixture
def review(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> ReviewSession:
    zh, en = tmp_path / "zh.txt", tmp_path / "en.txt"
    zh.write_text(ZH, encoding="utf-8")
    en.write_text(EN, encoding="utf-8")
    with qtbot.waitSignal(window.opened, timeout=10_000):
        window.files.open_paths([zh, en])
    qtbot.waitUntil(lambda: not window.background.busy)
    window.activateWindow()
    assert window.session is not None
    return window.session


def listed(window: MainWindow) -> list[tuple[str, str, str]]:
    items = [window.terms.list.topLevelItem(row) for row in range(window.terms.list.topLevelItemCount())]
    return [(item.text(0), item.text(1), item.text(2)) for item in items if item is not None]


def test_the_terms_of_the_clause_are_listed(qtbot: QtBot, window: MainWindow, review: ReviewSession) -> None:
    window.view.go_to(2, focus=True)
    assert ("公转铁", "shift from road to rail", "✓") in listed(window)
    review.edit(2, "en", "Promote it.")
    qtbot.waitUntil(lambda: ("公转铁", "shift from road to rail", "") in listed(window))
    window.view.go_to(1, focus=True)
    assert ("公转铁", "shift from road to rail", "") not in listed(window)


def test_a_rendering_is_put_in_by_enter(qtbot: QtBot, window: MainWindow, review: ReviewSession) -> None:
    window.view.go_to(2, "en", focus=True)
    editor = window.view.focused_editor()
    assert editor is not None
    qtbot.keyClick(editor, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    window.panels.bring("terms")
    row = [one[0] for one in listed(window)].index("公转铁")
    item = window.terms.list.topLevelItem(row)
    assert item is not None
    window.terms.list.setCurrentItem(item)
    qtbot.keyClick(window.terms.list, Qt.Key.Key_Return)
    assert editor.text().startswith("shift from road to railPromote")


def test_a_term_of_one_s_own_holds_at_once_and_is_kept(qtbot: QtBot, window: MainWindow, review: ReviewSession) -> None:
    window.view.go_to(2, focus=True)
    window.terming.add_term()
    assert not window.terms.add.isEnabled()
    qtbot.keyClicks(window.terms.en, "Yunxi Blue Programme")
    window.terms.zh.setText("云溪蓝工程")
    qtbot.mouseClick(window.terms.add, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.background.busy)
    qtbot.waitUntil(lambda: ("云溪蓝工程", "Yunxi Blue Programme", "") in listed(window))
    path = Path(load_settings(settings_file()).glossary)
    assert [(one.zh, one.en) for one in read_glossary(path)] == [("云溪蓝工程", "Yunxi Blue Programme")]
    assert window.terms.zh.text() == ""
    choose_glossary(())


def test_a_glossary_of_one_s_own_grows(tmp_path: Path) -> None:
    path = tmp_path / "new" / "own.csv"
    add_term(path, Term("一", "one"))
    add_term(path, Term("二", "two"))
    add_term(path, Term("一", "first"))
    assert {one.zh: one.en for one in read_glossary(path)} == {"一": "first", "二": "two"}


@pytest.mark.parametrize(
    ("name", "term", "said"),
    [("a.csv", Term("一", ""), "a Chinese and an English side"), ("a.tbx", Term("一", "one"), "is of another kind")],
)
def test_what_can_t_be_added_is_told(tmp_path: Path, name: str, term: Term, said: str) -> None:
    with pytest.raises(DrafterError, match=said):
        add_term(tmp_path / name, term)
    assert not (tmp_path / name).exists()


def test_escape_leads_back_to_the_text(qtbot: QtBot, window: MainWindow, review: ReviewSession) -> None:
    assert review.clauses
    panel = window.terms
    for widget in (panel.zh, panel.en, panel.list, panel.add):
        window.terming.add_term()
        widget.setEnabled(True)
        widget.setFocus()
        qtbot.waitUntil(widget.hasFocus)
        qtbot.keyClick(widget, Qt.Key.Key_Escape)
        assert window.view.hasFocus(), widget
