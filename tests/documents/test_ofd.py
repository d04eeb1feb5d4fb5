"""OFD: characters with their places to paragraphs."""
# ruff: noqa: E501 -- texts and markup are shown as they stand

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.documents import UnreadableError
from tests.documents.builders import Reading, packed, told
from tests.documents.pages import ofd, ofd_parts, text_object

QUIET = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
FULL = "严格执行产能置换政策加快淘汰落后产能推动钢铁水泥行业超"  # a line of 27 characters
PARAGRAPH = [(43.0, "到二〇二五年全市细颗粒物平均浓度不高于四十二微克每立"), (33.0, FULL), (33.0, "低排放改造。")]


def page(*lines: tuple[float, str], top: float = 50.0) -> str:
    return "".join(text_object(x, top + 9 * index, text) for index, (x, text) in enumerate(lines))


def texts(reading: Reading, data: bytes) -> list[str]:
    return [one.text for one in reading.file(data, "a.ofd").paragraphs]


def test_lines_become_paragraphs(reading: Reading) -> None:
    content = text_object(65, 30, "行动计划", size=8) + page(*PARAGRAPH, (43.0, "一、总体要求"), *PARAGRAPH)
    whole = "".join(text for _x, text in PARAGRAPH)
    assert texts(reading, ofd([content])) == ["行动计划", whole, "一、总体要求", whole]


def test_characters_placed_one_by_one_and_by_matrix(reading: Reading) -> None:
    single = "".join(text_object(30 + 5 * index, 50, char) for index, char in enumerate("生态环境"))
    moved = text_object(0, 70, "计划", size=1, more='CTM="5 0 0 5 30 0"')
    assert texts(reading, ofd([single + moved])) == ["生态环境计划"]


def test_latin_words_and_gaps(reading: Reading) -> None:
    latin = (
        '<ofd:TextObject ID="1" Boundary="30 50 100 7" Font="1" Size="5"><ofd:TextCode X="0" Y="5" DeltaX="g 1 2.5 2.5 4 2.5">'
        "abc de</ofd:TextCode></ofd:TextObject>"
    )
    assert texts(reading, ofd([latin])) == ["abc de"]


def test_page_numbers_headers_and_backgrounds_are_left_out(reading: Reading) -> None:
    pages = [
        text_object(80, 10, "空气质量行动计划") + page(*PARAGRAPH) + text_object(100, 280, f"—{number}—")
        for number in (1, 2, 3)
    ]
    document = reading.file(ofd(pages, templates=[text_object(60, 150, "内部水印")], uses=["0", "0", "0"]), "a.ofd")
    assert [one.text for one in document.paragraphs] == ["".join(text for _x, text in PARAGRAPH)] * 3
    assert "left out: 7 lines" in told(document)


def test_a_background_of_one_page_is_its_text(reading: Reading) -> None:
    data = ofd(
        [page(*PARAGRAPH), page(*PARAGRAPH)],
        templates=[text_object(60, 30, "淮河市人民政府文件", size=9)],
        uses=["0", ""],
    )
    assert texts(reading, data)[0] == "淮河市人民政府文件"


def test_what_is_not_shown(reading: Reading) -> None:
    content = text_object(30, 50, "看得见") + text_object(30, 70, "看不见", more='Visible="false"')
    assert texts(reading, ofd([content])) == ["看得见"]


def test_refusals(reading: Reading) -> None:
    parts = ofd_parts([page(*PARAGRAPH)])
    with pytest.raises(UnreadableError, match="scan"):
        texts(reading, ofd([""]))
    with pytest.raises(UnreadableError, match="password"):
        texts(reading, packed({**parts, "Encryptions.xml": "<a/>"}))
    with pytest.raises(UnreadableError, match="document type declaration"):
        texts(reading, packed({**parts, "OFD.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a/>'}))
    with pytest.raises(UnreadableError, match="damaged inside"):
        texts(reading, packed({**parts, "Doc_0/Document.xml": "<a>"}))


def test_missing_pages_are_told(reading: Reading) -> None:
    parts = ofd_parts([page(*PARAGRAPH)] * 2)
    del parts["Doc_0/Pages/Page_1/Content.xml"]
    document = reading.file(packed(parts), "a.docx")
    assert "could not be read: 2" in told(document)
    assert "is an OFD document" in told(document)


@QUIET
@given(st.data())
def test_mangled_parts_never_break_the_reader(reading: Reading, data: st.DataObject) -> None:
    parts = ofd_parts([page(*PARAGRAPH)] * 2, templates=[page(*PARAGRAPH)], uses=["0", "0"])
    name = data.draw(st.sampled_from(sorted(parts)))
    text = str(parts[name])
    for _time in range(data.draw(st.integers(1, 5))):
        start = data.draw(st.integers(0, len(text)))
        end = start + data.draw(st.integers(0, 12))
        middle = data.draw(st.sampled_from(["", "-1", "g 99999999 1", "9e99", "nan", "../", '"', "0", " ", "x"]))
        text = text[:start] + middle + text[end:]
    try:
        assert reading.file(packed({**parts, name: text}), "a.ofd").paragraphs
    except UnreadableError:
        return
