"""From clauses to lines and back: places, and the document as corrected."""

from pathlib import Path

import pytest

from drafter.model import Clause, ClauseSide, Document, Paragraph, Segment, Span
from drafter.review import Place, ReviewSession, open_mixed, open_pair, open_project, write_corrected
from drafter.review.places import parts_of, place_of
from tests.review.conftest import EN, ZH, Opened


def review(en: list[str], *groups: tuple[int, ...]) -> ReviewSession:
    """A review of an English document whose clauses are groups of paragraph indexes."""
    document = Document("en.txt", "txt", tuple(Paragraph(text, line) for line, text in enumerate(en, 1)))
    clauses = []
    for number, group in enumerate(groups, 1):
        segments = tuple(Segment(index, 0, len(en[index])) for index in group)
        text = "\n".join(en[index] for index in group)
        clauses.append(Clause(number, ClauseSide(), ClauseSide(segments, text, text)))
    return ReviewSession("t", {"en": document}, clauses)


def test_every_finding_stands_in_its_line(session: ReviewSession) -> None:
    lines = {"zh": ZH.split("\n"), "en": EN.split("\n")}
    assert session.findings()
    for finding in session.findings():
        place = session.place(finding)
        assert lines[finding.side][place.line - 1][place.start : place.end] == finding.text


def test_blank_lines_and_counts_stay(session: ReviewSession) -> None:
    assert session.corrected_text("zh") == ZH.rstrip("\n")
    assert session.corrected_text("en") == EN.rstrip("\n")
    session.apply_fixes("suggested")
    corrected = session.corrected_text("en").split("\n")
    assert len(corrected) == len(EN.split("\n")) - 1
    assert corrected[1] == ""
    assert "PM2.5" in corrected[3]
    assert corrected[4] == EN.split("\n")[4]


def test_places_in_a_clause_of_several_lines() -> None:
    session = review(["𫚖𫚖 one", "", "  two 𫚖", "three"], (0, 2, 3))
    text = session.clause(1).en.text
    for word, line, start in (("one", 1, 3), ("two", 3, 2), ("three", 4, 0)):
        at = text.index(word)
        assert session.place_of(1, "en", Span(at, at + len(word))) == Place(line, start, start + len(word))
    end = len(text)
    assert session.place_of(1, "en", Span(end, end)) == Place(4, 5, 5)
    # Over the end of a line: cut there.
    assert session.place_of(1, "en", Span(3, 12)) == Place(1, 3, 6)
    assert session.place_of(1, "en", Span(6, 6)) == Place(1, 6, 6)


def test_places_after_an_edit_count_in_the_corrected_line() -> None:
    session = review(["one", "two", "three"], (0, 1), (2,))
    session.edit(1, "en", "a longer one\nsecond two")
    at = session.clause(1).en.text.index("two")
    place = session.place_of(1, "en", Span(at, at + 3))
    assert place == Place(2, 7, 10)
    assert session.corrected_text("en").split("\n")[place.line - 1][place.start : place.end] == "two"


@pytest.mark.parametrize(
    ("text", "corrected"),
    [
        ("A\nB\nC", ["A", "", "B", "C", "last"]),
        ("A\nB", ["A", "", "B", "", "last"]),
        ("A", ["A", "", "", "", "last"]),
        ("", ["", "", "", "", "last"]),
        ("A\nB\nC\nD", ["A", "", "B", "C\nD", "last"]),
    ],
)
def test_lines_of_a_clause_that_was_rewritten(text: str, corrected: list[str]) -> None:
    session = review(["one", "", "two", "three", "last"], (0, 2, 3), (4,))
    session.edit(1, "en", text)
    assert session.corrected_paragraphs("en") == corrected


def test_a_paragraph_may_hold_a_line_break() -> None:
    session = review(["one\nand a half", "two"], (0, 1))
    session.edit(1, "en", "1\nand ½\n2")
    assert session.corrected_paragraphs("en") == ["1\nand ½", "2"]
    assert session.place_of(1, "en", Span(8, 9)) == Place(2, 0, 1)
    assert session.place_of(1, "en", Span(2, 7)) == Place(1, 2, 7)


def test_sentences_of_one_paragraph() -> None:
    document = Document("en.txt", "txt", (Paragraph("One. Two. Three.", 1),))
    places = (Segment(0, 0, 4), Segment(0, 5, 9), Segment(0, 10, 16))
    texts = ("One.", "Two.", "Three.")
    clauses = [
        Clause(number, ClauseSide(), ClauseSide((place,), text, text))
        for number, (place, text) in enumerate(zip(places, texts, strict=True), 1)
    ]
    session = ReviewSession("t", {"en": document}, clauses)
    session.edit(1, "en", "The first.")
    session.edit(3, "en", "3.")
    assert session.corrected_text("en") == "The first. Two. 3."
    assert place_of(session.clause(2), "en", Span(0, 4), document) == Place(1, 5, 9)


def test_no_segments_no_parts() -> None:
    assert parts_of(ClauseSide()) == []


def test_text_written_where_there_was_none(tmp_path: Path, closing: Opened) -> None:
    zh, en = tmp_path / "zh.txt", tmp_path / "en.txt"
    zh.write_text("清洁空气计划\n改造锅炉120台。\n建设公园3座。\n", encoding="utf-8")
    en.write_text("Clean air plan\nRefit 120 boilers.\n", encoding="utf-8")
    session = closing(open_pair(zh, en))
    alone = next(clause for clause in session.clauses if not clause.en.segments)
    assert alone.zh.text == "建设公园3座。"
    session.edit(alone.id, "en", "Build parks ofPM2.five.")
    assert session.corrected_text("en") == "Clean air plan\nRefit 120 boilers.\nBuild parks ofPM2.five."
    places = [session.place(finding) for finding in session.findings(alone.id) if finding.side == "en"]
    assert places
    assert {place.line for place in places} == {2}
    session.edit(alone.id, "en", "")
    assert session.corrected_text("en") == "Clean air plan\nRefit 120 boilers."


def test_text_written_before_everything() -> None:
    document = Document("en.txt", "txt", (Paragraph("Second.", 1),))
    second = ClauseSide((Segment(0, 0, 7),), "Second.", "Second.")
    session = ReviewSession(
        "t", {"en": document}, [Clause(1, ClauseSide(), ClauseSide()), Clause(2, ClauseSide(), second)]
    )
    session.edit(1, "en", "First.")
    assert session.corrected_text("en") == "First.\nSecond."
    assert session.place_of(1, "en", Span(0, 5)) == Place(1, 0, 5)


# --- one file in two languages ---------------------------------------------------------------------------------------

MIXED = "石桥镇计划\nShiqiao town plan\n\n改造锅炉120台&nbsp;。\nRefit 12O boilers ofPM2.five.\n"


def test_a_mixed_file_stays_one_file(tmp_path: Path, closing: Opened) -> None:
    path = tmp_path / "mixed.txt"
    path.write_text(MIXED, encoding="utf-8")
    session = closing(open_mixed(path))
    assert session.mixed
    assert [(bool(clause.zh.segments), bool(clause.en.segments)) for clause in session.clauses] == [(True, True)] * 2
    for finding in session.findings():
        place = session.place(finding)
        assert MIXED.split("\n")[place.line - 1][place.start : place.end] == finding.text
    assert {place.line for place in map(session.place, session.findings())} == {4, 5}
    session.edit(1, "zh", "石桥镇行动计划")
    session.edit(2, "en", "Refit 120 boilers.")
    wanted = "石桥镇行动计划\nShiqiao town plan\n\n改造锅炉120台&nbsp;。\nRefit 120 boilers."
    assert session.corrected_text("zh") == session.corrected_text("en") == wanted
    session.save_as(tmp_path / "m.drafter")
    again = closing(open_project(tmp_path / "m.drafter"))
    assert again.mixed
    assert again.corrected_text("en") == wanted
    assert again.findings() == session.findings()


def test_two_files_that_are_the_same_are_not_mixed(tmp_path: Path, closing: Opened) -> None:
    path = tmp_path / "same.txt"
    path.write_text("石桥镇计划\n改造锅炉120台。\n", encoding="utf-8")
    session = closing(open_pair(path, path))
    assert not session.mixed
    session.edit(1, "en", "Plan of Shiqiao")
    assert session.corrected_text("zh") == "石桥镇计划\n改造锅炉120台。"
    assert session.corrected_text("en") == "Plan of Shiqiao\n改造锅炉120台。"


# --- out again, byte for byte ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "source",
    [
        b"one\ntwo\n",
        b"one\r\ntwo\r\n",
        b"one\r\n\r\ntwo",
        b"one\rtwo\r",
        b"one\ntwo\r\nthree\rfour",
        b"\xef\xbb\xbfone\r\ntwo",
        "一\u2028二\n三\x0c四\x85五\n".encode(),
        b"\n\none\n\n",
    ],
)
def test_an_untouched_text_comes_out_as_it_went_in(source: bytes, tmp_path: Path, closing: Opened) -> None:
    path, out = tmp_path / "mixed.txt", tmp_path / "out.txt"
    path.write_bytes(source)
    session = closing(open_mixed(path))
    side = next(iter(session.documents))
    write_corrected(session, side, out)
    assert out.read_bytes() == source
    session.save_as(tmp_path / "m.drafter")
    write_corrected(closing(open_project(tmp_path / "m.drafter")), side, out)
    assert out.read_bytes() == source


def test_a_new_line_ends_like_the_others(tmp_path: Path, closing: Opened) -> None:
    path, out = tmp_path / "mixed.txt", tmp_path / "out.txt"
    path.write_bytes("one\r\n二\r\n".encode("gb18030"))
    session = closing(open_mixed(path))
    session.edit(1, "en", "one\nand a half")
    write_corrected(session, "en", out)
    assert out.read_bytes() == "one\r\nand a half\r\n二\r\n".encode()
