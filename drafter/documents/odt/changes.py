"""Tracked changes: what was deleted stands apart, what was inserted stands between two marks."""

from drafter.documents.odt.names import XML_ID, office, text
from drafter.documents.xml import Element


class Changes:
    """The changes of a document by their ids.

    Attributes:
        count: how many there are.
        insertions: ids of insertions.
        deletions: what was deleted, by id.
    """

    def __init__(self, body: Element) -> None:
        """Index the changes.

        Args:
            body: the text's body.
        """
        self.count = 0
        self.insertions: set[str] = set()
        self.deletions: dict[str, list[Element]] = {}
        for region in body.iter(text("changed-region")):
            key = region.get(text("id")) or region.get(XML_ID) or ""
            self.count += 1
            if region.find(text("insertion")) is not None:
                self.insertions.add(key)
            deletion = region.find(text("deletion"))
            if deletion is not None:
                self.deletions[key] = [child for child in deletion if child.tag != office("change-info")]
