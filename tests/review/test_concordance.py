"""Words looked up in a review and in memories, and texts that are like a clause."""

from pathlib import Path

import pytest

from drafter.model import Clause, ClauseSide, DrafterError, Segment
from drafter.review.concordance import Memory, fuzzy_matches, load_memory, look_up
from drafter.review.concordance.matching import _AT_ONCE


def clause(number: int, zh: str, en: str) -> Clause:
    def side(text: str) -> ClauseSide:
        return ClauseSide((Segment(number, 0, len(text)),), text, text)

    return Clause(number, side(zh), side(en))


CLAUSES = [
    clause(1, "关停5家企业。", "Close 5 plants."),
    clause(2, "关停8家企业。", ""),
    clause(3, "公布名单。", "Publish."),
]
OLD = Memory("old.tmx", ("关停5家企业。", "关停5家以上企业。"), ("Shut 5 plants.", "Shut 5 plants or more."))


def test_both_sides_are_looked_through_the_review_first() -> None:
    found = look_up("PLANTS", CLAUSES, [OLD])
    assert [(one.clause, one.memory) for one in found] == [(1, ""), (0, "old.tmx"), (0, "old.tmx")]
    assert [found[0].en[span.start : span.end] for span in found[0].in_en] == ["plants"]
    assert len(look_up("５家", CLAUSES, [OLD])) == 3, "whatever the width"
    assert len(look_up("plants", CLAUSES, [OLD], most=2)) == 2
    assert look_up(" ", CLAUSES, [OLD]) == []


def test_what_two_memories_have_is_told_once() -> None:
    copy = Memory("copy.tmx", (*OLD.zh, "关停9家企业。"), (*OLD.en, "Shut 9 plants."))
    found = look_up("plants", CLAUSES, [OLD, copy])
    assert [(one.en, one.memory) for one in found[1:]] == [
        ("Shut 5 plants.", "old.tmx"), ("Shut 5 plants or more.", "old.tmx"), ("Shut 9 plants.", "copy.tmx"),
    ]  # fmt: skip


def test_the_likest_comes_first_and_only_the_same_is_whole() -> None:
    found = fuzzy_matches(CLAUSES[1], CLAUSES, [OLD])
    assert [(one.percent, one.en) for one in found] == [
        (85, "Shut 5 plants."), (85, "Close 5 plants."), (75, "Shut 5 plants or more."),
    ]  # fmt: skip
    same = fuzzy_matches(CLAUSES[0], CLAUSES, [OLD])
    assert same[0].percent == 100
    assert same[0].memory == "old.tmx"
    assert all(one.clause != 1 for one in same), "a clause is not like itself"
    assert fuzzy_matches(clause(9, "", "Words."), CLAUSES, [OLD]) == []


def test_a_long_memory_is_gone_through_to_its_end() -> None:
    count = _AT_ONCE + 5
    large = Memory("l.tmx", tuple(f"第{i}条说别的。" for i in range(count)), tuple(f"Item {i}" for i in range(count)))
    here = clause(1, f"第{count - 1}条说别的。", "")
    found = fuzzy_matches(here, [], [large], most=1)
    assert (found[0].percent, found[0].en) == (100, f"Item {count - 1}")
    nearly = clause(1, "第" + "9" * 3 + "条" + "说别的。" * 20, "")
    assert all(one.percent < 100 for one in fuzzy_matches(nearly, [], [large], least=1))


def test_a_memory_is_read_without_marks_and_each_pair_once(tmp_path: Path) -> None:
    unit = (
        '<tu><tuv xml:lang="zh"><seg>关停<bpt i="1">&lt;b&gt;</bpt>5<ept i="1">&lt;/b&gt;</ept>家</seg></tuv>'
        '<tuv xml:lang="en-GB"><seg>Close 5</seg></tuv></tu>'
    )
    empty = '<tu><tuv xml:lang="zh"><seg>空</seg></tuv><tuv xml:lang="en"><seg></seg></tuv></tu>'
    path = tmp_path / "m.tmx"
    path.write_text(f'<tmx version="1.4"><header/><body>{unit}{unit}{empty}</body></tmx>', encoding="utf-8")
    made = load_memory(path)
    assert (made.zh, made.en, len(made)) == (("关停5家",), ("Close 5",), 1)


@pytest.mark.parametrize("name", ["plain.txt", "a.tmx", "gone.tmx"])
def test_what_is_no_memory_is_told_in_a_sentence(tmp_path: Path, name: str) -> None:
    if name != "gone.tmx":
        (tmp_path / name).write_text("<tmx><body><tu>" if name == "a.tmx" else "Words.", encoding="utf-8")
    with pytest.raises(DrafterError, match=name):
        load_memory(tmp_path / name)
