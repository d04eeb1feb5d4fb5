"""What a second is on this machine: limits of time are told as ratios to a fixed piece of work."""

import re
from time import process_time

_WORK = 0.02  # seconds that the work takes where the limits were set, with nothing else to do
_TEXT = "到2025年，PM2.5浓度下降10%以上；by 2025 the concentration is to fall by 10% or more. " * 60
_WORD = re.compile(r"[A-Za-z]+|[0-9.]+|[一-鿿]")


def allowed(seconds: float) -> float:
    """Give how long something may take here that may take some seconds where the limits were set.

    Args:
        seconds: the limit there, of processor time.

    Returns:
        Seconds; never fewer.
    """
    return seconds * max(1.0, min(_work() for _ in range(3)) / _WORK)


def _work() -> float:
    begun = process_time()
    counts: dict[str, int] = {}
    for _ in range(40):
        for word in _WORD.finditer(_TEXT):
            counts[word[0]] = counts.get(word[0], 0) + word.start()
    sorted(counts.items(), key=lambda item: (item[1], item[0]))
    return process_time() - begun
