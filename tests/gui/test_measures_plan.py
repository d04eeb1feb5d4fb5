"""Targets and duties: tables and chart with a way to each place, followed through changes, written and compared."""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from threading import Event
from zipfile import ZipFile

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from drafter.exports.measures import MeasureRow
from drafter.gui.settings.settings import Settings
from drafter.gui.targets.comparing import CompareDialog
from drafter.gui.targets.panel import PlanPanel
from drafter.gui.toolbox.translation import Translation
from drafter.gui.window.main_window import MainWindow
from drafter.i18n import set_language
from drafter.review import ReviewSession, open_pairs
from drafter.review.measuring import Measures

PAIRS = [
    ("云州市空气质量改善方案", "Plan for better air in Yunzhou City"),
    (
        "到2025年，PM2.5年均浓度降至34微克/立方米；到2027年，PM2.5年均浓度降至31微克/立方米。",
        "By 2025, the annual average PM2.5 concentration shall fall to 34 μg/m3; by 2027, to 36 μg/m3.",
    ),
    (
        "到2027年，PM2.5年均浓度降至30微克/立方米。",
        "By 2027, the annual average PM2.5 concentration shall fall to 30 μg/m3.",
    ),
    (
        "1．加快推进铁路专用线建设，2026年底前完成。（市发展改革委牵头，市交通运输局配合）",
        "1. Build railway sidings by the end of 2026. "
        "(Lead: Municipal Development and Reform Commission; cooperating: Municipal Bureau of Transport)",
    ),
    (
        "2．开展秸秆禁烧巡查。（市农业农村局配合）",
        "2. Patrol against the open burning of straw. (Cooperating: Municipal Bureau of Agriculture and Rural Affairs)",
    ),
]


def opened(qtbot: QtBot, window: MainWindow, pairs: Sequence[tuple[str, str]] = PAIRS) -> ReviewSession:
    session = open_pairs(pairs)
    window.show_review(session)
    qtbot.keyClick(window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    read(qtbot, window)
    return session


def read(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.plan.plan is not None and "Reading" not in window.plan.count.text(), timeout=30_000)


def column(panel: PlanPanel, heading: str) -> list[str]:
    place = panel.table.model_.table.headings.index(heading)
    return [row.cells[place] for row in panel.table.model_.rows()]


def show(qtbot: QtBot, panel: PlanPanel, key: str) -> None:
    qtbot.mouseClick(panel.which.button(key), Qt.MouseButton.LeftButton)
    assert panel.which.current() == key


def test_targets_stand_with_both_readings_and_remarks(qtbot: QtBot, window: MainWindow) -> None:
    opened(qtbot, window)
    panel = window.plan
    assert column(panel, "Value") == ["34 µg/m³", "31 µg/m³", "30 µg/m³"]
    assert column(panel, "Year") == ["2025", "2027", "2027"]
    assert column(panel, "Region") == ["云州市"] * 3
    assert column(panel, "Verdict")[:2] == ["same", "differs"]
    remarks = column(panel, "Remark")
    assert "no target for 2026" in remarks[0]
    assert "contradicts 30 µg/m³" in remarks[1]
    assert "contradicts 31 µg/m³" in remarks[2]
    panel.kinds.setCurrentIndex(panel.kinds.findData("conflict"))
    assert column(panel, "Value") == ["31 µg/m³", "30 µg/m³"]
    qtbot.keyClicks(panel.search, "differs")
    assert column(panel, "Value") == ["31 µg/m³"]
    QAbstractItemModelTester(panel.table.model_, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_enter_and_click_lead_to_the_clause_and_esc_back(qtbot: QtBot, window: MainWindow) -> None:
    opened(qtbot, window)
    table = window.plan.table
    table.setFocus()
    table.setCurrentIndex(table.model_.index(2, 1))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert window.view.current_clause() == 3
    place = table.visualRect(table.model_.index(0, 1)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.view.current_clause() == 2
    qtbot.keyClick(table, Qt.Key.Key_Escape)
    focused = window.focusWidget()
    assert focused is not None
    assert focused is window.view or window.view.isAncestorOf(focused)


def test_paths_are_drawn_and_walked_by_keys_and_mouse(qtbot: QtBot, window: MainWindow) -> None:
    opened(qtbot, window)
    show(qtbot, window.plan, "paths")
    chart = window.plan.chart
    assert [dot.year for dot in chart.dots()] == [2025, 2027]
    assert chart.sentences() == ["PM2.5年均浓度 (云州市): 2025 34 µg/m³; 2027 31 µg/m³"]
    assert "2027 31" in chart.accessibleDescription()
    blank = chart.grab().toImage()
    chart.set_paths(())
    assert chart.grab().toImage() != blank
    assert window.plan.plan is not None
    chart.set_paths(window.plan.plan.paths)
    window.view.go_to(5)
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert window.view.current_clause() == 2
    window.view.go_to(5)
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.dots()[0].place.toPoint())
    assert window.view.current_clause() == 2


def test_duties_by_measure_and_by_body(qtbot: QtBot, window: MainWindow) -> None:
    opened(qtbot, window)
    panel = window.plan
    show(qtbot, panel, "duties")
    clauses = column(panel, "Clause")
    assert dict(zip(clauses, column(panel, "Lead"), strict=True))["4"] == "市发展改革委"
    assert dict(zip(clauses, column(panel, "Cooperate"), strict=True))["5"] == "市农业农村局"
    assert "nobody leads" in dict(zip(clauses, column(panel, "Remark"), strict=True))["5"]
    panel.kinds.setCurrentIndex(panel.kinds.findData("leaderless"))
    assert column(panel, "Clause") == ["5"]
    show(qtbot, panel, "matrix")
    headings = panel.table.model_.table.headings
    assert headings == ("Body", "Measures", "4", "5")
    row = column(panel, "Body").index("市交通运输局")
    assert column(panel, "4")[row] == "C"
    assert "C = cooperate" in panel.count.text()
    window.view.go_to(1)
    panel.table.setCurrentIndex(panel.table.model_.index(row, 2))
    qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    assert window.view.current_clause() == 4
    panel.kinds.setCurrentIndex(panel.kinds.findData("without"))
    assert column(panel, "Body") == ["市交通运输局", "市农业农村局"]
    show(qtbot, panel, "deadlines")
    assert ("市发展改革委", "2026") in zip(column(panel, "Body"), column(panel, "Year"), strict=True)


def test_bodies_that_differ_between_the_languages_are_marked(qtbot: QtBot, window: MainWindow) -> None:
    zh, en = PAIRS[3]
    opened(qtbot, window, [(zh, en.replace("Development and Reform Commission", "Public Security Bureau"))])
    show(qtbot, window.plan, "duties")
    assert "lead: the English lacks 市发展改革委" in column(window.plan, "Remark")[0]
    assert "Public Security" in column(window.plan, "Remark")[0]


def test_coverage_lists_concepts_without_a_clause(qtbot: QtBot, window: MainWindow) -> None:
    session = opened(qtbot, window)
    panel = window.plan
    show(qtbot, panel, "coverage")
    panel.kinds.setCurrentIndex(panel.kinds.findData("none"))
    without = column(panel, "Code")
    assert set(column(panel, "Measures")) == {"0"}
    session.tag(5, without[0])
    qtbot.waitUntil(lambda: without[0] not in column(panel, "Code"), timeout=30_000)


def test_table_follows_corrections(qtbot: QtBot, window: MainWindow) -> None:
    session = opened(qtbot, window)
    session.edit(3, "zh", "到2027年，PM2.5年均浓度降至29微克/立方米。")
    qtbot.waitUntil(lambda: "29 µg/m³" in column(window.plan, "Value"), timeout=30_000)


def test_clauses_joined_while_the_plan_is_read_are_no_error(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = opened(qtbot, window)
    reading, joined = Event(), Event()
    known = Measures.rows

    def slow(measures: Measures) -> list[MeasureRow]:
        reading.set()
        joined.wait(20)
        return known(measures)

    monkeypatch.setattr(Measures, "rows", slow)
    session.edit(2, "en", PAIRS[1][1].replace("to 36", "to 31"))
    qtbot.waitUntil(reading.is_set, timeout=20_000)
    with qtbot.captureExceptions() as errors:
        session.pairing.merge(session.clauses[-2].id, session.clauses[-1].id)
        joined.set()
        qtbot.waitUntil(lambda: column(window.plan, "Verdict")[:2] == ["same", "same"], timeout=30_000)
    assert errors == []


def test_panel_speaks_chinese_and_names_its_parts(qtbot: QtBot) -> None:
    Translation().switch("zh")
    window = MainWindow(Settings(language="zh"), Translation())
    qtbot.addWidget(window)
    try:
        window.follow_language()
        panel = window.plan
        for part in (panel.table, panel.chart, panel.search, panel.kinds, panel.which, window.measures.suggested):
            assert part.accessibleName()
    finally:
        window.close()
        set_language("en")


@pytest.mark.parametrize("ending", [".xlsx", ".csv", ".json", ".docx"])
def test_measures_are_written(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    opened(qtbot, window)
    path = tmp_path / f"out{ending}"

    def answer(dialog: QFileDialog) -> int:
        dialog.selectNameFilter(next(one for one in dialog.nameFilters() if f"*{ending}" in one))
        dialog.setDirectory(str(tmp_path))
        dialog.selectFile(path.name)
        return 1

    monkeypatch.setattr(QFileDialog, "exec", answer)
    qtbot.mouseClick(window.plan.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(path.exists, timeout=30_000)
    qtbot.waitUntil(lambda: not window.background.busy)
    if ending == ".xlsx":
        book = ZipFile(path).read("xl/workbook.xml").decode()
        assert re.findall(r'sheet name="(\w+)"', book) == ["Measures", "Targets", "Bodies", "Coverage"]
    elif ending == ".csv":
        assert "市发展改革委" in path.read_text(encoding="utf-8-sig")
    elif ending == ".json":
        measures = json.loads(path.read_text(encoding="utf-8"))
        assert measures[0]["text"] == PAIRS[0][0]
        assert any(one["duties"]["lead"] == ["市发展改革委"] for one in measures)
    else:
        words = [cell.text for table in Document(str(path)).tables for row in table.rows for cell in row.cells]
        assert any("市发展改革委" in one for one in words)


def test_plans_are_compared_and_the_comparison_written(qtbot: QtBot, tmp_path: Path) -> None:
    other, broken = tmp_path / "other.txt", tmp_path / "missing.docx"
    other.write_text("方案\n推广新能源公交车。\n开展秸秆禁烧巡查。\n", encoding="utf-8")
    out = tmp_path / "compared.csv"
    dialog = CompareDialog(open_pairs(PAIRS))
    qtbot.addWidget(dialog)
    dialog.show()
    assert "Add the plans" in dialog.state.text()
    dialog.add_paths([other])
    qtbot.waitUntil(dialog.export.isEnabled, timeout=30_000)
    assert any(row.cells[3] != "0" for row in dialog.table.model_.rows())
    dialog.kinds.setCurrentIndex(dialog.kinds.findData("only1"))
    assert dialog.table.model_.rows()
    assert all(row.cells[2] == "0" for row in dialog.table.model_.rows())
    dialog.export_to(out)
    assert out.read_text(encoding="utf-8-sig").startswith("code,zh,en,")
    dialog.add_paths([broken])
    qtbot.waitUntil(lambda: not dialog.state.text().startswith(("Reading", "Written")), timeout=30_000)
    assert "concepts" not in dialog.state.text()
    assert not dialog.export.isEnabled()
    dialog.files.setCurrentRow(2)
    qtbot.mouseClick(dialog.remove, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.export.isEnabled, timeout=30_000)
    dialog.reject()
