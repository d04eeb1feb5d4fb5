"""Keeps an error in a method that Qt calls from ending the program.

Python 3.11 raises some errors half made: a division by zero, an index out of range, a wrong count to unpack carry a
bare text in place of the exception until somebody looks. PySide6 reads the arguments of whatever an overridden method
raises, finds no exception there, and the process is gone: the window, the work and the error report with it. Catching
and raising again finishes the exception.
"""

from collections.abc import Callable
from functools import wraps
from inspect import isfunction
from typing import Any, TypeVar

Kind = TypeVar("Kind", bound=type)


def guarded(cls: Kind) -> Kind:
    """Have every method by which a class overrides one of Qt's raise whole exceptions."""
    for name, method in list(vars(cls).items()):
        if isfunction(method) and not name.startswith("__") and any(_is_qt(base, name) for base in cls.__mro__[1:]):
            setattr(cls, name, _whole(method))
    return cls


def _is_qt(base: type, name: str) -> bool:
    return base.__module__.startswith("PySide6.") and name in vars(base)


def _whole(method: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(method)
    def call(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 -- whatever Qt gives and takes
        try:
            return method(*args, **kwargs)
        except BaseException:  # the catching itself makes it whole
            raise

    return call
