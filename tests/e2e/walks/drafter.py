"""The drafter's minute: the English alone, and on one page what in it can't be trusted."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from drafter.gui.export.dialog import ExportDialog
from tests.e2e.walks.stage import CONTROL, drop, press, start, wait_until
from tests.gui.acting import in_dialog


def walk(_zh: Path, en: Path, folder: Path) -> None:
    """Go the whole way.

    Args:
        en: an English text.
        folder: where files are written.
    """
    window = start()
    session = drop(window, en)
    press(window, Qt.Key.Key_F8)
    first = window.findings.current()
    assert first is not None
    assert first.side == "en"
    path = folder / "verdict.html"

    def save(dialog: QWidget) -> None:
        assert isinstance(dialog, ExportDialog)
        dialog.form.kind.setCurrentIndex(dialog.form.kinds.index(("verdict", ".html")))
        dialog.choose(path)

    in_dialog(ExportDialog, save)
    press(window, Qt.Key.Key_E, CONTROL)
    wait_until(lambda: path.exists() and not window.background.busy)
    page = path.read_text(encoding="utf-8")
    worst = [one for one in session.findings() if one.severity == "critical"]
    assert worst
    assert all(one.text in page for one in worst[:5] if one.text.isalnum())
    window.close()
