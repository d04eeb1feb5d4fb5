"""The bundled sample is what its script makes, is labelled throughout, and is nobody else's text."""

import importlib.util
import json
import os
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "resources" / "samples" / "yunxi"
CORPUS = Path(os.environ.get("DRAFTER_CORPUS") or ROOT.parent / "shared" / "corpus")

RULES = (
    "date.corrupt",
    "date.mismatch",
    "encoding.entity",
    "encoding.mojibake",
    "encoding.replacement",
    "language.residue",
    "language.switch",
    "number.bound",
    "number.digit-word",
    "number.extra",
    "number.fused",
    "number.grouping",
    "number.implausible",
    "number.missing",
    "number.percent-point",
    "number.range",
    "number.scale",
    "number.split",
    "number.sum",
    "number.trend",
    "number.value",
    "pair.addition",
    "pair.duty",
    "pair.entity",
    "pair.modality",
    "pair.omission",
    "pair.polarity",
    "punctuation.quote",
    "punctuation.stray",
    "punctuation.width",
    "reference.corrupt",
    "reference.mismatch",
    "spacing.glued",
    "spacing.stray",
    "structure.bracket",
    "structure.broken-paragraph",
    "structure.enumerator-style",
    "structure.enumerator-word",
    "structure.fused-heading",
    "structure.missing-heading",
    "structure.sequence",
    "term.acronym",
    "term.glossary",
    "term.inconsistent",
    "text.boilerplate",
    "text.fragment",
    "text.nonsense",
    "text.repeated",
    "text.tense",
    "unit.corrupt",
    "unit.mismatch",
)


@pytest.fixture(scope="module")
def script() -> ModuleType:
    # The folder shares its name with a library, so it can't be imported by name.
    spec = importlib.util.spec_from_file_location("build_sample", ROOT / "packaging" / "build_sample.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(name: str) -> str:
    return (SAMPLE / name).read_bytes().decode()


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in read(name).splitlines()]


def filled(name: str) -> list[int]:
    return [number for number, line in enumerate(read(name).split("\n"), 1) if line]


def test_the_files_are_what_the_script_makes(script: ModuleType) -> None:
    for name, text in script.Sample(SAMPLE).files().items():
        assert read(name) == text, name


def test_every_rule_is_shown() -> None:
    assert tuple(sorted({row["rule"] for row in rows("findings.jsonl")})) == RULES


def test_the_fixes_give_the_good_text(script: ModuleType) -> None:
    findings = rows("findings.jsonl")
    broken = [row for row in findings if row["rule"] == "structure.broken-paragraph" and row["fix"] is None]
    fixed = script.apply_fixes(read("en.txt"), findings)
    # What no fix may do: join a paragraph that is broken over two lines.
    for row in broken:
        fixed = fixed.replace("\n" + row["text"], " " + row["text"])
    assert len(broken) == 1
    assert fixed == read("en-fixed.txt")


def test_findings_are_sorted_and_stand_where_they_say() -> None:
    lines = read("en.txt").split("\n")
    findings = rows("findings.jsonl")
    places = [(row["line"], row["start"], row["end"]) for row in findings]
    assert places == sorted(places)
    for row in findings:
        assert lines[row["line"] - 1][row["start"] : row["end"]] == row["text"]
        assert row["severity"] in {"critical", "major", "minor"}


def test_fixes_never_clash() -> None:
    fixes = [row for row in rows("findings.jsonl") if row["fix"] is not None]
    for one, two in pairwise(fixes):
        assert one["line"] < two["line"] or one["end"] <= two["start"]


def test_a_third_of_the_lines_is_clean() -> None:
    damaged = {row["line"] for row in rows("findings.jsonl")}
    lines = filled("en.txt")
    assert 3 * len([line for line in lines if line not in damaged]) >= len(lines)


@pytest.mark.parametrize(("side", "name"), [("zh", "zh.txt"), ("en", "en.txt")])
def test_alignment_holds_every_line_once_and_in_order(side: str, name: str) -> None:
    assert [line for row in rows("align.jsonl") for line in row[side]] == filled(name)


def test_quantities_stand_where_they_say() -> None:
    lines = read("zh.txt").split("\n")
    for row in rows("quantities.jsonl"):
        assert lines[row["line"] - 1][row["start"] : row["end"]] == row["text"]


def test_the_sources_figures_agree() -> None:
    """A sample whose own sums were wrong would teach the wrong thing."""
    cuts: dict[str, Counter[bool]] = {}
    for row in rows("quantities.jsonl"):
        if row["line"] >= 86:
            total = row["region_zh"] == "云溪市"
            cuts.setdefault(row["indicator_zh"], Counter())[total] += row["value"]
    assert len(cuts) == 2
    assert all(sums[True] == sums[False] for sums in cuts.values())


def chinese(text: str) -> set[str]:
    runs = re.findall(r"[\u3400-\u9fff]{12,}", text)
    return {run[i : i + 12] for run in runs for i in range(len(run) - 11)}


def english(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w[\w.]*(?:['’]s)?", text.casefold())
    return {tuple(words[i : i + 8]) for i in range(len(words) - 7)}


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus isn't at hand")
def test_nothing_is_taken_from_the_corpus() -> None:
    corpus = [path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob("*/*.txt"))]
    assert corpus
    assert sorted(chinese(read("zh.txt")) & set().union(*map(chinese, corpus))) == []
    # Line by line, so that words of two lines never make a phrase.
    ours = [line for name in ("en.txt", "en-fixed.txt") for line in read(name).split("\n")]
    assert sorted(set().union(*map(english, ours)) & set().union(*map(english, corpus))) == []
