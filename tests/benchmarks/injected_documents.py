"""How many faults the document rules find that were put into sound documents, and how often they cry wolf.

Run as `python -m tests.benchmarks.injected_documents` for the report; with `--show KIND` it prints what was not found.
Every document is made up from a seed: plans with lists, tables and targets, in Chinese, in English and in both. A fault
is one figure changed by one digit, or by two that change places.
"""

import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from drafter.model import Clause, Finding
from tests.benchmarks.document_parts import Made
from tests.benchmarks.document_tables import conflict_in_tables, sum_in_a_table, sum_in_blocks, trend_in_a_table
from tests.benchmarks.document_texts import (
    conflict_in_text,
    sum_in_a_list,
    sum_in_a_sentence,
    sum_year_by_year,
    trend_in_text,
)
from tests.checks.documents import check_document

SEED = 23
PER_KIND = 100
RULES = ("number.sum", "number.trend", "number.conflict")


Kind = Callable[[random.Random, bool], Made]
KINDS: dict[str, Kind] = {
    "sum in a sentence": sum_in_a_sentence, "sum year by year": sum_year_by_year, "sum in a list": sum_in_a_list,
    "sum in a table": sum_in_a_table, "sum in blocks": sum_in_blocks, "trend in text": trend_in_text,
    "trend in a table": trend_in_a_table, "conflict in text": conflict_in_text,
    "conflict in tables": conflict_in_tables,
}  # fmt: skip


def documents(kind: str, *, fault: bool, count: int = PER_KIND, seed: int = SEED) -> Iterator[Made]:
    """Give documents of a kind; the same seed gives the same ones."""
    pick = random.Random(f"{kind}{seed}{fault}")
    for _ in range(count):
        yield KINDS[kind](pick, fault)


def found(made: Made) -> list[Finding]:
    """Check a document with every rule; give what the document's own rules are about."""
    return [one for one in check_document(tuple(made.writer.clauses), made.writer.cells) if one.rule in RULES]


def is_found(made: Made, kind: str) -> bool:
    """Whether the fault is told of, on the side that is to blame."""
    rule = "number." + kind.split()[0]
    return any(
        one.rule == rule
        and one.side == made.side
        and {one.clause, *(there.clause for there in one.elsewhere)} & made.at
        for one in found(made)
    )


def recall(kind: str, number: int = PER_KIND) -> tuple[int, int]:
    """Count what is found of a kind, and how many there are."""
    hits = [is_found(made, kind) for made in documents(kind, fault=True, count=number)]
    return sum(hits), len(hits)


def alarms(kind: str, number: int = PER_KIND) -> list[tuple[Made, Finding]]:
    """Give what is found in the sound documents of a kind."""
    return [(made, one) for made in documents(kind, fault=False, count=number) for one in found(made)]


def _text(clauses: Sequence[Clause]) -> str:
    return " / ".join(clause.zh.text or clause.en.text for clause in clauses)


def _report(words: Sequence[str]) -> None:
    if words[:1] == ["--show"]:
        for made in documents(words[1], fault=True):
            if not is_found(made, words[1]):
                sys.stdout.write(f"{made.side}: {_text(made.writer.clauses)}\n\n")
        return
    for kind in KINDS:
        hits, count = recall(kind)
        wrong = alarms(kind)
        rules = dict(Counter(one.rule for _, one in wrong))
        told = f"{kind:20} found {hits} of {count} = {hits / count:.3f}"
        sys.stdout.write(f"{told}; alarms on {PER_KIND} sound ones: {len(wrong)} {rules or ''}\n")


if __name__ == "__main__":
    _report(sys.argv[1:])
