"""The outline panel: the sections of a review, their counts, and the way to them."""

import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from drafter.gui.outline.model import ROW_ROLE, Count, OutlineModel, Row
from drafter.gui.outline.panel import OutlinePanel
from drafter.gui.outline.sections import sections_of
from drafter.gui.settings.settings import Settings
from drafter.gui.toolbox.translation import Translation
from drafter.gui.window.main_window import MainWindow
from drafter.review import ReviewSession, open_pairs
from tests.yardstick import allowed

PAIRS = (
    ("青川市清水行动方案", "Clear Water Action Plan of Qingchuan City"),
    ("为改善水质，制定本方案。", "This plan is made to improve the water."),
    ("一、工作目标", "I. Goals"),
    ("到2026年，PM2.5浓度下降10%。", "By 2026 the concentration ofPM2.five is to fall by 20%."),
    ("二、主要任务", "II. Main tasks"),
    ("（一）控制污染", "(1) Control pollution"),
    ("1.关闭排污口。年内关闭30个。", "1. Close outlets. This year 30 of them are to be closed."),
    ("2.更新管网。年内更新40公里。", "2. Renew pipes. This year 50 km of them are to be renewed."),
    ("（二）加强监测", "(2) Strengthen monitoring"),
    ("新建站点5个。", "Five stations are to be built."),
)


@pytest.fixture
def panels(qtbot: QtBot) -> Iterator[Callable[[ReviewSession], OutlinePanel]]:
    """Give a function that shows a review in a panel, and waits until its sections are there."""
    made: list[OutlinePanel] = []

    def show(session: ReviewSession) -> OutlinePanel:
        panel = OutlinePanel()
        qtbot.addWidget(panel)
        made.append(panel)
        panel.resize(360, 500)
        panel.show()
        with qtbot.waitSignal(panel.settled):
            panel.set_session(session)
        session.subscribe(panel.follow)
        return panel

    yield show
    for panel in made:
        panel.finish()


def rows(model: OutlineModel, parent: QModelIndex | None = None, depth: int = 0) -> list[str]:
    """Tell the tree: what each row shows first, deeper ones further in."""
    told = []
    for number in range(model.rowCount(parent or QModelIndex())):
        index = model.index(number, 0, parent or QModelIndex())
        told.append("  " * depth + str(index.data()))
        told += rows(model, index, depth + 1)
    return told


def row(index: QModelIndex) -> Row:
    found = index.data(ROW_ROLE)
    assert isinstance(found, Row)
    return found


def test_tree(panels: Callable[[ReviewSession], OutlinePanel]) -> None:
    panel = panels(open_pairs(PAIRS))
    QAbstractItemModelTester(panel.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert rows(panel.model) == [
        "青川市清水行动方案",
        "  一、工作目标",
        "  二、主要任务",
        "    （一）控制污染",
        "      1. 关闭排污口",
        "      2. 更新管网",
        "    （二）加强监测",
    ]
    first = panel.model.index_of(1)
    assert row(first).lines == ("一、工作目标", "I. Goals")
    panel.languages.setCurrentIndex(2)
    assert row(first).lines == ("I. Goals",)


def test_counts_are_those_of_the_section_and_below(panels: Callable[[ReviewSession], OutlinePanel]) -> None:
    session = open_pairs(PAIRS)
    panel = panels(session)
    for number, section in enumerate(panel.model.sections):
        inside = [section.clause]
        if number == 0:
            inside = [clause.id for clause in session.clauses]
        if number in (0, 1):
            inside = inside if number == 0 else [3, 4]
            findings = [finding for clause in inside for finding in session.findings(clause)]
            assert panel.model.count(number) == Count.of(findings)
    assert panel.model.count(0).critical > 0
    assert "critical" in str(panel.model.index_of(0).data(Qt.ItemDataRole.AccessibleTextRole))


def test_an_edit_changes_only_the_counts_it_must(panels: Callable[[ReviewSession], OutlinePanel]) -> None:
    session = open_pairs(PAIRS)
    panel = panels(session)
    resets, changed = [], []
    panel.model.modelReset.connect(lambda: resets.append(1))
    panel.model.dataChanged.connect(lambda top, _bottom: changed.append(top.internalId()))
    before = panel.model.count(0)
    session.edit(4, "en", "By 2026 the concentration of PM2.5 is to fall by 10%.")
    assert sorted(changed) == [0, 1]
    assert panel.model.count(1) == Count()
    assert panel.model.count(0).all < before.all
    assert not resets
    session.undo()
    assert panel.model.count(0) == before


def test_an_edited_heading_is_read_again(panels: Callable[[ReviewSession], OutlinePanel], qtbot: QtBot) -> None:
    session = open_pairs(PAIRS)
    panel = panels(session)
    panel.tree.collapse(panel.model.index_of(3))
    with qtbot.waitSignal(panel.settled):
        session.edit(3, "zh", "一、总体目标")
    assert row(panel.model.index_of(1)).lines[0] == "一、总体目标"
    assert not panel.tree.isExpanded(panel.model.index_of(3))
    with qtbot.waitSignal(panel.settled):
        session.edit(10, "zh", "（三）新建站点")
        session.edit(10, "en", "(3) New stations")
    assert rows(panel.model)[-1] == "    （三）新建站点"
    assert not panel.tree.isExpanded(panel.model.index_of(3))


def test_the_current_section_follows(panels: Callable[[ReviewSession], OutlinePanel]) -> None:
    panel = panels(open_pairs(PAIRS))
    panel.tree.expandAll()
    panel.set_clause(8)
    assert str(panel.tree.currentIndex().data()) == "2. 更新管网"
    panel.tree.collapse(panel.model.index_of(3))
    panel.set_clause(7)
    assert str(panel.tree.currentIndex().data()) == "（一）控制污染"
    panel.set_clause(10)
    assert str(panel.tree.currentIndex().data()) == "（二）加强监测"
    panel.set_clause(None)
    assert not panel.tree.currentIndex().isValid()


def test_click_and_enter_lead_there(panels: Callable[[ReviewSession], OutlinePanel], qtbot: QtBot) -> None:
    panel = panels(open_pairs(PAIRS))
    chosen: list[int] = []
    panel.chosen.connect(chosen.append)
    place = panel.tree.visualRect(panel.model.index_of(2)).center()
    qtbot.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen == [5]
    panel.tree.setFocus()
    QTest.keyClick(panel.tree, Qt.Key.Key_Down)
    assert chosen == [5]
    QTest.keyClick(panel.tree, Qt.Key.Key_Return)
    assert chosen == [5, 6]


def test_filter(panels: Callable[[ReviewSession], OutlinePanel]) -> None:
    panel = panels(open_pairs(PAIRS))
    QAbstractItemModelTester(panel.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    chosen: list[int] = []
    panel.chosen.connect(chosen.append)
    panel.search.setText("renew")
    assert rows(panel.model) == ["青川市清水行动方案", "  二、主要任务", "    （一）控制污染", "      2. 更新管网"]
    assert str(panel.tree.currentIndex().data()) == "2. 更新管网"
    QTest.keyClick(panel.search, Qt.Key.Key_Return)
    assert chosen == [8]
    panel.search.setText("nothing of the kind")
    assert rows(panel.model) == []
    panel.search.setText("")
    assert len(rows(panel.model)) == 7


def test_text_without_headings(panels: Callable[[ReviewSession], OutlinePanel]) -> None:
    panel = panels(open_pairs([("今天天气很好。", "The weather is fine today.")]))
    assert rows(panel.model) == []
    assert any("No headings" in label.text() for label in panel.findChildren(type(panel._nothing)) if label.isVisible())


def test_items_without_names_show_their_beginning() -> None:
    session = open_pairs([("1.各县要在年内编制方案，明确目标。", ""), ("2.各镇要在年内上报数据，不得瞒报。", "")])
    found = sections_of(session.clauses, session.documents)
    assert [(one.zh.text, one.zh.named) for one in found if one.zh] == [
        ("1. 各县要在年内编制方案，明确目标。", False),
        ("2. 各镇要在年内上报数据，不得瞒报。", False),
    ]


def test_marks_of_a_translation_file_are_not_shown() -> None:
    session = open_pairs([("⟦1⟧一、工作目标⟦/1⟧", "⟦1⟧I. Goals⟦/1⟧"), ("水质达标。", "The water is clean.")])
    (found,) = sections_of(session.clauses, session.documents)
    assert (found.zh and found.zh.text, found.en and found.en.text) == ("一、工作目标", "I. Goals")


def test_many_clauses(panels: Callable[[ReviewSession], OutlinePanel]) -> None:
    pairs = [
        pair
        for part in range(1, 41)
        for pair in [
            (f"第{part}章 任务", f"Chapter {part} Tasks"),
            *[(f"{item}.建设站点。年内建成。", f"{item}. Build stations. This year.") for item in range(1, 60)],
        ]
    ]
    session = open_pairs(pairs)
    panel = panels(session)
    assert len(panel.model.sections) == len(pairs)

    def seconds(work: Callable[[], object]) -> float:
        start = time.thread_time()
        work()
        return time.thread_time() - start

    change = session.clause(1200)
    assert seconds(lambda: session.edit(1200, "en", change.en.text + " PM2.five.")) < allowed(0.2)
    assert seconds(lambda: panel.set_clause(2000)) < allowed(0.1)
    assert seconds(lambda: panel.search.setText("stations")) < allowed(1.5)


def test_in_the_window(qtbot: QtBot) -> None:
    window = MainWindow(Settings(language="en"), Translation())
    window.follow_language()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    with qtbot.waitSignal(window.outline.settled):
        window.show_review(open_pairs(PAIRS))
    assert len(window.outline.model.sections) == 7
    window.find_section()
    assert window.outline.search.hasFocus() or not window.isActiveWindow()
    QTest.keyClicks(window.outline.search, "renew")
    QTest.keyClick(window.outline.search, Qt.Key.Key_Return)
    assert window.view.current_clause() == 8
    window.outline.search.setText("")
    window.view.go_to(4)
    assert str(window.outline.tree.currentIndex().data()) == "一、工作目标"
    before = window.outline.model.count(0)
    window.reviewing.apply_safe()
    qtbot.waitUntil(lambda: not window.background.busy)
    assert window.outline.model.count(0).all < before.all
    window.close()
