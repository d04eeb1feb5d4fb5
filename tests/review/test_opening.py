"""Documents into clauses, their title, and pairing without a review."""

from pathlib import Path

import pytest

from drafter.alignment import align
from drafter.documents import UnreadableError
from drafter.model import Document, Paragraph, Side
from drafter.review import open_pairs, pair_lines, pair_sentences
from drafter.review.clauses import clauses_of_pair, clauses_of_side, heading_level
from drafter.review.mixed import read_mixed
from drafter.review.opening import open_side, title_of
from tests.review.conftest import EN, ZH

PAIRS = [
    ("一、总体要求", "I. General requirements"),
    (
        "到2026年，全镇细颗粒物浓度控制在36微克/立方米以内。",
        "By 2026, the PM2.5 concentration shall be kept within 36 μg/m³.",
    ),
    (
        "2025年底前，淘汰35蒸吨/小时以下燃煤锅炉12台。",
        "By the end of 2025, 12 coal-fired boilers below 35 t/h shall go.",
    ),
    ("二、保障措施", "II. Safeguards"),
]


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


def test_a_file_in_both_languages_is_paired_where_they_say_the_same() -> None:
    lines = [line for zh, en in PAIRS for line in (zh, en)]
    for order in (lines, lines[::2] + lines[1::2]):  # paragraph under paragraph; one language after the other
        read = read_mixed(document(*order), align)
        assert read.manner == "both"
        assert [(clause.zh.text, clause.en.text) for clause in read.clauses] == PAIRS
        assert [notice.warning for notice in read.notices()] == [False]


def test_a_file_that_turns_into_the_other_language_stands_on_the_side_it_began_in() -> None:
    chinese = [zh for zh, _en in PAIRS]
    english = [
        "The weather was fine.",
        "Nobody came to the market that morning.",
        "A dog slept in the shade of a wall.",
    ]
    read = read_mixed(document(*chinese, *english), align)
    assert read.manner == "zh"
    assert [clause.zh.text for clause in read.clauses] == chinese + english
    assert not any(clause.en.segments for clause in read.clauses)
    (notice,) = read.notices()
    assert (notice.message.values["n"], notice.warning) == (1, True)


def test_a_reviewer_says_how_a_file_in_both_languages_is_read() -> None:
    lines = [line for zh, en in PAIRS for line in (zh, en)]
    for manner in ("zh", "en"):
        read = read_mixed(document(*lines), align, manner)
        assert (read.manner, read.strays) == (manner, len(PAIRS))
        assert [clause.side(manner).text for clause in read.clauses] == lines
        assert [notice.warning for notice in read.notices()] == [False]
    for strangers in (["一、总体要求", "The weather was fine."], ["一、总体要求"], ["The weather was fine."]):
        read = read_mixed(document(*strangers), align, "both")
        assert read.manner == "both"
        texts = [clause.zh.text + clause.en.text for clause in read.clauses]
        assert sorted("".join(texts)) == sorted("".join(strangers))
        assert [notice.warning for notice in read.notices()] == [False]


def test_a_file_that_hardly_pairs_is_doubted() -> None:
    lines = [line for zh, en in PAIRS for line in (zh, en)]
    chinese = ["附件另行印发，请各村按时领取并公示。"]
    read = read_mixed(document(*lines, *chinese), align)
    assert read.manner == "both"
    assert 0.65 <= read.agreement < 0.9
    assert [notice.warning for notice in read.notices()] == [True]


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


@pytest.mark.parametrize(
    ("text", "side", "refused"),
    [
        ("全镇改造锅炉一百二十台，淘汰老旧车辆。\n加强扬尘治理。\n", "en", True),
        ("全镇改造锅炉一百二十台，淘汰老旧车辆。\nDust control.\n", "en", False),
        ("The town refits its boilers.\nDust is kept down.\n", "zh", True),
        ("The town refits its boilers.\n加强扬尘治理。\n", "zh", False),
    ],
)
def test_only_a_text_wholly_in_the_other_language_is_refused(
    text: str, side: Side, refused: bool, tmp_path: Path
) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(text, encoding="utf-8")
    if refused:
        with pytest.raises(UnreadableError):
            open_side(path, side)
    else:
        assert open_side(path, side).findings()
