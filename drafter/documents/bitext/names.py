"""What a mark stands for, in a few characters, for whoever looks at it."""

import re
from collections.abc import Mapping
from typing import Final

from drafter.documents.bitext.nodes import text_of

Codes = Mapping[tuple[str, str], str]
"""What a file says elsewhere about its tags: their markup, by an attribute of the tag and its value."""

_WHOLE: Final = re.compile(r"<[^\s/>]+(?P<attributes>(?:\"[^\"]*\"|'[^']*'|[^>\"'])*)>(?P<content>.*)", re.DOTALL)
_ATTRIBUTE: Final = re.compile(r"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_NAMESPACE: Final = re.compile(r"\sxmlns(?::[\w.-]+)?\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_TAG: Final = re.compile(r"<[^>]*>")
_REFERENCES: Final = ("dataRef", "dataRefStart", "id")
_LONGEST: Final = 80


def name_of(raw: bytes, codes: Codes) -> str:
    """Say what an inline tag is: the markup that it stands for where the file tells it, else the tag itself.

    Args:
        raw: the tag as the file has it, with its content where that is markup too.
        codes: what the file says elsewhere.
    """
    written = raw.decode("utf-8")
    shown = ""
    if whole := _WHOLE.match(written):
        attributes = {name: one or other for name, one, other in _ATTRIBUTE.findall(whole["attributes"])}
        told = (codes.get((name, attributes[name])) for name in _REFERENCES if name in attributes)
        shown = next(filter(None, told), "") or text_of(_TAG.sub("", whole["content"]).encode("utf-8"))
    shown = " ".join((shown.strip() or _NAMESPACE.sub("", written)).split())
    return shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…"
