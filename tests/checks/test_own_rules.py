"""Somebody's own rules: read, found, mended; and refused with a sentence where they are wrong."""

import random
from pathlib import Path
from time import thread_time

import pytest

from drafter.checks import DocumentFacts, RuleChoice, check_clause, rules
from drafter.checks.own_rules import OwnRule, OwnRulesError, load_own_rules
from drafter.i18n import set_language, shown
from drafter.model import Finding
from drafter.resources import resource_path
from drafter.review.keys import said
from tests.checks.cases import clause_of
from tests.yardstick import allowed

EXAMPLE = resource_path("rules", "example.yaml")
HURT = 300
SCRAPS = (b"", b"(", b"*", b"&a ", b"{", b"- ", b"'", b"\n", b"\t", b"[[", b"!!", b"\\", b"(?i)", b"|", b"+", b":")


def made(tmp_path: Path, text: str, name: str = "own.yaml") -> tuple[OwnRule, ...]:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return load_own_rules(path)


def found(own: tuple[OwnRule, ...], zh: str, en: str) -> list[Finding]:
    clause = clause_of(zh, en)
    facts = DocumentFacts.of([clause], choice=RuleChoice(own=own))
    return [finding for finding in check_clause(clause, facts) if finding.family == "own"]


def told(own: tuple[OwnRule, ...], zh: str, en: str) -> list[tuple[str, str, str | None]]:
    return [(one.rule, one.text, one.fix.text if one.fix else None) for one in found(own, zh, en)]


def test_the_example_works() -> None:
    own = load_own_rules(EXAMPLE)
    assert told(own, "", "Plants, boilers etc. are listed.") == [("own.and-so-on", "etc.", None)]
    assert told(own, "", "The bureau of ecology & environment acts.") == [
        ("own.office-abbreviated", "ecology & environment", "ecology and environment")
    ]
    assert told(own, "6月底前完成。", "Finish soon.") == [("own.in-time", "soon", None)]
    assert told(own, "6月底前尽快完成。", "Finish soon.") == []
    assert told(own, "完成。", "Finish soon.") == []
    assert told(own, "网格员巡查。", "Net members patrol.") == [("own.term-1", "Net members", "grid worker")]
    assert told(own, "网格员巡查。", "Somebody patrols.") == [("own.term-1", "", None)]
    assert told(own, "网格员巡查。", "Grid workers patrol.") == []
    assert told(own, "大家巡查。", "Net members patrol.") == []
    assert told(own, "", "This is, in a word, good.") == [("own.term-2", "in a word", None)]


def test_severity_and_certainty_of_the_fix() -> None:
    own = load_own_rules(EXAMPLE)
    (finding,) = found(own, "", "The bureau of Ecology & Environment acts.")
    assert finding.severity == "major"
    assert finding.fix
    assert finding.fix.confidence == "safe"
    (finding,) = found(own, "", "Plants etc. are listed.")
    assert finding.severity == "minor"


def test_messages_are_in_the_language_that_is_set() -> None:
    (finding,) = found(load_own_rules(EXAMPLE), "", "Plants etc. are listed.")
    set_language("zh")
    assert shown(finding.message) == "“etc.”使范围不明，请逐一列出。"
    known = said(finding.message)
    set_language("en")
    assert said(finding.message) == known  # what was decided about it holds in both languages
    assert shown(finding.message) == "“etc.” leaves open who is meant: name them all."


def test_own_rules_stand_beside_ours_and_are_chosen_like_them(tmp_path: Path) -> None:
    own = made(tmp_path, "rules:\n- {name: any, side: en, pattern: 'PM2\\.five', message: 'odd {braces}'}\n")
    clause = clause_of("PM2.5浓度下降。", "The level of PM2.five falls.")

    def names(choice: RuleChoice) -> set[str]:
        return {one.rule for one in check_clause(clause, DocumentFacts.of([clause], choice=choice))}

    assert names(RuleChoice(own=own)) == {"own.any", "number.digit-word"}
    assert names(RuleChoice(own=own, off=frozenset({"own"}))) == {"number.digit-word"}
    assert shown(found(own, "", "PM2.five")[0].message) == "odd {braces}"
    assert not [rule for rule in rules() if rule.name.startswith("own.")]


def test_a_fix_that_would_be_found_again_is_none(tmp_path: Path) -> None:
    own = made(tmp_path, "rules:\n- {name: again, pattern: 'aim', replacement: 'aimed'}\n")
    assert told(own, "", "We aim high.") == [("own.again", "aim", None)]


def test_a_folder_is_read_whole(tmp_path: Path) -> None:
    made(tmp_path, "rules:\n- {name: one, pattern: a}\n", "a.yaml")
    made(tmp_path, "rules:\n- {name: two, pattern: b}\n", "b.yml")
    (tmp_path / "c.txt").write_text("no rules")
    assert [rule.name for rule in load_own_rules(tmp_path)] == ["own.one", "own.two"]
    made(tmp_path, "rules:\n- {name: one, pattern: c}\n", "z.yaml")
    with pytest.raises(OwnRulesError, match=r"own\.one"):
        load_own_rules(tmp_path)


def test_an_empty_file_holds_no_rules(tmp_path: Path) -> None:
    assert made(tmp_path, "# nothing yet\n") == ()


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("rules:\n- {name: x, patern: a}\n", 2, "“pattern” meant"),
        ("rules:\n- name: x\n  pattern: a\n  colour: red\n", 4, "colour"),
        ("rules:\n- {name: x}\n", 2, "“pattern”"),
        ("rules:\n- {pattern: x}\n", 2, "“name”"),
        ("rules:\n- {name: X y, pattern: x}\n", 2, "X y"),
        ("rules:\n- {name: x, pattern: a, name: y}\n", 2, "twice"),
        ("rules:\n- name: x\n  pattern: '(a'\n", 3, "pattern is wrong"),
        ("rules:\n- name: x\n  pattern: '(a+)+$'\n", 3, "for ever"),
        ("rules:\n- name: x\n  pattern: a\n  only-if: '(\\w+\\s?)*!'\n", 4, "for ever"),
        ("rules:\n- name: x\n  pattern: ''\n", 3, "characters"),
        ("rules:\n- name: x\n  pattern: a\n  side: fr\n", 4, "zh, en, both"),
        ("rules:\n- name: x\n  pattern: a\n  severity: bad\n", 4, "minor, major, critical"),
        ("rules:\n- name: x\n  pattern: a\n  safe: perhaps\n", 4, "perhaps"),
        ("rules:\n- name: x\n  pattern: a\n  replacement: '\\2'\n", 4, "replacement is wrong"),
        ("rules:\n- name: x\n  pattern: [a, b]\n", 3, "a text"),
        ("rules: {a: b}\n", 1, "a list"),
        ("- a\n", 1, "a table"),
        ("rules:\n- {name: x, pattern: a}\n- {name: x, pattern: b}\n", 3, "already"),
        ("terms:\n- {zh: 网格员}\n", 2, "“required” or “forbidden”"),
        ("terms:\n- {required: a}\n", 2, "“zh”"),
        ("rules:\n  - a: 'b\n", 3, "YAML"),
        ("[" * 20_000, 1, "too deep"),
        ("rules:\n  - " + "[" * 30 + "]" * 30 + "\n", 2, "too deep"),
        ("rules: !!python/object/apply:os.system ['true']\n- a\n", 2, "YAML"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, text: str, line: int, said: str) -> None:
    with pytest.raises(OwnRulesError) as caught:
        made(tmp_path, text, "我的规则.yaml")
    sentence = shown(caught.value.message)
    assert f"Line {line} of the rules “我的规则.yaml”" in sentence
    assert said in sentence
    assert "\n" not in sentence


def test_no_object_is_made_of_what_a_file_says(tmp_path: Path) -> None:
    mark = tmp_path / "made"
    text = f"rules: !!python/object/apply:pathlib.Path.touch [{mark}]\n"
    with pytest.raises(OwnRulesError):
        made(tmp_path, text)
    assert not mark.exists()


@pytest.mark.parametrize(
    "data", [b"\xff\xfe\x00", b"a: &x [1]\nb: *x\n", b"[" * 5000, b"x" * 1_000_001, b"\x00", b"rules: [\x01]"]
)
def test_odd_files_are_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "odd.yaml"
    path.write_bytes(data)
    with pytest.raises(OwnRulesError, match=r"odd\.yaml"):
        load_own_rules(path)
    with pytest.raises(OwnRulesError, match="none"):
        load_own_rules(tmp_path / "none.yaml")


def test_a_pattern_that_takes_too_long_is_given_up_and_told(tmp_path: Path) -> None:
    # No loop within a loop: what looking at the pattern does not tell.
    own = made(tmp_path, "rules:\n- {name: slow, pattern: '(?=.*.*.*.*;)a', side: en}\n")
    begun = thread_time()
    (finding,) = found(own, "", "ab " * 3000)
    assert thread_time() - begun < allowed(20)
    assert "own.slow" in shown(finding.message)
    assert finding.severity == "minor"


def test_a_pattern_that_finds_everything_buries_nothing(tmp_path: Path) -> None:
    own = made(tmp_path, "rules:\n- {name: all, pattern: '.', side: en}\n")
    assert len(found(own, "", "a" * 5000)) == 200


def test_a_damaged_file_is_refused_and_nothing_worse(tmp_path: Path) -> None:
    whole = EXAMPLE.read_bytes()
    pick = random.Random(5)
    path = tmp_path / "hurt.yaml"
    refused = 0
    for _ in range(HURT):
        data = bytearray(whole)
        for _ in range(pick.randint(1, 4)):
            place = pick.randrange(len(data))
            if pick.random() < 0.5:
                data[place : place + pick.randint(1, 6)] = pick.choice(SCRAPS)
            else:
                data[place : place + 1] = bytes([pick.randrange(256)])
        path.write_bytes(data)
        try:
            told(load_own_rules(path), "网格员6月底前巡查。", "Net members patrol soon, etc.")
        except OwnRulesError:
            refused += 1
    assert 0 < refused < HURT
