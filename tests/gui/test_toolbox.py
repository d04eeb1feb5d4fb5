"""What the window's parts stand on: input methods, settings, errors, workers, icons."""

import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from drafter.gui.settings.settings import Settings, load_settings, save_settings
from drafter.gui.toolbox.icons import icon
from drafter.gui.toolbox.input_method import cure_input_method
from drafter.gui.toolbox.translation import Translation
from drafter.gui.toolbox.worker import Tell, Worker
from drafter.gui.window.commands import COMMANDS, MENUS
from drafter.gui.window.main_window import MainWindow
from drafter.resources import resource_path


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a cure for Linux")
@pytest.mark.parametrize(
    ("asked", "files", "given"),
    [
        ("fcitx", [], "ibus"),
        ("fcitx5", ["libibusplatforminputcontextplugin.so"], "ibus"),
        ("Fcitx", [], "ibus"),
        ("fcitx", ["libfcitx5platforminputcontextplugin.so"], "fcitx"),
        ("ibus", [], "ibus"),
        ("", [], ""),
    ],
)
def test_fcitx_is_spoken_to_as_ibus(tmp_path: Path, asked: str, files: list[str], given: str) -> None:
    for name in files:
        (tmp_path / name).touch()
    environment = {"QT_IM_MODULE": asked}
    cure_input_method(environment, lambda: tmp_path)
    assert environment["QT_IM_MODULE"] == given


def test_settings_keep_only_what_differs(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "settings.json"
    save_settings(Settings(author="张三", zoom=1.5), path)
    assert sorted(path.read_text(encoding="utf-8").split('"')[1::2]) == ["author", "zoom", "张三"]
    assert load_settings(path) == Settings(author="张三", zoom=1.5)


@pytest.mark.parametrize("text", ["", "[", "[]", "3", '{"zoom": "large", "language": "fr", "author": 3, "unknown": 1}'])
def test_settings_that_make_no_sense_are_as_they_come(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text, encoding="utf-8")
    assert load_settings(path) == Settings()


def test_every_command_is_sound(qtbot: QtBot) -> None:
    window = MainWindow(Settings(), Translation())
    qtbot.addWidget(window)
    for command in COMMANDS:
        assert sum(callable(getattr(hand, command.name, None)) for hand in window._actions._hands) == 1
        assert command.menu in MENUS
        assert not command.icon or resource_path("icons", f"{command.icon}.svg").is_file()
    keys = [key for command in COMMANDS for key in command.shortcut.split("|") if key]
    assert len(keys) == len(set(keys))


def test_icons_take_the_colour_asked(qtbot: QtBot) -> None:
    image = icon("fix", QColor("#ff0000")).pixmap(48, 48).toImage()
    seen = {image.pixelColor(x, y).name() for x in range(48) for y in range(48) if image.pixelColor(x, y).alpha() > 200}
    assert seen == {"#ff0000"}


def test_worker_tells_its_result(qtbot: QtBot) -> None:
    worker = Worker(lambda _tell: 42)
    told: list[object] = []
    worker.succeeded.connect(told.append)
    with qtbot.waitSignal(worker.ended):
        worker.start()
    assert told == [42]


def test_worker_tells_what_went_wrong(qtbot: QtBot) -> None:
    def work(_tell: Tell) -> None:
        raise ValueError("no")

    worker = Worker(work)
    with qtbot.waitSignal(worker.failed) as blocker:
        worker.start()
    worker.wait()
    assert isinstance(blocker.args[0], ValueError)


def test_worker_stops_when_asked(qtbot: QtBot) -> None:
    def work(tell: Tell) -> None:
        while True:
            tell(0.5)

    worker = Worker(work)
    with qtbot.waitSignal(worker.cancelled, timeout=5000):
        worker.start()
        worker.cancel()
    worker.wait()
