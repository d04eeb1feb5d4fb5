"""How many faults between the two sides the rules find, kind by kind, and how often they cry wolf on sound pairs.

python -m tests.benchmarks.injected_pairs                     the report on the pairs written for this program
python -m tests.benchmarks.injected_pairs --pairs FILE        the same on other pairs: Chinese, tab, English a line
python -m tests.benchmarks.injected_pairs --show KIND         what was not found of a kind, or "alarms"
"""

import argparse
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from drafter.checks import DocumentFacts, check_clause, rules
from drafter.checks.pair.places import places
from drafter.model import Clause, ClauseSide, Finding
from tests.benchmarks.injected import ROOT, pairs, put
from tests.benchmarks.made_up import Pair

SEED = 8
PER_KIND = 100
FAMILIES = ("pair", "term")
Injector = Callable[[random.Random, Pair], Pair | None]

PLANS = ROOT / "tests" / "data" / "plan_pairs.tsv"
"""Plans as they are written, with duties, prohibitions and lists: the hand-written pairs have too few of them."""
STRANGE = (
    "Public libraries shall lend musical instruments to their readers.",
    "Sports clubs are asked to plan their summer tournaments in good time.",
    "Bakeries in the old quarter shall keep their traditional shop fronts.",
)


def _drop_part(pick: random.Random, pair: Pair) -> Pair | None:
    """Take a part of a sentence from the English, with what joins it."""
    zh, en = pair
    parts = [found for found in re.finditer(r"[,;] (?:and )?[^,;.()]{28,}(?=[,;.])", en) if not _figures(found[0])]
    if len(re.findall("[，；、。]", zh)) < 2 or not parts:
        return None
    part = pick.choice(parts)
    return zh, en[: part.start()] + en[part.end() :]


def _drop_sentence(pick: random.Random, pair: Pair) -> Pair | None:
    zh, en = pair
    sentences = re.findall(r"[^.]+\.(?:\s|\Z)", en)
    if len(sentences) < 2 or "(" in en or zh.count("。") < 2:
        return None
    gone = pick.choice(sentences)
    return (zh, en.replace(gone, "").strip()) if not _figures(gone) else None


def _figures(words: str) -> bool:
    return re.search("[0-9]", words) is not None


def _drop_not(_: random.Random, pair: Pair) -> Pair | None:
    zh, en = pair
    if not re.search("不|未|没|禁", zh):
        return None
    said = re.sub(r"\b(shall|must|will|may|is|are|was|were|did|do|does|has|have|had) not\b", r"\1", en, count=1)
    said = re.sub(r"\bstrictly prohibited\b|\bprohibited\b", "allowed", said, count=1) if said == en else said
    return (zh, said) if said != en else None


def _insert_not(pick: random.Random, pair: Pair) -> Pair | None:
    zh, en = pair
    places_ = list(re.finditer(r"\b(?:shall|must|will|is|are|was|were|has|have)\b(?! not)", en))
    if not places_:
        return None
    at = pick.choice(places_).end()
    return zh, en[:at] + " not" + en[at:]


def _swap_place(pick: random.Random, pair: Pair) -> Pair | None:
    zh, en = pair
    known = {place.en: place for place in places()}
    named = [name for name in known if re.search(rf"\b{name}\b", en) and known[name].zh in zh]
    if not named:
        return None
    name = pick.choice(named)
    others = [
        one.en for one in known.values() if one.kind == known[name].kind and one.zh not in zh and one.en not in en
    ]
    return zh, re.sub(rf"\b{name}\b", pick.choice(others), en)


def _drop_listed(pick: random.Random, pair: Pair) -> Pair | None:
    zh, en = pair
    names = [place.en for place in places() if place.zh in zh and re.search(rf"\b{place.en}, ", en)]
    if zh.count("、") < 2 or not names:
        return None
    return zh, en.replace(pick.choice(names) + ", ", "", 1)


def _swap_leads(_: random.Random, pair: Pair) -> Pair | None:
    zh, en = pair
    body = r"(?:Provincial|Municipal) (?:Department of|Bureau of)?[A-Z ][\w -]*?(?:Bureau)?"
    joins = "(, with the cooperation of the |; cooperating units: )"
    found = re.search(
        rf"(Led by the |Lead unit: )({body}){joins}({body})(?=[,)]| and)",
        en,
    )
    if not found or "牵头" not in zh:
        return None
    return zh, en[: found.start()] + found[1] + found[4] + found[3] + found[2] + en[found.end() :]


def _lose_body(_: random.Random, pair: Pair) -> Pair | None:
    zh, en = pair
    said = re.sub(r"(?:, with the cooperation of the |; cooperating units: )[^)]*\)", ")", en)
    return (zh, said) if said != en else None


def _weaken(_: random.Random, pair: Pair) -> Pair | None:
    zh, en = pair
    said = re.sub(r"\b(?:shall|must|should)\b(?! not)", "may", en, count=1)
    return (zh, said) if said != en and re.search("应|必须|要", zh) else None


def _bind(_: random.Random, pair: Pair) -> Pair | None:
    zh, en = pair
    said = re.sub(r"\b(?:are encouraged to|may)\b", "shall", en)
    said = re.sub(r"\bstrive to |In principle, |step by step", "", said) if said == en else said
    return (zh, said) if said != en else None


def _add_sentence(pick: random.Random, pair: Pair) -> Pair | None:
    zh, en = pair
    return (zh, f"{en} {pick.choice(STRANGE)}") if en.endswith(".") else None


KINDS: dict[str, Injector] = {
    "drop part": _drop_part, "drop sentence": _drop_sentence, "drop not": _drop_not, "insert not": _insert_not,
    "swap place": _swap_place, "drop listed": _drop_listed, "swap leads": _swap_leads, "lose body": _lose_body,
    "shall to may": _weaken, "may to shall": _bind, "add sentence": _add_sentence,
}  # fmt: skip


def sound() -> tuple[Pair, ...]:
    """Give the sound pairs written for this program."""
    rows = [line.split("\t") for line in PLANS.read_text(encoding="utf-8").splitlines()[1:]]
    return (*((row[0], row[1]) for row in rows), *pairs())


def alarms(zh: str, en: str, *, minor: bool = False) -> list[Finding]:
    """Check a pair with the rules over pairs and terms; minor findings only where asked for."""
    clause = Clause(1, ClauseSide((), zh, zh), ClauseSide((), en, en))
    chosen = [rule for rule in rules() if rule.name.partition(".")[0] in FAMILIES]
    found = check_clause(clause, DocumentFacts.of([clause]), chosen)
    return [finding for finding in found if minor or finding.severity != "minor"]


def inject(kind: str, sources: Sequence[Pair], seed: int = SEED, most: int = PER_KIND) -> Iterator[Pair]:
    """Give distinct pairs with one fault of a kind; the same seed gives the same pairs."""
    pick = random.Random(f"{kind}{seed}")
    seen: set[Pair] = set()
    for _ in range(most * 40):
        one = KINDS[kind](pick, pick.choice(sources))
        if one is not None and one not in seen:
            seen.add(one)
            yield one
            if len(seen) == most:
                return


def recall(kind: str, sources: Sequence[Pair]) -> tuple[int, int]:
    """Count the faults of a kind in whose pair a rule of the pair family speaks, and all."""
    found = [any(finding.rule.startswith("pair.") for finding in alarms(*one)) for one in inject(kind, sources)]
    return sum(found), len(found)


def report(sources: Sequence[Pair]) -> None:
    """Print the report."""
    for kind in KINDS:
        told, count = recall(kind, sources)
        put(f"{kind:14}{told:5}/{count:<5}{told / max(1, count):7.3f}")
    flagged = [found[0].rule for pair in sources if (found := alarms(*pair))]
    put(f"{len(flagged)} of {len(sources)} sound pairs flagged", dict(Counter(flagged)))


def main(arguments: list[str]) -> None:
    """Read the command line and print what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=Path)
    parser.add_argument("--show")
    chosen = parser.parse_args(arguments)
    sources = sound()
    if chosen.pairs:
        rows = [line.split("\t") for line in chosen.pairs.read_text(encoding="utf-8").splitlines()]
        sources = tuple((row[0], row[1]) for row in rows if len(row) > 1)
    if chosen.show == "alarms":
        for pair in sources:
            for finding in alarms(*pair):
                put(finding.rule, repr(finding.text), finding.message, "\n   ", *pair)
    elif chosen.show:
        for one in inject(chosen.show, sources):
            if not any(finding.rule.startswith("pair.") for finding in alarms(*one)):
                put(one[0], "\n   ", one[1])
    else:
        report(sources)


if __name__ == "__main__":
    main(sys.argv[1:])
