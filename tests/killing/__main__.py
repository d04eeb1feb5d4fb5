"""Kill the program many times and tell what was lost: `python -m tests.killing --times 300`."""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.killing.killer import QUICK, Killer, victims

_ALLOWED = 0.2  # s from a key to the disk


def main() -> int:
    """Kill; 1 where anything was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--deed", choices=(*QUICK, "typing"), help="only while this is done")
    chosen = parser.parse_args()
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, victims() as server:
        killer = Killer(Path(folder), server, chosen.seed, _ALLOWED)
        for number in range(chosen.times):
            killer.kill(chosen.deed or (*QUICK, "typing")[number % (len(QUICK) + 1)])
    toll = killer.toll
    said = [f"{deed}: {count} kills" for deed, count in toll.kills.items()]
    said.append(f"{toll.kills.total()} kills in {time.monotonic() - start:.0f} s, {toll.told} changes and keys told of")
    said.append(f"lost: {len(toll.lost)}; keys younger than {_ALLOWED} s when it ended, and not kept: {toll.late}")
    sys.stdout.write("\n".join([*said, *toll.lost]) + "\n")
    return 1 if toll.lost else 0


if __name__ == "__main__":
    sys.exit(main())
