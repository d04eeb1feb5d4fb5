"""The pair of editors that stands on the current row, and when what is typed in them becomes part of the review."""

from collections.abc import Collection, Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from drafter.gui.clauses.changes import merged
from drafter.gui.clauses.editor import ClauseEditor
from drafter.gui.clauses.markedtext import MARGIN
from drafter.gui.clauses.metrics import Metrics
from drafter.gui.clauses.model import RowFacts
from drafter.gui.toolbox.theme import Theme
from drafter.language.spelling import Speller
from drafter.model import LOCKED, DrafterError, Side
from drafter.review import ReviewSession

QUIET_MS: Final = 300
"""How long typing must rest before it is committed."""
_LONGEST_MS: Final = 1500
"""How long typing that never rests waits before it is committed all the same."""
_OTHER: Final[dict[Side, Side]] = {"zh": "en", "en": "zh"}


class RowEditors(QObject):
    """Edits one clause: both its sides.

    What is typed is committed after a moment of quiet, when the focus goes, and when `commit` is called; a text that
    could not be written is kept and shown again when its clause is.

    Signals:
        typing: all that is typed and no change of the review yet, texts by clause and side.
        refused: why something is not put into a text.

    Attributes:
        clause: id of the clause, 0 while there is none.
    """

    left = Signal(str, str)
    asked = Signal(object)
    fixes_asked = Signal()
    entered = Signal(str)
    abandoned = Signal()
    relaid = Signal()
    failed = Signal(object)
    typing = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QWidget, metrics: Metrics, theme: Theme) -> None:
        super().__init__(parent)
        self.clause = 0
        self._session: ReviewSession | None = None
        self._locked, self._read_only, self._finished = True, False, False
        self._typed = False  # whether something was told of
        self._entered: dict[Side, str] = {}
        self._unwritten: dict[tuple[int, Side], str] = {}
        self._editors: dict[Side, ClauseEditor] = {
            "zh": ClauseEditor("zh", metrics, theme, parent),
            "en": ClauseEditor("en", metrics, theme, parent),
        }
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self.commit_quietly)
        self._longest = QTimer(self, singleShot=True, interval=_LONGEST_MS)
        self._longest.timeout.connect(self.commit_quietly)
        for side, editor in self._editors.items():
            self._connect(side, editor)
        self.set_chinese_locked(True)

    def _connect(self, side: Side, editor: ClauseEditor) -> None:
        editor.hide()
        editor.typed.connect(self._quiet.start)
        editor.typed.connect(self._tell_typing)
        editor.typed.connect(lambda: self._longest.isActive() or self._longest.start())
        editor.left.connect(lambda way: self.left.emit(side, way))
        editor.asked.connect(self.asked)
        editor.fixes_asked.connect(self.fixes_asked)
        editor.entered.connect(lambda: self.entered.emit(side))
        editor.abandoned.connect(self._on_abandoned)
        editor.relaid.connect(self.relaid)
        editor.refused.connect(self.refused)

    def editor(self, side: Side) -> ClauseEditor:
        """Give the editor of a side."""
        return self._editors[side]

    def focused(self) -> Side | None:
        """Give the side whose editor has the focus."""
        return next((side for side, editor in self._editors.items() if editor.hasFocus()), None)

    # --- which clause ----------------------------------------------------------------------------------------------

    def open(self, session: ReviewSession, facts: RowFacts) -> None:
        """Edit a clause."""
        self.close()
        self._session, self.clause = session, facts.clause.id
        self._set_finished(finished=facts.state == LOCKED)
        for side, editor in self._editors.items():
            text = facts.clause.side(side).text
            self._entered[side] = text
            namer = partial(self._mark_name, session, self.clause, side) if facts.marked else None
            editor.load(text, facts.clause.level, facts.clause.id, namer, other=facts.clause.side(_OTHER[side]).text)
            editor.set_marks(facts.marks(side))
            if (kept := self._unwritten.pop((self.clause, side), None)) is not None:
                editor.put(kept)

    @staticmethod
    def _mark_name(session: ReviewSession, clause: int, side: Side, number: int) -> str:
        return session.mark_names(clause, side).get(number, "")

    def close(self) -> None:
        """Commit, and edit nothing; a text that can't be written is kept for later."""
        if self.focused():
            QGuiApplication.inputMethod().commit()  # what is being composed belongs to this clause
        self.commit_quietly()
        for side, editor in self._editors.items():
            if editor.changed():
                self._unwritten[self.clause, side] = editor.text()
            editor.hide()
        self.clause, self._session = 0, None

    def forget(self) -> None:
        """Drop what could not be written: another review is opened."""
        self._unwritten.clear()
        self._tell_typing()

    def _tell_typing(self) -> None:
        typed = dict(self._unwritten)
        if self._session is not None:
            typed |= {(self.clause, side): editor.text() for side, editor in self._editors.items() if editor.changed()}
        if typed or self._typed:
            self._typed = bool(typed)
            self.typing.emit(typed)

    def refresh(self, facts: RowFacts) -> None:
        """Show what the review says of the clause now; nothing that was typed is lost."""
        self._set_finished(finished=facts.state == LOCKED)
        for side, editor in self._editors.items():
            text = facts.clause.side(side).text
            if text != editor.base:
                self._take(editor, text)
            editor.set_marks(facts.marks(side))

    def _take(self, editor: ClauseEditor, text: str) -> None:
        """Take a text that changed elsewhere: a fix, an undo, another window."""
        self._entered[editor.side] = text
        if editor.changed():
            both = merged(editor.base, editor.text(), text)
            editor.put(both)
        else:
            editor.put(text)
        editor.rebase(text)
        self._tell_typing()

    # --- committing ------------------------------------------------------------------------------------------------

    def pending(self) -> bool:
        """Tell whether something typed is not part of the review yet."""
        return any(editor.changed() for editor in self._editors.values())

    def commit(self) -> None:
        """Make what was typed part of the review.

        Raises:
            DrafterError: it can't be written; it stays in the editor.
        """
        self._quiet.stop()
        if self._session is None:
            return
        for side, editor in self._editors.items():
            if not editor.changed():
                continue
            before = editor.base
            text = editor.accept_typing()
            try:
                self._session.edit(self.clause, side, text)
            except DrafterError:
                editor.rebase(before)
                raise
        self._tell_typing()

    def commit_quietly(self) -> None:
        """Commit, and tell of a failure instead of raising it."""
        try:
            self.commit()
        except DrafterError as error:
            self.failed.emit(error)

    def restore(self) -> bool:
        """Bring back the text that the clause had when it was entered, and tell whether it was another one."""
        if not any(editor.text() != self._entered.get(side) for side, editor in self._editors.items()):
            return False
        for side, editor in self._editors.items():
            editor.put(self._entered[side])
        self.commit_quietly()
        return True

    def _on_abandoned(self) -> None:
        self.commit_quietly()
        self.abandoned.emit()

    # --- looks -----------------------------------------------------------------------------------------------------

    def set_chinese_locked(self, locked: bool) -> None:
        """Have the Chinese only read, or corrected too."""
        self._locked = locked
        self._lock()

    def set_read_only(self, read_only: bool) -> None:
        """Have both texts only read, or corrected as far as that is allowed otherwise."""
        if read_only == self._read_only:
            return
        self._read_only = read_only
        self._lock()

    def _set_finished(self, *, finished: bool) -> None:
        """Have a finished clause only read."""
        if finished != self._finished:
            self._finished = finished
            self._lock()

    def _lock(self) -> None:
        whole = self._read_only or self._finished
        self._editors["zh"].set_locked(whole or self._locked)
        self._editors["en"].set_locked(whole)

    def set_speller(self, speller: Speller | None) -> None:
        """Mark misspelt words in the English from now on, None for no longer."""
        self._editors["en"].set_speller(speller)

    def retranslate(self) -> None:
        """Name the editors in the language chosen now."""
        for editor in self._editors.values():
            editor.retranslate(self.clause)

    def dress(self, metrics: Metrics, theme: Theme) -> None:
        """Take other sizes and colours."""
        for editor in self._editors.values():
            editor.dress(metrics, theme)

    def place(self, side: Side, text_rect: QRect | None) -> None:
        """Stand an editor over the room of its text; None where that is not shown."""
        editor = self._editors[side]
        if text_rect is None:
            editor.hide()
            return
        rect = text_rect.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)
        if editor.geometry() != rect:
            editor.setGeometry(rect)
        if editor.isHidden():
            editor.show()

    def lines(self, widths: Mapping[Side, int]) -> int:
        """Count the lines of the longest text among those that are set in some width."""
        return max((self._editors[side].lines(width) for side, width in widths.items()), default=1)

    def veil(self, sides: Collection[Side]) -> None:
        """Have only these sides not be seen: the row below shows what was corrected there."""
        for side, editor in self._editors.items():
            editor.set_veiled(side in sides)
