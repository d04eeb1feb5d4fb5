"""Every command by its contract: fields, places, statuses, and what goes where."""

import io
import os
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest

from drafter.documents import read_document
from drafter.model import Document
from drafter.review import open_project
from tests.cli.conftest import EN, MIXED, SAMPLE, ZH, Drafter

ROOT = Path(__file__).resolve().parents[2]
CORPUS = Path(os.environ.get("DRAFTER_CORPUS") or ROOT.parent / "shared" / "corpus")
FIELDS = [
    "rule", "severity", "side", "line", "start", "end", "text", "message", "fix", "confidence", "counterpart",
]  # fmt: skip
Pair = tuple[Path, Path]


def split(path: Path) -> list[str]:
    text = path.read_bytes().decode("utf-8-sig")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def require_places(rows: list[dict[str, Any]], lines: dict[str, list[str]] | dict[str, dict[int, str]]) -> None:
    """Every finding and every counterpart reads what its line says at its place."""
    for row in rows:
        assert list(row) == FIELDS
        for place in filter(None, (row, row["counterpart"])):
            side = lines[place["side"]]
            line = side[place["line"]] if isinstance(side, dict) else side[place["line"] - 1]
            assert line[place["start"] : place["end"]] == place["text"]
        assert (row["fix"] is None) == (row["confidence"] is None)
        assert row["severity"] in ("critical", "major", "minor")


# --- read ------------------------------------------------------------------------------------------------------------


def test_read(pair: Pair, drafter: Drafter) -> None:
    answer = drafter("read", pair[0])
    assert answer.status == 0
    assert answer.err == ""
    assert [row["n"] for row in answer.rows] == [1, 3, 4, 5]
    assert list(answer.rows[0]) == ["n", "part", "number", "text", "level"]
    assert answer.rows[0] == {"n": 1, "part": "body", "number": "", "text": "石桥镇清洁空气行动计划", "level": 0}


def test_read_reports_on_the_error_stream(tmp_path: Path, drafter: Drafter) -> None:
    path = tmp_path / "旧.txt"
    path.write_bytes("石桥镇清洁空气行动计划\n".encode("gb18030"))
    answer = drafter("read", path)
    assert answer.rows[0]["text"] == "石桥镇清洁空气行动计划"
    assert "GB18030" in answer.sentence


def test_a_scan_is_recognised_where_that_is_asked(
    pair: Pair, drafter: Drafter, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []

    def read(path: Path, *, recognise: object, **options: Any) -> Document:
        asked.append(recognise is not None)
        return read_document(path, **options)

    monkeypatch.setattr("drafter.cli.commands.read.read_document", read)
    assert drafter("read", pair[0], "--recognise").status == 0
    assert drafter("read", pair[0]).status == 0
    assert asked == [True, False]


def test_read_view(tmp_path: Path, drafter: Drafter) -> None:
    document = docx.Document()
    document.add_paragraph("Text")
    document.save(str(tmp_path / "a.docx"))
    for view in ("final", "original"):
        assert drafter("read", tmp_path / "a.docx", "--view", view).rows[0]["text"] == "Text"


# --- check -----------------------------------------------------------------------------------------------------------


def test_check_a_pair(pair: Pair, drafter: Drafter) -> None:
    answer = drafter("check", "--zh", pair[0], "--en", pair[1], "--format", "jsonl")
    assert answer.status == 0
    rules = [row["rule"] for row in answer.rows]
    assert {"number.digit-word", "spacing.glued", "structure.enumerator-word"} <= set(rules)
    require_places(answer.rows, {"zh": ZH.split("\n"), "en": EN.split("\n")})
    digit = answer.rows[rules.index("number.digit-word")]
    assert (digit["side"], digit["line"], digit["text"], digit["confidence"]) == ("en", 4, "PM2.five", "safe")


def test_check_one_side(pair: Pair, drafter: Drafter) -> None:
    for side, path in zip(("zh", "en"), pair, strict=True):
        rows = drafter("check", f"--{side}", path, "--format", "jsonl").rows
        assert {row["side"] for row in rows} <= {side}
    assert rows


def test_check_a_mixed_file(mixed: Path, drafter: Drafter) -> None:
    rows = drafter("check", "--mixed", mixed, "--format", "jsonl").rows
    assert {row["side"] for row in rows} == {"zh", "en"}
    require_places(rows, {"zh": MIXED.split("\n"), "en": MIXED.split("\n")})


def test_check_the_sample(drafter: Drafter) -> None:
    rows = drafter("check", "--zh", SAMPLE[0], "--en", SAMPLE[1], "--format", "jsonl").rows
    assert len(rows) > 50
    require_places(rows, {"zh": split(SAMPLE[0]), "en": split(SAMPLE[1])})


@pytest.mark.parametrize("name", ["hunan", "henan"])
def test_check_a_corpus(name: str, drafter: Drafter) -> None:
    zh, en = CORPUS / name / "zh.txt", CORPUS / name / "en.txt"
    if not en.exists():
        pytest.skip("the corpus is not at hand")
    rows = drafter("check", "--zh", zh, "--en", en, "--format", "jsonl").rows
    require_places(rows, {"zh": split(zh), "en": split(en)})
    require_places(drafter("check", "--en", en, "--format", "jsonl").rows, {"en": split(en)})


def test_check_a_mixed_corpus(drafter: Drafter) -> None:
    path = CORPUS / "autumn-winter" / "mixed.txt"
    if not path.exists():
        pytest.skip("the corpus is not at hand")
    answer = drafter("check", "--mixed", path, "--format", "jsonl")
    assert answer.status == 0
    require_places(answer.rows, {"zh": split(path), "en": split(path)})


def test_check_word_documents(tmp_path: Path, drafter: Drafter) -> None:
    """Numbers and offsets are those of `drafter read`."""
    paths = {}
    for side, text in (("zh", ZH.replace("10%", "𫚖10%")), ("en", EN.replace("By 2025", "𫚖 By\n2025"))):
        document = docx.Document()
        for line in text.split("\n"):
            document.add_paragraph(line)
        table = document.add_table(2, 2)
        table.cell(1, 1).text = "Cells ofPM2.five" if side == "en" else "单元格"
        paths[side] = tmp_path / f"{side}.docx"
        document.save(str(paths[side]))
    lines = {side: {row["n"]: row["text"] for row in drafter("read", path).rows} for side, path in paths.items()}
    rows = drafter("check", "--zh", paths["zh"], "--en", paths["en"], "--format", "jsonl").rows
    assert len({row["line"] for row in rows if row["rule"] == "number.digit-word"}) == 2
    require_places(rows, lines)
    for side, path in paths.items():
        for row in drafter("quantities", f"--{side}", path).rows:
            assert lines[side][row["line"]][row["start"] : row["end"]] == row["text"]


def test_check_a_project_after_corrections(project: Path, drafter: Drafter) -> None:
    session = open_project(project)
    session.edit(3, "en", "A longer line ofPM2.five than it was before, and by far.")
    session.close()
    rows = drafter("check", "--project", project, "--format", "jsonl").rows
    corrected = open_project(project)
    require_places(rows, {"zh": ZH.split("\n"), "en": corrected.corrected_text("en").split("\n")})
    corrected.close()


def test_check_table(pair: Pair, tmp_path: Path, drafter: Drafter) -> None:
    shown = drafter("check", "--en", pair[1])
    assert "en 4:36  minor  spacing.glued  of  A space is missing" in shown.out
    assert "finding" in shown.sentence
    out = tmp_path / "表.txt"
    written = drafter("check", "--en", pair[1], "-o", out)
    assert out.read_text(encoding="utf-8") == shown.out
    assert written.out == ""
    assert written.sentence == f"Written: {out}"


def test_check_to_files(pair: Pair, tmp_path: Path, drafter: Drafter) -> None:
    page, lines = tmp_path / "页 面.html", tmp_path / "行.jsonl"
    assert drafter("check", "--zh", pair[0], "--en", pair[1], "--format", "html", "-o", page).status == 0
    assert "PM2.five" in page.read_text(encoding="utf-8")
    assert drafter("check", "--en", pair[1], "--format", "jsonl", "-o", lines).out == ""
    assert lines.read_text(encoding="utf-8") == drafter("check", "--en", pair[1], "--format", "jsonl").out


@pytest.mark.parametrize(
    ("text", "severity", "status"),
    [
        ("The loss ofPM2.five fell.", "minor", 1),
        ("The loss ofPM2.five fell.", "critical", 0),
        ("The loss fell.", "minor", 0),
        ("The loss of 12\ufffd t fell.", "critical", 1),
    ],
)
@pytest.mark.parametrize("form", ["table", "jsonl"])
def test_fail_on(text: str, severity: str, status: int, form: str, tmp_path: Path, drafter: Drafter) -> None:
    path = tmp_path / "en.txt"
    path.write_text(text, encoding="utf-8")
    rows = drafter("check", "--en", path, "--format", "jsonl").rows
    order = ["minor", "major", "critical"]
    expected = int(any(order.index(row["severity"]) >= order.index(severity) for row in rows))
    assert drafter("check", "--en", path, "--format", form, "--fail-on", severity).status == expected
    if severity == "minor":
        assert expected == status


# --- pairs -----------------------------------------------------------------------------------------------------------


def test_check_pairs(tmp_path: Path, drafter: Drafter) -> None:
    path = tmp_path / "pairs.jsonl"
    path.write_text(
        '{"zh": "下降10%。", "en": "It fell by 10%."}\n\n{"zh": "", "en": "The loss ofPM2.five\\nfell.", "more": 1}\n'
        '{"zh": "\\ud800", "en": ""}\n',
        encoding="utf-8",
    )
    answer = drafter("check", "--pairs", path, "--format", "jsonl", "--fail-on", "minor")
    assert answer.status == 1
    assert [row["index"] for row in answer.rows] == [0, 1, 2]
    assert answer.rows[0]["findings"] == []
    assert {found["rule"] for found in answer.rows[1]["findings"]} >= {"number.digit-word", "spacing.glued"}
    require = answer.rows[1]["findings"]
    for row in require:
        assert "The loss ofPM2.five\nfell."[row["start"] : row["end"]] == row["text"]
    out = tmp_path / "out.jsonl"
    assert drafter("check", "--pairs", path, "--format", "jsonl", "-o", out).sentence.startswith("Written")
    assert out.read_text(encoding="utf-8") == answer.out


@pytest.mark.parametrize(
    "line",
    ["no JSON", "[1, 2]", '"text"', "null", '{"zh": "一"}', '{"zh": 1, "en": "x"}', '{"zh": "一", "en"', "[" * 9000],
)
def test_bad_pairs(line: str, tmp_path: Path, drafter: Drafter) -> None:
    path = tmp_path / "pairs.jsonl"
    path.write_text('{"zh": "一", "en": "one"}\n' + line + "\n", encoding="utf-8")
    answer = drafter("check", "--pairs", path, "--format", "jsonl")
    assert answer.status == 3
    assert answer.out == ""
    assert "Line 2 of “pairs.jsonl”" in answer.sentence


# --- align -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("level", ["paragraph", "sentence"])
def test_align(level: str, drafter: Drafter) -> None:
    answer = drafter("align", "--zh", SAMPLE[0], "--en", SAMPLE[1], "--level", level)
    assert answer.status == 0
    for side, path in zip(("zh", "en"), SAMPLE, strict=True):
        numbers = [number for row in answer.rows for number in row[side]]
        if level == "paragraph":
            assert numbers == [number for number, line in enumerate(split(path), 1) if line.strip()]
            assert list(answer.rows[0]) == ["zh", "en"]
        else:
            assert numbers == list(range(1, len(numbers) + 1))
            texts = "".join(row[f"{side}_text"] for row in answer.rows)
            assert "".join(texts.split()) == "".join(path.read_text(encoding="utf-8").split())


# --- quantities ------------------------------------------------------------------------------------------------------


def test_quantities(pair: Pair, mixed: Path, drafter: Drafter) -> None:
    lines = {"zh": ZH.split("\n"), "en": EN.split("\n")}
    rows = drafter("quantities", "--zh", pair[0], "--en", pair[1]).rows
    for row in rows:
        assert lines[row["side"]][row["line"] - 1][row["start"] : row["end"]] == row["text"]
    assert list(rows[0]) == [
        "side", "line", "start", "end", "text", "kind", "value", "value_max", "unit", "bound", "indicator", "year",
        "region", "counterpart", "verdict",
    ]  # fmt: skip
    assert {(row["side"], row["value"], row["unit"]) for row in rows} >= {("zh", 10, "%"), ("en", 10, "%")}
    assert {row["side"] for row in drafter("quantities", "--zh", pair[0]).rows} == {"zh"}
    assert {row["value"] for row in drafter("quantities", "--mixed", mixed).rows} >= {120}


def test_quantities_of_a_pair_have_verdicts(tmp_path: Path, drafter: Drafter) -> None:
    zh, en = tmp_path / "zh.txt", tmp_path / "en.txt"
    zh.write_text("澄湖市节水方案\n到2027年，全市改造水厂12座，投资3.2亿元。\n", encoding="utf-8")
    en.write_text(
        "Water Plan of Chenghu City\nBy 2027, 12 works will be refitted for 32 million yuan.\n", encoding="utf-8"
    )
    rows = drafter("quantities", "--zh", zh, "--en", en).rows
    assert {(row["text"], row["counterpart"], row["verdict"]) for row in rows if row["side"] == "zh"} == {
        ("2027年", "2027", "same"), ("12座", "12", "same"), ("3.2亿元", "32 million yuan", "differs"),
    }  # fmt: skip
    assert {row["region"] for row in rows if row["kind"] == "measure" and row["side"] == "zh"} == {"澄湖市"}
    table = drafter("quantities", "--zh", zh, "--en", en, "--format", "table").out.splitlines()
    assert len(table) == 3
    assert "differs" in table[-1]
    text = drafter("quantities", "--zh", zh, "--en", en, "--format", "csv").out
    assert text.splitlines()[0].startswith("Clause,Indicator,Year,Region,Chinese,English,Verdict")


@pytest.mark.parametrize("form", ["csv", "xlsx", "jsonl", "table"])
def test_quantities_into_a_file(form: str, pair: Pair, tmp_path: Path, drafter: Drafter) -> None:
    out = tmp_path / f"数字 一.{form}"
    answer = drafter("quantities", "--zh", pair[0], "--en", pair[1], "--format", form, "-o", out)
    assert (answer.status, answer.out) == (0, "")
    assert answer.sentence == f"Written: {out}"
    assert out.read_bytes().startswith({"csv": b"\xef\xbb\xbf", "xlsx": b"PK"}.get(form, b""))
    assert out.stat().st_size > 100


def test_a_workbook_needs_a_file(pair: Pair, drafter: Drafter) -> None:
    answer = drafter("quantities", "--zh", pair[0], "--format", "xlsx")
    assert answer.status == 2
    assert "-o FILE" in answer.sentence


def test_quantities_of_a_project(project: Path, drafter: Drafter) -> None:
    assert {row["side"] for row in drafter("quantities", "--project", project).rows} == {"zh", "en"}


def test_quantities_beyond_all_measure(tmp_path: Path, drafter: Drafter) -> None:
    path = tmp_path / "zh.txt"
    path.write_text("改造" + "9" * 6000 + "万吨，" + "一亿" * 300 + "台，0." + "0" * 5000 + "1吨。\n", encoding="utf-8")
    answer = drafter("quantities", "--zh", path)
    assert answer.status == 0
    assert "Infinity" not in answer.out
    assert all(row["line"] == 1 for row in answer.rows)


# --- fix -------------------------------------------------------------------------------------------------------------


def test_fix_a_pair(pair: Pair, tmp_path: Path, drafter: Drafter) -> None:
    answer = drafter("fix", "--zh", pair[0], "--en", pair[1])
    assert answer.status == 0
    assert (
        answer.out == EN.replace("ofPM2.five", "of PM2.5").replace("oneOverall", "1. Overall")
        or "of PM2.5" in answer.out
    )
    assert len(answer.out.split("\n")) == len(EN.split("\n"))
    said = answer.err.splitlines()
    assert any(line.startswith("en line 4: ") and "number.digit-word" in line for line in said)
    assert said[-1].endswith("put in.")
    out = tmp_path / "译 文.txt"
    assert drafter("fix", "--zh", pair[0], "--en", pair[1], "-o", out).out == ""
    assert out.read_text(encoding="utf-8") == answer.out


def test_fix_leaves_the_chinese_of_a_pair(tmp_path: Path, drafter: Drafter) -> None:
    zh, en = tmp_path / "zh.txt", tmp_path / "en.txt"
    zh.write_text("改造锅炉&nbsp;120台。\n", encoding="utf-8")
    en.write_text("Refit 120 boilers.\n", encoding="utf-8")
    answer = drafter("fix", "--zh", zh, "--en", en, "--level", "suggested")
    assert answer.out == "Refit 120 boilers.\n"
    assert "zh line" not in answer.err
    alone = drafter("fix", "--zh", zh, "--level", "suggested")
    assert "&nbsp;" not in alone.out
    assert "zh line 1" in alone.err


def test_fix_a_mixed_file(mixed: Path, drafter: Drafter) -> None:
    answer = drafter("fix", "--mixed", mixed, "--level", "suggested")
    lines = answer.out.split("\n")
    assert lines[:2] == MIXED.split("\n")[:2]
    assert "&nbsp;" not in lines[2]
    assert lines[3] == "Refit 120 boilers of PM2.5."


def test_fix_levels(tmp_path: Path, drafter: Drafter) -> None:
    safe = drafter("fix", "--zh", SAMPLE[0], "--en", SAMPLE[1], "--level", "safe").out
    suggested = drafter("fix", "--zh", SAMPLE[0], "--en", SAMPLE[1], "--level", "suggested").out
    assert SAMPLE[1].read_text(encoding="utf-8") != safe != suggested
    assert len(safe.split("\n")) == len(suggested.split("\n")) == len(split(SAMPLE[1]))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", [True, False])
def test_fix_keeps_line_ends(end: str, last: bool, tmp_path: Path, drafter: Drafter) -> None:
    en, out = tmp_path / "en.txt", tmp_path / "out.txt"
    lines = ["The loss ofPM2.five fell.", "", "And 12 t more."]
    en.write_bytes((end.join(lines) + end * last).encode())
    assert drafter("fix", "--en", en, "-o", out).status == 0
    assert out.read_bytes() == (end.join(["The loss of PM2.5 fell.", "", lines[2]]) + end * last).encode()


def test_fix_a_project(project: Path, tmp_path: Path, drafter: Drafter) -> None:
    answer = drafter("fix", "--project", project)
    assert answer.out == ""
    assert "en line 4" in answer.err
    session = open_project(project)
    assert "of PM2.5" in session.corrected_text("en")
    assert session.can_undo
    session.close()
    out = tmp_path / "out.txt"
    again = drafter("fix", "--project", project, "-o", out)
    assert again.err.splitlines()[-1] == "0 fixes put in."
    assert "of PM2.5" in out.read_text(encoding="utf-8")


def test_fix_text_that_a_reviewer_added(tmp_path: Path, drafter: Drafter) -> None:
    zh, en, path = tmp_path / "zh.txt", tmp_path / "en.txt", tmp_path / "a.drafter"
    zh.write_text("清洁空气计划\n改造锅炉120台。\n建设公园3座。\n", encoding="utf-8")
    en.write_text("Clean air plan\nRefit 120 boilers.\n", encoding="utf-8")
    drafter("new", "--zh", zh, "--en", en, "-o", path)
    session = open_project(path)
    alone = next(clause.id for clause in session.clauses if not clause.en.segments)
    session.edit(alone, "en", "Build 3 parks ofPM2.five.")
    session.close()
    rows = drafter("check", "--project", path, "--format", "jsonl").rows
    assert {row["line"] for row in rows if row["side"] == "en"} == {2}
    answer = drafter("fix", "--project", path)
    assert answer.status == 0
    assert "en line 2: " in answer.err


# --- new, export, demo -----------------------------------------------------------------------------------------------


def test_new(pair: Pair, mixed: Path, tmp_path: Path, drafter: Drafter) -> None:
    for number, words in enumerate((["--zh", pair[0], "--en", pair[1]], ["--en", pair[1]], ["--mixed", mixed])):
        path = tmp_path / f"新 项目{number}.drafter"
        answer = drafter("new", *words, "-o", path)
        assert answer.status == 0
        assert answer.sentence == f"Written: {path}"
        open_project(path).close()


def words_of(path: Path) -> str:
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
        assert package.testzip() is None
        return "".join(package.read(name).decode() for name in package.namelist() if name.endswith(".xml"))


@pytest.mark.parametrize("layout", ["table", "interleaved", "zh", "en"])
@pytest.mark.parametrize("style", ["gbt9704", "plain"])
def test_export(layout: str, style: str, pair: Pair, tmp_path: Path, drafter: Drafter) -> None:
    out = tmp_path / "双语 稿.docx"
    answer = drafter(
        "export", "--zh", pair[0], "--en", pair[1], "--layout", layout, "--style", style, "--tags", "-o", out
    )
    assert answer.status == 0
    told = answer.err.splitlines()
    assert told.pop() == f"Written: {out}"
    assert [line.split()[0] for line in told] == ([] if layout == "table" else ["--tags"])
    text = words_of(out)
    assert ("全镇完成锅炉改造120台" in text) == (layout != "en")
    assert ("refit 120 boilers" in text) == (layout != "zh")


def test_export_with_fixes(project: Path, tmp_path: Path, drafter: Drafter) -> None:
    out = tmp_path / "a.docx"
    before = project.read_bytes()
    drafter("export", "--project", project, "--layout", "en", "-o", out)
    assert "PM2.five" in words_of(out)
    for level in ("safe", "suggested"):
        drafter("export", "--project", project, "--fixes", level, "--layout", "en", "-o", out)
        assert "PM2.five" not in words_of(out)
    drafter("export", "--project", project, "--fixes", "safe", "--track-changes", "--comments", "-o", out)
    assert "w:ins " in words_of(out)
    drafter("export", "--project", project, "--comments", "-o", out)
    assert "w:comment " in words_of(out)
    assert project.read_bytes() == before


@pytest.mark.parametrize("given", ["zh", "en", "mixed"])
def test_export_one_file_alone(given: str, pair: Pair, mixed: Path, tmp_path: Path, drafter: Drafter) -> None:
    source = {"zh": pair[0], "en": pair[1], "mixed": mixed}[given]
    for layout in ("table", "interleaved"):
        out = tmp_path / f"{layout}.docx"
        assert drafter("export", f"--{given}", source, "--layout", layout, "-o", out).status == 0
        assert "石桥镇" in words_of(out) or "Shiqiao" in words_of(out)
    missing = {"zh": "en", "en": "zh"}.get(given)
    if missing:
        answer = drafter("export", f"--{given}", source, "--layout", missing, "-o", tmp_path / "none.docx")
        assert answer.status == 2
        assert f"--layout {missing}" in answer.sentence
        assert not (tmp_path / "none.docx").exists()


def test_export_a_page(pair: Pair, tmp_path: Path, drafter: Drafter) -> None:
    out = tmp_path / "a.HTML"
    assert drafter("export", "--en", pair[1], "-o", out).status == 0
    assert out.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_export_of_an_unknown_ending(pair: Pair, tmp_path: Path, drafter: Drafter) -> None:
    for name in ("a.pages", "a", ".docx"):
        answer = drafter("export", "--en", pair[1], "-o", tmp_path / name)
        assert answer.status == 3
        assert ".docx, .html" in answer.sentence
        assert not (tmp_path / name).exists()


def test_demo(tmp_path: Path, drafter: Drafter) -> None:
    folder = tmp_path / "演示 一" / "二"
    answer = drafter("demo", "--out", folder)
    assert answer.status == 0
    assert answer.err == ""
    assert sorted(path.name for path in folder.iterdir()) == ["bilingual.docx", "verdict.html"]
    assert str(folder / "verdict.html") in answer.out
    blocked = tmp_path / "file"
    blocked.touch()
    answer = drafter("demo", "--out", blocked / "x")
    assert answer.status == 3
    assert "can't be made" in answer.sentence


def test_house_style(tmp_path: Path, drafter: Drafter) -> None:
    en = tmp_path / "en.txt"
    en.write_text("The unit of 4600 kW and the farm of 1200 mu go.\n", encoding="utf-8")
    assert drafter("fix", "--en", en).out == en.read_text(encoding="utf-8")
    chosen = drafter("fix", "--en", en, "--house-style", "thousands=four, dates=american")
    assert chosen.out == "The unit of 4,600 kW and the farm of 1,200 mu go.\n"
    refused = drafter("check", "--en", en, "--house-style", "thousands=seven")
    assert refused.status == 2
    assert "choose from four, five, none" in refused.sentence
    unknown = drafter("check", "--en", en, "--house-style", "foo=bar")
    assert unknown.status == 2
    assert "“foo” is no part of the house style" in unknown.sentence
