"""Where a review lives before anybody has named it: every change is kept from the first one on."""

import hashlib
import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

from drafter.documents import UnreadableError, read_document, read_pasted
from drafter.documents.bitext import read_bitext
from drafter.language.scripts import han_share
from drafter.model import N_, Document
from drafter.project import SUFFIX, ProjectError
from drafter.review.opening import language_of, open_project, review_bitext, review_mixed, review_pair, review_side
from drafter.review.session import ReviewSession

Progress = Callable[[float], None]
_LONGEST_NAME = 60
_MIXED = (0.05, 0.6)
_HASH_LENGTH = 10
_LARGEST = 60_000_000  # no reader takes more


def _silent(_share: float) -> None:
    """Progress nobody wants."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """A text that somebody pasted in place of a file.

    Attributes:
        name: what it is called.
        text: the text.
    """

    name: str
    text: str


Source = Path | Pasted


@dataclass(frozen=True, slots=True)
class Opened:
    """A review that was just opened.

    Attributes:
        session: the review.
        resumed: whether it goes on from earlier work on the same files.
        place: where it may be kept by `keep`; None where it is kept already, or can't be.
    """

    session: ReviewSession
    resumed: bool = False
    place: Path | None = None


def open_files(
    sources: Sequence[Source], *, author: str = "", recognise: bool = False, progress: Progress = _silent
) -> ReviewSession:
    """Open what somebody dropped on the program: a project, a pair in any order, or one file.

    Args:
        sources: one or two files or pasted texts.
        author: the reviewer's name.
        recognise: whether the text of a scan shall be recognised by a program on this computer.
        progress: told the share done, 0 to 1.

    Raises:
        ScanError: a file is a scan; it tells whether its text can be recognised here.
        DrafterError: a file can't be read, or there are more than two.
    """
    if len(sources) == 1:
        return _open_one(sources[0], author, progress, recognise=recognise)
    if len(sources) != 2:
        raise UnreadableError(
            N_("Give one file, or a Chinese file and its English text; {count} were given."), count=len(sources)
        )
    if any(map(_is_project, sources)):
        raise UnreadableError(N_("“{name}” is a project: open it alone."), name=sources[0].name)
    one, other = (_read(source, progress, recognise=recognise) for source in sources)
    swapped = language_of(one) == "en" or language_of(other) == "zh"
    zh, en = (other, one) if swapped else (one, other)
    return review_pair(zh, en, author=author, progress=progress)


def _is_project(source: Source) -> bool:
    return isinstance(source, Path) and source.suffix.lower() == SUFFIX


def _read(source: Source, progress: Progress, *, recognise: bool) -> Document:
    """Read a source; recognising takes so much longer than all else that the progress is that of the pages."""
    if isinstance(source, Pasted):
        return read_pasted(source.text, source.name)
    if not recognise:
        return read_document(source)
    return read_document(source, recognise=lambda done, pages: progress(done / max(1, pages)))


def _open_one(source: Source, author: str, progress: Progress, *, recognise: bool) -> ReviewSession:
    if isinstance(source, Path):
        if _is_project(source):
            return open_project(source, author=author, progress=progress)
        if (bitext := read_bitext(source)) is not None:
            return review_bitext(bitext, author=author, progress=progress)
    document = _read(source, progress, recognise=recognise)
    share = han_share("\n".join(paragraph.text for paragraph in document.paragraphs))
    if _MIXED[0] < share < _MIXED[1]:
        return review_mixed(document, author=author, progress=progress)
    return review_side(document, language_of(document) or "en", author=author, progress=progress)


def open_or_resume(
    sources: Sequence[Source],
    folder: Path,
    *,
    author: str = "",
    recognise: bool = False,
    progress: Progress = _silent,
) -> Opened:
    """Open files, and go on where the same files were left; a new review is not kept until `keep` is told to.

    Args:
        sources: one or two files or pasted texts; a project is opened where it lies.
        folder: where reviews that have no name yet are kept.
        author: the reviewer's name.
        recognise: whether the text of a scan shall be recognised by a program on this computer.
        progress: told the share done, 0 to 1.

    Raises:
        ScanError: a file is a scan; it tells whether its text can be recognised here.
        DrafterError: a file can't be read.
    """
    if len(sources) == 1 and _is_project(sources[0]):
        return Opened(open_files(sources, author=author, progress=progress))
    kept = _kept(sources, folder)
    for known in kept.known if kept else ():
        with suppress(ProjectError):  # a damaged one is left for whoever can save it
            return Opened(open_project(known, author=author, progress=progress), resumed=True)
    session = open_files(sources, author=author, recognise=recognise, progress=progress)
    return Opened(session, place=kept.free if kept else None)


def keep(session: ReviewSession, place: Path | None) -> None:
    """Keep a new review, so that every change is on disk at once; where it can't be it has no `path` afterwards.

    Args:
        session: the review.
        place: where, as `open_or_resume` gave it.
    """
    if place is None:
        return
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        session.save_as(place)
    except (OSError, ProjectError):
        return  # the caller sees that there is no path, and says so


@dataclass(frozen=True, slots=True)
class _Kept:
    """Where the review of some files is kept.

    Attributes:
        known: the reviews of these files that are there, the latest first.
        free: where a new one may go.
    """

    known: tuple[Path, ...]
    free: Path


def _kept(sources: Sequence[Source], folder: Path) -> _Kept | None:
    """Find reviews by what was opened: the same bytes, under any name and in any order."""
    digest = hashlib.sha256()
    try:
        contents = [_content(source) for source in sources]
        for data in sorted(hashlib.sha256(content).digest() for content in contents):
            digest.update(data)
        name = digest.hexdigest()[:_HASH_LENGTH]
        known = sorted(folder.glob(f"*-{name}*{SUFFIX}"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    except (OSError, ValueError):
        return None  # reading it properly will say what is wrong
    first = sources[0].stem if isinstance(sources[0], Path) else sources[0].name
    stem = re.sub(r"[^\w-]+", "_", first)[:_LONGEST_NAME] + "-" + name
    names = chain([stem], (f"{stem}-{number}" for number in count(2)))
    free = next(path for path in (folder / (name + SUFFIX) for name in names) if path not in known)
    return _Kept(tuple(known), free)


def _content(source: Source) -> bytes:
    """Give the bytes of a source.

    Raises:
        OSError: they can't be read.
        ValueError: there is no such file, or it is larger than any reader takes.
    """
    if isinstance(source, Pasted):
        return source.text.encode("utf-8", "surrogatepass")
    if not source.is_file() or source.stat().st_size > _LARGEST:
        raise ValueError(source.name)
    return source.read_bytes()
