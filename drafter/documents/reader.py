"""The door of this room: a path in, a document out."""

from dataclasses import replace
from pathlib import Path, PurePath

from drafter.documents.errors import UnreadableError
from drafter.documents.files import read_bytes, shown_name
from drafter.documents.markings import marking_notice
from drafter.documents.sniff import Kind, refusal, sniff
from drafter.documents.text import read_text
from drafter.documents.traditional import with_simplified
from drafter.documents.view import Progress, View
from drafter.model import N_, Document


def read_document(
    path: Path, *, view: View = "final", encoding: str = "", recognise: Progress | None = None
) -> Document:
    """Read a file as paragraphs.

    What the file is, is decided by its bytes; its ending only where they leave it open.

    Args:
        path: a text file, a Word document, a web page, …
        view: of a document with tracked changes, the text with all of them accepted or rejected.
        encoding: what a text file is in, as Python names it; "" where its bytes shall tell.
        recognise: where the text of a scanned PDF shall be recognised (`ScanError.recognisable`): told after each
            page how many are done, and of how many.

    Raises:
        UnreadableError: the file can't be read; nothing else leaves this function but what `recognise` raises.
    """
    return read_data(read_bytes(path), shown_name(path), view=view, encoding=encoding, recognise=recognise)


def read_data(
    data: bytes, name: str, *, view: View = "final", encoding: str = "", recognise: Progress | None = None
) -> Document:
    """Read the bytes of a file, as `read_document` does.

    Args:
        data: the bytes.
        name: the file's name without its folder.
        view: of a document with tracked changes, the text with all of them accepted or rejected.
        encoding: what a text file is in, as Python names it; "" where its bytes shall tell.
        recognise: see `read_document`.

    Raises:
        UnreadableError: they can't be read; nothing else leaves this function.
    """
    ending = PurePath(name).suffix.lower()
    kind = sniff(data, ending)
    if error := refusal(kind, name, ending):
        raise error
    try:
        document = _read(kind, data, name, ending, view, encoding, recognise)
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

    return _marked(with_simplified(document))


def read_pasted(text: str, name: str) -> Document:
    """Take text that somebody pasted for a text file, whatever it looks like.

    Args:
        text: the text; half a character (a lone surrogate) becomes U+FFFD.
        name: what the document is called.

    Raises:
        UnreadableError: the text shows nothing, or is too long.
    """
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return _marked(with_simplified(read_text(whole.encode(), name, "")))


def _marked(document: Document) -> Document:
    """Put the warning of a marking of secrecy before everything else there is to say of a document."""
    marking = marking_notice(document.paragraphs)
    return document if marking is None else replace(document, notices=(marking, *document.notices))


def _read(
    kind: Kind, data: bytes, name: str, ending: str, view: View, encoding: str, recognise: Progress | None
) -> Document:
    # Imported only here: parsers cost start-up time that text files need not pay.
    if kind is Kind.ZIP:
        from drafter.documents.zipped import read_zip

        return read_zip(data, name, ending, view)
    if kind in (Kind.HTML, Kind.MIME):
        from drafter.documents.html import read_html

        return read_html(data, name, ending, view, archive=kind is Kind.MIME)
    if kind is Kind.PDF:
        from drafter.documents.pdf import read_pdf

        return read_pdf(data, name, ending, recognise)
    if kind is Kind.RTF:
        from drafter.documents.rtf import read_rtf

        return read_rtf(data, name, ending, view)
    if kind is Kind.DOC:
        from drafter.documents.legacy import read_legacy

        return read_legacy(data, name, ending, view)
    return read_text(data, name, ending, encoding)
