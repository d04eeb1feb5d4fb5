"""Totals of tables that their rows and columns don't make."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

from drafter.checks.document import GroupRule, Passage
from drafter.checks.number.at_hand import source_at_hand
from drafter.checks.number.tables import Grid, grid_of
from drafter.checks.number.totals import Wrong, equations, wrong_cells
from drafter.language.quantities import write_number
from drafter.model import N_, Clause, Finding, Fix, Message


class SumOfTable(GroupRule[Grid]):
    """A total of a table that its rows or columns don't make.

    What it does: adds up the columns over a row that is called a total (合计, 小计, Total, Subtotal), and the rows
    beside a column that is called so. How a total is meant (of all rows, of the block above it, of the subtotals) is
    learnt from the columns for which it holds. Shares, means and ranks are not added up; blank cells and dashes count
    as nothing. Where a row and a column miss their totals by the same amount, the cell in which they cross is the wrong
    one, and what it should be is known. An English table that stands beside its Chinese is not marked: a fault of the
    Chinese is for its drafter, and a difference from it is reported as such.

    Why it is bad: either the total or a part is wrong, and whoever acts on it can't know which.

    Example: 12, 15 and 9 over `合计 38` -> `合计 36`.

    Source: arithmetic; MQM, accuracy/mistranslation/number.
    """

    name = "number.sum"
    severity = "critical"
    mqm = "accuracy/mistranslation/number"

    def gather(self, passage: Passage) -> Iterable[tuple[Hashable, Grid]]:
        """See `GroupRule.gather`."""
        grid = grid_of(passage)
        return [(passage.members[0].cell[0] if passage.members[0].cell else 0, grid)] if grid else []

    def find(self, items: Sequence[Grid]) -> Iterator[Finding]:
        """See `GroupRule.find`."""
        for grid in items:
            for wrong in wrong_cells(equations(grid)):
                yield self._told(wrong)

    def _told(self, wrong: Wrong) -> Finding:
        cell, said = wrong.cell, wrong.said
        others = [one.mention() for one in (said.whole, *said.parts) if one is not cell]
        if wrong.meant is not None:
            meant = f"{wrong.meant.normalize():,f}" if "," in cell.text else f"{wrong.meant.normalize():f}"
            message = Message(N_("By the totals of its row and its column this should be {meant}."), {"meant": meant})
            return self.finding(cell.member, cell.span, message, others, fix=Fix(meant, "suggested"))
        values = {"total": cell.text.strip(), "made": write_number(said.made)}
        message = Message(N_("The parts add up to {made}, but the total is said to be “{total}”."), values)
        return self.finding(cell.member, cell.span, message, others)

    def stands(self, finding: Finding, clauses: Mapping[int, Clause]) -> bool:
        """See `DocumentRule.stands`."""
        return not source_at_hand(finding, clauses)
