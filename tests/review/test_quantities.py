"""The ledger of a review: every figure once, with what it is about, its counterpart, and a verdict."""

from collections.abc import Iterator
from pathlib import Path
from time import thread_time

import pytest

import drafter.review.quantities as module
from drafter.checks import answers
from drafter.model import Clause, LedgerRow
from drafter.review import QuantityLedger, ReviewSession, open_pair, open_pairs, open_side
from tests.review.conftest import Opened

ZH = [
    "澄湖市节水行动计划",
    "到2027年，全市用水量降至390万吨，其中海棠县用水量降至85万吨以下。",
    "管网漏损率下降4个百分点，新建泵站12座。",
    "每年检修一次。",
]
EN = [
    "Water Saving Plan of Chenghu City",
    "By 2027, water use in the city is to fall to 3.9 million tonnes, in Haitang County to 850,000 tonnes or less.",
    "Leakage is to fall by 4%, and 15 pumping stations will be built.",
    "The mains shall be overhauled once a year.",
]


@pytest.fixture
def session(tmp_path: Path, closing: Opened) -> ReviewSession:
    """The two texts, paired."""
    paths = [tmp_path / "zh.txt", tmp_path / "en.txt"]
    for path, lines in zip(paths, (ZH, EN), strict=True):
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return closing(open_pair(paths[0], paths[1]))


def told(rows: Iterator[LedgerRow] | tuple[LedgerRow, ...]) -> list[tuple[str, str, str]]:
    return [(row.zh.text if row.zh else "", row.en.text if row.en else "", row.verdict) for row in rows]


def test_every_figure_has_a_verdict(session: ReviewSession) -> None:
    ledger = QuantityLedger(session)
    assert told(ledger.rows_of(2)) == [
        ("2027年", "2027", "same"), ("390万吨", "3.9 million tonnes", "same"),
        ("85万吨以下", "850,000 tonnes or less", "same"),
    ]  # fmt: skip
    assert told(ledger.rows_of(3)) == [
        ("4个百分点", "4%", "differs"), ("12座", "15", "differs"),
    ]  # fmt: skip
    session.edit(4, "en", "The mains shall be overhauled every 18 days.")
    assert ("", "18 days", "extra") in told(ledger.rows_of(4))


def test_what_a_figure_is_about(session: ReviewSession) -> None:
    rows = list(QuantityLedger(session).rows_of(2))
    assert [(row.indicator, row.year, row.region) for row in rows[1:]] == [
        ("用水量", 2027, "澄湖市"), ("用水量", 2027, "海棠县"),
    ]  # fmt: skip
    assert [(row.zh_line, row.en_line) for row in rows] == [(2, 2)] * 3


def test_a_manner_of_speaking_is_no_figure(session: ReviewSession) -> None:
    ledger = QuantityLedger(session)
    assert "once" not in [row.en.text for row in ledger.rows() if row.en]
    assert len(ledger.rows_of(4, every=True)) >= len(ledger.rows_of(4))


def test_only_what_changed_is_read_again(session: ReviewSession, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = QuantityLedger(session)
    list(ledger.rows())
    read: list[int] = []

    def counting(clause: Clause) -> object:
        read.append(clause.id)
        return answers(clause)

    monkeypatch.setattr(module, "answers", counting)
    assert told(ledger.rows_of(3))[1] == ("12座", "15", "differs")
    session.edit(3, "en", EN[2].replace("15", "12"))
    assert told(ledger.rows_of(3))[1] == ("12座", "12", "same")
    list(ledger.rows())
    assert read == [3]


def test_a_finding_pairs_what_it_holds_against_each_other(closing: Opened) -> None:
    session = closing(
        open_pairs([("会议经市政府第37次常务会议审议通过。", "It was adopted at the 73rd executive meeting.")])
    )
    (finding,) = [one for one in session.findings() if one.rule == "number.value"]
    assert told(QuantityLedger(session).rows_of(1)) == [("第37", "73rd", "differs")]
    session.edit(1, "en", "It was adopted at the 37th executive meeting.")
    assert told(QuantityLedger(session).rows_of(1)) == [("第37", "37th", "same")]
    assert finding not in session.findings()


def test_a_side_alone_has_no_verdicts(tmp_path: Path, closing: Opened) -> None:
    path = tmp_path / "zh.txt"
    path.write_text("\n".join(ZH) + "\n", encoding="utf-8")
    rows = list(QuantityLedger(closing(open_side(path, "zh"))).rows())
    assert {row.verdict for row in rows} == {""}
    assert all(row.en is None and row.en_line == 0 for row in rows)


def test_a_doubtful_pairing_is_no_verdict(closing: Opened) -> None:
    session = closing(open_pairs([("改造锅炉120台。", "It rained on 47 days.")]))
    clause = session.clause(1)
    doubtful = Clause(1, clause.zh, clause.en, 0.2)
    assert {row.verdict for row in answers(doubtful)} == {"unsure"}


def test_a_second_look_is_quick(closing: Opened) -> None:
    pairs = [
        (f"改造锅炉{number}台，投入{number}万元。", f"Refit {number} boilers at {number * 10_000:,} yuan.")
        for number in range(11, 2011)
    ]
    session = closing(open_pairs(pairs))
    begun = thread_time()
    ledger = QuantityLedger(session)
    assert sum(1 for _ in ledger.rows()) == 2 * len(pairs)
    first = thread_time() - begun
    begun = thread_time()
    list(ledger.rows())
    assert thread_time() - begun < max(0.2, first / 3)
