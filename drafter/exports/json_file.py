"""A review as JSON: everything that is known of it, for other programs.

One object: `format` and `version` say what it is; `clauses` in order, each with its texts, state, tags, findings and
notes; `figures`, the ledger; `history`, the changes. Names are in English, offsets are Unicode code points into the
text beside them, end exclusive; decimals are strings, so that no digit is lost.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from drafter.exports.atomic import write_atomically
from drafter.exports.data_options import DataOptions
from drafter.exports.quality.types import nearest
from drafter.exports.snapshot import ReviewSnapshot
from drafter.i18n import shown
from drafter.model import Clause, Finding, LedgerRow, Note, Quantity, Revision

FORMAT: Final = "drafter-review"
VERSION: Final = 1


def write_json(snapshot: ReviewSnapshot, path: Path, options: DataOptions) -> None:
    """Write a review as JSON in UTF-8.

    Raises:
        DrafterError: it can't be written; an old file there is untouched.
    """
    text = json.dumps(record(snapshot, options), ensure_ascii=False, indent=1)
    write_atomically(path, (text + "\n").encode("utf-8", "backslashreplace"))


def record(snapshot: ReviewSnapshot, options: DataOptions) -> dict[str, Any]:
    """Give a review as what JSON can hold."""
    findings = snapshot.findings_of()
    aside: dict[int, list[Finding]] = {}
    for finding in snapshot.ignored:
        aside.setdefault(finding.clause, []).append(finding)
    notes: dict[int | None, list[Note]] = {}
    for note in snapshot.notes:
        notes.setdefault(note.clause, []).append(note)
    return {
        "format": FORMAT,
        "version": VERSION,
        "title": snapshot.title,
        "zh_name": snapshot.zh_name,
        "en_name": snapshot.en_name,
        "target": snapshot.target,
        "clauses": [
            _clause(one, snapshot, findings.get(one.id, ()), aside.get(one.id, ()), notes.get(one.id, ()), options)
            for one in snapshot.clauses
        ],
        "figures": [_figure(row) for row in snapshot.figures],
        "history": [_revision(one, options) for one in snapshot.revisions],
    }


def _clause(  # the parts of one record, gathered once for all clauses
    clause: Clause,
    snapshot: ReviewSnapshot,
    findings: Sequence[Finding],
    aside: Sequence[Finding],
    notes: Sequence[Note],
    options: DataOptions,
) -> dict[str, Any]:
    return {
        "id": clause.id,
        "level": clause.level,
        "state": snapshot.state(clause.id),
        "zh": clause.zh.text,
        "en": clause.en.text,
        "zh_original": clause.zh.original,
        "en_original": clause.en.original,
        "confidence": clause.confidence,
        "tags": [{"code": one.notation, **one.label} for one in snapshot.tags.get(clause.id, ())],
        "findings": [_finding(one, snapshot) for one in findings],
        "set_aside": [_finding(one, snapshot) for one in aside],
        "notes": [_note(one, options) for one in notes],
    }


def _finding(finding: Finding, snapshot: ReviewSnapshot) -> dict[str, Any]:
    type_ = snapshot.types.get(finding.rule, "")
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "mqm": str(nearest(type_)) if type_ else None,
        "side": finding.side,
        "start": finding.span.start,
        "end": finding.span.end,
        "text": finding.text,
        "message": shown(finding.message),
        "fix": finding.fix.text if finding.fix else None,
        "confidence": finding.fix.confidence if finding.fix else None,
        "counterpart": list(finding.counterpart) if finding.counterpart else None,
    }


def _note(note: Note, options: DataOptions) -> dict[str, Any]:
    return {
        "id": note.id, "parent": note.parent or None, "side": note.side, "author": note.author if options.names else "",
        "time": note.time, "text": note.text, "about": note.about, "done": note.done, "imported": note.imported,
    }  # fmt: skip


def _figure(row: LedgerRow) -> dict[str, Any]:
    return {
        "clause": row.clause, "indicator": row.indicator, "year": row.year, "region": row.region,
        "verdict": row.verdict or None, "zh": _quantity(row.zh), "en": _quantity(row.en),
    }  # fmt: skip


def _quantity(quantity: Quantity | None) -> dict[str, Any] | None:
    if quantity is None:
        return None
    return {
        "start": quantity.span.start, "end": quantity.span.end, "text": quantity.text, "kind": quantity.kind,
        "value": f"{quantity.value:f}", "value_max": None if quantity.value_max is None else f"{quantity.value_max:f}",
        "unit": quantity.unit, "bound": quantity.bound,
    }  # fmt: skip


def _revision(revision: Revision, options: DataOptions) -> dict[str, Any]:
    return {
        "number": revision.number, "kind": revision.kind, "clause": revision.clause, "side": revision.side,
        "before": revision.before, "after": revision.after, "author": revision.author if options.names else "",
        "time": revision.time, "reason": revision.reason, "key": revision.key,
    }  # fmt: skip
