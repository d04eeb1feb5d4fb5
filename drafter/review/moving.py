"""Where a stretch of a text stands after the text was changed."""

from typing import Final

from drafter.model import Span

_PATIENCE: Final = 4000
"""Characters up to which the best difference is worth waiting for."""


def moved(span: Span, before: str, after: str) -> Span | None:
    """Follow a stretch of a text through a change.

    Args:
        span: the stretch, in code points; an empty one is a place between characters.
        before: the text as it was.
        after: the text as it is.

    Returns:
        Where what is left of it stands; None where most of it went.
    """
    if before == after:
        return span
    if before[: span.end] == after[: span.end] and span.start < span.end:
        return span
    from diff_match_patch import diff_match_patch

    differ = diff_match_patch()
    # A time limit makes the outcome depend on the machine; only very long texts have one.
    differ.Diff_Timeout = 0 if len(before) + len(after) <= _PATIENCE else 1.0
    diffs = differ.diff_main(before, after, checklines=False)
    differ.diff_cleanupSemantic(diffs)
    if span.start == span.end:
        return Span(*[int(differ.diff_xIndex(diffs, span.start))] * 2)
    left = [(start, end) for start, end in _kept(diffs, span) if start < end]
    if 2 * sum(end - start for start, end in left) < span.end - span.start:
        return None
    return Span(left[0][0], left[-1][1])


def _kept(diffs: list[tuple[int, str]], span: Span) -> list[tuple[int, int]]:
    """Give the places in the changed text of what was kept of a stretch."""
    found = []
    old = new = 0
    for kind, words in diffs:
        if kind == 0:
            start, end = max(span.start, old), min(span.end, old + len(words))
            found.append((start - old + new, end - old + new))
        old += len(words) if kind <= 0 else 0
        new += len(words) if kind >= 0 else 0
    return found
