"""Prohibitions, negations and exceptions, as either language says them."""

import re
from collections.abc import Iterator

from drafter.model import Span

# What forbids in Chinese. 不得不 is no prohibition, 不得已 none either, 禁止 may be part of a name (禁止区).
_ZH_FORBIDS = re.compile(
    r"严禁|禁止(?!区|类|性|[^在于向对任新从将以，。；][^，。；]{0,7}区)|(?<!迫)不得(?!不|已|以?而)|不准|不许|一律不(?!再?是)|坚决杜绝|杜绝"
    r"|不再(?=新|审批|受理|核准|备案|安排)|决不|绝不(?!亚|逊)|不允许|禁[燃放烧用入烟]|取缔"
)
# Behind a negation these say yes: 决不辜负 is to live up to.
_ZH_TWICE = re.compile(
    "[^，。；]{0,3}?(?:辜负|亏待|松[懈劲手]|放松|懈怠|动摇|停[止步歇]|止步|忘|缺[席少位]|落下|遗漏|漏|少于|低于|逊"
    "|中断|间断|放弃|忽视|缺)"
)
# What denies in Chinese, so plainly that its English must deny as well. 不能不 says yes; so may a question (是不是).
_ZH_DENIES = re.compile(
    r"(?<![能会是有可要])(?:不(?:能|会|应|可|要|需|必|宜|予|属于|纳入|包括|包含|适用|具备"
    r"|符合|存在|同意|接受|受理|收取|承担|再|参与|参加|支持|允许|愿|想)"
    r"(?![不少仅光只避忽或分能会要是]|[^，。；]{0,3}[吗呢？?])(?!思议|同日|靠|言|开[交]|求)"
    r"|没有(?!不)|未(?:能|经|按|达|获|完成|取得|通过|列入|纳入|安装|办理)|无法|尚未|从未|从不|并非|并不|并未|毫不|毫无|不是(?!吗))"
)
# Anything in English that can carry a prohibition, and what can carry a mere negation besides.
_FORBIDDING = (
    "no not never none nor neither cannot without unless zero bar bans ban only clos* except* prohibit* forbid* "
    "forbad* banned banning barred disallow* prevent* stop* ceas* halt* curb* contain* eliminat* eradicat* avoid* "
    "refus* restrict* limit* control* crack* suspend* reject* refrain* exclud* abolish* withhold* outlaw* "
    "illegal* unlawful* combat* curtail* block* rein* guard* stamp* phas* off-limits dismantl* remov* end ending "
    "ended stay* impermissible inadmissible non-* nobody nothing nowhere no-* free rather instead far abstain* "
    "fail* den* discontinu* shut* rid tolerance"
)
_NEGATING = _FORBIDDING + (
    " un* dis* lack* little few less hardly barely scarcely rarely seldom than yet short miss* ignor* despite "
    "regardless loss los* absen* impossib* inabil* incapab* inadequa* insuffic* incomplet* inact* ineff* inelig* "
    "invalid* invisib* incorrect* independen* inconsist* irre* irrel* illeg* impract* improper* immun* imposs* "
    "infeasib* indef* inapprop* beyond against differ* before until other otherwise exempt* defi* though although "
    "but even still remain* difficult* hard harder too doubt* blank negative* wrong* violat* contrary alone just "
    "merely away out over resist* rule* declin* oppos* nil poor* weak* below under minus bad worse anything any "
    "anyone wasn* isn* mere yet* spare* skip* forgo* neglect* overlook* waiv* withdr* cancel* drop* leave left "
    "keep kept hold held"
)


def _any_of(words: str) -> re.Pattern[str]:
    stems = "|".join(word.replace("*", "[a-z-]*") for word in words.split())
    return re.compile(rf"(?<![A-Za-z])(?:{stems})(?![A-Za-z])|n[’']t(?![A-Za-z])|less(?![A-Za-z])", re.IGNORECASE)


_EN_FORBIDDING = _any_of(_FORBIDDING)
_SAYS_TOO_LITTLE = frozenset(
    [
        "contain*",
        "curb*",
        "control*",
        "crack*",
        "combat*",
        "curtail*",
        "rein*",
        "guard*",
        "stamp*",
        "phas*",
        "dismantl*",
        "remov*",
        "end",
        "ending",
        "ended",
        "stay*",
        "den*",
        "shut*",
        "clos*",
        "eliminat*",
        "eradicat*",
        "free",
        "far",
        "tolerance",
    ]
)
_EN_FORBIDDING_PLAINLY = _any_of(" ".join(word for word in _FORBIDDING.split() if word not in _SAYS_TOO_LITTLE))
_EN_NEGATING_PLAINLY = _any_of(
    "no not never none nor neither cannot without lack* fail* miss* absen* yet short incomplet* invalid* illeg*"
    " unlawful* unable unapprov* unlicen* unregist* unqualif* unauthori* unfinish* untreat* uncertif*"
    " unpermit* uncheck* pending prohibit* forbid* ban banned barred rather except* other otherwise"
)
_TWICE = 2
_ZH_FORBIDS_PLAINLY = re.compile("严禁|禁止|不得|不准|不许")
_EN_LIFTS = re.compile(
    r"(?<![A-Za-z])(?:not|never|no\slonger)\s(?:be\s)?(?:strictly\s)?(?:prohibit|forbid|bann)[a-z]*(?![A-Za-z])",
    re.IGNORECASE,
)
# What permits, with nothing before it in its own clause that turns it round.
_EN_PERMITS = re.compile(
    r"(?<![A-Za-z])(?:is|are|be|being)\s(?:allowed|permitted|encouraged)(?![A-Za-z])", re.IGNORECASE
)
_EN_TURNS = re.compile(
    r"(?<![A-Za-z])(?:no|not|never|none|nobody|neither|nor|only|few|little)(?![A-Za-z-])", re.IGNORECASE
)
_CLAUSE_REACH = 240
_EN_CLAUSE = re.compile(r"[.;:]\s")
_ZH_PERMITS = re.compile("允许|可[以在由按向经]|方可|准[予许]|许可(?!证)|鼓励|才[能可]")
_EN_BOUND = re.compile(
    r"(?<![A-Za-z])(?:(?:do|does|did|shall|must|may|will|should|is|are|be|was|were)\s+not\s+(?:be\s+)?"
    r"(?:exceed\w*|surpass\w*|(?:go|fall|drop|rise)\s+(?:below|above|over|under)|(?:(?:any|much)\s+)?"
    r"(?:less|fewer|more|lower|higher|greater|larger|smaller|later|earlier|below|above|under|over|beyond|longer)))"
    r"(?![A-Za-z])",
    re.IGNORECASE,
)
_EN_NEGATING = _any_of(_NEGATING)
# What forbids in English, what denies, and anything in Chinese that can stand behind them.
_EN_FORBIDS = re.compile(
    r"(?<![A-Za-z])(?:(?:shall|must|may)\s+not|strictly\s+(?:prohibit|forbid)[a-z]*"
    r"|(?:is|are|be)\s+(?:strictly\s+)?(?:prohibited|forbidden|banned))(?![A-Za-z])",
    re.IGNORECASE,
)
_EN_DENIES = re.compile(
    r"(?<![A-Za-z])(?:(?:(?:do|does|did|is|are|was|were|has|have|had|will|would|should|can|could)\s+not|cannot"
    r"|(?:do|does|did|is|are|was|were|has|have|had|wo|would|should|ca|could)n[’']t|never|no longer)"
    r"(?!\s+(?:only|just|merely|least|to mention|necessarily|alone|simply|until|before|mind|too|so|but|yet|even))"
    r")(?![A-Za-z])",
    re.IGNORECASE,
)
_ZH_NEGATES = re.compile("[不未无非禁没勿免防避停限否除杜绝拒忌莫零弃废止严控遏打击只]")
_ZH_DENIES_TACITLY = re.compile(
    "[别难缺少失反仅却但尚仍休谁哪岂吗？?差亏误错拖欠违取脱罕乏低隐忘漏甭弱]|才能?|以外|直到|超过|罢|保持"
)

# 除……外: "besides" where 还, 也, 又 follow, else "except".
_ZH_EXCEPT = re.compile(
    r"除(?!了?尘|险|[去草雪霜湿臭味名夕此])(?P<what>[^，。；]{1,40})[之以]?外(?=[，、）)]|[^，。；地国部出])(?P<rest>[^。；]{0,40})"
)
# 除中央资金外，市里安排三亿元: what is given or done on top of it is no exception either.
_ZH_BESIDES = re.compile("[还也又]|更(?![新换替改正])|同时|另|此外|再(?!生|造)|额外|追加|安排|配套|投入|自筹|拨付")
_ZH_EXCEPTED = re.compile(r"(?:的|者|情形|情况)除外(?=[，。；、）)]|\Z)")
_EN_BESIDES = re.compile(r"(?<![A-Za-z])in addition to(?![A-Za-z])(?:[^,.;]{1,60}(?=,))?", re.IGNORECASE)
_EN_EXCEPT = re.compile(
    r"(?<![A-Za-z])(?:except|excepting|excluding|other than|apart from|aside from|unless|save for|with the exception)",
    re.IGNORECASE,
)


_EN_OUTSIDE = re.compile(
    r"(?<![A-Za-z])(?:except\w*|exclud\w*|exclusive|other than|apart|aside|unless|save|but|besides?|addition\w*"
    r"|beyond|without|outside|not|also|as well|more|another|exempt\w*|only|otherwise"
    r"|rest|alongside|together|with|other|others|subject to|notwithstanding|leav\w+|free)(?![A-Za-z])",
    re.IGNORECASE,
)
_EN_EXCEPTS = re.compile(
    r"(?<![A-Za-z])(?:except(?: for| that| where| when| in)?|with the exception of|unless(?! and until))(?![A-Za-z])",
    re.IGNORECASE,
)
_ZH_MAY_EXCEPT = re.compile("[除外非但只仅才不未无没否免别另例若余唯]|其他|其它|[以之]外|特殊")


# Names and bounds in which a word of either list says nothing of a duty: removed before they are looked for.
_EN_NAMES = re.compile(
    r"(?<![A-Za-z])(?:(?:restricted|prohibited|forbidden|exclusion|no-[a-z]+)\s(?:zones?|areas?)|end-of-(?:pipe|life)"
    r"|prevention\s(?:and|&)\scontrol|(?:pollution|zoning|dust|quality|traffic|remote|flood|emission|source|joint|access)"
    r"\scontrols?|control\s(?:measures?|works?|systems?|facilit\w+|equipment|rooms?|targets?|zones?|areas?|centres?|plans?)"
    r"|(?:by|at|before|until|since|from)\s(?:the\s)?end\sof|(?:year|month)-end|time\slimits?|so\sfar|free\sof\scharge"
    r"|far\sfrom|non-(?!compli)[a-z]+|closed-loop|rid\sof)(?![A-Za-z])",
    re.IGNORECASE,
)
_ZH_NAMES = re.compile(
    "不[低少超高大小多晚迟早]于|不超过|不少于|不断|不同|不仅|不但|不论|不管|不光|非道路|非化石|非甲烷|非常|非遗|无害化|无人机|无障碍|无缝|无线"
    "|无公害|无组织|未来|防[治控护范汛洪火疫灾震]|[预消国边海空][防]|管控|控制|调控|监控|风险?控|停车|公交停靠|限期|限额|限值|期限|上限|下限|有限"
    "|权限|年限|打击|打通|打造|打牢|打赢|打好|停靠|严格|严重|消除|清除|拆除|免费|减免|免疫|未成年|未央|非[洲营]|无锡|除尘|扶除|解除|只[数头]"
    "|[船一每几]只|拒绝|废[水气物弃渣旧矿钢]|零[售部]|冰[雪冻]|弃[物渣土风光]|净零|莫[斯大高干]|勿忘|没收|沉没|埋没|淹没|停留"
)


# What restrains without forbidding; 控制 is no negation, so its English may be any word of the list of what forbids.
_ZH_RESTRAINS = re.compile("严控|(?<![过程自])控制(?![器室台柜])|停止|暂停|终止|取消|遏制|抑制|约束|拒绝|避免|防止")


def _bare_en(en: str) -> str:
    return _EN_NAMES.sub(lambda found: " " * len(found[0]), en)


def prohibitions(zh: str) -> list[Span]:
    """Give the words that forbid in a Chinese text."""
    return [Span(*found.span()) for found in _ZH_FORBIDS.finditer(zh) if not _ZH_TWICE.match(zh, found.end())]


def denials(zh: str) -> list[Span]:
    """Give the words that deny in a Chinese text, so plainly that its English must deny as well."""
    return [Span(*found.span()) for found in _ZH_DENIES.finditer(zh) if not _ZH_TWICE.match(zh, found.end())]


def carries_prohibition(en: str) -> bool:
    """Whether anything in an English text can render a prohibition."""
    return _EN_FORBIDDING.search(_bare_en(en)) is not None


def carries_denial(en: str) -> bool:
    """Whether anything in an English text can render a negation."""
    return _EN_NEGATING.search(en) is not None


def forbidding(en: str) -> Iterator[Span]:
    """Give the words that forbid in an English text."""
    for found in _EN_FORBIDS.finditer(en):
        if not _EN_BOUND.match(en, found.start()):
            yield Span(*found.span())


def denying(en: str) -> Iterator[Span]:
    """Give the words that plainly deny in an English text."""
    for found in _EN_DENIES.finditer(en):
        if not _EN_BOUND.match(en, found.start()):
            yield Span(*found.span())


def lifting(en: str) -> Iterator[Span]:
    """Give the words by which an English text says that something is not prohibited."""
    for found in _EN_LIFTS.finditer(en):
        yield Span(*found.span())


def permitting(zh: str, en: str) -> Iterator[Span]:
    """Give the words by which an English text permits, where its Chinese permits nothing.

    Args:
        zh: a Chinese sentence that forbids.
        en: its English.
    """
    for found in _EN_PERMITS.finditer(en) if not _ZH_PERMITS.search(zh) else ():
        own = _EN_CLAUSE.split(en[max(0, found.start() - _CLAUSE_REACH) : found.start()])[-1]
        if not _EN_TURNS.search(own) and not _EN_TURNS.match(en, found.end() + 1):
            yield Span(*found.span())


def lost_condition(zh: str, en: str) -> Span | None:
    """Give the 未 of 未……不得 (who lacks something may not) where the English denies once, and that is the ban.

    Args:
        zh: a Chinese sentence.
        en: its English.
    """
    lacking = _ZH_LACKS_AND_FORBIDDEN.search(zh)
    if lacking is None or _EN_GATES.search(en) or len(denials(zh)) + len(prohibitions(zh)) > _TWICE:
        return None
    denied = _EN_NEGATING_PLAINLY.findall(en)
    return Span(lacking.start(), lacking.start() + 1) if len(denied) == 1 and _EN_FORBIDS.search(en) else None


def negates(zh: str) -> bool:
    """Whether anything in a Chinese text can stand behind a prohibition of its English."""
    return _ZH_NEGATES.search(_ZH_NAMES.sub("", zh)) is not None


def can_deny(zh: str) -> bool:
    """Whether anything in a Chinese text can stand behind a negation of its English, however freely rendered."""
    bare = _ZH_NAMES.sub("", zh)
    return _ZH_NEGATES.search(bare) is not None or _ZH_DENIES_TACITLY.search(bare) is not None


def exceptions(zh: str) -> list[Span]:
    """Give the places of a Chinese text where 除……外 means "except", and where ……的除外 stands."""
    before = [
        Span(found.start(), found.start("rest"))
        for found in _ZH_EXCEPT.finditer(zh)
        if not _ZH_BESIDES.search(found["rest"])
    ]
    return before + [Span(*found.span()) for found in _ZH_EXCEPTED.finditer(zh)]


def carries_exception(en: str) -> bool:
    """Whether anything in an English text can render an exception, or an addition."""
    return _EN_OUTSIDE.search(en) is not None


def excepting(en: str) -> Iterator[Span]:
    """Give the words that plainly except in an English text."""
    for found in _EN_EXCEPTS.finditer(en):
        yield Span(*found.span())


def can_except(zh: str) -> bool:
    """Whether anything in a Chinese text can stand behind an exception of its English."""
    return _ZH_MAY_EXCEPT.search(zh) is not None


def exceptions_told_as_additions(zh: str, en: str) -> Iterator[tuple[Span, Span]]:
    """Give the places where 除……外 means "except" and the English says "in addition to".

    Args:
        zh: the Chinese text.
        en: its English.

    Yields:
        The English words, and the Chinese ones.
    """
    excepts = [found for found in _ZH_EXCEPT.finditer(zh) if not _ZH_BESIDES.search(found["rest"])]
    besides = [found for found in _ZH_EXCEPT.finditer(zh) if _ZH_BESIDES.search(found["rest"])]
    additions = list(_EN_BESIDES.finditer(en))
    if len(additions) <= len(besides) or not excepts or len(_EN_EXCEPT.findall(en)) >= len(excepts):
        return
    for addition, source in zip(additions, excepts, strict=False):
        yield Span(*addition.span()), Span(source.start(), source.start("rest"))


# Who lacks something is forbidden something: two negations, of which the English has to keep the second.
_ZH_LACKS_AND_FORBIDDEN = re.compile(
    r"(?:未(?!来|必|成年|免)|没有)[^。；]{1,40}?(?P<forbids>不得(?!不|已)|不准|严禁|禁止)"
)
_EN_MODAL = re.compile(r"(?<![A-Za-z])(?:may|can|shall|must)(?![A-Za-z])", re.IGNORECASE)
_EN_LACKS = re.compile(
    r"(?<![A-Za-z])(?:(?:who|which|that|if|where|those|anyone|units?|individuals?)\s(?:[a-z]+\s){0,4}?"
    r"(?:(?:have|has|had|is|are|was|were|do|does|did)(?:\s+not|n[’']t))|without)(?![A-Za-z])",
    re.IGNORECASE,
)
_EN_GATES = re.compile(
    r"(?<![A-Za-z])(?:only|until|unless|before|prior|first|after|once|subject to|requir(?:es?|ed|ing)|need\w*"
    r"|ineligib\w+|unable|disqualif\w+|punish\w*|penal\w+|fined?|liable|disallow\w*|unlawful\w*|invalid)(?![A-Za-z])",
    re.IGNORECASE,
)
# 严禁无证排污: what is done without a permit is forbidden; “without” says only how it is done.
_ZH_WITHOUT = re.compile("无[证照牌序组]|未[经批取]|擅自")
_EN_WITHOUT = re.compile(r"(?<![A-Za-z])without(?![A-Za-z])", re.IGNORECASE)
_ZH_ONLY_THEN = re.compile(r"(?:只有|仅有)[^。；]{1,40}?(?:方可|方能|才能|才可)")
_ZH_ANY_NEGATION = re.compile("[不未无没非免除外缺少失否禁尚拒零停]")


def lost_prohibition(zh: str, en: str) -> Span | None:
    """Give the Chinese that forbids where nothing in the English does.

    Where it forbids something to those who lack something, the English may make a condition of it (only, before), but a
    negation of what they lack alone is not enough.

    Args:
        zh: a Chinese sentence.
        en: its English.
    """
    lacking = _ZH_LACKS_AND_FORBIDDEN.search(zh)
    if lacking is None or not _EN_LACKS.search(en):
        forbidden = prohibitions(zh)
        if not forbidden:
            return None
        plain = any(_ZH_FORBIDS_PLAINLY.fullmatch(zh, *one) for one in forbidden)
        bare = _EN_WITHOUT.sub(" ", _bare_en(en)) if _ZH_WITHOUT.search(zh) else _bare_en(en)
        carried = (_EN_FORBIDDING_PLAINLY if plain else _EN_FORBIDDING).search(bare)
        gated = (lacking or bare != _bare_en(en)) and _EN_GATES.search(en)
        return None if carried or gated else forbidden[0]
    rest = _EN_LACKS.sub(" ", en)
    if not _EN_MODAL.search(rest) or carries_prohibition(rest) or _EN_GATES.search(rest):
        return None
    return Span(*lacking.span("forbids"))


def only_restrains(zh: str) -> bool:
    """Whether a Chinese stretch restrains and neither forbids nor denies: what forbids in its English may render that.

    Args:
        zh: a Chinese stretch.
    """
    return _ZH_RESTRAINS.search(zh) is not None and not prohibitions(zh) and not denials(zh)


def drops_restraint(zh: str, en: str) -> bool:
    """Whether a Chinese stretch forbids, denies or restrains, and nothing in its English does.

    Made an order, such English would command what the Chinese keeps people from.

    Args:
        zh: a Chinese stretch.
        en: its English.
    """
    if prohibitions(zh):
        return lost_prohibition(zh, en) is not None
    if denials(zh) and not carries_denial(en):
        return True
    return _ZH_RESTRAINS.search(zh) is not None and _EN_FORBIDDING.search(en) is None


def denied_condition(zh: str, en: str) -> Span | None:
    """Give the English that denies the condition of 只有……方可 (only … may), where that denies nothing.

    Args:
        zh: a Chinese sentence.
        en: its English.
    """
    if not _ZH_ONLY_THEN.search(zh) or _ZH_ANY_NEGATION.search(zh):
        return None
    denials = [found for found in _EN_FORBIDDING.finditer(en) if found[0].lower() != "only"]
    lacks = _EN_LACKS.search(en)
    if len(denials) != 1 or lacks is None or not _EN_MODAL.search(en, lacks.end()):
        return None
    gates = [gate[0].lower() for gate in _EN_GATES.finditer(en)]
    if lacks[0].lower() == "without" or any(gate != "only" for gate in gates):
        return None
    return Span(*denials[0].span())
