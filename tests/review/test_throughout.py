"""What the document rules find in a review: kept in step with edits, decided about, and never lost."""

from pathlib import Path

import docx
import pytest

from drafter.model import DrafterError, Finding
from drafter.project import ProjectStore
from drafter.review import Change, ReviewSession, open_pairs, open_project, open_side
from tests.review.conftest import Opened

LINES = [
    "海棠县锅炉改造方案",
    "全县改造锅炉130台，任务分解如下：",
    "1.河口镇45台。",
    "2.东桥镇40台。",
    "3.南岭镇35台。",
    "到2027年，全县森林覆盖率达到68%。",
    "到2027年，全县森林覆盖率达到63%。",
]
TOTAL, FIRST, LATER = 2, 3, 7


@pytest.fixture
def session(tmp_path: Path, closing: Opened) -> ReviewSession:
    """The lines, open."""
    path = tmp_path / "zh.txt"
    path.write_text("\n".join(LINES) + "\n", encoding="utf-8")
    return closing(open_side(path, "zh", author="柳如烟"))


def found(session: ReviewSession, rule: str) -> list[Finding]:
    return [finding for finding in session.findings() if finding.rule == rule]


def test_a_fault_names_the_other_places(session: ReviewSession) -> None:
    (total,) = found(session, "number.sum")
    assert (total.clause, total.text) == (TOTAL, "130台")
    assert [(mention.clause, mention.text) for mention in total.elsewhere] == [(3, "45台"), (4, "40台"), (5, "35台")]
    (conflict,) = found(session, "number.conflict")
    assert conflict.clause == LATER
    assert [mention.clause for mention in conflict.elsewhere] == [LATER - 1]


def test_an_edit_of_one_clause_mends_another(session: ReviewSession) -> None:
    told: list[Change] = []
    session.subscribe(told.append)
    session.edit(FIRST, "zh", "1.河口镇55台。")
    assert not found(session, "number.sum")
    assert set(told[0].clauses) == {TOTAL, FIRST}
    session.undo()
    assert found(session, "number.sum")
    assert set(told[1].clauses) == {TOTAL, FIRST}


def test_a_decision_holds_until_what_it_was_held_against_changes(session: ReviewSession, tmp_path: Path) -> None:
    (total,) = found(session, "number.sum")
    session.ignore(total, "另有10台在开发区")
    assert not found(session, "number.sum")
    session.edit(LATER, "zh", "到2027年，全县森林覆盖率达到64%。")
    session.edit(TOTAL, "zh", "今年，全县改造锅炉130台，任务分解如下：")
    assert not found(session, "number.sum")
    path = tmp_path / "a.drafter"
    session.save_as(path)
    session.close()
    again = open_project(path)
    assert not found(again, "number.sum")
    again.edit(FIRST, "zh", "1.河口镇47台。")
    assert found(again, "number.sum")
    again.undo()
    assert not found(again, "number.sum")
    again.close()


def test_what_can_t_be_kept_changes_nothing(
    session: ReviewSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.save_as(tmp_path / "a.drafter")
    before = session.findings()

    def fail(*_: object) -> None:
        raise DrafterError("no room")

    monkeypatch.setattr(ProjectStore, "append", fail)
    with pytest.raises(DrafterError):
        session.edit(FIRST, "zh", "1.河口镇55台。")
    assert session.findings() == before
    monkeypatch.undo()
    session.edit(LATER, "zh", "到2027年，全县森林覆盖率达到65%。")
    assert [finding for finding in before if finding.rule == "number.sum"] == found(session, "number.sum")


def test_findings_are_the_same_after_reopening(session: ReviewSession, tmp_path: Path) -> None:
    session.edit(FIRST, "zh", "1.河口镇51台。")
    session.save_as(tmp_path / "a.drafter")
    again = open_project(tmp_path / "a.drafter")
    assert again.findings() == session.findings()
    again.close()


def test_pairs_that_have_nothing_to_do_with_each_other_are_no_document() -> None:
    session = open_pairs([(line, "") for line in LINES])
    assert not found(session, "number.sum")
    assert not found(session, "number.conflict")


def test_a_word_table_with_merged_headings(tmp_path: Path, closing: Opened) -> None:
    document = docx.Document()
    document.add_paragraph("各县年度任务见下表。")
    rows = [
        ["县区", "改造任务", "", "", "达标率"], ["", "合计", "锅炉", "炉窑", ""], ["海棠县", "47", "35", "12", "92%"],
        ["白石县", "41", "41", "", "88%"], ["青岚区", "31", "24", "9", "95%"], ["合计", "121", "100", "21", "91%"],
    ]  # fmt: skip
    table = document.add_table(rows=0, cols=5)
    for texts in rows:
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    table.cell(0, 1).merge(table.cell(0, 3))
    table.cell(0, 0).merge(table.cell(1, 0))
    path = tmp_path / "zh.docx"
    document.save(str(path))
    session = closing(open_side(path, "zh"))
    (wrong,) = found(session, "number.sum")
    assert (wrong.text, wrong.fix.text if wrong.fix else "") == ("31", "33")
