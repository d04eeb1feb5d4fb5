"""`drafter batch`: a folder of pairs, projects and translation tools' files: findings of each, a summary over all."""

import argparse
from pathlib import Path

from drafter.cli.commands.sources import reviewed_sides
from drafter.cli.findings import record
from drafter.cli.output import deliver, json_line, progress, say, written
from drafter.cli.status import DONE, UNREADABLE
from drafter.exports import DocxOptions, VerdictOptions
from drafter.i18n import _, ngettext
from drafter.model import N_, DrafterError
from drafter.review import ReviewSession, export_review, target_side
from drafter.review.batch import Result, items_in, run_batch, write_summary

HELP = N_("check every pair of a folder, write the findings and the verdict of each, and a summary over all")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "folder", type=Path, metavar=_(N_("FOLDER")),
        help=_(N_("files whose names differ in the language alone belong together: plan.zh.docx and plan.en.txt")),
    )  # fmt: skip
    parser.add_argument(
        "--word", choices=("table", "interleaved", "zh", "en"), nargs="+", default=[],
        help=_(N_("write Word files in these layouts too")),
    )  # fmt: skip
    parser.add_argument(
        "--style", choices=("gbt9704", "plain"), default="plain",
        help=_(N_("the page of official documents (GB/T 9704), or an ordinary one")),
    )  # fmt: skip
    parser.add_argument(
        "--fixes", choices=("none", "safe", "suggested"), default="none",
        help=_(N_("put fixes in before the Word files are written")),
    )  # fmt: skip
    parser.add_argument(
        "-o", "--out", type=Path, metavar=_(N_("FOLDER")), required=True,
        help=_(N_("the folder for the results; a batch that was stopped goes on there")),
    )  # fmt: skip
    parser.set_defaults(parser=parser)


def run(chosen: argparse.Namespace) -> int:
    """Carry the command out; one review that can't be read does not keep the others from being done."""
    if chosen.out.is_file():
        raise DrafterError(N_("“{name}” is a file: name a folder for the results."), name=chosen.out.name)
    found = items_in(chosen.folder, leave_out=chosen.out)
    for path in found.left:
        say(_(N_("Left out, for it has no single counterpart: {path}"), path=path))
    if not found.items:
        raise DrafterError(
            N_(
                "There is no pair in “{name}”: name the files alike but for the language, "
                "as plan.zh.docx and plan.en.docx."
            ),
            name=chosen.folder.name,
        )  # fmt: skip
    wanted = f"{sorted(chosen.word)} {chosen.style} {chosen.fixes}"
    results: list[Result] = []
    with progress(_(N_("Reading, pairing and checking"))) as tell:
        for result in run_batch(found.items, chosen.out, lambda session, path: _results(session, path, chosen), wanted):
            results.append(result)
            tell(len(results) / len(found.items))
            say(_told(result))
    for path in write_summary(results, chosen.out):
        written(path)
    return UNREADABLE if any(result.error for result in results) else DONE


def _results(session: ReviewSession, path: Path, chosen: argparse.Namespace) -> list[Path]:
    """Write the findings of a review and its verdict, both of the texts as they came; then the Word files."""
    findings, verdict = (path.with_name(f"{path.name}{ending}") for ending in (".jsonl", ".html"))
    deliver((json_line(record(session, finding)) for finding in session.findings()), findings)
    export_review(session, verdict, VerdictOptions())
    if chosen.word and chosen.fixes != "none":
        target = target_side(session)
        session.apply_fixes(chosen.fixes, sides=(target,) if target else reviewed_sides(session))
    words = {path.with_name(f"{path.name}-{layout}.docx"): layout for layout in chosen.word}
    for word, layout in words.items():
        export_review(session, word, DocxOptions(layout, chosen.style))
    return [findings, verdict, *words]


def _told(result: Result) -> str:
    if result.error:
        return f"{result.name}: {result.error}"
    facts = ngettext("{n} fact that can't be trusted", "{n} facts that can't be trusted", result.facts)
    return f"{result.name}: {facts}{_(N_(' (done before)')) if result.again else ''}"
