"""Hunspell's dictionaries: the American English one that comes along, and a pair of files of a user's own."""

import io
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final

from drafter.model import N_, DrafterError

if TYPE_CHECKING:
    from spylls.hunspell import Dictionary

_ENDINGS: Final = (".aff", ".dic")
_MOST_BYTES: Final = 32 * 1024 * 1024


class SpellingError(DrafterError):
    """A dictionary or a list of words can't be read or written."""


@cache
def shipped_dictionary() -> "Dictionary":
    """Give the dictionary that comes with the library; read once, which takes some tenths of a second."""
    folder = files("spylls.hunspell") / "data" / "en"
    return _dictionary(*((folder / f"en_US{ending}").read_bytes() for ending in _ENDINGS))


def own_dictionary(path: Path) -> "Dictionary":
    """Read a dictionary of the user's own.

    Args:
        path: its `.dic` or its `.aff`; the other stands beside it.

    Raises:
        SpellingError: one of the two is missing, or they are no dictionary.
    """
    if path.suffix.lower() not in _ENDINGS:
        raise SpellingError(
            N_("“{name}” is no dictionary: choose a file that ends in .dic or .aff, as LibreOffice has them."),
            name=path.name,
        )
    try:
        affixes, words = (_bytes(path.with_suffix(ending)) for ending in _ENDINGS)
    except OSError as error:
        missing = Path(error.filename or path).name
        raise SpellingError(
            N_("The dictionary “{name}” can't be read: “{missing}” has to lie beside it and be readable."),
            name=path.name, missing=missing,
        ) from error  # fmt: skip
    try:
        made = _dictionary(affixes, words)
        made.lookup("word")  # some faults show only here
    except Exception as error:  # the library raises whatever a broken file leads it to
        raise SpellingError(
            N_("“{name}” is no dictionary that can be understood: take another copy of it."), name=path.name
        ) from error
    if not made.dic.words:
        raise SpellingError(N_("The dictionary “{name}” holds no words: take another copy of it."), name=path.name)
    return made


def _bytes(path: Path) -> bytes:
    if not path.is_file():
        raise FileNotFoundError(2, "no such file", str(path))
    if path.stat().st_size > _MOST_BYTES:
        raise OSError(27, "too large", str(path))
    return path.read_bytes()


def _dictionary(affixes: bytes, words: bytes) -> "Dictionary":
    from spylls.hunspell import Dictionary
    from spylls.hunspell.readers import read_aff, read_dic
    from spylls.hunspell.readers.file_reader import BaseReader

    class Lines(BaseReader):  # type: ignore[misc]  # the library has no types
        """Lines of bytes that are there already: the library's own reader leaves its files open."""

        def __init__(self, data: bytes, encoding: str = "Windows-1252") -> None:
            self._data = data
            super().__init__(self._open(encoding))

        def reset_encoding(self, encoding: str) -> None:
            self.reset_io(self._open(encoding))

        def _open(self, encoding: str) -> io.TextIOWrapper:
            # Like the library's: a flag may be half a character.
            return io.TextIOWrapper(io.BytesIO(self._data), encoding=encoding, errors="surrogateescape")

    aff, context = read_aff(Lines(affixes))
    return Dictionary(aff, read_dic(Lines(words, context.encoding), aff=aff, context=context))
