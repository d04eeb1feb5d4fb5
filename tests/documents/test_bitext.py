"""Bilingual files as pairs: memories, XLIFF of every make, tables."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.documents import UnreadableError
from drafter.documents.bitext import pairs_of, read_bitext
from drafter.documents.bitext.tables import bitext_of_table
from drafter.model import Document, Paragraph

TMX = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="zh-CN"/><body>
<tu tuid="a1"><note>checked</note>
 <tuv xml:lang="zh-CN">
  <seg>细颗粒物PM<hi type="sub">2.5</hi>浓度<bpt i="1">&lt;b></bpt>下降<ept i="1">&lt;/b></ept></seg>
 </tuv>
 <tuv xml:lang="en-GB"><seg>PM<hi type="sub">2.5</hi> falls</seg></tuv></tu>
<tu><tuv lang="EN"><seg>Dust control</seg></tuv><tuv lang="ZH-Hans"><seg>扬尘治理</seg></tuv></tu>
<tu><tuv xml:lang="fr"><seg>poussière</seg></tuv></tu>
</body></tmx>"""
XLIFF_1 = """<?xml version="1.0"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0">
<file original="plan.docx" source-language="zh-CN" target-language="en-US"><body><group>
<trans-unit id="u1"><source>控制<g id="5">扬尘</g><x id="6"/></source>
 <seg-source><mrk mtype="seg" mid="1">控制<g id="5">扬尘</g><x id="6"/></mrk>
  <mrk mtype="seg" mid="2">加强监测</mrk></seg-source>
 <target><mrk mtype="seg" mid="1">Control <g id="5">dust</g><x id="6"/></mrk>
  <mrk mtype="seg" mid="2">Monitor more</mrk></target></trans-unit>
<trans-unit id="u2"><source>禁止焚烧</source><target>No burning</target><note>term</note>
 <alt-trans><target>other</target></alt-trans></trans-unit>
<trans-unit id="u3" translate="no"><source>{code}</source></trans-unit>
</group></body></file></xliff>"""
XLIFF_2 = """<?xml version="1.0"?>
<xliff version="2.1" srcLang="en" trgLang="zh" xmlns="urn:oasis:names:tc:xliff:document:2.0"><file id="f"><unit id="1">
<notes><note>mind the figure</note></notes>
<segment id="s1"><source>Cut by <pc id="1">5%</pc></source><target>下降<pc id="1">5%</pc></target></segment>
<ignorable><source> </source></ignorable>
<segment id="s2"><source>Then <ph id="2"/> more</source></segment>
</unit></file></xliff>"""


BOMB = f"""<?xml version="1.0"?><!DOCTYPE tmx [<!ENTITY a "{"ha" * 99}"><!ENTITY b "{"&a;" * 99}">
<!ENTITY c "{"&b;" * 99}">]><tmx version="1.4"><body><tu><tuv xml:lang="en"><seg>&c;</seg></tuv></tu></body></tmx>"""


def read(folder: Path, name: str, text: str | bytes) -> list[tuple[str, str, str]]:
    path = folder / name
    path.write_bytes(text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text)
    bitext = read_bitext(path)
    assert bitext is not None
    return [(unit.id, unit.zh, unit.en) for unit in bitext.units]


def test_memory_is_read_with_its_tags_as_marks(tmp_path: Path) -> None:
    assert read(tmp_path, "m.tmx", TMX) == [
        ("a1", "细颗粒物PM⟦1⟧2.5⟦/1⟧浓度⟦2⟧下降⟦/2⟧", "PM⟦1⟧2.5⟦/1⟧ falls"),
        ("2", "扬尘治理", "Dust control"),
    ]


def test_memory_in_utf_16_is_read(tmp_path: Path) -> None:
    text = TMX.replace("UTF-8", "UTF-16")
    assert read(tmp_path, "m.tmx", text.encode("utf-16"))[1] == ("2", "扬尘治理", "Dust control")


def test_segments_of_trados_are_pairs_with_tags_as_marks(tmp_path: Path) -> None:
    assert read(tmp_path, "plan.sdlxliff", XLIFF_1) == [
        ("u1.1", "控制⟦1⟧扬尘⟦/1⟧⟦2/⟧", "Control ⟦1⟧dust⟦/1⟧⟦2/⟧"),
        ("u1.2", "加强监测", "Monitor more"),
        ("u2", "禁止焚烧", "No burning"),
    ]


def test_xliff_2_from_english_is_turned_round(tmp_path: Path) -> None:
    assert read(tmp_path, "plan.xlf", XLIFF_2) == [
        ("1.s1", "下降⟦1⟧5%⟦/1⟧", "Cut by ⟦1⟧5%⟦/1⟧"),
        ("1.s2", "", "Then ⟦1/⟧ more"),
    ]


def unit_1(source: str, target: str | None, attributes: str = "") -> str:
    """A file of version 1.2 with one unit."""
    there = "" if target is None else f"<target>{target}</target>"
    return (
        '<?xml version="1.0"?><xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"'
        ' xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0">'
        '<file source-language="zh-CN" target-language="en"><body>'
        f'<trans-unit id="u" {attributes}><source>{source}</source>{there}</trans-unit></body></file></xliff>'
    )


def unit_2(target: str, more: str = "") -> str:
    """A file of version 2.1 with one unit."""
    return (
        '<?xml version="1.0"?><xliff version="2.1" srcLang="zh" trgLang="en"'
        f' xmlns="urn:oasis:names:tc:xliff:document:2.0"><file id="f"><unit id="u">{more}<segment>'
        f"<source>文字</source><target>{target}</target></segment></unit></file></xliff>"
    )


@pytest.mark.parametrize(
    ("target", "text"),
    [
        ('a<bpt id="1">&lt;b></bpt>c<ept id="1">&lt;/b></ept>d', "a⟦1⟧c⟦/1⟧d"),
        ('a<bx id="7" rid="1"/>c<ex id="8" rid="1"/>d', "a⟦1⟧c⟦/1⟧d"),
        # A half without its other half stands alone, and so do halves that cross another pair.
        ('a<bpt id="1">&lt;b></bpt>c', "a⟦1/⟧c"),
        ('a<ept id="1">&lt;/b></ept>c', "a⟦1/⟧c"),
        ('<bx id="1"/>a<bx id="2"/>b<ex id="1"/>c<ex id="2"/>', "⟦1⟧a⟦2/⟧b⟦/1⟧c⟦3/⟧"),
        ('<g id="1">a<bx id="2"/>b</g>c<ex id="2"/>', "⟦1⟧a⟦2/⟧b⟦/1⟧c⟦3/⟧"),
        # The same tag twice is two tags.
        ('<x id="1"/>a<x id="1"/><g id="1"/><g id="1">b</g>', "⟦1/⟧a⟦2/⟧⟦3⟧⟦/3⟧⟦4⟧b⟦/4⟧"),
        # Remarks on words, comments and instructions of the file keep their places too.
        ('a <mrk mtype="term">b</mrk><!-- c --><?d e?>', "a ⟦1⟧b⟦/1⟧⟦2/⟧⟦3/⟧"),
        # What a change took out is no text.
        ('a <mrk mtype="x-sdl-deleted">b </mrk><mrk mtype="x-sdl-added">c</mrk>', "a ⟦1/⟧⟦2⟧c⟦/2⟧"),
        # What a tag holds is another program's, to its last word.
        ('a<ph id="1">&lt;img alt="<sub>dust</sub>"/></ph>b', "a⟦1/⟧b"),
        # Signs of our own in the text.
        ("a ⟦1⟧ b", "a ⟦1/⟧1⟧ b"),
        ("a &#x27E6;<![CDATA[1]]>⟧", "a ⟦1/⟧1⟧"),
        # Characters however written.
        ("&#956;g &amp; &#x3BC;g <![CDATA[<x> &amp;]]> &lt;&quot;&apos;&gt;", "μg & μg <x> &amp; <\"'>"),
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("\n   a  \n", "a"),
    ],
)
def test_what_stands_in_a_target(tmp_path: Path, target: str, text: str) -> None:
    assert read(tmp_path, "u.xlf", unit_1("文字", target)) == [("u", "文字", text)]


@pytest.mark.parametrize(
    ("target", "text"),
    [
        ('a<sc id="1"/>b<ec startRef="1"/>c', "a⟦1⟧b⟦/1⟧c"),
        ('a<sm id="m"/>b<em startRef="m"/>c', "a⟦1⟧b⟦/1⟧c"),
        ('a<mrk id="m" type="term">b</mrk><ph id="2"/><cp hex="0001"/>', "a⟦1⟧b⟦/1⟧⟦2/⟧⟦3/⟧"),
        ('a<ec id="9" isolated="yes"/>c', "a⟦1/⟧c"),
    ],
)
def test_what_stands_in_a_target_of_version_2(tmp_path: Path, target: str, text: str) -> None:
    assert read(tmp_path, "u.xlf", unit_2(target)) == [("u", "文字", text)]


def test_the_same_tag_has_the_same_mark_on_both_sides(tmp_path: Path) -> None:
    text = unit_1('<g id="1">文</g><x id="2"/>字<bpt id="3">x</bpt>', 'A<bpt id="3">x</bpt> <x id="2"/><g id="1">b</g>')
    assert read(tmp_path, "u.xlf", text) == [("u", "⟦1⟧文⟦/1⟧⟦2/⟧字⟦3/⟧", "A⟦3/⟧ ⟦2/⟧⟦1⟧b⟦/1⟧")]


def test_the_markup_that_marks_stand_for_is_told(tmp_path: Path) -> None:
    definitions = (
        '<header><tag-defs xmlns="http://sdl.com/FileTypes/SdlXliff/1.0"><tag id="5"><bpt name="b">&lt;b&gt;</bpt>'
    )
    head = f"{definitions}<ept>&lt;/b&gt;</ept></tag></tag-defs></header><body>"
    text = unit_1('<g id="5">文</g><g id="6" ctype="x-bold">字</g><ph id="7">&lt;img /&gt;</ph>⟦', None)
    (pair,) = pairs_of(text.replace("<body>", head).encode(), "u.sdlxliff", "sdlxliff")
    assert pair.tags() == {1: "<b>", 2: '<g id="6" ctype="x-bold">', 3: "<img />", 4: "⟦"}
    data = '<originalData><data id="1">&lt;i&gt;</data></originalData>'
    (pair,) = pairs_of(unit_2('<pc id="1" dataRefStart="1">a</pc><ph id="1"/>', data).encode(), "u.xlf", "xliff")
    assert pair.tags() == {1: "<i>", 2: '<ph id="1"/>'}


def test_a_target_that_is_not_cut_like_its_source_is_read_whole(tmp_path: Path) -> None:
    text = XLIFF_1.replace(
        '<target><mrk mtype="seg" mid="1">Control <g id="5">dust</g><x id="6"/></mrk>', "<target>Control."
    )
    text = text.replace('<mrk mtype="seg" mid="2">Monitor more</mrk></target>', "</target>")
    assert read(tmp_path, "u.xlf", text)[0] == ("u1", "控制⟦1⟧扬尘⟦/1⟧⟦2/⟧", "Control.")


def test_ids_that_are_there_twice_are_told_apart(tmp_path: Path) -> None:
    text = XLIFF_1.replace('id="u2"', 'id="u1"').replace('mid="2"', 'mid="1"')
    assert read(tmp_path, "u.xlf", text) == [
        ("u1.1", "控制⟦1⟧扬尘⟦/1⟧⟦2/⟧", "Control ⟦1⟧dust⟦/1⟧⟦2/⟧"),
        ("u1.1-2", "加强监测", "Monitor more"),
        ("u1-2", "禁止焚烧", "No burning"),
    ]


def test_parts_in_other_languages_are_left_out_with_a_word(tmp_path: Path) -> None:
    unit = '<trans-unit id="f"><source>尘</source></trans-unit>'
    part = f'<file source-language="zh" target-language="fr"><body>{unit}</body>'
    path = tmp_path / "u.xlf"
    path.write_text(XLIFF_1.replace("<file ", f"{part}</file><file ", 1), encoding="utf-8")
    bitext = read_bitext(path)
    assert bitext is not None
    assert [unit.id for unit in bitext.units] == ["u1.1", "u1.2", "u2"]
    assert [notice.message.values for notice in bitext.notices] == [{"count": 1}]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030", "gbk"])
def test_any_encoding_that_a_file_names_is_read(tmp_path: Path, encoding: str) -> None:
    named = "utf-8" if encoding == "utf-8-sig" else encoding.removesuffix("-le")
    text = unit_1("扬尘", "dust").replace("?>", f' encoding="{named}"?>', 1)
    assert read(tmp_path, "u.xlf", text.encode(encoding)) == [("u", "扬尘", "dust")]


def test_a_file_without_a_declaration_or_with_a_prefix_is_read(tmp_path: Path) -> None:
    text = unit_1("扬尘", "dust").partition("?>")[2]
    assert read(tmp_path, "u.xlf", text) == [("u", "扬尘", "dust")]
    prefixed = text.replace("xmlns=", "xmlns:x=").replace("<sdl", "<").replace("</", "</x:").replace("<", "<x:")
    assert read(tmp_path, "u.xlf", prefixed.replace("<x:/x:", "</x:")) == [("u", "扬尘", "dust")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (XLIFF_1.replace("zh-CN", "de").replace("en-US", "fr"), "not between Chinese and English"),
        (TMX.replace("</seg>", "", 1), "damaged"),
        (TMX.replace('SYSTEM "tmx14.dtd"', '[<!ENTITY a "b">]'), "document type declaration"),
        (TMX.replace("tmx SYSTEM", "html SYSTEM"), "document type declaration"),
        (BOMB, "document type declaration"),
        ('<?xml version="1.0"?><tmx version="1.4"><body/></tmx>', "holds no pairs"),
        (TMX.replace("falls", "&falls;"), "is damaged (line 8)"),
        (TMX.replace('encoding="UTF-8"', 'encoding="gbk"').replace("falls", "falls\ud83d"), "not in the encoding"),
        (TMX.replace('encoding="UTF-8"', 'encoding="ascii"'), "not in the encoding that it names (ascii)"),
        (TMX.replace('encoding="UTF-8"', 'encoding="klingon"'), "not in the encoding that it names (klingon)"),
        (TMX.replace("falls", "<g>" * 200 + "</g>" * 200), "nested too deeply"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(tmp_path, "bad.tmx", text)
    assert said in str(caught.value)


def test_ordinary_files_are_no_bitext(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("加强扬尘治理。\nControl dust.\n", encoding="utf-8")
    assert read_bitext(path) is None


def rows(*cells: tuple[str, ...]) -> Document:
    made = [
        Paragraph(text, 1 + row * 10 + column, "table", cell=(0, row, column))
        for row, texts in enumerate(cells)
        for column, text in enumerate(texts)
    ]
    return Document("t.docx", "docx", tuple(made))


HEAD = ("No.", "原文", "译文（English）")
BODY = [(str(i), f"第{i}项任务要抓紧落实到位", f"Task {i} shall be carried out without delay") for i in range(1, 6)]


def test_table_of_two_languages_is_pairs_without_its_head() -> None:
    bitext = bitext_of_table(rows(HEAD, *BODY))
    assert bitext is not None
    assert [(unit.zh, unit.en) for unit in bitext.units] == [(zh, en) for _number, zh, en in BODY]


def test_table_of_one_language_or_a_small_one_is_none() -> None:
    assert bitext_of_table(rows(*((a, b, b) for a, b, _c in BODY))) is None
    text = Paragraph("正文很长，表格只是其中的一小部分。" * 40, 99)
    small = rows(*BODY)
    assert bitext_of_table(Document("t.docx", "docx", (*small.paragraphs, text))) is None


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_damaged_files_end_in_a_sentence(tmp_path: Path, data: st.DataObject) -> None:
    source = bytearray(data.draw(st.sampled_from([TMX, XLIFF_1, XLIFF_2])).encode())
    for _change in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(source) - 1))
        source[place : place + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    path = tmp_path / "fuzzed.xlf"
    path.write_bytes(bytes(source))
    with suppress(UnreadableError):
        read_bitext(path)
