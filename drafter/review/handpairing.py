"""Pairing by hand, as changes of a review: each is one step that can be undone."""

from collections.abc import Callable, Collection, Mapping, Sequence

from drafter.language.sentences import split_sentences
from drafter.model import Clause, Document, Pairing, Paragraph, Side
from drafter.project import Arrangement, packed, placed
from drafter.review.changes import Edit
from drafter.review.ledger import Ledger
from drafter.review.realigning import realigned
from drafter.review.regrouping import Regrouping, Way
from drafter.review.telling import told

Progress = Callable[[float], None]
_SIDES: tuple[Side, Side] = ("zh", "en")


def _silent(_share: float) -> None:
    """Progress nobody wants."""


class HandPairing:
    """What a reviewer can do to the pairs of a review.

    Whatever is paired by hand is kept whole when the rest is paired anew. Every method tells whether anything changed;
    those that name a clause raise `KeyError` where it is not there, `DrafterError` where one is finished, and all raise
    `ProjectError` where the project file can't be written, which leaves everything as it was.
    """

    def __init__(self, ledger: Ledger, documents: Mapping[Side, Document], author: str) -> None:
        self._ledger = ledger
        self._documents = documents
        self._author = author

    def split(self, clause: int, *, zh: int | None = None, en: int | None = None) -> bool:
        """Cut a clause in two.

        Args:
            clause: the clause; its first part keeps the id.
            zh: where the corrected Chinese is cut, in code points; None leaves it all in the first part.
            en: the same of the English.
        """
        at = {side: place for side, place in (("zh", zh), ("en", en)) if place is not None}
        return self._enter({clause}, self._regrouping().split(clause, _sided(at)))

    def split_at(self, clause: int, side: Side, place: int) -> bool:
        """Cut a clause in two where one side is cut; the other is cut between the sentences that fit best.

        Args:
            clause: the clause; its first part keeps the id.
            side: the side that is cut.
            place: where, in code points of its corrected text.
        """
        here = self._ledger.clauses[clause]
        there: Side = "en" if side == "zh" else "zh"
        text = here.side(side).text
        halves = [half for half in (text[:place], text[place:]) if half.strip()]
        if len(halves) < 2:
            return False
        other = _boundary(halves, here.side(there).text, there)
        return self._enter({clause}, self._regrouping().split(clause, {side: place, there: other}))

    def split_sentences(self, clause: int) -> bool:
        """Cut a clause into its sentences, paired; what can't be told apart stays together."""
        from drafter.alignment import align

        here = self._ledger.clauses[clause]
        spans = {side: split_sentences(here.side(side).text, side) for side in _SIDES}
        if not all(spans.values()):
            return False
        texts = [[here.side(side).text[slice(*span)] for span in spans[side]] for side in _SIDES]
        cuts = [
            (spans["zh"][pairing.zh[0]].start, spans["en"][pairing.en[0]].start)
            for pairing in _whole(align(*texts, level="sentence"))[1:]
        ]
        made: list[Arrangement] = []
        regrouping = self._regrouping()
        for zh, en in reversed(cuts):  # from the end, so that the places stay true
            parts = regrouping.split(clause, {"zh": zh, "en": en})
            if parts:
                made.append(parts[1:])
                index, first = parts[0]
                regrouping.clauses[index] = first
        if not made:
            return False
        index = regrouping.index(clause)
        rest = [part for parts in reversed(made) for _index, part in parts]
        return self._enter({clause}, tuple(enumerate([regrouping.clauses[index], *rest], index)))

    def merge(self, first: int, second: int) -> bool:
        """Join two clauses that follow each other; the first keeps its id."""
        return self._enter({first, second}, self._regrouping().merge(first, second))

    def move(self, clause: int, side: Side, way: Way) -> bool:
        """Move the first piece of a side to the clause before ("up"), or its last one to the clause after ("down")."""
        regrouping = self._regrouping()
        index = regrouping.index(clause)
        made = regrouping.move(clause, side, way)
        if not made:
            return False
        other = regrouping.clauses[index + (1 if way == "down" else -1)]
        return self._enter({clause, other.id}, made)

    def unpair(self, clause: int) -> bool:
        """Part the two sides of a clause."""
        return self._enter({clause}, self._regrouping().unpair(clause))

    def pair(self, one: int, other: int) -> bool:
        """Join a clause that has only Chinese with one that has only English, wherever they stand."""
        return self._enter({one, other}, self._regrouping().pair(one, other))

    def realign(self, clause: int, progress: Progress = _silent) -> bool:
        """Pair anew from a clause on; what was paired by hand stays, and so does every correction.

        Args:
            clause: the first clause that may change.
            progress: told the share done, 0 to 1.
        """
        start = self._regrouping().index(clause)
        before = list(self._ledger.clauses.values())[start:]
        return self._enter_anew(start, before, before, self._next_id(), progress)

    def tell(self, clauses: Collection[int], side: Side, progress: Progress = _silent) -> bool:
        """Say in which language the text of some clauses is, of a file that holds both; pair the rest anew around it.

        Args:
            clauses: the clauses.
            side: what their text is, where it was taken for the other.
            progress: told the share done, 0 to 1.
        """
        for clause in clauses:
            self._regrouping().index(clause)
        if self._documents.get("zh") != self._documents.get("en"):
            return False  # each side has a file of its own
        before = list(self._ledger.clauses.values())
        turned = told(before, clauses, side, self._next_id())
        next_id = max((clause.id for clause in turned), default=0) + 1
        return bool(turned) and self._enter_anew(0, before, turned, max(next_id, self._next_id()), progress)

    def _enter_anew(
        self, start: int, before: Sequence[Clause], clauses: Sequence[Clause], next_id: int, progress: Progress
    ) -> bool:
        """Pair clauses anew and put them in place of others.

        Args:
            start: index of the first clause that may change.
            before: those that may change, as they are.
            clauses: those that are paired anew.
            next_id: the first id that no clause has ever had.
            progress: told the share done, 0 to 1.
        """
        from drafter.alignment import align_paragraphs

        def align(zh: Sequence[Paragraph], en: Sequence[Paragraph]) -> Sequence[Pairing]:
            return align_paragraphs(zh, en, moves=True, progress=progress)

        locked = {one.id for one in before if self._ledger.books.states.is_locked(one.id)}
        after = realigned(clauses, self._documents, align, next_id, locked)
        known = {one.id: (index, one) for index, one in enumerate(before)}
        same = {one.id for index, one in enumerate(after) if known.get(one.id) == (index, one)}
        made = tuple((start + index, one) for index, one in enumerate(after) if one.id not in same)
        return self._enter({one.id for one in before} - same, made)

    def _regrouping(self) -> Regrouping:
        return Regrouping(tuple(self._ledger.clauses.values()), self._documents, self._next_id())

    def _next_id(self) -> int:
        """Give an id that no clause has ever had."""
        return self._ledger.last_id + 1

    def _enter(self, gone: set[int], after: Arrangement) -> bool:
        before = placed(tuple(self._ledger.clauses.values()), gone)
        if not after or (before == after):
            return False
        kept = {(one.id, one.zh, one.en) for _index, one in after}
        self._ledger.books.states.require_unlocked(one.id for _i, one in before if (one.id, one.zh, one.en) not in kept)
        first = after[0][1].id
        edit = Edit(first, "zh", packed(before), packed(after), "pairing")
        self._ledger.commit([edit], self._author)
        return True


def _boundary(halves: Sequence[str], text: str, side: Side) -> int:
    """Find where a text is to be cut so that its parts say what two halves of the other side say.

    Args:
        halves: the two halves.
        text: the text to be cut.
        side: the side that it is of.
    """
    from drafter.alignment import align

    spans = split_sentences(text, side)
    sentences = [text[slice(*span)] for span in spans]
    if len(sentences) < 2:
        return len(text)
    zh, en = (sentences, halves) if side == "zh" else (halves, sentences)
    for pairing in align(zh, en, level="sentence"):
        own, other = (pairing.zh, pairing.en) if side == "zh" else (pairing.en, pairing.zh)
        if own and other and other[0] == 1:
            return spans[own[0]].start
    return len(text)


def _sided(at: Mapping[str, int]) -> dict[Side, int]:
    return {side: at[side] for side in _SIDES if side in at}


def _whole(pairings: Sequence[Pairing]) -> list[Pairing]:
    """Join pairings that lack a side to the one before, so that each has both."""
    whole: list[Pairing] = []
    for pairing in pairings:
        if whole and not (pairing.zh and pairing.en and whole[-1].zh and whole[-1].en):
            last = whole.pop()
            pairing = Pairing(last.zh + pairing.zh, last.en + pairing.en, min(last.confidence, pairing.confidence))
        whole.append(pairing)
    return whole
