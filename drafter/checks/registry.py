"""All rules, found by looking into the family folders: a new module there is known at once."""

import pkgutil
from functools import cache
from importlib import import_module

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
    return tuple(sorted((kind() for kind in _concrete(Rule)), key=lambda rule: (rule.rank, rule.name)))


def _concrete(base: type[Rule]) -> list[type[Rule]]:
    found = [kind for child in base.__subclasses__() for kind in _concrete(child)]
    return found if getattr(base, "__abstractmethods__", None) else [base, *found]
