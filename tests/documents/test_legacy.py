"""Old Word documents: converted by what is on the machine, within limits, leaving nothing behind."""

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

import pytest

from drafter.documents import UnreadableError, converters
from tests.documents.builders import Reading, docx, p, told

OLE = bytes.fromhex("D0CF11E0A1B11AE1") + b"\x00" * 504
DOC = OLE + "WordDocument".encode("utf-16-le")
needs_shell = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are shell scripts")


@pytest.fixture
def programs(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that holds all the programs there are, and a folder for temporary files."""
    folder = tmp_path_factory.mktemp("programs")
    temporary = tmp_path_factory.mktemp("temporary")
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    monkeypatch.setattr(converters, "_libreoffice", lambda: shutil.which("soffice"))
    return folder


def program(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"#!{sys.executable}\nimport os, sys, time, pathlib, subprocess\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


def office(folder: Path, made: bytes) -> None:
    (folder / "made.docx").write_bytes(made)
    program(
        folder,
        "soffice",
        "out = pathlib.Path(sys.argv[sys.argv.index('--outdir') + 1]); out.mkdir()\n"
        "profile = [one for one in sys.argv if one.startswith('-env:UserInstallation=file://')]\n"
        "assert profile and '--headless' in sys.argv, sys.argv\n"
        f"(out / 'document.docx').write_bytes(pathlib.Path({str(folder / 'made.docx')!r}).read_bytes())",
    )


def test_nothing_to_convert_with(reading: Reading, programs: Path) -> None:
    with pytest.raises(UnreadableError, match=r"save it as \.docx"):
        reading.file(DOC, "a.doc")


@needs_shell
@pytest.mark.parametrize("name", ["a.doc", "计划 一.wps", "a.docx"])
def test_libreoffice(reading: Reading, programs: Path, name: str) -> None:
    office(programs, docx(p("正文")))
    document = reading.file(DOC, name)
    assert [one.text for one in document.paragraphs] == ["正文"]
    assert (document.format, document.name, document.data) == ("doc", name, DOC)
    assert "converted with LibreOffice" in told(document)
    assert ("whatever its ending says" in told(document)) == (name == "a.docx")
    assert list(Path(tempfile.gettempdir()).iterdir()) == []


@needs_shell
@pytest.mark.parametrize("name", ["antiword", "catdoc"])
def test_the_others(reading: Reading, programs: Path, name: str) -> None:
    program(programs, "soffice", "sys.exit(1)")
    program(programs, name, "sys.stdout.buffer.write('一\\n二\\n'.encode())")
    document = reading.file(DOC, "a.doc")
    assert [one.text for one in document.paragraphs] == ["一", "二"]
    assert f"converted with {name}" in told(document)
    assert "as plain text" in told(document)


@needs_shell
@pytest.mark.parametrize("made", [b"", b"junk", b"PK\x03\x04", docx("")])
def test_what_was_made_may_be_broken(reading: Reading, programs: Path, made: bytes) -> None:
    office(programs, made)
    program(programs, "antiword", "sys.stdout.buffer.write(b'\\x00\\x01')")
    with pytest.raises(UnreadableError, match="could not be converted with LibreOffice, antiword"):
        reading.file(DOC, "a.doc")


@needs_shell
def test_a_program_that_hangs_is_ended_with_its_children(
    reading: Reading, programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("drafter.documents.limits.CONVERSION_SECONDS", 1)
    mark = programs / "child"
    child = f"import time, pathlib; time.sleep(4); pathlib.Path({str(mark)!r}).touch()"
    program(programs, "soffice", f"subprocess.Popen([sys.executable, '-c', {child!r}]); time.sleep(30)")
    start = time.monotonic()
    with pytest.raises(UnreadableError, match="could not be converted"):
        reading.file(DOC, "a.doc")
    assert time.monotonic() - start < 4
    time.sleep(4)
    assert not mark.exists()
    assert list(Path(tempfile.gettempdir()).iterdir()) == []


def test_locked_documents_are_not_given_to_anybody(reading: Reading, programs: Path) -> None:
    header = b"\xec\xa5\xc1\x00" + b"\x00" * 6 + (0x0100).to_bytes(2, "little") + b"\x00" * 500
    with pytest.raises(UnreadableError, match="password"):
        reading.file(OLE + header + "WordDocument".encode("utf-16-le"), "a.doc")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_broken_documents_never_break_the_reader(reading: Reading) -> None:
    try:
        assert reading.file(DOC + os.urandom(5000), "a.doc").paragraphs
    except UnreadableError:
        return
