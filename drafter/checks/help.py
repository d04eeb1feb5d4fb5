"""The help page of every rule: its English from the rule's docstring, its Chinese from `resources/help`.

A file there belongs to one name of the catalogue. It holds a title in plain words in both languages, the Chinese of the
page, and a mark of the English that this Chinese was made from: a docstring that was changed since then is told by it.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from drafter.checks.document import DocumentRule
from drafter.checks.registry import document_rules, rule_names, rules
from drafter.checks.rule import Rule
from drafter.i18n import Language, language
from drafter.model import N_, DrafterError, Severity, Side
from drafter.resources import resource_path

SECTIONS: Final = ("What it does", "Why it is bad", "Example", "Source")
"""What the parts of a docstring begin with, behind its first sentence."""

_MARK_LENGTH: Final = 12
_BOTH: Final[tuple[Side, ...]] = ("zh", "en")


@dataclass(frozen=True, slots=True)
class HelpPage:
    """What there is to know of a rule, in one language.

    Attributes:
        name: `family.name`.
        title: the fault in a few plain words, for lists.
        severity: the usual severity.
        mqm: the MQM error type it reports as.
        sides: the sides it reads.
        summary: the fault in a sentence.
        what: what the rule looks for; several paragraphs, parted by blank lines, where several kinds share a name.
        why: why the fault is bad.
        example: damaged -> meant, code between backticks.
        source: where the norm comes from.
    """

    name: str
    title: str
    severity: Severity
    mqm: str
    sides: tuple[Side, ...]
    summary: str
    what: str
    why: str
    example: str
    source: str


def rule_page(name: str, shown_in: Language | None = None) -> HelpPage:
    """Give the help page of a rule.

    Args:
        name: `family.name`.
        shown_in: the language; None for the one that is set.

    Raises:
        DrafterError: there is no such rule.
    """
    kinds = _kinds(name)
    own = _own_words(name)
    words = _english(kinds)
    title = own.get("title", {})
    if (shown_in or language()) == "zh" and own:
        words = own["zh"]
    return HelpPage(
        name=name,
        title=title.get(shown_in or language()) or words["summary"].rstrip(".。"),
        severity=kinds[0].severity,
        mqm=kinds[0].mqm,
        sides=tuple(side for side in _BOTH if any(side in kind.sides for kind in kinds)),
        summary=words["summary"], what=words["what"], why=words["why"], example=words["example"],
        source=words["source"],
    )  # fmt: skip


def rule_title(name: str, shown_in: Language | None = None) -> str:
    """Name a rule's fault in a few plain words; a rule that is not of the catalogue by its own name."""
    return rule_page(name, shown_in).title if name in rule_names() else name


def rule_pages(shown_in: Language | None = None) -> Iterator[HelpPage]:
    """Give the pages of all rules, by name."""
    return (rule_page(name, shown_in) for name in rule_names())


def english_digest(name: str) -> str:
    """Give the mark of a rule's English as it is now; its help file holds that of the English it was made from."""
    words = "\n".join(" ".join((type(kind).__doc__ or "").split()) for kind in _kinds(name))
    return hashlib.sha256(words.encode()).hexdigest()[:_MARK_LENGTH]


@cache
def _kinds(name: str) -> Sequence[Rule | DocumentRule]:
    """Give the rules of a name, the one over a clause first."""
    kinds: list[Rule | DocumentRule] = [rule for rule in rules() if rule.name == name]
    kinds += [rule for rule in document_rules() if rule.name == name]
    if not kinds:
        raise DrafterError(N_("There is no rule “{name}”: “drafter rules” lists them all."), name=name)
    return kinds


def _english(kinds: Sequence[Rule | DocumentRule]) -> Mapping[str, str]:
    """Join what the docstrings of a name say: each kind's own, but why it is bad and the source once."""
    read = [_sections(type(kind).__doc__ or "") for kind in kinds]
    return {
        "summary": read[0]["summary"],
        "why": read[0]["Why it is bad"],
        "source": read[0]["Source"],
        "what": "\n\n".join(dict.fromkeys(one["What it does"] for one in read)),
        "example": "\n\n".join(dict.fromkeys(one["Example"] for one in read)),
    }


def _sections(docstring: str) -> dict[str, str]:
    summary, *paragraphs = (" ".join(part.split()) for part in re.split(r"\n\s*\n", docstring.strip()))
    parts = dict.fromkeys(SECTIONS, "")
    for paragraph in paragraphs:
        heading, _, text = paragraph.partition(":")
        if heading in parts:
            parts[heading] = _upper(text.strip())
    return {"summary": summary, **parts}


def _upper(text: str) -> str:
    """Begin a sentence with a capital; code stays as it is."""
    return text[:1].upper() + text[1:]


@cache
def _own_words(name: str) -> Mapping[str, Any]:
    import yaml

    path = resource_path("help", f"{name}.yaml")
    if not path.exists():  # a rule that waits for its Chinese
        return {}
    found: Mapping[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found
