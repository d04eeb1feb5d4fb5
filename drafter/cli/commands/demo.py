"""`drafter demo`: the main job on the bundled sample."""

import argparse
from pathlib import Path

from drafter.cli.findings import show_table, worst_first
from drafter.cli.output import progress, put
from drafter.exports import VerdictOptions
from drafter.i18n import _, ngettext
from drafter.model import N_, DrafterError
from drafter.resources import resource_path
from drafter.review import export_review, open_pair

HELP = N_("do the main job on the bundled sample: findings, a corrected Word file, a one-page verdict")
_SAMPLE = ("samples", "yunxi")
_SHOWN = 25


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "--out", type=Path, default=Path("build", "demo"), metavar=_(N_("FOLDER")), help=_(N_("where the files go"))
    )


def run(chosen: argparse.Namespace) -> int:
    """Carry the command out."""
    zh, en = resource_path(*_SAMPLE, "zh.txt"), resource_path(*_SAMPLE, "en.txt")
    with progress(_(N_("Reading, pairing and checking"))) as tell:
        session = open_pair(zh, en, progress=tell)
    findings = worst_first(session.findings())
    put(session.title + "\n\n")
    show_table(session, findings[:_SHOWN])
    if len(findings) > _SHOWN:
        left = len(findings) - _SHOWN
        put(ngettext("… and {n} more, in the verdict.", "… and {n} more, in the verdict.", left) + "\n")
    try:
        chosen.out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DrafterError(
            N_("The folder “{name}” can't be made: {why}. Choose another one with --out."),
            name=chosen.out, why=error.strerror,
        ) from error  # fmt: skip
    verdict, word = chosen.out / "verdict.html", chosen.out / "bilingual.docx"
    export_review(session, verdict, VerdictOptions())
    session.apply_fixes("safe")
    export_review(session, word)
    put("\n" + _(N_("The verdict, one page: {path}"), path=verdict) + "\n")
    put(_(N_("The bilingual Word file, safe fixes put in: {path}"), path=word) + "\n")
    return 0
