"""Takes pictures of the main screens, in both languages and both appearances, with the bundled sample.

Run on a screen, a virtual one for instance: `xvfb-run -a python packaging/screenshots.py OUT`.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from drafter.gui.export.dialog import ExportDialog
from drafter.gui.findings.explaining import RulesDialog
from drafter.gui.help.about_dialog import AboutDialog
from drafter.gui.help.guide_dialog import GuideDialog
from drafter.gui.help.keys_dialog import KeysDialog
from drafter.gui.help.legend import LegendDialog
from drafter.gui.opening.dialog import OpenDialog
from drafter.gui.opening.pasting import PastingDialog
from drafter.gui.opening.reading import ReadingDialog
from drafter.gui.returning.sending import SendDialog
from drafter.gui.returning.taking import TakeBackDialog
from drafter.gui.settings.dialog import SettingsDialog
from drafter.gui.settings.settings import LanguageChoice, Settings
from drafter.gui.toolbox.appearance import Appearance, show_as
from drafter.gui.toolbox.translation import Translation
from drafter.gui.verdict.dialog import VerdictDialog
from drafter.gui.window.main_window import MainWindow
from drafter.model import Message
from drafter.review import Proposed, ReviewSession, TakenBack
from drafter.review.handing_out import full_snapshot

_SIZES = {"small": (1366, 768), "large": (1920, 1080)}
_SCHEMES: tuple[Appearance, ...] = ("light", "dark")
_LANGUAGES: tuple[LanguageChoice, ...] = ("zh", "en")
_TRANSLATION = Translation()
_SETTLE = 400  # ms for layouts and late measuring


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
        yield "verdict", lambda: VerdictDialog(full_snapshot(session), window)
    yield "pasting", lambda: PastingDialog(window)
    for tab in range(SettingsDialog(window.settings, window).tabs.count()):
        yield f"settings-{tab}", lambda tab=tab: _at(SettingsDialog(window.settings, window), tab)  # type: ignore[misc]
    yield "rules", lambda: RulesDialog(window)
    yield "guide", lambda: GuideDialog(window.keys_of, window)
    yield "keys", lambda: KeysDialog(window.keys_of, window)
    yield "legend", lambda: LegendDialog(window)
    yield "about", lambda: AboutDialog(window)


def _at(dialog: SettingsDialog, tab: int) -> SettingsDialog:
    dialog.tabs.setCurrentIndex(tab)
    return dialog


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


def _pictures(language: LanguageChoice, scheme: Appearance, size: str, out: Path) -> None:
    window = MainWindow(Settings(language=language, author="张审校", appearance=scheme), _TRANSLATION)
    window.follow_language()
    show_as(scheme)
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
    for panel in ("terms", "history", "overview", "concordance", "targets"):
        if panel in window.panels.names:
            window.panels.bring(panel)
            _take(window, out / f"{name}-{panel}.png")
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
        for scheme in _SCHEMES:
            for language in _LANGUAGES:
                for size in _SIZES:
                    # Each begins with an untouched review.
                    os.environ["XDG_DATA_HOME"] = str(Path(folder) / f"{scheme}-{language}-{size}")
                    _pictures(language, scheme, size, out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
