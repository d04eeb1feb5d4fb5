"""Help for whoever writes a translation: figures, terms and the source put in by keys; like clauses follow."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from drafter.gui.clauses.editor import ClauseEditor
from drafter.i18n import _, ngettext
from drafter.model import Side, Span
from drafter.review import Fixed
from drafter.review.assisting import apply_to_identical, completions, identical, missing_figures

if TYPE_CHECKING:
    from drafter.gui.window.main_window import MainWindow

_BRACKETS: Final[dict[Side, tuple[str, str]]] = {"zh": ("（", "）"), "en": ("(", ")")}
_QUOTES: Final = ("“", "”")
_TOLD_MS: Final = 8000
_FEW: Final = 5
"""Clauses that follow at once; more than that is left to the background."""


class Assisting(QObject):
    """Carries out what is asked in the text that is being written."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._entered: tuple[int, str] = (0, "")
        self._offered = 0
        window.view.current_changed.connect(self._on_moved)
        window.opened.connect(self._forget)

    # --- commands --------------------------------------------------------------------------------------------------

    def insert_figure(self) -> None:
        """Put in the next figure of the Chinese that the English does not have yet."""
        place = self._english()
        if place is None:
            return
        editor, clause = place
        session = self._window.session
        left = missing_figures(session, clause, editor.text()) if session else []
        if not left:
            self._window.statusBar().showMessage(_("Every figure of the Chinese stands in the English."), _TOLD_MS)
            return
        text, zh = left[0]
        editor.write(editor.selection(), text)
        self._window.statusBar().showMessage(_("{zh} → {text}", zh=zh, text=text), _TOLD_MS)

    def insert_source(self) -> None:
        """Put the text of the other side in where the caret stands."""
        place = self._writing()
        session = self._window.session
        if place is not None and session is not None:
            editor, clause = place
            other: Side = "en" if editor.side == "zh" else "zh"
            editor.write(editor.selection(), session.clause(clause).side(other).text)

    def complete_word(self) -> None:
        """Offer what the word before the caret may become: terms of this clause, and its figures."""
        place = self._english()
        session = self._window.session
        if place is None or session is None:
            return
        editor, clause = place
        caret = editor.selection().end
        offered = completions(session, clause, editor.text(), caret)
        if not offered:
            self._window.statusBar().showMessage(_("The glossary has no term of this clause that begins so."), _TOLD_MS)
            return
        menu = QMenu(editor)
        menu.setObjectName("completions")
        for one in offered:
            action = QAction(f"{one.text}\t{one.zh}".replace("&", "&&"), menu)
            action.triggered.connect(lambda _checked=False, one=one: editor.write(Span(one.start, caret), one.text))
            menu.addAction(action)
        menu.setActiveAction(menu.actions()[0])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(editor.mapToGlobal(editor.cursorRect().bottomLeft()))

    def change_case(self) -> None:
        """Write what is selected, or the word at the caret, in small letters, with a capital, in capitals: in turn."""
        place = self._writing()
        if place is None:
            return
        editor, _clause = place
        span = editor.selection()
        if span.start == span.end:
            span = editor.word_at_caret()
        words = editor.text()[span.start : span.end]
        if words:
            editor.write(span, _next_case(words), selected=True)

    def in_brackets(self) -> None:
        """Put what is selected in brackets."""
        self._wrap(brackets=True)

    def in_quotes(self) -> None:
        """Put what is selected in quotation marks."""
        self._wrap(brackets=False)

    def apply_identical(self) -> None:
        """Have all clauses with the same Chinese read as this one."""
        window = self._window
        session = window.session
        clause = window.view.current_clause()
        if session is None or clause is None or not window.attempt(window.view.commit):
            return
        here = clause if identical(session, clause) else self._offered
        if not here or not identical(session, here):
            window.statusBar().showMessage(_("No other clause has the same Chinese and another English."), _TOLD_MS)
            return
        if len(identical(session, here)) > _FEW:
            window.background.start(_("Replacing"), lambda _tell: apply_to_identical(session, here), self._on_followed)
            return
        made: list[Fixed] = []
        if window.attempt(lambda: made.append(apply_to_identical(session, here))):
            self._on_followed(made[0])

    def _on_followed(self, made: object) -> None:
        count = len(made) if isinstance(made, Fixed) else 0
        self._window.statusBar().showMessage(
            ngettext("{n} like clause follows now.", "{n} like clauses follow now.", count), _TOLD_MS
        )

    # --- inside ----------------------------------------------------------------------------------------------------

    def _writing(self) -> tuple[ClauseEditor, int] | None:
        """Give the editor that is written in, and its clause; None where nothing can be written."""
        editor, clause = self._window.view.focused_editor(), self._window.view.current_clause()
        return (editor, clause) if editor is not None and clause is not None and not editor.isReadOnly() else None

    def _english(self) -> tuple[ClauseEditor, int] | None:
        """Give the English editor, which is entered where the keys act on the row."""
        place = self._writing()
        if place is not None:
            return place if place[0].side == "en" else None
        clause = self._window.view.current_clause()
        if clause is None or not self._window.view.go_to(clause, "en", focus=True):
            return None
        return self._writing()

    def _wrap(self, *, brackets: bool) -> None:
        place = self._writing()
        if place is None:
            return
        editor, _clause = place
        before, after = _BRACKETS[editor.side] if brackets else _QUOTES
        span = editor.selection()
        words = editor.text()[span.start : span.end]
        editor.write(span, f"{before}{words}{after}", caret=span.start + len(words) + (2 if words else 1))

    def _forget(self) -> None:
        self._entered, self._offered = (0, ""), 0

    def _on_moved(self, clause: int) -> None:
        """Offer like clauses where the one that was left has been corrected."""
        session = self._window.session
        if session is None:
            return
        left, text = self._entered
        known = {one.id for one in session.clauses} if left else set()
        if left in known and session.clause(left).en.text != text and (count := len(identical(session, left))):
            self._offered = left
            self._window.statusBar().showMessage(
                ngettext(
                    "{n} other clause has the same Chinese: {keys} has it follow.",
                    "{n} other clauses have the same Chinese: {keys} has them follow.",
                    count,
                    keys=self._window.keys_of("apply_identical"),
                ),
                _TOLD_MS,
            )
        self._entered = (clause, session.clause(clause).en.text)


def _next_case(words: str) -> str:
    if words == words.lower():
        return words[:1].upper() + words[1:]
    return words.lower() if words == words.upper() and len(words) > 1 else words.upper()
