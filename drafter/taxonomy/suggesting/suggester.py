"""The likely concepts of each clause, with the words that speak for them and, for near misses, what speaks against."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from drafter.model import Side
from drafter.taxonomy.suggesting.cues import Cue, Cues, strength
from drafter.taxonomy.suggesting.passages import Passage
from drafter.taxonomy.taxonomy import Taxonomy

if TYPE_CHECKING:
    from drafter.taxonomy.suggesting.learned import Learned

MEASURE: Final = "measure"
_SIDES: tuple[Side, Side] = ("zh", "en")

_ENGLISH: Final = 0.35
"""What the English counts beside the Chinese; alone it counts in full."""

_NEAREST: Final = (0.4, 0.22, 0.1)
"""What the headings above a clause count, the nearest first."""

_PARAGRAPH: Final = 0.3
"""What the rest of its paragraph counts."""

_ALONE: Final = 0.45
"""What it counts for a clause whose own words say nothing."""

_FITTING: Final = 0.35
"""How much a concept gains whose section is the heading's."""

_LEARNED: Final = 0.9
"""What tags accepted before count, at most."""

_HALF: Final = 1.33
"""The strength at which a concept is as likely right as wrong, as measured on clauses tagged by hand."""

_STEEP: Final = 3
"""How fast confidence grows with strength, as measured likewise."""

_DOUBT: Final = 0.3
"""What the strongest rival takes off a concept's confidence, at most."""

_RIVALLED: Final = 0.3
"""A concept this much weaker than the strongest is no more than a near miss."""

_FAINT: Final = 0.005
"""Below this confidence nothing is told."""

_MOST: Final = 8
_REASONS: Final = 6
"""Words told for a concept, the heaviest."""

_NOTHING: Final = 0.1
"""A paragraph whose other clauses say less than this says nothing."""

Ground = Literal["words", "hint", "heading", "paragraph", "learned"]
Against = Literal["rejected", "unwanted", "rival", ""]


class Reason(NamedTuple):
    """Something that speaks for a concept.

    Attributes:
        ground: what it is: words of the clause, a hint among them, a heading above, the paragraph, or tags accepted
            before.
        words: the words, "" where it is none.
        weight: how much it counts beside the others.
        side: the side that the words stand on.
        start: where the words begin in the clause's text on that side, -1 where they stand elsewhere.
    """

    ground: Ground
    words: str
    weight: float
    side: Side = "zh"
    start: int = -1


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A concept that a clause may be about.

    Attributes:
        notation: the concept.
        confidence: how sure it is, 0 to 1.
        reasons: what speaks for it, the strongest first.
        against: why it is not put forward: it was rejected here, rejected in such words elsewhere, or a rival has the
            better of it; "" where nothing speaks against it.
        rival: notation of that rival.
    """

    notation: str
    confidence: float
    reasons: tuple[Reason, ...]
    against: Against = ""
    rival: str = ""


_Strengths = dict[str, float]


class Suggester:
    """Suggests concepts of one facet of a taxonomy."""

    def __init__(self, taxonomy: Taxonomy, learned: "Learned | None" = None, facet: str = MEASURE) -> None:
        """Prepare the cues.

        Args:
            taxonomy: the concepts.
            learned: what was learned of accepted tags; None for nothing.
            facet: the facet to suggest from; only its leaves are suggested, or concepts above them where no leaf is
                likelier than another.
        """
        self._facet = facet
        self._concepts = {
            concept.notation: concept
            for concept in taxonomy.concepts()
            if concept.facet == facet and not concept.deprecated and not taxonomy.narrower(concept.notation)
        }
        self._section = {notation: taxonomy.top_of(notation) for notation in self._concepts}
        self._cues = {side: Cues(self._concepts.values(), side) for side in _SIDES}
        self._learned = learned
        self._of_heading = lru_cache(maxsize=4096)(self._heading)

    def suggest(self, passages: Sequence[Passage]) -> list[tuple[Suggestion, ...]]:
        """Suggest concepts for clauses.

        Args:
            passages: the clauses in the order of the text.

        Returns:
            For each clause the likely concepts, the likeliest first; those with something against them last.
        """
        own = [self._own(passage) for passage in passages]
        strengths = [_strengths(found) for found in own]
        paragraphs: dict[int, _Strengths] = defaultdict(lambda: defaultdict(float))
        for passage, told in zip(passages, strengths, strict=True):
            for notation, weight in told.items():
                paragraphs[passage.paragraph][notation] += weight
        guesses = self._learned.guess([_words(passage) for passage in passages]) if self._learned else None
        return [
            self._ranked(
                passage,
                found,
                told,
                paragraphs[passage.paragraph] if passage.paragraph >= 0 else {},
                guesses[index] if guesses else {},
            )
            for index, (passage, found, told) in enumerate(zip(passages, own, strengths, strict=True))
        ]

    def _own(self, passage: Passage) -> dict[str, list[tuple[Side, Cue]]]:
        """The cues of a clause by concept, the heaviest first."""
        found: dict[str, list[tuple[Side, Cue]]] = {}
        for side in _SIDES:
            if text := passage.text.get(side):
                for notation, cues in self._cues[side].found(text).items():
                    found.setdefault(notation, []).extend((side, cue) for cue in cues)
        return found

    def _heading(self, zh: str, en: str) -> Mapping[str, float]:
        """What a heading speaks for, its strongest concept counting 1."""
        texts: dict[Side, str] = {"zh": zh, "en": en}
        told = _strengths(self._own(Passage({side: text for side, text in texts.items() if text})))
        most = max(told.values(), default=0.0)
        return {notation: weight / most for notation, weight in told.items()} if most else {}

    def _context(self, passage: Passage) -> tuple[_Strengths, _Strengths, dict[str, str]]:
        """What the headings above a clause speak for: by concept, by section, and in which words."""
        leaves: _Strengths = defaultdict(float)
        sections: _Strengths = defaultdict(float)
        words: dict[str, str] = {}
        for share, heading in zip(_NEAREST, reversed(passage.above), strict=False):
            told = self._of_heading(heading.get("zh", ""), heading.get("en", ""))
            best: _Strengths = {}
            for notation, weight in told.items():
                leaves[notation] += share * weight
                words.setdefault(notation, heading.get("zh") or heading.get("en", ""))
                section = self._section[notation]
                best[section] = max(best.get(section, 0.0), weight)
            for section, weight in best.items():
                sections[section] = max(sections[section], weight)
        return leaves, sections, words

    def _ranked(
        self,
        passage: Passage,
        own: Mapping[str, list[tuple[Side, Cue]]],
        told: _Strengths,
        paragraph: Mapping[str, float],
        learned: Mapping[str, float],
    ) -> tuple[Suggestion, ...]:
        leaves, sections, headings = self._context(passage)
        others = {notation: weight - told.get(notation, 0.0) for notation, weight in paragraph.items()}
        most = max(others.values(), default=0.0)
        around = {notation: weight / most for notation, weight in others.items()} if most > _NOTHING else {}
        beside = _PARAGRAPH if told else _ALONE
        total: _Strengths = {}
        for notation in {*told, *leaves, *around, *learned}:
            if notation not in self._concepts:
                continue
            section = sections.get(self._section[notation], 0.0)
            total[notation] = (
                told.get(notation, 0.0) * (1 + _FITTING * section)
                + leaves.get(notation, 0.0)
                + beside * around.get(notation, 0.0)
                + _LEARNED * learned.get(notation, 0.0)
            )
        ranked = sorted(total.items(), key=lambda item: (-item[1], item[0]))
        made = []
        best = next(
            (notation for notation, _ in ranked if notation not in passage.rejected), ranked[0][0] if ranked else ""
        )
        for notation, weight in ranked[: _MOST + len(passage.rejected)]:
            confidence = _confidence(weight, total.get(best, 0.0) if notation != best else 0.0)
            if confidence < _FAINT:
                break
            reasons = self._reasons(notation, own, leaves, headings, around, learned)
            against: Against = "rejected" if notation in passage.rejected else ""
            if not against and learned.get(notation, 0.0) < 0:
                against = "unwanted"
            elif not against and weight < _RIVALLED * total[best]:
                against = "rival"
            made.append(
                Suggestion(notation, round(confidence, 3), reasons, against, best if against == "rival" else "")
            )
        return tuple(sorted(made, key=lambda one: (one.against == "rejected", -one.confidence)))[:_MOST]

    def _reasons(
        self,
        notation: str,
        own: Mapping[str, list[tuple[Side, Cue]]],
        leaves: Mapping[str, float],
        headings: Mapping[str, str],
        around: Mapping[str, float],
        learned: Mapping[str, float],
    ) -> tuple[Reason, ...]:
        reasons = [
            Reason("hint" if cue.hint else "words", cue.words, round(cue.weight, 3), side, cue.start)
            for side, cue in own.get(notation, ())[:_REASONS]
        ]
        if leaves.get(notation):
            reasons.append(Reason("heading", headings.get(notation, ""), round(leaves[notation], 3)))
        if notation not in own and around.get(notation):
            reasons.append(Reason("paragraph", "", round((_PARAGRAPH if own else _ALONE) * around[notation], 3)))
        if learned.get(notation, 0.0) > 0:
            reasons.append(Reason("learned", "", round(_LEARNED * learned[notation], 3)))
        return tuple(sorted(reasons, key=lambda reason: -reason.weight))


def _strengths(own: Mapping[str, list[tuple[Side, Cue]]]) -> _Strengths:
    """Add up the cues of each concept; the English counts in full only where the Chinese says nothing."""
    share = _ENGLISH if any(side == "zh" for cues in own.values() for side, _ in cues) else 1.0
    made: _Strengths = {}
    for notation, cues in own.items():
        sides: dict[Side, list[Cue]] = {"zh": [], "en": []}
        for side, cue in cues:
            sides[side].append(cue)
        made[notation] = strength(sides["zh"]) + share * strength(sides["en"])
    return made


def _words(passage: Passage) -> str:
    return passage.text.get("zh") or passage.text.get("en", "")


def _confidence(weight: float, rival: float) -> float:
    sure = weight**_STEEP / (weight**_STEEP + _HALF**_STEEP) if weight > 0 else 0.0
    if rival > weight > 0:
        sure *= 1 - _DOUBT * (1 - weight / rival)
    return sure


def accepted_above(suggestions: Iterable[Suggestion], threshold: float) -> tuple[str, ...]:
    """Give what is put forward with at least some confidence, for accepting all of it at once."""
    return tuple(one.notation for one in suggestions if not one.against and one.confidence >= threshold)
