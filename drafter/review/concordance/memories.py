"""Translation memories, read once and kept as they are."""

from dataclasses import dataclass
from pathlib import Path

from drafter.language.marks import plain
from drafter.model import N_, DrafterError


@dataclass(frozen=True, slots=True)
class Memory:
    """What stands in a translation memory, without marks.

    Attributes:
        name: the file's name without its folder.
        zh: the Chinese texts.
        en: the English ones beside them.
    """

    name: str
    zh: tuple[str, ...]
    en: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.zh)


def load_memory(path: Path) -> Memory:
    """Read a memory: a TMX or an XLIFF file; a pair that stands in it twice is kept once.

    Args:
        path: the file.

    Raises:
        DrafterError: it can't be read, or holds no pairs.
    """
    from drafter.documents.bitext import FORMATS, read_bitext

    bitext = read_bitext(path)
    if bitext is None or bitext.format not in FORMATS:
        raise DrafterError(N_("“{name}” is no translation memory: choose a TMX or XLIFF file."), name=path.name)
    pairs = dict.fromkeys((plain(one.zh).strip(), plain(one.en).strip()) for one in bitext.units)
    whole = [(zh, en) for zh, en in pairs if zh and en]
    if not whole:
        raise DrafterError(N_("“{name}” holds no pair with both Chinese and English."), name=path.name)
    return Memory(path.name, tuple(zh for zh, _en in whole), tuple(en for _zh, en in whole))
