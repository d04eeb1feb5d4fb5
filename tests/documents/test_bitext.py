"""Bilingual files as pairs: memories, XLIFF of every make, tables."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.documents import UnreadableError
from drafter.documents.bitext import read_bitext
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


def read(folder: Path, name: str, text: str | bytes) -> list[tuple[str, str, str]]:
    path = folder / name
    path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    bitext = read_bitext(path)
    assert bitext is not None
    return [(unit.id, unit.zh, unit.en) for unit in bitext.units]


def test_memory_is_read_with_its_text_and_without_its_codes(tmp_path: Path) -> None:
    assert read(tmp_path, "m.tmx", TMX) == [
        ("a1", "细颗粒物PM2.5浓度下降", "PM2.5 falls"),
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


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (XLIFF_1.replace("zh-CN", "de").replace("en-US", "fr"), "not between Chinese and English"),
        (TMX.replace("</seg>", "", 1), "damaged"),
        (TMX.replace('SYSTEM "tmx14.dtd"', '[<!ENTITY a "b">]'), "document type declaration"),
        ('<?xml version="1.0"?><tmx version="1.4"><body/></tmx>', "holds no pairs"),
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
