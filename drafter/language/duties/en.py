"""Duties in English: led by A, with the cooperation of B; A and B shall implement this within their remits."""

import re
from itertools import pairwise

from drafter.language.duties.names import MORE_THAN_A_NAME, name_of
from drafter.language.duties.records import Body, Duty, Role
from drafter.model import Span

_UNITS = r"(?:\s(?:units?|departments?|agenc(?:y|ies)|bod(?:y|ies)|part(?:y|ies)|entit(?:y|ies)|offices?))"
_BEFORE: tuple[tuple[Role, str], ...] = (
    (
        "lead",
        r"(?:led|headed|directed|coordinated|co-ordinated|organi[sz]ed|spearheaded)\s?by|under the leadership of"
        rf"|lead(?:ing)?{_UNITS}?\s?[:：]|(?:responsible|in-charge|main){_UNITS}\s?[:：]",
    ),
    (
        "cooperate",
        r"with (?:the )?(?:co-?operation|participation|assistance|support|coordination|involvement) (?:of|from|by)"
        r"|(?:assisted|supported)\s?by"
        rf"|(?:co-?operat(?:ing|ion)|support(?:ing)?|participat(?:ing|ion)|assisting){_UNITS}?\s?[:：]",
    ),
    (
        "implement",
        r"(?:(?:are |is )?required )?(?:to be )?(?:implemented|carried out|undertaken|executed)\s?by"
        rf"|implement(?:ing|ation){_UNITS}?\s?[:：]",
    ),
)
_MODAL = r"(?:(?:shall|will|should|must|are to|is to|each)\s){0,3}"
_BE = _MODAL + r"(?:(?:be|are|is)\s?)?"
_DUTIES = (
    r"(?:within|according to|in accordance with|based on|under) (?:their|the|its) "
    r"(?:(?:respective|own|division of) ){0,2}"
    r"(?:remits?|duties|responsibilit\w+|functions|mandates?|labou?r|roles)(?: division)?"
)
_AFTER: tuple[tuple[Role, str], ...] = (
    (
        "share",
        _BE + r"(?:(?:jointly |respectively )?responsible\s?)?"
        rf"(?:for the\s?division of\s?(?:responsibilit\w+|labou?r|duties)|(?:for (?:the )?(?:implementation|this) )?"
        rf"{_DUTIES})"
        rf"|{_MODAL}(?:implement|handle|carry out|undertake)\s(?:this|it|the work|the tasks?|these) {_DUTIES}",
    ),
    ("lead", _MODAL + r"(?:tak(?:e|es|ing)\s?(?:the|a)\s?lead|leads?\b|(?:be|are|is) (?:the )?lead(?:ing)? \w+)"),
    (
        "cooperate",
        _MODAL + r"(?:co-?operat(?:es?|ing)|participat(?:es?|ing)|assist(?:s|ing)?|provides? (?:support|assistance))"
        r"(?: (?:in|with) (?:this|it|the work|implementation))?",
    ),
    (
        "implement",
        _BE + r"(?:responsible\s?for\s?(?:the\s?|its\s?)?(?:implement\w*|carrying)|implements?(?: this| it)?\b"
        r"|(?:required )?to be implemented)",
    ),
    ("lead", _BE + r"(?:responsible(?: for (?:this|it))?|in charge)"),
)
_MARK = re.compile(
    "|".join(f"(?P<b{number}>\\b(?:{words}))" for number, (_, words) in enumerate(_BEFORE))
    + "|"
    + "|".join(f"(?P<a{number}>\\b(?:{words}))" for number, (_, words) in enumerate(_AFTER)),
    re.IGNORECASE,
)
_STOP = re.compile(r"[;；]|[.。](?=\s|\Z)|\n")
# “and” within a name: Ecology and Environment, Housing and Urban-Rural Development.
_KEPT = re.compile(
    r"(?:ecolog\w*|development|industr\w*|econom\w*|informat\w*|housing|urban|agricultur\w*|resources?|planning|cultur\w*"
    r"|forest\w*|grain|supervision|cities|counties|provincial|science|prevention|inspection|radio|labou?r|prefectures"
    r"|health|letters|energy|food|highways?|surveying|ethnic|commerce|sports?|education|family|discipline|districts)"
    r"(?:\sprotection)?\s(?P<and>and|&)\s"
    r"(?:reform\w*|environment\w*|informat\w*|urban|rural|social|natural|planning|prefectures?|districts?|counties"
    r"|municipal (?:people[’']s )?governments?|technolog\w*|tourism|grassland|control|material|reserves?|quarantine"
    r"|television|inspection|statistics|drug|mapping|religious|trade|technical|family|cities|towns?|villages?|visits|calls"
    r"|construction|administration commission)\b",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"\s?[,、，()（）\[\]]\s?(?:and\s|&\s)?"
    r"|\s(?:and|&|as well as|together with|jointly with|along with|in conjunction with)\s",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    r"\s*(?:(?:tasks?|items?) [0-9]+ (?:to|and|[-–]) [0-9]+\s?[:：]\s?)?"
    r"(?:(?:of which|the following (?:are|shall be) required|by|and|while|with|where|also)\b\s?){0,4}"
    r"(?:all\s(?=the\s))?(?:the\s)?",
    re.IGNORECASE,
)
_NO_BODY = re.compile(
    r"\W+|(?:the )?following|this|these|it|they|etc\W*|and|(?:are|is|shall|will|be|not|no) .*", re.IGNORECASE
)
_LONGEST = 120
_HIDDEN = "\ue000"
_PLACE = r"(?:cit(?:y|ies)|count(?:y|ies)|districts?|prefectures?|banners?|towns?(?:hips?)?)"
_LEVEL = r"(?:municipal|prefectural|county|city|district|provincial|township)(?:[\s-]level)?"
# The bracket and the “and” are part of one name: counties (cities, districts), municipal (prefectural) governments,
# municipal and prefectural governments. Levels that are not alike, such as cities and counties, are governments each.
_KINDS_OF_PLACE = re.compile(
    rf"\b{_PLACE}\s\((?:(?:,\s|\sand\s|\sor\s)?{_PLACE})+\)"
    rf"|\b{_LEVEL}\s\((?:(?:,\s|\sand\s|\sor\s)?{_LEVEL})+\)(?=\s(?:people[’']s\s)?governments?\b)"
    r"|\b(?:municipal|city|prefectural)\s(?:and|or)\s(?:municipal|city|prefectural)(?=\s(?:people[’']s\s)?governments?\b)",
    re.IGNORECASE,
)


def read_english(text: str, within: Span) -> tuple[Duty, ...]:
    """Read the duties in a stretch of English.

    Args:
        text: any text.
        within: the stretch to read.
    """
    found: list[Duty] = []
    for sentence in _sentences(text, within):
        marks = list(_MARK.finditer(text, *sentence))
        at = sentence.start
        for index, mark in enumerate(marks):
            following = marks[index + 1] if index + 1 < len(marks) else None
            role, before = _role(mark)
            verb = Span(*mark.span())
            if not before:
                found += _duty(text, role, Span(at, verb.start), verb, sure=True)
                at = verb.end
                continue
            end = following.start() if following else sentence.end
            shared = following is not None and not _role(following)[1]
            if shared:  # led by A, B is responsible: the comma that parts them can't be told from the list's own
                first = text.find(",", verb.end, end)
                end = first if first >= 0 else end
            found += _duty(text, role, Span(verb.end, end), verb, sure=not shared)
            at = end
    return tuple(found)


def _sentences(text: str, within: Span) -> list[Span]:
    stops = [found.start() for found in _STOP.finditer(text, *within)]
    edges = [within.start - 1, *stops, within.end]
    return [Span(first + 1, last) for first, last in pairwise(edges) if last > first + 1]


def _role(mark: re.Match[str]) -> tuple[Role, bool]:
    group = mark.lastgroup or "a0"
    number = int(group[1:])
    return (_BEFORE[number][0], True) if group[0] == "b" else (_AFTER[number][0], False)


def _duty(text: str, role: Role, names: Span, verb: Span, *, sure: bool) -> list[Duty]:
    bodies = _bodies(text, names)
    if not bodies:
        return []
    plain = sure and all(len(body.name) <= _LONGEST and _reads_as_body(body.name) for body in bodies)
    span = Span(min(bodies[0].span.start, verb.start), max(bodies[-1].span.end, verb.end))
    return [Duty(role, bodies, span, verb, plain)]


def _reads_as_body(name: str) -> bool:
    return name_of(name, "en").head or (name[:1].isupper() and not MORE_THAN_A_NAME.search(name))


def _hide_and(found: re.Match[str]) -> str:
    joined = found["and"]
    return found[0].replace(f" {joined} ", _HIDDEN * (len(joined) + 2), 1)


def _bodies(text: str, within: Span) -> tuple[Body, ...]:
    plain = _KINDS_OF_PLACE.sub(lambda found: _HIDDEN * len(found[0]), text[within.start : within.end])
    hidden = _KEPT.sub(_hide_and, plain)
    bodies: list[Body] = []
    at = 0
    for piece in [*_SPLIT.finditer(hidden), None]:
        end = piece.start() if piece else len(hidden)
        raw = hidden[at:end]
        lead = _LEAD_IN.match(raw)
        first = at + (lead.end() if lead else 0)
        last = at + len(raw.rstrip(" .,;()[]（）【】〔〕\u3000\t\n"))
        while first < last and hidden[first] in "([（〔【 \t\u2002":
            first += 1
        if last > first and not _NO_BODY.fullmatch(hidden, first, last):
            span = Span(within.start + first, within.start + last)
            bodies.append(Body(text[slice(*span)], span))
        at = piece.end() if piece else end
    return tuple(bodies)
