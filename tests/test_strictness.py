"""The fixtures that keep tests strict do what they say: shown by tests that break the house's rules on purpose."""

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def run(tmp_path: Path, body: str) -> str:
    """Run a test under the house's own configuration and give what pytest said."""
    (tmp_path / "conftest.py").write_text(
        (ROOT / "tests" / "conftest.py").read_text(encoding="utf-8"), encoding="utf-8"
    )
    (tmp_path / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "test_it.py").write_text(textwrap.dedent(body), encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--tb=short", "test_it.py"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", timeout=120, check=False
    )
    return done.stdout + done.stderr


def test_faults_are_caught(tmp_path: Path) -> None:
    said = run(
        tmp_path,
        """
        import logging
        import socket
        import warnings

        import pytest

        def test_stray_log():
            logging.getLogger("somewhere").warning("unheard")

        @pytest.mark.logs("^announced")
        def test_announced_log():
            logging.getLogger("somewhere").error("announced beforehand")

        def test_warning():
            warnings.warn("look out", UserWarning)

        def test_network():
            try:
                socket.create_connection(("192.0.2.1", 80), timeout=1)
            except Exception:
                pass

        def test_loopback():
            with socket.create_server(("127.0.0.1", 0)) as server:
                socket.create_connection(server.getsockname()).close()
        """,
    )
    assert "stray log records:\nsomewhere WARNING: unheard" in said
    assert "announced beforehand" not in said
    assert "UserWarning: look out" in said
    assert "the program works offline" in said
    assert "2 failed, 3 passed, 1 error" in said


def test_messages_of_qt_are_faults(tmp_path: Path) -> None:
    pytest.importorskip("PySide6.QtCore", exc_type=ImportError)
    said = run(
        tmp_path,
        """
        import pytest
        from PySide6.QtCore import qDebug, qWarning

        def test_warning():
            qWarning("from Qt")

        def test_debug():
            qDebug("from Qt")

        @pytest.mark.qt_log_ignore("^foreseen")
        def test_foreseen():
            qWarning("foreseen")

        def test_silent():
            pass
        """,
    )
    assert "2 failed, 2 passed" in said


def test_home_is_not_the_users(tmp_path: Path) -> None:
    import platformdirs

    home = Path.home()
    assert home.parent.name.startswith("homes")
    assert home in Path(platformdirs.user_config_dir("drafter")).parents
