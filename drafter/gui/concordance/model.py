"""What was found, as the rows of a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from drafter.gui.toolbox.overrides import guarded
from drafter.i18n import _
from drafter.model import Span
from drafter.review import differences
from drafter.review.concordance import FuzzyMatch, Place

ENTRY_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Entry:
    """A pair as it is listed.

    Attributes:
        heading: where it stands, and how like it is.
        zh: its Chinese.
        en: its English.
        clause: id of the clause, 0 where it is in a memory.
        found_zh: stretches of the Chinese that are looked for, in code points.
        found_en: stretches of the English, likewise.
        other: stretches of the Chinese that the clause does not have.
    """

    heading: str
    zh: str
    en: str
    clause: int
    found_zh: tuple[Span, ...] = ()
    found_en: tuple[Span, ...] = ()
    other: tuple[Span, ...] = ()


def entry_of_match(match: FuzzyMatch, chinese: str) -> Entry:
    """Give the entry of a pair that is like a clause.

    Args:
        match: the pair.
        chinese: the clause's Chinese.
    """
    heading = _("{percent}% · {where}", percent=match.percent, where=_where(match.clause, match.memory))
    other, place = [], 0
    for one in differences(chinese, match.zh):
        if one.kind == "delete":
            continue
        if one.kind == "insert":
            other.append(Span(place, place + len(one.text)))
        place += len(one.text)
    return Entry(heading, match.zh, match.en, match.clause, other=tuple(other))


def entry_of_place(place: Place) -> Entry:
    """Give the entry of a pair that holds what is looked for."""
    return Entry(_where(place.clause, place.memory), place.zh, place.en, place.clause, place.in_zh, place.in_en)


def _where(clause: int, memory: str) -> str:
    return _("clause {number}", number=clause) if clause else memory


@guarded
class EntriesModel(QAbstractListModel):
    """The rows."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[Entry, ...] = ()

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Show others."""
        self.beginResetModel()
        self._entries = tuple(entries)
        self.endResetModel()

    def entry(self, row: int) -> Entry | None:
        """Give the entry of a row, None for none."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008 -- Qt's name and default
        """Count the rows."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 -- Qt's variant
        """Give a row, and what a screen reader says of it."""
        entry = self.entry(index.row())
        if entry is None:
            return None
        if role == ENTRY_ROLE:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{entry.heading}\n{entry.zh}\n{entry.en}"
        return None
