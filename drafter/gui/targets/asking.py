"""Asking for files to write, of several kinds."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from drafter.i18n import _


def ask_where_of(parent: QWidget, title: str, suggested: str, kinds: Mapping[str, str]) -> Path | None:
    """Ask for a file to write.

    Args:
        parent: the window it is asked in.
        title: the dialog's title.
        suggested: a name to begin with, without an ending.
        kinds: what sort of file each ending stands for, in English words; the first is the usual one.

    Returns:
        The path, with an ending that says which kind; None where the user thought better of it.
    """
    filters = {f"{_(words)} (*{ending})": ending for ending, words in kinds.items()}
    first = next(iter(kinds))
    dialog = QFileDialog(parent, title, suggested + first)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(list(filters))
    dialog.setDefaultSuffix(first.removeprefix("."))
    dialog.filterSelected.connect(lambda name: dialog.setDefaultSuffix(filters[name].removeprefix(".")))
    if not dialog.exec():
        return None
    path = Path(dialog.selectedFiles()[0])
    return path if path.suffix.lower() in kinds else path.with_name(path.name + filters[dialog.selectedNameFilter()])
