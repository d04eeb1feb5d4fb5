from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.documents import UnreadableError, read_data, read_pasted
from drafter.documents.encodings import CHOICES, Decoded, decode, decode_as
from drafter.documents.text import split_lines
from tests.documents.builders import Reading, told

CHINESE = "到2025年，全国细颗粒物（PM2.5）浓度比2020年下降10%。\n一、总体要求\n"
TRADITIONAL = "到2025年，全國細顆粒物濃度比2020年下降。堅持精準治污、科學治污、依法治污，推動產業結構優化升級。\n"
ENGLISH = "By 2025, the concentration of PM2.5 shall fall by 10%.\n"


def encoding_of(data: bytes) -> str:
    found = decode(data)
    assert isinstance(found, Decoded), found
    return found.encoding


@pytest.mark.parametrize(
    ("text", "written", "found"),
    [
        (CHINESE, "utf-8", "utf-8"),
        (CHINESE, "utf-8-sig", "utf-8-sig"),
        (ENGLISH, "ascii", "utf-8"),
        (CHINESE, "utf-16", "utf-16"),
        (CHINESE, "utf-16-le", "utf-16-le"),
        (CHINESE, "utf-16-be", "utf-16-be"),
        (ENGLISH, "utf-16-le", "utf-16-le"),
        (ENGLISH, "utf-16-be", "utf-16-be"),
        (CHINESE, "utf-32", "utf-32"),
        (CHINESE, "gb18030", "gb18030"),
        (CHINESE, "gbk", "gb18030"),
        ("鱼𫚖", "gb18030", "gb18030"),
        ("朱镕基", "gb18030", "gb18030"),
        (ENGLISH * 20 + "环境", "gb18030", "gb18030"),
        (TRADITIONAL, "gb18030", "gb18030"),
        (TRADITIONAL, "big5", "cp950"),
        ("The plan’s “targets” – 35 µg/m³ – café. " * 3, "cp1252", "cp1252"),
    ],
)
def test_encoding_is_found_and_the_text_comes_back(text: str, written: str, found: str) -> None:
    data = text.encode(written)
    assert encoding_of(data) == found
    decoded = decode(data)
    assert isinstance(decoded, Decoded)
    assert decoded.text == text
    assert data.decode(decoded.encoding) == text


def test_damage_is_located(reading: Reading) -> None:
    data = (CHINESE * 20).encode() + b"\xff\n" + CHINESE.encode()
    with pytest.raises(UnreadableError, match="line 41"):
        reading.file(data, "a.txt")
    with pytest.raises(UnreadableError, match="line 41"):
        reading.file(b"\xef\xbb\xbf" + data, "a.txt")
    with pytest.raises(UnreadableError, match="GB18030"):
        reading.file((CHINESE * 20).encode("gb18030") + b"\x81", "a.txt")
    with pytest.raises(UnreadableError, match="UTF-16"):
        reading.file(CHINESE.encode("utf-16")[:-1], "a.txt")


def test_no_known_encoding(reading: Reading) -> None:
    with pytest.raises(UnreadableError, match="no known encoding"):
        reading.file(bytes([0x80, 0xFF, 0xFE, 0x81]) * 50, "a.txt")


def test_lines_are_paragraphs_exactly_as_they_stand(reading: Reading) -> None:
    raw = "  一\u3000\n\n二\u2028三\x0b四\x85五\x0c\r\n六\r七 "
    document = reading.file(raw.encode(), "a.txt")
    assert [(one.line, one.text) for one in document.paragraphs] == [
        (1, "  一\u3000"),
        (2, ""),
        (3, "二\u2028三\x0b四\x85五\x0c"),
        (4, "六"),
        (5, "七 "),
    ]
    assert (document.format, document.encoding, document.name) == ("txt", "utf-8", "a.txt")
    assert document.data == raw.encode()
    assert not document.notices


def test_a_final_line_end_adds_no_paragraph() -> None:
    assert split_lines("a\n") == ["a"]
    assert split_lines("a\n\n") == ["a", ""]
    assert split_lines("a") == ["a"]


@given(st.text(alphabet="a \n\r\x0b\x85\u2028中"))
def test_lines_are_those_of_universal_newlines(text: str) -> None:
    import io

    shown = io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8").read().split("\n")
    assert split_lines(text) == (shown[:-1] if shown[-1] == "" else shown)


def test_other_encodings_are_told(reading: Reading) -> None:
    assert "GB18030" in told(reading.file(CHINESE.encode("gb18030"), "a.txt"))
    document = reading.file(TRADITIONAL.encode("big5"), "a.txt")
    assert "Big5" in told(document)
    assert not document.notices[0].warning


@pytest.mark.parametrize("name", ["plan.docx", "plan.pdf", "plan.csv"])
def test_text_under_another_ending_is_read_with_a_warning(reading: Reading, name: str) -> None:
    document = reading.file(CHINESE.encode(), name)
    assert document.format == "txt"
    assert "plain text" in told(document)


@pytest.mark.parametrize("name", ["plan", "plan.md", "计划 一.TXT"])
def test_text_without_surprise(reading: Reading, name: str) -> None:
    assert not reading.file(CHINESE.encode(), name).notices


def test_html_in_markdown_is_text(reading: Reading) -> None:
    assert reading.file(b"<html>\nplan", "a.md").paragraphs[0].text == "<html>"


@pytest.mark.parametrize("data", [b" \n\t\n", b"\xef\xbb\xbf", "\u3000\n\u200b".encode(), b"\xff\xfe"])
def test_blank_files_are_refused(reading: Reading, data: bytes) -> None:
    with pytest.raises(UnreadableError, match="blank lines"):
        reading.file(data, "a.txt")


def test_too_many_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("drafter.documents.limits.PARAGRAPHS", 3)
    with pytest.raises(UnreadableError, match="more than 3 lines"):
        Reading(tmp_path).file(b"a\nb\nc\nd", "a.txt")


@pytest.mark.parametrize("encoding", CHOICES)
def test_an_encoding_that_was_chosen_is_read(encoding: str) -> None:
    text = "Plan\r\n• 12 t\r\n" if encoding == "cp1252" else "計畫\r\n改造鍋爐。\r\n"
    found = decode_as(text.encode(encoding), encoding)
    assert found == Decoded(text, encoding)


@pytest.mark.parametrize(
    ("data", "encoding", "told"),
    [
        ("\ufeff计划".encode("utf-8"), "utf-8", "utf-8-sig"),
        ("\ufeff计划".encode("utf-16-le"), "utf-16-le", "utf-16-le"),
        ("\ufeff计划".encode("utf-16-be"), "utf-16", "utf-16"),
        ("计划".encode("gb18030"), "gb18030", "gb18030"),
    ],
)
def test_a_mark_at_the_beginning_is_no_text(data: bytes, encoding: str, told: str) -> None:
    assert decode_as(data, encoding) == Decoded("计划", told)


def test_the_choice_stands_against_the_bytes() -> None:
    data = "计划\n二、措施\n".encode("gb18030")
    document = read_data(data, "甲.txt", encoding="cp1252")
    assert document.encoding == "cp1252"
    assert document.paragraphs[0].text != "计划"
    (notice,) = document.notices
    assert (notice.message.values["encoding"], notice.warning) == ("Windows-1252", False)


@pytest.mark.parametrize(
    ("encoding", "words"),
    [("utf-8", "not in UTF-8: line 2 holds"), ("klingon", "not in klingon: choose"), ("utf-16-le", "not in UTF-16")],
)
def test_a_choice_that_does_not_fit_is_refused(encoding: str, words: str) -> None:
    with pytest.raises(UnreadableError, match=words):
        read_data(b"Plan\n" + "计划".encode("gb18030"), "甲.txt", encoding=encoding)


@pytest.mark.parametrize(
    "text", ["计划\r\n二、措施", "<html><p>Plan</p></html>", "%PDF-1.7", "MIME-Version: 1.0\n\nPlan"]
)
def test_what_was_pasted_is_text(text: str) -> None:
    document = read_pasted(text, "pasted")
    assert [paragraph.text for paragraph in document.paragraphs] == split_lines(text)
    assert (document.format, document.notices) == ("txt", ())
    assert document.data == text.encode()


def test_half_a_character_that_was_pasted() -> None:
    assert read_pasted("a\ud83d", "pasted").paragraphs[0].text == "a\ufffd"
    with pytest.raises(UnreadableError, match="only blank lines"):
        read_pasted(" \n", "pasted")


def test_a_marking_that_was_pasted_is_told() -> None:
    (notice,) = read_pasted("机密★一年\n甲市计划", "pasted").notices
    assert notice.warning


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("# 总则\n## 一、要求 ##\n正文\n###\u3000三级", [1, 2, 0, 3]),
        ("##二、任务\n#环保#\n#\n####### 七", [2, 0, 0, 0]),
        ("```\n# 注释\n```\n# 题", [0, 0, 0, 1]),
        ("~~~ sh\n# 注释\n```\n# 注释\n~~~\n# 题", [0, 0, 0, 0, 0, 1]),
        ("总则\n====\n\n要求\n---\n正文\n\n---\n", [1, 0, 0, 2, 0, 0, 0, 0]),
        ("正文一行\n正文二行\n---", [0, 0, 0]),
        ("- 项\n---\n| a | b |\n|---|---|\n    # 代码", [0, 0, 0, 0, 0]),
    ],
)
def test_markdown_headings(reading: Reading, text: str, levels: list[int]) -> None:
    document = reading.file(text.encode(), "a.md")
    assert [one.level for one in document.paragraphs] == levels
    # Places are those of the file: no mark is taken out.
    assert [one.text for one in document.paragraphs] == text.removesuffix("\n").split("\n")
    assert "all marks stay in the text" in told(document) or not any(levels)
    assert not any(one.level for one in reading.file(text.encode(), "a.txt").paragraphs)


def test_markdown_without_marks_is_no_surprise(reading: Reading) -> None:
    assert not told(reading.file(CHINESE.encode(), "a.md"))
    assert "all marks stay" in told(reading.file("到2025年，**下降10%**。".encode(), "a.md"))
