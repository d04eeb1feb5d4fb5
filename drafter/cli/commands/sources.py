"""The files a command works on, given in the same words everywhere."""

import argparse
from pathlib import Path

from drafter.cli.output import progress
from drafter.i18n import _
from drafter.model import N_, Side
from drafter.review import ReviewSession, open_mixed, open_pair, open_project, open_side


def add_pair(parser: argparse.ArgumentParser, *, required: bool = False) -> None:
    """Declare `--zh` and `--en`."""
    parser.add_argument("--zh", type=Path, metavar=_(N_("FILE")), required=required, help=_(N_("the Chinese file")))
    parser.add_argument("--en", type=Path, metavar=_(N_("FILE")), required=required, help=_(N_("the English file")))


def add_mixed(parser: argparse.ArgumentParser) -> None:
    """Declare `--mixed`."""
    parser.add_argument("--mixed", type=Path, metavar=_(N_("FILE")), help=_(N_("one file that holds both languages")))


def add_project(parser: argparse.ArgumentParser) -> None:
    """Declare `--project`."""
    parser.add_argument("--project", type=Path, metavar=_(N_("FILE")), help=_(N_("a project file (.drafter)")))


def add_out(parser: argparse.ArgumentParser, *, required: bool = False) -> None:
    """Declare `-o`."""
    parser.add_argument(
        "-o", "--out", type=Path, metavar=_(N_("FILE")), required=required, help=_(N_("the file to write"))
    )


def open_sources(parser: argparse.ArgumentParser, chosen: argparse.Namespace) -> ReviewSession:
    """Open what was given: a project, a pair, one side, or a mixed file.

    Raises:
        SystemExit: what was given is not one of these, or the output would go over it.
        DrafterError: a file can't be read.
    """
    project: Path | None = getattr(chosen, "project", None)
    mixed: Path | None = getattr(chosen, "mixed", None)
    zh: Path | None = chosen.zh
    en: Path | None = chosen.en
    given = [bool(project), bool(mixed), bool(zh or en)]
    if sum(given) != 1:
        parser.error(_(N_("give the files to work on, in one of the ways that the help shows")))
    keep_sources(parser, chosen)
    with progress(_(N_("Reading, pairing and checking"))) as tell:
        if project:
            return open_project(project, progress=tell)
        if mixed:
            return open_mixed(mixed, progress=tell)
        if zh and en:
            return open_pair(zh, en, progress=tell)
        return open_side(zh, "zh", progress=tell) if zh else open_side(en or Path(), "en", progress=tell)


def keep_sources(parser: argparse.ArgumentParser, chosen: argparse.Namespace) -> None:
    """Refuse an output that would go over a file that is read.

    Raises:
        SystemExit: it would.
    """
    out: Path | None = getattr(chosen, "out", None)
    for name in ("zh", "en", "mixed", "project", "pairs"):
        source: Path | None = getattr(chosen, name, None)
        if source is not None and out is not None and _same(source, out):
            parser.error(_(N_("“{name}” is read here and can't be written too: choose another name"), name=out.name))


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False


def reviewed_sides(session: ReviewSession) -> tuple[Side, ...]:
    """Give the sides that fixes may change unasked.

    The English, or the Chinese where it stands alone: beside an English text the Chinese is what counts. Of a file
    that holds both languages, both.
    """
    if session.mixed:
        return ("zh", "en")
    return ("en",) if any(clause.en.text.strip() for clause in session.clauses) else ("zh",)
