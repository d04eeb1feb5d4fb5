"""Comments: what they say stands at the end, what they are about is marked in the text."""

import re
from collections.abc import Sequence
from typing import Final

from drafter.documents.docx.comments import Anchors, Mark
from drafter.documents.odt import names
from drafter.documents.odt.names import office
from drafter.documents.xml import Element
from drafter.model import Comment

_TIME: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?", re.ASCII)
_FRACTION: Final = re.compile(r"\.\d+")


class Comments:
    """The comments of a document.

    Attributes:
        elements: the comments in the order of the text.
        anchors: what they are about, by the number of the comment.
    """

    def __init__(self) -> None:
        self.elements: list[Element] = []
        self.anchors = Anchors()
        self._numbers: dict[str, str] = {}

    def begin(self, element: Element, offset: int) -> list[Mark]:
        """Give the marks of an annotation that stands at a place in the open paragraph's text."""
        number = str(len(self.elements))
        self.elements.append(element)
        name = element.get(office("name"))
        if name is None:
            return [Mark("reference", number, offset)]
        self._numbers[name] = number
        return [Mark("start", number, offset)]

    def end(self, element: Element, offset: int) -> list[Mark]:
        """Give the marks of the end of an annotation; none where it has no beginning."""
        number = self._numbers.get(element.get(office("name"), ""))
        return [] if number is None else [Mark("end", number, offset)]

    def tied(self, texts: Sequence[str]) -> tuple[Comment, ...]:
        """Give the comments.

        Args:
            texts: what each says.
        """
        found = []
        for number, (element, text) in enumerate(zip(self.elements, texts, strict=True)):
            paragraph, start, end = self.anchors.spans.get(str(number), (None, 0, 0))
            parent = self._numbers.get(element.get(f"{names.LO}parent-name", ""))
            found.append(
                Comment(
                    paragraph,
                    start,
                    end,
                    author=(element.findtext(f"{names.DC}creator") or "").strip(),
                    time=_time((element.findtext(f"{names.DC}date") or "").strip()),
                    text=text,
                    # A reply stands behind what it replies to.
                    parent=int(parent) if parent is not None and int(parent) < number else None,
                    done=element.get(f"{names.LO}resolved") == "true",
                )
            )
        return tuple(found)


def _time(text: str) -> str:
    """Give a time without the fractions of a second, of which LibreOffice writes nine digits."""
    text = _FRACTION.sub("", text)
    return text if _TIME.fullmatch(text) else ""
