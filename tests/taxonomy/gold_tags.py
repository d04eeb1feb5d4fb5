"""Clauses of the labelled texts and the codes that two readings gave them, where the texts are at hand."""

import csv
import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CORPUS = Path(os.environ.get("DRAFTER_CORPUS") or Path(__file__).parents[2].parent / "shared" / "corpus")
_GOLD = Path(__file__).parent / "gold" / "tags.tsv"
_HASH = 12


@dataclass(frozen=True)
class Tagged:
    """A clause with its codes.

    Attributes:
        file: the text it stands in, relative to the corpus.
        line: its line, from 1.
        start: code points in the line.
        end: end, exclusive.
        first: codes of the first reading, the principal one first.
        second: those of the second.
    """

    file: str
    line: int
    start: int
    end: int
    first: tuple[str, ...]
    second: tuple[str, ...]

    @property
    def agreed(self) -> frozenset[str]:
        """The codes that both readings gave."""
        return frozenset(self.first) & frozenset(self.second)

    @property
    def given(self) -> frozenset[str]:
        """The codes that either reading gave."""
        return frozenset(self.first) | frozenset(self.second)


def gold_tags() -> Iterator[Tagged]:
    """Give the labelled clauses in order.

    Raises:
        ValueError: the text is another than the one that was labelled.
    """
    lines: dict[str, list[str]] = {}
    with _GOLD.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            name = row["file"]
            if name not in lines:
                lines[name] = (CORPUS / name).read_text(encoding="utf-8").split("\n")
            one = Tagged(
                name, int(row["line"]), int(row["start"]), int(row["end"]),
                tuple(row["first"].split()), tuple(row["second"].split()),
            )  # fmt: skip
            text = lines[name][one.line - 1][one.start : one.end]
            if hashlib.sha256(text.encode()).hexdigest()[:_HASH] != row["sha256"]:
                raise ValueError(f"{name}, line {one.line}: not the text that was labelled")
            yield one
