"""The history panel: what became of a clause, the way back, and what changed since, with keys and the mouse."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDateTime, QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPalette
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMessageBox, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from drafter.gui.history.delegate import HistoryDelegate
from drafter.gui.history.entries import Entry, entries_of, entries_since, shortened, spoken
from drafter.gui.history.model import HistoryModel
from drafter.gui.history.panel import HistoryPanel
from drafter.gui.history.when import when, yesterday
from drafter.gui.settings.settings import Settings
from drafter.gui.toolbox.theme import LIGHT
from drafter.gui.toolbox.translation import Translation
from drafter.gui.window.main_window import MainWindow
from drafter.i18n import set_language
from drafter.model import Revision, Span
from drafter.review import Difference, Past, ReviewSession, open_pairs, open_project, rule_title
from tests.gui.acting import in_dialog

PAIRS = [
    ("一、总体目标", "I. Overall goals"),
    ("全镇改造锅炉120台。", "The town refits 120 boilers."),
    ("各村抓好落实。", "All villages see to it."),
]
TEXT = PAIRS[1][1]


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[HistoryPanel]:
    """The panel, seen."""
    panel = HistoryPanel()
    qtbot.addWidget(panel)
    panel.resize(420, 600)
    panel.show()
    qtbot.waitExposed(panel)
    yield panel
    panel.finish()
    panel.close()


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    made = MainWindow(Settings(language="en", author="Liu"), Translation())
    made.follow_language()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    session = open_pairs(PAIRS, author="Liu")
    session.save_as(tmp_path / "a.drafter")
    made.show_review(session)
    yield made
    made.close()


def opened(qtbot: QtBot, panel: HistoryPanel, clause: int | None = 2) -> ReviewSession:
    session = open_pairs(PAIRS, author="Liu")
    session.subscribe(panel.follow)
    panel.set_session(session)
    panel.set_clause(clause)
    return session


def whats(panel: HistoryPanel) -> list[str]:
    return [entry.what for entry in panel.model.entries]


def wait_for(qtbot: QtBot, panel: HistoryPanel, rows: Sequence[str]) -> None:
    qtbot.waitUntil(lambda: whats(panel) == list(rows), timeout=10_000)


def session_of(window: MainWindow) -> ReviewSession:
    assert window.session is not None
    return window.session


# --- a clause ---------------------------------------------------------------------------------------------------------


def test_every_change_of_the_clause_is_a_row_newest_first(qtbot: QtBot, panel: HistoryPanel) -> None:
    session = opened(qtbot, panel)
    session.edit(2, "en", TEXT.replace("120", "12"), "misprint")
    session.edit(1, "en", "I. Goals")
    session.set_state(2, "reviewed")
    session.tag(2, "TGT11")
    session.add_note(2, "Ask them.")
    session.undo()
    wait_for(qtbot, panel, [
        "Note deleted (undone)", "Note written", "Tagged: TGT11 Concentration targets",
        "State: new → reviewed", "English text changed", "The text as loaded",
    ])  # fmt: skip
    text = panel.model.entries[4]
    assert text.heading.startswith("Liu · today ")
    assert [(one.kind, one.text) for one in text.diff if one.kind != "equal"] == [("delete", "120"), ("insert", "12")]
    assert text.reason == "misprint"


def test_another_clause_is_followed(qtbot: QtBot, panel: HistoryPanel) -> None:
    session = opened(qtbot, panel)
    session.tag(2, "TGT11")
    session.untag(2, "TGT11")
    session.add_note(3, "Which?")
    wait_for(qtbot, panel, ["Tag taken off: TGT11 Concentration targets", "Tagged: TGT11 Concentration targets"])
    panel.set_clause(3)
    wait_for(qtbot, panel, ["Note written"])
    panel.set_clause(1)
    wait_for(qtbot, panel, [])
    panel.set_clause(None)
    assert whats(panel) == []
    panel.set_session(None)
    assert whats(panel) == []


def test_what_an_edit_only_carries_along_is_left_out(qtbot: QtBot, panel: HistoryPanel) -> None:
    session = open_pairs([("降至9%。", "It falls to 8% in the town.")])
    session.subscribe(panel.follow)
    panel.set_session(session)
    panel.set_clause(1)
    finding = next(one for one in session.findings() if one.rule == "number.value")
    title = rule_title("number.value")
    session.ignore(finding, "as agreed")
    session.add_finding(1, "en", Span(22, 26), "accuracy/omission", note="Which town?")
    session.edit(1, "en", "It shrinks to 8% in the town.")
    assert [one.kind for one in session.revisions].count("decision") == 3  # the decision was carried over
    assert [one.kind for one in session.revisions].count("finding") == 2
    wait_for(qtbot, panel, [
        "English text changed", "Own finding added: accuracy/omission: Which town?",
        f"Ignored: {title}", "The text as loaded",
    ])  # fmt: skip
    panel.which.choose("since")
    panel.since.choices.setCurrentIndex(3)
    wait_for(qtbot, panel, [
        "Clause 1", "Own finding added: accuracy/omission: Which town? (2 changes)", "English text changed",
        f"Ignored: {title}",
    ])  # fmt: skip


def test_wide_ignores_decisions_and_own_findings_are_told(qtbot: QtBot, panel: HistoryPanel) -> None:
    session = open_pairs([("降至9%。", "It falls to 8%.")])
    session.subscribe(panel.follow)
    panel.set_session(session)
    panel.set_clause(1)
    finding = next(one for one in session.findings() if one.rule == "number.value")
    title = rule_title("number.value")
    session.confirm(finding)
    session.reject(finding)
    session.reopen(finding)
    session.ignore_rule("number.value", "settled by phone")
    session.undo()
    own = session.add_finding(1, "zh", Span(0, 2), "style")
    session.change_finding(own.id, severity="minor")
    session.remove_finding(own.id)
    wait_for(qtbot, panel, [
        "Own finding removed: style", "Own finding changed: style", "Own finding added: style",
        f"Rule heeded again: {title} (undone)",
        f"Rule ignored in this document: {title}",
        f"Decision taken back: {title}",
        f"Rejected, the rule is wrong here: {title}",
        f"Confirmed as a fault: {title}",
    ])  # fmt: skip


def test_nothing_is_looked_up_before_somebody_looks(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    history = ReviewSession.history

    def counted(session: ReviewSession, clause: int) -> tuple[Past, ...]:
        asked.append(clause)
        return history(session, clause)

    monkeypatch.setattr(ReviewSession, "history", counted)
    panel = HistoryPanel()
    qtbot.addWidget(panel)
    session = opened(qtbot, panel)
    session.edit(2, "en", "Twelve boilers.")
    panel.hold(held=True)
    panel.show()
    qtbot.wait(250)
    assert asked == []
    panel.hold(held=False)
    qtbot.waitUntil(lambda: "English text changed" in whats(panel))
    assert set(asked) == {2}
    panel.finish()
    panel.close()


# --- the way back -----------------------------------------------------------------------------------------------------


def test_the_clause_goes_back_with_keys_and_mouse_and_forth_again(qtbot: QtBot, window: MainWindow) -> None:
    session = session_of(window)
    window.view.go_to(2)
    window.panels.bring("history")
    session.edit(2, "en", "First wording.")
    session.set_state(2, "reviewed")
    session.edit(2, "en", "Second wording.")
    panel = window.history
    wait_for(qtbot, panel, [
        "State: reviewed → translated", "English text changed", "State: new → reviewed", "English text changed",
        "The text as loaded",
    ])  # fmt: skip
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_Home)
    assert not panel.back.isEnabled()  # a state is no text
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    assert panel.hint() == "The clause reads like this now."
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    qtbot.waitUntil(panel.back.isEnabled)
    qtbot.mouseClick(panel.back, Qt.MouseButton.LeftButton)
    assert session.clause(2).en.text == "First wording."
    qtbot.waitUntil(lambda: len(panel.model.entries) == 6)
    last = panel.list.visualRect(panel.model.index(5)).center()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=last)
    qtbot.mouseClick(panel.back, Qt.MouseButton.LeftButton)
    assert session.clause(2).en.text == TEXT
    window.reviewing.undo()
    assert session.clause(2).en.text == "First wording."


def test_what_is_being_typed_is_kept_before_going_back(qtbot: QtBot, window: MainWindow) -> None:
    session = session_of(window)
    window.view.go_to(2, "en", Span(0, 0), focus=True)
    session.edit(2, "en", "First wording.")
    window.panels.bring("history")
    qtbot.waitUntil(lambda: len(window.history.model.entries) == 2)
    typed_into = window.focusWidget()
    assert typed_into is not None
    qtbot.keyClicks(typed_into, "X")
    window.retracing.restore(2, 0)
    assert session.clause(2).en.text == TEXT
    assert [one.after for one in session.revisions if one.kind == "text"][1].count("X") == 1
    window.retracing.restore(2, 0)
    assert "reads like that already" in window.statusBar().currentMessage()


def test_a_finished_clause_says_why_it_can_t_go_back(qtbot: QtBot, window: MainWindow) -> None:
    session = session_of(window)
    window.view.go_to(2)
    window.panels.bring("history")
    session.edit(2, "en", "First wording.")
    session.set_state(2, "final", overrule="so be it")
    panel = window.history
    wait_for(qtbot, panel, ["State: new → finished", "English text changed", "The text as loaded"])
    panel.list.setCurrentIndex(panel.model.index(2))
    assert not panel.back.isEnabled()
    assert panel.hint() == "Clause 2 is finished: reopen it before you change it."
    session.set_state(2, "translated")
    qtbot.waitUntil(panel.back.isEnabled)
    assert panel.hint() == ""


def test_fixes_are_told_in_plain_words(qtbot: QtBot, panel: HistoryPanel) -> None:
    session = open_pairs([("降至9%。", "It falls to9 %.")])
    session.subscribe(panel.follow)
    panel.set_session(session)
    panel.set_clause(1)
    made = session.apply_fixes("suggested")
    assert made[0].reason == "spacing.glued, spacing.stray"
    wait_for(qtbot, panel, ["English text changed", "The text as loaded"])
    assert panel.model.entries[0].reason == ", ".join(map(rule_title, ("spacing.glued", "spacing.stray")))
    assert "spacing" not in panel.model.entries[0].reason


def test_a_review_that_can_only_be_looked_at_says_so(qtbot: QtBot, panel: HistoryPanel, tmp_path: Path) -> None:
    path = tmp_path / "a.drafter"
    first = open_pairs(PAIRS, author="Liu")
    first.edit(2, "en", "First wording.")
    first.save_as(path)
    second = open_project(path)
    assert second.read_only is not None
    panel.set_session(second)
    panel.set_clause(2)
    qtbot.waitUntil(lambda: len(panel.model.entries) == 2)
    panel.list.setCurrentIndex(panel.model.index(1))
    assert not panel.back.isEnabled()
    assert panel.hint()
    second.close()
    first.close()


def test_a_text_that_was_paired_otherwise_is_refused_in_words(qtbot: QtBot, window: MainWindow) -> None:
    session = session_of(window)
    session.edit(2, "en", "First wording.")
    session.pairing.merge(2, 3)
    window.view.go_to(2)
    window.panels.bring("history")
    panel = window.history
    qtbot.waitUntil(lambda: "Paired otherwise" in whats(panel))
    told: list[str] = []

    def answer(box: QWidget) -> None:
        assert isinstance(box, QMessageBox)
        told.append(box.text())
        box.accept()

    in_dialog(QMessageBox, answer)
    window.retracing.restore(2, 0)
    assert len(told) == 1
    assert "paired otherwise" in told[0]


# --- since ------------------------------------------------------------------------------------------------------------


def test_what_changed_since_is_grouped_and_a_click_leads_there(qtbot: QtBot, window: MainWindow) -> None:
    session = session_of(window)
    session.edit(3, "en", "They see to it.")
    session.edit(2, "en", "Twelve boilers.")
    session.edit(2, "en", "Twelve boilers are refitted.")
    session.author = "Wang"
    session.edit(2, "en", "Twelve boilers will be refitted.")
    window.panels.bring("history")
    panel = window.history
    qtbot.mouseClick(panel.which.button("since"), Qt.MouseButton.LeftButton)
    wait_for(qtbot, panel, [
        "Clause 2", "English text changed (3 changes)",
        "Clause 3", "English text changed",
    ])  # fmt: skip
    assert panel.model.entries[0].heading == "Twelve boilers will be refitted."
    assert panel.model.entries[1].heading.startswith("Liu, Wang · today")
    assert not panel.back.isVisible()
    window.view.go_to(1)
    where = panel.list.visualRect(panel.model.index(2)).center()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert window.view.current_clause() == 3
    qtbot.keyClick(panel.list, Qt.Key.Key_Home)
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert window.view.current_clause() == 2
    qtbot.keyClick(panel.list, Qt.Key.Key_Escape)
    focused = window.focusWidget()
    assert focused is not None
    assert focused is window.view or window.view.isAncestorOf(focused)
    session.edit(3, "en", PAIRS[2][1])
    wait_for(qtbot, panel, ["Clause 2", "English text changed (3 changes)"])


def test_since_when(qtbot: QtBot, panel: HistoryPanel) -> None:
    session = opened(qtbot, panel)
    session.edit(2, "en", "Twelve boilers.")
    panel.which.choose("since")
    whole = ["Clause 2", "English text changed"]
    wait_for(qtbot, panel, whole)
    for row in (1, 3):
        panel.since.choices.setCurrentIndex(row)
        wait_for(qtbot, panel, whole)
    panel.since.choices.setCurrentIndex(2)
    assert panel.since.moment.isVisible()
    wait_for(qtbot, panel, whole)
    panel.since.moment.setDateTime(QDateTime.currentDateTime().addDays(1))
    wait_for(qtbot, panel, [])
    panel.which.choose("here")
    qtbot.waitUntil(lambda: "The text as loaded" in whats(panel))
    assert not panel.since.isVisible()


def test_arrows_go_through_the_switch_and_esc_leaves(qtbot: QtBot, panel: HistoryPanel) -> None:
    left: list[bool] = []
    panel.left.connect(lambda: left.append(True))
    panel.since.choices.setCurrentIndex(2)
    panel.which.button("here").setFocus()
    qtbot.keyClick(panel.which.button("here"), Qt.Key.Key_Right)
    assert panel.which.current() == "since"
    for place in (panel.which.button("since"), panel.since.choices, panel.since.moment, panel.list):
        left.clear()
        qtbot.keyClick(place, Qt.Key.Key_Escape)
        assert left == [True]


def test_thousands_of_changes_never_hold_the_window_up(qtbot: QtBot, panel: HistoryPanel) -> None:
    session = open_pairs([(f"改造锅炉{n}台。", f"Some {n} boilers are refitted.") for n in range(11, 1511)])
    for clause in session.clauses:
        session.edit(clause.id, "en", clause.en.text.replace("are", "will be"))
    panel.set_session(session)
    panel.which.choose("since")
    qtbot.waitUntil(lambda: panel.model.rowCount() == 2 * len(session.clauses), timeout=60_000)
    panel.list.scrollToBottom()
    assert panel.model.entries[-1].clause == session.clauses[-1].id


# --- words, and how they are drawn ------------------------------------------------------------------------------------

NOON = datetime(2026, 3, 5, 12, 0).astimezone()


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        (NOON - timedelta(hours=1), "today 11:00"),
        (NOON - timedelta(hours=20), "yesterday 16:00"),
        (NOON - timedelta(days=40), "24/01/2026 12:00"),
    ],
)
def test_moments_are_local_and_plain(window: MainWindow, moment: datetime, shown: str) -> None:
    told = moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    assert when(told, NOON) == shown
    assert window.isVisible()


def test_a_moment_that_is_none_says_nothing() -> None:
    assert [when(words) for words in ("", "soon", "99999-01-01")] == ["", "", ""]
    assert yesterday(NOON) == datetime(2026, 3, 4).astimezone()


def test_long_stretches_that_were_kept_are_cut_between_words() -> None:
    kept = "The town government and all of its villages will refit every boiler that is older than ten years now "
    found = shortened([Difference("equal", kept), Difference("insert", "today"), Difference("equal", f" {kept}")])
    assert [one.text for one in found] == ["… than ten years now ", "today", " The town government and …"]
    gone = shortened([Difference("delete", kept * 3), Difference("insert", kept * 3)])
    first, last = (
        "The town government and all of its villages will refit every",
        "will refit every boiler that is older",
    )
    assert gone[0].text == f"{first} … {last} than ten years now "
    assert gone[1].text == kept * 3
    short = [Difference("equal", "A b "), Difference("delete", "c")]
    assert list(shortened(short)) == short


def test_rows_are_read_out(qtbot: QtBot, panel: HistoryPanel) -> None:
    session = opened(qtbot, panel)
    session.edit(2, "en", TEXT.replace("120", "12"), "number.value, a misprint")
    qtbot.waitUntil(lambda: panel.model.rowCount() == 2)
    said = panel.model.index(0).data()
    assert said.startswith("English text changed; Liu · today")
    assert said.endswith("taken out: “120”; put in: “12”; number.value, a misprint")
    assert "<s>120</s><u>12</u>" in panel.model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert panel.list.accessibleName() == "Changes"
    assert panel.which.accessibleName() == "Which changes are shown"


def drawn(entry: Entry, width: int = 400, palette: QPalette | None = None) -> QImage:
    panel = HistoryPanel()
    model = HistoryModel()
    model.set_entries((entry,))
    delegate = HistoryDelegate(panel.list)
    option = QStyleOptionViewItem()
    option.font = panel.font()
    option.palette = palette or panel.palette()
    option.rect = QRect(0, 0, width, 10)
    height = delegate.sizeHint(option, model.index(0)).height()
    option.rect = QRect(0, 0, width, height)
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(option.palette.base().color())
    painter = QPainter(picture)
    delegate.paint(painter, option, model.index(0))
    painter.end()
    return picture


def rows_of(picture: QImage, colour: int) -> list[int]:
    """Give how many pixels of a colour stand in each row of a picture."""
    return [sum(picture.pixel(x, y) == colour for x in range(picture.width())) for y in range(picture.height())]


def test_deletions_are_struck_out_and_insertions_underlined(window: MainWindow) -> None:
    taken = Entry(1, "x", diff=(Difference("delete", "taken𫚖 out of it"),), side="en", revision=1)
    put = Entry(1, "x", diff=(Difference("insert", "taken𫚖 out of it"),), side="en", revision=1)
    struck = rows_of(drawn(taken), LIGHT.underlines["critical"].rgb())
    under = rows_of(drawn(put), LIGHT.tag.rgb())
    line, foot = struck.index(max(struck)), under.index(max(under))
    assert max(struck) > 60
    assert max(under) > 60
    assert line < foot  # one goes through the words, the other below them
    assert window.isVisible()


def test_a_very_long_change_takes_a_few_lines_only(window: MainWindow) -> None:
    long = Entry(1, "x", diff=(Difference("insert", "many words " * 400),), side="en", revision=1)
    heights = [drawn(long, width).height() for width in (200, 400)]
    assert max(heights) < 400
    assert window.isVisible()


def test_the_model_keeps_to_the_rules_and_languages_switch(qtbot: QtBot, panel: HistoryPanel) -> None:
    tester = QAbstractItemModelTester(panel.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    session = opened(qtbot, panel)
    session.edit(2, "en", "Twelve boilers.")
    qtbot.waitUntil(lambda: panel.model.rowCount() == 2)
    set_language("zh")
    panel.retranslate()
    set_language("en")
    panel.retranslate()
    assert whats(panel)[-1] == "The text as loaded"
    assert tester.model() is panel.model


def test_what_another_program_wrote_is_told_all_the_same(panel: HistoryPanel) -> None:
    session = open_pairs(PAIRS)
    rows = [
        Revision(1, "finding", 2, "en", "", "no JSON", "", "never", key="a"),
        Revision(2, "state", 2, "zh", "new", "unknown", "", "", group=2),
    ]
    found = entries_of(2, [Past(one) for one in rows], session.taxonomy)
    assert [one.what for one in found] == ["State: new → unknown", "Own finding changed"]
    assert [spoken(one) for one in found][1] == "Own finding changed; Somebody"
    assert entries_since((), {}, session.taxonomy) == []
    assert panel.isVisible()
