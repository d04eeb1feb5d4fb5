"""The quality of a review in figures, after MQM, and the report that tells them."""

import json
from pathlib import Path

from drafter.exports.quality.report import Assessment, QualityOptions, QualityReport, assess
from drafter.exports.quality.scoring import Weights, read_weights
from drafter.model import N_, DrafterError

QUALITY_ENDINGS = (".html", ".docx", ".json")


def write_quality(report: QualityReport, path: Path) -> None:
    """Write a report: a page, a Word file, or its figures as JSON, by the ending of the name.

    Raises:
        DrafterError: the ending is not known, or the file can't be written; an old file there is untouched.
    """
    from drafter.exports.atomic import write_atomically  # what writes is needed only here

    ending = path.suffix.lower()
    if ending == ".html":
        from drafter.exports.html.report import page

        data = page(report).encode()
    elif ending == ".docx":
        from drafter.exports.docx.report import build

        data = build(report)
    elif ending == ".json":
        from drafter.exports.quality.record import record

        # A lone surrogate of a damaged file is no character and stays escaped.
        data = (json.dumps(record(report), ensure_ascii=True, indent=1) + "\n").encode()
    else:
        raise DrafterError(
            N_("“{name}” can't be written: a quality report is one of {endings}. Choose one of these endings."),
            name=path.name, endings=", ".join(QUALITY_ENDINGS),
        )  # fmt: skip
    write_atomically(path, data)


__all__ = [
    "QUALITY_ENDINGS",
    "Assessment",
    "QualityOptions",
    "QualityReport",
    "Weights",
    "assess",
    "read_weights",
    "write_quality",
]
