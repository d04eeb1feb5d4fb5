"""The verbs of plans, and whether a sentence of English has one that makes it a sentence."""

import re

_BASES = (
    "accelerate accept accomplish achieve add address adhere adjust adopt advance aim align allocate allow analyse"
    " analyze "
    "apply arrange assess assign attach attract avoid ban begin boost bring build call carry cause centralize"
    " change check "
    "clarify clean clear close coordinate collect combine come comply complete conduct consolidate construct consume "
    "continue contribute control convert cost cover crack create cultivate cut deal decide declare decline decrease"
    " deepen "
    "defend deliver demonstrate design detect determine develop direct disclose do draw drive drop eliminate emphasize "
    "employ enable encourage end enforce enhance ensure equip establish evaluate examine exceed execute expand explore "
    "extend facilitate fall find finish focus follow forbid form formulate foster fulfil fulfill get give go grow"
    " guarantee "
    "guide handle have help hold identify implement import improve include increase inspect install integrate"
    " intensify "
    "introduce investigate invest issue join keep launch lay lead learn let list look lose lower maintain make manage "
    "master mean measure meet mobilize modernize monitor move need note obtain offer open operate optimize optimise "
    "organize organise oversee participate pass pay perform phase pilot place plan play prepare prevent produce"
    " prohibit "
    "promote propose protect provide publicize publish punish purchase push put raise reach realize realise receive "
    "rectify reduce refine reform regulate reinforce relocate rely remain remediate remove renew renovate replace"
    " report "
    "require resettle resolve respond restore restrict retire review revise rise run say scrap search see select"
    " send serve "
    "set share shift show shut solve speed spend spread stabilize stabilise stand standardize start step stick stop "
    "streamline strengthen strive study submit suggest supervise supply support survey take tap tell terminate test "
    "tighten track train transfer transform transport treat try turn undertake unify update upgrade urge use"
    " verify visit "
    "want widen win withdraw work write"
)
_IRREGULAR = (
    "became began brought built came chose cost cut did drew drove fell felt found gave got grew had held kept"
    " knew laid "
    "led left lost made meant met paid put ran rose said saw sent set showed shut sold spent spread stood stuck"
    " took told "
    "told thought went won wrote"
)
_HELPERS = (
    "is are was were am be been being has have had do does did will would shall should must may might can could cannot "
    "isn't aren't wasn't weren't don't doesn't didn't won't can't there's it's that's we're they're"
)
BASES = frozenset(_BASES.split())
"""Plain forms, as orders of a plan begin."""


def _third(base: str) -> str:
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        return base + "es"
    return base[:-1] + "ies" if base.endswith("y") and base[-2] not in "aeou" else base + "s"


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    return base[:-1] + "ied" if base.endswith("y") and base[-2] not in "aeou" else base + "ed"


_NOUN_LIKE = frozenset(
    # of a plan, more often things than what somebody does
    (
        "works", "plans", "uses", "measures", "results", "reports", "changes", "tests", "designs", "supplies",
        "transfers",
        "needs", "costs", "tracks", "controls", "helps", "ends", "means", "plays", "looks", "tries", "turns", "falls",
        "increases", "decreases", "reforms", "standards", "trains", "supports", "surveys", "places", "stops", "lists",
        "transports", "displays", "exports", "visits", "sets", "runs", "shows", "targets", "focuses", "shares",
        "reviews", "searches", "updates", "upgrades",
    )
)  # fmt: skip
_FINITE = (
    frozenset(_HELPERS.split())
    | frozenset(_IRREGULAR.split())
    | {_third(base) for base in BASES}
    | {_past(base) for base in BASES}
) - _NOUN_LIKE
_WORD = re.compile(r"[A-Za-z]+(?:[’'][a-z]+)?")
_SUBJECTS = frozenset(("i", "we", "you", "they", "he", "she", "it", "who", "there", "this", "these", "those"))
_INVERSE = {
    "carrying": "carry", "cutting": "cut", "setting": "set", "putting": "put", "running": "run", "planning": "plan",
    "controlling": "control", "getting": "get", "stopping": "stop", "winning": "win", "shutting": "shut",
    "transferring": "transfer", "equipping": "equip", "scrapping": "scrap", "stepping": "step", "mapping": "map",
}  # fmt: skip


def base_of_gerund(word: str) -> str | None:
    """Give the verb of a form in -ing, None where it is none of a plan's: supporting -> support."""
    word = word.lower()
    if word in _INVERSE:
        return _INVERSE[word]
    stem = word.removesuffix("ing")
    return next((base for base in (stem, stem + "e") if stem != word and base in BASES), None)


def may_be_finite(text: str) -> bool:
    """Tell whether any word of a text may be a finite verb: in doubt it is one."""
    words = {word.lower().replace("’", "'") for word in _WORD.findall(text)}
    return not words.isdisjoint(_FINITE) or not words.isdisjoint(_SUBJECTS)


_ORDER = re.compile(r"(?:[,;:]|(?<![A-Za-z])(?:and|or|but|then|also|[a-z]+ly))\s+(?P<verb>[a-z]+)")


def gives_order(text: str) -> bool:
    """Tell whether some verb in its plain form stands where an order begins: behind a comma, behind “and”."""
    return any(found["verb"] in BASES for found in _ORDER.finditer(text))
