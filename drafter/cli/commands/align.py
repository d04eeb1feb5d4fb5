"""`drafter align`: which lines, or sentences, belong together."""

import argparse
from collections.abc import Iterator

from drafter.cli.commands.sources import add_pair
from drafter.cli.output import json_line, progress, put
from drafter.i18n import _
from drafter.model import N_
from drafter.review import pair_lines, pair_sentences

HELP = N_("pair the lines, or the sentences, of a Chinese file and its English text")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_pair(parser, required=True)
    parser.add_argument("--level", choices=("paragraph", "sentence"), default="paragraph", help=_(N_("what is paired")))


def run(chosen: argparse.Namespace) -> int:
    """Carry the command out."""
    for row in _rows(chosen):
        put(json_line(row) + "\n")
    return 0


def _rows(chosen: argparse.Namespace) -> Iterator[dict[str, object]]:
    with progress(_(N_("Pairing"))) as tell:
        if chosen.level == "paragraph":
            for zh, en in pair_lines(chosen.zh, chosen.en, progress=tell):
                yield {"zh": zh, "en": en}
            return
        for pair in pair_sentences(chosen.zh, chosen.en, progress=tell):
            yield {"zh": pair.zh, "en": pair.en, "zh_text": pair.zh_text, "en_text": pair.en_text}
