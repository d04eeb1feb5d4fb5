"""The notes of every clause: comments that came with the files, and what reviewers wrote since."""

import secrets
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from drafter.model import N_, Clause, Comment, Document, DrafterError, Note, Revision, Side
from drafter.project import Arrangement
from drafter.review.changes import Edit, storable
from drafter.review.regrouping import heir

DONE: Final = "done"
_REPLY: Final = "<"
_ID_BYTES: Final = 6  # two reviewers' notes never get the same one


class Notebook:
    """Which notes stand at which clause, threads in the order in which they began."""

    def __init__(self, documents: Mapping[Side, Document], clauses: Sequence[Clause], *, mixed: bool) -> None:
        self._notes: dict[str, Note] = {}
        self._done: dict[str, bool] = {}
        self._first = clauses[0].id if clauses else None
        self._moved: dict[int, int] = {}
        # Of one file in two languages the comments are there once, on whichever side their words are.
        sides: tuple[Side, ...] = ("zh",) if mixed else tuple(documents)
        for side in sides:
            if documents[side].comments:
                self._import(documents[side], side, _Places(clauses, ("zh", "en") if mixed else (side,)))

    def _import(self, document: Document, side: Side, places: "_Places") -> None:
        for index, comment in enumerate(document.comments):
            place = places.at(comment)
            text = document.paragraphs[comment.paragraph].text if comment.paragraph is not None else ""
            note = Note(
                id=_imported_id(side, index),
                clause=place[0] if place else None,
                side=place[1] if place else side,
                author=comment.author,
                time=comment.time,
                text=comment.text,
                about=text[comment.start : comment.end],
                parent="" if comment.parent is None else _imported_id(side, comment.parent),
                imported=True,
            )
            self._notes[note.id] = note
            self._done[note.id] = comment.done

    def note(self, revision: Revision) -> None:
        """Take a revision into account that wrote a note or dealt with a thread."""
        id_, parent = ids_of(revision.key)
        if revision.kind == "done":
            self._done[id_] = revision.after == DONE
        elif id_ in self._notes:
            self._notes[id_] = replace(self._notes[id_], text=revision.after)
        else:
            self._notes[id_] = Note(
                id=id_, clause=revision.clause, side=revision.side, author=revision.author, time=revision.time,
                text=revision.after, parent=parent,
            )  # fmt: skip

    def notes(self, clause: int | None = None) -> Iterator[Note]:
        """Give notes, each thread's first before its replies.

        Args:
            clause: only those of this clause; else all, those without a place too.
        """
        placed = (replace(note, clause=self._now(note.clause)) for note in self._notes.values() if note.text)
        here = [note for note in placed if clause is None or note.clause == clause]
        threads: dict[str, list[Note]] = {}
        for note in here:
            threads.setdefault(self._root(note), []).append(note)
        for root, thread in threads.items():
            done = self._done.get(root, False)
            for note in sorted(thread, key=lambda note: note.id != root):
                yield replace(note, done=done, parent="" if note is thread[0] and note.id != root else note.parent)

    def regrouped(self, before: Arrangement, after: Arrangement) -> None:
        """Have the notes of clauses that are there no more follow their text.

        Args:
            before: the clauses that went.
            after: those that stand in their place; some may be the same.
        """
        stay = {clause.id for _index, clause in after}
        for id_ in stay:
            self._moved.pop(id_, None)
        for _index, clause in before:
            if clause.id not in stay and after:
                self._moved[clause.id] = heir(clause, after)

    def _now(self, clause: int | None) -> int | None:
        """Tell where the text of a clause stands now."""
        while clause in self._moved:
            clause = self._moved[clause]
        return clause

    def written(self, clause: int, side: Side, text: str, reply_to: str) -> Edit:
        """Give the change that writes a new note.

        Raises:
            DrafterError: the note that it replies to is not there.
        """
        if reply_to:
            first = self._notes[self._root(self._known(reply_to))]
            clause, side = self._clause(first), first.side
        key = key_of(secrets.token_hex(_ID_BYTES), reply_to)
        return Edit(clause, side, "", storable(text), "note", key)

    def rewritten(self, id_: str, text: str) -> Edit | None:
        """Give the change that rewrites a note, or takes it away where the text is ""; None where nothing changes.

        Raises:
            DrafterError: it is not there, or came with the file.
        """
        note, after = self._known(id_), storable(text)
        if note.imported:
            raise DrafterError(N_("This comment came with the file and stays as it is: reply to it."))
        key = key_of(id_, note.parent)
        return Edit(self._clause(note), note.side, note.text, after, "note", key) if after != note.text else None

    def settled(self, id_: str, *, done: bool) -> Edit | None:
        """Give the change that deals with a note's thread, or takes it up again; None where nothing changes.

        Raises:
            DrafterError: it is not there.
        """
        root = self._notes[self._root(self._known(id_))]
        before = self._done.get(root.id, False)
        words = ("", DONE) if done else (DONE, "")
        return Edit(self._clause(root), root.side, *words, "done", root.id) if before != done else None

    def _known(self, id_: str) -> Note:
        note = self._notes.get(id_)
        if note is None or not note.text:
            raise DrafterError(N_("This note is not there any more."))
        return note

    def _clause(self, note: Note) -> int:
        """Where a change of a note is written down: one without a place at the first clause."""
        clause = self._now(note.clause if note.clause is not None else self._first)
        if clause is None:
            raise DrafterError(N_("This note is not there any more."))
        return clause

    def _root(self, note: Note) -> str:
        """Give the id of the first note of a thread; a file may tell of replies that go in a ring."""
        seen = {note.id}
        while note.parent in self._notes and note.parent not in seen:
            note = self._notes[note.parent]
            seen.add(note.id)
        return note.id if note.parent not in seen else min(seen)


class _Places:
    """Which clause holds which stretch of a document."""

    def __init__(self, clauses: Sequence[Clause], sides: Sequence[Side]) -> None:
        found = [
            ((segment.paragraph, segment.start), clause.id, side)
            for clause in clauses
            for side in sides
            for segment in clause.side(side).segments
        ]
        found.sort(key=lambda entry: entry[0])
        self._starts = [start for start, _id, _side in found]
        self._held = [(id_, side) for _start, id_, side in found]

    def at(self, comment: Comment) -> tuple[int, Side] | None:
        """Give the clause and the side that a comment is about: where no clause holds its words, the one before."""
        if comment.paragraph is None or not self._held:
            return None
        place = bisect_right(self._starts, (comment.paragraph, comment.start))
        return self._held[max(0, place - 1)]


def ids_of(key: str) -> tuple[str, str]:
    """Give the ids that the key of a revision holds: of the note, and of the one it replies to, "" for none."""
    id_, _mark, parent = key.partition(_REPLY)
    return id_, parent


def key_of(id_: str, parent: str) -> str:
    """Give the key of a revision that holds both ids."""
    return f"{id_}{_REPLY}{parent}" if parent else id_


def _imported_id(side: Side, index: int) -> str:
    return f"{side}:{index}"
