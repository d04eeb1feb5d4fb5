"""Starting the window: what must stand before the first widget, and what catches errors after it."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from drafter.gui.settings.settings import load_settings, settings_file
from drafter.gui.toolbox.catching import Catcher
from drafter.gui.toolbox.input_method import cure_input_method
from drafter.gui.toolbox.logs import log_to_file
from drafter.gui.toolbox.sweeping import Sweeper
from drafter.gui.toolbox.translation import Translation
from drafter.gui.window.main_window import MainWindow


def run(paths: Sequence[Path] = ()) -> int:
    """Open the window.

    Args:
        paths: files to open at once.

    Returns:
        The exit status.
    """
    cure_input_method()
    log_to_file()
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Drafter")
    application.setDesktopFileName("drafter")
    application.setStyle("Fusion")
    Sweeper(application)
    catcher = Catcher()
    catcher.begin()
    window = MainWindow(load_settings(settings_file()), Translation())
    window.follow_language()
    window.show()
    window.choosing.begin()
    if paths:
        window.files.open_paths(paths)
    else:
        window.starting.begin()
    window.files.safety.offer()
    return application.exec()
