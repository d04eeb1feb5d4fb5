"""How many injected faults the figure rules find, kind by kind, and how often they cry wolf on sound pairs.

python -m tests.benchmarks.injected                     the report on the pairs written for this program
python -m tests.benchmarks.injected --pairs FILE        the same on other pairs: Chinese, tab, English a line
python -m tests.benchmarks.injected --show KIND         what was not found of a kind, or "alarms"
"""

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import count
from pathlib import Path
from time import process_time

from drafter.checks import DocumentFacts, Rule, check_clause, check_clauses, rules
from drafter.model import Clause, ClauseSide, Finding
from tests.benchmarks.faults import KINDS, MADE_UP
from tests.benchmarks.injection import Injected
from tests.benchmarks.made_up import Pair, made_up

ROOT = Path(__file__).resolve().parents[2]
PAIRS = ROOT / "tests" / "data" / "pairs.tsv"
PLANS = ROOT / "tests" / "data" / "figure_pairs.tsv"
SAMPLE = ROOT / "resources" / "samples" / "yunxi"
FAMILIES = ("number", "unit", "date", "reference")
PER_KIND = 120
MADE_UP_PAIRS = 200
SEED = 20
NEAR = 12
"""Characters between where a lost figure stood and where a finding says it belongs, if that is to be near."""


@cache
def pairs() -> tuple[Pair, ...]:
    """Give the sound pairs written by hand: news, plans, and the bundled sample."""
    rows = [line.split("\t") for line in PAIRS.read_text(encoding="utf-8").splitlines()[1:]]
    zh, en = ((SAMPLE / name).read_text(encoding="utf-8").split("\n") for name in ("zh.txt", "en-fixed.txt"))
    sample = [(one, other) for one, other in zip(zh, en, strict=False) if one.strip() and other.strip()]
    return (*((row[1], row[2]) for row in rows), *sample)


@cache
def by_hand() -> tuple[Pair, ...]:
    """Give all sound pairs written by hand: those of `pairs`, and plans as a good translator has them."""
    rows = [line.split("\t") for line in PLANS.read_text(encoding="utf-8").splitlines()[1:]]
    return (*pairs(), *((row[0], row[1]) for row in rows))


def put(*words: object) -> None:
    """Write a line of the report."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")


@cache
def family() -> tuple[Rule, ...]:
    """Give the figure rules."""
    return tuple(rule for rule in rules() if rule.name.partition(".")[0] in FAMILIES)


def alarms(zh: str, en: str, *, minor: bool = False) -> list[Finding]:
    """Check a pair with the figure rules; minor findings only where asked for."""
    clause = Clause(1, ClauseSide((), zh, zh), ClauseSide((), en, en))
    found = check_clause(clause, DocumentFacts.of([clause]), family())
    return [finding for finding in found if minor or finding.severity != "minor"]


def inject(
    kind: str, sources: Sequence[Pair] | None = None, seed: int = SEED, most: int = PER_KIND
) -> Iterator[Injected]:
    """Give distinct pairs with one fault of a kind; the same seed gives the same pairs.

    Args:
        kind: the kind.
        sources: sound pairs; None for those written by hand, with a quarter made up.
        seed: where chance begins.
        most: how many, where there are places for as many.
    """
    pick = random.Random(f"{kind}{seed}")
    generated = list(made_up(MADE_UP_PAIRS, seed)) if sources is None else []
    chosen = by_hand() if sources is None else sources
    seen: set[Injected] = set()
    for turn in range(most * 60):
        source = pick.choice(generated if generated and turn % 4 == 0 else chosen)
        one = KINDS[kind](pick, source)
        if one is None or one in seen:
            continue
        seen.add(one)
        yield one
        if len(seen) == most:
            return


def is_found(one: Injected) -> bool:
    """Whether a finding of major or above stands where the fault was put in."""
    return any(
        finding.side == one.side
        and (one.lost or (finding.span.start < one.end and one.start < finding.span.end) or _touches(finding, one))
        for finding in alarms(one.zh, one.en)
    )


def _touches(finding: Finding, one: Injected) -> bool:
    empty = finding.span.start == finding.span.end or one.start == one.end
    return empty and finding.span.start <= one.end and one.start <= finding.span.end


def is_placed(one: Injected) -> bool:
    """Whether a lost figure is missed near the place where it stood; half a range, at the half that is left."""
    return any(
        finding.rule in ("number.missing", "number.range") and abs(finding.span.start - one.start) <= NEAR
        for finding in alarms(one.zh, one.en)
    )


@dataclass(frozen=True)
class Tally:
    """What came of the faults of one kind.

    Attributes:
        found: how many were found.
        placed: of those taken out, how many are missed near their place.
        count: how many there are.
    """

    found: int
    placed: int
    count: int

    @property
    def recall(self) -> float:
        """The share that was found."""
        return self.found / max(1, self.count)


def tally(kind: str, sources: Sequence[Pair] | None = None) -> Tally:
    """Count what was found of a kind, and all."""
    cases = list(inject(kind, sources))
    return Tally(sum(map(is_found, cases)), sum(is_placed(one) for one in cases if one.lost), len(cases))


def false_alarms(chosen: Sequence[Pair]) -> list[tuple[Pair, Finding]]:
    """Give the findings of major or above on sound pairs, the first of a pair."""
    return [(pair, found[0]) for pair in chosen if (found := alarms(*pair))]


_PASSES = count(1)


def speed(chosen: Sequence[Pair], run: Sequence[Rule] | None = None, least: float = 2.0) -> float:
    """Give how many pairs a second are checked: the best of as many passes as fit in some seconds.

    The best, since other programs share the machine. Tabs at the end, which no rule minds, make another text of a
    pair, so that nothing kept from the last pass can be used.

    Args:
        chosen: the pairs.
        run: the rules to run; None for the whole rule set.
        least: seconds to measure for.
    """
    facts = DocumentFacts()
    check_clauses(_clauses(chosen, ""), None, facts, run)  # loads what is loaded once
    spent, best = 0.0, float("inf")
    while spent < least:
        clauses = _clauses(chosen, "\t" * next(_PASSES))
        begun = process_time()
        check_clauses(clauses, None, facts, run)
        took = process_time() - begun
        spent, best = spent + took, min(best, took)
    return len(chosen) / best


def _clauses(chosen: Sequence[Pair], mark: str) -> list[Clause]:
    sides = ((zh + mark, en + mark) for zh, en in chosen)
    return [Clause(1, ClauseSide((), zh, zh), ClauseSide((), en, en)) for zh, en in sides]


def show(kind: str, sources: Sequence[Pair] | None) -> None:
    """Print what was not found of a kind, or the alarms."""
    if kind == "alarms":
        for pair, finding in false_alarms(sources or by_hand()):
            put(finding.rule, repr(finding.text), finding.message, "\n   ", *pair)
        return
    for one in inject(kind, sources):
        if not is_found(one) or (one.lost and not is_placed(one)):
            marked = f"{one.en[: one.start]}⟦{one.en[one.start : one.end]}⟧{one.en[one.end :]}"
            put(f"{one.zh}\n  {marked}\n  ", [(f.rule, f.text, f.span.start) for f in alarms(one.zh, one.en)])


def report(sources: Sequence[Pair] | None) -> None:
    """Print the report."""
    for kind in KINDS:
        if sources is not None and kind in MADE_UP:
            continue
        one = tally(kind, sources)
        place = f"  placed {one.placed / max(1, one.count):.3f}" if kind == "missing" else ""
        put(f"{kind:14}{one.found:5}/{one.count:<5}{one.recall:7.3f}{place}")
    ours = (("by hand", by_hand()), ("made up", tuple(made_up(1000, 3))))
    for name, sound in ours if sources is None else (("given", sources),):
        flagged = false_alarms(sound)
        rate = 100 * len(flagged) / len(sound)
        put(f"{name}: {len(flagged)} of {len(sound)} sound pairs flagged ({rate:.2f} per 100)")
        put("   ", dict(Counter(finding.rule for _, finding in flagged)))
        put(f"    {speed(sound, family()):,.0f} pairs a second; by the whole rule set {speed(sound):,.0f}")


def main(arguments: list[str]) -> None:
    """Read the command line and print what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=Path)
    parser.add_argument("--show")
    chosen = parser.parse_args(arguments)
    sources = None
    if chosen.pairs:
        rows = [line.split("\t") for line in chosen.pairs.read_text(encoding="utf-8").splitlines()]
        sources = tuple((row[0], row[1]) for row in rows if len(row) > 1)
    if chosen.show:
        show(chosen.show, sources)
    else:
        report(sources)


if __name__ == "__main__":
    main(sys.argv[1:])
