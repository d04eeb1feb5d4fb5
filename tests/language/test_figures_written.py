"""Numbers that other programs wrote are read back: cn2an and num2words for words, Babel for what the CLDR says."""

from decimal import Decimal
from types import ModuleType

import pytest
from babel.numbers import format_compact_decimal, format_currency, format_decimal, format_percent
from hypothesis import given
from hypothesis import strategies as st

from drafter.language.quantities import read_quantities, write_number
from drafter.model import Side

SIDES: tuple[Side, ...] = ("zh", "en")
LARGEST = 10**16
NUMBERS = st.one_of(st.integers(0, 10**4), st.integers(0, LARGEST - 1), st.integers(0, 15).map(lambda zeros: 10**zeros))
WHOLE = st.integers(0, LARGEST - 1)
DECIMALS = st.decimals(min_value=0, max_value=10**10, places=4, allow_nan=False, allow_infinity=False)


def read(text: str, side: Side) -> tuple[Decimal | int, str]:
    """Give the value and unit of the one quantity of a text."""
    found = read_quantities(text, side)
    assert len(found) == 1, (text, [one.text for one in found])
    assert found[0].value_max is None
    return found[0].value, found[0].unit


@pytest.fixture(scope="module", name="cn2an")
def _cn2an() -> ModuleType:
    module: ModuleType = pytest.importorskip("cn2an", reason="cn2an, which writes it, is not installed")
    return module


@pytest.fixture(scope="module", name="num2words")
def _num2words() -> ModuleType:
    module: ModuleType = pytest.importorskip("num2words", reason="num2words, which writes it, is not installed")
    return module


@given(number=NUMBERS, style=st.sampled_from(["low", "up"]))
def test_chinese_words(cn2an: ModuleType, number: int, style: str) -> None:
    assert read(f"共{cn2an.an2cn(number, style)}吨", "zh") == (number, "t")


@given(number=DECIMALS)
def test_chinese_decimals(cn2an: ModuleType, number: Decimal) -> None:
    assert read(f"共{cn2an.an2cn(str(number), 'low')}吨", "zh") == (number, "t")


@given(number=st.decimals(min_value=1, max_value=10**10, places=2, allow_nan=False, allow_infinity=False))
def test_chinese_sums_of_money(cn2an: ModuleType, number: Decimal) -> None:
    assert read(f"付{cn2an.an2cn(str(number), 'rmb')}", "zh") == (number, "CNY")


@given(number=NUMBERS, language=st.sampled_from(["en", "en_GB"]))
def test_english_words(num2words: ModuleType, number: int, language: str) -> None:
    assert read(f"{num2words.num2words(number, lang=language)} tonnes", "en") == (number, "t")


@given(number=DECIMALS)
def test_english_decimals(num2words: ModuleType, number: Decimal) -> None:
    assert read(f"{num2words.num2words(number)} tonnes", "en") == (number, "t")


@given(number=st.one_of(WHOLE, DECIMALS), locale=st.sampled_from(["en", "en_GB", "en_IN"]))
def test_english_digits(number: int | Decimal, locale: str) -> None:
    text = format_decimal(number, locale=locale, decimal_quantization=False)
    assert read(f"{text} tonnes", "en") == (number, "t")


@given(number=st.one_of(WHOLE, DECIMALS), locale=st.sampled_from(["zh_CN", "zh_TW"]))
def test_chinese_digits(number: int | Decimal, locale: str) -> None:
    text = format_decimal(number, locale=locale, decimal_quantization=False)
    assert read(f"共{text}吨", "zh") == (number, "t")


@given(tenths=st.integers(1, 9_999_999), zeros=st.integers(0, 8))
def test_scales(tenths: int, zeros: int) -> None:
    number = tenths * 10**zeros
    english = format_compact_decimal(number, format_type="long", locale="en", fraction_digits=12)
    assert read(f"{english} tonnes", "en") == (number, "t")
    for locale in ("zh_CN", "zh_TW"):
        assert read(f"共{format_compact_decimal(number, locale=locale, fraction_digits=12)}吨", "zh") == (number, "t")
    assert read(f"{write_number(Decimal(number))} tonnes", "en") == (number, "t")


@given(thousandths=st.integers(0, 10**6))
def test_shares(thousandths: int) -> None:
    number = Decimal(thousandths) / 1000
    for side in SIDES:
        assert read(format_percent(number, locale=side, decimal_quantization=False), side) == (number * 100, "%")


@given(cents=st.integers(1, 10**12), currency=st.sampled_from(["CNY", "USD", "EUR", "GBP", "HKD"]))
def test_money(cents: int, currency: str) -> None:
    number = Decimal(cents) / 100
    for locale, side in (("en", "en"), ("zh", "zh")):
        text = format_currency(number, currency, locale=locale)
        assert read(f"付{text}" if side == "zh" else f"paid {text}", "en" if side == "en" else "zh") == (
            number,
            currency,
        )
