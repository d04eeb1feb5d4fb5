"""Units of measurement in both languages, read to one notation.

The notation follows UCUM's case-sensitive codes where it has one ("ug/m3", "kW.h", "t"); "%" and "pp" (percentage
points) stand for shares, "CNY" for yuan, "mu" for 亩 (1/15 ha, which UCUM lacks), "count" for things counted.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from itertools import product
from typing import Final

from drafter.model import Side


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measurement.

    Attributes:
        code: the notation used throughout ("ug/m3").
        dimension: what it measures; units of one dimension convert into each other by `factor`.
        factor: its size in the dimension's base unit.
        zh: Chinese names.
        en: English names and symbols, as one regular expression.
        shown: the symbol written after a figure in English.
    """

    code: str
    dimension: str
    factor: Fraction
    zh: tuple[str, ...]
    en: str
    shown: str


def _unit(code: str, dimension: str, factor: int | Fraction, zh: str, en: str, shown: str | None = None) -> Unit:
    return Unit(code, dimension, Fraction(factor), tuple(zh.split()), en, shown or code)


_THOUSANDTH, _MILLIONTH = Fraction(1, 1000), Fraction(1, 10**6)

# English patterns meet the damage of word-by-word translation as well: `μg/mthree`, `micrograms/cubic meters`, `mg/I`.
_PER = r"(?:\s?/\s?|\s+per\s+)"
_METRE = r"met(?:er|re)s?"
_LITRE = r"lit(?:er|re)s?"
_TON = r"(?:tons?|tonnes?)"
_CUBE = rf"(?:m\s?(?:³|Â³|3|\^3|three|㎥)|cubic\s?{_METRE}|㎥)"
_MICROGRAM = r"(?:(?:[μµu]|Î¼|Âµ)\s?g|micrograms?)"
_MILLIGRAM = r"(?:mg|milligrams?)"
_WATT_HOUR = r"watt[\s-]?hours?"
_COAL = r"(?:standard\s+coal(?:\s+equivalent)?|coal\s+equivalent)"
_AREA = r"(?:km\s?(?:²|2)|square\s+kilomet(?:er|re)s?|sq\.?\s?km)"
_MONTH = r"(?:months?|mo|30\s?(?:days?|d))"
_AND_PER = r"(?:\s?[·⋅∙•.*/]\s?|\s+(?:per|and|a)\s+)"
_WORD_ENDS = r"(?![a-z])"
_SYMBOL_ENDS = r"(?![A-Za-z0-9/])"


def _dust_falls() -> Iterator[str]:
    """Give the Chinese names of the unit of dust fall: either of its two divisors first, bracketed or not."""
    for area, month in product(("平方公里", "平方千米"), ("月", "30天", "30日")):
        for first, second in ((area, month), (month, area)):
            for dot in "·•．.":
                yield from (f"吨/{opened}{first}{dot}{second}{closed}" for opened, closed in ("（）", "()", ("", "")))
            yield f"吨/{first}/{second}"
            yield f"吨每{first}每{second}"


_AIR_AND_WATER = (
    _unit(
        "ug/m3", "concentration", 1,
        "微克/立方米 微克每立方米 μg/m³ μg/m3 µg/m³ µg/m3 ug/m3 微克／立方米",
        rf"{_MICROGRAM}{_PER}{_CUBE}", "μg/m³",
    ),
    _unit(
        "mg/m3", "concentration", 1000,
        "毫克/立方米 毫克每立方米 毫克/标准立方米 毫克/标立方米 mg/m³ mg/m3",
        rf"{_MILLIGRAM}{_PER}(?:N|normal\s+|standard\s+)?{_CUBE}", "mg/m³",
    ),
    _unit(
        "mg/L", "concentration in water", 1,
        "毫克/升 mg/L",
        rf"{_MILLIGRAM}{_PER}(?:{_LITRE}|[LlI1](?![A-Za-z0-9]))", "mg/L",
    ),
    _unit("dB", "loudness", 1, "分贝", r"dB(?:\(A\))?|decibels?", "dB"),
    _unit(
        "Cel", "temperature", 1,
        "摄氏度 ℃ °C",
        r"[°º]\s?C(?![a-z])|℃|degrees?\s+(?:Celsius|centigrade)|(?<=[0-9])C(?![A-Za-z0-9])", "°C",
    ),
    _unit("[degF]", "temperature", Fraction(5, 9), "华氏度 ℉", r"[°º]\s?F(?![a-z])|℉|degrees?\s+Fahrenheit", "°F"),
)  # fmt: skip
_ENERGY = (
    _unit(
        "g/(kW.h)", "fuel rate", 1,
        "克标准煤/千瓦时 克标煤/千瓦时 克/千瓦时",
        rf"(?:g|grams?)(?:ce)?(?:\s+of\s+{_COAL})?{_PER}(?:kWh|kilo{_WATT_HOUR})", "gce/kWh",
    ),
    _unit(
        "t/h", "steam rate", 1,
        "蒸吨/小时 蒸吨/时 吨/小时 蒸吨",
        rf"(?:steam\s+)?(?:t|{_TON})(?:\s+of\s+steam)?{_PER}h(?:ours?)?{_WORD_ENDS}|steam\s+{_TON}", "t/h",
    ),
    _unit(
        "t/(km2.mo)", "dust fall", 1,
        " ".join(_dust_falls()),
        rf"(?:t|{_TON}){_PER}\(?\s?(?:{_AREA}{_AND_PER}{_MONTH}|{_MONTH}{_AND_PER}{_AREA})(?:\s?\))?", "t/(km²·month)",
    ),
    _unit("t/km2", "areal load", _THOUSANDTH, "吨/平方公里 吨/平方千米", rf"(?:t|{_TON}){_PER}{_AREA}", "t/km²"),
    _unit(
        "g/m2", "areal load", _THOUSANDTH,
        "克/平方米", rf"(?:g|grams?){_PER}(?:m\s?(?:²|2)|square\s+{_METRE})", "g/m²",
    ),
    _unit("tce", "coal equivalent", 1, "吨标准煤 吨标煤", rf"tce|{_TON}\s+of\s+{_COAL}", "tce"),
    _unit(
        "kgce", "coal equivalent", _THOUSANDTH, "千克标准煤 千克标煤 公斤标准煤 公斤标煤",
        rf"kgce|(?:kg|kilograms?)\s+of\s+{_COAL}", "kgce",
    ),
    _unit(
        "gce", "coal equivalent", _MILLIONTH, "克标准煤 克标煤", rf"gce(?![A-Za-z])|(?:g|grams?)\s+of\s+{_COAL}", "gce",
    ),
    _unit(
        "kW.h", "energy", 1, "千瓦时 千瓦·时 度电 kWh",
        rf"kWh|kW\s?[·⋅.]\s?h{_WORD_ENDS}|kilo{_WATT_HOUR}|kW/h(?:our)?{_WORD_ENDS}", "kWh",
    ),
    _unit("MW.h", "energy", 1000, "兆瓦时 MWh", rf"MWh|mega{_WATT_HOUR}", "MWh"),
    _unit("GW.h", "energy", 10**6, "吉瓦时 GWh", rf"GWh|giga{_WATT_HOUR}", "GWh"),
    _unit("TW.h", "energy", 10**9, "太瓦时 TWh", rf"TWh|tera{_WATT_HOUR}", "TWh"),
    _unit("kW", "power", 1, "千瓦 kW", r"kW(?![Hh])|kilowatts?(?![\s-]?hours?)", "kW"),
    _unit("MW", "power", 1000, "兆瓦 MW", r"MW(?![Hh])|megawatts?(?![\s-]?hours?)", "MW"),
    _unit("GW", "power", 10**6, "吉瓦 GW", r"GW(?![Hh])|gigawatts?(?![\s-]?hours?)", "GW"),
)  # fmt: skip
_SIZES = (
    _unit(
        "t", "mass", 1,
        "载重吨 吨级 总吨 公吨 吨",
        rf"(?:metric\s+)?tons?{_WORD_ENDS}|tonnes?|dwt|deadweight\s+tons?|tonnage|t{_SYMBOL_ENDS}", "t",
    ),
    _unit("Gt", "mass", 10**9, "吉吨", rf"gigaton(?:ne)?s?{_WORD_ENDS}|(?-i:Gt){_SYMBOL_ENDS}", "Gt"),
    _unit("Mt", "mass", 10**6, "兆吨", rf"megaton(?:ne)?s?{_WORD_ENDS}|(?-i:Mt){_SYMBOL_ENDS}", "Mt"),
    _unit("kt", "mass", 10**3, "千吨", rf"kiloton(?:ne)?s?{_WORD_ENDS}|(?-i:kt){_SYMBOL_ENDS}", "kt"),
    _unit("kg", "mass", _THOUSANDTH, "千克 公斤 kg", rf"kg|kilograms?|kilos?{_WORD_ENDS}", "kg"),
    _unit("mg", "mass", Fraction(1, 10**9), "毫克", rf"{_MILLIGRAM}{_SYMBOL_ENDS}", "mg"),
    _unit("ug", "mass", Fraction(1, 10**12), "微克", rf"{_MICROGRAM}{_SYMBOL_ENDS}", "μg"),
    _unit("g", "mass", _MILLIONTH, "克", rf"grams?|g{_SYMBOL_ENDS}", "g"),
    _unit("m3", "volume", 1, "立方米 方 m³", _CUBE, "m³"),
    _unit("mL", "volume", _MILLIONTH, "毫升", rf"milli{_LITRE}|m[lL]{_SYMBOL_ENDS}", "mL"),
    _unit("L", "volume", _THOUSANDTH, "升", rf"{_LITRE}|L{_SYMBOL_ENDS}", "L"),
    _unit(
        "km2", "area", 10**6,
        "平方公里 平方千米",
        r"square\s+(?:kilomet(?:er|re)s?|km)|sq\.?\s?km|km\s?(?:²|2(?![0-9.]))", "km²",
    ),
    _unit("m2", "area", 1, "平方米 平米 m²", rf"square\s+{_METRE}|sq\.?\s?m{_WORD_ENDS}|m(?:²|2(?![0-9.]))", "m²"),
    _unit("mu", "area", Fraction(2000, 3), "亩", rf"mu{_WORD_ENDS}", "mu"),
    _unit("har", "area", 10**4, "公顷", rf"hectares?|ha{_WORD_ENDS}", "ha"),
    _unit("[ly]", "length", Fraction("9460730472580800"), "光年", r"light[\s-]years?", "light-years"),
    _unit("km", "length", 1000, "公里 千米 km", rf"kilo{_METRE}|km(?:p?h)?(?![a-z0-9²])|kph", "km"),
    _unit("[li]", "length", 500, "里", rf"li{_WORD_ENDS}", "li"),
    _unit("m", "length", 1, "米 公尺", rf"{_METRE}{_WORD_ENDS}|m(?![A-Za-z0-9³²/])", "m"),
    _unit("cm", "length", Fraction(1, 100), "厘米 公分", rf"centi{_METRE}|cm{_WORD_ENDS}", "cm"),
    _unit("mm", "length", _THOUSANDTH, "毫米", rf"milli{_METRE}|mm{_WORD_ENDS}", "mm"),
    _unit("um", "length", _MILLIONTH, "微米", rf"micro{_METRE}|microns?|[μµ]m{_SYMBOL_ENDS}", "μm"),
    _unit("nm", "length", Fraction(1, 10**9), "纳米", rf"nano{_METRE}|nm{_SYMBOL_ENDS}", "nm"),
)  # fmt: skip
# Traditional sizes, for texts that convert: the Chinese jin is 500 g; the others are the international ones of 1959.
_TRADITIONAL = (
    _unit("[jin]", "mass", Fraction(1, 2000), "斤", rf"jin{_WORD_ENDS}|catt(?:y|ies)", "jin"),
    _unit("[mi_i2]", "area", Fraction("1609.344") ** 2, "平方英里", r"square\s+miles?", "square miles"),
    _unit("[ft_i2]", "area", Fraction("0.3048") ** 2, "平方英尺", r"square\s+f(?:ee|oo)t|sq\.?\s?ft", "square feet"),
    _unit("[acr_us]", "area", Fraction("4046.8564224"), "英亩", r"acres?", "acres"),
    _unit("[nmi_i]", "length", 1852, "海里", r"nautical\s+miles?", "nautical miles"),
    _unit("[mi_i]", "length", Fraction("1609.344"), "英里 英哩 哩", rf"miles?{_WORD_ENDS}|mph{_WORD_ENDS}", "miles"),
    _unit("[yd_i]", "length", Fraction("0.9144"), "码", rf"yards?{_WORD_ENDS}", "yards"),
    _unit("[ft_i]", "length", Fraction("0.3048"), "英尺 英呎 呎", rf"f(?:ee|oo)t{_WORD_ENDS}|ft{_SYMBOL_ENDS}", "feet"),
    _unit("[in_i]", "length", Fraction("0.0254"), "英寸 英吋 吋", rf"inch(?:es)?{_WORD_ENDS}", "inches"),
    _unit(
        "[lb_av]", "mass", Fraction("0.00045359237"),
        "磅", rf"pounds?(?!\s+sterling){_WORD_ENDS}|lbs?{_SYMBOL_ENDS}", "lb",
    ),
    _unit("[stone_av]", "mass", Fraction("0.00635029318"), "英石", rf"stones?{_WORD_ENDS}", "stone"),
    _unit("[oz_av]", "mass", Fraction("0.000028349523125"), "盎司", rf"ounces?|oz{_SYMBOL_ENDS}", "ounces"),
    _unit("[gal_us]", "volume", Fraction("0.003785411784"), "加仑", r"gallons?", "gallons"),
    _unit("[bbl_us]", "volume", Fraction("0.158987294928"), "桶", r"barrels?", "barrels"),
)  # fmt: skip
_MONEY = (
    _unit("CNY", "money", 1, "元人民币 人民币 块钱 元钱 元", r"yuan|RMB|CNY|renminbi", "yuan"),
    _unit("[jiao]", "money", Fraction(1, 10), "毛钱 角钱 毛", rf"jiao{_WORD_ENDS}", "jiao"),
    _unit("[fen]", "money", Fraction(1, 100), "分钱", rf"fen{_WORD_ENDS}", "fen"),
    _unit("HKD", "money in HKD", 1, "港元 港币", r"Hong\s+Kong\s+dollars?|HK\s+dollars?|HKD", "Hong Kong dollars"),
    _unit("AUD", "money in AUD", 1, "澳元 澳大利亚元", r"Australian\s+dollars?|AUD", "Australian dollars"),
    _unit("CAD", "money in CAD", 1, "加元 加拿大元", r"Canadian\s+dollars?|CAD", "Canadian dollars"),
    _unit("NZD", "money in NZD", 1, "新西兰元", r"New\s+Zealand\s+dollars?|NZD", "New Zealand dollars"),
    _unit("SGD", "money in SGD", 1, "新加坡元 新元", r"Singapore(?:an)?\s+dollars?|SGD", "Singapore dollars"),
    _unit("TWD", "money in TWD", 1, "新台币", r"(?:New\s+)?Taiwan\s+dollars?|TWD", "New Taiwan dollars"),
    _unit("USD", "money in USD", 1, "美元 美金", r"US\s?dollars?|U\.S\.\s+dollars?|dollars?|USD", "US dollars"),
    _unit("[cent]", "money in USD", Fraction(1, 100), "美分", rf"cents?{_WORD_ENDS}", "cents"),
    _unit("EUR", "money in EUR", 1, "欧元", r"euros?|EUR", "euros"),
    _unit("GBP", "money in GBP", 1, "英镑", r"pounds\s+sterling|GBP", "pounds sterling"),
    _unit("[penny]", "money in GBP", Fraction(1, 100), "便士", r"pence|(?<=[0-9])p(?![A-Za-z])", "pence"),
    _unit("JPY", "money in JPY", 1, "日元 日圆", rf"(?:Japanese\s+)?yen{_WORD_ENDS}|JPY", "yen"),
    _unit("KRW", "money in KRW", 1, "韩元 韩圆", r"(?:South\s+)?Korean\s+won|KRW", "Korean won"),
    _unit("CHF", "money in CHF", 1, "瑞士法郎 瑞郎", r"Swiss\s+francs?|CHF", "Swiss francs"),
    _unit("ZAR", "money in ZAR", 1, "兰特", rf"rand{_WORD_ENDS}|ZAR", "rand"),
    _unit("THB", "money in THB", 1, "泰铢", rf"baht{_WORD_ENDS}|THB", "baht"),
    _unit("RUB", "money in RUB", 1, "卢布", r"rou?bles?", "roubles"),
    _unit("INR", "money in INR", 1, "卢比", r"rupees?", "rupees"),
)
_TIMES = (
    _unit("[millennium]", "time, calendar", 12000, "", r"millenni(?:a|um)(?![a-z])", "millennia"),
    _unit("[century]", "time, calendar", 1200, "个世纪", r"centur(?:y|ies)", "centuries"),
    _unit("[decade]", "time, calendar", 120, "", r"decades?", "decades"),
    _unit("a", "time, calendar", 12, "个年头 周年 年 周岁 岁", rf"years?{_WORD_ENDS}", "years"),
    _unit("mo", "time, calendar", 1, "个月", rf"months?{_WORD_ENDS}", "months"),
    _unit("wk", "time", 7 * 86400, "周 个星期 个礼拜", rf"weeks?{_WORD_ENDS}", "weeks"),
    _unit(
        "d",
        "time",
        86400,
        "天 个工作日 工作日 个自然日 自然日 个交易日 交易日 日",
        rf"(?:(?:working|calendar|business|trading|consecutive|natural)\s+)?days?{_WORD_ENDS}",
        "days",
    ),
    _unit("h", "time", 3600, "个小时 小时 个钟头 钟头", rf"hours?{_WORD_ENDS}", "hours"),
    _unit("[ke]", "time", 900, "刻钟", r"quarters?\s+of\s+an\s+hour", "quarters of an hour"),
    _unit("min", "time", 60, "分钟", rf"minutes?{_WORD_ENDS}", "minutes"),
    _unit("s", "time", 1, "秒钟 秒", rf"seconds?{_WORD_ENDS}", "seconds"),
)
_RATIOS = (
    _unit(
        "pp", "points", 1,
        "个百分点 百分点",
        r"percentage[\s-]points?|percent(?:age)?[\s-]points?", "percentage points",
    ),
    _unit("[bp]", "points", Fraction(1, 100), "个基点 基点", r"basis[\s-]points?|bps", "basis points"),
    _unit("%", "share", 1, "% ％", r"%|％|per\s?cent(?!age)|pct(?![a-z])", "%"),
    _unit("[permille]", "share", Fraction(1, 10), "‰", r"‰|per\s(?:thousand|1,?000)(?![,0-9])", "‰"),
    _unit("[ppm]", "share", Fraction(1, 10**4), "ppm", rf"ppm{_WORD_ENDS}|parts?\s+per\s+million", "ppm"),
    _unit("[ppb]", "share", Fraction(1, 10**7), "ppb", rf"ppb{_WORD_ENDS}|parts?\s+per\s+billion", "ppb"),
    _unit("x", "ratio", 1, "倍", rf"times{_WORD_ENDS}|-?fold{_WORD_ENDS}|(?<=[0-9])x(?![A-Za-z0-9])", "times"),
    _unit("[TEU]", "containers", 1, "标箱 标准箱", r"TEUs?", "TEU"),
)  # fmt: skip

UNITS: Final[tuple[Unit, ...]] = (
    *_RATIOS, *_AIR_AND_WATER, *_ENERGY, *_SIZES, *_TRADITIONAL, *_MONEY, *_TIMES,
)  # fmt: skip
"""Every unit known. In Chinese the longest name at a place wins; in English the first: compound units stand first."""

# Measure words: what they count is named by the noun after them.
ZH_MEASURE_WORDS: Final = (
    "个 家 座 台 辆 艘 项 处 条 批 批次 次 人 名 户 件 套 万户 所 支 类 种 场 轮 位 期 份 起 宗 株 头 只 盏 根 片 块 "
    "人次 家次 户次 车次 班次 架次 床 张 篇 例 粒 枚 颗 箱 瓶 袋 匹 棵 朵 封 册 幅 尊 具 剂 桩 趟 "
    "部 栋 幢 间 口 眼 层 级 档 届 羽 笔 "
    "省 市 县 区 镇 乡 村 城 国 村庄 城市 县城 大 地 部门 方面 环节"
)
_MEASURE = re.compile("|".join(sorted(set(ZH_MEASURE_WORDS.split()), key=len, reverse=True)))


@cache
def unit_by_code(code: str) -> Unit | None:
    """Find a unit by its notation."""
    return next((unit for unit in UNITS if unit.code == code), None)


@cache
def _zh_names() -> dict[str, Unit]:
    return {name: unit for unit in UNITS for name in unit.zh}


@cache
def _zh_pattern() -> re.Pattern[str]:
    names = sorted(_zh_names(), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, names)))


@cache
def _en_pattern() -> tuple[re.Pattern[str], tuple[Unit, ...]]:
    """One pattern with a group a unit: compound units stand before the units they begin with."""
    groups = "|".join(f"({unit.en})" for unit in UNITS)
    return re.compile(f"(?:{groups})", re.IGNORECASE), UNITS


def unit_at(text: str, pos: int, side: Side) -> tuple[Unit, int] | None:
    """Read the unit that begins at a place.

    Args:
        text: the text.
        pos: code point at which the unit must begin.
        side: language of the text.

    Returns:
        The unit and the code point after it, or None.
    """
    if side == "zh":
        found = _zh_pattern().match(text, pos)
        return (_zh_names()[found[0]], found.end()) if found else None
    pattern, units = _en_pattern()
    found = pattern.match(text, pos)
    if not found or found.lastindex is None:
        return None
    return units[found.lastindex - 1], found.end()


def measure_word_at(text: str, pos: int) -> str:
    """Give the Chinese measure word at a place, "" where there is none."""
    found = _MEASURE.match(text, pos)
    return found[0] if found else ""


_ZERO_AT = {"[degF]": 32}
"""Where a unit's scale stands at the zero of its base unit."""


@lru_cache(maxsize=4096)
def comparable(value: Decimal, code: str) -> tuple[str, Fraction]:
    """Give a value in its dimension's base unit, so that 30万千瓦 and 300 MW are equal.

    Args:
        value: the value in `code`.
        code: a unit's notation, "count" or "".

    Returns:
        The dimension and the exact value in its base unit.
    """
    unit = unit_by_code(code)
    if unit is None:
        return code or "count", Fraction(value)
    return unit.dimension, (Fraction(value) - _ZERO_AT.get(code, 0)) * unit.factor
