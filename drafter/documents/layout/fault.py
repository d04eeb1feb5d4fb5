"""What is not as the official layout has it."""

from dataclasses import dataclass

from drafter.model import Message


@dataclass(frozen=True, slots=True)
class Fault:
    """A place where a Word file leaves the official layout; never more than minor, for many plans do on purpose.

    Attributes:
        element: which element of the layout it is about: "page", "body", "title", "heading", "document-number", "date",
            "attachment", "addressees".
        line: number of the paragraph as `drafter read` counts, 0 for the file as a whole.
        text: the words it is about, "" for the file as a whole.
        message: what is wrong and what is asked for.
    """

    element: str
    line: int
    text: str
    message: Message
