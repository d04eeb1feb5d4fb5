"""A rendering written as the place it goes to asks for: capitals, plural."""

import re

_ASIDE = re.compile(r"\s*[(（][^)）]*[)）]\s*\Z")
_WORD = re.compile(r"[A-Za-z]+")
_SMALL = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "per", "the", "to", "with")
)
_SENTENCE_END = re.compile(r"(?:\A|[.!?。！？\n])[\s“”\"'(（\[]*\Z")
_PLURAL = re.compile(r"(?<![su])s\Z")


def without_aside(rendering: str) -> str:
    """Give a rendering without what it explains in brackets at its end."""
    return _ASIDE.sub("", rendering) or rendering


def in_shape_of(rendering: str, text: str, start: int, end: int) -> str:
    """Write a rendering as it would stand in place of some words.

    Args:
        rendering: a rendering of the glossary; what it explains in brackets at its end is left out.
        text: the text.
        start: where the words begin that it stands for.
        end: where they end.
    """
    plain = without_aside(rendering)
    words = [word for word in _WORD.findall(text[start:end]) if word.lower() not in _SMALL]
    capitals = [word for word in words if word[0].isupper()]
    if len(words) > 1 and len(capitals) == len(words):
        plain = _WORD.sub(lambda found: found[0] if found[0] in _SMALL else found[0][0].upper() + found[0][1:], plain)
        plain = plain[0].upper() + plain[1:]
    elif capitals and words and capitals[0] is words[0] and _SENTENCE_END.search(text, 0, start):
        plain = plain[0].upper() + plain[1:]
    last = words[-1] if words else ""
    ends = _WORD.findall(plain)
    if ends and _PLURAL.search(last) and not _PLURAL.search(ends[-1]) and plain.endswith(ends[-1]) and _is_noun(last):
        plain += "es" if plain.endswith(("s", "x", "ch", "sh")) else "s"
    return plain


def _is_noun(plural: str) -> bool:
    """Whether a word in -s is more likely a plural than a verb or a name; names keep their capitals."""
    return plural.islower() and len(plural) > 3
