"""The rules in the settings: which speak, how loud, how sure, and whose glossary counts."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from drafter.gui.settings.dialog import SettingsDialog
from drafter.gui.settings.rules import RulesForm
from drafter.gui.settings.settings import Settings, load_settings, settings_file
from drafter.gui.toolbox.translation import Translation
from drafter.gui.window.main_window import MainWindow
from drafter.model import DrafterError
from drafter.review import choose_rules, own_rules_folder, rule_names
from tests.gui.acting import in_dialog

ZH = "一、锅炉\n1.PM2.5浓度下降。\n2.推行河湖巡护员制度。\n"
EN = "I. Boilers\n1. PM2.five falls.\n2. Introduce the river ranger system.\n"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    zh, en = tmp_path / "zh.txt", tmp_path / "en.txt"
    zh.write_text(ZH, encoding="utf-8")
    en.write_text(EN, encoding="utf-8")
    made = MainWindow(Settings(language="en"), Translation())
    made.follow_language()
    made.choosing.begin()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    with qtbot.waitSignal(made.opened, timeout=10_000):
        made.files.open_paths([zh, en])
    qtbot.waitUntil(lambda: not made.background.busy)
    yield made
    made.close()
    choose_rules(own=False)


def rules_found(window: MainWindow) -> list[tuple[str, str]]:
    assert window.session is not None
    return [(finding.rule, finding.severity) for finding in window.session.findings()]


def settle(qtbot: QtBot, window: MainWindow, change: Callable[[RulesForm], object]) -> None:
    """Change something in the settings and wait until it holds."""

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, SettingsDialog)
        change(dialog.rules_form)
        dialog.accept()

    in_dialog(SettingsDialog, answer)
    window.show_settings()
    qtbot.waitUntil(lambda: not window.background.busy)


def test_a_rule_is_switched_off_and_on(qtbot: QtBot, window: MainWindow) -> None:
    assert ("number.digit-word", "major") in rules_found(window)
    settle(qtbot, window, lambda form: form.tick("number.digit-word", ticked=False))
    assert [rule for rule, _ in rules_found(window)].count("number.digit-word") == 0
    assert load_settings(settings_file()).off == ["number.digit-word"]
    settle(qtbot, window, lambda form: form.tick("number.digit-word", ticked=True))
    assert ("number.digit-word", "major") in rules_found(window)
    assert window.findings.model.rowCount() == len(rules_found(window))


def test_a_rule_weighs_otherwise(qtbot: QtBot, window: MainWindow) -> None:
    settle(qtbot, window, lambda form: form.weigh("number.digit-word", "critical"))
    assert ("number.digit-word", "critical") in rules_found(window)
    assert load_settings(settings_file()).severities == {"number.digit-word": "critical"}


def test_a_glossary_of_ones_own(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    glossary = tmp_path / "own.csv"
    glossary.write_text("zh,en,forbidden\n河湖巡护员,river and lake patroller,river ranger\n", encoding="utf-8")
    assert "term.glossary" not in [rule for rule, _ in rules_found(window)]
    settle(qtbot, window, lambda form: form.glossary.setText(str(glossary)))
    assert "term.glossary" in [rule for rule, _ in rules_found(window)]


def test_a_glossary_that_cant_be_used_is_told(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    told: list[str] = []

    def read(dialog: QWidget) -> None:
        assert isinstance(dialog, QMessageBox)
        told.append(dialog.text())
        dialog.accept()

    before = rules_found(window)
    in_dialog(QMessageBox, read)
    settle(qtbot, window, lambda form: form.glossary.setText(str(tmp_path / "none.csv")))
    assert "none.csv" in told[0]
    assert rules_found(window) == before


def test_broken_rules_of_ones_own_are_told_and_left_out(qtbot: QtBot, window: MainWindow) -> None:
    own_rules_folder().mkdir(parents=True)
    (own_rules_folder() / "mine.yaml").write_text("rules:\n  - name: bad\n", encoding="utf-8")
    told: list[str] = []

    def read(dialog: QWidget) -> None:
        assert isinstance(dialog, QMessageBox)
        told.append(dialog.text())
        dialog.accept()

    in_dialog(QMessageBox, read)
    window.choosing.begin()
    assert "mine.yaml" in told[0]


def test_every_rule_is_listed_once(qtbot: QtBot) -> None:
    form = RulesForm(frozenset(["spacing"]), {}, "quiet", "")
    qtbot.addWidget(form)
    assert sorted(name for name, _ in form._items()) == sorted(rule_names())
    assert form.sensitivity.currentData() == "quiet"
    assert set(form.off()) == {name for name in rule_names() if name.startswith("spacing.")}


def test_rules_that_the_review_brings_along(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    file = tmp_path / "ranger.yaml"
    file.write_text("rules:\n- {name: ranger, side: en, pattern: 'ranger'}\n", encoding="utf-8")
    settle(qtbot, window, lambda form: form.add_file(file))
    assert ("own.ranger", "major") in rules_found(window)
    settle(qtbot, window, lambda form: form.tick("own.ranger", ticked=False))
    assert ("own.ranger", "major") not in rules_found(window)
    settle(qtbot, window, lambda form: form.tick("own.ranger", ticked=True))
    assert ("own.ranger", "major") in rules_found(window)
    settle(qtbot, window, lambda form: form.remove_file("ranger.yaml"))
    assert ("own.ranger", "major") not in rules_found(window)


def test_a_bad_file_of_rules_is_not_taken(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    file = tmp_path / "bad.yaml"
    file.write_text("rules: [(", encoding="utf-8")

    def change(form: RulesForm) -> None:
        with pytest.raises(DrafterError, match="no sound YAML"):
            form.add_file(file)
        assert form.kept == ()

    settle(qtbot, window, change)
