"""OpenDocument texts, feature by feature, and packages made to break their reader."""
# ruff: noqa: E501 -- markup is shown as it stands

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.documents import UnreadableError
from tests.documents.builders import Reading, View, packed, told
from tests.yardstick import allowed

_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("draw", "drawing"),
    )
)
LISTS = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>'
    '<text:list-level-style-number text:level="2" style:num-format="1" style:num-prefix="(" style:num-suffix=")" text:display-levels="1"/>'
    '<text:list-level-style-number text:level="3" style:num-format="1" style:num-suffix="." text:display-levels="2" text:start-value="4"/>'
    "</text:list-style>"
    '<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>'
    '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title_20_2"/>'
)
QUIET = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def parts(body: str, **more: str) -> dict[str, str | bytes]:
    return {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {_NAMES}><office:automatic-styles>{LISTS}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        "styles.xml": f'<office:document-styles {_NAMES}><office:styles><style:style style:name="Title_20_2" '
        'style:display-name="Title 2" style:family="paragraph" style:default-outline-level="2"/></office:styles>'
        "</office:document-styles>",
        **more,
    }


def texts(reading: Reading, body: str, view: View = "final") -> list[str]:
    return [one.text for one in reading.file(packed(parts(body)), "a.odt", view).paragraphs]


def p(content: str) -> str:
    return f"<text:p>{content}</text:p>"


def items(*contents: str, more: str = 'text:style-name="L"') -> str:
    return (
        f"<text:list {more}>" + "".join(f"<text:list-item>{one}</text:list-item>" for one in contents) + "</text:list>"
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p(" a \n b<text:span> c</text:span>"), ["a b c"]),
        (p("a<text:s/>b<text:s text:c='3'/>c<text:tab/>d<text:line-break/>e"), ["a b   c\td\ne"]),
        (p("a<text:s text:c='999999999'/>b"), ["a" + " " * 1000 + "b"]),
        (p("<text:a>link</text:a><text:bookmark/><text:soft-page-break/> <text:page-number>3</text:page-number>"), ["link 3"]),
        (p("<text:ruby><text:ruby-base>汉</text:ruby-base><text:ruby-text>hàn</text:ruby-text></text:ruby>字"), ["汉字"]),
        (p("a<text:span text:style-name='T1'>hidden</text:span>b"), ["ab"]),
        ("<text:section>" + p("a") + "</text:section><text:section text:display='none'>" + p("b") + "</text:section>", ["a"]),
        (p("a<text:note><text:note-citation>1</text:note-citation><text:note-body>" + p("n") + "</text:note-body></text:note>b"), ["ab", "n"]),
        (p("a<draw:frame><draw:text-box>" + p("box") + "</draw:text-box></draw:frame>b"), ["ab", "box"]),
        (p("<draw:custom-shape>" + p("shape") + "</draw:custom-shape>b"), ["b", "shape"]),
        (items(p("甲"), p("乙") + items(p("丙"), p("丁") + items(p("戊"), more=""), more=""), p("己")), ["一、甲", "二、乙", "(1) 丙", "(2) 丁", "2.4. 戊", "三、己"]),
        (items(p("a")) + p("x") + items(p("b")), ["一、a", "x", "一、b"]),
        (items(p("a")) + items(p("b"), more='text:style-name="L" text:continue-numbering="true"'), ["一、a", "二、b"]),
        (items(p("a"), more='text:style-name="B"'), ["a"]),
        (items(p("a") + p("second")), ["一、a", "second"]),
        (items(items(p("a"), more="")), ["(1) a"]),
    ],
)  # fmt: skip
def test_text(reading: Reading, body: str, expected: list[str]) -> None:
    assert texts(reading, body) == expected


def test_headings(reading: Reading) -> None:
    body = '<text:h text:outline-level="1">a</text:h><text:p text:style-name="P1">b</text:p>' + p("c")
    document = reading.file(packed(parts(body)), "a.odt")
    assert [(one.level, one.style) for one in document.paragraphs] == [(1, ""), (2, "Title 2"), (0, "")]


def test_tables(reading: Reading) -> None:
    body = (
        "<table:table><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned='2'>" + p("h")
        + "</table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row>"
        "<table:table-cell table:number-columns-repeated='2'>" + p("x") + "</table:table-cell></table:table-row>"
        "<table:table-row table:number-rows-repeated='999999999'><table:table-cell table:number-columns-repeated='999999999'>" + p("")
        + "</table:table-cell></table:table-row></table:table>" + p("after")
    )  # fmt: skip
    document = reading.file(packed(parts(body)), "a.odt")
    assert [(one.text, one.cell) for one in document.paragraphs if one.text] == [
        ("h", (0, 0, 0)),
        ("x", (0, 1, 0)),
        ("x", (0, 1, 1)),
        ("after", None),
    ]


CHANGES = (
    '<text:tracked-changes><text:changed-region text:id="d"><text:deletion><office:change-info/>'
    + p("旧")
    + "</text:deletion>"
    '</text:changed-region><text:changed-region text:id="i"><text:insertion/></text:changed-region>'
    '<text:changed-region text:id="two"><text:deletion>'
    + p("x")
    + p("y")
    + "</text:deletion></text:changed-region></text:tracked-changes>"
)


def test_changes(reading: Reading) -> None:
    body = CHANGES + p(
        '甲<text:change text:change-id="d"/><text:change-start text:change-id="i"/>新<text:change-end text:change-id="i"/>乙'
    )
    body += p('b<text:change text:change-id="two"/>c')
    body += p('d<text:change-start text:change-id="i"/>e') + p("f") + p('g<text:change-end text:change-id="i"/>h')
    assert texts(reading, body) == ["甲新乙", "bc", "de", "f", "gh"]
    assert texts(reading, body, "original") == ["甲旧乙", "bx", "yc", "dh"]


def test_comments_and_counts(reading: Reading) -> None:
    body = p(
        "a<office:annotation><text:p>opinion</text:p></office:annotation><draw:frame><draw:image/></draw:frame><draw:frame><draw:object/></draw:frame>"
    )
    document = reading.file(packed(parts(body, **{"Basic/Standard/x.xml": "<a/>"})), "a.docx")
    assert [(one.text, one.part) for one in document.paragraphs] == [("a", "body"), ("opinion", "comment")]
    words = told(document)
    for part in ("Comments read", "Pictures left out: 1", "objects left out: 1", "macros", "is an OpenDocument text"):
        assert part in words


def test_unknown_numerals_are_told(reading: Reading) -> None:
    found = parts(items(p("a")))
    found["content.xml"] = str(found["content.xml"]).replace("一, 二, 三, ...", "ก, ข, ค, ...")
    document = reading.file(packed(found), "a.odt")
    assert document.paragraphs[0].text == "1、a"
    assert "unknown kind" in told(document)


def test_refusals(reading: Reading) -> None:
    with pytest.raises(UnreadableError, match="password"):
        reading.file(packed(parts(p("a"), **{"META-INF/manifest.xml": "<manifest:encryption-data/>"})), "a.odt")
    with pytest.raises(UnreadableError, match="shows no text"):
        texts(reading, p(""))
    with pytest.raises(UnreadableError, match="document type declaration"):
        reading.file(packed(parts(p("a"), **{"styles.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a/>'})), "a.odt")
    with pytest.raises(UnreadableError, match="unpacks to far more"):
        reading.file(packed(parts(p("a"), **{"Pictures/x": " " * 30_000_000})), "a.odt")
    with pytest.raises(UnreadableError):
        texts(reading, "<table:table><table:table-row><table:table-cell>" * 10_000)


def test_in_time(reading: Reading) -> None:
    row = (
        "<table:table-row table:number-rows-repeated='1000'>"
        + "<table:table-cell table:number-columns-repeated='1000'>"
        + p("x")
    )
    start = time.process_time()
    with pytest.raises(UnreadableError, match="cells"):
        texts(reading, "<table:table>" + (row + "</table:table-cell></table:table-row>") * 20 + "</table:table>")
    assert len(texts(reading, p("正文") * 20_000)) == 20_000
    assert time.process_time() - start < allowed(5)


@QUIET
@given(st.data())
def test_mangled_parts_never_break_the_reader(reading: Reading, data: st.DataObject) -> None:
    body = (
        CHANGES + items(p("a") + items(p("b"), more="")) + p('x<text:change text:change-id="two"/><text:s text:c="2"/>')
    )
    body += (
        "<table:table><table:table-row><table:table-cell>"
        + p("c")
        + "</table:table-cell><table:table-cell/></table:table-row></table:table>"
    )
    found = parts(body)
    text = str(found["content.xml"])
    for _time in range(data.draw(st.integers(1, 4))):
        words = [
            "text:p",
            "text:list",
            "text:list-item",
            "table:table",
            "table:table-cell",
            "text:change",
            "text:h",
            '"1"',
            '"2"',
            '"L"',
            "text:s",
            "draw:frame",
            '"99999999999"',
            '"-3"',
            "text:note",
        ]
        old, new = data.draw(st.sampled_from(words)), data.draw(st.sampled_from(words))
        text = text.replace(old, new)
    try:
        assert reading.file(packed({**found, "content.xml": text}), "a.odt").paragraphs
    except UnreadableError:
        return


def annotation(text: str, more: str = "", name: str = "") -> str:
    key = f' office:name="{name}"' if name else ""
    return (
        f'<office:annotation{key} {more} xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"><dc:creator>Li Ming</dc:creator>'
        f"<dc:date>2024-05-09T10:20:30.000000000</dc:date>{p(text)}</office:annotation>"
    )


def test_comments_know_what_they_are_about(reading: Reading) -> None:
    end = '<office:annotation-end office:name="c1"/>'
    body = (
        items(p(f"甲{annotation('核对', name='c1')}乙丙{end}丁"))
        + p("戊" + annotation("此处", more='loext:resolved="true"', name="c2") + "己")
        + p(
            '庚<office:annotation-end office:name="c2"/>辛'
            + annotation("一点")
            + annotation("答", more='loext:parent-name="c2"')
        )
        + p('x<office:annotation-end office:name="none"/>')
    )
    document = reading.file(packed(parts(body)), "a.odt")
    shown = [
        (
            None if one.paragraph is None else document.paragraphs[one.paragraph].text[one.start : one.end],
            one.text,
            one.parent,
            one.done,
        )
        for one in document.comments
    ]
    assert shown == [
        ("乙丙", "核对", None, False),
        ("己", "此处", None, True),
        ("", "一点", None, False),
        ("", "答", 1, False),
    ]
    assert {(one.author, one.time) for one in document.comments} == {("Li Ming", "2024-05-09T10:20:30")}
    assert [one.text for one in document.paragraphs if one.part == "comment"] == ["核对", "此处", "一点", "答"]
