"""Web archives (MHTML): the page inside a mail-like file."""

from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage, Message

from drafter.documents import limits
from drafter.documents.errors import UnreadableError
from drafter.model import N_


def page_inside(data: bytes, name: str) -> tuple[bytes, str]:
    """Give the page of a web archive, and the encoding that the archive names for it ("" for none).

    Args:
        data: the archive's bytes.
        name: the file's name, for messages.

    Raises:
        UnreadableError: no web page is in it.
    """
    try:
        message = message_from_bytes(data, policy=policy.compat32)
        for number, part in enumerate(message.walk()):
            if number > limits.MAIL_PARTS:
                break
            if part.get_content_type() in ("text/html", "application/xhtml+xml"):
                content = part.get_payload(decode=True)
                if isinstance(content, bytes) and content.strip():
                    return content, _charset(part)
    except (MessageError, ValueError, LookupError, TypeError, AttributeError, AssertionError):
        pass  # what the library makes of damaged archives is as good as no page
    raise UnreadableError(
        N_("“{name}” is a saved web archive or mail: open it in Word and save it as .docx."), name=name
    )


def _charset(part: "Message | EmailMessage") -> str:
    charset = part.get_content_charset("")
    return charset if charset.isascii() else ""
