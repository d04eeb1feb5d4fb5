"""`drafter read`: exactly what a reader saw."""

import argparse
from pathlib import Path

from drafter.cli.output import json_line, progress, put, say
from drafter.documents import read_document
from drafter.i18n import _, shown
from drafter.model import N_

HELP = N_("show what was read from a file, a JSON line per paragraph; the import report goes to the error stream")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("file", type=Path, metavar=_(N_("FILE")), help=_(N_("the file to read")))
    parser.add_argument(
        "--view",
        choices=("final", "original"),
        default="final",
        help=_(N_("tracked changes: read as accepted or as rejected")),
    )
    parser.add_argument(
        "--encoding",
        default="",
        metavar=_(N_("NAME")),
        help=_(N_("what a text file is in, such as gb18030, where its bytes tell it wrongly")),
    )
    parser.add_argument(
        "--recognise",
        action="store_true",
        help=_(N_("have Tesseract recognise the text of a scanned PDF, where it is on this computer")),
    )


def run(chosen: argparse.Namespace) -> int:
    """Carry the command out."""
    with progress(_(N_("Recognising the text"))) as tell:

        def page(done: int, pages: int) -> None:
            tell(done / max(1, pages))

        document = read_document(
            chosen.file, view=chosen.view, encoding=chosen.encoding, recognise=page if chosen.recognise else None
        )
    for paragraph in document.paragraphs:
        if paragraph.text.strip():
            row = {
                "n": paragraph.line, "part": paragraph.part, "number": paragraph.number, "text": paragraph.text,
                "level": paragraph.level,
            }  # fmt: skip
            put(json_line(row) + "\n")
    for notice in document.notices:
        say(shown(notice.message))
    return 0
