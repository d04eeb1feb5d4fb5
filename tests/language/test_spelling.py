"""Spelling: slips are marked; British forms, names, terms, signs and a person's own words are not."""

from pathlib import Path
from time import thread_time

import pytest

from drafter.language.spelling import OwnWords, Speller, SpellingError, words_to_spell
from drafter.resources import resource_path


@pytest.fixture(scope="module")
def speller() -> Speller:
    return Speller()


def misspelt(speller: Speller, text: str, chinese: str = "") -> list[str]:
    return [text[span.start : span.end] for span in speller.misspelt(text, chinese)]


@pytest.mark.parametrize(
    "slip",
    [
        "goverment", "enviroment", "recieve", "occured", "seperate", "polution", "emision", "monitering", "strenghten",
        "implment", "teh", "adn", "wich", "thsi", "ofthe", "onthe", "waterquality", "Beijnig", "ENVIROMENT", "smal",
        "watre", "servise", "controled", "improveing", "responsability", "desulfuriation",
    ],
)  # fmt: skip
def test_slips_are_told(speller: Speller, slip: str) -> None:
    assert misspelt(speller, f"We shall see {slip} here.") == [slip]


@pytest.mark.parametrize(
    "word",
    [
        "programme", "organisation", "organisations", "kilometre", "litres", "colour", "vapour", "labour", "fulfil",
        "enrolment", "travelling", "modelling", "utilise", "optimisation", "prioritisation", "analysed", "licence",
        "ageing", "judgement", "sulphur", "desulphurisation", "aluminium", "catalogue",
        "program", "organization", "kilometer", "color", "prioritization",
        "denitrification", "cogeneration", "agrochemicals", "bioremediation", "steelmaking", "sintering", "hydropower",
        "photovoltaics", "subdistricts", "informatization", "renminbi", "leachate", "multimodal",
    ],
)  # fmt: skip
def test_british_american_and_technical_words_are_right(speller: Speller, word: str) -> None:
    assert not misspelt(speller, f"Words like {word} stand here, and {word.capitalize()} there.")


@pytest.mark.parametrize(
    "text",
    [
        "VOCs, NOx and PM2.5 by LDAR, 35μg/m³, 110kV, 12kWh, 3rd and 20th, GB/T 9704, O₃-8h, CPPCC, CO2e",
        "Write to office@haitang.example.cn or see www.haitang.gov.cn/zwgk/goverment.html for it.",
        "⟦1⟧Bold⟦/1⟧ words⟦2/⟧ stand here.",
        "the county’s plan, the enterprises’ duty and the city's air",
        "a full-process, eco-friendly, low-carbon and well-known anti-corrosion method",
    ],
)
def test_signs_addresses_and_compounds_are_no_slips(speller: Speller, text: str) -> None:
    assert misspelt(speller, text) == []


def test_a_slip_is_told_where_it_stands(speller: Speller) -> None:
    text = "𫚖 fish: the county’s enviroment and/or polution-free air"
    assert misspelt(speller, text) == ["enviroment", "polution"]
    assert [word.text for word in words_to_spell("the county’s air")] == ["the", "county", "air"]


def test_a_name_in_pinyin_is_right_where_the_chinese_has_it(speller: Speller) -> None:
    assert misspelt(speller, "Chenghu, Qujiaping and Xi’an", "澄湖、瞿家坪和西安") == []
    assert misspelt(speller, "The Qujiaping station") == []
    assert misspelt(speller, "The Qujiaping station", "澄湖站") == ["Qujiaping"]
    assert misspelt(speller, "the qujiaping station") == ["qujiaping"]


@pytest.mark.parametrize("name", ["Georgadze", "Obradovich", "Tiruneh", "Dvorzhak"])
def test_a_name_that_is_near_nothing_known_is_right(speller: Speller, name: str) -> None:
    assert misspelt(speller, f"as Mr {name} said") == []
    assert misspelt(speller, f"as Mr {name} said", "某先生说") == []
    assert misspelt(speller, f"a {name.lower()} thing") == [name.lower()]


@pytest.mark.parametrize("slip", ["Enviroment", "Protecton", "Bereau", "Shijiazhaung", "Watre", "Calfornia", "Ofthe"])
def test_a_capital_hides_no_slip(speller: Speller, slip: str) -> None:
    assert misspelt(speller, f"the {slip} of it") == [slip]


def test_suggestions_begin_with_what_was_meant(speller: Speller) -> None:
    assert speller.suggestions("enviroment")[0] == "environment"
    assert speller.suggestions("Goverment")[0] == "Government"
    assert speller.suggestions("POLUTION")[0] == "POLLUTION"
    assert speller.suggestions("waterquality")[0] == "water quality"
    assert "organisation" in speller.suggestions("organistion")
    assert len(set(speller.suggestions("wich"))) == len(speller.suggestions("wich")) <= 7


def test_own_words_are_kept_in_a_plain_list(tmp_path: Path) -> None:
    path = tmp_path / "ours" / "words.txt"
    own = OwnWords(path)
    own.add("haitangite")
    own.add("Qorlan’s")
    assert path.read_text(encoding="utf-8") == "haitangite\nQorlan's\n"
    speller = Speller(OwnWords(path))
    assert misspelt(speller, "Haitangite and haitangite, HAITANGITE too") == []
    assert misspelt(speller, "Watre watre") == ["Watre", "watre"]
    speller.own = own
    own.add("Watre")
    assert misspelt(speller, "Watre WATRE watre") == ["watre"]
    own.remove("Haitangite")
    assert misspelt(speller, "haitangite") == ["haitangite"]
    assert list(OwnWords(path)) == ["Qorlan's", "Watre"]


def test_a_list_of_words_that_cannot_be_used_is_told_in_a_sentence(tmp_path: Path) -> None:
    broken = tmp_path / "words.txt"
    broken.write_bytes(b"gr\xfcn\n")
    with pytest.raises(SpellingError, match="UTF-8"):
        OwnWords(broken)
    (tmp_path / "file").write_text("")
    with pytest.raises(SpellingError, match="can't be written"):
        OwnWords(tmp_path / "file" / "words.txt").add("word")


def dictionary(folder: Path, words: str = "2\nhaitangite/S\ngrumph\n", affixes: str = "") -> Path:
    (folder / "mine.aff").write_text(affixes or "SET UTF-8\nSFX S Y 1\nSFX S 0 s .\n", encoding="utf-8")
    (folder / "mine.dic").write_text(words, encoding="utf-8")
    return folder / "mine.dic"


def test_a_dictionary_of_ones_own_counts_beside_ours(tmp_path: Path) -> None:
    speller = Speller(dictionary=dictionary(tmp_path))
    assert misspelt(speller, "haitangites grumph grumphs air") == ["grumphs"]
    assert "haitangite" in speller.suggestions("haitangte")
    assert misspelt(Speller(dictionary=tmp_path / "mine.aff"), "haitangites") == []


def test_a_dictionary_that_cannot_be_used_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(SpellingError, match=r"ends in \.dic or \.aff"):
        Speller(dictionary=tmp_path / "words.txt")
    lone = dictionary(tmp_path)
    lone.with_suffix(".aff").unlink()
    with pytest.raises(SpellingError, match=r"“mine\.aff” has to lie beside it"):
        Speller(dictionary=lone)
    with pytest.raises(SpellingError, match="can be understood"):
        Speller(dictionary=dictionary(tmp_path, affixes="SET no-such-encoding\nSFX S Y x\n"))
    with pytest.raises(SpellingError, match="holds no words"):
        Speller(dictionary=dictionary(tmp_path, words="0\n"))


def test_the_sample_has_at_most_two_wrong_marks_in_a_thousand_words(speller: Speller) -> None:
    folder = resource_path("samples", "yunxi")
    english, chinese = ((folder / name).read_text(encoding="utf-8") for name in ("en-fixed.txt", "zh.txt"))
    assert len(misspelt(speller, english, chinese)) <= len(english.split()) * 2 / 1000


@pytest.mark.parametrize("run", ["a", "a.b-", "x/", "a’", "we're "])
def test_a_text_without_blanks_takes_no_longer(run: str) -> None:
    def once(length: int) -> float:
        start = thread_time()
        list(words_to_spell((run * length)[:length]))
        return thread_time() - start

    def seconds(length: int) -> float:
        return min(once(length) for _time in range(3))  # a pause for something else is not met thrice

    seconds(1000)
    assert seconds(80_000) < 60 * max(seconds(8_000), 0.002)
