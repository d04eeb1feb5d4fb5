"""Duties in Chinese: 省生态环境厅牵头，省财政厅配合; 按职责分工负责; 责任单位：…."""

import re

from drafter.language.duties.records import Body, Duty, Role
from drafter.model import Span

_VERBS: tuple[tuple[Role, str], ...] = (
    (
        "share",
        "(?:按照?|依据|根据)?(?:各自)?(?:职责|职能)(?:分工)?(?:分别)?(?:负责|落实|做好|配合)?"
        "|按?分工负责|分别负责|各负其责",
    ),
    ("lead", "牵头(?:负责|组织|落实|实施)?|主办|主责|负总责|总牵头"),
    ("cooperate", "(?:积极|共同)?(?:配合|参与|参加|协助|协同|协办|支持)(?:实施|落实)?"),
    ("implement", "(?:负责|具体|组织|抓好)?(?:落实|实施|承办|执行)|具体负责"),
    ("lead", "负责"),
)
_VERB = re.compile("|".join(f"(?P<v{number}>{words})" for number, (_, words) in enumerate(_VERBS)))
_LABELS: tuple[tuple[Role, str], ...] = (
    ("lead", "牵头|主办|责任|负责|主责|(?<![\u4e00-\u9fff])主体"),
    ("cooperate", "配合|参与|协办|协同|参加|协助"),
    ("implement", "落实|实施|完成|承办"),
)
_LABEL = re.compile(
    "(?:" + "|".join(f"(?P<l{number}>{words})" for number, (_, words) in enumerate(_LABELS)) + ")"
    "(?:单位|部门|处室|科室|主体|机构)?(?:为|是)?\\s?[：:]"
)  # fmt: skip
_MARK = re.compile(f"(?:{_LABEL.pattern})|(?P<stop>[。；;\n])|(?P<verb>{_VERB.pattern})")
# 和 parts names only behind what ends a name; elsewhere it is part of one: 工业和信息化厅, 自然资源和规划局.
_SPLIT = re.compile("[、，,（）()〔〕\\[\\]【】\\s]+|(?<=[厅局委部办府会位区县市州司关院])(?:和|及|与|以及)")
# 各县（市、区）人民政府 is one name, for the bracket says of what else it is the government.
_KINDS_OF_PLACE = re.compile(
    "（(?:[省市县区州盟旗镇乡、，]|街道|自治州|开发区|示范区|新区|林区)+）(?=[\u4e00-\u9fff]*?(?:政府|管委会|党委))"
)
_HIDDEN = "\ue000"
_LEAD_IN = re.compile(
    "\\s*(?:其中|以下|以上|上述)?(?:第?[0-9一二三四五六七八九十]+[至到—-][0-9一二三四五六七八九十]+项)?(?:均需|均由|由|请)?"
)
_JOINS = re.compile("会同|联合")
_LONGEST = 30


def read_chinese(text: str, within: Span) -> tuple[Duty, ...]:
    """Read the duties in a stretch of Chinese.

    Args:
        text: any text.
        within: the stretch to read.
    """
    found: list[Duty] = []
    start = within.start
    label: tuple[Role, Span] | None = None
    for mark in _MARK.finditer(text, *within):
        if mark.start() < start:
            continue
        if mark["stop"] is not None:
            if label is not None:
                found += _duty(text, label[0], Span(start, mark.start()), label[1])
                label = None
            start = mark.end()
        elif mark["verb"] is not None:
            if label is not None:
                continue
            role = next(role for number, (role, _) in enumerate(_VERBS) if mark[f"v{number}"] is not None)
            read = _duty(text, role, Span(start, mark.start()), Span(*mark.span()))
            found += read
            if read:
                start = mark.end()
        else:
            role = next(role for number, (role, _) in enumerate(_LABELS) if mark[f"l{number}"] is not None)
            if label is not None:
                found += _duty(text, label[0], Span(start, mark.start()), label[1])
            label = role, Span(*mark.span())
            start = mark.end()
    if label is not None and start < within.end:
        found += _duty(text, label[0], Span(start, within.end), label[1])
    return tuple(found)


def _duty(text: str, role: Role, names: Span, verb: Span) -> list[Duty]:
    """Give the duty of the bodies in a stretch, none where there are none."""
    joined = _JOINS.search(text, *names)
    parts: tuple[tuple[Role, Span], ...]
    if joined and role == "lead":
        parts = (("lead", Span(names.start, joined.start())), ("cooperate", Span(joined.end(), names.end)))
    else:
        parts = ((role, names),)
    found: list[Duty] = []
    for own, stretch in parts:
        bodies = _bodies(text, stretch)
        if bodies:
            span = Span(min(bodies[0].span.start, verb.start), max(bodies[-1].span.end, verb.end))
            sure = joined is None and all(len(body.name) <= _LONGEST for body in bodies)
            found.append(Duty(own, bodies, span, verb, sure))
    return found


def _bodies(text: str, within: Span) -> tuple[Body, ...]:
    plain = _KINDS_OF_PLACE.sub(lambda found: _HIDDEN * len(found[0]), text[within.start : within.end])
    bodies = []
    at = 0
    for piece in [*_SPLIT.finditer(plain), None]:
        end = piece.start() if piece else len(plain)
        raw = plain[at:end]
        lead = _LEAD_IN.match(raw)
        first = at + (lead.end() if lead else 0)
        last = at + len(raw.rstrip("、，, 等\t）)〕]】("))
        if last > first:
            span = Span(within.start + first, within.start + last)
            bodies.append(Body(text[slice(*span)], span))
        at = piece.end() if piece else end
    return tuple(bodies)
