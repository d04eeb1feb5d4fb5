"""The glossary read, its phrases spotted, its renderings written as their place asks."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.language.terms import GlossaryError, Phrases, load_glossary, shipped_glossary, without_aside
from drafter.language.terms.phrases import form, words_of


def spotted(text: str, *phrases: str) -> list[str]:
    return [text[slice(*one.span)] for one in Phrases((phrase, phrase) for phrase in phrases).spot(text)]


@pytest.mark.parametrize(
    ("text", "phrase", "found"),
    [
        ("They close black gas stations.", "black gas station", ["black gas stations"]),
        ("Closing the black gas-stations", "black gas station", ["black gas-stations"]),
        ("The policies were reduced", "policy was reduced", []),
        ("the policies", "policy", ["policies"]),
        ("controlling, controlled, controls", "control", ["controlling", "controlled", "controls"]),
        ("attack the target, attack a target", "attack the target", ["attack the target", "attack a target"]),
        ("It is black. Gas stations open.", "black gas stations", []),
        ("blackgas stations", "black gas stations", []),
        ("gas, glass, bus, basis", "ga", []),
        ("“Two highs” and", "two highs", ["Two highs"]),
    ],
)
def test_phrases_are_spotted_in_any_form(text: str, phrase: str, found: list[str]) -> None:
    assert spotted(text, phrase) == found


def test_the_longest_phrase_wins_and_none_lies_within_another() -> None:
    assert spotted("coal gas generators and gas generators", "gas generator", "coal gas generator") == [
        "coal gas generators", "gas generators",
    ]  # fmt: skip


@given(st.text(max_size=80), st.lists(st.text("ab the", min_size=1, max_size=8), max_size=4))
def test_any_text_is_searched(text: str, phrases: list[str]) -> None:
    spans = [one.span for one in Phrases((phrase, phrase) for phrase in phrases).spot(text)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert form("") == ""


def test_our_glossary_is_sound() -> None:
    terms = shipped_glossary()
    assert len(terms) > 3000
    # a term's milder slips have a row of their own, and so have the plain words that will do for it as well
    written = [(term.zh, term.severity, term.note == "plain words") for term in terms if term.zh]
    assert len(written) == len(set(written))
    known = {term.zh for term in terms}
    anywhere = {phrase.lower() for term in terms for phrase in (term.en, *term.accepted) if phrase}
    for term in terms:
        assert term.zh or term.forbidden
        right = [phrase.lower() for phrase in (without_aside(term.en), *term.accepted)]
        assert len(right) == len(set(right)), f"{term.zh}: a rendering twice"
        assert anywhere.isdisjoint(phrase.lower() for phrase in term.forbidden), (
            f"{term.zh}: forbidden, right elsewhere"
        )
        assert known.isdisjoint(term.zh_forbidden), f"{term.zh}: wrong Chinese that is a term"
        assert len(term.zh_forbidden) == len(set(term.zh_forbidden)), f"{term.zh}: wrong Chinese twice"


def test_no_wrong_rendering_of_ours_is_seen_as_another_one() -> None:
    for term in shipped_glossary():
        right = {tuple(words_of(phrase)) for phrase in (without_aside(term.en), *term.accepted)}
        wrong = [tuple(words_of(phrase)) for phrase in (*term.forbidden, *term.beside)]
        assert len(wrong) == len(set(wrong)), f"{term.zh}: a wrong rendering twice"
        assert right.isdisjoint(wrong), f"{term.zh}: a wrong rendering with the words of a right one"
        assert () not in wrong, f"{term.zh}: a wrong rendering without words"


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_an_office_own_glossary_is_read(tmp_path: Path) -> None:
    path = write(
        tmp_path / "own.csv",
        "zh,en,accepted,forbidden,severity\n河长,River Chief,river chief|RC,river length,locked\n\n",
    )
    (term,) = load_glossary(path)
    assert (term.accepted, term.forbidden, term.severity, term.locked) == (
        ("river chief", "RC"), ("river length",), "critical", True,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "says"),
    [("a,b\n1,2\n", "columns"), ("zh,en,severity\n河,river,bad\n", "Line 2"), ("\ufffe", "columns")],
)
def test_a_glossary_that_is_none_is_told(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(GlossaryError) as error:
        load_glossary(write(tmp_path / "own.csv", text))
    assert says in str(error.value)
    with pytest.raises(GlossaryError):
        load_glossary(tmp_path / "none.csv")
