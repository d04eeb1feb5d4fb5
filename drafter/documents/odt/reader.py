"""An OpenDocument text's bytes to a `Document`."""

from typing import Final

from drafter.documents.collect import Collector
from drafter.documents.errors import UnreadableError
from drafter.documents.odt.changes import Changes
from drafter.documents.odt.lists import Lists
from drafter.documents.odt.names import office
from drafter.documents.odt.styles import Styles
from drafter.documents.odt.walk import Walker
from drafter.documents.package import Package
from drafter.documents.report import Tally, notices
from drafter.documents.view import View
from drafter.model import N_, Document, Message, Notice

_CONTENT: Final = "content.xml"
_MANIFEST: Final = "META-INF/manifest.xml"
_ENDINGS: Final = frozenset({".odt", ".ott"})


def read_odt(package: Package, data: bytes, ending: str, view: View) -> Document:
    """Read an OpenDocument text.

    Args:
        package: its package.
        data: the file's bytes.
        ending: its ending in lower case, with the dot; "" for none.
        view: tracked changes accepted ("final") or rejected ("original").

    Raises:
        UnreadableError: it is locked or damaged, shows no text, or is made to exhaust or mislead its reader.
    """
    name = package.name
    if _MANIFEST in package and b"encryption-data" in package.read(_MANIFEST):
        raise UnreadableError(
            N_("“{name}” is locked with a password: open it, save a copy without the password, and choose that."),
            name=name,
        )
    root = package.tree(_CONTENT) if _CONTENT in package else None
    body = None if root is None else root.find(f"{office('body')}/{office('text')}")
    if root is None or body is None:
        raise UnreadableError(
            N_("“{name}” has no text where an OpenDocument text keeps it: save it anew and choose that file."),
            name=name,
        )
    roots = [root, *([package.tree("styles.xml")] if "styles.xml" in package else [])]
    tally = Tally()
    lists = Lists(roots)
    changes = Changes(body)
    tally.revisions = changes.count
    collector = Collector(name)
    walker = Walker(collector, Styles(roots), lists, changes, tally)
    comments = walker.read(body, original=view == "original")
    return Document(
        name=name,
        format="odt",
        paragraphs=collector.finished(),
        data=data,
        notices=tuple(_notices(package, lists, ending) + notices(tally, view)),
        comments=comments,
    )


def _notices(package: Package, lists: Lists, ending: str) -> list[Notice]:
    found = []
    if ending not in _ENDINGS:
        template = N_("“{name}” is an OpenDocument text whatever its ending says, and was read as such.")
        found.append(Notice(Message(template, {"name": package.name}), warning=True))
    if any(part.startswith(("basic/", "scripts/")) for part in package.names()):
        found.append(
            Notice(Message(N_("The document holds macros; they were not run and will not be kept.")), warning=True)
        )
    if lists.unknown:
        template = N_("List numbers of an unknown kind ({kinds}) are shown in figures.")
        found.append(Notice(Message(template, {"kinds": "; ".join(sorted(lists.unknown))[:80]}), warning=True))
    return found
