"""A person's own words: a plain list, a word a line, in a file that can be read and mended by hand."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from drafter.language.spelling.dictionary import SpellingError
from drafter.model import N_


class OwnWords:
    """Words that a person has told to be right.

    A word in small letters is right with a capital too; one with a capital only so, or in capitals throughout.
    """

    def __init__(self, path: Path) -> None:
        """Read the list; a file that is not there is an empty one.

        Args:
            path: the file.

        Raises:
            SpellingError: it is there and can't be read.
        """
        self._path = path
        self._words: dict[str, None] = {}
        try:
            lines = path.read_text(encoding="utf-8-sig").splitlines() if path.exists() else []
        except (OSError, UnicodeError) as error:
            raise SpellingError(
                N_("Your list of words “{name}” can't be read: save it as text in UTF-8, a word a line."),
                name=path.name,
            ) from error
        self._words = dict.fromkeys(word for line in lines if (word := _plain(line.strip())))

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._words, key=str.lower))

    def __contains__(self, word: str) -> bool:
        plain = _plain(word)
        return (
            plain in self._words or plain.lower() in self._words or (plain.isupper() and plain.title() in self._words)
        )

    def add(self, word: str) -> None:
        """Take a word in.

        Raises:
            SpellingError: the list can't be written; it is as it was.
        """
        self.replace((*self._words, word))

    def remove(self, word: str) -> None:
        """Take a word out, in whatever case it stands there.

        Raises:
            SpellingError: the list can't be written; it is as it was.
        """
        forms = {_plain(word), _plain(word).lower(), _plain(word).title()}
        self.replace(one for one in self._words if one not in forms)

    def replace(self, words: Iterable[str]) -> None:
        """Have the list hold these words.

        Raises:
            SpellingError: the list can't be written; it is as it was.
        """
        new = dict.fromkeys(plain for word in words if (plain := _plain(word.strip())))
        beside = self._path.with_suffix(".tmp")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text("".join(f"{word}\n" for word in sorted(new, key=str.lower)), encoding="utf-8")
            beside.replace(self._path)
        except OSError as error:
            raise SpellingError(
                N_("Your list of words “{name}” can't be written: {why}"),
                name=self._path.name, why=error.strerror or str(error),
            ) from error  # fmt: skip
        self._words = new


def _plain(word: str) -> str:
    return word.replace("’", "'")
