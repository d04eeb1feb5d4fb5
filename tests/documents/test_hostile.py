"""Files made to exhaust, mislead or reach out, of every format but .docx: refused in a sentence, or read as what they show.

Each row of the table is tried with every format that can hold it; what costs most is measured in a process of its own.
"""
# ruff: noqa: E501 -- markup is shown as it stands

import io
import subprocess
import sys
import warnings
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import pytest

from drafter.documents import UnreadableError, limits
from tests.documents.builders import Reading, packed, told
from tests.documents.pages import ofd_parts, pdf, text_object
from tests.documents.test_odt import p as odt_p
from tests.documents.test_odt import parts as odt_parts
from tests.yardstick import allowed

Parts = dict[str, str | bytes]
PACKAGES: Final[dict[str, tuple[Parts, str]]] = {
    "odt": (odt_parts(odt_p("正文在这里。")), "content.xml"),
    "ofd": (ofd_parts([text_object(30, 50, "正文在这里。")]), "Doc_0/Pages/Page_0/Content.xml"),
}
"""The parts of a sound package, and the one that holds its text."""

every_package = pytest.mark.parametrize("kind", PACKAGES)


def changed(kind: str, more: Mapping[str, str | bytes]) -> bytes:
    return packed({**PACKAGES[kind][0], **more})


def with_text(kind: str, old: str, new: str) -> bytes:
    parts, main = PACKAGES[kind]
    assert old in str(parts[main])
    return packed({**parts, main: str(parts[main]).replace(old, new, 1)})


def refused(reading: Reading, data: bytes, name: str, words: str) -> None:
    with pytest.raises(UnreadableError, match=words) as caught:
        reading.file(data, name)
    assert "\n" not in str(caught.value)


@every_package
def test_a_sound_package(reading: Reading, kind: str) -> None:
    assert [one.text for one in reading.file(changed(kind, {}), f"a.{kind}").paragraphs] == ["正文在这里。"]


@every_package
def test_bombs(reading: Reading, kind: str) -> None:
    refused(reading, changed(kind, {"big.xml": b" " * (limits.PART_BYTES + 1)}), f"a.{kind}", "unpacks to far more")
    refused(reading, changed(kind, {"dense.xml": b" " * 40_000_000}), f"a.{kind}", "unpacks to far more")
    many = {f"{number}.xml": "" for number in range(limits.ZIP_ENTRIES + 1)}
    refused(reading, changed(kind, many), f"a.{kind}", "more than 2000 parts")


@every_package
def test_declared_sizes_that_lie(reading: Reading, kind: str) -> None:
    parts, main = PACKAGES[kind]
    data = bytearray(packed({**parts, main: b" " * 40_000_000}))
    real = (40_000_000).to_bytes(4, "little")
    while (place := data.find(real)) >= 0:
        data[place : place + 4] = (1000).to_bytes(4, "little")
    refused(reading, bytes(data), f"a.{kind}", "damaged|unpacks to far more")


@every_package
@pytest.mark.parametrize("name", ["../x.xml", "/x.xml", "a\\b.xml", "C:x.xml"])
def test_part_names_that_climb(reading: Reading, kind: str, name: str) -> None:
    refused(reading, changed(kind, {name: "<a/>"}), f"a.{kind}", "misleading part names")


@every_package
def test_two_parts_of_one_name(reading: Reading, kind: str) -> None:
    parts, main = PACKAGES[kind]
    buffer = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w") as archive:
        warnings.simplefilter("ignore")
        for name, content in (*parts.items(), (main.upper(), "<a/>")):
            archive.writestr(name, content)
    refused(reading, buffer.getvalue(), f"a.{kind}", "misleading part names")


@every_package
def test_entities(reading: Reading, kind: str) -> None:
    parts, main = PACKAGES[kind]
    text = str(parts[main])
    for entity in ('<!ENTITY a SYSTEM "file:///etc/passwd">', '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">'):
        doctype = f"<!DOCTYPE x [{entity}]>{text}"
        refused(reading, packed({**parts, main: doctype}), f"a.{kind}", "document type declaration")
        refused(reading, packed({**parts, main: doctype.encode("utf-16")}), f"a.{kind}", "document type declaration")


@every_package
def test_deep_nesting(reading: Reading, kind: str) -> None:
    tag = "text:span" if kind == "odt" else "ofd:PageBlock"
    place = "正文在这里。" if kind == "odt" else "<ofd:Layer>"

    def nested(depth: int) -> bytes:
        return with_text(kind, place, place + f"<{tag}>" * depth + f"</{tag}>" * depth)

    assert reading.file(nested(200), f"a.{kind}").paragraphs[0].text == "正文在这里。"
    refused(reading, nested(10_000), f"a.{kind}", "damaged inside|nested too deeply")


@every_package
def test_illegal_characters(reading: Reading, kind: str) -> None:
    refused(reading, with_text(kind, "在", "&#1;"), f"a.{kind}", "damaged inside .* line 1")


@every_package
def test_a_large_tree_in_a_small_part(reading: Reading, kind: str) -> None:
    parts, main = PACKAGES[kind]
    data = packed({**parts, main: b"<r>" + b"<a b='1' c='2' d='3' e='4'/>" * 1_500_000 + b"</r>"})
    refused(reading, data, f"a.{kind}", "too large|unpacks to far more")


def test_what_an_odt_points_to_is_not_fetched(reading: Reading) -> None:
    # The house's own guard fails the test at the first connection.
    link = 'xlink:href="http://192.0.2.1/x" xmlns:xlink="http://www.w3.org/1999/xlink"'
    body = (
        f"<text:section><text:section-source {link}/>" + odt_p("缓存的文字") + "</text:section>"
        + odt_p(f"<text:a {link}>链接</text:a><draw:frame><draw:image {link}/></draw:frame>")
        + odt_p(f"<draw:frame><draw:object {link}/></draw:frame>对象")
    )  # fmt: skip
    document = reading.file(packed(odt_parts(body)), "a.odt")
    assert [one.text for one in document.paragraphs] == ["缓存的文字", "链接", "对象"]
    assert "Embedded objects left out: 1" in told(document)
    assert "Pictures left out: 1" in told(document)


def test_macros_of_an_odt_are_told(reading: Reading) -> None:
    document = reading.file(changed("odt", {"Basic/Standard/Module1.xml": "<a/>"}), "a.odt")
    assert "holds macros" in told(document)


def test_locked_packages(reading: Reading) -> None:
    manifest = "<m:manifest xmlns:m='x'><m:encryption-data/></m:manifest>"
    refused(reading, changed("odt", {"META-INF/manifest.xml": manifest}), "a.odt", "password")
    refused(reading, changed("ofd", {"Encryptions.xml": "<a/>"}), "a.ofd", "password")


def test_what_a_pdf_starts_or_points_to_is_left_alone(reading: Reading) -> None:
    action = "/AA<</O<</S/JavaScript/JS(app.alert\\(1\\))>>>>/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(http://192.0.2.1/)>>>>]"
    document = reading.file(pdf([[(70, 700, 12, "only its words")]], more=action), "a.pdf")
    assert [one.text for one in document.paragraphs] == ["only its words"]


def test_fields_and_objects_of_an_rtf_are_never_run(reading: Reading) -> None:
    content = (
        r"{\rtf1\ansi{\field{\*\fldinst DDEAUTO cmd /c calc}{\fldrslt shown}} {\field{\*\fldinst INCLUDETEXT http://192.0.2.1/x}{\fldrslt too}}"
        r"{\object\objautlink{\*\objdata 0105}{\result object}}\par}"
    )
    document = reading.file(content.encode(), "a.rtf")
    assert document.paragraphs[0].text == "shown tooobject"
    assert "fetch from or start other programs: 2" in told(document)
    assert "Embedded objects left out: 1" in told(document)


def shared_text() -> bytes:
    content = zlib.compress(b"BT /F1 12 Tf 70 700 Td\n" + b"(some words) Tj " * 6000 + b"ET")
    return pdf([[]] * 800, content=content).replace(b"<</Length", b"<</Filter/FlateDecode/Length")


HOSTILE: Final[dict[str, tuple[str, Callable[[], bytes]]]] = {
    "one line of text": ("txt", lambda: "各县区要加强组织领导，".encode() * 1_500_000),
    "a million lines": ("txt", lambda: b"a\n" * 999_999),
    "nothing but marks": ("md", lambda: b"# |\n" * 900_000),
    "controls": ("txt", lambda: b"\x1b[31m" * 9_000_000),
    "paragraphs": ("html", lambda: b"<html><body>" + "<p>正文，很长的一页。</p>".encode() * 199_000),
    "one attribute": ("html", lambda: b"<html><body><p class='" + b"a " * 20_000_000 + b"'>x</p>"),
    "many attributes": ("html", lambda: b"<html><body><p " + b" ".join(b"a%d" % number for number in range(2_000_000)) + b">x</p>"),
    "spans": ("html", lambda: b"<html><body><table><tr>" + b"<td rowspan=1000 colspan=1000>1</td>" * 100_000),
    "lines": ("html", lambda: b"<html><body><pre>" + "字\n".encode() * 9_000_000),
    "groups": ("rtf", lambda: b"{\\rtf1" + b"{\\b a}" * 900_000 + b"}"),
    "characters": ("rtf", lambda: b"{\\rtf1" + b"\\u20013?" * 900_000 + b"}"),
    "cells": ("rtf", lambda: b"{\\rtf1\\trowd" + b"\\intbl a\\cell" * 300_000 + b"}"),
    "repeated cells": ("odt", lambda: packed(odt_parts("<table:table><table:table-row table:number-rows-repeated='999999'><table:table-cell table:number-columns-repeated='999999'>" + odt_p("x") + "</table:table-cell></table:table-row></table:table>"))),
    "spaces": ("odt", lambda: packed(odt_parts(odt_p("a<text:s text:c='999999999'/>" * 30_000)))),
    "glyphs": ("ofd", lambda: packed(ofd_parts([text_object(30, 50, "字" * 900_000)] * 4))),
    "rulings": ("ofd", lambda: packed(ofd_parts(["<ofd:PathObject Boundary='0 0 9 9'><ofd:AbbreviatedData>M 0 0 L 200 0</ofd:AbbreviatedData></ofd:PathObject>" * 40_000 + text_object(30, 50, "字")] * 4))),
    "a page of text on all": ("pdf", shared_text),
    "a page that draws": ("pdf", lambda: pdf([[]], content=b"0 0 9 1 re f " * 1_500_000)),
    "a page that opens": ("pdf", lambda: pdf([[]], content=b"q " * 4_000_000)),
}  # fmt: skip
_MEASURE: Final = (
    "import json, resource, sys; from pathlib import Path; from drafter.documents import UnreadableError, read_document\n"
    "try: read_document(Path(sys.argv[1])); said = ''\n"
    "except UnreadableError as error: said = str(error)\n"
    "both = [resource.getrusage(one) for one in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]\n"
    # What the system tells of the process itself counts the one that started it, too.
    "own = int(Path('/proc/self/status').read_text().partition('VmHWM:')[2].split()[0])\n"
    "print(json.dumps([sum(one.ru_utime + one.ru_stime for one in both), max(own, both[1].ru_maxrss) // 1024, said]))"
)


@pytest.mark.skipif(sys.platform != "linux", reason="time and memory are told otherwise here")
@pytest.mark.parametrize("what", HOSTILE)
def test_time_and_memory(tmp_path: Path, what: str) -> None:
    import json

    ending, make = HOSTILE[what]
    path = tmp_path / f"a.{ending}"
    path.write_bytes(make())
    done = subprocess.run([sys.executable, "-c", _MEASURE, str(path)], capture_output=True, check=True, text=True)
    seconds, megabytes, said = json.loads(done.stdout)
    assert seconds < allowed(7)
    assert megabytes < 500
    assert said.startswith("“a.") or not said
