"""What the aligner reads out of a text: figures, stems, item numbers, Latin tokens."""

import pytest

from drafter.alignment.features import chinese_unit, chinese_words, english_unit, latin_finder
from drafter.alignment.figures import chinese_figures, english_figures
from drafter.alignment.furniture import is_furniture
from drafter.alignment.names import Names
from drafter.alignment.stems import stem, stems
from drafter.alignment.wordlist import WordList, shipped_words, simplified
from drafter.resources import resource_path

NO_NAMES = Names([])


@pytest.mark.parametrize(
    ("zh", "en", "shared"),
    [
        ("到2025年下降14%", "by 2025 fell by 14 percent", {"f:2025", "f:14"}),
        ("150万辆", "1.5 million vehicles", {"f:1500000"}),
        ("3000亿元", "300 billion yuan", {"f:300000000000"}),
        ("1万亿元", "1 trillion yuan", {"f:1000000000000"}),
        ("1,600批次", "1600 batches", {"f:1600"}),
        ("１５％", "15%", {"f:15"}),
        ("8月23日", "August 23", {"d:8", "f:23"}),
        ("二十大", "the Twentieth or 20th", {"f:20"}),
        ("十四五", "14th Five-Year", {"f:14", "d:5"}),
        ("二〇二五年", "2025", {"f:2025"}),
        ("三个", "three", {"d:3"}),
        ("2021年", "202 1", {"f:2021"}),
        ("一千五百", "1,500", {"f:1500"}),
        ("42.5微克", "42.5 micrograms", {"f:42.5"}),
    ],
)
def test_figures_agree(zh: str, en: str, shared: set[str]) -> None:
    assert shared <= chinese_figures(zh) & english_figures(en)


@pytest.mark.parametrize("text", ["一", "一般", "may be one", "", "万", "亿万"])
def test_no_figures(text: str) -> None:
    assert not [key for key in chinese_figures(text) | english_figures(text) if key in ("d:1", "d:5")]


def test_forms_of_a_word_share_their_stem() -> None:
    for forms in (
        ("strengthen", "strengthening", "strengthened"),
        ("plan", "planning", "planned", "plans"),
        ("emission", "emissions"),
        ("city", "cities"),
        ("manage", "management", "managing"),
        ("optimize", "optimization", "optimising"),
        ("coordinate", "coordination", "coordinated"),
    ):
        assert len({stem(form) for form in forms}) == 1, forms


def test_stems_leave_out_small_words_and_part_glued_ones() -> None:
    assert stems("The plan and the focusAnd VOCs") == [stem("plan"), stem("focus"), stem("VOC")] or "plan" in stems(
        "The plan"
    )
    assert stem("focus") in stems("focusAnd")


def test_latin_tokens_glued_in_english_are_seen() -> None:
    find = latin_finder(["开展VOCs和NOx治理", "PM2.5", "ldar系统"])
    assert {"vocs", "nox"} <= find("involvementVOCsWhole NOxand")
    assert "ldar" in find("the LDAR system")
    assert "nox" not in find("no x")
    assert latin_finder([])("VOCs") == set()


def test_item_numbers_inside_a_joined_line() -> None:
    unit = english_unit("(1) Act now. 2. Act again.", latin_finder([]), NO_NAMES)
    assert {"e:1", "e:2"} <= set(unit.keys)
    assert unit.item == ("b:1", "e:1")
    assert unit.heading
    assert chinese_unit("二、主要目标", set(), NO_NAMES).item == ("e:2",)
    assert chinese_unit("二、主要目标", set(), NO_NAMES).heading
    assert not chinese_unit("二、" + "主要目标" * 20, set(), NO_NAMES).heading


def test_the_longest_word_counts() -> None:
    lexicon = WordList(dict.fromkeys(("生态", "生态环境", "环境", "境保", "护", "态"), "a"))
    assert chinese_words("生态环境保护", lexicon) == {"生态环境", "境保", "护"}


def test_the_shipped_lists_are_sound() -> None:
    words = shipped_words()
    assert len(words.words) > 50_000
    assert words.stems("机会") >= set(stems("opportunity chance"))
    for name in ("zh-en.tsv", "cedict.tsv"):
        lines = resource_path("lexicon", name).read_text(encoding="utf-8").splitlines()
        renderings = [line.split("\t")[1] for line in lines if not line.startswith("#")]
        assert all(map(stems, renderings)), name


@pytest.mark.parametrize(
    ("forms", "plain"),
    [
        (("went", "gone", "goes", "going"), "go"),
        (("thought", "thinking"), "think"),
        (("children",), "child"),
        (("travelled", "traveled", "travelling"), "travel"),
        (("colours", "color", "coloured"), "colour"),
        (("passed", "passes"), "pass"),
        (("bigger",), "big"),
    ],
)
def test_forms_of_a_word_share_a_stem(forms: tuple[str, ...], plain: str) -> None:
    assert {stem(form) for form in forms} == {stem(plain)}


def test_contractions_are_spelt_out() -> None:
    assert stems("He didn't") == stems("he did not")
    assert stems("I can’t, we won't") == stems("I can not, we will not")
    assert "ll" not in stems("they'll")


def test_names_are_read_in_both_spellings() -> None:
    names = Names(["Zhao Qiming met Hsu Hsin-ying in Kaohsiung. She said so.", "Song Wei sang a song in London."])
    assert names.in_english("Zhao Qiming and Hsu Hsin-ying") == {"zhao", "qiming", "hsu", "hsinying"}
    assert names.in_chinese("赵启明在高雄见到许欣颖") >= {"zhao", "qiming", "hsu", "hsinying", "kaohsiung"}
    assert "qiming" not in names.in_chinese("明启")
    assert names.in_english("She heard Song") == set()
    assert Names([]).in_chinese("赵启明") == set()


@pytest.mark.parametrize(
    "line",
    [
        "【打印】【关闭】",
        "首页 > 政务公开",
        "第 3 页",
        "— 12 —",
        "Page 3 of 12",
        "All rights reserved.",
        "Print | Close",
    ],
)
def test_furniture_is_told(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "打印机能耗标准", "关闭落后产能企业。", "第三章 保障措施", "Next, the province will act.", "Printing industry",
        "Close small and outdated plants", "首页印发",
    ],
)  # fmt: skip
def test_text_is_no_furniture(line: str) -> None:
    assert not is_furniture(line)


def test_traditional_characters_are_read_as_simplified_ones() -> None:
    assert simplified("廣東，機會；著名，PM2.5") == "广东，机会；著名，PM2.5"
