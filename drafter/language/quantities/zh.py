"""The figures of Chinese text: 34微克/立方米以内, 不低于80%, 1—3个, 30万千瓦以上, 2023年8月23日.

Bounds follow the usage of plans: 以上, 不低于 are at least; 以下, 以内 at most; 超过 is more than; 左右 about.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from drafter.language.around import ends_with
from drafter.language.dates import DASH, chinese_dates
from drafter.language.idioms import idioms
from drafter.language.numerals import Numeral, chinese_numerals, read_chinese
from drafter.language.quantities.masks import Mask, name_mask
from drafter.language.quantities.multiples import chinese_multiples, grown
from drafter.language.quantities.order import in_order, sharing_scale, with_shared_bounds
from drafter.language.quantities.signs import ENDS, REACH, SIGN, SIGNS
from drafter.language.quantities.traditional import as_written, simplified
from drafter.language.units import measure_word_at, unit_at
from drafter.model import Bound, Kind, Quantity, Span

# What turns a bound round: 不得超过, 没有超过; and what may stand between it and its figure: 超过总额的5%.
_NOT = r"(?:不(?:得|能|应|可|会|准|许|宜|应当|应该)?|未(?:能|曾)?|没有|并未)"
_OF_WHICH = r"[^，。；、,;0-9一二三四五六七八九十的]{1,8}的"
_BEFORE: tuple[tuple[re.Pattern[str], Bound], ...] = (
    (re.compile(rf"{_NOT}(?:低于|少于|小于)(?:{_OF_WHICH})?$"), ">="),
    (re.compile(rf"{_NOT}(?:超过|高于|大于|多于)了?(?:{_OF_WHICH})?$"), "<="),
    (
        re.compile(
            r"(?:不低于|不少于|不小于|不得低于|不得少于|最低|最少)(?:为|达到|达|有|提前|每季度|每月|每年)?$"
            r"|至少[^，。；、,;0-9一二三四五六七八九十的]{0,3}$"
        ),
        ">=",
    ),
    (
        re.compile(
            r"(?:不超过|不高于|不大于|不多于|不得超过|不得高于|最高可(?:达|处)?|控制在)$"
            r"|(?:至多|最多)[^，。；、,;0-9一二三四五六七八九十的时]{0,3}$|最高可?(?:补贴|补助|奖励|资助|罚款)$"
            r"|最高可(?:增加|提高|提升|增长|降低|减少|下降|节约|上浮|优惠)$"
        ),
        "<=",
    ),
    (re.compile(r"(?:退出|不进入|未进入)(?:全国|全省)?(?:后|末)$"), ">"),
    # 少于总人口的5%
    (
        re.compile(rf"(?:(?:超过|超過|大于|高于|多于|突破)了?|超|逾)$|超过{_OF_WHICH}$"),
        ">",
    ),
    (
        re.compile(
            r"(?:(?:低于|小于|少于)了?|不足|不到|不满|未满|不及)$"
            rf"|(?:不足|不到|不及|少于|低于){_OF_WHICH}$"
        ),
        "<",
    ),
    (re.compile(r"(?:大约|约为|将近|接近|约|近)$"), "~"),
)
_AFTER: tuple[tuple[re.Pattern[str], Bound], ...] = (
    (re.compile(r"(?:级|（含）|\(含\))?(?:及|或)?以上|级?及其以上"), ">="),
    (re.compile(r"(?:级|（含）|\(含\))?(?:及|或)?(?:以下|以内)|之内|范围内|(?<=[天日时月年周])内(?![部容外地])"), "<="),
    (re.compile(r"有余|开外"), ">"),
    (re.compile(r"左右|上下"), "~"),
    (re.compile(r"级(?![别以及])"), "~"),
)
# The last character of any words before, and the first of any behind: a cheap look.
_BEFORE_ENDS = frozenset("低少于为到达有前度月年过過多可处在后末了破超逾的足满及约近\n")
_AFTER_STARTS = frozenset("级（(及或以其之范内有开左上")
_BOUND_REACH = 16
_WITH_END: dict[Bound, Bound] = {">": ">=", "<": "<="}
_INCLUSIVE = re.compile(r"（含）|\(含\)")
_TEN_THOUSANDTH = "万分之"  # 万 by itself is no numeral
_FRACTION = re.compile(r"百分之|千分之|万分之|分之")
# 1/4, 3/20: no round of a cup (1/4决赛), no date and no part of a name (9/11).
_SLASHED = re.compile(r"(?<![0-9./])(?P<many>[1-9][0-9]?)/(?P<part>[1-9][0-9]{0,2})(?![0-9/]|\s?(?:决赛|英寸|月))")
_NOT_COUNTED = re.compile(
    r"一(?:个|些|批|系列|定|体|律|般|切|致|线|站|流|度|律|旦|方面|面|是|种|类|件事|项|条|支|份|套|次性|网|张|大)"
)
_REFERENCE = re.compile(
    r"[〔\[［(（【][12][0-9]{3}[〕\]］)）】]\s?(?:第)?[0-9]+\s?号|(?<![0-9月])(?<!月 )第?[0-9]{1,12}号(?:令|公告|文)?"
    r"|(?!(?:RMB|CNY|USD|EUR|GBP|HKD|JPY)\s?[0-9])[A-Z]{2,6}(?:/[A-Z]+)?\s?[—–-]?\s?[0-9]+(?:\.[0-9]+)*(?:[—–-][0-9]+)*"
)
_STAGE = re.compile(
    r"(?<![英美法德泰韩俄中全各我外两本该多])国\s?(?:[一二三四五六]|[ⅠⅡⅢⅣⅤⅥ]|[1-6])(?![0-9家内月日年.])|第[一二三四五六七八九十百零〇0-9]+(?:[至、—-]第?[一二三四五六七八九十0-9]+)*"
    # Grades of roads, hospitals, standards and alarms; not of winds and earthquakes.
    r"|(?<![0-9一二三四五六七八九十第国])[一二三四五]级(?=标准|医院|医疗|公路|响应|应急|预警|警报|保护|资质|市场|甲等|乙等|能效|限值|目录|文物|教师"
    r"|运动员|注册|建造师|管网|学科|指标|飞跃|跳)"
    # Classes at school.
    r"|(?<![0-9一二三四五六七八九十])(?:[一二三四五六七八九]|1?[0-9])年级"
    # The congresses: 十九大, 十八届三中全会.
    r"|(?<![一二三四五六七八九])(?:十[一二三四五六七八九]?|二十)(?:大(?![型量多学小])|届[一二三四五六七]中全会)"
)
_STAGE_LIKELY = re.compile("[一二三四五]级|[国大届](?:(?<=国)\\s?[一二三四五六ⅠⅡⅢⅣⅤⅥ1-6]|(?<=[一二三四五六七八九十].))")
_PLAN = re.compile(r"[“\"']?(?:[一二三四五六七八九十]{1,3}五)[”\"']|[一二三四五六七八九十]+五(?=规划|时期|期间)")
_LIST = re.compile(
    r"^\s*(?:[（(]?[一二三四五六七八九十]+[）)、.]|[（(]?[0-9]{1,2}(?:[）)、]|[.．](?![0-9]|$)|[.．](?=(?:19|20)[0-9]{2}(?:年|[—–-](?:19|20)))))"
    # Within a line: 附件：1.……；2.……
    r"|(?<=[：；;])\s*[0-9]{1,2}[.．](?![0-9])|(?<=[：；;，。、:,])\s*[（(][0-9]{1,2}[）)](?=\s?[\u4e00-\u9fff])"
)


_CAPITALS = re.compile("[A-Z]{2}")
_HALF = Decimal("0.5")
_FIFTY = Decimal(50)
_BARE_SUM = re.compile(
    r"(?<![0-9０-９零〇一二两三四五六七八九十百千万亿几数多余上近. ])(?P<scale>[万亿])元(?=以[上下])"
)
_SCALES = {"万": Decimal(10**4), "亿": Decimal(10**8)}
_HALVES = re.compile(r"一半(?![数年月天日个小径价路])|(?<![一过])半数")
_TENTHS = 10
_NO_TENTHS = ("成果", "成效", "成为", "成立", "成本", "成员")
_YOUNGEST = 4  # tens of years; 三旬 may be thirty days
_HALF_MORE = re.compile(r"个半(?=小时|月|钟头|世纪)")
_HALVED = frozenset(("a", "h", "d", "mo", "wk", "x", "km", "m", "t"))
_BEHIND_POINT = re.compile(r"[0-9]{1,2}(?![0-9.]|\s?[%万亿米年月人个])")
_BEHIND_METRES = re.compile(r"[一二三四五六七八九]{1,2}(?![零一二三四五六七八九十百千万亿半米年月日人个多几])")
_MORE_TENTHS = re.compile(r"[一二三四五六七八九](?![零一二三四五六七八九十百千万亿成折年月日级个家项])")
_SMALL_MONEY = re.compile(
    r"(?:(?P<jiao>[0-9零一二三四五六七八九壹贰叁肆伍陆柒捌玖])角)?(?:零?(?P<fen>[0-9一二三四五六七八九壹贰叁肆伍陆柒捌玖])分)?"
)
_ONES = {
    digit: value
    for digits in ("0123456789", "零一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖")
    for value, digit in enumerate(digits)
}
_JIAO, _FEN = Decimal("0.1"), Decimal("0.01")
_INCHES = re.compile(r"\s?(1[01](?:\.[0-9]{1,2})?|[0-9](?:\.[0-9]{1,2})?)\s?英寸")
_INCHES_TO_A_FOOT = 12
_MINUTES = re.compile(r"分(?![之钟析歧辨公店行部局校支家批阶期类])")
_NO_COUNT = frozenset("统单唯专同第万")  # 统一, 第三: words that hold a number
_BETWEEN = frozenset("余多 ")
_MORE = frozenset("余多")
# 4米多, 三年多: more than that, unless the word goes on (多种, 多边).
_MORE_BEHIND = re.compile(r"多(?![元边种样少数次家名个人项党云伦哈瑙方式媒功余])")
_LISTED = frozenset(("、", "和", "以及", "及"))
# 美金超过50万元
_MONIES = {"美元": "USD", "美金": "USD", "港币": "HKD", "欧元": "EUR", "英镑": "GBP", "日元": "JPY"}
_MONEY_BEFORE = re.compile(rf"({'|'.join(_MONIES)})(?:超过|超過|大约|约|将近|近|逾|高达|达到|达|为)?\Z")
_SCORE = re.compile(r"比[零〇一二两三四五六七八九十]{1,3}(?![个成分])")
_SCORED = re.compile(r"[零〇一二两三四五六七八九十]比\Z")
_ANY = re.compile(r"[0-9０-９零〇一二三四五六七八九十百千万亿萬億两兩廿卅壹贰叁肆伍陆柒捌玖拾佰仟几数半番倍]")


class _Figure(NamedTuple):
    """A numeral with the unit after it, before bounds and ranges are worked in."""

    value: Decimal
    start: int
    end: int
    unit: str
    noun: str
    numeral: Numeral


def _other_kinds(text: str) -> Iterator[Quantity]:
    """References, stages, ordinals, plan names and list numbers: figures that measure nothing."""
    kinds: tuple[tuple[re.Pattern[str], Kind, bool], ...] = (
        (_LIST, "list", True),
        (_REFERENCE, "reference", "号" in text or _CAPITALS.search(text) is not None),
        (_STAGE, "ordinal", "第" in text or "年级" in text or _STAGE_LIKELY.search(text) is not None),
        (_PLAN, "ordinal", "五" in text),
    )
    for pattern, kind, likely in kinds:
        for found in pattern.finditer(text) if likely else ():
            span = Span(*found.span())
            numerals = list(chinese_numerals(found[0]))
            value = numerals[-1].value if numerals else Decimal(0)
            yield Quantity(value, None, "", "=", kind, span, span, found[0])


def _half_more(text: str, pos: int, value: Decimal) -> tuple[Decimal, int]:
    """两个半小时: what a half between numeral and unit adds, and where it ends."""
    found = _HALF_MORE.match(text, pos)
    return (value + _HALF, found.end()) if found else (value, pos)


def _told_apart(text: str, start: int, stop: int, code: str, value: Decimal) -> tuple[Decimal, int]:
    """一年半, 1米85, 10秒87: what stands behind the unit and belongs to its figure; 增长两倍: what stands before it."""
    if code == "x":
        return value + grown(text, start), stop
    if text.startswith("半", stop) and not text.startswith(("半月", "半年", "半天"), stop) and code in _HALVED:
        return value + _HALF, stop + 1
    if code == "CNY" and (small := _SMALL_MONEY.match(text, stop)) and small.end() > stop:  # 50元5角, 壹仟元零伍分
        tenths, hundredths = (_ONES[small[name] or "0"] for name in ("jiao", "fen"))
        return value + tenths * _JIAO + hundredths * _FEN, small.end()
    if code == "[ft_i]" and (inches := _INCHES.match(text, stop)):  # 5英尺10英寸
        return value + Decimal(inches[1]) / _INCHES_TO_A_FOOT, inches.end()
    if code in ("m", "s") and value == int(value) and (found := _BEHIND_POINT.match(text, stop)):
        return value + Decimal(f"0.{found[0]}"), found.end()
    if code == "m" and value < _TENTHS and (found := _BEHIND_METRES.match(text, stop)):  # 一米九二
        return value + Decimal("0." + "".join(str(_ONES[digit]) for digit in found[0])), found.end()
    return value, stop


def _told_by_tens(text: str, pos: int, value: Decimal) -> tuple[Decimal, int, str] | None:
    """八成, 七折, 六旬: the value in full, where its word ends, and its unit."""
    if text.startswith("成", pos) and value <= _TENTHS and not text.startswith(_NO_TENTHS, pos):
        tenths, end = _tenths(text, pos + 1, value)
        return tenths * _TENTHS, end, "%"
    if text.startswith("折", pos) and not text.startswith(("折合", "折算", "折叠", "折射"), pos):
        return value * _TENTHS if value < _TENTHS else value, pos + 1, "%"
    if text.startswith("旬", pos) and _YOUNGEST <= value < _TENTHS:
        return value * _TENTHS, pos + 1, "a"
    return None


def _tenths(text: str, pos: int, value: Decimal) -> tuple[Decimal, int]:
    """两成半, 九成五: what stands behind 成 and belongs to it, and where it ends."""
    if text.startswith("半", pos) and not text.startswith(("半年", "半数", "半导"), pos):
        return value + _HALF, pos + 1
    if (found := _MORE_TENTHS.match(text, pos)) and value < _TENTHS:
        return value + Decimal(_ONES[found[0]]) / _TENTHS, pos + 1
    return value, pos


def _unit_of(text: str, numeral: Numeral) -> _Figure | None:
    """Read what follows a numeral; None where it is no figure but part of a word (统一, 一定)."""
    start, end, value = numeral.span.start, numeral.span.end, numeral.value
    if text[start - 1 : start] in _NO_COUNT and not numeral.digits:
        return None
    if not numeral.digits and _NOT_COUNTED.match(text, start) and value == 1:
        return None
    if not value and text.startswith("增长", end):
        return _Figure(value, start, end + 2, "%", "", numeral)
    pos = end + 1 if text[end : end + 1] in _BETWEEN else end
    if text[end : end + 1] == " " and text[pos : pos + 1] in _MORE:
        pos += 1  # 120,000 多人
    value, pos = _half_more(text, pos, value)
    if found := unit_at(text, pos, "zh"):
        unit, stop = found
        value, stop = _told_apart(text, start, stop, unit.code, value)
        told = _MONEY_BEFORE.search(text, max(0, start - _BOUND_REACH), start) if text[pos:stop] == "元" else None
        return _Figure(value, start, stop, _MONIES[told[1]] if told else unit.code, "", numeral)
    if text.startswith("小时", start - 2) and _MINUTES.match(text, pos):  # 3小时50分
        return _Figure(value, start, pos + 1, "min", "", numeral)
    if tens := _told_by_tens(text, pos, value):
        value, stop, unit_code = tens
        return _Figure(value, start, stop, unit_code, "", numeral)
    if numeral.scale >= 10**8 and text.startswith("级", pos):  # 3000亿级产业集群: a bare size like this is money
        return _Figure(value, start, end, "CNY", "", numeral)
    if noun := measure_word_at(text, pos):
        return _Figure(value, start, pos + len(noun), "count", noun, numeral)
    # 四比零
    scored = _SCORE.match(text, end) or (text[start - 1 : start] == "比" and _SCORED.search(text, 0, start))
    if numeral.digits or numeral.scale > 1 or value >= 100 or scored:
        return _Figure(value, start, end, "count", "", numeral)
    return None


def _figure(text: str, numeral: Numeral) -> _Figure | None:
    """Read a numeral with its unit, or with the sign of a currency before it: US$3.2亿, ￥500."""
    figure = _unit_of(text, numeral)
    start = numeral.span.start
    if figure is None or figure.unit not in ("count", "CNY") or figure.noun or text[start - 1 : start] not in ENDS:
        return figure
    found = ends_with(SIGN, text, start, REACH)
    return figure._replace(start=found.start(), unit=SIGNS[found[0].strip()]) if found else figure


def _fraction_at(text: str, numeral: Numeral) -> tuple[Decimal, int] | None:
    """百分之八十, 三分之一, 1/4: the share and where it ends."""
    if text.startswith(_TEN_THOUSANDTH, numeral.span.start - len(_TEN_THOUSANDTH)):
        return numeral.value / 100, numeral.span.end
    if slashed := _SLASHED.match(text, numeral.span.start) if text.startswith("/", numeral.span.end) else None:
        many, part = Decimal(slashed["many"]), Decimal(slashed["part"])
        return (many / part * 100, slashed.end()) if many < part else None
    found = _FRACTION.match(text, numeral.span.start) or _FRACTION.match(text, numeral.span.end)
    if not found:
        return None
    upper = read_chinese(text, found.end())
    if upper is None:
        return None
    lower = {"百分之": Decimal(100), "千分之": Decimal(1000), "万分之": Decimal(10000)}.get(found[0], numeral.value)
    return (upper.value / lower * 100, upper.span.end) if lower else None


def _bound(text: str, start: int, end: int) -> tuple[Bound, int, int]:
    """Work in the words before and after a figure; give the bound and the span with them."""
    bound: Bound = "="
    if found := _INCLUSIVE.match(text, end):
        inclusive, end = True, found.end()
    else:
        inclusive = False
    head = text[max(0, start - _BOUND_REACH) : start]
    for pattern, sense in _BEFORE if head[-1:] in _BEFORE_ENDS or "至" in head or "最" in head else ():
        if before := pattern.search(text, max(0, start - _BOUND_REACH), start):
            bound, start = sense, before.start()
            break
    for pattern, sense in _AFTER if text[end : end + 1] in _AFTER_STARTS else ():
        if after := pattern.match(text, end):
            if bound in ("=", "~"):  # 至少三个月内: the first word says how much, the last one when
                bound = sense
            end = after.end()
            break
    if inclusive:
        bound = _WITH_END.get(bound, bound)
    return bound, start, end


def _measure(text: str, figure: _Figure, upper: _Figure | None) -> Quantity:
    start, end = figure.start, (upper or figure).end
    bound, left, right = _bound(text, start, end)
    behind = text[figure.numeral.span.end : figure.numeral.span.end + 2].lstrip(" ")[:1]
    if bound == "=" and upper is None and end > figure.numeral.span.end and _MORE_BEHIND.match(text, end):
        bound, right = ">", end + 1
    if figure.numeral.rough or figure.numeral.more or behind in _MORE:
        bound = "~" if figure.numeral.rough else ">"
    last = upper or figure
    low = figure.value
    if upper and upper.unit == "x" and grown(text, figure.start):  # 增长两到三倍
        low, upper = low + (figure.unit == "count"), upper._replace(value=upper.value + 1)
    if upper and figure.unit == "count" and upper.unit == "%" and upper.value == upper.numeral.value * _TENTHS:
        low *= _TENTHS  # 六至八成
    if upper:
        low = sharing_scale(low, figure.numeral, upper.numeral)
    return Quantity(
        low, upper.value if upper else None, last.unit, bound, "measure", Span(left, right),
        Span(figure.numeral.span.start, last.numeral.span.end), text[left:right], last.noun,
    )  # fmt: skip


def _lower_end(text: str, numeral: Numeral, following: list[Numeral]) -> _Figure | None:
    """Read a bare number word as the lower end of a range whose upper end has the unit: 六至八成, 三至五年."""
    bare = not numeral.digits and following and not following[0].digits and numeral.value < following[0].value
    if not bare or not DASH.fullmatch(text, numeral.span.end, following[0].span.start):
        return None
    if text[numeral.span.start - 1 : numeral.span.start] in _NO_COUNT or _unit_of(text, following[0]) is None:
        return None
    return _Figure(numeral.value, numeral.span.start, numeral.span.end, "count", "", numeral)


def _measures(text: str, numerals: list[Numeral]) -> Iterator[Quantity]:
    index = 0
    done = 0
    while index < len(numerals):
        numeral = numerals[index]
        index += 1
        if numeral.span.start < done:
            continue  # part of a unit: 个百分点
        if share := _fraction_at(text, numeral):
            value, end = share
            start = numeral.span.start
            start -= len(_TEN_THOUSANDTH) if text.startswith(_TEN_THOUSANDTH, start - len(_TEN_THOUSANDTH)) else 0
            bound, left, right = _bound(text, start, end)
            yield Quantity(value, None, "%", bound, "measure", Span(left, right), Span(start, end), text[left:right])
            index += 1
            continue
        figure = _figure(text, numeral) or _lower_end(text, numeral, numerals[index : index + 1])
        if figure is None:
            continue
        done = figure.end
        upper = None
        if index < len(numerals):
            between = text[figure.end : numerals[index].span.start]
            if DASH.fullmatch(between) and numerals[index].value > 0:
                upper = _figure(text, numerals[index])
        if upper and (upper.unit == figure.unit or figure.unit == "count"):
            index += 1
        else:
            upper = None
        yield _measure(text, figure, upper)


def _bare_sums(text: str) -> Iterator[Quantity]:
    """亿元以上, 万元以下: a hundred million yuan or more, without a numeral."""
    for found in _BARE_SUM.finditer(text) if "元以" in text else ():
        bound, left, right = _bound(text, found.start(), found.end())
        yield Quantity(
            _SCALES[found["scale"]], None, "CNY", bound, "measure", Span(left, right), Span(*found.span()),
            text[left:right],
        )  # fmt: skip


def _halves(text: str) -> Iterator[Quantity]:
    """一半, 近半数, 半数以上: shares without a numeral of their own."""
    for found in _HALVES.finditer(text) if "一半" in text or "半数" in text else ():
        bound, left, right = _bound(text, found.start(), found.end())
        yield Quantity(_FIFTY, None, "%", bound, "measure", Span(left, right), Span(*found.span()), text[left:right])


def read_chinese_quantities(text: str) -> list[Quantity]:
    """Read every figure of a Chinese text; see `read_quantities`."""
    if not _ANY.search(text):
        return []
    plain = simplified(text)
    return _read(text) if plain is text else as_written(text, _read(plain))


def _read(text: str) -> list[Quantity]:
    # Not the 十分 of 十分之一.
    mask = name_mask(text, (one for one in idioms(text) if not text.startswith("分之", one.end - 1)))
    others = [quantity for quantity in _other_kinds(text) if not mask.covers(quantity.span.start)]
    others += _bare_sums(text)
    others += (quantity for quantity in _halves(text) if not mask.covers(quantity.figure.start))
    others += (quantity for quantity in chinese_multiples(text) if not mask.covers(quantity.figure.start))
    taken = Mask(quantity.span for quantity in others)
    numerals = chinese_numerals(text)
    free = [one for one in numerals if not mask.covers(one.span.start) and not taken.meets(one.span)]
    if not free:
        return in_order(others)
    dates = [quantity for quantity in chinese_dates(text, free) if not taken.meets(quantity.span)]
    dated = Mask(quantity.span for quantity in dates)
    rest = [numeral for numeral in free if not dated.meets(numeral.span)]
    quantities = in_order([*others, *dates, *_measures(text, rest)])
    # 分别控制在37微克、35微克、33微克以内
    told = text.find("分别")
    return quantities if told < 0 else with_shared_bounds(text, quantities, _LISTED, told)
