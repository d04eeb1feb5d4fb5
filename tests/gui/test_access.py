"""What a screen reader hears: the rows of the table, the editors, and every widget that can be acted on."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMainWindow,
    QTabBar,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from drafter.gui.clauses.model import GUTTER
from drafter.gui.concordance.memories import MemoriesDialog
from drafter.gui.window.main_window import MainWindow
from drafter.model import Side
from drafter.review import ReviewSession, open_pairs

from .conftest import Shown
from .test_words import _dialogs

_K = Qt.Key
PAIRS = [
    ("到2027年，PM2.5年均浓度降至31微克/立方米。", "By 2027, the annual PM2.five mean shall fall to 31 μg/m³."),
    ("推广新能源公交车。", ""),
    ("加强领导。", "Strengthen leadership."),
]


def interface(widget: QWidget) -> QAccessibleInterface:
    made = QAccessible.queryAccessibleInterface(widget)
    assert made is not None
    return made


def name(widget: QWidget) -> str:
    return str(interface(widget).text(QAccessible.Text.Name))


def heard(view: QWidget) -> str:
    """Give what is said of the cell that the keys have come to."""
    child = interface(view).focusChild()
    assert child is not None
    return str(child.text(QAccessible.Text.Name))


def test_a_row_says_number_state_texts_and_findings(shown: Shown, qtbot: QtBot) -> None:
    view, session = shown(PAIRS)
    view.setFocus()
    lines = heard(view).split("\n")
    assert lines[0] == "Clause 1, translated" or lines[0].startswith("Clause 1, ")
    assert lines[1] == f"Chinese: {PAIRS[0][0]}"
    assert lines[2] == f"English: {PAIRS[0][1]}"
    assert lines[3] == "1 finding"
    assert "PM2.5" in lines[4]
    qtbot.keyClick(view, _K.Key_Down)
    assert "English: no English" in heard(view)
    session.set_state(3, "reviewed")
    qtbot.keyClick(view, _K.Key_Down)
    assert heard(view).split("\n")[0] == "Clause 3, reviewed"


def test_what_was_corrected_is_heard_where_it_is_shown(shown: Shown) -> None:
    view, session = shown(PAIRS)
    session.edit(3, "en", "Strengthen guidance.")
    view.setFocus()
    view.go_to(3)
    assert "as loaded" not in heard(view)
    view.set_showing("changes")
    assert "English: Strengthen guidance.\nas loaded: Strengthen leadership." in heard(view)


def test_rows_and_columns_have_headings(shown: Shown) -> None:
    view, _ = shown(PAIRS)
    table = interface(view)
    names = [str(table.child(number).text(QAccessible.Text.Name)) for number in range(table.childCount())]
    assert {"Clause 1", "Clause 2", "Clause 3", "Chinese", "English"} <= set(names)
    assert name(view) == "Clauses, Chinese and English side by side"


@pytest.mark.parametrize("side", ["zh", "en"])
def test_editors_have_names_and_their_text(shown: Shown, side: Side) -> None:
    view, _ = shown(PAIRS)
    view.go_to(1, side, focus=True)
    editor = view.focused_editor()
    assert editor is not None
    assert name(editor) == f"{'Chinese' if side == 'zh' else 'English'} text of clause 1"
    assert interface(editor).text(QAccessible.Text.Value) == PAIRS[0][0 if side == "zh" else 1]
    assert interface(editor).state().focused


def test_the_focus_can_be_seen_wherever_it_is(shown: Shown, qtbot: QtBot) -> None:
    view, _ = shown(PAIRS)
    view.clearFocus()
    QApplication.processEvents()
    plain = view.viewport().grab().toImage()
    view.setFocus()
    QApplication.processEvents()
    row = view.viewport().grab().toImage()
    view.go_to(1, "en", focus=True)
    QApplication.processEvents()
    text = view.viewport().grab().toImage()
    assert plain != row
    assert row != text
    assert plain != text


# --- every widget ---------------------------------------------------------------------------------------------------


def nameless(top: QWidget) -> list[str]:
    """Give the widgets that the keyboard can come to, and that say nothing of themselves."""
    found = []
    for widget in (top, *top.findChildren(QWidget)):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not _is_met(widget):
            continue
        if not (name(widget).strip() or _text(widget)):
            place: list[str] = []
            at: QWidget | None = widget
            while at is not None and at is not top:
                place.append(at.objectName() or type(at).__name__)
                at = at.parentWidget()
            found.append(" < ".join([*place, type(top).__name__]))
    return found


def _text(widget: QWidget) -> str:
    """Give the words on a button or on tabs, whose name they are."""
    if isinstance(widget, QTabBar):
        return "".join(widget.tabText(at) for at in range(widget.count()))
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def _is_met(widget: QWidget) -> bool:
    """Whether somebody comes to a widget itself, and not to what it is a part of."""
    if isinstance(widget, QHeaderView | QLabel) or widget.objectName().startswith("qt_"):
        return False
    if type(widget) is QWidget or widget.isWindow():
        return False
    if isinstance(widget, QTabBar) and isinstance(widget.parentWidget(), QMainWindow) and not _text(widget):
        return False  # a bar that Qt keeps for panels which are not shown
    return widget.isVisible() and widget.focusProxy() is None


def reviewed(window: MainWindow) -> ReviewSession:
    session = open_pairs(PAIRS)
    window.show_review(session)
    return session


def test_every_widget_of_the_window_has_a_name(window: MainWindow, qtbot: QtBot) -> None:
    found = nameless(window)
    reviewed(window)
    for panel in window.panels.names:
        window.panels.bring(panel)
        QApplication.processEvents()
        found += nameless(window)
    for bar in (window.search_bar, window.filter_bar):
        bar.show()
    QApplication.processEvents()
    found += nameless(window)
    assert not found, "\n".join(sorted(set(found)))


def test_every_widget_of_the_dialogs_has_a_name(window: MainWindow, qtbot: QtBot) -> None:
    session = reviewed(window)
    found: list[str] = []
    makers: list[Callable[[], QDialog]] = [*_dialogs(session, window), lambda: MemoriesDialog([], {}, window)]
    for make in makers:
        dialog = make()
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        tabs = dialog.findChild(QTabWidget)
        for at in range(tabs.count() if tabs else 1):
            if tabs:
                tabs.setCurrentIndex(at)
            QApplication.processEvents()
            found += nameless(dialog)
        dialog.reject()
    assert not found, "\n".join(sorted(set(found)))


def test_what_has_no_name_is_seen(qtbot: QtBot) -> None:
    top = QWidget()
    qtbot.addWidget(top)
    field = QLineEdit(top)
    top.show()
    assert nameless(top) == ["QLineEdit < QWidget"]
    field.setAccessibleName("Words")
    assert nameless(top) == []


def test_the_current_cell_is_there_whatever_is_shown(shown: Shown) -> None:
    view, _ = shown(PAIRS)
    for showing in ("en", "zh", "both"):
        view.set_showing(showing)
        QTest.keyClick(view, _K.Key_Down)
        assert not view.isColumnHidden(view.currentIndex().column())
        assert view.currentIndex().column() == GUTTER
