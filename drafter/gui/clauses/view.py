"""The clause view: a table of clauses that edits the one that is current."""

from collections.abc import Collection, Iterable
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from drafter.gui.clauses.editor import ClauseEditor
from drafter.gui.clauses.model import COLUMNS
from drafter.gui.clauses.showing import Showing
from drafter.gui.clauses.steered import SteeredTable
from drafter.gui.clauses.words import view_name
from drafter.gui.toolbox.overrides import guarded
from drafter.i18n import _
from drafter.language.spelling import Speller
from drafter.model import SEVERITIES, Finding, Side, Span
from drafter.review import ReviewSession, Searched

_ALONE: Final = 0.15
"""Share of the room for a column whose whole text is missing."""


@guarded
class ClauseView(SteeredTable):
    """Shows a review side by side, clause by clause, marked where it is damaged, and edited in place.

    Signals:
        finding_requested: a finding that was double-clicked.
        commit_failed: what was typed can't be written, with the error.
        typing: all that is typed and no change of the review yet, texts by clause and side.
        refused: why something is not put into a text.
    """

    finding_requested = Signal(object)
    commit_failed = Signal(object)
    typing = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editors.asked.connect(self.finding_requested)
        self._editors.failed.connect(self.commit_failed)
        self._editors.typing.connect(self.typing)
        self._editors.refused.connect(self.refused)
        self.retranslate()

    def set_session(self, session: ReviewSession | None) -> None:
        """Show a review, or none; what was typed in the one before is committed first."""
        self._editors.close()
        self._editors.forget()
        self._editors.set_read_only(session is not None and session.read_only is not None)
        self._model.set_session(session)
        there = set(session.documents) if session else set()
        # A text that stands alone gets nearly all the room.
        self._share_room(_ALONE if there == {"en"} else 1 - _ALONE if there == {"zh"} else 0.5)
        self._start_over(0)

    def refresh(self, clause_ids: Iterable[int]) -> None:
        """Show what changed in some clauses; the top row and the caret stay where they are."""
        with self._heights.held():
            rows = self._model.refresh(clause_ids)
            for row in rows:
                self._heights.forget(row)
                if row == self._rows.current_row:
                    self._editors.refresh(self._model.facts(row))
                    self._veil(measure=False)
            self._heights.measure_visible()
        self.map.refresh(rows)
        self._pointing.forget()
        self._follow_rows()
        self.viewport().update()

    def reload(self) -> None:
        """Read anew which clauses there are, after clauses were split or joined; the current one stays."""
        with self._place_kept():
            self._model.reload()

    def go_to(self, clause_id: int, side: Side | None = None, span: Span | None = None, *, focus: bool = False) -> bool:
        """Make a clause current and bring it into sight.

        Args:
            clause_id: the clause.
            side: the side whose text is meant.
            span: what to select and outline there, in code points.
            focus: whether the keyboard shall act in that side's text, or in the row where no side is given.

        Returns:
            Whether the clause is among those shown.
        """
        row = self._model.row_of(clause_id)
        if row is None:
            return False
        self._make_current(row)
        self._walk.reveal_row(row)
        if side not in self._rows.sides:
            side = None
        if side is not None and span is not None:
            self._unveil(side)
            editor = self._editors.editor(side)
            editor.select(span)
            self._walk.reveal(editor.span_rect().toAlignedRect().translated(editor.geometry().topLeft()), 24)
        if focus:
            (self._editors.editor(side) if side else self).setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def shown_clauses(self) -> tuple[int, ...]:
        """Give the ids of the clauses that are shown, in order."""
        return tuple(self._model.ids)

    def focused_editor(self) -> ClauseEditor | None:
        """Give the editor that is written in, None where the keys act elsewhere."""
        side = self._editors.focused()
        return self._editors.editor(side) if side else None

    def findings_here(self) -> list[Finding]:
        """Give the findings that the caret touches, the nearest first; where it touches none those of the row."""
        side, row = self._editors.focused(), self._rows.current_row
        touched = self._editors.editor(side).marks_at_caret() if side else []
        if touched or row < 0:
            return [mark.finding for mark in touched]
        worst_first = sorted(self._model.facts(row).findings, key=lambda one: -SEVERITIES.index(one.severity))
        return [one for one in worst_first if one.side in self._rows.sides]

    def place_of(self, finding: Finding | None) -> QPoint:
        """Give the place on the screen below a finding of the current row, below the caret where None is asked for."""
        if finding is not None:
            self._unveil(finding.side)  # it is marked in the text as it is
        side = finding.side if finding else self._editors.focused() or self._rows.sides[-1]
        editor = self._editors.editor(side)
        return editor.below(next((mark for mark in editor.marks() if mark.finding == finding), None))

    def outline(self, finding: Finding) -> None:
        """Outline a finding of the current row for a moment."""
        editor = self._editors.editor(finding.side)
        for mark in editor.marks():
            if mark.finding == finding:
                editor.outline(mark.start, mark.end)

    def caret(self) -> tuple[Side, int] | None:
        """Give the side that is being edited, and where its caret stands in code points; None where none is."""
        side = self._editors.focused()
        return (side, self._editors.editor(side).selection().end) if side else None

    def selection(self) -> tuple[Side, Span] | None:
        """Give the side that is edited, or was last, with what is selected there; an empty span where the caret is."""
        side = self._editors.focused() or next(
            (side for side in COLUMNS if self._editors.editor(side).textCursor().hasSelection()), None
        )
        return (side, self._editors.editor(side).selection()) if side else None

    def selected_words(self) -> str:
        """Give what is selected in the text that is edited, "" for nothing, or where it goes over lines."""
        side = self._editors.focused()
        words = self._editors.editor(side).textCursor().selectedText() if side else ""
        return "" if "\u2029" in words else words

    def set_searched(self, searched: Searched | None, sides: tuple[Side, ...], clauses: Collection[int] = ()) -> None:
        """Mark words that are looked for.

        Args:
            searched: the words, None for none.
            sides: the sides on which they are looked for.
            clauses: ids of the clauses that hold them.
        """
        self.map.set_found(clauses if searched else ())
        self._rows.searched, self._rows.searched_sides = searched, sides
        for side in COLUMNS:
            self._editors.editor(side).set_searched(searched if side in sides else None)
        self.viewport().update()

    def set_speller(self, speller: Speller | None) -> None:
        """Mark misspelt words of the clause that is edited from now on, None for no longer."""
        self._editors.set_speller(speller)

    def set_chinese_locked(self, locked: bool) -> None:
        """Have the Chinese only read, or corrected too."""
        self._editors.commit_quietly()
        self._editors.set_chinese_locked(locked)
        self._on_focus_moved()

    def set_filter(self, ids: set[int] | None) -> None:
        """Show only these clauses, None for all; the current one stays current where it is among them."""
        with self._place_kept():
            self._model.set_filter(ids)

    def pending(self) -> bool:
        """Tell whether something typed is not part of the review yet."""
        return self._editors.pending()

    def commit(self) -> None:
        """Make what was typed part of the review.

        Raises:
            DrafterError: it can't be written; it stays in the editor.
        """
        self._editors.commit()

    def retranslate(self) -> None:
        """Say everything in the language chosen now."""
        self.setAccessibleName(view_name(self.showing))
        self.setAccessibleDescription(
            _("Up and Down go through the clauses, Enter edits the English, Tab changes sides, Esc leads back here.")
        )
        self._model.retranslate()
        self._editors.retranslate()
        self.map.retranslate()
        self.viewport().update()

    def set_showing(self, showing: Showing) -> None:
        """Show other columns, or what was corrected; the current row and the caret stay where they are."""
        super().set_showing(showing)
        self.retranslate()
