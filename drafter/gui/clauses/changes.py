"""Where two versions of a text differ, and how two people's changes of it come together."""

from typing import NamedTuple


class Replacement(NamedTuple):
    """One stretch of the old text and what stands in its place, in code points."""

    start: int
    end: int
    text: str


def replacement_between(old: str, new: str) -> Replacement:
    """Give the one replacement that makes the new text of the old: all between what both begin and end with."""
    start = _common(old, new, min(len(old), len(new)))
    tail = _common(old[start:][::-1], new[start:][::-1], min(len(old), len(new)) - start)
    return Replacement(start, len(old) - tail, new[start : len(new) - tail])


def _common(one: str, other: str, most: int) -> int:
    """Give how many characters two texts begin with in common, by halving: comparing slices is fast, looping is not."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def merged(base: str, mine: str, theirs: str) -> str:
    """Put a change made elsewhere into a text that is being typed.

    Args:
        base: the text both started from.
        mine: what stands in the editor; none of it is ever lost.
        theirs: what the review says now.

    Returns:
        Both changes where they touch different places, else `mine`.
    """
    ours, other = replacement_between(base, mine), replacement_between(base, theirs)
    if other.end <= ours.start and (other.start, other.end) != (ours.start, ours.end):
        return mine[: other.start] + other.text + mine[other.end :]
    if other.start >= ours.end and (other.start, other.end) != (ours.start, ours.end):
        shift = len(mine) - len(base)
        return mine[: other.start + shift] + other.text + mine[other.end + shift :]
    return mine
