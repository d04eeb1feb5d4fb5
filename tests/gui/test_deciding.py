"""Deciding about findings in the window: set aside as far as is wanted, confirmed, mended alike, added, explained."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from drafter.gui.findings.explaining import RulesDialog, page_html
from drafter.gui.findings.ignored import IgnoredDialog
from drafter.gui.findings.ignoring import IgnoreDialog
from drafter.gui.findings.marking import MarkingDialog
from drafter.gui.findings.model import CONFIRMED_ROLE, GROUP_ROLE, FindingsModel, Group
from drafter.gui.settings.settings import Settings, always_file
from drafter.gui.toolbox.translation import Translation
from drafter.gui.window.main_window import MainWindow
from drafter.model import Finding, Scope
from drafter.review import ReviewSession, rule_pages
from tests.gui.acting import in_dialog

ZH = "一、锅炉\n1.PM2.5浓度下降。\n2.控制PM2.5。\n3.监测PM2.5。\n4.水质达标。\n"
EN = "I. Boilers\n1. PM2.five falls.\n2. Control PM2.five.\n3. Monitor PM2.five.\n4. The water is ? clean ?.\n"
_RULE = "number.digit-word"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    made = shown(qtbot)
    opened(qtbot, made, tmp_path)
    yield made
    made.close()


def shown(qtbot: QtBot) -> MainWindow:
    made = MainWindow(Settings(language="en", author="Li"), Translation())
    made.follow_language()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def opened(qtbot: QtBot, window: MainWindow, folder: Path, name: str = "plan") -> ReviewSession:
    zh, en = folder / f"{name}-zh.txt", folder / f"{name}-en.txt"
    zh.write_text(ZH, encoding="utf-8")
    en.write_text(EN + f"5. {name}.\n", encoding="utf-8")
    with qtbot.waitSignal(window.opened, timeout=10_000):
        window.files.open_paths([zh, en])
    qtbot.waitUntil(lambda: not window.background.busy)
    assert window.session is not None
    return window.session


def press(qtbot: QtBot, word: str, box: QWidget) -> None:
    button = next(one for one in box.findChildren(QPushButton) if one.text().replace("&", "") == word)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def of_rule(session: ReviewSession, rule: str = _RULE) -> list[Finding]:
    return [finding for finding in session.findings() if finding.rule == rule]


def answering(scope: Scope, reason: str) -> Callable[[QWidget], None]:
    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, IgnoreDialog)
        dialog.scopes[scope].setChecked(True)
        buttons = dialog.findChild(QDialogButtonBox)
        assert buttons is not None
        ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        assert ok.isEnabled() == (scope == "place")
        dialog.reason.setText(reason)
        assert ok.isEnabled()
        ok.click()

    return answer


@pytest.mark.parametrize(("scope", "left"), [("place", 2), ("text", 0), ("rule", 0)])
def test_a_finding_is_set_aside_as_far_as_is_wanted(window: MainWindow, scope: Scope, left: int) -> None:
    session = window.session
    assert session is not None
    found = of_rule(session)
    assert len(found) == 3
    window.findings.choose(found[0])
    in_dialog(IgnoreDialog, answering(scope, "meant so"))
    window.deciding.ignore()
    assert len(of_rule(session)) == left
    assert window.findings.model.row(found[0]) == -1
    window.reviewing.undo()
    assert len(of_rule(session)) == 3


def test_a_kind_is_never_heard_of_again(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    session = window.session
    assert session is not None
    window.findings.choose(of_rule(session)[0])
    in_dialog(IgnoreDialog, answering("always", "our house writes so"))
    window.deciding.ignore()
    assert of_rule(session) == []
    assert _RULE in always_file().read_text(encoding="utf-8")
    other = opened(qtbot, window, tmp_path, "another")
    assert of_rule(other) == []


def test_what_is_set_aside_is_listed_and_taken_back(window: MainWindow) -> None:
    session = window.session
    assert session is not None
    session.ignore_rule(_RULE, "meant so")
    session.ignore(session.findings()[0], "agreed")
    rows: list[list[str]] = []

    def take_back(dialog: QWidget) -> None:
        assert isinstance(dialog, IgnoredDialog)
        for row in range(dialog.table.rowCount()):
            items = [dialog.table.item(row, column) for column in range(dialog.table.columnCount())]
            rows.append([item.text() if item else "" for item in items])
        assert not dialog.back.isEnabled()
        dialog.table.selectRow(next(row for row, cells in enumerate(rows) if cells[3] == "meant so"))
        dialog.back.click()
        assert dialog.table.rowCount() == 1
        dialog.reject()

    in_dialog(IgnoredDialog, take_back)
    window.deciding.show_ignored()
    wide = next(cells for cells in rows if cells[3] == "meant so")
    assert wide[1] == "this document"
    assert wide[4] == "Li"
    assert wide[6] == "3"
    assert len(of_rule(session)) == 3


def test_confirming_is_shown_and_taken_back(window: MainWindow) -> None:
    session = window.session
    assert session is not None
    finding = of_rule(session)[0]
    window.findings.choose(finding)
    window.deciding.confirm_finding()
    model = window.findings.model
    assert model.index(model.row(finding)).data(CONFIRMED_ROLE) is True
    window.findings.choose(finding)
    window.deciding.confirm_finding()
    assert session.decision(finding) == "open"


def test_a_false_alarm(window: MainWindow) -> None:
    session = window.session
    assert session is not None
    finding = of_rule(session)[0]
    window.findings.choose(finding)
    window.deciding.reject_finding()
    assert finding in session.findings(ignored=True)
    assert window.findings.current() != finding


def test_all_fixes_of_a_kind_in_one_step(qtbot: QtBot, window: MainWindow) -> None:
    session = window.session
    assert session is not None
    others = [finding for finding in session.findings() if finding.rule != _RULE]
    window.findings.choose(of_rule(session)[0])
    for word in ("Cancel", "Apply"):
        assert len(of_rule(session)) == 3
        in_dialog(QMessageBox, partial(press, qtbot, word))
        window.deciding.apply_alike()
        qtbot.waitUntil(lambda: not window.background.busy)
    assert of_rule(session) == []
    assert [finding.rule for finding in session.findings()] == [finding.rule for finding in others]
    window.reviewing.undo()
    qtbot.waitUntil(lambda: not window.background.busy)
    assert len(of_rule(session)) == 3


def test_a_fault_of_ones_own(window: MainWindow) -> None:
    session = window.session
    assert session is not None
    window.view.go_to(5, "en", None, focus=True)
    editor = window.view._editors.editor("en")
    start = session.clause(5).en.text.index("water")
    editor.select_units(start, start + 5)

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, MarkingDialog)
        dialog.kind.setCurrentIndex(dialog.kind.findData("term.glossary"))
        dialog.severity.setCurrentIndex(dialog.severity.findData("critical"))
        dialog.note.setText("say river")
        dialog.accept()

    in_dialog(MarkingDialog, answer)
    window.deciding.mark_fault()
    found = next(finding for finding in session.findings(5) if finding.text == "water")
    assert (found.rule, found.severity) == ("term.glossary", "critical")
    assert window.findings.model.row(found) >= 0


def test_nothing_chosen_says_what_to_do(window: MainWindow) -> None:
    window.view.setFocus()
    window.deciding.mark_fault()
    assert "Select the wrong words" in window.statusBar().currentMessage()


def test_groups(window: MainWindow) -> None:
    panel, session = window.findings, window.session
    assert session is not None
    chosen = of_rule(session)[1]
    panel.choose(chosen)
    panel.grouping.setCurrentIndex(panel.grouping.findData("rule"))
    groups = [group for row in range(panel.model.rowCount()) if (group := panel.model.index(row).data(GROUP_ROLE))]
    assert all(isinstance(group, Group) for group in groups)
    assert sum(group.count for group in groups) == len(session.findings())
    assert panel.current() == chosen
    assert not panel.model.flags(panel.model.index(0)) & Qt.ItemFlag.ItemIsSelectable
    order = {clause.id: place for place, clause in enumerate(session.clauses)}
    first = session.findings()[0]
    following = panel.model.after(first.clause, first.side, first.span.start, order, 1)
    assert following == next(one for one in session.findings() if (one.clause, one.span) > (first.clause, first.span))
    panel.grouping.setCurrentIndex(panel.grouping.findData("severity"))
    assert panel.model.index(0).data(GROUP_ROLE).title in ("critical", "major")


def test_an_empty_list_has_no_next_one() -> None:
    assert FindingsModel().after(1, "en", 0, {1: 0}, 1) is None


def test_the_rule_is_explained(qtbot: QtBot, window: MainWindow) -> None:
    session = window.session
    assert session is not None
    window.findings.choose(of_rule(session)[0])
    window.deciding.explain()
    dialog = window.findChild(RulesDialog)
    assert dialog is not None
    page = next(page for page in rule_pages() if page.name == _RULE)
    assert page.title in dialog.page.toPlainText()
    assert dialog.list.count() == len(list(rule_pages()))
    dialog.search.setText("quot")
    visible = [row for row in range(dialog.list.count()) if not dialog.list.item(row).isHidden()]
    assert 0 < len(visible) < dialog.list.count()
    dialog.close()


def test_pages_escape_what_they_show() -> None:
    for page in rule_pages("zh"):
        assert "<script" not in page_html(page)
        assert page.name in page_html(page)


def test_a_fault_wants_its_kind(qtbot: QtBot) -> None:
    dialog = MarkingDialog("water")
    qtbot.addWidget(dialog)
    assert not dialog.ok.isEnabled()
    dialog.kind.setCurrentIndex(dialog.kind.findData("term.glossary"))
    assert dialog.ok.isEnabled()
