"""The translator's day: open a pair, walk and apply fixes, ignore, type, tag, undo, export, and find it all again."""

from pathlib import Path

from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from drafter.gui.export.dialog import ExportDialog
from drafter.gui.findings.ignoring import IgnoreDialog
from drafter.gui.window.main_window import MainWindow
from drafter.review import ReviewSession
from tests.e2e.walks.stage import CONTROL, SHIFT, drop, press, start, wait_until
from tests.gui.acting import in_dialog


def review(window: MainWindow, session: ReviewSession) -> int:
    """Walk, fix, ignore, type, tag, undo; give the clause that was typed into."""
    press(window, Qt.Key.Key_F8)
    first = window.findings.current()
    assert first is not None
    press(window, Qt.Key.Key_F8)
    press(window, Qt.Key.Key_F8, SHIFT)
    assert window.findings.current() == first
    while (chosen := window.findings.current()) is not None and chosen.fix is None:
        press(window, Qt.Key.Key_F8)
    assert chosen is not None
    press(window, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert chosen not in session.findings()
    press(window, Qt.Key.Key_Return, CONTROL | SHIFT)
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
    press(window, Qt.Key.Key_I, CONTROL)
    assert ignored in session.findings(ignored=True)

    clause = next(clause.id for clause in session.clauses if clause.en.text and clause.zh.text and not clause.level)
    window.view.go_to(clause, "en")
    editor = next(
        edit for edit in window.view.findChildren(QTextEdit) if edit.toPlainText() == session.clause(clause).en.text
    )
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_End, CONTROL)
    QTest.keyClicks(editor, " Checked.")
    wait_until(lambda: session.clause(clause).en.text.endswith(" Checked."))
    press(window, Qt.Key.Key_T, CONTROL)
    QTest.keyClicks(window.measures.search, "TGT11")
    QTest.keyClick(window.measures.search, Qt.Key.Key_Return)
    assert session.tags(clause) == ("TGT11",)
    press(window, Qt.Key.Key_Z, CONTROL)
    assert session.tags(clause) == ()
    press(window, Qt.Key.Key_Y, CONTROL)
    assert session.tags(clause) == ("TGT11",)
    return clause


def export(window: MainWindow, session: ReviewSession, clause: int, path: Path) -> None:
    """Export the table and look into it."""

    def save(dialog: QWidget) -> None:
        assert isinstance(dialog, ExportDialog)
        dialog.choose(path)

    in_dialog(ExportDialog, save)
    press(window, Qt.Key.Key_E, CONTROL)
    wait_until(lambda: path.exists() and not window.background.busy)
    rows = Document(str(path)).tables[0].rows
    assert len(rows) == len(session.clauses) + 1
    row = rows[[known.id for known in session.clauses].index(clause) + 1]
    assert row.cells[2].text.endswith("Checked.")
    assert row.cells[3].text.startswith("TGT11")


def walk(zh: Path, en: Path, folder: Path) -> None:
    """Go the whole way.

    Args:
        zh: the Chinese plan.
        en: its English text.
        folder: where files are written.
    """
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
