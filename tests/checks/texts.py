"""The bundled sample and, where they are at hand, the labelled corpora, as clauses with their gold."""

import json
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from drafter.checks import check_clauses
from drafter.model import Clause, ClauseSide, Finding

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "resources" / "samples" / "yunxi"
CORPUS = Path(os.environ.get("DRAFTER_CORPUS") or ROOT.parent / "shared" / "corpus")


@dataclass(frozen=True, eq=False)
class Pairs:
    """A labelled pair of texts.

    Attributes:
        name: what to call it.
        clauses: its clauses.
        lines: for each clause, the line of either side that it begins in, 0 where it has none.
        gold: its labels.
    """

    name: str
    clauses: tuple[Clause, ...]
    lines: tuple[dict[str, int], ...]
    gold: tuple[dict[str, Any], ...]

    def line_of(self, finding: Finding) -> int:
        """Give the line that a finding stands in."""
        return self.lines[finding.clause - 1][finding.side]


def _lines(path: Path) -> list[str]:
    return path.read_bytes().decode("utf-8").split("\n")


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in _lines(path) if line.strip()]


def clauses_of(zh: list[str], en: list[str]) -> tuple[Clause, ...]:
    """Pair two texts line by line."""
    pairs = enumerate(zip(zh, en, strict=False), 1)
    return tuple(
        Clause(number, ClauseSide((), one, one), ClauseSide((), other, other)) for number, (one, other) in pairs
    )


def read_pairs(folder: Path, zh_name: str = "zh.txt", en_name: str = "en.txt") -> Pairs:
    """Read a folder with two texts, their alignment and their labels."""
    zh, en = _lines(folder / zh_name), _lines(folder / en_name)
    texts, places = [], []
    for row in _rows(folder / "align.jsonl"):
        texts.append(["\n".join(side[n - 1] for n in row[name]) for name, side in (("zh", zh), ("en", en))])
        places.append({name: row[name][0] if row[name] else 0 for name in ("zh", "en")})
    gold = [row for name in ("findings", "pair-findings") for row in _gold(folder / f"{name}.jsonl")]
    clauses = clauses_of([one for one, _ in texts], [other for _, other in texts])
    return Pairs(folder.name, clauses, tuple(places), tuple(gold))


def _gold(path: Path) -> list[dict[str, Any]]:
    return _rows(path) if path.exists() else []


@cache
def labelled() -> tuple[Pairs, ...]:
    """Give every labelled pair at hand."""
    corpora = [CORPUS / name for name in ("hunan", "henan")]
    return tuple(read_pairs(folder) for folder in [SAMPLE, *corpora] if (folder / "align.jsonl").exists())


@cache
def findings_of(pairs: Pairs) -> tuple[Finding, ...]:
    """Check a pair, once."""
    return tuple(check_clauses(pairs.clauses))


def clean() -> list[tuple[str, tuple[Clause, ...]]]:
    """Give the pairs of sound texts at hand."""
    folders = ((SAMPLE, "zh.txt", "en-fixed.txt"), (CORPUS / "autumn-winter", "zh-clean.txt", "en-clean.txt"))
    return [
        (folder.name, clauses_of(_lines(folder / zh), _lines(folder / en)))
        for folder, zh, en in folders
        if (folder / en).exists()
    ]
