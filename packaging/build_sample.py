#!/usr/bin/env python3
"""Damages the good English of the bundled sample and labels what it did.

The hand-written sources are ``zh.txt``, ``en-fixed.txt``, ``damage.tsv`` and ``quantities.tsv``; everything else in the
sample's folder but its note is made here, so that no offset is ever counted by hand.
"""

import argparse
import csv
import json
import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias

SAMPLE = Path(__file__).resolve().parent.parent / "resources" / "samples" / "yunxi"
# A row whose place begins so is seen in the damaged text and mended by the fix of the row around it.
NESTED = "see: "

Row: TypeAlias = dict[str, object]


class SampleError(Exception):
    """The sources contradict each other."""


class Text:
    """A text with its line starts, to turn places in it into lines and columns."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0] + [i + 1 for i, char in enumerate(text) if char == "\n"]

    def line_of(self, offset: int) -> int:
        """Gives the 1-based line that holds an offset."""
        return bisect_right(self.starts, offset)

    def span(self, line: int) -> tuple[int, int]:
        """Gives the ends of a line, its line break left out."""
        start = self.starts[line - 1]
        end = self.text.find("\n", start)
        return start, len(self.text) if end < 0 else end

    def find(self, start: int, end: int, marked: str) -> tuple[int, int]:
        """Finds the words in ⟦ ⟧ within ``start`` and ``end``; the words beside them make the place unique.

        Raises:
            SampleError: The place is not there, or there twice.
        """
        before, words, after = marked.replace("⟧", "⟦").split("⟦")
        # A place may run over the end of its line, where lines are joined or left out.
        reach = end + len(words + after) if "\n" in words else end
        at = self.text.find(before + words + after, start, reach)
        if at < 0 or self.text.find(before + words + after, at + 1, reach) >= 0:
            raise SampleError(f"line {self.line_of(start)}: {marked!r} must stand there once")
        return at + len(before), at + len(before) + len(words)


@dataclass(frozen=True)
class Damage:
    """One damage: the good words' place in the good text, and what stands there instead."""

    line: int
    start: int
    end: int
    bad: str
    label: Row


def read_table(path: Path) -> list[dict[str, str]]:
    """Reads a table whose cells are never quoted, so that quotation marks stand for themselves."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def label_of(row: dict[str, str]) -> Row:
    """Takes over the columns that need no computing."""
    label: Row = {"rule": row["rule"], "severity": row["severity"], "note": row["note"]}
    if row["seen"] == "pair":
        # The good English stands line by line beside the Chinese; words that begin with a line break are the next line.
        label["zh_line"] = int(row["line"]) + row["good"].count("⟦\\n")
    return label


def read_damages(good: Text, rows: list[dict[str, str]]) -> list[Damage]:
    """Finds each damage's place in the good text.

    Raises:
        SampleError: Two damages lie over each other.
    """
    damages = []
    for row in rows:
        marked = row["good"].replace("\\n", "\n")
        start, end = good.find(*good.span(int(row["line"])), marked)
        damages.append(Damage(int(row["line"]), start, end, row["bad"].replace("\\n", "\n"), label_of(row)))
    damages.sort(key=lambda damage: (damage.start, damage.end))
    for one, two in pairwise(damages):
        if one.end > two.start:
            raise SampleError(f"line {one.line}: {one.bad!r} and {two.bad!r} lie over each other")
    return damages


class Sample:
    """The damaged text, its labels, and which lines belong together."""

    def __init__(self, folder: Path) -> None:
        self.good = Text((folder / "en-fixed.txt").read_text(encoding="utf-8"))
        zh = (folder / "zh.txt").read_text(encoding="utf-8")
        self.zh = Text(zh)
        if [not line for line in zh.split("\n")] != [not line for line in self.good.text.split("\n")]:
            raise SampleError("zh.txt and en-fixed.txt must have the same lines")
        table = read_table(folder / "damage.tsv")
        self.damages = read_damages(self.good, [row for row in table if not row["good"].startswith(NESTED)])
        self.nested = [row for row in table if row["good"].startswith(NESTED)]
        self.amounts = read_table(folder / "quantities.tsv")

        parts: list[str] = []
        # Where each stretch of the good text has gone: its place there, its place here, its length.
        self.kept: list[tuple[int, int, int]] = []
        self.places: list[int] = []
        done = length = 0
        for damage in self.damages:
            self.kept.append((done, length, damage.start - done))
            parts += [self.good.text[done : damage.start], damage.bad]
            self.places.append(length + damage.start - done)
            length = self.places[-1] + len(damage.bad)
            done = damage.end
        self.kept.append((done, length, len(self.good.text) - done))
        self.bad = Text("".join(parts) + self.good.text[done:])

    def findings(self) -> list[Row]:
        """Labels every damage, in the order of the damaged text."""
        rows = [self._finding(damage, at) for damage, at in zip(self.damages, self.places, strict=True)]
        pairs = self.align()
        for row in self.nested:
            (lines,) = [pair["en"] for pair in pairs if int(row["line"]) in pair["zh"]]
            area = self.bad.span(lines[0])[0], self.bad.span(lines[-1])[1]
            start, end = self.bad.find(*area, row["good"].removeprefix(NESTED))
            rows.append(self._row(start, end, None, label_of(row)))
        return sorted(rows, key=lambda row: [row[key] for key in ("line", "start", "end")])

    def _finding(self, damage: Damage, at: int) -> Row:
        end = at + len(damage.bad)
        fix: str | None = self.good.text[damage.start : damage.end]
        if damage.bad.startswith("\n"):
            # No span crosses a line's end: an added line is marked without the break before it, and of a broken one
            # the first word of its rest, which no fix within that line can put back.
            at += 1
            if at == end:
                fix = None
                line = self.bad.text[at : self.bad.span(self.bad.line_of(at))[1]]
                end = at + len(line.split(" ", 1)[0])
        return self._row(at, end, fix, damage.label)

    def _row(self, start: int, end: int, fix: str | None, label: Row) -> Row:
        line = self.bad.line_of(start)
        left = self.bad.starts[line - 1]
        place: Row = {"line": line, "start": start - left, "end": end - left, "text": self.bad.text[start:end]}
        rest = {key: value for key, value in label.items() if key != "rule"}
        return {**place, "rule": label["rule"], "fix": fix, **rest}

    def _links(self) -> Iterator[tuple[int, int]]:
        for here, there, length in self.kept:
            for i in range(length):
                if not self.good.text[here + i].isspace():
                    yield self.good.line_of(here + i), self.bad.line_of(there + i)
        for damage, at in zip(self.damages, self.places, strict=True):
            words = self.good.text[damage.start : damage.end]
            if words.strip() and damage.bad.strip():
                here = damage.start + len(words) - len(words.lstrip())
                there = at + len(damage.bad) - len(damage.bad.lstrip())
                yield self.good.line_of(here), self.bad.line_of(there)

    def align(self) -> list[dict[str, list[int]]]:
        """Pairs the lines of ``zh.txt`` with those of the damaged text; every non-blank line stands once."""
        groups: list[tuple[set[int], set[int]]] = []
        for zh, en in sorted(set(self._links())):
            if groups and (zh in groups[-1][0] or en in groups[-1][1]):
                groups[-1][0].add(zh)
                groups[-1][1].add(en)
            else:
                groups.append(({zh}, {en}))
        for side, text in enumerate((self.zh, self.bad)):
            paired = {line for group in groups for line in group[side]}
            for line, words in enumerate(text.text.split("\n"), 1):
                if words and line not in paired:
                    at = sum(1 for group in groups if min(group[side], default=0) < line)
                    groups.insert(at, (set(), {line}) if side else ({line}, set()))
        return [{"zh": sorted(zh), "en": sorted(en)} for zh, en in groups]

    def quantities(self) -> list[Row]:
        """Gives the figures of the Chinese with their places."""
        rows: list[Row] = []
        for amount in self.amounts:
            line = int(amount["line"])
            left, right = self.zh.span(line)
            start, end = self.zh.find(left, right, amount["place"])
            row: Row = {"line": line, "start": start - left, "end": end - left, "text": self.zh.text[start:end]}
            row |= {key: json.loads(amount[key] or "null") for key in ("value", "value_max")}
            row |= {key: amount[key] for key in ("unit", "bound", "indicator_zh", "indicator_en")}
            row |= {"year": json.loads(amount["year"] or "null"), "region_zh": amount["region_zh"]}
            if amount["noun"]:
                row["noun"] = amount["noun"]
            rows.append(row)
        return sorted(rows, key=lambda row: [row[key] for key in ("line", "start")])

    def files(self) -> dict[str, str]:
        """Gives the made files, after making sure that the fixes give the good text back.

        Raises:
            SampleError: They don't.
        """
        findings = self.findings()
        # What no fix can mend (a paragraph broken in two) stays as it is.
        expected = list(self.good.text)
        for damage in self.damages:
            if damage.bad == "\n":
                expected[damage.start : damage.end] = ["\n"]
        if apply_fixes(self.bad.text, findings) != "".join(expected):
            raise SampleError("the fixes don't give en-fixed.txt back")
        lists: dict[str, Sequence[object]] = {"findings": findings, "align": self.align()}
        lists["quantities"] = self.quantities()
        made = {f"{name}.jsonl": "".join(map(dump, rows)) for name, rows in lists.items()}
        return {"en.txt": self.bad.text, **made}


def dump(row: object) -> str:
    """Writes one row of a JSON Lines file."""
    return json.dumps(row, ensure_ascii=False) + "\n"


def apply_fixes(text: str, findings: list[Row]) -> str:
    """Puts every fix in, from the end to the beginning; a line that a fix empties goes altogether.

    Raises:
        SampleError: A row's text isn't what stands there, or two fixes clash.
    """
    lines: list[str | None] = list(text.split("\n"))
    free: tuple[int, int] | None = None
    for row in reversed([row for row in findings if row["fix"] is not None]):
        number, start, end = (int(str(row[key])) for key in ("line", "start", "end"))
        line = lines[number - 1] or ""
        if line[start:end] != row["text"] or (free and free[0] == number and end > free[1]):
            raise SampleError(f"line {number}: the row {row} doesn't fit")
        lines[number - 1] = (line[:start] + str(row["fix"]) + line[end:]) or (None if line else "")
        free = number, start
    return "\n".join(line for line in lines if line is not None)


def main() -> int:
    """Makes the sample's files, or says which of them are out of date."""
    parser = argparse.ArgumentParser(description="Build the bundled sample's damaged text and its labels.")
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a file is out of date")
    check = parser.parse_args().check
    stale = []
    for name, text in Sample(SAMPLE).files().items():
        path = SAMPLE / name
        if not path.exists() or path.read_bytes() != text.encode():
            stale.append(name)
            if not check:
                # Bytes, so that no system puts its own line ends in.
                path.write_bytes(text.encode())
    print(", ".join(stale) if stale else "up to date")
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main())
