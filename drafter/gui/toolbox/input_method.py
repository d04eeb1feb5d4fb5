"""Typing Chinese under Linux: the one cure that Qt's own wheels need."""

import os
import sys
from collections.abc import Callable, MutableMapping
from pathlib import Path

_FCITX = ("fcitx", "fcitx5")


def cure_input_method(
    environment: MutableMapping[str, str] = os.environ, plugins: Callable[[], Path | None] = lambda: _plugin_folder()
) -> None:
    """Have Fcitx spoken to in IBus's language, where Qt has no plugin for its own.

    Must be called before the application object is made. Fcitx 5 speaks IBus too; without this, raw letters arrive.

    Args:
        environment: the process's environment.
        plugins: gives the folder of Qt's input-method plugins, None where there is none.
    """
    if not sys.platform.startswith("linux") or environment.get("QT_IM_MODULE", "").lower() not in _FCITX:
        return
    folder = plugins()
    if folder is None or not any(folder.glob("*fcitx*platforminputcontext*")):
        environment["QT_IM_MODULE"] = "ibus"


def _plugin_folder() -> Path | None:
    from PySide6.QtCore import QLibraryInfo

    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforminputcontexts"
    return folder if folder.is_dir() else None
