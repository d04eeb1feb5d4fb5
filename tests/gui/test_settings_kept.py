"""What is chosen in the settings dialog, found again by the next window; files of settings that are odd or locked."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QKeySequenceEdit,
    QLineEdit,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from drafter.gui.settings.dialog import SettingsDialog
from drafter.gui.settings.settings import Settings, load_settings, save_settings, settings_file
from drafter.gui.toolbox.translation import Translation
from drafter.gui.window.main_window import MainWindow
from drafter.resources import resource_path
from drafter.review import open_pairs
from tests.gui.acting import in_dialog


def opened(qtbot: QtBot, settings: Settings) -> MainWindow:
    made = MainWindow(settings, Translation())
    made.follow_language()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def again(qtbot: QtBot) -> Iterator[MainWindow]:
    """Give a window that begins with what the file of the settings holds."""
    made = opened(qtbot, load_settings(settings_file()))
    yield made
    made.close()


def controls(dialog: QWidget) -> list[tuple[str, QWidget]]:
    """Give everything in a dialog that holds a choice, in a fixed order."""
    kinds = (QComboBox, QLineEdit, QCheckBox, QDoubleSpinBox, QKeySequenceEdit, QTreeWidget)
    found = [one for one in dialog.findChildren(QWidget) if isinstance(one, kinds)]
    inner = (QAbstractSpinBox, QKeySequenceEdit, QComboBox)  # their own fields
    return [
        (f"{place} {type(one).__name__} {one.accessibleName()}", one)
        for place, one in enumerate(found)
        if not isinstance(one.parent(), inner)
    ]


def value(one: QWidget) -> object:
    match one:
        case QComboBox():
            return one.currentData()
        case QLineEdit():
            return one.text()
        case QCheckBox():
            return one.isChecked()
        case QDoubleSpinBox():
            return one.value()
        case QKeySequenceEdit():
            return one.keySequence().toString()
        case QTreeWidget():
            items = one.findItems("*", Qt.MatchFlag.MatchWildcard | Qt.MatchFlag.MatchRecursive)
            return [item.checkState(0) for item in items]
    raise TypeError(one)


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    """Give what may stand in fields for paths, by the name that a screen reader says."""
    glossary = tmp_path / "own terms.csv"
    glossary.write_text("zh,en\n供热设施,heating plant\n", encoding="utf-8")
    return {
        "Folder of new reviews:": str(tmp_path / "reviews 审校"),
        "Taxonomy of new reviews:": str(resource_path("taxonomy", "measures.yaml")),
        "Your glossary": str(glossary),
    }


def change(dialog: SettingsDialog, files: dict[str, str]) -> None:
    """Choose something else everywhere."""
    for _name, one in controls(dialog):
        match one:
            case QComboBox() if one is dialog.language:
                one.setCurrentIndex(one.findData("system"))  # English too, so that the rules stay in order
            case QComboBox():
                one.setCurrentIndex((one.currentIndex() + 1) % one.count())
            case QLineEdit() if one.accessibleName() in files or one is dialog.author:
                one.setText(files.get(one.accessibleName(), "Liu 刘"))
            case QCheckBox():
                one.toggle()
            case QDoubleSpinBox():
                one.setValue(15.5)
            case _:
                pass
    dialog.rules_form.tick("number.value", ticked=False)
    edit = dialog.keys_form.edits["open_sample"]
    edit.setKeySequence(QKeySequence("Ctrl+Alt+F7"))
    edit.editingFinished.emit()


def test_every_choice_is_found_by_the_next_window(qtbot: QtBot, window: MainWindow, files: dict[str, str]) -> None:
    plain: list[tuple[str, object]] = []
    chosen: list[tuple[str, object]] = []

    def choose(dialog: QWidget) -> None:
        assert isinstance(dialog, SettingsDialog)
        plain.extend((name, value(one)) for name, one in controls(dialog))
        change(dialog, files)
        chosen.extend((name, value(one)) for name, one in controls(dialog))
        dialog.accept()
        assert not dialog.isVisible(), dialog.told.text()

    in_dialog(SettingsDialog, choose)
    window.show_settings()
    window.close()
    later = opened(qtbot, load_settings(settings_file()))
    dialog = SettingsDialog(later.settings, later)
    qtbot.addWidget(dialog)
    assert [value(one) for _name, one in controls(dialog)] == [now for _name, now in chosen]
    same = [name for (name, before), (_name, now) in zip(plain, chosen, strict=True) if before == now]
    changed = len(chosen) - len(same)
    assert changed > 40, same
    assert not [
        name for name in same if "ComboBox" in name or "CheckBox" in name or "SpinBox" in name or "Tree" in name
    ]
    assert later.keys_of("open_sample") == "Ctrl+Alt+F7"
    assert later.settings.dictionary == ""
    later.close()


def test_the_style_of_one_review_is_not_made_that_of_all(qtbot: QtBot, window: MainWindow) -> None:
    window.settings.house_style = {"dates": "american"}
    window.show_review(open_pairs([("甲。", "One.")]))  # begun when nothing was chosen yet

    def rename(dialog: QWidget) -> None:
        assert isinstance(dialog, SettingsDialog)
        dialog.author.setText("Liu")
        dialog.accept()

    in_dialog(SettingsDialog, rename)
    window.show_settings()
    assert window.settings.author == "Liu"
    assert window.settings.house_style == {"dates": "american"}


HOSTILE = {
    "deep": "[" * 100_000,
    "no number": '{"zoom": NaN, "font_size": Infinity}',
    "too large": '{"zoom": 1e9, "font_size": -5.0}',
    "half characters": '{"author": "\\ud800", "geometry": "\\ud800", "layout": "\\udc00"}',
    "zeros": '{"glossary": "\\u0000", "dictionary": "a\\u0000", "reviews": "\\u0000", "memories": ["\\u0000"]}',
    "other kinds": json.dumps({name: [1, None, {}] for name in Settings.__dataclass_fields__}),
    "other kinds still": json.dumps({name: {"a": [1]} for name in Settings.__dataclass_fields__}),
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_a_window_opens_with_whatever_the_file_holds(qtbot: QtBot, content: str) -> None:
    path = settings_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    settings = load_settings(path)
    assert (settings.zoom, settings.font_size, settings.author, settings.geometry) == (1.0, 0.0, "", "")
    assert (settings.glossary, settings.reviews) == ("", "")
    assert all("\0" not in one for one in settings.memories if isinstance(one, str))
    made = opened(qtbot, settings)
    made.choosing.begin()
    assert made.close()
    assert load_settings(path).zoom == 1.0


def test_whole_numbers_are_numbers(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"zoom": 2, "font_size": 14}', encoding="utf-8")
    settings = load_settings(path)
    assert (settings.zoom, settings.font_size) == (2.0, 14.0)


def test_names_of_files_in_no_encoding_are_kept(tmp_path: Path) -> None:
    name = b"/home/\xbc\xc6\xbb\xae.tmx".decode("utf-8", "surrogateescape")  # GBK, unpacked under UTF-8
    path = tmp_path / "settings.json"
    save_settings(Settings(memories=[name], glossary=name), path)
    settings = load_settings(path)
    assert (settings.memories, settings.glossary) == ([name], name)


@pytest.mark.skipif(sys.platform == "win32", reason="folders are locked in another way")
def test_a_file_that_cant_be_written_hinders_nobody(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_rest: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "write_text", refuse)

    def rename(dialog: QWidget) -> None:
        assert isinstance(dialog, SettingsDialog)
        dialog.author.setText("Liu")
        dialog.accept()

    in_dialog(SettingsDialog, rename)
    window.show_settings()
    assert window.statusBar().currentMessage() == "The settings can't be kept: Permission denied"
    assert window.settings.author == "Liu"
    assert window.close()
