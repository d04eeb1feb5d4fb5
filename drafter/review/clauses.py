"""Documents into clauses: which paragraphs are text to review, and how the pairs become clauses."""

from collections.abc import Callable, Mapping, Sequence

from drafter.language.enumerators import read_enumerator
from drafter.language.scripts import dominant_side
from drafter.model import Clause, ClauseSide, Document, Pairing, Segment, Side

_LONGEST_HEADING: Mapping[Side, int] = {"zh": 40, "en": 110}
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
    text = paragraph.text.strip()
    if len(text) > _LONGEST_HEADING[side] or text.endswith(tuple(_STOPS)):
        return 0
    marker = read_enumerator(text)
    return marker.level if marker else 0


def _side_of(document: Document, indexes: Sequence[int]) -> ClauseSide:
    segments = tuple(Segment(index, 0, len(document.paragraphs[index].text)) for index in indexes)
    text = "\n".join(document.paragraphs[index].text for index in indexes)
    return ClauseSide(segments, text, text)


def clauses_of_pair(
    zh: Document, en: Document, align: Callable[[Sequence[str], Sequence[str]], Sequence[Pairing]]
) -> list[Clause]:
    """Pair two documents paragraph by paragraph.

    Args:
        zh: the Chinese document.
        en: the English one.
        align: pairs two lists of texts.
    """
    zh_at, en_at = text_paragraphs(zh), text_paragraphs(en)
    pairings = align([zh.paragraphs[i].text for i in zh_at], [en.paragraphs[i].text for i in en_at])
    clauses = []
    for number, pairing in enumerate(pairings, 1):
        zh_side = _side_of(zh, [zh_at[i] for i in pairing.zh])
        en_side = _side_of(en, [en_at[i] for i in pairing.en])
        level = 0
        if len(pairing.zh) == 1:
            level = heading_level(zh, zh_at[pairing.zh[0]], "zh")
        elif len(pairing.en) == 1 and not pairing.zh:
            level = heading_level(en, en_at[pairing.en[0]], "en")
        clauses.append(Clause(number, zh_side, en_side, pairing.confidence, level))
    return clauses


def clauses_of_side(document: Document, side: Side) -> list[Clause]:
    """Make a clause of every paragraph of one document that stands alone."""
    return [_alone(number, document, index, side) for number, index in enumerate(text_paragraphs(document), 1)]


def clauses_of_mixed(document: Document) -> list[Clause]:
    """Make a clause of every paragraph of a document in two languages, each on the side of its language."""
    usual = dominant_side("\n".join(paragraph.text for paragraph in document.paragraphs)) or "zh"
    return [
        _alone(number, document, index, dominant_side(document.paragraphs[index].text) or usual)
        for number, index in enumerate(text_paragraphs(document), 1)
    ]


def _alone(number: int, document: Document, index: int, side: Side) -> Clause:
    here, level = _side_of(document, [index]), heading_level(document, index, side)
    return Clause(number, here, ClauseSide(), level=level) if side == "zh" else Clause(
        number, ClauseSide(), here, level=level
    )  # fmt: skip
