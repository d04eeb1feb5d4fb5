"""Pages made to exhaust, mislead or fetch."""
# ruff: noqa: E501 -- pages are shown as they stand

import contextlib
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.documents import UnreadableError
from tests.documents.builders import Reading
from tests.documents.html.pages import WAYS, site
from tests.yardstick import allowed

QUIET = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def survives(reading: Reading, data: bytes, name: str = "a.html") -> None:
    with contextlib.suppress(UnreadableError):
        assert reading.file(data, name).paragraphs


def test_nothing_is_fetched(reading: Reading) -> None:
    # The house's own guard fails the test at the first connection.
    page = (
        '<!DOCTYPE html PUBLIC "x" "http://192.0.2.1/x.dtd"><html><head><base href="http://192.0.2.1/">'
        '<meta http-equiv=refresh content="0;url=http://192.0.2.1/"><link rel=stylesheet href="http://192.0.2.1/a.css">'
        '</head><body><p>正文，不取外部。</p><img src="http://192.0.2.1/a.png"><iframe src="file:///etc/passwd"></iframe>'
        '<object data="http://192.0.2.1/a"></object><xi:include href="file:///etc/passwd" parse="text"/></body></html>'
    )
    document = reading.file(page.encode(), "a.html")
    assert [one.text for one in document.paragraphs] == ["正文，不取外部。"]


def test_entities_of_a_page_are_not_expanded(reading: Reading) -> None:
    page = '<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;">]><html><body><p>甲&a;&b;乙</p></body></html>'
    assert "root:" not in "".join(one.text for one in reading.file(page.encode(), "a.html").paragraphs)


def test_unclosed_tags_of_real_pages(reading: Reading) -> None:
    page = "<html><body>" + "".join(f"<p><font><span>第{n}段。" for n in range(400))
    assert len(reading.file(page.encode(), "a.html").paragraphs) == 400


def test_nothing_is_lost_in_the_depth(reading: Reading) -> None:
    with pytest.raises(UnreadableError, match="nested too deeply"):
        reading.file(b"<html><body>" + b"<div>" * 10_000 + "正文".encode(), "a.html")


def test_too_many_tags(reading: Reading) -> None:
    with pytest.raises(UnreadableError, match="too large a web page"):
        reading.file(b"<html>" + b"<b>" * 400_001, "a.html")


@pytest.mark.parametrize(
    "content",
    [
        "<p>正文，很长的一页。</p>" * 60_000,
        "<table>" + "<tr><td>1<td>2</tr>" * 20_000 + "</table>",
        "<table><tr>" + "<td rowspan=1000 colspan=1000>1</td>" * 2000 + "</table>",
        "<p>" + "字<br>" * 100_000,
        "<div class='a b c d'>" * 1500 + "<a href=x>y</a>" * 20_000,
        "<!--" * 50_000,
        "<table>" * 1000 + "<tr><td>1</table>",
        "<ol>" * 1500 + "<li>1",
        "<table><td>1<td>2</table>",
        "&" * 500_000,
        "<p " + " ".join(f"a{number}" for number in range(200_000)) + ">正文",
        "<p class='" + "a " * 5_000_000 + "'>正文",
        "<p a=1 b=2 c=3 d=4 e=5 f=6 g=7 h=8>正文</p>" * 190_000,
        "<h1>相关链接</h1><p>正文，很长的一页，正文很长。</p>" * 50_000,
        "<pre>" + "字\n" * 9_000_000,
        "<p>" + "2024-" * 8_000_000,
        "<div style='display:none'>正文" * 1500 + "</div>" * 1500,
    ],
    ids=[
        "paragraphs",
        "cells",
        "spans",
        "breaks",
        "links",
        "comments",
        "tables",
        "lists",
        "no row",
        "entities",
        "attributes of one",
        "long attribute",
        "attributes of all",
        "heads of lists",
        "lines",
        "one line",
        "hidden",
    ],
)
def test_large_pages_are_answered_in_time(reading: Reading, content: str) -> None:
    start = time.process_time()
    survives(reading, f"<html><body>{content}</body></html>".encode())
    assert time.process_time() - start < allowed(5)


def test_a_picture_within_a_page_is_no_flood_of_attributes(reading: Reading) -> None:
    picture = "data:image/png;base64," + "QUJD\n" * 20_000
    page = f'<html><body><p>正文。</p><img src="{picture}"></body></html>'
    assert [one.text for one in reading.file(page.encode(), "a.html").paragraphs] == ["正文。"]


@QUIET
@given(st.data())
def test_mangled_pages_never_break_the_reader(reading: Reading, data: st.DataObject) -> None:
    opening, article, closing = WAYS[data.draw(st.sampled_from(sorted(WAYS)))]
    text = site(article, around=(opening, closing))
    for _ in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(0, len(text)))
        end = start + data.draw(st.integers(0, 40))
        middle = data.draw(
            st.sampled_from(
                ["", "<td>", "</table>", "<table>", "<li>", "</", "<ol start=9e9>", "\x00", "<![if", "&#0;", "<!--"]
            )
        )
        text = text[:start] + middle + text[end:]
    survives(reading, text.encode())


@QUIET
@given(
    st.binary(max_size=300),
    st.sampled_from([b"<html>", b"MIME-Version: 1.0\nContent-Type: multipart/x; boundary=a\n\n--a\n"]),
)
def test_random_bytes_never_break_the_reader(reading: Reading, data: bytes, start: bytes) -> None:
    survives(reading, start + data)
