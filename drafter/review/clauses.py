"""Documents into clauses: which paragraphs are text to review, and how the pairs become clauses."""

from collections.abc import Callable, Mapping, Sequence

from drafter.language.enumerators import read_enumerator
from drafter.language.marks import plain
from drafter.model import Clause, ClauseSide, Document, Pairing, Paragraph, Segment, Side

_LONGEST_HEADING: Mapping[Side, int] = {"zh": 40, "en": 110}
AlignParagraphs = Callable[[Sequence[Paragraph], Sequence[Paragraph]], Sequence[Pairing]]
_STOPS = "。；！？.;!?"


def text_paragraphs(document: Document) -> list[int]:
    """Give the indexes of the paragraphs that are reviewed: all that are not blank, comments apart."""
    return [
        index
        for index, paragraph in enumerate(document.paragraphs)
        if paragraph.text.strip() and paragraph.part != "comment"
    ]


def heading_level(document: Document, index: int, side: Side) -> int:
    """Tell the outline level of a paragraph: the word processor's, else that of its item number; 0 for body text.

    A numbered item that goes on with whole sentences is body text.
    """
    paragraph = document.paragraphs[index]
    if paragraph.level:
        return paragraph.level
    text = plain(paragraph.text).strip()
    if len(text) > _LONGEST_HEADING[side] or text.endswith(tuple(_STOPS)):
        return 0
    marker = read_enumerator(text)
    return marker.level if marker else 0


def _side_of(document: Document, segments: Sequence[Segment]) -> ClauseSide:
    text = "\n".join(document.paragraphs[one.paragraph].text[one.start : one.end] for one in segments)
    return ClauseSide(tuple(segments), text, text)


def _whole(document: Document, index: int) -> Segment:
    return Segment(index, 0, len(document.paragraphs[index].text))


def clauses_of_pair(zh: Document, en: Document, align: AlignParagraphs) -> list[Clause]:
    """Pair two documents paragraph by paragraph.

    Args:
        zh: the Chinese document.
        en: the English one.
        align: pairs two lists of paragraphs.
    """
    zh_at = [_whole(zh, index) for index in text_paragraphs(zh)]
    en_at = [_whole(en, index) for index in text_paragraphs(en)]
    pairings = align([zh.paragraphs[one.paragraph] for one in zh_at], [en.paragraphs[one.paragraph] for one in en_at])
    return paired(zh, zh_at, en, en_at, pairings)


def clauses_of_side(document: Document, side: Side) -> list[Clause]:
    """Make a clause of every paragraph of one document that stands alone."""
    return alone(document, [_whole(document, index) for index in text_paragraphs(document)], side)


def clauses_of_bitext(zh: Document, en: Document) -> list[Clause]:
    """Make clauses of two documents whose paragraphs stand beside each other already, one by one."""
    return [
        Clause(
            number,
            _side_of(zh, [_whole(zh, index)] if zh.paragraphs[index].text else []),
            _side_of(en, [_whole(en, index)] if en.paragraphs[index].text else []),
            level=heading_level(zh, index, "zh") or heading_level(en, index, "en"),
        )
        for number, index in enumerate(range(len(zh.paragraphs)), 1)
    ]


def agreement(pairings: Sequence[Pairing], zh: Sequence[str], en: Sequence[str]) -> float:
    """Tell what share of two texts found a partner, by the side where it is less: near 1 for a translation.

    Args:
        pairings: the pairing of the two.
        zh: the Chinese units.
        en: the English units.
    """
    both = [pairing for pairing in pairings if pairing.zh and pairing.en]
    zh_share = sum(len(zh[i]) for pairing in both for i in pairing.zh) / max(1, sum(map(len, zh)))
    en_share = sum(len(en[i]) for pairing in both for i in pairing.en) / max(1, sum(map(len, en)))
    return min(zh_share, en_share)


def agreement_of(clauses: Sequence[Clause]) -> float:
    """Give the same of clauses that are paired already."""
    zh, en = [clause.zh.original for clause in clauses], [clause.en.original for clause in clauses]
    here = [Pairing((i,), (i,)) for i, clause in enumerate(clauses) if clause.zh.segments and clause.en.segments]
    return agreement(here, zh, en)


def paired(
    zh: Document, zh_at: Sequence[Segment], en: Document, en_at: Sequence[Segment], pairings: Sequence[Pairing]
) -> list[Clause]:
    """Make clauses of pieces of two documents, by the pairings of those pieces."""
    clauses = []
    for number, pairing in enumerate(pairings, 1):
        zh_own, en_own = [zh_at[i] for i in pairing.zh], [en_at[i] for i in pairing.en]
        level = 0
        if len(zh_own) == 1:
            level = heading_level(zh, zh_own[0].paragraph, "zh")
        elif len(en_own) == 1 and not zh_own:
            level = heading_level(en, en_own[0].paragraph, "en")
        clauses.append(Clause(number, _side_of(zh, zh_own), _side_of(en, en_own), pairing.confidence, level))
    return clauses


def alone(document: Document, segments: Sequence[Segment], side: Side) -> list[Clause]:
    """Make a clause of every piece of one document, all on one side."""
    nothing = ClauseSide()
    clauses = []
    for number, segment in enumerate(segments, 1):
        here, level = _side_of(document, [segment]), heading_level(document, segment.paragraph, side)
        zh, en = (here, nothing) if side == "zh" else (nothing, here)
        clauses.append(Clause(number, zh, en, level=level))
    return clauses
