"""The unit of review: Chinese segments beside the English segments that render them."""

from dataclasses import dataclass, replace

from drafter.model.text import Segment, Side


@dataclass(frozen=True, slots=True)
class ClauseSide:
    """One language of a clause.

    Attributes:
        segments: where the text stands in its document; empty where this side has no counterpart.
        original: the text as loaded: the segments' texts, joined by a line feed.
        text: the text as corrected.
    """

    segments: tuple[Segment, ...] = ()
    original: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Pairing:
    """Which Chinese units stand beside which English ones, before any text is attached.

    Attributes:
        zh: indexes of Chinese units counted from 0, in order; empty where the English stands alone.
        en: indexes of English units, likewise.
        confidence: how sure the pairing is, 0 to 1.
        moved: whether the English stands in another place than its Chinese does.
    """

    zh: tuple[int, ...]
    en: tuple[int, ...]
    confidence: float = 1.0
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """An aligned pair, the unit that is reviewed, corrected, tagged and exported.

    Attributes:
        id: stable number within a review, counted from 1.
        zh: the Chinese side.
        en: the English side.
        confidence: how sure the pairing is, 0 to 1; checks say less where it is low.
        level: outline level of the heading that the clause is, 0 for body text.
        fixed: whether a reviewer paired it by hand; pairing the rest anew leaves it whole.
    """

    id: int
    zh: ClauseSide
    en: ClauseSide
    confidence: float = 1.0
    level: int = 0
    fixed: bool = False

    def side(self, side: Side) -> ClauseSide:
        """Give one side by its name."""
        return self.zh if side == "zh" else self.en

    def with_text(self, side: Side, text: str) -> "Clause":
        """Give the same clause with another corrected text on one side."""
        if side == "zh":
            return replace(self, zh=replace(self.zh, text=text))
        return replace(self, en=replace(self.en, text=text))
