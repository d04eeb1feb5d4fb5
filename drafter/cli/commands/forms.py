"""The form of what a command writes: as asked for, else as the ending of the file's name promises."""

import argparse
from collections.abc import Collection
from pathlib import Path
from typing import Final

from drafter.i18n import _
from drafter.model import N_

_PROMISED: Final = {
    ".csv": "csv", ".xlsx": "xlsx", ".docx": "docx", ".html": "html", ".json": "json", ".jsonl": "jsonl",
}  # fmt: skip


def form_of(chosen: argparse.Namespace, forms: Collection[str], usual: str) -> str:
    """Give the form in which to write.

    Args:
        chosen: what stands on the command line: `format`, None where it was not asked for, and `out`.
        forms: the forms that the command can write.
        usual: the form where neither the user nor the file's name says one.

    Raises:
        SystemExit: the name promises a form that is not asked for, or that the command can't write.
    """
    out: Path | None = chosen.out
    wanted: str | None = chosen.format
    promised = _PROMISED.get(out.suffix.lower()) if out else None
    # Lines of JSON may stand in a .json.
    form = wanted or next((one for one in forms if one in (promised, f"{promised}l")), usual)
    if out and promised and not form.startswith(promised):
        chosen.parser.error(_(N_("“{name}” is no name for a file of the form {form}"), name=out.name, form=form))
    return form
