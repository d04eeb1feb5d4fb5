"""The zip around a document, opened with suspicion: nothing is extracted, nothing is followed outside."""

import io
import posixpath
import re
import zipfile
import zlib
from dataclasses import dataclass
from typing import Final

from drafter.documents import limits
from drafter.documents.errors import UnreadableError
from drafter.documents.xml import Element, parse
from drafter.model import N_

_CHUNK: Final = 1 << 18
_CLIMBING: Final = re.compile(r"(^|[/\\])\.\.([/\\]|$)|^[/\\]|^[A-Za-z]:|\\|\x00")
_ENCRYPTED_FLAG: Final = 0x1
_CONTENT_TYPES: Final = "[content_types].xml"
_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    LookupError,
)
"""What the zip library raises for damaged archives, declared or not."""


@dataclass(frozen=True, slots=True)
class Relationship:
    """A pointer from one part to another part or to the world outside.

    Attributes:
        kind: the last word of its type: "styles", "hyperlink", …
        target: the part's name in the package, or the address outside.
        external: whether it leads out of the package.
    """

    kind: str
    target: str
    external: bool


class Package:
    """The parts of a zip package by name, each read when it is asked for.

    Attributes:
        name: the file's name, for messages.
        missing: parts that are pointed to and do not exist.
    """

    def __init__(self, data: bytes, name: str) -> None:
        """Open a package.

        Raises:
            UnreadableError: it is no sound zip, or made to exhaust or mislead its reader.
        """
        self.name = name
        self.missing: list[str] = []
        self._budget = limits.PACKAGE_BYTES
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        except _BROKEN:
            raise self._damaged() from None
        self._entries = self._checked(entries)

    def _checked(self, entries: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
        if len(entries) > limits.ZIP_ENTRIES:
            raise UnreadableError(
                N_("“{name}” holds more than {limit} parts: save it in Word as a new .docx, without its pictures."),
                name=self.name,
                limit=limits.ZIP_ENTRIES,
            )
        if sum(entry.file_size for entry in entries) > limits.PACKAGE_BYTES:
            raise self._too_large()
        found: dict[str, zipfile.ZipInfo] = {}
        for entry in entries:
            # The library cuts names at a NUL; the name as stored shows the trick.
            if _CLIMBING.search(entry.orig_filename) or entry.filename.lower() in found:
                raise UnreadableError(
                    N_("“{name}” holds misleading part names (“{part}”), which no sound document has: don't trust it."),
                    name=self.name,
                    part=entry.filename[:80],
                )
            self._check_size(entry)
            found[entry.filename.lower()] = entry
        return found

    def _check_size(self, entry: zipfile.ZipInfo) -> None:
        packed = max(1, entry.compress_size)
        if entry.file_size > limits.PART_BYTES or (
            entry.file_size > limits.RATIO_FROM and entry.file_size > limits.RATIO * packed
        ):
            raise self._too_large()

    def _too_large(self) -> UnreadableError:
        return UnreadableError(
            N_("“{name}” unpacks to far more than a document holds: don't trust it, or save it as a new .docx."),
            name=self.name,
        )

    def _damaged(self) -> UnreadableError:
        return UnreadableError(
            N_("“{name}” is damaged or was not copied to its end: copy it again, or let Word repair it."),
            name=self.name,
        )

    def names(self) -> frozenset[str]:
        """Give the names of all parts, in lower case."""
        return frozenset(self._entries)

    def __contains__(self, part: str) -> bool:
        return part.lower() in self._entries

    def read(self, part: str) -> bytes:
        """Give the bytes of a part.

        Raises:
            UnreadableError: the part is damaged, locked, or larger than it says.
        """
        entry = self._entries[part.lower()]
        if entry.flag_bits & _ENCRYPTED_FLAG:
            raise UnreadableError(
                N_("“{name}” is locked with a password: unpack it, or remove the password, and choose it again."),
                name=self.name,
            )
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise self._damaged()
        chunks: list[bytes] = []
        size = 0
        try:
            with self._zip.open(entry) as stream:
                # Counted, since the declared size may be a lie.
                while chunk := stream.read(_CHUNK):
                    size += len(chunk)
                    if size > min(limits.PART_BYTES, self._budget):
                        raise self._too_large()
                    chunks.append(chunk)
        except _BROKEN:
            raise self._damaged() from None
        self._budget -= size
        return b"".join(chunks)

    def tree(self, part: str) -> Element:
        """Give the parsed tree of a part.

        Raises:
            UnreadableError: see `read`; or it is no sound XML.
        """
        return parse(self.read(part), part, self.name)

    def relationships(self, part: str) -> list[Relationship]:
        """Give the relationships of a part ("" for the package itself); those to parts that are not there are dropped.

        Raises:
            UnreadableError: see `tree`.
        """
        folder, base = posixpath.split(part)
        source = posixpath.join(folder, "_rels", f"{base}.rels")
        if source not in self:
            return []
        found = []
        for element in self.tree(source).iter("{*}Relationship"):
            kind = element.get("Type", "").rpartition("/")[2]
            target = element.get("Target", "")
            external = element.get("TargetMode") == "External"
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, target.partition("#")[0])).lstrip("/")
                if target not in self:
                    # Links within the document point to no part at all.
                    if kind != "hyperlink":
                        self.missing.append(target)
                    continue
            found.append(Relationship(kind, target, external))
        return found

    def content_type(self, part: str) -> str:
        """Give the declared type of a part, "" where none is declared.

        Raises:
            UnreadableError: see `tree`.
        """
        if _CONTENT_TYPES not in self:
            return ""
        ending = part.rpartition(".")[2].lower()
        default = ""
        for element in self.tree(_CONTENT_TYPES):
            if element.get("PartName", "").lstrip("/").lower() == part.lower():
                return element.get("ContentType", "")
            if element.get("Extension", "").lower() == ending:
                default = element.get("ContentType", "")
        return default
