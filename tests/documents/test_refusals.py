"""Every file that can't be read is refused in one sentence that names it and says what to do."""

import os
from pathlib import Path

import pytest

from drafter.documents import UnreadableError, read_document
from drafter.model import DrafterError
from tests.documents.builders import Reading, content_types, docx, packed, relationships

OLE = bytes.fromhex("D0CF11E0A1B11AE1") + b"\x00" * 600


def office(main: str, part: str) -> bytes:
    return packed(
        {
            "[Content_Types].xml": content_types(main, f"/{part}"),
            "_rels/.rels": relationships({"officeDocument": part}),
            part: "<x/>",
        }
    )


SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
WORD = docx("<w:p><w:r><w:t>text</w:t></w:r></w:p>" * 50)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.docx", b"", "empty"),
        ("a.docx", b"%PDF-1.7\n%\xe2\xe3", "damaged"),
        ("a.txt", b"\n%PDF-1.7\n", "damaged"),
        ("a.pdf", b"%PDF-1.7\n", "damaged"),
        ("a.docx", b"{\\rtf1\\ansi", "shows no text"),
        ("a.rtf", b"{\\rtf1\\ansi", "shows no text"),
        ("a.docx", b"<!DOCTYPE html><html>", "shows no text"),
        ("a.htm", b"\xef\xbb\xbf <HTML>", "shows no text"),
        ("a.docx", b"<?xml version='1.0'?><a/>", "XML"),
        ("a.doc", b"MIME-Version: 1.0\n", "web archive"),
        ("a.doc", OLE + "WordDocument".encode("utf-16-le"), "Word"),
        ("a.docx", OLE + "WordDocument".encode("utf-16-le"), "Word"),
        ("a.xls", OLE + "Workbook".encode("utf-16-le"), "Excel"),
        ("a.ppt", OLE + "PowerPoint Document".encode("utf-16-le"), "PowerPoint"),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        ("a.docx", OLE, "old Office file"),
        ("a.docx", b"\xd0\xcf\x11\xe0", "old Office file"),
        ("a.zip", b"7z\xbc\xaf\x27\x1c", "archive"),
        ("a.docx", b"\x89PNG\r\n\x1a\n", "picture"),
        ("a.docx", b"\x00\x01\x02", "neither a Word document"),
        ("a.txt", b"\x00\x01\x02", "program's data"),
        ("a.docx", b"PK\x03\x04", "damaged"),
        ("a.docx", WORD[: len(WORD) // 2], "damaged"),
        ("a.docx", WORD[:-10], "damaged"),
        ("a.docx", packed({"a.txt": "plan"}), "zip archive"),
        ("a.docx", packed({}), "zip archive"),
        ("a.xlsx", office(SHEET, "xl/workbook.xml"), "Excel"),
        ("a.pptx", office(SLIDES, "ppt/presentation.xml"), "PowerPoint"),
        ("a.vsdx", office("application/vnd.ms-visio.drawing.main+xml", "visio/document.xml"), "not a Word document"),
        ("a.odt", packed({"mimetype": "application/vnd.oasis.opendocument.text"}), "OpenDocument text"),
        ("a.ods", packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "spreadsheet"),
        ("a.epub", packed({"mimetype": "application/epub+zip"}), "e-book"),
        ("a.ofd", packed({"OFD.xml": "<a/>"}), "scan"),
        ("a.docx", docx(""), "shows no text"),
        ("a.docx", docx("<w:p>"), "line 1"),
        ("a.docx", docx("<w:p><w:r><w:t>a&#1;</w:t></w:r></w:p>"), "word/document.xml"),
        ("a.docx", packed({"word/document.xml": "<a/>"}), "no text where"),
    ],
)
def test_refused_in_words(reading: Reading, name: str, data: bytes, words: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        reading.file(data, name)
    sentence = str(caught.value)
    assert words in sentence
    assert f"“{name}”" in sentence
    assert str(reading.folder) not in sentence
    assert "\n" not in sentence
    assert sentence == caught.value.message.template.format(**caught.value.message.values)
    assert isinstance(caught.value, DrafterError)


def test_no_such_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"“无\.txt” was not found"):
        read_document(tmp_path / "无.txt")


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="folder"):
        read_document(tmp_path)
    with pytest.raises(UnreadableError, match="folder"):
        read_document(Path())


@pytest.mark.skipif(os.name == "nt" or os.getuid() == 0, reason="this user may read everything")
def test_no_permission(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("plan")
    path.chmod(0)
    with pytest.raises(UnreadableError, match="may not be opened"):
        read_document(path)


def test_no_permission_told_by_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("plan")

    def refuse(*_args: object, **_options: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UnreadableError, match="may not be opened"):
        read_document(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders here")
def test_a_pipe_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(UnreadableError, match="not a file"):
        read_document(tmp_path / "a.txt")


@pytest.mark.parametrize("name", ["a\x00b.txt", "a" * 5000])
def test_impossible_names(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableError):
        read_document(tmp_path / name)


def test_too_large(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("drafter.documents.limits.FILE_BYTES", 10)
    with pytest.raises(UnreadableError, match="larger than"):
        reading.file(b"x" * 11, "a.txt")


def test_braces_in_a_name_are_only_letters(reading: Reading) -> None:
    with pytest.raises(UnreadableError, match=r"“\{name\}\.docx”"):
        reading.file(b"", "{name}.docx")


@pytest.mark.parametrize("error", [MemoryError, RecursionError])
def test_exhaustion_is_told(reading: Reading, monkeypatch: pytest.MonkeyPatch, error: type[Exception]) -> None:
    def fail(*_args: object) -> None:
        raise error

    monkeypatch.setattr("drafter.documents.reader.read_text", fail)
    with pytest.raises(UnreadableError):
        reading.file(b"plan", "a.txt")
