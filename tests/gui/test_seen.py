"""Whether a panel is seen: behind another tab it is not, whatever Qt calls visible."""

from PySide6.QtWidgets import QMainWindow, QTextEdit
from pytestqt.qtbot import QtBot

from drafter.gui.toolbox.seen import SeenPanel
from drafter.gui.window.panels import Panels


def test_only_the_panel_in_front_is_seen(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(QTextEdit())
    contents = {name: SeenPanel() for name in ("first", "second", "third")}
    told: list[tuple[str, bool]] = []
    for name, content in contents.items():
        content.seen_changed.connect(lambda seen, name=name: told.append((name, seen)))
    panels = Panels(window, contents, window.menuBar().addMenu("View"))
    window.show()
    qtbot.waitExposed(window)

    def seen() -> list[str]:
        return [name for name, content in contents.items() if content.seen]

    assert seen() == []
    panels.show("")
    qtbot.waitUntil(lambda: seen() == ["first"])
    panels.bring("third")
    qtbot.waitUntil(lambda: seen() == ["third"])
    window.hide()
    qtbot.waitUntil(lambda: seen() == [])
    window.show()
    qtbot.waitUntil(lambda: seen() == ["third"])
    panels.bring("first")
    qtbot.waitUntil(lambda: seen() == ["first"])
    assert "second" not in dict(told)
    assert [on for name, on in told if name == "first"] == [True, False, True]
    window.close()


def test_a_panel_by_itself_is_seen_while_it_is_shown(qtbot: QtBot) -> None:
    panel = SeenPanel()
    qtbot.addWidget(panel)
    found = [panel.seen]
    for visible in (True, False):
        panel.setVisible(visible)
        found.append(panel.seen)
    assert found == [False, True, False]
