"""Bilingual files: translation memories, XLIFF of every make, and tables with a column for each language.

What translation tools write is read with the place of every text, so that a correction can be put back in place; the
writer (`drafter.exports.bitext`) goes through the same pairs.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from drafter.documents.bitext.pairs import Pair
from drafter.documents.bitext.source import source_of
from drafter.documents.bitext.tables import bitext_of_table
from drafter.documents.errors import UnreadableError
from drafter.documents.files import read_bytes, shown_name
from drafter.documents.sniff import Kind, sniff
from drafter.model import N_, Bitext, BitextUnit, Message, Notice

FORMATS: Final = {
    "tmx": (".tmx",),
    "xliff": (".xlf", ".xliff"),
    "sdlxliff": (".sdlxliff",),
    "mqxliff": (".mqxliff",),
}
"""The formats of translation tools, whose texts hold marks, and the endings of each."""

_ROOT: Final = re.compile(rb"<(?:[\w.-]+:)?(tmx|xliff)[\s>/]")
_HEAD: Final = 4096


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
    if kind in (Kind.XML, Kind.TEXT) and (format_ := _format_of(data, path.suffix.lower())):
        return _read(data, name, format_)
    if kind is Kind.ZIP:
        from drafter.documents.reader import read_document

        return bitext_of_table(read_document(path))
    return None


def pairs_of(data: bytes, name: str, format_: str) -> Iterator[Pair]:
    """Give the pairs of a translation tool's file that hold text, in the order in which `read_bitext` gives them.

    The places in them count in the file's text in UTF-8, see `source_of`.

    Args:
        data: the file's bytes.
        name: its name, for messages.
        format_: one of `FORMATS`.

    Raises:
        UnreadableError: it is no sound XML.
    """
    for pair in _all_pairs(source_of(data, name).utf8, name, format_, []):
        if not pair.empty:
            yield pair


def _all_pairs(utf8: bytes, name: str, format_: str, notices: list[Notice]) -> Iterator[Pair]:
    # Imported only here: most reviews need no parser of these.
    if format_ == "tmx":
        from drafter.documents.bitext.memory import tmx_pairs

        yield from tmx_pairs(utf8, name)
        return
    from drafter.documents.bitext.xliff import Languages, xliff_pairs

    languages = Languages()
    yield from xliff_pairs(utf8, name, languages)
    languages.require(name)
    if languages.strange:
        notices.append(_other_languages(languages.strange))


def _read(data: bytes, name: str, format_: str) -> Bitext:
    notices: list[Notice] = []
    units: list[BitextUnit] = []
    empty = 0
    for pair in _all_pairs(source_of(data, name).utf8, name, format_, notices):
        if pair.empty:
            empty += 1
        else:
            units.append(BitextUnit(pair.id, pair.text("zh"), pair.text("en"), pair.notes))
    if empty and format_ == "tmx":
        notices.append(_other_languages(empty))
    elif empty:
        notices.append(Notice(Message(N_("{count} empty units were left out."), {"count": empty})))
    if not units:
        raise UnreadableError(N_("“{name}” holds no pairs of Chinese and English."), name=name)
    return Bitext(name, format_, tuple(units), data, tuple(notices))


def _other_languages(count: int) -> Notice:
    return Notice(Message(N_("{count} units in other languages were left out."), {"count": count}))


def _format_of(data: bytes, ending: str) -> str | None:
    """Tell the format by the root element, whatever the encoding, and the make of XLIFF by the ending."""
    head = data[:_HEAD].replace(b"\x00", b"").lower()
    root = _ROOT.search(head)
    if root is None or b"<" not in head[:8].removeprefix(b"\xef\xbb\xbf")[:8]:
        return None
    if root.group(1) == b"tmx":
        return "tmx"
    return next((name for name, endings in FORMATS.items() if ending in endings and name != "tmx"), "xliff")
