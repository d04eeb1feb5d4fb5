"""Bodies and roles of the labelled plans, where they are at hand."""

import csv
import os
from collections import defaultdict
from pathlib import Path

import pytest

from drafter.language.duties import read_duties
from drafter.language.duties.whole_names import whole_duties
from drafter.language.outline.duties import duties_of
from drafter.model import Side, Span

CORPUS = Path(os.environ.get("DRAFTER_CORPUS") or Path(__file__).parents[3].parent / "shared" / "corpus")
GOLD = Path(__file__).parent / "gold" / "duties.tsv"


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the labelled texts are not at hand")
@pytest.mark.parametrize("file", ["hunan/zh.txt", "hunan/en.txt", "henan/zh.txt", "henan/en.txt"])
def test_bodies_and_roles_of_the_plans(file: str) -> None:
    gold: dict[int, set[tuple[str, str]]] = defaultdict(set)
    with GOLD.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows, delimiter="\t"):
            if row["file"] == file:
                gold[int(row["line"])] |= {(row["role"], body) for body in row["bodies"].split("|")}
    side: Side = "zh" if file.endswith("zh.txt") else "en"
    hits = told = 0
    for number, line in enumerate((CORPUS / file).read_text(encoding="utf-8").split("\n"), 1):
        found = {
            (duty.role, body)
            for bracket in duties_of(line)
            for duty in whole_duties(line, read_duties(line, side, Span(bracket.start, bracket.end)), side)
            for body in duty.bodies
        }
        hits += len(found & gold[number])
        told += len(found)
    f1 = 2 * hits / (told + sum(map(len, gold.values())))
    assert f1 >= 0.95, f1
