"""Numerals: what is written in digits or words, in either language, is read by its value."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.language.numerals import Numeral, chinese_numerals, english_numerals, read_chinese, read_english_words

ENGLISH = [
    ("1,500", [1500]),
    ("1.5 million", [1500000]),
    ("thirty-five", [35]),
    ("two hundred and six", [206]),
    ("a thousand million", [10**9]),
    ("five and six", [5, 6]),
    ("one two", [1, 2]),
    ("nineteen ninety-five", [19, 95]),
    ("35Ten thousand", [350000]),
    ("3.2 hundred million kW", [320000000]),
    ("$1.2bn and £3m", [1200000000, 3000000]),
    ("3m long", [3]),
    ("202 1", [2021]),
    ("in 20 25", [2025]),
    ("the 20 25-storey towers", [20, 25]),
    ("12 500 seats", [12500]),
    ("twenty-first", [20]),
    ("often, someone, phones", []),
    ("No. 5, 3 of 7", [5, 3, 7]),
    ("two and a half", [2.5]),
    ("hundreds of thousands", [100, 1000]),
    ("3,00,000 kW", [300000]),
    ("by 4, 200 tonnes", [4200]),
    ("was 42. 5μg", [42.5]),
    ("17 .5 km", [17.5]),
]
CHINESE = [
    ("一千五百", [1500]),
    ("1.5万", [15000]),
    ("3亿4528万", [345280000]),
    ("三十五", [35]),
    ("二〇二三", [2023]),
    ("壹佰贰拾", [120]),
    ("廿三", [23]),
    ("1.37万亿", [1370000000000]),
    ("１２３", [123]),
    ("十几", [10]),
    ("数百", [100]),
    ("三四十", [30]),
    ("600兆瓦", [600]),
    ("30万千瓦", [300000]),
    ("百分之八十", [100, 80]),
    ("近万", []),
    ("一万二千三百亿", [1230000000000]),
    ("一亿亿", [10**16]),
    ("100多万", [1000000]),
    ("20余亿", [2000000000]),
]


@pytest.mark.parametrize(("text", "values"), ENGLISH)
def test_english(text: str, values: list[float]) -> None:
    assert [numeral.value for numeral in english_numerals(text)] == values


@pytest.mark.parametrize(("text", "values"), CHINESE)
def test_chinese(text: str, values: list[int]) -> None:
    assert [numeral.value for numeral in chinese_numerals(text)] == values


@pytest.mark.parametrize(("text", "rough"), [("数十", True), ("十几", True), ("三四十", True), ("四十", False)])
def test_rough_chinese(text: str, rough: bool) -> None:
    assert next(iter(chinese_numerals(text))).rough is rough


@pytest.mark.parametrize("text", ["", "and", "house", "five and", "one two"])
def test_no_english_number(text: str) -> None:
    assert read_english_words(text) is None


# Writers of their own, as plain as can be, that know nothing of the readers.
ONES = (  # noqa: SIM905 -- two short lines instead of twenty
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()  # noqa: SIM905


def english(number: int) -> str:
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    for name, size in (
        ("trillion", 10**12),
        ("billion", 10**9),
        ("million", 10**6),
        ("thousand", 1000),
        ("hundred", 100),
    ):
        if number >= size:
            rest = number % size
            joint = " and " if rest and rest < 100 else " "
            return f"{english(number // size)} {name}" + (joint + english(rest) if rest else "")
    raise AssertionError


def chinese(number: int) -> str:
    digits = "零一二三四五六七八九"
    if number < 10:
        return digits[number]
    for name, size in (("亿", 10**8), ("万", 10**4), ("千", 1000), ("百", 100), ("十", 10)):
        if number >= size:
            rest = number % size
            gap = "零" if rest and rest < size // 10 else ""
            return chinese(number // size) + name + (gap + chinese(rest) if rest else "")
    raise AssertionError


@given(st.integers(0, 10**15 - 1))
def test_english_words_are_read_back(number: int) -> None:
    assert [one.value for one in english_numerals(f"about {english(number)} of them")] == [number]


@given(st.integers(0, 10**16), st.sampled_from(["{}", "{:,}"]))
def test_english_digits_are_read_back(number: int, style: str) -> None:
    assert [one.value for one in english_numerals(f"about {style.format(number)} of them")] == [number]


@given(st.integers(0, 10**16 - 1))
def test_chinese_words_are_read_back(number: int) -> None:
    assert [one.value for one in chinese_numerals(f"共{chinese(number)}个")] == [number]


@given(st.decimals(0, 10**6, places=3), st.sampled_from([("万", 10**4), ("亿", 10**8), ("", 1)]))
def test_chinese_decimals_are_read_back(number: Decimal, scale: tuple[str, int]) -> None:
    assert [one.value for one in chinese_numerals(f"共{number}{scale[0]}吨")] == [number * scale[1]]


TEXTS = st.one_of(
    st.text(max_size=40),
    st.lists(
        st.sampled_from([*"0123456789一二三十百千万亿兆几数零〇两廿 .,，-", "hundred", "and ",
 "five", "million", "bn", "²", "٣"]),
        max_size=20,
    ).map("".join),
)  # fmt: skip


def in_order(numerals: list[Numeral], text: str) -> bool:
    ends = [0, *(one.span.end for one in numerals)]
    starts = [*(one.span.start for one in numerals), len(text)]
    return all(end <= start for end, start in zip(ends, starts, strict=True)) and all(
        one.span.start < one.span.end for one in numerals
    )


@given(TEXTS)
def test_any_text(text: str) -> None:
    assert in_order(english_numerals(text), text)
    assert in_order(list(chinese_numerals(text)), text)
    for pos in range(len(text) + 1):
        read_chinese(text, pos)
