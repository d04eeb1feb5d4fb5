"""Damages files for as long as it is told, in processes of their own, and says what came of it.

    python -m tests.fuzz --seconds 600 [--start 1000000]

Files that something is wrong with are kept in build/fuzz, named by their numbers.
"""
# ruff: noqa: T201 -- a tool of the command line

import argparse
import faulthandler
import json
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from tests.fuzz.reading import case, outcome

_BATCH = 150
_STUCK = 60
_KEPT = Path("build") / "fuzz"


def main() -> int:
    """Run the batches."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--start", type=int, default=1_000_000)
    parser.add_argument("--batch", type=int, default=0, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.batch:
        return _batch(chosen.start, chosen.batch)
    counts: Counter[str] = Counter()
    read: Counter[str] = Counter()
    slowest: dict[str, float] = {}
    faults: list[tuple[int, str]] = []
    number, until = chosen.start, time.monotonic() + chosen.seconds
    while time.monotonic() < until:
        done = 0
        for line in _lines(number, _BATCH):
            kind, fault, was_read, seconds = json.loads(line)
            counts[kind] += 1
            read[kind] += was_read
            slowest[kind] = max(slowest.get(kind, 0.0), seconds)
            if fault:
                faults.append((number + done, fault))
                print(f"{number + done} {kind}: {fault}", flush=True)
            done += 1
        if done < _BATCH and not (faults and faults[-1][0] == number + done - 1):
            faults.append((number + done, "the process was stuck or broke"))
            print(*faults[-1], flush=True)
            done += 1
        number += done
    for kind in sorted(counts):
        print(f"{kind:5} {counts[kind]:6} files, {read[kind]:6} read, slowest {slowest[kind]:.2f} s")
    print(f"{sum(counts.values())} files, {len(faults)} faults, next start {number}")
    for one, _fault in faults:
        _KEPT.mkdir(parents=True, exist_ok=True)
        kind, data = case(one)
        (_KEPT / f"{one}.{kind}").write_bytes(data)
    return 1 if faults else 0


def _lines(start: int, count: int) -> list[bytes]:
    command = [sys.executable, "-m", "tests.fuzz", "--start", str(start), "--batch", str(count)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    return done.stdout.splitlines()


def _batch(start: int, count: int) -> int:
    for number in range(start, start + count):
        faulthandler.dump_traceback_later(_STUCK, exit=True)
        found = outcome(number)
        faulthandler.cancel_dump_traceback_later()
        print(json.dumps([found.kind, found.fault, found.read, found.seconds]), flush=True)
        if found.fault:
            return 1  # its memory may spoil what comes after
    return 0


if __name__ == "__main__":
    sys.exit(main())
