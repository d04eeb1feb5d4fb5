"""A file of somebody's own rules, read with an eye on every line: what is said there, and nothing else, is done.

The file is YAML, read as plain text: no value in it is more than a word, a list or a table, and nothing in it is run.
"""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

from drafter.model import N_, DrafterError, Message, reason_of

if TYPE_CHECKING:
    from yaml import Node

_MOST_BYTES: Final = 1_000_000
_MOST_ENTRIES: Final = 2000
_DEEPEST: Final = 20
"""Lists and tables within each other; what reads them takes ever longer with each one more."""
_UNSOUND: Final = N_("this is no sound YAML: look at its indents, brackets and quotation marks.")
_YES, _NO = ("true", "yes", "on"), ("false", "no", "off")


class OwnRulesError(DrafterError):
    """A file of own rules can't be used."""


def refuse(path: Path, line: int, template: str, **values: object) -> NoReturn:
    """Say what is wrong in a line.

    Raises:
        OwnRulesError: always.
    """
    why = Message(template, values)
    raise OwnRulesError(N_("Line {line} of the rules “{name}”: {why}"), line=line, name=path.name, why=why) from None


@dataclass(frozen=True, slots=True)
class Value:
    """A value of the file at its place.

    Attributes:
        path: the file.
        line: its line, counted from 1.
        node: what stands there.
    """

    path: Path
    line: int
    node: "Node"

    @classmethod
    def of(cls, path: Path, node: "Node") -> "Value":
        """Take a node of a file."""
        return cls(path, node.start_mark.line + 1, node)

    def refuse(self, template: str, **values: object) -> NoReturn:
        """Say what is wrong here."""
        refuse(self.path, self.line, template, **values)

    def text(self) -> str:
        """Read it as a text."""
        from yaml import ScalarNode

        if not isinstance(self.node, ScalarNode):
            self.refuse(N_("a text belongs here."))
        return str(self.node.value)

    def flag(self) -> bool:
        """Read it as yes or no."""
        word = self.text().lower()
        if word not in (*_YES, *_NO):
            self.refuse(N_("“{word}” is neither true nor false."), word=word)
        return word in _YES

    def choice(self, known: Sequence[str]) -> str:
        """Read it as one of a few words."""
        word = self.text()
        if word not in known:
            self.refuse(N_("“{word}” is none of: {known}."), word=word, known=", ".join(known))
        return word

    def items(self) -> list["Value"]:
        """Read it as a list; a single text is a list of one."""
        from yaml import ScalarNode, SequenceNode

        if isinstance(self.node, ScalarNode):
            return [self]
        if not isinstance(self.node, SequenceNode):
            self.refuse(N_("a list belongs here."))
        if len(self.node.value) > _MOST_ENTRIES:
            self.refuse(N_("more than {most} entries are too many."), most=_MOST_ENTRIES)
        return [Value.of(self.path, node) for node in self.node.value]

    def texts(self) -> tuple[str, ...]:
        """Read it as a list of texts."""
        return tuple(item.text() for item in self.items())

    def is_table(self) -> bool:
        """Tell whether it is a table of names and values."""
        from yaml import MappingNode

        return isinstance(self.node, MappingNode)

    def table(self, known: Sequence[str]) -> Mapping[str, "Value"]:
        """Read it as a table with known names, each at most once."""
        if not self.is_table():
            self.refuse(N_("a table of names and values belongs here."))
        found: dict[str, Value] = {}
        for key, value in self._pairs():
            name = key.text()
            if name not in known:
                near = difflib.get_close_matches(name, known, 1)
                if near:
                    key.refuse(N_("“{word}” is not known; is “{near}” meant?"), word=name, near=near[0])
                key.refuse(N_("“{word}” is none of: {known}."), word=name, known=", ".join(known))
            if name in found:
                key.refuse(N_("“{word}” is said twice."), word=name)
            found[name] = value
        return found

    def _pairs(self) -> Iterator[tuple["Value", "Value"]]:
        for key, value in self.node.value:
            yield Value.of(self.path, key), Value.of(self.path, value)


def bytes_of(path: Path) -> bytes:
    """Give what a file holds.

    Raises:
        OwnRulesError: it can't be read.
    """
    try:
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise OwnRulesError(
            N_("The rules “{name}” can't be read: {why}."), name=path.name, why=reason_of(error)
        ) from None


def read_rules(path: Path, data: bytes) -> Value | None:
    """Read what a file of rules holds as YAML; None where it says nothing.

    Args:
        path: the file, or a name that stands for it.
        data: what it holds.

    Raises:
        OwnRulesError: it is no YAML.
    """
    import yaml

    if len(data) > _MOST_BYTES:
        raise OwnRulesError(N_("The rules “{name}” are too large: part them into several files."), name=path.name)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        refuse(path, data.count(b"\n", 0, error.start) + 1, N_("this is no UTF-8: save the file in that encoding."))
    try:
        _require_plain(path, text)
        node = yaml.compose(text, yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        refuse(path, mark.line + 1 if mark else 1, _UNSOUND)
    except (yaml.YAMLError, RecursionError):
        refuse(path, 1, _UNSOUND)
    return None if node is None else Value.of(path, node)


def _require_plain(path: Path, text: str) -> None:
    """Refuse aliases and deep nesting as soon as they are met, before the whole is read.

    Raises:
        OwnRulesError: the text holds such.
        YAMLError: it is no YAML.
    """
    import yaml

    depth = 0
    for event in yaml.parse(text, yaml.SafeLoader):
        if isinstance(event, yaml.AliasEvent):
            raise OwnRulesError(N_("The rules “{name}” use an alias (*): write it out."), name=path.name)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            mark = event.start_mark
            refuse(path, mark.line + 1 if mark else 1, N_("lists and tables lie too deep within each other."))
