"""One side of a clause cut in two, and two sides joined into one."""

from drafter.model import ClauseSide, Document, Segment

_BLANKS = " \t\u3000\u00a0\n"


def cut(side: ClauseSide, at: int) -> tuple[ClauseSide, ClauseSide]:
    """Cut a side in two; blanks at the cut belong to neither half.

    Args:
        side: the side.
        at: where its corrected text is cut, in code points; at either end one half is empty.
    """
    if at <= 0:
        return ClauseSide(), side
    if at >= len(side.text):
        return side, ClauseSide()
    text_cut = _trimmed(side.text, at)
    original_cut = _trimmed(side.original, _original_place(side, at))
    halves = []
    for (text_from, text_to), (from_, to) in zip(text_cut, original_cut, strict=True):
        segments = _segments(side, from_, to)
        halves.append(ClauseSide(segments, side.original[from_:to], side.text[text_from:text_to]))
    return halves[0], halves[1]


def joined(first: ClauseSide, second: ClauseSide, document: Document | None) -> ClauseSide:
    """Join two sides; pieces of one paragraph that stood beside each other become one piece again.

    Args:
        first: what stands first.
        second: what follows it.
        document: where both came from, None where they came from no file.
    """
    if not (first.segments or first.text):
        return second
    if not (second.segments or second.text):
        return first
    gap = _gap(first.segments, second.segments, document)
    if gap is None:
        original = "\n".join(one.original for one in (first, second) if one.segments)
        return ClauseSide(first.segments + second.segments, original, f"{first.text}\n{second.text}")
    last, following = first.segments[-1], second.segments[0]
    one = Segment(last.paragraph, last.start, following.end)
    return ClauseSide(
        (*first.segments[:-1], one, *second.segments[1:]),
        first.original + gap + second.original,
        first.text + gap + second.text,
    )


def _gap(first: tuple[Segment, ...], second: tuple[Segment, ...], document: Document | None) -> str | None:
    """Give the blanks between two pieces that stand beside each other in one paragraph, None where they don't."""
    if not first or not second or document is None or first[-1].paragraph != second[0].paragraph:
        return None
    between = document.paragraphs[first[-1].paragraph].text[first[-1].end : second[0].start]
    return between if first[-1].end <= second[0].start and not between.strip(_BLANKS) else None


def _trimmed(text: str, at: int) -> tuple[tuple[int, int], tuple[int, int]]:
    end = len(text[:at].rstrip(_BLANKS))
    start = len(text) - len(text[at:].lstrip(_BLANKS))
    return (0, end), (start, len(text))


def _original_place(side: ClauseSide, at: int) -> int:
    """Find the place in the text as loaded that stands where the corrected text is cut."""
    if side.text == side.original:
        return at
    from diff_match_patch import diff_match_patch

    differ = diff_match_patch()
    return int(differ.diff_xIndex(differ.diff_main(side.text, side.original, checklines=False), at))


def _segments(side: ClauseSide, start: int, end: int) -> tuple[Segment, ...]:
    """Give the pieces of paragraphs that a stretch of the text as loaded was made of."""
    found = []
    offset = 0
    for segment in side.segments:
        length = segment.end - segment.start
        low, high = max(start, offset), min(end, offset + length)
        if low < high or (low == high and length == 0 and start <= offset < end):
            found.append(Segment(segment.paragraph, segment.start + low - offset, segment.start + high - offset))
        offset += length + 1
    return tuple(found)
