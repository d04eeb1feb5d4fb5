"""How long a document of many pages may take: as long as it gives text in return."""

import time

from drafter.documents import limits
from drafter.documents.errors import UnreadableError
from drafter.model import N_


class Patience:
    """Watches the work on one document.

    A long document takes its time and gives its text; one made to exhaust its reader gives little for much time, or
    shows more text than its bytes can hold.
    """

    def __init__(self, name: str, size: int) -> None:
        """Begin.

        Args:
            name: the file's name, for messages.
            size: its size in bytes.
        """
        self._name = name
        self._most = limits.PAGE_CHARACTERS + limits.CHARACTERS_A_BYTE * size
        self._start = time.monotonic()
        self._read = 0

    def spend(self, characters: int) -> None:
        """Count characters that were read.

        Raises:
            UnreadableError: it goes too slowly, or shows more than it can hold.
        """
        self._read += characters
        if self._read > self._most:
            raise UnreadableError(
                N_("“{name}” unpacks to far more than a document holds: don't trust it, or save it as a new .docx."),
                name=self._name,
            )
        if time.monotonic() - self._start > limits.SECONDS + self._read / limits.CHARACTERS_A_SECOND:
            raise UnreadableError(
                N_("“{name}” takes too long to read: split it, or choose the document it was made from."),
                name=self._name,
            )
