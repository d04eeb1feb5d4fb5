"""The encoding of a text is found by evidence, and the text comes back as it was written."""
# ruff: noqa: E501 -- rows of words and codes

import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.documents.encodings import Damage, Decoded, decode, decode_as
from tests.documents.builders import Reading, told

SEEDED = settings(max_examples=60, deadline=None)
SIMPLIFIED = bytes(byte for lead in range(0xB0, 0xD8) for trail in range(0xA1, 0xFA) for byte in (lead, trail)).decode(
    "gb2312", "ignore"
)
TRADITIONAL = "".join(
    bytes((lead, trail)).decode("big5", "ignore")
    for lead in range(0xA4, 0xC6)
    for trail in (*range(0x40, 0x7F), *range(0xA1, 0xFF))
)
CANTONESE = "嘅咗喺啲嗰冇嚟哋佢咁嘢"
MARKS = "，。、；：“”（）《》%0123456789"
WORDS = [
    "the",
    "city",
    "shall",
    "strengthen",
    "protection",
    "of",
    "air",
    "and",
    "water",
    "by",
    "2025",
    "with",
    "PM2.5",
    "below",
    "35",
]
UNICODE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be")


def chinese(chars: str, made: random.Random, length: int) -> str:
    return "".join(made.choice(chars) if made.random() < 0.85 else made.choice(MARKS) for _ in range(length))


def english(made: random.Random, length: int) -> str:
    text = ""
    while len(text) < length:
        text += made.choice(WORDS) + made.choice([" ", " ", ", ", ". ", "\n", "\r\n", "\r"])
    return text


def simplified_text(made: random.Random) -> str:
    return chinese(SIMPLIFIED, made, made.randrange(24, 200))


def traditional_text(made: random.Random) -> str:
    return chinese(TRADITIONAL, made, made.randrange(24, 200))


def cantonese_text(made: random.Random) -> str:
    return chinese(TRADITIONAL + CANTONESE * 40, made, made.randrange(24, 200)) + CANTONESE


def english_text(made: random.Random) -> str:
    return english(made, made.randrange(20, 200))


def mixed_text(made: random.Random) -> str:
    return english_text(made) + simplified_text(made) + english_text(made)


def western_text(made: random.Random) -> str:
    return f"{english_text(made)}the city’s “plan” – {english_text(made)}"


@pytest.mark.parametrize(
    ("encoding", "write"),
    [
        *((one, write) for one in UNICODE for write in (simplified_text, traditional_text, english_text, mixed_text)),
        *(("gb18030", write) for write in (simplified_text, traditional_text, english_text, mixed_text)),
        ("gbk", simplified_text),
        ("big5", traditional_text),
        ("cp950", traditional_text),
        ("big5hkscs", cantonese_text),
        ("cp1252", western_text),
    ],
)
@SEEDED
@given(seed=st.integers(0, 2**32))
def test_a_text_comes_back_as_it_was_written(encoding: str, write: Callable[[random.Random], str], seed: int) -> None:
    text = write(random.Random(seed))
    data = text.encode(encoding)
    found = decode(data)
    assert isinstance(found, Decoded)
    assert found.text == text
    again = decode_as(data, found.encoding)
    assert isinstance(again, Decoded)
    assert again.text == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("大气", "gb18030"),
        ("空氣污染", "big5"),
        ("环境保护", "utf-16-le"),
        ("生态", "utf-32-be"),
        ("the city’s", "cp1252"),
    ],
)
def test_a_few_characters_are_only_a_guess(reading: Reading, text: str, encoding: str) -> None:
    document = reading.file(text.encode(encoding), "a.txt")
    assert document.paragraphs[0].text == text
    assert "most likely in" in told(document)
    assert document.notices[0].warning


def test_letters_are_no_han_characters_of_two_bytes() -> None:
    text = "this app can break it, and hide the facts of the plan"
    for encoding in ("ascii", "cp1252"):
        found = decode(text.encode(encoding))
        assert isinstance(found, Decoded)
        assert found.text == text
    found = decode("the plan’s facts, and what it hides from the city".encode("cp1252"))
    assert isinstance(found, Decoded)
    assert found.encoding == "cp1252"


CHANGED = {
    "A6D9": 0xFE10, "A6DA": 0xFE12, "A6DB": 0xFE11, "A6DC": 0xFE13, "A6DD": 0xFE14, "A6DE": 0xFE15, "A6DF": 0xFE16,
    "A6EC": 0xFE17, "A6ED": 0xFE18, "A6F3": 0xFE19, "A8BC": 0x1E3F, "A3A0": 0x3000, "80": 0x20AC,
    "FE51": 0x20087, "FE52": 0x20089, "FE53": 0x200CC, "FE59": 0x9FB4, "FE61": 0x9FB5, "FE66": 0x9FB6, "FE67": 0x9FB7,
    "FE6C": 0x215D7, "FE6D": 0x9FB8, "FE76": 0x2298F, "FE7E": 0x9FB9, "FE90": 0x9FBA, "FE91": 0x241FE, "FEA0": 0x9FBB,
    "82359037": 0x9FB4, "82359038": 0x9FB5, "82359039": 0x9FB6, "82359130": 0x9FB7, "82359131": 0x9FB8,
    "82359132": 0x9FB9, "82359133": 0x9FBA, "82359134": 0x9FBB,
    "84318236": 0xFE10, "84318237": 0xFE11, "84318238": 0xFE12, "84318239": 0xFE13, "84318330": 0xFE14,
    "84318331": 0xFE15, "84318332": 0xFE16, "84318333": 0xFE17, "84318334": 0xFE18, "84318335": 0xFE19,
    "8135F437": 0x1E3F, "95329031": 0x20087, "A6FE": 0xE79F,
}  # fmt: skip
"""What the 2022 edition, the Unicode Technical Committee and browsers make of codes that editions treat differently."""


@pytest.mark.parametrize("code", CHANGED)
def test_gb18030_by_its_2022_edition(reading: Reading, code: str) -> None:
    char = chr(CHANGED[code])
    before = "各县区要加强组织领导，落实属地责任。"
    data = before.encode("gb18030") + bytes.fromhex(code)
    assert reading.file(data, "a.txt").paragraphs[0].text == before + char
    page = b"<html><head><meta charset=gb2312></head><body><p>" + data + "乙</p></body>".encode("gb18030")
    assert reading.file(page, "a.html").paragraphs[0].text == f"{before}{char}乙"
    written = "".join(f"\\'{byte:02x}" for byte in data)
    rtf = f"{{\\rtf1\\ansi\\ansicpg936{{\\fonttbl{{\\f0\\fcharset134 SimSun;}}}}\\f0 {written}\\'d2\\'d2\\par}}"
    assert reading.file(rtf.encode(), "a.rtf").paragraphs[0].text == f"{before}{char}乙"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5"])
def test_zero_bytes(reading: Reading, encoding: str) -> None:
    line = "各縣區要加強組織領導" if encoding == "big5" else "各县区要加强组织领导"
    text = f"{line}，落实责任。\n" if encoding != "big5" else f"{line}，落實責任。\n"
    data = (text * 20).encode(encoding)
    # A file that a crash cut off is filled up with them; others stray into a text.
    document = reading.file(data + b"\x00" * 4096, "a.txt")
    assert [one.text for one in document.paragraphs] == [text.strip()] * 20
    assert "Zero bytes in the text: 4096" in told(document)
    document = reading.file(data[:-1] + b"\x00\n", "a.txt")
    assert document.paragraphs[-1].text == text.strip() + "\ufffd"


@pytest.mark.parametrize(
    "data", [b"a\x00b\x00\x00c\x00", bytes(range(256)) * 4, b"\x00" * 100, b"\x01\x02\x03ab", b"\x7fELF\x02\x01\x01" + b"\x00" * 9]
)  # fmt: skip
def test_a_programs_data_is_no_text(data: bytes) -> None:
    assert isinstance(decode(data), Damage)


def test_a_stray_control_character_is_no_reason_to_refuse(reading: Reading) -> None:
    document = reading.file("各县区要加强组织领导，\x02落实属地责任。\n".encode() * 3, "a.txt")
    assert len(document.paragraphs) == 3
