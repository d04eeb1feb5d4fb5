"""Documents into clauses, their title, and pairing without a review."""

from pathlib import Path

import pytest

from drafter.model import Document, Paragraph
from drafter.review import open_pairs, pair_lines, pair_sentences
from drafter.review.clauses import clauses_of_mixed, clauses_of_pair, clauses_of_side, heading_level
from drafter.review.opening import title_of
from tests.review.conftest import EN, ZH


def document(*lines: str) -> Document:
    return Document("plan.txt", "txt", tuple(Paragraph(line, number) for number, line in enumerate(lines, 1)))


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("", "  石桥镇清洁空气行动计划  ", "一、总体目标"), "石桥镇清洁空气行动计划"),
        (("石桥镇人民政府文件", "石政发〔2024〕1号", "关于印发行动方案的通知"), "关于印发行动方案的通知"),
        (("A heading", "Shiqiao Action Plan"), "Shiqiao Action Plan"),
        (("A heading", "Text."), "A heading"),
        (("x" * 500, "short"), "short"),
        (("x" * 500,), "plan.txt"),
        (("", " "), "plan.txt"),
    ],
)
def test_title(lines: tuple[str, ...], title: str) -> None:
    assert title_of(document(*lines)) == title


def test_each_line_goes_to_the_side_of_its_language() -> None:
    clauses = clauses_of_mixed(document("石桥镇计划", "", "Shiqiao plan", "12 %", "PM2.5浓度下降，VOCs 减排"))
    assert [clause.id for clause in clauses] == [1, 2, 3, 4]
    assert [bool(clause.zh.segments) for clause in clauses] == [True, False, True, True]
    assert [segment.paragraph for clause in clauses for segment in (*clause.zh.segments, *clause.en.segments)] == [
        0, 2, 3, 4,
    ]  # fmt: skip


def test_comments_are_not_reviewed() -> None:
    body, note = Paragraph("Text", 1), Paragraph("a remark", 2, part="comment")
    assert len(clauses_of_side(Document("a.docx", "docx", (body, note)), "en")) == 1


def test_headings() -> None:
    plan = document("一、总体目标", "（一）总体目标", "一、全镇改造锅炉。", "正文", "一、" + "长" * 60)
    assert [heading_level(plan, index, "zh") for index in range(5)] == [1, 2, 0, 0, 0]
    styled = Document("a.docx", "docx", (Paragraph("Anything.", 1, level=3),))
    assert heading_level(styled, 0, "en") == 3


def test_an_empty_side_leaves_every_line_alone() -> None:
    clauses = clauses_of_pair(document("一、总体目标", "正文"), document(""), lambda zh, en: [])
    assert clauses == []


def test_pairs_may_lack_a_side() -> None:
    session = open_pairs([("", "Text"), ("正文", ""), ("", "")])
    assert [bool(clause.zh.segments) for clause in session.clauses] == [False, True, False]
    assert session.findings(3) == []
    assert open_pairs([]).clauses == ()


def test_every_line_is_paired_once(files: tuple[Path, Path]) -> None:
    rows = list(pair_lines(*files))
    assert [line for zh, _en in rows for line in zh] == [1, 3, 4, 5, 6]
    assert [line for _zh, en in rows for line in en] == [1, 3, 4, 5, 6]
    assert ([4], [4]) in rows


def test_every_sentence_is_paired_once(files: tuple[Path, Path]) -> None:
    told: list[float] = []
    rows = list(pair_sentences(*files, progress=told.append))
    for numbers in ([n for row in rows for n in row.zh], [n for row in rows for n in row.en]):
        assert numbers == list(range(1, len(numbers) + 1))
    assert "".join(row.zh_text for row in rows).replace("\n", "") == ZH.replace("\n", "")
    assert " ".join(row.en_text for row in rows if row.en).split() == EN.split()
    assert told[-1] == 1.0
