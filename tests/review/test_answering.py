"""Which stretch of one side answers which of the other."""

from drafter.review import counterparts, open_pairs


def told(zh: str, en: str) -> list[tuple[str, str]]:
    session = open_pairs([(zh, en)])
    clause = session.clause(1)
    return [
        (zh[one.zh.start : one.zh.end], en[one.en.start : one.en.end])
        for one in counterparts(clause, session.findings(1))
    ]


def test_figures_that_say_the_same() -> None:
    found = told("到2027年建成泵站12座，投资3.2亿元。", "Invest 320 million yuan and build 12 stations by 2027.")
    assert found == [("2027年", "2027"), ("12座", "12"), ("3.2亿元", "320 million yuan")]


def test_figures_that_differ() -> None:
    assert told("新增林地30亩。", "Add 40 mu of woodland.") == [("30亩", "40 mu")]


def test_what_a_finding_is_held_against() -> None:
    (zh, en) = told("严禁新增燃煤锅炉。", "Add coal-fired boilers.")[0]
    assert "严禁" in zh
    assert en in "Add coal-fired boilers."


def test_marks_of_a_translation_file_are_counted_in() -> None:
    assert told("⟦1⟧建成⟦/1⟧泵站12座。", "⟦1⟧Build⟦/1⟧ 12 stations.") == [("12座", "12")]


def test_one_side_alone_answers_nothing() -> None:
    assert told("建成泵站12座。", "") == []
