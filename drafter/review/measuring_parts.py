"""The measures of a review: its clauses cut into sentences, each with its English and the headings above it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from drafter.language.duties.alone import bodies_alone
from drafter.language.marks import Reading, plain
from drafter.language.outline import Outline, outline_of
from drafter.language.outline.duties import duties_of
from drafter.language.sentences import split_sentences
from drafter.model import Clause, Paragraph, Side, Span
from drafter.review.marked import unmarked
from drafter.review.state import ReviewState
from drafter.taxonomy.suggesting import Passage

_SIDES: tuple[Side, Side] = ("zh", "en")
_SHORT: dict[Side, int] = {"zh": 32, "en": 110}
"""Characters of a first sentence that may be the title of its paragraph."""

_SECTIONS = 2
"""The lowest level of headings that may end like a sentence; below it, such lines are short measures."""

_BEHIND_BRACKET = " \t\u3000.。;；"

_FRAME = ("title", "number", "addressee", "signature", "date", "imprint")
"""Kinds of nodes that are no measures."""

Heading = Mapping[Side, str]


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence of a clause.

    Attributes:
        clause: id of the clause.
        spans: where it stands in the clause's text as it reads, on each side that has it.
        text: its words on each side.
        heading: whether it is a heading or part of the letter around the plan, which bear no tags of their own.
        above: the headings above it, the nearest last.
        first: whether it is the first of its clause.
    """

    clause: int
    spans: Mapping[Side, Span]
    text: Mapping[Side, str]
    heading: bool
    above: tuple[Heading, ...]
    first: bool

    def passage(self, rejected: frozenset[str] = frozenset()) -> Passage:
        """Give it as the suggestions read it: the bodies responsible are no words of the measure."""
        return Passage(
            {side: without_duties(text) for side, text in self.text.items()}, self.above, self.clause, rejected
        )


class PartReader:
    """Cuts the clauses of a review; the headings of its documents are found once."""

    def __init__(self, session: ReviewState) -> None:
        """Find the headings.

        Args:
            session: the review.
        """
        self._session = session
        self._headings: dict[Side, _Headings] = {side: _Headings(session, side) for side in _SIDES}

    def parts(self, only: Collection[int] | None = None) -> list[Part]:
        """Cut clauses into sentences, in the order of the text.

        The Chinese leads: an English sentence stands beside the Chinese one it renders. Where a review has no Chinese
        at all, the English is cut.

        Args:
            only: ids of clauses; None for all.
        """
        every = self._session.clauses
        leading: Side = "zh" if any(clause.zh.text.strip() for clause in every) else "en"
        chosen = [unmarked(clause) for clause in every if only is None or clause.id in only]
        clauses = [clause for clause in chosen if clause.side(leading).text.strip()]
        cut = [{side: _measures(clause.side(side).text, side) for side in _SIDES} for clause in clauses]
        beside = _beside(clauses, cut) if leading == "zh" else [[()] * len(spans["en"]) for spans in cut]
        return list(_parts(clauses, cut, beside, self._headings, leading))


def parts_of_review(session: ReviewState) -> list[Part]:
    """Cut all clauses of a review into sentences."""
    return PartReader(session).parts()


def there(clause: Clause, side: Side, span: Span) -> Span:
    """Give a stretch of a clause as it reads at its place in the clause with its marks."""
    text = clause.side(side).text
    return Reading.of(text).there(span) if "⟦" in text else span


def without_duties(text: str) -> str:
    """Give a text with blanks where it says who is responsible, so that no place moves."""
    for duty in duties_of(text):
        text = text[: duty.start] + " " * (duty.end - duty.start) + text[duty.end :]
    return text


def _parts(
    clauses: Sequence[Clause],
    cut: Sequence[Mapping[Side, Sequence[Span]]],
    beside: Sequence[Sequence[tuple[int, ...]]],
    headings: "Mapping[Side, _Headings]",
    leading: Side,
) -> Iterator[Part]:
    for clause, spans, others in zip(clauses, cut, beside, strict=True):
        own = spans[leading]
        title: Heading = {}
        above = _joined(headings["zh"].above(clause), headings["en"].above(clause))
        for index, span in enumerate(own):
            places: dict[Side, Span] = {leading: span}
            if others[index]:
                theirs = [spans["en"][other] for other in others[index]]
                places["en"] = Span(theirs[0].start, theirs[-1].end)
            words = {side: clause.side(side).text[slice(*place)] for side, place in places.items()}
            named = (*above, title) if title else above
            named_so = clause.level > 0 or headings[leading].titles(clause)
            heading = headings[leading].frames(clause) or (
                named_so and len(own) == 1 and not any(duties_of(words[leading]))
            )
            yield Part(clause.id, places, words, heading, named, not index)
            if not index and len(own) > 1 and len(words[leading]) <= _SHORT[leading]:
                title = words


def _measures(text: str, side: Side) -> list[Span]:
    """Cut a text into sentences, each with the brackets behind its stop that say who is responsible."""
    named = [(duty.start, duty.end) for duty in duties_of(text)]
    if alone := bodies_alone(text, side):
        named.append(alone[0])
    made: list[Span] = []
    for span in split_sentences(text, side):
        end = span.start + len(text[slice(*span)].rstrip(_BEHIND_BRACKET))
        if made and any(start <= span.start and end <= stop for start, stop in named):
            made[-1] = Span(made[-1].start, span.end)
        else:
            made.append(span)
    return made


def _beside(clauses: Sequence[Clause], cut: Sequence[Mapping[Side, Sequence[Span]]]) -> list[list[tuple[int, ...]]]:
    """Give for each Chinese sentence of each clause the English ones beside it."""
    from drafter.alignment import align_within

    texts = [
        tuple([clause.side(side).text[slice(*span)] for span in spans[side]] for side in _SIDES)
        for clause, spans in zip(clauses, cut, strict=True)
    ]
    found: list[list[tuple[int, ...]]] = [[()] * len(spans["zh"]) for spans in cut]
    both = [index for index, (zh, en) in enumerate(texts) if zh and en]
    for index, inside in zip(both, align_within([(texts[i][0], texts[i][1]) for i in both]), strict=True):
        for pairing in inside:
            for one in pairing.zh:
                found[index][one] = pairing.en
    return found


def _joined(zh: Sequence[str], en: Sequence[str]) -> tuple[Heading, ...]:
    """Put the headings of both sides beside each other, from the nearest on; the Chinese ones lead."""
    length = len(zh) or len(en)
    rows = []
    for place in range(1, length + 1):
        row: dict[Side, str] = {}
        if place <= len(zh):
            row["zh"] = zh[-place]
        if place <= len(en):
            row["en"] = en[-place]
        rows.append(row)
    return tuple(reversed(rows))


class _Headings:
    """The headings of one document."""

    def __init__(self, session: ReviewState, side: Side) -> None:
        self._side = side
        paragraphs: Sequence[Paragraph] = ()
        if session.has_place(side):
            paragraphs = session.documents[side].paragraphs
        self._texts = [plain(paragraph.text) for paragraph in paragraphs]
        self._outline = (
            outline_of([replace(one, text=text) for one, text in zip(paragraphs, self._texts, strict=True)])
            if paragraphs
            else Outline()
        )
        self._titles = {
            node.paragraph
            for node in self._outline.nodes
            if node.kind == "heading" and node.children and node.level <= _SECTIONS
        }
        self._framed = {
            place
            for node in self._outline.nodes
            if node.kind in _FRAME
            for place in (node.paragraph, *(piece.paragraph for piece in node.title))
        }

    def frames(self, clause: Clause) -> bool:
        """Tell whether a clause is part of the letter that a plan comes with: its title, number, addressees, date."""
        segments = clause.side(self._side).segments
        return bool(segments) and all(segment.paragraph in self._framed for segment in segments)

    def titles(self, clause: Clause) -> bool:
        """Tell whether a clause is a heading."""
        segments = clause.side(self._side).segments
        return bool(segments) and all(segment.paragraph in self._titles for segment in segments)

    def above(self, clause: Clause) -> tuple[str, ...]:
        """Give the headings that a clause stands under, the nearest last; titles of documents left out."""
        segments = clause.side(self._side).segments
        if not segments:
            return ()
        place = segments[0].paragraph, segments[0].start
        section = self._outline.section_at(*place)
        if section is None:
            return ()
        found = []
        for index in (section, *self._outline.above(section)):
            node = self._outline.nodes[index]
            if node.kind == "title" or node.paragraph == place[0]:
                continue
            words = "".join(self._texts[piece.paragraph][piece.start : piece.end] for piece in node.title)
            if words:
                found.append(words)
        return tuple(reversed(found))
