#!/usr/bin/env python3
"""Makes what resources/lexicon takes from CC-CEDICT: ``python packaging/build_lexicon.py cedict_ts.u8[.gz]``.

The dictionary is at https://www.mdbg.net/chinese/dictionary?page=cc-cedict, under CC BY-SA 4.0, as is what is made of
it. Of each word are kept the English words it may be rendered by (cedict.tsv), for pairing texts: the senses' content
words, without notes, labels and cross-references. Words that neither texts nor names are likely to hold are left out.
Beside them stand the characters by their reading (pinyin.tsv), for names, and the traditional characters that no
simplified text holds with the simplified ones (simplified.tsv).
"""

import argparse
import gzip
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import wordfreq

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from drafter.alignment.stems import stems  # noqa: E402 -- found by the line above

OUT = ROOT / "resources" / "lexicon"
_HEADER = """\
# Made from CC-CEDICT, https://www.mdbg.net/chinese/dictionary?page=cc-cedict, by its many authors, published by MDBG.
# Licence of this file: CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/. Changed: chosen and cut down by
# packaging/build_lexicon.py, which says how.
"""
_ENTRY = re.compile(r"(\S+) (\S+) \[([^\]]*)\] /(.*)/")
_SKIP = re.compile(
    r"(?:old |archaic |erhua |Japanese |euphemistic |popular |common )?variant of|see |see also|surname |CL:"
    r"|also written|also pr\.|used in |unofficial variant|equivalent (?:of|to)|same as |\(?dialect\)? see|Taiwan pr"
)
_NOISE = re.compile(
    r"\([^()]*\)|\[[^\]]*\]|[^\x00-\u024f]+|\b(?:abbr\.|lit\.|fig\.|esp\.|coll\.|idiom|e\.g\.|i\.e\.|etc\.?|loanword)"
)
_HAN = re.compile("[\u4e00-\u9fff]+")
_TONE = re.compile("[1-5]")
_READING = re.compile("[a-z]*[aeiouv][a-z]*")
_WORD = re.compile(r"[A-Za-z]+(?:'[a-z]+)?")
# Words of explanation, of no use for knowing a rendering.
_EXPLAINING_WORDS = (
    "sb sth one's oneself someone something somebody abbr for of the a an to in on at by with and or as from be is are "
    "that this it its also into used kind type make do get have esp other another etc onto used which who"
)
_EXPLAINING = frozenset(_EXPLAINING_WORDS.split())
# What a place is explained by, which any other place is explained by too.
_PLACING_WORDS = (
    "city province county district prefecture level autonomous region capital municipality river town township island "
    "state country north south east west northeast northwest southeast southwest central china taiwan ethnic group "
    "minority nationality ancient dynasty kingdom republic mountain place name area sub prefectural subprefecture"
)
_PLACING = frozenset(_PLACING_WORDS.split())
_LONGEST = 6
_MOST = 8
_WORDY = 4
_USUAL = 0.15


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry: the word in both scripts, its readings without tones, its senses."""

    traditional: str
    word: str
    readings: list[str]
    senses: list[str]


def entries(path: Path) -> Iterator[Entry]:
    """Read the dictionary."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            match = _ENTRY.match(line)
            if match and not line.startswith("#"):
                readings = [_TONE.sub("", reading.lower().replace("u:", "v")) for reading in match[3].split()]
                yield Entry(match[1], match[2], readings, match[4].split("/"))


def words_of(sense: str) -> list[str]:
    """Give the words a sense renders the entry by; none where it only explains or refers."""
    if _SKIP.match(sense):
        return []
    bare = _NOISE.sub(" ", _NOISE.sub(" ", sense))
    words = _WORD.findall(bare)
    telling = [word for word in words if word.lower() not in _EXPLAINING]
    if telling and telling[0][0].isupper():
        # A name, and then what it is: "Tianjin, a municipality in north China".
        named = [word for word in telling if word.lower() not in _PLACING]
        telling = named[:2] or telling[:2]
    return telling or [word for word in words[:2] if len(words) <= 2 and word.lower() not in ("sb", "sth")]


def renderings(dictionary: Sequence[Entry], frequency: Mapping[str, float], rarest: float) -> list[str]:
    """Give a line for each word: the word and what renders it."""
    senses: dict[str, list[list[str]]] = {}
    for entry in dictionary:
        if len(entry.word) <= _LONGEST and _HAN.fullmatch(entry.word) and frequency.get(entry.word, 0) > rarest:
            senses.setdefault(entry.word, []).extend(filter(None, map(words_of, entry.senses)))
    lines = []
    for word, found in sorted(senses.items()):
        short = [words for words in found if len(words) <= _WORDY] or found[:1]
        kept = list(dict.fromkeys(part.lower() for words in short for part in words))[:_MOST]
        if stems(" ".join(kept)):
            lines.append(f"{word}\t{' '.join(kept)}")
    return lines


def characters_by_reading(dictionary: Sequence[Entry], frequency: Mapping[str, float]) -> list[str]:
    """Give a line for each reading: the reading and the characters read so, rare readings of a character left out."""
    used = {ch for word in frequency for ch in word}
    met: dict[str, Counter[str]] = {}
    for entry in dictionary:
        if len(entry.word) == len(entry.readings):
            for ch, reading in zip(entry.word, entry.readings, strict=True):
                if ch in used and _HAN.fullmatch(ch) and _READING.fullmatch(reading):
                    met.setdefault(ch, Counter())[reading] += 1
    read: dict[str, list[str]] = {}
    for ch, readings in met.items():
        for reading, count in readings.items():
            if count >= _USUAL * readings.total():
                read.setdefault(reading, []).append(ch)
    return [f"{reading}\t{''.join(sorted(found))}" for reading, found in sorted(read.items())]


def simplifications(dictionary: Sequence[Entry]) -> list[str]:
    """Give a line for each traditional character that no simplified word holds: it and the simplified one."""
    simplified = {ch for entry in dictionary for ch in entry.word}
    met: dict[str, Counter[str]] = {}
    for entry in dictionary:
        for old, new in zip(entry.traditional, entry.word, strict=False):
            if _HAN.fullmatch(old) and old not in simplified:
                met.setdefault(old, Counter())[new] += 1
    return [f"{old}\t{new.most_common(1)[0][0]}" for old, new in sorted(met.items())]


def main() -> int:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("cedict", type=Path, help="the dictionary's file")
    parser.add_argument("--rarest", type=float, default=1e-7, help="how frequent a word must be to be kept")
    parser.add_argument("--out", type=Path, default=OUT, help="the folder to write to")
    arguments = parser.parse_args()
    frequency = wordfreq.get_frequency_dict("zh", wordlist="large")
    dictionary = list(entries(arguments.cedict))
    for name, lines in (
        ("cedict.tsv", renderings(dictionary, frequency, arguments.rarest)),
        ("pinyin.tsv", characters_by_reading(dictionary, frequency)),
        ("simplified.tsv", simplifications(dictionary)),
    ):
        (arguments.out / name).write_text(_HEADER + "".join(line + "\n" for line in lines), encoding="utf-8")
        print(f"{name}: {len(lines)} lines")
    return 0


if __name__ == "__main__":
    sys.exit(main())
