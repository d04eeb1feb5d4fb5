"""Parts of a year or month, and how often: the same from both languages."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.language.quantities.periods import period_in_shape_of, periods
from drafter.model import Side

SAME = [
    ("上半年完成", "in the first half of the year", "half", "1"),
    ("下半年开工", "in the latter half of 2025", "half", "2"),
    ("第一季度末", "by the end of the first quarter", "quarter", "1"),
    ("三季度增速", "growth in Q3", "quarter", "3"),
    ("第四季度", "the 4th quarter", "quarter", "4"),
    ("前三季度", "the first three quarters", "quarters", "3"),
    ("9月底前", "by the end of September", "end", "3"),
    ("6月上旬", "in early June", "end", "1"),
    ("10月中旬", "in mid-October", "end", "2"),
    ("每季度通报", "reported quarterly", "every", "quarter"),
    ("每月调度", "checked every month", "every", "mo"),
    ("每天监测", "measured daily", "every", "d"),
    ("每周例会", "a weekly meeting", "every", "wk"),
    ("每年一次", "each year", "every", "a"),
]


@pytest.mark.parametrize(("zh", "en", "sort", "value"), SAME)
def test_both_languages(zh: str, en: str, sort: str, value: str) -> None:
    assert (sort, value) in [(one.sort, one.value) for one in periods(zh, "zh")]
    assert (sort, value) in [(one.sort, one.value) for one in periods(en, "en")]


@pytest.mark.parametrize(
    "text", ["每季度", "前三季度", "连续三季度", "一至三季度", "季节性", "每两年", "每3天", "年级", "月末日"]
)
def test_no_single_quarter(text: str) -> None:
    assert [one for one in periods(text, "zh") if one.sort == "quarter"] == []


@pytest.mark.parametrize(
    "text", ["China Daily", "a quarter of them", "the quarter-final", "every three months", "half of them"]
)
def test_nothing_in_english(text: str) -> None:
    assert periods(text, "en") == []


@pytest.mark.parametrize(
    ("zh", "shape", "written"),
    [
        ("上半年", "second", "first"), ("第三季度", "2nd", "3rd"), ("第三季度", "Fourth", "Third"),
        ("第三季度", "Q1", "Q3"),
        ("9月底", "Early", "Late"), ("9月初", "close", "beginning"), ("每月", "weekly", "monthly"),
        ("每半年", "annually", "half-yearly"), ("前两季度", "three", "two"),
    ],
)  # fmt: skip
def test_what_is_written(zh: str, shape: str, written: str) -> None:
    assert period_in_shape_of(periods(zh, "zh")[0], shape) == written


PIECES = st.sampled_from(
    ["上半年", "第", "前", "三", "两", "季度", "月", "年", "底", "下旬", "每", "周", "日", "Q", "3", "2th", "1st",
     "first", "last", " ", "-", "half", "quarter", "quarters", "of the year", "mid", "late", "September", "every",
     "month", "daily"]
)  # fmt: skip


@settings(deadline=None)
@given(st.one_of(st.text(max_size=40), st.lists(PIECES, max_size=16).map("".join)), st.sampled_from(["zh", "en"]))
def test_any_text(text: str, side: Side) -> None:
    for one in periods(text, side):
        assert 0 <= one.span.start < one.span.end <= len(text)
        assert period_in_shape_of(one, text[one.span.start : one.span.end])
