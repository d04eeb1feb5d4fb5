import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.documents import read_data
from drafter.exports.difference import Words, changes
from drafter.exports.docx import DocxOptions, Layout
from drafter.exports.docx.flow import Edge, Line, Mark, Place, lines
from drafter.exports.snapshot import ReviewSnapshot
from drafter.model import Clause, ClauseSide, Revision, Segment
from tests.exports.looking import ALL_OPTIONS, W, as_read_by_pandoc, expected_paragraphs, named, written

texts = st.text(alphabet="ab 12.,，大气环\n𫚖", max_size=24)


def read(made: list[Line], gone: str) -> str:
    """Give the text of lines when the changes of one kind are undone."""
    text = ""
    for number, line in enumerate(made):
        text += "".join(piece.text for piece in line.pieces if isinstance(piece, Words) and piece.kind != gone)
        if line.end != gone and number < len(made) - 1:
            text += "\n"
    return text


@given(texts, texts)
def test_accepted_and_rejected(before: str, after: str) -> None:
    made = lines(changes(before, after))
    assert read(made, "delete") == after
    assert read(made, "insert") == before


@given(texts, texts, st.lists(st.tuples(st.integers(-2, 30), st.integers(-2, 30)), max_size=4))
def test_comments_never_change_the_text(before: str, after: str, spans: list[tuple[int, int]]) -> None:
    places = [Place(number, *span) for number, span in enumerate(spans)]
    made = lines(changes(before, after), places)
    assert read(made, "delete") == after
    assert read(made, "insert") == before
    edges = [piece for line in made for piece in line.pieces if isinstance(piece, Edge)]
    for number in range(len(spans)):
        assert [edge.opens for edge in edges if edge.comment == number] == [True, False]


@given(texts, st.integers(0, 24), st.integers(0, 24))
def test_comment_holds_its_words(text: str, first: int, last: int) -> None:
    start, end = sorted((min(first, len(text)), min(last, len(text))))
    inside, opened = "", False
    for number, line in enumerate(made := lines([Words("equal", text)], [Place(0, start, end)])):
        for piece in line.pieces:
            if isinstance(piece, Edge):
                opened = piece.opens
            elif isinstance(piece, Words) and opened:
                inside += piece.text
        inside += "\n" if opened and number < len(made) - 1 else ""
    assert inside == text[start:end]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("cut by 30,000 t", "cut by 300,000 t", [("delete", "30,000"), ("insert", "300,000")]),
        ("PM2.five falls", "PM2.5 falls", [("delete", "PM2.five"), ("insert", "PM2.5")]),
        ("控制在32微克", "控制在23微克", [("delete", "32"), ("insert", "23")]),
        ("提高空气质量", "改善空气质量", [("delete", "提高"), ("insert", "改善")]),
        ("five、Shoulder", "5. Shoulder", [("delete", "five、"), ("insert", "5. ")]),
    ],
)
def test_change_is_small_but_whole(before: str, after: str, expected: list[tuple[str, str]]) -> None:
    assert [(change.kind, change.text) for change in changes(before, after) if change.kind != "equal"] == expected


def test_comment_inside_an_insertion_holds_the_whole_change() -> None:
    (line,) = lines(changes("cut by 30,000 t", "cut by 300,000 t"), [Place(1, 8, 10)])
    pieces = [piece for piece in line.pieces if not isinstance(piece, Mark)]
    assert [piece.opens if isinstance(piece, Edge) else piece.kind for piece in pieces] == [
        "equal",
        True,
        "delete",
        "insert",
        False,
        "equal",
    ]


@pytest.mark.parametrize("layout", ["interleaved", "en"])
def test_paragraph_that_came_or_went_takes_its_mark_along(layout: Layout) -> None:
    clauses = (
        Clause(1, ClauseSide(), ClauseSide((), "", "It came.")),
        Clause(2, ClauseSide(), ClauseSide((), "It went.", "")),
        Clause(3, ClauseSide(), ClauseSide((), "It stays.", "It stays here.")),
    )
    file = written(ReviewSnapshot("", clauses), DocxOptions(layout, track_changes=True))
    marks = [paragraph.findall(f"{W}pPr/{W}rPr/*") for paragraph in file.document.iter(f"{W}p")]
    assert [[mark.tag for mark in found] for found in marks] == [[f"{W}ins"], [f"{W}del"], []]


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="no second reader on this machine")
@pytest.mark.parametrize("options", [options for options in ALL_OPTIONS if options.track_changes], ids=named)
def test_second_reader_sees_both_texts(review: ReviewSnapshot, options: DocxOptions, tmp_path: Path) -> None:
    path = tmp_path / "file.docx"
    path.write_bytes(written(review, options).data)
    assert as_read_by_pandoc(path, "accept") == expected_paragraphs(review, options, "text")
    assert as_read_by_pandoc(path, "reject") == expected_paragraphs(review, options, "original")


def test_each_revision_is_its_reviewer_s() -> None:
    texts = ("A blue sky plan.", "A clear sky plan.", "A clear sky action plan.")
    clause = Clause(1, ClauseSide(), ClauseSide((Segment(0, 0, 16),), texts[0], texts[2]))
    revisions = tuple(
        Revision(number, "text", 1, "en", texts[number - 1], texts[number], author, f"2025-11-2{number}T10:00:00Z")
        for number, author in ((1, "Li"), (2, "Wang"))
    )
    file = written(ReviewSnapshot("", (clause,), revisions=revisions), DocxOptions("en", track_changes=True))
    told = {
        "".join(map(str, change.itertext())): (change.get(f"{W}author"), change.get(f"{W}date"))
        for change in file.document.iter(f"{W}ins", f"{W}del")
    }
    li, wang = ("Li", "2025-11-21T10:00:00Z"), ("Wang", "2025-11-22T10:00:00Z")
    assert told == {"blue": li, "clear": li, "action ": wang}


words = st.lists(
    st.sampled_from(["by ", "2025", "，", "PM2.5 ", "32", "微克/立方米", "falls ", "锅炉", ".", "“", "”", "\n"]),
    max_size=12,
)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(words, words), min_size=10, max_size=10), st.sampled_from(["table", "interleaved", "en"]))
def test_a_thousand_edits_accepted_and_rejected(edits: list[tuple[list[str], list[str]]], layout: Layout) -> None:
    """Each of a hundred files has ten edits; another reader sees the corrected texts, and the loaded ones."""
    pairs = [("".join(before).strip() or "a", "".join(after).strip() or "b") for before, after in edits]
    clauses = tuple(
        Clause(number, ClauseSide(), ClauseSide((Segment(number, 0, len(old)),), old, new))
        for number, (old, new) in enumerate(pairs, 1)
    )
    data = written(ReviewSnapshot("", clauses), DocxOptions(layout, track_changes=True)).data
    for view, index in (("final", 1), ("original", 0)):
        paragraphs = read_data(data, "a.docx", view=view).paragraphs  # type: ignore[arg-type]  # one of the two
        lines = [one.text for one in paragraphs if one.cell is None or (one.cell[1] and one.cell[2] == 2)]
        wanted = [line for pair in pairs for line in pair[index].split("\n")]
        assert [line for line in lines if line] == [line for line in wanted if line]
