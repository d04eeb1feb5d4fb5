"""What the user chooses about a Word export."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Layout = Literal["table", "interleaved", "zh", "en"]
"""A table of both languages, paragraph under paragraph, or one language alone."""

Style = Literal["gbt9704", "plain"]
"""The page and type of Chinese official documents, or an ordinary page."""


@dataclass(frozen=True, slots=True)
class DocxOptions:
    """The choices for one Word file.

    Attributes:
        layout: how the two languages stand on the page.
        style: page, type and page numbers.
        track_changes: whether the corrections stand as revisions against the text as loaded.
        comments: whether open findings, notes and the reasons of corrections stand as comments.
        tags: whether the table has a column with the concepts on each clause.
        cover: whether a title page stands before the text, with both titles, the document number, issuer and date.
        findings: whether the table has a column with the open findings.
        notes: whether the table has a column with the notes of reviewers.
        scripts: whether figures of formulas stand below the line, and powers of units above it.
        returnable: whether the table bears what its rows are known by, so that it can be taken back in.
        names: whether corrections and notes bear the names of those who made them.
        template: an office's own Word file that the text is put into, None for a page of ours.
    """

    layout: Layout = "table"
    style: Style = "plain"
    track_changes: bool = False
    comments: bool = False
    tags: bool = False
    cover: bool = False
    findings: bool = False
    notes: bool = False
    scripts: bool = False
    returnable: bool = False
    names: bool = True
    template: Path | None = None

    @property
    def for_review(self) -> bool:
        """Whether the file goes to somebody who works on, not to print."""
        return self.track_changes or self.comments
