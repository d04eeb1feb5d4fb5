"""`drafter batch`."""

from pathlib import Path

from tests.cli.conftest import Drafter


def test_a_folder_is_checked_and_summed_up(tmp_path: Path, drafter: Drafter) -> None:
    for name, english in (("a", "21 boilers are renovated."), ("b", "12 boilers are renovated.")):
        (tmp_path / f"{name}.zh.txt").write_text("完成12台锅炉改造。\n", encoding="utf-8")
        (tmp_path / f"{name}.en.txt").write_text(english, encoding="utf-8")
    (tmp_path / "alone.txt").write_text("x")
    out = tmp_path / "out"
    answer = drafter("batch", tmp_path, "--word", "table", "zh", "--fixes", "suggested", "-o", out)
    assert answer.status == 0
    assert "no single counterpart" in answer.err
    assert {path.name for path in out.iterdir()} == {
        "a.jsonl", "a.html", "a-table.docx", "a-zh.docx", "b.jsonl", "b.html", "b-table.docx", "b-zh.docx",
        "batch.json", "summary.csv", "summary.xlsx",
    }  # fmt: skip
    assert '"rule": "number.value"' in (out / "a.jsonl").read_text(encoding="utf-8")
    rows = (out / "summary.csv").read_text(encoding="utf-8-sig").splitlines()
    assert [row.split(",")[:4] for row in rows[1:]] == [
        ["a", "a.zh.txt · a.en.txt", "1", "1"],
        ["b", "b.zh.txt · b.en.txt", "1", "0"],
    ]
    again = drafter("batch", tmp_path, "--word", "table", "zh", "--fixes", "suggested", "-o", out)
    assert again.err.count("(done before)") == 2


def test_a_folder_without_pairs_says_how_to_name_them(tmp_path: Path, drafter: Drafter) -> None:
    (tmp_path / "alone.txt").write_text("x")
    answer = drafter("batch", tmp_path, "-o", tmp_path / "out")
    assert answer.status == 3
    assert "plan.zh.docx and plan.en.docx" in answer.err


def test_what_can_t_be_read_is_told_and_the_rest_is_done(tmp_path: Path, drafter: Drafter) -> None:
    for name in ("a.zh.txt", "a.en.txt", "b.zh.txt", "b.en.txt"):
        (tmp_path / name).write_text("完成12台。" if "zh" in name else "12 units.", encoding="utf-8")
    (tmp_path / "a.zh.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    answer = drafter("batch", tmp_path, "-o", tmp_path / "out")
    assert answer.status == 3
    assert (tmp_path / "out" / "b.jsonl").exists()
    assert not (tmp_path / "out" / "a.jsonl").exists()


def test_results_never_go_over_a_file(tmp_path: Path, drafter: Drafter) -> None:
    (tmp_path / "out").write_text("mine")
    answer = drafter("batch", tmp_path, "-o", tmp_path / "out")
    assert answer.status == 3
    assert (tmp_path / "out").read_text() == "mine"
