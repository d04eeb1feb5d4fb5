"""The error types of MQM (themqm.org, MQM Core) that our own come nearest to.

The rules name types after MQM's first version, some with a subtype of our own (`accuracy/mistranslation/number`). MQM's
names may only be used for MQM's types, so both are given.
"""

from dataclasses import dataclass
from typing import Final

from drafter.i18n import _
from drafter.model import N_

OTHER: Final = "other"
"""The type of what no rule of the catalogue found."""


@dataclass(frozen=True, slots=True)
class MqmType:
    """An error type of MQM.

    Attributes:
        dimension: one of MQM's dimensions, in English.
        name: the type within it, in English; "" where the dimension is all that can be told.
    """

    dimension: str
    name: str = ""

    def shown(self) -> str:
        """Give the type in the user's language."""
        return f"{_(self.dimension)} · {_(self.name)}" if self.name else _(self.dimension)

    def __str__(self) -> str:
        return f"{self.dimension} > {self.name}" if self.name else self.dimension


_ACCURACY: Final = N_("Accuracy")
_TERMINOLOGY: Final = N_("Terminology")
_CONVENTIONS: Final = N_("Linguistic conventions")
_LOCALE: Final = N_("Locale conventions")

_NEAREST: Final = {
    "accuracy": MqmType(_ACCURACY),
    "accuracy/mistranslation": MqmType(_ACCURACY, N_("Mistranslation")),
    "accuracy/omission": MqmType(_ACCURACY, N_("Omission")),
    "accuracy/addition": MqmType(_ACCURACY, N_("Addition")),
    "accuracy/untranslated": MqmType(_ACCURACY, N_("Untranslated")),
    "terminology": MqmType(_TERMINOLOGY, N_("Wrong term")),
    "terminology/inconsistent": MqmType(_TERMINOLOGY, N_("Inconsistent use of terminology")),
    "fluency": MqmType(_CONVENTIONS),
    "fluency/grammar": MqmType(_CONVENTIONS, N_("Grammar")),
    "fluency/spelling": MqmType(_CONVENTIONS, N_("Spelling")),
    "fluency/punctuation": MqmType(_CONVENTIONS, N_("Punctuation")),
    "fluency/duplication": MqmType(_CONVENTIONS, N_("Duplication")),
    "fluency/character-encoding": MqmType(_CONVENTIONS, N_("Character encoding")),
    "fluency/structure": MqmType(_CONVENTIONS, N_("Textual conventions")),
    "fluency/inconsistency": MqmType(_CONVENTIONS, N_("Textual conventions")),
    "style": MqmType(N_("Style")),
    "locale-convention": MqmType(_LOCALE),
    "locale-convention/number-format": MqmType(_LOCALE, N_("Number format")),
}
_UNKNOWN: Final = MqmType(N_("Other"))
_ORDER: Final = tuple(dict.fromkeys(one.dimension for one in (*_NEAREST.values(), _UNKNOWN)))


def nearest(type_: str) -> MqmType:
    """Give MQM's type for one of ours: that of the longest beginning which MQM knows."""
    parts = type_.split("/")
    for length in range(len(parts), 0, -1):
        if (known := _NEAREST.get("/".join(parts[:length]))) is not None:
            return known
    return _UNKNOWN


def type_order(type_: str) -> tuple[int, str]:
    """Give the place of one of our types among the others: by MQM's dimensions, those of no dimension last."""
    return _ORDER.index(nearest(type_).dimension), type_
