"""Looking for a regular expression: whoever writes one may write one that never ends, so each text has its time."""

from typing import TYPE_CHECKING, Final

from drafter.model import N_, DrafterError, Span
from drafter.review.searching import Searched

if TYPE_CHECKING:
    import regex  # type: ignore[import-untyped]  # its types stand in a package of their own

_SECONDS: Final = 0.1
"""For one text; what takes longer is taken for an expression that runs away."""

_LONGEST: Final = 1000
_NO_BRACKET: Final = N_("“{words}” refers to a bracket that the expression doesn't have.")


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
        import regex

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
        return [Span(*one.span()) for one in self._matches(text)]

    def replaced(self, text: str, by: str) -> str:
        r"""Give a text with other words in all those places; `\1` stands for what the first bracket found.

        Raises:
            DrafterError: the words can't be filled in, or it takes too long.
        """
        made: list[str] = []
        last = 0
        for one in self._matches(text):
            made += [text[last : one.start()], _expanded(one, by)]
            last = one.end()
        return "".join((*made, text[last:]))

    def filled(self, text: str, span: Span, by: str) -> str:
        """See `Searched.filled`.

        Raises:
            DrafterError: the words can't be filled in, or it takes too long.
        """
        return next((_expanded(one, by) for one in self._matches(text) if one.span() == span), by)

    def _matches(self, text: str) -> "list[regex.Match[str]]":
        """Give what was found that is not empty, from left to right even where the expression goes the other way."""
        try:
            found = [one for one in self._expression.finditer(text, timeout=_SECONDS) if one.start() < one.end()]
        except TimeoutError as error:
            raise DrafterError(N_("This regular expression takes too long: make it simpler.")) from error
        return sorted(found, key=lambda one: one.start())


def _expanded(found: "regex.Match[str]", by: str) -> str:
    r"""Fill words in; `\0` is no bracket, though the notation has it for a character that no text may hold."""
    import regex

    try:
        made: str = found.expand(by)
    except (regex.error, IndexError, KeyError) as error:
        if isinstance(error, regex.error) and error.msg.startswith("bad escape"):
            raise DrafterError(
                N_("“{words}”: the backslash there stands for nothing; for a backslash itself write two."), words=by
            ) from error
        raise DrafterError(_NO_BRACKET, words=by) from error
    if "\0" in made and "\0" not in found.string:
        raise DrafterError(_NO_BRACKET, words=by)
    return made
