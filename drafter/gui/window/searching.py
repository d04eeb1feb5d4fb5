"""Looking for words in the window: from place to place, through what the bar asks for."""

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from drafter.model import Side
from drafter.review import Match, search

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
        window.opened.connect(self._on_asked)
        window.session_changed.connect(lambda _change: self._again.start())

    # --- commands --------------------------------------------------------------------------------------------------

    def find_words(self) -> None:
        """Ask what to look for; what is selected is offered."""
        self._window.search_bar.ask(self._window.view.selected_words())

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
        found = search(session.clauses, searched, sides) if session is not None and searched else ()
        self._order = {clause.id: place for place, clause in enumerate(session.clauses)} if session else {}
        self._found = list(found)
        self._places = [self._place(one) for one in self._found]
        self._shown = min(self._shown, len(self._found) - 1)
        self._window.view.set_searched(searched, sides)
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
        self._window.view.go_to(match.clause, match.side, match.span)
        self._window.search_bar.tell(self._shown + 1, len(self._found))

    def _following(self, way: int) -> int:
        if self._shown >= 0:
            return self._shown + way
        clause = self._window.view.current_clause()
        caret = self._window.view.caret()
        here = (self._order.get(clause or 0, 0), _SIDES.index(caret[0]) if caret else 0, caret[1] if caret else 0)
        return bisect_left(self._places, here) if way > 0 else bisect_right(self._places, here) - 1
