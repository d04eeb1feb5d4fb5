"""`drafter rules`: what the rules are called, and the help page of each."""

import argparse
from collections.abc import Iterable, Iterator

from drafter.checks import HelpPage, rule_page, rule_pages
from drafter.cli.findings import SEVERITY_WORDS
from drafter.cli.output import put
from drafter.cli.status import DONE
from drafter.i18n import _, shown
from drafter.model import N_, DrafterError, Side

HELP = N_("list the rules, or explain one of them")
SIDE_WORDS: dict[Side, str] = {"zh": N_("Chinese"), "en": N_("English")}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    help_ = _(N_("the rule to explain, such as number.value"))
    parser.add_argument("name", nargs="?", metavar=_(N_("RULE")), help=help_)
    parser.set_defaults(parser=parser)


def run(chosen: argparse.Namespace) -> int:
    """Carry the command out."""
    try:
        lines = _page(rule_page(chosen.name)) if chosen.name else _list(rule_pages())
    except DrafterError as error:
        chosen.parser.error(shown(error.message))
    for line in lines:
        put(line + "\n")
    return DONE


def _list(pages: Iterable[HelpPage]) -> Iterator[str]:
    """Give a line a rule; the title comes last, so that columns stay straight beside Chinese."""
    for page in pages:
        severity = f"{_(SEVERITY_WORDS[page.severity])}"
        yield f"{page.name:<27} {'/'.join(page.sides):<6} {page.mqm:<34} {severity}  {page.title}"


def _page(page: HelpPage) -> Iterator[str]:
    yield page.title
    severity, sides = _(SEVERITY_WORDS[page.severity]), _and(page.sides)
    yield _(N_("{rule} · usually {severity} · reads {sides} · {mqm}"),
            rule=page.name, severity=severity, sides=sides, mqm=page.mqm)  # fmt: skip
    yield ""
    yield page.summary
    parts = (
        (_(N_("What it does")), page.what), (_(N_("Why it is bad")), page.why),
        (_(N_("Example")), page.example), (_(N_("Source")), page.source),
    )  # fmt: skip
    for heading, text in parts:
        yield ""
        yield heading
        for paragraph in text.split("\n\n"):
            yield f"  {paragraph}"


def _and(sides: Iterable[Side]) -> str:
    return _(N_(", ")).join(_(SIDE_WORDS[side]) for side in sides)
