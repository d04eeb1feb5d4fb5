"""`drafter new`: a project from two files."""

import argparse
from pathlib import Path

from drafter.cli.commands.sources import add_mixed, add_out, add_pair, open_sources, tell_warnings
from drafter.cli.output import written
from drafter.i18n import _
from drafter.model import N_
from drafter.project import SUFFIX, ProjectError, ProjectStore, read_project

HELP = N_("make a project file (.drafter) from a Chinese file and its English text, or from one file alone")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_pair(parser)
    add_mixed(parser)
    add_out(parser, required=True)
    parser.set_defaults(parser=parser)


def run(chosen: argparse.Namespace) -> int:
    """Carry the command out."""
    if chosen.out.suffix.lower() != SUFFIX:
        chosen.parser.error(_(N_("the name of a project ends in {ending}"), ending=SUFFIX))
    if _holds_work(chosen.out):
        ProjectStore.open(chosen.out).close()  # whoever has it open is named first
        chosen.parser.error(
            _(N_("“{name}” holds a review that somebody worked on: choose another name"), name=chosen.out.name)
        )
    session = open_sources(chosen.parser, chosen)
    tell_warnings(session)
    session.save_as(chosen.out)
    session.close()
    written(chosen.out)
    return 0


def _holds_work(path: Path) -> bool:
    """Whether a project with changes would be lost if a new one came in its place."""
    try:
        return path.is_file() and bool(read_project(path).revisions)
    except (ProjectError, ValueError):
        return False  # no project, so no review is lost
