"""Looking for words in the window: from place to place, through what the bar asks for."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QDialog

from drafter.gui.searching.preview import ReplacePreview
from drafter.i18n import _, ngettext
from drafter.i18n import shown as told
from drafter.model import DrafterError, Side
from drafter.review import Fixed, Match, ReviewSession, search

if TYPE_CHECKING:
    from drafter.gui.window.main_window import MainWindow

_AFTER_A_CHANGE = 250  # ms before the texts are searched again
_SIDES: tuple[Side, Side] = ("zh", "en")
_Place = tuple[int, int, int]
"""Place of the clause in the review, side, and code point: in the order in which the text is read."""


class Searching(QObject):
    """Finds the places, marks them in the clauses, and goes to them."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._found: list[Match] = []
        self._places: list[_Place] = []
        self._order: dict[int, int] = {}
        self._shown = -1
        self._again = QTimer(self, singleShot=True, interval=_AFTER_A_CHANGE)
        self._again.timeout.connect(self._look)
        bar = window.search_bar
        bar.asked.connect(self._on_asked)
        bar.stepped.connect(self._step)
        bar.left.connect(window.view.setFocus)
        bar.replace_asked.connect(self._replace)
        bar.replace_all_asked.connect(self._replace_all)
        window.opened.connect(self._on_asked)
        window.session_changed.connect(lambda _change: self._again.start())

    # --- commands --------------------------------------------------------------------------------------------------

    def find_words(self) -> None:
        """Ask what to look for; what is selected is offered."""
        self._window.search_bar.ask(self._window.view.selected_words())

    def replace_words(self) -> None:
        """Ask what to look for, and what shall stand in its place."""
        self._window.search_bar.ask(self._window.view.selected_words(), replacing=True)

    def find_next(self) -> None:
        """Go to the next place."""
        self._go_on(1)

    def find_previous(self) -> None:
        """Go to the place before."""
        self._go_on(-1)

    # --- inside ----------------------------------------------------------------------------------------------------

    def _go_on(self, way: int) -> None:
        if self._window.search_bar.searched() is None:
            self.find_words()
        else:
            self._step(way)

    def _on_asked(self) -> None:
        self._shown = -1
        self._look()

    def _look(self) -> None:
        """Look through the texts."""
        session, bar = self._window.session, self._window.search_bar
        searched, sides = bar.searched(), bar.chosen_sides()
        found: Iterable[Match] = ()
        if session is not None and searched:
            try:
                found = list(search(session.clauses, searched, sides))
            except DrafterError as error:
                bar.fault, searched = told(error.message), None
        self._order = {clause.id: place for place, clause in enumerate(session.clauses)} if session else {}
        self._found = list(found)
        self._places = [self._place(one) for one in self._found]
        self._shown = min(self._shown, len(self._found) - 1)
        self._window.view.set_searched(searched, sides, {one.clause for one in self._found})
        bar.tell(self._shown + 1, len(self._found))

    def _place(self, match: Match) -> _Place:
        return self._order[match.clause], _SIDES.index(match.side), match.span.start

    def _step(self, way: int) -> None:
        """Go to the next place behind what is shown or edited, or the one before it; round at the end."""
        if self._again.isActive():
            self._again.stop()
            self._look()
        if not self._found:
            return
        self._shown = self._following(way) % len(self._found)
        match = self._found[self._shown]
        self._window.filtering.reach(match.clause)
        self._window.view.go_to(match.clause, match.side, match.span)
        self._window.search_bar.tell(self._shown + 1, len(self._found))

    def _replace(self) -> None:
        """Put the other words at the place that is shown, and go on; where none is shown yet, show the first."""
        session = self._changeable()
        if session is None:
            return
        self._look()
        if not 0 <= self._shown < len(self._found):
            self._step(1)
            return
        match, by = self._found[self._shown], self._window.search_bar.by.text()
        if match.side not in self._writable():
            self._step(1)
            return
        text = session.clause(match.clause).side(match.side).text
        searched = self._window.search_bar.searched()
        try:
            by = searched.filled(text, match.span, by) if searched else by
        except DrafterError as error:
            self._window.background.tell(told(error.message))
            return
        changed = text[: match.span.start] + by + text[match.span.end :]
        if self._window.attempt(lambda: session.edit(match.clause, match.side, changed)):
            place = (*self._place(match)[:2], match.span.start + len(by))
            self._again.stop()
            self._look()
            self._shown = bisect_left(self._places, place) - 1
            self._step(1)

    def _replace_all(self) -> None:
        """Put the other words at all places, in one step."""
        session = self._changeable()
        bar, sides = self._window.search_bar, self._writable()
        searched, by = bar.searched(), bar.by.text()
        if session is None or searched is None:
            return
        shown = set(self._window.view.shown_clauses())
        try:
            preview = ReplacePreview.of(session, searched, by, sides, shown, self._window)
        except DrafterError as error:
            self._window.background.tell(told(error.message))
            return
        count = preview.count
        if count and preview.exec() != QDialog.DialogCode.Accepted:
            return
        self._window.background.start(
            _("Replacing"),
            lambda _tell: session.replace(searched, by, sides),
            lambda made: self._on_replaced(count, made),
        )

    def _on_replaced(self, count: int, made: object) -> None:
        left = len(made.locked) if isinstance(made, Fixed) else 0
        said = [ngettext("Replaced in {n} place.", "Replaced in {n} places.", count)] if count or not left else []
        if left:
            said.append(ngettext("{n} finished clause was left alone.", "{n} finished clauses were left alone.", left))
        self._window.background.tell(" ".join(said))

    def _changeable(self) -> ReviewSession | None:
        """Give the review where it can be changed now, with what was being typed in it; else say why not."""
        window, session = self._window, self._window.session
        if session is None or window.background.hinders():
            return None
        if session.read_only is not None:
            window.background.tell(told(session.read_only))
            return None
        return session if window.attempt(window.view.commit) else None

    def _writable(self) -> tuple[Side, ...]:
        """Give the sides that are looked at and may be changed; tell where the Chinese is among them and locked."""
        chosen = self._window.search_bar.chosen_sides()
        if self._window.chinese_locked and "zh" in chosen:
            if chosen == ("zh",):
                self._window.background.tell(_("The Chinese is locked: unlock it to change it."))
            return tuple(side for side in chosen if side != "zh")
        return chosen

    def _following(self, way: int) -> int:
        if self._shown >= 0:
            return self._shown + way
        clause = self._window.view.current_clause()
        caret = self._window.view.caret()
        here = (self._order.get(clause or 0, 0), _SIDES.index(caret[0]) if caret else 0, caret[1] if caret else 0)
        return bisect_left(self._places, here) if way > 0 else bisect_right(self._places, here) - 1
