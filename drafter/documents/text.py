"""Text files: every line a paragraph, exactly as it stands."""

from typing import Final

from drafter.documents import limits, markdown
from drafter.documents.encodings import ENCODING_NAMES, Damage, Decoded, decode, decode_as
from drafter.documents.errors import UnreadableError
from drafter.documents.gaps import tell_gaps
from drafter.documents.sniff import TEXT_ENDINGS
from drafter.model import N_, Document, Notice, Paragraph
from drafter.model.message import Message

# Not blank to str.strip, yet nothing that a reader sees.
_INVISIBLE: Final = dict.fromkeys((0xFEFF, 0x200B, 0x2060))


def split_lines(text: str) -> list[str]:
    r"""Split at \n, \r\n and \r only; a final line end adds no line.

    Args:
        text: the text of a file. Other characters that break lines in some programs (U+2028, U+0085, form feed) stay
            in their lines, so that line numbers are those of an editor.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if lines[-1] == "":
        lines.pop()
    return lines


def is_blank(text: str) -> bool:
    """Tell whether a text shows nothing at all."""
    return not text.translate(_INVISIBLE).strip()


def read_text(data: bytes, name: str, ending: str, encoding: str = "") -> Document:
    """Read a text file.

    Args:
        data: the file's bytes.
        name: its name, for messages.
        ending: its ending in lower case, with the dot; "" for none.
        encoding: what it is in, as Python names it; "" where its bytes shall tell.

    Raises:
        UnreadableError: it is no text, its encoding is not known or not the one given, or it shows nothing.
    """
    found = decode_as(data, encoding) if encoding else decode(data)
    if isinstance(found, Damage):
        raise _error_of_choice(found, name, encoding) if encoding else _error(found, name, ending)
    # The whole text is looked at only where its beginning shows nothing.
    if is_blank(found.text[:1000]) and is_blank(found.text):
        raise UnreadableError(
            N_("“{name}” holds only blank lines: choose another copy of the file."),
            name=name,
        )
    lines = split_lines(found.text)
    if len(lines) > limits.PARAGRAPHS:
        raise UnreadableError(
            N_("“{name}” has more than {limit} lines: split it and choose one part."),
            name=name,
            limit=limits.PARAGRAPHS,
        )
    levels = markdown.heading_levels(lines) if ending in markdown.ENDINGS else {}
    notices = (*_notices(found, name, ending, chosen=bool(encoding)), *tell_gaps(lines, name))
    if levels or (ending in markdown.ENDINGS and markdown.has_marks(lines)):
        template = N_("Markdown: headings are known by their marks; all marks stay in the text as they stand.")
        notices = (*notices, Notice(Message(template)))
    return Document(
        name=name,
        format="txt",
        paragraphs=tuple(Paragraph(line, number + 1, level=levels.get(number, 0)) for number, line in enumerate(lines)),
        data=data,
        encoding=found.encoding,
        notices=notices,
    )


def _notices(found: Decoded, name: str, ending: str, *, chosen: bool) -> tuple[Notice, ...]:
    notices = []
    label = ENCODING_NAMES.get(found.encoding, found.encoding)
    if chosen:
        notices.append(Notice(Message(N_("The text was read as {encoding}, as chosen."), {"encoding": label})))
    elif found.guessed:
        template = N_("The text is most likely in {encoding}: check that its characters are right.")
        notices.append(Notice(Message(template, {"encoding": label}), warning=True))
    elif label != "UTF-8":
        notices.append(Notice(Message(N_("The text is in {encoding}, not in UTF-8."), {"encoding": label})))
    if found.nuls:
        template = N_("Zero bytes in the text: {n}. Those at its end were left out, others are shown as “\ufffd”.")
        notices.append(Notice(Message(template, {"n": found.nuls}), warning=True))
    if ending not in TEXT_ENDINGS:
        template = N_("“{name}” is plain text whatever its ending says, and was read as such.")
        notices.append(Notice(Message(template, {"name": name}), warning=True))
    return tuple(notices)


def _error_of_choice(damage: Damage, name: str, encoding: str) -> UnreadableError:
    label = ENCODING_NAMES.get(encoding, encoding)
    if damage.line:
        return UnreadableError(
            N_("“{name}” is not in {encoding}: line {line} holds bytes that are not. Choose another encoding."),
            name=name, encoding=label, line=damage.line,
        )  # fmt: skip
    return UnreadableError(N_("“{name}” is not in {encoding}: choose another encoding."), name=name, encoding=label)


def _error(damage: Damage, name: str, ending: str) -> UnreadableError:
    if damage.encoding:
        return UnreadableError(
            N_(
                "“{name}” is text in {encoding}, but line {line} holds bytes that are not: "
                "open it in the program that made it and save it again as UTF-8."
            ),
            name=name,
            encoding=ENCODING_NAMES.get(damage.encoding, damage.encoding),
            line=damage.line,
        )
    if ending not in TEXT_ENDINGS:
        return UnreadableError(
            N_("“{name}” is neither a Word document (.docx) nor text: it may be damaged; choose another copy."),
            name=name,
        )
    if damage.binary:
        return UnreadableError(
            N_("“{name}” holds a program's data, not text: choose a .docx or a text file."), name=name
        )
    return UnreadableError(
        N_("“{name}” is in no known encoding: open it in the program that made it and save it as UTF-8."), name=name
    )
