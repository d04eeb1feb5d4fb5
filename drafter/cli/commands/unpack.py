"""`drafter unpack`: what came back of a pack."""

import argparse
from dataclasses import asdict
from pathlib import Path

from drafter.cli.commands.sources import keep_sources
from drafter.cli.output import json_line, put, say, written
from drafter.cli.status import FOUND
from drafter.i18n import _, ngettext, shown
from drafter.model import N_
from drafter.project import SUFFIX
from drafter.review import open_project, take_back, take_over

HELP = N_(
    "hold a pack or a bilingual Word table that came back against its project: a line for each text that changed; "
    "with -o they are entered"
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "--project", type=Path, metavar=_(N_("FILE")), required=True, help=_(N_("a project file (.drafter)"))
    )
    parser.add_argument("pack", type=Path, metavar=_(N_("PACK")), help=_(N_("the pack that came back")))
    parser.add_argument("--author", default="", metavar=_(N_("NAME")), help=_(N_("in whose name they are entered")))
    parser.add_argument(
        "-o", "--out", type=Path, metavar=_(N_("FILE")),
        help=_(N_("a project to write with the changes in it; without it nothing is written")),
    )  # fmt: skip
    parser.set_defaults(parser=parser)


def run(chosen: argparse.Namespace) -> int:
    """Carry the command out: status 1 where something can't be taken over; the project itself stays as it is."""
    if chosen.out and chosen.out.suffix.lower() != SUFFIX:
        chosen.parser.error(_(N_("the name of a project ends in {ending}"), ending=SUFFIX))
    keep_sources(chosen.parser, chosen)
    session = open_project(chosen.project)
    try:
        back = take_back(session, chosen.pack)
        for one in back.proposed:
            put(json_line(asdict(one)) + "\n")
        for message in back.said:
            say(shown(message))
        say(ngettext("{n} text changed.", "{n} texts changed.", len(back.proposed)))
        if chosen.out:
            session.save_as(chosen.out)
            take_over(session, back.proposed, chosen.author, chosen.pack.name)
            written(chosen.out)
    finally:
        session.close()
    return FOUND if back.said else 0
