"""`drafter glossary`: ours written out for other programs, and a glossary of somebody's own looked through."""

import argparse
from pathlib import Path

from drafter.cli.output import put, written
from drafter.cli.status import DONE
from drafter.exports.atomic import write_atomically
from drafter.exports.ledger.csv_file import write_csv
from drafter.exports.ledger.xlsx_file import write_xlsx
from drafter.i18n import _, ngettext
from drafter.language.terms.exchange import GLOSSARY_ENDINGS, read_glossary, rows_of, tbx_bytes
from drafter.language.terms.in_use import choose_glossary, glossary
from drafter.model import N_

HELP = N_("write the glossary out, or look a glossary of your own through")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "what", choices=("export", "check"), help=_(N_("write the glossary to FILE, or see whether FILE can be used"))
    )
    endings = ", ".join(GLOSSARY_ENDINGS)
    parser.add_argument("file", type=Path, metavar=_(N_("FILE")), help=_(N_("one of {endings}"), endings=endings))
    parser.add_argument(
        "--glossary", type=Path, metavar=_(N_("FILE")), help=_(N_("a glossary of your own, which counts before ours"))
    )
    parser.set_defaults(parser=parser)


def run(chosen: argparse.Namespace) -> int:
    """Carry the command out."""
    if chosen.what == "check":
        terms = read_glossary(chosen.file)
        put(ngettext("{n} term can be used.", "{n} terms can be used.", len(terms)) + "\n")
        return DONE
    ending = chosen.file.suffix.lower()
    if ending not in GLOSSARY_ENDINGS:
        chosen.parser.error(_(N_("the glossary goes into one of {endings}"), endings=", ".join(GLOSSARY_ENDINGS)))
    if chosen.glossary:
        choose_glossary(read_glossary(chosen.glossary))
    if ending == ".tbx":
        write_atomically(chosen.file, tbx_bytes(glossary()))
    else:
        write = write_csv if ending == ".csv" else write_xlsx
        write(rows_of(glossary()), chosen.file)
    written(chosen.file)
    return DONE
