"""The alignment of two lists of texts."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from drafter.alignment.beads import Level
from drafter.alignment.fixed import Fixed, FixedBead, fix
from drafter.alignment.moves import with_moves
from drafter.alignment.search import Found, Search
from drafter.alignment.telling import Tell, part
from drafter.model import Pairing


def align(
    zh: Sequence[str],
    en: Sequence[str],
    *,
    level: Level = "paragraph",
    anchors: Iterable[FixedBead | Pairing] = (),
    moves: bool = False,
    progress: Tell | None = None,
) -> list[Pairing]:
    """Pair Chinese units with the English ones that render them.

    Args:
        zh: the Chinese paragraphs or sentences, none blank.
        en: the English ones.
        level: what the units are.
        anchors: pairings made by hand, as indexes of Chinese and of English units. They are kept as they are, whatever
            they hold, and only what stands between them is aligned.
        moves: whether to look for passages that stand elsewhere in the English.
        progress: told now and then how much is done, 0 to 1; what it raises stops the work.

    Returns:
        Pairings that hold every index of either side once; an empty side where a unit stands alone. They are in the
        order of the Chinese, an English unit alone behind the one it follows; but for moved passages, which are marked
        and stand beside their Chinese, the English is in order too.

    Raises:
        ValueError: an anchor names a unit that isn't there, or one that another anchor names.
    """
    return pairings_of(zh, en, fix(anchors, len(zh), len(en)), level=level, moves=moves, progress=progress)


def pairings_of(
    zh: Sequence[str],
    en: Sequence[str],
    fixed: Fixed,
    *,
    level: Level,
    moves: bool = False,
    progress: Tell | None = None,
) -> list[Pairing]:
    """Pair what is left beside what is fixed; see `align`."""
    tell = progress or (lambda _share: None)
    beads = [Pairing(*bead) for bead in fixed.beads]
    if len(fixed.zh) > len(fixed.walls) and fixed.en:
        search = Search(zh, en, fixed, level, part(tell, 0.0, 0.2))
        found = search.run(part(tell, 0.2, 0.9))
        moved: Collection[int] = ()
        if moves:
            found, moved = with_moves(search, found, part(tell, 0.9, 1.0))
        beads += _pairings(fixed, found, moved)
    else:
        beads += [Pairing((i,), ()) for i in fixed.zh_indexes(range(len(fixed.zh)))]
        beads += [Pairing((), (j,)) for j in fixed.en]
    tell(1.0)
    return _in_order(beads)


def _pairings(fixed: Fixed, found: Found, moved: Collection[int]) -> Iterator[Pairing]:
    for bead, confidence in zip(found.path, found.confidence, strict=True):
        zh, en = bead.units
        places = sorted(int(found.order[j]) for j in en)
        zh_own, en_own = fixed.zh_indexes(zh), tuple(fixed.en[j] for j in places)
        if zh_own or en_own:
            yield Pairing(zh_own, en_own, confidence, bool(zh_own) and any(j in moved for j in places))


def _in_order(pairings: Sequence[Pairing]) -> list[Pairing]:
    """Put pairings in the order of the Chinese, an English unit alone behind the pairing of the one before it."""
    behind = -1
    keys: dict[int, tuple[int, int]] = {}
    for pairing in sorted((one for one in pairings if one.en), key=lambda one: one.en):
        # A run of English units alone follows the pairing before the first of them.
        if pairing.zh:
            behind = pairing.zh[0]
        else:
            keys[id(pairing)] = behind, pairing.en[0] + 1
    return sorted(pairings, key=lambda one: (one.zh[0], 0) if one.zh else keys[id(one)])
