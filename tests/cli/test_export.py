"""`drafter export`: every kind of file in one go, and names that are filled in."""

import json
import zipfile
from pathlib import Path

import pytest

from drafter.review import ENDINGS
from tests.cli.conftest import Drafter


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    zh, en = tmp_path / "方案.txt", tmp_path / "plan.txt"
    zh.write_text("云溪市方案\n到2025年，细颗粒物浓度下降10%。\n改造锅炉12台。\n", encoding="utf-8")
    en.write_text("Plan of Yunxi City\nBy 2025, PM2.5 falls by 10%.\nRenovate 21 boilers.\n", encoding="utf-8")
    return zh, en


def test_every_kind_of_file_at_once(pair: tuple[Path, Path], tmp_path: Path, drafter: Drafter) -> None:
    outs = [tmp_path / f"out{ending}" for ending in ENDINGS]
    answer = drafter("export", "--zh", pair[0], "--en", pair[1], "-o", *outs)
    assert answer.status == 0
    assert all(out.stat().st_size > 100 for out in outs)
    page = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert "of-number" in page
    assert len(json.loads((tmp_path / "out.json").read_bytes())["clauses"]) == 3


def test_several_layouts_and_a_pattern(pair: tuple[Path, Path], tmp_path: Path, drafter: Drafter) -> None:
    given = ("export", "--zh", pair[0], "--en", pair[1], "--layout", "table", "zh")
    assert drafter(*given, "-o", tmp_path / "a.docx").status == 0
    assert drafter(*given, "-o", tmp_path / "{name} {layout} {style}.docx").status == 0
    names = sorted(path.name for path in tmp_path.glob("*.docx"))
    assert names == ["a-table.docx", "a-zh.docx", "方案 table plain.docx", "方案 zh plain.docx"]
    assert all(zipfile.is_zipfile(tmp_path / name) for name in names)


def test_a_place_that_is_none_is_told(pair: tuple[Path, Path], tmp_path: Path, drafter: Drafter) -> None:
    answer = drafter("export", "--zh", pair[0], "--en", pair[1], "-o", tmp_path / "{date}.docx")
    assert answer.status == 2
    assert "“{date}” can't stand in a file's name" in answer.sentence
    assert not list(tmp_path.glob("*.docx"))


@pytest.mark.parametrize(
    ("table", "told"),
    [("clauses", "云溪市方案"), ("findings", "number.value"), ("figures", "differs"), ("measures", "Facet")],
)
def test_each_table(pair: tuple[Path, Path], tmp_path: Path, drafter: Drafter, table: str, told: str) -> None:
    out = tmp_path / "a.csv"
    assert drafter("export", "--zh", pair[0], "--en", pair[1], "--table", table, "-o", out).status == 0
    assert told in out.read_text(encoding="utf-8-sig")


def test_nothing_confirmed_is_told_and_leaves_the_old_file(
    pair: tuple[Path, Path], tmp_path: Path, drafter: Drafter
) -> None:
    out = tmp_path / "a.tmx"
    out.write_text("old")
    answer = drafter("export", "--zh", pair[0], "--en", pair[1], "--confirmed", "-o", out)
    assert answer.status == 3
    assert "confirm clauses first" in answer.sentence
    assert out.read_text() == "old"


def test_a_source_is_never_written_over(pair: tuple[Path, Path], tmp_path: Path, drafter: Drafter) -> None:
    answer = drafter("export", "--zh", pair[0], "--en", pair[1], "-o", tmp_path / "a.json", pair[1])
    assert answer.status == 2
    assert not (tmp_path / "a.json").exists()


def test_wishes_that_would_be_left_out_are_refused(pair: tuple[Path, Path], tmp_path: Path, drafter: Drafter) -> None:
    given = ("export", "--zh", pair[0], "--en", pair[1], "-o", tmp_path / "a.docx")
    assert "do not go with --into-original" in drafter(*given, "--into-original", "--comments").sentence
    project = tmp_path / "p.drafter"
    assert drafter("new", "--zh", pair[0], "--en", pair[1], "-o", project).status == 0
    asked = ("export", "--project", project, "--returnable", "--fixes", "safe", "-o", tmp_path / "a.docx")
    answer = drafter(*asked)
    assert answer.status == 2
    assert "can't be taken back" in answer.sentence
    answer = drafter(*given, "--returnable", "--layout", "zh")
    assert answer.status == 2
    assert "--layout table" in answer.sentence
    assert not (tmp_path / "a.docx").exists()


def test_a_finished_file_with_critical_findings_is_told_of(
    pair: tuple[Path, Path], tmp_path: Path, drafter: Drafter
) -> None:
    given = ("export", "--zh", pair[0], "--en", pair[1], "-o", tmp_path / "a.docx")
    answer = drafter(*given)
    assert answer.status == 0
    assert "1 critical finding is still open." in answer.err
    assert "still open" not in drafter(*given, "--comments").err
    assert "still open" not in drafter(*given, "--fixes", "suggested").err


def test_one_file_that_fails_does_not_end_the_rest(pair: tuple[Path, Path], tmp_path: Path, drafter: Drafter) -> None:
    (tmp_path / "b.html").mkdir()
    outs = [tmp_path / name for name in ("a.docx", "none/c.csv", "b.html", "d.odd", "e.json")]
    answer = drafter("export", "--zh", pair[0], "--en", pair[1], "--comments", "-o", *outs)
    assert answer.status == 3
    assert zipfile.is_zipfile(outs[0])
    assert len(json.loads(outs[-1].read_bytes())["clauses"]) == 3
    written, told = answer.err.splitlines()[:2], answer.err.splitlines()[2:]
    assert written == [f"Written: {outs[0]}", f"Written: {outs[-1]}"]
    for path, line, why in zip(
        outs[1:4], told, ("does not exist", "b.html” is a folder: name a file in it", ".docx"), strict=True
    ):
        assert line.startswith(f"Not written: {path}. ")
        assert why in line


@pytest.mark.parametrize(
    ("wish", "out", "option", "kind"),
    [
        (["--table", "findings"], "a.html", "--table", ".csv"),
        (["--confirmed"], "a.xlf", "--confirmed", ".tmx"),
        (["--tags", "--layout", "zh"], "a.docx", "--tags", ".docx --layout table"),
        (["--track-changes"], "a.json", "--track-changes", ".docx"),
        (["--style", "gbt9704"], "a.csv", "--style", ".docx"),
    ],
)
def test_a_wish_that_no_file_has_a_use_for_is_told(
    pair: tuple[Path, Path], tmp_path: Path, drafter: Drafter, wish: list[str], out: str, option: str, kind: str
) -> None:
    given = ("export", "--zh", pair[0], "--en", pair[1], *wish)
    sentence = f"{option} changes nothing in these files: it is for {kind}."
    answer = drafter(*given, "-o", tmp_path / out)
    assert (answer.status, (tmp_path / out).exists()) == (0, True)
    assert answer.err.splitlines()[0] == sentence


def test_a_wish_that_the_original_has_no_use_for_is_told(project: Path, tmp_path: Path, drafter: Drafter) -> None:
    given = ("export", "--project", project, "--into-original", "--style", "gbt9704", "-o", tmp_path / "a.docx")
    told = drafter(*given).err.splitlines()
    assert told[0] == "--style changes nothing with --into-original: the file stays as it is."


def test_a_wish_that_one_of_the_files_fulfils_is_no_matter(
    pair: tuple[Path, Path], tmp_path: Path, drafter: Drafter
) -> None:
    given = ("export", "--zh", pair[0], "--en", pair[1], "--comments", "--table", "figures", "--no-names")
    assert "changes nothing" not in drafter(*given, "-o", tmp_path / "a.docx", tmp_path / "a.csv").err
    named = drafter("export", "--zh", pair[0], "--en", pair[1], "--layout", "zh", "-o", tmp_path / "{layout}.csv")
    assert (named.err, (tmp_path / "zh.csv").exists()) == (f"Written: {tmp_path / 'zh.csv'}\n", True)


def test_a_file_that_somebody_has_open_is_told_of(pair: tuple[Path, Path], tmp_path: Path, drafter: Drafter) -> None:
    out = tmp_path / "审校.docx"
    given = ("export", "--zh", pair[0], "--en", pair[1], "--comments", "-o", out)
    assert drafter(*given).err == f"Written: {out}\n"
    (tmp_path / ".~lock.审校.docx#").write_text("somebody")
    told, written = drafter(*given).err.splitlines()
    assert "“审校.docx” seems to be open in another program" in told
    assert written == f"Written: {out}"


def test_a_long_title_makes_a_name_that_every_disk_takes(tmp_path: Path, drafter: Drafter) -> None:
    zh = tmp_path / "方案.txt"
    zh.write_text(
        f"云溪市人民政府办公室关于印发《{'云溪市清洁空气' * 12}行动方案》的通知\n改造锅炉12台。\n", encoding="utf-8"
    )
    given = ("export", "--zh", zh, "--layout", "interleaved", "--style", "gbt9704")
    assert drafter(*given, "-o", tmp_path / "{title} {layout} {style}.docx").status == 0
    (made,) = tmp_path.glob("*.docx")
    assert made.name.startswith("云溪市人民政府办公室关于印发《云溪市清洁空气")
    assert made.name.endswith(" interleaved gbt9704.docx")
