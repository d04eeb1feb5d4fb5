"""The text of scanned pages, recognised by Tesseract."""

import shutil
import subprocess
from typing import Final

from drafter.documents import limits
from drafter.documents.collect import Joined
from drafter.documents.errors import UnreadableError
from drafter.documents.flow import Glyph, Page, items_of_page, join_lines, without_running_lines
from drafter.documents.pdf.pictures import Picture, picture_apart
from drafter.documents.pdf.scans import languages, scan_error
from drafter.documents.view import Progress
from drafter.model import N_

_DOTS: Final = 300 / 72
_COLUMNS: Final = 12
_WORD: Final = "5"
_LINE: Final = "4"
_DOUBTFUL: Final = 60.0


def recognised(data: bytes, name: str, pages: list[int], progress: Progress) -> tuple[list[Joined], int]:
    """Recognise the text of a scan.

    Args:
        data: the PDF's bytes.
        name: its name, for messages.
        pages: the numbers of its pages, from 1.
        progress: told after each page.

    Returns:
        The paragraphs, and how many words are doubtful.

    Raises:
        UnreadableError: there is nothing here that could do it, it takes too long, or finds nothing.
    """
    program, known = shutil.which("tesseract"), languages()
    if program is None or not known:
        raise scan_error(name)
    found: list[Page] = []
    doubtful = 0
    for done, page in enumerate(pages, 1):
        picture = picture_apart(data, name, page, _DOTS)
        words, doubts = _words(_table(program, known, picture, name), picture.scale)
        found.append(Page(items_of_page(words, page - 1, picture.width), picture.height))
        doubtful += doubts
        progress(done, len(pages))
    kept, _running = without_running_lines(found)
    paragraphs = list(join_lines(kept))
    if not paragraphs:
        raise scan_error(name)
    return paragraphs, doubtful


def _table(program: str, known: str, picture: Picture, name: str) -> str:
    """Let the program recognise a picture; give its words with their places."""
    try:
        done = subprocess.run(  # noqa: S603 -- a program found by its name, no shell
            [program, "stdin", "stdout", "-l", known, "--dpi", str(round(picture.scale * 72)), "tsv"],
            input=picture.dots,
            capture_output=True,
            timeout=limits.RECOGNITION_SECONDS,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.SubprocessError):
        raise UnreadableError(
            N_("The text of “{name}” could not be recognised: Tesseract takes too long or does not start."), name=name
        ) from None
    return done.stdout.decode("utf-8", errors="replace") if done.returncode == 0 else ""


def _words(table: str, scale: float) -> tuple[list[Glyph], int]:
    """Read the program's table; the words of a line are as high as the line."""
    found: list[Glyph] = []
    doubtful = 0
    top = bottom = 0.0
    for row in table.splitlines():
        fields = row.split("\t", _COLUMNS - 1)
        if len(fields) != _COLUMNS or fields[0] not in (_LINE, _WORD):
            continue
        try:
            left, upper, width, height = (float(one) / scale for one in fields[6:10])
            certainty = float(fields[10])
        except ValueError:
            continue
        if fields[0] == _LINE:
            top, bottom = upper, upper + height
        elif text := fields[11].strip():
            found.append(Glyph(text, left, left + width, top, bottom))
            doubtful += certainty < _DOUBTFUL
    return found, doubtful
