"""The program as a user calls it, in this process."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from drafter.cli.main import main
from drafter.resources import resource_path

SAMPLE = (resource_path("samples", "yunxi", "zh.txt"), resource_path("samples", "yunxi", "en.txt"))

ZH = "石桥镇清洁空气行动计划\n\n一、总体目标\n到2025年，PM2.5平均浓度下降10%。\n全镇完成锅炉改造120台。\n"
EN = (
    "Shiqiao Town Clean Air Action Plan\n\noneOverall goals\n"
    "By 2025, the average concentration ofPM2.five shall fall by 10%.\nThe town will refit 120 boilers.\n"
)
MIXED = "石桥镇计划\nShiqiao town plan\n改造锅炉120台&nbsp;。\nRefit 120 boilers ofPM2.five.\n"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the program answered."""

    status: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The output as JSON lines."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def sentence(self) -> str:
        """The error stream, which holds one line."""
        assert "Traceback" not in self.err
        (line,) = self.err.splitlines()
        return line


Drafter = Callable[..., Answer]


@pytest.fixture
def drafter(capsys: pytest.CaptureFixture[str]) -> Drafter:
    """Give a function that runs the program."""

    def run(*words: object) -> Answer:
        capsys.readouterr()
        status = main([str(word) for word in words])
        return Answer(status, *capsys.readouterr())

    return run


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """A small plan in a folder with a Chinese name and spaces."""
    folder = tmp_path / "计划 与 译文"
    folder.mkdir()
    zh, en = folder / "中文 稿.txt", folder / "英文 稿.txt"
    zh.write_text(ZH, encoding="utf-8")
    en.write_text(EN, encoding="utf-8")
    return zh, en


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """A file that holds both languages."""
    path = tmp_path / "mixed.txt"
    path.write_text(MIXED, encoding="utf-8")
    return path


@pytest.fixture
def project(pair: tuple[Path, Path], drafter: Drafter) -> Path:
    """The small plan as a project."""
    path = pair[0].with_name("项目.drafter")
    assert drafter("new", "--zh", pair[0], "--en", pair[1], "-o", path).status == 0
    return path
