"""Sentences that are none: cut off, or left without a verb, or a scrap of one."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

from drafter.language.around import before
from drafter.language.enumerators import read_enumerator
from drafter.language.sentences import split_sentences
from drafter.language.tokens import english_sequence
from drafter.language.verbs import BASES, base_of_gerund, gives_order, may_be_finite
from drafter.model import Side, Span

Kind = Literal["cut", "scrap", "gap", "verbless", "title", "nominal"]
"""Cut off at its end; a scrap that belongs to nothing; a word lost between two that can't meet; no verb of its own;
a title whose first word is lost; perhaps no verb, as far as a list of verbs can tell."""


class Fragment(NamedTuple):
    """A piece of a sentence.

    Attributes:
        span: where it stands.
        kind: what is wrong with it.
        meant: what shall stand there, None where that can't be told.
    """

    span: Span
    kind: Kind
    meant: str | None = None


_CUT = re.compile(r"(?<![A-Za-z])(?:the|of|and|or|an?|is|are|with|from|than|which|whose|its|their|our)\Z")
_NUMBER_BEHIND = re.compile(r"\.\s[0-9]")
_STRAY_NUMBER = re.compile(
    r"(?P<verb>(?:(?:will|shall|should|must|to|is|are|was|were)\s"
    r"(?:be\s)?(?:[a-z]{1,20}\s)?)?[a-z]{3,24})\.\s[0-9]{1,2}\.?(?=\s{0,3}(?:[(\[（〔]|\Z))"
)
_SCRAP_BEFORE = re.compile(
    r"\s*(?P<scrap>(?:If|When|While|Because|Although|Whether|That|Of|The|And|Or|To|By|For|With)\s)(?=[(（]\s?[“\"])"
)
# 关于印发……的通知: the notice has gone.
_TITLE = re.compile(
    r"\s*(?P<on>On|About|Regarding)\s(?:the\s)?(?:issuance|issuing|printing|promulgation|publication|release"
    r"|distribution|forwarding|transmitting)(?![a-z])(?![^.]*\b(?:[Nn]otice|[Cc]ircular)\b)"
)
_LONGEST_TITLE = 250
# Two words of which the first can't be the last before the second: one between them is lost.
_NEVER_BEFORE = {
    "the": "of and is are was were to by with for from will shall",
    "a": "of and is are the will shall",
    "an": "of and is are the will shall",
    "of": "of will shall are",
    "with": "of will shall are",
    "from": "of will shall are",
    "by": "of will shall are",
    "for": "of will shall are",
    "will": "is are was were will shall of",
    "shall": "is are was were will shall of",
    "should": "is are was were will shall of",
    "must": "is are was were will shall of",
    "is": "will shall",
    "are": "will shall",
    "and": "and or",
    "to": "of",
}
_GAPS = frozenset((one, other) for one, others in _NEVER_BEFORE.items() for other in others.split())
_GAP = re.compile(
    r"(?<![A-Za-z’'“\"-])(?:"
    + "|".join(rf"{one}\s(?:{others.replace(' ', '|')})" for one, others in _NEVER_BEFORE.items())
    + r")(?![A-Za-z’'”\"-])"
)
_SAID_OF = re.compile(
    r"(?:[“\"‘']|\b(?:word|words|letter|called|article|what|whom|which|who|that|where|each))\s?[^.;]{0,40}\Z"
)
_END_GAP = re.compile(r"(?: the| and| an| our| their)\s?[.;](?=\s|\Z)")
_FIRST_WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*")
_NAMED_BY_NOUN = {
    "implementation": "Implement", "promotion": "Promote", "establishment": "Establish", "improvement": "Improve",
    "acceleration": "Accelerate", "optimization": "Optimize", "optimisation": "Optimise", "formulation": "Formulate",
    "enhancement": "Enhance", "elimination": "Eliminate", "strengthening": "Strengthen", "cultivation": "Cultivate",
    "realization": "Realize", "standardization": "Standardize", "consolidation": "Consolidate", "expansion": "Expand",
    "encouragement": "Encourage", "exploration": "Explore", "completion": "Complete", "adjustment": "Adjust",
    "introduction": "Introduce",
}  # fmt: skip
_NOUN_START = re.compile(r"(?P<noun>[A-Z][a-z]+)(?P<of>\sof(?:\sthe)?)\s[a-z-]+(?:\s[a-z-]+)?")
_STRICT = re.compile(
    r"Strict(?:(?P<of>\s(?P<noun>implementation|enforcement|observance|execution|control)\sof(?:\sthe)?)"
    r"|(?:\s[a-z-]+){1,2})(?P<rest>[^,.;]*)"
)
_STRICT_VERBS = {
    "implementation": "implement",
    "enforcement": "enforce",
    "observance": "observe",
    "execution": "execute",
    "control": "control",
}
_RELYING = re.compile(
    r"(?:Relying on|Depending on|Based on|Supported by|With the support of"
    r"|Guided by)\s[^,.;:]{5,160}?(?P<to>\sto)\s(?P<verb>[a-z]+)"
)
_HAS_MAIN = re.compile(
    r"(?<![A-Za-z])(?:is|are|was|were|has|have|had|will|shall|should|must|can|may|we|they|it)(?![A-Za-z])"
)
_TO = re.compile(r"To\s(?:[a-z]{3,}ly\s)?(?P<verb>[a-z]+)")
_SUBJECT_NEXT = re.compile(r"[^,]*, (?:we|it|they|all|each|every|the)\b")
# Of quality, or of a doing: a sentence that begins so and has no verb is an order told as a thing.
_QUALITY = re.compile(
    r"(?:Severe|Strict|Full|Deep|Rigid|Firm|[A-Z][a-z]{3,}(?:sive|tive|ous|ical|ional|cial|ful))\s[a-z]+"
    r"(?:\s(?:and\s[a-z]+\s)?)(?:of|on|in|for|to)\s"
)
_QUALITY_TOO = re.compile(
    r"\sand\s(?P<quality>(?:severe|strict|firm|tough|heavy|full|resolute)\s(?:[a-z]+\s)?(?:crackdown|control|management"
    r"|supervision|enforcement|implementation|investigation|punishment))\s(?:on|of|for|in)\s"
)
_FEWEST_WORDS = 5
_LONG_PARAGRAPH = 120
_NARROWEST_LINE, _WIDEST_LINE = 55, 100
_SCRAP_WORDS = 2
_PURPOSE = re.compile(r"(?:^|[。；，：])\s?为(?!主|期|准|界|限)|为了|以便|旨在|从而|目的")

_ZH_CUT = re.compile(r"[，、]\s*\Z")
_ZH_SCRAP = re.compile(r"(?<=[。；])\s?(?P<scrap>[\u4e00-\u9fff]{1,3}[。；])")
_ZH_TALK = re.compile("[？！「」我你他她它吗呢吧啊：:]|第[一二三四五六七八九十百]{1,4}条")
_ZH_LONG = 60


def find_fragments(text: str, side: Side, *, plan: bool, source: str = "") -> Iterator[Fragment]:
    """Give the pieces of sentences in a paragraph.

    Args:
        text: the paragraph.
        side: its language.
        plan: whether it is part of a plan: there sentences are orders, and one without a verb is a slip of translation.
        source: what it was translated from, "" where that is not known.
    """
    if side == "zh":
        if plan and len(text) >= _ZH_LONG and not _ZH_TALK.search(text):
            for found in _ZH_SCRAP.finditer(text):
                yield Fragment(Span(*found.span("scrap")), "scrap", "")
        return
    if scrap := _SCRAP_BEFORE.match(text):
        yield Fragment(Span(*scrap.span("scrap")), "scrap", "")
    if len(text) <= _LONGEST_TITLE and (title := _TITLE.match(text)) and not text.rstrip().endswith("."):
        yield Fragment(Span(*title.span("on")), "title", "Notice on")
    yield from _cut_off(text, source)
    yield from _gaps(text)
    if plan:
        yield from _without_verb(text, source)


def ends_early(text: str, source: str) -> Span | None:
    """Give the mark at which an English paragraph stops, where its Chinese comes to an end and it does not."""
    end = len(text.rstrip())
    if not source.rstrip().endswith(("。", "！")) or text[:end].count(";") > 1 or read_enumerator(text):
        return None
    return Span(end - 1, end) if end >= _NARROWEST_LINE and text[:end].endswith((";", ",")) else None


def _cut_off(text: str, source: str) -> Iterator[Fragment]:
    end = len(text.rstrip())
    ended = _CUT.search(text, max(0, end - 8), end)
    if ended and not _is_title(text) and _is_whole(text, source):
        marker = read_enumerator(text)
        start = marker.span.end if marker else 0
        while start < end and not text[start].isalpha():
            start += 1
        whole = end - start <= _LONG_PARAGRAPH // 2 and not any(stop in text[start:end] for stop in ".;:")
        if end - start > ended.end() - ended.start():
            yield Fragment(Span(start if whole else ended.start(), end), "cut")
    if _NUMBER_BEHIND.search(text) is None:
        return
    for found in _STRAY_NUMBER.finditer(text):
        if found.end() == end or found.start() > 0:
            yield Fragment(Span(found.start(), found.end()), "cut")


def _is_whole(text: str, source: str) -> bool:
    """Whether a line is a paragraph or a heading of its own; text that is broken by its width ends anywhere."""
    copula = text.rstrip().endswith((" is", " are"))  # “how far we are” is whole
    if not copula and (source.rstrip().endswith("。") or len(text) > _WIDEST_LINE):
        return True
    return len(text) < _NARROWEST_LINE and read_enumerator(text) is not None


def _is_title(text: str) -> bool:
    """Whether a line is a title, which may be broken anywhere."""
    words = [word for word in _FIRST_WORD.findall(text) if len(word) > len("with")]
    return bool(words) and 2 * sum(word[0].isupper() for word in words) > len(words)


def _gaps(text: str) -> Iterator[Fragment]:
    words = english_sequence(text)
    met = not _GAPS.isdisjoint(pairwise(words))
    for pattern in (_GAP, _END_GAP) if met else (_END_GAP,):
        for found in pattern.finditer(text):
            if not _SAID_OF.search(before(text, found.start())):
                start = found.start() + (found[0][0] == " ")
                yield Fragment(Span(start, found.end()), "gap")


def _without_verb(text: str, source: str) -> Iterator[Fragment]:
    if len(text) < _LONG_PARAGRAPH or len(sentences := split_sentences(text, "en")) < 2:
        return
    marker = read_enumerator(text)
    for number, span in enumerate(sentences):
        sentence = text[slice(*span)]
        if not sentence.endswith((".", ";")) or (number == 0 and marker):
            continue
        for fragment in _verbless(sentence, source):
            place = Span(span.start + fragment.span.start, span.start + fragment.span.end)
            yield fragment._replace(span=place)


def _verbless(sentence: str, source: str) -> Iterator[Fragment]:
    words = sentence.split()
    first = words[0]
    if first == "To":
        yield from _to(sentence, source)
    elif first == "Strict":
        yield from _strict(sentence, source)
    elif len(words) < _FEWEST_WORDS:
        return
    elif found := _RELYING.match(sentence):
        if (
            found["verb"] in BASES
            and not may_be_finite(sentence[: found.start("to")])
            and not _HAS_MAIN.search(sentence)
        ):
            yield Fragment(Span(found.start("to"), found.end()), "verbless", ", " + found["verb"])
    elif first.endswith("ing") and first[0].isupper():
        if base_of_gerund(first) and not may_be_finite(sentence) and not gives_order(sentence):
            yield Fragment(Span(0, len(sentence)), "verbless", _as_orders(sentence))
    elif (noun := _NOUN_START.match(sentence)) and _is_order(noun["noun"]) and not may_be_finite(sentence):
        meant = _NAMED_BY_NOUN[noun["noun"].lower()] + noun[0][noun.end("of") :]
        yield Fragment(Span(*noun.span()), "verbless", meant)
    elif first.isalpha() and not may_be_finite(sentence) and not gives_order(sentence) and first.lower() not in BASES:
        if quality := _QUALITY.match(sentence):
            spans = [(0, quality.end() - 1)]
            spans += [again.span("quality") for again in _QUALITY_TOO.finditer(sentence, quality.end() - 1)]
            yield from (Fragment(Span(*span), "verbless") for span in spans)
        elif not (BASES & {word.lower() for word in words}):
            yield Fragment(Span(0, len(sentence)), "nominal")


def _is_order(noun: str) -> bool:
    return noun.lower() in _NAMED_BY_NOUN


def _as_orders(sentence: str) -> str | None:
    """Make an order of a sentence in -ing: Supporting A and expanding B. -> Support A and expand B."""

    def order(found: re.Match[str]) -> str:
        base = base_of_gerund(found["verb"]) or found["verb"]
        return found["link"] + (base.capitalize() if found["verb"][0].isupper() else base)

    return re.sub(r"(?P<link>^|\band |, |; )(?P<verb>[A-Za-z]+ing)\b(?!\s(?:and|or|of)\b)", order, sentence)


def _to(sentence: str, source: str) -> Iterator[Fragment]:
    """“To carry out …” that serves no purpose: the Chinese gives an order, or nothing follows."""
    found = _TO.match(sentence)
    if found is None or found["verb"] not in BASES:
        return
    told = bool(source) and not _PURPOSE.search(source)
    rest = sentence[found.end() :]
    alone = not may_be_finite(rest) and not gives_order(rest) and "," not in rest
    # Behind a comma an order, or “we”, makes the infinitive a purpose even where the Chinese has none.
    if alone or (told and not gives_order(rest) and not _SUBJECT_NEXT.match(rest)):
        yield Fragment(Span(*found.span()), "verbless", found[0][len("To ") :].capitalize())


def _strict(sentence: str, source: str) -> Iterator[Fragment]:
    """“Strict access” for 严格准入: an adjective where the order should be."""
    found = _STRICT.match(sentence)
    if found is None or (source and "严" not in source) or may_be_finite(found[0]):
        return
    words = found[0][: found.start("rest")].split()
    if not found["of"] and words[-1] in BASES and words[-2].endswith("s"):
        return  # Strict rules apply
    if found["of"]:
        article = " the" if found["of"].endswith(" the") else ""
        span = Span(0, found.end("of"))
        yield Fragment(span, "verbless", f"Strictly {_STRICT_VERBS[found['noun']]}{article}")
    else:
        end = found.start("rest")
        yield Fragment(Span(0, end), "verbless", "Tighten" + sentence[len("Strict") : end])
