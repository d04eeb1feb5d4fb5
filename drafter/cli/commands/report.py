"""`drafter report`: how good a text was as loaded and is as corrected, with the verdict and all findings."""

import argparse

from drafter.cli.commands.sources import add_mixed, add_out, add_pair, add_project, open_sources
from drafter.cli.output import written
from drafter.cli.status import DONE
from drafter.exports.quality import QUALITY_ENDINGS, QualityOptions, read_weights
from drafter.i18n import _, shown
from drafter.model import N_, DrafterError
from drafter.review import export_review

HELP = N_("write a quality report: the verdict, the worst clauses, the figures after MQM, and all open findings")
_USUAL = "minor=1,major=5,critical=25"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_project(parser)
    add_pair(parser)
    add_mixed(parser)
    parser.add_argument(
        "--weights", metavar=_(N_("SEVERITY=POINTS,…")),
        help=_(N_("what an error costs by its severity (usually {weights})"), weights=_USUAL),
    )  # fmt: skip
    parser.add_argument("--confirmed", action="store_true", help=_(N_("count only what a reviewer confirmed")))
    parser.add_argument(
        "--repeats", action="store_true", help=_(N_("count a repeated fault as often as it stands, and not once"))
    )
    add_out(parser, required=True)
    parser.set_defaults(parser=parser)


def run(chosen: argparse.Namespace) -> int:
    """Carry the command out."""
    if chosen.out.suffix.lower() not in QUALITY_ENDINGS:  # told before the work, not after it
        endings = ", ".join(QUALITY_ENDINGS)
        chosen.parser.error(_(N_("“{name}” has to end in one of {endings}"), name=chosen.out.name, endings=endings))
    try:
        weights = read_weights(chosen.weights or "")
    except DrafterError as error:
        chosen.parser.error(shown(error.message))
    options = QualityOptions(weights, chosen.confirmed, chosen.repeats)
    session = open_sources(chosen.parser, chosen)
    session.close()
    export_review(session, chosen.out, options)
    written(chosen.out)
    return DONE
