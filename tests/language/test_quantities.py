"""Quantities: figures with unit, bound and kind, the same from both languages."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.language.quantities import read_quantities, write_english
from drafter.language.units import UNITS, comparable, measure_word_at, unit_at, unit_by_code
from drafter.model import Bound, Side

# Chinese, English, value, upper value, unit, bound: both sides say the same.
SAME = [
    ("34微克/立方米以内", "within 34 μg/m³", 34, None, "ug/m3", "<="),
    ("5吨/月·平方公里", "5 tons/month·km2", 5, None, "t/(km2.mo)", "="),
    ("7吨/（平方公里·30天）", "7 t/(km²·30d)", 7, None, "t/(km2.mo)", "="),
    ("6吨/平方千米·月", "6 tonnes per square kilometre per month", 6, None, "t/(km2.mo)", "="),
    ("0.5克/平方米", "0.5 g/m2", Decimal("0.5"), None, "g/m2", "="),
    ("50毫克/标立方米", "50 mg/Nm3", 50, None, "mg/m3", "="),
    ("15千瓦·时", "15 kW·h", 15, None, "kW.h", "="),
    ("不低于80%", "no less than 80%", 80, None, "%", ">="),
    ("80%以上", "80% or more", 80, None, "%", ">="),
    ("30万千瓦", "300,000 kW", 300000, None, "kW", "="),
    ("超过1.5亿吨", "more than 150 million tonnes", 150000000, None, "t", ">"),
    ("两年半", "two-and-a-half-year", Decimal("2.5"), None, "a", "="),
    ("一年半", "a year and a half", Decimal("1.5"), None, "a", "="),
    ("3.75小时", "three and three-quarter hours", Decimal("3.75"), None, "h", "="),
    ("1.25小时", "one and a quarter hours", Decimal("1.25"), None, "h", "="),
    ("一米九二", "1.92 metres", Decimal("1.92"), None, "m", "="),
    ("两米三", "2.3 m", Decimal("2.3"), None, "m", "="),
    ("约九成五", "about 95%", 95, None, "%", "~"),
    ("六成三", "63 percent", 63, None, "%", "="),
    ("七旬", "70 years", 70, None, "a", "="),
    ("约12公里", "about 12 km", 12, None, "km", "~"),
    ("5个百分点", "5 percentage points", 5, None, "pp", "="),
    ("10—15%", "10–15%", 10, 15, "%", "="),
    ("8万亩", "80,000 mu", 80000, None, "mu", "="),
    ("35蒸吨/小时以下", "35 t/h or less", 35, None, "t/h", "<="),
    ("万分之五", "0.05%", Decimal("0.05"), None, "%", "="),
    ("三分之二", "two-thirds", Decimal(2) / 3 * 100, None, "%", "="),
    # Between the bound and the figure stands what is bound.
    ("最多补贴3000元", "up to 3,000 yuan", 3000, None, "CNY", "<="),
    ("最高奖励20万元", "a maximum of 200,000 yuan", 200000, None, "CNY", "<="),
    ("最多时3000人", "3,000 people", 3000, None, "count", "="),
    ("不少于四分之三", "no fewer than three quarters", 75, None, "%", ">="),
    ("约四分之一", "about a quarter", 25, None, "%", "~"),
    ("600亿元", "60 billion yuan", 60 * 10**9, None, "CNY", "="),
    # GB/T 15835-2011, 5.1: rough numbers; 余 and 多 behind a figure say that there is more.
    ("30多本", "more than 30", 30, None, "count", ">"),
    ("100多万元", "more than 1 million yuan", 10**6, None, "CNY", ">"),
    ("40余亿元", "over 4 billion yuan", 4 * 10**9, None, "CNY", ">"),
    # 成 is ten percent, 半 a half.
    ("七成", "seven in ten", 70, None, "%", "="),
    ("两个半小时", "two and a half hours", Decimal("2.5"), None, "h", "="),
    ("1米85", "1.85 metres", Decimal("1.85"), None, "m", "="),
    ("10秒87", "10.87 seconds", Decimal("10.87"), None, "s", "="),
    # GB/T 15835-2011, 5.2: a range may share its scale.
    ("600至850亿元", "60 billion to 85 billion yuan", 60 * 10**9, 85 * 10**9, "CNY", "="),
    # The Civil Code, article 1259: 以内 counts the figure itself.
    ("15日内", "within 15 days", 15, None, "d", "<="),
    # CLDR: currency signs stand before the figure.
    ("12亿英镑", "£1.2 billion", 12 * 10**8, None, "GBP", "="),
    ("380万欧元", "€3.8 million", 3800000, None, "EUR", "="),
    ("120亿港元", "HK$12 billion", 12 * 10**9, None, "HKD", "="),
    # UCUM: [mi_i], [acr_us].
    ("6英里", "6 miles", 6, None, "[mi_i]", "="),
    ("50英亩", "50 acres", 50, None, "[acr_us]", "="),
    # UCUM: [ft_i] is 12 [in_i].
    ("5英尺9英寸", "5 feet 9 inches", Decimal("5.75"), None, "[ft_i]", "="),
    # GB/T 15835-2011 writes the point of a decimal; of a percentage point, a tenth is 0.1 and not 10%.
    ("0.2个百分点", "2/10ths of a percentage point", Decimal("0.2"), None, "pp", "="),
    ("0.25个百分点", "a quarter of a percentage point", Decimal("0.25"), None, "pp", "="),
    ("500万至1000万人", "5 to 10 million", 5 * 10**6, 10**7, "count", "="),
    # Traditional characters, as in Taiwan and Hong Kong.
    ("34萬噸以上", "340,000 tonnes or more", 340000, None, "t", ">="),
    # A range in words shares 成, and its unit.
    ("五至七成", "50–70%", 50, 70, "%", "="),
    ("三至五年", "three to five years", 3, 5, "a", "="),
    # 百 before 米 counts; before 帕 it is a prefix (GB/T 3100).
    ("四百米", "400 metres", 400, None, "m", "="),
    # Sums as accounts write them (GB/T 15835-2011, 4.2), and signs before the figure.
    ("壹仟贰佰元伍角陆分", "CN¥1,200.56", Decimal("1200.56"), None, "CNY", "="),
    ("US$3.2亿", "US$320 million", 320 * 10**6, None, "USD", "="),
    ("12億歐元", "€1.2 billion", 12 * 10**8, None, "EUR", "="),
    # A multiple is how many times as much there is (《现代汉语词典》): 增长 adds to what was, 翻番 doubles it.
    ("增长两倍", "tripled", 3, None, "x", "="),
    ("增长到两倍", "doubled", 2, None, "x", "="),
    ("是去年的三倍", "three times that", 3, None, "x", "="),
    ("提高一倍", "to double", 2, None, "x", "="),
    ("增长近一倍", "nearly doubled", 2, None, "x", "~"),
    ("增加1.5倍", "2.5 times", Decimal("2.5"), None, "x", "="),
    ("翻一番", "twice that", 2, None, "x", "="),
    ("翻番", "twofold", 2, None, "x", "="),
    ("翻两番", "quadrupled", 4, None, "x", "="),
    ("翻三番", "eightfold", 8, None, "x", "="),
    ("翻了一番多", "more than doubled", 2, None, "x", ">"),
    ("增长两到三倍", "three to four times", 3, 4, "x", "="),
    ("五倍以上", "at least five times", 5, None, "x", ">="),
    ("高达4倍", "fourfold", 4, None, "x", "="),
    ("减半", "halved", 50, None, "%", "="),
    ("减少近一半", "by nearly half", 50, None, "%", "~"),
    # Read for what they meant.
    ("38.6微克/立方米", "at 38. 6μg/mthree", Decimal("38.6"), None, "ug/m3", "="),
    ("33.5微克/立方米", "33.5 Î¼g/mÂ³", Decimal("33.5"), None, "ug/m3", "="),
    ("4200吨", "of 4, 200 tonnes", 4200, None, "t", "="),
    ("30万千瓦", "3,00,000 kW", 300000, None, "kW", "="),
    ("17.4公里", "17 .4 km", Decimal("17.4"), None, "km", "="),
]


@pytest.mark.parametrize(("zh", "en", "value", "upper", "unit", "bound"), SAME)
def test_both_languages(zh: str, en: str, value: Decimal, upper: Decimal | None, unit: str, bound: Bound) -> None:
    for text, side in ((zh, "zh"), (en, "en")):
        (one,) = read_quantities(text, "zh" if side == "zh" else "en")
        assert (one.value, one.value_max, one.unit, one.bound) == (value, upper, unit, bound), side
        assert one.kind == "measure"
        assert one.text == text[one.span.start : one.span.end]


@pytest.mark.parametrize(
    ("side", "text", "values"),
    [
        # A range shares the scale of its upper end only where its order allows it.
        ("en", "2,000 to 1 million", [(2000, 10**6)]), ("zh", "2000至1万元", [(2000, 10**4)]),
        ("en", "600 to 850 million", [(600 * 10**6, 850 * 10**6)]),
        # So does a list of bare figures; but not a list of years, or of what each counts by itself.
        ("en", "6.3 and 6.1 trillion yuan", [(63 * 10**11, None), (61 * 10**11, None)]),
        ("en", "12, 15 and 18 million tonnes", [(12 * 10**6, None), (15 * 10**6, None), (18 * 10**6, None)]),
        ("en", "5 ports and 3 million tonnes", [(5, None), (3 * 10**6, None)]),
        # A point with a blank behind it, in front of a scale or a share.
        ("zh", "达到 43. 7 万亿元", [(437 * 10**11, None)]), ("zh", "升至61. 4%", [(Decimal("61.4"), None)]),
        ("zh", "4小时20分", [(4, None), (20, None)]),
        # The scale word of a figure in digits goes on to no other number.
        ("en", "10 billion and twenty", [(10**10, None), (20, None)]),
        # Halves and ten-thousandths; a sum whose numeral is left out; shares of a larger number.
        ("zh", "近半数", [(50, None)]), ("zh", "万分之五", [(Decimal("0.05"), None)]),
        ("zh", "十分之一", [(10, None)]), ("zh", "亿元以上3个", [(10**8, None), (3, None)]),
        ("en", "half of them", [(50, None)]), ("en", "the second half of the year", []),
        ("en", "nineteen out of every twenty", [(95, None)]),
        # Commas between the groups of a number in words; but a list stays a list.
        ("en", "two million, four hundred thousand", [(2400000, None)]),
        ("en", "two million, five of whom", [(2 * 10**6, None), (5, None)]),
    ],
)  # fmt: skip
def test_values(side: Side, text: str, values: list[tuple[Decimal, Decimal | None]]) -> None:
    assert [(one.value, one.value_max) for one in read_quantities(text, side)] == values


@pytest.mark.parametrize(
    ("side", "text"),
    [
        ("en", "PM2.5, CO2, O3 and NOx"), ("en", "5G and the “2+26” cities"), ("en", "COVID-19, H1N1 and A320"),
        ("zh", "细颗粒物（PM2.5）"), ("zh", "“2+26”城市"), ("zh", "统一思想，一律停产"), ("zh", "千方百计"),
        ("zh", "七上八下"), ("zh", "四川和九江"), ("zh", "“三农”工作"),
        ("en", "9/11"), ("zh", "12345热线"), ("zh", "减少一次能源消费"), ("zh", "防止二次污染"),
        ("zh", "相差数个百分点"), ("zh", "千里之外的家乡"), ("zh", "事半功倍"), ("zh", "成倍增长"), ("zh", "翻天覆地"),
        ("en", "a double room"), ("en", "the women’s doubles final"), ("en", "double-edged"), ("en", "doubled down"),
        ("en", "to double check"), ("en", "a triple jump"), ("en", "twice a year"), ("en", "both halves"),
    ],
)  # fmt: skip
def test_no_figures(side: Side, text: str) -> None:
    assert read_quantities(text, side) == []


@pytest.mark.parametrize(
    ("side", "text", "units"),
    [
        ("zh", "2023年8月23日", ["year", "month", "day"]),
        ("en", "23 August 2023", ["day", "month", "year"]),
        ("en", "on August 23, 2023", ["month", "day", "year"]),
        ("zh", "2023—2025年", ["year", "year"]),
        ("en", "it may rain", []),
        ("zh", "1988-89赛季", ["year", "year"]),
        ("zh", "上午7點45分", ["clock"]),
    ],
)
def test_dates(side: Side, text: str, units: list[str]) -> None:
    assert [one.unit for one in read_quantities(text, side) if one.kind == "date"] == units


@pytest.mark.parametrize(
    ("side", "text", "kind"),
    [
        ("zh", "湘政办发〔2023〕34号", "reference"), ("en", "[2023] No. 34", "reference"),
        ("en", "GB 3095-2012", "reference"),
        ("zh", "三级医院", "ordinal"), ("zh", "达到二级标准", "ordinal"),
        ("zh", "国三", "ordinal"), ("en", "National III", "ordinal"), ("en", "the 37th meeting", "ordinal"),
        ("zh", "（三）推进", "list"), ("en", "3. Promote", "list"),
    ],
)  # fmt: skip
def test_kinds(side: Side, text: str, kind: str) -> None:
    assert [one.kind for one in read_quantities(text, side)][:1] == [kind]


def test_the_word_between_two_figures_is_the_next_ones() -> None:
    first, second = read_quantities("fell 5%, about 3 points", "en")
    assert (first.bound, second.bound) == ("=", "~")


PIECES = st.sampled_from(
    [*"0123456789一三十百万亿年月日%号第约近", "以上", "不低于", "微克/立方米", "〔2023〕", "国三", "—", " to ",
     "about ", "or more", "May ",
     "翻两番", "增长", "倍", "减半", "万分之", "doubled ", "to triple ", "by half", "twice the ", "fold ",
     "No. ", "GB ", " million", "five", "Home", "two-thirds", " tonnes", ". ", ", "]
)  # fmt: skip


@settings(deadline=None)
@given(st.one_of(st.text(max_size=40), st.lists(PIECES, max_size=16).map("".join)), st.sampled_from(["zh", "en"]))
def test_any_text(text: str, side: Side) -> None:
    end = 0
    for one in read_quantities(text, side):
        assert end <= one.span.start <= one.figure.start <= one.figure.end <= one.span.end <= len(text)
        assert one.text == text[one.span.start : one.span.end]
        end = one.span.end


def test_units_are_named_once() -> None:
    assert len({unit.code for unit in UNITS}) == len(UNITS)
    names = [name for unit in UNITS for name in unit.zh]
    assert len(set(names)) == len(names)
    assert unit_by_code("ug/m3") is not None
    assert unit_by_code("furlong") is None


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: str(unit.code))
def test_what_is_shown_is_read(unit: object) -> None:
    shown, code = getattr(unit, "shown", ""), getattr(unit, "code", "")
    found = unit_at(shown, 0, "en")
    assert found is not None
    if code != "g/(kW.h)":
        assert (found[0].code, found[1]) == (code, len(shown))


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: str(unit.code))
def test_chinese_names_are_read(unit: object) -> None:
    for name in getattr(unit, "zh", ()):
        found = unit_at(name, 0, "zh")
        assert found is not None
        assert (found[0].code, found[1]) == (getattr(unit, "code", ""), len(name))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("不超过32微克/立方米", "no more than 32 μg/m³"), ("5个百分点", "5 percentage points"),
        ("3.2亿元", "320 million yuan"),
        ("15%～20%", "15–20%"), ("70%以上", "no less than 70%"), ("约1.25万辆", "about 12,500"),
        ("120万千瓦", "1.2 million kW"),
    ],
)  # fmt: skip
def test_what_is_written_in_english(text: str, written: str) -> None:
    (one,) = read_quantities(text, "zh")
    assert write_english(one) == written


def test_a_list_told_one_by_one_shares_its_bound() -> None:
    read = read_quantities("分别控制在37微克/立方米、35微克/立方米、33微克/立方米以内", "zh")
    assert [one.bound for one in read] == ["<=", "<=", "<="]


def test_conversions() -> None:
    assert comparable(Decimal(30), "MW") == comparable(Decimal(30000), "kW")
    assert comparable(Decimal(15), "mu") == comparable(Decimal(1), "har")
    assert comparable(Decimal(1), "mg/m3") == comparable(Decimal(1000), "ug/m3")
    assert comparable(Decimal(3), "count") == ("count", Fraction(3))
    assert measure_word_at("30家企业", 2) == "家"
    assert measure_word_at("30", 2) == ""
