"""The commands and their options."""

import argparse
import sys
from typing import NoReturn

from drafter import __version__
from drafter.cli.commands import (
    align,
    batch,
    check,
    demo,
    export,
    fix,
    glossary,
    layout,
    measures,
    merge,
    new,
    pack,
    quantities,
    read,
    report,
    rules,
    strip,
    unpack,
    update,
)
from drafter.cli.output import say
from drafter.cli.status import USAGE
from drafter.i18n import LANGUAGES, _
from drafter.model import N_

_COMMANDS = (
    read,
    check,
    rules,
    glossary,
    align,
    quantities,
    measures,
    fix,
    new,
    update,
    merge,
    strip,
    pack,
    unpack,
    export,
    report,
    layout,
    batch,
    demo,
)

# What argparse says, so that the catalogues have it: it looks its own words up in the catalogue that is set.
ARGPARSE_WORDS = (
    N_("usage: "),
    N_("options"),
    N_("positional arguments"),
    N_("show this help message and exit"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("expected one argument"),
    N_("ignored explicit argument %r"),
    N_("not allowed with argument %s"),
    N_("one of the arguments %s is required"),
)


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one line."""

    def error(self, message: str) -> NoReturn:
        say(_(N_("{program}: {message} (see {program} --help)"), program=self.prog, message=message))
        sys.exit(USAGE)


def build_parser() -> _Parser:
    """Make the parser, in the language that is set."""
    shared = _Parser(add_help=False, allow_abbrev=False)
    shared.add_argument(
        "--lang",
        choices=LANGUAGES,
        default=argparse.SUPPRESS,
        help=_(N_("language of messages (default: the system's)")),
    )
    parser = _Parser(
        prog="drafter",
        allow_abbrev=False,  # `--la zh` would be read too late to choose the language
        parents=[shared],
        description=_(N_("Review a Chinese plan beside its English text: pair, find what is damaged, repair, export.")),
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"drafter {__version__}",
        help=_(N_("show program's version number and exit")),  # the one word that argparse itself leaves in English
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar=_(N_("COMMAND")), title=_(N_("commands")))
    for command in _COMMANDS:
        name = command.__name__.rpartition(".")[2]
        help_ = _(command.HELP)
        child = commands.add_parser(name, parents=[shared], help=help_, description=help_, allow_abbrev=False)
        command.add_arguments(child)
        child.set_defaults(run=command.run)
    return parser
