"""Asking where the figures shall go."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from drafter.i18n import _
from drafter.review import LEDGER_ENDINGS

_NAMES = {".xlsx": "Excel", ".csv": "CSV"}


def ask_for_table(parent: QWidget, suggested: str) -> Path | None:
    """Ask for a spreadsheet file to write.

    Args:
        parent: the window it is asked in.
        suggested: a name to begin with, without an ending.

    Returns:
        The path, with an ending that says which kind; None where the user thought better of it.
    """
    filters = {f"{_NAMES[ending]} (*{ending})": ending for ending in LEDGER_ENDINGS}
    dialog = QFileDialog(parent, _("Export figures"), suggested + LEDGER_ENDINGS[0])
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(list(filters))
    dialog.setDefaultSuffix(LEDGER_ENDINGS[0].removeprefix("."))
    dialog.filterSelected.connect(lambda name: dialog.setDefaultSuffix(filters[name].removeprefix(".")))
    if not dialog.exec():
        return None
    path = Path(dialog.selectedFiles()[0])
    if path.suffix.lower() in LEDGER_ENDINGS:
        return path
    return path.with_name(path.name + filters[dialog.selectedNameFilter()])
