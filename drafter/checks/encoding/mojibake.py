"""Bytes read in the wrong encoding."""

import re
from collections.abc import Iterator

from drafter.checks.context import ClauseContext
from drafter.checks.rule import Rule
from drafter.model import N_, Finding, Fix, Message, Side, Span

# UTF-8 read as Windows-1252 or Latin-1: a lead byte's letter, then letters of the bytes 80 to BF.
_TAIL = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œŸŽž"
_CHARACTER = rf"(?:[Â-ß][{_TAIL}]|[à-ï][{_TAIL}]{{2}}|[ð-ô][{_TAIL}]{{3}})"
# Sound letters between two broken characters of one word belong to the damage: Î¼g/mÂ³.
_UTF8_AS_LATIN = re.compile(rf"{_CHARACTER}+(?:[A-Za-z0-9/.]{{1,4}}{_CHARACTER}+)*")
# UTF-8 read as GBK: “ ” ’ – give 鈥, full-width marks 锛 and 銆; and lost characters that went through both.
_UTF8_AS_GBK = re.compile(r"鈥[\u4e00-\u9fff]|锛[\u4e00-\u9fff]|銆[\u4e00-\u9fff]|(?:锟斤拷)+锟?|烫烫烫+|屯屯屯+")


def _bytes(text: str) -> bytes:
    """Undo the wrong reading: Windows-1252, and Latin-1 for the bytes that it lacks."""
    return b"".join(ch.encode("latin-1") if ord(ch) <= ord("ÿ") else ch.encode("cp1252") for ch in text)


def _reread(text: str) -> str | None:
    try:
        return _bytes(text).decode("utf-8")
    except UnicodeError:
        return None


class EncodingMojibake(Rule):
    """Bytes read in the wrong encoding.

    What it does: finds letters that are UTF-8 read as Windows-1252, Latin-1 or GBK, and reads them again where the
    bytes can be told.

    Why it is bad: units, quotes and names turn into letters that mean nothing.

    Example: `peopleâ€™s` -> `people’s`; `mÂ³` -> `m³`; 锟斤拷.

    Source: Unicode Standard, 3.9 (UTF-8); WHATWG Encoding Standard for Windows-1252 and GBK.
    """

    name = "encoding.mojibake"
    severity = "major"
    mqm = "fluency/character-encoding"
    sides = ("zh", "en")
    rank = 7

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        text = context.text(side)
        if text.isascii():
            return
        for found in _UTF8_AS_LATIN.finditer(text):
            if (meant := _reread(found[0])) is not None:
                message = Message(
                    N_("The text was read in the wrong encoding; it should read “{meant}”."), {"meant": meant}
                )
                yield self.finding(context, side, Span(*found.span()), message, fix=Fix(meant, "safe"))
        for found in _UTF8_AS_GBK.finditer(text):
            message = Message(N_("The text was read in the wrong encoding; compare with the source."))
            yield self.finding(context, side, Span(*found.span()), message)
