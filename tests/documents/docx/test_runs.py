"""Runs lead back into the file: what a paragraph says at a run is what that `w:r` of the file says."""

import io
import zipfile
from typing import Final, Literal
from xml.sax.saxutils import escape

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from drafter.model import Document
from tests.documents.builders import (
    Reading,
    W,
    cell,
    control,
    docx,
    drawn,
    end_is,
    field,
    level,
    numbering,
    p,
    table,
)

View = Literal["final", "original"]
QUIET: Final = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
NUMBERING: Final = numbering(
    level(0, "第%1条", "chineseCounting"), level(1, "（%2）", "chineseCounting"), level(2, "%3.")
)

letters = st.text(st.sampled_from("甲乙丙ab1 。，\u3000\u00a0\u200b\u00ad𫚖<&"), max_size=6)
plain = st.builds(
    lambda text, keep: f"<w:t{' xml:space=' + chr(34) + 'preserve' + chr(34) if keep else ''}>{escape(text)}</w:t>",
    letters,
    st.booleans(),
)
marks = st.sampled_from(
    [
        "<w:tab/>",
        "<w:br/>",
        "<w:cr/>",
        '<w:br w:type="page"/>',
        "<w:noBreakHyphen/>",
        "<w:softHyphen/>",
        '<w:sym w:font="Symbol" w:char="F06D"/>',
        "<w:lastRenderedPageBreak/>",
    ]
)
shapes = st.sampled_from(
    ["", "<w:rPr><w:b/></w:rPr>", '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>', "<w:rPr><w:vanish/></w:rPr>"]
)
runs = st.builds(
    lambda shape, pieces: f"<w:r>{shape}{''.join(pieces)}</w:r>", shapes, st.lists(st.one_of(plain, marks), max_size=4)
)


def ruby(base: str) -> str:
    above = "<w:rt><w:r><w:t>yin</w:t></w:r></w:rt>"
    return f"<w:r><w:t>前</w:t><w:ruby>{above}<w:rubyBase>{base}</w:rubyBase></w:ruby><w:t>后</w:t></w:r>"


def gone(content: str) -> str:
    return (
        "<w:del>"
        + content.replace("<w:t>", "<w:delText>").replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
        + "</w:del>"
    )


FORMULA: Final = "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"
inline = st.recursive(
    runs,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map("".join),
        inner.map(lambda content: f"<w:ins>{content}</w:ins>"),
        runs.map(gone),
        inner.map(lambda content: f"<w:hyperlink>{content}</w:hyperlink>"),
        inner.map(control),
        inner.map(lambda content: field(" REF x ", content)),
        runs.map(ruby),
        st.just(field("eq \\o\\ac(○,3)")),
        st.just(FORMULA),
        runs.map(lambda content: drawn(f"<w:p>{content}</w:p>")),
    ),
    max_leaves=8,
)
properties = st.sampled_from(
    [
        "",
        *(f'<w:numPr><w:ilvl w:val="{i}"/><w:numId w:val="1"/></w:numPr>' for i in range(3)),
        end_is("del"),
        end_is("ins"),
    ]
)
paragraphs = st.builds(lambda own, content: f"<w:p><w:pPr>{own}</w:pPr>{content}</w:p>", properties, inline)
blocks = st.one_of(
    paragraphs,
    paragraphs.map(control),
    st.lists(paragraphs, min_size=2, max_size=3).map(lambda inner: table("".join(map(cell, inner)))),
)
bodies = st.lists(blocks, min_size=1, max_size=6).map("".join)


def said(run: etree._Element) -> str:
    """What a `w:r` says by itself, read anew without any of the program."""
    text = ""
    for child in run:
        name = etree.QName(child).localname
        if name in ("t", "delText"):
            inner = child.text or ""
            kept = child.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
            text += inner if kept else inner.strip(" \t\r\n")
        elif name == "br" and child.get(f"{{{W}}}type"):
            continue
        else:
            text += {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "sym": "μ"}.get(name, "")
    return text.replace("\u200b", "").replace("\u00ad", "")


def by_source(document: Document) -> dict[str, str]:
    """The text at the runs of each source, and a check that runs never overlap, reach out, or take in the number."""
    found: dict[str, str] = {}
    for paragraph in document.paragraphs:
        place = len(paragraph.number)
        for run in paragraph.runs:
            assert place <= run.start < run.end <= len(paragraph.text)
            place = run.end
            found[run.source] = found.get(run.source, "") + paragraph.text[run.start : run.end]
    return found


@QUIET
@given(bodies, st.sampled_from(["final", "original"]))
def test_the_text_at_each_run_is_that_of_the_file(reading: Reading, body: str, view: View) -> None:
    data = docx(body + p("末"), {"numbering": NUMBERING})
    document = reading.file(data, view=view)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        tree = etree.fromstring(archive.read("word/document.xml"))
    everything = list(tree.iter(f"{{{W}}}r"))
    found = by_source(document)
    for source, text in found.items():
        part, _, number = source.partition("#")
        assert part == "word/document.xml"
        assert text == said(everything[int(number)]), source
    # And the other way round: every run that is shown and says something is there.
    hidden = {"del"} if view == "final" else {"ins"}
    for place, run in enumerate(everything):
        inside = {etree.QName(one).localname for one in run.iterancestors()}
        is_shown = not inside & (hidden | {"rt"}) and run.find(f"{{{W}}}rPr/{{{W}}}vanish") is None
        assert (f"word/document.xml#{place}" in found) is bool(is_shown and said(run)), place


@QUIET
@given(bodies)
def test_what_stands_in_no_run_is_computed(reading: Reading, body: str) -> None:
    for paragraph in reading.file(docx(body + p("末"), {"numbering": NUMBERING})).paragraphs:
        left, place = "", len(paragraph.number)
        for run in paragraph.runs:
            left, place = left + paragraph.text[place : run.start], run.end
        left += paragraph.text[place:]
        assert left.replace("③", "").replace("x=1", "").strip(" \n") == ""


def test_runs_of_notes_boxes_and_comments(reading: Reading) -> None:
    document = reading.body(
        p('<w:r><w:footnoteReference w:id="2"/></w:r>' + drawn(p("框"))),
        footnotes=f'<w:footnote w:id="2">{p("注")}</w:footnote>',
        comments=f'<w:comment w:id="1">{p("批")}</w:comment>',
    )
    assert by_source(document) == {
        "word/document.xml#2": "框",
        "word/footnotes.xml#0": "注",
        "word/comments.xml#0": "批",
    }


def test_a_run_around_others_keeps_what_is_its_own(reading: Reading) -> None:
    (paragraph,) = reading.body(p(ruby("<w:r><w:t>汉</w:t></w:r>"))).paragraphs
    assert paragraph.text == "前汉后"
    assert [(run.start, run.end, run.source[-1]) for run in paragraph.runs] == [(0, 1, "0"), (1, 2, "2"), (2, 3, "0")]


def test_changes_lead_back_in_either_view(reading: Reading) -> None:
    body = p("一") + p("<w:ins><w:r><w:t>二</w:t></w:r></w:ins>" + gone("<w:r><w:t>三</w:t></w:r>"))
    assert by_source(reading.body(body)) == {"word/document.xml#0": "一", "word/document.xml#1": "二"}
    assert by_source(reading.body(body, "original")) == {"word/document.xml#0": "一", "word/document.xml#2": "三"}
