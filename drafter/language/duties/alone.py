"""Brackets that name bodies and nothing of what they do: （市教育局、市卫生健康委） at the end of a measure."""

import re

from drafter.language.duties.en import read_english
from drafter.language.duties.names import name_of
from drafter.language.duties.whole_names import whole_duties
from drafter.language.duties.zh import read_chinese
from drafter.model import Duty, Side, Span

_LAST_BRACKET: dict[Side, re.Pattern[str]] = {
    "zh": re.compile("[。；](?P<bracket>[（(〔\\[【](?P<names>[\u4e00-\u9fff、，,；（）]{4,160})[）)〕\\]】])\\s*\\Z"),
    "en": re.compile(
        r"[.;。]\s?(?P<bracket>[(（〔\[【](?P<names>[^()（）〔〕\[\]【】:：;]{0,400}"
        r"(?:\([^()]*\)[^()（）〔〕\[\]【】:：;]{0,400})*)[)）〕\]】])\s*\.?\s*\Z"
    ),
}
_ZH_VERB = re.compile("牵头|负责|配合|参与|落实|分工|：")
# A name in a list: capitals, what stands between them, and the plain words for governments and authorities.
_EN_WORD = re.compile(
    r"[A-Z][\w’'.&-]*|&|of|and|for|the|on|at|or|above|below|all|each|others?|etc\.?|relevant|concerned|related|competent"
    r"|municipal|prefectural|prefectures?|provincial|county|counties|city|cities|districts?|towns?|townships?"
    r"|(?:\w+-)?level|people[’']s|governments?|departments?|units|authorities|committees"
)
_EN_BETWEEN = re.compile(r"[\s,()]+")
_EN_SHARED = re.compile(r",?\s(?:by|according to|in accordance with) (?:the |their )?division of \w+\Z")


def bodies_alone(text: str, side: Side) -> tuple[Span, tuple[Duty, ...]] | None:
    """Read the bracket at the end of a line that holds nothing but bodies; they share the work.

    Args:
        text: a line.
        side: its language.

    Returns:
        Where the bracket stands, and the duties; None where the line ends otherwise.
    """
    found = _LAST_BRACKET[side].search(text)
    if not found:
        return None
    names = found["names"]
    if side == "zh":
        if _ZH_VERB.search(names):
            return None
        words = names + "按职责分工负责"
        duties = whole_duties(words, read_chinese(words, Span(0, len(words))), side)
    else:
        names = _EN_SHARED.sub("", names)
        if not only_names(names):
            return None
        words = names + " within their remits"
        duties = whole_duties(words, read_english(words, Span(0, len(words))), side)
    return (Span(*found.span("bracket")), duties) if all_known(duties, side) else None


def only_names(text: str) -> bool:
    """Tell whether a stretch of English holds no word that the names of bodies do not."""
    return all(_EN_WORD.fullmatch(word) for word in _EN_BETWEEN.split(text) if word)


def all_known(duties: tuple[Duty, ...], side: Side) -> bool:
    """Tell whether all that is named reads as a body, and one at least by its remit."""
    said = [name_of(body, side) for duty in duties for body in duty.bodies]
    return all(one.head and one.known for one in said) and any(one.remits for one in said)
