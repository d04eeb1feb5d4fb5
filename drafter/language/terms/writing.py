"""A rendering written as the place it goes to asks for: capitals, number, article, nothing said twice."""

import re
from typing import NamedTuple

from drafter.language.nouns import article_before, head_of, is_counted, is_plural, plural_of, singular_of
from drafter.model import Span

_ASIDE = re.compile(r"\s*[(（][^)）]*[)）]\s*\Z")
_WORD = re.compile(r"[A-Za-z]+(?:[’'][A-Za-z]+)*")
_TOKEN = re.compile(r"[A-Za-z]+(?:[-–’'][A-Za-z]+)*")
_SMALL = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "per", "the", "to", "with")
)
_SENTENCE_END = re.compile(r"(?:\A|[.!?:。！？：\n]|\(?[0-9A-Za-z]{1,2}\))[\s“”\"'(（\[]*\Z")
_ARTICLE = re.compile(r"(?<![A-Za-z’'-])(?P<word>an?)(?P<gap>\s+[“”\"'‘’]?)\Z", re.IGNORECASE)
_ONE = re.compile(r"(?<![A-Za-z’'-])(?:an?|each|every|one|another|this|that)\s+[“”\"'‘’]?\Z", re.IGNORECASE)
_OF_ONE = re.compile(r"[’']s\b|\s(?:is|was|has)\b")
_OWN_ARTICLE = re.compile(r"(?<![A-Za-z’'-])an?\s+(?=(?:[A-Za-z’'–-]+\s+){0,3}\Z)", re.IGNORECASE)
_BEGINS_WITH_ARTICLE = re.compile(r"\A(?:an?|the)\s+", re.IGNORECASE)
_DETERMINER = re.compile(
    r"(?<![A-Za-z’'-])(?:an?|the|its|their|our|this|that|these|those|each|every|all|some|any|no)\s+\Z", re.IGNORECASE
)
_ENDS_IN_WORDS = re.compile(r"(?:[A-Za-z’'-]+\s+)+\Z")
_BEGINS_WITH_WORDS = re.compile(r"(?:\s+[A-Za-z’'-]+)+")
_GERUNDS = re.compile(r"[A-Za-z]{2,}ing(?:(?:,| and|, and| or) [A-Za-z]{2,}ing)+", re.IGNORECASE)
_ONE_WORD = re.compile(r"[a-z]+")
_SEAM = 90  # characters around that are looked at for what a rendering says again
_NO_NOUN = "|".join((*sorted(_SMALL), "is", "are", "was", "were", "shall", "will", "must", "that", "which"))
_NOUN_FOLLOWS = re.compile(rf"[\s-]+(?!(?:{_NO_NOUN})\b)[a-z]", re.IGNORECASE)
# Words that stand in the plural of one thing as well.
_LOOSE_PLURALS = frozenset(("emissions", "resources", "waters", "funds", "affairs"))
# With a capital most heads are names, of which there is one; these are not.
_POSTS = frozenset(
    ("department", "bureau", "commission", "committee", "office", "government", "chief", "court", "administration")
)
_PAIRED = (("“", "”"), ('"', '"'), ("(", ")"), ("（", "）"), ("[", "]"))
_PLAIN_UPPER = 5  # letters from which a single word in capitals is no acronym


class Written(NamedTuple):
    """A rendering as it is to be written.

    Attributes:
        span: the words that it stands for, with the article before them where that has to change.
        text: what shall stand there.
    """

    span: Span
    text: str


def without_aside(rendering: str) -> str:
    """Give a rendering without what it explains in brackets at its end."""
    return _ASIDE.sub("", rendering) or rendering


def fitted(rendering: str, text: str, span: Span) -> Written:
    """Write a rendering so that it fits where it shall stand.

    It takes the number and the capitals of the words that it stands for; the article before them is made to fit; what
    the words around say already is left out, and so is a quotation mark or bracket whose other half goes.

    Args:
        rendering: a rendering of the glossary; what it explains in brackets at its end is left out.
        text: the text.
        span: the words that it stands for.
    """
    span = _whole(text, span)
    near = max(0, span.start - _SEAM)
    before, after = text[near : span.start], text[span.end : span.end + _SEAM]
    single = bool(_ONE.search(text, near, span.start) or _OF_ONE.match(after))
    plain = _in_number(without_aside(rendering), text[slice(*span)], single=single)
    plain = _said_once(_as_gerund(plain, text[slice(*span)]), before, after)
    meant = article_before(plain)
    plain = _in_case(plain, text, span)
    article = _ARTICLE.search(text, near, span.start)
    if article is None:
        return Written(span, plain)
    head = head_of(plain)
    if head is not None and is_plural(head[0]) and not _NOUN_FOLLOWS.match(after):
        return _grown(span, article, article["gap"].strip(), plain)
    if article["word"].lower() == meant:
        return Written(span, plain)
    instead = meant.upper() if plain.isupper() and article["word"].isupper() else _like(meant, article["word"])
    return _grown(span, article, instead + article["gap"], plain)


def _whole(text: str, span: Span) -> Span:
    """Take the other half along where only one of a pair of marks stands among the words: the "two highs" projects."""
    start, end = span
    inside = text[start:end]
    for opening, closing in _PAIRED:
        alike = opening == closing
        opened, closed = inside.count(opening), inside.count(closing)
        if (opened % 2 if alike else opened < closed) and text[start - 1 : start] == opening:
            start -= 1
        elif (opened % 2 if alike else opened > closed) and text[end : end + 1] == closing:
            end += 1
    return Span(start, end)


def in_singular(rendering: str) -> str:
    """Give a rendering with its head in the singular, from which `fitted` makes the number that a text has.

    One of several things, decisions and arrangements, stays as it is.
    """
    head = head_of(rendering)
    if head is None or not is_plural(head[0]) or " and " in rendering[: head.start()]:
        return rendering
    return rendering[: head.start()] + singular_of(head[0]) + rendering[head.end() :]


def _grown(span: Span, article: re.Match[str], instead: str, plain: str) -> Written:
    """Let what is written stand for the article before it as well; where it falls away its capital goes on."""
    if not instead.strip("“”\"'‘’") and article["word"][0].isupper():
        plain = _capital(plain)
    return Written(Span(article.start(), span.end), instead + plain)


def _like(meant: str, word: str) -> str:
    return meant.capitalize() if word[0].isupper() else meant


def _in_number(plain: str, words: str, *, single: bool) -> str:
    """Give a rendering the number of the words that it stands for, where its head is a noun that is counted."""
    head, theirs = head_of(plain), head_of(words)
    if head is None or theirs is None:
        return plain
    if is_plural(head[0]):
        return in_singular(plain) if single and not is_plural(theirs[0]) else plain
    if single or not is_plural(theirs[0]) or theirs[0].lower() in _LOOSE_PLURALS:
        return plain
    if not (head[0].lower() in _POSTS or (head[0].islower() and is_counted(head[0]))):
        return plain
    return _OWN_ARTICLE.sub("", plain[: head.start()]) + plural_of(head[0]) + plain[head.end() :]


def _as_gerund(plain: str, words: str) -> str:
    """Let a verb stay a gerund where what it stands for are gerunds: on printing and distributing the plan."""
    if not _GERUNDS.fullmatch(words) or not _ONE_WORD.fullmatch(plain) or plain.endswith("ing"):
        return plain
    return (plain[:-1] if plain.endswith("e") and not plain.endswith("ee") else plain) + "ing"


def _said_once(plain: str, before: str, after: str) -> str:
    """Leave out what stands before or behind already, and an article where something else takes its place."""
    words = list(_TOKEN.finditer(plain))
    ahead, behind = _last_words(before), _first_words(after)
    for count in range(min(len(words) - 1, len(ahead)), 0, -1):
        if [_single(word[0]) for word in words[:count]] == ahead[-count:]:
            plain = plain[words[count].start() :]
            break
    words = list(_TOKEN.finditer(plain))
    for count in range(min(len(words) - 1, len(behind)), 0, -1):
        if [_single(word[0]) for word in words[-count:]] == behind[:count]:
            plain = plain[: words[-count - 1].end()]
            break
    return _BEGINS_WITH_ARTICLE.sub("", plain, count=1) if _DETERMINER.search(before) else plain


def _last_words(text: str) -> list[str]:
    stretch = _ENDS_IN_WORDS.search(text[-_SEAM:])
    return [_single(word) for word in _TOKEN.findall(stretch[0] if stretch else "")]


def _first_words(text: str) -> list[str]:
    stretch = _BEGINS_WITH_WORDS.match(text[:_SEAM])
    return [_single(word) for word in _TOKEN.findall(stretch[0] if stretch else "")]


def _single(word: str) -> str:
    """Give a word by which its singular and its plural are one."""
    return singular_of(word.lower()) if is_plural(word) else word.lower()


def _in_case(plain: str, text: str, span: Span) -> str:
    """Give a rendering the capitals of the words that it stands for."""
    words = _WORD.findall(text[slice(*span)])
    telling = [word for word in words if word.lower() not in _SMALL]
    if _in_capitals(words):
        return _WORD.sub(lambda found: found[0].upper() if found[0].islower() or len(found[0]) > 1 else found[0], plain)
    if len(telling) > 1 and all(word[0].isupper() for word in telling):
        return _capital(_WORD.sub(_as_in_title, plain))
    if words and words[0][0].isupper() and _SENTENCE_END.search(text, max(0, span.start - _SEAM), span.start):
        return _capital(plain)
    return plain


def _in_capitals(words: list[str]) -> bool:
    letters = "".join(words)
    return letters.isupper() and (len(words) > 1 or len(letters) >= _PLAIN_UPPER) and any(len(w) >= 4 for w in words)


def _as_in_title(found: re.Match[str]) -> str:
    word = found[0]
    return word if word in _SMALL or not word.islower() else _capital(word)


def _capital(words: str) -> str:
    """Set the first letter in capitals; a sign or a figure before it stays."""
    first = re.search(r"[A-Za-z0-9]", words)
    if first is None:
        return words
    at = first.start()
    own = _WORD.match(words, at)
    if own and not own[0].islower():
        return words  # pH, kWh
    return words[:at] + words[at].upper() + words[at + 1 :]
