"""Asking where a file shall go; an ending that nobody typed is added before Qt asks about overwriting."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from drafter.i18n import _
from drafter.model import N_


def ask_where(parent: QWidget, title: str, suggested: str, kind: str, ending: str) -> Path | None:
    """Ask for a file to write.

    Args:
        parent: the window it is asked in.
        title: the dialog's title.
        suggested: a name to begin with.
        kind: what sort of file it is, in words.
        ending: the ending it has, with its dot.

    Returns:
        The path, confirmed where a file is there already; None where the user thought better of it.
    """
    dialog = QFileDialog(parent, title, suggested, f"{kind} (*{ending});;{_(N_('All files'))} (*)")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(ending.removeprefix("."))
    if not dialog.exec():
        return None
    path = Path(dialog.selectedFiles()[0])
    return path if path.suffix.lower() == ending else path.with_name(path.name + ending)
