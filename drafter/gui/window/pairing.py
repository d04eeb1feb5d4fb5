"""Pairing by hand: clauses cut, joined, moved, parted and paired from the window."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from drafter.i18n import _
from drafter.model import Side
from drafter.review import HandPairing, Way

if TYPE_CHECKING:
    from drafter.gui.window.main_window import MainWindow


class Pairing(QObject):
    """Carries out what is asked of the pairs; what can't be done is said in the status bar."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._waiting = 0
        window.view.carried.connect(self._drop)

    def cut_here(self) -> None:
        """Cut the clause where the caret stands."""
        caret = self._window.view.caret()
        if caret is None:
            self._say(_("Put the caret where the clause is to be cut."))
            return
        self._do(lambda pairs, clause: pairs.split_at(clause, *caret), _("There is nothing to cut off here."))

    def cut_sentences(self) -> None:
        """Cut the clause into its sentences."""
        self._do(HandPairing.split_sentences, _("This clause can't be cut into sentences that fit each other."))

    def join_next(self) -> None:
        """Join the clause with the one below."""
        self._do(
            lambda pairs, clause: pairs.merge(clause, self._neighbour(clause)), _("There is no clause below to join.")
        )

    def move_up(self) -> None:
        """Give the first piece of the side that is edited to the clause above."""
        self._move("up")

    def move_down(self) -> None:
        """Give the last piece of the side that is edited to the clause below."""
        self._move("down")

    def _drop(self, clause: int, side: Side, target: int) -> None:
        """Give a text that was carried with the mouse to the clause it was let go over."""
        session = self._window.session
        if session is None:
            return
        order = {one.id: place for place, one in enumerate(session.clauses)}
        steps = order[target] - order[clause]
        if abs(steps) == 1:
            way: Way = "down" if steps > 0 else "up"
            self._do(lambda pairs, _here: pairs.move(clause, side, way), _("There is nothing to move."))
        else:
            self._do(
                lambda pairs, _here: pairs.pair(clause, target),
                _("A text goes to the row above or below; further only to a row that lacks its language."),
            )

    def _move(self, way: Way) -> None:
        caret = self._window.view.caret()
        side: Side = caret[0] if caret else "en"
        self._do(
            lambda pairs, clause: pairs.move(clause, side, way),
            _("There is nothing to move, or no clause to move it to."),
        )

    def part(self) -> None:
        """Part the Chinese from the English."""
        self._do(HandPairing.unpair, _("Only a clause that has both sides can be parted."))

    def pair(self) -> None:
        """Pair this clause with another: asked on the first it is remembered, asked on the second they are joined."""
        session, clause = self._window.session, self._window.view.current_clause()
        if session is None or clause is None:
            return
        known = {one.id for one in session.clauses}
        if self._waiting not in known or self._waiting == clause:
            self._waiting = clause
            self._say(_("Go to the clause it belongs to, and ask again."))
            return
        first, self._waiting = self._waiting, 0
        self._do(
            lambda pairs, here: pairs.pair(first, here),
            _("A clause that has only Chinese can be paired with one that has only English: part them first."),
        )

    def pair_anew(self) -> None:
        """Pair everything below anew, in the background; what was paired by hand stays."""
        session, clause = self._window.session, self._window.view.current_clause()
        if session is None or clause is None or not self._window.attempt(self._window.view.commit):
            return
        self._window.background.start(
            _("Pairing anew"), lambda tell: session.pairing.realign(clause, tell), self._on_paired
        )

    def _on_paired(self, changed: object) -> None:
        if not changed:
            self._say(_("Everything below stays as it is."))

    def _neighbour(self, clause: int) -> int:
        ids = [one.id for one in self._window.session.clauses] if self._window.session else []
        place = ids.index(clause) + 1
        return ids[place] if place < len(ids) else clause

    def _do(self, work: Callable[[HandPairing, int], bool], nothing: str) -> None:
        """Do something to the pair of the current clause, and say so where that changed nothing."""
        window = self._window
        session, clause = window.session, window.view.current_clause()
        if session is None or clause is None or not window.attempt(window.view.commit):
            return
        changed: list[bool] = []
        if window.attempt(lambda: changed.append(work(session.pairing, clause))) and not changed[0]:
            self._say(nothing)

    def _say(self, sentence: str) -> None:
        self._window.background.tell(sentence)
