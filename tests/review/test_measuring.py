"""Measures of a review: suggestions, tags accepted and rejected, tables of bodies, targets by year, taxonomies."""

from decimal import Decimal

import pytest

from drafter.model import Duty, Side, Target
from drafter.review import ReviewSession, open_pairs
from drafter.review.measuring import Measures, Suggestions
from drafter.review.measuring_duties import differences
from drafter.review.measuring_tables import (
    bodies_without_lead,
    clauses_without_lead,
    compare_plans,
    deadlines,
    matrix,
    uncovered,
)
from drafter.review.measuring_targets import conflicts, joined, paths
from drafter.review.tagging_suggestions import (
    accept_tags,
    allow_tag,
    forget_examples,
    keep_examples,
    kept_examples,
    learned_tags,
    reject_tag,
    rejected_tags,
)
from drafter.review.taxonomies import changes_for, move_to, taxonomy_in_use
from drafter.taxonomy import shipped_taxonomy
from drafter.taxonomy.editing import merge_concepts, with_version

PAIRS = [
    ("推进清洁取暖，2026年底前完成12万户煤改电。（市住房城乡建设局牵头，市财政局配合）",
     "Promote clean heating. (Led by the Municipal Bureau of Housing and Urban-Rural Development, with the cooperation "
     "of the Municipal Bureau of Finance)"),
    ("强化秸秆露天禁烧。（各县政府负责落实）",
     "Ban straw burning. (County governments are responsible for the implementation)"),
    ("组织市民骑行活动。", "Hold cycling days."),
]  # fmt: skip


@pytest.fixture
def session() -> ReviewSession:
    return open_pairs(PAIRS, author="Li")


def put_forward(session: ReviewSession, clause: int) -> list[str]:
    return [one.notation for one in Suggestions(session).of_clause(clause) if not one.against]


def test_clauses_have_suggestions(session: ReviewSession) -> None:
    assert put_forward(session, 1)[0] == "ENE31"
    assert put_forward(session, 2)[0] == "ARE21"
    assert all(one.confidence < 0.2 for one in Suggestions(session).of_clause(3))


def test_rejected_is_remembered_and_can_be_taken_back(session: ReviewSession) -> None:
    session.tag(1, "ENE31")
    reject_tag(session, 1, "ENE31")
    assert session.tags(1) == ()
    assert rejected_tags(session) == {1: frozenset(["ENE31"])}
    assert "ENE31" not in put_forward(session, 1)
    (told,) = (one for one in Suggestions(session).of_clause(1) if one.notation == "ENE31")
    assert told.against == "rejected"
    allow_tag(session, 1, "ENE31")
    assert rejected_tags(session) == {}
    with pytest.raises(KeyError):
        reject_tag(session, 99, "ENE31")


def test_accepted_tags_teach_this_review_and_later_ones(session: ReviewSession) -> None:
    assert accept_tags(session, [(3, "GOV32"), (3, "GOV32"), (1, "ENE31")]) == 2
    reject_tag(session, 2, "ARE22")
    keep_examples(session)
    keep_examples(session)
    assert len(kept_examples()) == 3
    later = open_pairs([("组织市民参加骑行活动。", "")])
    assert put_forward(later, 1)[0] == "GOV32"
    forget_examples()
    assert learned_tags(later) is None


def test_damaged_memory_is_passed_over(session: ReviewSession) -> None:
    from drafter.review.tagging_suggestions import REJECTED, examples_path

    session.remember(REJECTED, "no json")
    assert rejected_tags(session) == {}
    examples_path().parent.mkdir(parents=True)
    examples_path().write_text(
        '{"text": 1}\nno json\n{"text": "甲", "code": "X", "accepted": true}\n', encoding="utf-8"
    )
    assert [one.notation for one in kept_examples()] == ["X"]


def test_tags_of_people_come_before_suggestions(session: ReviewSession) -> None:
    session.tag(1, "GOV22")
    (row,) = (row for row in Measures(session).rows() if row.clause == 1)
    assert [(one.concept.notation, one.accepted, one.confidence) for one in row.concepts] == [("GOV22", True, 1.0)]


def test_tables_of_bodies(session: ReviewSession) -> None:
    rows = Measures(session).rows()
    assert matrix(rows) == {
        "各县政府": {2: "implement"}, "市住房城乡建设局": {1: "lead"}, "市财政局": {1: "cooperate"},
    }  # fmt: skip
    assert bodies_without_lead(rows) == ["各县政府", "市财政局"]
    assert clauses_without_lead(rows) == [2]
    assert [(one.body, one.year, one.role) for one in deadlines(rows)] == [
        ("市住房城乡建设局", 2026, "lead"),
        ("市财政局", 2026, "cooperate"),
    ]


def duties_of(session: ReviewSession, side: Side) -> list[dict[str, tuple[str, ...]]]:
    return [{one.role: one.bodies for one in row.duties.get(side, ())} for row in Measures(session).rows()]


def test_bodies_alone_in_an_english_bracket_are_not_those_of_the_next() -> None:
    session = open_pairs([
        ("开展宣传。（市教育局、市体育局）", "Inform people. (Bureau of Education, Bureau of Sports)"),
        ("开展巡查。（市公安局、市水务局）", "Patrol the rivers. (See to it together)"),
        ("整治河道。（市审计局牵头）", "Clean the rivers. (Led by the Bureau of Audit)"),
    ])  # fmt: skip
    assert [sorted(one) for one in duties_of(session, "en")] == [["share"], [], ["lead"]]
    assert duties_of(session, "en")[0]["share"] == ("Bureau of Education", "Bureau of Sports")


@pytest.mark.parametrize(
    ("side", "lines"),
    [
        ("zh", ["开展宣传。", "整治河道。（市水务局牵头；以下均需各县政府落实）", "修建堤防。（市财政局牵头）"]),
        ("en", ["Inform people.", "Clean rivers. (Led by the Bureau of Water Affairs; county governments shall "
                "implement all of the following, not repeated)", "Build dykes. (Led by the Bureau of Finance)"]),
    ],
)  # fmt: skip
def test_bodies_named_for_all_that_follows_are_not_those_of_what_stands_before(side: Side, lines: list[str]) -> None:
    session = open_pairs([(line, "") if side == "zh" else ("", line) for line in lines])
    assert [sorted(one) for one in duties_of(session, side)] == [["lead"], ["implement", "lead"], ["implement", "lead"]]


@pytest.mark.parametrize(
    "bracket",
    [
        "（责任单位：市水务局，各县政府）",
        "(责任单位：市水务局)",
        "（市水务局、市财政局）",
        "〔市水务局牵头〕",
        "（责任单位：市水务局；市财政局）。",
    ],
)
def test_a_bracket_behind_the_stop_belongs_to_its_measure(bracket: str) -> None:
    text = f"到2026年，修建堤防12公里。{bracket}"
    (row,) = Measures(open_pairs([(text, "")])).rows()
    assert row.text["zh"] == text
    assert len(row.targets) == 1
    assert row.duties["zh"]


def test_whom_the_sentence_itself_names_to_lead() -> None:
    session = open_pairs([
        ("市水务局要牵头修建堤防。（市水务局、市财政局按职责分工负责）",
         "The Municipal Bureau of Water Affairs shall lead the building of dykes. (The Municipal Bureau of Water "
         "Affairs and the Municipal Bureau of Finance are responsible according to their duties)"),
        ("支持市公安局牵头开展巡查。", "Patrols will lead to safer rivers."),
    ])  # fmt: skip
    assert [sorted(one) for one in duties_of(session, "zh")] == [["lead", "share"], []]
    assert [sorted(one) for one in duties_of(session, "en")] == [["lead", "share"], []]
    assert duties_of(session, "zh")[0]["lead"] == ("市水务局",)


def test_coverage_and_comparison(session: ReviewSession) -> None:
    rows = Measures(session).rows()
    lacking = {one.notation for one in uncovered(rows, shipped_taxonomy())}
    assert {"MOB31", "HPD23"} <= lacking
    assert not {"ENE31", "ARE21"} & lacking
    other = Measures(open_pairs([("加快船舶岸电设施建设。", "")])).rows()
    told = {one.concept.notation: (one.counts, one.only) for one in compare_plans([rows, other], shipped_taxonomy())}
    assert told["ENE31"] == ((1, 0), 0)
    assert told["MOB32"] == ((0, 1), 1)


def test_sides_that_name_other_bodies() -> None:
    zh = [Duty("lead", ("省生态环境厅",)), Duty("cooperate", ("省财政厅", "省商务厅"))]
    en = [
        Duty("lead", ("Provincial Department of Ecology and Environment",)),
        Duty("cooperate", ("Provincial Department of Finance",)),
    ]
    (told,) = differences(zh, en)
    assert (told.role, told.missing, told.extra) == ("cooperate", ("省商务厅",), ())
    assert differences(zh, []) == ()


def target(year: int, value: str, **said: object) -> Target:
    made: dict[str, object] = {
        "clause": 1, "indicator": {"zh": "PM2.5年均浓度"}, "value": Decimal(value), "value_max": None, "unit": "ug/m3",
        "bound": "<=", "year": year, "region": "云溪市",
    }  # fmt: skip
    return Target(**{**made, **said})  # type: ignore[arg-type]


def test_targets_by_year_with_doubles_joined_and_gaps_shown() -> None:
    told = [target(2024, "36"), target(2026, "33"), target(2026, "33", indicator={"zh": "细颗粒物平均浓度"}, clause=9)]
    assert len(joined(told)) == 2
    (path,) = paths(told)
    assert (sorted(path.points), path.missing, path.region) == ([2024, 2026], (2025,), "云溪市")
    assert conflicts(told) == []
    assert len(conflicts([*told, target(2026, "31")])) == 1


def test_a_review_keeps_the_taxonomy_it_was_tagged_with(session: ReviewSession) -> None:
    session.tag(1, "ARE12")
    newer = with_version(merge_concepts(shipped_taxonomy(), ["ARE12"], "ARE13").taxonomy, "0.2")
    assert changes_for(session, newer).replaced == {"ARE12": "ARE13"}
    assert move_to(session, newer) == 1
    assert session.tags(1) == ("ARE13",)
    assert taxonomy_in_use(session).version == "0.2"
    assert not changes_for(session, newer)


def test_a_newer_program_tells_what_has_changed_since_the_first_tag(
    session: ReviewSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    accept_tags(session, [(2, "ARE21")])
    assert not changes_for(session)
    newer = with_version(merge_concepts(shipped_taxonomy(), ["ARE21"], "ARE22").taxonomy, "0.2")
    monkeypatch.setattr("drafter.review.taxonomies.shipped_taxonomy", lambda: newer)
    told = changes_for(session)
    assert [one.notation for one in told.retired] == ["ARE21"]
    assert move_to(session, newer) == 1
    assert session.tags(2) == ("ARE22",)
    assert not changes_for(session)


def test_all_that_is_sure_is_accepted_at_once(session: ReviewSession) -> None:
    suggestions = Suggestions(session)
    sure = suggestions.above(0.6)
    assert {(1, "ENE31"), (2, "ARE21")} <= set(sure)
    assert all(clause != 3 for clause, _ in sure)
    accept_tags(session, sure)
    assert suggestions.above(0.6) == []
    assert suggestions.above(1.1) == []
    assert {1, 2} <= suggestions.of_all().keys()
    with pytest.raises(KeyError):
        suggestions.of_clause(99)
