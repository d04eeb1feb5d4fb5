"""The parts of one document, by what they are for."""

import posixpath

from drafter.documents import limits
from drafter.documents.docx import bounds, names
from drafter.documents.docx.kinds import main_part
from drafter.documents.docx.slim import slimmed
from drafter.documents.errors import UnreadableError
from drafter.documents.package import Package
from drafter.documents.xml import Element, parse, tree_bytes
from drafter.model import N_


class Parts:
    """The parts of a package as its main part points to them.

    Attributes:
        package: the package.
        main: the name of the part that holds the body.
        relationships: where the main part points to.
    """

    def __init__(self, package: Package) -> None:
        """Find the main part.

        Raises:
            UnreadableError: the package is no Word document.
        """
        self.package = package
        self.main = main_part(package)
        self.relationships = package.relationships(self.main)
        # A document whose pointers are lost still keeps its parts where every program puts them.
        self._guess = not self.relationships
        self._targets: dict[str, dict[str, str]] = {}
        self._left = limits.TREE_BYTES

    def find(self, kind: str) -> str | None:
        """Give the name of the part of this kind; None where the document has none."""
        found = self.all(kind)
        if found:
            return found[0]
        usual = f"word/{kind}.xml"
        return usual if self._guess and usual in self.package else None

    def all(self, kind: str) -> list[str]:
        """Give the names of all parts of this kind that the main part points to, each once."""
        return list(dict.fromkeys(one.target for one in self.relationships if one.kind == kind and not one.external))

    def root(self, kind: str) -> Element | None:
        """Give the tree of the part of this kind; None where the document has none."""
        part = self.find(kind)
        return None if part is None else self.tree(part)

    def tree(self, part: str) -> Element:
        """Give the tree of a part; all that were given may take only so much memory together.

        Raises:
            UnreadableError: they take more, or the part is damaged.
        """
        return self._parsed(self.package.read(part), part)

    def optional(self, part: str | None) -> Element | None:
        """Give the tree of a part that can be done without; None where it is not there or damaged."""
        if part is None:
            return None
        try:
            return self.tree(part)
        except UnreadableError:
            return None

    def _parsed(self, data: bytes, part: str) -> Element:
        self._left -= tree_bytes(data)
        if self._left < 0:
            raise self._too_large(part)
        return parse(data, part, self.package.name)

    def _too_large(self, part: str) -> UnreadableError:
        return UnreadableError(
            N_("“{name}” is too large to be read (“{part}”): split it in Word and choose one part."),
            name=self.package.name,
            part=part,
        )

    def story(self, kind: str) -> tuple[str, Element] | None:
        """Give a part that holds text, with its name and its runs numbered."""
        part = self.find(kind)
        return None if part is None else (part, self.numbered(part))

    def numbered(self, part: str) -> Element:
        """Give the tree of a part that holds text, its runs numbered, without most of what only tells how it looks."""
        root = self._parsed(slimmed(self.package.read(part)), part)
        runs = paragraphs = 0
        for element in root.iter(names.P, names.R):
            if element.tag == names.R:
                runs += 1
                if runs > bounds.RUNS:
                    raise self._too_large(part)
                continue
            paragraphs += 1
            if paragraphs > bounds.WRITTEN:
                raise too_many_paragraphs(self.package.name)
            # A number for every run would take more memory than the run.
            element.set(names.FIRST_RUN, str(runs))
        return root

    def target(self, part: str, identifier: str) -> str | None:
        """Give the part that another part points to by a relationship's id; None where it is not in the package."""
        if part not in self._targets:
            self._targets[part] = self._read_targets(part)
        return self._targets[part].get(identifier)

    def _read_targets(self, part: str) -> dict[str, str]:
        folder, base = posixpath.split(part)
        source = posixpath.join(folder, "_rels", f"{base}.rels")
        if source not in self.package:
            return {}
        found = {}
        for element in self.package.tree(source).iter("{*}Relationship"):
            target = posixpath.normpath(posixpath.join("/", folder, element.get("Target", ""))).lstrip("/")
            if element.get("TargetMode") != "External" and target in self.package:
                found[element.get("Id", "")] = target
        return found


def too_many_paragraphs(name: str) -> UnreadableError:
    """Give the refusal of a document with more paragraphs than may be."""
    return UnreadableError(
        N_("“{name}” has more than {limit} paragraphs: split it in Word and choose one part."),
        name=name,
        limit=bounds.PARAGRAPHS,
    )
