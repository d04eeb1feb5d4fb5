"""Aligning a stretch once more, while the pairings around it stand."""

from collections.abc import Sequence
from itertools import chain

from drafter.alignment.aligner import align
from drafter.alignment.beads import Level
from drafter.alignment.telling import Tell
from drafter.model import Pairing

# Pairings on either side that teach what words are worth. More would hardly tell more, and take longer.
_AROUND = 200


def realign(
    zh: Sequence[str],
    en: Sequence[str],
    pairings: Sequence[Pairing],
    stretch: range,
    *,
    level: Level = "paragraph",
    progress: Tell | None = None,
) -> list[Pairing]:
    """Pair the units of a stretch of pairings anew.

    Args:
        zh: all Chinese units.
        en: all English ones.
        pairings: how they are paired now.
        stretch: indexes of the pairings to give up, one after the other.
        level: what the units are.
        progress: told now and then how much is done, 0 to 1; what it raises stops the work.

    Returns:
        The pairings, new ones in place of those given up. All others are the same.
    """
    if not stretch:
        return list(pairings)
    start, end = stretch.start, stretch.stop
    around = [*pairings[max(0, start - _AROUND) : start], *pairings[end : end + _AROUND]]
    given_up = pairings[start:end]
    zh_places = sorted(chain.from_iterable(pairing.zh for pairing in (*around, *given_up)))
    en_places = sorted(chain.from_iterable(pairing.en for pairing in (*around, *given_up)))
    zh_new = {place: number for number, place in enumerate(zh_places)}
    en_new = {place: number for number, place in enumerate(en_places)}
    anchors = [([zh_new[i] for i in one.zh], [en_new[j] for j in one.en]) for one in around]
    found = align(
        [zh[i] for i in zh_places], [en[j] for j in en_places], level=level, anchors=anchors, progress=progress
    )
    kept = {(tuple(sorted(a)), tuple(sorted(b))) for a, b in anchors}
    fresh = [
        Pairing(tuple(zh_places[i] for i in one.zh), tuple(en_places[j] for j in one.en), one.confidence)
        for one in found
        if (one.zh, one.en) not in kept
    ]
    return [*pairings[:start], *fresh, *pairings[end:]]
