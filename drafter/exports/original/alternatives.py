"""Text that a Word file holds twice, for newer programs and for older ones: a change of the one is one of both."""

from collections.abc import Iterable
from copy import deepcopy

from drafter.documents.docx.names import ALTERNATE, P, T
from drafter.documents.xml import Element


class Twins:
    """The paragraphs that say the same as those about to be changed, in the other branches of alternatives."""

    def __init__(self, runs: Iterable[Element]) -> None:
        """Find them while both still read alike.

        Args:
            runs: the runs that are about to be changed.
        """
        self._pairs: list[tuple[Element, Element]] = []
        self._unlike: list[Element] = []
        for home in dict.fromkeys(next(run.iterancestors(P)) for run in runs):
            above = set(home.iterancestors())
            for alternate in home.iterancestors(ALTERNATE):
                own = next(branch for branch in alternate if branch in above)
                for other in alternate:
                    if other is not own:
                        self._note(home, own, other)
        for run in runs:
            within = set(run.iterancestors())
            home = next(run.iterancestors(P))
            for alternate in run.iterancestors(ALTERNATE):
                if home in alternate.iterancestors():  # a piece of a paragraph: nothing tells what it is in the others
                    self._unlike += (branch for branch in alternate if branch not in within)

    def _note(self, home: Element, own: Element, other: Element) -> None:
        ours, theirs = list(own.iter(P)), list(other.iter(P))
        twin = theirs[ours.index(home)] if len(ours) == len(theirs) else None
        if twin is not None and _text(twin) == _text(home):
            self._pairs.append((home, twin))
        else:
            self._unlike.append(other)

    def follow(self) -> list[Element]:
        """Make the other branches say what was changed.

        A branch that read otherwise before is taken out: a program that shows it would show the text as it was.

        Returns:
            The paragraphs that were made, whose revisions have the numbers of those they were made of.
        """
        for branch in self._unlike:
            if (parent := branch.getparent()) is not None:
                parent.remove(branch)
        made = []
        for home, twin in self._pairs:
            if (parent := twin.getparent()) is not None:
                copy = deepcopy(home)
                copy.attrib.clear()
                copy.attrib.update(twin.attrib)
                parent.replace(twin, copy)
                made.append(copy)
        return made


def _text(paragraph: Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(T))
