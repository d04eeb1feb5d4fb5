"""Pairs of texts with a known alignment, whole and damaged, and the measure of an alignment.

A pair is kept as atoms: small pieces of text of which each unit of a side is a run. Whatever is done to the units, the
atoms still tell which of them belong together.
"""

import json
import os
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from drafter.language.sentences import split_sentences
from drafter.model import Pairing, Side

CORPUS = Path(os.environ.get("DRAFTER_CORPUS", Path(__file__).parents[2].parent / "shared" / "corpus"))
PLANS = {
    "hunan": ("zh.txt", "en.txt"),
    "henan": ("zh.txt", "en.txt"),
    "autumn-winter": ("zh-clean.txt", "en-clean.txt"),
}
BOILERPLATE_ZH = [
    "扫一扫在手机打开当前页",
    "【打印】【关闭】",
    "责任编辑：网站管理员",
    "首页 > 信息公开 > 政策文件",
    "版权所有",
]
BOILERPLATE_EN = [
    "Home > Information Disclosure > Policies", "Print | Close | Share", "All rights reserved",
    "Scan the code to read on your phone", "Responsible editor: webmaster",
]  # fmt: skip


@dataclass(frozen=True)
class Piece:
    """A piece of one side's text and the numbers of the gold groups it belongs to."""

    text: str
    groups: frozenset[int]


@dataclass
class Pair:
    """Both sides as lists of units with their gold groups; units of one group stand in one bead."""

    zh: list[Piece]
    en: list[Piece]

    def texts(self) -> tuple[list[str], list[str]]:
        return [piece.text for piece in self.zh], [piece.text for piece in self.en]

    def gold(self) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
        """Join all units that share a group, directly or through others, into beads."""
        parent: dict[int, int] = {}

        def root(group: int) -> int:
            while parent.setdefault(group, group) != group:
                group = parent[group]
            return group

        for piece in self.zh + self.en:
            first, *rest = sorted(piece.groups)
            for other in rest:
                parent[root(other)] = root(first)
        beads: dict[int, tuple[list[int], list[int]]] = {}
        for side, pieces in enumerate((self.zh, self.en)):
            for index, piece in enumerate(pieces):
                beads.setdefault(root(min(piece.groups)), ([], []))[side].append(index)
        found = {(tuple(zh), tuple(en)) for zh, en in beads.values() if zh and en}
        # Where the other side was lost, each unit stands alone.
        found |= {((i,), ()) for zh, en in beads.values() if not en for i in zh}
        return found | {((), (j,)) for zh, en in beads.values() if not zh for j in en}


def f1(pair: Pair, found: Sequence[Pairing], *, lone: bool = True) -> float:
    """Give the strict F1 over beads; `lone` tells whether units that stand alone count."""
    gold = {bead for bead in pair.gold() if lone or all(bead)}
    predicted = {(pairing.zh, pairing.en) for pairing in found if lone or (pairing.zh and pairing.en)}
    return 2 * len(gold & predicted) / max(1, len(gold) + len(predicted))


def read_plan(name: str) -> Pair:
    """Read one plan of the corpus by its paragraphs."""
    folder = CORPUS / name
    sides: list[dict[int, str]] = []
    for file in PLANS[name]:
        lines = (folder / file).read_text(encoding="utf-8").split("\n")
        sides.append({number: line for number, line in enumerate(lines, 1) if line.strip()})
    groups: tuple[dict[int, int], dict[int, int]] = ({}, {})
    for number, line in enumerate((folder / "align.jsonl").read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        for side, key in enumerate(("zh", "en")):
            groups[side].update(dict.fromkeys(row[key], number))
    zh, en = (
        [Piece(text, frozenset([group[number]])) for number, text in side.items()]
        for side, group in zip(sides, groups, strict=True)
    )
    return Pair(zh, en)


def by_sentence(pair: Pair) -> Pair:
    """Cut the beads that have equally many sentences on both sides into sentences, one to one."""
    zh: list[Piece] = []
    en: list[Piece] = []
    number = 0
    for zh_indexes, en_indexes in sorted(pair.gold()):
        parts: list[list[str]] = []
        for indexes, pieces, side in ((zh_indexes, pair.zh, "zh"), (en_indexes, pair.en, "en")):
            parts.append(
                [s for index in indexes for s in sentences(pieces[index].text, "zh" if side == "zh" else "en")]
            )
        if len(parts[0]) == len(parts[1]):
            for zh_text, en_text in zip(*parts, strict=True):
                zh.append(Piece(zh_text, frozenset([number])))
                en.append(Piece(en_text, frozenset([number])))
                number += 1
    return Pair(zh, en)


def sentences(text: str, side: Side) -> list[str]:
    return [text[span.start : span.end] for span in split_sentences(text, side)]


def damage(pair: Pair, seed: int, *, drop: float = 0.05, merge: float = 0.1, cut: float = 0.1, noise: int = 3) -> Pair:
    """Drop, join and cut units of either side and put lines of page furniture between them, the same for a seed."""
    chance = random.Random(seed)
    whole: set[int] = set()
    zh = _damaged(pair.zh, "zh", chance, (drop, merge, cut), whole)
    en = _damaged(pair.en, "en", chance, (drop, merge, cut), whole)
    fresh = 1_000_000
    for side, lines in enumerate((BOILERPLATE_ZH, BOILERPLATE_EN)):
        pieces = (zh, en)[side]
        for line in chance.sample(lines, min(noise, len(lines))):
            # Never inside a bead: no aligner that goes forward could put its parts together.
            inside = {index for bead in Pair(zh, en).gold() for index in bead[side][1:]}
            gaps = [at for at in range(len(pieces) + 1) if at not in inside]
            pieces.insert(chance.choice(gaps), Piece(line, frozenset([fresh])))
            fresh += 1
    return Pair(zh, en)


def _damaged(
    pieces: Sequence[Piece], side: Side, chance: random.Random, shares: tuple[float, float, float], whole: set[int]
) -> list[Piece]:
    """Damage one side; groups in `whole` aren't cut: cut on both sides their halves might be beads of their own."""
    drop, merge, cut = shares
    found: list[Piece] = []
    joining = False
    for piece in pieces:
        if chance.random() < drop:
            # Not joined over the gap either: what was lost would stand inside a bead and could be no bead of its own.
            joining = False
            continue
        if joining and found:
            space = "" if side == "zh" else " "
            found[-1] = Piece(found[-1].text + space + piece.text, found[-1].groups | piece.groups)
            joining = False
            continue
        parts = [piece.text]
        if chance.random() < cut and not piece.groups & whole:
            parts = _halves(piece.text, side, chance)
            whole |= piece.groups
        found += [Piece(part, piece.groups) for part in parts if part.strip()]
        joining = chance.random() < merge
    return found


def _halves(text: str, side: Side, chance: random.Random) -> list[str]:
    """Cut a text between two sentences, else behind a comma near its middle, else not."""
    parts = split_sentences(text, side)
    if len(parts) > 1:
        at = parts[chance.randint(1, len(parts) - 1)].start
        return [text[:at], text[at:]]
    commas = [index + 1 for index, ch in enumerate(text[:-1]) if ch in ",，、;；"]
    if not commas or len(text) < 20:
        return [text]
    at = min(commas, key=lambda place: abs(place - len(text) / 2))
    return [text[:at], text[at:]]


_FIGURE = re.compile("[0-9]")


def damage_figures(pair: Pair, seed: int, share: float = 0.5) -> Pair:
    """Change digits of so many of the English units that hold any."""
    chance = random.Random(seed)

    def other(match: re.Match[str]) -> str:
        return chance.choice("0123456789") if chance.random() < 0.5 else match.group()

    en = [
        Piece(_FIGURE.sub(other, piece.text), piece.groups) if chance.random() < share else piece for piece in pair.en
    ]
    return Pair(pair.zh, en)


def _block(pair: Pair, chance: random.Random, least: int, most: int) -> tuple[int, int]:
    """Choose a run of English units that begins and ends with a bead."""
    for _ in range(200):
        size = chance.randint(least, min(most, max(least, len(pair.en) // 4)))
        start = chance.randint(0, max(0, len(pair.en) - size))
        inside = set().union(*(piece.groups for piece in pair.en[start : start + size]))
        if not any(piece.groups & inside for piece in pair.en[:start] + pair.en[start + size :]):
            return start, min(start + size, len(pair.en))
    return 0, 0


def switch(pair: Pair, seed: int, least: int = 4, most: int = 12) -> Pair:
    """Let a passage of the English stand in Chinese: its source, word for word."""
    chance = random.Random(seed)
    start, end = _block(pair, chance, least, most)
    inside = set().union(*(piece.groups for piece in pair.en[start:end])) if end else set()
    source = [piece for piece in pair.zh if piece.groups & inside]
    # Left as it is, each line is its own bead, on both sides.
    fresh = {id(piece): frozenset([2_000_000 + number]) for number, piece in enumerate(source)}
    zh = [Piece(piece.text, fresh.get(id(piece), piece.groups)) for piece in pair.zh]
    left = [Piece(piece.text, fresh[id(piece)]) for piece in source]
    return Pair(zh, [*pair.en[:start], *left, *pair.en[end:]])


def move(pair: Pair, seed: int, least: int = 5, most: int = 15) -> Pair:
    """Move a passage of the English to another place, at least twice its length away where there is room."""
    chance = random.Random(seed)
    start, end = _block(pair, chance, least, most)
    block, rest = pair.en[start:end], pair.en[:start] + pair.en[end:]
    gaps = [at for at in range(len(rest) + 1) if not (0 < at < len(rest) and rest[at - 1].groups & rest[at].groups)]
    far = max(abs(at - start) for at in gaps)
    gap = chance.choice([at for at in gaps if abs(at - start) >= min(2 * len(block), far)])
    return Pair(pair.zh, [*rest[:gap], *block, *rest[gap:]])
