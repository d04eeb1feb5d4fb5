"""What can't be done is said in one line, in the user's language, with the right status and never a traceback."""

import argparse
import errno
import io
import os
import re
import sys
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

import drafter.cli.main
from drafter.cli.commands import check, read
from drafter.cli.output import json_line, say
from drafter.cli.parser import build_parser
from drafter.i18n import set_language
from drafter.review import HOUSE_STYLES
from tests.cli.conftest import EN, ZH, Drafter

Pair = tuple[Path, Path]
COMMANDS = (
    "read", "check", "rules", "glossary", "align", "quantities", "fix", "new", "update", "merge", "pack", "unpack",
    "strip", "export", "report", "demo", "batch", "layout", "measures",
)  # fmt: skip


# --- files -----------------------------------------------------------------------------------------------------------


def broken_zip(path: Path) -> None:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as package:
        package.writestr("word/document.xml", "<x/>" * 100)
    path.write_bytes(whole.getvalue()[:60])


def other_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("picture.bin", "x")


def locked(path: Path) -> None:
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le"))


BAD: dict[str, Callable[[Path], object]] = {
    "none.txt": lambda path: None,
    "文件夹": Path.mkdir,
    "空.txt": Path.touch,
    "blank.txt": lambda path: path.write_text(" \n\n\t\n"),
    "改名.txt": lambda path: path.write_bytes(b"%PDF-1.7\n%\xe2\xe3\n1 0 obj"),
    "改名.docx": lambda path: path.write_bytes(b"%PDF-1.7\n%\xe2\xe3\n1 0 obj"),
    "broken.docx": broken_zip,
    "other.docx": other_zip,
    "locked.docx": locked,
    "noise.txt": lambda path: path.write_bytes(bytes(range(128, 256)) * 40),
    "nul.txt": lambda path: path.write_bytes(b"Text\x00text\nand more\n"),
    "half.txt": lambda path: path.write_bytes(b"\xff\xfe" + "Te".encode("utf-16-le") + b"\x3d\xd8x\x00"),
    "line\nfeed\x1b[31m.txt": lambda path: None,
}


@pytest.mark.skipif(sys.platform == "win32", reason="names that Windows can't have")
@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize(
    "words",
    [
        ["read", "{}"],
        ["check", "--zh", "{}"],
        ["check", "--en", "{}", "--zh", "{ok}"],
        ["check", "--mixed", "{}"],
        ["check", "--pairs", "{}", "--format", "jsonl"],
        ["align", "--zh", "{ok}", "--en", "{}"],
        ["quantities", "--en", "{}"],
        ["fix", "--zh", "{ok}", "--en", "{}"],
        ["fix", "--project", "{}"],
        ["new", "--zh", "{ok}", "--en", "{}", "-o", "{out}.drafter"],
        ["export", "--project", "{}", "-o", "{out}.docx"],
        ["export", "--zh", "{}", "--en", "{ok}", "-o", "{out}.docx"],
    ],
)
def test_bad_input(name: str, words: list[str], pair: Pair, tmp_path: Path, drafter: Drafter) -> None:
    path = tmp_path / name
    BAD[name](path)
    places = {"{}": path, "{ok}": pair[0], "{out}.docx": tmp_path / "o.docx", "{out}.drafter": tmp_path / "o.drafter"}
    answer = drafter(*(places.get(word, word) for word in words))
    assert answer.status == 3
    assert answer.out == ""
    assert answer.sentence.endswith((".", "。"))
    assert re.sub(r"[\n\x1b]+", " ", name) in answer.sentence
    assert not list(tmp_path.glob("o.*"))


def test_an_empty_english(pair: Pair, drafter: Drafter) -> None:
    pair[1].write_text("\n\n")
    answer = drafter("check", "--zh", pair[0], "--en", pair[1])
    assert answer.status == 3
    assert pair[1].name in answer.sentence


def test_the_wrong_way_round(pair: Pair, tmp_path: Path, drafter: Drafter) -> None:
    for words in (["check"], ["fix"], ["new", "-o", tmp_path / "a.drafter"], ["export", "-o", tmp_path / "a.docx"]):
        answer = drafter(*words, "--zh", pair[1], "--en", pair[0])
        assert answer.status == 3
        assert "other way round" in answer.sentence
        assert pair[0].name in answer.sentence


@pytest.mark.parametrize("text", [ZH, EN])
def test_two_files_that_are_the_same(text: str, tmp_path: Path, drafter: Drafter) -> None:
    path = tmp_path / "same.txt"
    path.write_text(text, encoding="utf-8")
    assert drafter("check", "--zh", path, "--en", path, "--format", "jsonl").status == 0
    assert drafter("align", "--zh", path, "--en", path).status == 0
    assert drafter("fix", "--zh", path, "--en", path).out.count("\n") == text.count("\n")
    assert drafter("export", "--zh", path, "--en", path, "-o", tmp_path / "a.docx").status == 0


def test_only_chinese_in_both(tmp_path: Path, drafter: Drafter) -> None:
    one, other = tmp_path / "一.txt", tmp_path / "二.txt"
    one.write_text(ZH, encoding="utf-8")
    other.write_text(ZH.replace("120", "130"), encoding="utf-8")
    assert drafter("check", "--zh", one, "--en", other).status == 0


# --- outputs ---------------------------------------------------------------------------------------------------------


def test_no_source_is_written_over(pair: Pair, mixed: Path, project: Path, drafter: Drafter) -> None:
    sources = {path: path.read_bytes() for path in (*pair, mixed, project)}
    zh, en = pair
    for words in (
        ["fix", "--zh", zh, "--en", en, "-o", en],
        ["fix", "--mixed", mixed, "-o", mixed.parent / "." / mixed.name],
        ["check", "--zh", zh, "--format", "jsonl", "-o", zh],
        ["check", "--pairs", mixed, "--format", "jsonl", "-o", mixed],
        ["check", "--project", project, "-o", project],
        ["export", "--project", project, "-o", project],
        ["export", "--zh", zh, "--en", en, "-o", zh],
    ):
        answer = drafter(*words)
        assert answer.status == 2
        assert "choose another name" in answer.sentence
    assert {path: path.read_bytes() for path in sources} == sources


def test_endings_say_what_a_file_is(pair: Pair, tmp_path: Path, drafter: Drafter) -> None:
    answer = drafter("new", "--zh", pair[0], "--en", pair[1], "-o", tmp_path / "a.txt")
    assert answer.status == 2
    assert ".drafter" in answer.sentence
    for name in ("a.docx", "a.DRAFTER", "a.html"):
        answer = drafter("fix", "--en", pair[1], "-o", tmp_path / name)
        assert answer.status == 2
        assert "plain text" in answer.sentence


@pytest.mark.parametrize("place", ["none/o", "blocked/o", "folder", "x" * 300])
def test_nowhere_to_write(place: str, pair: Pair, tmp_path: Path, drafter: Drafter) -> None:
    (tmp_path / "blocked").touch()
    for ending in (".txt", ".docx", ".html", ".drafter"):
        (tmp_path / f"folder{ending}").mkdir()
    for words, ending in (
        (["fix"], ".txt"), (["export"], ".docx"), (["export"], ".html"), (["new"], ".drafter"),
        (["check", "--format", "jsonl"], ".txt"), (["check", "--format", "html"], ".html"),
    ):  # fmt: skip
        answer = drafter(*words, "--en", pair[1], "-o", f"{tmp_path / place}{ending}")
        assert answer.status == 3
        assert answer.out == ""
        assert "Errno" not in answer.sentence


# --- usage -----------------------------------------------------------------------------------------------------------

WRONG = (
    ["nonsense"],
    ["check"],
    ["check", "--zh"],
    ["check", "--zh", "a", "--mixed", "b"],
    ["check", "--project", "a", "--en", "b"],
    ["check", "--nonsense"],
    ["check", "--zh", "a", "--form", "jsonl"],
    ["check", "--zh", "a", "--format", "pdf"],
    ["check", "--zh", "a", "--format", "html"],
    ["check", "--zh", "a", "--fail-on", "awful"],
    ["check", "--pairs", "a"],
    ["check", "--pairs", "a", "--zh", "b", "--format", "jsonl"],
    ["read"],
    ["read", "a", "b"],
    ["read", "a", "--view", "both"],
    ["align", "--zh", "a"],
    ["align", "--zh", "a", "--en", "b", "--level", "word"],
    ["quantities"],
    ["fix"],
    ["fix", "--level", "all", "--en", "a"],
    ["new", "--zh", "a"],
    ["new", "-o", "a.drafter"],
    ["export", "--en", "a"],
    ["export", "--en", "a", "-o", "b", "--layout", "poster"],
    ["export", "--en", "a", "-o", "b", "--track-changes=1"],
    ["--lang"],
    ["--lang", "fr", "read", "a"],
    ["read", "a", "--lang", "fr"],
    ["--lang", "en"],
)


@pytest.mark.parametrize("words", WRONG)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_bad_usage(words: list[str], language: str, drafter: Drafter, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LANG"):
        monkeypatch.setenv(name, "zh_CN.UTF-8" if language == "zh" else "C.UTF-8")
    answer = drafter(*words)
    assert answer.status == 2
    assert answer.out == ""
    assert answer.sentence.startswith("drafter")
    if language == "zh" and words != ["--lang", "en"]:
        assert english_in([answer.sentence]) <= EXPECTED


def english_in(lines: Iterable[str]) -> set[str]:
    """Give the English words of some lines: neither names of options, commands and values, nor quotations."""
    words: set[str] = set()
    for line in lines:
        bare = re.sub(r"-{1,2}[a-z][a-z-]*|'[^']*'|“[^”]*”|\.[a-z]+\b|\{[^}]*\}", " ", line)
        words.update(re.findall(r"[A-Za-z][A-Za-z’']+", bare))
    return words


# Names of the program, its commands and formats, and the values that are typed as they stand here.
EXPECTED = {
    "drafter", *COMMANDS, "nonsense", "pdf", "jsonl", "html", "table", "awful", "both", "word", "poster", "all", "fr",
    "final", "original", "paragraph", "sentence", "safe", "suggested", "minor", "major", "critical", "zh", "en",
    "interleaved", "HTML", "Tesseract", "PDF", "XLIFF", "strict", "quiet", "spacing", "number", "value", "xlsx",
    "CO", "PM", "SKOS", "YAML", "plan", *HOUSE_STYLES,
}  # fmt: skip


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_chinese_throughout(command: str, drafter: Drafter) -> None:
    answer = drafter(*filter(None, ["--lang", "zh", command, "--help"]))
    assert answer.status == 0
    assert answer.err == ""
    found = english_in(answer.out.splitlines())
    names = {"Drafter", "Word", "JSON", "GB", "gb", "docx", "none", "gbt", "plain", "FILE", "build", "demo", "MQM"}
    assert found <= EXPECTED | names


def test_every_command_has_its_help(drafter: Drafter) -> None:
    overview = drafter("--help").out
    for command in COMMANDS:
        assert re.search(rf"^    {command} ", overview, re.MULTILINE)
        answer = drafter(command, "--help")
        assert answer.status == 0
        assert "--lang" in answer.out
    assert drafter("--version").out.startswith("drafter ")


@pytest.mark.parametrize(
    ("words", "chinese"),
    [
        (["--lang", "zh", "read", "none.txt"], True),
        (["read", "--lang=zh", "none.txt"], True),
        (["read", "none.txt", "--lang", "zh"], True),
        (["--lang", "en", "read", "none.txt", "--lang", "zh"], True),
        (["--lang", "zh", "read", "none.txt", "--lang=en"], False),
        (["read", "none.txt"], False),
    ],
)
def test_language(words: list[str], chinese: bool, drafter: Drafter) -> None:
    assert bool(re.search("[一-鿿]", drafter(*words).sentence)) == chinese


def test_language_of_the_system(drafter: Drafter, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert "没有" in drafter("read", "none.txt").sentence or re.search("[一-鿿]", drafter("read", "none.txt").sentence)
    assert not re.search("[一-鿿]", drafter("read", "none.txt", "--lang", "en").sentence)


def test_the_parser_speaks_what_the_catalogue_has() -> None:
    set_language("zh")
    usage = build_parser().format_usage()
    set_language("en")
    assert not usage.startswith("usage")


# --- the unexpected --------------------------------------------------------------------------------------------------


def test_an_unexpected_error(pair: Pair, drafter: Drafter, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def fail(_chosen: argparse.Namespace) -> int:
        raise ZeroDivisionError("a secret of the text")

    monkeypatch.setattr(read, "run", fail)
    answer = drafter("read", pair[0])
    assert answer.status == 3
    assert "ZeroDivisionError" in answer.sentence
    assert "secret" not in answer.sentence
    (log,) = re.findall("“(.*drafter.log)”", answer.sentence)
    assert "ZeroDivisionError: a secret of the text" in Path(log).read_text(encoding="utf-8")
    assert Path(log).is_relative_to(Path(os.environ["HOME"]).parent)

    def unwritable(*_: object, **__: object) -> Path:
        raise PermissionError

    monkeypatch.setattr("platformdirs.user_log_path", unwritable)
    assert "“”" in drafter("read", pair[0]).sentence


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (KeyboardInterrupt(), 130, "Stopped."),
        (BrokenPipeError(errno.EPIPE, "gone"), 0, ""),
        (OSError(errno.ENOSPC, "No space left"), 3, "can't be written: No space left"),
        (MemoryError(), 3, "MemoryError"),
        (RecursionError(), 3, "RecursionError"),
    ],
)
def test_work_that_ends_early(
    error: BaseException, status: int, words: str, pair: Pair, drafter: Drafter, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_chosen: argparse.Namespace) -> int:
        raise error

    monkeypatch.setattr(check, "run", fail)
    answer = drafter("check", "--en", pair[1])
    assert answer.status == status
    assert words in (answer.sentence if words else answer.err)


def test_no_window_where_there_is_no_screen(drafter: Drafter, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(drafter_main, "_has_display", lambda: False)
    assert drafter().status == 0
    assert (tmp_path / "build" / "demo" / "verdict.html").exists()


def test_no_window_where_qt_does_not_load(drafter: Drafter, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(drafter_main, "_has_display", lambda: True)
    monkeypatch.setitem(sys.modules, "drafter.gui.app", None)
    answer = drafter()
    assert answer.status == 0
    assert "window can't open" in answer.sentence


drafter_main = drafter.cli.main


# --- streams ---------------------------------------------------------------------------------------------------------


class Console(io.TextIOWrapper):
    """A stream in an encoding, whose bytes can be looked at."""

    def __init__(self, encoding: str) -> None:
        self.bytes = io.BytesIO()
        super().__init__(self.bytes, encoding=encoding)


@pytest.mark.parametrize(("encoding", "escaped"), [("utf-8", False), ("cp936", True), ("ascii", True)])
def test_json_in_any_console(encoding: str, escaped: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Console(encoding))
    line = json_line({"text": "一³𫚖"})
    assert line.isascii() == escaped
    assert json_line({"text": "\ud800"}) == '{"text": "\\ud800"}'


def test_a_sentence_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    say("a\nb\r\nc\u2028d\x1b[0m e")
    assert capsys.readouterr().err == "a b c d [0m e\n"


def test_an_output_that_was_closed(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert drafter_main.main(["check", "--en", str(pair[1])]) == 0
    sys.stdout.close()
