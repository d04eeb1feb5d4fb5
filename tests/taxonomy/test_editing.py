"""Editing a taxonomy: new ones come out, tags follow, and what can't be is refused in words."""

import pytest

from drafter.model import Concept
from drafter.taxonomy import Taxonomy, TaxonomyError
from drafter.taxonomy.editing import (
    add_concept,
    merge_concepts,
    move_concept,
    rename_concept,
    retire_concept,
    tags_after,
    with_version,
)
from drafter.taxonomy.versions import changes_between


def concept(code: str, broader: str = "", facet: str = "measure") -> Concept:
    return Concept(code, facet, {"zh": f"题{code}", "en": f"title {code}"}, broader, cues={"zh": (f"词{code}",)})


@pytest.fixture
def taxonomy() -> Taxonomy:
    return Taxonomy(
        "t", "1", [concept("A"), concept("A1", "A"), concept("A2", "A"), concept("B"), concept("I", facet="instrument")]
    )


def codes(taxonomy: Taxonomy) -> list[str]:
    return [one.notation for one in taxonomy.concepts()]


def test_added_concept_stands_behind_its_siblings(taxonomy: Taxonomy) -> None:
    made = add_concept(taxonomy, concept("A3", "A")).taxonomy
    assert codes(made) == ["A", "A1", "A2", "A3", "B", "I"]
    assert codes(taxonomy) == ["A", "A1", "A2", "B", "I"]
    assert codes(add_concept(taxonomy, concept("C")).taxonomy)[-1] == "C"


def test_renamed_concept_keeps_its_code(taxonomy: Taxonomy) -> None:
    made = rename_concept(taxonomy, "A1", {"zh": "新", "en": "new"}).taxonomy
    assert made.known("A1").label == {"zh": "新", "en": "new"}
    assert made.known("A1").cues == taxonomy.known("A1").cues


def test_moved_concept_takes_what_is_below_along(taxonomy: Taxonomy) -> None:
    made = move_concept(taxonomy, "A", "B").taxonomy
    assert [one.notation for one in made.narrower("B")] == ["A"]
    assert made.top_of("A1") == "B"
    assert move_concept(made, "A", "").taxonomy.top_of("A1") == "A"


def test_retired_concept_keeps_its_entry(taxonomy: Taxonomy) -> None:
    edited = retire_concept(taxonomy, "A1", "A2")
    assert edited.taxonomy.known("A1").deprecated
    assert tags_after(("B", "A1", "A2"), edited.moved) == ("B", "A2")
    left = retire_concept(taxonomy, "A1")
    assert tags_after(("A1",), left.moved) == ("A1",)


def test_merged_concepts_give_their_words_and_tags(taxonomy: Taxonomy) -> None:
    edited = merge_concepts(taxonomy, ["A1", "A2"], "B")
    assert edited.moved == {"A1": "B", "A2": "B"}
    target = edited.taxonomy.known("B")
    assert target.cues["zh"] == ("词B", "词A1", "词A2")
    assert target.alternatives["en"] == ("title A1", "title A2")
    assert all(edited.taxonomy.known(code).deprecated for code in ("A1", "A2"))


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (lambda t: add_concept(t, concept("A1")), "stands twice"),
        (lambda t: add_concept(t, concept("X", "none")), "unknown parent"),
        (lambda t: add_concept(t, Concept("X", "measure", {"zh": "甲", "en": ""})), "lacks a label"),
        (lambda t: add_concept(t, concept(" ")), "no code"),
        (lambda t: rename_concept(t, "none", {"zh": "甲", "en": "a"}), "no concept none"),
        (lambda t: rename_concept(t, "A", {"zh": "甲", "en": " "}), "lacks a label"),
        (lambda t: move_concept(t, "A", "A1"), "in a circle"),
        (lambda t: move_concept(t, "A1", "I"), "different facets"),
        (lambda t: retire_concept(t, "A"), "concepts below it"),
        (lambda t: retire_concept(t, "A1", "A1"), "can't take the place"),
        (lambda t: add_concept(retire_concept(t, "B").taxonomy, concept("B1", "B")), "retired"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(act: object, words: str, taxonomy: Taxonomy) -> None:
    assert callable(act)
    with pytest.raises(TaxonomyError, match=words):
        act(taxonomy)


def test_versions_tell_what_changes(taxonomy: Taxonomy) -> None:
    edited = merge_concepts(add_concept(taxonomy, concept("B1", "B")).taxonomy, ["A1"], "A2").taxonomy
    edited = rename_concept(edited, "B", {"zh": "乙", "en": "second"}).taxonomy
    newer = with_version(retire_concept(edited, "B1").taxonomy, "2")
    told = changes_between(taxonomy, newer)
    assert [one.notation for one in told.added] == ["B1"]
    assert [one.notation for one in told.retired] == ["A1"]
    assert [other.label["en"] for _, other in told.renamed] == ["second"]
    assert told.replaced == {"A1": "A2"}
    assert told.lost(["A1", "B"]) == ()
    back = changes_between(newer, taxonomy)
    assert [one.notation for one in back.removed] == ["B1"]
    assert back.lost(["B1", "A2"]) == ("B1",)
    assert not changes_between(taxonomy, with_version(taxonomy, "3"))
