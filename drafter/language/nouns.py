"""Nouns of English: their plurals and singulars, the article before them, and which word of a phrase is its head."""

import re

from drafter.language.words import commonness

_WORD = re.compile(r"[A-Za-z]+(?:[-–’'][A-Za-z]+)*")
_IRREGULAR = {
    "man": "men", "woman": "women", "child": "children", "foot": "feet", "criterion": "criteria", "leaf": "leaves",
    "phenomenon": "phenomena", "analysis": "analyses", "basis": "bases", "crisis": "crises", "life": "lives",
    "half": "halves", "shelf": "shelves", "bacterium": "bacteria", "hero": "heroes", "veto": "vetoes",
    "cargo": "cargoes", "echo": "echoes", "bus": "buses", "gas": "gases",
    "taxi": "taxis", "ski": "skis",
}  # fmt: skip
_SINGULARS = {plural: singular for singular, plural in _IRREGULAR.items()}
_MEN = re.compile(r"(?<!hu)(?<!ger)man\Z")
# Nouns of one form only, and words in -s that are no nouns.
_NO_NUMBER_WORDS = (
    "affairs news means series species works premises goods always across its plus thus this as has was is "
    "does versus chassis headquarters outskirts towards besides perhaps less unless sometimes"
)
_NO_NUMBER = frozenset(_NO_NUMBER_WORDS.split())
# Nouns that plans use of stuff and of doings; their plurals are frequent elsewhere.
_MASS_WORDS = (
    "control water development security power transport quality time work farmland land treatment justice "
    "supply energy discharge supervision prevention recovery burning iron steel"
)
_MASS = frozenset(_MASS_WORDS.split())
_COUNTED_WITHIN = 1.25
"""How much rarer, on the Zipf scale, the plural of a word may be that is counted."""

_BEHIND_HEAD_WORDS = (
    "of in on at for from to with without by under over through during within into between among against as "
    "than that which who where while until when per via before after not"
)
_BEHIND_HEAD = frozenset(_BEHIND_HEAD_WORDS.split())
_VOWEL_SOUND = re.compile(r"(?:[aeio]|u|8|11(?!\d)|18(?!\d)|x-)|(?:hour|honest|honou?r|heir)", re.IGNORECASE)
_LIKE_YOU = re.compile(
    r"(?:eu|ewe|once|one(?![a-z]{2})|ubiq|uni(?!n|m)|urani|ure|usag|use|usu|util|uto)|u[kns]\b", re.IGNORECASE
)
_SPELLED_WITH_VOWEL = frozenset("AEFHILMNORSX")
_SHORTEST_PLURAL, _LONGEST_SPELLED = 4, 5


def plural_of(noun: str) -> str:
    """Give the plural of a noun, its capitals kept: facility -> facilities."""
    lower = noun.lower()
    if lower in _IRREGULAR:
        return noun[0] + _IRREGULAR[lower][1:]
    if _MEN.search(lower):
        return noun[:-2] + "en"
    if lower.endswith("y") and lower[-2:-1] not in tuple("aeou"):
        return noun[:-1] + "ies"
    return noun + ("es" if lower.endswith(("s", "x", "z", "ch", "sh")) else "s")


def singular_of(noun: str) -> str:
    """Give the singular of a noun in the plural, its capitals kept: facilities -> facility."""
    lower = noun.lower()
    if lower in _SINGULARS:
        return noun[0] + _SINGULARS[lower][1:]
    if lower.endswith("men"):
        return noun[:-2] + "an"
    ways = [noun[:-1]]
    if lower.endswith("ies"):
        ways.append(noun[:-3] + "y")
    elif lower.endswith("es"):
        ways.append(noun[:-2])
    return max(ways, key=commonness)


def is_plural(noun: str) -> bool:
    """Tell whether a word has the form of a plural."""
    lower = noun.lower()
    if lower in _SINGULARS or (lower.endswith("men") and lower[:-2] + "an" != lower and len(lower) > _SHORTEST_PLURAL):
        return True
    regular = lower.endswith("s") and not lower.endswith(("ss", "us", "is", "ics", "’s", "'s"))
    return regular and len(lower) >= _SHORTEST_PLURAL and lower not in _NO_NUMBER and lower not in _IRREGULAR


def is_counted(noun: str) -> bool:
    """Tell whether a word, in the singular, is a noun that is used in the plural as well."""
    last = re.split("[-–]", noun.lower())[-1]
    if len(last) < _SHORTEST_PLURAL - 1 or last in _MASS or last in _NO_NUMBER or not last.isalpha():
        return last in _IRREGULAR
    return bool(usual := commonness(last)) and commonness(plural_of(last)) >= usual - _COUNTED_WITHIN


def head_of(phrase: str) -> re.Match[str] | None:
    """Give the word of a noun phrase that takes the plural: the last one before “of”, “in” and the like.

    Args:
        phrase: a phrase that begins with a noun or what belongs to it; of a phrase that begins with a verb the last
            noun of its object is given, and None of one that begins as no noun phrase does: where conditions permit.
    """
    head = None
    for word in _WORD.finditer(phrase):
        if word[0] in _BEHIND_HEAD:
            break
        head = word
    return head


def article_before(words: str) -> str:
    """Give the article, a or an, that words take by the sound with which they begin."""
    first = words.lstrip("“”\"'‘’([（ ").split(None, 1)[0] if words.strip("“”\"'‘’([（ ") else ""
    letters = re.match(r"[A-Za-z]*", first)
    own = letters[0] if letters else ""
    if own.isupper() and len(own) <= _LONGEST_SPELLED:
        return "an" if own[0] in _SPELLED_WITH_VOWEL else "a"
    return "an" if _VOWEL_SOUND.match(first) and not _LIKE_YOU.match(first) else "a"
