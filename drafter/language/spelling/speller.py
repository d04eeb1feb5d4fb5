"""Tells which words are misspelt, and what they may have been meant to be."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from drafter.language.lists import characters_by_syllable, renderings_listed, technical_words
from drafter.language.pinyin import bare, is_pinyin, read_in
from drafter.language.spelling.british import american_forms
from drafter.language.spelling.dictionary import own_dictionary, shipped_dictionary
from drafter.language.spelling.own import OwnWords
from drafter.language.spelling.words import words_to_spell
from drafter.language.terms.in_use import per_glossary
from drafter.language.words import commonness, words_as_common_as
from drafter.model import Span, Term

if TYPE_CHECKING:
    from spylls.hunspell import Dictionary

# By the Zipf scale: 3 is once in a million words. Frequent misspellings reach 3.05.
_SURELY: Final = {2: 4.3, 3: 3.5}
"""How common a word of so many letters is that needs no other proof."""
_SURELY_LONG: Final = 3.1
_SHORT: Final = 3  # letters
_PERHAPS: Final = 1.5
"""From here on a word is right unless it looks like a slip for one that is far more common."""
_FAR_MORE: Final = {1: 1.2, 2: 2.2}
"""How much more common, by the slips that lie between."""
_LONG: Final = 7  # letters from which on two slips make a misspelling as well
_NEIGHBOURS: Final = 3.0
_FREQUENT: Final = 5.5
_MOST_FREQUENT: Final = 6.0
_MEANT_NAME: Final = {1: 4.3, 2: 4.9}
"""How common a name must be that a capitalised word may be a slip for, by the slips; so too any word of few letters."""
_FEW: Final = 5  # letters
_OFFERED: Final = 2.0
_MOST: Final = 7
_PREFIXES: Final = re.compile(
    "aero|agro|anti|auto|bio|co|counter|cyber|de|deep|eco|electro|extra|geo|hydro|hyper|infra|inter|intra|kilo|macro|mega"
    "|meta|micro|mid|mini|mono|multi|nano|non|off|out|over|petro|photo|poly|post|pre|pseudo|quasi|re|retro|semi|socio|sub|super"
    "|techno|tele|thermo|trans|tri|ultra|under|uni|up"
)
_REST: Final = 4  # letters that must be left behind a prefix
_VOWEL: Final = re.compile("[aeiouy]")
_WORDS: Final = re.compile("[A-Za-z]+")


class Speller:
    """Looks words up; what was looked up once is remembered.

    Example:
        >>> speller = Speller()
        >>> [str(text) for text in speller.suggestions("enviroment")][:1]
        ['environment']
    """

    def __init__(self, own: OwnWords | None = None, dictionary: Path | None = None) -> None:
        """Read the dictionaries, which takes some tenths of a second the first time.

        Args:
            own: a person's own words.
            dictionary: the `.dic` or `.aff` of a dictionary that counts beside ours.

        Raises:
            SpellingError: that can't be read.
        """
        self.own = own
        self._dictionaries: list[Dictionary] = [shipped_dictionary()]
        if dictionary is not None:
            self._dictionaries.append(own_dictionary(dictionary))
        self._stems = tuple(word.stem for one in self._dictionaries[1:] for word in one.dic.words)
        self._known: dict[str, bool] = {}
        self._foreign: dict[str, bool] = {}
        _rarely_used(), _glossary_words(), _common_words(_NEIGHBOURS), _common_words(_OFFERED)

    def misspelt(self, text: str, chinese: str = "") -> list[Span]:
        """Give the words of an English text that are misspelt, in order.

        Args:
            text: the text.
            chinese: what it renders, "" where that is not known: names are held against it.
        """
        return [word.span for word in words_to_spell(text) if not self.knows(word.text, chinese)]

    def knows(self, word: str, chinese: str = "") -> bool:
        """Tell whether a word is spelt right.

        Args:
            word: one word.
            chinese: the text that holds what it renders, "" where that is not known.
        """
        if self.own is not None and word in self.own:
            return True
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._looked_up(word)
        return known or word.lower() in _glossary_words() or _is_name(word, chinese) or self._is_foreign_name(word)

    def is_settled(self, word: str) -> bool:
        """Tell whether a word was looked up before, so that asking again takes no time."""
        return word in self._known

    def suggestions(self, word: str) -> Sequence[str]:
        """Give what a misspelt word may have been meant to be, the likeliest first.

        Args:
            word: the word.
        """
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract_iter

        lower = word.lower()
        slips = 2 if len(word) > _SHORT else 1
        near: dict[str, float] = {}
        for words in self._offered():
            near |= {
                one: distance
                for one, distance, _ in extract_iter(lower, words, scorer=OSA.distance, score_cutoff=slips)
            }
        ranked = sorted(near, key=lambda one: (near[one] + (one[0] != lower[0]), -commonness(one), one))
        found = list(islice((one for one in ranked if one != lower and self.knows(one)), _MOST))
        if (parted := self._parted(lower)) is not None:
            found.insert(0 if not found or OSA.distance(found[0], lower) > 1 else 1, parted)
        return [_in_case_of(word, one) for one in found[:_MOST]]

    # --- inside ----------------------------------------------------------------------------------------------------

    def _looked_up(self, word: str) -> bool:
        lower = word.lower()
        if self._in_dictionary(word) or self._is_listed(lower):
            return True
        if commonness(lower) >= _SURELY.get(len(word), _SURELY_LONG) and not _are_two(lower):
            return True
        return self._has_prefix(lower) or any(map(_is_rare_word, (lower, *american_forms(lower))))

    def _in_dictionary(self, word: str) -> bool:
        return any(dictionary.lookup(word) for dictionary in self._dictionaries)

    def _has_prefix(self, lower: str) -> bool:
        rests = (lower[size:] for size in range(2, len(lower) - _REST + 1) if _PREFIXES.fullmatch(lower, 0, size))
        return any(self._in_dictionary(rest) or self._is_listed(rest) for rest in rests)

    def _is_listed(self, lower: str) -> bool:
        """Whether the lists have a word, or a dictionary what it is in American spelling."""
        if len(lower) < _SHORT:
            return not _VOWEL.search(lower)  # a unit
        return lower in _listed() or any(
            form in _listed() or self._in_dictionary(form) for form in american_forms(lower)
        )

    def _is_foreign_name(self, word: str) -> bool:
        """Whether a word is a name that no list has: capitalised, no pinyin, and near nothing that is known."""
        known = self._foreign.get(word)
        if known is None:
            capitalised = word[:1].isupper() and word[1:].islower() and len(word) > _SHORT
            known = capitalised and not is_pinyin(word) and not self._is_slip_for_another(word.lower())
            self._foreign[word] = known
        return known

    def _is_slip_for_another(self, lower: str) -> bool:
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract_iter

        few = len(lower) <= _FEW
        slips = 2 if len(lower) >= _LONG else 1
        for one, distance, _ in extract_iter(
            lower, _common_words(_NEIGHBOURS), scorer=OSA.distance, score_cutoff=slips
        ):
            plain = not few and self._in_dictionary(one)
            if plain or not distance or commonness(one) >= _MEANT_NAME[distance]:
                return True
        if self._parted(lower) is not None:
            return True
        return next(extract_iter(lower, _rarely_used(), scorer=OSA.distance, score_cutoff=1), None) is not None

    def _offered(self) -> Iterator[Sequence[str]]:
        """Give the words that a misspelt one may have been meant to be."""
        yield _common_words(_OFFERED)
        yield tuple(_glossary_words())
        yield self._stems
        if self.own is not None:
            yield [word.lower() for word in self.own]

    def _parted(self, lower: str) -> str | None:
        """Give two common words that stand here without the blank between them."""
        places = range(2, len(lower) - 1)
        ways = [(min(commonness(lower[:at]), commonness(lower[at:])), at) for at in places]
        ways = [
            (common, at) for common, at in ways if self._in_dictionary(lower[:at]) and self._in_dictionary(lower[at:])
        ]
        common, at = max(ways, default=(0.0, 0))
        return f"{lower[:at]} {lower[at:]}" if common >= _SURELY_LONG else None


def _is_rare_word(lower: str) -> bool:
    """Whether a rare word is one in its own right, and no slip for a far more common one."""
    common = commonness(lower)
    if common < _PERHAPS or _are_two(lower):
        return False
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract_iter

    slips = 2 if len(lower) >= _LONG else 1
    near = extract_iter(lower, _common_words(_NEIGHBOURS), scorer=OSA.distance, score_cutoff=slips)
    return not any(distance > 0 and commonness(one) >= common + _FAR_MORE[distance] for one, distance, _ in near)


def _are_two(lower: str) -> bool:
    """Whether a word is two very frequent ones without the blank between them: "ofthe"."""
    ways = ((commonness(lower[:at]), commonness(lower[at:])) for at in range(2, len(lower) - 1))
    return any(min(way) >= _FREQUENT and max(way) >= _MOST_FREQUENT for way in ways)


def _is_name(word: str, chinese: str) -> bool:
    """Whether a word is a name in pinyin; where the Chinese is known, one that it holds."""
    letters = bare(word)
    if not (is_pinyin(word) or letters in characters_by_syllable()):
        return False
    return read_in(word, chinese) if chinese else word[:1].isupper()


def _in_case_of(word: str, one: str) -> str:
    return one.upper() if word.isupper() else one[:1].upper() + one[1:] if word[:1].isupper() else one


@cache
def _common_words(least: float) -> tuple[str, ...]:
    return tuple(word for word in words_as_common_as(least) if word.isascii() and word.isalpha())


@cache
def _rarely_used() -> tuple[str, ...]:
    """Give the lists' names in pinyin, and their long words."""
    return tuple(sorted(word for word in _listed() if len(word) >= (_FEW if is_pinyin(word) else _LONG)))


@cache
def _listed() -> frozenset[str]:
    """Give the words of the lexicon's English, which people have written and looked through."""
    english = (word for words in renderings_listed().values() for word in _WORDS.findall(words.lower()))
    return frozenset(english) | technical_words()


def _words_of(terms: Sequence[Term]) -> frozenset[str]:
    english = (rendering for term in terms for rendering in (term.en, *term.accepted))
    return frozenset(word.lower() for rendering in english for word in _WORDS.findall(rendering))


_glossary_words = per_glossary(_words_of)
