"""Where a review lives before anybody has named it: every change is kept from the first one on."""

import hashlib
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from drafter.documents import UnreadableError, read_document
from drafter.language.scripts import dominant_side, han_share
from drafter.model import N_, Document, Side
from drafter.project import SUFFIX, ProjectError
from drafter.review.opening import open_mixed, open_pair, open_project, open_side
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
    swapped = _language(read_document(first)) == "en" or _language(read_document(second)) == "zh"
    zh, en = (second, first) if swapped else (first, second)
    return open_pair(zh, en, author=author, progress=progress)


def _open_one(path: Path, author: str, progress: Progress) -> ReviewSession:
    if path.suffix.lower() == SUFFIX:
        return open_project(path, author=author, progress=progress)
    document = read_document(path)
    share = han_share(_text(document))
    if _MIXED[0] < share < _MIXED[1]:
        return open_mixed(path, author=author, progress=progress)
    return open_side(path, _language(document) or "en", author=author, progress=progress)


def _text(document: Document) -> str:
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


def _language(document: Document) -> Side | None:
    return dominant_side(_text(document))


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
    kept = _kept_path(paths, folder)
    if kept is not None and kept.exists():
        try:
            return open_project(kept, author=author, progress=progress), True
        except ProjectError:
            kept = kept.with_stem(kept.stem + "-2")  # a damaged one is left for whoever can save it
    session = open_files(paths, author=author, progress=progress)
    if kept is not None:
        _keep(session, kept)
    return session, False


def _keep(session: ReviewSession, path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        session.save_as(path)
    except (OSError, ProjectError):
        return  # the caller sees that there is no path, and says so


def _kept_path(paths: Sequence[Path], folder: Path) -> Path | None:
    """Name the file by what was opened: the same bytes give the same name."""
    digest = hashlib.sha256()
    try:
        if any(path.stat().st_size > _LARGEST for path in paths):
            return None
        for data in sorted(hashlib.sha256(path.read_bytes()).digest() for path in paths):
            digest.update(data)
    except OSError:
        return None  # reading it properly will say what is wrong
    stem = re.sub(r"[^\w-]+", "_", min(path.stem for path in paths))[:_LONGEST_NAME]
    return folder / f"{stem}-{digest.hexdigest()[:_HASH_LENGTH]}{SUFFIX}"
