"""Comments: what they say, who said it, and the words they are about."""

from pathlib import Path

import pytest

from drafter.model import Comment, Document
from tests.documents.builders import Reading, cell, entries, item, level, numbering, p, packed, t, table

EX = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'


def begin(number: int = 0) -> str:
    return f'<w:commentRangeStart w:id="{number}"/>'


def end(number: int = 0) -> str:
    return f'<w:commentRangeEnd w:id="{number}"/>'


def reference(number: int = 0) -> str:
    return f'<w:r><w:commentReference w:id="{number}"/></w:r>'


def on(text: str, number: int = 0) -> str:
    return begin(number) + text + end(number) + reference(number)


def said(text: str, number: int = 0, author: str = "张三", time: str = "2025-11-21T10:00:00Z") -> str:
    body = text if text.startswith("<") else p(text)
    return f'<w:comment w:id="{number}" w:author="{author}" w:date="{time}">{body}</w:comment>'


def boxed(content: str) -> str:
    return f"<w:r><w:pict><w:txbxContent>{p(content)}</w:txbxContent></w:pict></w:r>"


PLACEHOLDER = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"


def about(document: Document, comment: Comment) -> str | None:
    if comment.paragraph is None:
        return None
    return document.paragraphs[comment.paragraph].text[comment.start : comment.end]


def test_a_comment_on_words(reading: Reading) -> None:
    document = reading.body(
        p("前段") + p(t("到2025年，") + on(t("浓度") + t("下降")) + t("10%。")), comments=said(p("何种") + p("浓度？"))
    )
    (comment,) = document.comments
    assert comment == Comment(1, 7, 11, "张三", "2025-11-21T10:00:00Z", "何种\n浓度？")
    assert about(document, comment) == "浓度下降"
    assert [one.text for one in document.paragraphs if one.part == "comment"] == ["何种", "浓度？"]


@pytest.mark.parametrize(
    ("body", "place"),
    [
        (p(t("一") + reference() + t("二")), (0, 1, 1)),
        (p(t("一") + begin() + end() + reference() + t("二")), (0, 1, 1)),
        (p("零") + begin() + p("一") + end() + p("二"), (1, 0, 1)),
        (p(t("一") + begin() + t("二")) + p(t("三") + end() + reference()), (0, 1, 2)),
        (p(t("一") + begin()) + p(t("二") + end() + reference()), (1, 0, 1)),
        (p(t("一") + begin()) + p("") + p(end() + t("二") + reference()), (0, 1, 1)),
        (p(t("一") + begin() + t("二") + reference() + t("三")), (0, 1, 2)),
        (p(f"<w:hyperlink>{begin()}{t('一')}</w:hyperlink>" + end() + t("二")), (0, 0, 1)),
        (table(cell("一") + cell(p(on(t("二")))), cell("三") + cell("四")), (1, 0, 1)),
        (table(cell(p(t("一") + begin() + t("二"))) + cell(p(t("三") + end() + reference()))), (0, 1, 2)),
        (p(t("一") + begin() + t("二") + "<w:del>" + end() + "</w:del>" + t("三")), (0, 1, 2)),
        (p(t("一") + "<w:del>" + on(f"<w:r><w:delText>{'删'}</w:delText></w:r>") + "</w:del>" + t("二")), (0, 1, 1)),
        (p("零") + p("<w:del>" + on("") + "</w:del>", "<w:rPr><w:del/></w:rPr>") + p("一"), (1, 0, 0)),
        (p("零") + p("<w:del>" + on("") + "</w:del>", "<w:rPr><w:del/></w:rPr>"), (0, 1, 1)),
        (p("零") + f"<w:del>{p(on(t('块')))}</w:del>" + p("一"), (1, 0, 0)),
        (p("零") + p(on(t("x", "<w:vanish/>")), "<w:rPr><w:vanish/></w:rPr>") + p("一"), (1, 0, 0)),
        (p(t("一") + begin() + t("x", "<w:vanish/>") + t("二") + end() + reference()), (0, 1, 2)),
        (p(t("一") + PLACEHOLDER.format(on(t("点")))), (0, 1, 1)),
        (p(begin() + t("一") + boxed("框")) + p(t("二") + end()), (0, 0, 1)),
        (p(t("一") + boxed(on(t("框")))), (1, 0, 1)),
        (p(begin() + boxed("框")) + p(t("二") + end()), (2, 0, 1)),
    ],
)  # fmt: skip
def test_places(reading: Reading, body: str, place: tuple[int, int, int]) -> None:
    (comment,) = reading.body(body, comments=said("见")).comments
    assert (comment.paragraph, comment.start, comment.end) == place


def test_a_computed_number_moves_the_place(reading: Reading) -> None:
    document = reading.body(
        item("甲") + p(begin() + t("乙") + end(), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
        numbering=numbering(level(0, "（%1）", "chineseCounting")),
        comments=said("见"),
    )
    assert about(document, document.comments[0]) == "乙"
    assert document.paragraphs[1].text == "（二）乙"


def test_a_comment_in_a_note(reading: Reading) -> None:
    document = reading.body(
        p(t("一") + '<w:r><w:footnoteReference w:id="2"/></w:r>'),
        footnotes=f'<w:footnote w:id="2">{p(t("见") + on(t("附件")))}</w:footnote>',
        comments=said("哪个？"),
    )
    assert about(document, document.comments[0]) == "附件"


def test_a_comment_without_a_place(reading: Reading) -> None:
    document = reading.body(p("一") + p(reference(7)), comments=said("见", 3, time="yesterday"))
    assert document.comments == (Comment(None, 0, 0, "张三", "", "见"),)


def extended(*rows: tuple[str, str, str]) -> str:
    inner = "".join(
        f'<w15:commentEx w15:paraId="{key}" w15:done="{done}"'
        + (f' w15:paraIdParent="{parent}"' if parent else "")
        + "/>"
        for key, parent, done in rows
    )
    return f"<w15:commentsEx {EX}>{inner}</w15:commentsEx>"


def keyed(text: str, key: str) -> str:
    return f'<w:p w14:paraId="{key}">{t(text)}</w:p>'


def threaded(reading: Reading, *rows: tuple[str, str, str]) -> Document:
    comments = said(p("问") + keyed("？", "0A"), 0) + said(keyed("答", "0B"), 1, "李四") + said(keyed("另", "0C"), 2)
    parts = entries(p(on(t("一")) + t("二") + on(t("三"), 2)), {"comments": comments, "commentsExtended": ""})
    parts["word/commentsExtended.xml"] = extended(*rows)
    return reading.file(packed(parts))


def test_replies_and_what_is_dealt_with(reading: Reading) -> None:
    document = threaded(reading, ("0a", "", "1"), ("0B", "0A", "1"), ("0C", "", "0"))
    question, answer, other = document.comments
    assert [(one.parent, one.done) for one in document.comments] == [(None, True), (0, True), (None, False)]
    assert about(document, question) == about(document, answer) == "一"
    assert about(document, other) == "三"
    assert (answer.author, answer.text) == ("李四", "答")


def test_replies_in_a_circle_are_no_replies(reading: Reading) -> None:
    document = threaded(reading, ("0A", "0B", "0"), ("0B", "0A", "0"), ("0C", "0C", "0"))
    assert [one.parent for one in document.comments] == [None, None, None]


def test_read_lines_stay(reading: Reading, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from drafter.cli.main import main

    reading.body(p(on(t("一"))), comments=said("见"))
    assert main(["read", str(tmp_path / "计划.docx")]) == 0
    assert '"part": "comment", "number": "", "text": "见"' in capsys.readouterr().out


@pytest.mark.parametrize(
    ("attributes", "author", "time"),
    [
        ("", "", ""),
        ('w:author=" 李 " w:initials="L"', "李", ""),
        ('w:author="&lt;b&gt;" w:date="2999-01-01T00:00:00Z"', "<b>", "2999-01-01T00:00:00Z"),
        ('w:author="a" w:date="2025-11-21T10:00:00+08:00"', "a", "2025-11-21T10:00:00+08:00"),
        ('w:author="a" w:date="2025-11-21T10:00:00"', "a", "2025-11-21T10:00:00"),
        ('w:author="a" w:date="2025-11-21"', "a", ""),
        ('w:author="a" w:date="昨天"', "a", ""),
    ],
)
def test_who_and_when(reading: Reading, attributes: str, author: str, time: str) -> None:
    (comment,) = reading.body(
        p(on(t("一"))), comments=f'<w:comment w:id="0" {attributes}>{p("见")}</w:comment>'
    ).comments
    assert (comment.author, comment.time) == (author, time)


def test_comments_that_say_nothing_or_much(reading: Reading) -> None:
    much = p(t("一") + "<w:r><w:tab/></w:r>" + t("二")) + table(cell("甲") + cell("乙")) + p("")
    document = reading.body(p("文"), comments=said("<w:p/>", 0) + said(much, 1) + '<w:comment w:id="2"/>')
    assert [comment.text for comment in document.comments] == ["", "一\t二\n甲\n乙", ""]
