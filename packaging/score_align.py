#!/usr/bin/env python3
"""Measures how right the pairing is, on texts with gold, whole and damaged: ``python packaging/score_align.py``.

Prints the strict F1 over beads, of the program and of Gale and Church's aligner, and how far a pairing's confidence can
be believed. More sets are read from the folders named on the command line (see `tests/alignment/gold_sets.py`); the
plans of the corpus are measured where it is at hand.
"""

import argparse
import statistics
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from drafter.alignment import align
from drafter.alignment.beads import Level
from drafter.model import Pairing
from tests.alignment.damage import (
    CORPUS,
    PLANS,
    Pair,
    by_sentence,
    damage,
    damage_figures,
    f1,
    move,
    read_plan,
    switch,
)
from tests.alignment.gale_church import gale_church
from tests.alignment.gold_sets import FOLDER, read_gold

SEEDS = range(6)
Damage = Callable[[Pair, int], Pair]


def _noise(pair: Pair, seed: int) -> Pair:
    """Do all of it but moving: furniture, lost, joined, cut lines, wrong figures, one passage left in Chinese."""
    return damage(switch(damage_figures(pair, seed), seed), seed)


DAMAGES: dict[str, Damage] = {
    "drop": lambda pair, seed: damage(pair, seed, merge=0, cut=0, noise=0),
    "merge": lambda pair, seed: damage(pair, seed, drop=0, cut=0, noise=0),
    "cut": lambda pair, seed: damage(pair, seed, drop=0, merge=0, noise=0),
    "furn": lambda pair, seed: damage(pair, seed, drop=0, merge=0, cut=0),
    "switch": switch,
    "noise": _noise,
    "move": move,
}


def sets(folders: Sequence[Path]) -> dict[str, tuple[Pair, Level]]:
    """Read everything there is to measure on."""
    found: dict[str, tuple[Pair, Level]] = {}
    for name in PLANS:
        if (CORPUS / name).is_dir():
            plan = read_plan(name)
            found[name] = plan, "paragraph"
            found[name + "-s"] = by_sentence(plan), "sentence"
    for folder in (FOLDER, *folders):
        for path in sorted(folder.glob("*.tsv")):
            found[path.stem] = read_gold(path), "sentence"
    return found


def main() -> int:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folders", nargs="*", type=Path, help="folders of further sets")
    parser.add_argument("--clean", action="store_true", help="leave the damaged ones out")
    parser.add_argument("--only", default="", help="sets to measure, with commas between")
    arguments = parser.parse_args()
    wanted = set(filter(None, arguments.only.split(",")))
    damages = {} if arguments.clean else DAMAGES
    found: list[tuple[Pair, Sequence[Pairing]]] = []
    print(f"{'set':18}{'gale':>7}{'clean':>7}{'both':>7}" + "".join(f"{name:>8}" for name in damages))
    columns: list[list[float]] = []
    for name, (pair, level) in sets(arguments.folders).items():
        if wanted and name not in wanted:
            continue

        def run(pair: Pair, level: Level = level) -> Sequence[Pairing]:
            found.append((pair, align(*pair.texts(), level=level, moves=True)))
            return found[-1][1]

        row = [f1(pair, gale_church(*pair.texts())), f1(pair, run(pair)), f1(pair, found[-1][1], lone=False)]
        for spoil in damages.values():
            spoilt = [spoil(pair, seed) for seed in SEEDS]
            row.append(statistics.mean(f1(one, run(one)) for one in spoilt))
        columns.append(row)
        print(f"{name:18}" + "".join(f"{value:>{7 if at < 3 else 8}.3f}" for at, value in enumerate(row)), flush=True)
    means = [statistics.mean(column) for column in zip(*columns, strict=True)]
    print(f"{'mean':18}" + "".join(f"{value:>{7 if at < 3 else 8}.3f}" for at, value in enumerate(means)))
    print("\nconfidence     beads   right")
    for low, high in ((0, 0.3), (0.3, 0.5), (0.5, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 0.99), (0.99, 2)):
        right = [
            (pairing.zh, pairing.en) in gold
            for pair, pairings in found
            for gold in [pair.gold()]
            for pairing in pairings
            if low <= pairing.confidence < high
        ]
        if right:
            print(f"{low:.2f} to {min(high, 1):.2f}  {len(right):7}  {statistics.mean(right):.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
