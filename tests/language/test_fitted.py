"""Renderings fitted into their places: every one that our glossary gives for one that it forbids."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.language.nouns import article_before, is_plural, plural_of, singular_of
from drafter.language.terms import Phrases, fitted, shipped_glossary, without_aside
from drafter.model import Span, Term

FRAMES = (
    "In June the office looked at a {} at once.",
    "For the {} a list is kept.",
    "{} will be listed by June.",
    "Notes. {} will be listed by June.",
)
_WORD = re.compile(r"[A-Za-z]+(?:[-’'][A-Za-z]+)*")
_ARTICLE = re.compile(r"(?<![A-Za-z’'-])(?<!grade )(an?)\s+(?=[“\"]?([A-Za-z0-9]\S*))", re.IGNORECASE)
_TWICE = re.compile(r"(?<![A-Za-z-])([A-Za-z]+)\s+\1(?![A-Za-z-])", re.IGNORECASE)
_TWO_ARTICLES = re.compile(r"(?<![A-Za-z-])(?:an?|the)\s+(?:an?|the)(?![A-Za-z-])", re.IGNORECASE)
_YS = re.compile(r"[a-z]*[b-df-hj-np-tv-z]ys(?![a-z])", re.IGNORECASE)


def put(rendering: str, frame: str, words: str) -> str:
    """Put words into a frame, and a rendering in place of the words."""
    start = frame.index("{}")
    text = frame.replace("{}", words)
    written = fitted(rendering, text, Span(start, start + len(words)))
    return text[: written.span.start] + written.text + text[written.span.end :]


@pytest.mark.parametrize(
    ("rendering", "text", "words", "written"),
    [
        ("algal bloom", "Water bloom grows.", "Water bloom", "Algal bloom grows."),
        ("algal bloom", "The water blooms grow.", "water blooms", "The algal blooms grow."),
        ("algal bloom", "On Water Bloom Control", "Water Bloom", "On Algal Bloom Control"),
        ("algal bloom", "WATER BLOOMS OF A LAKE", "WATER BLOOMS", "ALGAL BLOOMS OF A LAKE"),
        ("algal bloom", "A water bloom grows.", "water bloom", "An algal bloom grows."),
        ("algal bloom", "(1) Water bloom", "Water bloom", "(1) Algal bloom"),
        ("algal bloom", "A water bloom's size", "water bloom", "An algal bloom's size"),
        ("charging pile (EV charger)", "An electric load pile", "load pile", "An electric charging pile"),
        ("Lake Chief", "a lake length", "lake length", "a Lake Chief"),
        ("storage facility", "in save houses", "save houses", "in storage facilities"),
        ("coal box", "the coal bins", "coal bins", "the coal boxes"),
        ("vapour recovery", "three gas returns", "gas returns", "three vapour recovery"),
        ("seat of a township government", "the town houses", "town houses", "the seats of a township government"),
        ("entering a restricted zone", "and breaking bans", "breaking bans", "and entering restricted zones"),
        ("campaign targets", "an attack goal and", "attack goal", "a campaign target and"),
        ("campaign targets", "a attack goals and", "attack goals", "campaign targets and"),
        ("key area", "each hub places it", "hub", "each key area places it"),
        ("EIA approval", "a ring approval", "ring approval", "an EIA approval"),
        ("unit in charge", "an in-charge unit", "in-charge unit", "a unit in charge"),
        ("national air plan", "the national sky plan", "sky plan", "the national air plan"),
        ("air plan for cities", "a sky plan for cities", "sky plan", "an air plan for cities"),
        ("the critical battle", "in this hard battle", "hard battle", "in this critical battle"),
        ("where means allow", "in towns with means", "with means", "in towns where means allow"),
        ("dirty projects", 'no "two highs" there', 'two highs"', "no dirty projects there"),
        ("dirty projects", 'no "two highs" there', '"two highs', "no dirty projects there"),
        ("dirty projects", 'no "two highs" there', "two highs", 'no "dirty projects" there'),
        ("green parks", "move (to (big) gardens) soon)", "gardens) soon", "move (to (big) green parks)"),
        ("green parks", "move to the gardens (parks) soon", "gardens (parks", "move to the green parks soon"),
        ("pH control", "Acid grasp goes on.", "Acid grasp", "pH control goes on."),
        ("responsible person", "the duty heads", "duty heads", "the responsible persons"),
        ("ride-hailing taxi", "many net taxis", "net taxis", "many ride-hailing taxis"),
        ("Hundred Lakes Program", "the lake projects", "lake projects", "the Hundred Lakes Program"),
        ("County Bureau of Water", "the water rooms", "water rooms", "the County Bureaus of Water"),
        ("ultra-low emission retrofit", "the small emissions", "small emissions", "the ultra-low emission retrofit"),
        ("campaign targets", "A “attack goals” and", "attack goals", "“Campaign targets” and"),
        ("root cause analysis", "two cause looks", "cause looks", "two root cause analyses"),
    ],
)
def test_a_rendering_fits_where_it_is_put(rendering: str, text: str, words: str, written: str) -> None:
    assert put(rendering, text.replace(words, "{}", 1), words) == written


@pytest.mark.parametrize(
    ("one", "many"),
    [("facility", "facilities"), ("key", "keys"), ("box", "boxes"), ("Batch", "Batches"), ("plant", "plants"),
     ("process", "processes"), ("source", "sources"), ("bus", "buses"), ("woman", "women"), ("human", "humans"),
     ("criterion", "criteria"), ("house", "houses")],
)  # fmt: skip
def test_plurals_are_made_and_unmade(one: str, many: str) -> None:
    assert plural_of(one) == many
    assert is_plural(many)
    assert not is_plural(one)
    assert singular_of(many) == one


@pytest.mark.parametrize("word", ["status", "basis", "process", "statistics", "affairs", "gas", "plus", "it's"])
def test_not_all_that_ends_in_s_is_a_plural(word: str) -> None:
    assert not is_plural(word)


@pytest.mark.parametrize(
    ("article", "words"),
    [("an", "area"), ("a", "plan"), ("a", "unit"), ("an", "uninformed guess"), ("a", "unified plan"), ("an", "hour"),
     ("a", "European city"), ("an", "NDRC notice"), ("a", "one-off cost"), ("an", "8-hour mean"), ("a", "1-hour mean"),
     ("an", "“umbrella” law"), ("a", "used car"), ("an", "urban area"), ("a", "VOC"), ("an", "upgrade"), ("a", "“”")],
)  # fmt: skip
def test_the_article_goes_by_the_sound(article: str, words: str) -> None:
    assert article_before(words) == article


def forbidden() -> Iterator[tuple[Term, str]]:
    for term in shipped_glossary():
        if term.en and "…" not in without_aside(term.en):
            for phrase in (*term.forbidden, *term.beside):
                yield term, phrase


def numbers(phrase: str) -> tuple[str, ...]:
    """Give a phrase as it stands, and with its last word in the plural."""
    last = _WORD.findall(phrase)[-1:]
    return (phrase, phrase[: -len(last[0])] + plural_of(last[0])) if last and phrase.endswith(last[0]) else (phrase,)


def faults(written: str, rendering: str) -> Iterator[str]:
    """Give what is wrong with the grammar of a text that a rendering was put in."""
    for slip in _YS.findall(written):
        if slip.lower() not in rendering.lower():
            yield f"plural {slip}"
    for article, following in _ARTICLE.findall(written):
        own = following if following in rendering else following.lower()  # SHIP in capitals is no acronym
        given = f"{article} {following}".lower() in rendering.lower()  # Grade A or …
        if not given and article.lower() != article_before(own):
            yield f"{article} before {following}"
    for word in _TWICE.findall(written):
        yield f"{word} twice"
    if articles := _TWO_ARTICLES.search(written):
        yield articles[0]
    if "  " in written:
        yield "two blanks"


def test_every_rendering_of_our_glossary_fits_in_every_shape() -> None:
    checked = 0
    wrong = []
    for term, phrase in forbidden():
        for words in (shape for form in numbers(phrase) for shape in (form, form.title(), form.upper())):
            for frame in FRAMES:
                written = put(term.en, frame, words)
                checked += 1
                wrong += [f"{phrase} -> {written}: {fault}" for fault in faults(written, term.en)]
                if frame.startswith("{}") and words[0].isupper() and written[0].islower():
                    first = _WORD.findall(written)[0]
                    wrong += [f"{phrase} -> {written}: small"] if first.islower() else []
    assert checked > 100_000
    assert not wrong, f"{len(wrong)}\n" + "\n".join(wrong[:60])


def test_our_glossary_is_seen_where_it_stands_with_any_apostrophe() -> None:
    text = "the township governments' residences, the governments'residences"
    (one,) = Phrases([("governments' residences", 1)]).spot(text)
    assert text[slice(*one.span)] == "governments' residences"
    (own,) = Phrases([("black gas station", 1)]).spot("a black gas station's owner")
    assert own.span == Span(2, 19)


@given(
    st.text("aA an“s’-.(1地 ", max_size=20), st.text("aA an“s’-.(1地 ", max_size=20), st.text("aAns ’-1", max_size=12),
    st.text("aAnsy (’-1", max_size=12),
)  # fmt: skip
def test_any_rendering_is_fitted_into_any_text(before: str, after: str, words: str, rendering: str) -> None:
    start, end = len(before), len(before) + len(words)
    written = fitted(rendering, before + words + after, Span(start, end))
    assert written.span.end == end
    assert written.span.start == start or re.fullmatch(r"an?\s+[“”\"'‘’]?", before[written.span.start :], re.IGNORECASE)
