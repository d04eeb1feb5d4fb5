"""`drafter update`: a project with a new version of one of its files."""

import argparse

from drafter.cli.commands.sources import add_out, add_pair, add_project, keep_sources
from drafter.cli.output import json_line, progress, put, say, written
from drafter.i18n import _
from drafter.model import N_, Side
from drafter.project import SUFFIX
from drafter.review import open_new_version, open_project

HELP = N_("put a new version of a file into a project: work on what did not change is kept, what changed is told")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_project(parser)
    add_pair(parser)
    add_out(parser, required=True)
    parser.set_defaults(parser=parser)


def run(chosen: argparse.Namespace) -> int:
    """Carry the command out: a line of JSON for each clause that changed, is new, or went; the old project stays."""
    if chosen.project is None or bool(chosen.zh) == bool(chosen.en):
        chosen.parser.error(_(N_("give a project, and the new version of one of its files (--zh or --en)")))
    if chosen.out.suffix.lower() != SUFFIX:
        chosen.parser.error(_(N_("the name of a project ends in {ending}"), ending=SUFFIX))
    keep_sources(chosen.parser, chosen)
    side: Side = "zh" if chosen.zh else "en"
    old = open_project(chosen.project)
    try:
        with progress(_(N_("Reading, pairing and checking"))) as tell:
            new = open_new_version(old, side, chosen.zh or chosen.en, progress=tell)
        new.session.save_as(chosen.out)
        for clause in new.session.clauses:
            if clause.id in new.changed or clause.id in new.new:
                row = {"clause": clause.id, "before": new.changed.get(clause.id), "after": clause.side(side).original}
                put(json_line(row) + "\n")
        for id_ in new.gone:
            put(json_line({"clause": id_, "before": old.clause(id_).side(side).original, "after": None}) + "\n")
        for id_ in new.refused:
            say(_(N_("Clause {n}: the correction does not fit the new text; the old project keeps it."), n=id_))
        new.session.close()
    finally:
        old.close()
    written(chosen.out)
    return 0
