"""The whole window, used as people use it: with keys and the mouse."""

from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLineEdit, QMessageBox, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from drafter.exports import DocxOptions
from drafter.gui.export.choices import ExportFile
from drafter.gui.export.dialog import ExportDialog
from drafter.gui.findings.ignoring import IgnoreDialog
from drafter.gui.opening.dialog import OpenDialog
from drafter.gui.settings.dialog import SettingsDialog
from drafter.gui.settings.settings import Settings, load_settings, settings_file
from drafter.gui.toolbox.translation import Translation
from drafter.gui.window.main_window import MainWindow
from drafter.i18n import language
from drafter.project import ProjectError, ProjectStore
from drafter.review import ENDINGS, ReviewSession, open_project
from tests.gui.acting import in_dialog

ZH = "一、总体要求\n1.到2026年，细颗粒物浓度控制在32微克/立方米以内。\n2.严格控制新增产能。\n"
EN = (
    "I. General requirements\n"
    "oneBy 2026, thePM2.five concentration shall be kept within 23 μg/mthree.\n"
    "2Strictly control new capacity.\n"
)


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    zh, en = tmp_path / "计划 原文.txt", tmp_path / "plan.txt"
    zh.write_text(ZH, encoding="utf-8")
    en.write_text(EN, encoding="utf-8")
    return zh, en


def opened(qtbot: QtBot, window: MainWindow, *paths: Path) -> ReviewSession:
    with qtbot.waitSignal(window.opened, timeout=10_000):
        window.files.open_paths(paths)
    qtbot.waitUntil(lambda: not window.background.busy)
    assert window.session is not None
    return window.session


def in_the_text(window: MainWindow) -> bool:
    """Whether the keys go to the clauses."""
    focused = window.focusWidget()
    return focused is not None and (focused is window.view or window.view.isAncestorOf(focused))


def test_sample_opens_and_findings_are_listed(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.opened, timeout=20_000):
        window.files.open_sample()
    assert window.session is not None
    assert len(window.session.clauses) > 60
    assert window.findings.model.rowCount() == len(window.session.findings()) > 50
    assert "云溪市" in window.windowTitle()


def test_f8_walks_through_the_findings(qtbot: QtBot, window: MainWindow, pair: tuple[Path, Path]) -> None:
    session = opened(qtbot, window, *pair)
    found = session.findings()
    for expected in [*found, found[0]]:
        qtbot.keyClick(window, Qt.Key.Key_F8)
        assert window.findings.current() == expected
        assert window.view.current_clause() == expected.clause
    qtbot.keyClick(window, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert window.findings.current() == found[-1]


def test_fix_is_applied_undone_and_brought_again(qtbot: QtBot, window: MainWindow, pair: tuple[Path, Path]) -> None:
    session = opened(qtbot, window, *pair)
    wanted = next(finding for finding in session.findings() if finding.rule == "unit.corrupt")
    window.findings.choose(wanted)
    qtbot.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert "μg/m³" in session.clause(wanted.clause).en.text
    assert wanted not in session.findings()
    assert window.findings.current() not in (None, wanted)
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "μg/mthree" in session.clause(wanted.clause).en.text
    qtbot.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert "μg/m³" in session.clause(wanted.clause).en.text


def test_all_safe_fixes_are_one_step(qtbot: QtBot, window: MainWindow, pair: tuple[Path, Path]) -> None:
    session = opened(qtbot, window, *pair)
    loaded = [clause.en.text for clause in session.clauses]
    window.reviewing.apply_safe()
    qtbot.waitUntil(lambda: not window.background.busy)
    assert [finding for finding in session.findings() if finding.fix and finding.fix.confidence == "safe"] == []
    assert window.findings.model.rowCount() == len(session.findings())
    window.reviewing.undo()
    assert [clause.en.text for clause in session.clauses] == loaded


def test_finding_is_ignored_with_a_reason(qtbot: QtBot, window: MainWindow, pair: tuple[Path, Path]) -> None:
    session = opened(qtbot, window, *pair)
    wanted = session.findings()[0]
    window.findings.choose(wanted)

    def answer(dialog: QWidget) -> None:
        field = dialog.findChild(QLineEdit)
        assert field is not None
        qtbot.keyClicks(field, "as agreed")
        qtbot.keyClick(field, Qt.Key.Key_Return)

    in_dialog(IgnoreDialog, answer)
    qtbot.keyClick(window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert wanted in session.findings(ignored=True)
    assert session.revisions[-1].reason == "as agreed"
    assert window.findings.model.row(wanted) == -1


def test_clause_is_tagged_by_typing(qtbot: QtBot, window: MainWindow, pair: tuple[Path, Path]) -> None:
    session = opened(qtbot, window, *pair)
    window.view.go_to(2)
    qtbot.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(window.measures.search, "concentration targets")
    qtbot.keyClick(window.measures.search, Qt.Key.Key_Return)
    assert session.tags(2) == ("TGT11",)
    qtbot.keyClick(window.measures.search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.tags(2) == ()
    qtbot.keyClicks(window.measures.search, "TGT")
    qtbot.keyClick(window.measures.search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.measures.search.text() == ""


def test_filters_narrow_the_list(qtbot: QtBot, window: MainWindow, pair: tuple[Path, Path]) -> None:
    session = opened(qtbot, window, *pair)
    model = window.findings.model
    model.set_least("critical")
    assert model.rowCount() == sum(finding.severity == "critical" for finding in session.findings()) > 0
    model.set_least("minor")
    model.set_words("unit.corrupt")
    rows = [model.finding(row) for row in range(model.rowCount())]
    assert [finding.rule for finding in rows if finding] == ["unit.corrupt"]


def test_everything_is_there_after_closing(qtbot: QtBot, pair: tuple[Path, Path]) -> None:
    first = MainWindow(Settings(language="en", author="Zhang"), Translation())
    qtbot.addWidget(first)
    first.show()
    session = opened(qtbot, first, *pair)
    session.apply_fixes("safe")
    session.tag(3, "TGT11")
    ignored = session.findings()[0]
    session.ignore(ignored, "so agreed")
    first.view.go_to(3)
    first.close()
    second = MainWindow(Settings(language="en"), Translation())
    qtbot.addWidget(second)
    second.show()
    again = opened(qtbot, second, *pair)
    assert again.revisions[0].author == "Zhang"
    assert again.tags(3) == ("TGT11",)
    assert again.findings(ignored=True) == [ignored]
    assert again.clause(3).en.text.startswith("2. Strictly")
    assert second.view.current_clause() == 3
    second.reviewing.undo()
    assert again.findings(ignored=True) == []
    second.close()


def test_project_is_saved_under_a_name_and_opened(
    qtbot: QtBot, window: MainWindow, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    session = opened(qtbot, window, *pair)
    path = tmp_path / "审校.drafter"
    session.save_as(path)
    session.edit(1, "en", "I. Overall requirements")
    window.close()
    kept = open_project(path)
    assert kept.clause(1).en.text == "I. Overall requirements"
    kept.close()


def test_dropped_files_are_opened_in_any_order(qtbot: QtBot, window: MainWindow, pair: tuple[Path, Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in reversed(pair)])
    event = QDropEvent(
        QPointF(10, 10), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    with qtbot.waitSignal(window.opened, timeout=10_000):
        window.dropEvent(event)
    assert window.session is not None
    assert window.session.clause(1).zh.text == "一、总体要求"


def test_english_alone_is_opened_from_the_dialog(qtbot: QtBot, window: MainWindow, pair: tuple[Path, Path]) -> None:
    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, OpenDialog)
        dialog.en.edit.setText(str(pair[1]))
        dialog.accept()

    in_dialog(OpenDialog, answer)
    with qtbot.waitSignal(window.opened, timeout=10_000):
        window.files.open_files()
    assert window.session is not None
    assert window.session.clause(1).zh.text == ""


def test_unreadable_file_is_a_sentence_and_the_review_stays(
    qtbot: QtBot, window: MainWindow, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    session = opened(qtbot, window, *pair)
    bad = tmp_path / "bad.docx"
    bad.write_bytes(b"%PDF-1.7 not a Word file")
    said: list[str] = []

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, QMessageBox)
        said.append(dialog.text())
        dialog.accept()

    in_dialog(QMessageBox, answer)
    window.files.open_paths([bad])
    qtbot.waitUntil(lambda: bool(said))
    assert "bad.docx" in said[0]
    assert window.session is session


def test_export_writes_a_word_file_with_tags(
    qtbot: QtBot, window: MainWindow, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    session = opened(qtbot, window, *pair)
    session.apply_fixes("safe")
    session.tag(2, "TGT11")
    path = tmp_path / "out.docx"

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, ExportDialog)
        assert dialog.form.tags.isChecked()
        dialog.choose(path)

    in_dialog(ExportDialog, answer)
    window.files.export()
    qtbot.waitUntil(lambda: path.exists() and not window.background.busy)
    table = Document(str(path)).tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["No.", "Chinese", "English", "Measures"]
    assert "μg/m³" in table.rows[2].cells[2].text
    assert table.rows[2].cells[3].text.startswith("TGT11")


def test_export_writes_a_quality_report(
    qtbot: QtBot, window: MainWindow, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    session = opened(qtbot, window, *pair)
    path = tmp_path / "quality.html"
    word: list[bool] = []

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, ExportDialog)
        dialog.form.kind.setCurrentText("Quality report (HTML)")
        word.extend(
            widget.isVisible() for widget in (dialog.form.layouts["table"], dialog.form.comments, dialog.form.tags)
        )
        dialog.choose(path)

    in_dialog(ExportDialog, answer)
    window.files.export()
    qtbot.waitUntil(lambda: path.exists() and not window.background.busy)
    assert word == [False, False, False]
    written = path.read_text(encoding="utf-8")
    assert "All open findings" in written
    assert written.count('<td class="where">') == len(session.findings())


def test_export_to_a_folder_that_is_not_there_is_a_sentence(
    qtbot: QtBot, window: MainWindow, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    opened(qtbot, window, *pair)
    said: list[str] = []

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, QMessageBox)
        said.append(dialog.text())
        dialog.accept()

    in_dialog(QMessageBox, answer)
    window.files.export_to([ExportFile(tmp_path / "none" / "out.docx", DocxOptions())])
    qtbot.waitUntil(lambda: bool(said))
    assert "does not exist" in said[0]


def test_language_is_switched_at_once(qtbot: QtBot, window: MainWindow) -> None:
    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, SettingsDialog)
        dialog.language.setCurrentIndex(dialog.language.findData("zh"))
        dialog.accept()

    in_dialog(SettingsDialog, answer)
    window.show_settings()
    assert language() == "zh"
    titles = [action.text() for action in window.menuBar().actions()]
    assert all(any("\u4e00" <= ch <= "\u9fff" for ch in title) for title in titles), titles
    box = QMessageBox(QMessageBox.Icon.Information, "", "", QMessageBox.StandardButton.Cancel, window)
    assert box.button(QMessageBox.StandardButton.Cancel).text().strip("&") == "取消"
    assert load_settings(settings_file()).language == "zh"


def test_chinese_is_locked_until_it_is_unlocked(qtbot: QtBot, window: MainWindow, pair: tuple[Path, Path]) -> None:
    opened(qtbot, window, *pair)
    session = window.session
    assert session is not None
    window.view.go_to(1, "zh")
    editor = window.view.findChildren(QTextEdit)[0]
    for locked in (True, False):
        assert editor.isReadOnly() == locked
        qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert editor.isReadOnly()


def test_opening_is_cancelled(qtbot: QtBot, window: MainWindow) -> None:
    window.files.open_sample()
    window.background.cancel()
    qtbot.waitUntil(lambda: not window.background.busy, timeout=10_000)
    assert window.session is None


def test_closing_during_work_is_safe(qtbot: QtBot) -> None:
    window = MainWindow(Settings(language="en"), Translation())
    qtbot.addWidget(window)
    window.show()
    window.files.open_sample()
    window.close()
    assert not window.background.busy or window.session is None


def test_the_keys_reach_the_text_after_opening(qtbot: QtBot, window: MainWindow, pair: tuple[Path, Path]) -> None:
    opened(qtbot, window, *pair)
    assert in_the_text(window)
    window.reviewing.apply_safe()
    qtbot.waitUntil(lambda: not window.background.busy)
    assert in_the_text(window)


def test_fixing_goes_forward(qtbot: QtBot, window: MainWindow, pair: tuple[Path, Path]) -> None:
    session = opened(qtbot, window, *pair)
    fixable = [finding for finding in session.findings() if finding.fix]
    window.findings.choose(fixable[2])
    qtbot.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    now = window.findings.current()
    assert now is not None
    assert (now.clause, now.span.start) >= (fixable[2].clause, fixable[2].span.start)


def test_search_fields_leave_the_windows_shortcuts_alone(
    qtbot: QtBot, window: MainWindow, pair: tuple[Path, Path]
) -> None:
    opened(qtbot, window, *pair)
    window.tag()
    seen: list[QWidget] = []

    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, ExportDialog)
        seen.append(dialog)
        dialog.reject()

    in_dialog(ExportDialog, look)
    qtbot.keyClick(window.measures.search, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert seen
    qtbot.keyClick(window.measures.search, Qt.Key.Key_Escape)
    assert in_the_text(window)


def test_words_that_cannot_be_written_hold_the_window_open(
    qtbot: QtBot, window: MainWindow, pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    session = opened(qtbot, window, *pair)

    def full(*_arguments: object) -> None:
        raise ProjectError("The disk is full.")

    monkeypatch.setattr(ProjectStore, "append", full)
    window.view.go_to(1, "en", focus=True)
    editor = next(
        edit for edit in window.view.findChildren(QTextEdit) if edit.toPlainText() == "I. General requirements"
    )
    qtbot.keyClicks(editor, "X")
    asked: list[str] = []

    def cancel(dialog: QWidget) -> None:
        assert isinstance(dialog, QMessageBox)
        asked.append(dialog.informativeText())
        dialog.button(QMessageBox.StandardButton.Cancel).click()

    in_dialog(QMessageBox, cancel)
    assert not window.close()
    assert asked == ["Your last words are not saved yet."]
    assert window.isVisible()
    assert "X" in editor.toPlainText()
    monkeypatch.undo()
    window.view.commit()
    assert "X" in session.clause(1).en.text


def test_a_text_alone_gets_the_room(qtbot: QtBot, window: MainWindow, pair: tuple[Path, Path]) -> None:
    opened(qtbot, window, pair[1])
    assert window.view.columnWidth(2) > 3 * window.view.columnWidth(1)
    opened(qtbot, window, *pair)
    assert abs(window.view.columnWidth(2) - window.view.columnWidth(1)) <= 2


def test_a_translation_tools_file_is_exported_corrected(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    texts = "<source>控制<g id='1'>扬尘</g></source><target>Control <g id='1'>dust</g></target>"
    body = f"<body><trans-unit id='1'>{texts}</trans-unit></body>"
    text = f"<xliff version='1.2'><file source-language='zh' target-language='en'>{body}</file></xliff>"
    path = tmp_path / "plan.xlf"
    path.write_text(text, encoding="utf-8")
    session = opened(qtbot, window, path)
    window.view.go_to(1, "en", focus=True)
    qtbot.keyClicks(window.view._editors.editor("en"), "New ")
    out = tmp_path / "out.xlf"

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, ExportDialog)
        dialog.form.kind.setCurrentText("Corrected original file")
        assert not dialog.form.layouts["table"].isVisible()
        assert dialog.form.kind.findText("For translation tools (XLIFF 2.1)") == -1
        dialog.choose(out)

    in_dialog(ExportDialog, answer)
    window.files.export()
    qtbot.waitUntil(lambda: out.exists() and not window.background.busy)
    assert session.clause(1).en.text == "New Control ⟦1⟧dust⟦/1⟧"
    assert out.read_text(encoding="utf-8") == text.replace("Control", "New Control")
    assert "Segments corrected: 1." in window.statusBar().currentMessage()


def test_other_reviews_have_no_original_to_export(qtbot: QtBot, window: MainWindow, pair: tuple[Path, Path]) -> None:
    opened(qtbot, window, *pair)
    kinds: list[tuple[str, str]] = []

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, ExportDialog)
        kinds.extend(dialog.form.kinds)
        dialog.reject()

    in_dialog(ExportDialog, answer)
    window.files.export()
    assert "original" not in {kind for kind, _ending in kinds}
    assert {ending for kind, ending in kinds if kind in ("word", "page", "data")} == set(ENDINGS)


@pytest.mark.parametrize(
    ("kind", "name", "told"),
    [
        ("One-page verdict (HTML)", "v.html", 'class="headline"'),
        ("All clauses as a page with filters (HTML)", "p.html", 'id="has-critical"'),
        ("Translation memory (TMX)", "m.tmx", "<tmx version"),
        ("Everything, for other programs (JSON)", "a.json", '"drafter-review"'),
    ],
)
def test_export_writes_each_kind(
    qtbot: QtBot, window: MainWindow, pair: tuple[Path, Path], tmp_path: Path, kind: str, name: str, told: str
) -> None:
    opened(qtbot, window, *pair)
    path = tmp_path / name

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, ExportDialog)
        dialog.form.kind.setCurrentText(kind)
        assert dialog.form.confirmed.isVisible() is (path.suffix == ".tmx")
        dialog.choose(path)

    in_dialog(ExportDialog, answer)
    window.files.export()
    qtbot.waitUntil(lambda: path.exists() and not window.background.busy)
    assert told in path.read_text(encoding="utf-8")
