"""Corrections back into the files of translation tools: what was corrected is there, all else is as it was."""

import re
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from drafter.documents.bitext import pairs_of, read_bitext
from drafter.documents.bitext.flow import Flow
from drafter.documents.bitext.pairs import Pair
from drafter.exports.bitext import Correction, Written, corrected_bitext, write_bitext
from drafter.language.marks import MARK, plain
from drafter.model import Document, DrafterError

XLIFF_1 = """\ufeff<?xml version='1.0' encoding='utf-8' standalone="yes"?>
<!-- made by hand -->
<xliff xmlns='urn:oasis:names:tc:xliff:document:1.2' version="1.2" >
 <file original="a &amp; b.docx" source-language="zh-CN" target-language="en-US" datatype="plaintext"><body>
  <trans-unit id="1" approved="yes" xml:space="preserve">
   <source>细颗粒物（PM<g id="1" ctype="x-sub">2.5</g>）浓度下降</source>
   <target state="final"
           state-qualifier='exact-match'>The level ofPM<g id="1" ctype="x-sub">2.5</g> &amp; dust&#160;falls</target>
   <alt-trans match-quality="80"><target>Another</target></alt-trans>
  </trans-unit>
  <trans-unit id="2"><source>禁止焚烧</source>
   <target><![CDATA[No <burning>]]> of<!-- what? --> straw</target></trans-unit>
  <trans-unit id="3"><source>落实<x id="5"/>责任</source></trans-unit>
  <trans-unit id="4"><source xml:lang="zh-CN">到二〇二五年</source><target state="new" xml:lang="en-US"/></trans-unit>
  <trans-unit id="5" translate="no"><source>编号</source><target>No. 7</target></trans-unit>
 </body></file>
</xliff>
<!-- the end -->
"""
SDLXLIFF = """\ufeff<?xml version="1.0" encoding="utf-8"?><xliff xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" \
xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2" sdl:version="1.0">\
<file original="plan.docx" datatype="x-sdlfilterframework2" source-language="zh-CN" target-language="en-GB"><header>\
<tag-defs xmlns="http://sdl.com/FileTypes/SdlXliff/1.0"><tag id="3"><bpt name="b">&lt;b&gt;</bpt>\
<ept name="b">&lt;/b&gt;</ept></tag></tag-defs></header><body>
<trans-unit id="u1"><source><g id="3">控制扬尘。加强监测。</g></source>\
<seg-source><g id="3"><mrk mtype="seg" mid="1">控制扬尘。</mrk>\
<mrk mtype="seg" mid="2">加强监测。</mrk></g></seg-source>\
<target><g id="3"><mrk mtype="seg" mid="1">Control dust。</mrk> \
<mrk mtype="seg" mid="2">Monitor more.</mrk></g></target>\
<sdl:seg-defs><sdl:seg id="1" conf="ApprovedSignOff" origin="tm" percent="100" />\
<sdl:seg id="2" locked="true" conf="Translated" />\
</sdl:seg-defs></trans-unit>
<trans-unit id="u2"><source>落实责任。严格考核。</source>\
<seg-source><mrk mtype="seg" mid="3">落实<x id="9" />责任。</mrk><mrk mtype="seg" mid="4">严格考核。</mrk></seg-source>\
<sdl:seg-defs><sdl:seg id="3" /><sdl:seg id="4" /></sdl:seg-defs></trans-unit>
<trans-unit id="u3"><source>分工。考核。</source>\
<seg-source><mrk mtype="seg" mid="5">分工。</mrk><mrk mtype="seg" mid="6">考核。</mrk></seg-source>\
<target><mrk mtype="seg" mid="5">Duties.</mrk></target>\
<sdl:seg-defs><sdl:seg id="5" conf="Draft" /><sdl:seg id="6" /></sdl:seg-defs></trans-unit>
<trans-unit id="u4"><source>公布。</source><seg-source><mrk mtype="seg" mid="7">公布。</mrk></seg-source>\
<target><mrk mtype="seg" mid="7" /></target><sdl:seg-defs><sdl:seg id="7" /></sdl:seg-defs></trans-unit>
</body></file></xliff>"""
MQXLIFF = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:mq="MQXliff">\r
<file original="plan.docx" source-language="zh-cn" target-language="en-us" datatype="x-memoq"><body>\r
<trans-unit id="1" mq:status="ManuallyConfirmed" mq:segmentguid="a-b">\r
<source xml:space="preserve"><bpt id="1" rid="1">&lt;b&gt;</bpt>控制<ept id="2" rid="1">&lt;/b&gt;</ept>扬尘</source>\r
<target xml:space="preserve"><bpt id="1" rid="1">&lt;b&gt;</bpt>Control\
<ept id="2" rid="1">&lt;/b&gt;</ept> dust</target>\r
<mq:minorversions><mq:historical-unit><source>旧</source><target>Old</target></mq:historical-unit></mq:minorversions>\r
</trans-unit>\r
<trans-unit id="2" mq:status="NotStarted" mq:segmentguid="c-d">\r
<source xml:space="preserve">加强监测</source><target xml:space="preserve"></target></trans-unit>\r
<trans-unit id="3" mq:status="Proofread" mq:locked="locked"><source>公布</source>\
<target>Announce</target></trans-unit>\r
</body></file></xliff>\r
"""
XLIFF_2 = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="zh-Hans" trgLang="en">
<file id="f1"><unit id="u1"><notes><note>Mind &lt;this&gt;</note></notes>
  <segment id="s1" state="final" subState="x:ok"><source>下降<pc id="1">5%</pc></source>
   <target>drop by<pc id="1">5%</pc></target></segment>
  <ignorable><source> </source></ignorable>
  <segment id="s2" state="initial" subState="x:new">
   <source>再<ph id="2"/>降</source>
  </segment>
 </unit>
 <unit id="u2"><segment><source>公布</source><target/></segment></unit>
</file></xliff>
"""
TMX = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header creationtool="x" srclang="zh-CN" segtype="sentence"/><body>
<tu tuid="a" creationid="LI" creationdate="20240101T000000Z" changedate="20240102T000000Z" changeid="WANG">
  <tuv xml:lang="zh-CN"><seg>细颗粒物PM<hi type="sub">2.5</hi></seg></tuv>
  <tuv xml:lang="en-US" changedate="20240102T000000Z"><seg>FineparticlesPM<hi type="sub">2.5</hi></seg></tuv>
</tu>
<tu><tuv xml:lang="en-US"><seg>Control <bpt i="1" x="1">{\\b</bpt>dust<ept i="1">}</ept></seg></tuv>
<tuv xml:lang="zh-CN"><seg>控制<bpt i="1" x="1">{\\b</bpt>扬尘<ept i="1">}</ept></seg></tuv></tu>
<tu tuid="c">
  <tuv xml:lang="zh-CN"><seg>加强<ph x="1">&lt;br/></ph>监测</seg></tuv>
</tu>
</body></tmx>
"""
FILES = {
    "plan.xlf": XLIFF_1,
    "plan.sdlxliff": SDLXLIFF,
    "plan.mqxliff": MQXLIFF,
    "plan2.xlf": XLIFF_2,
    "plan.tmx": TMX,
}
FORMATS = {"xlf": "xliff", "sdlxliff": "sdlxliff", "mqxliff": "mqxliff", "tmx": "tmx"}


def document(name: str, data: bytes | None = None) -> Document:
    return Document(name, FORMATS[name.rpartition(".")[2]], (), FILES[name].encode() if data is None else data)


SIGN = "⟦".encode()


def pairs(document: Document) -> list[Pair]:
    return list(pairs_of(document.data, document.name, document.format))


def texts(document: Document) -> list[tuple[str, str]]:
    return [(pair.text("zh"), pair.text("en")) for pair in pairs(document)]


def content(flow: Flow | None) -> tuple[str, list[bytes]]:
    """Give the words of a text, every ⟦ that is no mark as itself, and its tags."""
    pieces = flow.pieces if flow else ()
    tags = sorted(piece.raw for piece in pieces if MARK.fullmatch(piece.text) and piece.raw != SIGN)
    words = (SIGN.decode() if piece.raw == SIGN else MARK.sub("", piece.text) for piece in pieces)
    return "".join(words).strip(" \t\n"), tags


def write(document: Document, english: Mapping[int, str], time: str = "") -> Written:
    old = texts(document)
    return corrected_bitext(
        document, {(index, "en"): Correction(old[index][1], text, time) for index, text in english.items()}
    )


def changed(name: str, english: Mapping[int, str], time: str = "") -> list[tuple[str, str]]:
    """Give what differs between a file and the same file with corrections, place by place."""
    before, after = FILES[name], write(document(name), english, time).data.decode()
    pieces = [re.split(r"(?<=>)(?=<)|(?<=\n)", text) for text in (before, after)]
    return _differences(*pieces)


def _differences(old: list[str], new: list[str]) -> list[tuple[str, str]]:
    found = []
    while old and new and old[0] == new[0]:
        old, new = old[1:], new[1:]
    while old and new and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    if old or new:
        found.append(("".join(old), "".join(new)))
    return found


# --- what stays -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", FILES)
def test_a_file_without_corrections_keeps_every_byte(name: str) -> None:
    assert write(document(name), {}).data == FILES[name].encode()


@pytest.mark.parametrize("name", FILES)
def test_a_text_written_as_it_was_keeps_every_byte(name: str) -> None:
    """Save CDATA sections and tags of empty elements, which none of these targets but one has."""
    there = {index: en for index, (_zh, en) in enumerate(texts(document(name))) if en and "burning" not in en}
    assert write(document(name), there).data == FILES[name].encode()


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "gb18030", "gbk"])
def test_a_file_keeps_its_encoding(tmp_path: Path, encoding: str) -> None:
    text = TMX.replace("UTF-8", encoding.removesuffix("-be"))
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    own = document("plan.tmx", mark + text.encode(encoding))
    assert write(own, {}).data == own.data
    result = write(own, {0: "Fine particles⟦1⟧2.5⟦/1⟧ ≤ 35 μg/m³ 𫚖"}).data
    new = Document(own.name, own.format, (), result)
    assert texts(new)[0][1] == "Fine particles⟦1⟧2.5⟦/1⟧ ≤ 35 μg/m³ 𫚖"
    start = own.data.index("Fineparticles".encode(encoding)[2:])
    assert result[:start] == own.data[:start]
    assert texts(new)[1:] == texts(own)[1:]
    if encoding == "gbk":
        assert "𫚖" not in result.decode("gbk")
        assert "&#" in result.decode("gbk")


# --- what changes ---------------------------------------------------------------------------------------------------


def test_only_the_words_that_were_corrected_change() -> None:
    text = "The level of PM⟦1⟧2.5⟦/1⟧ & dust\N{NO-BREAK SPACE}falls"
    ((before, after),) = changed("plan.xlf", {0: text})
    assert before.replace("ofPM", "of PM") == after
    assert "&amp; dust&#160;falls" in after
    assert "state-qualifier='exact-match'>" in after


def test_the_content_of_tags_and_states_stays() -> None:
    ((before, after),) = changed("plan.mqxliff", {0: "⟦1⟧Control⟦/1⟧ of dust\nand soot"})
    assert before.replace(" dust<", " of dust\r\nand soot<") == after
    ((before, after),) = changed("plan2.xlf", {0: "drop by ⟦1⟧5%⟦/1⟧"})
    assert before.replace("drop by<", "drop by <") == after
    ((before, after),) = changed("plan.sdlxliff", {0: "Control dust."})
    assert before.replace("dust。", "dust.") == after


def test_a_comment_stays_and_a_section_becomes_text() -> None:
    ((before, after),) = changed("plan.xlf", {1: "No <open> burning of⟦1/⟧ any straw"})
    assert "<![CDATA[No <burning>]]> of<!-- what? --> straw" in before
    assert "<target>No &lt;open&gt; burning of<!-- what? --> any straw</target>" in after


def test_tags_go_where_their_marks_went() -> None:
    ((_before, after),) = changed("plan.tmx", {1: "Dust ⟦1⟧control⟦/1⟧"})
    assert '<seg>Dust <bpt i="1" x="1">{\\b</bpt>control<ept i="1">}</ept>' in after


def test_marks_that_a_correction_lacks_or_invents_do_no_harm() -> None:
    assert changed("plan.tmx", {1: "Control ⟦7⟧soot⟦/7⟧ dust"}) == changed("plan.tmx", {1: "Control soot ⟦1⟧dust⟦/1⟧"})


def test_a_missing_target_comes_behind_its_source_with_its_tags() -> None:
    result = write(document("plan.xlf"), {2: "Fulfil duties"}).data.decode()
    assert result == XLIFF_1.replace("责任</source>", '责任</source><target>Fulfil duties<x id="5"/></target>')


def test_an_empty_target_is_filled_and_called_translated() -> None:
    ((before, after),) = changed("plan.xlf", {3: "By 2025"})
    assert before == '<target state="new" xml:lang="en-US"/>'
    assert after == '<target state="translated" xml:lang="en-US">By 2025</target>'


def test_an_empty_target_of_memoq_is_filled_and_begun() -> None:
    result = write(document("plan.mqxliff"), {1: "Monitor more"}).data.decode()
    assert result == MQXLIFF.replace("NotStarted", "PartiallyEdited").replace(
        '<target xml:space="preserve"></target>', '<target xml:space="preserve">Monitor more</target>'
    )


def test_a_missing_target_of_version_2_comes_into_its_segment() -> None:
    result = write(document("plan2.xlf"), {1: "Drop ⟦1/⟧again", 2: "Announce"}).data.decode()
    assert result == XLIFF_2.replace('state="initial" subState="x:new"', 'state="translated"').replace(
        "降</source>\n", '降</source>\n   <target>Drop <ph id="2"/>again</target>\n'
    ).replace(
        "<segment><source>公布</source><target/>",
        '<segment state="translated"><source>公布</source><target>Announce</target>',
    )


def test_a_target_of_trados_is_cut_like_its_source() -> None:
    result = write(document("plan.sdlxliff"), {2: "Fulfil⟦1/⟧ duties."}).data.decode()
    target = (
        '<target><mrk mtype="seg" mid="3">Fulfil<x id="9" /> duties.</mrk> <mrk mtype="seg" mid="4"></mrk></target>'
    )
    assert result == SDLXLIFF.replace(
        '<sdl:seg-defs><sdl:seg id="3" />', f'{target}<sdl:seg-defs><sdl:seg id="3" conf="Draft" />'
    )


def test_a_segment_that_a_target_of_trados_lacks_comes_behind_the_others() -> None:
    result = write(document("plan.sdlxliff"), {5: "Checks.", 6: "Announce."}).data.decode()
    assert result == SDLXLIFF.replace("Duties.</mrk>", 'Duties.</mrk> <mrk mtype="seg" mid="6">Checks.</mrk>').replace(
        '<mrk mtype="seg" mid="7" />', '<mrk mtype="seg" mid="7">Announce.</mrk>'
    ).replace('<sdl:seg id="6" />', '<sdl:seg id="6" conf="Draft" />').replace(
        '<sdl:seg id="7" />', '<sdl:seg id="7" conf="Draft" />'
    )


def test_a_memory_tells_the_day_where_it_did_and_takes_a_missing_text() -> None:
    time = "2026-03-04T05:06:07.890Z"
    ((before, after),) = changed("plan.tmx", {0: "Fine particles PM⟦1⟧2.5⟦/1⟧"}, time)
    assert (
        before.replace("20240102T000000Z", "20260304T050607Z").replace("FineparticlesPM", "Fine particles PM") == after
    )
    ((_before, after),) = changed("plan.tmx", {2: "Monitor ⟦1/⟧more"}, time)
    assert after == '  <tuv xml:lang="en-US"><seg>Monitor <ph x="1">&lt;br/></ph>more</seg></tuv>\n'


def test_a_prefix_and_an_indent_are_kept() -> None:
    own = XLIFF_1.partition("?>")[2].replace("xmlns=", "xmlns:x=").replace("<", "<x:").replace("<x:/", "</x:")
    own = own.replace("<x:!", "<!").replace("<x:source>落实", "\n\t<x:source>落实")
    result = write(document("plan.xlf", own.encode()), {2: "Fulfil duties⟦1/⟧"}).data.decode()
    assert '责任</x:source>\n\t<x:target>Fulfil duties<x:x id="5"/></x:target>' in result


def test_blanks_at_the_ends_and_characters_that_no_file_holds() -> None:
    own = XLIFF_2.replace("<target>drop", "<target>\n  drop").replace("</pc></target>", "</pc> \n</target>")
    result = write(document("plan2.xlf", own.encode()), {0: " fall\x00\x0bby ⟦1⟧5%⟦/1⟧ "}).data.decode()
    assert '<target>\n  fall\nby <pc id="1">5%</pc> \n</target>' in result


def test_what_is_locked_and_what_is_a_source_is_not_written() -> None:
    own = document("plan.sdlxliff")
    old = texts(own)
    result = corrected_bitext(
        own, {(1, "en"): Correction(old[1][1], "Monitor!"), (0, "zh"): Correction(old[0][0], "控制灰尘。")}
    )
    assert (result.changed, result.locked, result.sources) == (0, 1, 1)
    assert result.data == own.data
    assert write(document("plan.mqxliff"), {2: "Publish"}).locked == 1
    assert write(document("plan.xlf"), {4: "No. 8"}).locked == 1


def test_a_file_from_english_takes_the_chinese() -> None:
    own = XLIFF_2.replace('srcLang="zh-Hans" trgLang="en"', 'srcLang="en" trgLang="zh"')
    own = own.replace("下降<pc", "Drop <pc").replace("drop by<pc", "下降<pc")
    result = corrected_bitext(
        document("plan2.xlf", own.encode()), {(0, "zh"): Correction("下降⟦1⟧5%⟦/1⟧", "降⟦1⟧5%⟦/1⟧")}
    )
    assert result.data.decode() == own.replace("下降<pc", "降<pc")


# --- what is wrong --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("corrections", [{(0, "en"): Correction("Other", "New")}, {(99, "en"): Correction("", "New")}])
def test_corrections_of_another_file_are_refused(
    tmp_path: Path, corrections: dict[tuple[int, str], Correction]
) -> None:
    target = tmp_path / "out.tmx"
    target.write_text("old")
    with pytest.raises(DrafterError, match=r"not those of “plan\.tmx”"):
        write_bitext(document("plan.tmx"), corrections, target)  # type: ignore[arg-type]
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["out.tmx"]


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    target = tmp_path / "out.tmx"
    result = write_bitext(document("plan.tmx"), {(1, "en"): Correction("Control ⟦1⟧dust⟦/1⟧", "Control soot")}, target)
    assert target.read_bytes() == result.data
    bitext = read_bitext(target)
    assert bitext is not None
    assert bitext.units[1].en == "Control ⟦1⟧soot⟦/1⟧"


# --- any edit -------------------------------------------------------------------------------------------------------

LETTERS = st.text(alphabet="ab <>&\"'\n\t\u00a0μ𫚖⟦⟧/1]\r\x00", max_size=12)


@st.composite
def edits(draw: st.DrawFn, text: str) -> str:
    """An edit of any kind: of words or over marks, anywhere, or another text."""
    kind = draw(st.sampled_from(["cut", "words", "new"]))
    if kind == "new":
        return draw(LETTERS)
    if kind == "words":
        return re.sub("[a-z]+", lambda word: draw(st.sampled_from([word.group(), "x", "", "&lt;"])), text)
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, len(text)))
    return text[:start] + draw(LETTERS) + text[end:]


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_any_edit_goes_back_and_changes_nothing_else(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(FILES)))
    own = document(name)
    old = texts(own)
    chosen = data.draw(st.sets(st.integers(0, len(old) - 1), max_size=3))
    english = {index: data.draw(edits(old[index][1])) for index in sorted(chosen)}
    result = write(own, english)
    root = etree.fromstring(result.data, etree.XMLParser(resolve_entities=False, no_network=True))
    assert sum(1 for _node in root.iter()) >= sum(1 for _node in etree.fromstring(own.data).iter())
    before, after = pairs(own), pairs(Document(own.name, own.format, (), result.data))
    for index, (pair, new) in enumerate(zip(before, after, strict=True)):
        assert content(new.source) == content(pair.source)
        words, tags = content(pair.target if pair.text("en") else pair.source)
        if index not in english or pair.locked:
            assert content(new.target) == content(pair.target)
        else:
            words = plain(english[index].replace("\x00", "").replace("\r", "")).strip(" \t\n")
            assert content(new.target) == (words, tags if words.strip() or pair.text("en") else [])


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_damaged_file_is_corrected_or_refused(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(FILES)))
    bytes_ = bytearray(FILES[name].encode())
    for _change in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(bytes_) - 1))
        bytes_[place : place + data.draw(st.integers(0, 4))] = data.draw(st.binary(max_size=3))
    own = document(name, bytes(bytes_))
    with suppress(DrafterError):
        old = pairs(own)
        chosen = [index for index, pair in enumerate(old) if pair.side == "en"][:2]
        result = write(own, {index: old[index].text("en") + " more" for index in chosen})
        new = pairs(Document(own.name, own.format, (), result.data))
        assert len(new) == len(old)
        assert result.changed == 0 or result.data != own.data


def test_another_program_reads_what_was_written(tmp_path: Path) -> None:
    out = tmp_path / "out.xlf"
    out.write_bytes(write(document("plan.xlf"), {1: "No burning", 3: "By the end of 2025"}).data)
    tool = Path(sys.executable).with_name("xliff2po")
    subprocess.run([tool, "--progress=none", str(out), str(tmp_path / "out.po")], check=True, capture_output=True)
    catalogue = (tmp_path / "out.po").read_text(encoding="utf-8")
    assert re.search('msgid "禁止焚烧"\nmsgstr "No burning *"', catalogue)
    assert 'msgid "到二〇二五年"\nmsgstr "By the end of 2025"' in catalogue
