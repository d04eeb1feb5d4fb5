"""Bilingual files: translation memories, XLIFF of every make, and tables with a column for each language."""

from pathlib import Path

from drafter.documents.bitext.tables import bitext_of_table
from drafter.documents.errors import UnreadableError
from drafter.documents.files import read_bytes, shown_name
from drafter.documents.sniff import Kind, sniff
from drafter.model import N_, Bitext

_HEAD = 4096


def read_bitext(path: Path) -> Bitext | None:
    """Read a file whose texts are paired already.

    Args:
        path: any file.

    Returns:
        The pairs, or None where the file is not bilingual by its form.

    Raises:
        UnreadableError: it is bilingual, but can't be read.
    """
    data = read_bytes(path)
    name = shown_name(path)
    kind = sniff(data)
    if kind is Kind.XML:
        head = _head(data)
        if b"<tmx" in head or b"<xliff" in head:
            from drafter.documents.bitext.memory import read_tmx
            from drafter.documents.bitext.xliff import read_xliff

            bitext = read_tmx(data, name) if b"<tmx" in head else read_xliff(data, name, path.suffix.lower())
            if not bitext.units:
                raise UnreadableError(N_("“{name}” holds no pairs of Chinese and English."), name=name)
            return bitext
    if kind is Kind.ZIP:
        from drafter.documents.reader import read_document

        return bitext_of_table(read_document(path))
    return None


def _head(data: bytes) -> bytes:
    """The beginning as single bytes, whatever the encoding."""
    return data[:_HEAD].replace(b"\x00", b"").lower()
