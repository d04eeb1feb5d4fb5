"""Takes pictures of the main screens, in both languages and both appearances, with the bundled sample.

Run on a screen, a virtual one for instance: `xvfb-run -a python packaging/screenshots.py OUT`.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from drafter.gui.export.dialog import ExportDialog
from drafter.gui.opening.dialog import OpenDialog
from drafter.gui.opening.pasting import PastingDialog
from drafter.gui.opening.reading import ReadingDialog
from drafter.gui.returning.sending import SendDialog
from drafter.gui.returning.taking import TakeBackDialog
from drafter.gui.settings.dialog import SettingsDialog
from drafter.gui.settings.settings import LanguageChoice, Settings
from drafter.gui.toolbox.translation import Translation
from drafter.gui.window.main_window import MainWindow
from drafter.model import Message
from drafter.review import Proposed, ReviewSession, TakenBack

_SIZES = {"small": (1366, 768), "large": (1920, 1080)}
_SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
_LANGUAGES: tuple[LanguageChoice, ...] = ("zh", "en")
_TRANSLATION = Translation()
_SETTLE = 400  # ms for layouts and late measuring


def _dark_palette() -> QPalette:
    """What Fusion wears on a dark desktop, for platforms that can't be told to be dark."""
    palette = QPalette(QColor("#2b2d30"), QColor("#2b2d30"))
    for role, colour in (
        (QPalette.ColorRole.Base, "#1e1f22"),
        (QPalette.ColorRole.AlternateBase, "#26282b"),
        (QPalette.ColorRole.Text, "#e3e4e6"),
        (QPalette.ColorRole.WindowText, "#e3e4e6"),
        (QPalette.ColorRole.ButtonText, "#e3e4e6"),
        (QPalette.ColorRole.PlaceholderText, "#9a9da3"),
        (QPalette.ColorRole.Highlight, "#2e5c9a"),
        (QPalette.ColorRole.HighlightedText, "#ffffff"),
    ):
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor("#7b7e84"))
    return palette


def _settle(ms: int = _SETTLE) -> None:
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def _opened(window: MainWindow) -> None:
    loop = QEventLoop()
    window.opened.connect(loop.quit)
    window.files.open_sample()
    loop.exec()
    _settle()


def _take(widget: QWidget, path: Path) -> None:
    _settle()
    widget.grab().save(str(path))
    print(path)


def _dialogs(window: MainWindow) -> Iterator[tuple[str, Callable[[], QWidget]]]:
    yield "open", lambda: OpenDialog(window)
    if window.session is not None:
        session = window.session
        yield "export", lambda: ExportDialog(session, window.settings, window)
        yield "export-official", lambda: _official(ExportDialog(session, window.settings, window))
        yield "export-tables", lambda: _tables(ExportDialog(session, window.settings, window))
        yield "send", lambda: SendDialog(session.title, window)
        yield "take-back", lambda: TakeBackDialog(session, _came_back(session), "pack.xlsx", window)
        yield "reading", lambda: ReadingDialog(session, new=False, parent=window)
    yield "pasting", lambda: PastingDialog(window)
    yield "settings", lambda: SettingsDialog(window.settings, window)


def _official(dialog: ExportDialog) -> ExportDialog:
    dialog.preset.setCurrentIndex(2)
    dialog.preset.activated.emit(2)
    return dialog


def _came_back(session: ReviewSession) -> TakenBack:
    """Make up what a pack brings back: some words exchanged, and a row that can't be taken over."""
    clauses = [clause for clause in session.clauses if "shall" in clause.en.text][:9]
    proposed = tuple(
        Proposed(clause.id, "en", clause.en.text, clause.en.text.replace("shall", "must"), "Vendor")
        for clause in clauses
    )
    return TakenBack(
        proposed, (Message("Row {row}: this review has no clause {clause}.", {"row": 7, "clause": 99}),), 40
    )


def _tables(dialog: ExportDialog) -> ExportDialog:
    dialog.form.kind.setCurrentIndex(dialog.form.kinds.index(("data", ".xlsx")))
    return dialog


def _pictures(language: LanguageChoice, scheme: str, size: str, out: Path) -> None:
    window = MainWindow(Settings(language=language, author="张审校"), _TRANSLATION)
    window.follow_language()
    window.resize(*_SIZES[size])
    window.show()
    name = f"{language}-{scheme}-{size}"
    _take(window, out / f"{name}-welcome.png")
    _opened(window)
    for _step in range(6):
        window.reviewing.next_finding()
    _take(window, out / f"{name}-review.png")
    window.tag()
    window.measures.tagged.emit("TGT11", True)
    _take(window, out / f"{name}-measures.png")
    window.find_section()
    _take(window, out / f"{name}-outline.png")
    window.add_note()
    window.notes.written.emit("请与能源处核对本条数字。", "")
    window.notes.written.emit("Agreed with the translator on Monday.", "")
    _take(window, out / f"{name}-notes.png")
    window.panels.bring("quantities")
    window.quantities.verdicts.setCurrentIndex(1)
    _take(window, out / f"{name}-figures.png")
    if size == "small":
        for kind, make in _dialogs(window):
            dialog = make()
            dialog.show()
            _take(dialog, out / f"{name}-{kind}.png")
            dialog.close()
    window.close()
    window.deleteLater()


def main() -> int:
    """Take all pictures into the folder given."""
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CONFIG_HOME"] = folder
        for scheme, value in _SCHEMES.items():
            application.styleHints().setColorScheme(value)
            if application.styleHints().colorScheme() != value:
                application.setPalette(_dark_palette() if scheme == "dark" else application.style().standardPalette())
            for language in _LANGUAGES:
                for size in _SIZES:
                    # Each begins with an untouched review.
                    os.environ["XDG_DATA_HOME"] = str(Path(folder) / f"{scheme}-{language}-{size}")
                    _pictures(language, scheme, size, out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
