"""What a command is told of the rules: which speak, how loud, what rules and terms are the reader's own."""

import argparse
from pathlib import Path

from drafter.i18n import _
from drafter.model import N_, SEVERITIES, Severity
from drafter.review import SENSITIVITIES, choose_rules, families, own_rule_names, rule_names


def add_choices(parser: argparse.ArgumentParser) -> None:
    """Declare `--sensitivity`, `--off`, `--severity`, `--rules` and `--glossary`."""
    parser.add_argument(
        "--sensitivity", choices=SENSITIVITIES, default="normal",
        help=_(N_("strict: tell every suspicion; quiet: only what is sure")),
    )  # fmt: skip
    parser.add_argument(
        "--off", action="append", default=[], metavar=_(N_("RULE")),
        help=_(N_("leave out what a rule finds, or a family of rules (spacing); may be given again")),
    )  # fmt: skip
    parser.add_argument(
        "--severity", action="append", default=[], metavar=_(N_("RULE=SEVERITY")),
        help=_(N_("weigh what a rule or a family finds otherwise: minor, major or critical; may be given again")),
    )  # fmt: skip
    parser.add_argument(
        "--rules", type=Path, action="append", default=[], metavar=_(N_("FILE")),
        help=_(N_("rules of your own, a file or a folder; may be given again")),
    )  # fmt: skip
    parser.add_argument(
        "--glossary", type=Path, metavar=_(N_("FILE")), help=_(N_("a glossary of your own, which counts before ours"))
    )


def choose(parser: argparse.ArgumentParser, chosen: argparse.Namespace) -> None:
    """Have what was chosen hold for all that this command does.

    Raises:
        SystemExit: there is no such rule or severity.
        DrafterError: own rules, or an own glossary, can't be used.
    """
    known = {*rule_names(), *families(), *own_rule_names(chosen.rules)}
    severities = dict(_weighed(parser, written) for written in chosen.severity)
    for name in (*chosen.off, *severities):
        if name not in known:
            parser.error(_(N_("there is no rule “{name}”: “drafter rules” lists them all"), name=name))
    choose_rules(
        off=chosen.off, severities=severities, sensitivity=chosen.sensitivity, rules=chosen.rules,
        glossary=chosen.glossary,
    )  # fmt: skip


def _weighed(parser: argparse.ArgumentParser, written: str) -> tuple[str, Severity]:
    name, _equals, wanted = written.partition("=")
    severity = next((known for known in SEVERITIES if known == wanted), None)
    if severity is None:
        parser.error(_(N_("“{written}” must name a rule and minor, major or critical: number.grouping=major"),
                       written=written))  # fmt: skip
    return name, severity
