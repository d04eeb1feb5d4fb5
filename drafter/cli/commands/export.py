"""`drafter export`: a review as a Word file, a page, or data, or put back into the file it came from."""

import argparse
import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from pathlib import Path

from drafter.cli.commands.sources import add_mixed, add_pair, add_project, open_sources, reviewed_sides
from drafter.cli.commands.wishes import Options, unused
from drafter.cli.output import say, written
from drafter.cli.status import DONE, UNREADABLE
from drafter.exports import TABLES, DataOptions, DocxOptions, OriginalOptions
from drafter.i18n import _, ngettext, shown
from drafter.model import N_, DrafterError
from drafter.review import ReviewSession, by_layout, export_review, named, target_side

HELP = N_(
    "write a review: a bilingual Word file (.docx), a page with filters (.html), a translation memory (.tmx), XLIFF "
    "(.xlf), its terms (.tbx), tables (.xlsx, .csv), everything (.json), or the translation tool's file it came from"
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_project(parser)
    add_pair(parser)
    add_mixed(parser)
    parser.add_argument(
        "--layout", choices=("table", "interleaved", "zh", "en"), default=["table"], nargs="+",
        help=_(N_("both languages in a table, paragraph under paragraph, or one language alone; several make a file "
                  "each")),
    )  # fmt: skip
    parser.add_argument(
        "--into-original", choices=("en", "zh"), nargs="?", const="en",
        help=_(N_("write the corrections into the Word file that this text came from (.docx), which keeps its looks")),
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
    parser.add_argument(
        "--cover", action="store_true", help=_(N_("begin with a title page: titles, document number, issuer, date"))
    )
    parser.add_argument("--findings", action="store_true", help=_(N_("add a column with the open findings")))
    parser.add_argument("--notes", action="store_true", help=_(N_("add a column with the notes")))
    parser.add_argument(
        "--scripts", action="store_true",
        help=_(N_("set the figures of formulas and units below or above the line: PM2.5, CO2, m3")),
    )  # fmt: skip
    parser.add_argument(
        "--returnable", action="store_true",
        help=_(N_("let the table be taken back in with “unpack” after somebody corrected it in Word")),
    )  # fmt: skip
    parser.add_argument(
        "--template", type=Path, metavar=_(N_("FILE")),
        help=_(N_("put the text into an office's own Word file (.docx), at its places {{body}}, {{title}}, …")),
    )  # fmt: skip
    parser.add_argument(
        "--confirmed", action="store_true", help=_(N_("only confirmed clauses go into a translation memory (.tmx)"))
    )
    parser.add_argument("--no-names", action="store_true", help=_(N_("leave the reviewers' names out")))
    parser.add_argument("--table", choices=TABLES, default="clauses", help=_(N_("what a .csv file has a row for")))
    parser.add_argument(
        "-o", "--out", type=Path, nargs="+", required=True, metavar=_(N_("FILE")),
        help=_(N_("the files to write; {name}, {title}, {layout} and {style} in a name are filled in")),
    )  # fmt: skip
    parser.set_defaults(parser=parser)


def run(chosen: argparse.Namespace) -> int:
    """Carry the command out; a project that is exported with fixes is not changed by it."""
    _require_sense(chosen)
    session = open_sources(chosen.parser, chosen)
    session.close()
    for layout in chosen.layout:
        if layout in ("zh", "en") and not any(clause.side(layout).text for clause in session.clauses):
            chosen.parser.error(_(N_("there is no text in this language: {layout}"), layout=f"--layout {layout}"))
    try:
        wanted = list(_wanted(session, chosen))
    except DrafterError as error:
        chosen.parser.error(shown(error.message))
    if chosen.fixes != "none":
        target = target_side(session)
        session.apply_fixes(chosen.fixes, sides=(target,) if target else reviewed_sides(session))
    for option, kind in unused(chosen, wanted):
        if chosen.into_original and kind.startswith(".docx"):
            say(_(N_("{option} changes nothing with --into-original: the file stays as it is."), option=option))
        else:
            say(_(N_("{option} changes nothing in these files: it is for {kind}."), option=option, kind=kind))
    failed = _write(session, wanted)
    _warn(session, [options for path, options in wanted if path not in failed])
    for path, reason in failed.items():
        say(_(N_("Not written: {path}. {why}"), path=path, why=shown(reason.message)))
    return UNREADABLE if failed else DONE


def _write(session: ReviewSession, wanted: Sequence[tuple[Path, Options]]) -> dict[Path, DrafterError]:
    """Write the files; of several, one that can't be written does not keep the others from it.

    Returns:
        Those that were not written, and why.

    Raises:
        DrafterError: the only one can't be written.
    """
    failed: dict[Path, DrafterError] = {}
    for path, options in wanted:
        try:
            if not path.name or os.path.isdir(path):  # noqa: PTH112 -- answers where Path.is_dir would raise
                raise DrafterError(N_("“{path}” is a folder: name a file in it."), path=str(path))
            told = export_review(session, path, options)
        except DrafterError as error:
            if len(wanted) == 1:
                raise
            failed[path] = error
        else:
            for message in told:
                say(shown(message))
            written(path)
    return failed


def _warn(session: ReviewSession, wanted: Iterable[Options]) -> None:
    """Tell of what a finished Word file does not show: that critical findings are open in it."""
    critical = sum(finding.severity == "critical" for finding in session.findings())
    if critical and any(_is_clean(options) for options in wanted):
        say(ngettext("{n} critical finding is still open.", "{n} critical findings are still open.", critical))


def _is_clean(options: Options) -> bool:
    """Whether a file shows neither corrections nor findings: it looks finished."""
    match options:
        case DocxOptions():
            return not (options.track_changes or options.comments or options.findings)
        case OriginalOptions():
            return not options.tracked
        case _:
            return False


def _require_sense(chosen: argparse.Namespace) -> None:
    """Refuse wishes that would be left out without a word.

    Raises:
        SystemExit: there is one.
    """
    if chosen.into_original and (chosen.comments or chosen.template):
        chosen.parser.error(_(N_("comments and templates do not go with --into-original: the file stays as it is")))
    if chosen.returnable and "table" not in chosen.layout:
        chosen.parser.error(_(N_("only a table can be taken back in: --returnable goes with --layout table")))
    if chosen.returnable and chosen.fixes != "none" and chosen.project:
        chosen.parser.error(
            _(N_("a table with fixes that the project does not have can't be taken back: put them in with “fix” first"))
        )


def _wanted(session: ReviewSession, chosen: argparse.Namespace) -> Iterator[tuple[Path, Options]]:
    """Give the files to write; of a Word file one for each layout.

    Raises:
        DrafterError: a name has a place that is none of ours.
    """
    words = [
        DocxOptions(
            layout, chosen.style, chosen.track_changes, chosen.comments, chosen.tags, chosen.cover, chosen.findings,
            chosen.notes, chosen.scripts, chosen.returnable, not chosen.no_names, chosen.template,
        )
        for layout in dict.fromkeys(chosen.layout)
    ]  # fmt: skip
    if chosen.into_original:
        own = OriginalOptions(chosen.into_original, chosen.track_changes, not chosen.no_names)
        yield from ((named(pattern, session, words[0]), own) for pattern in chosen.out)
        return
    data = DataOptions(chosen.confirmed, not chosen.no_names, chosen.table)
    told: set[Path] = set()
    for pattern, options in product(chosen.out, words):
        is_word = pattern.suffix.lower() == ".docx"
        path = named(by_layout(pattern, len(words)) if is_word else pattern, session, options)
        if path not in told:
            told.add(path)
            yield path, options if is_word else data
