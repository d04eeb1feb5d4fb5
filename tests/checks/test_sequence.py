"""Item numbers followed through a document."""

from drafter.checks import Throughout
from drafter.model import Clause, ClauseSide


def told(*lines: str | tuple[str, str]) -> list[tuple[int, str]]:
    clauses = {}
    for number, line in enumerate(lines, 1):
        zh, en = line if isinstance(line, tuple) else ("", line)
        clauses[number] = Clause(number, ClauseSide((), zh, zh), ClauseSide((), en, en))
    looked = Throughout(clauses, {})
    return [
        (number, one.side) for number in clauses for one in looked.findings(number) if one.rule == "structure.sequence"
    ]


def test_a_gap_is_told_where_the_number_is_missing() -> None:
    assert told("First, goals", "Text.", "Third, tasks", "Fourth, safeguards") == [(3, "en")]


def test_levels_begin_anew() -> None:
    assert told("I. Goals", "1. Air", "2. Water", "II. Tasks", "1. Dust", "2. Straw", "3. Kilns", "III. End") == []


def test_a_repeat_is_told() -> None:
    assert told("1. Air", "2. Water", "2. Soil", "3. Dust") == [(3, "en")]


def test_what_the_chinese_has_too_is_asked_of_its_drafter() -> None:
    rows = [("一、目标", "First, goals"), ("三、任务", "Third, tasks"), ("四、保障", "Fourth, safeguards")]
    assert told(*rows) == [(2, "zh")]


def test_a_few_numbers_show_no_order() -> None:
    assert told("2. Water", "4. Dust") == []


def test_the_number_that_is_another_in_the_chinese_is_told() -> None:
    rows = [
        ("1.空气", "1. Air"),
        ("2.水", "2. Water"),
        ("3.土壤", "4. Soil"),
        ("4.扬尘", "4. Dust"),
        ("5.秸秆", "5. Straw"),
    ]
    assert told(*rows) == [(3, "en")]


def test_a_translation_that_numbers_in_its_own_way_is_left_alone() -> None:
    rows = [("二、空气", "1. Air"), ("三、水", "2. Water"), ("四、土壤", "3. Soil"), ("五、扬尘", "4. Dust")]
    assert told(*rows) == []
