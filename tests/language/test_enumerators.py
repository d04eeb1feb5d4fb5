"""Enumerators: the marker a line opens with, sound and damaged, and the text that only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.language.enumerators import (
    enumerator_at,
    other_reading,
    read_enumerator,
    read_likely_enumerator,
)

SOUND = [
    ("一、总体要求", "一、", 1, "zh-comma", 1),
    ("十二、附则", "十二、", 12, "zh-comma", 1),
    ("二十、其他", "二十、", 20, "zh-comma", 1),
    ("一、三年行动目标", "一、", 1, "zh-comma", 1),
    ("(一) 指导思想", "(一)", 1, "zh-paren", 2),
    ("（十五）强化考核", "（十五）", 15, "zh-paren", 2),
    ("㈢加强监管", "㈢", 3, "zh-paren", 2),
    ("1.推进转型", "1.", 1, "arabic-dot", 3),
    ("10．推进转型", "10．", 10, "arabic-dot", 3),
    ("1、推进转型", "1、", 1, "arabic-comma", 3),
    ("（1）推进转型", "（1）", 1, "arabic-paren", 4),
    ("(3)推进转型", "(3)", 3, "arabic-paren", 4),
    ("2）推进转型", "2）", 2, "arabic-bracket", 4),
    ("①推进转型", "①", 1, "circled", 5),
    ("第一章 总则", "第一章", 1, "zh-chapter", 1),
    ("第二部分　任务", "第二部分", 2, "zh-part", 1),
    ("第一篇 开启新征程", "第一篇", 1, "zh-part", 1),
    ("第三节 保障", "第三节", 3, "zh-section", 2),
    ("第一百二十三条　本法", "第一百二十三条", 123, "zh-article", 3),
    ("第一百零五条 本法", "第一百零五条", 105, "zh-article", 3),
    ("第二，加强领导", "第二，", 2, "zh-ordinal", 4),
    ("1.2 编制依据", "1.2", 2, "arabic-multi", 3),
    ("I. A Review of Last Year", "I.", 1, "roman-dot", 1),
    ("I. General Requirements", "I.", 1, "roman-dot", 1),
    ("IV. Safeguards", "IV.", 4, "roman-dot", 1),
    ("IX.Safeguards", "IX.", 9, "roman-dot", 1),
    ("A. General", "A.", 1, "letter-dot", 2),
    ("(a) in the north", "(a)", 1, "letter-paren", 4),
    ("(i) in the north", "(i)", 1, "roman-paren", 4),
    ("(iv) in the north", "(iv)", 4, "roman-paren", 4),
    ("(1) Energy field", "(1)", 1, "arabic-paren", 2),
    ("(A) the guiding ideology", "(A)", 1, "letter-paren", 2),
    ("(D) Industrial governance", "(D)", 4, "letter-paren", 2),
    ("(C) Industrial governance", "(C)", 3, "letter-paren", 2),
    ("(II) Industry", "(II)", 2, "roman-paren", 2),
    ("(VIII) Agriculture", "(VIII)", 8, "roman-paren", 2),
    ("(V) Agriculture", "(V)", 5, "roman-paren", 2),
    ("1. All localities", "1.", 1, "arabic-dot", 3),
    ("24.Improve", "24.", 24, "arabic-dot", 3),
    ("First, improve the plan", "First,", 1, "word-comma", 1),
    ("Second, attack the task", "Second,", 2, "word-comma", 1),
    ("Thirdly, we", "Thirdly,", 3, "word-comma", 1),
    ("Article 5 The State protects", "Article 5", 5, "article-word", 3),
    ("Chapter II General", "Chapter II", 2, "chapter-word", 1),
    ("Part One", "Part One", 1, "chapter-word", 1),
    ("  “一、总体要求", "一、", 1, "zh-comma", 1),
    ('"(2) Basic', "(2)", 2, "arabic-paren", 2),
]
DAMAGED = [
    ("one, the overall requirement", "one,", 1, "word-comma", 1),
    ('one," The overall requirement is', "one,", 1, "word-comma", 1),
    ("Two, the main task", "Two,", 2, "word-comma", 1),
    ("oneStrengthen the control", "one", 1, "word-glued", 3),
    ("threeImprove the efficiency", "three", 3, "word-glued", 3),
    ("fourteenPromote", "fourteen", 14, "word-glued", 3),
    ("twenty-oneImprove", "twenty-one", 21, "word-glued", 3),
    ("threeVOCs control", "three", 3, "word-glued", 3),
    ("2Strengthen the control", "2", 2, "digit-glued", 3),
    ("(seven) the field of housing", "(seven)", 7, "word-paren", 2),
    ("(three) to carry out", "(three)", 3, "word-paren", 2),
    ("(Three) improve policies", "(Three)", 3, "word-paren", 2),
    (". 4. Accelerate the construction", "4.", 4, "arabic-dot", 3),
    ("一,总体要求", "一,", 1, "zh-comma", 1),
    ("3, strengthen the control", "3,", 3, "arabic-comma", 3),
]
ORDINARY = """
One park, one policy
One, two and three
One of the tasks
2025年，完成目标
2023 plan
2023. The plan
15% of
1.5 million tons
1.5 万吨
1,600 batches
A park
I think
I.e. the plan
U.S. policy
First of all
First, second and third
onerous duties
tenant
OneDrive
oneself
2In
2023Year
20Year plan
3D printing
2+26 cities
5G base stations
(2023—2025)
(2023)
（2023—2025年）
一带一路
一批项目
一、二、三产业
1、2号机组
三十年来
第一条高速公路
第一节课
第一课程
十四五
Article 5 of the law
Part of the plan
(see below)
(and)

——坚持
""".splitlines()


@pytest.mark.parametrize(("text", "marker", "ordinal", "style", "level"), SOUND)
def test_sound(text: str, marker: str, ordinal: int, style: str, level: int) -> None:
    found = read_enumerator(text)
    assert found is not None
    assert text[found.span.start : found.span.end] == marker
    assert (found.ordinal, found.style, found.level, found.damaged) == (ordinal, style, level, False)


@pytest.mark.parametrize(("text", "marker", "ordinal", "style", "level"), DAMAGED)
def test_damaged(text: str, marker: str, ordinal: int, style: str, level: int) -> None:
    found = read_enumerator(text)
    assert found is not None
    assert text[found.span.start : found.span.end] == marker
    assert (found.ordinal, found.style, found.level, found.damaged) == (ordinal, style, level, True)


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary(text: str) -> None:
    assert read_enumerator(text) is None


LIKELY = [
    ("一是加强监测", "一是", 1, "zh-is"),
    ("二是“一企一策”", "二是", 2, "zh-is"),
    ("三要压实责任", "三要", 3, "zh-is"),
    ("第三条为了防治污染", "第三条", 3, "zh-article"),
    ("第二是资金", "第二是", 2, "zh-ordinal"),
    ("专栏2 重点工程", "专栏2", 2, "zh-named"),
    ("1.2编制目的", "1.2", 2, "arabic-multi"),
    ("1.2.3. Scope", "1.2.3.", 3, "arabic-multi"),
    ("3 附则", "3", 3, "arabic-blank"),
    ("The second is to renew the fleet", "The second is to", 2, "word-is"),
    ("Task 3: Renew the fleet", "Task 3", 3, "word-named"),
    ("b. renew the fleet", "b.", 2, "letter-dot"),
    ("2In the north", "2", 2, "digit-glued"),
    ("1.2025年目标", "1.", 1, "arabic-dot"),
]
UNLIKELY = [
    "1.5万吨",
    "3.5 million tons",
    "1.5米",
    "2023Year",
    "20Million",
    "5个城市",
    "一批项目",
    "One park",
    "A park",
    "",
]


@pytest.mark.parametrize(("text", "marker", "ordinal", "style"), LIKELY)
def test_markers_only_among_their_like(text: str, marker: str, ordinal: int, style: str) -> None:
    assert read_enumerator(text) is None
    found = read_likely_enumerator(text)
    assert found is not None
    assert (text[found.span.start : found.span.end], found.ordinal, found.style) == (marker, ordinal, style)


@pytest.mark.parametrize("text", UNLIKELY)
def test_never_markers(text: str) -> None:
    assert read_enumerator(text) is None
    assert read_likely_enumerator(text) is None


def test_other_readings() -> None:
    text = "as follows: (i) Daily levels"
    found = enumerator_at(text, 12)
    assert found is not None
    assert (found.style, found.ordinal) == ("roman-paren", 1)
    other = other_reading(text, found)
    assert other is not None
    assert (other.style, other.ordinal, other.span) == ("letter-paren", 9, found.span)
    number = read_enumerator("(1) Energy")
    assert number is not None
    assert other_reading("(1) Energy", number) is None


@given(st.one_of(st.text(), st.text(alphabet="一二十百零、.，,(（)）1209IVXivxabnetwo 第章条A")))
def test_any_text(text: str) -> None:
    for found in (read_enumerator(text), read_likely_enumerator(text)):
        if found:
            assert 0 <= found.span.start < found.span.end <= len(text)
            assert found.ordinal >= 1
