"""Corrections in and about links and fields of a Word file: a link keeps its words, and gets none but its own."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.documents import read_data
from drafter.model import Document
from tests.documents.builders import entries, p, packed, t
from tests.exports.looking import W
from tests.exports.test_original import body, put_in, texts

BEFORE, LINK, BEHIND = "See the ", "rules of the city", " for more."
LOOK = '<w:color w:val="0563C1"/><w:u w:val="single"/>'


def field(words: str) -> str:
    marks = {kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")}
    code = '<w:r><w:instrText xml:space="preserve"> HYPERLINK "http://a.example" </w:instrText></w:r>'
    return marks["begin"] + code + marks["separate"] + words + marks["end"]


def element(words: str) -> str:
    return f'<w:hyperlink w:anchor="a">{words}</w:hyperlink>'


FORMS = {"element": element, "field": field}
WORDS = t("rules of ", LOOK) + t("the city", LOOK)


def document(form: str, before: str = BEFORE, behind: str = BEHIND) -> Document:
    made = p((t(before) if before else "") + FORMS[form](WORDS) + (t(behind) if behind else ""))
    return read_data(packed(entries(made + p("End."))), "plan.docx")


def linked(data: bytes, *, view: str = "t") -> str:
    """Give the words of the link: of an element, or between a field's separator and its end."""
    told: list[str] = []
    inside = False
    for one in body(data).iter(f"{W}fldChar", f"{W}{view}"):
        if one.tag == f"{W}fldChar":
            inside = one.get(f"{W}fldCharType") == "separate"
        elif inside or next(one.iterancestors(f"{W}hyperlink"), None) is not None:
            told.append(one.text or "")
    return "".join(told)


def looks(data: bytes, words: str) -> bool:
    """Whether the run with some words looks like a link."""
    found = [run for run in body(data).iter(f"{W}r") if words in "".join(one.text or "" for one in run.iter(f"{W}t"))]
    return found[0].find(f".//{W}u") is not None


CASES = [
    ("the city for more", "the province with more", "rules of the province"),
    ("See the rules", "Look at its rules", "rules of the city"),
    ("See the rules", "See those regulations", "regulations of the city"),
    ("city for", "city and the county for", "rules of the city"),
    ("the rules", "the old rules", "rules of the city"),
    ("the rules of", "the rules and orders of", "rules and orders of the city"),
    ("city for", "town for", "rules of the town"),
    ("rules of the city", "ordinance", "ordinance"),
    ("more.", "more. And so on.", "rules of the city"),
]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("old", "new", "words"), CASES, ids=[new for _, new, _ in CASES])
@pytest.mark.parametrize("tracked", [False, True], ids=["clean", "tracked"])
def test_a_link_keeps_its_words(form: str, old: str, new: str, words: str, tracked: bool) -> None:
    here = document(form)
    wanted = [text.replace(old, new) for text in texts(here)]
    assert wanted != texts(here)
    result = put_in(here, wanted, tracked=tracked)
    assert (result.changed, result.left) == (1, ())
    assert texts(read_data(result.data, "plan.docx")) == wanted
    assert linked(result.data) == words
    if tracked:
        assert texts(read_data(result.data, "plan.docx", view="original")) == texts(here)


@pytest.mark.parametrize("form", FORMS)
def test_words_at_the_edge_of_a_line_stay_out_of_a_link(form: str) -> None:
    here = document(form, before="", behind="")
    assert texts(here)[0] == LINK
    result = put_in(here, [f"The {LINK} as they stand", "End."])
    assert texts(read_data(result.data, "plan.docx"))[0] == f"The {LINK} as they stand"
    assert linked(result.data) == LINK
    assert not looks(result.data, "The ")
    assert not looks(result.data, " as they")


def test_words_beside_a_link_look_like_those_round_it() -> None:
    result = put_in(document("field"), [BEFORE + LINK + ", as amended," + BEHIND, "End."])
    assert not looks(result.data, ", as amended,")
    assert looks(result.data, "the city")


@settings(max_examples=150, deadline=None)
@given(st.data(), st.sampled_from(sorted(FORMS)), st.booleans())
def test_an_edit_on_one_side_of_a_links_edge_stays_there(data: st.DataObject, form: str, tracked: bool) -> None:
    here = document(form)
    stretches = [BEFORE, LINK, BEHIND]
    which = data.draw(st.integers(0, 2))
    text = stretches[which]
    start = data.draw(st.integers(1 if which else 0, len(text) - 1))
    end = data.draw(st.integers(start, len(text) - (which < 2)))
    new = data.draw(st.text("ab 1.污染", min_size=1, max_size=6))
    stretches[which] = text[:start] + new + text[end:]
    result = put_in(here, ["".join(stretches), "End."], tracked=tracked)
    assert texts(read_data(result.data, "plan.docx"))[0] == "".join(stretches)
    assert linked(result.data) == stretches[1]


@settings(max_examples=120, deadline=None)
@given(st.data(), st.booleans())
def test_fields_that_share_runs_with_the_text_about_them(data: st.DataObject, tracked: bool) -> None:
    mark = '<w:fldChar w:fldCharType="{}"/>'.format
    code = data.draw(st.sampled_from(["instrText", "t"]))  # old files have the code of a field as text
    made = p(
        f'<w:r><w:t xml:space="preserve">See </w:t>{mark("begin")}</w:r><w:r><w:instrText> REF a </w:instrText></w:r>'
        f'<w:r>{mark("separate")}<w:t>table</w:t></w:r><w:r>{mark("begin")}<w:instrText>SEQ b</w:instrText>'
        f'{mark("separate")}<w:t>12</w:t>{mark("end")}</w:r>'
        f'<w:r>{mark("end")}<w:t xml:space="preserve"> for </w:t>{mark("begin")}<w:{code}>DATE</w:{code}>'
        f"{mark('separate')}<w:t>today</w:t>{mark('end')}<w:t>, </w:t></w:r>"
        + element(t("all")) + f"<w:r>{mark('end')}</w:r>" + t(".")
    )  # fmt: skip
    here = read_data(packed(entries(made + p("End."))), "plan.docx")
    text = texts(here)[0]
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    wanted = [text[:start] + data.draw(st.text("ab 1.污染", max_size=6)) + text[end:], "End."]
    result = put_in(here, wanted, tracked=tracked)
    read = texts(read_data(result.data, "plan.docx"))
    assert read == (wanted if not result.left else texts(here))
    if tracked:
        assert texts(read_data(result.data, "plan.docx", view="original")) == texts(here)
