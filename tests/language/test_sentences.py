"""Sentences: where they end, in sound and in damaged text; "|" in a case marks the cuts."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.language.sentences import split_sentences
from drafter.model import Side
from tests.yardstick import allowed

ZH = """
一、总体要求
甲市完成任务。|乙市加快改造！|丙市怎么办？
一是淘汰；二是升级；三是改造。
他说：“要抓紧。”|各地要落实。
他说：“要抓紧”。|各地要落实。
“要抓紧吗？”他问。|“是的。”|他走了。
“要抓紧！”厅长喊道。|各地落实。
“要抓紧。”|有人说，要落实。
开展整治。（省生态环境厅牵头）|推进改造。（省工业和信息化厅、省生态环境厅按职责分工负责）
开展整治。〔省发展改革委（省能源局）、省生态环境厅负责〕|推进改造。
开展整治（省生态环境厅牵头）。|推进改造。
按《条例》（见附件。）执行。|推进改造。
1.推进转型。|PM2.5浓度下降1.5%。|其他。
全面淘汰.|各地要落实.
全面淘汰.各地要落实。
真的吗？！|真的。
第一行|第二行。|第三行
开展整治。　　|推进改造
""".replace("淘汰.各地", "淘汰.|各地")
EN = """
I. General Requirements
We act. |They act! |Do we act? |Yes.
The PM2.5 level fell by 1.5 percent. |The rest rose by 14%.
See No. 34 of the series. |See Fig. 2 and Art. 5.
He answered no. |Then he left.
Gases, e.g. NOx, and dust, i.e. PM10, are limited.
The U.S. policy of Dr. J. Smith vs. Mr. Li was clear. |It passed.
It came from the U.S. |The plan was new.
Ministries, provinces, etc. |All must act.
He said, "Act now." |They acted.
He said “Act now.” |They acted.
"Is it true?" he asked. |"Yes."
“Is it true?” Li Ming asked. |“Yes!” |Zhang left.
Well... maybe. |Well... |Then no.
Ceilings are held within.|2024Year, the goals are met.|Relying on the market, they are kept.
Expand supplies.|4. Improve controls. |5. Check sites.
1. Accelerate the plan. |2. Improve it.
. 4. Accelerate the plan. |Improve it.
Tasks: 1. Accelerate; 2. Improve; 3. Check.
Shut old plants.[The Provincial Department of Industry takes the lead] |Build new ones.
Shut old plants.(Led by the Provincial Department (Office) of Industry)|Build new ones.
Shut old plants. (led by the Department of Industry). |Build new ones.
It reached 51%. arrive2025In, it fell.
Exceeded.14% of it fell.
See www.example.com or plan.docx for more. |Then act.
Act at 5 p.m. on Jan. 5. |Then rest.
It grew to 5. |Then it fell.
完成任务。|Then act.
one line|another line. |third
A (short. note) is one sentence. |Next.
Air is clean. |— and so on.
""".replace("51%. arrive", "51%. |arrive").replace(" |— and", " — and")


def _cut(text: str, side: Side) -> list[str]:
    return [text[span.start : span.end] for span in split_sentences(text, side)]


@pytest.mark.parametrize("case", ZH.strip().splitlines())
def test_chinese(case: str) -> None:
    parts = case.split("|")
    joiner = "\n" if case.startswith("第一行") else ""
    assert _cut(joiner.join(parts), "zh") == [part.strip() for part in parts]


@pytest.mark.parametrize("case", EN.strip().splitlines())
def test_english(case: str) -> None:
    parts = case.split("|")
    joiner = "\n" if case.startswith("one line") else ""
    assert _cut(joiner.join(parts), "en") == [part.strip() for part in parts]


SOUP = st.text(alphabet="。.．!?！？ \n\t（）()[]〔〕“”\"'.1aA中《》负责…—", max_size=60)


@given(st.one_of(st.text(), SOUP), st.sampled_from(["zh", "en"]))
def test_spans_tile_the_text(text: str, side: Side) -> None:
    spans = split_sentences(text, side)
    end = 0
    for span in spans:
        assert end <= span.start < span.end <= len(text)
        assert not text[end : span.start].strip()
        assert text[span.start : span.end] == text[span.start : span.end].strip()
        end = span.end
    assert not text[end:].strip()


@pytest.mark.parametrize("side", ["zh", "en"])
@pytest.mark.parametrize(
    "unit", [".", "(", "。（", "a.", "A. ", "“.”", "...", ". (a", "1.", "负责)(", " ", "a.\t\t", '."', "。"]
)
def test_time_is_linear(unit: str, side: Side) -> None:
    begin = time.process_time()
    split_sentences(unit * 20_000, side)
    assert time.process_time() - begin < allowed(2)
