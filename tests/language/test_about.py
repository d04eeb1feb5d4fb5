"""What a figure is about: its indicator, year and region."""

from time import process_time

import pytest

from drafter.language.about import About, abouts
from drafter.language.indicators import same_name
from drafter.language.quantities import read_quantities
from drafter.language.regions import area_of, regions_in
from drafter.model import Side
from tests.yardstick import allowed

CASES: list[tuple[Side, str, str, str | None, int | None, str | None]] = [
    ("zh", "到2027年，澄湖市森林覆盖率达到68%以上。", "68%以上", "森林覆盖率", 2027, "澄湖市"),
    ("zh", "2024年，用水量降至39吨。", "39吨", "用水量", 2024, None),
    ("zh", "新建农村公路1260公里。", "1260公里", "新建农村公路", None, None),
    ("zh", "2024年、2025年，用水量分别降至39吨、37吨。", "37吨", "用水量", 2025, None),
    ("zh", "2024年，覆盖率达到60%，其中海棠县70%。", "70%", "覆盖率", 2024, "海棠县"),
    ("zh", "3年", "3年", None, None, None),
    # What is counted stands behind the figure.
    ("zh", "到2027年，建成45所乡村学校、12座书屋。", "45所", "乡村学校", 2027, None),
    ("zh", "完成60%的管网改造和25%的泵站更新。", "60%", "管网改造", None, None),
    ("zh", "完成60%的管网改造和25%的泵站更新。", "25%", "泵站更新", None, None),
    # An aside is no part of it, and a list of things is one.
    ("zh", "粉尘（PM10）年均浓度控制在51微克/立方米以内。", "控制在51微克/立方米以内", "粉尘年均浓度", None, None),
    ("zh", "公交、环卫车辆中新能源车比例不低于70%。", "不低于70%", "公交、环卫车辆中新能源车比例", None, None),
    # The year that a figure is held against is not its own; neither is one that is told only later.
    ("zh", "到2027年，用电量较2022年下降9%。", "9%", "用电量", 2027, None),
    ("zh", "到2027年，出水率比2022年提高4个百分点。", "4个百分点", "出水率", 2027, None),
    ("zh", "先建12座，到2027年全部投用。", "12座", "先建", None, None),
    ("zh", "“十四五”期间，种树300万棵。", "300万棵", "种树", 2025, None),
    ("zh", "由2023年的48%提高到2026年的70%以上。", "70%以上", None, 2026, None),
    # The places of a list are one; 全市 is the whole; a word that ends like a place is none.
    ("zh", "海棠县、白石县清洁取暖率达到85%。", "85%", "清洁取暖率", None, "海棠县、白石县"),
    ("zh", "到2027年，全市绿地率达到38%。", "38%", "绿地率", 2027, "全市"),
    ("zh", "到2027年，城市绿地率达到38%。", "38%", "城市绿地率", 2027, None),
    ("zh", "2024年底前完成清水河流域整治，关停42家。", "42家", "关停", 2024, "清水河流域"),
    ("en", "By 2027, forest cover is to reach 68%.", "68%", "forest cover", 2027, None),
    ("en", "In Haitang County, water use fell by 39 tonnes in 2024.", "39 tonnes", "water use", 2024, "Haitang County"),
    ("en", "By 2027, the city will build 45 village schools.", "45", "village schools", 2027, "the city"),
    ("en", "By 2027, power use is to fall by 9% from 2022.", "9%", "power use", 2027, None),
    ("en", "The share of green buses will reach 80% by 2026.", "80%", "share of green buses", 2026, None),
    ("en", "During the 14th Five-Year Plan period, 300 km of pipes will be laid.", "300 km", "pipes", 2025, None),
]  # fmt: skip


def read(text: str, side: Side) -> dict[str, About]:
    quantities = read_quantities(text, side)
    return dict(zip((one.text for one in quantities), abouts(text, side, quantities), strict=True))


@pytest.mark.parametrize(("side", "text", "words", "indicator", "year", "region"), CASES)
def test_about(side: Side, text: str, words: str, indicator: str, year: int | None, region: str | None) -> None:
    found = read(text, side)[words]
    assert (found.indicator, found.year, found.region) == (indicator, year, region)


def test_what_a_figure_says_itself_and_what_it_takes_over() -> None:
    found = read("2024年，覆盖率达到60%，其中海棠县70%。", "zh")
    assert (found["60%"].own, found["70%"].own) == (True, False)


def test_a_change_is_no_level() -> None:
    found = read("用水量下降9%，水价为4元。", "zh")
    assert (found["9%"].change, found["4元"].change) == (True, False)
    assert read("Water use is to fall by 9%.", "en")["9%"].change


def test_the_whole_is_no_place_of_its_own() -> None:
    assert [one.whole for one in regions_in("到2025年，全县绿地率", "zh", 0, 12)] == [True]
    assert [one.whole for one in regions_in("In Haitang County, the", "en", 0, 20)] == [False]


@pytest.mark.parametrize("words", ["详见省政府网站", "参见市政府公告", "据省政府网站和市委通报", "参照邻省做法"])
def test_where_to_look_is_no_place(words: str) -> None:
    assert regions_in(f"{words}，绿地率达到30%。", "zh", 0, len(words)) == []


@pytest.mark.parametrize(
    ("side", "lines", "area"),
    [
        ("zh", ["澄湖市人民政府关于印发《澄湖市节水行动计划》的通知"], "澄湖市"),
        ("zh", ["关于印发海棠县校舍建设方案的通知", "澄湖市教育局"], "海棠县"),
        ("zh", ["节水行动计划", "（2024—2026年）"], None),
        ("zh", ["城市更新行动方案"], None),
        ("zh", ["节水行动计划", "名单详见省政府网站。"], None),
        ("zh", ["请参见市政府公告", "根据县政府要求，制定本方案", "关于转发省政府文件的通知"], None),
        ("zh", ["为落实上级部署，推进城区改造方案", "全市政府机关", "本省行动方案"], None),
        ("zh", ["名单详见省政府网站", "现将《日照市节水计划》印发给你们"], "日照市"),
        ("zh", ["韶关市节水行动方案"], "韶关市"),
        ("en", ["Notice on the Water Saving Plan of Chenghu City (2024–2026)"], "Chenghu City"),
        ("en", ["To: Haitang County, Baishi County"], None),
    ],
)
def test_the_area_that_a_document_is_about(side: Side, lines: list[str], area: str | None) -> None:
    assert area_of(lines, side) == area


@pytest.mark.parametrize(
    ("side", "one", "other"),
    [
        ("zh", "细颗粒物（PM2.5）年均浓度", "PM2.5平均浓度"),
        ("zh", "空气质量优良天数比例", "空气质量优良天数比率"),
        ("zh", "清洁运输占比", "清洁运输比例"),
        ("en", "annual mean concentration of PM2.5", "PM2.5 concentration"),
    ],
)
def test_one_indicator_under_two_names(side: Side, one: str, other: str) -> None:
    words = [sorted(same_name(name, side).split()) for name in (one, other)]
    assert words[0] == words[1]


@pytest.mark.parametrize(("one", "other"), [("用水量", "用电量"), ("新增装机", "装机")])
def test_two_indicators(one: str, other: str) -> None:
    assert same_name(one, "zh") != same_name(other, "zh")


@pytest.mark.parametrize("text", ["", "5", "5年5年5年", "到到到5%", "，。5%", "1 " * 2000])
def test_any_text(text: str) -> None:
    for side in ("zh", "en"):
        quantities = read_quantities(text, "zh" if side == "zh" else "en")
        assert len(abouts(text, "zh" if side == "zh" else "en", quantities)) == len(quantities)


@pytest.mark.parametrize(
    "unit", ["市", "其中", "全市5%，", "（5%", "A 5% ", "the city 5 km, ", "、各市5个", "到2025年5%"]
)
def test_linear_time(unit: str) -> None:
    text = unit * (20_000 // len(unit))
    for side in ("zh", "en"):
        quantities = read_quantities(text, "zh" if side == "zh" else "en")
        begun = process_time()
        abouts(text, "zh" if side == "zh" else "en", quantities)
        assert process_time() - begun < allowed(3)
