"""Means to look into written Word files."""

import io
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from lxml import etree

from drafter.exports.docx import DocxOptions, docx_bytes
from drafter.exports.snapshot import ReviewSnapshot
from drafter.model import Clause

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

ALL_OPTIONS = tuple(
    DocxOptions(layout, style, tracked, commented)
    for layout in ("table", "interleaved", "zh", "en")
    for style in ("plain", "gbt9704")
    for tracked in (False, True)
    for commented in (False, True)
)


def named(options: DocxOptions) -> str:
    """Give options a name for test reports."""
    extras = ["tracked"] * options.track_changes + ["commented"] * options.comments
    return "-".join((options.layout, options.style, *extras))


@dataclass(frozen=True)
class Written:
    """A Word file to look into."""

    data: bytes

    @cached_property
    def parts(self) -> dict[str, bytes]:
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    @cached_property
    def document(self) -> etree._Element:
        return etree.fromstring(self.parts["word/document.xml"])

    @property
    def text(self) -> str:
        return "".join(node.text or "" for node in self.document.iter(f"{W}t"))

    def attributes(self, name: str, attribute: str) -> list[str]:
        return [node.get(f"{W}{attribute}", "") for node in self.document.iter(f"{W}{name}")]


def written(snapshot: ReviewSnapshot, options: DocxOptions | None = None) -> Written:
    """Write a review and give the file to look into."""
    return Written(docx_bytes(snapshot, options or DocxOptions()))


def squeezed(text: str) -> str:
    """Give a text with every stretch of blanks as one space."""
    return re.sub(r"\s+", " ", text).strip()


def as_read_by_pandoc(path: Path, changes: str) -> list[str]:
    """Give the paragraphs that an independent reader sees, with all changes accepted or rejected."""
    pandoc = shutil.which("pandoc")
    assert pandoc
    command = [pandoc, "-f", "docx", "-t", "json", f"--track-changes={changes}", str(path)]
    tree = json.loads(subprocess.run(command, capture_output=True, check=True, timeout=60).stdout)
    return [text for text in map(squeezed, _paragraphs(tree["blocks"])) if text]


def _paragraphs(node: Any) -> Iterator[str]:
    if isinstance(node, dict) and node.get("t") in ("Para", "Plain"):
        yield _inline(node["c"])
    elif isinstance(node, dict) and node.get("t") == "Header":
        yield _inline(node["c"][2])
    elif isinstance(node, dict):
        yield from _paragraphs(list(node.values()))
    elif isinstance(node, list):
        for child in node:
            yield from _paragraphs(child)


def _inline(node: Any) -> str:
    if isinstance(node, list):
        return "".join(_inline(child) for child in node)
    if not isinstance(node, dict):
        return ""
    if node["t"] in ("Space", "SoftBreak", "LineBreak"):
        return " "
    return str(node["c"]) if node["t"] == "Str" else _inline(node.get("c", []))


def expected_paragraphs(snapshot: ReviewSnapshot, options: DocxOptions, text: str) -> list[str]:
    """Give the paragraphs that a file must hold.

    Args:
        snapshot: the review.
        options: how it is written.
        text: "text" as corrected, "original" as loaded.
    """

    def lines(clause: Clause, *sides: str) -> list[str]:
        return [line for side in sides for line in getattr(getattr(clause, side), text).split("\n")]

    if options.layout == "table":
        found = [snapshot.title, "No.", "Chinese", "English"]
        for clause in snapshot.clauses:
            found += [str(clause.id), *lines(clause, "zh", "en")]
    else:
        sides = ("zh", "en") if options.layout == "interleaved" else (options.layout,)
        found = [line for clause in snapshot.clauses for line in lines(clause, *sides)]
    return [line for line in map(squeezed, found) if line]
