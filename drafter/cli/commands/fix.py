"""`drafter fix`: the text with the fixes put in, and what was changed."""

import argparse
from pathlib import Path

from drafter.cli.commands.choosing import add_choices, choose
from drafter.cli.commands.sources import (
    add_house_style,
    add_mixed,
    add_out,
    add_pair,
    add_project,
    open_sources,
    reviewed_sides,
)
from drafter.cli.output import put, say, written
from drafter.i18n import _, ngettext, shown
from drafter.model import N_, Message, Side, Span
from drafter.review import ORIGINAL_ENDINGS, ReviewSession, corrected_words, target_side, write_back, write_corrected

_NO_TEXT = (".docx", ".html", ".drafter")
HELP = N_("put the fixes into the text, and tell what was changed")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_project(parser)
    add_pair(parser)
    add_mixed(parser)
    parser.add_argument(
        "--level", choices=("safe", "suggested"), default="safe",
        help=_(N_("only fixes that restore form (safe), or all that can be computed (suggested)")),
    )  # fmt: skip
    add_house_style(parser)
    add_choices(parser)
    add_out(parser)
    parser.set_defaults(parser=parser)


def run(chosen: argparse.Namespace) -> int:
    """Carry the command out.

    The corrected text is the English one, the Chinese where it stands alone, or the whole of a file that holds both.
    What came from a translation tool's file can go back into it. A project keeps its corrections.
    """
    if chosen.out and chosen.out.suffix.lower() in _NO_TEXT:
        chosen.parser.error(_(N_("the corrected text is plain text: for {ending} use “drafter export”"),
                              ending=chosen.out.suffix))  # fmt: skip
    choose(chosen.parser, chosen)
    session = open_sources(chosen.parser, chosen)
    target = target_side(session)
    sides = (target,) if target else reviewed_sides(session)
    open_before = len(session.findings())
    made = session.apply_fixes(chosen.level, sides=sides)
    session.close()
    if chosen.out:
        for message in _write(session, sides[-1], chosen.out):
            say(shown(message))
        written(chosen.out)
    elif not chosen.project:
        put(corrected_words(session, sides[-1]) + "\n")

    for revision in made:
        place = session.place_of(revision.clause, revision.side, Span(0, 0))
        say(_(N_("{side} line {line}: {rules}"), side=revision.side, line=place.line, rules=revision.reason))
    count = open_before - len(session.findings())
    say(ngettext("{n} fix put in.", "{n} fixes put in.", count))
    if left := len(made.locked):
        say(ngettext("{n} finished clause was left alone.", "{n} finished clauses were left alone.", left))
    return 0


def _write(session: ReviewSession, side: Side, path: Path) -> tuple[Message, ...]:
    """Write the corrected text: into the file that it came from where the ending asks for that, else as plain text."""
    if path.suffix.lower() in ORIGINAL_ENDINGS:
        return write_back(session, path)
    write_corrected(session, side, path)
    return ()
