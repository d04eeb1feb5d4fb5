"""What leaves this room when a file can't be read."""

from drafter.model import DrafterError


class UnreadableError(DrafterError):
    """A file can't be read: the message says what it is, where it stops, and what to do.

    The value `name` of the message is the file's name without its folder.
    """


class ScanError(UnreadableError):
    """The pages of a file are pictures.

    Attributes:
        recognisable: whether a program on this computer can recognise their text, if `read_document`
            is told to (only those of a PDF).
    """

    def __init__(self, template: str, *, recognisable: bool = False, **values: object) -> None:
        super().__init__(template, **values)
        self.recognisable = recognisable
