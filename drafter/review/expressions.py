"""Looking for a regular expression: whoever writes one may write one that never ends, so each text has its time."""

from typing import Final

from drafter.model import N_, DrafterError, Span
from drafter.review.searching import Searched

_SECONDS: Final = 0.1
"""For one text; what takes longer is taken for an expression that runs away."""

_LONGEST: Final = 1000


class Expression(Searched):
    r"""A regular expression that is looked for.

    Example:
        >>> words = Expression(r"(\d+) boilers")
        >>> words.replaced("Refit 12 boilers.", r"\1 furnaces")
        'Refit 12 furnaces.'
    """

    def __init__(self, expression: str, *, case: bool = False) -> None:
        """Take an expression as Python and most editors write it.

        Args:
            expression: the expression.
            case: whether upper and lower case are two things.

        Raises:
            DrafterError: it is none.
        """
        import regex  # type: ignore[import-untyped]  # its types stand in a package of their own

        super().__init__("")
        try:
            self._expression = regex.compile(
                expression[:_LONGEST], regex.MULTILINE if case else regex.MULTILINE | regex.IGNORECASE
            )
        except regex.error as error:
            raise DrafterError(N_("This is no regular expression: {why}."), why=error.msg) from error

    def spans(self, text: str) -> list[Span]:
        """Give all places in a text that are not empty, in order.

        Raises:
            DrafterError: it takes too long.
        """
        try:
            found = [Span(*one.span()) for one in self._expression.finditer(text, timeout=_SECONDS)]
        except TimeoutError as error:
            raise _too_slow() from error
        return [span for span in found if span.start < span.end]

    def replaced(self, text: str, by: str) -> str:
        r"""Give a text with other words in all those places; `\1` stands for what the first bracket found.

        Raises:
            DrafterError: the words refer to a bracket that is not there, or it takes too long.
        """
        made: list[str] = []
        last = 0
        for span in self.spans(text):
            made += [text[last : span.start], self.filled(text, span, by)]
            last = span.end
        return "".join((*made, text[last:]))

    def filled(self, text: str, span: Span, by: str) -> str:
        """See `Searched.filled`.

        Raises:
            DrafterError: the words refer to a bracket that is not there, or it takes too long.
        """
        import regex

        try:
            found = self._expression.match(text, span.start, timeout=_SECONDS)
            return by if found is None else found.expand(by)
        except TimeoutError as error:
            raise _too_slow() from error
        except (regex.error, IndexError, KeyError) as error:
            raise DrafterError(
                N_("“{words}” refers to a bracket that the expression doesn't have."), words=by
            ) from error


def _too_slow() -> DrafterError:
    return DrafterError(N_("This regular expression takes too long: make it simpler."))
