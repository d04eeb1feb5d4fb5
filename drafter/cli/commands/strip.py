"""`drafter strip`: a copy of a project for hand-over, without what tells how it came about."""

import argparse
from pathlib import Path

from drafter.cli.commands.sources import add_out
from drafter.cli.output import written
from drafter.i18n import _
from drafter.model import N_
from drafter.project import SUFFIX
from drafter.review import hand_over_file

HELP = N_("write a copy of a project for hand-over: the corrected text without history, notes, names and old wordings")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("source", type=Path, metavar="A", help=_(N_("the project; it stays as it is")))
    add_out(parser, required=True)
    parser.set_defaults(parser=parser)


def run(chosen: argparse.Namespace) -> int:
    """Carry the command out."""
    if chosen.out.suffix.lower() != SUFFIX:
        chosen.parser.error(_(N_("the name of a project ends in {ending}"), ending=SUFFIX))
    hand_over_file(chosen.source, chosen.out)
    written(chosen.out)
    return 0
