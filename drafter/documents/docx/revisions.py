"""Tracked changes: which elements and properties a view shows."""

from drafter.documents.docx import names
from drafter.documents.docx.names import w
from drafter.documents.view import View
from drafter.documents.xml import Element


class Revisions:
    """What is shown with all changes accepted, or with all rejected.

    Attributes:
        skipped: the elements around what is not shown; also the marks of rows' and paragraphs' ends that are not.
        row: the mark of a table row that is not shown.
        cell: the mark of a table cell that is not shown.
    """

    def __init__(self, view: View) -> None:
        self._original = view == "original"
        self.skipped = names.INSERTED if self._original else names.DELETED
        self.row = w("ins") if self._original else w("del")
        self.cell = w("cellIns") if self._original else w("cellDel")

    def paragraph_properties(self, paragraph: Element) -> Element | None:
        """Give a paragraph's properties, in the original view those before a tracked change."""
        return self._before(paragraph.find(names.P_PR), "pPrChange", names.P_PR)

    def run_properties(self, run: Element) -> Element | None:
        """Give a run's properties, in the original view those before a tracked change."""
        return self._before(run.find(names.R_PR), "rPrChange", names.R_PR)

    def _before(self, properties: Element | None, change: str, tag: str) -> Element | None:
        if not self._original or properties is None:
            return properties
        before = properties.find(f"{w(change)}/{tag}")
        return properties if before is None else before

    def shows_numbering(self, numbering: Element | None) -> bool:
        """Tell whether a `w:numPr` counts: one that was inserted is not in the original."""
        return not (self._original and numbering is not None and numbering.find(w("ins")) is not None)
