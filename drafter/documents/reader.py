"""The door of this room: a path in, a document out."""

from pathlib import Path
from typing import Literal

from drafter.documents.errors import UnreadableError
from drafter.documents.files import read_bytes, shown_name
from drafter.documents.sniff import Kind, refusal, sniff
from drafter.documents.text import read_text
from drafter.model import N_, Document

View = Literal["final", "original"]
"""Which side of tracked changes is read: all accepted, or all rejected."""


def read_document(path: Path, *, view: View = "final") -> Document:
    """Read a file as paragraphs.

    What the file is, is decided by its bytes; its ending only words the messages.

    Args:
        path: a text file or a Word document.
        view: of a document with tracked changes, the text with all of them accepted or rejected.

    Raises:
        UnreadableError: the file can't be read; nothing else leaves this function.
    """
    data = read_bytes(path)
    name, ending = shown_name(path), path.suffix.lower()
    kind = sniff(data)
    if error := refusal(kind, name, ending):
        raise error
    try:
        if kind is Kind.ZIP:
            # Only here: parsing XML costs start-up time that text files need not pay.
            from drafter.documents.docx import read_docx

            return read_docx(data, name, ending, view)
        return read_text(data, name, ending)
    except RecursionError:
        raise UnreadableError(
            N_("“{name}” is nested too deeply to be a document: open it in Word and save it as a new .docx."),
            name=name,
        ) from None
    except MemoryError:
        raise UnreadableError(
            N_("“{name}” needs more memory than this computer has free: close other programs, or split the file."),
            name=name,
        ) from None
