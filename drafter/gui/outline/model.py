"""The sections as a tree for Qt, filtered by words, with the findings that are open in each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt

from drafter.gui.outline.sections import Section
from drafter.gui.toolbox.overrides import guarded
from drafter.i18n import _, ngettext
from drafter.model import N_, Finding

Index = QModelIndex | QPersistentModelIndex
Languages = Literal["both", "zh", "en"]
ROW_ROLE: Final = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Count:
    """How many findings are open somewhere.

    Attributes:
        all: all of them.
        critical: the critical ones.
    """

    all: int = 0
    critical: int = 0

    @classmethod
    def of(cls, findings: Iterable[Finding]) -> "Count":
        """Count findings."""
        severities = [finding.severity for finding in findings]
        return cls(len(severities), severities.count("critical"))

    def plus(self, other: "Count") -> "Count":
        """Give the sum of two."""
        return Count(self.all + other.all, self.critical + other.critical)

    def minus(self, other: "Count") -> "Count":
        """Give what is left without another."""
        return Count(self.all - other.all, self.critical - other.critical)


@dataclass(frozen=True, slots=True)
class Row:
    """What a row shows.

    Attributes:
        lines: what the section is called, a line for each language shown.
        named: whether it has a name.
        count: the findings open in it and below.
    """

    lines: tuple[str, ...]
    named: bool
    count: Count


@guarded
class OutlineModel(QAbstractItemModel):
    """The sections of a review. An index carries the number of its section."""

    def __init__(self) -> None:
        super().__init__()
        self._sections: tuple[Section, ...] = ()
        self._tops: tuple[int, ...] = ()
        self._children: dict[int, tuple[int, ...]] = {}
        self._rows: dict[int, int] = {}
        self._languages: Languages = "both"
        self._words = ""
        self._section_of: dict[int, int] = {}  # the section of each clause, by the clause's id
        self._of_clauses: dict[int, Count] = {}
        self._counts: list[Count] = []

    # --- what is shown ---------------------------------------------------------------------------------------------

    def set_sections(
        self, sections: Sequence[Section], clauses: Sequence[int], counts: Mapping[int, Count], *, keep: bool = False
    ) -> None:
        """Show other sections.

        Args:
            sections: the sections.
            clauses: the ids of all clauses in order.
            counts: the findings open in each clause, by its id; clauses without any may be left out.
            keep: whether the tree is the same and only words have changed.
        """
        if not keep:
            self.beginResetModel()
        self._sections = tuple(sections)
        self._of_clauses = dict(counts)
        self._section_of = _sections_of(self._sections, clauses)
        self._counts = [Count()] * len(self._sections)
        for clause, count in self._of_clauses.items():
            self._add(clause, count)
        if keep:
            self.layoutChanged.emit()
        else:
            self._arrange()
            self.endResetModel()

    def same_tree(self, sections: Sequence[Section]) -> bool:
        """Tell whether sections make the tree that is shown, whatever they are called."""
        return [(one.clause, one.parent) for one in sections] == [(one.clause, one.parent) for one in self._sections]

    def set_counts(self, counts: Mapping[int, Count]) -> None:
        """Show other counts of findings for some clauses, by their ids."""
        touched: set[int] = set()
        for clause, count in counts.items():
            change = count.minus(self._of_clauses.get(clause, Count()))
            if change == Count():
                continue
            self._of_clauses[clause] = count
            touched.update(self._add(clause, change))
        for section in touched & self._rows.keys():
            index = self.index_of(section)
            self.dataChanged.emit(index, index, [ROW_ROLE])

    def set_languages(self, languages: Languages) -> None:
        """Show the sections' names in both languages, or in one."""
        self._languages = languages
        self.layoutChanged.emit()

    def set_words(self, words: str) -> None:
        """Show only sections whose names hold what was typed, with those above them."""
        self.beginResetModel()
        self._words = words.casefold().strip()
        self._arrange()
        self.endResetModel()

    # --- finding a way ---------------------------------------------------------------------------------------------

    @property
    def sections(self) -> tuple[Section, ...]:
        """All sections, whatever the filter."""
        return self._sections

    def section(self, index: Index) -> Section | None:
        """Give the section of a row."""
        return self._sections[index.internalId()] if index.isValid() else None

    def section_of(self, clause: int) -> int | None:
        """Give the number of the section that a clause stands in, None before the first."""
        return self._section_of.get(clause)

    def index_of(self, section: int) -> QModelIndex:
        """Give the index of a section's row, none where the filter hides it."""
        row = self._rows.get(section)
        return QModelIndex() if row is None else self.createIndex(row, 0, section)

    def first_match(self) -> QModelIndex:
        """Give the first row whose own name holds what was typed."""
        return next((self.index_of(one) for one in range(len(self._sections)) if self._matches(one)), QModelIndex())

    def count(self, section: int) -> Count:
        """Give the findings open in a section and below."""
        return self._counts[section]

    @property
    def two_lines(self) -> bool:
        """Whether some row has names in both languages."""
        return self._languages == "both" and any(one.zh and one.en for one in self._sections)

    # --- inside ----------------------------------------------------------------------------------------------------

    def _add(self, clause: int, change: Count) -> list[int]:
        """Add to the counts of a clause's section and those above; give them."""
        touched = []
        section = self._section_of.get(clause)
        while section is not None:
            self._counts[section] = self._counts[section].plus(change)
            touched.append(section)
            section = self._sections[section].parent
        return touched

    def _matches(self, section: int) -> bool:
        one = self._sections[section]
        return any(self._words in words.text.casefold() for words in (one.zh, one.en) if words)

    def _arrange(self) -> None:
        """Find out which sections are shown where."""
        shown: set[int] = set()
        for index in reversed(range(len(self._sections))):
            if index in shown or not self._words or self._matches(index):
                shown.add(index)
                if (parent := self._sections[index].parent) is not None:
                    shown.add(parent)
        self._tops = tuple(i for i, one in enumerate(self._sections) if i in shown and one.parent is None)
        self._children = {i: tuple(child for child in self._sections[i].children if child in shown) for i in shown}
        self._rows = {
            child: row for siblings in (self._tops, *self._children.values()) for row, child in enumerate(siblings)
        }

    def _row(self, section: int) -> Row:
        one = self._sections[section]
        both = {"zh": one.zh, "en": one.en}
        wanted = [both[self._languages]] if self._languages != "both" else []
        # A section that isn't there in the language asked for is shown in the other.
        words = [found for found in wanted if found] or [found for found in both.values() if found]
        return Row(tuple(one.text for one in words), all(one.named for one in words), self._counts[section])

    # --- Qt's own names and signatures from here on ----------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """Give the index of a row."""
        siblings = self._siblings(parent)
        there = column == 0 and 0 <= row < len(siblings)
        return self.createIndex(row, column, siblings[row]) if there else QModelIndex()

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        """Give the index of a row's parent."""
        # PySide6's stub also knows a `parent()` without arguments, QObject's, which this model never needs.
        section = self.section(index)
        return QModelIndex() if section is None or section.parent is None else self.index_of(section.parent)

    def _siblings(self, parent: Index) -> tuple[int, ...]:
        return self._children.get(parent.internalId(), ()) if parent.isValid() else self._tops

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Count the rows below one."""
        return len(self._siblings(parent))

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """There is one column."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a row shows, reads out, or is."""
        if not index.isValid() or index.internalId() >= len(self._sections):
            return None
        row = self._row(index.internalId())
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.lines[0]
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join([*row.lines, said(row.count)])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _(N_("; ")).join([*row.lines, said(row.count)])
        return None


def said(count: Count) -> str:
    """Say a count in words."""
    if not count.all:
        return _("No findings.")
    all_of_them = ngettext("{n} finding", "{n} findings", count.all)
    if not count.critical:
        return all_of_them
    return _(N_("{findings}, {n} of them critical"), findings=all_of_them, n=count.critical)


def _sections_of(sections: Sequence[Section], clauses: Sequence[int]) -> dict[int, int]:
    """Give the section of each clause: the last that begins in it or before it."""
    begins = {section.clause: number for number, section in enumerate(sections)}
    found: dict[int, int] = {}
    current: int | None = None
    for clause in clauses:
        current = begins.get(clause, current)
        if current is not None:
            found[clause] = current
    return found
