"""Footnotes, endnotes and comments: text that stands in parts of its own."""

from drafter.documents.docx import names
from drafter.documents.docx.content import NoteKind
from drafter.documents.docx.names import w
from drafter.documents.xml import Element


class Notes:
    """The foot- and endnotes of a document; each is given once, where it is first referred to."""

    def __init__(self, parts: dict[NoteKind, tuple[str, Element]]) -> None:
        """Index the notes.

        Args:
            parts: name and root of each part there is.
        """
        self._sources = {kind: source for kind, (source, _root) in parts.items()}
        self._notes: dict[tuple[NoteKind, str], Element] = {}
        self._given: set[tuple[NoteKind, str]] = set()
        for kind, (_source, root) in parts.items():
            for element in root.iterchildren(w(kind)):
                # Notes with another type are the lines drawn above the notes.
                if element.get(w("type"), "normal") == "normal":
                    self._notes.setdefault((kind, element.get(names.ID, "")), element)

    def __contains__(self, key: tuple[NoteKind, str]) -> bool:
        return key in self._notes

    def take(self, key: tuple[NoteKind, str]) -> Element | None:
        """Give a note; None where it was given before or is not there."""
        if key in self._given:
            return None
        self._given.add(key)
        return self._notes.get(key)

    def source(self, key: tuple[NoteKind, str]) -> str:
        """Give the part of the package in which a note that was given stands."""
        return self._sources[key[0]]
