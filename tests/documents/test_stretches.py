"""Documents in two languages, told apart sentence by sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.documents.stretches import stretches
from drafter.model import Document, Paragraph

ZH = "加强施工工地扬尘管控，落实六项措施。"
EN = "Dust from construction sites shall be kept down by six measures. "


def document(*lines: str) -> Document:
    return Document("a.txt", "txt", tuple(Paragraph(line, number) for number, line in enumerate(lines, 1)))


def cut(*lines: str) -> list[tuple[int, str, str]]:
    made = document(*lines)
    return [
        (one.paragraph, one.side, made.paragraphs[one.paragraph].text[one.span.start : one.span.end])
        for one in stretches(made)
    ]


def test_paragraphs_of_one_language_stay_whole() -> None:
    assert cut(ZH, "", EN, ZH + ZH) == [(0, "zh", ZH), (2, "en", EN), (3, "zh", ZH + ZH)]


def test_a_line_that_changes_its_language_is_cut_between_sentences() -> None:
    assert cut(ZH + " " + EN + EN) == [(0, "zh", ZH + " "), (0, "en", EN + EN)]
    assert cut(EN + ZH) == [(0, "en", EN), (0, "zh", ZH)]


@pytest.mark.parametrize(
    "line",
    [
        "推进VOCs治理，规范开展LDAR检测，执行GB 37822标准。",
        "The city shall carry out the 三线一单 requirements in every district and county.",
        "落实“双碳”目标 (carbon peaking)。",
    ],
)
def test_words_within_a_sentence_are_no_change(line: str) -> None:
    assert len(cut(line)) == 1


def test_figures_alone_take_the_language_of_the_rest() -> None:
    assert [side for _paragraph, side, _text in cut(ZH, "1234", ZH)] == ["zh", "zh", "zh"]


@given(
    st.lists(
        st.text(alphabet="加强扬尘。，A be dust. “”(（1\n", max_size=60).map(lambda text: text.replace("\n", " ")),
        max_size=5,
    )
)
def test_nothing_is_lost(lines: list[str]) -> None:
    made = document(*lines)
    for index, line in enumerate(lines):
        own = [
            made.paragraphs[index].text[one.span.start : one.span.end]
            for one in stretches(made)
            if one.paragraph == index
        ]
        assert "".join(own) == (line if line.strip() else "")
