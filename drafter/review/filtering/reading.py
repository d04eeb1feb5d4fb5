"""A filter as somebody types it, in either language, and what is wrong with one that can't be read."""

import re
from collections.abc import Collection, Mapping
from typing import Final, NoReturn, cast

from drafter.model import N_, SEVERITIES, STATES, DrafterError
from drafter.review.filtering.filters import ANY, KEYS, NONE, ORDERED, Comparison, Filter, Key, Term

NAMES: Final[Mapping[str, Key]] = {
    **{key: key for key in KEYS},
    "严重程度": "severity", "级别": "severity", "类别": "family", "规则": "rule", "状态": "state", "标签": "tag",
    "措施": "tag", "批注": "note", "文本": "text", "中文": "zh", "英文": "en", "已改": "changed", "条目": "clause",
}  # fmt: skip
"""What the keys may be called."""

VALUES: Final[Mapping[Key, Mapping[str, str]]] = {
    "severity": {**{one: one for one in SEVERITIES}, "轻微": "minor", "较重": "major", "严重": "critical"},
    "state": {
        **{one: one for one in STATES}, "new": "initial", "finished": "final", "新": "initial", "已译": "translated",
        "已审": "reviewed", "定稿": "final",
    },
    "changed": {"yes": "yes", "no": "no", "是": "yes", "否": "no"},
}  # fmt: skip
"""The values of keys that have only so many, and what else they may be called."""

_SHARED: Final[Mapping[str, str]] = {NONE: NONE, ANY: ANY, "无": NONE, "有": ANY}
_TERM: Final = re.compile(
    r"(?P<not>-)?(?:(?P<key>[A-Za-z\u4e00-\u9fff]+)\s?(?P<how>>=|<=|≥|≤|>|<|=|:|：))?"
    r"(?:[\"“](?P<quoted>[^\"”]*)[\"”]?|(?P<bare>\S+))?"
)
_SIGNS: Final[Mapping[str, Comparison]] = {"≥": ">=", "≤": "<=", "：": ":"}
_NUMBERS: Final = re.compile(r"[0-9]{1,9}(?:-[0-9]{1,9})?")
_LONGEST: Final = 2000


def read_filter(line: str) -> Filter:
    """Read a filter.

    Args:
        line: terms with blanks between them; all must hold. A term is a key, a sign and a value (`state:final`,
            `severity>=major`, `rule:number.*`, `tag:none`), or words that must stand in either text; `-` before it
            turns it round, and quotation marks hold a value with blanks together.

    Raises:
        DrafterError: a key or a value is not known; the sentence says which there are.
    """
    terms: list[Term] = []
    place = 0
    line = line[:_LONGEST]
    while place < len(line):
        if line[place].isspace():
            place += 1
            continue
        found = _TERM.match(line, place)
        if found is None or found.end() == place:
            place += 1
            continue
        place = found.end()
        if (term := _term(found)) is not None:
            terms.append(term)
    return Filter(tuple(terms))


def _term(found: re.Match[str]) -> Term | None:
    value = found["quoted"] if found["quoted"] is not None else found["bare"] or ""
    name = (found["key"] or "").lower()
    key = NAMES.get(name)
    if name and key is None:
        if found["how"] in ("=", ">", "<", ">=", "<=", "≥", "≤") or not value:
            _refuse(N_("There is no “{key}” to filter by: there are {known}."), NAMES, key=name)
        return Term(
            "text", ":", f"{found['key']}{found['how']}{value}", negated=bool(found["not"])
        )  # words with a colon
    negated = bool(found["not"])
    if key is None:
        return Term("text", ":", value, negated) if value else None
    if not value:
        return None  # still being typed
    sign = cast(Comparison, _SIGNS.get(found["how"], found["how"]))
    if sign not in (":", "=") and key not in ORDERED:
        _refuse(N_("“{key}” has no more or less: write “{key}:{value}”."), (), key=name, value=value)
    return Term(key, sign, _value(key, value), negated)


def _value(key: Key, value: str) -> str:
    known = VALUES.get(key)
    if known is not None:
        meant = known.get(value.lower()) or next((known[one] for one in known if one.startswith(value.lower())), None)
        if meant is None:
            _refuse(N_("“{value}” is none of {known}."), known, value=value)
        return meant
    if key == "clause" and not _NUMBERS.fullmatch(value):
        _refuse(N_("“{value}” is no number of a clause: write 12, or 12-40."), (), value=value)
    return _SHARED.get(value.lower(), value) if key in ("tag", "note") else value


def _refuse(template: str, known: Collection[str], **values: str) -> NoReturn:
    listed = {"known": ", ".join(one for one in known if one.isascii())} if known else {}
    raise DrafterError(template, **values, **listed)
