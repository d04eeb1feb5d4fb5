"""What the document rules find is kept in step with the clauses, quickly, and is never other than if looked at anew."""

import random
from time import thread_time

import pytest

from drafter.checks import Throughout
from drafter.model import Clause, Finding
from tests.checks.documents import Writer, all_documents
from tests.yardstick import allowed

ZH = [
    "到2027年，全市细颗粒物年均浓度降至{n}微克/立方米。", "到2026年，海棠县森林覆盖率达到{n}%。", "各县要抓好落实。",
    "2025年，海棠县用水量降至{t}吨。", "2026年，海棠县用水量降至{t}吨。", "2027年，海棠县用水量降至{t}吨。",
]  # fmt: skip
EN = ["By 2027, forest cover in the city is to reach {n}%.", "The county will build {t} wells:", "", ""]
LIST_ZH = ["全市改造锅炉{t}台，任务分解如下：", "1.海棠县{n}台；", "2.白石县{n}台；", "3.青岚区{n}台。"]
LIST_EN = ["The county will build {t} wells:", "(1) {n} wells;", "(2) {n} wells;", "(3) {n} wells."]


def document(pick: random.Random, size: int) -> Writer:
    """Make a document of text, lists and tables in which now and then something is wrong."""
    writer = Writer()
    while len(writer.clauses) < size:
        kind = pick.random()
        if kind < 0.2:
            one, two, three, four = (pick.randint(1, 3) for _ in range(4))
            rows: list[list[str | int]] = [
                ["县区", "锅炉", "炉窑", "合计"], ["海棠县", one, two, one + two],
                ["白石县", three, four, three + four],
                ["合计", one + three, two + four, pick.choice((0, 0, 1)) + one + two + three + four],
            ]  # fmt: skip
            for row in rows:
                cells = [str(cell) for cell in row]
                writer.row(cells, cells if pick.random() < 0.5 else [])
            writer.text("附件", "")
        elif kind < 0.5:
            lines = LIST_ZH if pick.random() < 0.5 else LIST_EN
            for line in lines:
                text = words(pick, [line])
                writer.text(text if lines is LIST_ZH else "", text if lines is LIST_EN else "")
        else:
            writer.text(words(pick, ZH), words(pick, EN), confidence=pick.choice((0.2, 1.0)))
    return writer


def words(pick: random.Random, choices: list[str]) -> str:
    return pick.choice(choices).format(n=pick.randint(10, 12), t=pick.randint(31, 35))


FEWEST_MOVES = 5


def all_findings(throughout: Throughout, clauses: dict[int, Clause]) -> dict[int, list[Finding]]:
    return {id_: found for id_ in clauses if (found := throughout.findings(id_))}


@pytest.mark.parametrize("seed", range(6))
def test_an_edit_leads_to_what_looking_anew_would(seed: int) -> None:
    pick = random.Random(seed)
    writer = document(pick, 60)
    clauses = {clause.id: clause for clause in writer.clauses}
    throughout = Throughout(clauses, writer.cells)
    known = all_findings(throughout, clauses)
    seen = 0
    for _ in range(60):
        clauses = dict(clauses)
        id_ = pick.choice(list(clauses))
        kind = pick.random()
        if kind < 0.1:
            del clauses[id_]
            changed = [id_]
        elif kind < 0.2:  # two clauses change places
            other = pick.choice(list(clauses))
            order = [{id_: other, other: id_}.get(one, one) for one in clauses]
            clauses = {one: clauses[one] for one in order}
            changed = [id_, other]
        else:
            side = pick.choice(("zh", "en"))
            in_table = id_ - 1 in writer.cells["zh"]
            text = (
                str(pick.randint(1, 4))
                if in_table
                else words(pick, [*ZH, *LIST_ZH] if side == "zh" else [*EN, *LIST_EN])
            )
            clauses[id_] = clauses[id_].with_text("zh" if side == "zh" else "en", text)
            changed = [id_]
        touched = throughout.update(clauses, changed)
        now = all_findings(throughout, clauses)
        assert now == all_findings(Throughout(clauses, writer.cells), clauses)
        moved = {one for one in clauses if now.get(one) != known.get(one)}
        assert moved <= touched
        seen += len(moved)
        known = now
    assert seen > FEWEST_MOVES


def test_what_was_found_before_a_step_that_failed_is_found_again() -> None:
    case = next(case for case in all_documents() if case.expected)
    clauses = {clause.id: clause for clause in case.clauses}
    throughout = Throughout(clauses, case.cells)
    before = all_findings(throughout, clauses)
    assert before
    changed = dict(clauses)
    del changed[next(iter(before))]
    throughout.update(changed, [next(iter(before))])
    throughout.update(clauses, [next(iter(before))])
    assert all_findings(throughout, clauses) == before


def test_a_clause_over_several_cells_hides_its_table() -> None:
    case = next(case for case in all_documents() if case.rule == "number.sum" and case.expected and case.cells["zh"])
    clauses = {clause.id: clause for clause in case.clauses}
    assert all_findings(Throughout(clauses, case.cells), clauses)
    first, second = list(clauses.values())[-2:]
    both = (*first.zh.segments, *second.zh.segments)
    joined = first.with_text("zh", f"{first.zh.text}\n{second.zh.text}")
    side = type(joined.zh)(both, joined.zh.text, joined.zh.text)
    clauses[first.id] = Clause(first.id, side, joined.en)
    assert not all_findings(Throughout(clauses, case.cells), clauses)


ALLOWED_MS = 5.0


def test_speed_of_an_edit_in_ten_thousand_clauses() -> None:
    pick = random.Random(3)
    writer = document(pick, 10_000)
    clauses = {clause.id: clause for clause in writer.clauses}
    throughout = Throughout(clauses, writer.cells)
    times = []
    for _ in range(60):
        id_ = pick.choice(list(clauses))
        clauses = dict(clauses)
        clauses[id_] = clauses[id_].with_text("zh", words(pick, [*ZH, *LIST_ZH]) + str(pick.random()))
        begun = thread_time()
        throughout.update(clauses, [id_])
        throughout.findings(id_)
        times.append(thread_time() - begun)
    assert 1000 * sorted(times)[len(times) // 2] < allowed(ALLOWED_MS)
