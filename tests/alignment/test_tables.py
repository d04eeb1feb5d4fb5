"""Tables pair by row and column; nothing is lost whatever the tables are."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.alignment import align_paragraphs
from drafter.model import Paragraph

HEAD_ZH = "各市改造任务见下表，年底前全部完成，任务不得转移。"
HEAD_EN = "The tasks of each city are given in the table below; all shall be done by the end of the year."
TAIL_ZH = "任务完成情况每月公布一次，逾期的予以通报批评。"
TAIL_EN = "Progress is published every month, and whoever is late is named."
ROWS_ZH = [
    ["城市", "锅炉（台）", "投资（万元）"],
    ["青石市", "35", "120"],
    ["白河市", "35", "80"],
    ["合计", "70", "200"],
]
ROWS_EN = [
    ["City", "Boilers", "Investment (10,000 yuan)"], ["Qingshi", "35", "120"], ["Baihe", "35", "80"],
    ["Total", "70", "200"],
]  # fmt: skip


def table(rows: Sequence[Sequence[str]], number: int = 0) -> list[Paragraph]:
    return [
        Paragraph(text, 1, "table", cell=(number, row, column))
        for row, cells in enumerate(rows)
        for column, text in enumerate(cells)
        if text
    ]


def plain(rows: Sequence[Sequence[str]]) -> list[Paragraph]:
    return [Paragraph(text, 1) for cells in rows for text in cells]


def paired(zh: Sequence[Paragraph], en: Sequence[Paragraph]) -> list[tuple[list[str], list[str]]]:
    found = align_paragraphs(zh, en)
    return [([zh[i].text for i in pair.zh], [en[i].text for i in pair.en]) for pair in found]


def test_cells_stand_beside_the_cells_of_their_row_and_column() -> None:
    zh = [Paragraph(HEAD_ZH, 1), *table(ROWS_ZH), Paragraph(TAIL_ZH, 1)]
    en = [Paragraph(HEAD_EN, 1), *table(ROWS_EN), Paragraph(TAIL_EN, 1)]
    cells = [
        ([one], [other])
        for row, row_en in zip(ROWS_ZH, ROWS_EN, strict=True)
        for one, other in zip(row, row_en, strict=True)
    ]
    assert paired(zh, en) == [([HEAD_ZH], [HEAD_EN]), *cells, ([TAIL_ZH], [TAIL_EN])]


def test_a_row_that_is_lost_leaves_the_others_in_place() -> None:
    short = [ROWS_EN[0], ROWS_EN[1], ROWS_EN[3]]
    found = paired([Paragraph(HEAD_ZH, 1), *table(ROWS_ZH)], [Paragraph(HEAD_EN, 1), *table(short)])
    assert (["合计"], ["Total"]) in found
    assert (["70"], ["70"]) in found
    assert (["白河市"], []) in found


def test_an_empty_cell_leaves_its_counterpart_alone() -> None:
    holed = [ROWS_EN[0], ["Qingshi", "", "120"], *ROWS_EN[2:]]
    found = paired(table(ROWS_ZH), table(holed))
    assert (["35"], []) in found
    assert (["120"], ["120"]) in found
    assert (["青石市"], ["Qingshi"]) in found


def test_a_column_more_is_no_harm() -> None:
    wide = [["No.", *row] if index == 0 else [str(index), *row] for index, row in enumerate(ROWS_EN)]
    found = paired(table(ROWS_ZH), table(wide))
    assert (["合计"], ["Total"]) in found
    assert (["80"], ["80"]) in found
    assert ([], ["3"]) in found


def test_a_table_that_lost_its_lines_is_paired_as_text() -> None:
    other_zh, other_en = [["附表"], ["甲"]], [["Annex"], ["First"]]
    zh = [Paragraph(HEAD_ZH, 1), *table(ROWS_ZH), Paragraph(TAIL_ZH, 1), *table(other_zh, 1)]
    en = [Paragraph(HEAD_EN, 1), *plain(ROWS_EN), Paragraph(TAIL_EN, 1), *table(other_en)]
    found = paired(zh, en)
    assert (["青石市"], ["Qingshi"]) in found
    assert (["200"], ["200"]) in found
    assert (["附表"], ["Annex"]) in found
    assert ([TAIL_ZH], [TAIL_EN]) in found


PARAGRAPHS = st.lists(
    st.tuples(
        st.sampled_from(["35", "城市", "City", "任务完成。", "The work is done.", "合计", "Total 70"]),
        st.none() | st.tuples(st.integers(0, 1), st.integers(0, 2), st.integers(0, 2)),
    ).map(lambda one: Paragraph(one[0], 1, cell=one[1])),
    max_size=12,
)


@settings(deadline=None)
@given(PARAGRAPHS, PARAGRAPHS, st.booleans())
def test_every_paragraph_stands_once(zh: list[Paragraph], en: list[Paragraph], moves: bool) -> None:
    found = align_paragraphs(zh, en, moves=moves)
    assert sorted(i for pair in found for i in pair.zh) == list(range(len(zh)))
    assert sorted(j for pair in found for j in pair.en) == list(range(len(en)))
