"""Texts with marks of a translation tool's file: each mark is one thing that no key breaks."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from drafter.gui.clauses import ClauseView
from drafter.gui.clauses.chips import chips_of
from drafter.gui.clauses.editor import ClauseEditor
from drafter.gui.clauses.model import COLUMNS
from drafter.gui.clauses.tagged import carried_in, mended
from drafter.language.marks import marks_in, plain
from drafter.review import ReviewSession, open_mixed

from .conftest import Shown

K = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
UNITS = [
    ("控制<g id='1' ctype='bold'>扬尘</g><x id='2'/>。", "Control <g id='1' ctype='bold'>dust</g><x id='2'/> now."),
    ("𫚖<g id='1'>鱼</g>", "A 𫚖 <g id='1'>fish</g> here."),
    ("<g id='1'>禁止</g>焚烧<x id='2'/>", ""),
    ("公布", "Publish."),
]  # fmt: skip
FIRST = "Control ⟦1⟧dust⟦/1⟧⟦2/⟧ now."
Opened = Callable[[], tuple[ClauseView, ReviewSession]]


@pytest.fixture(autouse=True)
def _clipboard() -> Iterator[None]:
    yield
    QApplication.clipboard().clear()


@pytest.fixture
def opened(shown: Shown, tmp_path: Path) -> Opened:
    units = "".join(
        f"<trans-unit id='{number}'><source>{zh}</source><target>{en}</target></trans-unit>"
        for number, (zh, en) in enumerate(UNITS)
    )
    path = tmp_path / "plan.xlf"
    path.write_text(
        "<?xml version='1.0'?><xliff version='1.2'><file source-language='zh' target-language='en'>"
        f"<body>{units}</body></file></xliff>",
        encoding="utf-8",
    )
    return lambda: shown(open_mixed(path))


def edit(view: ClauseView, clause: int, place: int | None = None) -> ClauseEditor:
    """Put the keyboard into the English of a clause, the caret at a place."""
    view.go_to(clause, "en", focus=True)
    made = view._editors.editor("en")
    made.moveCursor(QTextCursor.MoveOperation.End)
    if place is not None:
        put_caret(made, place)
    assert made.hasFocus()
    return made


def put_caret(writer: ClauseEditor, place: int, anchor: int | None = None) -> None:
    cursor = writer.textCursor()
    cursor.setPosition(place if anchor is None else anchor)
    cursor.setPosition(place, QTextCursor.MoveMode.KeepAnchor)
    writer.setTextCursor(cursor)


def around(writer: ClauseEditor) -> str:
    """Give the text with the caret, or what is selected, shown in it."""
    cursor = writer.textCursor()
    text = writer.text()
    if not cursor.hasSelection():
        return text[: cursor.position()] + "|" + text[cursor.position() :]
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    return f"{text[:start]}[{text[start:end]}]{text[end:]}"


# --- the caret ------------------------------------------------------------------------------------------------------


def test_the_caret_steps_over_a_mark(opened: Opened, qtbot: QtBot) -> None:
    view, _session = opened()
    writer = edit(view, 1, 8)
    seen = []
    for _step in range(8):
        seen.append(around(writer))
        qtbot.keyClick(writer, K.Key_Right)
    assert seen == [
        "Control |⟦1⟧dust⟦/1⟧⟦2/⟧ now.",
        "Control ⟦1⟧|dust⟦/1⟧⟦2/⟧ now.",
        "Control ⟦1⟧d|ust⟦/1⟧⟦2/⟧ now.",
        "Control ⟦1⟧du|st⟦/1⟧⟦2/⟧ now.",
        "Control ⟦1⟧dus|t⟦/1⟧⟦2/⟧ now.",
        "Control ⟦1⟧dust|⟦/1⟧⟦2/⟧ now.",
        "Control ⟦1⟧dust⟦/1⟧|⟦2/⟧ now.",
        "Control ⟦1⟧dust⟦/1⟧⟦2/⟧| now.",
    ]
    for _step in range(8):
        qtbot.keyClick(writer, K.Key_Left)
    assert around(writer) == "Control |⟦1⟧dust⟦/1⟧⟦2/⟧ now."


def test_a_selection_takes_a_mark_whole(opened: Opened, qtbot: QtBot) -> None:
    view, _session = opened()
    writer = edit(view, 1, 7)
    for _step in range(3):
        qtbot.keyClick(writer, K.Key_Right, SHIFT)
    assert around(writer) == "Control[ ⟦1⟧d]ust⟦/1⟧⟦2/⟧ now."
    qtbot.keyClick(writer, K.Key_Left, SHIFT)
    qtbot.keyClick(writer, K.Key_Left, SHIFT)
    assert around(writer) == "Control[ ]⟦1⟧dust⟦/1⟧⟦2/⟧ now."


def test_words_and_lines_by_key_never_end_inside_a_mark(opened: Opened, qtbot: QtBot) -> None:
    view, _session = opened()
    writer = edit(view, 1, 0)
    chips = chips_of(FIRST)
    for key in [K.Key_Right] * 8 + [K.Key_Left] * 8:
        qtbot.keyClick(writer, key, CONTROL)
        place = writer.textCursor().position()
        assert not any(chip.start < place < chip.end for chip in chips)
    assert writer.textCursor().position() == 0


def test_a_press_on_a_mark_sets_the_caret_beside_it(opened: Opened, qtbot: QtBot) -> None:
    view, _session = opened()
    writer = edit(view, 1, 0)
    ((_chip, (rect,)), *_rest) = writer.chips()
    qtbot.mouseClick(writer.viewport(), Qt.MouseButton.LeftButton, pos=rect.center().toPoint())
    assert writer.textCursor().position() in (8, 11)
    qtbot.mouseDClick(writer.viewport(), Qt.MouseButton.LeftButton, pos=rect.center().toPoint())
    assert around(writer) == "Control ⟦1⟧[dust]⟦/1⟧⟦2/⟧ now.", "a second press takes the word, not its marks"


# --- deleting -------------------------------------------------------------------------------------------------------


def test_keys_that_delete_go_over_a_mark_and_on(opened: Opened, qtbot: QtBot) -> None:
    view, session = opened()
    writer = edit(view, 1, 11)
    qtbot.keyClick(writer, K.Key_Backspace)
    assert around(writer) == "Control |⟦1⟧dust⟦/1⟧⟦2/⟧ now."
    qtbot.keyClick(writer, K.Key_Backspace)
    assert around(writer) == "Control|⟦1⟧dust⟦/1⟧⟦2/⟧ now."
    qtbot.keyClick(writer, K.Key_Delete)
    qtbot.keyClick(writer, K.Key_Delete)
    assert around(writer) == "Control⟦1⟧|ust⟦/1⟧⟦2/⟧ now."
    view.commit()
    assert session.clause(1).en.text == "Control⟦1⟧ust⟦/1⟧⟦2/⟧ now."


@pytest.mark.parametrize("key", [K.Key_Backspace, K.Key_Delete])
@pytest.mark.parametrize("place", range(len(FIRST) + 1))
def test_no_key_that_deletes_words_takes_a_mark(opened: Opened, qtbot: QtBot, key: Qt.Key, place: int) -> None:
    view, _session = opened()
    writer = edit(view, 1, place)
    for _step in range(4):
        qtbot.keyClick(writer, key, CONTROL)
        assert [mark.text for mark in marks_in(writer.text())] == [mark.text for mark in marks_in(FIRST)]
        assert "⟦" not in plain(writer.text())
        assert "⟧" not in plain(writer.text())


def test_a_selection_that_is_deleted_leaves_its_marks(opened: Opened, qtbot: QtBot) -> None:
    view, session = opened()
    writer = edit(view, 1)
    put_caret(writer, len(FIRST) - 1, 4)
    qtbot.keyClick(writer, K.Key_Delete)
    assert around(writer) == "Cont⟦1⟧|⟦/1⟧⟦2/⟧."
    qtbot.keyClicks(writer, "inue")
    assert around(writer) == "Cont⟦1⟧inue|⟦/1⟧⟦2/⟧."
    view.commit()
    assert session.clause(1).en.text == "Cont⟦1⟧inue⟦/1⟧⟦2/⟧."


def test_typing_over_a_pair_writes_into_it(opened: Opened, qtbot: QtBot) -> None:
    view, session = opened()
    writer = edit(view, 1)
    put_caret(writer, 19, 8)
    qtbot.keyClicks(writer, "smoke")
    assert around(writer) == "Control ⟦1⟧smoke|⟦/1⟧⟦2/⟧ now."
    qtbot.keyClick(writer, K.Key_A, CONTROL)
    qtbot.keyClicks(writer, "Smoke")
    assert around(writer) == "Smoke|⟦1⟧⟦/1⟧⟦2/⟧", "formatting of one word is not that of another sentence"
    view.commit()
    assert session.clause(1).en.text == "Smoke⟦1⟧⟦/1⟧⟦2/⟧"


def test_undo_takes_typing_and_mending_back_together(opened: Opened, qtbot: QtBot) -> None:
    view, _session = opened()
    writer = edit(view, 1)
    put_caret(writer, 20, 4)
    qtbot.keyClick(writer, K.Key_Delete)
    assert plain(writer.text()) != plain(FIRST)
    qtbot.keyClick(writer, K.Key_Z, CONTROL)
    assert writer.text() == FIRST
    qtbot.keyClick(writer, K.Key_Y, CONTROL)
    assert [mark.text for mark in marks_in(writer.text())] == [mark.text for mark in marks_in(FIRST)]
    qtbot.keyClick(writer, K.Key_Z, CONTROL)
    assert writer.text() == FIRST


def test_signs_of_marks_that_are_typed_are_no_marks(opened: Opened, qtbot: QtBot) -> None:
    view, session = opened()
    writer = edit(view, 1)
    for sign in "⟦7⟧":
        QApplication.sendEvent(writer, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, sign))
    view.commit()
    assert session.clause(1).en.text == FIRST
    assert writer.text() == FIRST


def test_composed_text_in_place_of_a_selection_keeps_the_marks(opened: Opened, qtbot: QtBot) -> None:
    view, _session = opened()
    writer = edit(view, 1)
    put_caret(writer, 18, 8)
    QApplication.sendEvent(writer, QInputMethodEvent("yan", []))
    committed = QInputMethodEvent("", [])
    committed.setCommitString("烟")
    QApplication.sendEvent(writer, committed)
    assert plain(writer.text()) == "Control 烟 now."
    assert [mark.text for mark in marks_in(writer.text())] == [mark.text for mark in marks_in(FIRST)]


# --- clipboard ------------------------------------------------------------------------------------------------------


def test_what_is_copied_has_no_marks_and_what_is_pasted_makes_none(opened: Opened, qtbot: QtBot) -> None:
    view, _session = opened()
    writer = edit(view, 1)
    put_caret(writer, 18, 0)
    qtbot.keyClick(writer, K.Key_C, CONTROL)
    assert QApplication.clipboard().text() == "Control dust"
    writer.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(writer, K.Key_V, CONTROL)
    assert writer.text() == FIRST + "Control dust"
    QApplication.clipboard().setText("⟦1⟧x⟦/1⟧⟦9/⟧")
    qtbot.keyClick(writer, K.Key_V, CONTROL)
    assert writer.text() == FIRST + "Control dustx"


def test_what_is_cut_takes_its_marks_along(opened: Opened, qtbot: QtBot) -> None:
    view, session = opened()
    writer = edit(view, 1)
    put_caret(writer, 19, 8)
    qtbot.keyClick(writer, K.Key_X, CONTROL)
    assert writer.text() == "Control ⟦1⟧⟦/1⟧⟦2/⟧ now."
    put_caret(writer, 0)
    qtbot.keyClick(writer, K.Key_V, CONTROL)
    assert around(writer) == "⟦1⟧dust⟦/1⟧|Control ⟦2/⟧ now."
    qtbot.keyClick(writer, K.Key_V, CONTROL)
    assert writer.text() == "⟦1⟧dust⟦/1⟧dustControl ⟦2/⟧ now.", "a mark moves once"
    qtbot.keyClick(writer, K.Key_Z, CONTROL)
    qtbot.keyClick(writer, K.Key_Z, CONTROL)
    assert writer.text() == "Control ⟦1⟧⟦/1⟧⟦2/⟧ now."
    qtbot.keyClick(writer, K.Key_Y, CONTROL)
    view.commit()
    assert session.clause(1).en.text == "⟦1⟧dust⟦/1⟧Control ⟦2/⟧ now."


# --- a text where there was none ------------------------------------------------------------------------------------


def test_an_empty_text_takes_the_marks_of_the_other_side_as_it_is_written(opened: Opened, qtbot: QtBot) -> None:
    view, session = opened()
    writer = edit(view, 3)
    qtbot.keyClicks(writer, "N")
    view.commit()
    assert around(writer) == "⟦1⟧N|⟦/1⟧⟦2/⟧"
    qtbot.keyClicks(writer, "o")
    qtbot.keyClick(writer, K.Key_Right)
    qtbot.keyClicks(writer, " burning")
    view.commit()
    assert session.clause(3).en.text == "⟦1⟧No⟦/1⟧ burning⟦2/⟧"
    assert session.undo()
    assert session.undo()
    assert writer.text() == ""


def test_characters_beyond_the_basic_plane_move_no_mark(opened: Opened, qtbot: QtBot) -> None:
    view, session = opened()
    writer = edit(view, 2, 5)
    assert around(writer).startswith("A 𫚖 ")
    qtbot.keyClick(writer, K.Key_Right)
    qtbot.keyClicks(writer, "big ")
    view.commit()
    assert session.clause(2).en.text == "A 𫚖 ⟦1⟧big fish⟦/1⟧ here."


def test_a_text_without_a_file_has_no_marks(shown: Shown, qtbot: QtBot) -> None:
    view, session = shown([("控制", "Control ⟦1⟧dust")])
    writer = edit(view, 1, 11)
    assert writer.chips() == []
    qtbot.keyClick(writer, K.Key_Backspace)
    view.commit()
    assert session.clause(1).en.text == "Control ⟦1dust"


# --- what is seen and said ------------------------------------------------------------------------------------------


def test_a_mark_says_what_it_stands_for(opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    view, _session = opened()
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, words, *_rest: said.append(words))
    writer = edit(view, 2)
    writer_rect = writer.chips()[0][1][0]
    place = writer_rect.center().toPoint()
    QApplication.sendEvent(writer.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, QPoint()))
    index = view.model().index(0, COLUMNS["en"])
    rect = view.visualRect(index)
    facts = view._model.facts(0)
    chip = view._rows._chips(facts, "en", rect.width())[0][1][0]
    point = QPointF(view._rows.text_rect(rect, 0).topLeft()) + chip.center()
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, point.toPoint(), QPoint()))
    assert ["&lt;g id=&#x27;1&#x27;&gt;" in said[0], "ctype=&#x27;bold&#x27;" in said[1]] == [True, True]


def test_rows_and_editors_set_marks_alike(opened: Opened, qtbot: QtBot) -> None:
    view, _session = opened()
    writer = edit(view, 1)
    facts = view._model.facts(0)
    drawn = view._rows._chips(facts, "en", view.columnWidth(COLUMNS["en"]))
    mine = [rect.width() for _chip, (rect,) in writer.chips()]
    assert mine == pytest.approx([rect.width() for _chip, (rect,) in drawn], abs=1.0)
    assert len(mine) == 3


def test_a_screen_reader_hears_no_marks(opened: Opened) -> None:
    view, _session = opened()
    index = view.model().index(0, COLUMNS["en"])
    assert str(index.data(Qt.ItemDataRole.AccessibleTextRole)).startswith("Control dust now.")


# --- any typing -----------------------------------------------------------------------------------------------------

LETTERS = st.text(alphabet="ab ⟦⟧/12", max_size=5)


@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_whatever_is_typed_anywhere_leaves_the_marks(data: st.DataObject) -> None:
    old = data.draw(st.sampled_from([FIRST, "⟦1⟧a⟦2⟧⟦/2⟧⟦/1⟧", "⟦1/⟧⟦2/⟧a⟦3/⟧", "ab", "⟦1⟧⟦/1⟧"]))
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, len(old)))
    new = old[:start] + data.draw(LETTERS) + old[end:]
    made = mended(old, new)
    text = new if made is None else made.text
    assert sorted(mark.text for mark in marks_in(text)) == sorted(mark.text for mark in marks_in(old))
    if made is not None:
        assert 0 <= made.caret <= len(text)
        assert not any(mark.start < made.caret < mark.end for mark in marks_in(text))


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_what_is_put_elsewhere_keeps_the_marks_or_is_refused(data: st.DataObject) -> None:
    places = [0, 8, 11, 13, 15, 19, 23, 28]
    start, end = sorted((data.draw(st.sampled_from(places)), data.draw(st.sampled_from(places))))
    piece = FIRST[start:end]
    made = mended(FIRST, FIRST[:start] + FIRST[end:])
    rest = made.text if made else FIRST[:start] + FIRST[end:]
    at = data.draw(st.sampled_from([0, len(rest)]))
    moved = carried_in(rest, at, at, piece)
    if moved is not None:
        assert sorted(mark.text for mark in marks_in(moved.text)) == sorted(mark.text for mark in marks_in(FIRST))
        assert moved.text[: moved.caret].endswith(piece)
    else:
        assert sum(mark.kind != "alone" for mark in marks_in(piece)) % 2 or not marks_in(piece)
