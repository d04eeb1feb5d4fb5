"""A review as a translation memory (TMX 1.4b, LISA 2005): the pairs, who changed them and when, what they were tagged.

Only pairs with text on both sides are of use to a memory. Nothing in the file depends on when it is written.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from drafter import __version__
from drafter.exports.atomic import write_atomically
from drafter.exports.characters import legal
from drafter.exports.data_options import DataOptions
from drafter.exports.languages import CODES
from drafter.exports.snapshot import ReviewSnapshot
from drafter.model import DONE, N_, Clause, DrafterError, Revision, Side

_TIME: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?Z")


def write_tmx(snapshot: ReviewSnapshot, path: Path, options: DataOptions) -> int:
    """Write the pairs of a review as a translation memory.

    Args:
        snapshot: the review.
        path: where to; an old file there is replaced whole or not at all.
        options: whether unconfirmed pairs are left out, and the reviewers' names.

    Returns:
        How many pairs it has.

    Raises:
        DrafterError: there is no pair to write, or the file can't be written.
    """
    wanted = [clause for clause in snapshot.clauses if _is_pair(clause)]
    if options.confirmed:
        wanted = [clause for clause in wanted if snapshot.state(clause.id) in DONE]
    if not wanted:
        raise DrafterError(
            N_("There is no confirmed pair to write: confirm clauses first, or choose all pairs.")
            if options.confirmed
            else N_("There is no pair to write: no clause has text in both languages.")
        )
    last = _last_changes(snapshot)
    units = "".join(_unit(clause, snapshot, last, options) for clause in wanted)
    source = CODES[snapshot.source]
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n'
        f'<header creationtool="Drafter" creationtoolversion={quoteattr(__version__)} segtype="paragraph" '
        f'o-tmf="drafter" adminlang="en" srclang="{source}" datatype="plaintext"/>\n'
        f"<body>\n{units}</body>\n</tmx>\n"
    )
    write_atomically(path, text.encode())
    return len(wanted)


def _is_pair(clause: Clause) -> bool:
    return bool(clause.zh.text.strip() and clause.en.text.strip())


def _last_changes(snapshot: ReviewSnapshot) -> Mapping[tuple[int, Side], Revision]:
    return {(one.clause, one.side): one for one in snapshot.revisions if one.kind == "text"}


def _unit(
    clause: Clause, snapshot: ReviewSnapshot, last: Mapping[tuple[int, Side], Revision], options: DataOptions
) -> str:
    props = "".join(
        f'<prop type="{kind}">{_escaped(value)}</prop>\n' for kind, value in _props(clause, snapshot) if value
    )
    order = (snapshot.source, snapshot.target)
    variants = "".join(_variant(clause, side, last.get((clause.id, side)), options) for side in order)
    return f'<tu tuid="c{clause.id}">\n{props}{variants}</tu>\n'


def _props(clause: Clause, snapshot: ReviewSnapshot) -> Iterator[tuple[str, str]]:
    yield "x-doc", snapshot.title
    yield "x-status", snapshot.state(clause.id)
    for concept in snapshot.tags.get(clause.id, ()):
        yield "x-measure", concept.notation


def _variant(clause: Clause, side: Side, change: Revision | None, options: DataOptions) -> str:
    about = ""
    if change is not None:
        found = _TIME.fullmatch(change.time)
        about += f' changedate="{"".join(found.groups()[:3])}T{"".join(found.groups()[3:])}Z"' if found else ""
        author = " ".join(legal(change.author).split())
        about += f" changeid={quoteattr(author)}" if author and options.names else ""
    text = _escaped(clause.side(side).text)
    return f'<tuv xml:lang="{CODES[side]}"{about}><seg>{text}</seg></tuv>\n'


def _escaped(text: str) -> str:
    return escape(legal(text))
