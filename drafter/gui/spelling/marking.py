"""Which words of a text that is being written are marked as misspelt."""

from collections.abc import Callable
from time import monotonic
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, QTimer

from drafter.gui.toolbox.utf16 import Utf16Map
from drafter.language.spelling import Speller, words_to_spell
from drafter.model import Span

_AT_ONCE: Final = 0.008  # s of looking words up in one go: half a frame
_BETWEEN: Final = 10  # ms


class Misspelt(NamedTuple):
    """A word that is marked.

    Attributes:
        start: where it begins, in UTF-16 units.
        end: where it ends, exclusive.
        span: the same in code points.
    """

    start: int
    end: int
    span: Span

    def holds(self, unit: int) -> bool:
        """Tell whether a caret before a unit touches the word."""
        return self.start <= unit <= self.end


class SpellingMarks(QObject):
    """Keeps the marks of one text.

    A word is looked up once; so after a key only what changed is. Where a text brings many new words they are looked up
    little by little. The word that is being typed is left alone until the caret leaves it.
    """

    def __init__(self, parent: QObject, changed: Callable[[], None]) -> None:
        """Begin without a text.

        Args:
            parent: whose text it is.
            changed: called where other words are marked than before.
        """
        super().__init__(parent)
        self.speller: Speller | None = None
        self.marks: tuple[Misspelt, ...] = ()
        self._changed = changed
        self._text = self._chinese = ""
        self._typed_at: int | None = None
        self._later = QTimer(self, singleShot=True, interval=_BETWEEN)
        self._later.timeout.connect(self._look)

    def begin(self, text: str, chinese: str) -> None:
        """Take another text.

        Args:
            text: the English.
            chinese: what it renders.
        """
        self._text, self._chinese, self._typed_at = text, chinese, None
        self.marks = ()
        self._later.start()

    def typed(self, text: str, caret: int) -> None:
        """Follow what was typed.

        Args:
            text: the text as it is now.
            caret: where the caret stands in it, in UTF-16 units.
        """
        self._text, self._typed_at = text, caret
        self._look()

    def moved(self, caret: int | None) -> None:
        """Follow the caret: a word that it leaves is looked at; None where the text has not got it any more."""
        if self._typed_at is None or caret == self._typed_at:
            return
        start, end = sorted((self._typed_at, caret)) if caret is not None else (0, 0)
        if caret is None or not _is_within_a_word(self._text, start, end):
            self._typed_at = None
            self._look()

    def again(self) -> None:
        """Look at the whole text again: other words are right now."""
        self._look()

    def at(self, unit: int) -> Misspelt | None:
        """Give the marked word that a caret before a unit touches."""
        return next((mark for mark in self.marks if mark.holds(unit)), None)

    def _look(self) -> None:
        before, self.marks = self.marks, ()
        if self.speller is not None:
            self.marks = tuple(self._looked_at(self.speller))
        if self.marks != before:
            self._changed()

    def _looked_at(self, speller: Speller) -> list[Misspelt]:
        places = Utf16Map(self._text)
        found = []
        until = monotonic() + _AT_ONCE
        for word, span in words_to_spell(self._text):
            mark = Misspelt(places.to_units(span.start), places.to_units(span.end), span)
            if self._typed_at is not None and mark.holds(self._typed_at):
                continue
            if not speller.is_settled(word) and monotonic() > until:
                self._later.start()
            elif not speller.knows(word, self._chinese):
                found.append(mark)
        return found


def _is_within_a_word(text: str, start: int, end: int) -> bool:
    """Whether a caret that goes from one place to another, in UTF-16 units, stays in one word."""
    places = Utf16Map(text)
    between = text[places.to_points(start) : places.to_points(end)]
    return all(one.isalpha() or one in "’'" for one in between)
