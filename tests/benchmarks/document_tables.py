"""Documents with totals, series and targets in tables."""

import random
from collections.abc import Sequence

from drafter.model import Side
from tests.benchmarks.document_parts import COUNTIES, FALLING, RISING, THINGS, Made, begin, body, say, series, spoilt

Row = list[str]


def sum_in_a_table(pick: random.Random, fault: bool) -> Made:
    """A table with totals at the foot, at the head, at the right; of several columns or one; with subtotals."""
    made = begin(pick)
    size, columns = pick.randint(3, 8), pick.randint(1, 4)
    places = [COUNTIES[index % len(COUNTIES)][0 if made.side == "zh" else 1] for index in range(size)]
    grid = [[pick.randint(2, 950) for _ in range(columns)] for _ in places]
    zero = pick.random() < 0.3
    if zero and columns > 1:
        grid[0][0] = 0
    head = _heads(pick, made.side, columns)
    across, at_head, serial = columns > 1 and pick.random() < 0.5, pick.random() < 0.3, pick.random() < 0.4
    word = _total_word(pick, made.side)
    sums = [sum(row[column] for row in grid) for column in range(columns)]
    rows = [[place, *row, *([sum(row)] if across else [])] for place, row in zip(places, grid, strict=True)]
    totals = [word, *sums, *([sum(sums)] if across else [])]
    ordered = [totals, *rows] if at_head else [*rows, totals]
    table = [[str(cell) if cell != 0 else pick.choice(("0", "-", "")) for cell in row] for row in ordered]
    made.at = set()
    if fault:
        at_row, at_column = pick.randrange(len(table)), pick.randrange(1, len(table[0]))
        while not table[at_row][at_column].isdigit():
            at_row = pick.randrange(len(table))
        table[at_row][at_column] = spoilt(pick, table[at_row][at_column])
    title = ["地区" if made.side == "zh" else "County", *head, *([word] if across else [])]
    if serial:
        title = ["序号" if made.side == "zh" else "No.", *title]
        numbers = iter(range(1, 99))
        table = [[row[0], "", *row[1:]] if row[0] == word else [str(next(numbers)), *row] for row in table]
    _table(made, [title, *table])
    made.at = set(range(1, len(made.writer.clauses) + 1))
    body(pick, made)
    return made


def sum_in_blocks(pick: random.Random, fault: bool) -> Made:
    """A table with subtotals."""
    made = begin(pick)
    zh = made.side == "zh"
    sub, word = ("小计", pick.choice(("合计", "总计"))) if zh else ("Subtotal", "Total")
    rows, sums = [], []
    for block in (("水", "Water"), ("气", "Air"), ("土", "Soil"))[: pick.randint(2, 3)]:
        own = [[pick.randint(5, 600), pick.randint(2, 90)] for _ in range(pick.randint(2, 4))]
        for number, row in enumerate(own):
            rows.append(
                [
                    block[0 if zh else 1] if number == 0 else "",
                    f"{'项目' if zh else 'Project '}{number + 1}",
                    *map(str, row),
                ]
            )
        made_up = [sum(row[column] for row in own) for column in (0, 1)]
        sums.append(made_up)
        rows.append([sub, "", *map(str, made_up)])
    rows.append([word, "", *(str(sum(one[column] for one in sums)) for column in (0, 1))])
    if fault:
        at, column = pick.randrange(len(rows)), pick.choice((2, 3))
        rows[at][column] = spoilt(pick, rows[at][column])
    _table(
        made,
        [
            ["类别", "项目", "投资（万元）", "数量"] if zh else ["Kind", "Project", "Cost (10,000 yuan)", "Number"],
            *rows,
        ],
    )
    made.at = set(range(1, len(made.writer.clauses) + 1))
    return made


def _heads(pick: random.Random, side: Side, columns: int) -> list[str]:
    if pick.random() < 0.3:
        return [f"{year}年" if side == "zh" else str(year) for year in range(2024, 2024 + columns)]
    return [one[0] + f"（{one[1]}）" if side == "zh" else one[2].capitalize() for one in pick.sample(THINGS, columns)]


def _total_word(pick: random.Random, side: Side) -> str:
    return pick.choice(("合计", "总计", "合 计", "共计") if side == "zh" else ("Total", "Total", "TOTAL", "In total"))


def _table(made: Made, rows: Sequence[Row]) -> None:
    both = made.side == "zh" and made.writer.clauses and made.writer.clauses[0].en.text
    for row in rows:
        figures = [
            cell if cell.replace(",", "").replace(".", "").isdigit() else f"[{cell}]" if cell else "" for cell in row
        ]
        made.writer.row(row if made.side == "zh" else [], row if made.side == "en" else figures if both else [])


def trend_in_a_table(pick: random.Random, fault: bool) -> Made:
    """A table of targets over the years."""
    made = begin(pick)
    zh = made.side == "zh"
    years = list(range(2024, 2024 + pick.randint(3, 5)))
    rows = []
    wrong = pick.randrange(3)
    for number in range(3):
        (zh_name, zh_unit, en_name, en_unit), direction, figures = series(pick, fault and number == wrong, len(years))
        sign = pick.choice(("", "", "≤" if direction < 0 else "≥"))
        label = f"{zh_name}（{zh_unit}）" if zh else f"{en_name.removeprefix('the ').capitalize()} ({en_unit})"
        rows.append([f"{label}{number + 1}", *(sign + one for one in figures)])
    heads = [f"{year}年目标" if zh else f"{year} target" for year in years]
    _table(made, [["指标" if zh else "Indicator", *heads], *rows])
    made.at = set(range(1, len(made.writer.clauses) + 1))
    return made


def conflict_in_tables(pick: random.Random, fault: bool) -> Made:
    """Two tables, or a text and a table, that tell the same of a place."""
    made = begin(pick)
    zh = made.side == "zh"
    name, zh_unit, en_name, en_unit, low, high = pick.choice((*FALLING, *RISING))
    places = [one[0 if zh else 1] for one in pick.sample(COUNTIES, 3)]
    years = [2025, 2026]
    label = name if zh else en_name.removeprefix("the ").capitalize()
    unit = f"（{zh_unit}）" if zh else f" ({en_unit})"
    values = {(place, year): pick.randint(low, high) for place in places for year in years}
    heads = [f"{year}年{label}{unit}" if zh else f"{label} in {year}{unit}" for year in years]
    rows = [[place, *(str(values[place, year]) for year in years)] for place in places]
    _table(made, [["县区" if zh else "County", *heads], *rows])
    body(pick, made)
    place = pick.choice(places)
    told = str(values[place, 2026])
    told = spoilt(pick, told) if fault else told
    if pick.random() < 0.5:
        _table(
            made,
            [
                ["县区" if zh else "County", heads[1]],
                *([one, told if one == place else str(values[one, 2026])] for one in places),
            ],
        )
    else:
        gap = "" if en_unit == "%" else " "
        say(
            made,
            f"到2026年，{place}{name}达到{told}{zh_unit}。",
            f"By 2026, {en_name} in {place} is to be {told}{gap}{en_unit}.",
        )
    made.at = set(range(1, len(made.writer.clauses) + 1))
    return made
