"""`drafter export`: a review as a Word file or a page, or put back into the translation tool's file it came from."""

import argparse

from drafter.cli.commands.sources import add_mixed, add_out, add_pair, add_project, open_sources, reviewed_sides
from drafter.cli.output import say, written
from drafter.exports import DocxOptions
from drafter.i18n import _, shown
from drafter.model import N_
from drafter.review import export_review, target_side

HELP = N_(
    "write a review as a bilingual Word file (.docx), as the one-page verdict (.html), "
    "or back into the translation tool's file that it came from"
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_project(parser)
    add_pair(parser)
    add_mixed(parser)
    parser.add_argument(
        "--layout", choices=("table", "interleaved", "zh", "en"), default="table",
        help=_(N_("both languages in a table, paragraph under paragraph, or one language alone")),
    )  # fmt: skip
    parser.add_argument(
        "--style", choices=("gbt9704", "plain"), default="plain",
        help=_(N_("the page of official documents (GB/T 9704), or an ordinary one")),
    )  # fmt: skip
    parser.add_argument(
        "--fixes", choices=("none", "safe", "suggested"), default="none", help=_(N_("put fixes in before writing"))
    )
    parser.add_argument("--track-changes", action="store_true", help=_(N_("show corrections as tracked changes")))
    parser.add_argument("--comments", action="store_true", help=_(N_("show open findings as comments")))
    parser.add_argument("--tags", action="store_true", help=_(N_("add a column with the measure tags to the table")))
    add_out(parser, required=True)
    parser.set_defaults(parser=parser)


def run(chosen: argparse.Namespace) -> int:
    """Carry the command out; a project that is exported with fixes is not changed by it."""
    session = open_sources(chosen.parser, chosen)
    session.close()
    if chosen.layout in ("zh", "en") and not any(clause.side(chosen.layout).text for clause in session.clauses):
        chosen.parser.error(_(N_("there is no text in this language: {layout}"), layout=f"--layout {chosen.layout}"))
    if chosen.fixes != "none":
        target = target_side(session)
        session.apply_fixes(chosen.fixes, sides=(target,) if target else reviewed_sides(session))
    options = DocxOptions(chosen.layout, chosen.style, chosen.track_changes, chosen.comments, chosen.tags)
    for message in export_review(session, chosen.out, options):
        say(shown(message))
    written(chosen.out)
    return 0
