"""All rules, found by looking into the family folders: a new module there is known at once."""

import pkgutil
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from inspect import isabstract

import drafter.checks
from drafter.checks.rule import Rule


@cache
def rules() -> tuple[Rule, ...]:
    """Give one instance of every rule, the most specific first."""
    for family in pkgutil.iter_modules(drafter.checks.__path__):
        if family.ispkg:
            package = import_module(f"drafter.checks.{family.name}")
            for module in pkgutil.iter_modules(package.__path__):
                import_module(f"{package.__name__}.{module.name}")
    return tuple(sorted((kind() for kind in _descendants() if not isabstract(kind)), key=_order))


def _descendants() -> Iterator[Callable[[], Rule]]:
    bases: list[type[Rule]] = [*Rule.__subclasses__()]
    while bases:
        base = bases.pop()
        bases.extend(base.__subclasses__())
        yield base


def _order(rule: Rule) -> tuple[int, str]:
    return rule.rank, rule.name
