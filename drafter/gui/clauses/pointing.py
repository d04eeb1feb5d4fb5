"""What answers what is pointed at: a figure and its counterpart are outlined together, in rows and in editors."""

from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from drafter.gui.clauses.model import ClauseModel
from drafter.gui.toolbox.utf16 import Utf16Map
from drafter.model import Clause, Side, Span
from drafter.review import Counterparts, counterparts

Units = tuple[int, int]
"""A stretch of text in UTF-16 units, end exclusive."""


class Pointed(NamedTuple):
    """What is outlined.

    Attributes:
        row: the row it stands in.
        zh: the stretch of its Chinese.
        en: the stretch of its English.
    """

    row: int
    zh: Units
    en: Units

    def units(self, side: Side) -> Units:
        """Give the stretch of a side."""
        return self.zh if side == "zh" else self.en


class Pointing(QObject):
    """Knows what is pointed at: by the pointer, and where it points at nothing, by the caret.

    Signals:
        moved: something else is outlined now.
    """

    moved = Signal()

    def __init__(self, model: ClauseModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._by_pointer: Pointed | None = None
        self._by_caret: Pointed | None = None
        self._known: tuple[Clause, tuple[Counterparts, ...]] | None = None

    @property
    def pointed(self) -> Pointed | None:
        """What is outlined, None for nothing."""
        return self._by_pointer or self._by_caret

    def point(self, row: int, side: Side, unit: int | None) -> None:
        """Follow the pointer.

        Args:
            row: the row it is over.
            side: the side.
            unit: the UTF-16 unit under it, None where it is over no text.
        """
        self._set(None if unit is None else self._find(row, side, unit), self._by_caret)

    def place_caret(self, row: int, side: Side, unit: int | None) -> None:
        """Follow the caret, None where none is shown or something is typed that is not part of the review yet."""
        self._set(self._by_pointer, None if unit is None else self._find(row, side, unit))

    def leave(self) -> None:
        """The pointer is over no text."""
        self._set(None, self._by_caret)

    def forget(self) -> None:
        """Outline nothing: the rows are others now, or their texts are."""
        self._known = None
        self._set(None, None)

    def _set(self, by_pointer: Pointed | None, by_caret: Pointed | None) -> None:
        before = self.pointed
        self._by_pointer, self._by_caret = by_pointer, by_caret
        if self.pointed != before:
            self.moved.emit()

    def _find(self, row: int, side: Side, unit: int) -> Pointed | None:
        if not 0 <= row < self._model.rowCount():
            return None
        facts = self._model.facts(row)
        clause = facts.clause
        if self._known is None or self._known[0] is not clause:
            self._known = clause, counterparts(clause, facts.findings)
        places: dict[Side, Utf16Map] = {"zh": Utf16Map(clause.zh.text), "en": Utf16Map(clause.en.text)}
        at = places[side].to_points(unit)
        holding = [one for one in self._known[1] if _holds(one.zh if side == "zh" else one.en, at)]
        if not holding:
            return None
        best = min(holding, key=lambda one: one.zh.end - one.zh.start + one.en.end - one.en.start)
        return Pointed(row, _units(places["zh"], best.zh), _units(places["en"], best.en))


def _holds(span: Span, point: int) -> bool:
    return span.start <= point < span.end


def _units(places: Utf16Map, span: Span) -> Units:
    return places.to_units(span.start), places.to_units(span.end)
