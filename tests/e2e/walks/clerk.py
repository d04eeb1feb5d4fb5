"""The clerk's day: the review that is there already, three buttons, and a Word file that can be stamped."""

from pathlib import Path
from zipfile import ZipFile

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from drafter.documents.layout import check_layout
from drafter.gui.export.dialog import ExportDialog
from drafter.gui.window.main_window import MainWindow
from tests.e2e.walks.stage import CONTROL, SHIFT, drop, press, start, wait_until
from tests.gui.acting import in_dialog

_TRACES = ("<w:ins ", "<w:del ", "commentReference", "<w:vanish")


def walk(zh: Path, en: Path, folder: Path) -> None:
    """Go the whole way.

    Args:
        zh: the Chinese plan.
        en: its English text.
        folder: where files are written.
    """
    _hand_over(zh, en)
    window = start()
    window.starting.begin()
    recent = window.starting.page.list
    wait_until(recent.isVisible)
    recent.setFocus()
    QTest.keyClick(recent, Qt.Key.Key_Return)
    wait_until(lambda: window.session is not None and not window.background.busy)
    out = _export(window, "For issue", folder / "stamped.docx")
    assert not check_layout(out), check_layout(out)
    with ZipFile(out) as parts:
        text = parts.read("word/document.xml").decode()
        core = parts.read("docProps/core.xml").decode()
        names = parts.namelist()
    assert not [trace for trace in _TRACES if trace in text]
    assert "word/comments.xml" not in names
    assert "The translator" not in core + text
    table = _export(window, "Side by side", folder / "table.docx")
    with ZipFile(table) as parts:
        assert "PM2.five" not in parts.read("word/document.xml").decode()
    window.close()


def _hand_over(zh: Path, en: Path) -> None:
    """Have a translator open the pair and put in what is safe."""
    window = start()
    window.settings.author = "The translator"
    drop(window, zh, en)
    press(window, Qt.Key.Key_Return, CONTROL | SHIFT)
    wait_until(lambda: not window.background.busy)
    window.close()


def _export(window: MainWindow, preset: str, path: Path) -> Path:
    def save(dialog: QWidget) -> None:
        assert isinstance(dialog, ExportDialog)
        names = [dialog.preset.itemText(at) for at in range(dialog.preset.count())]
        at = next(at for at, name in enumerate(names) if name.startswith(preset))
        dialog.preset.setCurrentIndex(at)
        dialog.preset.activated.emit(at)
        dialog.choose(path)

    in_dialog(ExportDialog, save)
    press(window, Qt.Key.Key_E, CONTROL)
    wait_until(lambda: path.exists() and not window.background.busy)
    return path
