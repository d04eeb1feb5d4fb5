"""Taxonomies go out and come back the same, as YAML, as a workbook and as SKOS; damaged ones are refused in words."""

import importlib.util
from pathlib import Path

import pytest

from drafter.exports.ledger.xlsx_file import write_xlsx
from drafter.review.taxonomies import office_taxonomy, write_taxonomy
from drafter.taxonomy import Taxonomy, TaxonomyError, shipped_taxonomy, taxonomy_of
from drafter.taxonomy.editing import merge_concepts

needs_rdflib = pytest.mark.skipif(importlib.util.find_spec("rdflib") is None, reason="rdflib is not installed")
ENDINGS = [".yaml", ".xlsx", pytest.param(".ttl", marks=needs_rdflib)]


@pytest.mark.parametrize("ending", ENDINGS)
def test_everything_comes_back(ending: str, tmp_path: Path) -> None:
    taxonomy = merge_concepts(shipped_taxonomy(), ["ARE12"], "ARE13").taxonomy
    path = tmp_path / f"分类{ending}"
    write_taxonomy(taxonomy, path)
    again = office_taxonomy(path)
    assert (again.id, again.version) == (taxonomy.id, taxonomy.version)
    assert [one.notation for one in again.concepts()] == [one.notation for one in taxonomy.concepts()]
    assert list(again.concepts()) == list(taxonomy.concepts())


@needs_rdflib
def test_order_and_marks_within_words_come_back_from_turtle(tmp_path: Path) -> None:
    match = "{scheme: s, type: closeMatch, code: '1', label: 'coal; oil; gas', certainty: high}"
    text = f"""
    scheme: {{id: own, version: '3'}}
    concepts:
      - notation: A1
        facet: measure
        prefLabel: {{zh: 船舶, en: Ships}}
        altLabel: {{en: [vessels, boats]}}
        cues: {{zh: [岸电, 船舶, 拖轮], en: [tug, shore power, ship], en_mt: [wharf electric, shore electric]}}
        hints: {{en: [port, harbour]}}
        basis: [z, a]
        match: [{match}, {{scheme: r, type: broadMatch, code: '2', label: '', certainty: ''}}]
    """
    taxonomy = taxonomy_of(text.encode(), "own.yaml")
    write_taxonomy(taxonomy, tmp_path / "own.ttl")
    assert office_taxonomy(tmp_path / "own.ttl").concepts() == taxonomy.concepts()
    data = (tmp_path / "own.ttl").read_text(encoding="utf-8")
    assert "cuesOrder" not in data  # it is named after what other programs read
    assert "hiddenLabelOrder" in data


@needs_rdflib
def test_words_put_in_by_other_programs_come_behind_those_in_order() -> None:
    text = """
    @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    @prefix own: <urn:drafter:taxonomy:> .
    <urn:x:a> a skos:Concept ; skos:prefLabel "船舶"@zh, "Ships"@en ;
        skos:hiddenLabel "b"@en, "a"@en, "c"@en ; own:hiddenLabelOrder ( "c"@en "gone"@en "b"@en ) .
    <urn:x:b> a skos:Concept ; skos:prefLabel "机场"@zh, "Airports"@en ;
        skos:hiddenLabel "b"@en, "a"@en ; own:hiddenLabelOrder _:ring .
    _:ring <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> "b"@en ;
        <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> _:ring .
    """
    taxonomy = taxonomy_of(text.encode(), "own.ttl")
    assert taxonomy.known("a").cues["en"] == ("c", "b", "a")
    assert taxonomy.known("b").cues["en"] == ("a", "b")


@needs_rdflib
def test_skos_of_other_programs_is_read() -> None:
    text = """
    @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    @prefix ex: <http://example.org/measures/> .
    ex:scheme a skos:ConceptScheme .
    ex:a a skos:Concept ; skos:prefLabel "空气"@zh-CN, "air"@en-GB ; skos:hiddenLabel "大气"@zh .
    ex:b a skos:Concept ; skos:broader ex:a ; skos:prefLabel "秸秆"@zh, "straw"@en ; skos:notation "B" .
    """
    taxonomy = taxonomy_of(text.encode(), "other.ttl")
    assert [(one.notation, one.broader) for one in taxonomy.concepts()] == [("B", "a"), ("a", "")]
    assert taxonomy.known("a").cues["zh"] == ("大气",)


@needs_rdflib
def test_an_order_that_is_no_number_is_none() -> None:
    text = """
    @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    @prefix own: <urn:drafter:taxonomy:> .
    <urn:x:b> a skos:Concept ; skos:prefLabel "船舶"@zh, "Ships"@en ; own:order "first" .
    <urn:x:a> a skos:Concept ; skos:prefLabel "机场"@zh, "Airports"@en ; own:order 0 .
    """
    assert [one.notation for one in taxonomy_of(text.encode(), "own.ttl").concepts()] == ["a", "b"]


@needs_rdflib
def test_broken_turtle_is_told() -> None:
    with pytest.raises(TaxonomyError, match="no sound Turtle"):
        taxonomy_of(b"@prefix skos: <http://x> .\nex:a a skos:Concept ;", "broken.ttl")
    with pytest.raises(TaxonomyError, match="no list of concepts"):
        taxonomy_of(b"", "empty.ttl")


@pytest.mark.skipif(importlib.util.find_spec("rdflib") is not None, reason="rdflib is installed")
def test_skos_without_rdflib_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(TaxonomyError, match="Use YAML or"):
        write_taxonomy(shipped_taxonomy(), tmp_path / "out.ttl")


def test_tables_without_columns_and_other_endings_are_refused(tmp_path: Path) -> None:
    from drafter.exports.ledger.xlsx_file import write_xlsx

    path = tmp_path / "own.xlsx"
    write_xlsx([["code", "name"], ["A", "甲"]], path)
    with pytest.raises(TaxonomyError, match="has no columns"):
        office_taxonomy(path)
    path.write_bytes(b"no workbook")
    with pytest.raises(TaxonomyError, match="is no workbook"):
        office_taxonomy(path)
    with pytest.raises(TaxonomyError, match="Choose one of these endings"):
        write_taxonomy(Taxonomy("t", "1", []), tmp_path / "out.pdf")


def test_a_file_of_another_kind_is_no_taxonomy(tmp_path: Path) -> None:
    path = tmp_path / "方案.docx"
    path.write_bytes(b"PK\x03\x04\x00\xff")
    with pytest.raises(TaxonomyError, match=r"ends in \.yaml, \.yml, \.ttl, \.xlsx"):
        office_taxonomy(path)


def test_usual_instrument_must_be_known_where_there_are_any(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    measure = "concepts: [{notation: A, facet: measure, prefLabel: {zh: 甲, en: a}, instrument: NEW}"
    path.write_text(measure + "]", encoding="utf-8")
    assert office_taxonomy(path).known("A").instrument == "I-NEW"
    other = ", {notation: I-OLD, facet: instrument, prefLabel: {zh: 乙, en: b}}]"
    path.write_text(measure + other, encoding="utf-8")
    with pytest.raises(TaxonomyError, match="names an unknown one: I-NEW"):
        office_taxonomy(path)


def test_successor_must_be_known(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(
        "concepts: [{notation: A, prefLabel: {zh: 甲, en: a}, deprecated: true, replacedBy: Z}]", encoding="utf-8"
    )
    with pytest.raises(TaxonomyError, match="replaced by an unknown one: Z"):
        office_taxonomy(path)


def test_a_single_word_needs_no_list_and_an_empty_one_is_none() -> None:
    text = """
    concepts:
      - {notation: A1, facet: measure, prefLabel: {zh: 船舶, en: Ships}, cues: {zh: 岸电, en: [shore power, "", null]}}
    """
    concept = taxonomy_of(text.encode(), "own.yaml").known("A1")
    assert concept.cues == {"zh": ("岸电",), "en": ("shore power",)}


def test_words_in_a_cell_are_parted_as_people_write_them(tmp_path: Path) -> None:
    path = tmp_path / "own.xlsx"
    rows = [
        ["notation", "facet", "prefLabel_zh", "prefLabel_en", "cues_zh"],
        ["A1", "measure", "船舶", "Ships", "岸电；靠港船舶 ｜拖轮|驳船\n渡船"],
    ]
    write_xlsx(rows, path, "Taxonomy")
    assert office_taxonomy(path).known("A1").cues == {"zh": ("岸电", "靠港船舶", "拖轮", "驳船", "渡船")}
