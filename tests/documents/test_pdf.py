"""PDF: lines to paragraphs, what is printed on every page left out, and files made to break their reader."""

import subprocess
import sys
import threading
import time
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.documents import UnreadableError
from drafter.documents.flow import Glyph, items_of_page
from drafter.documents.pdf import process
from drafter.documents.pdf.extract import extract
from tests.documents.builders import Reading, told
from tests.documents.pages import Placed, pdf
from tests.yardstick import allowed

QUIET = settings(max_examples=100, deadline=None)
LINES = [
    "The city shall strengthen its environmental protection responsibil-",
    "ities, with the coal-fired boilers of well-",
    "known enterprises and their interdepartmental coop-",
    "eration until the year 2025 and in the years there-",
    "after, as the plan of the province has demanded it.",
]


def block(lines: list[str], *, top: float = 700, left: float = 70, size: float = 12) -> list[Placed]:
    # Lines of one width, as justified text has: the last character of each stands at the right margin.
    return [(left, top - 16 * index, size, line) for index, line in enumerate(lines)]


def texts(reading: Reading, pages: list[list[Placed]]) -> list[str]:
    return [one.text for one in reading.file(pdf(pages), "a.pdf").paragraphs]


def test_hyphens_are_undone_where_the_word_is_known(reading: Reading) -> None:
    lines = [
        "strengthen its environmental protection responsibil-",
        "ities with coal-fired boilers at the places of well-",
        "known enterprises, and its interdepartmental coop-",
        "eration.",
    ]
    assert texts(reading, [block(lines)]) == [
        "strengthen its environmental protection responsibilities with coal-fired boilers at the places of well-known "
        "enterprises, and its interdepartmental cooperation."
    ]


def test_paragraphs_end_at_short_lines_gaps_and_sizes(reading: Reading) -> None:
    wide = "All counties shall finish the tasks of this plan on schedule and"
    lines = block(["Action Plan"], size=20, top=760) + block([wide, "report on them.", wide, "account for them."])
    lines += block([wide, "be heard."], top=600)
    assert texts(reading, [lines]) == [
        "Action Plan",
        f"{wide} report on them.",
        f"{wide} account for them.",
        f"{wide} be heard.",
    ]


def test_paragraphs_go_on_over_pages_and_notes_follow_them(reading: Reading) -> None:
    wide = "All counties shall finish the tasks of this plan on schedule and"
    pages = [
        [
            (250, 800, 10, "Air quality plan"),
            *block([wide] * 4),
            (70, 80, 8, "1 A note at the foot."),
            (290, 40, 10, "- 1 -"),
        ],
        [(250, 800, 10, "Air quality plan"), *block(["go on with the next page.", wide]), (290, 40, 10, "- 2 -")],
        [(250, 800, 10, "Air quality plan"), *block(["end here.", wide, wide]), (290, 40, 10, "- 3 -")],
    ]
    document = reading.file(pdf(pages), "a.pdf")
    assert [(one.text, one.part) for one in document.paragraphs] == [
        (" ".join([wide] * 4) + " go on with the next page.", "body"),
        ("1 A note at the foot.", "note"),
        (f"{wide} end here.", "body"),
        (f"{wide} {wide}", "body"),
    ]
    assert "left out: 6 lines" in told(document)


def test_numbers_in_the_text_are_no_page_numbers(reading: Reading) -> None:
    assert texts(reading, [[(70, 400, 12, "2025")], [(70, 400, 12, "2026")]]) == ["2025 2026"]


def test_characters_off_every_page_are_no_text() -> None:
    places = [float("nan"), float("inf"), 1e30]
    glyphs = [Glyph("x", place, place, place, place) for place in places] + [Glyph("a", 0, 5, 0, 10)]
    assert [getattr(item, "text", None) for item in items_of_page(glyphs, 0, float("nan"))] == ["a"]


def test_rows_of_tables_stay_rows(reading: Reading) -> None:
    rows: list[Placed] = [
        (70, 700, 12, "City"),
        (300, 700, 12, "Target"),
        (70, 680, 12, "Kaifeng"),
        (300, 680, 12, "42"),
    ]
    assert texts(reading, [rows]) == ["City\tTarget", "Kaifeng\t42"]


def test_columns_are_read_one_after_the_other(reading: Reading) -> None:
    left = [f"left column of running text number {number}" for number in "abcdefgh"]
    right = [f"right column of running text number {number}" for number in "abcdefgh"]
    shown = texts(reading, [block(left, left=60) + block(right, left=310)])
    assert " ".join(shown) == " ".join(left + right)


def test_pages_without_text_are_told(reading: Reading) -> None:
    document = reading.file(pdf([[(70, 700, 12, "words")], []]), "a.docx")
    assert "perhaps scanned: 2" in told(document)
    assert "is a PDF whatever its ending says" in told(document)


def test_locked(reading: Reading) -> None:
    key = "<" + "41" * 32 + ">"
    locked = f"/ID[{key}{key}]/Encrypt<</Filter/Standard/V 1/R 2/O {key}/U {key}/P -44>>"
    with pytest.raises(UnreadableError, match="password"):
        reading.file(pdf([[(70, 700, 12, "words")]], trailer=locked), "a.pdf")


def test_bombs(reading: Reading) -> None:
    packed = zlib.compress(b" " * 100_000_000, 9)
    with pytest.raises(UnreadableError, match="unpacks to far more"):
        reading.file(pdf([[]], content=packed), "a.pdf")
    with pytest.raises(UnreadableError, match="unpacks to far more"):
        reading.file(pdf([[]], content=zlib.compress(packed * 20, 9)), "a.pdf")


def test_too_many_pages_and_too_slow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("drafter.documents.limits.PAGES", 1)
    with pytest.raises(UnreadableError, match="more than 1 pages"):
        extract(pdf([[], []]), "a.pdf")
    monkeypatch.setattr("drafter.documents.limits.SECONDS", -1)
    with pytest.raises(UnreadableError, match="too long"):
        extract(pdf([[]]), "a.pdf")


def test_more_text_than_the_file_can_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    data = pdf([block(LINES)])
    extract(data, "a.pdf")
    monkeypatch.setattr("drafter.documents.limits.PAGE_CHARACTERS", -3 * len(data))
    with pytest.raises(UnreadableError, match="far more than a document holds"):
        extract(data, "a.pdf")


def nested_forms(pages: list[list[Placed]], drawn: list[str]) -> bytes:
    """A PDF in which /X draws ten forms that draw ten forms each, ten times over."""
    data = pdf(pages, drawn=drawn).replace(b"<</F1 3 0 R>>", b"<</F1 3 0 R>>/XObject<</X 50 0 R>>")
    forms = [
        b"/Resources<</XObject<</X %d 0 R>>>>/Length 60>>stream\n%s\nendstream" % (51 + number, b"/X Do " * 10)
        for number in range(10)
    ]
    forms.append(b"/Length 8>>stream\n0 0 m f \nendstream")
    return (
        data[: data.index(b"xref\n0")]
        + b"".join(
            b"%d 0 obj\n<</Type/XObject/Subtype/Form/BBox[0 0 9 9]%s\nendobj\n" % (50 + number, form)
            for number, form in enumerate(forms)
        )
        + b"trailer<</Root 1 0 R>>\n%EOF\n"
    )


def test_a_page_that_never_ends(reading: Reading) -> None:
    start = time.monotonic()
    with pytest.raises(UnreadableError, match=r"asks for more than any page needs|too long"):
        reading.file(nested_forms([[]], ["/X Do "]), "a.pdf")
    assert time.monotonic() - start < allowed(12)


def test_a_page_that_takes_too_long_is_passed_over(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    # As a map may be; the process has all the memory it wants here, so that it is stuck.
    monkeypatch.setattr(
        process,
        "_PROGRAM",
        process._PROGRAM.replace("import main", "import main, limits").replace(
            "main()", "limits.PROCESS_BYTES = 8 * 2**30; main()"
        ),
    )
    monkeypatch.setattr("drafter.documents.limits.STUCK_SECONDS", 1)
    document = reading.file(nested_forms([block(LINES), []], ["", "/X Do "]), "a.pdf")
    assert document.paragraphs
    assert "could not be read: 2" in told(document)


def test_a_program_without_a_python_to_start(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    apart = texts(reading, [block(LINES)])
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(subprocess, "Popen", None)
    assert texts(reading, [block(LINES)]) == apart


def test_three_hundred_pages_in_time(reading: Reading) -> None:
    page = block(["The city shall strengthen its environmental protection, and so on"] * 40, top=780)
    data = pdf([page] * 300)
    start = time.monotonic()
    reading.file(data, "a.pdf")
    assert time.monotonic() - start < allowed(16)


def test_threads_take_turns() -> None:
    data = pdf([block(LINES)] * 5)
    failed: list[BaseException] = []

    def read() -> None:
        try:
            for _time in range(5):
                assert extract(data, "a.pdf").paragraphs
        except BaseException as error:  # noqa: BLE001 -- handed to the test
            failed.append(error)

    threads = [threading.Thread(target=read) for _number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []


def survives(data: bytes) -> None:
    # In this process: another one for each of them would take minutes.
    try:
        extract(data, "a.pdf")
    except UnreadableError:
        return


@QUIET
@given(st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 255)), min_size=1, max_size=12), st.integers(0, 3000))
def test_flipped_bytes_never_break_the_reader(flips: list[tuple[int, int]], cut: int) -> None:
    data = bytearray(pdf([block(LINES), block(LINES)]))
    for place, value in flips:
        data[place % len(data)] = value
    survives(bytes(data[: len(data) - cut] if cut % 5 == 0 else data))


@QUIET
@given(st.binary(max_size=300))
def test_random_bytes_never_break_the_reader(data: bytes) -> None:
    survives(b"%PDF-1.7\n" + data)
    survives(pdf([[]], content=data))
