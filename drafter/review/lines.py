"""How the lines of a text file ended, which a document's paragraphs don't tell."""

import re

from drafter.documents.encodings import Decoded, decode_as
from drafter.model import Document

_END = re.compile("\r\n|\r|\n")
_MARK = "\ufeff"


def line_ends(document: Document) -> tuple[str, list[str]]:
    """Give the byte order mark of a text file in UTF-8, "" where it has none, and the end of every line.

    The last line's end is "" where the file ends without one. Where the bytes can't be read again, every line ends
    in a line feed.
    """
    found = decode_as(document.data, document.encoding)
    ends = _END.findall(found.text) if isinstance(found, Decoded) else []
    count = len(document.paragraphs)
    if len(ends) == count - 1:
        ends.append("")
    mark = _MARK if document.encoding == "utf-8-sig" else ""
    return mark, ends if len(ends) == count else ["\n"] * count
