"""The panels beside the text: few names at first, the others by the View menu, all as they were left."""

from PySide6.QtWidgets import QDockWidget, QMenu
from pytestqt.qtbot import QtBot

from drafter.gui.settings.settings import Settings, load_settings, settings_file
from drafter.gui.toolbox.translation import Translation
from drafter.gui.window.main_window import MainWindow
from drafter.review import open_pairs

PAIRS = [("云州市方案", "Plan for Yunzhou City"), ("污染物下降10%。", "Pollutants fall by 10%.")]
AT_FIRST = {"findings", "measures", "terms", "notes", "outline"}


def shown(window: MainWindow) -> set[str]:
    return {dock.objectName() for dock in window.findChildren(QDockWidget) if not dock.isHidden()}


def started(qtbot: QtBot, settings: Settings) -> MainWindow:
    window = MainWindow(settings, Translation())
    window.follow_language()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    qtbot.waitExposed(window)
    window.show_review(open_pairs(PAIRS))
    return window


def ask_in_view_menu(window: MainWindow, words: str) -> None:
    menu = next(menu for menu in window.menuBar().findChildren(QMenu) if menu.title() == "&View")
    next(action for action in menu.actions() if action.text() == words).trigger()


def test_few_panels_at_first_and_those_asked_for_come_back(qtbot: QtBot) -> None:
    window = started(qtbot, Settings(language="en"))
    assert shown(window) == AT_FIRST
    ask_in_view_menu(window, "History")
    assert shown(window) == AT_FIRST | {"history"}
    qtbot.waitUntil(window.history.isVisible)  # before the others, not behind them
    window.close()
    again = started(qtbot, load_settings(settings_file()))
    assert shown(again) == AT_FIRST | {"history"}
    ask_in_view_menu(again, "History")
    assert shown(again) == AT_FIRST
    again.close()
    third = started(qtbot, load_settings(settings_file()))
    assert shown(third) == AT_FIRST
    third.close()
