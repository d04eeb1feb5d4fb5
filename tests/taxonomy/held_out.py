"""A plan of a province that doesn't exist, composed for these tests, each sentence with the code it was written for."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from drafter.model import Side
from drafter.taxonomy.suggesting import Passage

_FILE = Path(__file__).parent / "gold" / "held_out.tsv"


def held_out(sides: Sequence[Side]) -> Iterator[tuple[frozenset[str], Passage]]:
    """Give the clauses with their codes; headings stand above what follows them.

    Args:
        sides: the languages that are read.
    """
    above: tuple[dict[Side, str], ...] = ()
    for number, line in enumerate(_FILE.read_text(encoding="utf-8").splitlines()):
        codes, zh, en = line.split("\t")
        both: dict[Side, str] = {"zh": zh, "en": en}
        text: dict[Side, str] = {side: both[side] for side in sides}
        if codes == "#":
            above = (text,)
        else:
            yield frozenset(codes.split()), Passage(text, above, number)
