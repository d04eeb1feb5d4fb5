"""The house style in the window: chosen in the settings, kept, and followed by the fixes."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from drafter.gui.settings.dialog import SettingsDialog
from drafter.gui.settings.house_style import HouseStyleForm
from drafter.gui.settings.settings import Settings, load_settings, save_settings, settings_file
from drafter.gui.window.main_window import MainWindow
from drafter.review import HOUSE_STYLES, ReviewSession
from tests.gui.acting import in_dialog

ZH = "一、投资\n新建泵站12座，完成投资3.2亿元。\n"
EN = "I. Funds\nTwelve pump stations shall be built with an investment.\n"


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    zh, en = tmp_path / "zh.txt", tmp_path / "en.txt"
    zh.write_text(ZH, encoding="utf-8")
    en.write_text(EN, encoding="utf-8")
    return zh, en


def opened(qtbot: QtBot, window: MainWindow, paths: tuple[Path, Path]) -> ReviewSession:
    with qtbot.waitSignal(window.opened, timeout=10_000):
        window.files.open_paths(paths)
    qtbot.waitUntil(lambda: not window.background.busy)
    assert window.session is not None
    return window.session


def money(session: ReviewSession) -> str:
    fix = next(one.fix.text for one in session.findings() if one.rule == "number.missing" and one.fix)
    return fix.strip()


def test_the_review_that_is_open_follows_at_once(qtbot: QtBot, window: MainWindow, pair: tuple[Path, Path]) -> None:
    session = opened(qtbot, window, pair)
    assert money(session) == "320 million yuan"

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, SettingsDialog)
        box = dialog.style_form.boxes["money"]
        box.setCurrentIndex(box.findText("CNY 320 million"))
        dialog.accept()

    in_dialog(SettingsDialog, answer)
    window.show_settings()
    qtbot.waitUntil(lambda: not window.background.busy)
    assert money(session) == "CNY 320 million"
    assert session.house_style == {"money": "CNY"}
    assert load_settings(settings_file()).house_style == {"money": "CNY"}
    assert [finding for row in range(2) for finding in window.view._model.facts(row).findings] == session.findings()


def test_a_new_review_follows_the_settings(qtbot: QtBot, window: MainWindow, pair: tuple[Path, Path]) -> None:
    window.settings.house_style = {"money": "CNY"}
    assert money(opened(qtbot, window, pair)) == "CNY 320 million"


def test_every_choice_has_its_words(qtbot: QtBot) -> None:
    form = HouseStyleForm({"percent": "per cent"})
    qtbot.addWidget(form)
    assert form.chosen() == {"percent": "per cent"}
    for name, choices in HOUSE_STYLES.items():
        words = [form.boxes[name].itemText(place) for place in range(1, form.boxes[name].count())]
        assert len(set(words)) == len(choices)


def test_settings_that_make_no_sense_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    save_settings(Settings(house_style={"money": "CNY", "dash": "~", "colour": "red"}), path)
    assert load_settings(path).house_style == {"money": "CNY"}
    path.write_text('{"house_style": "american"}', encoding="utf-8")
    assert load_settings(path).house_style == {}
