"""Clauses go out to whoever translates and come back; what does not fit is told, and never taken over."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.documents.bitext import read_bitext
from drafter.exports.ledger.xlsx_file import write_xlsx
from drafter.i18n import shown
from drafter.language.workbook import read_rows
from drafter.model import DrafterError
from drafter.review import ReviewSession, TakenBack, open_mixed, open_pairs, send_out, take_back, take_over
from tests.review.conftest import Opened

PAIRS = [
    ("全镇改造锅炉120台。", "The town refits 210 boilers."),
    ("各村禁烧秸秆。", "Every village bans burning straw."),
    ("=1+1的说法不成立。", "=SUM(A1) is no plan."),
    ("第一行\n第二行", "- first line\n  second line"),
    ("浓度为12微克/立方米，“约”<10%&以上。", "“About” 12 μg/m³ <10% & more."),
    ("", "Alone in English."),
]
Rows = list[list[str]]
every_kind = pytest.mark.parametrize("ending", [".csv", ".xlsx", ".xlf"])


@pytest.fixture
def review() -> ReviewSession:
    return open_pairs(PAIRS, author="柳如烟")


def table(path: Path) -> Rows:
    if path.suffix == ".xlsx":
        return list(read_rows(path.read_bytes(), path.name))
    return list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))


def write(path: Path, rows: Rows, *, encoding: str = "utf-8-sig", delimiter: str = ",") -> None:
    if path.suffix == ".xlsx":
        write_xlsx([[*row, *[""] * (len(rows[0]) - len(row))] for row in rows], path)
        return
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    path.write_bytes(out.getvalue().encode(encoding))


def changed(path: Path, change: Callable[[Rows], object]) -> Path:
    rows = table(path)
    change(rows)
    write(path, rows)
    return path


def sentences(back: TakenBack) -> list[str]:
    return [shown(message) for message in back.said]


@every_kind
def test_what_comes_back_as_it_went_changes_nothing(review: ReviewSession, tmp_path: Path, ending: str) -> None:
    assert send_out(review, tmp_path / f"pack{ending}", ["all"]) == len(PAIRS)
    back = take_back(review, tmp_path / f"pack{ending}")
    assert (back.proposed, sentences(back), back.same) == ((), [], len(PAIRS))


@every_kind
def test_a_changed_text_is_proposed_and_taken_over(review: ReviewSession, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"pack{ending}"
    send_out(review, path, ["all"])
    if ending == ".xlf":
        text = path.read_text(encoding="utf-8")
        path.write_text(
            text.replace("refits 210", "refits 120").replace("first line\n", "one line\n"), encoding="utf-8"
        )
    else:
        changed(
            path,
            lambda rows: [_put(rows, 1, "The town refits 120 boilers."), _put(rows, 4, "- one line\n  second line")],
        )
    back = take_back(review, path)
    assert [(one.clause, one.side, one.after) for one in back.proposed] == [
        (1, "en", "The town refits 120 boilers."),
        (4, "en", "- one line\n  second line"),
    ]
    assert sentences(back) == []
    assert not review.revisions
    assert take_over(review, back.proposed, "译者", path.name) == (1, 4)
    assert review.clause(1).en.text == "The town refits 120 boilers."
    assert {(one.author, one.reason) for one in review.revisions} >= {("译者", path.name)}
    assert review.author == "柳如烟"
    assert take_back(review, path).proposed == ()


def _put(rows: Rows, clause: int, text: str, column: str = "target") -> Rows:
    rows[clause][rows[0].index(column)] = text
    return rows


def _doubled(rows: Rows) -> Rows:
    rows.append([*rows[2]])
    return rows


def test_which_clauses_go_out(review: ReviewSession, tmp_path: Path) -> None:
    path = tmp_path / "pack.csv"

    def sent(*wanted: str) -> list[str]:
        send_out(review, path, wanted)  # type: ignore[arg-type]
        return [row[1] for row in table(path)[1:]]

    review.edit(2, "en", "Every village forbids burning straw.")
    review.set_state([2, 3, 4, 5, 6], "reviewed")
    assert sent("changed") == ["2"]
    assert sent("failed") == ["1"]
    assert sent("open") == ["1"]
    assert sent("changed", "failed") == ["1", "2"]
    review.set_state(1, "reviewed")
    with pytest.raises(DrafterError, match="nothing to send"):
        send_out(review, path, ["open"])


def test_what_a_row_tells(review: ReviewSession, tmp_path: Path) -> None:
    review.edit(1, "en", "The town shall refit 210 boilers.")
    send_out(review, tmp_path / "pack.csv", ["changed"])
    heading, row = table(tmp_path / "pack.csv")
    cells = dict(zip(heading, row, strict=True))
    assert (cells["row"], cells["clause"], cells["state"]) == ("1 of 1", "1", "initial")
    assert (cells["source"], cells["loaded"]) == PAIRS[0]
    assert cells["target"] == "The town shall refit 210 boilers."
    assert "number.value (Accuracy > Mistranslation)" in cells["errors"]
    assert cells["findings"].startswith("[critical] 210")
    send_out(review, tmp_path / "pack.xlf", ["changed"])
    text = (tmp_path / "pack.xlf").read_text(encoding="utf-8")
    assert '<note category="loaded">The town refits 210 boilers.</note>' in text
    assert "number.value (Accuracy &gt; Mistranslation)" in text
    read = read_bitext(tmp_path / "pack.xlf")
    assert read is not None
    assert [(unit.zh, unit.en) for unit in read.units] == [(PAIRS[0][0], "The town shall refit 210 boilers.")]


def test_no_cell_is_a_formula(review: ReviewSession, tmp_path: Path) -> None:
    send_out(review, tmp_path / "pack.csv", ["all"])
    for row in table(tmp_path / "pack.csv"):
        for cell in row:
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r")), cell


@pytest.mark.parametrize(("encoding", "delimiter"), [("gb18030", ","), ("utf-16", "\t"), ("utf-8", ";")])
def test_what_spreadsheets_make_of_a_csv(review: ReviewSession, tmp_path: Path, encoding: str, delimiter: str) -> None:
    path = tmp_path / "pack.csv"
    send_out(review, path, ["all"])
    rows = table(path)
    _put(rows, 2, "Every village forbids burning straw.")
    write(path, rows, encoding=encoding, delimiter=delimiter)
    back = take_back(review, path)
    assert [one.after for one in back.proposed] == ["Every village forbids burning straw."]
    assert sentences(back) == []


CASES: list[tuple[Callable[[Rows], object], str]] = [
    (lambda rows: rows.pop(2), "Of the 6 rows of the pack 1 did not come back: 2."),
    (lambda rows: _put(rows, 2, "", "check"), "Row 3 has lost the mark by which its clause is known."),
    (lambda rows: _put(rows, 2, "二", "clause"), "Row 3 has lost the mark by which its clause is known."),
    (lambda rows: _put(rows, 2, "77", "clause"), "Row 3: this review has no clause 77."),
    (
        lambda rows: _put(rows, 2, "各村焚烧秸秆。", "source"),
        "Row 3: the source of clause 2 is not the one that was sent.",
    ),
    (lambda rows: _put(rows, 2, " "), "Clause 2 came back without a text."),
    (
        lambda rows: _put(_doubled(rows), 7, "Else."),
        "Clause 2 came back 2 times with different texts: keep one of the rows.",
    ),
]


@pytest.mark.parametrize(("change", "said"), CASES)
def test_strange_rows_are_told(
    review: ReviewSession, tmp_path: Path, change: Callable[[Rows], object], said: str
) -> None:
    path = tmp_path / "pack.csv"
    send_out(review, path, ["all"])

    def both(rows: Rows) -> None:
        _put(rows, 5, "“About” 12 μg/m³.")
        change(rows)

    back = take_back(review, changed(path, both))
    assert sentences(back) == [said]
    assert [one.clause for one in back.proposed] == [5]


def test_columns_sorted_apart_are_noticed(review: ReviewSession, tmp_path: Path) -> None:
    path = tmp_path / "pack.csv"
    send_out(review, path, ["all"])

    def sort_one_column(rows: Rows) -> None:
        texts = [(row[rows[0].index("source")], row[rows[0].index("target")]) for row in rows[1:]]
        for row, (source, target) in zip(rows[1:], texts[1:] + texts[:1], strict=True):
            row[rows[0].index("source")], row[rows[0].index("target")] = source, target

    back = take_back(review, changed(path, sort_one_column))
    assert back.proposed == ()
    assert len(back.said) == len(PAIRS)


def test_what_changed_here_meanwhile_stays(review: ReviewSession, tmp_path: Path) -> None:
    path = tmp_path / "pack.csv"
    send_out(review, path, ["all"])
    review.edit(1, "en", "The town refits 120 boilers.")
    review.edit(2, "zh", "各乡禁烧秸秆。")
    review.set_state(5, "final")
    changed(path, lambda rows: [_put(rows, clause, "Back from the vendor.") for clause in (1, 2, 5)])
    back = take_back(review, path)
    assert back.proposed == ()
    assert sentences(back) == [
        "The translation of clause 1 was changed here since it was sent: compare by hand.",
        "The source of clause 2 was changed here since it was sent: send it again.",
        "Clause 5 is finished: reopen it before you change it.",
    ]


def test_a_text_that_changed_between_proposal_and_taking(review: ReviewSession, tmp_path: Path) -> None:
    path = tmp_path / "pack.csv"
    send_out(review, path, ["all"])
    back = take_back(review, changed(path, lambda rows: _put(rows, 1, "New.")))
    review.edit(1, "en", "Mine.")
    with pytest.raises(DrafterError, match="changed here"):
        take_over(review, back.proposed, "译者")
    assert (review.clause(1).en.text, review.author) == ("Mine.", "柳如烟")


def test_a_unit_that_was_cut_or_came_twice(review: ReviewSession, tmp_path: Path) -> None:
    path = tmp_path / "pack.xlf"
    send_out(review, path, ["all"])
    text = path.read_text(encoding="utf-8")
    cut = '<segment id="a"><source>全镇改造</source><target>The town</target></segment><segment id="b">'
    begin = text.index("<segment")
    text = text[:begin] + cut + text[text.index(">", begin) + 1 :]
    second = text[text.index("<unit", begin) : text.index("</unit>", text.index("<unit", begin)) + len("</unit>")]
    text = text.replace("</file>", second.replace("straw", "stubble") + "</file>")
    path.write_text(text, encoding="utf-8")
    assert sentences(take_back(review, path)) == [
        "Clause 1 was cut into pieces: join them in the tool that cut them.",
        "Clause 2 came back 2 times with different texts: keep one of the rows.",
    ]


def test_no_pack(review: ReviewSession, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("zh,en\n甲,a\n", encoding="utf-8")
    (tmp_path / "a.xlsx").write_bytes(b"PK")
    (tmp_path / "a.xlf").write_text("<xliff", encoding="utf-8")
    (tmp_path / "a.txt").write_text("text", encoding="utf-8")
    for name, said in (("a.csv", "clause"), ("a.xlsx", "no workbook"), ("a.xlf", "a.xlf"), ("a.txt", "must end in")):
        with pytest.raises(DrafterError, match=said):
            take_back(review, tmp_path / name)
    with pytest.raises(DrafterError, match="must end in"):
        send_out(review, tmp_path / "b.doc")


def test_what_no_cell_holds(tmp_path: Path) -> None:
    long = open_pairs([("长", "word " * 8000)])
    with pytest.raises(DrafterError, match="too long for a cell"):
        send_out(long, tmp_path / "a.xlsx", ["all"])
    assert not (tmp_path / "a.xlsx").exists()


MEMORY = """<?xml version="1.0"?><xliff version="1.2"><file original="a" source-language="zh-CN" target-language="en"
datatype="plaintext"><body><trans-unit id="1"><source>改造<x id="1"/>12台。</source>
<target>Refit <x id="1"/>21.</target>
</trans-unit></body></file></xliff>
"""


@every_kind
def test_marks_of_a_translation_tool_stay_where_they_are(tmp_path: Path, closing: Opened, ending: str) -> None:
    source, path = tmp_path / "a.xliff", tmp_path / f"pack{ending}"
    source.write_text(MEMORY, encoding="utf-8")
    session = closing(open_mixed(source))
    before = session.clause(1).en.text
    send_out(session, path, ["all"])
    if ending == ".xlf":
        path.write_text(path.read_text(encoding="utf-8").replace("Refit 21.", "Refit 12."), encoding="utf-8")
    else:
        changed(path, lambda rows: _put(rows, 1, "Refit 12."))
    back = take_back(session, path)
    assert [one.after for one in back.proposed] == ["Refit 12."]
    take_over(session, back.proposed, "")
    assert session.clause(1).en.text == before.replace("21", "12")
