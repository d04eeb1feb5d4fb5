"""Starting stays lean: what costs time to import is imported where it is used."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
HEAVY = {
    "charset_normalizer",
    "docx",
    "ftfy",
    "numpy",
    "pint",
    "PySide6",
    "rdflib",
    "sqlite_utils",
    "trafilatura",
    "wordfreq",
}


def imported(module: str) -> set[str]:
    """Give the top-level names of all modules that importing one module loads."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", f"import {module}"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    lines = (line for line in done.stderr.splitlines() if line.startswith("import time:"))
    return {line.rsplit("|", 1)[1].strip().split(".")[0] for line in lines}


@pytest.mark.skipif(importlib.util.find_spec("drafter.cli.main") is None, reason="no command line yet")
def test_the_command_line_loads_nothing_heavy() -> None:
    loaded = imported("drafter.cli.main")
    assert "drafter" in loaded
    assert loaded & HEAVY == set()


def test_the_measure_sees_what_is_loaded() -> None:
    assert "platformdirs" in imported("platformdirs")
