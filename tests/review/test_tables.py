"""Word tables in a review: the cells of a row and column stand beside each other, and a wrong figure is found there."""

from collections.abc import Sequence
from pathlib import Path

import docx

from drafter.review import open_pair

ROWS = [("城市", "锅炉（台）"), ("青石市", "35"), ("白河市", "41"), ("赤岭市", "35")]
ROWS_EN = [("City", "Boilers"), ("Qingshi", "35"), ("Baihe", "14"), ("Chiling", "35")]


def word_file(path: Path, before: str, rows: Sequence[tuple[str, str]]) -> Path:
    document = docx.Document()
    document.add_paragraph(before)
    table = document.add_table(rows=0, cols=2)
    for texts in rows:
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    document.save(str(path))
    return path


def test_cells_pair_by_row_and_column(tmp_path: Path) -> None:
    zh = word_file(tmp_path / "zh.docx", "各市年度改造任务如下表，年底前完成。", ROWS)
    en = word_file(tmp_path / "en.docx", "The yearly tasks are given below and shall be done by year end.", ROWS_EN)
    session = open_pair(zh, en)
    pairs = [(clause.zh.text, clause.en.text) for clause in session.clauses[1:]]
    assert pairs == [
        (one, other) for row, row_en in zip(ROWS, ROWS_EN, strict=True) for one, other in zip(row, row_en, strict=True)
    ]
    assert [(session.clause(one.clause).zh.text, one.rule) for one in session.findings()] == [("41", "number.value")]
