"""The overview panel: progress by section and person, findings by kind and severity, followed as work goes on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from drafter.documents import read_pasted
from drafter.gui.overview.bars import draw_bar, spans
from drafter.gui.overview.panel import OverviewPanel
from drafter.gui.overview.rows import Row, said, section_rows
from drafter.gui.overview.summary import percent
from drafter.gui.overview.tally import Tally, family_name
from drafter.gui.settings.settings import Settings
from drafter.gui.toolbox.theme import LIGHT, theme_for
from drafter.gui.toolbox.translation import Translation
from drafter.gui.window.main_window import MainWindow
from drafter.i18n import set_language
from drafter.model import STATES, Amount, Progress, SectionProgress, State
from drafter.review import ReviewSession, open_pairs
from drafter.review.opening import review_pair

ZH = (
    "石桥镇清洁空气行动计划\n一、总体目标\n到2025年，全镇完成锅炉改造120台。\n"
    "二、保障措施\n各村抓好落实。\n按期通报。\n"
)
EN = (
    "Shiqiao Town Clean Air Action Plan\nI. Overall goals\nBy 2025, the town will refit 12 boilers.\n"
    "II. Safeguards\nAll villages see to it.\nReports are made onTime.\n"
)


def made() -> ReviewSession:
    return review_pair(read_pasted(ZH, "计划.docx"), read_pasted(EN, "plan.docx"), author="Liu")


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[OverviewPanel]:
    """The panel, seen."""
    panel = OverviewPanel()
    qtbot.addWidget(panel)
    panel.resize(420, 600)
    panel.show()
    qtbot.waitExposed(panel)
    yield panel
    panel.finish()
    panel.close()


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    window = MainWindow(Settings(language="en", author="Liu"), Translation())
    window.follow_language()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    session = made()
    session.save_as(tmp_path / "a.drafter")
    window.show_review(session)
    yield window
    window.close()


def opened(qtbot: QtBot, panel: OverviewPanel, session: ReviewSession | None = None) -> ReviewSession:
    session = session or made()
    session.subscribe(panel.follow)
    with qtbot.waitSignals([panel.settled, panel.counted], timeout=20_000):
        panel.set_session(session)
    return session


def rows(panel: OverviewPanel, which: str = "sections") -> list[str]:
    model = panel.section_model if which == "sections" else panel.person_model
    return [model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]


def cells(panel: OverviewPanel) -> list[list[str]]:
    model = panel.findings_model
    return [[model.index(row, column).data() for column in range(4)] for row in range(model.rowCount())]


# --- progress ---------------------------------------------------------------------------------------------------------


def test_the_whole_is_told_in_words_beside_the_bar(qtbot: QtBot, panel: OverviewPanel) -> None:
    session = opened(qtbot, panel)
    assert panel.summary.headline.text() == "0 of 6 clauses reviewed or finished"
    ids = [clause.id for clause in session.clauses]
    session.set_state(ids[:2], "reviewed")
    session.set_state(ids[4], "final")
    qtbot.waitUntil(lambda: panel.summary.headline.text() == "3 of 6 clauses reviewed or finished")
    assert panel.summary.bar.accessibleName() == "Progress"
    assert panel.summary.bar.accessibleDescription() == (
        "new: 3, 50%; translated: 0, 0%; reviewed: 2, 33%; finished: 1, 17%"
    )


def test_every_section_has_its_row_and_a_click_leads_there(qtbot: QtBot, window: MainWindow) -> None:
    session = window.session
    assert session is not None
    panel = window.overview
    assert rows(panel) == []  # behind another tab
    with qtbot.waitSignal(panel.settled, timeout=20_000):
        window.panels.bring("overview")
    assert rows(panel) == [
        "Before the first heading; 1 clause; new 1",
        "I. Overall goals; 2 clauses; new 2",
        "II. Safeguards; 3 clauses; new 3",
    ]
    session.set_state([clause.id for clause in session.clauses][3:5], "reviewed")
    qtbot.waitUntil(lambda: rows(panel)[-1] == "II. Safeguards; 3 clauses; new 1; reviewed 2")
    where = panel.sections.visualRect(panel.section_model.index(2)).center()
    qtbot.mouseClick(panel.sections.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(where))
    assert window.view.current_clause() == session.clauses[3].id
    qtbot.keyClick(panel.sections, Qt.Key.Key_Up)
    qtbot.keyClick(panel.sections, Qt.Key.Key_Return)
    assert window.view.current_clause() == session.clauses[1].id
    qtbot.keyClick(panel.sections, Qt.Key.Key_Escape)
    focused = window.focusWidget()
    assert focused is not None
    assert focused is window.view or window.view.isAncestorOf(focused)


def test_text_before_the_first_heading_is_a_section_too(qtbot: QtBot, panel: OverviewPanel) -> None:
    session = opened(qtbot, panel, open_pairs([("通报。", "Reports."), ("落实。", "They see to it.")]))
    assert rows(panel) == ["Before the first heading; 2 clauses; new 2"]
    told: list[int] = []
    panel.chosen.connect(told.append)
    panel.sections.setFocus()
    panel.sections.setCurrentIndex(panel.section_model.index(0))
    qtbot.keyClick(panel.sections, Qt.Key.Key_Return)
    assert told == [session.clauses[0].id]


def test_people_have_what_is_theirs(qtbot: QtBot, panel: OverviewPanel) -> None:
    session = opened(qtbot, panel)
    panel.which.button("sections").setFocus()
    qtbot.keyClick(panel.which.button("sections"), Qt.Key.Key_Right)
    assert panel.people.isVisible()
    assert panel.hint() == "Nobody has changed or reviewed anything yet."
    session.edit(1, "en", "A plan")
    session.author = "王"
    session.set_state([1, 2], "reviewed")
    qtbot.waitUntil(lambda: len(rows(panel, "people")) == 2)
    assert rows(panel, "people") == ["Liu; text changed in 1 clause", "王; text changed in 0 clauses; reviewed 2"]
    assert panel.hint() == ""
    panel.people.setCurrentIndex(panel.person_model.index(0))
    session.set_state(3, "reviewed")
    qtbot.waitUntil(lambda: rows(panel, "people")[1].endswith("reviewed 3"))
    assert panel.people.currentIndex().row() == 0


def test_other_pairs_and_no_review_are_followed(qtbot: QtBot, panel: OverviewPanel) -> None:
    session = opened(qtbot, panel)
    with qtbot.waitSignals([panel.settled, panel.counted], timeout=20_000):
        session.pairing.merge(session.clauses[-2].id, session.clauses[-1].id)
    assert panel.summary.headline.text() == "0 of 5 clauses reviewed or finished"
    panel.set_session(None)
    assert rows(panel) == []
    assert cells(panel) == []


# --- findings ---------------------------------------------------------------------------------------------------------


def test_findings_are_counted_by_kind_and_severity(qtbot: QtBot, panel: OverviewPanel) -> None:
    session = opened(qtbot, panel)
    found = session.findings()
    panel.which.choose("findings")
    assert cells(panel)[-1][0] == "together"
    for column, severity in enumerate(("critical", "major", "minor"), 1):
        count = sum(one.severity == severity for one in found)
        assert cells(panel)[-1][column] == (str(count) if count else "–")
    wrong = next(one for one in found if one.family == "number")
    before = sum(one.family == "number" for one in found)
    session.ignore(wrong, "agreed")
    name = family_name("number")
    qtbot.waitUntil(
        lambda: (
            sum(int(cell) for row in cells(panel) if row[0] == name for cell in row[1:] if cell != "–") == before - 1
        )
    )
    session.undo()
    qtbot.waitUntil(lambda: panel.findings_model.rowCount() > 0 and cells(panel)[0][0] == name)


def test_a_cell_leads_from_one_such_finding_to_the_next(qtbot: QtBot, window: MainWindow) -> None:
    session = window.session
    assert session is not None
    panel = window.overview
    assert cells(panel) == []  # behind another tab
    with qtbot.waitSignal(panel.counted, timeout=20_000):
        window.panels.bring("overview")
    qtbot.mouseClick(panel.which.button("findings"), Qt.MouseButton.LeftButton)
    places = list(dict.fromkeys(one.clause for one in session.findings()))
    assert len(places) > 1
    window.view.go_to(places[-1])
    together = panel.findings_model.index(panel.findings_model.rowCount() - 1, 0)
    where = panel.findings.visualRect(together).center()
    qtbot.mouseClick(panel.findings.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(where))
    assert window.view.current_clause() == places[0]
    for place in [*places[1:], places[0]]:
        qtbot.keyClick(panel.findings, Qt.Key.Key_Return)
        assert window.view.current_clause() == place
    numbers = next(row for row in range(panel.findings_model.rowCount()) if cells(panel)[row][0] == "Figures")
    panel.findings.setCurrentIndex(panel.findings_model.index(numbers, 0))
    qtbot.keyClick(panel.findings, Qt.Key.Key_Return)
    clause = window.view.current_clause()
    assert clause in {one.clause for one in session.findings() if one.family == "number"}


def test_the_tally_goes_round_and_finds_nothing_where_there_is_nothing() -> None:
    tally = Tally()
    assert tally.next_clause([1, 2, 3], None, None, None) is None
    session = open_pairs([("降至9%。", "It falls to 8%."), ("落实。", "They see to it.")])
    for clause in session.clauses:
        tally.enter(clause.id, session.findings(clause.id))
    assert tally.next_clause([1, 2], 1, "number", None) == 1
    assert tally.next_clause([1, 2], 9, None, None) == 1
    assert tally.next_clause([1, 2], None, "unit", None) is None
    tally.enter(1, ())
    assert tally.families() == []
    assert family_name("unheard-of") == "unheard-of"


def test_nothing_is_counted_before_somebody_looks(qtbot: QtBot) -> None:
    panel = OverviewPanel()
    qtbot.addWidget(panel)
    panel.set_session(made())
    panel.hold(held=True)
    panel.show()
    qtbot.wait(60)
    assert rows(panel) == []
    assert cells(panel) == []
    panel.which.choose("findings")
    assert panel.hint() == "Counting…"
    with qtbot.waitSignals([panel.settled, panel.counted], timeout=20_000):
        panel.hold(held=False)
    assert rows(panel)
    assert cells(panel)
    assert panel.hint() == ""
    panel.finish()
    panel.close()


def test_many_clauses_are_counted_bit_by_bit_and_then_followed(qtbot: QtBot, panel: OverviewPanel) -> None:
    session = open_pairs([(f"改造{n}台。", f"Some {n + n % 2} boilers.") for n in range(11, 3011)])
    session.subscribe(panel.follow)
    turns: list[bool] = []
    clock = QTimer()
    clock.timeout.connect(lambda: turns.append(True))  # something else that the window has to do
    clock.start(0)
    with qtbot.waitSignals([panel.settled, panel.counted], timeout=60_000):
        panel.set_session(session)
        turns.clear()
    assert len(turns) > 1
    session.set_state(1, "reviewed")
    with qtbot.waitSignal(panel.settled, timeout=20_000):
        session.set_state(2, "reviewed")
    assert panel.summary.headline.text() == "2 of 3000 clauses reviewed or finished"


# --- how it is drawn, and read out ------------------------------------------------------------------------------------


def test_a_state_that_is_there_at_all_is_seen() -> None:
    found = spans({"initial": 9_990, "translated": 1, "reviewed": 8, "final": 1}, 10_000, 100)
    assert list(found) == ["final", "reviewed", "translated"]
    assert all(right - left >= 2 for left, right in found.values())
    whole = spans({"initial": 0, "translated": 0, "reviewed": 1, "final": 9_999}, 10_000, 100)
    assert max(right for _left, right in whole.values()) <= 100
    assert spans(dict.fromkeys(STATES, 0), 0, 100) == {}


def test_states_look_unlike_each_other_without_colour(window: MainWindow) -> None:
    looks: dict[State, tuple[int, ...]] = {}
    for state in STATES:
        picture = QImage(40, 16, QImage.Format.Format_RGB32)
        painter = QPainter(picture)
        draw_bar(painter, QRectF(0, 0, 40, 16), {state: 1}, 1, window.palette())
        painter.end()
        inner = picture.copy(2, 2, 36, 12)
        paper = theme_for(window.palette()).base.rgb()
        looks[state] = tuple(int(inner.pixel(x, y) == paper) for y in range(12) for x in range(36))
    assert theme_for(window.palette()) is LIGHT
    assert sum(looks["initial"]) == len(looks["initial"])
    assert sum(looks["final"]) == 0
    assert len(set(looks.values())) == len(STATES)


def test_percents_never_say_nothing_of_something() -> None:
    assert [percent(part, 1000) for part in (0, 1, 15, 999, 1000)] == ["0%", "<1%", "2%", "99%", "100%"]
    assert percent(0, 0) == "0%"


def test_it_is_read_out_and_switches_languages(qtbot: QtBot, panel: OverviewPanel) -> None:
    testers = [
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        for model in (panel.section_model, panel.person_model, panel.findings_model)
    ]
    session = opened(qtbot, panel)
    names = [widget.accessibleName() for widget in (panel.which, panel.sections, panel.people, panel.findings)]
    assert names == ["What is counted", "Progress by section", "Progress by person", "Findings by kind and severity"]
    index = panel.findings_model.index(0, 1)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith("Figures, critical: ")
    session.set_state(1, "reviewed")
    set_language("zh")
    panel.retranslate()
    assert panel.findings_model.index(0, 0).data() == "数字"
    set_language("en")
    panel.retranslate()
    assert panel.findings_model.headerData(1, Qt.Orientation.Horizontal) == "critical"
    assert said(Row("Liu", (("reviewed", 2),), 9, person=True)) == "Liu; reviewed 2"
    assert all(tester.model() is not None for tester in testers)


def test_a_section_counts_what_is_below_it() -> None:
    def section(clause: int, level: int, reviewed: int, waiting: int) -> SectionProgress:
        states: dict[State, Amount] = dict.fromkeys(STATES, Amount())
        states |= {"reviewed": Amount(reviewed, 0), "initial": Amount(waiting, 0)}
        return SectionProgress(clause, level, states)

    progress = Progress({}, (section(0, 0, 1, 0), section(2, 1, 1, 1), section(4, 2, 2, 0), section(6, 1, 0, 3)), ())
    rows = section_rows(progress, {2: "I", 4: "(1)", 6: "II"}, 1)
    assert [(row.name, row.whole, row.by_state["reviewed"]) for row in rows[1:]] == [
        ("I", 4, 3), ("(1)", 2, 2), ("II", 3, 0),
    ]  # fmt: skip
    assert rows[0].whole == 1
