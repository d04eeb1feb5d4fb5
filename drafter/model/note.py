"""What people remark about a clause beside its text."""

from dataclasses import dataclass

from drafter.model.text import Side


@dataclass(frozen=True, slots=True)
class Note:
    """A remark: of a reviewer, or a comment that came with the file.

    Attributes:
        id: what it is known by within its review.
        clause: id of the clause it stands at; None where the file has lost the place of its comment.
        side: the side it is about.
        author: who wrote it, "" for unknown.
        time: when, ISO 8601; a file's comment has it as the file gives it, "" for unknown.
        text: what it says.
        about: the words it is about, as loaded; "" where it is about the whole clause.
        parent: id of the note that it replies to, "" for the first of a thread.
        done: whether its thread is dealt with; of replies too.
        imported: whether it came with the file; such a one can be answered, not rewritten.
    """

    id: str
    clause: int | None
    side: Side
    author: str
    time: str
    text: str
    about: str = ""
    parent: str = ""
    done: bool = False
    imported: bool = False
