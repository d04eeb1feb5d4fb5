"""Open findings as Word comments."""

from collections.abc import Iterable, Iterator
from typing import Final

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE

from drafter.exports.difference import Stamp
from drafter.exports.docx.flow import Place
from drafter.exports.docx.runs import Look, run
from drafter.exports.docx.xml import Element, element, value
from drafter.i18n import _, language, shown
from drafter.model import Finding

AUTHOR: Final = "Drafter"
"""The program speaks, not a person; no date, for that would tell when the file was made."""

INITIALS: Final = "D"
_LONGEST_QUOTE: Final = 40


class Comments:
    """The comments of one file, collected while its text is written."""

    def __init__(self, ids: Iterator[int]) -> None:
        self._ids = ids
        self._elements: list[Element] = []

    def place(self, findings: Iterable[Finding]) -> list[Place]:
        """Make a comment of each finding and give the places in the text where they belong."""
        return [Place(self._add(said(finding), Stamp(AUTHOR), INITIALS), *finding.span) for finding in findings]

    def remark(self, words: str, stamp: Stamp, length: int) -> Place:
        """Make a comment of somebody's words on a whole text.

        Args:
            words: what is said.
            stamp: who says it, and when.
            length: how long the text is.
        """
        return Place(self._add([words], stamp, stamp.author[:1]), 0, length)

    def _add(self, texts: Iterable[str], stamp: Stamp, initials: str) -> int:
        number = next(self._ids)
        date = {"date": stamp.time} if stamp.time else {}
        paragraphs = _paragraphs(texts)
        self._elements.append(
            element("comment", *paragraphs, id=number, author=stamp.author, initials=initials, **date)
        )
        return number

    def attach(self, document: Document) -> None:
        """Put the collected comments into the file; without any, it gets no part for them."""
        if not self._elements:
            return
        if not len(document.comments):  # asking for them makes the part
            part = document.part.part_related_by(RELATIONSHIP_TYPE.COMMENTS)
            part.element.extend(self._elements)  # type: ignore[attr-defined]  # known only as the general kind of part


def quoted(words: str) -> str:
    """Give the words that a finding is about in quotation marks; "" where something is missing."""
    text = " ".join(words.split())
    shown_ = text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"
    return f"“{shown_}”" if text else ""


def said(finding: Finding) -> list[str]:
    """Say what is wrong, and what it should read."""
    texts = [shown(finding.message)]
    if finding.fix and finding.fix.text not in texts[0]:
        texts.append(_("Should read: {text}", text=finding.fix.text))
    elif finding.fix and not finding.fix.text:
        texts.append(_("Should be deleted."))
    return texts


def _paragraphs(texts: Iterable[str]) -> list[Element]:
    look = Look("zh" if language() == "zh" else "en")
    lines = [line for text in texts for line in text.split("\n")]
    made = [element("p", element("pPr", value("pStyle", "CommentText")), run(line, look)) for line in lines]
    mark = element("r", element("rPr", value("rStyle", "CommentReference")), element("annotationRef"))
    made[0].insert(1, mark)
    return made
