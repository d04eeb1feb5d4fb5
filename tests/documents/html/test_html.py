"""The plan's own text out of a saved page, whatever the site puts around it."""
# ruff: noqa: E501 -- pages are shown as they stand

import re

import pytest

from drafter.documents import UnreadableError
from tests.documents.builders import Reading, told
from tests.documents.html.pages import MENU, PLAN, WAYS, site
from tests.documents.html.sites import ALL, CITY_IN_ENGLISH, ENGLISH, PAPER_IN_ENGLISH, SITES


def texts(reading: Reading, source: str | bytes, name: str = "页.html", view: str = "final") -> list[str]:
    data = source.encode() if isinstance(source, str) else source
    document = reading.file(data, name, "original" if view == "original" else "final")
    return [paragraph.text for paragraph in document.paragraphs]


def body(content: str) -> str:
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>{content}</body></html>"


@pytest.mark.parametrize("way", WAYS)
def test_the_plan_and_nothing_else(reading: Reading, way: str) -> None:
    opening, article, closing = WAYS[way]
    document = reading.file(site(article, around=(opening, closing)).encode(), "页.html")
    assert [paragraph.text for paragraph in document.paragraphs] == PLAN
    assert document.format == "html"
    assert document.paragraphs[0].level == 1
    assert "left out: 23" in told(document)


@pytest.mark.parametrize("kind", SITES)
def test_the_content_systems_of_the_state(reading: Reading, kind: str) -> None:
    assert texts(reading, SITES[kind]) == ALL


@pytest.mark.parametrize("kind", SITES)
def test_a_system_nobody_knows(reading: Reading, kind: str) -> None:
    # Neither the names of its elements nor that of the page tell what is what.
    unnamed = re.sub(r' (?:class|id)="[^"]*"', "", SITES[kind])
    assert texts(reading, unnamed) == ALL
    untitled = re.sub("<title>.*?</title>", "<title>沅江市人民政府</title>", SITES[kind])
    assert texts(reading, untitled) == ALL


@pytest.mark.parametrize("page", [CITY_IN_ENGLISH, PAPER_IN_ENGLISH], ids=["city", "paper"])
def test_english_sites(reading: Reading, page: str) -> None:
    assert texts(reading, page) == ENGLISH


def test_what_an_article_may_hold_that_sites_say_too(reading: Reading) -> None:
    own = [
        "市生态环境局关于做好信息公开工作的通知",
        "各县区要畅通公众参与渠道，主动公开监测数据，接受社会监督。",
        "一、政策解读",
        "重要文件印发后3个工作日内在网站首页发布解读材料，做到应解读尽解读。",
        "二、文件下载",
        "网站应提供可下载的版本，并标明浏览次数，方便公众查询使用。",
        "数据来源：省统计局年度公报",
        "联系人：王芳　电话：0371-00000000",
        "审核时限：10个工作日",
    ]
    inner = "".join(f"<p>{one}</p>" for one in own)
    page = f"<html><head><title>{own[0]}</title></head><body>{MENU}<div>{inner}</div></body></html>"
    assert texts(reading, page) == own


@pytest.mark.parametrize(
    ("charset", "written", "found"),
    [
        ("utf-8", "utf-8", "utf-8"),
        ("gb2312", "gb18030", "gb18030"),
        ("gbk", "gbk", "gb18030"),
        ("GB18030", "gb18030", "gb18030"),
        ("utf-8", "utf-8-sig", "utf-8-sig"),
        ("utf-8", "gb18030", "gb18030"),
        ("gb2312", "utf-8", "utf-8"),
        ("iso-8859-1", "gb18030", "gb18030"),
        ("no-such-thing", "gb18030", "gb18030"),
        ("utf-8", "utf-16", "utf-16"),
    ],
)
def test_encodings(reading: Reading, charset: str, written: str, found: str) -> None:
    opening, article, closing = WAYS["paragraphs"]
    source = site(article, charset=charset, around=(opening, closing)).replace("№", "号")
    document = reading.file(source.encode(written), "页.htm")
    assert [paragraph.text for paragraph in document.paragraphs] == PLAN
    assert document.encoding == found
    assert not any(notice.warning for notice in document.notices)


def test_big5(reading: Reading) -> None:
    source = "<html><head><meta charset=big5></head><body><p>堅持精準治污、科學治污，推動產業結構優化升級。</p></body></html>"
    assert texts(reading, source.encode("big5")) == ["堅持精準治污、科學治污，推動產業結構優化升級。"]


def test_characters_that_are_lost_are_told(reading: Reading) -> None:
    data = (
        body("<p>各县区要加强组织领导，落实属地责任。</p>" * 40).encode("gb18030").replace(b"utf-8", b"gb2312")
        + b"\x81"
    )
    document = reading.file(data.replace(b"</body>", b"\xff</body>"), "a.html")
    assert document.notices[0].warning
    assert document.paragraphs[0].text == "各县区要加强组织领导，落实属地责任。"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<p>PM<sub>2.5</sub>为35 μg/m<sup>3</sup>，CO<sub>2</sub></p>", ["PM2.5为35 μg/m3，CO2"]),
        ("<p>不高于&lt;35&gt;&amp;amp;&nbsp;a&#12298;b&#x300b;</p>", ["不高于<35>&amp;\u00a0a《b》"]),
        ("<p>a\n  b</p><p>生态\n  环境\n<b>厅</b></p>", ["a b", "生态环境厅"]),
        ("<div>甲<p>乙</p>丙</div>", ["甲", "乙", "丙"]),
        ("<p>河南省人民政府<br>关于印发计划的通知</p>", ["河南省人民政府\n关于印发计划的通知"]),
        ("<p>甲。<br>乙<br><br>丙<br>　　丁<br>一、戊</p>", ["甲。", "乙", "丙", "丁", "一、戊"]),
        ("<pre>甲\n乙\n\n  丙</pre>", ["甲\n乙", "丙"]),
        ("<ol><li>甲</li><li value=5>乙</li><li><p>丙</p><p>丁</p></li></ol>", ["1. 甲", "5. 乙", "6. 丙", "丁"]),
        ("<ol start=3 type=a><li>甲</ol><ol type=I><li>乙</ol>", ["c. 甲", "I. 乙"]),
        ("<ol reversed><li>甲<li>乙</ol>", ["2. 甲", "1. 乙"]),
        ("<ol style='list-style:none'><li>甲</ol><ul><li>乙</ul>", ["甲", "乙"]),
        ("<ol style='list-style-type:cjk-ideographic'><li>甲</ol>", ["一、甲"]),
        ("<ol><li>1．甲</li><li>（二）乙</li></ol>", ["1．甲", "（二）乙"]),
        ("<ol><li>甲<ol><li>乙</ol><li>丙</ol>", ["1. 甲", "1. 乙", "2. 丙"]),
        ("<p>a<span style='display:none'>x</span>b<!-- c --><script>d</script></p>", ["ab"]),
        ("<p><ruby>汉<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby>字<wbr>a&shy;b</p>", ["汉字ab"]),
        ("<p>旧<del>删</del><ins>增</ins></p>", ["旧增"]),
        ("<p>到<q>十四五</q>末</p>", ["到“十四五”末"]),
        ("<p>a<iframe src='http://x.invalid'>b</iframe>c<noscript>d</noscript></p>", ["ac"]),
        ("text<p>a", ["text", "a"]),
        ("<dl><dt>甲<dd>乙</dl>", ["甲", "乙"]),
        ("<form><p>正文在表单里，由老网站套上。</p><input value=x><button>提交</button></form>", ["正文在表单里，由老网站套上。"]),
        ("<p>&#150;&#x80;</p>", ["–€"]),
    ],
)  # fmt: skip
def test_what_a_reader_sees(reading: Reading, content: str, expected: list[str]) -> None:
    assert texts(reading, body(content)) == expected


def test_the_original_view(reading: Reading) -> None:
    assert texts(reading, body("<p>旧<del>删</del><ins>增</ins></p>"), view="original") == ["旧删"]


def test_headings_keep_their_level(reading: Reading) -> None:
    document = reading.file(
        body("<h1>甲</h1><h3><span>乙</span></h3><div role=heading aria-level=4>丁</div><p>丙</p>").encode(), "a.html"
    )
    assert [one.level for one in document.paragraphs] == [1, 3, 4, 0]


def test_tables_keep_their_cells(reading: Reading) -> None:
    table = (
        "<table><caption>表1</caption><thead><tr><th>城市<th>目标</tr></thead><tr><td rowspan=2>甲<td>1</tr><tr><td>2</tr>"
        "<tr><td colspan=2>合计</tr><tr><td><td>3</table>"
    )
    document = reading.file(body("<p>前</p>" + table + "<table><tr><td>a<td>b</table>").encode(), "a.html")
    assert [(one.text, one.cell) for one in document.paragraphs] == [
        ("前", None),
        ("表1", None),
        ("城市", (0, 0, 0)),
        ("目标", (0, 0, 1)),
        ("甲", (0, 1, 0)),
        ("1", (0, 1, 1)),
        ("2", (0, 2, 1)),
        ("合计", (0, 3, 0)),
        ("", (0, 4, 0)),
        ("3", (0, 4, 1)),
        ("a", (1, 0, 0)),
        ("b", (1, 0, 1)),
    ]
    assert document.paragraphs[2].part == "table"


def test_a_plans_table_stays_within_the_article(reading: Reading) -> None:
    opening, article, closing = WAYS["paragraphs"]
    table = "<table><tr><td>城市</td><td>PM<sub>2.5</sub>目标</td></tr><tr><td>东城区</td><td>35</td></tr></table>"
    document = reading.file(site(article + table, around=(opening, closing)).encode(), "a.html")
    assert [one.text for one in document.paragraphs] == [*PLAN, "城市", "PM2.5目标", "东城区", "35"]
    assert document.paragraphs[-1].cell == (0, 1, 1)


def test_a_containers_name_may_lie(reading: Reading) -> None:
    opening, article, closing = WAYS["paragraphs"]
    source = site(article, around=("<div class='content bottom'>" + opening, closing + "</div>"))
    assert texts(reading, source) == PLAN


def test_short_pages_lose_nothing(reading: Reading) -> None:
    assert texts(reading, body(f"{MENU}<h1>公告</h1><p>特此公告。</p><p>2024年1月1日</p>")) == [
        "公告",
        "特此公告。",
        "2024年1月1日",
    ]


def test_an_english_page(reading: Reading) -> None:
    article = [
        "Action Plan for Continuous Improvement of Air Quality",
        "I. General Requirements",
        "By 2025, the average concentration of PM2.5 shall be no higher than 42 micrograms per cubic meter.",
        "II. Tasks",
        "Counties shall strengthen leadership, assign responsibility, and finish all tasks on schedule.",
    ]
    inner = "".join(f"<p>{one}</p>" for one in article[1:])
    page = (
        f"<html><head><title>{article[0]} - Huaihe</title></head><body><nav><a href=/>Home</a><a href=/n>News</a></nav>"
        f"<div><h1>{article[0]}</h1><div>Source: Xinhua</div><div>{inner}</div><p>Share:</p></div>"
        "<footer>Copyright 2024 Huaihe Government. All Rights Reserved.</footer></body></html>"
    )
    assert texts(reading, page) == article


def test_word_saves_pages_too(reading: Reading) -> None:
    page = (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">'
        '<head><meta charset=utf-8><meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><w:WordDocument>'
        "<w:View>Print</w:View></w:WordDocument></xml><![endif]--></head><body lang=ZH-CN><div class=WordSection1>"
        "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US><span "
        "style='mso-list:Ignore'>一、<span style='font:7.0pt'>&nbsp;</span></span></span><![endif]>总体要求<o:p></o:p></p>"
        "<p class=MsoNormal>到<span lang=EN-US>2025</span>年，<del>旧</del><ins>新</ins>目标"
        "<a style='mso-footnote-id:ftn1' href='#_ftn1' name='_ftnref1'><span>[1]</span></a>。"
        "<span style='display:none;mso-hide:all'>隐藏</span></p><p class=MsoNormal><o:p>&nbsp;</o:p></p></div>"
        "<div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText>"
        "<a href='#_ftnref1' name='_ftn1'>[1]</a>注文</p></div></div>"
        "<div style='mso-element:header'><p>页眉</p></div></body></html>"
    )
    document = reading.file(page.encode(), "a.doc")
    assert [(one.text, one.part, one.number) for one in document.paragraphs] == [
        ("一、总体要求", "body", "一、"),
        ("到2025年，新目标。", "body", ""),
        ("注文", "note", ""),
    ]
    words = told(document)
    assert "is a web page whatever its ending says" in words
    assert "hidden text left out: 1" in words
    assert "Tracked changes: 2" in words


@pytest.mark.parametrize("opening", ["From: <Saved by Blink>\nSubject: x\n", ""])
def test_web_archives(reading: Reading, opening: str) -> None:
    import base64

    inner = base64.encodebytes(body("<p>正文。</p>").encode("gb18030")).decode()
    archive = (
        f'{opening}MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html";\n\tboundary="--x"\n\n'
        '----x\nContent-Type: text/css\n\np{}\n----x\nContent-Type: text/html; charset="gb2312"\n'
        f"Content-Transfer-Encoding: base64\n\n{inner}\n----x--\n"
    )
    assert texts(reading, archive, "a.mht") == ["正文。"]


def test_a_mail_is_no_page(reading: Reading) -> None:
    with pytest.raises(UnreadableError, match="web archive or mail"):
        reading.file(b"MIME-Version: 1.0\nContent-Type: text/plain\n\nplan", "a.mht")


@pytest.mark.parametrize(
    "start", ["<html>", "<!-- saved -->\n<html>", "<head>", "<meta charset=utf-8>", '<?xml version="1.0"?>\n<html>']
)
def test_pages_are_known_by_their_bytes(reading: Reading, start: str) -> None:
    assert texts(reading, start + "<body><p>正文</p>", "a.docx") == ["正文"]


def test_a_fragment_is_known_by_its_ending(reading: Reading) -> None:
    assert texts(reading, "<div>正文</div>", "a.htm") == ["正文"]
    assert texts(reading, "<div>正文</div>", "a.txt") == ["<div>正文</div>"]
    assert texts(reading, "only words", "a.html") == ["only words"]
