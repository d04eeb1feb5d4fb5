"""A page of a PDF as a picture."""

import struct
import subprocess
from dataclasses import dataclass
from typing import Final

from drafter.documents import limits
from drafter.documents.errors import UnreadableError
from drafter.model import N_

_SIZES: Final = struct.Struct("<fff")


@dataclass(frozen=True, slots=True)
class Picture:
    """A page drawn.

    Attributes:
        width: the page's width in points.
        height: its height.
        scale: dots to a point.
        dots: the picture as a portable grey map.
    """

    width: float
    height: float
    scale: float
    dots: bytes


def picture(data: bytes, page: int, scale: float) -> bytes:
    """Draw a page in shades of grey.

    Args:
        data: the PDF's bytes.
        page: the page's number from 1.
        scale: dots to a point; fewer for a page that is very large.

    Returns:
        The width, height and scale of a `Picture`, each in four bytes, and its dots.
    """
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        drawn = document[page - 1]
        width, height = drawn.get_size()
        least = min(scale, (limits.PICTURE_DOTS / max(width * height, 1.0)) ** 0.5)
        bitmap = drawn.render(scale=least, grayscale=True)
        rows = bytes(bitmap.buffer)
        lines = (rows[at : at + bitmap.width] for at in range(0, bitmap.stride * bitmap.height, bitmap.stride))
        head = b"P5 %d %d 255\n" % (bitmap.width, bitmap.height)
        return _SIZES.pack(width, height, least) + head + b"".join(lines)
    finally:
        document.close()


def picture_apart(data: bytes, name: str, page: int, scale: float) -> Picture:
    """Draw a page in a process of its own; in this one where there is no Python to start.

    Args:
        data: the PDF's bytes.
        name: its name, for messages.
        page: the page's number from 1.
        scale: dots to a point; fewer for a page that is very large.

    Raises:
        UnreadableError: the page can't be drawn.
    """
    from drafter.documents.pdf.process import command

    try:
        if (words := command("picture", str(page), str(scale))) is None:
            drawn = picture(data, page, scale)
        else:
            done = subprocess.run(  # noqa: S603 -- this very Python, no shell, nothing of the file in it
                words,
                input=data,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                timeout=limits.RECOGNITION_SECONDS,
                check=False,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
            drawn = done.stdout
        width, height, used = _SIZES.unpack_from(drawn)
    except (OSError, subprocess.SubprocessError, struct.error, RuntimeError):
        raise UnreadableError(
            N_("Page {page} of “{name}” could not be drawn: print it to a new PDF, or scan it again."),
            name=name,
            page=page,
        ) from None
    return Picture(width, height, used, drawn[_SIZES.size :])
