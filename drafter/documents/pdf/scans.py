"""What to say of a scan, and whether this computer could read it."""

import shutil
import subprocess
from typing import Final

from drafter.documents.errors import UnreadableError
from drafter.model import N_

_PATIENCE: Final = 5


def scan_error(name: str) -> UnreadableError:
    """Give the error for a PDF whose pages are pictures."""
    if can_recognise():
        return UnreadableError(
            N_(
                "“{name}” is a scan: its pages are pictures without text. Tesseract on this computer knows Chinese and "
                "can recognise them: have it make a text file, and choose that."
            ),
            name=name,
        )
    return UnreadableError(
        N_(
            "“{name}” is a scan: its pages are pictures without text. Choose the document it was made from, "
            "or have its text recognised (OCR) first."
        ),
        name=name,
    )


def can_recognise() -> bool:
    """Tell whether Tesseract with simplified Chinese is on this computer."""
    program = shutil.which("tesseract")
    if program is None:
        return False
    try:
        done = subprocess.run(  # noqa: S603 -- a program found by its name, no shell, nothing of the file in it
            [program, "--list-langs"],
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return b"chi_sim" in done.stdout + done.stderr
