"""A Word file with its texts corrected: parts that hold corrected text are written anew, all others as they were."""

import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lxml import etree

from drafter.documents.docx.names import DELETED, INSERTED, R, w
from drafter.documents.docx.parts import Parts
from drafter.documents.package import Package
from drafter.documents.xml import Element, integer
from drafter.exports.atomic import write_atomically
from drafter.exports.difference import Words
from drafter.exports.original.paragraph import Marker, UntouchableError, rewrite
from drafter.model import N_, Document, DrafterError, Paragraph

_STRICT: Final = b"http://purl.oclc.org/ooxml/"
_MACROS: Final = "vbaproject.bin"
_SIGNATURES: Final = "_xmlsignatures/"
_RELATIONSHIP: Final = re.compile(rb"<Relationship\s[^>]*?/>")
_UNWANTED: Final = re.compile(rb"/(?:attachedTemplate|digital-signature/origin)[\"']")
_TEMPLATE: Final = re.compile(rb"<w:attachedTemplate\s[^>]*?/>")
_OVERRIDE: Final = re.compile(rb"<Override\s[^>]*?PartName\s*=\s*[\"']/_xmlsignatures/[^>]*?/>")


@dataclass(frozen=True, slots=True)
class Change:
    """The way from a paragraph's text to the corrected one.

    Attributes:
        paragraph: index of the paragraph in its document, counted from 0.
        pieces: what stays, goes and comes, all of the paragraph's text.
    """

    paragraph: int
    pieces: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Corrected:
    """A corrected file.

    Attributes:
        data: its bytes.
        changed: how many paragraphs were rewritten.
        left: numbers of the paragraphs that could not be, for the place stands in no run: a computed number, a formula.
        signed: whether the file was signed; the corrected one is not.
        others: whether it holds tracked changes or comments of others, which stay in it.
    """

    data: bytes
    changed: int
    left: tuple[int, ...] = ()
    signed: bool = False
    others: bool = False


def write_corrected_docx(
    document: Document, changes: Sequence[Change], path: Path, *, tracked: bool = False
) -> Corrected:
    """Write a Word file with corrections put in, see `corrected_docx`.

    Raises:
        DrafterError: see there; or it can't be written.
    """
    made = corrected_docx(document, changes, tracked=tracked)
    write_atomically(path, made.data)
    return made


def corrected_docx(document: Document, changes: Sequence[Change], *, tracked: bool = False) -> Corrected:
    """Give a Word file with corrections put in.

    Args:
        document: the file as it was read.
        changes: the corrections.
        tracked: whether they stand as revisions.

    Raises:
        DrafterError: the file holds macros, is of the strict kind, or, where changes are tracked, holds revisions of
            others already.
    """
    package = Package(document.data, document.name)
    parts = Parts(package)
    _require_plain(document, parts)
    trees, elements, stories = _read(document, changes, parts)
    if tracked and any(_has_revisions(tree) for tree in stories):
        raise DrafterError(
            N_("“{name}” holds tracked changes of others: accept or reject them in Word first, or export without "
               "tracked changes."),
            name=document.name,
        )  # fmt: skip
    marker = Marker(_highest(stories) + 1) if tracked else None
    done = 0
    left: list[int] = []
    touched: set[str] = set()
    for change in changes:
        paragraph = document.paragraphs[change.paragraph]
        try:
            rewrite(paragraph, change.pieces, elements, marker)
        except UntouchableError:
            left.append(paragraph.line)
        else:
            done += 1
            touched |= _parts_of(paragraph)
    new = {part: _written(trees[part]) for part in touched}
    data, signed = _repacked(document.data, new)
    others = any(_has_revisions(tree) for tree in stories) if marker is None else False
    return Corrected(data, done, tuple(left), signed, others or bool(parts.all("comments")))


def _require_plain(document: Document, parts: Parts) -> None:
    data = parts.package.read(parts.main)
    if _STRICT in data[:4096]:
        raise DrafterError(
            N_("“{name}” is of the strict kind: save it in Word as an ordinary .docx first."), name=document.name
        )
    with zipfile.ZipFile(io.BytesIO(document.data)) as archive:
        if any(name.lower().endswith(_MACROS) for name in archive.namelist()):
            raise DrafterError(
                N_("“{name}” holds macros, which Drafter never writes: save it in Word as .docx first."),
                name=document.name,
            )


def _parts_of(paragraph: Paragraph) -> set[str]:
    return {run.source.rpartition("#")[0] for run in paragraph.runs}


def _read(
    document: Document, changes: Sequence[Change], parts: Parts
) -> tuple[Mapping[str, Element], Mapping[str, Element], Sequence[Element]]:
    """Read the parts that are changed: their trees, their runs by name, and all parts that could hold revisions."""
    wanted = set[str]().union(*(_parts_of(document.paragraphs[change.paragraph]) for change in changes), {parts.main})
    trees = {part: parts.package.tree(part) for part in wanted}
    elements = {f"{part}#{number}": run for part, tree in trees.items() for number, run in enumerate(tree.iter(R))}
    others = [parts.optional(part) for kind in _STORIES for part in parts.all(kind) if part not in trees]
    return trees, elements, [*trees.values(), *(one for one in others if one is not None)]


_STORIES: Final = ("footnotes", "endnotes", "header", "footer", "comments")


def _has_revisions(tree: Element) -> bool:
    return next(tree.iter(*INSERTED, *DELETED), None) is not None


def _highest(trees: Sequence[Element]) -> int:
    """Give the highest number that anything in the file has, so that none is used twice."""
    return max((integer(one) or 0 for tree in trees for one in _numbers(tree)), default=0)


def _numbers(tree: Element) -> Iterator[str]:
    return (value for element in tree.iter() if (value := element.get(w("id"))) is not None)


def _written(tree: Element) -> bytes:
    return etree.tostring(tree.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)


def _repacked(data: bytes, new: Mapping[str, bytes]) -> tuple[bytes, bool]:
    """Give the package with parts replaced, without signatures that no longer hold and without an outside template."""
    out = io.BytesIO()
    replaced = {name.lower(): content for name, content in new.items()}
    signed = False
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        seen: dict[str, int] = defaultdict(int)
        for entry in source.infolist():
            name = entry.filename.lower()
            seen[name] += 1
            if name.startswith(_SIGNATURES):
                signed = True
                continue
            if seen[name] > 1:
                continue
            content = replaced.get(name)
            target.writestr(entry, _harmless(name, source.read(entry)) if content is None else content)
    return out.getvalue(), signed


def _harmless(name: str, data: bytes) -> bytes:
    """Take out of a part what leads to a template outside, and to signatures."""
    if name.endswith(".rels"):
        return _RELATIONSHIP.sub(lambda found: b"" if _UNWANTED.search(found[0]) else found[0], data)
    if name == "word/settings.xml":
        return _TEMPLATE.sub(b"", data)
    return _OVERRIDE.sub(b"", data) if name == "[content_types].xml" else data
