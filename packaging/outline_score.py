#!/usr/bin/env python3
"""Measures the outline against the labels in packaging/gold/outline: ``outline_score.py ../shared/corpus [-v]``.

For each text: the share of labelled nodes that were found with their level, ordinal, title (start and end of each of
its lines), kind and parent; the nodes that are not there; and the share of damaged nodes that are wholly right.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from drafter.language.outline import Outline, outline_of  # noqa: E402 -- a script: the program stands beside it
from drafter.model import Paragraph  # noqa: E402

GOLD = ROOT / "packaging" / "gold" / "outline"
_FILES = {
    "hunan-zh": "hunan/zh.txt",
    "hunan-en": "hunan/en.txt",
    "hunan-en-fixed": "hunan/en-fixed.txt",
    "henan-zh": "henan/zh.txt",
    "henan-en": "henan/en.txt",
    "henan-en-fixed": "henan/en-fixed.txt",
    "autumn-winter-zh": "autumn-winter/zh-clean.txt",
    "autumn-winter-en": "autumn-winter/en-clean.txt",
    "autumn-winter-mixed": "autumn-winter/mixed.txt",
}
_GOAL = 0.98
_JUDGED = ("level", "ordinal", "title", "kind", "parent")


class Row(NamedTuple):
    """A node as a row of labels; see the README beside them."""

    line: int
    kind: str
    level: int
    ordinal: int
    title: tuple[tuple[int, int, int], ...]
    parent: int | None
    start: int
    damaged: bool = False
    optional: bool = False


def gold_rows(name: str) -> list[Row]:
    """Read the labels of one text."""
    rows = []
    for line in (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        one: dict[str, Any] = json.loads(line)
        title = tuple((place[0], place[1], place[2]) for place in one["title"])
        start = one["marker"][0] if one["marker"] else title[0][1] if title else 0
        rows.append(
            Row(
                one["line"],
                one["kind"],
                one["level"],
                one["ordinal"],
                title,
                one["parent"],
                start,
                one.get("damaged", False),
                one.get("optional", False),
            )
        )
    return rows


def said_rows(outline: Outline) -> list[Row]:
    """Give the nodes of an outline as rows."""
    return [
        Row(
            node.paragraph + 1,
            node.kind,
            node.level,
            node.ordinal,
            tuple((piece.paragraph + 1, piece.start, piece.end) for piece in node.title),
            None if node.parent is None else outline.nodes[node.parent].paragraph + 1,
            node.start,
        )
        for node in outline.nodes
    ]


def matched(gold: Sequence[Row], said: Sequence[Row]) -> Iterator[tuple[Row | None, Row | None]]:
    """Pair labels and findings of one line: brackets of duties with each other, all else by nearness."""
    by_line: defaultdict[tuple[int, bool], list[Row]] = defaultdict(list)
    for row in said:
        by_line[row.line, row.kind == "duty"].append(row)
    for row in gold:
        here = by_line[row.line, row.kind == "duty"]
        if not here:
            yield row, None
            continue
        nearest = min(here, key=lambda other: abs(other.start - row.start))
        here.remove(nearest)
        yield row, nearest
    for rest in by_line.values():
        yield from ((None, row) for row in rest)


def judge(name: str, corpus: Path, *, verbose: bool) -> tuple[Counter[str], str]:
    """Judge one text.

    Returns:
        The counts, and the line that tells them.
    """
    text = (corpus / _FILES[name]).read_text(encoding="utf-8")
    outline = outline_of([Paragraph(line, number) for number, line in enumerate(text.split("\n"), 1)])
    counts: Counter[str] = Counter()
    for gold, said in matched(gold_rows(name), said_rows(outline)):
        if gold is None:
            counts["spurious"] += 1
            if verbose:
                print(f"  {name}: spurious {said}")
            continue
        if gold.optional:
            continue
        counts["gold"] += 1
        wrong = [what for what in _JUDGED if said is None or getattr(gold, what) != getattr(said, what)]
        counts.update(what for what in _JUDGED if what not in wrong)
        counts["found"] += said is not None
        # What the goal is set for.
        right = not {"level", "ordinal", "title"}.intersection(wrong)
        counts["right"] += right
        if gold.damaged:
            counts["damaged"] += 1
            counts["damaged right"] += right
        if verbose and wrong:
            print(f"  {name}: {', '.join(wrong)}\n    gold {gold}\n    said {said}")
    return counts, told(name, counts)


def told(name: str, counts: Counter[str]) -> str:
    """Give the line of a text."""
    shares = "".join(f"{counts[what] / max(1, counts['gold']):9.3f}" for what in ("found", *_JUDGED, "right"))
    return f"{name:21}{counts['gold']:6}{shares}{counts['spurious']:9}{counts['damaged right']:6}/{counts['damaged']}"


def main() -> int:
    """Judge all texts."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpus", type=Path, help="the folder of the labelled texts")
    parser.add_argument("-v", "--verbose", action="store_true", help="name every fault")
    arguments = parser.parse_args()
    total: Counter[str] = Counter()
    lines = []
    for name in _FILES:
        counts, line = judge(name, arguments.corpus, verbose=arguments.verbose)
        total += counts
        lines.append(line)
    print(
        f"{'text':21}{'nodes':>6}"
        + "".join(f"{what:>9}" for what in ("found", *_JUDGED, "right", "spurious"))
        + "  damaged"
    )
    print("\n".join([*lines, told("all", total)]))
    return int(min(total[what] for what in ("level", "ordinal", "title")) < _GOAL * total["gold"])


if __name__ == "__main__":
    sys.exit(main())
