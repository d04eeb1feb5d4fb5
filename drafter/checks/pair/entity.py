"""Places named on one side that are others on the other."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from drafter.checks.context import ClauseContext
from drafter.checks.pair.places import Kind, Place, bare, places
from drafter.checks.rule import Rule
from drafter.model import N_, Finding, Fix, Message, Side, Span

SURE_PAIRING = 0.8
"""Below this confidence the two sides of a clause are not compared."""

_MOST = 3  # more places that differ at once are a wrong pairing rather than so many slips
_EN_KIND = r"\s(?:City|Municipality|Province|Autonomous Region)\b"
_EN_NAME = re.compile(rf"\b(?P<name>(?:Inner |Hong )?[A-Z][a-zü]+(?:[’'][a-z]+)?)(?P<kind>{_EN_KIND})?(?![A-Za-z])")
_JOINED_BEFORE = re.compile(r"(?:,|\band|\bof)\s\Z")
_JOINED_BEHIND = re.compile(r",\s(?:and\s)?[A-Z]|\sand\s[A-Z]")
# Behind these a name is part of a longer one: Nanjing Road, Zhengzhou University.
_LONGER = re.compile(
    r"[\s-](?:Road|Street|Avenue|University|College|Hotel|Airport|Railway|Station|Port|River|Lake|Bridge|Expressway|Highway"
    r"|Line|Group|Company|Bank|Treaty|Declaration|Agreement|Hospital|School|Museum|Park|Summit|Consensus)\b"
)


class _Named(NamedTuple):
    place: Place
    span: Span


class PairEntity(Rule):
    """A place named in the Chinese is another one in the English.

    What it does: compares the provinces and cities that both sides name; where the English lacks one and names another
    of the same kind instead, that one is marked. Order, romanisation and places in longer names are left alone.

    Why it is bad: the measure or the figure is told of the wrong place.

    Example: 开封市 -> `Luoyang City` (meant `Kaifeng City`).

    Source: GB/T 28039 and the romanisation of Chinese place names; MQM, accuracy/mistranslation/entity.
    """

    name = "pair.entity"
    mqm = "accuracy/mistranslation/entity"
    severity = "critical"
    rank = 63

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        if not context.paired or context.clause.confidence < SURE_PAIRING:
            return
        zh, en = context.text("zh"), context.text(side)
        ours = list(_named_in_chinese(zh))
        if not ours:
            return
        letters = bare(en)
        lost = [one for one in ours if not any(spelling in letters for spelling in one.place.spellings)]
        if not lost or len(lost) > _MOST:
            return
        foreign = list(_named_in_english(zh, en))
        kinds: tuple[Kind, ...] = ("province", "city")
        for kind in kinds:
            missing = list({one.place: one for one in lost if one.place.kind == kind}.values())
            instead = [one for one in foreign if one.place.kind == kind]
            if len(missing) != len({one.place for one in instead}) or len(missing) != len(instead):
                continue
            for one, other in zip(missing, instead, strict=True):
                text = en[slice(*other.span)]
                rest = re.search(_EN_KIND + r"\Z", text)
                fix = Fix(one.place.en + (rest[0] if rest else ""), "suggested")
                message = Message(
                    N_("The Chinese names “{source}” here, not “{text}”."),
                    {"source": zh[slice(*one.span)], "text": text},
                )
                yield self.finding(context, side, other.span, message, fix=fix, counterpart=one.span)


@cache
def _chinese() -> tuple[re.Pattern[str], dict[str, Place]]:
    by_name = {place.zh: place for place in places()}
    names = "|".join(sorted(by_name, key=len, reverse=True))
    return re.compile(rf"(?P<name>{names})(?P<kind>[市省](?![场民值级份])|自治区|(?=[、和及]))"), by_name


@cache
def _english() -> dict[str, tuple[Place, ...]]:
    """Give the places by their spelling; some share one: Suzhou, Taizhou, Yulin."""
    found: dict[str, tuple[Place, ...]] = {}
    for place in places():
        for spelling in place.spellings:
            found[spelling] = (*found.get(spelling, ()), place)
    return found


def _named_in_chinese(zh: str) -> Iterator[_Named]:
    pattern, by_name = _chinese()
    joined = 0
    for found in pattern.finditer(zh):
        listed = not found["kind"] and (found.start() == joined or zh[found.start() - 1 : found.start()] == "、")
        joined = found.end() + 1
        if found["kind"] or listed:
            yield _Named(by_name[found["name"]], Span(*found.span()))


def _named_in_english(zh: str, en: str) -> Iterator[_Named]:
    """Give the places of the English that the Chinese does not name at all, not even within another name."""
    known = _english()
    for found in _EN_NAME.finditer(en):
        meant = known.get(bare(found["name"]))
        if meant is None or any(place.zh in zh for place in meant) or _LONGER.match(en, found.end()):
            continue
        plain = found["kind"] is not None or (
            _JOINED_BEFORE.search(en[max(0, found.start() - 5) : found.start()])
            or _JOINED_BEHIND.match(en, found.end())
        )
        if plain:
            yield _Named(meant[0], Span(*found.span()))
