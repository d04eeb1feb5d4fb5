"""RTF, feature by feature, and RTF made to break its reader."""
# ruff: noqa: E501 -- markup is shown as it stands

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.documents import UnreadableError
from drafter.model import Document
from tests.documents.builders import Reading, View, told
from tests.yardstick import allowed

HEAD = (
    r"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset134 \'cb\'ce\'cc\'e5;}{\f1\froman\fcharset0 Times New Roman;}"
    r"{\f2\fnil\fcharset2 Symbol;}{\f3\fnil\fcharset136 MingLiU;}{\f4\fnil\fcharset204 Arial;}}"
    r"{\colortbl;\red0\green0\blue0;}{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s2 \'b1\'ea\'cc\'e2 2;}}"
    r"{\info{\author Nobody}}{\*\generator Msftedit;}\uc1\f0 "
)
QUIET = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def chinese(text: str, encoding: str = "gb18030") -> str:
    return "".join(f"\\'{byte:02x}" for byte in text.encode(encoding))


def texts(reading: Reading, content: str, view: View = "final") -> list[str]:
    document = reading.file((HEAD + content + "}").encode("latin-1"), "a.rtf", view)
    return [one.text for one in document.paragraphs]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (rf"{chinese('总体要求')}\par {chinese('二')}", ["总体要求", "二"]),
        (r"\'bf\'d5A\'c6\'f8\par", ["空A气"]),
        ("\\'bf\\'d5\r\n\\'c6\\'f8\\\r\nb", ["空气", "b"]),
        (r"\u29983?\u24577?\uc2 \u29615\'bb\'b7\'be\'b3", ["生态环境"]),
        (r"\uc0\u29983 a{\uc3\u24577 xyz}b", ["生a态b"]),
        (r"\u-10179?\u-8704?\u55357?x", ["😀\ufffdx"]),
        (r"\u8722\'2d5", ["−5"]),
        (r"{\f3 " + chinese("環境", "big5") + r"}{\f4 \'cf}{\f1 35\'b0C \'b5g}", ["環境П35°C µg"]),
        (r"{\f2 m}g {\f2 \'b3}5{\f2 \'a3}", ["μg ≥5≤"]),
        (r"a\tab b\line c\~d\_e\-f\emdash\ldblquote x\rdblquote\{\}\\", ["a\tb\nc\u00a0d\u2011ef—“x”{}\\"]),
        (r"PM{\sub 2.5} m{\super 3}", ["PM2.5 m3"]),
        (r"a{\v hidden}b\v c\v0 d", ["abd"]),
        (r"{\*\unknown x{y}z}a{\pict\wmetafile8 0102{\*\blipuid ff}}b", ["ab"]),
        (r"a\bin5 {}{}{b", ["ab"]),
        (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt link}} {\field{\*\fldinst DDEAUTO c}{\fldrslt 5}}", ["link 5"]),
        (r"{\listtext\pard\plain " + chinese("（一）") + r"\tab}" + chinese("甲"), ["（一）甲"]),
        (r"{\listtext\f2\'b7\tab}a\par{\pntext 2.\tab}b", ["a", "2. b"]),
        (r"a{\header h}{\footerr f}b", ["ab"]),
        (r"a{\footnote \pard\plain note\par two}b\par c", ["ab", "note", "two", "c"]),
        (r"a{\object\objemb{\*\objdata 01}{\result r}}b", ["arb"]),
        (r"{\upr{x}{\*\ud{y}}}z", ["yz"]),
        (r"{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt box\par}}{\shprslt old}}a\par", ["a", "box"]),
        (r"}}}} a\par", [" a"]),
        (r"a\'00b\u0?c", ["abc"]),
        (r"a{\b b{\i c", ["abc"]),
    ],
)
def test_text(reading: Reading, content: str, expected: list[str]) -> None:
    assert texts(reading, content) == expected


def test_changes(reading: Reading) -> None:
    content = r"a{\deleted b}{\revised c}d"
    assert texts(reading, content) == ["acd"]
    assert texts(reading, content, "original") == ["abd"]


def test_tables(reading: Reading) -> None:
    row = r"\trowd\cellx100\cellx200\pard\intbl {}\cell {}\cell\row"
    merged = r"\trowd\clvmrg\cellx100\cellx200\pard\intbl \cell z\cell\row"
    content = r"p\par" + row.format("a", r"b\par b2") + merged + r"\pard q\par" + row.format("c", "") + r"\pard r\par"
    document = reading.file((HEAD + content + "}").encode(), "a.rtf")
    assert [(one.text, one.cell) for one in document.paragraphs] == [
        ("p", None),
        ("a", (0, 0, 0)),
        ("b", (0, 0, 1)),
        ("b2", (0, 0, 1)),
        ("z", (0, 1, 1)),
        ("q", None),
        ("c", (1, 0, 0)),
        ("", (1, 0, 1)),
        ("r", None),
    ]


def test_nested_tables(reading: Reading) -> None:
    content = (
        r"\pard\intbl\itap2 x\nestcell y\nestcell{\*\nesttableprops\trowd\cellx1\nestrow}{\nonesttables\par}"
        r"\pard\intbl\itap1 outer\cell other\cell\row\pard e\par"
    )
    document = reading.file((HEAD + content + "}").encode(), "a.rtf")
    assert [(one.text, one.cell) for one in document.paragraphs] == [
        ("x", (0, 0, 0)),
        ("y", (0, 0, 1)),
        ("outer", (1, 0, 0)),
        ("other", (1, 0, 1)),
        ("e", None),
    ]


def test_levels_numbers_and_styles(reading: Reading) -> None:
    content = r"\pard\s1 a\par\pard\s2 b\par\pard\outlinelevel2 c\par\pard{\listtext 1.\tab}d\par"
    document = reading.file((HEAD + content + "}").encode(), "a.rtf")
    assert [(one.level, one.number) for one in document.paragraphs] == [(1, ""), (2, ""), (3, ""), (0, "1.")]
    assert [one.style for one in document.paragraphs] == ["heading 1", "标题 2", "", ""]


def test_comments_and_counts(reading: Reading) -> None:
    content = r"a{\*\atnid X}{\*\atnauthor Y}\chatn{\*\annotation{\*\atnref 1}\pard opinion}{\v h}{\field{\*\fldinst INCLUDETEXT x}{\fldrslt t}}{\pict 00}"
    document = reading.file((HEAD + content + "}").encode(), "a.docx")
    assert [(one.text, one.part) for one in document.paragraphs] == [("at", "body"), ("opinion", "comment")]
    words = told(document)
    for part in (
        "Comments read",
        "hidden text left out: 1",
        "fetch from",
        "Pictures left out: 1",
        "is an RTF document",
    ):
        assert part in words


def test_limits(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnreadableError, match="nested too deeply"):
        texts(reading, "{" * 30_000)
    assert texts(reading, "{" * 10_000 + "a") == ["a"]
    monkeypatch.setattr("drafter.documents.limits.RTF_TOKENS", 100)
    with pytest.raises(UnreadableError, match="too large"):
        texts(reading, r"\b" * 100)


@pytest.mark.parametrize(
    "content",
    [r"\u1?" * 1_000_000, r"\cell" * 300_000, r"{\footnote a}" * 100_000, r"\'41" * 2_000_000, "{\\v " * 9000],
)
def test_in_time(reading: Reading, content: str) -> None:
    start = time.process_time()
    survives(reading, (HEAD + content + "}").encode())
    assert time.process_time() - start < allowed(5)


def survives(reading: Reading, data: bytes) -> None:
    try:
        assert reading.file(data, "a.rtf").paragraphs
    except UnreadableError:
        return


@QUIET
@given(st.data())
def test_any_rtf_never_breaks_the_reader(reading: Reading, data: st.DataObject) -> None:
    words = [
        "{",
        "}",
        "\\par",
        "\\cell",
        "\\row",
        "\\nestcell",
        "\\nestrow",
        "\\trowd",
        "\\intbl",
        "\\itap3",
        "\\itap-1",
        "\\pard",
        "\\u-1?",
        "\\u99999999?",
        "\\uc-5",
        "\\'ff",
        "\\'",
        "\\bin9999999999",
        "\\bin-1",
        "{\\footnote",
        "{\\*\\annotation",
        "{\\shptxt",
        "{\\fonttbl",
        "{\\stylesheet",
        "\\s1",
        "\\f1",
        "\\fcharset999",
        "\\cpg-1",
        "\\ansicpg0",
        "\\v",
        "\\deleted",
        "{\\listtext",
        "\\outlinelevel99",
        "{\\field{\\*\\fldinst",
        "\\*",
        "\\cellx1",
        "\\clvmrg",
        "a",
        "\\page",
        "\\ud",
        "{\\upr",
        "\\fldrslt",
        "\\plain",
        "\\deff7",
    ]
    content = "".join(data.draw(st.lists(st.sampled_from(words), max_size=40)))
    survives(reading, (data.draw(st.sampled_from([HEAD, r"{\rtf1 "])) + content).encode())


@QUIET
@given(st.binary(max_size=200))
def test_random_bytes_never_break_the_reader(reading: Reading, data: bytes) -> None:
    survives(reading, HEAD.encode() + data)


def about(document: Document) -> list[tuple[str | None, str, str, str]]:
    return [
        (
            None if one.paragraph is None else document.paragraphs[one.paragraph].text[one.start : one.end],
            one.author,
            one.time,
            one.text,
        )
        for one in document.comments
    ]


def test_comments_know_what_they_are_about(reading: Reading) -> None:
    def annotation(number: str, author: str, text: str, more: str = "") -> str:
        reference = rf"{{\*\atnref {number}}}" if number else ""
        return rf"{{\*\atnid ab}}{{\*\atnauthor {author}}}\chatn{{\*\annotation{reference}{more}\pard {text}}}"

    content = (
        r"{\listtext 1.\tab}first {\*\atrfstart 7}words{\*\atrfend 7}" + annotation("7", "Li Ming", r"check\par this", r"{\*\atndate 130374218}")
        + r" and on\par to{\*\atrfstart 8}gether\par and{\*\atrfend 8}" + annotation("8", "Wang", "why")
        + r"\par place" + annotation("", "Zhao", "here") + r"{\footnote note " + annotation("", "Qian", "in a note") + r"}\par"
    )  # fmt: skip
    document = reading.file((HEAD + content + "}").encode("latin-1"), "a.rtf")
    assert about(document) == [
        ("words", "Li Ming", "2024-05-11T09:10:00", "check\nthis"),
        ("gether", "Wang", "", "why"),
        ("", "Zhao", "", "here"),
        ("", "Qian", "", "in a note"),
    ]
    paragraph = document.comments[2].paragraph
    assert paragraph is not None
    assert document.paragraphs[paragraph].text == "place"
    assert [one.text for one in document.paragraphs if one.part == "comment"] == [
        "check",
        "this",
        "why",
        "here",
        "in a note",
    ]
    assert document.paragraphs[0].text == "1. first words and on"


@pytest.mark.parametrize(
    "content",
    [
        r"{\*\atrfend 1}a{\*\annotation b}",
        r"{\*\atrfstart 1}a\par{\*\annotation{\*\atnref 1}{\*\atndate -9}b}",
        r"a{\*\annotation b{\*\annotation c}}",
        r"{\*\annotation{\*\atndate 99999999999}",
    ],
)
def test_broken_comments(reading: Reading, content: str) -> None:
    document = reading.file((HEAD + "x" + content + "}").encode("latin-1"), "a.rtf")
    assert all(one.end <= len(document.paragraphs[one.paragraph or 0].text) for one in document.comments)
