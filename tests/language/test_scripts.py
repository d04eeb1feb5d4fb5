"""Scripts: which language a stretch of text is in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.language.scripts import dominant_side, han_count, han_share, has_han, is_han, latin_words
from drafter.model import Side


@pytest.mark.parametrize("ch", ["中", "〇", "㐀", "𫚖", "々", "\U00030000", "\ufa0e"])
def test_han(ch: str) -> None:
    assert is_han(ch)


@pytest.mark.parametrize("ch", ["a", "1", "，", "。", "μ", "é", "あ", "ㄅ", "", "中国", "①"])
def test_not_han(ch: str) -> None:
    assert not is_han(ch)


@pytest.mark.parametrize(
    ("text", "share"), [("", 0.0), ("123 %", 0.0), ("中国", 1.0), ("中a", 0.5), ("PM2.5浓度", 0.5), ("α中", 0.5)]
)
def test_share(text: str, share: float) -> None:
    assert han_share(text) == pytest.approx(share)


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("", None),
        ("2025 (1) …", None),
        ("到2025年，PM2.5浓度下降10%", "zh"),
        ("VOCs和NOx", "en"),
        ("Promote green development", "en"),
        ("The notice of Hunan 湖南 on the issuing of the plan", "en"),
        ("开展VOCs、NOx、LDAR监测", "zh"),
        ("PM", "en"),
        ("中", "zh"),
    ],
)
def test_dominant(text: str, side: Side | None) -> None:
    assert dominant_side(text) == side


def test_counts() -> None:
    assert han_count("到2025年，PM2.5") == 2
    assert latin_words("VOCs and NOx，éa") == 4
    assert has_han("a中")
    assert not has_han("a，")


@given(st.text())
def test_share_is_a_share(text: str) -> None:
    assert 0 <= han_share(text) <= 1
    assert (dominant_side(text) is None) == (not has_han(text) and not any(ch.isalpha() for ch in text))
