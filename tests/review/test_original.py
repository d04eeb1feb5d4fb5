"""A review of a translation tool's file goes back into it, from a project too, and is printed without marks."""

from pathlib import Path

import docx
import pytest

from drafter.documents.bitext import read_bitext
from drafter.exports import DocxOptions
from drafter.model import DrafterError, Message
from drafter.review import (
    ReviewSession,
    corrected_words,
    export_review,
    open_mixed,
    open_pairs,
    open_project,
    original_endings,
    target_side,
    write_corrected,
)

SDLXLIFF = """\ufeff<?xml version="1.0" encoding="utf-8"?>\r
<xliff xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">\r
<file original="plan.docx" source-language="zh-CN" target-language="en-GB"><body>\r
<trans-unit id="u1"><source>PM<g id="1">2.5</g>浓度下降10%。加强监测。</source>\
<seg-source><mrk mtype="seg" mid="1">PM<g id="1">2.5</g>浓度下降10%。</mrk><mrk mtype="seg" mid="2">加强监测。</mrk>\
</seg-source><target><mrk mtype="seg" mid="1">The level ofPM<g id="1">2.5</g> falls by 10%.</mrk> \
<mrk mtype="seg" mid="2"/></target><sdl:seg-defs><sdl:seg id="1" conf="ApprovedSignOff"/><sdl:seg id="2"/>\
</sdl:seg-defs></trans-unit>\r
<trans-unit id="u3"><source>公布名单。</source><target>Publish the list.</target></trans-unit>\r
</body></file></xliff>\r
"""
FIXED = SDLXLIFF.replace("ofPM", "of PM")


@pytest.fixture
def session(tmp_path: Path) -> ReviewSession:
    path = tmp_path / "plan.sdlxliff"
    path.write_bytes(SDLXLIFF.encode())
    return open_mixed(path)


def written(session: ReviewSession, path: Path) -> tuple[str, list[Message]]:
    messages = export_review(session, path)
    return path.read_bytes().decode(), list(messages)


def test_an_untouched_review_gives_the_same_file(session: ReviewSession, tmp_path: Path) -> None:
    assert written(session, tmp_path / "out.sdlxliff") == (SDLXLIFF, [])


def test_fixes_go_back_into_the_file(session: ReviewSession, tmp_path: Path) -> None:
    session.apply_fixes("safe", sides=("en",))
    text, messages = written(session, tmp_path / "out.sdlxliff")
    assert text == FIXED
    assert [message.values for message in messages] == [{"count": 1}]


def test_a_project_that_is_opened_again_gives_the_file_too(session: ReviewSession, tmp_path: Path) -> None:
    session.save_as(tmp_path / "plan.drafter")
    session.apply_fixes("safe", sides=("en",))
    session.edit(2, "en", "Monitor more.")
    session.close()
    (tmp_path / "plan.sdlxliff").unlink()
    again = open_project(tmp_path / "plan.drafter")
    text, _messages = written(again, tmp_path / "out.sdlxliff")
    assert text == FIXED.replace('mid="2"/>', 'mid="2">Monitor more.</mrk>').replace(
        '<sdl:seg id="2"/>', '<sdl:seg id="2" conf="Draft"/>'
    )
    again.close()


def test_a_correction_that_was_taken_back_leaves_no_trace(session: ReviewSession, tmp_path: Path) -> None:
    session.edit(3, "en", "Publish it.")
    session.undo()
    assert written(session, tmp_path / "out.sdlxliff")[0] == SDLXLIFF


def test_what_is_paired_by_hand_goes_to_where_it_came_from(session: ReviewSession, tmp_path: Path) -> None:
    assert session.pairing.merge(1, 2)
    session.edit(1, "en", session.clause(1).en.text.replace("falls", "drops"))
    place = session.clause(3).en.text.index("the")
    assert session.pairing.split(3, zh=2, en=place)
    last = session.clauses[-1]
    session.edit(last.id, "en", "the whole list.")
    text, _messages = written(session, tmp_path / "out.sdlxliff")
    assert text == SDLXLIFF.replace("falls", "drops").replace("the list", "the whole list")


def test_what_can_not_go_back_is_told(session: ReviewSession, tmp_path: Path) -> None:
    session.edit(1, "zh", "PM2.5平均浓度下降10%。")
    text, (message,) = written(session, tmp_path / "out.sdlxliff")
    assert text == SDLXLIFF
    assert "source" in message.template
    # The English of the last pair is moved up; what is written in its place has none in the file.
    session.pairing.move(3, "en", "up")
    session.edit(3, "en", "Publish it.")
    text, messages = written(session, tmp_path / "out.sdlxliff")
    assert [message.template for message in messages if "no place" in message.template]
    assert text == SDLXLIFF


def test_which_side_is_the_translation(session: ReviewSession, tmp_path: Path) -> None:
    assert target_side(session) == "en"
    assert target_side(open_pairs([("文", "text")])) is None
    path = tmp_path / "back.xlf"
    path.write_text(SDLXLIFF.replace("zh-CN", "fr").replace("en-GB", "zh").replace("fr", "en"), encoding="utf-8-sig")
    assert target_side(open_mixed(path)) == "zh"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("out.mqxliff", "came from a .sdlxliff file and goes back as one: give “out.mqxliff” that ending"),
        ("out.xyz", ".json, .sdlxliff."),
    ],
)
def test_another_ending_is_refused(session: ReviewSession, tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(DrafterError) as caught:
        export_review(session, tmp_path / name)
    assert said in str(caught.value)
    assert not (tmp_path / name).exists()


def test_another_review_does_not_become_such_a_file(tmp_path: Path) -> None:
    pairs = open_pairs([("文", "text")])
    assert original_endings(pairs) == ()
    with pytest.raises(DrafterError) as caught:
        export_review(pairs, tmp_path / "out.sdlxliff")
    assert "did not come from such a file" in str(caught.value)


def test_either_ending_of_xliff_will_do(tmp_path: Path) -> None:
    path = tmp_path / "plan.xliff"
    path.write_bytes(SDLXLIFF.encode())
    assert original_endings(open_mixed(path)) == (".xliff", ".xlf")
    assert written(open_mixed(path), tmp_path / "out.xlf") == (SDLXLIFF, [])


def test_what_is_printed_has_no_marks(session: ReviewSession, tmp_path: Path) -> None:
    session.edit(1, "en", "The level ofPM2.5 falls by 10 %%.")
    options = DocxOptions("table", "plain", track_changes=True, comments=True)
    export_review(session, tmp_path / "out.docx", options)
    document = docx.Document(str(tmp_path / "out.docx"))
    xml = document.element.xml
    assert "⟦" not in xml
    assert "2.5" in xml
    export_review(session, tmp_path / "out.html")
    page = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert "⟦" not in page
    assert "spacing.stray" in page
    write_corrected(session, "en", tmp_path / "out.txt")
    assert (tmp_path / "out.txt").read_text(encoding="utf-8").startswith("The level ofPM2.5 falls by 10 %%.\n")
    assert "⟦" not in corrected_words(session, "en")


def test_what_was_written_is_read_again(session: ReviewSession, tmp_path: Path) -> None:
    session.edit(1, "en", "The level of PM⟦1⟧2.5⟦/1⟧ drops.")
    written(session, tmp_path / "out.sdlxliff")
    bitext = read_bitext(tmp_path / "out.sdlxliff")
    assert bitext is not None
    assert [unit.en for unit in bitext.units] == ["The level of PM⟦1⟧2.5⟦/1⟧ drops.", "", "Publish the list."]
