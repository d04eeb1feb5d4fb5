"""All rules, found by looking into the family folders: a new module there is known at once."""

import pkgutil
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from inspect import isabstract
from typing import TypeVar

import drafter.checks
from drafter.checks.document import DocumentRule
from drafter.checks.rule import Rule

_Kind = TypeVar("_Kind", Rule, DocumentRule)


@cache
def rules() -> tuple[Rule, ...]:
    """Give one instance of every rule over a clause, the most specific first."""
    _look_into_the_folders()
    found = (kind() for kind in _concrete(Rule.__subclasses__()))
    return tuple(sorted(found, key=lambda rule: (rule.rank, rule.name)))


@cache
def document_rules() -> tuple[DocumentRule, ...]:
    """Give one instance of every rule over a document, by name."""
    _look_into_the_folders()
    found = (kind() for kind in _concrete(DocumentRule.__subclasses__()))
    return tuple(sorted(found, key=lambda rule: (rule.name, type(rule).__name__)))


def families() -> tuple[str, ...]:
    """Give the names of the families, as `number` of `number.value`."""
    return tuple(entry.name for entry in pkgutil.iter_modules(drafter.checks.__path__) if entry.ispkg)


def rule_names() -> tuple[str, ...]:
    """Give the name of every rule once, in the order of the alphabet."""
    return tuple(sorted({rule.name for rule in rules()} | {rule.name for rule in document_rules()}))


def _look_into_the_folders() -> None:
    for family in families():
        package = import_module(f"drafter.checks.{family}")
        for module in pkgutil.iter_modules(package.__path__):
            import_module(f"{package.__name__}.{module.name}")


def _concrete(kinds: Iterable[type[_Kind]]) -> Iterator[type[_Kind]]:
    """Give the kinds, and all derived from them, of which there can be instances and that stand in a family's folder.

    A rule that stands elsewhere is somebody's own, and is run where it is asked for.
    """
    folders = {f"drafter.checks.{family}" for family in families()}
    for kind in kinds:
        if not isabstract(kind) and kind.__module__.rpartition(".")[0] in folders:
            yield kind
        yield from _concrete(kind.__subclasses__())
