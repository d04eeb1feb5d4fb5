"""The measures of a review: every sentence with its concepts, duties, targets and deadline."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from drafter.exports.measures import MeasureRow, Placed, TaggedConcept
from drafter.model import Duty, Side, Target
from drafter.review.marked import unmarked
from drafter.review.measuring_duties import bracketed, duties_of_parts
from drafter.review.measuring_parts import Part, PartReader, parts_of_review, there
from drafter.review.measuring_targets import targets_of_review
from drafter.review.state import ReviewState
from drafter.review.tagging_suggestions import facet_suggesters, learned_tags, rejected_tags
from drafter.review.taxonomies import taxonomy_in_use
from drafter.taxonomy import Taxonomy
from drafter.taxonomy.suggesting import Passage, Suggestion, accepted_above

_SIDES: tuple[Side, Side] = ("zh", "en")
_MOST = 5
"""Suggestions of measures that a row bears."""

_SURE = 0.12
"""Confidence from which a concept of another facet is told."""

_DEADLINE: dict[Side, re.Pattern[str]] = {
    "zh": re.compile(
        r"(?P<year>20[0-9]{2})年(?:[0-9]{1,2}月)?(?:年?底|[0-9]{1,2}日|[上下]半年|月底|末)?(?:之?前|以前|底前|内)?"
    ),
    "en": re.compile(
        r"\b(?:by|before|until|no later than)\s(?:the\s)?(?:end\sof\s)?(?:[A-Z][a-z]+\s)?(?:[0-9]{1,2},?\s)?"
        r"(?P<year>20[0-9]{2})",
        re.IGNORECASE,
    ),
}
_BASELINE = re.compile(r"(?:比|较|与|在|以|至|—|-|－|～)\Z")
_AFTER_BASELINE = re.compile("同期|相比|基础|以来|水平|[—～至-]")


class Measures:
    """What a review says is to be done: read once; make it anew after a change of the texts."""

    def __init__(self, session: ReviewState, taxonomy: Taxonomy | None = None, *, learn: bool = True) -> None:
        """Read the review.

        Args:
            session: the review.
            taxonomy: the concepts to suggest; None for the review's own.
            learn: whether tags accepted before, here and in earlier reviews, teach the suggestions.
        """
        self._session = session
        self.taxonomy = taxonomy or taxonomy_in_use(session)
        self.parts: tuple[Part, ...] = tuple(parts_of_review(session))
        self._rejected = rejected_tags(session)
        learned = learned_tags(session) if learn else None
        self._suggesters = facet_suggesters(self.taxonomy, learned)
        self.suggestions = self._suggested()

    def _suggested(self) -> list[tuple[Suggestion, ...]]:
        """The likely measures of each part."""
        passages = [part.passage(self._rejected.get(part.clause, frozenset())) for part in self.parts]
        return self._suggesters["measure"].suggest(passages)

    def rows(self) -> list[MeasureRow]:
        """Give the measures in the order of the text."""
        duties = self._duties()
        targets = targets_of_review(self._session)
        facets = self._facets()
        rows = []
        for index, part in enumerate(self.parts):
            own = tuple(
                placed.target
                for placed in targets.get(part.clause, ())
                if not part.heading
                and any(part.spans[side].overlaps(span) for side, span in placed.spans.items() if side in part.spans)
            )
            words, year = _deadline(part, own)
            rows.append(
                MeasureRow(
                    clause=part.clause,
                    text=part.text,
                    places=self._places(part),
                    heading=part.heading,
                    section=part.above[-1] if part.above else {},
                    concepts=() if part.heading else self._concepts(index, facets[index]),
                    duties={side: duties[side][index] for side in _SIDES if duties[side][index]},
                    targets=own,
                    deadline=words,
                    year=year,
                )
            )
        return rows

    def _duties(self) -> dict[Side, list[tuple[Duty, ...]]]:
        clauses = [unmarked(clause) for clause in self._session.clauses]
        texts = {side: {clause.id: clause.side(side).text for clause in clauses} for side in _SIDES}
        settled: dict[Side, set[int]] = {"zh": set(), "en": bracketed(texts["zh"], "zh")}
        return {side: duties_of_parts(self.parts, texts[side], side, settled[side]) for side in _SIDES}

    def _places(self, part: Part) -> dict[Side, Placed]:
        clause = self._session.clause(part.clause)
        made: dict[Side, Placed] = {}
        for side, span in part.spans.items():
            if self._session.has_place(side):
                place = self._session.place_of(part.clause, side, there(clause, side, span))
                made[side] = Placed(place.line, place.start, place.end)
        return made

    def _concepts(self, index: int, others: Sequence[TaggedConcept]) -> tuple[TaggedConcept, ...]:
        """What a part is about: what a person put on its clause, else what is suggested."""
        part = self.parts[index]
        tags = self._session.tags(part.clause)
        made = self.suggestions[index]
        if tags:
            here = [one.notation for one in made if one.notation in tags]
            if part.first:
                told = {one.notation for other, found in zip(self.parts, self.suggestions, strict=True)
                        if other.clause == part.clause for one in found}  # fmt: skip
                here += [tag for tag in tags if tag not in told]
            return tuple(TaggedConcept(self.taxonomy.known(tag), 1.0, accepted=True) for tag in here)
        measures = [one for one in made if not one.against][:_MOST]
        return (
            *(TaggedConcept(self.taxonomy.known(one.notation), one.confidence) for one in measures),
            *others,
        )

    def _facets(self) -> list[tuple[TaggedConcept, ...]]:
        """The concepts of the other facets: what the words say, else what is usual for the measure."""
        passages = [_leading_alone(part.passage()) for part in self.parts]
        found: dict[str, list[tuple[Suggestion, ...]]] = {
            facet: suggester.suggest(passages) for facet, suggester in self._suggesters.items() if facet != "measure"
        }
        return [self._facets_of(index, found) for index in range(len(self.parts))]

    def _facets_of(
        self, index: int, found: Mapping[str, Sequence[tuple[Suggestion, ...]]]
    ) -> tuple[TaggedConcept, ...]:
        made = self.suggestions[index]
        top = self.taxonomy.get(made[0].notation) if made and not made[0].against else None
        usual = {"instrument": (top.instrument,) if top else (), "pollutant": top.pollutants if top else ()}
        told: list[TaggedConcept] = []
        for facet, suggested in found.items():
            own = [one for one in suggested[index] if not one.against and one.confidence >= _SURE]
            if facet in ("instrument", "time"):
                own = own[:1]
            told += [TaggedConcept(self.taxonomy.known(one.notation), one.confidence) for one in own]
            if not own and made:
                told += [
                    TaggedConcept(self.taxonomy.known(code), round(made[0].confidence / 2, 3))
                    for code in usual.get(facet, ())
                    if self.taxonomy.get(code)
                ]
        return tuple(told)


def _leading_alone(passage: Passage) -> Passage:
    """Give a passage in Chinese alone, where it has some: loose words of a translation mislead here."""
    return replace(passage, text={"zh": passage.text["zh"]}) if "zh" in passage.text else passage


class Suggestions:
    """The likely measures of single clauses, for whoever tags them one after the other.

    Make it once for a review; call `relearn` after tags were accepted or rejected.
    """

    def __init__(self, session: ReviewState) -> None:
        """Prepare the cues.

        Args:
            session: the review.
        """
        self._session = session
        self._reader = PartReader(session)
        self.relearn()

    def relearn(self) -> None:
        """Take the tags and the taxonomy into account as they are now."""
        taxonomy = taxonomy_in_use(self._session)
        self._suggester = facet_suggesters(taxonomy, learned_tags(self._session))["measure"]

    def of_clause(self, clause: int) -> tuple[Suggestion, ...]:
        """Give what a clause is likely about, the surest of its sentences for each concept, near misses last.

        A clause that is a heading has none.

        Raises:
            KeyError: there is no such clause.
        """
        self._session.clause(clause)
        return self._of({clause}).get(clause, ())

    def of_all(self) -> dict[int, tuple[Suggestion, ...]]:
        """Give the same of every clause that has some."""
        return self._of(None)

    def above(self, threshold: float) -> list[tuple[int, str]]:
        """Give what can be accepted at once: clause and notation of all that is put forward with some confidence.

        Args:
            threshold: the least confidence, 0 to 1; what the clause bears already is left out.
        """
        return [
            (clause, notation)
            for clause, made in self.of_all().items()
            for notation in accepted_above(made, threshold)
            if notation not in self._session.tags(clause)
        ]

    def _of(self, only: Collection[int] | None) -> dict[int, tuple[Suggestion, ...]]:
        parts = [part for part in self._reader.parts(only) if not part.heading]
        rejected = rejected_tags(self._session)
        made = self._suggester.suggest([part.passage(rejected.get(part.clause, frozenset())) for part in parts])
        best: dict[int, dict[str, Suggestion]] = {}
        for part, told in zip(parts, made, strict=True):
            own = best.setdefault(part.clause, {})
            for one in told:
                if one.notation not in own or _rank(one) < _rank(own[one.notation]):
                    own[one.notation] = one
        return {clause: tuple(sorted(own.values(), key=_rank)) for clause, own in best.items() if own}


def _rank(suggestion: Suggestion) -> tuple[bool, float]:
    return bool(suggestion.against), -suggestion.confidence


def _deadline(part: Part, targets: Sequence[Target]) -> tuple[dict[Side, str], int | None]:
    """By when a measure is to be done: the last date that its words name, each side by its own."""
    words: dict[Side, str] = {}
    years: list[int] = []
    for side, text in part.text.items():
        best = 0
        for found in _DEADLINE[side].finditer(text):
            compared = side == "zh" and (
                _BASELINE.search(text, 0, found.start()) or _AFTER_BASELINE.match(text, found.end())
            )
            if not compared and int(found["year"]) >= best:
                best = int(found["year"])
                words[side] = found[0]
        if best:
            years.append(best)
    years += [one.year for one in targets if one.year]
    return words, max(years, default=None)
