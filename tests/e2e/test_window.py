"""The real window on a real (virtual) screen, through the days of the three people."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from drafter.resources import resource_path

_ROOT = Path(__file__).parents[2]
_CORPUS = Path(os.environ.get("DRAFTER_CORPUS") or _ROOT.parent / "shared" / "corpus")
_PAIRS = {"sample": resource_path("samples", "yunxi"), "hunan": _CORPUS / "hunan"}
_LONGEST = 120  # s; it takes about five


@pytest.mark.skipif(not shutil.which("xvfb-run"), reason="no virtual screen on this machine")
@pytest.mark.parametrize("name", _PAIRS)
@pytest.mark.parametrize("person", ["drafter", "translator", "clerk"])
def test_a_day(person: str, name: str, tmp_path: Path) -> None:
    folder = _PAIRS[name]
    if not folder.is_dir():
        pytest.skip("the corpus is not at hand")
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(_ROOT)}
    command = ["xvfb-run", "-a", "-s", "-screen 0 1366x768x24", sys.executable, "-W", "error", "-m", "tests.e2e.walks"]
    done = subprocess.run(
        [*command, person, *(shutil.copy(folder / one, tmp_path) for one in ("zh.txt", "en.txt")), str(tmp_path)],
        cwd=_ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=_LONGEST,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
