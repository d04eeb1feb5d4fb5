"""How good a text was and is: what is found in it as loaded and as corrected, less what reviewers set aside."""

import json
from collections import Counter
from pathlib import Path

import pytest

from drafter.exports.quality import QualityOptions
from drafter.exports.quality.scoring import once
from drafter.language.wordcount import count_words
from drafter.model import Finding, Span
from drafter.review import ReviewSession, export_review, open_mixed, open_pairs, open_project, open_side
from drafter.review.quality import quality_of
from tests.review.conftest import Opened
from tests.review.test_marked import DAMAGED, opened

EVERY = QualityOptions(repeats=True)
CONFIRMED = QualityOptions(repeats=True, confirmed=True)


def errors(session: ReviewSession, options: QualityOptions = EVERY) -> tuple[int, int]:
    whole = quality_of(session, options).whole
    return whole.before.errors, whole.after.errors


def first(session: ReviewSession, rule: str) -> Finding:
    return next(finding for finding in session.findings() if finding.rule == rule)


def correct(session: ReviewSession, wrong: str, right: str) -> None:
    assert session.edit(3, "en", session.clause(3).en.text.replace(wrong, right))


def test_before_correction_nothing_differs(session: ReviewSession) -> None:
    report = quality_of(session)
    found = session.findings()
    assert found
    assert report.whole.before == report.whole.after
    assert report.whole.after.errors == len(once(found))
    assert report.whole.after.counts == {
        severity: sum(finding.severity == severity for finding in once(found))
        for severity in ("minor", "major", "critical")
    }
    assert report.whole.after.words == sum(count_words(clause.en.original) for clause in session.clauses)
    assert not report.changed


def test_correcting_leaves_what_was_as_it_was(session: ReviewSession) -> None:
    loaded = Counter(finding.rule for finding in session.findings())
    before = errors(session)[0]
    assert session.apply_fixes("suggested", sides=("en",))
    report = quality_of(session, EVERY)
    assert report.whole.before.errors == before == loaded.total()
    assert report.whole.after.errors == len(session.findings()) < before
    assert report.changed
    assert report.whole.before.words == report.whole.after.words
    session.undo()
    assert errors(session) == (before, before)


def test_types_come_from_the_rules(session: ReviewSession) -> None:
    types = dict(quality_of(session, EVERY).types)
    assert types["fluency/spelling"].after.errors == sum(one.family == "spacing" for one in session.findings())
    assert "other" not in types


def test_what_is_set_aside_is_no_error_before_or_after(session: ReviewSession) -> None:
    before, _after = errors(session)
    session.ignore(first(session, "spacing.glued"), "as printed")
    assert errors(session) == (before - 1, before - 1)
    correct(session, "shall", "will")  # elsewhere in the clause: it stays set aside
    assert errors(session) == (before - 1, before - 1)
    correct(session, "ofPM2.five", "of PM2.5")  # with the other fault, which was not
    assert errors(session) == (before - 1, before - 2)


@pytest.mark.parametrize("wide", ["rule", "text"])
def test_what_is_set_aside_throughout_is_no_error_even_if_it_was_mended(session: ReviewSession, wide: str) -> None:
    before, _after = errors(session)
    glued = first(session, "spacing.glued")
    if wide == "rule":
        session.ignore_rule("spacing.glued", "house style")
    else:
        session.ignore_text(glued, "a brand")
    correct(session, "ofPM2.five", "of PM2.five")
    assert errors(session) == (before - 1, before - 1)


def test_confirmed_ones_count_before_even_if_they_were_mended_since(session: ReviewSession) -> None:
    assert errors(session, CONFIRMED) == (0, 0)
    session.confirm(first(session, "spacing.glued"))
    assert errors(session, CONFIRMED) == (1, 1)
    correct(session, "shall", "will")
    assert errors(session, CONFIRMED) == (1, 1)
    correct(session, "ofPM2.five", "of PM2.five")
    assert errors(session, CONFIRMED) == (1, 0)


def test_a_confirmed_fault_that_was_mended_counts_before_only(session: ReviewSession) -> None:
    glued = first(session, "spacing.glued")
    session.confirm(glued)
    session.apply_fix(glued)
    assert errors(session, CONFIRMED) == (1, 0)


def test_what_was_confirmed_is_what_was_said() -> None:
    session = open_pairs([("全镇改造锅炉120台。", "The town will refit 125 boilers.")])
    assert session.edit(1, "zh", "全镇改造锅炉130台。")
    (wrong,) = session.findings()
    session.confirm(wrong)
    assert errors(session, CONFIRMED) == (0, 1)  # that it should read 120 nobody confirmed
    assert errors(session) == (1, 1)


def test_what_was_confirmed_is_of_the_same_words() -> None:
    text = "The load ofPM2.5 fell. The load onPM2.5 fell."
    session = open_pairs([("PM2.5负荷下降，PM2.5负荷下降。", text)])
    of, _on = (finding for finding in session.findings() if finding.rule == "spacing.glued")
    session.confirm(of)
    session.edit(1, "en", text.replace("fell. ", "rose. "))
    assert errors(session, CONFIRMED) == (1, 1)
    session.edit(1, "en", text.replace("ofPM2.5 fell", "of PM2.5 rose"))
    assert errors(session, CONFIRMED) == (1, 0)


def test_reviewers_own_findings_are_errors_a_person_saw(session: ReviewSession) -> None:
    before, _after = errors(session)
    start = session.clause(4).en.text.index("refit")
    own = session.add_finding(4, "en", Span(start, start + 5), "accuracy/mistranslation", "major", "rebuild")
    assert errors(session) == (before + 1, before + 1)
    assert errors(session, CONFIRMED) == (1, 1)
    assert dict(quality_of(session, EVERY).types)["accuracy/mistranslation"].after.errors >= 1
    session.edit(4, "en", "The town will rebuild 120 boilers.")
    assert errors(session, CONFIRMED) == (1, 0)
    session.undo()
    session.remove_finding(own.id)  # it was no error after all
    session.edit(4, "en", "The town will rebuild 120 boilers.")
    assert errors(session, CONFIRMED) == (0, 0)


def test_a_project_tells_the_same_after_it_was_opened_again(
    session: ReviewSession, tmp_path: Path, closing: Opened
) -> None:
    session.confirm(first(session, "number.digit-word"))
    session.ignore(first(session, "spacing.glued"), "as printed")
    assert session.edit(2, "en", "I. Overall goals")
    told = [errors(session), errors(session, CONFIRMED)]
    path = tmp_path / "a.drafter"
    session.save_as(path)
    session.close()
    again = closing(open_project(path))
    assert [errors(again), errors(again, CONFIRMED)] == told


def test_pairs_without_a_file() -> None:
    session = open_pairs([("PM2.5浓度下降。", "The concentration ofPM2.five fell.")])
    found = len(session.findings())
    session.apply_fixes("suggested")
    assert errors(session) == (found, len(session.findings()))


def test_one_language_alone_and_both_in_one_file(tmp_path: Path) -> None:
    zh = tmp_path / "zh.txt"
    zh.write_text("改造锅炉，,120台。\n完成VOCs治理。\n", encoding="utf-8")
    report = quality_of(open_side(zh, "zh"))
    assert report.sides == ("zh",)
    assert report.whole.after.words == 11
    mixed = tmp_path / "mixed.txt"
    mixed.write_text("石桥镇计划\nShiqiao town plan\n改造锅炉120台&nbsp;。\nRefit 120 boilers ofPM2.five.\n", "utf-8")
    session = open_mixed(mixed)
    report = quality_of(session, EVERY)
    assert report.sides == ("zh", "en")
    assert report.whole.after.errors == len(session.findings())
    assert report.uncounted.source == 0


def test_texts_with_marks_are_counted_as_they_read(tmp_path: Path) -> None:
    session = opened(tmp_path, DAMAGED)
    found = len([finding for finding in session.findings() if finding.side == "en"])
    report = quality_of(session, EVERY)
    assert report.whole.before.errors == report.whole.after.errors == found
    assert report.whole.after.words == 9 + 6 + 7 + 2
    assert session.apply_fixes("suggested", sides=("en",))
    report = quality_of(session, EVERY)
    assert report.whole.before.errors == found > report.whole.after.errors
    assert not any("⟦" in finding.text for worst in report.worst for finding in worst.findings)


def test_it_is_an_export_like_the_others(session: ReviewSession, tmp_path: Path) -> None:
    assert export_review(session, tmp_path / "q.json", QualityOptions()) == ()
    told = json.loads((tmp_path / "q.json").read_text("utf-8"))
    assert told["after"]["errors"] == quality_of(session).whole.after.errors
    assert (told["zh"], told["en"]) == ("计划 一.txt", "plan one.txt")
