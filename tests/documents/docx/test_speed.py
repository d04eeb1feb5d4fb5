"""A document of three hundred pages: how long it takes, and how much memory."""

from pathlib import Path
from typing import Final

from tests.documents.builders import cell, code, control, docx, field, inserted, level, numbering, p, t, table
from tests.documents.docx.measured import measured, needs_usage

PARAGRAPHS: Final = 10_000
TABLES: Final = 200
SECONDS: Final = 4
MEGABYTES: Final = 300
LOOK: Final = (
    '<w:rFonts w:hint="eastAsia" w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋_GB2312"/>'
    '<w:spacing w:val="-5"/><w:kern w:val="0"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US"/>'
)


def long_document() -> bytes:
    """Paragraphs as word processors cut them: many runs, each with its whole look."""
    words = ("到2025年，", "全市细颗粒物", "浓度不高于", "42微克/立方米", "，优良天数比率", "达到85%以上。")
    runs = "".join(t(word, LOOK) for word in words)
    lists = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'
    special = (inserted(runs), control(runs), field(" REF x ", runs), f"<w:hyperlink>{runs}</w:hyperlink>")
    rows = [cell(p(t("数值", LOOK)), '<w:tcW w:w="1200" w:type="dxa"/>') * 6] * 10
    pieces = []
    for number in range(PARAGRAPHS):
        properties = lists.format(number % 3) if number % 4 == 0 else '<w:ind w:firstLine="640"/>'
        content = special[number % 4] if number % 10 == 0 else runs
        pieces.append(p(content + (code("x") if number % 100 == 0 else ""), properties + '<w:jc w:val="both"/>'))
        if number % (PARAGRAPHS // TABLES) == 0:
            pieces.append(table(*rows))
    levels = (level(0, "%1、", "chineseCounting"), level(1, "（%2）", "chineseCounting"), level(2, "%3."))
    return docx("".join(pieces), {"numbering": numbering(*levels)})


@needs_usage
def test_three_hundred_pages(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(long_document())
    cost = measured(path)
    assert cost.paragraphs == PARAGRAPHS + TABLES * 60
    assert cost.seconds <= SECONDS
    assert cost.megabytes <= MEGABYTES
