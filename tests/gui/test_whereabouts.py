"""The foot of the window tells which clause it is, how far the review has come and what is open."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from drafter.gui.window.main_window import MainWindow
from drafter.review import open_pairs

PAIRS = [
    ("各县建成监测站12座。", "The counties build 21 monitoring stations."),
    ("严禁露天焚烧秸秆。", "Open burning of straw is strictly banned."),
]


def test_the_foot_follows_clause_state_findings_and_size(qtbot: QtBot, window: MainWindow) -> None:
    foot = window.whereabouts
    assert foot.place.text() == ""
    window.show_review(open_pairs(PAIRS))
    qtbot.waitUntil(lambda: foot.place.text() == "Clause 1 of 2")
    assert foot.progress.text() == "0 of 2 clauses reviewed or finished"
    assert foot.open.text() == "1 critical"
    assert foot.zoom.text() == "100%"
    qtbot.keyClick(window.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: foot.progress.text() == "1 of 2 clauses reviewed or finished")
    qtbot.waitUntil(lambda: foot.place.text() == "Clause 2 of 2")
    assert window.session is not None
    window.session.edit(1, "en", "The counties build 12 monitoring stations.")
    qtbot.waitUntil(lambda: foot.open.text() == "No findings.")
    qtbot.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert foot.zoom.text() == "110%"
    qtbot.keyClick(window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert [foot.place.text(), foot.progress.text(), foot.open.text(), foot.zoom.text()] == [""] * 4
