"""What to say of a scan, and whether this computer could read it."""

import shutil
import subprocess

from drafter.documents import limits
from drafter.documents.errors import ScanError
from drafter.model import N_


def scan_error(name: str) -> ScanError:
    """Give the error for a document whose pages are pictures."""
    if languages():
        return ScanError(
            N_(
                "“{name}” is a scan: its pages are pictures without text. Tesseract on this computer knows Chinese and "
                "can recognise them; compare figures, dates and names with the pages afterwards."
            ),
            name=name,
            recognisable=True,
        )
    return ScanError(
        N_(
            "“{name}” is a scan: its pages are pictures without text. Choose the document it was made from, "
            "or have its text recognised (OCR) first."
        ),
        name=name,
    )


def languages() -> str:
    """Give what Tesseract is to be told to read simplified Chinese, and English where it can; "" where it can't."""
    program = shutil.which("tesseract")
    if program is None:
        return ""
    try:
        done = subprocess.run(  # noqa: S603 -- a program found by its name, no shell, nothing of the file in it
            [program, "--list-langs"],
            capture_output=True,
            timeout=limits.QUESTION_SECONDS,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    known = (done.stdout + done.stderr).split()
    return "+".join(one for one in ("chi_sim", "eng") if one.encode() in known) if b"chi_sim" in known else ""
