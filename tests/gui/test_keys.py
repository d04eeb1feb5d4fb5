"""Keys of one's own, keys of other tools, and light or dark: chosen in the settings, kept, and in force at once."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from drafter.gui.settings.dialog import SettingsDialog
from drafter.gui.settings.keys import KeysForm, needed_for_writing
from drafter.gui.settings.keysets import KEY_SETS, OWN, doubled, keys_of
from drafter.gui.settings.settings import Settings, load_settings, save_settings, settings_file
from drafter.gui.toolbox.appearance import Appearance, show_as
from drafter.gui.toolbox.theme import theme_for
from drafter.gui.window.commands import COMMANDS
from drafter.gui.window.main_window import MainWindow
from drafter.review import open_pairs
from tests.gui.acting import in_dialog


@pytest.mark.parametrize("key_set", KEY_SETS)
def test_no_set_has_a_key_for_two_commands(key_set: str) -> None:
    assert doubled(keys_of(key_set, {})) == {}


@pytest.mark.parametrize("key_set", KEY_SETS)
def test_every_set_names_commands_and_keys_that_exist(key_set: str) -> None:
    _words, keys = KEY_SETS[key_set]
    assert set(keys) <= {command.name for command in COMMANDS}
    for several in keys.values():
        for one in filter(None, several.split("|")):
            assert QKeySequence.fromString(one).toString(QKeySequence.SequenceFormat.PortableText) == one


@pytest.mark.parametrize("key_set", KEY_SETS)
def test_every_key_works_while_a_clause_is_written(qtbot: QtBot, window: MainWindow, key_set: str) -> None:
    window.show_review(open_pairs([("公布名单。", "Publish the list.")]))
    assert window.view.go_to(1, "en", focus=True)
    editor = window.view.focused_editor()
    assert editor is not None
    taken = []
    for name, several in keys_of(key_set, {}).items():
        for one in filter(None, several.split("|")):
            pressed = QKeySequence.fromString(one)[0]  # type: ignore[index]  # Qt's stubs leave it out
            asked = QKeyEvent(QEvent.Type.ShortcutOverride, pressed.key(), pressed.keyboardModifiers())
            asked.ignore()
            QApplication.sendEvent(editor, asked)
            taken += [(name, one)] * asked.isAccepted()  # then the text keeps it for itself
    assert taken == []


def test_own_keys_go_before_those_of_the_set() -> None:
    keys = keys_of("trados", {"change_case": "F2", "gone": "F1"})
    assert keys["change_case"] == "F2"
    assert keys["insert_source"] == "Alt+Ins"
    assert keys["export"] == OWN["export"]
    assert "gone" not in keys
    assert keys_of("unknown", {}) == dict(OWN)


def test_a_key_is_chosen_by_pressing_it(qtbot: QtBot) -> None:
    form = KeysForm("drafter", {})
    qtbot.addWidget(form)
    form.show()
    edit = form.edits["insert_figure"]
    edit.setFocus()
    qtbot.keyClick(edit, Qt.Key.Key_F6)
    qtbot.waitUntil(lambda: form.chosen() == ("drafter", {"insert_figure": "F6"}), timeout=3000)
    assert not form.told.isVisible()
    form.edits["change_case"].setKeySequence(QKeySequence("F6"))
    form._take("change_case")
    assert "F6: Insert the next figure, Change case" in form.told.text()
    assert form.told.isVisible()
    qtbot.mouseClick(form._reset, Qt.MouseButton.LeftButton)
    assert form.chosen() == ("drafter", {})
    assert edit.keySequence().toString() == "F4"


@pytest.mark.parametrize(
    "keys", ["A", "Shift+A", "Return", "Esc", "Up", "Del", "Ctrl+C", "Ctrl+V", "Ctrl+A", "Ctrl+Left", "Ctrl+Shift+End"]
)
def test_a_key_that_writing_needs_is_not_taken(qtbot: QtBot, keys: str) -> None:
    form = KeysForm("drafter", {})
    qtbot.addWidget(form)
    form.show()
    edit = form.edits["insert_figure"]
    pressed = QKeySequence(keys)[0]  # type: ignore[index]  # Qt's stubs leave it out
    edit.setFocus()
    qtbot.keyClick(edit, pressed.key(), pressed.keyboardModifiers())
    qtbot.waitUntil(form.told.isVisible, timeout=3000)
    assert form.told.text() == f"{keys} is needed for writing: take a function key, or one with Ctrl or Alt."
    assert form.chosen() == ("drafter", {})
    assert edit.keySequence().toString() == "F4"


def test_no_set_takes_a_key_that_writing_needs() -> None:
    taken = [
        (key_set, one)
        for key_set in KEY_SETS
        for several in keys_of(key_set, {}).values()
        for one in filter(None, several.split("|"))
        if needed_for_writing(QKeySequence(one))
    ]
    assert taken == []


def test_settings_take_effect_at_once_and_are_kept(qtbot: QtBot, window: MainWindow) -> None:
    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, SettingsDialog)
        dialog.keys_form.set_.setCurrentIndex(dialog.keys_form.set_.findData("memoq"))
        dialog.appearance.setCurrentIndex(dialog.appearance.findData("dark"))
        dialog.accept()

    in_dialog(SettingsDialog, answer)
    window.show_settings()
    assert window.keys_of("insert_source") == "Ctrl+Shift+S"
    assert window.keys_of("save_as") == ""
    assert window._actions["insert_source"].toolTip().endswith("(Ctrl+Shift+S)")
    kept = load_settings(settings_file())
    assert (kept.key_set, kept.appearance) == ("memoq", "dark")
    assert theme_for(QGuiApplication.palette()).dark
    others: tuple[Appearance, ...] = ("light", "system")
    for appearance in others:
        show_as(appearance)
        assert not theme_for(QGuiApplication.palette()).dark


def test_settings_that_make_no_sense_are_left_out() -> None:
    path = settings_file()
    save_settings(Settings(key_set="trados", shortcuts={"export": "F9"}), path)
    assert load_settings(path).shortcuts == {"export": "F9"}
    path.write_text('{"appearance": "pink", "shortcuts": {"export": 3, "tag": "F9"}, "key_set": 4}', encoding="utf-8")
    read = load_settings(path)
    assert (read.appearance, read.shortcuts, read.key_set) == ("system", {"tag": "F9"}, "drafter")
