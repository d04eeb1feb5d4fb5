"""The real command in a process of its own: consoles, pipes, paths, and the way from two files to Word."""

import json
import os
import re
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from drafter.resources import resource_path

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = (resource_path("samples", "yunxi", "zh.txt"), resource_path("samples", "yunxi", "en.txt"))


def drafter(*words: object, encoding: str = "utf-8", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program; PYTHONWARNINGS makes whatever Python warns of an error."""
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *map(str, words)],
        env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONWARNINGS": "error", **environment},
        capture_output=True,
        timeout=60,
        check=False,
    )


def test_the_whole_way(tmp_path: Path) -> None:
    """From two files to a project, mended, to Word."""
    folder = tmp_path / "审校 一"
    folder.mkdir()
    project, word, text = folder / "云溪 方案.drafter", folder / "双语 稿.docx", folder / "译文.txt"
    steps = (
        ["new", "--zh", SAMPLE[0], "--en", SAMPLE[1], "-o", project],
        ["fix", "--project", project, "--level", "safe", "-o", text],
        ["export", "--project", project, "--layout", "table", "--style", "gbt9704", "--track-changes", "-o", word],
    )
    for step in steps:
        done = drafter(*step)
        assert done.returncode == 0, done.stderr.decode()
    before = drafter("check", "--zh", SAMPLE[0], "--en", SAMPLE[1], "--format", "jsonl").stdout.count(b"\n")
    assert drafter("check", "--project", project, "--format", "jsonl").stdout.count(b"\n") < before
    with zipfile.ZipFile(word) as package:
        assert b"w:ins " in package.read("word/document.xml")
    assert sorted(path.name for path in folder.iterdir()) == sorted([project.name, word.name, text.name])


@pytest.mark.parametrize("encoding", ["cp936", "ascii", "cp936:strict"])
def test_any_console(encoding: str, tmp_path: Path) -> None:
    """Nothing is fatal, JSON stays JSON, and says the same everywhere."""
    pair = ["--zh", SAMPLE[0], "--en", SAMPLE[1]]
    wanted = drafter("check", *pair, "--format", "jsonl").stdout.decode()
    for words in (["check", *pair], ["align", *pair, "--level", "sentence"], ["fix", *pair]):
        done = drafter("--lang", "zh", *words, encoding=encoding)
        assert done.returncode == 0
        assert b"Traceback" not in done.stderr
        done.stdout.decode(encoding.partition(":")[0])
    done = drafter("check", *pair, "--format", "jsonl", encoding=encoding)
    text = done.stdout.decode(encoding.partition(":")[0])
    assert [json.loads(line) for line in text.splitlines()] == [json.loads(line) for line in wanted.splitlines()]
    odd = tmp_path / "³𫚖.txt"
    done = drafter("read", odd, encoding=encoding)
    assert done.returncode == 3
    assert done.stderr.count(b"\n") == 1


def test_a_chinese_system() -> None:
    environment = {"LANG": "zh_CN.UTF-8", "LANGUAGE": "", "LC_ALL": "", "LC_MESSAGES": ""}
    done = drafter("read", "none.txt", **environment)
    assert re.search("[一-鿿]", done.stderr.decode())
    assert re.search("[一-鿿]", drafter("check", "--help", **environment).stdout.decode())
    assert not re.search("[一-鿿]", drafter("read", "none.txt", "--lang", "en", **environment).stderr.decode())


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
@pytest.mark.parametrize("words", [["check", "--zh", SAMPLE[0], "--en", SAMPLE[1]], ["read", SAMPLE[1]]])
def test_a_reader_who_has_seen_enough(words: list[object]) -> None:
    program = subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), *map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert program.stdout
    assert program.stderr
    program.stdout.close()
    errors = program.stderr.read()
    program.stderr.close()
    assert program.wait() == 0
    assert b"Traceback" not in errors
    assert b"BrokenPipe" not in errors


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
def test_an_output_that_is_full() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, str(ROOT / "main.py"), "read", str(SAMPLE[1])],
            stdout=full, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    assert done.returncode == 3
    assert done.stderr.count(b"\n") == 1
    assert b"can't be written" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_control_c(tmp_path: Path) -> None:
    long = tmp_path / "long.txt"
    long.write_text("The loss ofPM2.five fell by 10% in 12 towns.\n" * 60_000, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "check", "--en", str(long)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # What is started in the background ignores the signal, and so would all that it starts.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as program:
        time.sleep(1.5)
        program.send_signal(signal.SIGINT)
        out, errors = program.communicate(timeout=30)
    assert program.returncode == 130
    assert out == b""
    assert errors == b"Stopped.\n"


def test_statuses() -> None:
    assert drafter("check", "--en", SAMPLE[1], "--fail-on", "minor").returncode == 1
    assert drafter("check").returncode == 2
    assert drafter("check", "--en", "none.txt").returncode == 3
    assert drafter("--version").returncode == 0
