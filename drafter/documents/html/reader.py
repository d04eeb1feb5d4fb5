"""A web page's bytes to a `Document`."""

from typing import Final

from drafter.documents.collect import Collector, with_number
from drafter.documents.encodings import ENCODING_NAMES
from drafter.documents.html import lines
from drafter.documents.html.article import is_word_processors, own_blocks
from drafter.documents.html.blocks import Block, BlockReader
from drafter.documents.html.encoding import PageText, decode_page
from drafter.documents.html.mhtml import page_inside
from drafter.documents.html.tree import parse_page
from drafter.documents.report import Tally, notices
from drafter.documents.view import View
from drafter.model import N_, Document, Message, Notice

_ENDINGS: Final = frozenset({".html", ".htm", ".xhtml", ".shtml", ".mht", ".mhtml"})


def read_html(data: bytes, name: str, ending: str, view: View, *, archive: bool = False) -> Document:
    """Read a saved web page.

    Args:
        data: the file's bytes.
        name: its name, for messages.
        ending: its ending in lower case, with the dot; "" for none.
        view: insertions and deletions marked in the page accepted ("final") or rejected ("original").
        archive: whether the page stands in a web archive.

    Raises:
        UnreadableError: the page shows no text, or is made to exhaust its reader.
    """
    page, declared = page_inside(data, name) if archive else (data, "")
    source = decode_page(page, declared)
    root = parse_page(source.text, name)
    tally = Tally()
    reader = BlockReader(view, tally, name)
    reader.read(root)
    blocks = reader.blocks
    # Whose page it is must be known before anything is left out.
    whole = is_word_processors(root, source.text)
    own = list(range(len(blocks))) if whole else own_blocks(blocks, reader.spans, root)
    kept = [blocks[index] for index in own]
    tally.pictures = sum(own[0] <= place <= own[-1] + 1 for place in reader.pictures) if own else 0
    collector = Collector(name)
    _collect(kept, collector)
    paragraphs = collector.finished()
    tally.comments = sum(block.part == "comment" for block in kept)
    found = _page_notices(source, name, ending)
    left_out = sum(bool(block.text) for block in blocks) - sum(bool(block.text) for block in kept)
    if left_out:
        template = N_("Blocks of the web page around the text (menus, footers, links) left out: {n}.")
        found.append(Notice(Message(template, {"n": left_out})))
    return Document(
        name=name,
        format="html",
        paragraphs=paragraphs,
        data=data,
        encoding="" if archive else source.encoding,
        notices=tuple(found + notices(tally, view)),
    )


def _collect(blocks: list[Block], collector: Collector) -> None:
    tables: dict[int, int] = {}
    order = [*(one for one in blocks if one.part != "comment"), *(one for one in blocks if one.part == "comment")]
    for block in order:
        cell = block.cell
        if cell is not None:
            # Tables of the site that were left out don't count.
            if cell[0] not in tables:
                tables[cell[0]] = collector.table()
            cell = (tables[cell[0]], *cell[1:])
        number = block.number
        for text in lines.paragraphs(block.text) or [""]:
            collector.add(with_number(number, text), part=block.part, number=number, level=block.level, cell=cell)
            number = ""


def _page_notices(source: PageText, name: str, ending: str) -> list[Notice]:
    found = []
    label = ENCODING_NAMES.get(source.encoding, source.encoding)
    if ending not in _ENDINGS:
        template = N_("“{name}” is a web page whatever its ending says, and was read as such.")
        found.append(Notice(Message(template, {"name": name}), warning=True))
    if source.lost:
        template = N_("Characters of the page that could not be read: {n}, shown as “\ufffd”.")
        found.append(Notice(Message(template, {"n": source.lost}), warning=True))
    if source.guessed:
        template = N_("The text is most likely in {encoding}: check that its characters are right.")
        found.append(Notice(Message(template, {"encoding": label}), warning=True))
    elif source.contradicted:
        template = N_("The page says that it is in {declared}, but it is in {encoding}, and was read so.")
        found.append(Notice(Message(template, {"declared": source.contradicted, "encoding": label})))
    return found
