"""Runs the document rules over all clauses, and after an edit again over what the edit touches."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

from drafter.checks.choice import RuleChoice, chosen_rules
from drafter.checks.document import Cells, DocumentRule, GroupRule, Member, Passage, RunRule
from drafter.checks.registry import document_rules
from drafter.model import Clause, Finding, Side

_Source = tuple[Side, str, int]
"""A passage by its name: a side, "clause" or "table", and the number of it."""

_Unit = tuple[int, Side, Hashable]
"""What a rule looks at in one go: the rule's number, the side, and the thing spoken of or the id of a run's first."""


class Throughout:
    """The findings of the document rules, kept in step with the clauses.

    Only what a change touches is looked at anew: the things that the changed passage speaks or spoke of, and the runs
    it lies in.

    Attributes:
        choice: what was chosen of the rules; None for the choice that holds. It may be changed at any time.
    """

    def __init__(
        self,
        clauses: Mapping[int, Clause],
        cells: Cells,
        chosen: Sequence[DocumentRule] | None = None,
        choice: RuleChoice | None = None,
    ) -> None:
        """Look at all clauses.

        Args:
            clauses: all clauses by their ids, in order.
            cells: which of their paragraphs stand in tables.
            chosen: the rules to run; None for all.
            choice: what was chosen of the rules.
        """
        self.choice = choice
        self._rules = document_rules() if chosen is None else tuple(chosen)
        self._reach = max((rule.reach for rule in self._rules if isinstance(rule, RunRule)), default=0)
        self._cells = cells
        self._clauses: Mapping[int, Clause] = {}
        self._order: list[int] = []
        self._places: dict[int, int] = {}
        self._members: dict[Side, dict[int, Member]] = {"zh": {}, "en": {}}
        self._sources: dict[_Source, set[int]] = {}  # the clauses of a passage
        self._said: dict[_Source, set[_Unit]] = {}  # the things a passage speaks of
        self._items: dict[_Unit, dict[_Source, list[object]]] = {}  # what is said of a thing, by passage
        self._openers: dict[int, set[_Unit]] = {}  # the runs that a clause opens
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
        ordered = sorted(found, key=lambda one: (one[0], one[1].side, one[1].span))
        return list((self.choice or chosen_rules()).told(finding for _, finding in ordered))

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
        stale, sources = set[_Unit](), set[_Source]()
        for id_ in touched:
            sources |= self._left(id_)
            stale |= self._openers.pop(id_, set())
            if id_ in clauses:
                sources |= self._entered(clauses[id_])
        for source in sources:
            stale |= self._gathered(source)
        stale |= self._runs_over(self._order) if moved else self._runs_over(self._before(touched))
        for unit in stale:
            touched |= self._look(unit)
        return touched & clauses.keys()

    def _left(self, id_: int) -> set[_Source]:
        """Take a clause out of its passages; give them."""
        found = set[_Source]()
        for members in self._members.values():
            if (member := members.pop(id_, None)) is not None:
                source = _source(member)
                self._sources[source].discard(id_)
                found.add(source)
        return found

    def _entered(self, clause: Clause) -> set[_Source]:
        """Put a clause into its passages; give them."""
        found, openers = set[_Source](), set[_Unit]()
        for side, members in self._members.items():
            if not clause.side(side).text:
                continue
            member = members[clause.id] = Member.of(clause, side, self._cells)
            source = _source(member)
            self._sources.setdefault(source, set()).add(clause.id)
            found.add(source)
            for number, rule in enumerate(self._rules):
                if isinstance(rule, RunRule) and side in rule.sides and member.table is None and rule.opens(member):
                    openers.add((number, side, clause.id))
        if openers:
            self._openers[clause.id] = openers
        return found

    def _gathered(self, source: _Source) -> set[_Unit]:
        """Take in what a passage says now; give the things that it spoke of or speaks of."""
        before = self._said.pop(source, set())
        for unit in before:
            del self._items[unit][source]
        ids = sorted(self._sources[source], key=self._places.__getitem__)
        if not ids:
            del self._sources[source]
            return before
        side = source[0]
        passage = Passage(tuple(self._members[side][id_] for id_ in ids), source[1] == "table")
        now = set[_Unit]()
        for number, rule in enumerate(self._rules):
            if isinstance(rule, GroupRule) and side in rule.sides:
                for thing, item in rule.gather(passage):
                    unit = number, side, thing
                    now.add(unit)
                    self._items.setdefault(unit, {}).setdefault(source, []).append(item)
        if now:
            self._said[source] = now
        return before | now

    def _before(self, ids: Iterable[int]) -> Iterator[int]:
        """Give the clauses from which a run may reach these."""
        places = [self._places[id_] for id_ in ids if id_ in self._places]
        yield from {before for place in places for before in self._order[max(0, place - self._reach + 1) : place + 1]}

    def _runs_over(self, openers: Iterable[int]) -> set[_Unit]:
        return {unit for id_ in openers for unit in self._openers.get(id_, ())}

    def _look(self, unit: _Unit) -> set[int]:
        """Look at a thing or a run anew; give the clauses in which its findings were, or are."""
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
        rule = self._rules[number]
        if isinstance(rule, GroupRule):
            said = self._items.get(unit)
            if said:
                places = {source: min(self._places[id_] for id_ in self._sources[source]) for source in said}
                yield from rule.find([item for source in sorted(said, key=places.__getitem__) for item in said[source]])
            else:
                self._items.pop(unit, None)
        elif isinstance(rule, RunRule) and isinstance(key, int) and unit in self._openers.get(key, ()):
            place = self._places[key]
            members = self._members[side]
            yield from rule.find([members[id_] for id_ in self._order[place : place + rule.reach] if id_ in members])


def _source(member: Member) -> _Source:
    if member.table is not None:
        return member.side, "table", member.table
    return member.side, "clause", member.clause.id
