#!/usr/bin/env python3
"""Makes resources/lexicon/cedict.tsv from CC-CEDICT: ``python packaging/build_lexicon.py cedict_ts.u8[.gz]``.

The dictionary is at https://www.mdbg.net/chinese/dictionary?page=cc-cedict, under CC BY-SA 4.0, as is what is made of
it. Of each word are kept the English words it may be rendered by, for pairing texts: the senses' content words, without
notes, labels and cross-references. Words that neither texts nor names are likely to hold are left out.
"""

import argparse
import gzip
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import wordfreq

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from drafter.alignment.stems import stems  # noqa: E402 -- found by the line above

OUT = ROOT / "resources" / "lexicon" / "cedict.tsv"
_HEADER = """\
# Made from CC-CEDICT, https://www.mdbg.net/chinese/dictionary?page=cc-cedict, by its many authors, published by MDBG.
# Licence of this file: CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/. Changed: only simplified words
# met in texts, only the words they may be rendered by, by packaging/build_lexicon.py.
"""
_ENTRY = re.compile(r"(\S+) (\S+) \[([^\]]*)\] /(.*)/")
_SKIP = re.compile(
    r"(?:old |archaic |erhua |Japanese |euphemistic |popular |common )?variant of|see |see also|surname |CL:"
    r"|also written|also pr\.|used in |unofficial variant|equivalent (?:of|to)|same as |\(?dialect\)? see|Taiwan pr"
)
_NOISE = re.compile(
    r"\([^()]*\)|\[[^\]]*\]|[^\x00-\u024f]+|\b(?:abbr\.|lit\.|fig\.|esp\.|coll\.|idiom|e\.g\.|i\.e\.|etc\.?|loanword)"
)
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


def entries(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Give each entry's simplified word and its senses."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            match = _ENTRY.match(line)
            if match and not line.startswith("#"):
                yield match[2], match[4].split("/")


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


def main() -> int:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("cedict", type=Path, help="the dictionary's file")
    parser.add_argument("--rarest", type=float, default=1e-7, help="how frequent a word must be to be kept")
    parser.add_argument("--out", type=Path, default=OUT)
    arguments = parser.parse_args()
    frequency = wordfreq.get_frequency_dict("zh", wordlist="large")
    senses: dict[str, list[list[str]]] = {}
    for word, texts in entries(arguments.cedict):
        if (
            len(word) <= _LONGEST
            and re.fullmatch("[\u4e00-\u9fff]+", word)
            and frequency.get(word, 0) > arguments.rarest
        ):
            senses.setdefault(word, []).extend(filter(None, map(words_of, texts)))
    lines = []
    for word, found in sorted(senses.items()):
        short = [words for words in found if len(words) <= _WORDY] or found[:1]
        kept = list(dict.fromkeys(part.lower() for words in short for part in words))[:_MOST]
        if stems(" ".join(kept)):
            lines.append(f"{word}\t{' '.join(kept)}\n")
    arguments.out.write_text(_HEADER + "".join(lines), encoding="utf-8")
    print(f"{len(lines)} words, {arguments.out.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
