#!/usr/bin/env python3
"""Runs the program on the labelled corpora and prints how right it is: ``make score CORPUS=../shared/corpus``.

The judge is ``score/score.py`` beside the corpora; what the program said is kept under ``build/score``.
"""

import argparse
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "build" / "score"
# The rules that the first walk through the house promised.
FIRST_RULES = (
    "number.digit-word,number.split,unit.corrupt,date.corrupt,structure.enumerator-word,spacing.glued,spacing.stray,"
    "encoding.replacement,punctuation.quote,language.residue,number.value,number.missing"
)
# Commands that take a file to write to; the others speak on standard output.
_WRITING = ("check", "fix")


class Scoring:
    """One run over the corpora.

    Attributes:
        corpus: the folder of the labelled texts.
        more: further options for the judge where findings are scored, as `--misses 20`.
        failed: the commands that did not do their work.
    """

    def __init__(self, corpus: Path, more: Sequence[str]) -> None:
        self.corpus = corpus
        self.judge = corpus.parent / "score" / "score.py"
        self.more = more
        self.failed: list[str] = []
        self.summary: list[str] = []

    def drafter(self, name: str, *words: str | Path) -> Path | None:
        """Run a command of the program and keep what it says.

        Returns:
            The file that holds it; None if the command failed.
        """
        out = OUT / name
        command = [sys.executable, str(ROOT / "main.py"), *map(str, words)]
        if words[0] in _WRITING:
            command += ["-o", str(out)]
        done = subprocess.run(
            command,
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        if words[0] not in _WRITING:
            out.write_text(done.stdout, encoding="utf-8")
        if done.returncode > 1 or not out.exists():
            said = done.stderr.strip().splitlines()[-1:] or ["no word why"]
            self.failed.append(f"drafter {words[0]} ({name}): status {done.returncode}: {said[0]}")
            print(f"  FAILED {self.failed[-1]}")
            return None
        return out

    def judged(self, title: str, what: str, *words: str | Path) -> None:
        """Print what the judge says; its last line goes into the summary too."""
        print(f"\n--- {title}")
        done = subprocess.run(
            [sys.executable, str(self.judge), what, *map(str, words)],
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        print((done.stdout + done.stderr).rstrip())
        last = (done.stdout.strip().splitlines() or [done.stderr.strip() or "nothing"])[-1]
        if done.returncode:
            self.failed.append(f"score {what}: {last}")
        self.summary.append(f"{title:44} {last.strip()}")

    def align(self, corpus: str, zh: str = "zh.txt", en: str = "en.txt") -> None:
        """Score the pairing of a text."""
        folder = self.corpus / corpus
        said = self.drafter(f"{corpus}-align.jsonl", "align", "--zh", folder / zh, "--en", folder / en)
        if said:
            self.judged(f"{corpus}: align", "align", folder / "align.jsonl", said)

    def findings(self, corpus: str, gold: Sequence[Path], said: Path, *, side: str = "en") -> None:
        """Score findings: all, then the first rules alone."""
        options = ("--side", side, *self.more)
        self.judged(f"{corpus}: findings", "findings", *gold, said, *options)
        first = ("--side", side, "--rules", FIRST_RULES)
        self.judged(f"{corpus}: findings of the first rules", "findings", *gold, said, *first)

    def pair(self, corpus: str) -> None:
        """Score all that can be scored of a Chinese text with a damaged English one."""
        folder = self.corpus / corpus
        both = ("--zh", folder / "zh.txt", "--en", folder / "en.txt")
        self.align(corpus)
        gold = sorted(folder.glob("*findings.jsonl"))
        if said := self.drafter(f"{corpus}-findings.jsonl", "check", *both, "--format", "jsonl"):
            self.findings(corpus, gold, said)
            together = OUT / f"{corpus}-gold.jsonl"
            together.write_text("".join(path.read_text(encoding="utf-8") for path in gold), encoding="utf-8")
            for title, options in (("all fixes", ()), ("safe fixes", ("--confidence", "safe"))):
                self.judged(f"{corpus}: {title}", "fixes", together, folder / "en.txt", said, *options)
        if alone := self.drafter(
            f"{corpus}-en-findings.jsonl", "check", "--en", folder / "en.txt", "--format", "jsonl"
        ):
            self.judged(f"{corpus}: findings, English alone", "findings", folder / "findings.jsonl", alone)
        if figures := self.drafter(f"{corpus}-quantities.jsonl", "quantities", *both):
            self.judged(f"{corpus}: quantities", "quantities", folder / "quantities.jsonl", figures)
        if text := self.drafter(f"{corpus}-fixed.txt", "fix", *both, "--level", "suggested"):
            self.same_lines(f"{corpus}: lines as they should be", text, folder / "en.txt", folder / "en-fixed.txt")

    def same_lines(self, title: str, text: Path, before: Path, goal: Path) -> None:
        """Count the lines of a mended text that equal the good ones."""
        mended, damaged, good = (path.read_text(encoding="utf-8").split("\n") for path in (text, before, goal))
        whole = [line for line in good if line.strip()]
        had, has = (sum((Counter(whole) & Counter(lines)).values()) for lines in (damaged, mended))
        self.summary.append(f"{title:44} {had} of {len(whole)} before, {has} after `drafter fix --level suggested`")
        print(f"\n--- {self.summary[-1]}")

    def mixed(self, corpus: str) -> None:
        """Score one file that holds both languages."""
        folder = self.corpus / corpus
        if said := self.drafter(
            f"{corpus}-findings.jsonl", "check", "--mixed", folder / "mixed.txt", "--format", "jsonl"
        ):
            self.findings(corpus, [folder / "findings.jsonl"], said, side="any")
            apart = ("--side", "any", "--skip", "spacing,punctuation")
            title = f"{corpus}: without spacing, punctuation"
            self.judged(title, "findings", folder / "findings.jsonl", said, *apart)

    def false_alarms(self, title: str, name: str, zh: Path, en: Path) -> None:
        """Count what is found in a pair in which nothing is wrong."""
        said = self.drafter(name, "check", "--zh", zh, "--en", en, "--format", "jsonl")
        if not said:
            return
        rows: list[dict[str, Any]] = [
            json.loads(line) for line in said.read_text(encoding="utf-8").splitlines() if line
        ]
        lines = sum(bool(line.strip()) for line in en.read_text(encoding="utf-8").splitlines())
        severe = [row for row in rows if row["severity"] != "minor"]
        print(f"\n--- {title}")
        for (rule, severity), number in Counter((row["rule"], row["severity"]) for row in rows).most_common(15):
            print(f"  {rule} ({severity}): {number}")
        self.summary.append(
            f"{title:44} {len(rows)} on {lines} lines, {len(severe)} at major or above "
            f"= {100 * len(severe) / max(1, lines):.1f} per 100"
        )


def main() -> int:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpus", type=Path, help="the folder of the labelled texts")
    arguments, more = parser.parse_known_args()
    scoring = Scoring(arguments.corpus.resolve(), more)
    if not scoring.judge.is_file():
        print(f"score: there is no {scoring.judge}: CORPUS must name the folder of the labelled texts", file=sys.stderr)
        return 2
    OUT.mkdir(parents=True, exist_ok=True)
    for old in OUT.iterdir():
        old.unlink()
    for corpus in ("hunan", "henan"):
        scoring.pair(corpus)
    scoring.align("autumn-winter", "zh-clean.txt", "en-clean.txt")
    scoring.mixed("autumn-winter")
    clean = scoring.corpus / "autumn-winter"
    scoring.false_alarms(
        "autumn-winter, clean pair: false alarms",
        "clean-findings.jsonl",
        clean / "zh-clean.txt",
        clean / "en-clean.txt",
    )
    print("\n=== summary")
    print("\n".join(scoring.summary))
    for fault in scoring.failed:
        print(f"FAILED {fault}")
    return int(bool(scoring.failed))


if __name__ == "__main__":
    sys.exit(main())
