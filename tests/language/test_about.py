"""What a figure is about: its indicator, year and region."""

import pytest

from drafter.language.about import abouts
from drafter.language.quantities import read_quantities
from drafter.model import Side

CASES: list[tuple[Side, str, str, str | None, int | None, str | None]] = [
    ("zh", "到2027年，澄湖市森林覆盖率达到68%以上。", "68%以上", "澄湖市森林覆盖率", 2027, "澄湖市"),
    ("zh", "2024年，用水量降至39吨。", "39吨", "用水量", 2024, None),
    ("zh", "新建农村公路1260公里。", "1260公里", "新建农村公路", None, None),
    ("zh", "2024年、2025年，用水量分别降至39吨、37吨。", "37吨", "用水量", 2025, None),
    ("zh", "2024年，覆盖率达到60%，其中海棠县70%。", "70%", "覆盖率", 2024, "海棠县"),
    ("zh", "3年", "3年", None, None, None),
    ("en", "By 2027, forest cover is to reach 68%.", "68%", "forest cover", 2027, None),
    ("en", "In Haitang County, water use fell by 39 tonnes in 2024.", "39 tonnes", "water use", 2024, "Haitang County"),
]  # fmt: skip


@pytest.mark.parametrize(("side", "text", "words", "indicator", "year", "region"), CASES)
def test_about(side: Side, text: str, words: str, indicator: str, year: int | None, region: str | None) -> None:
    quantities = read_quantities(text, side)
    found = dict(zip((one.text for one in quantities), abouts(text, side, quantities), strict=True))
    assert (found[words].indicator, found[words].year, found[words].region) == (indicator, year, region)


@pytest.mark.parametrize("text", ["", "5", "5年5年5年", "到到到5%", "，。5%", "1 " * 2000])
def test_any_text(text: str) -> None:
    for side in ("zh", "en"):
        quantities = read_quantities(text, "zh" if side == "zh" else "en")
        assert len(abouts(text, "zh" if side == "zh" else "en", quantities)) == len(quantities)
