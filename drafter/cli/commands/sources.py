"""The files a command works on, given in the same words everywhere."""

import argparse
import sys
from collections.abc import Callable
from itertools import product
from pathlib import Path

from drafter.cli.output import progress, say
from drafter.documents import read_data
from drafter.i18n import _, shown
from drafter.language.house_style import read_choices
from drafter.model import N_, Document, DrafterError, Side
from drafter.review import HOUSE_STYLES, ReviewSession, open_mixed, open_pair, open_project, open_side

_STDIN = Path("-")


def add_pair(parser: argparse.ArgumentParser, *, required: bool = False) -> None:
    """Declare `--zh` and `--en`; where neither is required, `open_sources` takes the standard input for one of them."""
    zh, en = _(N_("the Chinese file")), _(N_("the English file"))
    if not required:
        zh, en = (
            _(N_("the Chinese file; - for the standard input")),
            _(N_("the English file; - for the standard input")),
        )
    parser.add_argument("--zh", type=Path, metavar=_(N_("FILE")), required=required, help=zh)
    parser.add_argument("--en", type=Path, metavar=_(N_("FILE")), required=required, help=en)


def add_mixed(parser: argparse.ArgumentParser) -> None:
    """Declare `--mixed` and how it is read."""
    parser.add_argument("--mixed", type=Path, metavar=_(N_("FILE")), help=_(N_("one file that holds both languages")))
    parser.add_argument(
        "--mixed-as",
        choices=("both", "zh", "en"),
        help=_(
            N_("how that file is read: as both languages paired, or as meant to be in one of them; else it is told")
        ),
    )


def add_project(parser: argparse.ArgumentParser) -> None:
    """Declare `--project`."""
    parser.add_argument("--project", type=Path, metavar=_(N_("FILE")), help=_(N_("a project file (.drafter)")))


def add_out(parser: argparse.ArgumentParser, *, required: bool = False) -> None:
    """Declare `-o`."""
    parser.add_argument(
        "-o", "--out", type=Path, metavar=_(N_("FILE")), required=required, help=_(N_("the file to write"))
    )


def add_house_style(parser: argparse.ArgumentParser) -> None:
    """Declare `--house-style`."""
    names = ", ".join(HOUSE_STYLES)
    parser.add_argument(
        "--house-style", metavar=_(N_("NAME=CHOICE,…")),
        help=_(N_("how figures are to be written: {names}; what is not named follows the document"), names=names),
    )  # fmt: skip


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
    if getattr(chosen, "mixed_as", None) and not mixed:
        parser.error(_(N_("--mixed-as says how the file behind --mixed is read: name that file too")))
    keep_sources(parser, chosen)
    if zh == en == _STDIN:
        parser.error(_(N_("only one file can come from the standard input")))
    style = getattr(chosen, "house_style", None) or ""
    try:
        read_choices(style)  # before the work, not after it
    except DrafterError as error:
        parser.error(shown(error.message))
    with progress(_(N_("Reading, pairing and checking"))) as tell:
        session = _opened(chosen, tell)
        if style:
            session.choose_style(style, keep=False)
        return session


def _opened(chosen: argparse.Namespace, tell: Callable[[float], None]) -> ReviewSession:
    """Open what was given in one way only."""
    if project := getattr(chosen, "project", None):
        return open_project(project, progress=tell)
    if mixed := getattr(chosen, "mixed", None):
        return open_mixed(_source(mixed), manner=chosen.mixed_as, progress=tell)
    if chosen.zh and chosen.en:
        return open_pair(_source(chosen.zh), _source(chosen.en), progress=tell)
    if chosen.zh:
        return open_side(_source(chosen.zh), "zh", progress=tell)
    return open_side(_source(chosen.en), "en", progress=tell)


def _source(path: Path) -> Path | Document:
    """Give a file, or what comes from the standard input in its place."""
    return read_data(sys.stdin.buffer.read(), _(N_("standard input"))) if path == _STDIN else path


def keep_sources(parser: argparse.ArgumentParser, chosen: argparse.Namespace) -> None:
    """Refuse an output that would go over a file that is read.

    Raises:
        SystemExit: it would.
    """
    given: Path | list[Path] | None = getattr(chosen, "out", None)
    outs = given if isinstance(given, list) else [given] if given else []
    for name, out in product(("zh", "en", "mixed", "project", "pairs", "template"), outs):
        source: Path | None = getattr(chosen, name, None)
        if source is not None and _same(source, out):
            parser.error(_(N_("“{name}” is read here and can't be written too: choose another name"), name=out.name))


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False


def tell_warnings(session: ReviewSession) -> None:
    """Say on the error stream what somebody should look at before trusting what was read."""
    for notice in session.notices:
        if notice.warning:
            say(shown(notice.message))


def reviewed_sides(session: ReviewSession) -> tuple[Side, ...]:
    """Give the sides that fixes may change unasked.

    The English, or the Chinese where it stands alone: beside an English text the Chinese is what counts. Of a file
    that holds both languages, both.
    """
    if session.mixed:
        return ("zh", "en")
    return ("en",) if any(clause.en.text.strip() for clause in session.clauses) else ("zh",)
