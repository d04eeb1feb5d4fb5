"""A batch at work: one review after another, each finished one noted at once, so that it can be taken up again."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from drafter import __version__
from drafter.exports.atomic import write_atomically
from drafter.exports.html.facts import is_fact
from drafter.i18n import shown
from drafter.model import N_, SEVERITIES, DrafterError, Message, reason_of
from drafter.review.batch.items import Item
from drafter.review.opening import open_mixed, open_pair, open_project
from drafter.review.quality import quality_of
from drafter.review.session import ReviewSession

NOTES: Final = "batch.json"
"""Where a batch notes what is done."""

_FAILED: Final = N_("This review could not be done: {why}.")

Deliver = Callable[[ReviewSession, Path], Iterable[Path]]
"""Writes the results of a review; given a path without ending, tells what it wrote."""


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one review.

    Attributes:
        name: the review's name.
        files: names of the files it was made of.
        error: why it could not be done; "" where it was.
        clauses: how many clauses it has.
        counts: open findings by severity.
        facts: how many of them mean that a fact can't be trusted.
        penalty: MQM penalty per 1,000 words; None where there are no words.
        written: names of the files written.
        key: what its files and the program were, to tell whether it has to be done again.
        again: whether it was done by an earlier run.
    """

    name: str
    files: tuple[str, ...]
    error: str = ""
    clauses: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)
    facts: int = 0
    penalty: float | None = None
    written: tuple[str, ...] = ()
    key: str = ""
    again: bool = False


def run_batch(
    items: Iterable[Item], out: Path, deliver: Deliver, wanted: str, progress: Callable[[float], None] | None = None
) -> Iterator[Result]:
    """Do reviews one after another.

    A review that was done before with the same files, the same program and the same wishes is not done again.

    Args:
        items: the reviews.
        out: the folder for the results, which is made.
        deliver: writes the results of one.
        wanted: what is asked for, in words: where that is another thing than last time, all is done again.
        progress: told the share done of the review at hand, 0 to 1.

    Yields:
        What came of each, as soon as it is noted on disk.

    Raises:
        DrafterError: the folder can't be made, or nothing can be written to it.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DrafterError(
            N_("The folder “{name}” can't be made: {why}."), name=out.name, why=reason_of(error)
        ) from error
    known = _noted(out)
    done: dict[str, Result] = {}
    for item in items:
        key = _key(item, wanted)
        before = known.get(item.name)
        if before and key and before.key == key and all((out / name).is_file() for name in before.written):
            done[item.name] = before
        else:
            done[item.name] = _result(item, out, key, deliver, progress)
        _note(out, {**known, **done})
        yield done[item.name]
    _note(out, done)


def _result(item: Item, out: Path, key: str, deliver: Deliver, progress: Callable[[float], None] | None) -> Result:
    files = tuple(file.name for file in item.files)
    try:
        session = _opened(item, progress or (lambda _share: None))
        session.close()  # a project is read, and never changed by what is done for the results
        told = _weighed(session, Result(item.name, files, key=key))
        return replace(told, written=tuple(path.name for path in deliver(session, out / item.name)))
    except DrafterError as error:
        return Result(item.name, files, shown(error.message))
    except OSError as error:
        return Result(item.name, files, shown(Message(_FAILED, {"why": reason_of(error)})))


def _opened(item: Item, progress: Callable[[float], None]) -> ReviewSession:
    if item.zh and item.en:
        return open_pair(item.zh, item.en, progress=progress)
    single = item.files[0]
    if single.suffix.lower() == ".drafter":
        return open_project(single, progress=progress)
    return open_mixed(single, progress=progress)


def _weighed(session: ReviewSession, result: Result) -> Result:
    findings = session.findings()
    return replace(
        result,
        clauses=len(session.clauses),
        counts={severity: sum(one.severity == severity for one in findings) for severity in reversed(SEVERITIES)},
        facts=sum(map(is_fact, findings)),
        penalty=quality_of(session).whole.after.per_thousand,
    )


def _key(item: Item, wanted: str) -> str:
    """Tell a review's files, the program and what is asked for from all others; "" where a file can't be read."""
    digest = hashlib.sha256(f"{__version__}\0{wanted}".encode())
    try:
        for file in item.files:
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    except OSError:
        return ""
    return digest.hexdigest()


def _noted(out: Path) -> dict[str, Result]:
    """Read what an earlier run noted; what can't be read was not noted."""
    found: dict[str, Result] = {}
    with suppress(OSError, ValueError, TypeError, KeyError):
        for entry in json.loads((out / NOTES).read_bytes())["done"]:
            entry = {**entry, "files": tuple(entry["files"]), "written": tuple(entry["written"]), "again": True}
            found[entry["name"]] = Result(**entry)
    return found


def _note(out: Path, results: Mapping[str, Result]) -> None:
    done: list[dict[str, Any]] = [asdict(one) for one in results.values() if not one.error]
    for entry in done:
        entry.pop("again")
    write_atomically(out / NOTES, json.dumps({"done": done}, ensure_ascii=False, indent=1).encode())
