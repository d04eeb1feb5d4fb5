"""A reviewer's whole way through the real window: run it on a screen, `python -m tests.e2e.walk ZH EN FOLDER`.

Opens a pair by dropping it, walks and applies fixes by the keyboard, ignores one, types into a clause, tags it, undoes
and brings back, exports, closes, opens again and finds everything there. Ends with status 0 where all of it held.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from docx import Document
from PySide6.QtCore import QEventLoop, QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget

from drafter.gui.export.dialog import ExportDialog
from drafter.gui.findings.ignoring import IgnoreDialog
from drafter.gui.settings.settings import load_settings, settings_file
from drafter.gui.toolbox.translation import Translation
from drafter.gui.window.main_window import MainWindow
from drafter.review import ReviewSession
from tests.gui.acting import in_dialog

_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_LONGEST = 20_000


def wait_until(true: Callable[[], bool]) -> None:
    """Let the window live until something holds."""
    loop = QEventLoop()
    look = QTimer()
    look.timeout.connect(lambda: loop.quit() if true() else None)
    look.start(20)
    QTimer.singleShot(_LONGEST, loop.quit)
    loop.exec()
    assert true(), "waited in vain"


def start() -> MainWindow:
    """Open an empty window as the program does."""
    window = MainWindow(load_settings(settings_file()), Translation())
    window.follow_language()
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    return window


def press(window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key in the window; without a window manager nobody gives it the focus back after a dialog."""
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    QTest.keyClick(window, key, modifiers)


def drop(window: MainWindow, *paths: Path) -> ReviewSession:
    """Drop files on the window and wait for the review."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    before = window.session
    window.dropEvent(
        QDropEvent(
            QPointF(50, 50), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
    )
    wait_until(lambda: window.session is not before and not window.background.busy)
    assert window.session is not None
    return window.session


def review(window: MainWindow, session: ReviewSession) -> int:
    """Walk, fix, ignore, type, tag, undo; give the clause that was typed into."""
    press(window, Qt.Key.Key_F8)
    first = window.findings.current()
    assert first is not None
    press(window, Qt.Key.Key_F8)
    press(window, Qt.Key.Key_F8, _SHIFT)
    assert window.findings.current() == first
    while (chosen := window.findings.current()) is not None and chosen.fix is None:
        press(window, Qt.Key.Key_F8)
    assert chosen is not None
    press(window, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert chosen not in session.findings()
    press(window, Qt.Key.Key_Return, _CONTROL | _SHIFT)
    wait_until(lambda: not window.background.busy)
    assert not [finding for finding in session.findings() if finding.fix and finding.fix.confidence == "safe"]

    def give_reason(dialog: QWidget) -> None:
        field = dialog.findChild(QLineEdit)
        assert field is not None
        QTest.keyClicks(field, "agreed")
        QTest.keyClick(field, Qt.Key.Key_Return)

    press(window, Qt.Key.Key_F8)
    ignored = window.findings.current()
    in_dialog(IgnoreDialog, give_reason)
    press(window, Qt.Key.Key_I, _CONTROL)
    assert ignored in session.findings(ignored=True)

    clause = next(clause.id for clause in session.clauses if clause.en.text and clause.zh.text and not clause.level)
    window.view.go_to(clause, "en")
    editor = next(
        edit for edit in window.view.findChildren(QTextEdit) if edit.toPlainText() == session.clause(clause).en.text
    )
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_End, _CONTROL)
    QTest.keyClicks(editor, " Checked.")
    wait_until(lambda: session.clause(clause).en.text.endswith(" Checked."))
    press(window, Qt.Key.Key_T, _CONTROL)
    QTest.keyClicks(window.measures.search, "TGT11")
    QTest.keyClick(window.measures.search, Qt.Key.Key_Return)
    assert session.tags(clause) == ("TGT11",)
    press(window, Qt.Key.Key_Z, _CONTROL)
    assert session.tags(clause) == ()
    press(window, Qt.Key.Key_Y, _CONTROL)
    assert session.tags(clause) == ("TGT11",)
    return clause


def export(window: MainWindow, session: ReviewSession, clause: int, path: Path) -> None:
    """Export the table and look into it."""

    def save(dialog: QWidget) -> None:
        assert isinstance(dialog, ExportDialog)
        dialog.choose(path)

    in_dialog(ExportDialog, save)
    press(window, Qt.Key.Key_E, _CONTROL)
    wait_until(lambda: path.exists() and not window.background.busy)
    rows = Document(str(path)).tables[0].rows
    assert len(rows) == len(session.clauses) + 1
    row = rows[[known.id for known in session.clauses].index(clause) + 1]
    assert row.cells[2].text.endswith("Checked.")
    assert row.cells[3].text.startswith("TGT11")


def main() -> int:
    """Go the whole way."""
    zh, en, folder = map(Path, sys.argv[1:4])
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    window = start()
    session = drop(window, en, zh)
    clause = review(window, session)
    export(window, session, clause, folder / "out.docx")
    text, open_findings = session.clause(clause).en.text, session.findings()
    window.close()
    window = start()
    again = drop(window, zh, en)
    assert again.clause(clause).en.text == text
    assert again.tags(clause) == ("TGT11",)
    assert again.findings() == open_findings
    assert window.view.current_clause() == clause
    window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
