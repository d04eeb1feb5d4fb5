"""`drafter layout`: a Word file against the layout of official documents."""

import argparse
from pathlib import Path

from drafter.cli.output import json_line, put, say
from drafter.cli.status import DONE, FOUND
from drafter.documents.layout import check_layout
from drafter.i18n import _, ngettext, shown
from drafter.model import N_

HELP = N_("check a Word file (.docx) against the layout of official documents, GB/T 9704-2012")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("file", type=Path, metavar=_(N_("FILE")), help=_(N_("the Word file to check")))
    parser.add_argument("--format", choices=("table", "jsonl"), default="table", help=_(N_("form of the output")))
    parser.add_argument("--fail", action="store_true", help=_(N_("exit with status 1 where anything is found")))


def run(chosen: argparse.Namespace) -> int:
    """Carry the command out."""
    faults = check_layout(chosen.file)
    for fault in faults:
        told = shown(fault.message)
        if chosen.format == "jsonl":
            row = {
                "element": fault.element, "severity": "minor", "line": fault.line, "text": fault.text, "message": told,
            }  # fmt: skip
            put(json_line(row) + "\n")
        else:
            where = _(N_("paragraph {n}"), n=fault.line) if fault.line else _(N_("whole file"))
            put("  ".join(filter(None, (where, fault.text and f"“{fault.text}”", told))) + "\n")
    say(
        ngettext("{n} place is not as GB/T 9704 has it.", "{n} places are not as GB/T 9704 has it.", len(faults))
        if faults
        else _(N_("The layout is as GB/T 9704 has it, as far as it is checked."))
    )
    return FOUND if faults and chosen.fail else DONE
