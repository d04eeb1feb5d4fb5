"""Who is responsible: bodies lost, added or exchanged between the two sides of a clause."""

import re
from collections.abc import Iterator, Sequence

from drafter.checks.context import ClauseContext
from drafter.checks.rule import Rule
from drafter.language.duties import Body, Duty, Matched, match_bodies, name_of, plain_duties, read_duties
from drafter.language.outline.duties import duties_of
from drafter.language.terms import without_aside
from drafter.language.terms.in_use import per_glossary
from drafter.model import N_, Finding, Fix, Message, Side, Span, Term

SURE_PAIRING = 0.6
"""Below this confidence the two sides of a clause are not compared."""

_MAY_HOLD = re.compile("牵头|负责|配合|参与|落实|单位：|单位:|主办|协办")
_HAN = re.compile("[\u4e00-\u9fff]")
_TELLS_BODIES = re.compile(
    r"department|commission|bureau|committee|government|administration|authorit|offices?\b|led by|lead\b|responsib"
    r"|in charge",
    re.IGNORECASE,
)
_MOST_BRACKETS = 40
_TAIL = 320  # a bracket of English is seldom longer; bodies named further up belong to the sentence
_CITIES = re.compile("省辖市|市州|州市|设区市|设区的市|各市|市县")
_OF_PROVINCE = re.compile("(?:省|自治区)(?:人民)?政府|省市|省、市")
_BOTH_LEVELS = re.compile(r"provincial and municipal (?:people[’']s )?governments?", re.IGNORECASE)
_CITIES_ONLY = re.compile(r"municipal (?:people[’']s )?governments?", re.IGNORECASE)
_CITIES_BY_NAME = (
    (re.compile("省辖市"), "governments of cities directly under the provincial government"),
    (re.compile("市州"), "people’s governments of cities and prefectures"),
)
_LEVELS = {"province": "Provincial", "city": "Municipal", "county": "County"}
_LEVEL_WORD = re.compile(r"\b(?:Provincial|Municipal|City|County)\b")

_MORE_LEVELS = re.compile("以上|以下|各级|分局")
_ZH_LEVEL_BEFORE = re.compile("[省市州县区旗盟]级?[、和及与]\\Z")
_EN_LEVEL_BEFORE = re.compile(
    r"\b(?:Provincial|Municipal|City|Cities|Prefecture|County|Counties|District|Township)(?:,|,? and|,? or)\s\Z",
    re.IGNORECASE,
)


class PairDuty(Rule):
    """A body that is responsible is lost, added or another one, or has another role.

    What it does: compares who is responsible in the brackets and lines of both sides (牵头, 配合, 按职责分工负责;
    led by, cooperate, responsible), body by body, whatever its habitual English name; it speaks only where both lists
    can be read through.

    Why it is bad: the work is laid on the wrong office, or on none.

    Example: 省财政厅配合 -> missing; 各省辖市政府 -> `provincial and municipal governments` (meant `governments of
    cities directly under the provincial government`); 省水利厅配合 -> `coordinated by the Department of Water
    Resources`.

    Source: MQM, accuracy/omission.
    """

    name = "pair.duty"
    mqm = "accuracy/omission"
    severity = "critical"
    rank = 62

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        zh, en = context.text("zh"), context.text(side)
        if not context.paired or context.clause.confidence < SURE_PAIRING or not _MAY_HOLD.search(zh):
            return
        ours, theirs = list(duties_of(zh)), list(duties_of(en))
        if not ours and not theirs and (here := plain_duties(zh, "zh")) and (there := plain_duties(en, "en")):
            yield from self._compare(context, here, there)
        if ours and not theirs:
            yield from self._bracket_lost(context, zh, en, Span(ours[-1].start, ours[-1].end))
        if max(len(ours), len(theirs)) > _MOST_BRACKETS:
            return
        read = [read_duties(zh, "zh", Span(one.start, one.end)) for one in ours]
        rest = iter(read)
        for one in theirs:
            there = read_duties(en, "en", Span(one.start, one.end))
            named = _remits(there, "en")
            if len(ours) == len(theirs):
                here = next(rest)
            else:  # one bracket is lost: this one goes with the next that names the very same bodies
                here = next((duties for duties in rest if _remits(duties, "zh") == named), ())
            if here and there and len(_HAN.findall(en, one.start, one.end)) * 2 < one.end - one.start:
                yield from self._compare(context, here, there)

    def _bracket_lost(self, context: ClauseContext, zh: str, en: str, bracket: Span) -> Iterator[Finding]:
        """Look whether the English ends without the bracket that ends the Chinese."""
        before = zh[: bracket.start].rstrip()
        ends = en.rstrip(" \t\u2002")
        if not before or zh[bracket.end :].strip("。. ") or _TELLS_BODIES.search(en, max(0, len(ends) - _TAIL)):
            return
        if not ends.endswith((".", "!", "?")) or len(ends) < len(before) or _HAN.search(en):
            return
        named = [body for duty in read_duties(zh, "zh", bracket) for body in duty.bodies]
        if not any(name_of(body.name, "zh").remits for body in named):
            return
        message = Message(
            N_("Nobody is responsible in the English; the Chinese names “{source}”."),
            {"source": "、".join(body.name for body in named)},
        )
        yield self.finding(context, "en", Span(len(ends), len(ends)), message, counterpart=bracket)

    def _compare(self, context: ClauseContext, here: Sequence[Duty], there: Sequence[Duty]) -> Iterator[Finding]:
        ours = [body for duty in here for body in duty.bodies]
        theirs = [body for duty in there for body in duty.bodies]
        matched = match_bodies(ours, theirs)
        readable = all(_readable(body) for body in theirs)
        yield from self._roles(context, here, there, matched)
        for i, j in matched.pairs:
            yield from self._same_body(context, ours[i], theirs[j])
        for i, j in matched.swapped if readable else ():
            message = Message(
                N_("The Chinese names “{source}” here, not “{text}”."), {"source": ours[i].name, "text": theirs[j].name}
            )
            name = _official(ours[i].name)
            fix = Fix(name, "suggested") if name else None
            yield self.finding(context, "en", theirs[j].span, message, fix=fix, counterpart=ours[i].span)
        if readable and not matched.extra:
            yield from self._lost(context, here, there, matched)
        if readable and not matched.lost and all(_plain(body) for body in ours):
            yield from self._extra(context, theirs, matched)

    def _roles(
        self, context: ClauseContext, here: Sequence[Duty], there: Sequence[Duty], matched: Matched
    ) -> Iterator[Finding]:
        """Look for bodies that lead in one text and cooperate in the other."""
        roles = [duty for duty in here for _ in duty.bodies]
        duties = [duty for duty in there for _ in duty.bodies]
        ours = [body for duty in here for body in duty.bodies]
        theirs = [body for duty in there for body in duty.bodies]
        told: set[Span] = set()
        raised: list[int] = []
        lowered: list[int] = []
        for i, j in matched.pairs:
            meant, duty = roles[i], duties[j]
            if not (duty.sure and meant.sure) or {meant.role, duty.role} != {"lead", "cooperate"}:
                continue
            verb = context.text("en")[slice(*duty.verb)]
            if meant.role == "cooperate" and verb.lower().startswith(("coordinated", "co-ordinated")):
                if duty.span not in told:
                    told.add(duty.span)
                    yield self._coordinated(context, duty, meant)
            elif meant.role == "cooperate":
                raised.append(j)
            elif name_of(ours[i].name, "zh").known:
                lowered.append(j)
        if raised or lowered:
            yield self._exchanged(context, theirs, duties, raised, lowered)

    def _coordinated(self, context: ClauseContext, duty: Duty, meant: Duty) -> Finding:
        words = context.text("en")[duty.verb.end : duty.span.end]
        message = Message(
            N_("“{source}” cooperate, as the Chinese has it; they do not coordinate."),
            {"source": "、".join(body.name for body in meant.bodies)},
        )
        fix = Fix("with the cooperation of" + words, "suggested")
        return self.finding(context, "en", duty.span, message, fix=fix, severity="major", counterpart=meant.span)

    def _exchanged(
        self,
        context: ClauseContext,
        bodies: Sequence[Body],
        duties: Sequence[Duty],
        raised: list[int],
        lowered: list[int],
    ) -> Finding:
        """Tell of roles that are exchanged; where as many rose as fell, the names change places."""
        own = [duties[j].span for j in (*raised, *lowered)]
        span = Span(min(one.start for one in own), max(one.end for one in own))
        names = ", ".join(bodies[j].name for j in (*raised, *lowered))
        message = Message(N_("“{text}”: who leads and who cooperates is not as in the Chinese."), {"text": names})
        fix = None
        if len(raised) == len(lowered):
            text, at = "", span.start
            en = context.text("en")
            exchange = dict([*zip(raised, lowered, strict=True), *zip(lowered, raised, strict=True)])
            for j in sorted(exchange):
                text += en[at : bodies[j].span.start] + bodies[exchange[j]].name
                at = bodies[j].span.end
            fix = Fix(text + en[at : span.end], "suggested")
        return self.finding(context, "en", span, message, fix=fix)

    def _same_body(self, context: ClauseContext, ours: Body, theirs: Body) -> Iterator[Finding]:
        """Look whether a body, though named, stands at another level or with a part lost."""
        meant, said = name_of(ours.name, "zh"), name_of(theirs.name, "en")
        message = Message(N_("The Chinese names “{source}”, not “{text}”."), {"source": ours.name, "text": theirs.name})
        if _CITIES.search(ours.name) and not _OF_PROVINCE.search(ours.name) and meant.kind == "government":
            fix = next((Fix(name, "suggested") for key, name in _CITIES_BY_NAME if key.search(ours.name)), None)
            if _BOTH_LEVELS.fullmatch(theirs.name):
                yield self.finding(context, "en", theirs.span, message, fix=fix, counterpart=ours.span)
            elif "市州" in ours.name and _CITIES_ONLY.fullmatch(theirs.name):
                yield self.finding(
                    context, "en", theirs.span, message, fix=fix, severity="major", counterpart=ours.span
                )
        elif meant.remits & said.remits and meant.level in _LEVELS and said.level in _LEVELS:
            word = _LEVEL_WORD.search(theirs.name)
            if meant.level != said.level and word and _one_level(context, ours, theirs):
                name = theirs.name[: word.start()] + _LEVELS[meant.level] + theirs.name[word.end() :]
                fix = Fix(name, "suggested")
                yield self.finding(context, "en", theirs.span, message, fix=fix, counterpart=ours.span)

    def _lost(
        self, context: ClauseContext, here: Sequence[Duty], there: Sequence[Duty], matched: Matched
    ) -> Iterator[Finding]:
        """Give the bodies of each duty that the English lacks, at the end of what it has of it."""
        lost = set(matched.lost)
        given = dict(matched.pairs)
        places = [duty for duty in there for _ in duty.bodies]
        theirs = [body for duty in there for body in duty.bodies]
        has_place = any(name_of(body.name, "en").kind for body in theirs)
        first = 0
        for duty in here:
            own = range(first, first + len(duty.bodies))
            first = own.stop
            missing = [
                body
                for i, body in zip(own, duty.bodies, strict=True)
                if i in lost and (_remit(body) or (not has_place and name_of(body.name, "zh").kind == "government"))
            ]
            if not missing:
                continue
            rest = [places[given[i]] for i in own if i in given]
            end = rest[-1].bodies[-1].span.end if rest else there[-1].span.end
            message = Message(
                N_("The Chinese names “{source}” as well; the English does not."),
                {"source": "、".join(body.name for body in missing)},
            )
            fix = None if rest else _added(duty, missing, there[-1], context.text("en"))
            yield self.finding(context, "en", Span(end, end), message, fix=fix, counterpart=missing[0].span)

    def _extra(self, context: ClauseContext, theirs: Sequence[Body], matched: Matched) -> Iterator[Finding]:
        for j in matched.extra:
            if name_of(theirs[j].name, "en").remits - {"concerned"}:
                message = Message(N_("The Chinese does not name “{text}”."), {"text": theirs[j].name})
                yield self.finding(context, "en", theirs[j].span, message)


def _remits(duties: Sequence[Duty], side: Side) -> list[list[str]]:
    return sorted(sorted(name_of(body.name, side).remits) for duty in duties for body in duty.bodies)


def _remit(body: Body) -> bool:
    name = name_of(body.name, "zh")
    return bool(name.remits - {"concerned"}) and name.head


def _plain(body: Body) -> bool:
    name = name_of(body.name, "zh")
    return name.known and name.head


def _readable(body: Body) -> bool:
    name = name_of(body.name, "en")
    return name.known and name.head


def _one_level(context: ClauseContext, ours: Body, theirs: Body) -> bool:
    """Whether both names are at one level, not at several: 市、县, 县级以上, City and County Bureaus."""
    return (
        _levels_named(ours.name) == 1
        and not _MORE_LEVELS.search(ours.name)
        and not _ZH_LEVEL_BEFORE.search(context.text("zh")[: ours.span.start])
        and not _EN_LEVEL_BEFORE.search(context.text("en")[: theirs.span.start])
    )


def _levels_named(name: str) -> int:
    return len(re.findall("[省市州县区](?!场|政)", name.replace("城市", "")))


@per_glossary
def _official_names(terms: Sequence[Term]) -> dict[str, str]:
    """Give the English of the glossary by the Chinese name, each office at its other levels as well."""
    found: dict[str, str] = {}
    for term in terms:
        name = without_aside(term.en)
        if term.zh.endswith(("厅", "局", "委", "部", "办")) and name[:1].isupper():
            found.setdefault(term.zh, name)
            if term.zh.startswith("省"):
                city = term.zh.replace("省", "市", 1)
                city = city[:-1] + "局" if city.endswith("厅") else city
                wording = name.replace("Provincial Department of", "Municipal Bureau of").replace(
                    "Provincial", "Municipal"
                )
                found.setdefault(city, wording)
    return found


def _official(name: str) -> str:
    """Give a body's name in English, "" where the glossary has none."""
    return _official_names().get(name, "")


def _added(duty: Duty, missing: Sequence[Body], last: Duty, en: str) -> Fix | None:
    """Say the duty in English, as an addition to what stands there, where the glossary has all names."""
    names = [_official(body.name) for body in missing]
    if not all(names) or duty.role != "cooperate" or last.role != "lead":
        return None
    labelled = en[last.span.start : last.span.end].lower().startswith("lead")
    listed = names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
    if labelled and ":" in en[slice(*last.verb)]:
        return Fix("; cooperating: " + listed, "suggested")
    article = " and the ".join((", the ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]
    return Fix(", with the cooperation of the " + article, "suggested")
