"""Suggestions: how often they are right, what they give as reasons, and what they learn."""

from collections.abc import Mapping

import pytest

from drafter.model import Concept, Side
from drafter.taxonomy import Taxonomy, shipped_taxonomy
from drafter.taxonomy.suggesting import Example, Passage, Suggester, accepted_above
from drafter.taxonomy.suggesting.learned import Learned
from drafter.taxonomy.suggesting.spotting import Spotter
from tests.taxonomy.gold_tags import CORPUS
from tests.taxonomy.measure import score, told_of_gold, told_of_held_out


def small() -> Taxonomy:
    def concept(code: str, zh: tuple[str, ...], en: tuple[str, ...] = (), broader: str = "") -> Concept:
        return Concept(code, "measure", {"zh": f"题{code}", "en": f"label {code}"}, broader, cues={"zh": zh, "en": en})

    return Taxonomy(
        "small",
        "1",
        [
            concept("A", ()),
            concept("A1", ("清洁能源替代",), ("clean energy switch",), "A"),
            concept("A2", ("清洁能源",), ("clean energy",), "A"),
            concept("B", ()),
            concept("B1", ("锅炉 & 淘汰",), ("boilers & retired",), "B"),
            concept("B2", ("锅炉",), ("boilers",), "B"),
        ],
    )


def notations(taxonomy: Taxonomy, *texts: str, above: tuple[str, ...] = ()) -> list[str]:
    headings: tuple[Mapping[Side, str], ...] = tuple({"zh": heading} for heading in above)
    made = Suggester(taxonomy).suggest([Passage({"zh": text}, headings, 1) for text in texts])
    return [one.notation for one in made[-1]]


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the labelled texts are not at hand")
def test_labelled_plans_are_tagged_right() -> None:
    told = [one for _, own in told_of_gold() for one in own]
    got = score(told)
    assert got.clauses >= 150
    assert (got.first >= 0.85, got.three >= 0.95, got.section >= 0.92) == (True, True, True), str(got)


@pytest.mark.parametrize("sides", [["zh"], ["en"], ["zh", "en"]])
def test_plan_nobody_labelled_is_tagged_right(sides: list[Side]) -> None:
    got = score(told_of_held_out(sides))
    assert (got.first >= 0.85, got.three >= 0.92, got.section >= 0.9) == (True, True, True), str(got)


def test_longer_cue_outweighs_the_one_within_it() -> None:
    assert notations(small(), "推进清洁能源替代。")[:2] == ["A1", "A2"]


def test_cue_of_several_words_needs_them_all() -> None:
    assert notations(small(), "淘汰小型锅炉。")[0] == "B1"
    assert notations(small(), "检修锅炉。") == ["B2"]


def test_clause_inherits_the_sense_of_its_heading() -> None:
    assert notations(small(), "各市按期完成。") == []
    assert notations(small(), "各市按期完成。", above=("（一）清洁能源替代",))[0] == "A1"


def test_clause_inherits_the_sense_of_its_paragraph() -> None:
    assert notations(small(), "推进清洁能源替代。", "各市按期完成。")[0] == "A1"


def test_reasons_are_words_of_the_clause_and_where_they_stand() -> None:
    text = "大力推进清洁能源替代。"
    (made,) = Suggester(small()).suggest([Passage({"zh": text})])
    reason = made[0].reasons[0]
    assert (reason.ground, reason.words, reason.start) == ("words", "清洁能源替代", text.index("清洁能源替代"))


def test_rejected_concept_is_told_last_and_why() -> None:
    (made,) = Suggester(small()).suggest([Passage({"zh": "推进清洁能源替代。"}, rejected=frozenset(["A1"]))])
    assert [(one.notation, one.against) for one in made] == [("A2", ""), ("A1", "rejected")]
    assert accepted_above(made, 0.0) == ("A2",)


def test_threshold_takes_only_what_is_sure() -> None:
    (made,) = Suggester(small()).suggest([Passage({"zh": "推进清洁能源替代。"})])
    assert accepted_above(made, 0.4) == ("A1",)


def test_english_alone_is_read() -> None:
    (made,) = Suggester(small()).suggest([Passage({"en": "Boilers shall be retired."})])
    assert made[0].notation == "B1"


def test_retired_concept_is_not_suggested() -> None:
    concepts = [Concept("A", "measure", {"zh": "甲", "en": "first"}, cues={"zh": ("秸秆",)}, deprecated=True)]
    assert Suggester(Taxonomy("t", "1", concepts)).suggest([Passage({"zh": "秸秆"})]) == [()]


def test_accepted_tags_teach_without_any_cue() -> None:
    learned = Learned([Example("组织工会会员开展骑行活动", "A2"), Example("举办骑行日活动", "A2")])
    (made,) = Suggester(small(), learned).suggest([Passage({"zh": "举办市民骑行日活动"})])
    assert [(one.notation, one.reasons[0].ground) for one in made] == [("A2", "learned")]


def test_rejections_teach_too_and_the_last_word_counts() -> None:
    text = "推进清洁能源替代。"
    rejected = Learned([Example(text, "A1"), Example(text, "A1", accepted=False)])
    (made,) = Suggester(small(), rejected).suggest([Passage({"zh": text})])
    assert {one.notation: one.against for one in made}.get("A1", "unwanted") == "unwanted"
    again = Learned([Example(text, "A1", accepted=False), Example(text, "A1")])
    assert again.guess([text])[0]["A1"] > 0


def test_nothing_learned_says_nothing() -> None:
    learned = Learned([Example("  ", "A1")])
    assert not learned
    assert learned.guess(["任何文字"]) == [{}]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The port reports", ["port"]),
        ("ports and airports", ["port"]),
        ("lowVOCsSubstitution", ["VOCs"]),
        ("Shore-power at PORTS.", ["port"]),
    ],
)
def test_english_words_are_met_at_their_beginning(text: str, words: list[str]) -> None:
    known = ["port", "VOCs"]
    assert [known[spot.word] for spot in Spotter(known, "en").spots(text)] == words


def test_every_leaf_has_cues_in_both_languages() -> None:
    taxonomy = shipped_taxonomy()
    lacking = [
        concept.notation
        for concept in taxonomy.concepts()
        if taxonomy.is_leaf(concept.notation) and not (concept.cues.get("zh") and concept.cues.get("en"))
    ]
    assert lacking == []
