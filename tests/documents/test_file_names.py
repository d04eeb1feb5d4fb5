"""Names of files that are in no encoding the system knows."""

import os
import sys
from pathlib import Path

import pytest

from drafter.documents.files import shown_name
from drafter.review import open_files, open_project


def test_an_ordinary_name_is_shown_as_it_is() -> None:
    assert shown_name(Path("somewhere") / "计划 𫚖.txt") == "计划 𫚖.txt"


@pytest.mark.skipif(sys.platform != "linux", reason="names are characters there")
def test_a_name_from_chinese_windows_is_read_and_kept(tmp_path: Path) -> None:
    zh, en = (
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name.encode("gb18030"))) for name in ("计划.txt", "译文.txt")
    )
    zh.write_text("一、目标\n各村每月通报进展。\n", encoding="utf-8")
    en.write_text("I. Goals\nVillages report each month.\n", encoding="utf-8")
    session = open_files([zh, en])
    assert sorted(one.name for one in session.documents.values()) == ["计划.txt", "译文.txt"]
    project = zh.with_suffix(".drafter")
    session.save_as(project)
    session.close()
    again = open_project(project)
    assert again.clause(2).en.text == "Villages report each month."
    again.close()
