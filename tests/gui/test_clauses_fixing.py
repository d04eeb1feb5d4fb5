"""What may be done where the caret stands, asked for with Ctrl+. and answered by keys."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from drafter.gui.clauses.editor import ClauseEditor
from drafter.gui.clauses.fixmenu import FixMenu
from drafter.gui.clauses.model import COLUMNS
from drafter.gui.findings.explaining import RulesDialog
from drafter.gui.findings.ignoring import IgnoreDialog
from drafter.gui.window.main_window import MainWindow
from drafter.review import ReviewSession, open_pairs

from .acting import in_dialog

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing)", extend=True)  # a menu

_K, _M = Qt.Key, Qt.KeyboardModifier
PAIRS = [
    ("加强领导。", "Strengthen leadership."),
    ("PM2.5浓度下降10%。", "The concentration ofPM2.five decreased by 10%."),
    ("PM2.5浓度下降20%。", "The concentration ofPM2.5 decreased by 20%."),
    ("PM2.5浓度下降30%。", "The concentration ofPM2.5 decreased by 30%."),
]


@pytest.fixture
def session(window: MainWindow, qtbot: QtBot) -> ReviewSession:
    made = open_pairs(PAIRS)
    window.show_review(made)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return made


@pytest.fixture(autouse=True)
def _none_left(qtbot: QtBot) -> Iterator[None]:
    yield
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()


def caret_at(window: MainWindow, clause: int, words: str) -> ClauseEditor:
    """Put the caret before some words of a clause's English."""
    window.view.go_to(clause, "en", focus=True)
    writer = window.view.focused_editor()
    assert writer is not None
    cursor = QTextCursor(writer.document())
    cursor.setPosition(writer.text().index(words))
    writer.setTextCursor(cursor)
    return writer


def ask(window: MainWindow, qtbot: QtBot) -> FixMenu:
    QTest.keyClick(window.focusWidget() or window, _K.Key_Period, _M.ControlModifier)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), FixMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, FixMenu)
    return menu


def names(menu: FixMenu) -> list[str]:
    return [one.objectName() for one in menu.actions() if one.objectName()]


def choose(menu: FixMenu, name: str) -> None:
    """Go to an entry by the arrow key and press Enter."""
    for _ in range(20):
        active = menu.activeAction()
        if active is not None and active.objectName() == name:
            QTest.keyPress(menu, _K.Key_Return)  # the menu is gone before the key is up
            return
        QTest.keyClick(menu, _K.Key_Down)
    raise AssertionError(name)


def test_enter_applies_the_first_fix(window: MainWindow, session: ReviewSession, qtbot: QtBot) -> None:
    writer = caret_at(window, 2, "five")
    menu = ask(window, qtbot)
    assert menu.activeAction().objectName() == "apply"
    QTest.keyClick(menu, _K.Key_Return)
    assert session.clause(2).en.text == "The concentration ofPM2.5 decreased by 10%."
    assert writer.hasFocus()
    assert session.undo()
    assert session.clause(2).en.text == PAIRS[1][1]


def test_escape_closes_and_changes_nothing(window: MainWindow, session: ReviewSession, qtbot: QtBot) -> None:
    writer = caret_at(window, 2, "five")
    before = session.findings(), len(session.revisions)
    QTest.keyClick(ask(window, qtbot), _K.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert writer.hasFocus()
    assert (session.findings(), len(session.revisions)) == before


def test_one_finding_has_all_entries(window: MainWindow, session: ReviewSession, qtbot: QtBot) -> None:
    caret_at(window, 3, "ofPM2.5")
    menu = ask(window, qtbot)
    assert names(menu) == ["apply", "alike", "place", "text", "always", "explain"]
    assert any("of PM2.5" in one.text() for one in menu.actions())


def test_all_alike_are_mended_in_one_step(window: MainWindow, session: ReviewSession, qtbot: QtBot) -> None:
    caret_at(window, 3, "ofPM2.5")
    with qtbot.waitSignal(window.background.ended, timeout=20_000):
        choose(ask(window, qtbot), "alike")
    assert [session.clause(one).en.text[18:26] for one in (3, 4)] == ["of PM2.5", "of PM2.5"]
    assert session.undo()
    assert [session.clause(one).en.text for one in (3, 4)] == [PAIRS[2][1], PAIRS[3][1]]


def test_ignored_here_it_stays_elsewhere(window: MainWindow, session: ReviewSession, qtbot: QtBot) -> None:
    caret_at(window, 3, "ofPM2.5")
    choose(ask(window, qtbot), "place")
    assert "spacing.glued" not in {one.rule for one in session.findings(3)}
    assert "spacing.glued" in {one.rule for one in session.findings(4)}
    assert session.clause(3).en.text == PAIRS[2][1]


@pytest.mark.parametrize("scope", ["text", "always"])
def test_further_than_here_wants_a_reason(window: MainWindow, session: ReviewSession, qtbot: QtBot, scope: str) -> None:
    caret_at(window, 3, "ofPM2.5")

    def answer(dialog: object) -> None:
        assert isinstance(dialog, IgnoreDialog)
        assert dialog.scope() == scope
        QTest.keyClicks(dialog.reason, "as in the law")
        QTest.keyClick(dialog.reason, _K.Key_Return)

    in_dialog(IgnoreDialog, answer)
    choose(ask(window, qtbot), scope)
    left = {one.rule for clause in (3, 4) for one in session.findings(clause)}
    assert "spacing.glued" not in left


def test_a_rule_is_explained(window: MainWindow, session: ReviewSession, qtbot: QtBot) -> None:
    caret_at(window, 3, "ofPM2.5")
    choose(ask(window, qtbot), "explain")
    dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, RulesDialog) and one.isVisible())
    assert dialog.list.currentItem().data(Qt.ItemDataRole.UserRole) == "spacing.glued"
    dialog.close()


def test_the_row_offers_all_of_its_findings(window: MainWindow, session: ReviewSession, qtbot: QtBot) -> None:
    window.view.go_to(2, focus=True)
    menu = ask(window, qtbot)
    assert names(menu).count("apply") == 2
    assert "place" not in names(menu), "what does not mend stands in menus of their own"
    QTest.keyClick(menu, _K.Key_Return)
    assert len(session.revisions) == 1
    assert window.view.hasFocus()


def test_the_keys_go_over_what_is_only_read(window: MainWindow, session: ReviewSession, qtbot: QtBot) -> None:
    window.view.go_to(2, focus=True)
    menu = ask(window, qtbot)
    seen = []
    for _ in range(len(menu.actions())):
        seen.append(menu.activeAction())
        QTest.keyClick(menu, _K.Key_Down)
    assert all(one.isEnabled() for one in seen)
    assert len(set(map(id, seen))) == 4, "a fix and a menu for each of two findings"


def test_enter_never_sets_aside_what_has_no_fix(window: MainWindow, session: ReviewSession, qtbot: QtBot) -> None:
    session.edit(1, "en", "Strengthen 领导.")
    caret_at(window, 1, "领导")
    menu = ask(window, qtbot)
    assert menu.activeAction().objectName() in ("apply", "explain")
    assert "place" in names(menu)


def test_a_finding_is_outlined_while_its_entry_is_chosen(
    window: MainWindow, session: ReviewSession, qtbot: QtBot
) -> None:
    window.view.go_to(2, focus=True)
    ask(window, qtbot)
    assert window.view._editors.editor("en").flashing()


def test_where_nothing_is_found_that_is_told(window: MainWindow, session: ReviewSession, qtbot: QtBot) -> None:
    caret_at(window, 1, "leader")
    QTest.keyClick(window.focusWidget(), _K.Key_Period, _M.ControlModifier)
    assert QApplication.activePopupWidget() is None
    assert window.statusBar().currentMessage()


def test_what_is_typed_is_checked_first(window: MainWindow, session: ReviewSession, qtbot: QtBot) -> None:
    writer = caret_at(window, 1, "Strengthen")
    writer.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(writer, " By 2025,it ends.")
    for _ in range(9):
        QTest.keyClick(writer, _K.Key_Left)
    menu = ask(window, qtbot)
    assert "apply" in names(menu)
    QTest.keyClick(menu, _K.Key_Return)
    assert session.clause(1).en.text == "Strengthen leadership. By 2025, it ends."


def right_click(window: MainWindow, qtbot: QtBot, clause: int, words: str) -> FixMenu:
    """Press the right button on words of a clause's English, as the window system tells it."""
    view = window.view
    facts = view._model.facts(clause - 1)
    index = view.model().index(clause - 1, COLUMNS["en"])
    cell = view._rows.cell(facts, "en", view.columnWidth(COLUMNS["en"]))
    start = facts.clause.en.text.index(words)
    rect = next(cell.rects(start + 2, start + 3))
    place = view._rows.text_rect(view.visualRect(index), 0).topLeft() + rect.center().toPoint()
    target = view.viewport().childAt(place) or view.viewport()
    inner = target.mapFrom(view.viewport(), place)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, inner, target.mapToGlobal(inner))
    QApplication.sendEvent(target, event)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), FixMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, FixMenu)
    return menu


def test_the_right_button_offers_fixes_too(window: MainWindow, session: ReviewSession, qtbot: QtBot) -> None:
    window.view.go_to(1, focus=True)
    menu = right_click(window, qtbot, 3, "ofPM2.5")
    assert window.view.current_clause() == 3
    QTest.keyPress(menu, _K.Key_Return)
    assert session.clause(3).en.text.startswith("The concentration of PM2.5")
    window.view.go_to(4, "en", focus=True)
    QTest.keyPress(right_click(window, qtbot, 4, "ofPM2.5"), _K.Key_Escape)
    assert session.clause(4).en.text == PAIRS[3][1]


def test_selected_words_keep_their_own_menu(window: MainWindow, session: ReviewSession, qtbot: QtBot) -> None:
    window.view.go_to(3, "en", focus=True)
    writer = window.view.focused_editor()
    assert writer is not None
    QTest.keyClick(writer, _K.Key_A, _M.ControlModifier)
    place = writer.span_rect().center().toPoint()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, writer.viewport().mapToGlobal(place))
    QApplication.sendEvent(writer.viewport(), event)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    assert not isinstance(QApplication.activePopupWidget(), FixMenu)


def test_a_finished_clause_is_only_explained(window: MainWindow, session: ReviewSession, qtbot: QtBot) -> None:
    session.set_state(3, "final")
    caret_at(window, 3, "ofPM2.5")
    assert names(ask(window, qtbot)) == ["explain"]
