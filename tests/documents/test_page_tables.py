"""Tables of PDF and OFD pages keep their cells, and what only looks like a table stays text."""
# ruff: noqa: E501 -- places are shown in rows

from itertools import pairwise

import pytest

from drafter.model import Document
from tests.documents.builders import Reading
from tests.documents.pages import Line, Placed, drawn_lines, grid_lines, ofd, path_objects, pdf, text_object

Place = tuple[int, int, int]
Shown = list[tuple[str, Place | None]]
XS, YS = [70, 170, 400, 500], [700, 670, 620, 600]
ROWS: list[Placed] = [
    (75, 680, 12, "City"),
    (175, 680, 12, "Task of the city"),
    (405, 680, 12, "Year"),
    (75, 655, 12, "Kaifeng"),
    (175, 655, 12, "Retire the coal boilers of all the towns"),
    (175, 640, 12, "and of every village"),
    (405, 655, 12, "2025"),
    (75, 605, 12, "Xinyang"),
    (405, 605, 12, "2026"),
]
CELLS: Shown = [
    ("City", (0, 0, 0)),
    ("Task of the city", (0, 0, 1)),
    ("Year", (0, 0, 2)),
    ("Kaifeng", (0, 1, 0)),
    ("Retire the coal boilers of all the towns and of every village", (0, 1, 1)),
    ("2025", (0, 1, 2)),
    ("Xinyang", (0, 2, 0)),
    ("", (0, 2, 1)),
    ("2026", (0, 2, 2)),
]
BEFORE: Placed = (70, 740, 12, "The cities shall finish these tasks on schedule and report on them:")
AFTER: Placed = (70, 560, 12, "The counties shall account for them, each within its own province.")


def shown(document: Document) -> Shown:
    return [(one.text, one.cell) for one in document.paragraphs]


def on_page(lines: list[Line]) -> list[Line]:
    # Edges are given from the top, a PDF's begin at the foot.
    return [(x0, min(y0, y1), x1, max(y0, y1)) for x0, y0, x1, y1 in lines]


@pytest.mark.parametrize("boxes", [False, True])
def test_a_grid_of_lines(reading: Reading, boxes: bool) -> None:
    drawn = drawn_lines(on_page(grid_lines(XS, YS)), boxes=boxes)
    document = reading.file(pdf([[BEFORE, *ROWS, AFTER]], drawn=[drawn]), "a.pdf")
    assert shown(document) == [(BEFORE[3], None), *CELLS, (AFTER[3], None)]
    assert {one.part for one in document.paragraphs} == {"body", "table"}


def test_a_grid_open_at_its_sides(reading: Reading) -> None:
    outer = [(x, y0, x, y1) for x in (XS[0], XS[-1]) for y0, y1 in pairwise(YS)]
    drawn = drawn_lines(on_page(grid_lines(XS, YS, without=outer)))
    assert shown(reading.file(pdf([ROWS], drawn=[drawn]), "a.pdf")) == CELLS


def test_merged_cells(reading: Reading) -> None:
    # The head stands over two columns, the first column's last cell over two rows.
    gone: list[Line] = [(170, 700, 170, 670), (70, 620, 170, 620)]
    drawn = drawn_lines(on_page(grid_lines(XS, YS, without=gone)))
    rows: list[Placed] = [
        (75, 680, 12, "City and task"),
        (405, 680, 12, "Year"),
        (75, 640, 12, "Kaifeng"),
        (175, 640, 12, "Boilers"),
        (405, 640, 12, "2025"),
        (175, 605, 12, "Kilns"),
        (405, 605, 12, "2026"),
    ]
    assert shown(reading.file(pdf([rows], drawn=[drawn]), "a.pdf")) == [
        ("City and task", (0, 0, 0)),
        ("Year", (0, 0, 2)),
        ("Kaifeng", (0, 1, 0)),
        ("Boilers", (0, 1, 1)),
        ("2025", (0, 1, 2)),
        ("Kilns", (0, 2, 1)),
        ("2026", (0, 2, 2)),
    ]


def test_items_and_ended_lines_within_a_cell(reading: Reading) -> None:
    rows: list[Placed] = [
        (75, 680, 12, "Duty"),
        (75, 655, 12, "1. Retire all the old boilers of the towns by"),
        (75, 641, 12, "the end of the year."),
        (75, 627, 12, "2. Report."),
        (305, 655, 12, "Province"),
        (305, 641, 12, "City"),
    ]
    drawn = drawn_lines(on_page(grid_lines([70, 300, 500], [700, 670, 620])))
    assert shown(reading.file(pdf([rows], drawn=[drawn]), "a.pdf")) == [
        ("Duty", (0, 0, 0)),
        ("", (0, 0, 1)),
        ("1. Retire all the old boilers of the towns by the end of the year.", (0, 1, 0)),
        ("2. Report.", (0, 1, 0)),
        ("Province\nCity", (0, 1, 1)),
    ]


def two_pages(second: list[Placed]) -> bytes:
    xs = [70, 170, 500]
    first: list[Placed] = [
        (75, 160, 12, "City"),
        (175, 160, 12, "Task"),
        (75, 130, 12, "Kaifeng"),
        (175, 130, 12, "Retire the coal boilers of all towns by the end of the year"),
        (175, 116, 12, "and replace the old kilns that stand in the villages of the"),
        (290, 40, 10, "- 1 -"),
    ]
    drawn = [
        drawn_lines(on_page(grid_lines(xs, [180, 150, 110]))),
        drawn_lines(on_page(grid_lines(xs, [760, 730, 700, 670]))),
    ]
    return pdf([first, [*second, (290, 40, 10, "- 2 -")]], drawn=drawn)


HEAD: list[Placed] = [(75, 740, 12, "City"), (175, 740, 12, "Task")]
TOP: Shown = [
    ("City", (0, 0, 0)),
    ("Task", (0, 0, 1)),
    ("Kaifeng", (0, 1, 0)),
]
LONG = (
    "Retire the coal boilers of all towns by the end of the year and replace the old kilns that stand in the villages "
    "of the"
)


def test_over_a_page_break_the_head_is_told_once(reading: Reading) -> None:
    rows: list[Placed] = [
        *HEAD,
        (75, 710, 12, "Xinyang"),
        (175, 710, 12, "Kilns"),
        (75, 680, 12, "Luohe"),
        (175, 680, 12, "Mills"),
    ]
    assert shown(reading.file(two_pages(rows), "a.pdf")) == [
        *TOP,
        (LONG, (0, 1, 1)),
        ("Xinyang", (0, 2, 0)),
        ("Kilns", (0, 2, 1)),
        ("Luohe", (0, 3, 0)),
        ("Mills", (0, 3, 1)),
    ]


def test_a_row_that_a_page_break_tears(reading: Reading) -> None:
    rows: list[Placed] = [*HEAD, (175, 710, 12, "plain."), (75, 680, 12, "Luohe"), (175, 680, 12, "Mills")]
    assert shown(reading.file(two_pages(rows), "a.pdf")) == [
        *TOP,
        (f"{LONG} plain.", (0, 1, 1)),
        ("Luohe", (0, 2, 0)),
        ("Mills", (0, 2, 1)),
    ]


def test_a_table_of_other_columns_is_another_one(reading: Reading) -> None:
    drawn = [
        drawn_lines(on_page(grid_lines([70, 170, 500], [180, 150, 110]))),
        drawn_lines(on_page(grid_lines([70, 300, 500], [760, 730]))),
    ]
    first: list[Placed] = [(75, 160, 12, "City"), (175, 160, 12, "Task"), (75, 130, 12, "Kaifeng")]
    second: list[Placed] = [(75, 740, 12, "Fund"), (305, 740, 12, "Sum")]
    cells = [cell for _text, cell in shown(reading.file(pdf([first, second], drawn=drawn), "a.pdf"))]
    assert cells == [(0, 0, 0), (0, 0, 1), (0, 1, 0), (0, 1, 1), (1, 0, 0), (1, 0, 1)]


def test_a_page_shown_turned(reading: Reading) -> None:
    # A wide table is often set upright and shown turned by a quarter: what is up in the file is left on the screen.
    turned: list[Line] = [
        (842 - y0, x0, 842 - y1, x1) for x0, y0, x1, y1 in grid_lines([70, 300, 500], [760, 730, 700])
    ]
    words = ["City", "Year", "Luohe", "2025"]
    places = [(735, 75), (735, 305), (705, 75), (705, 305)]
    text = "".join(
        f"BT /F1 12 Tf 0 1 -1 0 {842 - y} {x} Tm ({word}) Tj ET\n" for (y, x), word in zip(places, words, strict=True)
    )
    lines = drawn_lines([(min(a, c), min(b, d), max(a, c), max(b, d)) for a, b, c, d in turned])
    document = reading.file(pdf([[]], content=(lines + text).encode(), more="/Rotate 90"), "a.pdf")
    assert shown(document) == [("City", (0, 0, 0)), ("Year", (0, 0, 1)), ("Luohe", (0, 1, 0)), ("2025", (0, 1, 1))]


def running_text(left: float, top: float, word: str) -> list[Placed]:
    return [(left, top - 16 * line, 12, f"{word} column of the plainly running text {line:02}") for line in range(8)]


@pytest.mark.parametrize(
    ("lines", "texts"),
    [
        pytest.param([], [*running_text(60, 700, "left"), *running_text(320, 700, "right")], id="two columns"),
        pytest.param(
            [(300, 560, 300, 720)], [*running_text(60, 700, "left"), *running_text(320, 700, "right")], id="ruled columns"
        ),
        pytest.param(grid_lines([50, 540], [720, 540]), running_text(60, 700, "framed"), id="frame"),
        pytest.param(
            [(75, 698, 200, 698), (70, 660, 520, 660), (75, 650, 75, 700)], running_text(75, 700, "marked"), id="strokes"
        ),
        pytest.param(
            [line for at in range(8) for line in ((60, 560 + 20 * at, 500, 560 + 20 * at), (60 + 50 * at, 540, 60 + 50 * at, 720))],
            running_text(60, 700, "watermark across the pattern of squares of"),
            id="pattern",
        ),
        pytest.param(
            grid_lines([100, 200, 300, 400], [700, 650, 600, 550]),
            [(70, 700 - 50 * at, 10, f"{40 - 10 * at}") for at in range(4)] + [(120 + 100 * at, 535, 10, f"202{at}") for at in range(3)],
            id="chart",
        ),
        pytest.param(
            [],
            [
                place
                for at, name in enumerate(["General requirements", "Main tasks", "Safeguards", "Annex"])
                for place in ((70, 700 - 16 * at, 12, name), (500, 700 - 16 * at, 12, str(at + 1)))
            ],
            id="contents",
        ),
        pytest.param(
            [],
            [(70, 700, 12, "Contact: Zhang"), (250, 700, 12, "Phone: 123"), (420, 700, 12, "Room 5")],
            id="one row",
        ),
    ],
)  # fmt: skip
def test_no_table(reading: Reading, lines: list[Line], texts: list[Placed]) -> None:
    document = reading.file(pdf([texts], drawn=[drawn_lines(on_page(lines))]), "a.pdf")
    assert {one.cell for one in document.paragraphs} == {None}
    read = " ".join(one.text for one in document.paragraphs).split()
    assert sorted(read) == sorted(word for *_place, text in texts for word in text.split())


def test_columns_of_text_are_not_torn(reading: Reading) -> None:
    left, right = running_text(60, 700, "left"), running_text(320, 700, "right")
    document = reading.file(pdf([[*left, *right]]), "a.pdf")
    whole = " ".join(one.text for one in document.paragraphs)
    assert whole == " ".join(text for *_place, text in (*left, *right))


def aligned(rows: list[list[str]], top: float = 700) -> list[Placed]:
    return [
        (x, top - 18 * at, 12, text)
        for at, row in enumerate(rows)
        for x, text in zip((70, 250, 400), row, strict=False)
    ]


NUMBERS = [["City", "2020", "2025"], ["Kaifeng", "50.1", "42"], ["Xinyang", "38.5", "35"], ["Luohe", "49", "41.5"]]


def cells(rows: list[list[str]]) -> list[tuple[str, Place]]:
    return [(text, (0, row, column)) for row, texts in enumerate(rows) for column, text in enumerate(texts)]


def test_columns_without_lines(reading: Reading) -> None:
    document = reading.file(pdf([[BEFORE, *aligned(NUMBERS), AFTER]]), "a.pdf")
    assert shown(document) == [(BEFORE[3], None), *cells(NUMBERS), (AFTER[3], None)]


def test_three_rules_make_a_table_of_two_columns(reading: Reading) -> None:
    rows = [row[:2] for row in NUMBERS]
    rules: list[Line] = [(60, y, 500, y) for y in (716, 694, 640)]
    document = reading.file(pdf([[BEFORE, *aligned(rows), AFTER]], drawn=[drawn_lines(rules)]), "a.pdf")
    assert shown(document) == [(BEFORE[3], None), *cells(rows), (AFTER[3], None)]
    without = reading.file(pdf([[BEFORE, *aligned(rows), AFTER]]), "a.pdf")
    assert shown(without)[1] == ("City\t2020", None)


def test_rules_below_each_row(reading: Reading) -> None:
    # Two of them under one another, with the same reach; cells go on in further lines, and may be empty.
    rows: list[Placed] = [
        (70, 700, 12, "Indicator"), (250, 700, 12, "Unit"), (400, 700, 12, "2025"),
        (70, 680, 12, "Days of heavy or severe"), (250, 680, 12, "per cent"), (400, 680, 12, "1.4 or less"),
        (70, 666, 12, "pollution"),
        (70, 646, 12, "Reduction of NOx"), (400, 646, 12, "5.2"),
    ]  # fmt: skip
    rules: list[Line] = [(60, y, 520, y) for y in (716, 696, 662, 642)]
    lower = [(x, y - 200, size, text) for x, y, size, text in rows]
    drawn = drawn_lines([*rules, *((x0, y0 - 200, x1, y1 - 200) for x0, y0, x1, y1 in rules)])
    prose: list[Placed] = [
        (70, 600 - 16 * at, 12, "The counties shall account for them, each of them within its own province and so on")
        for at in range(3)
    ]
    document = reading.file(pdf([[BEFORE, *rows, *prose, *lower]], drawn=[drawn]), "a.pdf")
    told = [
        ["Indicator", "Unit", "2025"],
        ["Days of heavy or severe pollution", "per cent", "1.4 or less"],
        ["Reduction of NOx", "", "5.2"],
    ]
    second = [(text, (1, row, column)) for text, (_table, row, column) in cells(told)]
    found = shown(document)
    assert [one for one in found if one[1] is not None] == [*cells(told), *second]
    assert found[0] == (BEFORE[3], None)
    assert found[10][0] == " ".join(text for *_place, text in prose)


def test_the_rules_of_a_version_record_make_no_table(reading: Reading) -> None:
    # Copied to; issuer and date: the foot of an official document.
    texts: list[Placed] = [
        (75, 110, 12, "Copied to: the Municipal Committee and its departments, the courts."),
        (75, 90, 12, "General Office"),
        (400, 90, 12, "Issued on March 15"),
    ]
    rules: list[Line] = [(70, y, 520, y) for y in (125, 105, 85)]
    document = reading.file(pdf([[BEFORE, *texts]], drawn=[drawn_lines(rules)]), "a.pdf")
    assert {one.cell for one in document.paragraphs} == {None}


def test_the_grid_of_an_ofd_page(reading: Reading) -> None:
    lines = grid_lines([30, 60, 120, 180], [60, 72, 96])
    texts = [
        (32, 62, "城市"), (62, 62, "任务"), (122, 62, "年份"),
        (32, 74, "开封"), (62, 74, "淘汰全市所有燃煤锅炉"), (62, 83, "和窑炉"),
    ]  # fmt: skip
    page = path_objects(lines) + "".join(text_object(x, y, text) for x, y, text in texts)
    assert shown(reading.file(ofd([text_object(30, 40, "任务分工表") + page]), "a.ofd")) == [
        ("任务分工表", None),
        ("城市", (0, 0, 0)),
        ("任务", (0, 0, 1)),
        ("年份", (0, 0, 2)),
        ("开封", (0, 1, 0)),
        ("淘汰全市所有燃煤锅炉和窑炉", (0, 1, 1)),
        ("", (0, 1, 2)),
    ]
