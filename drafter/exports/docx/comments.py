"""Open findings as Word comments."""

from collections.abc import Iterable, Iterator
from typing import Final

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE

from drafter.exports.docx.flow import Place
from drafter.exports.docx.runs import Look, run
from drafter.exports.docx.xml import Element, element, value
from drafter.i18n import _, language, shown
from drafter.model import Finding

AUTHOR: Final = "Drafter"
"""The program speaks, not a person; no date, for that would tell when the file was made."""

INITIALS: Final = "D"


class Comments:
    """The comments of one file, collected while its text is written."""

    def __init__(self, ids: Iterator[int]) -> None:
        self._ids = ids
        self._elements: list[Element] = []

    def place(self, findings: Iterable[Finding]) -> list[Place]:
        """Make a comment of each finding and give the places in the text where they belong."""
        return [Place(self._add(finding), *finding.span) for finding in findings]

    def _add(self, finding: Finding) -> int:
        number = next(self._ids)
        self._elements.append(element("comment", *_paragraphs(finding), id=number, author=AUTHOR, initials=INITIALS))
        return number

    def attach(self, document: Document) -> None:
        """Put the collected comments into the file; without any, it gets no part for them."""
        if not self._elements:
            return
        if not len(document.comments):  # asking for them makes the part
            part = document.part.part_related_by(RELATIONSHIP_TYPE.COMMENTS)
            part.element.extend(self._elements)  # type: ignore[attr-defined]  # known only as the general kind of part


def _paragraphs(finding: Finding) -> list[Element]:
    look = Look("zh" if language() == "zh" else "en")
    texts = [shown(finding.message)]
    if finding.fix and finding.fix.text not in texts[0]:
        texts.append(_("Should read: {text}", text=finding.fix.text))
    elif finding.fix and not finding.fix.text:
        texts.append(_("Should be deleted."))
    made = [element("p", element("pPr", value("pStyle", "CommentText")), run(text, look)) for text in texts]
    mark = element("r", element("rPr", value("rStyle", "CommentReference")), element("annotationRef"))
    made[0].insert(1, mark)
    return made
