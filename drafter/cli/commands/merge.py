"""`drafter merge`: two reviewers' copies of a project joined."""

import argparse
from pathlib import Path

from drafter.cli.commands.sources import add_out
from drafter.cli.output import json_line, put, say, written
from drafter.cli.status import FOUND
from drafter.i18n import _, ngettext
from drafter.model import N_
from drafter.project import SUFFIX
from drafter.review import merge_files

HELP = N_("join two reviewers' copies of a project; what both changed otherwise is told, and left as a note")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("mine", type=Path, metavar="A", help=_(N_("the first copy; where both differ it is kept")))
    parser.add_argument("theirs", type=Path, metavar="B", help=_(N_("the second copy")))
    add_out(parser, required=True)
    parser.set_defaults(parser=parser)


def run(chosen: argparse.Namespace) -> int:
    """Carry the command out: a line of JSON for each conflict; status 1 where there is any."""
    if chosen.out.suffix.lower() != SUFFIX:
        chosen.parser.error(_(N_("the name of a project ends in {ending}"), ending=SUFFIX))
    for source in (chosen.mine, chosen.theirs):
        if chosen.out.exists() and source.exists() and source.samefile(chosen.out):
            chosen.parser.error(
                _(N_("“{name}” is read here and can't be written too: choose another name"), name=chosen.out.name)
            )
    merged = merge_files(chosen.mine, chosen.theirs, chosen.out)
    for one in merged.conflicts:
        row = {
            "what": one.what, "clause": one.clause, "side": one.side, "base": one.base, "mine": one.mine,
            "theirs": one.theirs, "author": one.author,
        }  # fmt: skip
        put(json_line(row) + "\n")
    say(ngettext("{n} change taken over.", "{n} changes taken over.", merged.taken))
    if merged.conflicts:
        say(ngettext("{n} conflict.", "{n} conflicts.", len(merged.conflicts)))
    written(chosen.out)
    return FOUND if merged.conflicts else 0
