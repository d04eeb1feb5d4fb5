"""A file whose two languages stand beside each other already."""

from dataclasses import dataclass

from drafter.model.document import Notice


@dataclass(frozen=True, slots=True)
class BitextUnit:
    """One pair of texts as its file has it.

    Attributes:
        id: what the file calls the pair; unique within it.
        zh: the Chinese text, inline tags as marks (⟦1⟧ … ⟦/1⟧, ⟦2/⟧).
        en: the English text, likewise.
        notes: remarks that stand with the pair.
    """

    id: str
    zh: str
    en: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bitext:
    """A bilingual file as read.

    Attributes:
        name: the file's name without its folder.
        format: "tmx", "xliff", "sdlxliff", "mqxliff", or "docx" for a table.
        units: the pairs in order.
        data: the file's bytes, exactly.
        notices: the import report.
    """

    name: str
    format: str
    units: tuple[BitextUnit, ...]
    data: bytes = b""
    notices: tuple[Notice, ...] = ()
