"""RTF as a row of tokens."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_TOKEN: Final = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?[0-9]{1,10})? ?|((?:\\'[0-9a-fA-F]{2}[\r\n]*)+)|\\([^a-zA-Z])|([{}])|([^\\{}]+)", re.DOTALL
)
_LINE_ENDS: Final = b"\r\n"


class Token(NamedTuple):
    """A piece of RTF.

    Attributes:
        kind: "word" (a control word), "symbol", "byte" (or bytes, written in hexadecimal), "open", "close" or "text".
        word: the control word or symbol.
        number: the control word's number; None where it has none.
        data: bytes of text.
    """

    kind: str
    word: str = ""
    number: int | None = None
    data: bytes = b""


_OPEN: Final = Token("open")
_CLOSE: Final = Token("close")


def tokens(data: bytes) -> Iterator[Token]:
    """Cut RTF into tokens; what makes no sense is left out, as every reader of RTF does."""
    place, match = 0, _TOKEN.match
    while place < len(data):
        found = match(data, place)
        if found is None:
            place += 1
            continue
        place = found.end()
        kind = found.lastindex
        if kind == 6:
            text = found[6].translate(None, _LINE_ENDS + b"\x00")
            if text:
                yield Token("text", data=text)
        elif kind == 5:
            yield _OPEN if found[5] == b"{" else _CLOSE
        elif kind == 3:
            # Chinese text is a long row of them.
            yield Token("byte", data=bytes.fromhex(found[3].replace(b"\\'", b"").decode("ascii")))
        elif kind == 4:
            yield Token("symbol", found[4].decode("latin-1"))
        else:
            word = found[1].decode("ascii")
            number = int(found[2]) if found[2] is not None else None
            if word == "bin" and number is not None:
                place += max(number, 0)  # that many bytes of a picture or object follow as they are
                continue
            yield Token("word", word, number)
