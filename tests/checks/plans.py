"""Plans composed for the tests, with their damage marked in the text.

One pair a line: Chinese, tab, English, in which `{rule:damaged=>meant}` marks what is wrong and what it should read;
nothing before or behind the arrow where something is missing or put in.

python -m tests.checks.plans FILE    what is found in a plan and what is not, family by family
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from drafter.model import Clause, ClauseSide, Finding, Segment, Span
from tests.checks.documents import check_document

FOLDER = Path(__file__).resolve().parents[1] / "data"
_MARK = re.compile(r"\{(?P<rule>[a-z]+\.[a-z-]+):(?P<damaged>[^{}]*?)=>(?P<meant>[^{}]*)\}")
_KIN = (
    {"number", "unit", "date", "reference"}, {"spacing", "number"}, {"encoding", "punctuation"},
    {"structure", "punctuation"}, {"term", "text"}, {"language", "term"},
)  # fmt: skip
_NEAR = 3


@dataclass(frozen=True)
class Damage:
    """One fault of a plan; where its clause has no English left, it is told of the one below."""

    clause: int
    rule: str
    span: Span
    text: str
    lost: bool


@dataclass(frozen=True)
class Plan:
    """A plan with its damage, and as it was meant."""

    damaged: tuple[Clause, ...]
    meant: tuple[Clause, ...]
    faults: tuple[Damage, ...]


def read_plan(path: Path) -> Plan:
    """Read a plan."""
    damaged, meant, faults = [], [], []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        zh, marked = line.split("\t")
        text, last = "", 0
        lost = not _MARK.sub(lambda mark: mark["damaged"], marked)
        for mark in _MARK.finditer(marked):
            text += marked[last : mark.start()]
            span = Span(len(text), len(text) + len(mark["damaged"]))
            faults.append(Damage(number, mark["rule"], span, mark["damaged"], lost))
            text += mark["damaged"]
            last = mark.end()
        damaged.append(_clause(number, zh, text + marked[last:]))
        meant.append(_clause(number, zh, _MARK.sub(lambda mark: mark["meant"], marked)))
    return Plan(tuple(damaged), tuple(meant), tuple(faults))


def _clause(number: int, zh: str, en: str) -> Clause:
    sides = [ClauseSide((Segment(number - 1, 0, len(text)),), text, text) for text in (zh, en)]
    return Clause(number, sides[0], sides[1])


def _tells(finding: Finding, fault: Damage) -> bool:
    """Whether a finding is about a fault: of its family or one akin, on the same characters by half or more.

    What only the comparison of the sides shows is told of the clause.
    """
    families = {finding.rule.partition(".")[0], fault.rule.partition(".")[0]}
    if finding.side != "en" or finding.clause != fault.clause + fault.lost:
        return False
    if fault.rule.startswith("pair."):
        return finding.rule == fault.rule
    if len(families) > 1 and not any(families <= kin for kin in _KIN):
        return False
    one, other = finding.span, fault.span
    both = min(one.end, other.end) - max(one.start, other.start)
    if one.start == one.end or other.start == other.end:
        return both >= -_NEAR and max(one.end - one.start, other.end - other.start) <= 2 * _NEAR
    return both >= 0.5 * (max(one.end, other.end) - min(one.start, other.start))


def unfound(plan: Plan) -> list[Damage]:
    """Give the faults that nothing tells."""
    found = check_document(plan.damaged, {})
    return [fault for fault in plan.faults if not any(_tells(one, fault) for one in found)]


def alarms(plan: Plan) -> list[Finding]:
    """Give what is found at major or above in the plan as it was meant."""
    return [one for one in check_document(plan.meant, {}) if one.severity != "minor"]


def recall(plan: Plan) -> dict[str, tuple[int, int]]:
    """Count the faults found and all faults, family by family."""
    missed = Counter(fault.rule.partition(".")[0] for fault in unfound(plan))
    every = Counter(fault.rule.partition(".")[0] for fault in plan.faults)
    return {family: (count - missed[family], count) for family, count in sorted(every.items())}


def _report(plan: Plan) -> Iterator[str]:
    texts = {clause.id: clause for clause in plan.damaged}
    for fault in unfound(plan):
        yield f"missed {fault.clause} {fault.rule} {fault.text!r}"
        yield f"    {texts[fault.clause].zh.text}\n    {texts[fault.clause].en.text}"
    for one in check_document(plan.meant, {}):
        yield f"alarm {one.clause} {one.rule} {one.severity} {one.side} {one.text!r}: {one.message}"
    counts = recall(plan)
    for family, (found, count) in counts.items():
        yield f"{family:14}{found:4} of {count}"
    found, count = (sum(column) for column in zip(*counts.values(), strict=True))
    yield f"{'all':14}{found:4} of {count}  {found / count:.3f}"


if __name__ == "__main__":
    sys.stdout.write("\n".join(_report(read_plan(Path(sys.argv[1])))) + "\n")
