"""Documents of the old Word format and of WPS: converted by a program that is on this computer."""

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Final

from drafter.documents.converters import Converter, convert, converters
from drafter.documents.encodings import Damage, decode
from drafter.documents.errors import UnreadableError
from drafter.documents.text import is_blank, split_lines
from drafter.documents.view import View
from drafter.model import N_, Document, Message, Notice, Paragraph

_ENDINGS: Final = frozenset({".doc", ".dot", ".wps", ".wpt"})
_SECTOR: Final = 512
_WORD_STREAM: Final = b"\xec\xa5"
_FLAGS: Final = 10
_ENCRYPTED: Final = 0x0100


def read_legacy(data: bytes, name: str, ending: str, view: View) -> Document:
    """Read a document of the old binary format.

    Args:
        data: the file's bytes.
        name: its name, for messages.
        ending: its ending in lower case, with the dot; "" for none.
        view: tracked changes accepted ("final") or rejected ("original").

    Raises:
        UnreadableError: it is locked, no program here can convert it, or what was made of it can't be read.
    """
    if _is_encrypted(data):
        raise UnreadableError(
            N_("“{name}” is locked with a password: open it, save a copy without the password, and choose that."),
            name=name,
        )
    programs = converters()
    if not programs:
        raise UnreadableError(
            N_("“{name}” is a document of the old Word format (.doc): open it in Word and save it as .docx."), name=name
        )
    for program in programs:
        made = _converted(program, data)
        document = None if made is None else _read(program, made, name, view)
        if document is not None:
            notices = (*_notices(program, name, ending), *document.notices)
            return replace(document, name=name, format="doc", data=data, encoding="", notices=notices)
    raise UnreadableError(
        N_("“{name}” could not be converted with {programs}: open it in Word and save it as .docx."),
        name=name,
        programs=", ".join(program.name for program in programs),
    )


def _is_encrypted(data: bytes) -> bool:
    """Tell whether the main stream says so; streams begin at sectors."""
    for place in range(_SECTOR, len(data) - _FLAGS - 1, _SECTOR):
        if data[place : place + 2] == _WORD_STREAM:
            return bool(int.from_bytes(data[place + _FLAGS : place + _FLAGS + 2], "little") & _ENCRYPTED)
    return False


def _converted(program: Converter, data: bytes) -> bytes | None:
    try:
        with tempfile.TemporaryDirectory(prefix="drafter-", ignore_cleanup_errors=True) as name:
            folder = Path(name)
            # The file's own name is nobody's business, and could be anything.
            source = folder / "document.doc"
            source.write_bytes(data)
            return convert(program, source, folder)
    except OSError:
        return None


def _read(program: Converter, made: bytes, name: str, view: View) -> Document | None:
    try:
        if program.ending:
            from drafter.documents.docx import read_docx

            return read_docx(made, name, program.ending, view)
        text = decode(made)
    except UnreadableError:
        return None
    if isinstance(text, Damage) or is_blank(text.text):
        return None
    lines = split_lines(text.text)
    return Document(name, "doc", tuple(Paragraph(line, number) for number, line in enumerate(lines, 1)))


def _notices(program: Converter, name: str, ending: str) -> list[Notice]:
    template = N_("The document was converted with {program}: compare figures and tables with the original.")
    found = [Notice(Message(template, {"program": program.name}))]
    if not program.ending:
        template = N_("Its tables, notes and list numbers were read as plain text.")
        found.append(Notice(Message(template), warning=True))
    if ending not in _ENDINGS:
        template = N_("“{name}” is a document of the old Word format whatever its ending says, and was read as such.")
        found.append(Notice(Message(template, {"name": name}), warning=True))
    return found
