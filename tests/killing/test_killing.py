"""The program killed at random moments, a few times; `python -m tests.killing` does it by the hundred."""

import sys
from pathlib import Path

import pytest

pytest.importorskip("PySide6.QtWidgets", exc_type=ImportError)
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a word of POSIX")

from tests.killing.killer import QUICK, Killer, victims  # noqa: E402 -- it needs Qt

ROUNDS = 3
ALLOWED = 4.0  # s; the machine may be busy


def test_killed_at_any_moment(tmp_path: Path) -> None:
    with victims() as server:
        killer = Killer(tmp_path, server, 7, ALLOWED)
        for deed in (*QUICK * ROUNDS, "typing"):
            killer.kill(deed)
    assert killer.toll.lost == []
    assert killer.toll.kills.total() == len(QUICK) * ROUNDS + 1
    assert killer.toll.told >= killer.toll.kills.total()
