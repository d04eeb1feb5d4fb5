"""Where a review lives before anybody has named it: every change is kept from the first one on."""

import hashlib
import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

from drafter.documents import UnreadableError, read_document
from drafter.documents.bitext import read_bitext
from drafter.language.scripts import han_share
from drafter.model import N_
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


def open_files(paths: Sequence[Path], *, author: str = "", progress: Progress = _silent) -> ReviewSession:
    """Open what somebody dropped on the program: a project, a pair in any order, or one file.

    Args:
        paths: one or two files.
        author: the reviewer's name.
        progress: told the share done, 0 to 1.

    Raises:
        DrafterError: a file can't be read, or there are more than two.
    """
    if len(paths) == 1:
        return _open_one(paths[0], author, progress)
    if len(paths) != 2:
        raise UnreadableError(
            N_("Give one file, or a Chinese file and its English text; {count} were given."), count=len(paths)
        )
    first, second = paths
    if any(path.suffix.lower() == SUFFIX for path in paths):
        raise UnreadableError(N_("“{name}” is a project: open it alone."), name=first.name)
    one, other = read_document(first), read_document(second)
    swapped = language_of(one) == "en" or language_of(other) == "zh"
    zh, en = (other, one) if swapped else (one, other)
    return review_pair(zh, en, author=author, progress=progress)


def _open_one(path: Path, author: str, progress: Progress) -> ReviewSession:
    if path.suffix.lower() == SUFFIX:
        return open_project(path, author=author, progress=progress)
    if (bitext := read_bitext(path)) is not None:
        return review_bitext(bitext, author=author, progress=progress)
    document = read_document(path)
    share = han_share("\n".join(paragraph.text for paragraph in document.paragraphs))
    if _MIXED[0] < share < _MIXED[1]:
        return review_mixed(document, author=author, progress=progress)
    return review_side(document, language_of(document) or "en", author=author, progress=progress)


def open_and_keep(
    paths: Sequence[Path], folder: Path, *, author: str = "", progress: Progress = _silent
) -> tuple[ReviewSession, bool]:
    """Open files so that every change is kept at once, and go on where the same files were left.

    Args:
        paths: one or two files; a project is opened where it lies.
        folder: where reviews that have no name yet are kept.
        author: the reviewer's name.
        progress: told the share done, 0 to 1.

    Returns:
        The review, and whether it goes on from earlier work on the same files.

    Raises:
        DrafterError: a file can't be read. A folder that can't be written is no error: the review then has no `path`.
    """
    if len(paths) == 1 and paths[0].suffix.lower() == SUFFIX:
        return open_project(paths[0], author=author, progress=progress), False
    kept = _kept(paths, folder)
    for known in kept.known if kept else ():
        with suppress(ProjectError):  # a damaged one is left for whoever can save it
            return open_project(known, author=author, progress=progress), True
    session = open_files(paths, author=author, progress=progress)
    if kept is not None:
        _keep(session, kept.free)
    return session, False


def _keep(session: ReviewSession, path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        session.save_as(path)
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


def _kept(paths: Sequence[Path], folder: Path) -> _Kept | None:
    """Find reviews by what was opened: the same bytes, under any name and in any order."""
    digest = hashlib.sha256()
    try:
        if not all(path.is_file() and path.stat().st_size <= _LARGEST for path in paths):
            return None
        for data in sorted(hashlib.sha256(path.read_bytes()).digest() for path in paths):
            digest.update(data)
        name = digest.hexdigest()[:_HASH_LENGTH]
        known = sorted(folder.glob(f"*-{name}*{SUFFIX}"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    except (OSError, ValueError):
        return None  # reading it properly will say what is wrong
    stem = re.sub(r"[^\w-]+", "_", paths[0].stem)[:_LONGEST_NAME] + "-" + name
    names = chain([stem], (f"{stem}-{number}" for number in count(2)))
    free = next(path for path in (folder / (name + SUFFIX) for name in names) if path not in known)
    return _Kept(tuple(known), free)
