"""What is chosen of the rules at `check` and `fix`, and rules and terms of the reader's own."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter.checks import RuleChoice, choose_rules, own_rules_folder
from drafter.language.terms.in_use import choose_glossary
from tests.cli.conftest import Answer, Drafter

ZH = "网格员到2025年巡查32次。\n"
EN = "By 2025, net members are to patrol 23 times, involvingVOCs.\n"
OWN = "rules:\n- {name: no-patrol, side: en, pattern: patrol, replacement: inspect, message: Say inspect.}\n"


@pytest.fixture(autouse=True)
def _nothing_chosen_stays() -> Iterator[None]:
    yield
    choose_rules(RuleChoice())
    choose_glossary(())


@pytest.fixture
def pairs(tmp_path: Path) -> Path:
    path = tmp_path / "pairs.jsonl"
    path.write_text(json.dumps({"zh": ZH.strip(), "en": EN.strip()}) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.yaml"
    path.write_text(OWN, encoding="utf-8")
    return path


def found(answer: Answer) -> dict[str, str]:
    assert answer.status == 0, answer.err
    return {finding["rule"]: finding["severity"] for row in answer.rows for finding in row["findings"]}


def test_rules_are_turned_off_and_weighed(drafter: Drafter, pairs: Path) -> None:
    check = ("check", "--pairs", pairs, "--format", "jsonl")
    assert found(drafter(*check)) == {"number.value": "critical", "spacing.glued": "minor"}
    assert found(drafter(*check, "--off", "number.value")) == {"spacing.glued": "minor"}
    assert found(drafter(*check, "--off", "number", "--off", "spacing")) == {}
    assert found(drafter(*check, "--severity", "spacing=major")) == {
        "number.value": "critical", "spacing.glued": "major",
    }  # fmt: skip
    assert found(drafter(*check)) == {"number.value": "critical", "spacing.glued": "minor"}


def test_sensitivity(drafter: Drafter, pairs: Path) -> None:
    text = "The list (of plants is long , and and ends."
    pairs.write_text(json.dumps({"zh": "", "en": text}) + "\n", encoding="utf-8")
    check = ("check", "--pairs", pairs, "--format", "jsonl", "--sensitivity")
    strict, normal, quiet = (set(found(drafter(*check, word))) for word in ("strict", "normal", "quiet"))
    assert "structure.bracket" in normal - quiet  # minor, and nobody can say where it closes
    assert "spacing.stray" in quiet
    assert quiet < normal <= strict


def test_own_rules_are_found_and_mended(drafter: Drafter, tmp_path: Path, pairs: Path, own: Path) -> None:
    answer = drafter("check", "--pairs", pairs, "--format", "jsonl", "--rules", own)
    (finding,) = (one for row in answer.rows for one in row["findings"] if one["rule"] == "own.no-patrol")
    assert (finding["text"], finding["fix"], finding["message"]) == ("patrol", "inspect", "Say inspect.")
    zh, en = tmp_path / "zh.txt", tmp_path / "en.txt"
    zh.write_text(ZH, encoding="utf-8")
    en.write_text(EN, encoding="utf-8")
    fixed = drafter("fix", "--zh", zh, "--en", en, "--level", "suggested", "--rules", own)
    assert "are to inspect" in fixed.out
    left = drafter("fix", "--zh", zh, "--en", en, "--level", "suggested", "--rules", own, "--off", "own.no-patrol")
    assert "are to patrol" in left.out


def test_rules_in_the_users_own_folder_always_hold(drafter: Drafter, pairs: Path) -> None:
    folder = own_rules_folder()
    folder.mkdir(parents=True)
    (folder / "mine.yaml").write_text(OWN, encoding="utf-8")
    assert "own.no-patrol" in found(drafter("check", "--pairs", pairs, "--format", "jsonl"))


def test_an_own_glossary_counts(drafter: Drafter, tmp_path: Path, pairs: Path) -> None:
    path = tmp_path / "terms.csv"
    path.write_text("zh,en,forbidden,severity\n网格员,grid worker,net member,critical\n", encoding="utf-8")
    answer = drafter("check", "--pairs", pairs, "--format", "jsonl", "--glossary", path)
    (finding,) = (one for row in answer.rows for one in row["findings"] if one["rule"] == "term.glossary")
    assert (finding["text"], finding["fix"], finding["severity"]) == ("net members", "grid workers", "critical")


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("--off", "number.none"), 2, "number.none"),
        (("--severity", "number.value"), 2, "number.value"),
        (("--severity", "number.value=bad"), 2, "number.value=bad"),
        (("--severity", "none=minor"), 2, "none"),
        (("--sensitivity", "loud"), 2, "loud"),
        (("--rules", "none.yaml"), 3, "none.yaml"),
        (("--glossary", "none.tbx"), 3, "none.tbx"),
    ],
)
def test_what_is_not_there_is_told(
    drafter: Drafter, pairs: Path, words: tuple[str, ...], status: int, said: str
) -> None:
    answer = drafter("check", "--pairs", pairs, "--format", "jsonl", *words)
    assert answer.status == status
    assert answer.out == ""
    assert said in answer.sentence
