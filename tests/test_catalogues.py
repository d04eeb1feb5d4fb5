"""Every word a user sees is in both languages, says the same, and is compiled."""

import importlib.util
import re
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from drafter.i18n import _, ngettext, set_language

ROOT = Path(__file__).resolve().parent.parent
# Chinese that is the same as the English: names and signs alone.
SAME = frozenset(
    {
        "Drafter", "Drafter {version}", "YAML", "{kind} · {extent}", "“{words}”", "{page} / {pages}", "{zh} → {text}",
        "{percent}% · {where}",
    }
)  # fmt: skip
MNEMONIC = re.compile(r"&\w")
PLACE = re.compile(r"\{[^{}]*\}|%\(\w+\)[rsd]|%[rsd]")
HAN = "[\u3400-\u9fff]"


def _load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("drafter_messages", ROOT / "packaging" / "messages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


scripts = _load()


@pytest.fixture(scope="module")
def template() -> Any:
    return scripts.gathered()


@pytest.fixture(scope="module", params=scripts.LOCALES)
def locale(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def catalogue(locale: str) -> Any:
    return scripts.load(locale)


def forms(message: Any) -> list[tuple[str, str]]:
    """Pair each translated form with the English it stands for."""
    english = [message.id] if isinstance(message.id, str) else list(message.id)
    return [(english[min(index, len(english) - 1)], form) for index, form in enumerate(scripts.translation(message))]


def test_complete(template: Any, catalogue: Any) -> None:
    wanted = {scripts.key(message) for message in scripts.messages(template)}
    there = {scripts.key(message) for message in scripts.messages(catalogue)}
    assert len(wanted) > 100
    assert wanted - there == set(), "new words: run `make messages`"
    assert there - wanted == set(), "words used no more: run `make messages`"
    assert list(catalogue.obsolete) == []


def test_translated(catalogue: Any) -> None:
    assert [message.id for message in scripts.messages(catalogue) if message.fuzzy] == []
    assert [
        message.id
        for message in scripts.messages(catalogue)
        if not scripts.translation(message) or not all(text.strip() for text in scripts.translation(message))
    ] == []


def test_places_are_kept(catalogue: Any) -> None:
    wrong = []
    for message in scripts.messages(catalogue):
        english = message.id if isinstance(message.id, str) else message.id[-1]
        last = scripts.translation(message)[-1]
        if Counter(PLACE.findall(english)) != Counter(PLACE.findall(last)):
            wrong.append((english, last))
    assert wrong == []


def test_mnemonics_are_kept(catalogue: Any) -> None:
    # In Chinese a menu's letter stands behind its name: 文件(&F).
    wrong = [
        text
        for message in scripts.messages(catalogue)
        for english, text in forms(message)
        if len(MNEMONIC.findall(english)) != len(MNEMONIC.findall(text))
    ]
    assert wrong == []


def test_compiled(locale: str, catalogue: Any) -> None:
    assert scripts.compiled(scripts.load_compiled(locale)) == scripts.compiled(catalogue)


def test_spaces_at_the_ends_are_kept() -> None:
    # A Chinese colon or full stop brings its own room.
    wrong = [
        (english, text)
        for message in scripts.messages(scripts.load("zh_CN"))
        for english, text in forms(message)
        if text != text.strip()
        and (english[:1].isspace(), english[-1:].isspace()) != (text[:1].isspace(), text[-1:].isspace())
    ]
    assert wrong == []


def test_chinese_is_chinese() -> None:
    same = [
        text
        for message in scripts.messages(scripts.load("zh_CN"))
        for english, text in forms(message)
        if text == english and english not in SAME
    ]
    assert same == []


def test_chinese_has_full_width_marks() -> None:
    half = re.compile(rf"{HAN}\s*[,;:!?()]|[,;:!?()]\s*{HAN}|{HAN}\.(?!\w)|{HAN} {HAN}")
    wrong = [
        text
        for message in scripts.messages(scripts.load("zh_CN"))
        for _english, text in forms(message)
        if half.search(re.sub(r"\(&\w\)", "", PLACE.sub("X", text)))
    ]
    assert wrong == []


def test_the_program_reads_them() -> None:
    set_language("zh")
    assert _("Clause {number}", number=3) == "第3条"
    assert ngettext("{n} clause", "{n} clauses", 2) == "共2个条目"
    set_language("en")
    assert _("Clause {number}", number=3) == "Clause 3"
    assert ngettext("{n} clause", "{n} clauses", 1) == "1 clause"
