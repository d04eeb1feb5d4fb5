"""Packages made to exhaust, mislead or break their reader."""

import io
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from drafter.documents import UnreadableError
from drafter.documents.package import Package
from tests.documents.builders import (
    MACRO_TYPE,
    Reading,
    docx,
    entries,
    item,
    level,
    numbering,
    p,
    packed,
    relationships,
    told,
)
from tests.documents.docx.everything import everything
from tests.documents.docx.measured import measured, needs_usage


@pytest.mark.parametrize(
    "name", ["../evil.xml", "/etc/evil", "C:evil", "word/../../x", "a\\b.xml", "word\\..\\x", "WORD/document.XML"]
)
def test_misleading_part_names(reading: Reading, name: str) -> None:
    with pytest.raises(UnreadableError, match="misleading part names"):
        reading.file(packed({**entries(p("a")), name: "x"}))


@pytest.mark.filterwarnings("ignore:Duplicate name:UserWarning")
def test_duplicate_part_names(reading: Reading) -> None:
    buffer = io.BytesIO(docx(p("a")))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("word/document.xml", "<x/>")
    with pytest.raises(UnreadableError, match="misleading part names"):
        reading.file(buffer.getvalue())


def test_a_bomb_is_refused_before_it_is_unpacked(reading: Reading) -> None:
    bomb = packed({**entries(p("a")), "word/bomb.xml": b" " * 30_000_000})
    assert len(bomb) < 100_000
    with pytest.raises(UnreadableError, match="unpacks to far more"):
        reading.file(bomb)


@pytest.mark.parametrize(("limit", "value"), [("PART_BYTES", 100), ("PACKAGE_BYTES", 1000)])
def test_sizes(reading: Reading, monkeypatch: pytest.MonkeyPatch, limit: str, value: int) -> None:
    monkeypatch.setattr(f"drafter.documents.limits.{limit}", value)
    with pytest.raises(UnreadableError, match="unpacks to far more"):
        reading.file(docx(p("a" * 200)))


def test_too_many_parts(reading: Reading) -> None:
    many = {**entries(p("a")), **{f"x{i}": "" for i in range(2001)}}
    with pytest.raises(UnreadableError, match="more than 2000 parts"):
        reading.file(packed(many))


def test_declared_sizes_may_lie(reading: Reading) -> None:
    data = bytearray(packed({**entries(p("a")), "word/document.xml": b" " * 50_000 + b"<a/>"}))
    real = struct.pack("<I", 50_004)
    assert data.count(real) == 2
    with pytest.raises(UnreadableError):
        reading.file(bytes(data).replace(real, struct.pack("<I", 10)))


def test_reading_counts_over_all_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    package = Package(packed({"a": "x" * 60, "b": "x" * 60}), "a.docx")
    monkeypatch.setattr(package, "_budget", 100)
    assert len(package.read("a")) == 60
    with pytest.raises(UnreadableError, match="unpacks to far more"):
        package.read("b")


def test_locked_and_oddly_packed_parts(reading: Reading) -> None:
    data = bytearray(docx(p("a")))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(mark)
        while place >= 0:
            data[place + offset] |= 1
            place = data.find(mark, place + 4)
    with pytest.raises(UnreadableError, match="password"):
        reading.file(bytes(data))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_LZMA) as archive:
        for name, content in entries(p("a")).items():
            archive.writestr(name, content)
    with pytest.raises(UnreadableError, match="damaged"):
        reading.file(buffer.getvalue())


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x SYSTEM "http://localhost:1/x.dtd">',
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_document_types_are_refused(reading: Reading, declaration: str, encoding: str) -> None:
    parts: dict[str, str | bytes] = dict(entries(p("a")))
    text = str(parts["word/document.xml"]).replace("UTF-8", encoding).replace("?>", "?>" + declaration, 1)
    parts["word/document.xml"] = text.encode(encoding)
    with pytest.raises(UnreadableError, match="document type declaration"):
        reading.file(packed(parts))


def test_too_many_tags(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("drafter.documents.limits.TAGS", 20)
    with pytest.raises(UnreadableError, match="too large"):
        reading.body(p("a") * 20)


@pytest.mark.parametrize("character", ["&#1;", "&#xD800;", "&#xFFFE;", "\x01", "&undeclared;", "&#x110000;"])
def test_characters_that_no_xml_may_hold(reading: Reading, character: str) -> None:
    with pytest.raises(UnreadableError, match=r"word/document\.xml"):
        reading.body("<w:p><w:r><w:t>a</w:t></w:r></w:p>" + p(f"<w:r><w:t>{character}</w:t></w:r>"))


def test_bytes_that_are_no_characters(reading: Reading) -> None:
    parts: dict[str, str | bytes] = dict(entries(p("a")))
    for wrong in (b"\xed\xa0\x80", b"\xff", b"\xc0\x80"):
        parts["word/document.xml"] = (
            str(entries(p("a"))["word/document.xml"]).encode().replace(b">a<", b">" + wrong + b"<")
        )
        with pytest.raises(UnreadableError, match=r"word/document\.xml"):
            reading.file(packed(parts))


def test_broken_parts_are_named(reading: Reading) -> None:
    for kind in ("styles", "numbering", "footnotes", "comments"):
        parts = entries(p("a"), {kind: ""})
        parts[f"word/{kind}.xml"] = "<w:oops>"
        with pytest.raises(UnreadableError, match=f"word/{kind}.xml"):
            reading.file(packed(parts))


def test_broken_relationships_are_tolerated(reading: Reading) -> None:
    parts = entries(p("a"))
    parts["word/_rels/document.xml.rels"] = relationships(
        {"styles": "NULL", "image": "../media/1.png", "hyperlink": "#x"}
    )
    document = reading.file(packed(parts))
    assert document.paragraphs[0].text == "a"
    assert "missing: media/1.png, word/NULL" in told(document)


def test_lost_pointers_are_found_by_their_usual_names(reading: Reading) -> None:
    parts = entries(item("a"), {"numbering": numbering(level(0, "%1."))})
    for name in ("_rels/.rels", "word/_rels/document.xml.rels", "[Content_Types].xml"):
        del parts[name]
    assert reading.file(packed(parts)).paragraphs[0].text == "1. a"


@pytest.mark.parametrize(
    "kind",
    ["image", "attachedTemplate", "oleObject", "frame", "subDocument", "settings", "header", "footnotes", "aFChunk"],
)
def test_links_outside_are_counted_and_not_followed(reading: Reading, kind: str) -> None:
    """Any connection would fail the test (tests/conftest.py), and no such file is on this machine."""
    for target in ("http://localhost:1/x", "//nowhere/share/x", "file:///etc/passwd"):
        document = reading.file(docx(p("a"), external={kind: target, "hyperlink": "http://x"}))
        assert [one.text for one in document.paragraphs] == ["a"]
        assert "not followed: 1" in told(document)


def test_macros_signatures_and_protection_are_told(reading: Reading) -> None:
    parts = entries(p("a"), {"settings": "<w:documentProtection/>"}, main_type=MACRO_TYPE)
    words = told(reading.file(packed({**parts, "word/vbaProject.bin": "x", "_xmlsignatures/a.xml": "x"}), "a.docm"))
    assert "macros" in words
    assert "signed" in words
    assert "protected" in words
    assert "macros" in told(reading.file(packed(parts), "a.docm"))


def test_a_word_document_under_another_ending(reading: Reading) -> None:
    document = reading.file(docx(p("a")), "a.txt")
    assert document.format == "docx"
    assert "is a Word document" in told(document)


def test_nothing_is_written_to_disk(tmp_path: Path) -> None:
    Reading(tmp_path).body(p("a"))
    assert [one.name for one in tmp_path.iterdir()] == ["计划.docx"]


QUIET = settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def survives(reading: Reading, data: bytes, name: str = "a.docx") -> None:
    try:
        document = reading.file(data, name)
    except UnreadableError:
        return
    assert document.paragraphs


@QUIET
@given(st.lists(st.tuples(st.integers(0, 9000), st.integers(0, 255)), min_size=1, max_size=8), st.integers(0, 9000))
def test_flipped_bytes_never_break_the_reader(reading: Reading, flips: list[tuple[int, int]], cut: int) -> None:
    data = bytearray(packed(everything()))
    for place, value in flips:
        data[place % len(data)] = value
    survives(reading, bytes(data[: len(data) - cut] if cut % 7 == 0 else data))


@QUIET
@given(st.data())
def test_mangled_xml_never_breaks_the_reader(reading: Reading, data: st.DataObject) -> None:
    parts = everything()
    name = data.draw(st.sampled_from(sorted(key for key, content in parts.items() if isinstance(content, str))))
    text = str(parts[name])
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = start + data.draw(st.integers(0, 30))
        middle = data.draw(st.sampled_from(["", "<w:p/>", "-1", "99999999999999999999", "w:val", "９", "x", "%9", '"']))
        text = text[:start] + middle + text[end:]
    survives(reading, packed({**parts, name: text}))


@QUIET
@given(st.data())
def test_renamed_elements_and_values_never_break_the_reader(reading: Reading, data: st.DataObject) -> None:
    parts = everything()
    name = data.draw(st.sampled_from(sorted(key for key, content in parts.items() if isinstance(content, str))))
    words = [
        "w:p",
        "w:r",
        "w:tbl",
        "w:tc",
        "w:tr",
        "w:sdt",
        "w:lvl",
        "w:num",
        "w:val",
        "w:numId",
        "w:ilvl",
        "w:body",
        "w:t",
        "w:del",
        "w:ins",
        "w:fldChar",
        "w:instrText",
        "w:txbxContent",
        "w:drawing",
        "w:footnoteReference",
        "w:commentRangeStart",
        "w:altChunk",
        "w:sdtContent",
        "mc:Choice",
        "mc:AlternateContent",
        "m:oMath",
        "m:f",
        "m:num",
        "w:ruby",
        "w:vMerge",
        "w:gridSpan",
        "w:framePr",
        "w:rPr",
        "w:pPr",
        "w:comment",
        "w:footnote",
        "w:style",
        "w:basedOn",
        "dgm:relIds",
        "dgm:pt",
        "dgm:cxn",
    ]
    old, new = data.draw(st.sampled_from(words)), data.draw(st.sampled_from(words))
    survives(reading, packed({**parts, name: str(parts[name]).replace(old, new)}))


@QUIET
@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.docx", "a"]))
@example(b"PK\x05\x06" + b"\x00" * 18, "a.docx")
@example(b"\xff\xfe\x00\xd8", "a.txt")
def test_random_bytes_never_break_the_reader(reading: Reading, data: bytes, name: str) -> None:
    survives(reading, data, name)
    survives(reading, b"PK\x03\x04" + data, name)
    survives(reading, "环境".encode("gb18030") * 9 + data, name)


SECONDS = 8  # five on a machine that does nothing else
MEGABYTES = 500


def stored(body: str, parts: dict[str, str] | None = None) -> bytes:
    """A package that is not packed at all: no ratio gives it away."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in entries(body, parts).items():
            archive.writestr(name, content)
    return buffer.getvalue()


def large(kind: str) -> bytes:
    """A file that asks for as much as it may, or for more."""
    if kind == "a part of 300 MB":
        return packed({**entries(p("a")), "word/document.xml": b" " * 300_000_000})
    if kind == "nested tables":
        return docx("<w:tbl><w:tr><w:tc>" * 10_000 + p("a") + "</w:tc></w:tr></w:tbl>" * 10_000)
    if kind == "entities":
        parts: dict[str, str | bytes] = dict(entries(p("a")))
        text = str(parts["word/document.xml"])
        lines = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 12))
        declared = f'<!DOCTYPE x [<!ENTITY e0 "aaaaaaaaaa">{lines}]>'
        parts["word/document.xml"] = text.replace("?>", f"?>{declared}", 1).replace(">a<", ">&e11;<", 1)
        return packed(parts)
    if kind == "notes":
        notes = "".join(f'<w:footnote w:id="{i}">{p("n")}</w:footnote>' for i in range(100_000))
        return stored(p('<w:r><w:footnoteReference w:id="2"/></w:r>' * 350_000), {"footnotes": notes})
    bodies = {
        "paragraphs": ("<w:p/>", 2_900_000, ""),
        "runs": ("<w:r><w:t>a</w:t></w:r>", 1_000_000, "p"),
        "cells": (f"<w:tr>{'<w:tc><w:p/></w:tc>' * 100}</w:tr>", 9800, "tbl"),
    }
    one, times, around = bodies[kind]
    body = one * times
    for name in reversed(around.split()):
        body = f"<w:{name}>{body}</w:{name}>"
    return stored(body + p("end"))


@needs_usage
@pytest.mark.parametrize(
    ("kind", "outcome"),
    [
        ("a part of 300 MB", "refused"),
        ("nested tables", "refused"),
        ("entities", "refused"),
        ("paragraphs", "refused"),
        ("cells", "refused"),
        ("runs", "refused"),
        ("notes", "read"),
    ],
)
def test_the_answer_comes_soon_and_cheaply(tmp_path: Path, kind: str, outcome: str) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(large(kind))
    cost = measured(path)
    assert ("refused" if cost.paragraphs is None else "read") == outcome
    assert cost.seconds <= SECONDS
    assert cost.megabytes <= MEGABYTES
