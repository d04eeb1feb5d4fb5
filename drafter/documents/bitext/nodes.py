"""Elements of an XML file with the places of their tags, so that what stands between them can be put in place."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from drafter.documents import limits
from drafter.documents.errors import UnreadableError
from drafter.model import N_

COMMENT: Final = "#comment"
INSTRUCTION: Final = "#instruction"
CDATA: Final = "#cdata"
XML_LANG: Final = "http://www.w3.org/XML/1998/namespace lang"
XML_SPACE: Final = "http://www.w3.org/XML/1998/namespace space"
SDL: Final = "http://sdl.com/FileTypes/SdlXliff/1.0 "
MEMOQ: Final = "MQXliff "
"""Before the names of elements and attributes of these makes."""

_CHUNK: Final = 1 << 16
_DOCTYPES: Final = ("tmx", "xliff")
_SPECIAL: Final = (
    r"<!\[CDATA\[(?P<cdata>.*?)\]\]>|&#x(?P<hex>[0-9a-fA-F]+);|&#(?P<number>[0-9]+);|&(?P<name>\w+);|\r\n?"
)
_ATOM: Final = re.compile(_SPECIAL + "|.", re.DOTALL)
_NO_LETTER: Final = re.compile(_SPECIAL, re.DOTALL)
_NAMED: Final = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_WIDEST: Final = 400
_TAG: Final = re.compile(rb"<[^>]*>")


@dataclass(slots=True)
class Node:
    """An element, a comment, an instruction or a CDATA section; all places are bytes of the file in UTF-8.

    Attributes:
        name: an element's name without prefix; "namespace name" where it is not in the namespace of the root.
        attributes: its attributes, named likewise.
        start: where its first tag begins.
        inside: where its first tag ends.
        outside: where its last tag begins; equal to `inside` where it is empty.
        end: where its last tag ends.
        children: what stands in it, text apart.
        path: the elements around it, the root first, where it was asked for; they have no children.
    """

    name: str
    attributes: Mapping[str, str]
    start: int
    inside: int = 0
    outside: int = 0
    end: int = 0
    children: "list[Node]" = field(default_factory=list)
    path: "tuple[Node, ...]" = ()

    def get(self, name: str) -> str:
        """Give an attribute, "" where it is not there."""
        return self.attributes.get(name, "")

    def child(self, name: str) -> "Node | None":
        """Give the first child of a name."""
        return next((child for child in self.children if child.name == name), None)

    def all(self, name: str) -> "list[Node]":
        """Give the children of a name."""
        return [child for child in self.children if child.name == name]


def nodes(utf8: bytes, name: str, wanted: frozenset[str]) -> Iterator[Node]:
    """Give the elements of certain names in order, each with all that stands in it.

    Args:
        utf8: the file in UTF-8.
        name: the file's name, for messages.
        wanted: names of elements; one that stands inside another is not given by itself.

    Raises:
        UnreadableError: it is no well-formed XML, or made to exhaust or mislead a parser.
    """
    if utf8.count(b"<") > limits.TAGS:
        raise UnreadableError(N_("“{name}” is too large to be read: split it in the translation tool."), name=name)
    builder = _Builder(name, wanted)
    for start in range(0, len(utf8), _CHUNK):
        builder.feed(utf8[start : start + _CHUNK])
        yield from builder.taken()
    builder.close(len(utf8))
    yield from builder.taken()


class _Builder:
    """Follows the parser's events. Where a tag ends is known when the next thing begins."""

    def __init__(self, name: str, wanted: frozenset[str]) -> None:
        self._name = name
        self._wanted = wanted
        self._core = ""
        self._path: list[Node] = []
        self._open: list[Node] = []
        self._beginning: Node | None = None  # its first tag ends where the next thing begins
        self._ending: list[Node] = []
        self._done: list[Node] = []
        parser = self._parser = expat.ParserCreate("utf-8", " ")
        parser.StartElementHandler = self._on_start
        parser.EndElementHandler = self._on_end
        parser.CharacterDataHandler = self._on_other
        parser.CommentHandler = lambda _text: self._on_whole(COMMENT)
        parser.ProcessingInstructionHandler = lambda _target, _text: self._on_whole(INSTRUCTION)
        parser.StartCdataSectionHandler = lambda: self._on_cdata()
        parser.EndCdataSectionHandler = lambda: self._on_cdata_end()
        parser.StartDoctypeDeclHandler = self._on_doctype
        parser.SkippedEntityHandler = self._on_entity
        parser.DefaultHandler = self._on_other

    # --- feeding ---------------------------------------------------------------------------------------------------

    def feed(self, data: bytes) -> None:
        """Read on."""
        self._guarded(lambda: self._parser.Parse(data, False))

    def close(self, length: int) -> None:
        """Read to the end."""
        self._guarded(lambda: self._parser.Parse(b"", True))
        self._settle(length)

    def _guarded(self, parse: Callable[[], object]) -> None:
        try:
            parse()
        except expat.ExpatError as error:
            raise self._damaged(error.lineno) from None

    def _damaged(self, line: int) -> UnreadableError:
        return UnreadableError(
            N_("“{name}” is damaged (line {line}): have the translation tool write it anew."),
            name=self._name, line=line,
        )  # fmt: skip

    def taken(self) -> list[Node]:
        """Give what is complete, once."""
        done, self._done = self._done, []
        return done

    # --- events ----------------------------------------------------------------------------------------------------

    def _settle(self, place: int) -> None:
        """Note where the tags ended that came before."""
        if self._beginning is not None:
            self._beginning.inside, self._beginning = place, None
        for node in self._ending:
            node.end = place
            if node.path:
                self._done.append(node)
        self._ending.clear()

    def _on_other(self, _text: str) -> None:
        self._settle(self._parser.CurrentByteIndex)

    def _on_entity(self, _name: str, _parameter: bool) -> None:
        raise self._damaged(self._parser.CurrentLineNumber)

    def _on_doctype(self, root: str, _system: str | None, _public: str | None, inner: bool) -> None:
        # Memories name their document type and nothing more; what it points to is never fetched.
        if inner or root.rpartition(":")[2].lower() not in _DOCTYPES:
            raise UnreadableError(
                N_(
                    "“{name}” holds a document type declaration in “{part}”, which no sound document has: "
                    "don't trust it."
                ),
                name=self._name, part=self._name,
            )  # fmt: skip

    def _named(self, name: str) -> str:
        return name[len(self._core) + 1 :] if self._core and name.startswith(self._core + " ") else name

    def _on_start(self, name: str, attributes: dict[str, str]) -> None:
        place = self._parser.CurrentByteIndex
        self._settle(place)
        if not self._path and not self._open:
            self._core = name.rpartition(" ")[0]
        node = Node(self._named(name), attributes, place)
        self._beginning = node
        if len(self._path) + len(self._open) >= limits.NESTING:
            raise UnreadableError(
                N_("“{name}” is nested too deeply to be a translation file: don't trust it."), name=self._name
            )
        if self._open:
            self._open[-1].children.append(node)
            self._open.append(node)
        elif node.name in self._wanted:
            node.path = tuple(self._path)
            self._open.append(node)
        else:
            self._path.append(node)

    def _on_end(self, _name: str) -> None:
        place = self._parser.CurrentByteIndex
        self._settle(place)
        if self._open:
            node = self._open.pop()
            node.outside = place
            self._ending.append(node)
        else:
            self._path.pop()

    def _on_whole(self, name: str) -> None:
        place = self._parser.CurrentByteIndex
        self._settle(place)
        if self._open:
            node = Node(name, {}, place, place, place)
            self._open[-1].children.append(node)
            self._ending.append(node)

    def _on_cdata(self) -> None:
        place = self._parser.CurrentByteIndex
        self._settle(place)
        if self._open:
            self._open[-1].children.append(Node(CDATA, {}, place))

    def _on_cdata_end(self) -> None:
        self._settle(self._parser.CurrentByteIndex)
        if self._open:
            self._ending.append(self._open[-1].children[-1])


# --- text -------------------------------------------------------------------------------------------------------------


def atoms(raw: bytes) -> list[tuple[str, bytes]]:
    """Cut text as a file has it into characters, each with the bytes that stand for it.

    Args:
        raw: text of a well-formed file, references and CDATA sections included.
    """
    return [
        (character, written) for match in _ATOM.finditer(raw.decode("utf-8")) for character, written in _read(match)
    ]


def text_of(raw: bytes) -> str:
    """Give text as a reader of the file understands it."""
    if b"&" not in raw and b"\r" not in raw and b"<" not in raw:
        return raw.decode("utf-8")
    return _NO_LETTER.sub(lambda match: "".join(one for one, _written in _read(match)), raw.decode("utf-8"))


def escaped(text: str) -> bytes:
    """Write characters so that they are text."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").encode("utf-8")


def _read(match: re.Match[str]) -> list[tuple[str, bytes]]:
    raw = match.group()
    if (cdata := match["cdata"]) is not None:
        whole = cdata.replace("\r\n", "\n").replace("\r", "\n")
        return [(character, escaped(character)) for character in whole]
    if match["hex"]:
        return [(chr(int(match["hex"], 16)), raw.encode())]
    if match["number"]:
        return [(chr(int(match["number"].lstrip("0") or "0")), raw.encode())]
    if match["name"]:
        return [(_NAMED.get(match["name"], raw), raw.encode())]
    return [("\n" if raw[0] == "\r" else raw, raw.encode("utf-8"))]


def blank_before(utf8: bytes, node: Node) -> bytes:
    """Give the line end and the blanks that an element stands behind, for one that comes beside it; b"" for none."""
    before = utf8[max(0, node.start - _WIDEST) : node.start]
    blank = before[len(before.rstrip(b" \t\r\n")) :]
    return blank if b"\n" in blank or b"\r" in blank else b""


def words_of(utf8: bytes, node: Node) -> str:
    """Give the text of an element and of all in it."""
    return text_of(_TAG.sub(b"", utf8[node.inside : node.outside])).strip()
