"""Dates and times of either language, part by part: year, month, day, decade, century, clock.

A part's value is its number; a decade's is its first year (90年代 and the 1990s are both 1990), a clock's is its
minutes since midnight (下午3点 and 3 p.m. are both 900).
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from drafter.language.around import ends_with, mark_before
from drafter.language.numerals import Numeral, read_chinese
from drafter.language.units import unit_at
from drafter.model import Quantity, Span

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_MONTHS = {name.lower(): number for number, name in enumerate(MONTH_NAMES, 1)}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items() if name != "may"} | {"sept": 9, "may": 5}
_MONTH_WORD = re.compile(r"[JFMASOND](?<![A-Za-z][A-Z])[A-Za-z]{2,8}(?![A-Za-z])")
_AMBIGUOUS = frozenset(("may", "march", "mar", "sep"))
_NEAR_MONTH = re.compile(
    r"[0-9]|(?<![A-Za-z])(?:in|of|by|until|till|since|from|to|and|or|through|between|during|before|after|for|last|this|next"
    r"|late|early|mid|each|every|following|previous)[\s-]\Z|[a-z][-–]\Z",
    re.IGNORECASE,
)
_FIGURE_AHEAD = re.compile(r"\.?\s?[0-9]|[-–][A-Z0-9]")

DASH = re.compile(r"\s?(?:[—–～~\-－]{1,2}|至|到)\s?")
_YEAR = re.compile(r"\s?(?:财|学)?年(?!度?限|均|底|末|代|级|龄|轻|月)|\s?年(?=底|末|度)|\s?(?:赛季|财年)")
# 1—8月, 3、4月, 13至15日: the first of two shares the second one's word.
_AND = re.compile(r"\s?(?:[—–～~\-－]{1,2}|至|到|、|和|或)\s?")
_SEASON = re.compile(
    r"(?<![0-9])((?:19|20)[0-9]{2})\s?[-–—/]\s?([0-9]{2})(?=\s?(?:财|学)?年(?![代底末均])|\s?赛季|\s?财政)"
)
# 2010英国大选, 2022北京冬奥会: the year of an event, without its word.
_EVENT = re.compile(
    r"[\u4e00-\u9fff]{0,6}(?:大选|奥运|冬奥|世界杯|世博|峰会|大会|论坛|锦标赛|欧洲杯|亚运|展览|博览会|春晚|车展|财年)"
)
_DECADE = re.compile(r"年代")
_BORN = re.compile(r"(?<![0-9.])([0-9][05])后(?![来年续期勤果者方备天月])")
_CENTURY = re.compile(r"(?:第)?([0-9]{1,2}|[一二三四五六七八九十]{1,3})世纪")
# A bare 26日 is a day of the month; with these it is a length of time.
_DAYS_LONG = re.compile(r"日(?:内|以内|之内|以上|以下|以后|后|之后|游|龄|均|以来|间|左右|延长|缩短|压缩|减少|增加)")
_TIMES_EACH = re.compile(
    r"(?:每|期限|为期|连续|达|满|需|约|近|超过|不少于|不超过|不低于|至少|逾|(?:延长|缩短|压缩|减少|增加)(?:到|至|为))\Z"
)
_CLOCK = re.compile(
    r"(?P<part>凌晨|早上|早晨|清晨|上午|中午|下午|午后|傍晚|晚上|晚间|夜间|晚|早|午夜|深夜)?\s?"
    r"(?P<hour>[0-9]{1,2}|[一二两三四五六七八九十]{1,3})"
    r"(?:\s?(?P<mark>时|点钟|点)(?P<half>半)?"
    r"(?:(?P<minute>[0-9]{1,2})分(?!之|钟))?"
    r"|[:：∶](?P<colon>[0-5][0-9])(?![0-9:]))"
)
_ZH_FOUR = re.compile(r"(?<![0-9])([01][0-9]|2[0-3])([0-5][0-9])(?=\s?(?:GMT|UTC))")
_AFTERNOON = frozenset(("下午", "午后", "傍晚", "晚上", "晚间", "夜间", "晚"))
_HOURS, _NOON, _MINUTES = 24, 12, 60
_EN_DECADE = re.compile(
    r"(?<![0-9A-Za-z,.])(?:((?:1[0-9]|20)[0-9]0)"
    r"|(?:[’']|(?<=[0-9]{3}0s and )|(?<=[0-9]{3}0s or )|(?<=the early )|(?<=the late )|(?<=mid-))"
    r"([0-9]0))[’']?s(?![a-z])"
)
_DECADE_LIKELY = re.compile("0[’']?s")
_EN_CENTURY = re.compile(
    r"(?<![0-9A-Za-z])([0-9]{1,2})(?:st|nd|rd|th)(?=(?:[\s-](?:and|to|or|late|early|[0-9a-z]+th))?[\s-]centur)"
)
_ZONE = r"(?:GMT|UTC|BST|E[SD]?T|P[SD]?T|C[ES]T|hrs?|hours|local\stime|Beijing\stime)(?![A-Za-z])"
_EN_CLOCK = re.compile(
    r"(?<![0-9:.$£€])(?P<hour>[0-9]{1,2})(?:[:.](?P<minute>[0-5][0-9]))?\s?(?P<half>[ap])\.?m(?:\.|(?![a-z]))"
    r"|(?<![0-9:.])(?P<hour24>[01]?[0-9]|2[0-4]):(?P<minute24>[0-5][0-9])(?![0-9:])"
    r"|(?<![0-9:.])(?P<clock>[0-9]{1,2})\so[’']clock"
    r"|(?<=at )(?P<told>[0-9]{1,2})\sin\sthe\s(?P<part>morning|afternoon|evening)"
    # 1500 GMT, by the clock of soldiers and pilots.
    rf"|(?<![0-9:.,$£€])(?P<four>(?:[01][0-9]|2[0-3])[0-5][0-9])(?=\s{_ZONE}|\s\([0-2][0-9]{{3}}\s{_ZONE})",
    re.IGNORECASE,
)
# The years of a reign or a life, in brackets: (1644–1911), (206 BC–AD 25).
_EN_REIGN = re.compile(
    r"\((?:c\.\s?)?(?:AD\s)?(?P<first>[0-9]{1,4})(?:\s?(?:BCE?|B\.C\.|CE|AD|A\.D\.))?\s?[-–—]{1,2}\s?(?:AD\s)?"
    r"(?P<last>[0-9]{1,4})(?:\s?(?:BCE?|B\.C\.|CE|AD|A\.D\.))?\)"
)
_NAME_AHEAD = re.compile(r"(?<![A-Za-z])[A-Z][A-Za-z’'-]*\s\Z")
_LONG_AGO = 3  # digits of the longer of two years at least
_EN_CLOCK_LIKELY = re.compile(
    rf"[0-9](?::[0-5]|\s?[apAP]\.?[mM](?![A-Za-z])|\so[’']|\sin\sthe\s[mae]|(?<=[0-9]{{4}})\s{_ZONE})", re.IGNORECASE
)
HOUR_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
HOUR_WORD = rf"(?:1[0-2]|[1-9]|{'|'.join(HOUR_WORDS)})"
# Half past five, a quarter to six, five o'clock.
_EN_SPOKEN = re.compile(
    rf"(?<![A-Za-z0-9])(?:(?P<part>half|quarter)\s(?P<side>past|to)\s(?P<hour>{HOUR_WORD})(?![A-Za-z0-9%]|[:.][0-9]|[\s-](?:per|third|half|quarter|fifth|tenth|in\s))"
    rf"|(?P<clock>{'|'.join(HOUR_WORDS)})\so[’']clock)",
    re.IGNORECASE,
)
_SPOKEN_MARKS = (" past ", "quarter to ", "clock")
_TO_MONTH = re.compile(r"(?:st|nd|rd|th)?(?:\s+of)?\s{0,3}")
_FROM_MONTH = re.compile(r"\.?\s{0,3}")
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_FIRST_CENTURY, _LAST_CENTURY, _HUNDRED = 18, 20, 100
_LONGEST_LIST = 8  # years in a row before the one that says 年
_YEAR_DIGITS = 4


def _date(text: str, unit: str, value: Decimal | int, span: Span, figure: Span | None = None) -> Quantity:
    return Quantity(Decimal(value), None, unit, "=", "date", span, figure or span, text[span.start : span.end])


def chinese_dates(text: str, numerals: Sequence[Numeral]) -> Iterator[Quantity]:
    """Give the parts of the dates of a Chinese text.

    Args:
        text: the text.
        numerals: its numerals, without those of names.
    """
    taken: set[int] = set()
    for quantity in [*_chinese_clocks(text), *_chinese_eras(text)]:
        taken.update(range(*quantity.span))
        yield quantity
    for numeral in numerals:
        end = numeral.span.end
        if numeral.span.start in taken or numeral.value != int(numeral.value):
            continue
        if season := _SEASON.match(text, numeral.span.start):  # 1988-89赛季
            first, second = season.span(1), season.span(2)
            taken.update(range(season.start(), season.end()))
            yield _date(text, "year", int(season[1]), Span(*first))
            yield _date(text, "year", _in_full(int(season[1]), int(season[2])), Span(*second))
        elif text.startswith("年代", end):
            yield from _decade(text, numeral)
        elif numeral.scale == 1 and (unit := _part(text, numeral)):
            mark = end + 1 if text[end : end + 1] == " " else end  # 2 月 25 日
            after = text[mark : mark + 1]
            span = Span(numeral.span.start, mark + 1 if after and after in "年月日号" else end)
            yield _date(text, unit, numeral.value, span, numeral.span)


def _part(text: str, numeral: Numeral) -> str:
    """Which part of a date a Chinese numeral is, "" where it is none."""
    start, end = numeral.span
    value = numeral.value
    place = end + 1 if text[end : end + 1] == " " else end
    after = text[place : place + 1]
    if _FIRST_YEAR <= value <= _LAST_YEAR and (_YEAR.match(text, end) or _range_of_years(text, end)):
        return "year"
    if _FIRST_YEAR <= value <= _LAST_YEAR and end - start == _YEAR_DIGITS and _EVENT.match(text, end):
        return "year"
    if 1 <= value <= 12 and after == "月":
        return "" if text.startswith("月份数", place) else "month"
    if 1 <= value <= 31 and after and after in "日号":
        if mark_before(text, start) == "月":
            return "day"
        if after == "日" and numeral.digits and not _DAYS_LONG.match(text, place):
            return "" if _TIMES_EACH.search(text[max(0, start - 4) : start]) else "day"
    return _shared(text, numeral) if numeral.digits and 1 <= value <= 31 else ""


def _shared(text: str, numeral: Numeral) -> str:
    """The part of a date that a figure is because the next one is: the 1 of 1—8月, the 13 of 5月13至15日."""
    found = _AND.match(text, numeral.span.end)
    other = read_chinese(text, found.end()) if found else None
    if other is None or not other.digits or not numeral.value < other.value <= 31:
        return ""
    if text.startswith("月", other.span.end) and other.value <= 12 and not text.startswith("月份数", other.span.end):
        return "month"
    behind_month = mark_before(text, numeral.span.start) == "月"
    return "day" if behind_month and text.startswith("日", other.span.end) else ""


def _decade(text: str, numeral: Numeral) -> Iterator[Quantity]:
    value = int(numeral.value)
    first = value if value >= 1000 else 1900 + value if value >= 20 else 2000 + value
    if first % 10 == 0:
        yield _date(text, "decade", first, Span(numeral.span.start, numeral.span.end + 2), numeral.span)


def _chinese_eras(text: str) -> Iterator[Quantity]:
    if "世纪" in text:
        for found in _CENTURY.finditer(text):
            numeral = read_chinese(found[1])
            if numeral and not text.startswith("个", found.end(1)):
                yield _date(text, "century", numeral.value, Span(*found.span()), Span(*found.span(1)))
    if "后" in text:
        for found in _BORN.finditer(text):
            first = int(found[1]) // 10 * 10
            yield _date(
                text, "decade", first + (1900 if first >= 30 else 2000), Span(*found.span()), Span(*found.span(1))
            )


def _chinese_clocks(text: str) -> Iterator[Quantity]:
    for found in _ZH_FOUR.finditer(text) if "GMT" in text or "UTC" in text else ():
        yield _date(text, "clock", int(found[1]) * _MINUTES + int(found[2]), Span(*found.span()))
    if not ("时" in text or "点" in text or ":" in text or "：" in text or "∶" in text):
        return
    for found in _CLOCK.finditer(text):
        part, mark, minute = found["part"], found["mark"], found["minute"] or found["colon"]
        numeral = read_chinese(found["hour"])
        if numeral is None or numeral.value > _HOURS or text[found.start() - 1 : found.start()] in ("第", ".", "．"):
            continue
        if text[found.start() - 1 : found.start()].isdigit():
            continue
        follows = text[found.end() : found.end() + 1]
        if mark == "时" and not minute and (follows and follows in "代期段速长值候效"):
            continue
        if mark == "点" and not (part or minute or found["half"]):
            continue  # 三点建议, 5点要求
        if not mark and not (minute and found["hour"].isdigit()):
            continue
        if mark == "时" and not numeral.digits and not part and not minute:
            continue  # 一时, 三时
        hour = int(numeral.value)
        if part in _AFTERNOON and hour < _NOON:
            hour += _NOON
        minutes = hour * _MINUTES + (int(minute) if minute else _MINUTES // 2 if found["half"] else 0)
        start, end = found.start("hour"), found.end()
        yield _date(
            text,
            "clock",
            minutes,
            Span(found.start(), end),
            Span(start, max(found.end("hour"), found.end("minute"), found.end("colon"))),
        )


def _range_of_years(text: str, end: int) -> bool:
    """Whether a second year follows after a dash or a comma: 2023—2025年, 2010、2015和2020年."""
    for _ in range(_LONGEST_LIST):
        found = _AND.match(text, end)
        after = read_chinese(text, found.end()) if found else None
        if after is None or not _FIRST_YEAR <= after.value <= _LAST_YEAR:
            return False
        end = after.span.end
        if _YEAR.match(text, end):
            return True
    return False


def english_months(text: str) -> Iterator[Quantity]:
    """Give the months named in an English text; `may` and `march` count only with a capital beside a figure."""
    for found in _MONTH_WORD.finditer(text):
        word, start, end = found[0].lower(), *found.span()
        number = _MONTHS.get(word)
        if number is None:
            continue
        before = text[max(0, start - 12) : start]
        if word in _AMBIGUOUS and not (_NEAR_MONTH.search(before) or _FIGURE_AHEAD.match(text, end)):
            continue
        if not (word == "may" and text.startswith(" not", end)):
            yield _date(text, "month", number, Span(start, end))


def _is_year(text: str, numeral: Numeral) -> bool:
    if not (numeral.digits and _FIRST_YEAR <= numeral.value <= _LAST_YEAR and numeral.scale == 1):
        return False
    start, end = numeral.span
    if end - start - numeral.split != _YEAR_DIGITS:
        return False
    found = unit_at(text, end + 1 if text[end : end + 1] == " " else end, "en")
    if found is None or found[0].code == "a":
        return True
    return text[end : end + 2].strip()[:1].isupper() and not found[0].dimension.startswith("money")


def english_dates(text: str, numerals: Sequence[Numeral]) -> Iterator[Quantity]:
    """Give the parts of the dates of an English text.

    Args:
        text: the text.
        numerals: its numerals, without those of names.
    """
    found_months = list(english_months(text))
    yield from found_months
    starts, ends = [month.span.start for month in found_months], [month.span.end for month in found_months]
    eras = list(_english_eras(text)) if numerals else []
    yield from eras
    spoken = list(_spoken_years(text, numerals))
    yield from spoken
    taken = {pos for era in (*eras, *spoken) for pos in range(*era.span)}
    days: list[tuple[Numeral, Span]] = []
    year: Quantity | None = None
    for numeral in numerals:
        if numeral.span.start in taken:
            continue
        if _is_year(text, numeral):
            year = _date(text, "year", numeral.value, numeral.span)
            yield year
        elif year and (short := _short_year(text, year, numeral)):
            yield _date(text, "year", short, numeral.span)
        elif found_months and _is_day(text, numeral, starts, ends):
            days.append((numeral, numeral.span))
            yield _date(text, "day", numeral.value, numeral.span)
    # The first day of `13–15 August`.
    firsts = {span.start for _, span in days}
    for numeral in numerals if days else ():
        if numeral.digits and 1 <= numeral.value <= 31 and numeral.span.start not in firsts | taken:
            dash = _DAYS_DASH.match(text, numeral.span.end)
            if dash and dash.end() in firsts:
                yield _date(text, "day", numeral.value, numeral.span)


def _spoken_years(text: str, numerals: Sequence[Numeral]) -> Iterator[Quantity]:
    """Years as they are read out: nineteen ninety, twenty-twelve."""
    for one, other in pairwise(numerals):
        if (
            one.digits
            or other.digits
            or not (_FIRST_CENTURY <= one.value <= _LAST_CENTURY and 10 <= other.value < _HUNDRED)
        ):
            continue
        if text[one.span.end : other.span.start] in (" ", "-") and not text[other.span.end :].startswith(("%", " per")):
            yield _date(text, "year", one.value * _HUNDRED + other.value, Span(one.span.start, other.span.end))


def _short_year(text: str, year: Quantity, numeral: Numeral) -> int:
    """The second year of 2013-16 and 2020/21, in full; 0 where there is none."""
    start, end = numeral.span
    if start != year.span.end + 1 or end != start + 2 or text[start - 1] not in "-–/" or not numeral.digits:
        return 0
    first = int(year.value)
    return _in_full(first, int(numeral.value)) if first % 100 < numeral.value == int(numeral.value) else 0


def _in_full(first: int, second: int) -> int:
    """The year that two digits behind a first year mean: 2016 for 2013-16."""
    return first // 100 * 100 + second


_DAYS_DASH = re.compile(r"(?:st|nd|rd|th)?(?:\s?[–—-]\s?|\s(?:to|and|or)\s)(?:the\s)?")


def _is_day(text: str, numeral: Numeral, starts: list[int], ends: list[int]) -> bool:
    """`23 August`, `August 23`; months stand at `starts` and `ends`."""
    if not (numeral.digits and 1 <= numeral.value <= 31 and numeral.scale == 1):
        return False
    start, end = numeral.span
    after, before = bisect_left(starts, end), bisect_right(ends, start) - 1
    return bool(
        (after < len(starts) and _TO_MONTH.fullmatch(text, end, starts[after]))
        or (before >= 0 and _FROM_MONTH.fullmatch(text, ends[before], start))
    )


def _english_eras(text: str) -> Iterator[Quantity]:
    for found in _EN_DECADE.finditer(text) if _DECADE_LIKELY.search(text) else ():
        first = int(found[1]) if found[1] else 1900 + int(found[2])
        group = 1 if found[1] else 2
        yield _date(text, "decade", first, Span(*found.span()), Span(*found.span(group)))
    if "entur" in text:
        for found in _EN_CENTURY.finditer(text):
            yield _date(text, "century", int(found[1]), Span(*found.span()), Span(*found.span(1)))
    for found in _EN_REIGN.finditer(text) if "(" in text else ():
        named = ends_with(_NAME_AHEAD, text, found.start())
        if named and max(len(found["first"]), len(found["last"])) >= _LONG_AGO:
            for end in ("first", "last"):
                yield _date(text, "year", int(found[end]), Span(*found.span(end)))
    for found in _EN_SPOKEN.finditer(text) if any(mark in text for mark in _SPOKEN_MARKS) else ():
        name = "hour" if found["hour"] else "clock"
        told = found[name].lower()
        minutes = _MINUTES * (int(told) if told.isdigit() else HOUR_WORDS.index(told) + 1)
        past = {"half": _MINUTES // 2, "quarter": _MINUTES // 4}.get((found["part"] or "").lower(), 0)
        minutes += -past if (found["side"] or "").lower() == "to" else past
        yield _date(text, "clock", minutes, Span(*found.span()))
    for found in _EN_CLOCK.finditer(text) if _EN_CLOCK_LIKELY.search(text) else ():
        four = found["four"]
        hour = int(four[:2] if four else found["hour"] or found["hour24"] or found["clock"] or found["told"])
        minute = int(four[2:] if four else found["minute"] or found["minute24"] or 0)
        if found["half"]:
            hour = hour % _NOON + (_NOON if found["half"] in "pP" else 0)
        if found["part"]:
            hour = hour % _NOON + (_NOON if found["part"].lower() != "morning" else 0)
        if hour <= _HOURS:
            figure = next(name for name in ("hour", "hour24", "clock", "told", "four") if found[name])
            yield _date(
                text,
                "clock",
                hour * _MINUTES + minute,
                Span(*found.span()),
                Span(found.start(figure), max(found.end(figure), found.end("minute"), found.end("minute24"))),
            )
