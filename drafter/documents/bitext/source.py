"""The text of an XML file in UTF-8, and the way back to the bytes it came in."""

import codecs
import re
from dataclasses import dataclass
from typing import Final

from drafter.documents.errors import UnreadableError
from drafter.model import N_

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the other's
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED: Final = re.compile(rb"<\?xml[^>]*?\sencoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")
# What is called GB2312 is mostly GBK, which holds it.
_WIDER: Final = {"gb2312": "gbk"}
_HEAD: Final = 400


@dataclass(frozen=True, slots=True)
class Source:
    """An XML file as text.

    Attributes:
        utf8: its text in UTF-8, without byte order mark, nothing normalised.
        encoding: the encoding of the file, as Python names it.
        mark: its byte order mark, b"" where it has none.
    """

    utf8: bytes
    encoding: str = "utf-8"
    mark: bytes = b""

    def written(self, utf8: bytes) -> bytes:
        """Give another text as bytes of such a file; what its encoding can't hold is written as a reference."""
        if self.encoding == "utf-8":
            return self.mark + utf8
        return self.mark + utf8.decode("utf-8").encode(self.encoding, "xmlcharrefreplace")


def source_of(data: bytes, name: str) -> Source:
    """Decode an XML file.

    Args:
        data: the file's bytes.
        name: the file's name, for messages.

    Raises:
        UnreadableError: it is not in the encoding that it says it is in, or in one that is not known.
    """
    mark, encoding = next(((mark, found) for mark, found in _BOMS if data.startswith(mark)), (b"", ""))
    body = data[len(mark) :]
    encoding = encoding or _unmarked(body)
    try:
        if encoding == "utf-8":
            body.decode("utf-8")
            return Source(body, encoding, mark)
        source = Source(body.decode(encoding).encode("utf-8"), encoding, mark)
        same = source.written(source.utf8) == data
    except (UnicodeError, LookupError):
        same = False
    if not same:
        raise UnreadableError(
            N_("“{name}” is not in the encoding that it names ({encoding}): have the translation tool write it anew."),
            name=name, encoding=encoding,
        )  # fmt: skip
    return source


def _unmarked(body: bytes) -> str:
    """Tell the encoding of a file without byte order mark: by how it begins, else as it says, else UTF-8."""
    if body.startswith(b"<\x00"):
        return "utf-16-le"
    if body.startswith(b"\x00<"):
        return "utf-16-be"
    declared = _DECLARED.match(body[:_HEAD].lstrip())
    named = declared.group(1).decode("ascii").lower() if declared else "utf-8"
    try:
        found = codecs.lookup(named).name
    except LookupError:
        return named
    # A declaration that can be read byte by byte is not in UTF-16, whatever it says.
    return "utf-8" if found.startswith(("utf-16", "utf-32", "utf-8")) else _WIDER.get(found, found)
