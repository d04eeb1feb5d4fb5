"""Every class of the window that overrides a method of Qt's is guarded: see `toolbox/overrides.py`."""

import importlib
import inspect
import pkgutil

import drafter.gui


def overriding_classes() -> list[type]:
    found = []
    for module in pkgutil.walk_packages(drafter.gui.__path__, "drafter.gui."):
        for _name, kind in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            if kind.__module__ == module.name and any(base.__module__.startswith("PySide6.") for base in kind.__mro__):
                found.append(kind)
    return found


def overrides(kind: type) -> list[str]:
    qt = [base for base in kind.__mro__[1:] if base.__module__.startswith("PySide6.")]
    return [
        name
        for name, method in vars(kind).items()
        if inspect.isfunction(method) and not name.startswith("__") and any(name in vars(base) for base in qt)
    ]


def test_every_override_is_guarded() -> None:
    found = {kind: overrides(kind) for kind in overriding_classes()}
    assert sum(map(len, found.values())) > 20
    unguarded = [
        f"{kind.__qualname__}.{name}"
        for kind, names in found.items()
        for name in names
        if not hasattr(vars(kind)[name], "__wrapped__")
    ]
    assert unguarded == []
