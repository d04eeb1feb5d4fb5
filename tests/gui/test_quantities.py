"""The panel of figures: every figure in a row, filtered, sorted, followed through edits, and a way to its place."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from time import thread_time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from drafter.gui.quantities.model import COLUMNS, LedgerModel
from drafter.gui.quantities.panel import QuantitiesPanel
from drafter.gui.settings.settings import Settings
from drafter.gui.toolbox.translation import Translation
from drafter.gui.window.main_window import MainWindow
from drafter.i18n import set_language
from drafter.review import QuantityLedger, ReviewSession, open_pairs

PAIRS = [
    ("到2027年，全市用水量降至390万吨。", "By 2027, water use in the city is to fall to 3.9 million tonnes."),
    ("新建泵站12座，管网漏损率降至9%。", "Some 15 pumping stations will be built and leakage cut to 9%."),
    ("投资3.2亿元。", "The money is there."),
    ("各县抓好落实。", "All counties shall see to it."),
]


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[QuantitiesPanel]:
    """The panel, seen."""
    panel = QuantitiesPanel()
    qtbot.addWidget(panel)
    panel.resize(1000, 300)
    panel.show()
    qtbot.waitExposed(panel)
    yield panel
    panel.close()


def opened(qtbot: QtBot, panel: QuantitiesPanel, pairs: Sequence[tuple[str, str]] = PAIRS) -> ReviewSession:
    session = open_pairs(pairs)
    session.subscribe(panel.follow)
    with qtbot.waitSignal(panel.complete, timeout=30_000):
        panel.set_session(session)
    return session


def cells(panel: QuantitiesPanel, column: str) -> list[str]:
    place = COLUMNS.index(column)
    return [panel.model.index(row, place).data() for row in range(panel.model.rowCount())]


def test_every_figure_is_a_row(qtbot: QtBot, panel: QuantitiesPanel) -> None:
    session = opened(qtbot, panel)
    assert cells(panel, "zh") == ["2027年", "390万吨", "12座", "9%", "3.2亿元"]
    assert cells(panel, "verdict") == ["same", "same", "differs", "same", "missing"]
    assert panel.rows() == tuple(QuantityLedger(session).rows())
    assert cells(panel, "indicator")[1] == "用水量"


def test_filters(qtbot: QtBot, panel: QuantitiesPanel) -> None:
    opened(qtbot, panel)
    panel.verdicts.setCurrentIndex(1)
    assert cells(panel, "verdict") == ["differs", "missing"]
    panel.kinds.setCurrentIndex(2)
    assert cells(panel, "verdict") == []
    panel.verdicts.setCurrentIndex(0)
    assert cells(panel, "zh") == ["2027年"]
    panel.kinds.setCurrentIndex(0)
    panel.search.setText("用水")
    assert cells(panel, "zh") == ["390万吨"]
    assert panel.rows() is not None
    assert len(panel.rows() or ()) == 1


def test_sorting_by_value_and_back(qtbot: QtBot, panel: QuantitiesPanel) -> None:
    opened(qtbot, panel)
    panel.table.sortByColumn(COLUMNS.index("verdict"), Qt.SortOrder.AscendingOrder)
    assert cells(panel, "verdict") == ["differs", "missing", "same", "same", "same"]
    panel.table.sortByColumn(COLUMNS.index("clause"), Qt.SortOrder.DescendingOrder)
    assert cells(panel, "clause") == ["3", "2", "2", "1", "1"]


def test_an_edit_is_followed_and_the_choice_stays(qtbot: QtBot, panel: QuantitiesPanel) -> None:
    session = opened(qtbot, panel)
    panel.table.setCurrentIndex(panel.model.index(4, 0))
    session.edit(2, "en", PAIRS[1][1].replace("15", "12"))
    qtbot.waitUntil(lambda: cells(panel, "verdict")[2] == "same")
    assert panel.table.currentIndex().row() == 4
    session.edit(1, "en", PAIRS[0][1] + " It took 48 days.")
    qtbot.waitUntil(lambda: panel.model.rowCount() == 6)
    assert cells(panel, "zh")[panel.table.currentIndex().row()] == "3.2亿元"
    session.undo()
    qtbot.waitUntil(lambda: panel.model.rowCount() == 5)


def test_click_and_enter_lead_to_the_figure(qtbot: QtBot, panel: QuantitiesPanel) -> None:
    opened(qtbot, panel)
    told: list[tuple[int, str, object]] = []
    panel.chosen.connect(lambda *words: told.append(words))
    index = panel.model.index(2, COLUMNS.index("en"))
    place = panel.table.visualRect(index).center()
    qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    qtbot.keyClick(panel.table, Qt.Key.Key_Up)
    qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    assert [(clause, side) for clause, side, _span in told] == [(2, "en"), (1, "en")]
    text = PAIRS[1][1]
    span = told[0][2]
    assert isinstance(span, tuple)
    assert "15" in text[span[0] : span[1]]
    left: list[bool] = []
    panel.left.connect(lambda: left.append(True))
    qtbot.keyClick(panel.table, Qt.Key.Key_Escape)
    assert left == [True]


def test_nothing_is_read_before_somebody_looks(qtbot: QtBot) -> None:
    panel = QuantitiesPanel()
    qtbot.addWidget(panel)
    panel.set_session(open_pairs(PAIRS))
    qtbot.wait(60)
    assert panel.model.rowCount() == 0
    assert panel.rows() is None
    panel.hold(held=True)
    panel.show()
    qtbot.wait(60)
    assert panel.model.rowCount() == 0
    with qtbot.waitSignal(panel.complete):
        panel.hold(held=False)
    assert panel.model.rowCount() == 5
    panel.set_session(None)
    assert panel.model.rowCount() == 0
    panel.close()


def test_the_model_keeps_to_the_rules(qtbot: QtBot, panel: QuantitiesPanel) -> None:
    tester = QAbstractItemModelTester(panel.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    session = opened(qtbot, panel)
    panel.table.sortByColumn(COLUMNS.index("zh"), Qt.SortOrder.DescendingOrder)
    session.edit(2, "zh", "新建泵站12座、水厂3座。")
    qtbot.waitUntil(lambda: "3座" in cells(panel, "zh"))
    panel.search.setText("座")
    assert tester.model() is panel.model


def test_ten_thousand_clauses_never_hold_the_window_up(qtbot: QtBot, panel: QuantitiesPanel) -> None:
    pairs = [
        (
            f"第{number}镇改造锅炉{number}台，投入{number}万元。",
            f"Town {number} refits {number} boilers at {number * 10_000:,} yuan.",
        )
        for number in range(11, 5011)
    ]
    session = open_pairs(pairs)
    longest = whole = 0.0
    panel.set_session(session)
    while panel.rows() is None:
        begun = thread_time()
        qtbot.wait(1)
        longest, whole = max(longest, thread_time() - begun), whole + thread_time() - begun
    assert panel.model.rowCount() >= 2 * len(pairs)
    assert longest < whole / 10
    panel.search.setText("5000")
    panel.table.sortByColumn(COLUMNS.index("en"), Qt.SortOrder.DescendingOrder)
    assert cells(panel, "clause")


def test_it_is_read_out(qtbot: QtBot, panel: QuantitiesPanel) -> None:
    opened(qtbot, panel)
    assert panel.table.accessibleName() == "Figures"
    index = panel.model.index(2, COLUMNS.index("verdict"))
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Verdict: differs"
    table = QAccessible.queryAccessibleInterface(panel.table)
    assert table is not None
    assert table.childCount() > panel.model.rowCount()
    assert {box.accessibleName() for box in (panel.verdicts, panel.kinds)} == {
        "Verdicts shown",
        "Kinds of figures shown",
    }


def test_languages(qtbot: QtBot, panel: QuantitiesPanel) -> None:
    opened(qtbot, panel)
    set_language("zh")
    panel.retranslate()
    set_language("en")
    panel.retranslate()
    assert panel.model.headerData(1, Qt.Orientation.Horizontal) == "Verdict"


def test_in_the_window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window = MainWindow(Settings(), Translation())
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(window.opened, timeout=30_000):
        window.files.open_sample()
    assert not window.quantities.isVisible()
    window.panels.bring("quantities")
    with qtbot.waitSignal(window.quantities.complete, timeout=30_000):
        pass
    row = next(row for row in range(window.quantities.model.rowCount()) if cells(window.quantities, "en")[row] == "216")
    window.quantities.table.clicked.emit(window.quantities.model.index(row, COLUMNS.index("en")))
    shown = window.quantities.model.row(row)
    assert shown is not None
    assert window.view.current_clause() == shown.clause
    for name in ("数字.xlsx", "数字.csv"):
        path = tmp_path / name
        monkeypatch.setattr("drafter.gui.window.figures.ask_for_table", lambda *_words, path=path: path)
        with qtbot.waitSignal(window.background.ended, timeout=30_000):
            window.figures.export()
        assert path.stat().st_size > 1000
    assert window.session is not None
    window.close()


def test_an_empty_model_is_sound() -> None:
    model = LedgerModel()
    assert (model.rowCount(), model.row(0), model.rows(), model.all_rows()) == (0, None, (), [])
    model.settle()
    model.sort(2)
