"""`drafter pack`: clauses sent out to whoever translates."""

import argparse
from pathlib import Path

from drafter.cli.commands.sources import add_out, keep_sources
from drafter.cli.output import say, written
from drafter.i18n import _, ngettext
from drafter.model import N_
from drafter.review import WANTED, open_project, send_out

HELP = N_("write clauses to a table (.csv, .xlsx) or XLIFF (.xlf) for whoever translates; “unpack” reads it back")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "--project", type=Path, metavar=_(N_("FILE")), required=True, help=_(N_("a project file (.drafter)"))
    )
    parser.add_argument(
        "--what", choices=WANTED, nargs="+", default=["changed", "failed", "open"],
        help=_(N_("which clauses: corrected ones, those with a major finding, those not reviewed yet, or all "
                  "(default: the first three)")),
    )  # fmt: skip
    add_out(parser, required=True)
    parser.set_defaults(parser=parser)


def run(chosen: argparse.Namespace) -> int:
    """Carry the command out."""
    keep_sources(chosen.parser, chosen)
    session = open_project(chosen.project)
    try:
        count = send_out(session, chosen.out, chosen.what)
    finally:
        session.close()
    say(ngettext("{n} clause sent out.", "{n} clauses sent out.", count))
    written(chosen.out)
    return 0
