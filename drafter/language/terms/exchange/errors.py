"""Why a glossary is refused."""

from typing import Final, NoReturn

from drafter.language.terms.glossary import GlossaryError

MOST_BYTES: Final = 20_000_000
MOST_TERMS: Final = 100_000


def refuse(template: str, **values: object) -> NoReturn:
    """Say why.

    Raises:
        GlossaryError: always.
    """
    raise GlossaryError(template, **values) from None
