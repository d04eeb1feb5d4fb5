"""Short texts of several kinds with their gold alignment, composed for these tests.

A line of a set is a bead: the Chinese sentences, a tab, the English ones; `‖` stands between sentences of one side, and
an empty side means that nothing renders the other. The English is free, as people translate: sentences are joined, cut,
left out and added.
"""

from pathlib import Path

from tests.alignment.damage import Pair, Piece

FOLDER = Path(__file__).parent / "gold"
SETS = sorted(path.stem for path in FOLDER.glob("*.tsv"))
_BETWEEN = "‖"


def read_gold(path: Path) -> Pair:
    """Read a set."""
    zh: list[Piece] = []
    en: list[Piece] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        for pieces, side in zip((zh, en), line.split("\t"), strict=True):
            pieces += [Piece(text.strip(), frozenset([number])) for text in side.split(_BETWEEN) if text.strip()]
    return Pair(zh, en)


def gold_set(name: str) -> Pair:
    """Read one of the sets of this folder."""
    return read_gold(FOLDER / f"{name}.tsv")
