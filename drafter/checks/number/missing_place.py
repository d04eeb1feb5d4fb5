"""Where a lost figure belongs in the English: the gap between two words that most speaks for it.

Signs of a gap are what stands around the figure in Chinese (its unit, the noun it counts, the words before and behind
it), what English leaves open there (`accounts for of the total`), and how far along in the sentence it should stand.
Their weights were fitted on figures taken out of sound pairs.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from drafter.checks.number.figures import Figure
from drafter.checks.number.missing_words import after, before, stem, within
from drafter.language.quantities import quantities_of
from drafter.language.tokens import Token, english_words
from drafter.language.units import unit_at
from drafter.model import Bound, Span

Matched = Sequence[tuple[Figure, Figure]]
Shape = Literal["", "unit", "hole", "share", "change"]
"""What the words around the place show: the unit that waits for its figure, a hole, or a verb of change."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_WEIGHTS: Final[Mapping[str, float]] = {
    "distance": -0.0275, "outside": -0.6, "sentence": -1.25, "unit": 4.45, "noun": 1.1, "behind": 1.3, "before": 0.5,
    "hole": 2.6, "open": 1.95, "share": 1.7, "opens": 1.05, "change": 2.75, "clause": 1.15, "many": 2.15, "hyphen": 1.6,
    "counted": -1.7, "bracket": 1.85, "rate": 1.6, "limit": 1.3, "bound": 1.75, "topic": 0.85,
}  # fmt: skip
_LIMITS = frozenset((">=", "<=", ">", "<"))
# Words of a bound that a figure must follow.
_BOUNDS: Final[Mapping[Bound, frozenset[str]]] = {
    ">": _words("exceed exceeds exceeded exceeding surpass surpassed surpassing topped topping above over than beyond"),
    ">=": _words("least exceed exceeded exceeding above than over minimum of"),
    "<": _words("below under than within"),
    "<=": _words("most than exceed exceeding within below under maximum capped ceiling to"),
    "~": _words("nearly almost about around approximately roughly some close to"),
    "=": frozenset(),
}
_FAR = 80  # characters from where a figure should stand; beyond, farther says nothing more
_SHORTEST_RATIO = 1.8  # letters of sound English to a Chinese character; less means that the text breaks off


# Words that something must follow, and words that cannot be it.
_TAKES = _words(
    "of to from by at with than between about around over under nearly almost roughly approximately another every"
    " for in reach reaches reached reaching hit totalled totaled factor a an said surpassed age below above exceed"
    " exceeded exceeding surpass surpassing least leaving"
)
_MAY_TAKE = _words(
    "and or up on only is are was were be been reach including just some more most past last next first top have has"
    " had its the but not as per one cost costs within"
)
# Verbs that end a clause only where an amount is gone.
_LACKING = _words(
    "fined lost paid earned spent raised worth came come comes went go goes stood stands measured weighed weighs"
    " fetched killed injured wounded hurt killing injuring sold costs climbed climbs amounted owed fell rose grew"
    " placed population slowed signed set"
)
# Words that tell of how many things, which stand behind them: about ___ rescue workers, a total ___ flights.
_ABOUT = _words(
    "around about approximately nearly roughly almost total reach reaches reached totalled totaled exceeding exceeded"
    " surpassing surpassed hit added gained estimated"
)
# Where it is told who says so, no figure is lost.
_SAYS = _words("said says say reported told showed shows announced statement report year")
_ASIDE = re.compile(
    r",\s(?:according|citing|quoting|reported|the\s[A-Za-z ]{1,40}\s(?:said|reported|announced))(?![a-z])"
)
_NEVER_TAKEN = _words(
    "of in on at by from to and or than but with for since after before was is were are have had has will would can"
    " could may respectively while as per which who compared over through"
)
_YEARLY = re.compile(r"(?:year|month|quarter)[ -]on[ -]")
_PER = frozenset(("a", "an", "per", "each", "every", "this", "last", "that", "next"))
_MANY = frozenset(("people", "men", "women", "children"))
_CHANGE = re.compile(
    r"(?:ris(?:e|es|en|ing)|rose|fall(?:s|en|ing)?|fell|grow(?:s|n|ing|th)?|grew|increas\w*|decreas\w*|drop\w*|declin\w*"
    r"|reduc\w*|cut|improv\w*|up|down|expand\w*|climb\w*|jump\w*|shr[aiu]nk\w*|gain\w*|los[te]\w*|surg\w*|plung\w*"
    r"|slump\w*|soar\w*|advanc\w*|leap\w*|slid\w*|shed|dip\w*|slow\w*|widen\w*|narrow\w*|plummet\w*|tumbl\w*)\Z"
)
_ZH_CHANGE = re.compile(
    r"(?:提高|上升|增长|增加|下降|降低|减少|增幅|降幅|上涨|下跌|跌|涨|升|降|缩减|扩大|回落|激增|萎缩|飙升|攀升|跃升|下滑|回升|提升|放缓|暴跌|大跌|猛增)(?:率|速|幅度?)?(?:了|约|近|超过|逾|为|达|至|到)*\Z"
)
# An amount told once more, in brackets, has lost the one before them.
_BRACKET = re.compile(r"\((?:about\s|around\s)?(?:[A-Z]{0,3}[$£€¥]|[0-9])")
_RATE = re.compile(
    r"(?:an?|per|each|every)[ -](?:day|week|month|year|hour|head|person|kilo|ton|barrel|share|square)"
    r"|on\sthe\s(?:[a-z-]+\s)?Richter"
)
_OR_MORE = re.compile(r"[a-z]+\s(?:or|and)\s(?:more|less|above|below|over|under)(?![a-z])")
_MARKS = re.compile(
    r"[.;,:)](?=\s|$)|\((?=(?:about\s|around\s)?(?:[A-Z]{0,3}[$£€¥]|[0-9]))|(?<=\s)-(?=[a-z])|(?<=[a-z])\Z"
)
_ZH_MARKS = re.compile("[，。；：！？,;]")
_EN_MARKS = re.compile(r"[.;,:](?=\s)")
_STOP = re.compile(r"[.!?]\s")
_CLOSES = re.compile(r"[\u4e00-\u9fff]?(?:[，。；、：！？,;]|$)")
_PLURAL = re.compile(r"[a-z]{2,}(?<!s)s\Z")
_NOT_BETWEEN = re.compile(r"[^\s$£€-]")
_NEAR = 4


def _names_many(word: str) -> bool:
    """Whether a word may name things counted."""
    return word in _MANY or _PLURAL.match(word) is not None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure belongs.

    Attributes:
        span: the place, empty.
        shape: what shows it.
    """

    span: Span
    shape: Shape


def place_for(figure: Figure, matched: Matched, zh: str, en: str) -> Place:
    """Give where in the English a lost figure of the Chinese belongs.

    Args:
        figure: the figure.
        matched: the figures that both sides tell.
        zh: the Chinese.
        en: the English.
    """
    low, high, guess = _between(figure, matched, zh, en)
    if high == len(en) and len(en) < _SHORTEST_RATIO * len(zh):
        end = len(en.rstrip().rstrip(",;.:"))
        return Place(Span(end, end), "")
    words = english_words(en)
    taken = [one.span for one in quantities_of(en, "en") if one.kind != "list"]
    gaps = [gap for gap in _gaps(words, en) if not any(span.start < gap < span.end for span in taken)]
    if not gaps:
        return Place(Span(0, 0), "")
    signs = _Signs(figure, words, taken, zh, en)
    best, shown = 0, frozenset[str]()
    most = float("-inf")
    for gap in gaps:
        own = signs.of(gap)
        score = sum(_WEIGHTS[sign] for sign in own) + _WEIGHTS["distance"] * min(abs(gap - guess), _FAR)
        if not low <= gap <= high:
            score += _WEIGHTS["outside"]
        if score > most:
            best, shown, most = gap, own, score
    return Place(Span(best, best), _shape(shown))


def _shape(signs: frozenset[str]) -> Shape:
    if "unit" in signs:
        return "unit"
    if "change" in signs:
        return "change"
    if "share" in signs and signs & {"opens", "hole"}:
        return "share"
    return "hole" if "hole" in signs else ""


def _between(figure: Figure, matched: Matched, zh: str, en: str) -> tuple[int, int, float]:
    """Between which places of the English the figure stands, by its matched neighbours, and how far along."""
    pos = figure.quantity.span.start
    spans = [(source.quantity.span, target.quantity.span) for source, target in matched]
    low = max(((one.end, other.end) for one, other in spans if one.end <= pos), default=(0, 0))
    high = min(
        ((one.start, other.start) for one, other in spans if one.start >= pos and other.start >= low[1]),
        default=(len(zh), len(en)),
    )
    share = (pos - low[0]) / max(1, high[0] - low[0])
    return low[1], high[1], low[1] + share * max(0, high[1] - low[1])


def _gaps(words: Sequence[Token], en: str) -> list[int]:
    """Give the places where a figure may stand: before each word, and before each mark."""
    found = {word.start for word in words}
    found.update(mark.start() for mark in _MARKS.finditer(en))
    return sorted(found)


def _topics(zh: str, figure: Span, words: Sequence[Token], stems: Sequence[str], en: str) -> list[Span]:
    """The parts of the English that have most of the words that stand in the figure's part of the Chinese."""
    start = max((found.end() for found in _ZH_MARKS.finditer(zh, 0, figure.start)), default=0)
    ends = _ZH_MARKS.search(zh, figure.end)
    told = frozenset[str]().union(*within(zh, start, ends.start() if ends else len(zh)))
    edges = [0, *(found.start() for found in _EN_MARKS.finditer(en)), len(en)]
    parts = [Span(one, other) for one, other in pairwise(edges)]
    hits = [
        sum(stem in told and part.start <= word.start < part.end for word, stem in zip(words, stems, strict=True))
        for part in parts
    ]
    most = max(hits, default=0)
    return [part for part, hit in zip(parts, hits, strict=True) if hit == most] if most else []


class _Signs:
    """What speaks for each gap of an English text as the place of a figure."""

    def __init__(self, figure: Figure, words: Sequence[Token], taken: Sequence[Span], zh: str, en: str) -> None:
        quantity = figure.quantity
        self._figure, self._words, self._en = figure, words, en
        self._stems = [stem(word.word) for word in words]
        self._starts = [word.start for word in words]
        noun = quantity.noun if figure.unit == "count" else ""
        self._behind = after(zh, quantity.span.end, noun)
        self._before = before(zh, quantity.span.start)
        self._changes = _ZH_CHANGE.search(zh[: quantity.span.start].rstrip()) is not None
        self._ends = {end for span in taken for end in (span.end, span.end + 1)}
        self._closes = _CLOSES.match(zh, quantity.span.end) is not None
        self._stops = [found.start() for found in _STOP.finditer(en)]
        sentences = zh.rstrip("。").count("。")
        told = zh.count("。", 0, quantity.span.start)
        self._bounds = _BOUNDS[quantity.bound]
        self._topics = _topics(zh, quantity.span, words, self._stems, en)
        self._sentence = round(told * len(self._stops) / sentences) if sentences else -1

    def of(self, gap: int) -> frozenset[str]:
        """Give the signs that a gap shows."""
        return frozenset(self._found(gap))

    def _found(self, gap: int) -> Iterator[str]:
        en = self._en
        ahead = bisect_left(self._starts, gap)
        ends = ahead == len(self._words) or self._starts[ahead] != gap  # before a mark
        follows = "" if ends else self._words[ahead].word
        last = self._words[ahead - 1] if ahead else None
        leads = last.word if last and not _NOT_BETWEEN.search(en, last.end, gap) else ""
        if self._stops and self._sentence >= 0 and bisect_left(self._stops, gap) != self._sentence:
            yield "sentence"
        yield from self._rendered(ahead, ends=ends)
        yield from self._opening(gap, leads, follows, ends=ends)
        if ends and en[gap : gap + 1] == "-":
            yield "hyphen"
        elif self._figure.unit not in ("%", "pp") and _BRACKET.match(en, gap):
            yield "bracket"
        elif ends and self._closes and leads not in _SAYS and not _ASIDE.match(en, gap):
            yield "clause"
        if leads in self._bounds and (ends or follows in _NEVER_TAKEN or follows in _PER or _names_many(follows)):
            yield "bound"
        if any(part.start <= gap <= part.end for part in self._topics):
            yield "topic"
        if self._changes and leads and _CHANGE.match(leads):
            yield "change"
        if gap not in self._ends:
            yield from self._wanting(gap, leads, follows)
        elif not ends:
            yield "counted"  # what follows is counted by the figure before

    def _opening(self, gap: int, leads: str, follows: str, *, ends: bool) -> Iterator[str]:
        """What the words on either side leave open between them."""
        cannot = ends or (follows in _NEVER_TAKEN and self._en[gap].islower())
        cannot = cannot or _YEARLY.match(self._en, gap) is not None
        if self._figure.dimension.startswith("money") and follows in ("a", "an", "per"):
            cannot = True
        told = leads in _ABOUT and not ends and any(map(_names_many, (follows, self._after(gap))))
        if told or (leads == "total" and follows == "of") or (cannot and leads in _TAKES) or leads == "magnitude":
            yield "hole"
        elif cannot and (leads in _MAY_TAKE or (leads in _LACKING and (ends or follows in _PER))):
            yield "open"

    def _after(self, gap: int) -> str:
        """The second word behind a gap, "" where it is not near."""
        at = bisect_left(self._starts, gap) + 1
        return self._words[at].word if at < len(self._words) and self._words[at].start - gap < _FAR else ""

    def _wanting(self, gap: int, leads: str, follows: str) -> Iterator[str]:
        """What wants a figure before it: its unit, a share of something, a rate, things counted."""
        figure, en = self._figure, self._en
        unit = unit_at(en, gap, "en")
        if unit and unit[0].dimension == figure.dimension and leads not in _PER:
            yield "unit"
        if figure.unit == "%" and follows == "of":
            yield "share"
            if not leads:
                yield "opens"
        if _RATE.match(en, gap):
            yield "rate"
        if figure.quantity.bound in _LIMITS and _OR_MORE.match(en, gap):
            yield "limit"
        many = figure.unit == "count" and _names_many(follows)
        if many and follows not in _NEVER_TAKEN:
            yield "many"

    def _rendered(self, ahead: int, *, ends: bool) -> Iterator[str]:
        """Words of the Chinese beside the figure that stand beside the gap as well."""
        next_stems = () if ends else self._stems[ahead : ahead + _NEAR]
        if self._behind and next_stems and next_stems[0] in self._behind[0]:
            yield "noun"
        if len(self._behind) > 1 and not self._behind[1].isdisjoint(next_stems[: _NEAR - 1]):
            yield "behind"
        if self._before and not self._before[0].isdisjoint(self._stems[max(0, ahead - 2) : ahead]):
            yield "before"
