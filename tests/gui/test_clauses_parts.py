"""The parts under the clause view: offsets, changes, colours, fonts."""

import itertools
import subprocess
import sys
import textwrap
from inspect import isfunction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPalette
from pytestqt.qtbot import QtBot

from drafter.gui.clauses import ClauseView
from drafter.gui.clauses.changes import merged, replacement_between
from drafter.gui.clauses.delegate import RowDelegate
from drafter.gui.clauses.dragging import RowDrag
from drafter.gui.clauses.edited import EditedTable
from drafter.gui.clauses.editor import ClauseEditor
from drafter.gui.clauses.header import ColumnHeader
from drafter.gui.clauses.mapbar import MapBar
from drafter.gui.clauses.markedtext import MarkedTextEdit
from drafter.gui.clauses.marks import Mark, mark_at, moved
from drafter.gui.clauses.model import ClauseModel
from drafter.gui.clauses.painting import _uncovered
from drafter.gui.clauses.rowmap import RowMap
from drafter.gui.clauses.steered import SteeredTable
from drafter.gui.clauses.table import RowTable
from drafter.gui.toolbox.fonts import families
from drafter.gui.toolbox.theme import DARK, LIGHT, Theme, theme_for
from drafter.gui.toolbox.utf16 import Utf16Map, displayable
from drafter.model import Finding, Message, Span

ROOT = Path(__file__).resolve().parent.parent.parent
FAMILIES = (
    "number", "unit", "date", "reference", "structure", "language", "encoding", "spacing", "punctuation", "term",
    "text", "pair", "of another plug-in",
)  # fmt: skip


def test_an_error_in_what_qt_calls_ends_nothing() -> None:
    code = """
        import sys
        from PySide6.QtWidgets import QApplication, QWidget
        from drafter.gui.toolbox.overrides import guarded

        @guarded
        class Faulty(QWidget):
            def resizeEvent(self, event):
                1 / 0

        app = QApplication(["test", "-platform", "offscreen"])
        widget = Faulty()
        try:
            widget.show()
        except ZeroDivisionError:
            print("caught")
    """
    command = [sys.executable, "-c", textwrap.dedent(code)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, cwd=ROOT)
    assert (done.stdout.strip(), done.returncode) == ("caught", 0), done.stderr


def test_all_that_qt_calls_here_is_guarded() -> None:
    ours = (
        ClauseView, SteeredTable, EditedTable, RowTable,
        RowMap, MapBar, RowDrag, ClauseEditor, MarkedTextEdit, ClauseModel, ColumnHeader,
        RowDelegate,
    )  # fmt: skip
    for kind in ours:
        of_qt = next(base for base in kind.__mro__ if base.__module__.startswith("PySide6."))
        for name, method in vars(kind).items():
            if isfunction(method) and not name.startswith("__") and hasattr(of_qt, name):
                assert hasattr(method, "__wrapped__"), f"{kind.__name__}.{name}"


@given(st.text(alphabet="a国𫚖😀é", max_size=20))
def test_offsets_go_there_and_back(text: str) -> None:
    places = Utf16Map(text)
    for point in range(len(text) + 1):
        unit = places.to_units(point)
        assert unit == len(text[:point].encode("utf-16-le")) // 2
        assert places.to_points(unit) == point


def test_the_middle_of_a_pair_is_its_start() -> None:
    assert Utf16Map("a𫚖b").to_points(2) == 1


@given(st.text(alphabet="a\r\ud800\udc00\ufdd0国𫚖\n", max_size=20))
def test_what_is_shown_has_the_same_places(text: str) -> None:
    shown = displayable(text)
    assert len(shown) == len(text)
    shown.encode("utf-8")


@given(st.text(alphabet="ab国", max_size=12), st.text(alphabet="ab国", max_size=12))
def test_a_replacement_makes_the_new_text(old: str, new: str) -> None:
    change = replacement_between(old, new)
    assert old[: change.start] + change.text + old[change.end :] == new


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "both"),
    [
        ("a b c", "a b c!", "A b c", "A b c!"),
        ("a b c", "x a b c", "a b C", "x a b C"),
        ("a b c", "a X c", "a Y c", "a X c"),
        ("ab", "a1b", "a2b", "a1b"),
        ("ab", "ab", "cd", "cd"),
    ],
)
def test_changes_from_two_places(base: str, mine: str, theirs: str, both: str) -> None:
    assert merged(base, mine, theirs) == both


def mark(start: int, end: int) -> Mark:
    return Mark(start, end, Finding("number.split", "major", "en", Span(start, end), "", Message("")))


def test_marks_move_with_the_words() -> None:
    marks = (mark(0, 3), mark(5, 8), mark(10, 10), mark(12, 14))
    assert [(one.start, one.end) for one in moved(marks, 9, 0, 2)] == [(0, 3), (5, 8), (12, 12), (14, 16)]
    assert [(one.start, one.end) for one in moved(marks, 6, 1, 1)] == [(0, 3), (10, 10), (12, 14)]
    assert mark_at(marks, 6) == marks[1]
    assert mark_at(marks, 9) is None


def contrast(one: QColor, other: QColor) -> float:
    """Give WCAG's contrast of two colours."""

    def luminance(colour: QColor) -> float:
        parts = [
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
            for part in (colour.redF(), colour.greenF(), colour.blueF())
        ]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_words_can_be_read_on_everything(theme: Theme) -> None:
    papers = [theme.base, theme.current, theme.chosen, theme.selection, *theme.tints.values()]
    words = {theme.heading(level).name() for level in range(7)} | {theme.text.name()}
    assert [(w, p.name()) for w, p in itertools.product(words, papers) if contrast(QColor(w), p) < 4.5] == []
    quiet = [theme.base, theme.current, theme.chosen, theme.gutter]
    assert min(contrast(theme.muted, paper) for paper in quiet) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_lines_and_marks_can_be_seen_on_everything(theme: Theme) -> None:
    papers = [theme.base, theme.current, theme.chosen, theme.gutter, *theme.tints.values()]
    signs = [*theme.underlines.values()]
    assert [(s.name(), p.name()) for s, p in itertools.product(signs, papers) if contrast(s, p) < 3] == []
    grounds = [theme.base, theme.current, theme.chosen, theme.gutter]
    for sign in (theme.accent, theme.flash, theme.tag, theme.resting):
        assert min(contrast(sign, paper) for paper in grounds) >= 3
    for severity in theme.underlines.values():
        assert contrast(severity, theme.gutter) >= 4.5, "the count beside the sign is text"
    assert {theme.tint(family).name() for family in FAMILIES} == {tint.name() for tint in theme.tints.values()}


def test_the_palette_chooses_the_theme() -> None:
    palette = QPalette(QColor("#efefef"))
    palette.setColor(QPalette.ColorRole.Base, QColor("white"))
    palette.setColor(QPalette.ColorRole.Text, QColor("black"))
    assert theme_for(palette) is LIGHT
    palette.setColor(QPalette.ColorRole.Base, QColor("#202020"))
    palette.setColor(QPalette.ColorRole.Text, QColor("#dddddd"))
    assert theme_for(palette) is DARK


def test_chinese_is_never_drawn_by_chance(qtbot: QtBot) -> None:
    zh, en = families("zh"), families("en")
    assert set(zh) == set(en)
    if zh:
        assert not zh[0].endswith((" JP", " KR"))


def test_words_bear_one_underline() -> None:
    line = QRectF(0, 0, 100, 10)
    worse = [QRectF(20, 0, 10, 10), QRectF(60, 0, 60, 10), QRectF(0, 25, 100, 10)]
    assert _uncovered(line, worse) == [(0, 20), (30, 60)]
    assert _uncovered(line, []) == [(0, 100)]
    assert _uncovered(line, [line]) == []
