"""Files read otherwise, with all that was done where the same text stands."""

from dataclasses import replace
from pathlib import Path

import docx
import pytest

from drafter.documents import UnreadableError
from drafter.model import Comment, Span
from drafter.project import ProjectError, ProjectStore
from drafter.review import ReviewSession, open_files, open_mixed, open_pair, open_project, open_side, rereading
from drafter.review.opening import review_pair
from tests.review.conftest import EN, ZH, Opened

ROWS = [
    ("石桥镇清洁空气行动计划，自印发之日起施行", "Shiqiao Town clean air action plan, in force from today"),
    ("一、全镇完成锅炉改造一百二十台", "I. The town will refit one hundred and twenty boilers"),
    ("二、各村落实秸秆禁烧责任制度", "II. Every village keeps the ban on burning straw"),
]


@pytest.fixture
def both(tmp_path: Path) -> Path:
    path = tmp_path / "both.txt"
    path.write_text("".join(f"{zh}\n{en}\n" for zh, en in ROWS), encoding="utf-8")
    return path


def texts(session: ReviewSession) -> list[tuple[str, str]]:
    return [(clause.zh.text, clause.en.text) for clause in session.clauses]


# --- how the files are read ------------------------------------------------------------------------------------------


def test_manners(files: tuple[Path, Path], both: Path, tmp_path: Path, closing: Opened) -> None:
    memory = tmp_path / "a.tmx"
    memory.write_text(
        '<?xml version="1.0"?><tmx version="1.4"><header srclang="zh"/><body><tu><tuv xml:lang="zh"><seg>甲</seg></tuv>'
        '<tuv xml:lang="en"><seg>A</seg></tuv></tu></body></tmx>',
        encoding="utf-8",
    )
    found = [
        closing(session).manner
        for session in (open_pair(*files), open_mixed(both), open_side(files[1], "en"), open_files([memory]))
    ]
    assert found == ["pair", "both", "en", "pairs"]
    path = tmp_path / "kept.drafter"
    closing(open_mixed(both)).save_as(path)
    assert closing(open_project(path)).manner == "both"


def test_in_another_encoding(files: tuple[Path, Path], closing: Opened) -> None:
    files[0].write_bytes(ZH.encode("gb18030"))
    session = closing(open_pair(*files))
    wrong = rereading.in_encoding(session, "zh", "cp1252")
    assert wrong.lost == ()
    assert wrong.session.documents["zh"].encoding == "cp1252"
    assert wrong.session.clauses[0].zh.text != session.clauses[0].zh.text
    right = rereading.in_encoding(wrong.session, "zh", "gb18030")
    assert texts(right.session) == texts(session)
    with pytest.raises(UnreadableError, match="not in UTF-8"):
        rereading.in_encoding(session, "zh", "utf-8")


def test_one_file_in_another_encoding(both: Path, closing: Opened) -> None:
    session = closing(open_mixed(both))
    again = rereading.in_encoding(session, "zh", "utf-8")
    assert again.session.manner == "both"
    assert texts(again.session) == texts(session)


def test_the_other_way_round(files: tuple[Path, Path], closing: Opened) -> None:
    session = closing(open_pair(*files))
    turned = rereading.swapped(session).session
    assert turned.documents["zh"].name == files[1].name
    assert texts(rereading.swapped(turned).session) == texts(session)


def test_in_another_manner(both: Path, closing: Opened) -> None:
    session = closing(open_mixed(both))
    assert texts(session) == ROWS
    alone = rereading.read_as(session, "zh").session
    assert alone.manner == "zh"
    assert texts(alone) == [(line, "") for row in ROWS for line in row]
    assert texts(rereading.read_as(alone, "both").session) == ROWS
    assert [notice.warning for notice in alone.notices] == [False]


# --- what was done ---------------------------------------------------------------------------------------------------


def test_work_is_carried_over(both: Path, closing: Opened) -> None:
    session = closing(open_mixed(both, author="柳"))
    session.edit(2, "en", "I. The town refits 120 boilers")
    session.author = "林"
    session.edit(3, "zh", "二、各村落实秸秆禁烧责任")
    session.tag(2, "m.1")
    session.tag(2, "m.2")
    session.add_note(3, "Ask.")
    session.add_note(3, "Asked.", reply_to=session.notes(3)[0].id)
    session.settle_note(session.notes(3)[0].id)
    there = rereading.read_as(session, "zh")
    assert there.lost == ()
    moved = there.session
    assert [clause.zh.text for clause in moved.clauses][3] == "I. The town refits 120 boilers"
    assert [clause.zh.text for clause in moved.clauses][4] == "二、各村落实秸秆禁烧责任"
    assert moved.tags(3) == ("m.1", "m.2")
    assert [(note.text, note.author, note.done, note.side) for note in moved.notes(5)] == [
        ("Ask.", "林", True, "zh"),
        ("Asked.", "林", True, "zh"),
    ]
    kinds = [(revision.kind, revision.author) for revision in moved.revisions]
    assert kinds[0] == ("text", "柳")
    assert {author for _kind, author in kinds[1:]} == {"林"}
    back = rereading.read_as(moved, "both").session
    assert texts(back) == texts(session)
    assert back.tags(2) == session.tags(2)
    assert [note.text for note in back.notes(3)] == ["Ask.", "Asked."]


def test_the_history_that_was_carried_over_is_sound(both: Path, tmp_path: Path, closing: Opened) -> None:
    session = closing(open_mixed(both))
    for clause in session.clauses:
        session.edit(clause.id, "en", clause.en.text + "!")
        session.tag(clause.id, "m")
    session.undo()
    session.add_note(1, "One.")
    moved = rereading.read_as(session, "en").session
    moved.save_as(tmp_path / "a.drafter")
    moved.close()
    again = closing(open_project(tmp_path / "a.drafter"))
    assert texts(again) == texts(moved)
    while again.undo():
        pass
    assert texts(again) == [("", line) for row in ROWS for line in row]


def test_decisions_hold_where_the_same_is_found(files: tuple[Path, Path], closing: Opened) -> None:
    session = closing(open_pair(*files, author="柳"))
    aside = session.findings()[0]
    session.ignore(aside, "agreed")
    session.author = "林"
    there = rereading.in_encoding(session, "en", "utf-8")
    assert there.lost == ()
    assert there.session.findings(ignored=True) == [aside]
    assert (there.session.revisions[-1].author, there.session.revisions[-1].reason) == ("柳", "agreed")
    assert there.session.author == "林"


def test_what_finds_no_place_is_told(files: tuple[Path, Path], closing: Opened) -> None:
    files[0].write_bytes(ZH.encode("gb18030"))
    session = closing(open_pair(*files))
    session.edit(1, "zh", "石桥镇")
    session.edit(1, "en", "Plan of Shiqiao")
    session.edit(3, "en", "By 2025 all is well.")
    there = rereading.in_encoding(session, "zh", "cp1252")
    assert there.lost == (1,)
    written = [clause.en.text for clause in there.session.clauses]
    assert "Plan of Shiqiao" in written
    assert "By 2025 all is well." in written
    assert texts(session)[0] == ("石桥镇", "Plan of Shiqiao")


def test_words_that_no_file_has_stay_beside_theirs(files: tuple[Path, Path], closing: Opened) -> None:
    zh = files[0]
    zh.write_text(ZH + "三、附则\n", encoding="utf-8")
    session = closing(open_pair(zh, files[1]))
    (alone,) = [clause.id for clause in session.clauses if clause.zh.text == "三、附则"]
    assert not session.clause(alone).en.segments
    session.edit(alone, "en", "3. Final rules")
    there = rereading.in_encoding(session, "en", "utf-8")
    assert there.lost == ()
    assert ("三、附则", "3. Final rules") in texts(there.session)


def test_an_answered_comment_of_the_file_stays_answered(files: tuple[Path, Path], closing: Opened) -> None:
    pair = closing(open_pair(*files)).documents
    zh = replace(pair["zh"], comments=(Comment(4, 4, 6, "许", "", "Which?"), Comment(None, 0, 0, "", "", "Header.")))
    session = closing(review_pair(zh, pair["en"]))
    first, lost = session.notes()
    session.add_note(1, "Coal.", reply_to=first.id)
    session.settle_note(first.id)
    session.settle_note(lost.id)
    there = rereading.in_encoding(session, "en", "utf-8").session
    assert [(note.text, note.done) for note in there.notes()] == [("Which?", True), ("Coal.", True), ("Header.", True)]


def test_the_english_file_is_unchanged_by_the_turn(files: tuple[Path, Path], closing: Opened) -> None:
    session = closing(open_pair(*files))
    session.edit(1, "en", "Plan of Shiqiao")
    turned = rereading.swapped(session)
    assert turned.lost == ()
    assert "Plan of Shiqiao" in [clause.zh.text for clause in turned.session.clauses]
    assert EN.startswith(session.clause(1).en.original)


# --- in the place of the old one -------------------------------------------------------------------------------------


def test_it_is_kept_in_the_old_ones_place(both: Path, tmp_path: Path, closing: Opened) -> None:
    path = tmp_path / "a.drafter"
    old = closing(open_mixed(both))
    old.save_as(path)
    old.remember("place", "2")
    old.edit(1, "en", "Kept")
    new = closing(rereading.read_as(old, "zh").session)
    copy = new.take_over(old, spare=True)
    assert (old.path, new.path) == (None, path)
    assert copy is not None
    new.edit(2, "zh", "Later")
    new.close()
    again = closing(open_project(path))
    assert [clause.zh.text for clause in again.clauses][1] == "Later"
    assert again.setting("place") == "2"
    copy.rename(tmp_path / "copy.drafter")
    assert closing(open_project(tmp_path / "copy.drafter")).clause(1).en.text == "Kept"


def test_one_that_is_kept_nowhere_leaves_no_file(both: Path, closing: Opened) -> None:
    old = closing(open_mixed(both))
    new = rereading.read_as(old, "zh").session
    assert new.take_over(old, spare=True) is None
    assert new.path is None


def test_the_old_one_goes_on_where_the_file_can_t_be_written(
    both: Path, tmp_path: Path, closing: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.drafter"
    old = closing(open_mixed(both))
    old.save_as(path)
    new = rereading.read_as(old, "zh").session

    def full(*_arguments: object) -> None:
        raise ProjectError("The disk is full.")

    monkeypatch.setattr(ProjectStore, "create", full)
    with pytest.raises(ProjectError, match="full"):
        new.take_over(old)
    assert (old.path, new.path) == (path, None)
    old.edit(1, "en", "Still kept")
    old.close()
    assert closing(open_project(path)).clause(1).en.text == "Still kept"


# --- runs ------------------------------------------------------------------------------------------------------------


def test_runs_come_back_from_the_bytes(tmp_path: Path, files: tuple[Path, Path], closing: Opened) -> None:
    word = docx.Document()
    paragraph = word.add_paragraph("石桥镇")
    paragraph.add_run("清洁空气").bold = True
    word.add_paragraph("一、总体目标")
    word.save(str(tmp_path / "计划.docx"))
    session = open_pair(tmp_path / "计划.docx", files[1])
    session.save_as(tmp_path / "a.drafter")
    session.close()
    kept = closing(open_project(tmp_path / "a.drafter")).documents["zh"]
    assert not any(paragraph.runs for paragraph in kept.paragraphs)
    found = rereading.with_runs(kept)
    assert found is not None
    assert [(run.start, run.end) for run in found.paragraphs[0].runs] == [(0, 3), (3, 7)]
    assert replace(found, paragraphs=()) == replace(kept, paragraphs=())
    other = replace(kept, paragraphs=(replace(kept.paragraphs[0], text="石桥"), *kept.paragraphs[1:]))
    assert rereading.with_runs(other) is None
    assert rereading.with_runs(replace(kept, data=b"PK\x03\x04 and nothing")) is None


def test_runs_of_a_text_in_the_encoding_that_was_chosen(files: tuple[Path, Path], closing: Opened) -> None:
    files[0].write_bytes(ZH.encode("gb18030"))
    wrong = rereading.in_encoding(closing(open_pair(*files)), "zh", "cp1252").session.documents["zh"]
    assert rereading.with_runs(wrong) == wrong


# --- what stands beside the texts ------------------------------------------------------------------------------------


def test_states_and_findings_go_along(files: tuple[Path, Path], closing: Opened) -> None:
    session = closing(open_pair(*files, author="柳"))
    line = next(clause for clause in session.clauses if "PM2.five" in clause.en.text)
    session.set_state(line.id, "reviewed")
    at = line.en.text.index("average")
    session.add_finding(line.id, "en", Span(at, at + 7), "accuracy", "minor", "mean?")
    (glued,) = [one for one in session.findings(line.id) if one.rule == "spacing.glued"]
    session.ignore_text(glued, "so printed")
    session.confirm(next(one for one in session.findings(line.id) if one.rule == "number.digit-word"), "seen")
    found = rereading.in_encoding(session, "en", "utf-8")
    assert found.lost == ()
    again = found.session
    home = next(clause.id for clause in again.clauses if "PM2.five" in clause.en.text)
    assert again.state(home) == "reviewed"
    assert [(one.text, one.clause) for one in again.findings() if one.id] == [("average", home)]
    assert [(one.scope, one.reason, one.covers) for one in again.ignores()] == [("text", "so printed", 1)]
    assert [again.decision(one) for one in again.findings(home) if one.rule == "number.digit-word"] == ["confirmed"]
    turned = rereading.swapped(session)
    home = next(clause.id for clause in turned.session.clauses if "PM2.five" in clause.zh.text)
    assert turned.session.state(home) == "reviewed"
    assert [(one.text, one.side) for one in turned.session.findings() if one.id] == [("average", "zh")]


def test_what_is_read_quite_otherwise_is_new_again(files: tuple[Path, Path], closing: Opened) -> None:
    files[0].write_bytes(ZH.encode("gb18030"))
    session = closing(open_pair(*files))
    session.set_state([clause.id for clause in session.clauses], "translated")
    found = rereading.in_encoding(session, "zh", "cp1252")
    assert {found.session.state(clause.id) for clause in found.session.clauses} == {"initial"}
    assert found.lost == tuple(clause.id for clause in session.clauses)
