"""A file that somebody has open is told of before it is replaced under their hands."""

from pathlib import Path

import pytest

from drafter.exports.held import held_open
from drafter.i18n import shown


@pytest.mark.parametrize(
    ("name", "mark"),
    [
        ("审校 表.docx", ".~lock.审校 表.docx#"),
        ("审校表.docx", "~$审校表.docx"),
        ("abcdefg.docx", "~$bcdefg.docx"),
        ("清洁空气三年行动方案.docx", "~$空气三年行动方案.docx"),
        ("清洁空气三年行动方案.xlsx", "~$清洁空气三年行动方案.xlsx"),
        ("方案.docx", ".~方案.docx"),
    ],
)
def test_what_office_programs_leave_beside_a_file_is_known(tmp_path: Path, name: str, mark: str) -> None:
    path = tmp_path / name
    (tmp_path / mark).write_bytes(b"somebody")
    assert held_open(path) is None  # what an earlier crash left tells nothing of a file that isn't there
    path.write_bytes(b"old")
    told = held_open(path)
    assert told is not None
    assert name in shown(told)


@pytest.mark.parametrize("mark", ["~$b方案.docx", "~$案.docx", ".~lock.方案.docx", "方案.docx.tmp"])
def test_other_files_tell_nothing(tmp_path: Path, mark: str) -> None:
    path = tmp_path / "方案.docx"
    path.write_bytes(b"old")
    (tmp_path / mark).write_bytes(b"somebody")
    assert held_open(path) is None


def test_odd_names_tell_nothing(tmp_path: Path) -> None:
    assert held_open(tmp_path / ("长" * 300 + ".docx")) is None
    assert held_open(tmp_path / "a\0.docx") is None
