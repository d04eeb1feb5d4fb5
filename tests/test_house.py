"""The house keeps its own rules: floors, licence, and nothing of anybody's machine in what is published."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from ast import get_docstring, parse
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TEXTS = {".cfg", ".in", ".ini", ".json", ".lock", ".md", ".py", ".sh", ".toml", ".txt", ".yaml", ".yml", ""}
# Of the text as the Free Software Foundation publishes it.
GPL3_MD5 = "1ebbd3e34237af26da5dc08a4e440464"


def tracked() -> list[Path]:
    """Give the files that are published."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    listed = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    paths = (ROOT / name for name in os.fsdecode(listed.stdout).split("\0") if name)
    return [path for path in paths if path.is_file()]


def texts() -> list[tuple[Path, str]]:
    """Give the published texts, the samples and other test data left out."""
    left_out = (ROOT / "resources" / "samples", ROOT / "LICENSE")
    return [
        (path.relative_to(ROOT), path.read_text(encoding="utf-8"))
        for path in tracked()
        if path.suffix in TEXTS
        and not any(path.is_relative_to(place) for place in left_out)
        and "data" not in path.parts
    ]


def test_floors() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [*command, "--no-cache"], cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_path_of_a_machine() -> None:
    personal = re.compile(r"(?<![\w.}])(?:/(?:home|Users|root|work|opt|mnt)/\w|[A-Z]:\\+Users\\+\w)")
    found = [f"{path}: {line.strip()}" for path, text in texts() for line in text.splitlines() if personal.search(line)]
    assert found == []


def test_no_index_is_named() -> None:
    host = re.compile(r"https?://|file:|--(?:extra-)?index-url|--find-links|--trusted-host")
    settings = [(path, text) for path, text in texts() if path.suffix in {".cfg", ".in", ".ini", ".lock", ".toml"}]
    assert {path.name for path, _ in settings} >= {"pyproject.toml", "requirements.lock", "requirements-dev.lock"}
    found = [f"{path}: {line}" for path, text in settings for line in text.splitlines() if host.search(line)]
    assert found == []


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_every_locked_version_has_hashes(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    entries = re.findall(r"^([\w.-]+)==(\S+).*\\$((?:\n    --hash=sha256:[0-9a-f]{64}(?: \\)?$)+)", text, re.MULTILINE)
    assert len(entries) == len(re.findall(r"^[\w.-]+==", text, re.MULTILINE))
    assert ("pyside6-essentials", "6.11.3") in {(package, version) for package, version, _ in entries}


def test_licence() -> None:
    text = (ROOT / "LICENSE").read_bytes().replace(b"\r\n", b"\n")
    assert hashlib.md5(text, usedforsecurity=False).hexdigest() == GPL3_MD5
    assert 'license = "GPL-3.0-or-later"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_every_package_says_what_it_is() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in sorted((ROOT / "drafter").rglob("*.py"))
        if not get_docstring(parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_every_folder_of_code_is_a_package() -> None:
    folders = {path.parent for path in (ROOT / "drafter").rglob("*.py")}
    assert [folder.name for folder in sorted(folders) if not (folder / "__init__.py").is_file()] == []


def test_the_lock_keeps_what_kills_old_pythons_out() -> None:
    # From 6.12 on, PySide6 aborts Python 3.11: each call that returns nothing takes a reference from None.
    assert re.search(r'"PySide6-Essentials>=6\.8\.0\.2,<6\.12"', (ROOT / "pyproject.toml").read_text(encoding="utf-8"))
