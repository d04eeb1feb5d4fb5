"""The session's own promises: changes, steps, decisions, tags, and who is told."""

import doctest
from collections.abc import Callable
from functools import partial
from pathlib import Path
from sqlite3 import Connection
from threading import Event, Thread

import pytest

import drafter.review.always
import drafter.review.session
from drafter.model import DrafterError, Finding, Span
from drafter.project import ProjectError, ProjectStore
from drafter.review import Change, Place, ReviewSession, open_pair, open_pairs, open_project, open_side
from tests.review.conftest import Opened

DAMAGED = "The concentration ofPM2.five decreased by 10%."
MENDED = "The concentration of PM2.5 decreased by 10%."
PAIR = ("PM2.5浓度下降10%。", DAMAGED)


def pairs(*rows: tuple[str, str]) -> ReviewSession:
    return open_pairs(rows or [PAIR])


def rules(session: ReviewSession, clause: int | None = None, *, ignored: bool = False) -> list[str]:
    return [finding.rule for finding in session.findings(clause, ignored=ignored)]


def only(session: ReviewSession, rule: str) -> Finding:
    found = [finding for finding in session.findings() if finding.rule == rule]
    assert len(found) == 1
    return found[0]


def test_examples_of_the_docstrings() -> None:
    result = doctest.testmod(drafter.review.session, optionflags=doctest.IGNORE_EXCEPTION_DETAIL)
    assert result.attempted > 40
    assert result.failed == 0
    result = doctest.testmod(drafter.review.always)
    assert (result.attempted, result.failed) == (4, 0)


# --- edits -----------------------------------------------------------------------------------------------------------


def test_edit_says_whether_it_changed_anything() -> None:
    session = pairs()
    assert session.edit(1, "en", "Another text.", "reads better")
    assert not session.edit(1, "en", "Another text.")
    assert session.clause(1).en.text == "Another text."
    assert session.clause(1).en.original == DAMAGED
    (revision,) = session.revisions
    assert (revision.number, revision.group, revision.kind, revision.side) == (1, 1, "text", "en")
    assert (revision.before, revision.after, revision.reason) == (DAMAGED, "Another text.", "reads better")
    assert revision.time.endswith("Z")


def test_findings_follow_at_once() -> None:
    session = pairs()
    assert "number.digit-word" in rules(session)
    session.edit(1, "en", MENDED)
    assert rules(session) == []
    session.undo()
    assert "number.digit-word" in rules(session)


def test_the_chinese_can_be_corrected() -> None:
    session = pairs()
    session.edit(1, "zh", "PM2.5浓度下降12%。")
    assert session.clause(1).zh.text == "PM2.5浓度下降12%。"
    assert any(rule.startswith("number.") and rule != "number.digit-word" for rule in rules(session))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("half \ud83d of a sign", "half \ufffd of a sign"),
        ("\ud869\udf5a", "\U0002a75a"),
        ("", ""),
        ("\x00𫚖", "\x00𫚖"),
    ],
)
def test_what_is_typed_can_be_kept(typed: str, kept: str, files: tuple[Path, Path], closing: Opened) -> None:
    session = closing(open_side(files[1], "en"))
    path = files[0].with_name("a.drafter")
    session.save_as(path)
    session.edit(1, "en", typed)
    assert session.clause(1).en.text == kept
    assert closing(open_project(path)).clause(1).en.text == kept


def test_no_such_clause() -> None:
    session = pairs()
    with pytest.raises(KeyError):
        session.clause(9)
    with pytest.raises(KeyError):
        session.edit(9, "en", "x")
    with pytest.raises(KeyError):
        session.tag(9, "m")
    with pytest.raises(KeyError):
        session.findings(9)
    assert not session.revisions


# --- fixes -----------------------------------------------------------------------------------------------------------


def test_one_fix() -> None:
    session = pairs()
    session.apply_fix(only(session, "number.digit-word"))
    assert session.clause(1).en.text == DAMAGED.replace("five", "5")
    assert session.revisions[-1].reason == "number.digit-word"


def test_a_fix_of_yesterday_is_refused() -> None:
    session = pairs()
    stale = only(session, "number.digit-word")
    session.edit(1, "en", "It fell. " + DAMAGED)
    with pytest.raises(DrafterError, match="changed"):
        session.apply_fix(stale)
    assert len(session.revisions) == 1


def test_a_missing_space_is_put_in_once() -> None:
    session = pairs(("", "Annual loads of12 t fell."))
    insertion = next(finding for finding in session.findings() if finding.fix)
    session.apply_fix(insertion)
    once = session.clause(1).en.text
    with pytest.raises(DrafterError):
        session.apply_fix(insertion)
    assert session.clause(1).en.text == once


def test_a_finding_without_a_fix() -> None:
    session = pairs(("锅炉120台。", "Boilers."))
    finding = next(finding for finding in session.findings() if finding.fix is None)
    with pytest.raises(DrafterError, match="no repair"):
        session.apply_fix(finding)


def test_all_safe_fixes_are_one_step() -> None:
    session = pairs(PAIR, PAIR, ("达到12吨。", "It reached 12 t."))
    made = session.apply_fixes("safe")
    assert [revision.clause for revision in made] == [1, 2]
    assert {revision.group for revision in made} == {1}
    assert [clause.en.text for clause in session.clauses[:2]] == [MENDED, MENDED]
    assert session.apply_fixes("safe") == []
    session.undo()
    assert [clause.en.text for clause in session.clauses[:2]] == [DAMAGED, DAMAGED]
    assert not session.can_undo


def test_only_the_rules_asked_for() -> None:
    session = pairs()
    session.apply_fixes("safe", rules=["spacing.glued"])
    assert session.clause(1).en.text == DAMAGED.replace("ofPM", "of PM")
    assert session.apply_fixes("safe", rules=[]) == []


def test_only_the_sides_asked_for() -> None:
    session = pairs(("PM2.5 浓度\ufeff下降10%&nbsp;。", DAMAGED))
    chinese = session.clause(1).zh.text
    session.apply_fixes("suggested", sides=["en"])
    assert session.clause(1).zh.text == chinese
    assert session.clause(1).en.text == MENDED


def test_ignored_findings_are_left_alone_by_fixes() -> None:
    session = pairs()
    session.ignore(only(session, "number.digit-word"), "a name")
    session.apply_fixes("suggested")
    assert "PM2.five" in session.clause(1).en.text


# --- decisions -------------------------------------------------------------------------------------------------------


def test_ignore_and_reopen() -> None:
    session = pairs()
    finding = only(session, "number.digit-word")
    session.ignore(finding, "a name")
    assert "number.digit-word" not in rules(session)
    assert rules(session, ignored=True) == ["number.digit-word"]
    assert session.revisions[-1].reason == "a name"
    session.ignore(finding, "again")
    assert len(session.revisions) == 1
    session.reopen(finding, "no name after all")
    assert "number.digit-word" in rules(session)
    assert rules(session, ignored=True) == []
    session.undo()
    assert rules(session, ignored=True) == ["number.digit-word"]


def test_a_finding_that_is_not_there_can_t_be_ignored() -> None:
    session = pairs()
    finding = only(session, "number.digit-word")
    session.edit(1, "en", MENDED)
    with pytest.raises(KeyError):
        session.ignore(finding, "")


def test_ignored_stays_ignored_after_an_edit_elsewhere() -> None:
    session = pairs()
    session.ignore(only(session, "number.digit-word"), "a name")
    session.edit(1, "en", "It is said: " + DAMAGED)
    assert rules(session, ignored=True) == ["number.digit-word"]
    session.undo()
    assert rules(session, ignored=True) == ["number.digit-word"]
    session.undo()
    assert rules(session, ignored=True) == []


def test_ignored_stays_ignored_when_its_neighbour_is_mended() -> None:
    session = pairs()
    session.ignore(only(session, "number.digit-word"), "a name")
    session.apply_fix(only(session, "spacing.glued"))
    assert rules(session, ignored=True) == ["number.digit-word"]
    finding = session.findings(ignored=True)[0]
    session.reopen(finding)
    session.edit(1, "en", DAMAGED)
    assert "number.digit-word" in rules(session)


def test_a_decision_never_passes_to_another_finding() -> None:
    text = "Refit 12 boilers , and later on a whole lot more , and so on."
    session = pairs(("", text))
    first, second = session.findings()
    session.ignore(first, "as printed")
    session.edit(1, "en", text.replace("boilers ,", "boilers,"))
    assert [finding.span.start for finding in session.findings(1)] == [second.span.start - 1]
    assert session.findings(ignored=True) == []
    session.edit(1, "en", text)
    assert session.findings(1) == [second]
    session.reopen(first)
    session.ignore(second, "as printed")
    session.edit(1, "en", text.replace("boilers ,", "boilers,"))
    assert session.findings(1) == []
    session.edit(1, "en", text.replace("more ,", "more,"))
    assert session.findings(ignored=True) == []


# --- tags ------------------------------------------------------------------------------------------------------------


def test_tags_keep_their_order() -> None:
    session = pairs()
    assert session.tag(1, "b")
    assert session.tag(1, "a")
    assert session.tag(1, "c")
    assert not session.tag(1, "a")
    assert session.tags(1) == ("b", "a", "c")
    assert session.untag(1, "b")
    assert not session.untag(1, "b")
    assert session.tags(1) == ("a", "c")
    session.undo()
    assert session.tags(1) == ("b", "a", "c")
    session.redo()
    assert session.tags(1) == ("a", "c")
    assert set(session.snapshot().tags) == {1}
    for _step in range(4):
        session.undo()
    assert session.tags(1) == ()
    assert session.snapshot().tags == {}


# --- undo and redo ---------------------------------------------------------------------------------------------------


def test_nothing_to_undo() -> None:
    session = pairs()
    assert not session.undo()
    assert not session.redo()


def test_undo_and_redo() -> None:
    session = pairs()
    session.edit(1, "en", "one")
    session.edit(1, "en", "two")
    assert session.undo()
    assert session.clause(1).en.text == "one"
    assert session.redo()
    assert session.clause(1).en.text == "two"
    session.undo()
    session.edit(1, "en", "three")
    assert not session.redo()
    session.undo()
    session.undo()
    assert session.clause(1).en.text == DAMAGED
    assert not session.can_undo
    assert [revision.turn for revision in session.revisions] == ["", "", "undo", "redo", "undo", "", "undo", "undo"]


def test_undo_goes_on_after_closing(session: ReviewSession, tmp_path: Path, closing: Opened) -> None:
    loaded = session.clauses
    path = tmp_path / "a.drafter"
    session.save_as(path)
    session.apply_fixes("safe")
    session.tag(1, "a")
    session.edit(2, "en", "I. Goals")
    corrected = session.clauses
    session.undo()
    session.close()
    again = closing(open_project(path, author="王"))
    assert again.can_redo
    again.redo()
    assert again.clauses == corrected
    while again.undo():
        pass
    assert again.clauses == loaded
    assert again.tags(1) == ()
    again.close()
    third = closing(open_project(path))
    while third.redo():
        pass
    assert third.clauses == corrected
    assert third.tags(1) == ("a",)
    assert {revision.author for revision in third.revisions} == {"柳如烟", "王", ""}


def test_a_long_history_is_undone_in_no_time() -> None:
    session = pairs(("", "a"), ("", "b"))
    for number in range(1500):
        session.edit(1 + number % 2, "en", f"text {number}")
    while session.undo():
        pass
    assert [clause.en.text for clause in session.clauses] == ["a", "b"]


# --- observers -------------------------------------------------------------------------------------------------------


def test_observers_are_told_once() -> None:
    session = pairs(PAIR, PAIR, ("好。", "Good."))
    told: list[Change] = []
    seen: list[str] = []
    end = session.subscribe(told.append)
    session.subscribe(lambda _change: seen.append(session.clause(1).en.text))
    session.apply_fixes("safe")
    assert [change.clauses for change in told] == [(1, 2)]
    assert seen == [MENDED]
    assert told[0].revisions == session.revisions
    session.undo()
    assert sorted(told[1].clauses) == [1, 2]
    session.tag(3, "a")
    session.ignore(session.findings(1)[0], "")
    assert [change.clauses for change in told[2:]] == [(3,), (1,)]
    session.edit(3, "en", "Good.")
    session.tag(3, "a")
    session.remember("place", "3")
    assert len(told) == 4
    end()
    end()
    session.edit(3, "en", "Very good.")
    assert len(told) == 4
    assert len(seen) == 5


def test_an_observer_may_leave_while_being_told() -> None:
    session = pairs()
    told: list[str] = []

    def once(_change: Change) -> None:
        told.append("first")
        end()

    end = session.subscribe(once)
    session.subscribe(lambda _change: told.append("second"))
    session.edit(1, "en", "x")
    session.edit(1, "en", "y")
    assert told == ["first", "second", "second"]


def test_what_can_t_be_kept_does_not_happen(
    session: ReviewSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.save_as(tmp_path / "a.drafter")
    before = session.clauses

    def fail(*_: object) -> None:
        raise ProjectError("full")

    monkeypatch.setattr(ProjectStore, "append", fail)
    monkeypatch.setattr(ProjectStore, "remember", fail)
    told: list[Change] = []
    session.subscribe(told.append)
    with pytest.raises(ProjectError):
        session.edit(1, "en", "lost")
    with pytest.raises(ProjectError):
        session.remember("place", "3")
    assert session.clauses == before
    assert session.setting("place") == ""
    assert not session.revisions
    assert not session.can_undo
    assert told == []


# --- keeping ---------------------------------------------------------------------------------------------------------


def test_saving_where_it_lies_already(session: ReviewSession, tmp_path: Path, closing: Opened) -> None:
    path = tmp_path / "a.drafter"
    session.save_as(path)
    session.edit(1, "en", "first")
    node = path.stat().st_ino
    session.save_as(tmp_path / "." / "a.drafter")
    assert path.stat().st_ino == node
    session.edit(1, "en", "second")
    assert closing(open_project(path)).clause(1).en.text == "second"


def test_saving_under_another_name_leaves_the_old_file(session: ReviewSession, tmp_path: Path, closing: Opened) -> None:
    first, second = tmp_path / "a.drafter", tmp_path / "b.drafter"
    session.save_as(first)
    session.edit(1, "en", "first")
    session.remember("place", "2")
    session.save_as(second)
    session.edit(1, "en", "second")
    assert session.path == second
    assert closing(open_project(first)).clause(1).en.text == "first"
    other = closing(open_project(second))
    assert other.clause(1).en.text == "second"
    assert other.setting("place") == "2"
    assert other.title == session.title


def test_saving_in_no_folder_leaves_the_review_as_it_was(session: ReviewSession, tmp_path: Path) -> None:
    path = tmp_path / "a.drafter"
    session.save_as(path)
    with pytest.raises(ProjectError):
        session.save_as(tmp_path / "none" / "b.drafter")
    session.edit(1, "en", "kept")
    assert session.path == path


def test_a_setting_never_touches_the_title(session: ReviewSession, tmp_path: Path, closing: Opened) -> None:
    path = tmp_path / "a.drafter"
    session.save_as(path)
    session.remember("title", "x")
    again = closing(open_project(path))
    assert again.title == session.title == "石桥镇清洁空气行动计划"
    assert again.setting("title") == "x"


def test_two_windows_on_one_project(session: ReviewSession, tmp_path: Path, closing: Opened) -> None:
    path = tmp_path / "a.drafter"
    session.save_as(path)
    session.edit(1, "en", "from the first")
    other = closing(open_project(path))
    assert other.clause(1).en.text == "from the first"
    assert "is open on" in str(other.read_only)
    for change in (partial(other.edit, 1, "en", "from the second"), other.undo, partial(other.tag, 1, "m")):
        with pytest.raises(ProjectError, match="it can be read, not changed"):
            change()
    assert other.clause(1).en.text == "from the first"
    session.close()
    again = closing(open_project(path))
    assert again.read_only is None
    assert again.edit(1, "en", "from the second")


def test_a_copy_of_an_open_review_is_whole(session: ReviewSession, tmp_path: Path, closing: Opened) -> None:
    session.save_copy(tmp_path / "before.drafter")
    session.save_as(tmp_path / "a.drafter")
    session.edit(1, "en", "Kept")
    session.save_copy(tmp_path / "b.drafter")
    closing(open_project(tmp_path / "a.drafter")).save_copy(tmp_path / "c.drafter")
    session.edit(1, "en", "Later")
    assert session.path == tmp_path / "a.drafter"
    for name, text in (("b", "Kept"), ("c", "Kept"), ("before", session.clause(1).en.original)):
        assert closing(open_project(tmp_path / f"{name}.drafter")).clause(1).en.text == text


# --- findings don't hang on when a review was opened -----------------------------------------------------------------


def test_findings_are_the_same_after_reopening(tmp_path: Path, closing: Opened) -> None:
    path = tmp_path / "en.txt"
    quotes = "\n".join(f"The “{word}” plan." for word in ("blue", "green", "clear"))
    path.write_text(f'{quotes}\nThe "grey” plan.\n', encoding="utf-8")
    session = closing(open_side(path, "en"))
    session.save_as(tmp_path / "a.drafter")
    for clause in session.clauses[:3]:
        session.edit(clause.id, "en", clause.en.text.replace("“", '"').replace("”", '"'))
    before = session.findings()
    assert closing(open_project(tmp_path / "a.drafter")).findings() == before


def test_snapshot(session: ReviewSession) -> None:
    session.tag(1, "unheard.of")
    finding = session.findings()[0]
    session.ignore(finding, "")
    snapshot = session.snapshot()
    assert snapshot.title == session.title
    assert snapshot.clauses == session.clauses
    assert finding in snapshot.ignored
    assert finding not in snapshot.findings
    assert snapshot.revisions == session.revisions
    assert [concept.notation for concept in snapshot.tags[1]] == ["unheard.of"]
    assert (snapshot.zh_name, snapshot.en_name) == ("计划 一.txt", "plan one.txt")


def test_pairs_have_no_places() -> None:
    session = pairs()
    assert not session.has_place("en")
    assert not session.mixed
    assert session.corrected_text("en") == DAMAGED
    with pytest.raises(KeyError):
        session.place_of(1, "en", Span(0, 1))


def test_place_of_an_added_text(session: ReviewSession, tmp_path: Path, closing: Opened) -> None:
    en = tmp_path / "short.txt"
    en.write_text("Shiqiao Town Clean Air Action Plan\n", encoding="utf-8")
    only_title = closing(open_side(en, "en"))
    only_title.edit(1, "en", "Shiqiao Town Plan")
    assert only_title.place_of(1, "en", Span(13, 17)) == Place(1, 13, 17)


def test_loose_pairs_are_no_plan(tmp_path: Path) -> None:
    pairs = [
        ("江岭市2024年清洁空气行动计划", "Jiangling City 2024 Clean Air Action Plan"),
        ("（2024年3月1日）", "(1 March 2024)"),
        ("暴雨淹没了七个村庄。", "Seven villages were flooded by the storm."),
        ("到2026年建成12座泵站。", "By 2026, 12 pump stations were completed."),
    ]
    loose = open_pairs(pairs)
    assert "text.tense" not in [finding.rule for finding in loose.findings()]
    for side, name in enumerate(("zh.txt", "en.txt")):
        (tmp_path / name).write_text("\n".join(pair[side] for pair in pairs) + "\n", encoding="utf-8")
    plan = open_pair(tmp_path / "zh.txt", tmp_path / "en.txt")
    assert "text.tense" in [finding.rule for finding in plan.findings()]


def test_what_two_threads_write_is_written_one_after_the_other(
    session: ReviewSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.save_as(tmp_path / "a.drafter")
    store, inside, begun, go_on = session.store, [0, 0], Event(), Event()
    assert store is not None
    known = ProjectStore._write

    def slow(self: ProjectStore, write: Callable[[Connection], None]) -> None:
        inside[0] += 1
        inside[1] = max(inside)
        begun.set()
        go_on.wait(0.5)
        known(self, write)
        inside[0] -= 1

    monkeypatch.setattr(ProjectStore, "_write", slow)
    first = session.clauses[0].id
    others = [
        Thread(target=partial(session.edit, first, "en", "Of another thread")),
        Thread(target=partial(session.remember, "place", "1")),
        Thread(target=partial(session.add_note, first, "Of a third", "en")),
    ]
    for one in others:
        one.start()
        assert begun.wait(20)
    for one in others:
        one.join(20)
    assert inside == [0, 1]
    assert [one.number for one in session.revisions] == list(range(1, len(session.revisions) + 1))
    assert session.clause(first).en.text == "Of another thread"
    assert session.setting("place") == "1"
    assert len(session.notes()) == 1
