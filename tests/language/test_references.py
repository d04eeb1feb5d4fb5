"""References: documents, standards and articles, the same from either language."""

import pytest

from drafter.language.references import references

SAME = [  # GB/T 9704-2012, 7.2.5 for document numbers; GB/T 1.1-2020 for standards
    ("国发〔2018〕22号", "Guo Fa [2018] No. 22", ("document", "", "22", 2018)),
    ("国发〔2018〕22号", "No. 22 [2018]", ("document", "", "22", 2018)),
    ("GB 3095—2012", "GB 3095-2012", ("standard", "GB", "3095", 2012)),
    ("GB/T 15834—2011", "GB/T 15834-2011", ("standard", "GB/T", "15834", 2011)),
    ("HJ 2.2—2018", "HJ 2.2-2018", ("standard", "HJ", "2.2", 2018)),
    ("GB 17691", "GB 17691", ("standard", "GB", "17691", None)),
    ("第二十七条", "Article 27", ("article", "", "27", None)),
    ("第5条", "Article 5", ("article", "", "5", None)),
]


@pytest.mark.parametrize(("zh", "en", "meant"), SAME)
def test_both_languages(zh: str, en: str, meant: tuple[str, str, str, int | None]) -> None:
    for text, side in ((zh, "zh"), (en, "en")):
        (one,) = references(text, "zh" if side == "zh" else "en")
        assert (one.kind, one.series, one.number, one.year) == meant, side


@pytest.mark.parametrize("text", ["", "第三条生产线", "第十条高速公路", "1号线", "2023年"])
def test_no_references(text: str) -> None:
    assert references(text, "zh") == ()
