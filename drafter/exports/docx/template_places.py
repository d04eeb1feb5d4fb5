"""The places of an office's template: `{{body}}` for the text, `{{title}}` and the like for what is known of it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Final, cast

from docx.document import Document

from drafter.exports.characters import legal
from drafter.exports.docx.package import stories
from drafter.exports.docx.roles import Role, clause_role, official_roles, title_clauses
from drafter.exports.docx.splitting import visible
from drafter.exports.docx.xml import XML_SPACE, Element, W, element
from drafter.exports.snapshot import ReviewSnapshot
from drafter.model import N_, Clause, Message, Side

BODY: Final = "body"
_ROLES: Final[Mapping[str, Role]] = {
    "title": "Title", "number": "DocNo", "date": "Date", "to": "To", "issuer": "Sign",
}  # fmt: skip
KNOWN: Final = (BODY, *_ROLES)
"""What may stand in a place."""

_PLACE: Final = re.compile(r"\{\{\s*([A-Za-z_]{1,20})\s*\}\}")
_SIDES: Final[tuple[Side, Side]] = ("zh", "en")


class Places:
    """The places that a template has.

    Attributes:
        section: the properties of the section in which the text will stand.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._body: Element = document.element.body
        paragraphs = list(self._body.iter(f"{W}p"))
        self._here = next((one for one in paragraphs if _alone(one) == BODY), None)
        self.section = self._section()

    def _section(self) -> Element:
        if self._here is not None:
            top = self._here
            while top.getparent() is not self._body:
                top = next(top.iterancestors())
            stretch: list[Element] = [top, *top.itersiblings()]
            for following in stretch:
                found = next(following.iter(f"{W}sectPr"), None)
                if found is not None:
                    return found
        return self._end()

    def _end(self) -> Element:
        return cast("Element", self._document.element.body.get_or_add_sectPr())

    def fill(self, snapshot: ReviewSnapshot, body: Sequence[Element], *, alone: Side | None) -> tuple[Message, ...]:
        """Put text and fields in; what went into a place of its own no longer stands in the text.

        Returns:
            Which places stayed empty or are not known.
        """
        texts = fields(snapshot, alone or "zh")
        if alone is None and "title" not in texts:
            texts |= {name: text for name, text in fields(snapshot, "en").items() if name == "title"}
        parts = list(body)
        empty, unknown = set(), set()
        spare = False
        for root in stories(self._document):
            for paragraph in list(root.iter(f"{W}p")):
                for name in _names(paragraph):
                    if name not in KNOWN:
                        unknown.add(name)
                    elif name == BODY:
                        if paragraph is not self._here:
                            _put(paragraph, BODY, "", [])
                            spare = True
                    else:
                        if name not in texts:
                            empty.add(name)
                        lifted = _lifted(parts, texts.get(name, "")) if _alone(paragraph) == name else []
                        _put(paragraph, name, texts.get(name, ""), lifted)
        self._put_body(parts or [element("p")])
        return tuple(_told(empty, unknown, spare=spare))

    def _put_body(self, parts: Sequence[Element]) -> None:
        if self._here is None:
            end = self._end()
            for part in parts:
                end.addprevious(part)
            return
        for part in parts:
            self._here.addprevious(part)
        holder = self._here.getparent()
        ends_section = self._here.find(f"{W}pPr/{W}sectPr") is not None
        last_of_cell = holder is not self._body and self._here.getnext() is None and parts[-1].tag != f"{W}p"
        if ends_section or last_of_cell:
            _put(self._here, BODY, "", [])
        elif holder is not None:
            holder.remove(self._here)


def _told(empty: set[str], unknown: set[str], *, spare: bool) -> Iterator[Message]:
    if spare:
        yield Message(
            N_("The text stands once, where the first {place} is a paragraph of its own, else at the end; "
               "other places of that name stay empty."),
            {"place": _listed({BODY})},
        )  # fmt: skip
    if empty:
        yield Message(
            N_("These places of the template stay empty, for the text has nothing for them: {names}."),
            {"names": _listed(empty)},
        )
    if unknown:
        yield Message(
            N_("The template has places that Drafter doesn't know: {names}. It knows {known}."),
            {"names": _listed(unknown), "known": _listed(KNOWN)},
        )


def _listed(names: set[str] | tuple[str, ...]) -> str:
    return ", ".join(f"{{{{{name}}}}}" for name in (names if isinstance(names, tuple) else sorted(names)))


def fields(snapshot: ReviewSnapshot, side: Side) -> dict[str, str]:
    """Give what is known of a document in one language by the names of places; a clause is told by its Chinese."""
    titles = title_clauses(snapshot)
    clauses = [clause for clause in snapshot.clauses if any(clause.side(one).text.strip() for one in _SIDES)]
    roles = official_roles([clause_role(clause, titles) for clause in clauses], [one.zh.text for one in clauses])
    found: dict[str, str] = {}
    for name, role in _ROLES.items():
        texts = [_squeezed(clause, side) for clause, own in zip(clauses, roles, strict=True) if own == role]
        text = ("" if side == "zh" else " ").join(texts) if name == "title" else next(iter(texts), "")
        if text:
            found[name] = text
    return found


def _squeezed(clause: Clause, side: Side) -> str:
    return " ".join(clause.side(side).text.split())


def _lifted(parts: list[Element], text: str) -> list[Element]:
    """Take the paragraphs that read as a text out of the parts and give what stands in them, changes and all."""
    wanted = _bare(text)
    for start in range(len(parts) if wanted else 0):
        joined = ""
        for end in range(start, len(parts)):
            if parts[end].tag != f"{W}p" or not wanted.startswith(joined):
                break
            joined += _bare(visible(parts[end]))
            if joined == wanted:
                taken = parts[start : end + 1]
                del parts[start : end + 1]
                return [child for one in taken for child in one if child.tag != f"{W}pPr"]
    return []


def _bare(text: str) -> str:
    return "".join(text.split())


# --- places in paragraphs --------------------------------------------------------------------------------------------


def _text_nodes(paragraph: Element) -> list[Element]:
    return [one for one in paragraph.iter(f"{W}t") if next(one.iterancestors(f"{W}p"), None) is paragraph]


def _reading(paragraph: Element) -> str:
    return "".join(one.text or "" for one in _text_nodes(paragraph))


def _names(paragraph: Element) -> list[str]:
    return [found[1].lower() for found in _PLACE.finditer(_reading(paragraph))]


def _alone(paragraph: Element) -> str:
    """Name the place that is all of a paragraph's text; "" where there is none."""
    found = _PLACE.fullmatch(_reading(paragraph).strip())
    return found[1].lower() if found else ""


def _put(paragraph: Element, name: str, text: str, lifted: Sequence[Element]) -> None:
    """Put a text, or what was lifted out of the body, where a place stands.

    Word processors cut a place into runs as they like. What is put in looks as the first sign of the place does.
    """
    nodes = _text_nodes(paragraph)
    found = next((one for one in _PLACE.finditer(_reading(paragraph)) if one[1].lower() == name), None)
    if found is None:
        return
    position = 0
    first: Element | None = None
    for node in nodes:
        own = node.text or ""
        start, end = max(found.start() - position, 0), min(found.end() - position, len(own))
        if start < end:
            filling = legal(text) if first is None and not lifted else ""
            node.text = own[:start] + filling + own[end:]
            node.set(XML_SPACE, "preserve")
            first = node if first is None else first
        position += len(own)
    if first is not None and lifted:
        run = next(first.iterancestors(f"{W}r"))
        look = run.find(f"{W}rPr")
        for child in lifted:
            for made in child.iter(f"{W}r"):
                _dress(made, look)
            run.addprevious(child)
        holder = run.getparent()
        if holder is not None:
            holder.remove(run)


def _dress(run: Element, look: Element | None) -> None:
    """Let a run look as the place does in which it is put."""
    own = run.find(f"{W}rPr")
    if own is None or own.find(f"{W}rStyle") is not None:
        return  # the mark of a comment
    run.remove(own)
    if look is not None:
        run.insert(0, deepcopy(look))
