"""A small plan of our own, as files and as a review that is open."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from drafter.review import ReviewSession, open_pair

ZH = "石桥镇清洁空气行动计划\n\n一、总体目标\n到2025年，PM2.5平均浓度下降10%。\n全镇完成锅炉改造120台。\n二、保障措施\n"
EN = (
    "Shiqiao Town Clean Air Action Plan\n\noneOverall goals\n"
    "By 2025, the average concentration ofPM2.five shall fall by 10%.\n"
    "The town will refit 120 boilers.\n2. Safeguards\n"
)

Opened = Callable[[ReviewSession], ReviewSession]


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """The Chinese file and the English one."""
    zh, en = tmp_path / "计划 一.txt", tmp_path / "plan one.txt"
    zh.write_text(ZH, encoding="utf-8")
    en.write_text(EN, encoding="utf-8")
    return zh, en


@pytest.fixture
def closing() -> Iterator[Opened]:
    """Give a function that notes a review, to be closed after the test."""
    opened: list[ReviewSession] = []

    def note(session: ReviewSession) -> ReviewSession:
        opened.append(session)
        return session

    yield note
    for session in opened:
        session.close()


@pytest.fixture
def session(files: tuple[Path, Path], closing: Opened) -> ReviewSession:
    """The pair, open."""
    return closing(open_pair(*files, author="柳如烟"))
