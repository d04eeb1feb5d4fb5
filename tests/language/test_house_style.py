"""How documents write their figures, and that what is written in any style reads as what was meant."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.language.house_style import CHOICES, DEFAULT, HouseStyle, read_choices, written_choices
from drafter.language.quantities import read_quantities, write_english
from drafter.language.quantities.reshape import reshaped
from drafter.language.quantities.write_dates import Date, write_clock, write_date, write_document_number
from drafter.language.references import references
from drafter.language.units import UNITS
from drafter.model import Bound, DrafterError, Quantity, Span

BOUNDS: tuple[Bound, ...] = ("=", ">=", "<=", ">", "<", "~")
STYLES = st.builds(
    HouseStyle,
    **{name: st.sampled_from(choices) for name, choices in CHOICES.items()},
)
CODES = st.sampled_from([*(unit.code for unit in UNITS), "count"])
NUMBERS = st.one_of(
    st.integers(1, 20),
    st.integers(1, 10**13),
    st.decimals("0.1", "99999", places=1),
    st.decimals("0.01", "99", places=2),
).map(Decimal)


def measure(value: Decimal, unit: str, bound: Bound = "=", value_max: Decimal | None = None) -> Quantity:
    return Quantity(value, value_max, unit, bound, "measure", Span(0, 0), Span(0, 0), "")


def same(read: list[Quantity], meant: Quantity) -> bool:
    return [(one.kind, one.value, one.value_max, one.unit, one.bound) for one in read] == [
        (meant.kind, meant.value, meant.value_max, meant.unit, meant.bound)
    ]


# --- writing ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("unit", [*(unit.code for unit in UNITS), "count"])
@pytest.mark.parametrize("bound", BOUNDS)
def test_every_unit_and_bound_reads_back(unit: str, bound: Bound) -> None:
    for style in (DEFAULT, replace(DEFAULT, units="words", percent="per cent", money="RMB", counts="words")):
        for value in ("1", "5", "37.5", "1500", "120000", "320000000"):
            meant = measure(Decimal(value), unit, bound)
            assert same(read_quantities(write_english(meant, style), "en"), meant), write_english(meant, style)


@given(NUMBERS, CODES, st.sampled_from(BOUNDS), STYLES)
def test_what_is_written_reads_back(value: Decimal, unit: str, bound: Bound, style: HouseStyle) -> None:
    meant = measure(value, unit, bound)
    written = write_english(meant, style)
    assert same(read_quantities(written, "en"), meant), written


@given(st.integers(1, 10**9), st.integers(2, 900), CODES, STYLES)
def test_ranges_read_back(low: int, times: int, unit: str, style: HouseStyle) -> None:
    meant = measure(Decimal(low), unit, "=", Decimal(low * times))
    written = write_english(meant, style)
    assert same(read_quantities(written, "en"), meant), written


@pytest.mark.parametrize(
    ("text", "style", "written"),
    [
        ("不超过32微克/立方米", "", "no more than 32 μg/m³"),
        ("不超过32微克/立方米", "units=words", "no more than 32 micrograms per cubic metre"),
        ("不超过32微克/立方米", "units=words, spelling=american", "no more than 32 micrograms per cubic meter"),
        ("3.2亿元", "", "320 million yuan"),
        ("3.2亿元", "money=CNY", "CNY 320 million"),
        ("下降5个百分点", "", "5 percentage points"),
        ("80%以上", "percent=per cent", "no less than 80 per cent"),
        ("5家", "counts=words", "five"),
        ("15家", "counts=words", "15"),
        ("4600千瓦", "", "4,600 kW"),
        ("4600千瓦", "thousands=five", "4600 kW"),
        ("46000千瓦", "thousands=five", "46,000 kW"),
        ("10%～15%", "dash=to", "10 to 15%"),
        ("1天", "", "1 day"),
    ],
)
def test_a_chinese_figure_in_english(text: str, style: str, written: str) -> None:
    (one,) = read_quantities(text, "zh")
    assert write_english(one, replace(DEFAULT, **read_choices(style))) == written  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "meant", "written"),
    [
        ("23 μg/m³", "32微克/立方米", "32 μg/m³"),
        ("less than 23 micrograms per cubic meter", "低于32微克/立方米", "less than 32 micrograms per cubic meter"),
        ("CNY 32 million", "3.2亿元", "CNY 320 million"),
        ("32 million yuan", "3.2亿元", "320 million yuan"),
        ("8 percent", "80%", "80 percent"),
        ("80% or more", "70%以下", "70% or less"),
        ("at most 4 days", "不少于4天", "no less than 4 days"),
        ("no fewer than 12,500", "不少于1.5万辆", "no fewer than 15,000"),
        ("five", "7家", "seven"),
        ("over 1200 mu", "超过2100亩", "over 2100 mu"),
        ("5%", "5个百分点", "5 percentage points"),
        ("no figure at all", "5家", "5"),
    ],
)
def test_a_repair_keeps_the_shape_of_the_sentence(words: str, meant: str, written: str) -> None:
    (one,) = read_quantities(meant, "zh")
    assert reshaped(words, one) == written


@given(NUMBERS, NUMBERS, CODES, st.sampled_from(BOUNDS), st.sampled_from(BOUNDS), STYLES)
def test_a_reshaped_figure_reads_as_meant(
    old: Decimal, new: Decimal, unit: str, was: Bound, bound: Bound, style: HouseStyle
) -> None:
    words = write_english(measure(old, unit, was), style)
    meant = measure(new, unit, bound)
    written = reshaped(words, meant)
    assert same(read_quantities(written, "en"), meant), (words, written)


# --- dates and document numbers --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("date", "british", "american"),
    [
        (Date(2023, 8, 23), "23 August 2023", "August 23, 2023"),
        (Date(2023, 8), "August 2023", "August 2023"),
        (Date(None, 8, 23), "23 August", "August 23"),
        (Date(2023), "2023", "2023"),
        (Date(2024, 9, part="end"), "the end of September 2024", "the end of September 2024"),
        (Date(2025, part="first half"), "the first half of 2025", "the first half of 2025"),
    ],
)
def test_dates(date: Date, british: str, american: str) -> None:
    assert write_date(date) == british
    assert write_date(date, replace(DEFAULT, dates="american")) == american


@given(st.integers(1949, 2060), st.integers(1, 12), st.integers(1, 28), STYLES)
def test_dates_read_back(year: int, month: int, day: int, style: HouseStyle) -> None:
    read = read_quantities(f"It met on {write_date(Date(year, month, day), style)}.", "en")
    assert sorted((one.unit, int(one.value)) for one in read if one.kind == "date") == [
        ("day", day), ("month", month), ("year", year),
    ]  # fmt: skip


@given(st.integers(0, 24 * 60 - 1), STYLES)
def test_times_of_day_read_back(minutes: int, style: HouseStyle) -> None:
    (one,) = read_quantities(f"It opens at {write_clock(minutes, style)}.", "en")
    assert (one.unit, int(one.value) % 720) == ("clock", minutes % 720)


@pytest.mark.parametrize("style", ["", "references=number-first"])
def test_document_numbers_read_back(style: str) -> None:
    written = write_document_number(2023, 34, replace(DEFAULT, **read_choices(style)))  # type: ignore[arg-type]
    assert written == ("No. 34 [2023]" if style else "[2023] No. 34")
    assert [(one.number, one.year) for one in references(written, "en")] == [("34", 2023)]


# --- learning --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("texts", "name", "choice"),
    [
        (["It met on August 23, 2023.", "It ends on May 4, 2024."], "dates", "american"),
        (["It met on 23 August 2023, and on May 4."], "dates", "british"),
        (["Output rose 5 per cent and costs 3 per cent."], "percent", "per cent"),
        (["Output rose 5 percent and costs 3 percent."], "percent", "percent"),
        (["See No. 34 [2023] and No. 5 [2021]."], "references", "number-first"),
        (["It needs CNY 30 million and CNY 5 million."], "money", "CNY"),
        (["It uses 30 kilowatts and 5 hectares."], "units", "words"),
        (["Some 4600 trees and 1200 mu were planted."], "thousands", "five"),
        (["Some 46000 trees and 12000 mu were planted."], "thousands", "none"),
        (["It has five schools and three parks."], "counts", "words"),
        (["It is 5 kilometers away and 30 meters deep."], "spelling", "american"),
        (["Some 5-10% of it, and 3-4 days."], "dash", "-"),
        (["In 2023 the 1,200 towns and 3,400 villages met."], "thousands", "four"),
    ],
)
def test_what_a_document_mostly_does(texts: list[str], name: str, choice: str) -> None:
    assert getattr(HouseStyle.of(texts), name) == choice


@pytest.mark.parametrize("texts", [[], ["It rose 5 percent."], ["By 5 percent, 3 percent, 2% and 4%."]])
def test_a_slip_is_no_habit(texts: list[str]) -> None:
    assert HouseStyle.of(texts) == DEFAULT


def test_a_choice_overrides_the_habit() -> None:
    texts = ["Output rose 5 percent and costs 3 percent."]
    assert HouseStyle.of(texts, read_choices("percent=per cent")).percent == "per cent"


@given(STYLES)
def test_choices_are_read_as_written(style: HouseStyle) -> None:
    chosen = {name: getattr(style, name) for name in CHOICES}
    assert read_choices(written_choices(chosen)) == chosen


@pytest.mark.parametrize("text", ["colour=red", "dates=french", "dates", "=british"])
def test_what_is_no_choice(text: str) -> None:
    with pytest.raises(DrafterError, match="choose from"):
        read_choices(text)
