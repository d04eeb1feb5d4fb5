"""XLIFF 1.2 and 2.x, and what Trados (SDLXLIFF) and memoQ (MQXLIFF) make of 1.2, as pairs with their places."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from drafter.documents.bitext.flow import Tags
from drafter.documents.bitext.names import Codes
from drafter.documents.bitext.nodes import MEMOQ, SDL, Node, nodes, text_of, words_of
from drafter.documents.bitext.openings import Openings
from drafter.documents.bitext.pairs import Pair, Splice, side_of
from drafter.documents.errors import UnreadableError
from drafter.model import N_, Side

_WANTED: Final = frozenset({"trans-unit", "unit", SDL + "tag-defs"})
_Key = tuple[str, int]


@dataclass(slots=True)
class Languages:
    """The languages of a file's parts.

    Attributes:
        strange: how many units are in others than Chinese and English.
        other: source and target of the first of these, as the file names them.
        fitting: whether any unit is between Chinese and English.
    """

    strange: int = 0
    other: tuple[str, str] = ("", "")
    fitting: bool = False

    def take(self, source: str, target: str) -> Side | None:
        """Take a unit's languages into account, and give the side of its target, None where it is left out."""
        side = side_of(target)
        if side is not None and {side, side_of(source)} == {"zh", "en"}:
            self.fitting = True
            return side
        self.other = self.other if self.strange else (source, target)
        self.strange += 1
        return None

    def require(self, name: str) -> None:
        """Refuse a file that is not between Chinese and English.

        Raises:
            UnreadableError: it is not.
        """
        if self.strange and not self.fitting:
            raise UnreadableError(
                N_("“{name}” is not between Chinese and English: its languages are {source} and {target}."),
                name=name, source=self.other[0] or "?", target=self.other[1] or "?",
            )  # fmt: skip


def xliff_pairs(utf8: bytes, name: str, languages: Languages) -> Iterator[Pair]:
    """Give the pairs of an XLIFF file; those without any text too.

    Args:
        utf8: the file in UTF-8.
        name: its name, for messages.
        languages: is told what languages were met.

    Raises:
        UnreadableError: it is no sound XML.
    """
    codes: Codes = {}
    ids: Counter[str] = Counter()
    for number, node in enumerate(nodes(utf8, name, _WANTED), 1):
        if node.name not in ("trans-unit", "unit"):
            codes = dict(_codes_of_trados(utf8, node))
            continue
        source, target = _languages(node.path)
        if (side := languages.take(source, target)) is None:
            continue
        id_ = node.get("id") or str(number)
        ids[id_] += 1  # a file of several parts may use one in each of them
        unique = id_ if ids[id_] == 1 else f"{id_}-{ids[id_]}"
        unit = _Unit(utf8, node, unique, side, codes, Openings(utf8, node, target, side == "en"))
        yield from unit.pairs_1() if node.name == "trans-unit" else unit.pairs_2()


def _languages(path: Sequence[Node]) -> tuple[str, str]:
    """Give source and target language, which the innermost element that names them decides."""

    def named(*attributes: str) -> str:
        return next(filter(None, (node.get(name) for node in reversed(path) for name in attributes)), "")

    return named("srcLang", "source-language"), named("trgLang", "target-language")


def _codes_of_trados(utf8: bytes, node: Node) -> Iterator[tuple[tuple[str, str], str]]:
    """Give the markup that Trados keeps apart, by the id of the tags that stand for it."""
    for tag in node.children:
        for half in tag.children[:1]:
            if words := _unescaped(words_of(utf8, half)):
                yield ("id", tag.get("id")), words


def _unescaped(words: str) -> str:
    """Markup in text is escaped; some tools escape it twice."""
    return text_of(words.encode("utf-8")) if "&" in words else words


@dataclass(frozen=True, slots=True)
class _Unit:
    """One unit of a file."""

    utf8: bytes
    node: Node
    id: str
    side: Side
    codes: Codes
    openings: Openings
    _ids: Counter[str] = field(default_factory=Counter)

    # --- version 1.2 -----------------------------------------------------------------------------------------------

    def pairs_1(self) -> Iterator[Pair]:
        """Give the pair of a unit; where it is cut into segments (`mrk mtype="seg"`), one for each of them."""
        source, target, cut = (self.node.child(name) for name in ("source", "target", "seg-source"))
        locked = self._locked() or self.node.get(MEMOQ + "locked") == "locked"
        segments, targets = _segments(cut), _segments(target)
        if cut is not None and segments and (target is None or targets or not self._holds_text(target)):
            yield from self._segmented(cut, segments, target, targets, locked=locked)
        elif source is not None:
            yield from self._pair(self.id, source, target, partial(self.openings.target_1, source, target), locked)

    def _segmented(
        self, cut: Node, segments: Sequence[Node], target: Node | None, targets: Sequence[Node], *, locked: bool
    ) -> Iterator[Pair]:
        known = dict(_by_number(targets))
        missing = [segment for key, segment in _by_number(segments) if key not in known]
        holder = self.node.child(SDL + "seg-defs")
        definitions = {one.get("id"): one for one in holder.children} if holder else {}

        def opening(own: Node | None, definition: Node | None) -> tuple[Splice, ...]:
            state = self.openings.draft(definition) if definition else ()
            if not targets:
                return *state, *self.openings.target_1(cut, target, segments)
            made = self.openings.segment_1(own) if own else self.openings.segments_1(missing, targets[-1])
            return *state, *made

        for key, segment in _by_number(segments):
            own, definition = known.get(key), definitions.get(key[0])
            shut = locked or (definition is not None and definition.get("locked") == "true")
            yield from self._pair(f"{self.id}.{key[0]}", segment, own, partial(opening, own, definition), shut)

    # --- version 2.x -----------------------------------------------------------------------------------------------

    def pairs_2(self) -> Iterator[Pair]:
        """Give the pairs of a unit, one for each of its segments."""
        data = self.node.child("originalData")
        told = [(one.get("id"), _unescaped(words_of(self.utf8, one))) for one in data.children] if data else []
        codes = {(name, id_): words for id_, words in told if words for name in ("dataRef", "dataRefStart")}
        segments, locked = self.node.all("segment"), self._locked()
        for place, segment in enumerate(segments, 1):
            source, target = segment.child("source"), segment.child("target")
            if source is not None:
                own = self.id if len(segments) == 1 else f"{self.id}.{segment.get('id') or place}"
                opening = partial(self.openings.target_2, segment, source, target)
                yield from self._pair(own, source, target, opening, locked, codes)

    # --- either ----------------------------------------------------------------------------------------------------

    def _pair(
        self,
        id_: str,
        source: Node,
        target: Node | None,
        opening: Callable[[], tuple[Splice, ...]],
        locked: bool,
        codes: Codes | None = None,
    ) -> Iterator[Pair]:
        if locked and target is None:
            return  # nothing that anybody is to translate: markup, names of fields
        tags, known = Tags(), self.codes if codes is None else codes
        first = tags.flow(self.utf8, source)
        second = tags.flow(self.utf8, target) if target is not None else None
        self._ids[id_] += 1
        unique = id_ if self._ids[id_] == 1 else f"{id_}-{self._ids[id_]}"
        blank = second is None or not second.text
        yield Pair(unique, first, second, self.side, self._notes(), opening() if blank else (), (), locked, known)

    def _locked(self) -> bool:
        """Whether the file forbids to translate the unit: the innermost element that says so decides."""
        said = (node.get("translate") for node in (self.node, *reversed(self.node.path)))
        return next(filter(None, said), "yes") == "no"

    def _notes(self) -> tuple[str, ...]:
        holder = self.node.child("notes") or self.node
        return tuple(filter(None, (words_of(self.utf8, note) for note in holder.all("note"))))

    def _holds_text(self, node: Node) -> bool:
        return bool(Tags().flow(self.utf8, node).text)


def _segments(node: Node | None) -> list[Node]:
    """Give the segments that an element is cut into, at any depth."""
    found: list[Node] = []
    for child in node.children if node else ():
        found += [child] if child.name == "mrk" and child.get("mtype") == "seg" else _segments(child)
    return found


def _by_number(segments: Iterable[Node]) -> Iterator[tuple[_Key, Node]]:
    """Give segments with their number and how often it came before: a file may use one twice."""
    seen: Counter[str] = Counter()
    for place, segment in enumerate(segments, 1):
        mid = segment.get("mid") or str(place)
        seen[mid] += 1
        yield (mid, seen[mid]), segment
