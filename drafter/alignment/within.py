"""Aligning the parts of units that are paired already: the sentences of paragraphs, each paragraph for itself."""

from collections.abc import Sequence
from itertools import accumulate

from drafter.alignment.aligner import pairings_of
from drafter.alignment.beads import Level
from drafter.alignment.fixed import fix
from drafter.alignment.telling import Tell
from drafter.model import Pairing


def align_within(
    pairs: Sequence[tuple[Sequence[str], Sequence[str]]], *, level: Level = "sentence", progress: Tell | None = None
) -> list[list[Pairing]]:
    """Pair the parts of each pair of units; what words are worth is learnt from all of them.

    Args:
        pairs: of each pair of units the Chinese parts and the English ones, none blank.
        level: what the parts are.
        progress: told now and then how much is done, 0 to 1; what it raises stops the work.

    Returns:
        For each pair the pairings of its parts, whose indexes count within it.
    """
    zh = [part for own, _ in pairs for part in own]
    en = [part for _, own in pairs for part in own]
    zh_starts = [0, *accumulate(len(own) for own, _ in pairs)]
    en_starts = [0, *accumulate(len(own) for _, own in pairs)]
    bounds = list(zip(zh_starts[1:-1], en_starts[1:-1], strict=True))
    found = pairings_of(zh, en, fix((), len(zh), len(en), bounds), level=level, progress=progress)
    zh_home = [number for number, (own, _) in enumerate(pairs) for _ in own]
    en_home = [number for number, (_, own) in enumerate(pairs) for _ in own]
    by_pair: list[list[Pairing]] = [[] for _ in pairs]
    for one in found:
        home = zh_home[one.zh[0]] if one.zh else en_home[one.en[0]]
        zh_own, en_own = (tuple(i - zh_starts[home] for i in one.zh), tuple(j - en_starts[home] for j in one.en))
        by_pair[home].append(Pairing(zh_own, en_own, one.confidence))
    return by_pair
