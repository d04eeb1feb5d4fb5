"""What a rule over a whole document is: it sees clauses that belong together, and what they say of one thing."""

from abc import ABC, abstractmethod
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from drafter.model import Certainty, Clause, Finding, Fix, Mention, Message, Severity, Side, Span

Cell = tuple[int, int, int]
"""Table, row and column, counted from 0."""

Cells = Mapping[Side, Mapping[int, Cell]]
"""The cells of each side's document, by the index of the paragraph that stands there."""


@dataclass(frozen=True, slots=True)
class Member:
    """One side of a clause at its place in the document.

    Attributes:
        clause: the clause.
        side: the side that is read.
        cell: the table cell it stands in, None where it stands in none, or in several at once.
        table: the table it stands in, None where it stands in none.
    """

    clause: Clause
    side: Side
    cell: Cell | None = None
    table: int | None = None

    @classmethod
    def of(cls, clause: Clause, side: Side, cells: Cells) -> "Member":
        """Find the place of a clause."""
        own = cells.get(side, {})
        found = {own.get(segment.paragraph) for segment in clause.side(side).segments} if own else set()
        places = [cell for cell in found if cell is not None]
        if not places:
            return cls(clause, side)
        return cls(clause, side, places[0] if len(found) == 1 else None, places[0][0])

    @property
    def text(self) -> str:
        """What stands there, as corrected."""
        return self.clause.side(self.side).text

    def mention(self, span: Span) -> Mention:
        """Point at a stretch of it."""
        return Mention(self.clause.id, self.side, span, self.text[span.start : span.end])


@dataclass(frozen=True, eq=False, slots=True, weakref_slot=True)
class Passage:
    """What is read in one go: a clause of running text, or all clauses of one table.

    Two are equal only where they are the same, so that what was read of one can be kept for the next rule.

    Attributes:
        members: one side of its clauses, in the order of the document.
        table: whether they are a table.
    """

    members: tuple[Member, ...]
    table: bool = False


Item = TypeVar("Item")


class DocumentRule(ABC):
    """A rule of the catalogue that sees what no clause alone can show.

    Its docstring is its help page, like that of a `Rule`; several may share a name of the catalogue, among themselves
    and with a `Rule`.

    Attributes:
        name: `family.name`.
        severity: the usual severity.
        mqm: the MQM error type it reports as.
        sides: the sides it reads.
        of_paragraphs: whether it is about where paragraphs begin and end; the units of a translation tool's file are
            none.
    """

    name: ClassVar[str]
    severity: ClassVar[Severity]
    mqm: ClassVar[str]
    sides: ClassVar[tuple[Side, ...]] = ("zh", "en")
    of_paragraphs: ClassVar[bool] = False

    def stands(self, finding: Finding, clauses: Mapping[int, Clause]) -> bool:  # noqa: ARG002 -- for rules to refine
        """Tell whether a finding holds in view of the other side.

        Args:
            finding: one of this rule.
            clauses: all clauses of the document.
        """
        return True

    def finding(
        self,
        member: Member,
        span: Span,
        message: Message,
        elsewhere: Iterable[Mention] = (),
        *,
        fix: Fix | None = None,
        severity: Severity | None = None,
        certainty: Certainty = "sure",
    ) -> Finding:
        """Make a finding of this rule; see `Finding`, and `RuleChoice` for what its certainty leads to."""
        return Finding(
            rule=self.name,
            severity=severity or self.severity,
            side=member.side,
            span=span,
            text=member.text[span.start : span.end],
            message=message,
            fix=fix,
            clause=member.clause.id,
            elsewhere=tuple(elsewhere),
            certainty=certainty,
        )


class GroupRule(DocumentRule, Generic[Item]):
    """A rule over what is said of one thing, wherever it is said."""

    @abstractmethod
    def gather(self, passage: Passage) -> Iterable[tuple[Hashable, Item]]:
        """Give what a passage says, each under the name of the thing it is about.

        It follows from the passage alone.
        """

    @abstractmethod
    def find(self, items: Sequence[Item]) -> Iterator[Finding]:
        """Give this rule's findings in what is said of one thing, in the order of the document."""


class RunRule(DocumentRule):
    """A rule over a clause of running text and those that follow it: a total, and the list of its parts.

    Attributes:
        reach: how many clauses it looks at, the first one included.
    """

    reach: ClassVar[int]

    @abstractmethod
    def opens(self, member: Member) -> bool:
        """Tell whether a clause may be the first of such a run; it follows from the clause alone."""

    @abstractmethod
    def find(self, members: Sequence[Member]) -> Iterator[Finding]:
        """Give this rule's findings in a run.

        Args:
            members: the first clause of the run and those that follow it, as far as the rule reaches.
        """
