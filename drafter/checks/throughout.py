"""Runs the document rules over all clauses, and after an edit again over what the edit touches."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

from drafter.checks.document import Cells, DocumentRule, GroupRule, Member, RunRule
from drafter.checks.registry import document_rules
from drafter.model import Clause, Finding, Side

_Unit = tuple[int, Side, Hashable]
"""What is looked at in one go: the rule's number, the side, and the group's name or the id of the first clause."""


class Throughout:
    """The findings of the document rules, kept in step with the clauses.

    Only what a change touches is looked at anew: the groups that the clause belonged to or belongs to now, and the runs
    it lies in.
    """

    def __init__(
        self, clauses: Mapping[int, Clause], cells: Cells, chosen: Sequence[DocumentRule] | None = None
    ) -> None:
        """Look at all clauses.

        Args:
            clauses: all clauses by their ids, in order.
            cells: which of their paragraphs stand in tables.
            chosen: the rules to run; None for all.
        """
        self._rules = document_rules() if chosen is None else tuple(chosen)
        self._cells = cells
        self._reach = max((rule.reach for rule in self._rules if isinstance(rule, RunRule)), default=0)
        self._clauses: Mapping[int, Clause] = {}
        self._members: dict[Side, dict[int, Member]] = {"zh": {}, "en": {}}
        self._order: list[int] = []
        self._places: dict[int, int] = {}
        self._groups: dict[_Unit, set[int]] = {}
        self._units: dict[int, set[_Unit]] = {}  # the groups that a clause belongs to
        self._openers: dict[int, set[_Unit]] = {}  # the runs that it opens
        self._found: dict[_Unit, tuple[Finding, ...]] = {}
        self._located: dict[int, set[_Unit]] = {}  # what found something in a clause
        self.update(clauses, clauses)

    def findings(self, clause: int) -> list[Finding]:
        """Give what the document rules find in a clause."""
        found = (
            (unit[0], finding)
            for unit in self._located.get(clause, ())
            for finding in self._found[unit]
            if finding.clause == clause and self._rules[unit[0]].stands(finding, self._clauses)
        )
        return [finding for _, finding in sorted(found, key=lambda one: (one[0], one[1].side, one[1].span))]

    def update(self, clauses: Mapping[int, Clause], changed: Iterable[int]) -> set[int]:
        """Take changed clauses into account.

        Args:
            clauses: all clauses as they are now, in order.
            changed: ids of those that are new, gone, or not as they were.

        Returns:
            Ids of the clauses in which the document rules may find something else now.
        """
        touched = set(changed)
        self._clauses = clauses
        moved = list(clauses) != self._order
        if moved:
            self._order = list(clauses)
            self._places = {id_: place for place, id_ in enumerate(self._order)}
        stale = set[_Unit]()
        for id_ in touched:
            stale |= self._left(id_)
            if id_ in clauses:
                stale |= self._entered(clauses[id_])
        stale |= self._runs_over(self._order) if moved else self._runs_over(self._before(touched))
        for unit in stale:
            touched |= self._look(unit)
        return touched & clauses.keys()

    def _left(self, id_: int) -> set[_Unit]:
        """Take a clause out of its groups; give them, and the runs it opened."""
        units = self._units.pop(id_, set())
        for unit in units:
            self._groups[unit].discard(id_)
            if not self._groups[unit]:
                del self._groups[unit]
        for members in self._members.values():
            members.pop(id_, None)
        return units | self._openers.pop(id_, set())

    def _entered(self, clause: Clause) -> set[_Unit]:
        """Sort a clause into its groups; give them, and the runs it opens."""
        units, openers = set[_Unit](), set[_Unit]()
        for side, members in self._members.items():
            if not clause.side(side).text:
                continue
            member = members[clause.id] = Member.of(clause, side, self._cells)
            for number, rule in enumerate(self._rules):
                if side not in rule.sides:
                    continue
                if isinstance(rule, GroupRule):
                    units |= {(number, side, group) for group in rule.groups(member)}
                elif isinstance(rule, RunRule) and rule.opens(member):
                    openers.add((number, side, clause.id))
        for unit in units:
            self._groups.setdefault(unit, set()).add(clause.id)
        if units:
            self._units[clause.id] = units
        if openers:
            self._openers[clause.id] = openers
        return units | openers

    def _before(self, ids: Iterable[int]) -> Iterator[int]:
        """Give the clauses from which a run may reach these."""
        places = [self._places[id_] for id_ in ids if id_ in self._places]
        yield from {before for place in places for before in self._order[max(0, place - self._reach + 1) : place + 1]}

    def _runs_over(self, openers: Iterable[int]) -> set[_Unit]:
        return {unit for id_ in openers for unit in self._openers.get(id_, ())}

    def _look(self, unit: _Unit) -> set[int]:
        """Look at a group or a run anew; give the clauses in which its findings were, or are."""
        before = self._found.pop(unit, ())
        found = tuple(self._find(unit))
        if found:
            self._found[unit] = found
        homes = {finding.clause for finding in found}
        touched = {finding.clause for finding in before} | homes
        for id_ in touched:
            known = self._located.setdefault(id_, set())
            (known.add if id_ in homes else known.discard)(unit)
            if not known:
                del self._located[id_]
        return touched

    def _find(self, unit: _Unit) -> Iterator[Finding]:
        number, side, key = unit
        rule, members = self._rules[number], self._members[side]
        if isinstance(rule, RunRule):
            first = key if isinstance(key, int) and unit in self._openers.get(key, ()) else None
            place = self._places[first] if first is not None else 0
            ids = self._order[place : place + rule.reach] if first is not None else []
        else:
            ids = sorted(self._groups.get(unit, ()), key=self._places.__getitem__)
        if present := [members[id_] for id_ in ids if id_ in members]:
            yield from rule.find(present)
