"""Sentences for the user that stay free of language until they are shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field


def N_(template: str) -> str:  # noqa: N802 -- the name gettext's tools know
    """Mark a template for the catalogues without translating it now."""
    return template


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence of the catalogues and what to put into it.

    Attributes:
        template: the English sentence, with `{name}` places; the key of the catalogues. Mark the literal with `N_`.
        values: what stands in the places; a value that is itself a `Message` is translated too.
    """

    template: str
    values: Mapping[str, object] = field(default_factory=dict, hash=False)


class DrafterError(Exception):
    """Something that the user must be told in one sentence: what, where, what to do.

    Every error that may leave a room on purpose is of this kind or derived from it.

    Attributes:
        message: the sentence, translated when it is shown.
    """

    def __init__(self, template: str, **values: object) -> None:
        self.message = Message(template, values)
        super().__init__(template.format(**values))
