"""XLIFF 2.1 (OASIS, 13 February 2018): a unit for each clause, groups after the headings, modules for the rest.

States are those of the core; findings stand in the ITS module, measure tags in the metadata module, notes of reviewers
in the core's notes. The project file stays the master: other tools lose parts of this on merging.
"""

from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from drafter.exports.atomic import write_atomically
from drafter.exports.characters import legal
from drafter.exports.data_options import DataOptions
from drafter.exports.languages import CODES
from drafter.exports.snapshot import ReviewSnapshot
from drafter.exports.xliff.issues import Stretch, attributes, stretches
from drafter.model import STATES, Clause, Finding, Note, Side

_NAMESPACES: Final = (
    'xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" '
    'xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0"'
)


def write_review_xliff(snapshot: ReviewSnapshot, path: Path, options: DataOptions) -> None:
    """Write a review as XLIFF.

    Raises:
        DrafterError: the file can't be written; an old file there is untouched.
    """
    write_atomically(path, xliff_text(snapshot, options).encode())


def xliff_text(snapshot: ReviewSnapshot, options: DataOptions) -> str:
    """Give a review as the text of an XLIFF file."""
    source, target = snapshot.source, snapshot.target
    name = snapshot.zh_name if source == "zh" else snapshot.en_name
    original = f" original={quoteattr(legal(name))}" if name else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<xliff {_NAMESPACES} version="2.1" srcLang="{CODES[source]}" trgLang="{CODES[target]}">\n'
        f'<file id="review"{original} xml:space="preserve">\n{"".join(_File(snapshot, options).content())}'
        "</file>\n</xliff>\n"
    )


class _File:
    """What stands in the one file of a review."""

    def __init__(self, snapshot: ReviewSnapshot, options: DataOptions) -> None:
        self._snapshot, self._options = snapshot, options
        self._findings = snapshot.findings_of()
        self._notes: dict[int, list[Note]] = {}
        for note in snapshot.notes:
            if note.clause is not None:
                self._notes.setdefault(note.clause, []).append(note)

    def content(self) -> Iterator[str]:
        """Give groups and units; a heading opens a group that ends before the next heading of its rank or above."""
        ranks: list[int] = []
        for clause in self._snapshot.clauses:
            if not (clause.zh.text.strip() or clause.en.text.strip()):
                continue
            if clause.level:
                while ranks and ranks[-1] >= clause.level:
                    ranks.pop()
                    yield "</group>\n"
                ranks.append(clause.level)
                yield f'<group id="g{clause.id}">\n'
            yield self._unit(clause)
        yield "</group>\n" * len(ranks)

    def _unit(self, clause: Clause) -> str:
        marks = (f"m{number}" for number in count(1))
        found = self._findings.get(clause.id, ())
        source, listed_source = self._content(clause, self._snapshot.source, found, marks)
        target, listed_target = self._content(clause, self._snapshot.target, found, marks)
        translated = clause.side(self._snapshot.target).text.strip()
        state = self._snapshot.state(clause.id) if translated else STATES[0]
        return (
            f'<unit id="c{clause.id}">\n{self._metadata(clause)}{listed_source}{listed_target}{self._said(clause)}'
            f'<segment id="s1" state="{state}">\n<source>{source}</source>\n'
            f"{f'<target>{target}</target>{chr(10)}' if target else ''}</segment>\n</unit>\n"
        )

    def _metadata(self, clause: Clause) -> str:
        tags = self._snapshot.tags.get(clause.id, ())
        if not tags:
            return ""
        metas = "".join(f'<mda:meta type="measure">{_escaped(concept.notation)}</mda:meta>' for concept in tags)
        return f'<mda:metadata><mda:metaGroup category="measures">{metas}</mda:metaGroup></mda:metadata>\n'

    def _said(self, clause: Clause) -> str:
        notes = "".join(
            f'<note category="{"comment" if note.imported else "note"}">{_escaped(self._words(note))}</note>'
            for note in self._notes.get(clause.id, ())
        )
        loaded = clause.side(self._snapshot.target)
        if loaded.original != loaded.text:
            notes += f'<note category="loaded">{_escaped(loaded.original)}</note>'
        return f"<notes>{notes}</notes>\n" if notes else ""

    def _words(self, note: Note) -> str:
        return f"{note.author}: {note.text}" if note.author and self._options.names else note.text

    def _content(
        self, clause: Clause, side: Side, findings: Sequence[Finding], marks: Iterator[str]
    ) -> tuple[str, str]:
        """Give a text with its findings marked, and the lists that marks with several of them refer to."""
        text = clause.side(side).text
        parts: list[str] = []
        lists: list[str] = []
        last = 0
        for stretch in stretches((one for one in findings if one.side == side), len(text)):
            parts.append(_escaped(text[last : stretch.span.start]))
            words = _escaped(text[stretch.span.start : stretch.span.end])
            about, listed = self._issues(clause, stretch, mark := next(marks))
            parts.append(f'<mrk id="{mark}" type="its:any"{about}>{words}</mrk>')
            lists.append(listed)
            last = stretch.span.end
        return "".join((*parts, _escaped(text[last:]))), "".join(lists)

    def _issues(self, clause: Clause, stretch: Stretch, mark: str) -> tuple[str, str]:
        types = self._snapshot.types
        if len(stretch.findings) == 1:
            return attributes(stretch.findings[0], types, "its:"), ""
        name = f"q{clause.id}{mark}"
        issues = "".join(f"<its:locQualityIssue{attributes(finding, types)}/>" for finding in stretch.findings)
        return (
            f' its:locQualityIssuesRef="#its={name}"',
            f'<its:locQualityIssues xml:id="{name}">{issues}</its:locQualityIssues>\n',
        )


def _escaped(text: str) -> str:
    return escape(legal(text))
