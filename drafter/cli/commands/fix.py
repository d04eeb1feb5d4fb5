"""`drafter fix`: the text with the fixes put in, and what was changed."""

import argparse

from drafter.cli.commands.sources import add_out, add_pair, add_project, open_sources
from drafter.cli.output import put, say, written
from drafter.i18n import _, ngettext
from drafter.model import N_, Side
from drafter.review import ReviewSession, write_text

HELP = N_("put the fixes into the text, and tell what was changed")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_project(parser)
    add_pair(parser)
    parser.add_argument(
        "--level", choices=("safe", "suggested"), default="safe",
        help=_(N_("only fixes that restore form (safe), or all that can be computed (suggested)")),
    )  # fmt: skip
    add_out(parser)
    parser.set_defaults(parser=parser)


def run(chosen: argparse.Namespace) -> int:
    """Carry the command out.

    The corrected text is the English one, or the Chinese where it stands alone. A project keeps its corrections.
    """
    session = open_sources(chosen.parser, chosen)
    wanted = ("safe", "suggested") if chosen.level == "suggested" else ("safe",)
    count = sum(1 for finding in session.findings() if finding.fix and finding.fix.confidence in wanted)

    made = session.apply_fixes(chosen.level)
    side: Side = "en" if any(clause.en.segments for clause in session.clauses) else "zh"
    text = session.corrected_text(side) + "\n"
    if chosen.out:
        write_text(text, chosen.out)
        written(chosen.out)
    elif not chosen.project:
        put(text)

    for revision in made:
        say(_what(session, revision.clause, revision.side, revision.reason))
    say(ngettext("{n} fix put in.", "{n} fixes put in.", count))
    session.close()
    return 0


def _what(session: ReviewSession, clause: int, side: Side, rules: str) -> str:
    segment = session.clause(clause).side(side).segments[0]
    line = session.documents[side].paragraphs[segment.paragraph].line
    return _(N_("{side} line {line}: {rules}"), side=side, line=line, rules=rules)
