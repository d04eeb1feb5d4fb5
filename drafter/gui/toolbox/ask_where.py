"""Asking where a file shall go; an ending that nobody typed is added before Qt asks about overwriting."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from drafter.i18n import _
from drafter.model import N_


def ask_where(parent: QWidget, title: str, suggested: str, kind: str, ending: str) -> Path | None:
    """Ask for a file to write, of one kind.

    Args:
        parent: the window it is asked in.
        title: the dialog's title.
        suggested: a name to begin with.
        kind: what sort of file it is, in words of the user's language.
        ending: the ending it has, with its dot.

    Returns:
        The path, confirmed where a file is there already; None where the user thought better of it.
    """
    path = _ask(parent, title, suggested, {f"{kind} (*{ending})": ending, f"{_(N_('All files'))} (*)": ending})
    return path if path is None or path.suffix.lower() == ending else path.with_name(path.name + ending)


def ask_where_of(parent: QWidget, title: str, suggested: str, kinds: Mapping[str, str]) -> Path | None:
    """Ask for a file to write, of several kinds.

    Args:
        parent: the window it is asked in.
        title: the dialog's title.
        suggested: a name to begin with, without an ending.
        kinds: what sort of file each ending stands for, in English words; the first is the usual one.

    Returns:
        The path, with an ending that says which kind; None where the user thought better of it.
    """
    filters = {f"{_(words)} (*{ending})": ending for ending, words in kinds.items()}
    return _ask(parent, title, suggested + next(iter(kinds)), filters)


def _ask(parent: QWidget, title: str, suggested: str, filters: Mapping[str, str]) -> Path | None:
    dialog = QFileDialog(parent, title, suggested, ";;".join(filters))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(next(iter(filters.values())).removeprefix("."))
    dialog.filterSelected.connect(lambda name: dialog.setDefaultSuffix(filters[name].removeprefix(".")))
    dialog.finished.connect(dialog.deleteLater)
    if not dialog.exec():
        return None
    path = Path(dialog.selectedFiles()[0])
    if path.suffix.lower() in filters.values():
        return path
    return path.with_name(path.name + filters[dialog.selectedNameFilter()])
