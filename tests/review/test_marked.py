"""Reviews of translation tools' files: no check sees a mark, no edit and no fix breaks one."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.language.marks import marks_in, nested, plain
from drafter.review import ReviewSession, open_mixed, open_pairs, open_project

CLEAN = [
    ("⟦1⟧一、总体要求⟦/1⟧", "⟦1⟧I. General Requirements⟦/1⟧"),
    ("到2025年，细颗粒物（PM⟦1⟧2.5⟦/1⟧）浓度⟦2⟧下降10%⟦/2⟧以上。",
     "By 2025, the concentration of fine particulate matter (PM⟦1⟧2.5⟦/1⟧) shall ⟦2⟧fall by more than 10%⟦/2⟧."),
    ("新建⟦1⟧30⟦2⟧座⟦/2⟧⟦/1⟧加油站⟦3/⟧，面积5公顷。",
     "Build ⟦1⟧3⟦2⟧0⟦/2⟧⟦/1⟧ new filling stations⟦3/⟧, covering 5 ha."),
    ("各地要⟦1⟧加强⟦/1⟧扬尘治理⟦2/⟧严格考核。",
     "All localities shall ⟦1⟧strengthen⟦/1⟧ dust control⟦2/⟧and strict checks."),
    ("浓度不超过⟦1⟧35⟦/1⟧微克/立方米。", "The concentration shall not exceed 3⟦1⟧5⟦/1⟧ μg/m⟦2⟧3⟦/2⟧."),
    ("⟦1⟧责任⟦/1⟧⟦2/⟧⟦3⟧分工⟦/3⟧", "⟦1⟧Division⟦/1⟧⟦2/⟧⟦3⟧ of duties⟦/3⟧"),
]  # fmt: skip
DAMAGED = [
    ("到2025年，PM2.5浓度⟦1⟧下降10%⟦/1⟧。",
     "By 2025 ,the ⟦1⟧concentration ofP⟦/1⟧M2.5 shall fall by ⟦2⟧1⟦/2⟧5%."),
    ("面积⟦1⟧30⟦/1⟧万平方米。", "The area isabout ⟦1⟧300⟦/1⟧,000 square metres。"),
    ("禁止露天焚烧⟦1⟧秸秆⟦/1⟧。", "Open burning of ⟦1⟧秸秆⟦/1⟧ is  prohibited."),
    ("加强⟦1⟧监测⟦/1⟧。", "⟦1⟧Strengthen⟦/1⟧ monitoring ⟦2/⟧."),
]  # fmt: skip
TAGS = {"open": '<g id="{}">', "close": "</g>", "alone": '<x id="{}"/>'}


def xliff(pairs: Sequence[tuple[str, str]]) -> str:
    """Write pairs with marks as a file with tags."""

    def tagged(text: str) -> str:
        for mark in reversed(marks_in(text)):
            text = text[: mark.start] + TAGS[mark.kind].format(mark.number) + text[mark.end :]
        return text

    units = "\n".join(
        f'<trans-unit id="{number}"><source>{tagged(zh)}</source>'
        + (f"<target>{tagged(en)}</target>" if en else "")
        + "</trans-unit>"
        for number, (zh, en) in enumerate(pairs, 1)
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<xliff version="1.2"><file source-language="zh-CN"'
        f' target-language="en"><body>\n{units}\n</body></file></xliff>\n'
    )


def opened(folder: Path, pairs: Sequence[tuple[str, str]]) -> ReviewSession:
    path = folder / "plan.xlf"
    path.write_text(xliff(pairs), encoding="utf-8")
    return open_mixed(path)


def texts(session: ReviewSession) -> list[tuple[str, str]]:
    return [(clause.zh.text, clause.en.text) for clause in session.clauses]


def seen(session: ReviewSession) -> list[tuple[object, ...]]:
    """Give findings as a reader sees them, without the places."""
    return [
        (one.clause, one.rule, one.severity, one.side, plain(one.text), one.message, one.fix)
        for one in session.findings()
    ]


def test_tags_come_in_as_marks(tmp_path: Path) -> None:
    session = opened(tmp_path, CLEAN)
    assert session.marked
    assert texts(session) == CLEAN
    assert not open_pairs(CLEAN).marked


def test_a_clean_text_full_of_tags_has_no_findings(tmp_path: Path) -> None:
    assert seen(opened(tmp_path, CLEAN)) == []


def test_a_damaged_text_has_the_findings_it_has_without_tags(tmp_path: Path) -> None:
    bare = open_pairs([(plain(zh), plain(en)) for zh, en in DAMAGED])
    found = seen(opened(tmp_path, DAMAGED))
    assert found == seen(bare)
    assert len({rule for _clause, rule, *_rest in found}) >= 4


def test_the_places_of_findings_are_those_of_the_marked_text(tmp_path: Path) -> None:
    session = opened(tmp_path, DAMAGED)
    found = session.findings()
    assert [session.clause(one.clause).side(one.side).text[slice(*one.span)] for one in found] == [
        one.text for one in found
    ]
    figure = next(one for one in found if one.rule.startswith("number.") and "5" in one.text)
    assert plain(figure.text).startswith("15")
    assert "⟦/2⟧" in figure.text


@pytest.mark.parametrize("level", ["safe", "suggested"])
def test_fixes_mend_the_words_and_leave_the_marks(tmp_path: Path, level: str) -> None:
    bare = open_pairs([(plain(zh), plain(en)) for zh, en in DAMAGED])
    session = opened(tmp_path, DAMAGED)
    for review in (bare, session):
        review.apply_fixes(level, sides=("en",))  # type: ignore[arg-type]
    assert [plain(clause.en.text) for clause in session.clauses] == [clause.en.text for clause in bare.clauses]
    for clause, (_zh, en) in zip(session.clauses, DAMAGED, strict=True):
        assert [mark.text for mark in marks_in(clause.en.text)] == [mark.text for mark in marks_in(en)]
    assert session.clause(1).en.text.startswith("By 2025, the ⟦1⟧concentration of P⟦/1⟧M2.5 shall")


def test_one_fix_over_a_mark_leaves_it(tmp_path: Path) -> None:
    session = opened(tmp_path, [("PM2.5浓度下降。", "The level o⟦1⟧fP⟦/1⟧M2.5 falls.")])
    (finding,) = session.findings()
    session.apply_fix(finding)
    assert session.clause(1).en.text == "The level o⟦1⟧f P⟦/1⟧M2.5 falls."
    assert session.undo()
    assert session.clause(1).en.text == "The level o⟦1⟧fP⟦/1⟧M2.5 falls."


def test_an_edit_keeps_the_marks(tmp_path: Path) -> None:
    session = opened(tmp_path, [("禁止⟦1⟧焚烧⟦/1⟧。", "No ⟦1⟧burning⟦/1⟧.")])
    assert session.edit(1, "en", "No open burning ⟦4/⟧of straw.")
    assert session.clause(1).en.text == "No open ⟦1⟧burning⟦/1⟧ of straw."
    assert not session.edit(1, "en", "No open burning of straw.")


def test_a_text_written_where_there_was_none_takes_the_marks_of_the_other_side(tmp_path: Path) -> None:
    session = opened(tmp_path, [("⟦1⟧禁止⟦2/⟧焚烧⟦/1⟧", "")])
    session.edit(1, "en", "No burning")
    assert session.clause(1).en.text == "⟦1⟧No burning⟦2/⟧⟦/1⟧"
    session.edit(1, "en", "No ⟦2/⟧burning")
    assert session.clause(1).en.text == "⟦1⟧No ⟦2/⟧burning⟦/1⟧"


def test_a_heading_is_one_in_its_tags(tmp_path: Path) -> None:
    assert [clause.level for clause in opened(tmp_path, CLEAN).clauses] == [1, 0, 0, 0, 0, 0]


def test_what_looks_like_a_mark_elsewhere_is_text() -> None:
    session = open_pairs([("禁止⟦1⟧焚烧⟦/1⟧。", "No ⟦1⟧burning⟦/1⟧.")])
    session.edit(1, "en", "No burning ⟦2/⟧.")
    assert session.clause(1).en.text == "No burning ⟦2/⟧."


def test_marks_are_named_by_what_they_stand_for(tmp_path: Path) -> None:
    session = opened(tmp_path, CLEAN)
    assert session.mark_names(3, "en") == {1: '<g id="1">', 2: '<g id="2">', 3: '<x id="3"/>'}
    assert session.mark_names(1, "zh") == {1: '<g id="1">'}
    assert open_pairs(CLEAN).mark_names(1, "zh") == {}


def test_units_are_no_paragraphs_of_a_document(tmp_path: Path) -> None:
    pairs = [
        ("港务局更换旧吊机。", "The harbour office shall renew the old cranes and"),
        ("更换超过十年的船只并公布支出。", "and the boats that are older than ten years, and publish what it spends."),
    ]
    rules = {one.rule for one in opened(tmp_path, pairs).findings()}
    assert "structure.broken-paragraph" not in rules


def test_a_project_goes_on_with_its_marks(tmp_path: Path) -> None:
    session = opened(tmp_path, CLEAN)
    session.save_as(tmp_path / "plan.drafter")
    session.edit(5, "en", "The level shall not exceed 35 μg/m3.")
    session.close()
    again = open_project(tmp_path / "plan.drafter")
    assert again.marked
    assert again.clause(5).en.text == "The level shall not exceed 3⟦1⟧5⟦/1⟧ μg/m⟦2⟧3⟦/2⟧."
    assert seen(again) == []
    assert again.mark_names(5, "en") == {1: '<g id="1">', 2: '<g id="2">'}
    again.close()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_tags_anywhere_change_no_finding(tmp_path: Path, data: st.DataObject) -> None:
    """Pairs of tags may stand round any words, cut any word or figure."""
    bare = [(plain(zh), re.sub(r"\s+", " ", plain(en))) for zh, en in DAMAGED]
    tagged = [(zh, _tagged(data, en)) for zh, en in bare]
    session = opened(tmp_path, tagged)
    assert texts(session) == tagged
    assert seen(session) == seen(open_pairs(bare))


def _tagged(data: st.DataObject, text: str) -> str:
    for number in range(1, data.draw(st.integers(0, 3)) + 1):
        places = [at for at in range(len(text) + 1) if not re.search(r"⟦[^⟧]*$", text[:at])]
        start = data.draw(st.sampled_from(places))
        end = data.draw(st.sampled_from([at for at in places if at >= start]))
        new = f"{text[:start]}⟦{number}⟧{text[start:end]}⟦/{number}⟧{text[end:]}"
        text = new if nested(mark.text for mark in marks_in(new)) else text
    numbers = {old: str(new) for new, old in enumerate(dict.fromkeys(re.findall(r"⟦(\d+)⟧", text)), 1)}
    return re.sub(r"(?<=[⟦/])\d+(?=⟧)", lambda number: numbers[number.group()], text)
