"""Which rules speak and which glossary holds, for all reviews that are checked from now on."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from drafter import checks
from drafter.checks import RuleChoice, Sensitivity, load_own_rules, own_rules_folder
from drafter.checks.own_rules import FAMILY
from drafter.language.terms.exchange import read_glossary
from drafter.language.terms.in_use import choose_glossary
from drafter.model import Severity


def choose_rules(
    *,
    off: Iterable[str] = (),
    severities: Mapping[str, Severity] | None = None,
    sensitivity: Sensitivity = "normal",
    rules: Iterable[Path] = (),
    glossary: Path | None = None,
    own: bool = True,
) -> None:
    """Choose among the rules.

    Args:
        off: rules, or families of rules, that are not told.
        severities: what a rule or a family weighs instead of its own.
        sensitivity: how sure a rule must be.
        rules: files or folders with further rules of the user's own.
        glossary: a glossary of the user's own, which counts before ours.
        own: whether the rules in the user's own folder hold, too.

    Raises:
        DrafterError: own rules, or an own glossary, can't be used; nothing has changed.
    """
    loaded = load_own_rules(*([own_rules_folder()] if own and own_rules_folder().is_dir() else []), *rules)
    terms = read_glossary(glossary) if glossary else ()
    checks.choose_rules(RuleChoice(frozenset(off), dict(severities or {}), sensitivity, loaded))
    choose_glossary(terms)


def own_rule_names(rules: Iterable[Path] = ()) -> frozenset[str]:
    """Give the names of the user's own rules, and that of their family.

    Args:
        rules: files or folders beside the user's own folder.

    Raises:
        DrafterError: a file can't be used.
    """
    folder = own_rules_folder()
    loaded = load_own_rules(*([folder] if folder.is_dir() else []), *rules)
    return frozenset((FAMILY, *(rule.name for rule in loaded)))
