"""What no plan can mean: word order of the Chinese kept in English, and signs read as other words.

Every trap is a turn of phrase that machines make of Chinese official language wherever it occurs, and that the English
alone gives away.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from drafter.language.tokens import lower
from drafter.language.verbs import BASES
from drafter.model import Span

Fixer = Callable[[re.Match[str]], str | None]


class Nonsense(NamedTuple):
    """Words that make no sense.

    Attributes:
        span: where they stand.
        meant: what shall stand there, None where that takes the Chinese.
        slight: whether a reader still understands it, though the words are in the wrong order.
    """

    span: Span
    meant: str | None
    slight: bool


class _Trap(NamedTuple):
    """A turn of phrase.

    Attributes:
        cues: letters, in lower case, of which it holds some.
        pattern: the whole; the group "bad", where there is one, is what makes no sense.
        meant: gives what shall stand there.
        slight: whether a reader still understands it.
        holds: a last look, where the pattern alone does not decide.
    """

    cues: tuple[str, ...]
    pattern: re.Pattern[str]
    meant: Fixer
    slight: bool = False
    holds: Callable[[re.Match[str]], bool] = lambda _found: True


def _trap(
    cues: str,
    pattern: str,
    meant: str | Fixer | None = None,
    *,
    slight: bool = False,
    holds: Callable[[re.Match[str]], bool] = lambda _found: True,
) -> _Trap:
    fixer: Fixer = meant if callable(meant) else lambda _found: meant
    return _Trap(tuple(cues.split("|")), re.compile(pattern), fixer, slight, holds)


_LEVEL = "(?:national|provincial|municipal|prefectural|prefecture|county|city|township|district|state)"
# What may follow “at or above the county level” in sound English.
_AFTER_LEVEL = frozenset(
    (  # noqa: SIM905
        "and or shall must will should may can is are was were has have had to in of for by who that which with"
        " on at as "
        "from where when within under be after before during unless if but not also only so into than through each all"
    ).split()
)
_ORDER_NOUNS = {
    "containment": "curb", "promotion": "promote", "prohibition": "ban", "elimination": "phase out",
    "guidance": "guide",
    "acceleration": "accelerate", "encouragement": "encourage", "strengthening": "strengthen", "reduction": "reduce",
}  # fmt: skip
_HARMFUL = "(?:loose coal|scattered coal|bulk coal|coal|diesel|oil|fuel oil|straw)"
_THINGS = (
    "(?:outlets|outfalls|boilers|kilns|furnaces|vehicles|trucks|households|villages|enterprises|rivers|lakes|sections|"
    "sites|water bodies|chimneys|mines)"
)
_OBJECTS = "(?:enterprises?|units?|compan(?:y|ies)|factor(?:y|ies)|hotels?|schools?|hospitals?)"


def _noun_order(found: re.Match[str]) -> str:
    noun = found["bad"].split()[0]
    meant = _ORDER_NOUNS[noun.lower()]
    return (meant.capitalize() if noun[0].isupper() else meant) + found["bad"][len(noun) :]


_TRAPS = (
    # 省级以上绿色园区: what is at the level stands behind it.
    _trap(
        "level",
        rf"(?:[Aa]t or )?(?P<where>(?:above|below) the {_LEVEL} level) (?P<what>[a-z][a-z-]+(?: [a-z-]+)?)(?=[,.;:)]"
        rf"|\s(?:{'|'.join(sorted(_AFTER_LEVEL))})\b|\Z)",
        lambda found: f"{found['what']} at or {found['where']}",
        slight=True,
        holds=lambda found: _is_thing(found["what"]),
    ),
    # 提前完成……
    _trap(
        "ahead of schedule to|in advance to|on schedule to|on time to|high quality to|all-round way to",
        r"(?:(?<=[,.;] )|(?<=^))(?P<when>ahead of schedule|in advance|on schedule|on time|with high quality"
        r"|in an all-round way) to (?P<verb>[a-z]+)(?P<rest>(?: [a-z-]+){1,8})",
        lambda found: f"{found['verb']} {found['when']}{found['rest']}",
        slight=True,
        holds=lambda found: found["verb"] in BASES,
    ),
    # 加大低……替代; 遏制……
    _trap("ncrease and decrease", r"(?:(?<=^)|(?<=[a-z.;] )|(?<=[a-z0-9]))(?P<bad>Increase and decrease)(?=\s?[A-Z])"),
    _trap(
        'ion“|ion "|ion"|ion “|ance“|ance "|ance"|ance “|ment“|ment"|ment “|ment "|ing“|ing"|ing “|ing "',
        rf"(?:(?<=^)|(?<=[,.;] ))(?P<bad>(?i:{'|'.join(_ORDER_NOUNS)}))(?=\s?[“\"])",
        _noun_order,
        slight=True,
    ),
    _trap(
        "promotion |elimination |acceleration |prohibition ",
        r"(?:(?<=[.;] ))(?P<bad>(?:Promotion|Elimination|Acceleration|Prohibition) (?!of|and|or|plans?|activit"
        r"|measures?|work|campaign|actions?|in|to|for|from|on|by|is|are|was|has|will|shall|should|must|may|can"
        r"|materials|fees?|rates?|prices?|staff)[a-z]+)",
        _noun_order,
        slight=True,
    ),
    # 开展……: an order in the place of what is carried out.
    _trap(
        "carry out",
        r"(?:carry|carrying|carried) out\s?(?:[A-Z]{2,}s?\s?)?(?P<bad>(?P<verb>[A-Z][a-z]+)(?: [a-z-]+){1,7})",
        holds=lambda found: found["verb"].lower() in BASES,
    ),
    _trap(
        "evelop the field",
        r"(?:[Rr]egularly |[Cc]ontinuously |[Ff]ully "
        r"|[Aa]ctively )?[Dd]evelop the field of(?: [a-z]+){1,4}",
    ),
    _trap(
        "evelop",
        r"[Dd]evelop (?:the |a )?(?:special |regular |daily |joint )?(?P<what>inspections?|rectifications?"
        r"|investigations?|spot checks?|law enforcement|patrols?|self-inspections?|clean-ups?|crackdowns?)(?![A-Za-z])",
        lambda found: (
            "carry out" + found[0][len("develop") :] if found[0][0] == "d" else "Carry out" + found[0][len("develop") :]
        ),
    ),
    # What replaces what is turned round: 清洁能源替代, 更换高效工艺, 散煤替代.
    _trap(
        "replac",
        r"[Rr]eplac(?P<end>e|ing) (?P<what>(?:clean|new|renewable) energy|(?:appropriate|suitable|efficient|advanced"
        r"|high-efficiency)(?: and [a-z-]+)?(?: [a-z-]+){0,2} (?:process(?:es)?|technolog(?:y|ies)|facilit(?:y|ies)"
        r"|equipment))(?=[,.;)]|\s(?:and|so|to)\s|\Z)",
        lambda found: ("switching to " if found["end"] == "ing" else "switch to ") + found["what"],
    ),
    _trap(
        "substitution of|replacement of",
        rf"(?:substitution|replacement) of {_HARMFUL} for (?!(?:natural|clean|gas|electric|other|the"
        rf"|new)\b)[a-z]+(?: [a-z]+)?",
        lambda found: found[0].replace("substitution", "replacement").replace(" for ", " in "),
    ),
    # 防治科技攻关: what is worked for reads as what is to be prevented.
    _trap(
        "prevention and control of",
        r"(?:the )?prevention and control of (?P<what>(?:(?:scientific|technological"
        r"|technical)(?: and [a-z]+)? (?:research|innovation|support|projects)|research|capacity|achievements"
        r"|facilities|measures|tasks|targets|standards|funds|technologies|projects)(?: on [a-z]+)?)(?![a-z])",
    ),
    # 通过审核的企业
    _trap(
        "passed the",
        rf"(?:the )?(?:[a-z]+ ){{0,4}}(?:audit|assessment|certification|acceptance|review|inspection"
        rf"|evaluation)(?: (?:in|of|for)(?: [a-z]+){{1,4}})? (?:has|have) passed the {_OBJECTS}",
    ),
    # 排污口全部完成: what is done to things is done to them, they are not.
    _trap(
        "completed",
        rf"(?<!of )(?<!for )(?<!in )(?<![A-Za-z])[Aa]ll (?:of )?(?:the )?(?:[a-z]+ )?{_THINGS}(?: (?:in|into|of|along"
        rf"|at)(?: [a-z]+){{1,3}})? (?:will|shall|should|must|are to) be (?:basically |fully )?completed",
    ),
    # 比2020年增长: compared with a year, not with others.
    _trap(
        "of other",
        r"(?:higher|lower|more|less) than (?:that|those) of other (?:provinces|cities|countries"
        r"|regions)(?=[.,]?\s?20[0-9]{2}(?![0-9]))",
    ),
    # 达到总量的20%
    _trap(
        "the total",
        r"reach(?:ed|es"
        r"|ing)? (?P<bad>the total(?: [a-z]+){1,6})"
        r"(?=\.?\s?[0-9.]+\s?[%％])",
        lambda found: "a share of " + found["bad"] + " of",
        slight=True,
    ),
    # 个 as a word of its own
    _trap(
        "ndividual",
        r"(?:[0-9]|(?:one|two|three|four|five|six|seven|eight|nine"
        r"|ten))\s?(?P<bad>Individual\s?)(?=[A-Za-z“])",
        "",
        slight=True,
    ),
    # 力争B级企业……
    _trap("striv", r"[Ss]triv(?:e|ing) to(?=\s?[A-E](?![A-Za-z]))", lambda found: found[0][:-2] + "for", slight=True),
    # A condition or an attribute torn from what it belongs to, and stuck to the word before it.
    _trap(
        "whose",
        r"(?<=[a-z0-9])(?:Cities|Counties|Enterprises|Units|Areas|Regions|Districts|Companies"
        r"|Provinces)(?: and [A-Za-z]+)? whose [a-z]+",
    ),
    _trap(
        "if ",
        r"(?<=[a-z0-9])If"
        r" (?:the"
        r" )?[a-z]+",
        lambda found: found[0][len("If the ") :] if found[0].startswith("If the ") else found[0][len("If ") :],
        slight=True,
    ),
    _trap(
        " than",
        r"(?:greater|more|less|higher|lower) than\s?[0-9][0-9.,]*\s?[A-Za-z]+(?:\s?\(inclusive\))?(?P<bad> of "
        r"(?:[a-z]+ ){0,2}(?:stations|enterprises|units|boilers|vehicles|projects|users|companies|kilns"
        r"|households))(?= (?:have|has|shall|will|must|should|are))",
        "",
        slight=True,
    ),
    # 低VOCs含量: the word low has moved to another noun.
    _trap(
        "vocs",
        r"(?:the )?\blow (?:use|coverage|promotion|replacement|substitution|implementation"
        r"|production)(?: of [a-z]+(?: [a-z]+)?)?(?=[.,]?\s?VOCs)",
    ),
    # 遏制……盲目发展
    _trap(
        "blindly",
        r"[Tt]he (?:“?[a-z ]{0,20}”? ?)?projects? (?:develops?|will develop|are developing"
        r"|is developing) blindly",
    ),
    # Set phrases whose picture is taken at its word.
    _trap(
        "punch",
        r"(?:make every effort, )?\b(?:[Hh]eavy )?punch(?:es)?(?: out| heavily)?(?: and (?:make efforts"
        r"|strive|attack|rectify|crack down))",
    ),
    _trap("server error", r"(?i:translat(?:e|ion) server error)", ""),
    _trap(
        " areas of",
        r"areas? of (?:the )?(?:rural|urban|key|large|built-up|mountainous"
        r"|plain) areas(?! (?:and|in)\b)",
        slight=True,
    ),
)


def _is_thing(words: str) -> bool:
    first = words.split()[0]
    return first not in _AFTER_LEVEL and first not in BASES and not first.endswith(("ing", "ly"))


# Of all traps in one row, so that a text that no trap is for is passed at a glance.
_CUES = tuple((cue, index) for index, trap in enumerate(_TRAPS) for cue in trap.cues)


def find_nonsense(text: str) -> Iterator[Nonsense]:
    """Give what makes no sense in an English paragraph, in order of the traps."""
    small = lower(text)
    cued = [index for cue, index in _CUES if cue in small]
    for trap in [_TRAPS[index] for index in dict.fromkeys(cued)]:
        for found in trap.pattern.finditer(text):
            if trap.holds(found):
                place = found.span("bad") if "bad" in trap.pattern.groupindex else found.span()
                yield Nonsense(Span(*place), trap.meant(found), trap.slight)
