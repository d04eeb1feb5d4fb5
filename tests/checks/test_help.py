"""Every rule has its help page in both languages, and the Chinese is of the English that stands there."""

import re
from pathlib import Path

import pytest

from drafter.checks import HelpPage, document_rules, rule_names, rule_page, rule_title, rules
from drafter.checks.help import english_digest
from drafter.model import DrafterError
from drafter.resources import resource_path

NAMES = rule_names()
HAN = "[\u3400-\u9fff]"
HALF_WIDTH = re.compile(rf"{HAN}\s*[,;:!?()]|[,;:!?()]\s*{HAN}|{HAN}\.(?!\w)|{HAN} {HAN}")
LONGEST_TITLE = {"en": 50, "zh": 16}
TEXTS = ("summary", "what", "why", "example", "source")


def file_of(name: str) -> Path:
    return resource_path("help", f"{name}.yaml")


def test_there_is_a_file_for_every_rule_and_no_other() -> None:
    assert {path.stem for path in resource_path("help").glob("*.yaml")} == set(NAMES)


@pytest.mark.parametrize("name", [name for name in NAMES if file_of(name).exists()])
def test_the_chinese_is_of_the_english_as_it_is(name: str) -> None:
    text = file_of(name).read_text(encoding="utf-8")
    assert f'made_from: "{english_digest(name)}"' in text, (
        f"the English of {name} was changed: bring {file_of(name).name} up to date, then enter {english_digest(name)}"
    )


@pytest.mark.parametrize("name", NAMES)
def test_pages_are_whole_in_both_languages(name: str) -> None:
    for language in ("zh", "en"):
        page = rule_page(name, language)
        assert all(getattr(page, part).strip() for part in TEXTS)
        assert page.title
        assert page.severity
        assert page.mqm
        assert page.sides


@pytest.mark.parametrize("name", [name for name in NAMES if file_of(name).exists()])
def test_titles_are_short_and_plain(name: str) -> None:
    for language in ("zh", "en"):
        title = rule_title(name, language)
        assert len(title) <= LONGEST_TITLE[language]
        assert title[-1] not in ".。"
        assert name not in title


@pytest.mark.parametrize("name", [name for name in NAMES if file_of(name).exists()])
def test_the_chinese_is_chinese_with_full_width_marks(name: str) -> None:
    page, english = rule_page(name, "zh"), rule_page(name, "en")
    for part in ("title", *TEXTS):
        text = str(getattr(page, part))
        if part != "example":  # it may be all code
            assert re.search(HAN, text), part
            assert text != getattr(english, part)
            assert not HALF_WIDTH.search(re.sub(r"`[^`]*`", "X", text)), text


@pytest.mark.parametrize("name", [name for name in NAMES if file_of(name).exists()])
def test_the_examples_in_code_are_the_same(name: str) -> None:
    def code(page: HelpPage) -> set[str]:
        return {part for part in re.findall(r"`([^`]+)`", page.example) if not re.search(HAN, part)}

    own, english = code(rule_page(name, "zh")), code(rule_page(name, "en"))
    assert own <= english


def test_titles_tell_the_rules_apart() -> None:
    for language in ("zh", "en"):
        titles = [rule_title(name, language) for name in NAMES]
        assert len(set(titles)) == len(titles)


def test_the_page_of_several_kinds_tells_of_all() -> None:
    kinds = [rule for rule in rules() if rule.name == "number.sum"]
    assert kinds
    assert [rule for rule in document_rules() if rule.name == "number.sum"]
    page = rule_page("number.sum", "en")
    assert page.summary == "A stated total that its stated parts don't make."
    assert len(page.what.split("\n\n")) == 3
    assert "table" in page.what


def test_an_unknown_rule_is_told() -> None:
    with pytest.raises(DrafterError, match=r"no rule “number\.none”"):
        rule_page("number.none")
    assert rule_title("mine.own", "zh") == "mine.own"


def test_the_language_is_the_one_that_is_set() -> None:
    assert rule_page("number.value").title == "Figure differs from its source"
    assert rule_page("number.value", "zh").title == "数字与原文不符"
