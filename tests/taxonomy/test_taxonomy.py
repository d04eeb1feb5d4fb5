"""The taxonomy: what is shipped is sound, what is not is refused in words."""

from pathlib import Path

import pytest

from drafter.taxonomy import TaxonomyError, load_taxonomy, shipped_taxonomy

SOUND = """
scheme: {id: test, version: "1"}
concepts:
  - {notation: A, facet: measure, prefLabel: {zh: 甲, en: First}}
  - {notation: A1, facet: measure, broader: A, prefLabel: {zh: 甲一, en: First of all}, altLabel: {en: [primary]}}
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "taxonomy.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_shipped_taxonomy_is_sound() -> None:
    taxonomy = shipped_taxonomy()
    assert len(taxonomy) > 200
    assert "measure" in taxonomy.facets()
    for concept in taxonomy.concepts():
        assert concept.facet
        assert concept.label["zh"] != concept.label["en"] or concept.label["zh"].isascii()


def test_tree_reaches_every_concept_once() -> None:
    taxonomy = shipped_taxonomy()
    seen: list[str] = []
    waiting = [concept for facet in taxonomy.facets() for concept in taxonomy.tops(facet)]
    while waiting:
        concept = waiting.pop()
        seen.append(concept.notation)
        waiting.extend(taxonomy.narrower(concept.notation))
    assert sorted(seen) == sorted(concept.notation for concept in taxonomy.concepts())


def test_search_finds_by_code_label_and_other_name(tmp_path: Path) -> None:
    taxonomy = load_taxonomy(written(tmp_path, SOUND))
    assert [concept.notation for concept in taxonomy.search("a1", "en")] == ["A1"]
    assert [concept.notation for concept in taxonomy.search("甲", "zh")] == ["A", "A1"]
    assert [concept.notation for concept in taxonomy.search("primary", "en")] == ["A1"]
    assert [concept.notation for concept in taxonomy.search("of first", "en")] == ["A1"]
    assert taxonomy.search("  ", "en") == []
    assert taxonomy.search("nothing", "en") == []


def test_unknown_notation_stands_for_itself(tmp_path: Path) -> None:
    taxonomy = load_taxonomy(written(tmp_path, SOUND))
    assert taxonomy.get("Z") is None
    assert taxonomy.known("Z").label["en"] == "Z"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("concepts: [", "no sound YAML"),
        ("- 1", "no list of concepts"),
        ("concepts: {}", "no list of concepts"),
        ("concepts: [{facet: measure}]", "has no code"),
        ("concepts: [1]", "has no code"),
        ("concepts: [{notation: A, prefLabel: {zh: 甲}}]", "A lacks a label"),
        (SOUND + "  - {notation: A, prefLabel: {zh: 乙, en: B}}", "A stands twice"),
        (SOUND + "  - {notation: B, broader: C, prefLabel: {zh: 乙, en: B}}", "unknown parent: C"),
        (SOUND + "  - {notation: B, facet: measures, prefLabel: {zh: 乙, en: B}}", "B has an unknown facet: measures"),
        (SOUND + "  - {notation: B, broader: B, prefLabel: {zh: 乙, en: B}}", "B run in a circle"),
    ],
)
def test_faults_are_named(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(TaxonomyError, match=said):
        load_taxonomy(written(tmp_path, text))


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(TaxonomyError, match="can't be read"):
        load_taxonomy(tmp_path / "none.yaml")
