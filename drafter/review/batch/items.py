"""The reviews that a folder holds, told by the names of its files.

Two files belong together where their names differ in the language alone: `plan.zh.docx` and `plan_en.txt`,
`方案-中文.txt` and `方案-英文.docx`, `zh.txt` and `en.txt` in a folder of their own. Projects and files of translation
tools stand alone.
"""

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from drafter.documents.bitext import FORMATS
from drafter.model import N_, DrafterError, Side, reason_of

ENDINGS: Final = frozenset(
    (".txt", ".md", ".docx", ".doc", ".wps", ".html", ".htm", ".pdf", ".rtf", ".odt", ".ofd")
)  # fmt: skip
_ALONE: Final = frozenset(ending for endings in FORMATS.values() for ending in endings)
_PROJECT: Final = ".drafter"
_WORDS: Final[dict[Side, str]] = {
    "zh": r"zh(?:[-_]?(?:cn|hans|hant|tw))?|cn|chn|chinese|中文版?|[中汉](?=$|[{edge}])|汉语|原文",
    "en": r"en(?:[-_]?(?:us|gb|uk))?|eng|english|英文版?|英(?=$|[{edge}])|英语|译文",
}
_EDGE: Final = r"\s._()（）\[\]【】-"
_OTHER: Final = r"[^\x00-\x7f]"  # beside Chinese, a mark of language needs no blank
_MARK: Final = re.compile(
    rf"(?:^|(?<=[{_EDGE}])|(?<={_OTHER}))"
    rf"(?:(?P<zh>{_WORDS['zh']})|(?P<en>{_WORDS['en']}))(?=$|[{_EDGE}]|{_OTHER})".replace("{edge}", _EDGE),
    re.IGNORECASE,
)
_EDGES: Final = re.compile(rf"[{_EDGE}]+")
_MOST_FILES: Final = 100_000


@dataclass(frozen=True, slots=True)
class Item:
    """One review of a batch.

    Attributes:
        name: what it is called: its place in the folder, without endings and marks of language.
        zh: the Chinese file.
        en: the English file.
        single: a project or a file that holds both languages, in place of the two.
    """

    name: str
    zh: Path | None = None
    en: Path | None = None
    single: Path | None = None

    @property
    def files(self) -> tuple[Path, ...]:
        """The files it is made of."""
        return tuple(file for file in (self.zh, self.en, self.single) if file is not None)


@dataclass(frozen=True, slots=True)
class Found:
    """What a folder holds.

    Attributes:
        items: the reviews, by name.
        left: files that could be texts and belong to no review: without a counterpart, or with more than one.
    """

    items: tuple[Item, ...]
    left: tuple[Path, ...]


def items_in(folder: Path, *, leave_out: Path | None = None) -> Found:
    """Look through a folder and those in it.

    Args:
        folder: the folder.
        leave_out: a folder in it that is not looked into: where the results go.

    Raises:
        DrafterError: there is no such folder, or it can't be read.
    """
    pairs: dict[tuple[str, str], dict[Side, list[Path]]] = {}
    items: list[Item] = []
    left: list[Path] = []
    for path in _files(folder, leave_out):
        ending = path.suffix.lower()
        place = path.parent.relative_to(folder).as_posix()
        if ending in _ALONE or ending == _PROJECT:
            items.append(Item(_name(place, path.stem, folder), single=path))
        elif ending in ENDINGS:
            side, rest = _language(path.stem)
            if side is None:
                left.append(path)
            else:
                pairs.setdefault((place, rest), {}).setdefault(side, []).append(path)
    for (place, rest), sides in pairs.items():
        found, alone = _matched(sides.get("zh", []), sides.get("en", []))
        items += (Item(_name(place, rest, folder), zh, en) for zh, en in found)
        left += alone
    return Found(tuple(_apart(sorted(items, key=lambda item: item.name))), tuple(sorted(left)))


def _matched(zh: list[Path], en: list[Path]) -> tuple[list[tuple[Path, Path]], list[Path]]:
    """Pair files whose names differ in the language alone; where there are several, those of one ending."""
    if len(zh) == len(en) == 1:
        return [(zh[0], en[0])], []
    endings = {path.suffix.lower() for path in (*zh, *en)}
    found: list[tuple[Path, Path]] = []
    for ending in sorted(endings):
        own, other = ([path for path in paths if path.suffix.lower() == ending] for paths in (zh, en))
        if len(own) == len(other) == 1:
            found.append((own[0], other[0]))
    paired = {path for pair in found for path in pair}
    return found, [path for path in (*zh, *en) if path not in paired]


def _files(folder: Path, leave_out: Path | None) -> list[Path]:
    if not folder.is_dir():
        raise DrafterError(N_("“{name}” is no folder."), name=folder.name or str(folder))
    found: list[Path] = []
    try:
        for root, folders, names in os.walk(folder):
            here = Path(root)
            folders[:] = sorted(name for name in folders if not name.startswith(".") and here / name != leave_out)
            shown = (here / name for name in sorted(names) if not name.startswith((".", "~$")))
            found += (path for path in shown if path.is_file())  # and no pipe, which would never end
            if len(found) > _MOST_FILES:
                raise DrafterError(N_("“{name}” holds too many files: choose a smaller folder."), name=folder.name)
    except OSError as error:
        raise DrafterError(
            N_("The folder “{name}” can't be read: {why}."), name=folder.name, why=reason_of(error)
        ) from error
    return found


def _language(stem: str) -> tuple[Side | None, str]:
    """Tell the language that a name says, and the name without it; the last mark counts."""
    marks = list(_MARK.finditer(stem))
    if not marks:
        return None, stem
    mark = marks[-1]
    rest = _EDGES.sub(" ", f"{stem[: mark.start()]} {stem[mark.end() :]}").strip()
    return ("zh" if mark["zh"] else "en"), rest


def _name(place: str, rest: str, folder: Path) -> str:
    """Give the name of a review: the folders on the way to it belong to it; one without a name has the folder's."""
    return "-".join(part for part in (*place.split("/"), rest) if part not in ("", ".")) or folder.resolve().name


def _apart(items: Iterable[Item]) -> Iterable[Item]:
    """Have no two reviews of one name, whose results would replace each other."""
    seen: dict[str, int] = {}
    for item in items:
        key = item.name.casefold()
        seen[key] = seen.get(key, 0) + 1
        yield item if seen[key] == 1 else Item(f"{item.name} ({seen[key]})", item.zh, item.en, item.single)
