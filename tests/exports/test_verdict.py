import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from drafter.exports import write_verdict
from drafter.exports.html import verdict_html
from drafter.exports.html.facts import is_fact, worst_first
from drafter.exports.snapshot import ReviewSnapshot
from drafter.model import Clause, ClauseSide, Finding, Fix, Message, Severity, Span


def finding(rule: str, severity: Severity, clause: int = 4, span: Span = Span(0, 2)) -> Finding:  # noqa: B008 -- a constant
    return Finding(rule, severity, "en", span, "", Message("What is wrong."), clause=clause)


class Reader(HTMLParser):
    """Collects the words of a page and what it refers to."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.addresses: list[str] = []
        self.marked: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag != "meta":
            self.open.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("src", "href", "style") or name[:2] == "on"]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "mark" in self.open:
            self.marked.append(data)


def parsed(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


def test_headline_counts_facts_and_the_worst_come_first(review: ReviewSnapshot) -> None:
    page = verdict_html(review)
    assert "These 3 facts can’t be trusted" in page
    assert re.findall(r"<code>([\w.-]+)</code></p>", page) == ["number.value", "pair.omission", "number.percent-point"]
    assert parsed(page).marked == ["23", "missing", "市发展改革委牵头。", "5 percentage points"]
    assert '<b lang="en">32</b>' in page


def test_one_fact_is_spoken_of_as_one(review: ReviewSnapshot) -> None:
    assert "This fact can’t be trusted" in verdict_html(replace(review, findings=review.findings[:1]))


@pytest.mark.parametrize(
    ("rule", "severity", "fact"),
    [
        ("number.value", "critical", True),
        ("unit.corrupt", "major", True),
        ("date.mismatch", "critical", True),
        ("reference.corrupt", "major", True),
        ("pair.duty", "critical", True),
        ("number.grouping", "minor", False),
        ("term.glossary", "critical", False),
        ("text.nonsense", "major", False),
    ],
)
def test_what_a_fact_is(rule: str, severity: Severity, fact: bool) -> None:
    assert is_fact(finding(rule, severity)) is fact


def test_worst_first() -> None:
    found = [
        finding("unit.corrupt", "major", 1),
        finding("date.mismatch", "critical", 9),
        finding("pair.duty", "critical", 3),
    ]
    assert [one.clause for one in worst_first(found)] == [3, 9, 1]


def test_calm_words(review: ReviewSnapshot) -> None:
    nothing = verdict_html(replace(review, findings=()))
    assert "Nothing was found" in nothing
    assert "<table>" not in nothing
    form_only = verdict_html(replace(review, findings=(finding("spacing.glued", "minor"),)))
    assert "No fact here" in form_only
    assert "can’t be trusted" not in form_only


def test_page_stands_alone(review: ReviewSnapshot) -> None:
    reader = parsed(verdict_html(review))
    assert not {"script", "link", "img", "iframe", "object"} & set(reader.tags)
    assert reader.addresses == []
    assert "url(" not in verdict_html(review)
    assert "@import" not in verdict_html(review)


def test_text_is_never_markup() -> None:
    evil = '<script>alert("1")</script>&amp;\x00'
    clause = Clause(1, ClauseSide((), evil, evil), ClauseSide((), evil, evil))
    found = Finding("number.<b>", "critical", "en", Span(1, 7), evil, Message("{x}", {"x": evil}), clause=1)
    page = verdict_html(ReviewSnapshot(evil, (clause,), (found,), zh_name=evil))
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "\x00" not in page
    assert "script" not in parsed(page).tags


def test_long_text_is_cut_round_the_words() -> None:
    text = "word " * 200 + "damage " + "word " * 200
    start = text.index("damage")
    clause = Clause(1, ClauseSide(), ClauseSide((), text, text))
    found = Finding("number.value", "critical", "en", Span(start, start + 6), "", Message("Wrong."), clause=1)
    page = verdict_html(ReviewSnapshot("T", (clause,), (found,)))
    quoted = re.search(r'<q lang="en">(.*?)</q>', page)
    assert quoted
    assert quoted[1].startswith("…word")
    assert quoted[1].endswith("word…")
    assert len(quoted[1]) < 200


def test_many_facts_are_counted_and_located(review: ReviewSnapshot) -> None:
    found = tuple(finding("number.value", "critical", number) for number in range(1, 201))
    page = verdict_html(replace(review, findings=found))
    assert "These 200 facts can’t be trusted" in page
    assert page.count("<li>") == 8 + 120  # in full, and in a line each
    assert page.count('<ul class="brief">') == 1
    assert "and 48 more" in page


def test_a_fact_in_a_line_says_what_is_and_what_should_be(review: ReviewSnapshot) -> None:
    one = replace(finding("number.value", "major", 3), text="<24>", fix=Fix("42", "suggested"))
    page = verdict_html(
        replace(review, findings=(*(finding("number.value", "critical", n) for n in range(1, 10)), one))
    )
    assert '<q lang="en">&lt;24&gt;</q> → <b lang="en">42</b>' in page


def test_counts_add_up(review: ReviewSnapshot) -> None:
    foot = re.search(r"<tfoot>.*?</tfoot>", verdict_html(review))
    assert foot
    assert re.findall(r"<td[^>]*>(.*?)</td>", foot[0]) == ["3", "–", "2", "5"]


def test_written_to_its_place(review: ReviewSnapshot, tmp_path: Path) -> None:
    path = tmp_path / "结论.html"
    write_verdict(review, path)
    assert path.read_text("utf-8") == verdict_html(review)
