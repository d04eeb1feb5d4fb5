"""Scanned PDF: told, and recognised where Tesseract is there and somebody says so."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from drafter.documents import ScanError, UnreadableError, read_document
from drafter.documents.pdf import pictures, scans
from tests.documents.builders import told
from tests.documents.pages import pdf

needs_shell = pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")
LINES = [
    (300, 400, [("淮河市", 96), ("空气质量", 93)]),
    (300, 520, [("The", 90), ("plan", 40), ("of", 91), ("the", 93), ("city", 95), ("until", 91), ("2025", 91)]),
    (300, 3350, [("-", 90), ("1", 90), ("-", 90)]),
]


def table() -> str:
    rows = ["level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"]
    for line, (left, top, words) in enumerate(LINES, 1):
        rows.append(f"4\t1\t1\t1\t{line}\t0\t{left}\t{top}\t900\t50\t-1\t")
        for number, (word, sure) in enumerate(words, 1):
            width = 50 * len(word) if not word.isascii() else 25 * len(word)
            rows.append(f"5\t1\t1\t1\t{line}\t{number}\t{left}\t{top}\t{width}\t50\t{sure}\t{word}")
            left += width + (0 if not word.isascii() else 15)
    return "\n".join(rows)


def tesseract(folder: Path, monkeypatch: pytest.MonkeyPatch, then: str) -> None:
    """A program of that name that knows its languages, and then does something with a picture."""
    path = folder / "tesseract"
    path.write_text(
        f"#!{sys.executable}\nimport sys, time\n"
        "if '--list-langs' in sys.argv: print('List of available languages (2):\\nchi_sim\\neng'); sys.exit()\n"
        "picture = sys.stdin.buffer.read()\n"
        "assert picture.startswith(b'P5 2480 3509 255\\n') and len(picture) == 17 + 2480 * 3509, picture[:20]\n"
        f"assert sys.argv[1:5] == ['stdin', 'stdout', '-l', 'chi_sim+eng'], sys.argv\n{then}\n",
        encoding="utf-8",
    )
    path.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "scan.pdf"
    path.write_bytes(pdf([[], []]))
    return path


def test_told_without_tesseract(scan: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ScanError, match=r"is a scan: .*OCR") as caught:
        read_document(scan)
    assert not caught.value.recognisable
    with pytest.raises(ScanError, match="is a scan"):
        read_document(scan, recognise=lambda _done, _all: None)


@needs_shell
def test_offered_where_tesseract_knows_chinese(scan: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    tesseract(tmp_path, monkeypatch, "")
    with pytest.raises(ScanError, match="Tesseract on this computer") as caught:
        read_document(scan)
    assert caught.value.recognisable


@needs_shell
def test_recognised(scan: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    tesseract(tmp_path, monkeypatch, f"print({table()!r})")
    seen: list[tuple[int, int]] = []
    document = read_document(scan, recognise=lambda done, whole: seen.append((done, whole)))
    assert seen == [(1, 2), (2, 2)]
    assert "hard to recognise: 2" in told(document)
    scan.write_bytes(pdf([[]]))
    document = read_document(scan, recognise=lambda _done, _all: None)
    # Its foot, "- 1 -", is a page number.
    assert [one.text for one in document.paragraphs] == ["淮河市空气质量", "The plan of the city until 2025"]
    assert "recognised from pictures" in told(document)
    assert "perhaps scanned" not in told(document)


@needs_shell
def test_the_work_can_be_ended(scan: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    class EndedError(Exception):
        pass

    def end(_done: int, _whole: int) -> None:
        raise EndedError

    tesseract(tmp_path, monkeypatch, f"print({table()!r})")
    with pytest.raises(EndedError):
        read_document(scan, recognise=end)


@needs_shell
@pytest.mark.parametrize(
    ("then", "words"),
    [
        ("time.sleep(30)", "takes too long"),
        ("sys.exit(1)", "is a scan"),
        ("print('level\\tx\\n5\\t1')", "is a scan"),
        ("sys.stdout.buffer.write(b'\\xff\\x00' * 999)", "is a scan"),
        ("print('5' + '\\tnan' * 10 + '\\tword')", "is a scan"),
    ],
)
def test_what_it_gives_may_be_broken(
    scan: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, then: str, words: str
) -> None:
    monkeypatch.setattr("drafter.documents.limits.RECOGNITION_SECONDS", 3)
    tesseract(tmp_path, monkeypatch, then)
    with pytest.raises(UnreadableError, match=words):
        read_document(scan, recognise=lambda _done, _all: None)


def test_a_page_is_drawn_within_bounds() -> None:
    data = pdf([[(70, 700, 12, "words")]])
    drawn = pictures.picture_apart(data, "a.pdf", 1, 2.0)
    assert (drawn.width, drawn.height, drawn.scale) == (595, 842, 2.0)
    assert drawn.dots.startswith(b"P5 1190 1684 255\n")
    assert len(set(drawn.dots[20:])) > 1
    huge = pictures.picture_apart(data.replace(b"[0 0 595 842]", b"[0 0 14000 14000]"), "a.pdf", 1, 4.0)
    assert huge.width == 14_000
    assert huge.scale < 0.5
    assert len(huge.dots) < 41_000_000
    with pytest.raises(UnreadableError, match="Page 9"):
        pictures.picture_apart(data, "a.pdf", 9, 1.0)


def test_only_its_languages_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: "tesseract")

    def listed(command: list[str], **_options: object) -> "subprocess.CompletedProcess[bytes]":
        assert command == ["tesseract", "--list-langs"]
        return subprocess.CompletedProcess(command, 0, b"List of available languages (2):\nchi_sim\nosd\n", b"")

    monkeypatch.setattr(subprocess, "run", listed)
    assert scans.languages() == "chi_sim"

    def late(command: list[str], **_options: object) -> None:
        raise subprocess.TimeoutExpired(command, 5)

    monkeypatch.setattr(subprocess, "run", late)
    assert scans.languages() == ""
