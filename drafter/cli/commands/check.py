"""`drafter check`: the findings of a pair, of one side, of a mixed file, or of aligned pairs."""

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from drafter.cli.commands.choosing import add_choices, choose
from drafter.cli.commands.forms import form_of
from drafter.cli.commands.sources import (
    add_house_style,
    add_mixed,
    add_out,
    add_pair,
    add_project,
    keep_sources,
    open_sources,
    tell_warnings,
)
from drafter.cli.findings import record, show_table, table_lines, worst_first
from drafter.cli.output import deliver, json_line, progress, say, written
from drafter.cli.status import DONE, FOUND
from drafter.documents import UnreadableError, read_document
from drafter.exports import VerdictOptions
from drafter.i18n import _, ngettext
from drafter.model import N_, SEVERITIES, Finding
from drafter.review import ReviewSession, export_review, open_pairs

HELP = N_("find what is damaged, in a pair, in one side alone, or in a file that holds both languages")

_FORMS = ("table", "jsonl", "html")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_pair(parser)
    add_mixed(parser)
    parser.add_argument(
        "--pairs", type=Path, metavar=_(N_("FILE")), help=_(N_('aligned pairs, a JSON line each: {"zh", "en"}'))
    )
    add_project(parser)
    parser.add_argument("--format", choices=_FORMS, help=_(N_("form of the output")))
    add_house_style(parser)
    add_choices(parser)
    add_out(parser)
    parser.add_argument(
        "--fail-on", choices=SEVERITIES, help=_(N_("exit with status 1 where a finding is at least this severe"))
    )
    parser.set_defaults(parser=parser)


def run(chosen: argparse.Namespace) -> int:
    """Carry the command out."""
    chosen.format = form_of(chosen, _FORMS, "table")
    if chosen.format == "html" and chosen.out is None:
        chosen.parser.error(_(N_("the HTML page needs a file to go to: -o FILE")))
    choose(chosen.parser, chosen)
    if chosen.pairs:
        return _run_pairs(chosen)
    session = open_sources(chosen.parser, chosen)
    tell_warnings(session)
    findings = session.findings()
    if chosen.format == "html":
        export_review(session, chosen.out, VerdictOptions())
    elif chosen.format == "jsonl":
        deliver((json_line(record(session, finding)) for finding in findings), chosen.out)
    else:
        _table(session, findings, chosen.out)
    session.close()
    if chosen.out:
        written(chosen.out)
    return _status(findings, chosen.fail_on)


def _table(session: ReviewSession, findings: Sequence[Finding], out: Path | None) -> None:
    if out:
        deliver(table_lines(session, worst_first(findings)), out)
        return
    show_table(session, worst_first(findings))
    say(ngettext("{n} finding.", "{n} findings.", len(findings)))


def _run_pairs(chosen: argparse.Namespace) -> int:
    if chosen.zh or chosen.en or chosen.mixed or chosen.project:
        chosen.parser.error(_(N_("give the files to work on, in one of the ways that the help shows")))
    if chosen.format != "jsonl":
        chosen.parser.error(_(N_("aligned pairs are checked with --format jsonl")))
    keep_sources(chosen.parser, chosen)
    pairs = list(_read_pairs(chosen.pairs))
    with progress(_(N_("Checking"))) as tell:
        session = open_pairs(pairs, progress=tell)
    findings = [session.findings(clause.id) for clause in session.clauses]
    rows = (
        json_line({"index": index, "findings": list(map(partial(record, session), found))})
        for index, found in enumerate(findings)
    )
    deliver(rows, chosen.out)
    if chosen.out:
        written(chosen.out)
    return _status([finding for found in findings for finding in found], chosen.fail_on)


def _read_pairs(path: Path) -> Iterator[tuple[str, str]]:
    for paragraph in read_document(path).paragraphs:
        if not paragraph.text.strip():
            continue
        try:
            row = json.loads(paragraph.text)
            pair = row["zh"], row["en"]
        except (ValueError, KeyError, TypeError, RecursionError):
            pair = None, None
        if not (isinstance(pair[0], str) and isinstance(pair[1], str)):
            raise UnreadableError(
                N_("Line {line} of “{name}” is no pair: each line must be a JSON object with the texts “zh” and “en”."),
                line=paragraph.line, name=path.name,
            )  # fmt: skip
        yield pair


def _status(findings: Iterable[Finding], fail_on: str | None) -> int:
    if fail_on is None:
        return 0
    enough = SEVERITIES[[str(severity) for severity in SEVERITIES].index(fail_on) :]
    return FOUND if any(finding.severity in enough for finding in findings) else DONE
