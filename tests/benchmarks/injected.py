"""How many injected faults the figure rules find, kind by kind, and how often they cry wolf on sound pairs.

Run as `python -m tests.benchmarks.injected` for the report; with `--show KIND` it prints what was not found.
"""

import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from drafter.checks import DocumentFacts, Rule, check_clause, rules
from drafter.model import Clause, ClauseSide, Finding, Side
from tests.benchmarks.made_up import Pair, made_up

ROOT = Path(__file__).resolve().parents[2]
PAIRS = ROOT / "tests" / "data" / "pairs.tsv"
SAMPLE = ROOT / "resources" / "samples" / "yunxi"
FAMILIES = ("number", "unit", "date", "reference")
PER_KIND = 120
MADE_UP = 200
SEED = 20


@dataclass(frozen=True)
class Injected:
    """A pair with one fault put in.

    Attributes:
        zh: the Chinese.
        en: the English.
        start: where the fault begins, in the text of `side`.
        end: where it ends; where something was taken out, the place.
        side: which side is to blame.
        lost: whether something was taken out, so that any place of the side will do.
    """

    zh: str
    en: str
    start: int
    end: int
    side: Side = "en"
    lost: bool = False


@cache
def pairs() -> tuple[Pair, ...]:
    """Give the sound pairs written by hand: news, plans, and the bundled sample."""
    rows = [line.split("\t") for line in PAIRS.read_text(encoding="utf-8").splitlines()[1:]]
    zh, en = ((SAMPLE / name).read_text(encoding="utf-8").split("\n") for name in ("zh.txt", "en-fixed.txt"))
    sample = [(one, other) for one, other in zip(zh, en, strict=False) if one.strip() and other.strip()]
    return (*((row[1], row[2]) for row in rows), *sample)


# A figure in digits that counts or measures: no part of a name, a date, a clock or a document number.
_NUMBER = re.compile(
    r"(?<![A-Za-z0-9.,:/–—\[-])[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?(?![0-9A-Za-z/:]|[.,–—-][0-9]|\s[ap]\.m\.|\])"
)
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATED = re.compile(
    rf"(?:(?:{_MONTH})\s+[0-9]{{1,2}}(?:,\s[0-9]{{4}})?|[0-9]{{1,2}}\s(?:{_MONTH})(?:\s[0-9]{{4}})?|(?:19|20)[0-9]{{2}})"
    r"(?![0-9,]\d|\s(?:million|billion|yuan|fruit))"
)
_NAMED = re.compile(
    r"(?:GB|HJ|JT)(?:/T)?\s?[0-9.]+(?:[-—][0-9]{4})?|\[[0-9]{4}\]\sNo\.\s[0-9]+|Articles?\s[0-9]+|PM[0-9.]+|Line\s[0-9]+|Annex\s[0-9]+"
    r"|^\s*\(?[0-9]{1,2}[.)]|[0-9]{3,4}-[0-9]{7,8}|Tasks [0-9]+ to [0-9]+|Stage [IV]+"
)


def _figures(en: str) -> list[re.Match[str]]:
    taken = [found.span() for pattern in (_DATED, _NAMED) for found in pattern.finditer(en)]
    return [
        found
        for found in _NUMBER.finditer(en)
        if not any(start < found.end() and found.start() < end for start, end in taken)
    ]


def _put(pair: Pair, start: int, end: int, text: str, *, lost: bool = False) -> Injected:
    zh, en = pair
    return Injected(zh, en[:start] + text + en[end:], start, start + len(text), lost=lost)


def _other_digits(pick: random.Random, text: str) -> str:
    places = [index for index, ch in enumerate(text) if ch.isdigit()]
    for _ in range(50):
        digits = list(text)
        if len(places) > 1 and pick.random() < 0.5:
            at = pick.randrange(len(places) - 1)
            one, other = places[at], places[at + 1]
            digits[one], digits[other] = digits[other], digits[one]
        else:
            digits[pick.choice(places)] = pick.choice("123456789")
        changed = "".join(digits)
        if changed != text and changed[0] != "0":
            return changed
    return ""


def value(pick: random.Random, pair: Pair) -> Injected | None:
    """One digit changed, or two swapped."""
    found = _figures(pair[1])
    if not found:
        return None
    one = pick.choice(found)
    changed = _other_digits(pick, one[0])
    return _put(pair, *one.span(), changed) if changed else None


def scale(pick: random.Random, pair: Pair) -> Injected | None:
    """A figure ten, a hundred or a thousand times too large or small."""
    words = list(re.finditer(r"(?<=[0-9]\s)(?:m|b|tr)illion", pair[1]))
    if words and pick.random() < 0.7:
        one = pick.choice(words)
        return _put(pair, *one.span(), {"million": "billion", "billion": "million", "trillion": "billion"}[one[0]])
    found = [one for one in _figures(pair[1]) if len(one[0]) > 1]
    if not found:
        return None
    one = pick.choice(found)
    text = one[0]
    if "." in text:
        whole, part = text.split(".")
        return _put(pair, *one.span(), f"{int(whole + part[0])}" + (f".{part[1:]}" if part[1:] else ""))
    plain = int(text.replace(",", ""))
    other = plain // 10 if plain % 10 == 0 and pick.random() < 0.5 else plain * pick.choice((10, 100))
    return _put(pair, *one.span(), f"{other:,}")


_BEFORE = (
    r"(?:(?:by|of|at|to|about|some|nearly|almost|over|up|more than|less than|no more than|no less than|not less than"
    r"|at least|at most|only|just)\s)*"
)
_AFTER = (
    r"(?:\s(?:million|billion|trillion))?"
    r"(?:%|\s(?:percent(?:age points)?|per cent|μg/m³|mg/m³|km|mu|yuan|kW|kWh|tons?|tonnes))?"
)


def missing(pick: random.Random, pair: Pair) -> Injected | None:
    """A figure taken out, with its unit and bound."""
    found = _figures(pair[1])
    if not found:
        return None
    one = pick.choice(found)
    head = re.search(rf"{_BEFORE}(?:[$£€]|HK\$|CNY )?\Z", pair[1][: one.start()])
    tail = re.compile(_AFTER).match(pair[1], one.end())
    start = head.start() if head else one.start()
    end = tail.end() if tail else one.end()
    while pair[1][end : end + 1] == " ":
        end += 1
    return _put(pair, start, end, "", lost=True)


def extra(pick: random.Random, pair: Pair) -> Injected | None:
    """A figure of its own invention."""
    if not pair[1].endswith("."):
        return None
    end = len(pair[1]) - 1
    number = pick.randint(13, 97)
    words = pick.choice((" by {}%", ", or {} tonnes in all", " within {} days", " in {} cities", " at {},500 yuan"))
    before = re.sub(r"[^0-9]", " ", pair[0]).split()
    return None if str(number) in before else _put(pair, end, end, words.format(number))


def percent_point(pick: random.Random, pair: Pair) -> Injected | None:
    """Percentage points as percent, or the other way round."""
    points = list(re.finditer(r"(?<=[0-9])\spercentage points", pair[1]))
    if not points:
        return None
    one = pick.choice(points)
    return _put(pair, *one.span(), pick.choice(("%", " percent")))


_BOUNDS = {
    "no more than": "no less than", "no less than": "no more than", "not less than": "not more than",
    "no fewer than": "no more than", "at least": "at most", "no higher than": "no lower than",
    "not exceed": "not be less than", "below": "above", "within": "at least", "up to": "at least",
    "more than": "less than", "or more": "or less", "over": "under", "at most": "at least",
}  # fmt: skip


_ZH_BOUND = re.compile(r"以上|以下|以内|内|超|不低于|不高于|不少于|不得|至少|不大于|逾|余|多|不足")


def bound(pick: random.Random, pair: Pair) -> Injected | None:
    """An upper limit as a lower one, or the other way round."""
    words = "|".join(_BOUNDS)
    found = list(re.finditer(rf"(?<![A-Za-z])(?:{words})(?=\s(?:CNY |\$|£)?[0-9])|(?<=%\s)or more", pair[1]))
    if not found:
        return None
    found = [
        one
        for one in found
        if pair[1][: one.start()].split()[-1:] != ["go"] and not pair[1][: one.start()].endswith("lasts ")
    ]
    found = [one for one in found if _ZH_BOUND.search(pair[0])]
    if not found:
        return None
    one = pick.choice(found)
    return _put(pair, *one.span(), _BOUNDS[one[0]])


def spread(pick: random.Random, pair: Pair) -> Injected | None:
    """A range collapsed, reversed, or half of it lost."""
    found = list(re.finditer(r"(?<![0-9.–])([0-9]+)(?:[–-]| to )([0-9]+)(%?)(?![0-9–-])", pair[1]))
    found = [one for one in found if int(one[1]) < int(one[2]) and len(one[1]) < 4]
    if not found:
        return None
    one = pick.choice(found)
    low, high, sign = one.groups()
    texts = [f"{low}{high}{sign}", f"{high}–{low}{sign}", f"{high}{sign}", f"{low}{sign}"]
    if sign:
        texts.append(f"{low}%{high}%")
    return _put(pair, *one.span(), pick.choice(texts))


_UNITS = {
    "mu": "hectares", "km": "m", "kilometers": "meters", "kilometres": "metres", "tonnes": "kg", "tons": "kg",
    "kg": "tonnes", "kilograms": "tons", "hectares": "mu", "days": "months", "years": "months", "hours": "minutes",
    "months": "years", "minutes": "hours", "kW": "MW", "kWh": "MWh", "mg/m³": "μg/m³", "μg/m³": "mg/m³",
    "mm": "cm", "meters": "kilometers", "m²": "km²", "MW": "kW", "weeks": "months", "yuan": "dollars",
}  # fmt: skip


def unit(pick: random.Random, pair: Pair) -> Injected | None:
    """A unit of another size."""
    words = "|".join(sorted(_UNITS, key=len, reverse=True))
    found = list(re.finditer(rf"(?<=[0-9n]\s)(?:{words})(?![A-Za-z/²³])", pair[1]))
    if not found:
        return None
    one = pick.choice(found)
    return _put(pair, *one.span(), _UNITS[one[0]])


def date(pick: random.Random, pair: Pair) -> Injected | None:
    """Another year, month or day."""
    found = list(re.finditer(rf"(?<![0-9A-Za-z])(?:(?:19|20)[0-9]{{2}}(?!s)|{_MONTH})(?![0-9a-z])", pair[1]))
    named = [one.span() for one in _NAMED.finditer(pair[1])]
    # Where the source says last year or two years ago, no year is wrong.
    found = [one for one in found if not (one[0].isdigit() and one[0] not in pair[0]) and "两年前" not in pair[0]]
    found = [one for one in found if not any(start < one.end() and one.start() < end for start, end in named)]
    found += re.finditer(rf"(?<![0-9])[0-9]{{1,2}}(?=\s(?:{_MONTH}))", pair[1])
    if not found:
        return None
    one = pick.choice(found)
    if one[0].isalpha():
        months = _MONTH.split("|")
        return _put(pair, *one.span(), pick.choice([month for month in months if month not in pair[1]]))
    if len(one[0]) == 4:
        return _put(pair, *one.span(), str(int(one[0]) + pick.choice((-9, -3, -1, 1, 3, 10))))
    return _put(pair, *one.span(), str(int(one[0]) % 28 + 1))


def reference(pick: random.Random, pair: Pair) -> Injected | None:
    """Another standard, document or article."""
    named = re.finditer(
        r"(?:GB|HJ)(?:/T)?\s([0-9]{3,5})-([0-9]{4})|\[([0-9]{4})\]\sNo\.\s([0-9]+)|Article\s([0-9]+)", pair[1]
    )
    spans = [one.span(group) for one in named for group in range(1, 6) if one[group]]
    if not spans:
        return None
    start, end = pick.choice(spans)
    changed = str(int(pair[1][start:end]) + pick.choice((1, 2, 10)))
    return _put(pair, start, end, changed)


def split(pick: random.Random, pair: Pair) -> Injected | None:
    """A blank inside a figure."""
    found = [one for one in _figures(pair[1]) if re.search("[.,]", one[0])]
    years = list(re.finditer(r"(?<=[Ii]n )20[0-9]{2}(?=[,.])", pair[1]))
    if not found and not years:
        return None
    one = pick.choice([*found, *years])
    at = next((index + 1 for index, ch in enumerate(one[0]) if ch in ",."), 3)
    return _put(pair, *one.span(), f"{one[0][:at]} {one[0][at:]}")


def total(pick: random.Random, _: Pair) -> Injected:
    """Parts that do not add up to their total: in the English alone, the Chinese alone, or both."""
    one, two, three = (pick.randint(12, 480) for _ in range(3))
    said = one + two + three + pick.choice((-30, -10, -9, 9, 10, 100))
    zh_unit, en_unit = pick.choice((("座", "bridges"), ("家", "firms"), ("公里", "km"), ("名", "teachers")))
    zh = f"全县共有{zh_unit and said}{zh_unit}，其中北部{one}{zh_unit}、中部{two}{zh_unit}、南部{three}{zh_unit}。"
    en = pick.choice(
        (
            f"The county has {said} {en_unit}: {one} in the north, {two} in the middle and {three} in the south.",
            f"There are {said} {en_unit} in all, of which {one} are in the north, {two} in the middle, {three} south.",
        )
    )
    kind = pick.choice(("en", "zh", "both"))
    if kind == "en":
        return Injected("", en, 0, len(en))
    return Injected(zh, en if kind == "both" else "", 0, len(zh), "zh")


def trend(pick: random.Random, _: Pair) -> Injected:
    """A yearly series that runs against its own direction."""
    year, start = pick.randint(2021, 2030), pick.randint(40, 70)
    years = [year, year + 1, year + 2]
    low = [start, start + pick.randint(4, 20), start - pick.randint(4, 9)]
    zh = (
        "{}年、{}年、{}年，全县细颗粒物年均浓度分别降至".format(*years)
        + "、".join(f"{one}微克/立方米" for one in low)
        + "。"
    )
    en = (
        "In {}, {} and {}, the annual mean of fine particles is to fall to ".format(*years)
        + f"{low[0]} μg/m³, {low[1]} μg/m³ and {low[2]} μg/m³ respectively."
    )
    kind = pick.choice(("en", "zh", "both"))
    if kind == "en":
        return Injected("", en, 0, len(en))
    return Injected(zh, en if kind == "both" else "", 0, len(zh), "zh")


def put(*words: object) -> None:
    """Write a line of the report."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")


Injector = Callable[[random.Random, Pair], Injected | None]
KINDS: dict[str, Injector] = {
    "value": value, "scale": scale, "missing": missing, "extra": extra, "percent-point": percent_point, "bound": bound,
    "range": spread, "unit": unit, "date": date, "reference": reference, "split": split, "sum": total, "trend": trend,
}  # fmt: skip


@cache
def family() -> tuple[Rule, ...]:
    """Give the figure rules."""
    return tuple(rule for rule in rules() if rule.name.partition(".")[0] in FAMILIES)


def alarms(zh: str, en: str, *, minor: bool = False) -> list[Finding]:
    """Check a pair with the figure rules; minor findings only where asked for."""
    clause = Clause(1, ClauseSide((), zh, zh), ClauseSide((), en, en))
    found = check_clause(clause, DocumentFacts.of([clause]), family())
    return [finding for finding in found if minor or finding.severity != "minor"]


def inject(kind: str, seed: int = SEED, count: int = PER_KIND) -> Iterator[Injected]:
    """Give distinct pairs with one fault of a kind; the same seed gives the same pairs.

    Half of them are made from what was written by hand, where that has enough places for this kind.
    """
    pick = random.Random(f"{kind}{seed}")
    generated = list(made_up(MADE_UP, seed))
    seen: set[Injected] = set()
    for turn in range(count * 60):
        source = pick.choice(pairs()) if turn % 4 else pick.choice(generated)
        one = KINDS[kind](pick, source)
        if one is None or one in seen:
            continue
        seen.add(one)
        yield one
        if len(seen) == count:
            return


def is_found(one: Injected) -> bool:
    """Whether a finding of major or above stands where the fault was put in."""
    return any(
        finding.side == one.side
        and (one.lost or (finding.span.start <= one.end + 1 and one.start - 1 <= finding.span.end))
        for finding in alarms(one.zh, one.en)
    )


def recall(kind: str) -> tuple[int, int]:
    """Count what was found of a kind, and all."""
    cases = list(inject(kind))
    return sum(map(is_found, cases)), len(cases)


def false_alarms(chosen: tuple[Pair, ...]) -> list[tuple[Pair, Finding]]:
    """Give the findings of major or above on sound pairs, the first of a pair."""
    return [(pair, found[0]) for pair in chosen if (found := alarms(*pair))]


def main(arguments: list[str]) -> None:
    """Print the report."""
    if arguments[:1] == ["--show"]:
        for one in inject(arguments[1]):
            if not is_found(one):
                put(
                    f"{one.zh}\n  {one.en}\n  -> {one.en[one.start : one.end]!r}",
                    [(f.rule, f.text) for f in alarms(one.zh, one.en)],
                )
        return
    rules_hit: Counter[str] = Counter()
    for kind in KINDS:
        hits, count = recall(kind)
        put(f"{kind:14}{hits:5}/{count:<5}{hits / max(1, count):7.3f}")
    for name, chosen in (("by hand", pairs()), ("made up", tuple(made_up(1000, 3)))):
        found = false_alarms(chosen)
        rules_hit.update(finding.rule for _, finding in found)
        put(f"{name}: {len(found)} of {len(chosen)} sound pairs flagged ({100 * len(found) / len(chosen):.2f} per 100)")
        for (zh, en), finding in found:
            put("   ", finding.rule, repr(finding.text), "|", zh, "|", en)


if __name__ == "__main__":
    main(sys.argv[1:])
