"""Faults put into sound pairs: one kind a function, each given a pair and a source of chance.

A function gives None where a pair has no place for its kind. Only what the Chinese says too is changed: a year that the
translator added from elsewhere can't be told from another one.
"""

import random
import re
from collections.abc import Callable
from dataclasses import replace

from tests.benchmarks import faults_words as words
from tests.benchmarks.injection import Injected, put
from tests.benchmarks.made_up import Pair

# A figure in digits that counts or measures: no part of a name, a date, a clock or a document number.
_NUMBER = re.compile(
    r"(?<![A-Za-z0-9.,:/–—\[-])[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?(?![0-9A-Za-z/:]|[.,–—-][0-9]|\s[ap]\.?m|\])"
)
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_MONTH = "|".join(MONTHS)
_DATED = re.compile(
    rf"(?:(?:{_MONTH})\s+[0-9]{{1,2}}(?:,\s[0-9]{{4}})?|[0-9]{{1,2}}\s(?:{_MONTH})(?:\s[0-9]{{4}})?|(?:19|20)[0-9]{{2}})"
    r"(?![0-9,]\d|\s(?:million|billion|yuan|fruit))"
)
_NAMED = re.compile(
    r"(?:GB|HJ|JT)(?:/T)?\s?[0-9.]+(?:[-—][0-9]{4})?|\[[0-9]{4}\]\sNo\.\s[0-9]+|Articles?\s[0-9]+|PM[0-9.]+"
    r"|Line\s[0-9]+|Annex\s[0-9]+"
    r"|^\s*\(?[0-9]{1,2}[.)]|[0-9]{3,4}-[0-9]{7,8}|Tasks [0-9]+ to [0-9]+|Stage [IV]+"
    r"|[A-Z][A-Za-z’']+ [0-9]+(?= and [A-Z]|'s|’s)"
)
# An amount told once more in another unit or currency, which a translator may leave out.
_CONVERTED = re.compile(r"\((?:about |around |roughly )?(?:[A-Z]{0,3}[$€£¥])?[0-9][^)]*\)")


def _figures(en: str) -> list[re.Match[str]]:
    taken = [found.span() for pattern in (_DATED, _NAMED, _CONVERTED) for found in pattern.finditer(en)]
    return [
        found
        for found in _NUMBER.finditer(en)
        if not any(start < found.end() and found.start() < end for start, end in taken)
    ]


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
    return put(pair, *one.span(), changed) if changed else None


def scale(pick: random.Random, pair: Pair) -> Injected | None:
    """A figure ten, a hundred or a thousand times too large or small."""
    words = list(re.finditer(r"(?<=[0-9]\s)(?:m|b|tr)illion", pair[1]))
    bracketed = [found.span() for found in _CONVERTED.finditer(pair[1])]
    words = [one for one in words if not any(start < one.start() < end for start, end in bracketed)]
    if words and pick.random() < 0.7:
        one = pick.choice(words)
        return put(pair, *one.span(), {"million": "billion", "billion": "million", "trillion": "billion"}[one[0]])
    found = [one for one in _figures(pair[1]) if len(one[0]) > 1]
    if not found:
        return None
    one = pick.choice(found)
    text = one[0]
    if "." in text:
        whole, part = text.replace(",", "").split(".")
        return put(pair, *one.span(), f"{int(whole + part[0])}" + (f".{part[1:]}" if part[1:] else ""))
    plain = int(text.replace(",", ""))
    other = plain // 10 if plain % 10 == 0 and pick.random() < 0.5 else plain * pick.choice((10, 100))
    return put(pair, *one.span(), f"{other:,}")


_BEFORE = (
    r"(?:(?:by|of|at|to|about|some|nearly|almost|over|up|more than|less than|no more than|no less than|not less than"
    r"|at least|at most|only|just)\s)*"
)
_AFTER = (
    r"(?:\s(?:million|billion|trillion))?"
    r"(?:%|\s(?:percent(?:age points)?|per cent|μg/m³|mg/m³|km|mu|yuan|kWh|kW|tonnes|tons?)(?![A-Za-z]))?"
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
    return put(pair, start, end, "", lost=True)


def extra(pick: random.Random, pair: Pair) -> Injected | None:
    """A figure of its own invention."""
    if not pair[1].endswith("."):
        return None
    end = len(pair[1]) - 1
    number = pick.randint(13, 97)
    words = pick.choice((" by {}%", ", or {} tonnes in all", " within {} days", " in {} cities", " at {},500 yuan"))
    before = re.sub(r"[^0-9]", " ", pair[0]).split()
    return None if str(number) in before else put(pair, end, end, words.format(number))


def percent_point(pick: random.Random, pair: Pair) -> Injected | None:
    """Percentage points as percent, or the other way round."""
    points = list(re.finditer(r"(?<=[0-9])\spercentage points", pair[1]))
    shares = [
        one for one in re.finditer(r"(?<=[0-9])(?:%|\spercent(?!age)|\sper cent)", pair[1]) if "百分点" not in pair[0]
    ]
    if points:
        one = pick.choice(points)
        return put(pair, *one.span(), pick.choice(("%", " percent")))
    if not shares or ("%" not in pair[0] and "百分之" not in pair[0]):
        return None
    one = pick.choice(shares)
    return put(pair, *one.span(), " percentage points")


_BOUNDS = {
    "no more than": "no less than", "no less than": "no more than", "not less than": "not more than",
    "no fewer than": "no more than", "at least": "at most", "no higher than": "no lower than",
    "not exceed": "not be less than", "below": "above", "within": "at least", "up to": "at least",
    "more than": "less than", "or more": "or less", "over": "under", "at most": "at least", "fewer than": "more than",
    "above": "below", "exceeding": "below",
}  # fmt: skip
_ZH_BOUND = re.compile(r"以上|以下|以内|内|超|不低于|不高于|不少于|不得|至少|不大于|逾|余|多|不足|不到")


def bound(pick: random.Random, pair: Pair) -> Injected | None:
    """An upper limit as a lower one, or the other way round."""
    words = "|".join(_BOUNDS)
    found = list(re.finditer(rf"(?<![A-Za-z])(?:{words})(?=\s(?:CNY |\$|£|€)?[0-9])|(?<=%\s)or more", pair[1]))
    found = [
        one
        for one in found
        if pair[1][: one.start()].split()[-1:] not in (["go"], ["not"])
        and not pair[1][: one.start()].endswith("lasts ")
    ]
    if not found or not _ZH_BOUND.search(pair[0]):
        return None
    one = pick.choice(found)
    return put(pair, *one.span(), _BOUNDS[one[0]])


_LIMIT = re.compile(
    r"(?:no (?:more|less|fewer|higher|lower) than|not (?:less|more) than|at least|at most) (?=[0-9])"
    r"|(?<=[0-9%]) or (?:more|less|above)"
)
_ZH_LIMIT = re.compile(r"以上|以下|以内|不低于|不高于|不少于|不超过|至少|不大于|不小于")


def unbound(pick: random.Random, pair: Pair) -> Injected | None:
    """A limit without its words."""
    found = list(_LIMIT.finditer(pair[1]))
    if len(found) != 1 or not _ZH_LIMIT.search(pair[0]):
        return None
    start, end = pick.choice(found).span()
    number = re.compile(r"[0-9][0-9,.]*").match(pair[1], end)
    before = re.search(r"[0-9][0-9,.]*%?\Z", pair[1][:start])
    if number:
        return Injected(pair[0], pair[1][:start] + pair[1][end:], start, start + len(number[0]))
    return Injected(pair[0], pair[1][:start] + pair[1][end:], before.start(), start) if before else None


def spread(pick: random.Random, pair: Pair) -> Injected | None:
    """A range collapsed, reversed, or half of it lost."""
    found = list(re.finditer(r"(?<![0-9.,–-])([0-9]+)(?:[–-]| to )([0-9]+)(%?)(?![0-9,–-])", pair[1]))
    found = [
        one
        for one in found
        if int(one[1]) < int(one[2])
        and len(one[1]) < 4
        and re.search(rf"{one[1]}\D{{1,8}}{one[2]}", pair[0])
        and "比" not in pair[0]
    ]
    if not found:
        return None
    one = pick.choice(found)
    low, high, sign = one.groups()
    texts = [f"{low}{high}{sign}", f"{high}–{low}{sign}", f"{high}{sign}", f"{low}{sign}"]
    if sign:
        texts.append(f"{low}%{high}%")
    return put(pair, *one.span(), pick.choice(texts))


_UNITS = {
    "mu": "hectares", "km": "m", "kilometers": "meters", "kilometres": "metres", "tonnes": "kg", "tons": "kg",
    "kg": "tonnes", "kilograms": "tons", "hectares": "mu", "days": "months", "years": "months", "hours": "minutes",
    "months": "years", "minutes": "hours", "kW": "MW", "kWh": "MWh", "mg/m³": "μg/m³", "μg/m³": "mg/m³",
    "mm": "cm", "meters": "kilometers", "m²": "km²", "MW": "kW", "weeks": "months", "yuan": "dollars",
    "miles": "meters", "euros": "yuan", "acres": "hectares", "feet": "meters",
}  # fmt: skip


def unit(pick: random.Random, pair: Pair) -> Injected | None:
    """A unit of another size."""
    words = "|".join(sorted(_UNITS, key=len, reverse=True))
    found = list(re.finditer(rf"(?<=[0-9n]\s)(?:{words})(?![A-Za-z/²³])", pair[1]))
    bracketed = [one.span() for one in _CONVERTED.finditer(pair[1])]
    found = [one for one in found if not any(start < one.start() < end for start, end in bracketed)]
    found = [one for one in found if one[0] != "yuan" or "元" in pair[0].replace("万元", "元", 1)]
    if not found or "万元产值" in pair[0]:
        return None
    one = pick.choice(found)
    made = put(pair, *one.span(), _UNITS[one[0]])
    figure = re.search(r"[0-9][0-9.,]*(?:\s[a-z]+)?\s\Z", pair[1][: one.start()])
    return replace(made, start=figure.start()) if figure else made  # the figure with its unit


def date(pick: random.Random, pair: Pair) -> Injected | None:
    """Another year, month or day than the Chinese says."""
    zh, en = pair
    named = [one.span() for one in _NAMED.finditer(en)]
    found = [
        one
        for one in re.finditer(rf"(?<![0-9A-Za-z])(?:(?:19|20)[0-9]{{2}}(?!s)|{_MONTH})(?![0-9a-z])", en)
        if not any(start < one.end() and one.start() < end for start, end in named) and _in_source(one[0], zh)
    ]
    days = (one for one in re.finditer(r"(?<![0-9])[0-9]{1,2}(?![0-9])", en) if _is_day(one, en))
    found += (one for one in days if re.search(rf"(?<![0-9]){one[0]}\s?[日号]", zh))
    if not found:
        return None
    one = pick.choice(found)
    if one[0].isalpha():
        others = [month for number, month in enumerate(MONTHS, 1) if month not in en and f"{number}月" not in zh]
        return put(pair, *one.span(), pick.choice(others))
    if len(one[0]) == 4:
        changed = str(int(one[0]) + pick.choice((-9, -3, -1, 1, 3, 10)))
        return None if changed in zh else put(pair, *one.span(), changed)
    return put(pair, *one.span(), str(int(one[0]) % 28 + 1))


def _is_day(one: re.Match[str], en: str) -> bool:
    behind = re.compile(rf"\s(?:{_MONTH})").match(en, one.end())
    return bool(behind or re.search(rf"(?:{_MONTH})\s\Z", en[: one.start()]))


def _in_source(said: str, zh: str) -> bool:
    if said.isdigit():
        return re.search(rf"(?<![0-9]){said}", zh) is not None
    return re.search(rf"(?<![0-9]){MONTHS.index(said) + 1}\s?月", zh) is not None


_DAYS = dict(
    zip(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"), "一二三四五六日", strict=True)
)


def hour(pick: random.Random, pair: Pair) -> Injected | None:
    """Another day of the week, or another time of day."""
    zh, en = pair
    if re.search(r"GMT|local time|当地时间|北京时间|时间", zh + en):
        return None
    found = [
        one
        for one in re.finditer("|".join(_DAYS), en)
        if re.search(rf"(?:周|星期){_DAYS[one[0]]}", zh) and len(re.findall(r"(?:周|星期)[一二三四五六日]", zh)) == 1
    ]
    found += (
        re.finditer(r"(?<![0-9:])[0-9]{1,2}(?=:[0-9]{2}|\s?[ap]\.?m)", en) if re.search(r"[0-9][时点:]", zh) else ()
    )
    if not found or len(re.findall("|".join(_DAYS), en)) > 1:
        return None
    one = pick.choice(found)
    if one[0].isalpha():
        return put(pair, *one.span(), pick.choice([day for day in _DAYS if day != one[0]]))
    return put(pair, *one.span(), str(int(one[0]) % 11 + 1))


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
    return put(pair, start, end, changed)


def split(pick: random.Random, pair: Pair) -> Injected | None:
    """A blank inside a figure."""
    found = [one for one in _figures(pair[1]) if re.search("[.,]", one[0])]
    years = list(re.finditer(r"(?<=[Ii]n )20[0-9]{2}(?=[,.])", pair[1]))
    if not found and not years:
        return None
    one = pick.choice([*found, *years])
    at = next((index + 1 for index, ch in enumerate(one[0]) if ch in ",."), 3)
    return put(pair, *one.span(), f"{one[0][:at]} {one[0][at:]}")


def total(pick: random.Random, _: Pair) -> Injected:
    """Parts that do not add up to their total: in the English alone, the Chinese alone, or both."""
    one, two, three = (pick.randint(12, 480) for _ in range(3))
    told = one + two + three + pick.choice((-30, -10, -9, 9, 10, 100))
    zh_unit, en_unit = pick.choice((("座", "bridges"), ("家", "firms"), ("公里", "km"), ("名", "teachers")))
    zh = f"全县共有{told}{zh_unit}，其中北部{one}{zh_unit}、中部{two}{zh_unit}、南部{three}{zh_unit}。"
    en = pick.choice(
        (
            f"The county has {told} {en_unit}: {one} in the north, {two} in the middle and {three} in the south.",
            f"There are {told} {en_unit} in all, of which {one} are in the north, {two} in the middle, {three} south.",
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


Injector = Callable[[random.Random, Pair], Injected | None]
KINDS: dict[str, Injector] = {
    "value": value, "word": words.word, "ordinal": words.ordinal, "share": words.share, "multiple": words.multiple,
    "rough": words.rough, "order": words.order, "scale": scale, "missing": missing, "extra": extra,
    "percent-point": percent_point,
    "bound": bound, "bound lost": unbound, "range": spread, "unit": unit, "date": date, "hour": hour,
    "reference": reference, "split": split, "sum": total, "trend": trend,
}  # fmt: skip
MADE_UP = ("sum", "trend")
"""Kinds that take nothing from the pair they are given."""
