"""A folder of pairs: which files belong together, and a batch that is taken up where it was stopped."""

import json
import os
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

import pytest

from drafter.model import DrafterError
from drafter.review import ReviewSession, open_pair
from drafter.review.batch import Item, items_in, run_batch, write_summary

ZH, EN = "到2025年，完成12台锅炉改造。\n", "By 2025, 21 boilers are renovated.\n"


def put(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(EN if "en" in path.name.lower() or "英" in name else ZH, encoding="utf-8")


def named(items: Iterable[Item]) -> dict[str, tuple[str, ...]]:
    return {item.name: tuple(file.name for file in item.files) for item in items}


@pytest.mark.parametrize(
    ("zh", "en", "name"),
    [
        ("plan.zh.txt", "plan.en.txt", "plan"),
        ("plan_ZH-CN.txt", "plan_EN-US.docx", "plan"),
        ("方案-中文.txt", "方案-英文.txt", "方案"),
        ("方案（中文版）.txt", "方案（英文版）.txt", "方案"),
        ("2024/zh.txt", "2024/en.txt", "2024"),
        ("water plan chinese.md", "water plan English.html", "water plan"),
        ("行动计划英文.txt", "行动计划中文.txt", "行动计划"),
    ],
)
def test_names_that_belong_together(tmp_path: Path, zh: str, en: str, name: str) -> None:
    put(tmp_path, zh, en)
    found = items_in(tmp_path)
    assert list(named(found.items)) == [name]
    assert len(found.items[0].files) == 2
    assert found.left == ()


@pytest.mark.parametrize("name", ["content.txt", "zhejiang.txt", "中国.txt", "green.docx", "english-lesson.zh.txt"])
def test_what_has_no_counterpart_is_left_and_named(tmp_path: Path, name: str) -> None:
    put(tmp_path, name)
    found = items_in(tmp_path)
    assert found.items == ()
    assert [path.name for path in found.left] == [name]


def test_of_several_those_of_one_ending_are_a_pair(tmp_path: Path) -> None:
    put(tmp_path, "a.zh.txt", "a.zh.docx", "a.en.txt")
    found = items_in(tmp_path)
    assert named(found.items) == {"a": ("a.zh.txt", "a.en.txt")}
    assert [path.name for path in found.left] == ["a.zh.docx"]
    put(tmp_path, "a.en.docx")
    assert sorted(named(items_in(tmp_path).items)) == ["a", "a (2)"]


def test_names_that_say_the_language_alone_are_named_after_the_folder(tmp_path: Path) -> None:
    put(tmp_path / "空气", "中文.txt", "英文.txt")
    assert named(items_in(tmp_path / "空气").items) == {"空气": ("中文.txt", "英文.txt")}


def test_two_of_one_language_and_ending_are_no_pair(tmp_path: Path) -> None:
    put(tmp_path, "a.zh.txt", "a_zh.txt", "a.en.txt")
    found = items_in(tmp_path)
    assert found.items == ()
    assert len(found.left) == 3


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    put(tmp_path, "a.zh.txt", "a.en.txt")
    os.mkfifo(tmp_path / "b.zh.txt")
    found = items_in(tmp_path)
    assert (list(named(found.items)), found.left) == (["a"], ())


def test_the_results_hidden_files_and_locks_are_left_out(tmp_path: Path) -> None:
    put(tmp_path, "out/b.zh.txt", "out/b.en.txt", ".git/c.zh.txt", "~$a.zh.docx", "a.zh.txt", "a.en.txt")
    assert list(named(items_in(tmp_path, leave_out=tmp_path / "out").items)) == ["a"]


def test_projects_and_memories_stand_alone(tmp_path: Path) -> None:
    put(tmp_path, "a.drafter", "b.tmx", "sub/b.tmx")
    assert list(named(items_in(tmp_path).items)) == ["a", "b", "sub-b"]


def test_names_that_differ_in_nothing_do_not_replace_each_other(tmp_path: Path) -> None:
    put(tmp_path, "a.zh.txt", "a.en.txt", "a.drafter")
    assert sorted(named(items_in(tmp_path).items)) == ["a", "a (2)"]


def test_no_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(DrafterError, match="is no folder"):
        items_in(tmp_path / "none")


class Count:
    """Writes a file for each review, and remembers which."""

    def __init__(self) -> None:
        self.done: list[str] = []

    def __call__(self, session: ReviewSession, path: Path) -> list[Path]:
        self.done.append(path.name)
        out = path.with_name(f"{path.name}.txt")
        out.write_text(str(len(session.findings())))
        return [out]


def test_a_batch_is_taken_up_where_it_was_stopped(tmp_path: Path) -> None:
    put(tmp_path, "a.zh.txt", "a.en.txt", "b.zh.txt", "b.en.txt", "c.zh.txt", "c.en.txt")
    items, out = items_in(tmp_path).items, tmp_path / "out"
    first = Count()
    assert [one.name for one in islice(run_batch(items, out, first, "x"), 2)] == ["a", "b"]
    second = Count()
    results = list(run_batch(items, out, second, "x"))
    assert (first.done, second.done) == (["a", "b"], ["c"])
    assert [one.again for one in results] == [True, True, False]
    assert results[0].counts == {"critical": 1, "major": 0, "minor": 0}
    assert results[0].facts == 1


def test_what_changed_is_done_again(tmp_path: Path) -> None:
    put(tmp_path, "a.zh.txt", "a.en.txt", "b.zh.txt", "b.en.txt")
    items, out = items_in(tmp_path).items, tmp_path / "out"
    list(run_batch(items, out, Count(), "x"))
    (tmp_path / "b.en.txt").write_text("By 2025, 12 boilers are renovated.\n")
    (out / "a.txt").unlink()
    again = Count()
    results = {one.name: one for one in run_batch(items, out, again, "x")}
    assert again.done == ["a", "b"]
    assert results["b"].facts == 0
    wished = Count()
    list(run_batch(items, out, wished, "y"))
    assert wished.done == ["a", "b"]


def test_notes_that_are_damaged_only_cost_time(tmp_path: Path) -> None:
    put(tmp_path, "a.zh.txt", "a.en.txt")
    items, out = items_in(tmp_path).items, tmp_path / "out"
    list(run_batch(items, out, Count(), "x"))
    for damaged in (b"", b"{", b"[]", b'{"done": [{"name": 1}]}', b'{"done": 3}'):
        (out / "batch.json").write_bytes(damaged)
        again = Count()
        assert [one.error for one in run_batch(items, out, again, "x")] == [""]
        assert again.done == ["a"]


def test_one_that_can_t_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    put(tmp_path, "a.zh.txt", "a.en.txt", "b.zh.txt", "b.en.txt")
    (tmp_path / "a.zh.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    results = list(run_batch(items_in(tmp_path).items, tmp_path / "out", Count(), "x"))
    assert "a.zh.txt" in results[0].error
    assert results[1].error == ""
    noted = json.loads((tmp_path / "out" / "batch.json").read_bytes())["done"]
    assert [one["name"] for one in noted] == ["b"]
    paths = write_summary(results, tmp_path / "out")
    lines = paths[0].read_text(encoding="utf-8-sig").splitlines()
    assert [line.split(",")[0] for line in lines] == ["Review", "b", "a"]
    assert "picture" in lines[2] or "a.zh.txt" in lines[2]


def test_a_project_is_not_changed(tmp_path: Path) -> None:
    put(tmp_path, "a.zh.txt", "a.en.txt")
    session = open_pair(tmp_path / "a.zh.txt", tmp_path / "a.en.txt")
    session.save_as(tmp_path / "p.drafter")
    session.close()
    before = (tmp_path / "p.drafter").read_bytes()

    def fix(session: ReviewSession, path: Path) -> list[Path]:
        session.apply_fixes("suggested")
        return []

    results = list(run_batch([Item("p", single=tmp_path / "p.drafter")], tmp_path / "out", fix, "x"))
    assert [one.error for one in results] == [""]
    assert (tmp_path / "p.drafter").read_bytes() == before
    assert json.loads((tmp_path / "out" / "batch.json").read_bytes())["done"][0]["facts"] == 1
