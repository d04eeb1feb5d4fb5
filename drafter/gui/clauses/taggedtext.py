# ruff: noqa: N802 -- Qt's own method names
"""A text widget in which each mark of a translation tool's file is one thing: stepped over, never broken or lost."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from drafter.gui.clauses.changes import replacement_between
from drafter.gui.clauses.chips import (
    ChipHighlighter,
    DrawnChips,
    as_written,
    beside,
    chip_under,
    chips_of,
    outside,
    unbroken,
)
from drafter.gui.clauses.markedtext import MarkedTextEdit
from drafter.gui.clauses.metrics import Metrics
from drafter.gui.clauses.tagged import Mended, caret_in, carried_in, mended
from drafter.gui.clauses.words import mark_tip
from drafter.gui.toolbox.overrides import guarded
from drafter.gui.toolbox.theme import Theme
from drafter.gui.toolbox.utf16 import Utf16Map
from drafter.language.marks import marks_in, plain
from drafter.model import Side

_PARAGRAPH: Final = "\u2029"
_MARKED: Final = "application/x-drafter-marked"
"""What the clipboard calls a text with its marks; other programs get the words alone."""

Namer = Callable[[int], str]


@guarded
class TaggedTextEdit(MarkedTextEdit):
    """A text that may hold marks.

    Where it holds none of its file, ⟦1⟧ is text like any other.
    """

    def __init__(self, side: Side, metrics: Metrics, theme: Theme, parent: QWidget) -> None:
        super().__init__(side, metrics, theme, parent)
        self._namer: Namer | None = None
        self._highlighter: ChipHighlighter | None = None
        self._caret = 0
        self._copied = (0, "")
        self._cut = ""
        self._settling = self._mending = False
        self.cursorPositionChanged.connect(self._keep_outside)

    @property
    def tagged(self) -> bool:
        """Whether marks are to be kept."""
        return self._namer is not None

    def set_namer(self, namer: Namer | None) -> None:
        """Keep marks from now on, each called by its number; None where the text has none."""
        self._namer, self._copied, self._cut = namer, (0, ""), ""
        if self._highlighter is not None and namer is None:
            self._highlighter.setParent(None)
            self._highlighter.setDocument(None)
            self._highlighter = None
        elif self._highlighter is None and namer is not None:
            self._highlighter = ChipHighlighter(self.document(), self.style_)

    def text(self) -> str:
        """Give the text as it stands, committed or not."""
        # The plain text Qt gives has no non-breaking spaces left.
        text = self.document().toRawText().replace(_PARAGRAPH, "\n")
        return as_written(text) if self.tagged else text

    def laid_out(self, text: str) -> str:
        """Give a text as the document holds it, character for character."""
        return unbroken(text) if self.tagged else text

    def _apply_dress(self) -> None:
        super()._apply_dress()
        if self._highlighter is not None:
            self._highlighter.dress(self.style_)

    # --- chips -----------------------------------------------------------------------------------------------------

    def chips(self) -> DrawnChips:
        """Give the marks with the stretches that they take."""
        found = chips_of(self.text()) if self.tagged else ()
        return [(chip, list(self._rects(chip.start, chip.end))) for chip in found]

    def tip(self, point: QPointF) -> str:
        """Say what stands under a point: what a mark stands for, else what was found there."""
        chip = chip_under(self.chips(), point)
        return mark_tip(self._namer(chip.number)) if chip and self._namer else super().tip(point)

    # --- caret -----------------------------------------------------------------------------------------------------

    def _keep_outside(self) -> None:
        """Lead a caret out of a mark, and let a selection take a mark whole."""
        cursor = self.textCursor()
        if self.tagged and not self._settling:
            chips = chips_of(self.text())
            place, anchor = cursor.position(), cursor.anchor()
            to, start = outside(chips, place, self._caret), outside(chips, anchor, anchor)
            if anchor == place:
                start = to
            elif start == to and anchor != place:  # both in one mark: it is meant
                start, to = next((chip.start, chip.end) for chip in chips if to in (chip.start, chip.end))
            if (place, anchor) != (to, start):
                self._settling = True
                self._select(start, to)
                self._settling = False
        self._caret = self.textCursor().position()

    def _select(self, start: int, end: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def leave_marks_out(self) -> None:
        """Take marks at its ends out of a selection, as far as it holds anything else."""
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        chips = chips_of(self.text()) if self.tagged else ()
        for chip in chips:
            start = chip.end if chip.start == start else start
        for chip in reversed(chips):
            end = chip.start if chip.end == end else end
        if start < end:
            self._select(start, end)

    def step_over(self, event: QKeyEvent) -> bool:
        """Go over a mark with a key that would delete it, and tell whether there was one."""
        cursor = self.textCursor()
        if not self.tagged or cursor.hasSelection():
            return False
        to = beside(chips_of(self.text()), cursor.position(), Qt.Key(event.key()))
        if to is not None:
            self._select(to, to)
        return to is not None

    def caret_kept(self, old: str, new: str, change: Callable[[], None]) -> None:
        """Have marks change and the caret stay at its words.

        Args:
            old: the text before.
            new: the text after.
            change: changes it.
        """
        caret = Utf16Map(old).to_points(self.textCursor().position())
        change()
        if self.tagged and old != new and plain(old) == plain(new):
            self._place(Mended(new, caret_in(new, len(plain(old[:caret])))))

    def _place(self, made: Mended) -> None:
        place = Utf16Map(made.text).to_units(made.caret)
        self._select(place, place)

    # --- typing ----------------------------------------------------------------------------------------------------

    def mend(self, old: str) -> str:
        """Put marks back that typing broke, as part of the same step of the undo history.

        Args:
            old: the text before typing.

        Returns:
            The text as it stands then.
        """
        new = self.text()
        if not self.tagged:
            return new
        start, copied = self._copied
        if copied and old[start : start + len(copied)] == copied and new == old[:start] + old[start + len(copied) :]:
            self._cut = copied
        made = mended(old, new)
        if made is None:
            return new
        self._write(new, made, join=True)
        return self.text()

    def _write(self, text: str, made: Mended, *, join: bool) -> None:
        """Make another text of this one, as one step."""
        change, places = replacement_between(self.laid_out(text), self.laid_out(made.text)), Utf16Map(text)
        cursor = QTextCursor(self.document())
        self._settling, self._mending = True, join
        if join:
            cursor.joinPreviousEditBlock()
        else:
            cursor.beginEditBlock()
        cursor.setPosition(places.to_units(change.start))
        cursor.setPosition(places.to_units(change.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(change.text)
        cursor.endEditBlock()
        self._settling = self._mending = False
        self._place(made)

    # --- clipboard -------------------------------------------------------------------------------------------------

    def createMimeDataFromSelection(self) -> QMimeData:
        """Give other programs the words alone, and this text its marks."""
        if not self.tagged:
            return super().createMimeDataFromSelection()
        cursor = self.textCursor()
        text, places = self.text(), Utf16Map(self.text())
        start = places.to_points(cursor.selectionStart())
        copied = text[start : places.to_points(cursor.selectionEnd())]
        self._copied = (start, copied if marks_in(copied) else "")
        data = QMimeData()
        data.setText(plain(copied))
        data.setData(_MARKED, copied.encode("utf-8", "replace"))
        return data

    def paste_moved(self, source: QMimeData) -> bool:
        """Put in what was cut out of this text, its marks with it; False where it is anything else."""
        piece = bytes(source.data(_MARKED).data()).decode("utf-8", "replace") if source.hasFormat(_MARKED) else ""
        if not self.tagged or not piece or piece != self._cut:
            return False
        text, cursor = self.text(), self.textCursor()
        places = Utf16Map(text)
        start, end = places.to_points(cursor.selectionStart()), places.to_points(cursor.selectionEnd())
        made = carried_in(text, start, end, piece)
        if made is not None:
            self._cut = ""
            self._write(text, made, join=False)
        return made is not None
