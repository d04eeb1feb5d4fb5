"""An RTF document's bytes to a `Document`."""

from collections import Counter
from dataclasses import replace

from drafter.documents.collect import Collector
from drafter.documents.report import Tally, notices
from drafter.documents.rtf.annotations import comments_of
from drafter.documents.rtf.parser import Parser
from drafter.documents.rtf.story import Found
from drafter.documents.view import View
from drafter.model import N_, Document, Message, Notice


def read_rtf(data: bytes, name: str, ending: str, view: View) -> Document:
    """Read an RTF document.

    Args:
        data: the file's bytes.
        name: its name, for messages.
        ending: its ending in lower case, with the dot; "" for none.
        view: tracked changes accepted ("final") or rejected ("original").

    Raises:
        UnreadableError: it shows no text, or is made to exhaust its reader.
    """
    tally = Tally()
    parser = Parser(name, view, tally)
    parser.read(data)
    collector = Collector(name)
    tables: dict[int, int] = {}
    stories = parser.stories
    found_in_text = _without_frames(stories.body.found)
    for one in [*found_in_text, *(one for comment in stories.annotations for one in comment.found)]:
        cell = one.cell
        if cell is not None:
            if cell[0] not in tables:
                tables[cell[0]] = collector.table()
            cell = (tables[cell[0]], *cell[1:])
        collector.add(one.text, part=one.part, number=one.number, level=one.level, style=one.style, cell=cell)
    found = []
    if ending != ".rtf":
        template = N_("“{name}” is an RTF document whatever its ending says, and was read as such.")
        # Word itself saves RTF under .doc, so that this is no surprise.
        found.append(Notice(Message(template, {"name": name}), warning=ending != ".doc"))
    return Document(
        name=name,
        format="rtf",
        paragraphs=collector.finished(),
        data=data,
        notices=tuple(found + notices(tally, view)),
        comments=comments_of(found_in_text, stories.annotations),
    )


def _without_frames(paragraphs: list[Found]) -> list[Found]:
    """Take tables of one cell for what they are: frames around text."""
    cells = Counter(cell[0] for cell in {one.cell for one in paragraphs if one.cell is not None})
    return [
        replace(one, cell=None, part="body") if one.cell is not None and cells[one.cell[0]] == 1 else one
        for one in paragraphs
    ]
