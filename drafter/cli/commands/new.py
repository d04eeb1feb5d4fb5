"""`drafter new`: a project from two files."""

import argparse

from drafter.cli.commands.sources import add_out, add_pair, open_sources
from drafter.cli.output import written
from drafter.model import N_

HELP = N_("make a project file (.drafter) from a Chinese file and its English text")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_pair(parser, required=True)
    add_out(parser, required=True)
    parser.set_defaults(parser=parser)


def run(chosen: argparse.Namespace) -> int:
    """Carry the command out."""
    session = open_sources(chosen.parser, chosen)
    session.save_as(chosen.out)
    session.close()
    written(chosen.out)
    return 0
