"""The panel of findings: put together, narrowed, selected by keys and mouse, decided about together."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot

from drafter.gui.findings.ignoring import IgnoreDialog, IgnoreManyDialog
from drafter.gui.findings.listing import FindingsList
from drafter.gui.findings.model import CONFIRMED_ROLE, GROUP_ROLE, Group
from drafter.gui.findings.sections import sections_of
from drafter.gui.window.main_window import MainWindow
from drafter.i18n import set_language
from drafter.model import Clause, ClauseSide, Finding
from drafter.review import ReviewSession, open_pair, rule_title
from tests.gui.acting import in_dialog

ZH = "一、总体要求\n1.PM2.5浓度下降。\n2.控制PM2.5。\n二、保障措施\n1.监测PM2.5。\n2.水质达标。\n"
EN = (
    "I. General requirements\n1. PM2.five falls.\n2. Control PM2.five.\n"
    "II. Safeguards\n1. Monitor PM2.five.\n2. The water is ? clean ?.\n"
)
_RULE = "number.digit-word"


@pytest.fixture
def session(window: MainWindow, tmp_path: Path) -> Iterator[ReviewSession]:
    zh, en = tmp_path / "zh.txt", tmp_path / "en.txt"
    zh.write_text(ZH, encoding="utf-8")
    en.write_text(EN, encoding="utf-8")
    made = open_pair(zh, en, author="Li")
    window.show_review(made)
    assert len(of_rule(made)) == 3
    yield made
    set_language("en")


def of_rule(session: ReviewSession) -> list[Finding]:
    return [finding for finding in session.findings() if finding.rule == _RULE]


def list_of(window: MainWindow) -> FindingsList:
    found = window.findings.findChild(FindingsList)
    assert found is not None
    return found


def group_by(window: MainWindow, grouping: str) -> dict[str, int]:
    """Group the list, and give its groups with their counts."""
    panel = window.findings
    panel.grouping.setCurrentIndex(panel.grouping.findData(grouping))
    rows = (panel.model.index(row).data(GROUP_ROLE) for row in range(panel.model.rowCount()))
    return {group.title: group.count for group in rows if isinstance(group, Group)}


def click(qtbot: QtBot, window: MainWindow, finding: Finding, keys: Qt.KeyboardModifier) -> None:
    list_ = list_of(window)
    index = window.findings.model.index(window.findings.model.row(finding))
    list_.scrollTo(index)
    qtbot.mouseClick(list_.viewport(), Qt.MouseButton.LeftButton, keys, list_.visualRect(index).center())


def select_all_of_rule(qtbot: QtBot, window: MainWindow, session: ReviewSession) -> list[Finding]:
    found = of_rule(session)
    click(qtbot, window, found[0], Qt.KeyboardModifier.NoModifier)
    for one in found[1:]:
        click(qtbot, window, one, Qt.KeyboardModifier.ControlModifier)
    assert window.findings.selected() == found
    return found


def test_findings_are_put_together_by_section(window: MainWindow, session: ReviewSession) -> None:
    counts = group_by(window, "section")
    first, second = ("I. General requirements", "II. Safeguards")
    assert list(counts) == [first, second]
    assert sum(counts.values()) == len(session.findings())
    set_language("zh")
    assert list(group_by(window, "text")) == []
    assert list(group_by(window, "section")) == ["一、总体要求", "二、保障措施"]


def test_sections_of_the_same_name_are_two() -> None:
    def clause(id_: int, text: str, level: int) -> Clause:
        return Clause(id_, ClauseSide(), ClauseSide((), text, text), level=level)

    clauses = [clause(1, "Preamble.", 0), clause(2, "Goals", 1), clause(3, "Less.", 0), clause(4, "Goals", 1)]
    places = sections_of(clauses, "zh")
    assert [places[id_].title for id_ in range(1, 5)] == ["", "Goals", "Goals", "Goals"]
    assert [places[id_].heading for id_ in range(1, 5)] == [0, 2, 2, 4]


def test_findings_are_put_together_by_state(window: MainWindow, session: ReviewSession) -> None:
    clause = of_rule(session)[0].clause
    session.set_state(clause, "reviewed")
    counts = group_by(window, "state")
    here = len(session.findings(clause))
    assert counts == {"new": len(session.findings()) - here, "reviewed": here}


def test_the_list_is_narrowed_by_state(window: MainWindow, session: ReviewSession) -> None:
    panel = window.findings
    found = of_rule(session)
    session.set_state(found[0].clause, "reviewed")
    panel.state.setCurrentIndex(panel.state.findData("reviewed"))
    assert {one.clause for one in panel.model.findings()} == {found[0].clause}
    assert panel._count.text().startswith(f"{len(panel.model.findings())} of {len(session.findings())} findings")
    session.confirm(found[1])
    panel.state.setCurrentIndex(panel.state.findData("confirmed"))
    assert panel.model.findings() == [found[1]]
    panel.state.setCurrentIndex(panel.state.findData("final"))
    assert panel.model.findings() == []
    assert panel._count.text() == f"None of {len(session.findings())} findings is like that."
    panel.state.setCurrentIndex(0)
    assert panel.model.findings() == session.findings()


def test_a_tip_has_the_rules_name_in_words_and_as_it_is_written(window: MainWindow, session: ReviewSession) -> None:
    model = window.findings.model
    tip = model.index(model.row(of_rule(session)[0])).data(Qt.ItemDataRole.ToolTipRole)
    assert rule_title(_RULE) in tip
    assert _RULE in tip
    assert _RULE not in model.index(model.row(of_rule(session)[0])).data(Qt.ItemDataRole.DisplayRole)


def test_the_keys_pass_over_the_heads_of_groups(qtbot: QtBot, window: MainWindow, session: ReviewSession) -> None:
    group_by(window, "rule")
    list_, model = list_of(window), window.findings.model
    list_.setFocus()
    first = next(row for row in range(model.rowCount()) if model.finding(row))
    list_.setCurrentIndex(model.index(first))
    seen = [window.findings.current()]
    for _time in session.findings()[1:]:
        qtbot.keyClick(list_, Qt.Key.Key_Down)
        seen.append(window.findings.current())
    assert None not in seen
    assert len({id(one) for one in seen}) == len(session.findings())


def test_enter_goes_to_the_text(qtbot: QtBot, window: MainWindow, session: ReviewSession) -> None:
    wanted = of_rule(session)[2]
    click(qtbot, window, wanted, Qt.KeyboardModifier.NoModifier)
    list_of(window).setFocus()
    qtbot.keyClick(list_of(window), Qt.Key.Key_Return)
    editor = window.view._editors.editor("en")
    qtbot.waitUntil(editor.hasFocus)
    assert window.view.current_clause() == wanted.clause
    assert editor.textCursor().selectedText() == wanted.text


def test_delete_sets_one_aside(qtbot: QtBot, window: MainWindow, session: ReviewSession) -> None:
    wanted = of_rule(session)[1]
    click(qtbot, window, wanted, Qt.KeyboardModifier.NoModifier)

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, IgnoreDialog)
        qtbot.keyClicks(dialog.reason, "meant so")
        qtbot.keyClick(dialog.reason, Qt.Key.Key_Return)

    in_dialog(IgnoreDialog, answer)
    qtbot.keyClick(list_of(window), Qt.Key.Key_Delete)
    assert wanted in session.findings(ignored=True)
    assert session.revisions[-1].reason == "meant so"


def test_several_are_set_aside_for_one_reason_in_one_step(
    qtbot: QtBot, window: MainWindow, session: ReviewSession
) -> None:
    before = session.findings()
    found = select_all_of_rule(qtbot, window, session)
    assert "3 findings are selected" in window.findings._said.text()
    assert not window.findings._fix.isEnabled()

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, IgnoreManyDialog)
        buttons = dialog.findChild(QDialogButtonBox)
        assert buttons is not None
        ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        assert not ok.isEnabled()
        qtbot.keyClicks(dialog.reason, "names of products")
        qtbot.mouseClick(ok, Qt.MouseButton.LeftButton)

    in_dialog(IgnoreManyDialog, answer)
    qtbot.keyClick(list_of(window), Qt.Key.Key_Delete)
    assert session.findings() == [one for one in before if one not in found]
    assert {one.reason for one in session.ignores()} == {"names of products"}
    assert len(session.ignores()) == 3
    assert session.revisions[-1].author == "Li"
    assert "3 findings set aside" in window.statusBar().currentMessage()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.findings() == before
    assert not session.can_undo


def test_setting_several_aside_can_be_thought_better_of(
    qtbot: QtBot, window: MainWindow, session: ReviewSession
) -> None:
    before = session.findings()
    select_all_of_rule(qtbot, window, session)
    in_dialog(IgnoreManyDialog, lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Escape))
    qtbot.keyClick(window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert session.findings() == before
    assert session.revisions == ()


def test_the_space_bar_confirms_and_takes_that_back(qtbot: QtBot, window: MainWindow, session: ReviewSession) -> None:
    model, list_ = window.findings.model, list_of(window)
    found = select_all_of_rule(qtbot, window, session)
    qtbot.keyClick(list_, Qt.Key.Key_Space)
    assert all(session.decision(one) == "confirmed" for one in found)
    assert model.index(model.row(found[0])).data(CONFIRMED_ROLE)
    assert len({one.group for one in session.revisions}) == 1
    found = select_all_of_rule(qtbot, window, session)
    qtbot.keyClick(list_, Qt.Key.Key_Space)
    assert all(session.decision(one) == "open" for one in found)
    click(qtbot, window, found[0], Qt.KeyboardModifier.NoModifier)
    qtbot.keyClick(list_, Qt.Key.Key_Space)
    assert [session.decision(one) for one in found] == ["confirmed", "open", "open"]


def test_all_are_selected_without_the_heads_of_groups(qtbot: QtBot, window: MainWindow, session: ReviewSession) -> None:
    group_by(window, "severity")
    list_ = list_of(window)
    list_.setFocus()
    qtbot.keyClick(list_, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert sorted(window.findings.selected(), key=repr) == sorted(session.findings(), key=repr)


def test_keys_do_nothing_where_nothing_is_chosen(qtbot: QtBot, window: MainWindow, session: ReviewSession) -> None:
    list_ = list_of(window)
    list_.setCurrentIndex(QModelIndex())
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_Space):
        qtbot.keyClick(list_, key)
    assert session.revisions == ()
